"""One figure in a card: what it counts, the number, and what it is a share of."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget


class FigureCard(QFrame):
    """Three lines; a screen reader gets them as one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._title = QLabel()
        self._title.setProperty("role", "muted")
        self._figure = QLabel()
        self._figure.setProperty("role", "figure")
        self._note = QLabel()
        self._note.setProperty("role", "hint")
        self._note.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(6)
        for label in (self._title, self._figure, self._note):
            column.addWidget(label)
        column.addStretch(1)

    def set_figure(self, title: str, figure: str, note: str) -> None:
        """Show this number under this title; `note` says what it is a share of."""
        self._title.setText(title)
        self._figure.setText(figure)
        self._note.setText(note)
        self.setAccessibleName(f"{title}: {figure}")
        self.setAccessibleDescription(note)

    def figure(self) -> str:
        """The number as shown."""
        return self._figure.text()

    def note(self) -> str:
        """The line below it."""
        return self._note.text()
