"""One figure on a card: what it is, how much, of what."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget


class FigureCard(QFrame):
    """Label above, figure in large type, note below (a figure says what it is a share of)."""

    def __init__(self, label: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._label = QLabel(label)
        self._label.setProperty("role", "muted")
        self._value = QLabel("–")
        self._value.setProperty("role", "figure")
        self._value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._note = QLabel()
        self._note.setProperty("role", "hint")
        self._note.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(6)
        column.addWidget(self._label)
        column.addWidget(self._value)
        column.addWidget(self._note)
        column.addStretch(1)
        self._say()

    def set_label(self, label: str) -> None:
        """Name the figure."""
        self._label.setText(label)
        self._say()

    def set(self, value_text: str, note: str = "") -> None:
        """Show a figure, already in words of the present language, and its note."""
        self._value.setText(value_text)
        self._note.setText(note)
        self._say()

    @property
    def value_text(self) -> str:
        """The figure shown."""
        return self._value.text()

    def _say(self) -> None:
        self.setAccessibleName(f"{self._label.text()}: {self._value.text()}")
        self.setAccessibleDescription(self._note.text())
