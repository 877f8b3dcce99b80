"""A line that asks for words to be typed before something wide or repeated is sent."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QWidget


class TypedWords(QFrame):
    """Accepts an input method and pasted text; what counts as equal is decided by who asks.

    Signal `edited`: something was typed.
    """

    edited = Signal()

    def __init__(self, name: str, tone: str = "danger", parent: QWidget | None = None) -> None:
        """`name` is the object name of the field; `tone` one of the banners'."""
        super().__init__(parent)
        self.setProperty("banner", tone)
        self._label = QLabel()
        self.field = QLineEdit()
        self.field.setObjectName(name)
        self.field.setMinimumWidth(240)
        self.field.textEdited.connect(self.edited)
        self.field.textChanged.connect(self._clear_problem)
        self._label.setBuddy(self.field)
        self._problem = QLabel()
        self._problem.setProperty("role", "error")
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 9, 14, 9)
        line.setSpacing(10)
        line.addWidget(self._label)
        line.addWidget(self.field)
        line.addWidget(self._problem, 1)

    def ask(self, wanted: bool) -> None:
        """Ask for it, empty, or do not ask."""
        self.field.clear()
        self._clear_problem()
        self.setVisible(wanted)

    def set_texts(self, label: str, shown: str) -> None:
        """The question, and what stands faintly in the empty field."""
        self._label.setText(label)
        self.field.setAccessibleName(label)
        self.field.setPlaceholderText(shown)

    def text(self) -> str:
        """What was typed."""
        return self.field.text()

    def show_problem(self, text: str) -> None:
        """Say what is not right about it, until it is edited."""
        self._problem.setText(text)
        self.field.setAccessibleDescription(text)

    def _clear_problem(self) -> None:
        self._problem.clear()
        self.field.setAccessibleDescription("")
