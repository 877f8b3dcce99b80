"""A line that says what was just done and offers to undo it, for some seconds."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from tpns_desktop.ui.widgets.announce import announce

SHOWN_MS = 10_000
_LONG = 90
"""Characters of a sentence that fit beside the button."""


class UndoBar(QFrame):
    """Stays while it has the focus or the pointer, so that nobody has to hurry.

    Signals:
        undo_asked: Undo was pressed.
        ended: the time to undo is over.
    """

    undo_asked = Signal()
    ended = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name`: the object name of the button."""
        super().__init__(parent)
        self.setProperty("banner", "accent")
        self._said = QLabel()
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self.undo = QPushButton()
        self.undo.setObjectName(name)
        self.undo.setProperty("kind", "link")
        self.undo.clicked.connect(self._on_undo)
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 8, 10, 8)
        line.setSpacing(10)
        line.addWidget(self._said)
        line.addWidget(self.undo)
        line.addStretch(1)
        self._timer = QTimer(self, interval=SHOWN_MS)
        self._timer.timeout.connect(self._on_time)
        self._show_words()
        self.hide()

    def offer(self, said: str) -> None:
        """Say what was done."""
        self._said.setText(said if len(said) <= _LONG else said[: _LONG - 1] + "…")
        self.setAccessibleName(said)
        self.undo.setAccessibleDescription(said)
        self.show()
        self._timer.start()
        announce(self, said)

    def text(self) -> str:
        """What it says."""
        return self._said.text()

    def end(self) -> None:
        """Offer it no longer."""
        self._timer.stop()
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
        super().changeEvent(event)

    def _show_words(self) -> None:
        self.undo.setText(self.tr("Undo"))
        self.undo.setToolTip(self.tr("Ctrl+Z"))

    @Slot()
    def _on_undo(self) -> None:
        self.end()
        self.undo_asked.emit()

    @Slot()
    def _on_time(self) -> None:
        if self.undo.hasFocus() or self.underMouse():
            return
        self.end()
        self.ended.emit()
