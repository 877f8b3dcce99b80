"""The pushes that the Chat service keeps for later, as a table, the soonest first."""

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

from tpns_desktop.ui.words.chat_tasks import task_state, task_title, task_who

if TYPE_CHECKING:
    from tpns_desktop.model.chat_outcome import ScheduledTask

RECORD_ROLE = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns from the left."""

    AT = 0
    WHAT = 1
    WHO = 2
    STATUS = 3
    NUMBER = 4


class TasksModel(QAbstractTableModel):
    """Over `ScheduledTask`. `RECORD_ROLE` gives the task of a row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ScheduledTask] = []

    def show_rows(self, rows: Sequence[ScheduledTask]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row_of(self, task_id: str) -> int:
        """The row of a task, -1 where it is not shown."""
        return next((n for n, one in enumerate(self._rows) if one.task_id == task_id), -1)

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
        task = self._rows[index.row()]
        if role == RECORD_ROLE:
            return task
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            said = (task.at, task_title(task), task_who(task), task_state(task), task.task_id)
            return said[index.column()]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (
                self.tr("Starts"),
                self.tr("What"),
                self.tr("Who"),
                self.tr("Status"),
                self.tr("Task"),
            )[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None
