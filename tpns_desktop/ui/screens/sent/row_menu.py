"""The menu of a row: what the buttons below the table do, and the way to make a push right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QMenu, QPushButton

from tpns_desktop.ui.widgets.record_table import RecordTable


class RowMenu(QObject):
    """Opens by a right click or the Menu key.

    Signal `mend_asked(str)`: show this push with what can still be done about it.
    """

    mend_asked = Signal(str)

    def __init__(self, table: RecordTable, buttons: Sequence[QPushButton]) -> None:
        """`buttons` act on the chosen row and know by themselves when they can."""
        super().__init__(table)
        self._table = table
        self._buttons = tuple(buttons)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._on_asked)

    def menu(self) -> QMenu:
        """A new menu for the chosen row."""
        menu = QMenu(self._table)
        menu.setObjectName("sent.menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        mend = menu.addAction(
            QCoreApplication.translate("RowMenu", "Make it right: cancel, stop, replace…")
        )
        mend.setObjectName("sent.menu.mend")
        mend.setEnabled(self._batch_id() is not None)
        mend.triggered.connect(self._on_mend)
        menu.addSeparator()
        for button in self._buttons:
            action = menu.addAction(button.text())
            action.setEnabled(button.isEnabled())
            action.triggered.connect(button.click)
        return menu

    def _batch_id(self) -> str | None:
        line = self._table.current_record()
        batch_id: str | None = getattr(line, "batch_id", None)
        return batch_id

    @Slot(QPoint)
    def _on_asked(self, where: QPoint) -> None:
        index = self._table.indexAt(where)
        if index.isValid():
            self._table.selectRow(index.row())
        if self._table.currentIndex().isValid():
            self.menu().popup(self._table.viewport().mapToGlobal(where))

    @Slot()
    def _on_mend(self) -> None:
        batch_id = self._batch_id()
        if batch_id is not None:
            self.mend_asked.emit(batch_id)
