"""A table of records: a row opens by Enter or double click, arrows move, Tab leaves."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

ROW_HEIGHT = 42


class RecordTable(QTableView):
    """Over a model whose `record_role` gives the record of a row.

    Signals:
        opened(object): the person opened this record.
        removed(object): Delete was pressed on this record.
    """

    opened = Signal(object)
    removed = Signal(object)

    def __init__(self, record_role: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record_role = record_role
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.doubleClicked.connect(self._on_double_clicked)

    def set_widths(self, widths: dict[int, int], stretch: int) -> None:
        """Give columns their widths in pixels; `stretch` takes what is left."""
        header = self.horizontalHeader()
        for column, width in widths.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            self.setColumnWidth(column, width)
        header.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)

    def current_record(self) -> Any:
        """The record of the current row, or None."""
        index = self.currentIndex()
        return index.data(self._record_role) if index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        record = self.current_record()
        if self.state() == QAbstractItemView.State.EditingState:
            # The Enter that ends an editor comes here as well.
            super().keyPressEvent(event)
        elif record is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(record)
        elif record is not None and event.key() == Qt.Key.Key_Delete:
            self.removed.emit(record)
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _on_double_clicked(self, index: QModelIndex) -> None:
        record = index.data(self._record_role)
        if record is not None:
            self.opened.emit(record)
