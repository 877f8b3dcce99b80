"""Rows that a person pastes become a list; no file of it is asked for, and none is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from tpns_desktop.model.draft import ids_of
from tpns_desktop.ui.forms.editors import TextEditor
from tpns_desktop.ui.screens.lists.asking import AskingDialog
from tpns_desktop.ui.screens.lists.role_choice import RoleChoice
from tpns_desktop.ui.session import Session

if TYPE_CHECKING:
    from tpns_desktop.store.lists import ListRow


class PasteDialog(AskingDialog):
    """Asks for a name and the rows; accepted once they are a list, which is `added`.

    What is refused stays in the box, with the reason below it.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("paste", session, parent)
        self.added: ListRow | None = None
        self.back.setText(self.tr("Go back"))
        self.set_words(
            self.tr("Make a list from pasted accounts"),
            self.tr("Check and keep"),
            self.tr("The list is kept here. Empty rows and repeats are left out."),
        )
        self.name = QLineEdit()
        self.add_field("paste.name", self.tr("Name"), self.name)
        self.text = TextEditor(lines=6)
        self.add_field("paste.text", self.tr("Accounts, one per line"), self.text)
        self.role = RoleChoice("paste")
        self.lines.addWidget(self.role)
        self.lines.addWidget(self.bar)

    def rows(self) -> str:
        """What was pasted, as a text file has it; blank lines and repeats are left out."""
        return "".join(f"{row}\n" for row in ids_of(self.text.value())[0])

    def act(self) -> None:
        desk = self.session.desk
        if desk is None or self.busy:
            return
        name, rows = self.name.text().strip(), self.rows()
        if not name:
            self.show_error(self.tr("Give the list a name, so that you find it again."))
            self.name.setFocus()
        elif not rows:
            self.show_error(self.tr("Paste at least one account."))
            self.text.setFocus()
        else:
            kind, account_type = self.role.value()
            asked = desk.add_pasted(rows, kind, account_type, name, self.progress)
            self.ask(asked, self._on_added)

    def _on_added(self, row: ListRow) -> None:
        self.added = row
        self.accept()
