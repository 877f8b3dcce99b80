"""One line of text that changes often, as progress does, and leaves the page around it alone.

A QLabel has everything around it laid out anew with each text, which takes longer than a frame on
a long page. This one asks for that only when a text needs more room than all before it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class SteadyLabel(QWidget):
    """A label inside of a widget without a layout, where what it asks for goes no further."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel(self)
        self._room = QSize(0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def text(self) -> str:
        """What it says."""
        return self._label.text()

    def setText(self, text: str) -> None:
        """Say this."""
        if text == self._label.text():
            return
        self._label.setText(text)
        # Before it is shown, asking for the label's size would style it too early.
        if not self.isVisible() or self._label.sizeHint().expandedTo(self._room) != self._room:
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        self._room = self._label.sizeHint().expandedTo(self._room)
        return self._room

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._label.setGeometry(self.rect())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self._room = QSize(0, 0)  # what was wide before need not be now
            self.updateGeometry()
        super().changeEvent(event)
