"""The users that the Chat service left out of a push it took, each with the reason, as a table."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
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
from tpns_desktop.ui.words.chat_results import left_out_words

Index = QModelIndex | QPersistentModelIndex

_ROW_HEIGHT = 34
_ROWS_SHOWN = 8
_USER_WIDTH = 220


class Column(IntEnum):
    """The columns from the left."""

    USER = 0
    WHY = 1
    CODE = 2


class LeftOutModel(QAbstractTableModel):
    """Account → code, in the order of the answer."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[str, int]] = []

    def show_rows(self, left_out: Mapping[str, int]) -> None:
        """Show these."""
        rows = list(left_out.items())
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def table(self) -> list[tuple[str | int, ...]]:
        """All rows below their heads, as for a spreadsheet."""
        heads = tuple(self._head(column) for column in Column)
        return [heads, *((user, left_out_words(code), code) for user, code in self._rows)]

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
        user, code = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return (user, left_out_words(code), str(code))[index.column()]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._head(Column(section))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _head(self, column: Column) -> str:
        return {
            Column.USER: self.tr("User"),
            Column.WHY: self.tr("Why"),
            Column.CODE: self.tr("Code"),
        }[column]


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
        self.model.show_rows(left_out)
        rows = min(len(left_out), _ROWS_SHOWN)
        self.table.setFixedHeight(_ROW_HEIGHT * rows + 46)
        self.setVisible(bool(left_out))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
            self.model.retranslate()
        super().changeEvent(event)

    def _show_words(self) -> None:
        self._title.setText(self.tr("Users who were left out"))
        self.table.setAccessibleName(self._title.text())
        self.save.setText(self.tr("Save as a table…"))
        self.save.setAccessibleName(self.tr("Save the users who were left out as a table"))

    @Slot()
    def _on_save(self) -> None:
        self.export_asked.emit(f"{self._name}.csv", csv_bytes(self.model.table()))
