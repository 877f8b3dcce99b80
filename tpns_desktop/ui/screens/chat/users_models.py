"""Tables of the page *Users*: jobs, whom they failed of, what was read."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from tpns_desktop.ui.widgets.rows_model import RowsModel
from tpns_desktop.ui.words.chat_people import (
    fault_head,
    fault_words,
    found_head,
    state_words,
    what_words,
)
from tpns_desktop.ui.words.numbers import grouped, percent, when

if TYPE_CHECKING:
    from tpns_desktop.send.chat_people import JobSeen
    from tpns_desktop.store.chat_jobs import Fault


class TableModel(RowsModel):
    """Rows that are read anew while one is chosen, in a table of set widths."""

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these and no others; what is chosen stays where the rows are as many as before."""
        if rows and len(rows) == len(self._rows):
            self._rows = list(rows)
            self.refresh_words()
        else:
            super().show_rows(rows)

    @abstractmethod
    def widths(self) -> dict[int, int]:
        """Of the columns but the stretched one."""

    def stretched(self) -> int:
        """The column that takes what is left."""
        return 0

    def as_text(self) -> str:
        """All of it, for the clipboard."""
        columns = range(self.columnCount())
        lines = ["\t".join(self.headers())]
        lines += ["\t".join(self.text(row, column) for column in columns) for row in self._rows]
        return "\n".join(lines)


class JobsModel(TableModel):
    """Over `JobSeen`."""

    NUMBERS = (1, 4)

    def headers(self) -> Sequence[str]:
        return [
            self.tr("What"),
            self.tr("Users"),
            self.tr("State"),
            self.tr("So far"),
            self.tr("Not done"),
            self.tr("Begun"),
        ]

    def widths(self) -> dict[int, int]:
        return {1: 100, 2: 150, 3: 80, 4: 90, 5: 170}

    def text(self, row: JobSeen, column: int) -> str:
        job = row.row
        if column == 0:
            words = what_words(job.kind, job.params)
            return f"{words} · {job.name}" if job.name else words
        if column == 1:
            return grouped(job.accounts)
        if column == 2:
            return state_words(job)[0]
        if column == 3:
            return percent(job.done, job.accounts)
        if column == 4:
            return grouped(job.failed) if job.failed else "–"
        return when(job.begun_at) if job.begun_at is not None else ""


class FaultsModel(TableModel):
    """Over `Fault`."""

    NUMBERS = (2,)

    def headers(self) -> Sequence[str]:
        return fault_head()

    def widths(self) -> dict[int, int]:
        return {0: 220, 2: 90}

    def stretched(self) -> int:
        return 1

    def text(self, row: Fault, column: int) -> str:
        if column == 0:
            return row.account
        if column == 1:
            return fault_words(row)
        return "" if row.code is None else str(row.code)


class FoundModel(TableModel):
    """Over what was read: {"account", "tags", "attributes"}."""

    def headers(self) -> Sequence[str]:
        return [*found_head(), self.tr("Attributes")]

    def widths(self) -> dict[int, int]:
        return {0: 160, 2: 300}

    def stretched(self) -> int:
        return 1

    def text(self, row: dict[str, Any], column: int) -> str:
        if column == 0:
            return str(row["account"])
        if column == 1:
            return ", ".join(row.get("tags") or ())
        values = row.get("attributes") or {}
        return ", ".join(f"{name} = {value}" for name, value in values.items())
