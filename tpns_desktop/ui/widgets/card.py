"""A numbered card: title, a line below it, a badge at the right, and a body."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tpns_desktop.ui.widgets.pill import Pill


class Card(QFrame):
    """Parts go into `body`."""

    def __init__(
        self,
        title: str = "",
        subtitle: str = "",
        number: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 18)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(12)
        if number is not None:
            mark = QLabel(str(number))
            mark.setProperty("role", "number")
            mark.setFixedSize(24, 24)
            mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
            head.addWidget(mark)
        words = QVBoxLayout()
        words.setSpacing(2)
        self._title = QLabel()
        self._title.setProperty("role", "card-title")
        self._subtitle = QLabel()
        self._subtitle.setProperty("role", "hint")
        self._subtitle.setWordWrap(True)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        head.addLayout(words, 1)
        self._badge = Pill()
        self._badge.hide()
        head.addWidget(self._badge)
        column.addLayout(head)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        column.addLayout(self.body)
        self.set_texts(title, subtitle)

    def set_texts(self, title: str, subtitle: str = "") -> None:
        """Show this title and the line below it."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))
        self.setAccessibleName(title)

    def set_badge(self, text: str, tone: str = "accent") -> None:
        """Show a badge at the right; the empty text takes it away."""
        self._badge.set(text, tone)
        self._badge.setVisible(bool(text))
