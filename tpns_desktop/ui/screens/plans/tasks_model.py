"""The pushes of a plan as a table, the newest first."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tpns_desktop.ui.theme import icons
from tpns_desktop.ui.words.audience import short_label
from tpns_desktop.ui.words.numbers import grouped, when
from tpns_desktop.ui.words.states import batch_words

if TYPE_CHECKING:
    from tpns_desktop.send.results import Batch

RECORD_ROLE = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex
_COLOURS = {"neutral": "muted"}
"""Tones that have no colour of their own name."""


class Column(IntEnum):
    """The columns from the left."""

    WHEN = 0
    WHAT = 1
    WHO = 2
    STATUS = 3
    DELIVERED = 4
    ARRIVED = 5
    TAPPED = 6


_NUMBERS = frozenset({Column.DELIVERED, Column.ARRIVED, Column.TAPPED})


class TasksModel(QAbstractTableModel):
    """Over `Batch`; `RECORD_ROLE` gives the batch."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._batches: list[Batch] = []

    def batches(self) -> list[Batch]:
        """What is shown."""
        return list(self._batches)

    def show_batches(self, batches: Sequence[Batch]) -> None:
        """Show these and no others."""
        self.beginResetModel()
        self._batches = list(batches)
        self.endResetModel()

    def add_older(self, batches: Sequence[Batch]) -> None:
        """Add the next page below."""
        if batches:
            first = len(self._batches)
            self.beginInsertRows(QModelIndex(), first, first + len(batches) - 1)
            self._batches += batches
            self.endInsertRows()

    def put(self, batch: Batch) -> None:
        """Show the news of one push that is there."""
        for row, shown in enumerate(self._batches):
            if shown.id == batch.id:
                self._batches[row] = batch
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

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
            return _text(batch, column)
        if role == RECORD_ROLE:
            return batch
        if role == Qt.ItemDataRole.ToolTipRole and column == Column.WHAT:
            return "\n".join(part for part in (batch.name, batch.title, batch.content) if part)
        if role == Qt.ItemDataRole.DecorationRole and column == Column.STATUS:
            words = batch_words(batch)
            return icons.icon(words.icon, _COLOURS.get(words.tone, words.tone))
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
            Column.DELIVERED: self.tr("Delivered"),
            Column.ARRIVED: self.tr("Arrived"),
            Column.TAPPED: self.tr("Tapped"),
        }[Column(section)]


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
    value: int | None = getattr(batch.counters, column.name.lower())
    return "–" if value is None else grouped(value)
