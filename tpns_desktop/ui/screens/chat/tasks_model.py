"""The pushes that the Chat service keeps for later, as a table, the soonest first."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING

from tpns_desktop.ui.widgets.rows_model import RowsModel
from tpns_desktop.ui.words.chat_tasks import task_state, task_title, task_who

if TYPE_CHECKING:
    from tpns_desktop.model.chat_outcome import ScheduledTask


class Column(IntEnum):
    """The columns from the left."""

    AT = 0
    WHAT = 1
    WHO = 2
    STATUS = 3
    NUMBER = 4


class TasksModel(RowsModel):
    """Over `ScheduledTask`. `RECORD_ROLE` gives the task of a row."""

    def row_of(self, task_id: str) -> int:
        """The row of a task, -1 where it is not shown."""
        return next((n for n, one in enumerate(self._rows) if one.task_id == task_id), -1)

    def headers(self) -> Sequence[str]:
        return (
            self.tr("Starts"),
            self.tr("What"),
            self.tr("Who"),
            self.tr("Status"),
            self.tr("Task"),
        )

    def text(self, row: ScheduledTask, column: int) -> str:
        return (row.at, task_title(row), task_who(row), task_state(row), row.task_id)[column]
