"""A white card with a heading; what is on it belongs to whoever fills `body`."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tpns_desktop.ui.theme.tokens import SPACE_L, SPACE_M
from tpns_desktop.ui.widgets.pill import Pill


class Card(QFrame):
    """Heading (number, title, subtitle, badge) above `body`.

    `extras` is a row at the right of the heading for a button or two. The heading takes no room
    while it has no words.
    """

    def __init__(
        self,
        title: str = "",
        subtitle: str = "",
        number: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._number = QLabel("" if number is None else str(number))
        self._number.setProperty("role", "number")
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        if number is None:  # never setVisible(True) here: without a parent yet it would be a window
            self._number.hide()
        self._title = QLabel()
        self._title.setProperty("role", "card-title")
        self._title.setWordWrap(True)
        self._subtitle = QLabel()
        self._subtitle.setProperty("role", "hint")
        self._subtitle.setWordWrap(True)
        self._badge = Pill()
        self._badge.hide()
        self.extras = QHBoxLayout()
        self.extras.setSpacing(8)

        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(SPACE_M)
        head.addWidget(self._number)
        head.addLayout(words, 1)
        head.addWidget(self._badge)
        head.addLayout(self.extras)

        self.body = QVBoxLayout()
        self.body.setSpacing(SPACE_M)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, SPACE_L, 18, 18)
        column.setSpacing(SPACE_M)
        column.addWidget(self._head)
        column.addLayout(self.body, 1)
        self.set_texts(title, subtitle)

    def title_text(self) -> str:
        """The heading's words."""
        return self._title.text()

    def set_texts(self, title: str, subtitle: str = "") -> None:
        """Show these words; the card is named by its title for a screen reader."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._title.setVisible(bool(title))
        self._subtitle.setVisible(bool(subtitle))
        self._head.setVisible(bool(title or subtitle) or not self._number.isHidden())
        self.setAccessibleName(title)
        self.setAccessibleDescription(subtitle)

    def set_badge(self, text: str, tone: str = "accent") -> None:
        """Show a pill at the right of the heading; the empty text takes it away."""
        self._badge.set(text, tone)
        self._badge.setVisible(bool(text))
