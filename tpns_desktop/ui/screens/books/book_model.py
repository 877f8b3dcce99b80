"""What both books share as tables: rows, a search and an order by native values."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

SORT_ROLE = Qt.ItemDataRole.UserRole
RECORD_ROLE = Qt.ItemDataRole.UserRole + 1
FILTER_ROLE = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class BookModel(QAbstractTableModel):
    """Over the rows of a book.

    `SORT_ROLE` gives native values, `RECORD_ROLE` the row, `FILTER_ROLE` what the search reads.
    """

    NUMBERS: tuple[int, ...] = ()
    """Columns of figures, which stand at the right."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Any] = []

    def rows(self) -> list[Any]:
        """What is shown, in the book's order."""
        return list(self._rows)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these and no others."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def take(self, row: Any) -> None:
        """Take a row out."""
        if row in self._rows:
            place = self._rows.index(row)
            self.beginRemoveRows(QModelIndex(), place, place)
            del self._rows[place]
            self.endRemoveRows()

    def refresh_words(self) -> None:
        """Say it in the present language."""
        last = self.columnCount() - 1
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, last))

    @abstractmethod
    def headers(self) -> Sequence[str]:
        """The columns from the left."""

    @abstractmethod
    def text(self, row: Any, column: int) -> str:
        """What a cell says."""

    def native(self, row: Any, column: int) -> str | float | int:
        """What a column is ordered by."""
        return self.text(row, column).casefold()

    @abstractmethod
    def found_by(self, row: Any) -> str:
        """What the search reads."""

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.headers())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.text(row, column)
        if role == SORT_ROLE:
            return self.native(row, column)
        if role == RECORD_ROLE:
            return row
        if role == FILTER_ROLE:
            return self.found_by(row)
        if role == Qt.ItemDataRole.TextAlignmentRole and column in self.NUMBERS:
            return _RIGHT
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section in self.NUMBERS:
            return _RIGHT
        return self.headers()[section] if role == Qt.ItemDataRole.DisplayRole else None


class BookFilter(QSortFilterProxyModel):
    """Finds words; sorts by native values."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setSortRole(SORT_ROLE)
        self.setFilterRole(FILTER_ROLE)
        self.setFilterKeyColumn(0)
        self.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
