"""Putting a text on the clipboard by a button, and saying so for a moment."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton

from tpns_desktop.ui.widgets.announce import announce

_SAID_MS = 2500


class Copy(QTimer):
    """Puts `text` on the clipboard when `button` is pressed, and says so beside it."""

    def __init__(self, button: QPushButton, said: QLabel, text: str) -> None:
        super().__init__(button)
        self.setSingleShot(True)
        self.setInterval(_SAID_MS)
        self._said = said
        self._text = text
        button.clicked.connect(self._on_clicked)
        self.timeout.connect(said.clear)

    @Slot()
    def _on_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self._said.setText(self.tr("Copied"))
        announce(self._said, self._said.text())
        self.start()
