"""A button for what can't be taken back: Enter and Space never press it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

KEYS = "Alt+S"
"""Presses it; deliberately not a key that one holds down or hits in passing."""

_IGNORED = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select})

ARM_MS = 500
"""How long a page or dialog waits before its deliberate button can be pressed: the second click of
a double click must not fall through to it."""


class DeliberateButton(QPushButton):
    """A click, `KEYS`, or a screen reader's press action press it, and nothing else does.

    It is never a dialog's default, and holding `KEYS` down presses once.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAutoDefault(False)
        self.setDefault(False)
        keys = QShortcut(QKeySequence(KEYS), self)
        keys.setAutoRepeat(False)
        keys.activated.connect(self._on_keys)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _IGNORED:
            event.accept()  # nor may a dialog take it for its default button
            return
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() in _IGNORED:
            event.accept()
            return
        super().keyReleaseEvent(event)

    @Slot()
    def _on_keys(self) -> None:
        self.click()
