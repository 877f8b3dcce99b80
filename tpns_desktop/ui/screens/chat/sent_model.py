"""The pushes of one Chat app as a table, the newest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtGui import QGuiApplication, QIcon

from tpns_desktop.ui.theme import icons
from tpns_desktop.ui.widgets.rows_model import Index, RowsModel
from tpns_desktop.ui.words.chat_results import chat_short_label, chat_state_words
from tpns_desktop.ui.words.numbers import when

if TYPE_CHECKING:
    from tpns_desktop.send.results import Batch
    from tpns_desktop.ui.words.states import StateWords

_COLOURS = {"neutral": "muted"}
"""Tones that have no colour of their own name."""


class Column(IntEnum):
    """The columns from the left."""

    WHEN = 0
    WHAT = 1
    WHO = 2
    STATUS = 3


class ChatSentModel(RowsModel):
    """Over `Batch`. `RECORD_ROLE` gives the push of a row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._back: dict[str, str] = {}

    def show_rows(
        self, rows: Sequence[Batch], back: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        """Show these; `back`: id → "withdrawn" or "deleted" of those that surely were."""
        self._back = dict(back)
        super().show_rows(rows)

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

    def headers(self) -> Sequence[str]:
        return (self.tr("When"), self.tr("What"), self.tr("Who"), self.tr("Status"))

    def text(self, row: Batch, column: int) -> str:
        return (
            when(row.when),
            row.name or row.title or row.content,
            chat_short_label(row.audience_kind, row.audience.get("count")),
            self._state(row).text,
        )[column]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if (
            index.isValid()
            and role == Qt.ItemDataRole.DecorationRole
            and index.column() == Column.STATUS
        ):
            state = self._state(self._rows[index.row()])
            ratio = QGuiApplication.primaryScreen().devicePixelRatio()
            colour = _COLOURS.get(state.tone, state.tone)
            return QIcon(icons.pixmap(state.icon, colour, 16, ratio))
        return super().data(index, role)

    def _state(self, batch: Batch) -> StateWords:
        return chat_state_words(batch.rows[0], self._back.get(batch.id, ""))
