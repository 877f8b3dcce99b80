"""The lists as a table, the last added first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from tpns_desktop.ui.screens.lists.state import state_icon
from tpns_desktop.ui.theme import icons
from tpns_desktop.ui.words.lists import age_of, state_words, type_words
from tpns_desktop.ui.words.numbers import grouped, when

if TYPE_CHECKING:
    from tpns_desktop.store.lists import ListRow

SORT_ROLE = Qt.ItemDataRole.UserRole
RECORD_ROLE = Qt.ItemDataRole.UserRole + 1
FILTER_ROLE = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Column(IntEnum):
    """The columns from the left."""

    NAME = 0
    COUNT = 1
    KIND = 2
    STATE = 3
    CHECKED = 4
    USED = 5
    AGE = 6


class ListsModel(QAbstractTableModel):
    """Over `ListRow`.

    `SORT_ROLE` gives native values, `RECORD_ROLE` the list, `FILTER_ROLE` what the search reads.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ListRow] = []
        self._busy: dict[str, str] = {}

    def rows(self) -> list[ListRow]:
        """What is shown, in the model's order."""
        return list(self._rows)

    def row_of(self, list_id: str) -> ListRow | None:
        """The list of this id."""
        return next((row for row in self._rows if row.id == list_id), None)

    def show_rows(self, rows: Sequence[ListRow]) -> None:
        """Show these and no others."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def show_busy(self, busy: Mapping[str, str]) -> None:
        """Say of these lists (id → words) what is being done with them."""
        if busy == self._busy:
            return
        changed = busy.keys() | self._busy.keys()
        self._busy = dict(busy)
        for place, row in enumerate(self._rows):
            if row.id in changed:
                cell = self.index(place, Column.STATE)
                self.dataChanged.emit(cell, cell)

    def refresh_words(self) -> None:
        """Say it in the present language, drawn in the present look."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        if self._rows:
            end = self.index(len(self._rows) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), end)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == SORT_ROLE:
            return self._native(row, column)
        if role == RECORD_ROLE:
            return row
        if role == FILTER_ROLE:
            return "\n".join((row.name, type_words(row)))
        if role == Qt.ItemDataRole.ToolTipRole and column in (Column.NAME, Column.KIND):
            return self._text(row, column)
        if role == Qt.ItemDataRole.DecorationRole and column == Column.STATE:
            if row.id in self._busy:
                return icons.icon("clock", "accent")
            return icons.icon(state_icon(row), state_words(row)[1])
        if role == Qt.ItemDataRole.TextAlignmentRole and column == Column.COUNT:
            return _RIGHT
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section == Column.COUNT:
            return _RIGHT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.NAME: self.tr("List"),
            Column.COUNT: self.tr("Count"),
            Column.KIND: self.tr("What it holds"),
            Column.STATE: self.tr("State"),
            Column.CHECKED: self.tr("Checked"),
            Column.USED: self.tr("Last used"),
            Column.AGE: self.tr("Added"),
        }[Column(section)]

    def _text(self, row: ListRow, column: Column) -> str:
        if column == Column.NAME:
            return row.name
        if column == Column.COUNT:
            # Of a table nobody knows before its column is chosen.
            return grouped(row.accounts) if row.accounts else "–"
        if column == Column.KIND:
            return type_words(row)
        if column == Column.STATE:
            return self._busy.get(row.id) or state_words(row)[0]
        if column == Column.CHECKED:
            return when(row.checked_at)
        if column == Column.USED:
            return when(row.used_at) if row.used_at is not None else self.tr("Not yet")
        return age_of(row.created_at, datetime.now(UTC))

    def _native(self, row: ListRow, column: Column) -> str | float | int:
        if column == Column.COUNT:
            return row.accounts
        if column == Column.CHECKED:
            return row.checked_at.timestamp()
        if column == Column.USED:
            return row.used_at.timestamp() if row.used_at is not None else 0.0
        if column == Column.AGE:
            return -row.created_at.timestamp()
        return self._text(row, column).casefold()


class ListsFilter(QSortFilterProxyModel):
    """Finds words in name and kind; sorts by native values."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setSortRole(SORT_ROLE)
        self.setFilterRole(FILTER_ROLE)
        self.setFilterKeyColumn(Column.NAME)
        self.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
