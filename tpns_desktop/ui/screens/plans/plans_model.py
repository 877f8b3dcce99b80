"""The plans of an app as a table: the default plan first, then the book's, the newest first."""

from __future__ import annotations

from collections.abc import Sequence
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

from tpns_desktop.ui.theme import icons
from tpns_desktop.ui.words.numbers import grouped, percent, when
from tpns_desktop.ui.words.plans import (
    default_description,
    default_plan,
    figures_tip,
    missing_words,
)

if TYPE_CHECKING:
    from tpns_desktop.send.plan_overview import PlanSum

SORT_ROLE = Qt.ItemDataRole.UserRole
RECORD_ROLE = Qt.ItemDataRole.UserRole + 1
FILTER_ROLE = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns from the left."""

    PLAN = 0
    DESCRIPTION = 1
    PUSHES = 2
    DELIVERED = 3
    TAPPED = 4
    LAST = 5
    MARK = 6


_NUMBERS = frozenset({Column.PUSHES, Column.DELIVERED, Column.TAPPED})


class PlansModel(QAbstractTableModel):
    """Over `PlanSum`.

    `SORT_ROLE` gives native values, `RECORD_ROLE` the sum, `FILTER_ROLE` what the filter reads.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[PlanSum] = []

    def rows(self) -> list[PlanSum]:
        """What is shown, in the model's order."""
        return list(self._rows)

    def show_rows(self, rows: Sequence[PlanSum]) -> None:
        """Show these and no others."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def place_of(self, plan_id: str | None) -> int:
        """The row of a plan, 0 for one that is not there."""
        ids = [row.plan.id if row.plan is not None else None for row in self._rows]
        return ids.index(plan_id) if plan_id in ids else 0

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
            return "\n".join((plan_name(row), plan_description(row), *_ids(row)))
        if role == Qt.ItemDataRole.ToolTipRole:
            if column in _NUMBERS:
                return figures_tip(row)
            return plan_description(row) if column == Column.DESCRIPTION else None
        if role == Qt.ItemDataRole.DecorationRole and column == Column.MARK and row.missing:
            return icons.icon("warn", "warn")
        if role == Qt.ItemDataRole.TextAlignmentRole and column in _NUMBERS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and Column(section) in _NUMBERS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.PLAN: self.tr("Plan"),
            Column.DESCRIPTION: self.tr("Description"),
            Column.PUSHES: self.tr("Pushes"),
            Column.DELIVERED: self.tr("Delivered"),
            Column.TAPPED: self.tr("Tapped, of arrived"),
            Column.LAST: self.tr("Last push"),
            Column.MARK: self.tr("Mark"),
        }[Column(section)]

    def _text(self, row: PlanSum, column: Column) -> str:
        if column == Column.PLAN:
            return plan_name(row)
        if column == Column.DESCRIPTION:
            return " ".join(plan_description(row).split())
        if column == Column.PUSHES:
            return grouped(row.pushes)
        if column == Column.LAST:
            return when(row.last_at) if row.last_at is not None else "–"
        if column == Column.MARK:
            return self._mark(row)
        figures = row.figures
        if column == Column.DELIVERED:
            return "–" if figures.delivered is None else grouped(figures.delivered)
        if figures.tapped is None:
            return "–"
        return f"{grouped(figures.tapped)} · {percent(figures.tapped, figures.arrived or 0)}"

    def _mark(self, row: PlanSum) -> str:
        if row.plan is None:
            return self.tr("Built in")
        marks = [missing_words(row.missing), self.tr("Hidden") if row.plan.hidden else ""]
        return " · ".join(mark for mark in marks if mark)

    def _native(self, row: PlanSum, column: Column) -> str | float | int:
        if column == Column.PUSHES:
            return row.pushes
        if column == Column.DELIVERED:
            return -1 if row.figures.delivered is None else row.figures.delivered
        if column == Column.TAPPED:
            return -1 if row.figures.tapped is None else row.figures.tapped
        if column == Column.LAST:
            return row.last_at.timestamp() if row.last_at is not None else 0
        return self._text(row, column).casefold()


class PlansFilter(QSortFilterProxyModel):
    """Finds words in name, description and ids; the default plan stays first, whatever the order.

    Hidden plans are shown when they are asked for.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setSortRole(SORT_ROLE)
        self.setFilterRole(FILTER_ROLE)
        self.setFilterKeyColumn(Column.PLAN)
        self.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._hidden = False

    def show_hidden(self, shown: bool) -> None:
        """Show hidden plans as well, or not."""
        self.beginFilterChange()
        self._hidden = shown
        self.endFilterChange()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        row = self.sourceModel().index(source_row, 0, source_parent).data(RECORD_ROLE)
        if row.plan is not None and row.plan.hidden and not self._hidden:
            return False
        return super().filterAcceptsRow(source_row, source_parent)

    def lessThan(self, left: Index, right: Index) -> bool:
        built_in = [place.data(RECORD_ROLE).plan is None for place in (left, right)]
        if any(built_in):
            return built_in[0] == (self.sortOrder() == Qt.SortOrder.AscendingOrder)
        return super().lessThan(left, right)


def plan_name(row: PlanSum) -> str:
    """What a plan is called."""
    return default_plan() if row.plan is None else row.plan.name


def plan_description(row: PlanSum) -> str:
    """What it is for."""
    return default_description() if row.plan is None else row.plan.description


def _ids(row: PlanSum) -> list[str]:
    plan = row.plan
    return [] if plan is None else [i for i in (plan.android_plan_id, plan.ios_plan_id) if i]
