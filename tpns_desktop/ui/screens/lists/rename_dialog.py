"""Another name for a list; what it is sent as changes with it, its rows do not."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from tpns_desktop.ui.screens.lists.asking import AskingDialog
from tpns_desktop.ui.session import Session

if TYPE_CHECKING:
    from tpns_desktop.store.lists import ListRow


class RenameDialog(AskingDialog):
    """Accepted once the list has its new name; `renamed` is that list."""

    def __init__(self, session: Session, row: ListRow, parent: QWidget | None = None) -> None:
        super().__init__("rename", session, parent)
        self._row = row
        self.renamed: ListRow | None = None
        self.back.setText(self.tr("Go back"))
        self.set_words(
            self.tr("Rename “{0}”").format(row.name),
            self.tr("Rename"),
            self.tr("Only the list is called so; the file it was made from keeps its name.")
            if row.original is not None
            else "",
        )
        self.name = QLineEdit(row.name)
        self.name.setSelection(0, len(PurePosixPath(row.name).stem))
        self.add_field("rename.name", self.tr("Name"), self.name)
        self.name.setFocus()

    def act(self) -> None:
        desk, name = self.session.desk, self.name.text().strip()
        if desk is None or self.busy:
            return
        if not name:
            self.show_error(self.tr("Give the list a name, so that you find it again."))
            self.name.setFocus()
            return
        self.ask(desk.rename_list(self._row.id, name), self._on_renamed)

    def _on_renamed(self, row: ListRow) -> None:
        self.renamed = row
        self.accept()
