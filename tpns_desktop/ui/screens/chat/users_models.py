"""Tables of the page *Users*: jobs, whom they failed of, what was read."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

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

RECORD_ROLE = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RowsModel(QAbstractTableModel):
    """Over some rows. `RECORD_ROLE` gives the row."""

    NUMBERS: tuple[int, ...] = ()
    """Columns of figures, which stand at the right."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Any] = []

    def rows(self) -> list[Any]:
        """What is shown."""
        return list(self._rows)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these and no others; what is chosen stays where the rows are as many as before."""
        if rows and len(rows) == len(self._rows):
            self._rows = list(rows)
            self.refresh_words()
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def refresh_words(self) -> None:
        """Say it in the present language."""
        last = self.columnCount() - 1
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, last))

    @abstractmethod
    def headers(self) -> Sequence[str]:
        """The columns from the left."""

    @abstractmethod
    def text(self, row: Any, column: int) -> str:
        """What a cell says."""

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

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.headers())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.text(row, column)
        if role == RECORD_ROLE:
            return row
        if role == Qt.ItemDataRole.TextAlignmentRole and column in self.NUMBERS:
            return _RIGHT
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section in self.NUMBERS:
            return _RIGHT
        return self.headers()[section] if role == Qt.ItemDataRole.DisplayRole else None


class JobsModel(RowsModel):
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


class FaultsModel(RowsModel):
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


class FoundModel(RowsModel):
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
