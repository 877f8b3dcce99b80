"""The users that the Chat service left out of a push it took, each with the reason, as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.ui.widgets.charts.series import csv_bytes
from tpns_desktop.ui.widgets.rows_model import RowsModel
from tpns_desktop.ui.words.chat_results import left_out_words

_ROW_HEIGHT = 34
_ROWS_SHOWN = 8
_USER_WIDTH = 220


class Column(IntEnum):
    """The columns from the left."""

    USER = 0
    WHY = 1
    CODE = 2


class LeftOutModel(RowsModel):
    """Account and code, in the order of the answer."""

    def show_left_out(self, left_out: Mapping[str, int]) -> None:
        """Show these: account → code."""
        rows = list(left_out.items())
        if rows != self._rows:
            self.show_rows(rows)

    def table(self) -> list[tuple[str | int, ...]]:
        """All rows below their heads, as for a spreadsheet."""
        rows = ((user, left_out_words(code), code) for user, code in self._rows)
        return [tuple(self.headers()), *rows]

    def headers(self) -> Sequence[str]:
        return (self.tr("User"), self.tr("Why"), self.tr("Code"))

    def text(self, row: tuple[str, int], column: int) -> str:
        user, code = row
        return (user, left_out_words(code), str(code))[column]


class LeftOutPart(QWidget):
    """Hidden while nobody was left out.

    Signal `export_asked(str, bytes)`: the table is wanted in a file; the suggested name first.
    """

    export_asked = Signal(str, bytes)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel()
        self._title.setProperty("role", "strong")
        self.save = QPushButton()
        self.save.setObjectName("result.left_out.save")
        self.save.setProperty("kind", "link")
        self.save.clicked.connect(self._on_save)
        self.model = LeftOutModel(self)
        self.table = QTableView()
        self.table.setObjectName("result.left_out")
        self.table.setModel(self.model)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.setColumnWidth(Column.USER, _USER_WIDTH)
        header.setSectionResizeMode(Column.WHY, QHeaderView.ResizeMode.Stretch)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.table)
        self._name = ""
        self.hide()
        self._show_words()

    def show_rows(self, left_out: Mapping[str, int], name: str) -> None:
        """Show these; `name`: what a file of them is called."""
        self._name = name
        self.model.show_left_out(left_out)
        rows = min(len(left_out), _ROWS_SHOWN)
        self.table.setFixedHeight(_ROW_HEIGHT * rows + 46)
        self.setVisible(bool(left_out))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
            self.model.refresh_words()
        super().changeEvent(event)

    def _show_words(self) -> None:
        self._title.setText(self.tr("Users who were left out"))
        self.table.setAccessibleName(self._title.text())
        self.save.setText(self.tr("Save as a table…"))
        self.save.setAccessibleName(self.tr("Save the users who were left out as a table"))

    @Slot()
    def _on_save(self) -> None:
        self.export_asked.emit(f"{self._name}.csv", csv_bytes(self.model.table()))
