"""The confirmed pushes as a table, the newest first."""

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
from PySide6.QtGui import QFont, QGuiApplication

from tpns_desktop.ui.theme import icons
from tpns_desktop.ui.words.audience import short_label
from tpns_desktop.ui.words.numbers import grouped, when
from tpns_desktop.ui.words.states import UNSETTLED, batch_words

if TYPE_CHECKING:
    from tpns_desktop.send.results import Batch

SORT_ROLE = Qt.ItemDataRole.UserRole
RECORD_ROLE = Qt.ItemDataRole.UserRole + 1
FILTER_ROLE = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex

_COLOURS = {"neutral": "muted"}
"""Tones that have no colour of their own name."""


class Column(IntEnum):
    """The columns from the left."""

    WHEN = 0
    WHAT = 1
    WHO = 2
    STATUS = 3
    ARRIVED = 4
    TAPPED = 5
    PLAN = 6


_STANDS_OUT = frozenset({Column.WHAT, Column.STATUS})
"""Where an unsettled push is told by bold words, beside the icon."""
_NUMBERS = frozenset({Column.ARRIVED, Column.TAPPED})


class SentModel(QAbstractTableModel):
    """Over `Batch`.

    `SORT_ROLE` gives native values, `RECORD_ROLE` the batch, `FILTER_ROLE` what the filter reads.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._batches: list[Batch] = []
        self._names_apps = False

    def name_apps(self, on: bool) -> None:
        """Say of each push whose it is, where those of several apps are shown."""
        self._names_apps = on

    def batches(self) -> list[Batch]:
        """What is shown, in the model's order."""
        return list(self._batches)

    def show_batches(self, batches: Sequence[Batch]) -> None:
        """Show these and no others."""
        self.beginResetModel()
        self._batches = list(batches)
        self.endResetModel()

    def add_older(self, batches: Sequence[Batch]) -> None:
        """Add the next page below."""
        known = {batch.id for batch in self._batches}
        fresh = [batch for batch in batches if batch.id not in known]
        if fresh:
            first = len(self._batches)
            self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
            self._batches += fresh
            self.endInsertRows()

    def put(self, batch: Batch) -> None:
        """Show the news of one push; one that is not there yet goes to the top."""
        for row, shown in enumerate(self._batches):
            if shown.id == batch.id:
                if shown != batch:
                    self._batches[row] = batch
                    self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))
                return
        self.beginInsertRows(QModelIndex(), 0, 0)
        self._batches.insert(0, batch)
        self.endInsertRows()

    def refresh_words(self) -> None:
        """Say it in the present language, drawn in the present look."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        if self._batches:
            end = self.index(len(self._batches) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), end)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._batches)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        batch, column = self._batches[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            said = _text(batch, column)
            if column == Column.WHO and batch.is_test:
                said = self.tr("Test · {0}").format(said)
            if column == Column.WHO and self._names_apps and batch.audience_kind != "all":
                return f"{batch.app_name} · {said}"
            return said
        if role == SORT_ROLE:
            return _native(batch, column)
        if role == RECORD_ROLE:
            return batch
        if role == FILTER_ROLE:
            told = (batch.title, batch.content, batch.plan_name, batch.name)
            return "\n".join((*told, batch.app_name) if self._names_apps else told)
        if role == Qt.ItemDataRole.ToolTipRole and column == Column.WHAT:
            return "\n".join(part for part in (batch.name, batch.title, batch.content) if part)
        if role == Qt.ItemDataRole.DecorationRole and column == Column.STATUS:
            words = batch_words(batch)
            return icons.icon(words.icon, _COLOURS.get(words.tone, words.tone))
        if role == Qt.ItemDataRole.FontRole and column in _STANDS_OUT and is_unsettled(batch):
            bold = QFont(QGuiApplication.font())
            bold.setBold(True)
            return bold
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
            Column.WHEN: self.tr("When"),
            Column.WHAT: self.tr("What"),
            Column.WHO: self.tr("Who"),
            Column.STATUS: self.tr("Status"),
            Column.ARRIVED: self.tr("Arrived"),
            Column.TAPPED: self.tr("Tapped"),
            Column.PLAN: self.tr("Plan"),
        }[Column(section)]


class SentFilter(QSortFilterProxyModel):
    """Finds words in title, text and plan, or what is unsettled; sorts by native values."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setSortRole(SORT_ROLE)
        self.setFilterRole(FILTER_ROLE)
        self.setFilterKeyColumn(Column.WHAT)
        self.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._unsettled = False

    def show_unsettled(self, only: bool) -> None:
        """Show only pushes of which nobody knows, or all."""
        self.beginFilterChange()
        self._unsettled = only
        self.endFilterChange()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        if self._unsettled:
            place = self.sourceModel().index(source_row, 0, source_parent)
            if not is_unsettled(place.data(RECORD_ROLE)):
                return False
        return super().filterAcceptsRow(source_row, source_parent)


def is_unsettled(batch: Batch) -> bool:
    """Whether nobody knows of a row of it whether it went out."""
    return any(row.state in UNSETTLED for row in batch.rows)


def _text(batch: Batch, column: Column) -> str:
    if column == Column.WHEN:
        return when(batch.when)
    if column == Column.WHAT:
        said = " ".join(batch.title.split()) or " ".join(batch.content.split())
        return f"{batch.name} — {said}" if batch.name and batch.name != said else said
    if column == Column.WHO:
        return short_label(batch.audience_kind, batch.audience.get("count"), batch.app_name)
    if column == Column.STATUS:
        return batch_words(batch).text
    if column == Column.PLAN:
        return batch.plan_name
    value = _number(batch, column)
    return "–" if value is None else grouped(value)


def _native(batch: Batch, column: Column) -> str | float | int:
    if column == Column.WHEN:
        return batch.when.timestamp()
    if column in _NUMBERS:
        value = _number(batch, column)
        return -1 if value is None else value
    return _text(batch, column).casefold()


def _number(batch: Batch, column: Column) -> int | None:
    figures = batch.counters
    return figures.arrived if column == Column.ARRIVED else figures.tapped
