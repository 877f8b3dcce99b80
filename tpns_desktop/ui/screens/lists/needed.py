"""The question before a list is removed, and which pushes still need its copy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from tpns_desktop.model.states import OPEN_STATES
from tpns_desktop.ui.screens.lists.dialog import ListDialog
from tpns_desktop.ui.words.audience import listed

if TYPE_CHECKING:
    from tpns_desktop.send.desk import Desk
    from tpns_desktop.store.lists import ListRow

LOOKED_AT = 200
"""Newest pushes of each app that are looked through; a copy is kept for older ones all the same."""
NAMED = 3

_NOT_SETTLED = OPEN_STATES | {"unknown"}


async def pushes_that_need(desk: Desk, row: ListRow) -> list[str]:
    """Titles of the pushes to this list that are on their way, or of which nobody knows."""
    titles = []
    for app in await desk.apps():
        for batch in await desk.batches(app.id, LOOKED_AT):
            rows = [one for one in batch.rows if one.state in _NOT_SETTLED]
            if any(one.list_sha256 == row.sha256 for one in rows):
                titles.append(batch.title)
    return titles


class RemoveDialog(ListDialog):
    """Going back is the easy way out."""

    def __init__(self, row: ListRow, pushes: Sequence[str], parent: QWidget | None = None) -> None:
        """`pushes`: titles of those that are not settled and need the list."""
        super().__init__("remove_list", parent)
        hint = self.tr(
            "The copy that is kept here goes. The file it was made from stays where it is."
        )
        if pushes:
            count = QCoreApplication.translate(
                "RemoveDialog", "%Ln push(es) to it are not settled yet:", None, len(pushes)
            )
            named = listed([self.tr("“{0}”").format(title) for title in pushes[:NAMED]])
            more = "…" if len(pushes) > NAMED else ""
            kept = self.tr("Its copy is kept for them until they are.")
            hint = f"{hint}\n\n{count} {named}{more}\n{kept}"
        self.set_words(self.tr("Remove “{0}”?").format(row.name), self.tr("Remove the list"), hint)
        self.do.setProperty("kind", "danger")
        self.do.setDefault(False)
        self.do.setAutoDefault(False)
        self.back.setDefault(True)
        self.back.setFocus()
