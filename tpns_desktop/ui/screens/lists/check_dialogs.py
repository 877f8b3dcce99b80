"""What a person says before a check: which file or which pasted rows, and what they are."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from tpns_desktop.model.draft import ids_of
from tpns_desktop.ui.forms.editors import TextEditor
from tpns_desktop.ui.screens.lists.dialog import ListDialog, RoleChoice


class RoleDialog(ListDialog):
    """Asks what the rows of a file or list are, before they are checked as that."""

    def __init__(
        self,
        name: str,
        kind: str = "account",
        account_type: int = 0,
        *,
        again: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`name`: of the file or list; `again`: it was checked before."""
        super().__init__("role", parent)
        title = self.tr("Check “{0}” again") if again else self.tr("Add “{0}”")
        self.set_words(
            title.format(name),
            self.tr("Check again") if again else self.tr("Check the file"),
            self.tr("The copy that is kept here is read once more.")
            if again
            else self.tr("A copy is kept here and checked. The file itself is never changed."),
        )
        self.role = RoleChoice("role", kind, account_type)
        self.lines.addWidget(self.role)


class PasteDialog(ListDialog):
    """Asks for a name and the rows of a new list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("paste", parent)
        self.set_words(
            self.tr("Make a list from pasted accounts"),
            self.tr("Save and check…"),
            self.tr("The rows go into a text file that you keep; the list is made from it."),
        )
        self.name = QLineEdit()
        self.add_field("paste.name", self.tr("Name"), self.name)
        self.text = TextEditor(lines=6)
        self.add_field("paste.text", self.tr("Accounts, one per line"), self.text)
        self.role = RoleChoice("paste")
        self.lines.addWidget(self.role)

    def rows(self) -> str:
        """What was pasted, as a text file has it; blank lines and repeats are left out."""
        return "".join(f"{row}\n" for row in ids_of(self.text.value())[0])

    def act(self) -> None:
        if not self.name.text().strip():
            self.show_error(self.tr("Give the list a name, so that you find it again."))
            self.name.setFocus()
        elif not self.rows():
            self.show_error(self.tr("Paste at least one account."))
            self.text.setFocus()
        else:
            self.accept()
