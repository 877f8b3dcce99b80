"""A line that opens and closes what stands below it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget


class Disclosure(QWidget):
    """Parts go into `body`. Signal `toggled(bool)`: it was opened or closed."""

    toggled = Signal(bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` is the object name of the button."""
        super().__init__(parent)
        self._text = ""
        self.button = QPushButton()
        self.button.setObjectName(name)
        self.button.setProperty("kind", "link")
        self.button.setCheckable(True)
        self.button.toggled.connect(self._on_toggled)
        self._inside = QWidget()
        self.body = QVBoxLayout(self._inside)
        self.body.setContentsMargins(0, 4, 0, 0)
        self.body.setSpacing(10)
        self._inside.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        line = QVBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.button)
        # The button is as wide as its words, not as the page.
        self.button.setSizePolicy(
            self.button.sizePolicy().horizontalPolicy().Maximum,
            self.button.sizePolicy().verticalPolicy(),
        )
        column.addLayout(line)
        column.addWidget(self._inside)

    @property
    def inside(self) -> QWidget:
        """What is shown while it is open; `body` is its layout."""
        return self._inside

    @property
    def is_open(self) -> bool:
        """Whether its body is shown."""
        return self.button.isChecked()

    def set_open(self, shown: bool) -> None:
        """Open or close it."""
        self.button.setChecked(shown)

    def set_text(self, text: str) -> None:
        """The words on the line; the arrow is added."""
        self._text = text
        self._show_words()

    @Slot(bool)
    def _on_toggled(self, shown: bool) -> None:
        self._inside.setVisible(shown)
        self._show_words()
        self.toggled.emit(shown)

    def _show_words(self) -> None:
        arrow = "▾" if self.is_open else "▸"
        self.button.setText(f"{self._text}  {arrow}")
        self.button.setAccessibleName(self._text)
