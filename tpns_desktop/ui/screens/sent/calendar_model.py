"""The entries of one day as a table: what the drawn calendar shows, for reading and hearing."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QGuiApplication

from tpns_desktop.ui.theme import icons
from tpns_desktop.ui.words.agenda import slot_clock, slot_notes, slot_state, slot_whom

if TYPE_CHECKING:
    from tpns_desktop.send.agenda import Slot

RECORD_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_COLOURS = {"neutral": "muted"}


class Column(IntEnum):
    """The columns from the left."""

    TIME = 0
    WHAT = 1
    WHO = 2
    STATE = 3
    NOTES = 4


class DayModel(QAbstractTableModel):
    """Over `Slot`; `RECORD_ROLE` gives the slot."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._slots: list[Slot] = []

    def show_slots(self, slots: Sequence[Slot]) -> None:
        """Show these; nothing happens where they are shown already."""
        if list(slots) != self._slots:
            self.beginResetModel()
            self._slots = list(slots)
            self.endResetModel()

    def refresh_words(self) -> None:
        """Say it in the present language, drawn in the present look."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        if self._slots:
            end = self.index(len(self._slots) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), end)

    def row_of(self, key: str) -> int:
        """The row of a slot, -1 where it is not shown."""
        return next((row for row, slot in enumerate(self._slots) if slot.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._slots)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.TIME: self.tr("Time"),
            Column.WHAT: self.tr("What"),
            Column.WHO: self.tr("Who"),
            Column.STATE: self.tr("Status"),
            Column.NOTES: self.tr("Notes"),
        }[Column(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        slot, column = self._slots[index.row()], Column(index.column())
        if role == RECORD_ROLE:
            return slot
        if role == Qt.ItemDataRole.DecorationRole and column is Column.STATE:
            state = slot_state(slot)
            app = QGuiApplication.instance()
            ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
            return icons.pixmap(state.icon, _COLOURS.get(state.tone, state.tone), 16, ratio)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return {
                Column.TIME: slot_clock(slot),
                Column.WHAT: slot.title,
                Column.WHO: slot_whom(slot),
                Column.STATE: slot_state(slot).text,
                Column.NOTES: slot_notes(slot),
            }[column]
        return None
