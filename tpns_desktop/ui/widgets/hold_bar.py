"""The dark bar over the whole width: something waits, and can be stopped."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget


class HoldBar(QFrame):
    """Words and Cancel, and where wanted a second button ("Send now" of a hold without an end).

    Signals:
        cancelled: Cancel was pressed.
        send_now_chosen: the second button was pressed.
    """

    cancelled = Signal()
    send_now_chosen = Signal()

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "hold")
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self.send_now = QPushButton()
        self.send_now.setObjectName("hold.send_now")
        self.send_now.clicked.connect(self.send_now_chosen)
        self.send_now.hide()
        self.cancel = QPushButton()
        self.cancel.setObjectName("hold.cancel")
        self.cancel.clicked.connect(self.cancelled)
        line = QHBoxLayout(self)
        line.setContentsMargins(18, 10, 12, 10)
        line.setSpacing(10)
        line.addWidget(self._text, 1)
        line.addWidget(self.send_now)
        line.addWidget(self.cancel)
        self.setMinimumHeight(54)
        self._show_words()
        self.set_text(text)

    def text(self) -> str:
        """The words shown."""
        return self._text.text()

    def set_text(self, text: str) -> None:
        """Say what waits and how long."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self.cancel.setAccessibleDescription(text)

    def set_send_now(self, text: str) -> None:
        """Offer the second button under this name; the empty text takes it away."""
        self.send_now.setText(text)
        self.send_now.setVisible(bool(text))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
        super().changeEvent(event)

    def _show_words(self) -> None:
        self.cancel.setText(self.tr("Cancel"))
