"""What a person says before a check: what the rows of a file are."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tpns_desktop.ui.screens.lists.role_choice import RoleChoice
from tpns_desktop.ui.widgets.verb_dialog import VerbDialog


class RoleDialog(VerbDialog):
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
