"""What both books share as tables: rows, a search and an order by native values."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QSortFilterProxyModel, Qt

from tpns_desktop.ui.widgets.rows_model import RECORD_ROLE, Index, RowsModel

__all__ = ["FILTER_ROLE", "RECORD_ROLE", "SORT_ROLE", "BookFilter", "BookModel"]

SORT_ROLE = Qt.ItemDataRole.UserRole
FILTER_ROLE = Qt.ItemDataRole.UserRole + 2


class BookModel(RowsModel):
    """Over the rows of a book.

    `SORT_ROLE` gives native values, `RECORD_ROLE` the row, `FILTER_ROLE` what the search reads.
    """

    def take(self, row: Any) -> None:
        """Take a row out."""
        if row in self._rows:
            place = self._rows.index(row)
            self.beginRemoveRows(QModelIndex(), place, place)
            del self._rows[place]
            self.endRemoveRows()

    def native(self, row: Any, column: int) -> str | float | int:
        """What a column is ordered by."""
        return self.text(row, column).casefold()

    @abstractmethod
    def found_by(self, row: Any) -> str:
        """What the search reads."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if index.isValid() and role == SORT_ROLE:
            return self.native(self._rows[index.row()], index.column())
        if index.isValid() and role == FILTER_ROLE:
            return self.found_by(self._rows[index.row()])
        return super().data(index, role)


class BookFilter(QSortFilterProxyModel):
    """Finds words; sorts by native values."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setSortRole(SORT_ROLE)
        self.setFilterRole(FILTER_ROLE)
        self.setFilterKeyColumn(0)
        self.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
