"""The figures by channel as a table: one row a system and channel."""

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

from tpns_desktop.ui.words.audience import PLATFORMS
from tpns_desktop.ui.words.channels import channel_name
from tpns_desktop.ui.words.numbers import grouped

if TYPE_CHECKING:
    from tpns_desktop.send.results import ChannelFigures

SORT_ROLE = Qt.ItemDataRole.UserRole
RECORD_ROLE = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns from the left."""

    SYSTEM = 0
    CHANNEL = 1
    PLANNED = 2
    DELIVERED = 3
    ARRIVED = 4
    TAPPED = 5
    DISMISSED = 6


class ChannelModel(QAbstractTableModel):
    """Over `ChannelFigures`. `SORT_ROLE` gives native values, `RECORD_ROLE` the record."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ChannelFigures] = []

    def show_channels(self, channels: Sequence[ChannelFigures]) -> None:
        """Show these figures; no row before or after what changed is told to the view."""
        same = [(c.platform, c.channel) for c in channels] == [
            (c.platform, c.channel) for c in self._rows
        ]
        if not same:
            self.beginResetModel()
            self._rows = list(channels)
            self.endResetModel()
            return
        changed = [row for row, figures in enumerate(channels) if figures != self._rows[row]]
        self._rows = list(channels)
        if changed:
            # Told once: each time, the view measures all its columns anew.
            first, last = self.index(changed[0], 0), self.index(changed[-1], len(Column) - 1)
            self.dataChanged.emit(first, last)

    def retranslate(self) -> None:
        """Say it in the present language."""
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
        figures = self._rows[index.row()]
        column = Column(index.column())
        if role == RECORD_ROLE:
            return figures
        if role == Qt.ItemDataRole.TextAlignmentRole and column >= Column.PLANNED:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role in (Qt.ItemDataRole.DisplayRole, SORT_ROLE):
            value = _value(figures, column)
            if role == SORT_ROLE or isinstance(value, str):
                return value
            return "–" if value is None else grouped(value)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section >= Column.PLANNED:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.SYSTEM: self.tr("System"),
            Column.CHANNEL: self.tr("Channel"),
            Column.PLANNED: self.tr("Planned"),
            Column.DELIVERED: self.tr("Delivered"),
            Column.ARRIVED: self.tr("Arrived"),
            Column.TAPPED: self.tr("Tapped"),
            Column.DISMISSED: self.tr("Dismissed"),
        }[Column(section)]


def _value(row: ChannelFigures, column: Column) -> str | int | None:
    if column == Column.SYSTEM:
        return PLATFORMS[row.platform]
    if column == Column.CHANNEL:
        return channel_name(row.channel)
    figures = row.figures
    return {
        Column.PLANNED: figures.planned,
        Column.DELIVERED: figures.delivered,
        Column.ARRIVED: figures.arrived,
        Column.TAPPED: figures.tapped,
        Column.DISMISSED: figures.dismissed,
    }[column]
