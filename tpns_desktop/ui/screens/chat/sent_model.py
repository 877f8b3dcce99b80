"""The pushes of one Chat app as a table, the newest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QGuiApplication, QIcon

from tpns_desktop.ui.theme import icons
from tpns_desktop.ui.words.chat_results import chat_short_label, chat_state_words
from tpns_desktop.ui.words.numbers import when

if TYPE_CHECKING:
    from tpns_desktop.send.results import Batch

RECORD_ROLE = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex

_COLOURS = {"neutral": "muted"}
"""Tones that have no colour of their own name."""


class Column(IntEnum):
    """The columns from the left."""

    WHEN = 0
    WHAT = 1
    WHO = 2
    STATUS = 3


class ChatSentModel(QAbstractTableModel):
    """Over `Batch`. `RECORD_ROLE` gives the push of a row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Batch] = []
        self._back: dict[str, str] = {}

    def show_rows(self, rows: Sequence[Batch], back: Mapping[str, str]) -> None:
        """Show these; `back`: id → "withdrawn" or "deleted" of those that surely were."""
        self.beginResetModel()
        self._rows, self._back = list(rows), dict(back)
        self.endResetModel()

    def add_rows(self, rows: Sequence[Batch], back: Mapping[str, str]) -> None:
        """Show further ones below."""
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows += rows
            self._back |= back
            self.endInsertRows()

    def last_id(self) -> str | None:
        """Id of the last push, None while there is none."""
        return self._rows[-1].id if self._rows else None

    def row_of(self, batch_id: str) -> int:
        """The row of a push, -1 where it is not shown."""
        return next((n for n, one in enumerate(self._rows) if one.id == batch_id), -1)

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
        batch = self._rows[index.row()]
        if role == RECORD_ROLE:
            return batch
        state = chat_state_words(batch.rows[0], self._back.get(batch.id, ""))
        if role == Qt.ItemDataRole.DecorationRole and index.column() == Column.STATUS:
            ratio = QGuiApplication.primaryScreen().devicePixelRatio()
            colour = _COLOURS.get(state.tone, state.tone)
            return QIcon(icons.pixmap(state.icon, colour, 16, ratio))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return (
                when(batch.when),
                batch.name or batch.title or batch.content,
                chat_short_label(batch.audience_kind, batch.audience.get("count")),
                state.text,
            )[index.column()]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("When"), self.tr("What"), self.tr("Who"), self.tr("Status"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None
