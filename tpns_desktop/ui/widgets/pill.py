"""A small rounded label whose tone goes with its words, never instead of them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from tpns_desktop.ui.widgets.style import set_style_property


class Pill(QLabel):
    """`tone`: accent, ok, warn, danger, practice or neutral."""

    def __init__(self, text: str = "", tone: str = "neutral", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("role", "pill")
        self.setProperty("tone", tone)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set(self, text: str, tone: str) -> None:
        """Show other words in another tone."""
        self.setText(text)
        set_style_property(self, "tone", tone)
