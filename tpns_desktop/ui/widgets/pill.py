"""A short word on a coloured ground: a state, a count."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from tpns_desktop.ui.theme.sheet import repolish


class Pill(QLabel):
    """Words in the colours of a tone. The words carry the meaning, the colour repeats it."""

    def __init__(self, text: str = "", tone: str = "neutral", parent: QWidget | None = None):
        super().__init__(text, parent)
        self.setProperty("pill", True)
        self.setProperty("tone", tone)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def tone(self) -> str:
        """The present tone."""
        return str(self.property("tone"))

    def set_tone(self, tone: str) -> None:
        """Show another meaning."""
        if tone != self.tone:
            self.setProperty("tone", tone)
            repolish(self)

    def set(self, text: str, tone: str) -> None:
        """Show other words and another meaning."""
        self.setText(text)
        self.set_tone(tone)
