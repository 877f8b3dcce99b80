"""The question before a list is removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from tpns_desktop.ui.widgets.verb_dialog import VerbDialog

if TYPE_CHECKING:
    from tpns_desktop.store.lists import ListRow


class RemoveDialog(VerbDialog):
    """Going back is the easy way out."""

    def __init__(self, row: ListRow, parent: QWidget | None = None) -> None:
        super().__init__("remove_list", parent)
        hint = (
            self.tr("The copy that is kept here goes. It was pasted: there is no other file of it.")
            if row.original is None
            else self.tr(
                "The copy that is kept here goes. The file it was made from stays where it is."
            )
        )
        self.set_words(self.tr("Remove “{0}”?").format(row.name), self.tr("Remove the list"), hint)
        self.do.setProperty("kind", "danger")
        self.do.setDefault(False)
        self.do.setAutoDefault(False)
        self.back.setDefault(True)
        self.back.setFocus()
