"""What a page says while there is nothing on it, and the way out of that."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget


class EmptyState(QWidget):
    """Signal `acted`: the button was pressed."""

    acted = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` is the object name of the button."""
        super().__init__(parent)
        self._title = QLabel()
        self._title.setProperty("role", "card-title")
        self._hint = QLabel()
        self._hint.setProperty("role", "muted")
        self._hint.setWordWrap(True)
        self._hint.setMaximumWidth(420)
        self.button = QPushButton()
        self.button.setObjectName(name)
        self.button.setProperty("kind", "primary")
        self.button.clicked.connect(self.acted)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addStretch(2)
        for label in (self._title, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(6)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def set_texts(self, title: str, hint: str, action: str) -> None:
        """Say this and offer this."""
        self._title.setText(title)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.button.setText(action)
        self.button.setAccessibleDescription(title)
        self.setAccessibleName(title)
