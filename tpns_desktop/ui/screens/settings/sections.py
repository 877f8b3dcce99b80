"""The list of sections at the left of the settings: where one is, and a jump to each card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

WIDTH = 196
ROW_HEIGHT = 32


class Sections(QListWidget):
    """Up and Down go from section to section, Enter into its card.

    Signals:
    chosen(str): the card of this key is to be shown.
    entered(str): the focus is to go into it.
    """

    chosen = Signal(str)
    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settings.sections")
        self.setProperty("role", "sections")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFixedWidth(WIDTH)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.currentItemChanged.connect(self._on_current_changed)
        self.itemClicked.connect(self._on_clicked)

    def show_sections(self, sections: Sequence[tuple[str, str]]) -> None:
        """Show these (key, words), and keep the present one."""
        key = self.key()
        with QSignalBlocker(self):
            self.clear()
            for name, words in sections:
                item = QListWidgetItem(words)
                item.setData(Qt.ItemDataRole.UserRole, name)
                item.setToolTip(words)
                # Said, since the look's own height is known only once the list is shown.
                item.setSizeHint(QSize(0, ROW_HEIGHT))
                self.addItem(item)
        self.setMaximumHeight(ROW_HEIGHT * self.count() + 8)
        self.mark(key or sections[0][0])

    def key(self) -> str:
        """The present section, empty before there are any."""
        item = self.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def mark(self, key: str) -> None:
        """Show where one is; goes nowhere."""
        with QSignalBlocker(self):
            for row in range(self.count()):
                if self.item(row).data(Qt.ItemDataRole.UserRole) == key:
                    self.setCurrentRow(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.entered.emit(self.key())
        else:
            super().keyPressEvent(event)

    @Slot(QListWidgetItem, QListWidgetItem)
    def _on_current_changed(self, now: QListWidgetItem | None, _before: object) -> None:
        if now is not None:
            self.chosen.emit(str(now.data(Qt.ItemDataRole.UserRole)))

    @Slot(QListWidgetItem)
    def _on_clicked(self, item: QListWidgetItem) -> None:
        self.chosen.emit(str(item.data(Qt.ItemDataRole.UserRole)))
