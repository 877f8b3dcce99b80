"""A coloured strip that says one thing, with buttons to act on it and perhaps to put it away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from tpns_desktop.ui.widgets.style import set_style_property

_MARKS = {"ok": "✓", "warn": "!", "danger": "!", "accent": "i", "practice": "◇", "neutral": "i"}


class Banner(QFrame):
    """Signals `acted`: the action was pressed; `dismissed`: it was put away."""

    acted = Signal()
    dismissed = Signal()

    def __init__(
        self, tone: str = "accent", dismissable: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.setProperty("tone", tone)
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 9, 10, 9)
        line.setSpacing(10)
        self._mark = QLabel(_MARKS[tone])
        self._mark.setProperty("role", "banner-icon")
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._action = QPushButton()
        self._action.setProperty("kind", "link")
        self._action.hide()
        self._action.clicked.connect(self.acted)
        self._close = QPushButton("✕")
        self._close.setProperty("kind", "link")
        self._close.setVisible(dismissable)
        self._close.clicked.connect(self._on_close_clicked)
        line.addWidget(self._mark)
        line.addWidget(self._text, 1)
        line.addWidget(self._action)
        line.addWidget(self._close)
        self._retranslate()

    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def set_text(self, text: str) -> None:
        """Say this."""
        self._text.setText(text)
        self.setAccessibleName(text)

    def set_tone(self, tone: str) -> None:
        """Take another tone."""
        self._mark.setText(_MARKS[tone])
        set_style_property(self, "tone", tone)

    def set_action(self, text: str, name: str = "") -> None:
        """Offer one action; the empty text takes it away."""
        self._action.setText(text)
        self._action.setObjectName(name)
        self._action.setVisible(bool(text))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._close.setAccessibleName(self.tr("Put this message away"))
        self._close.setToolTip(self.tr("Put this message away"))

    def _on_close_clicked(self) -> None:
        self.hide()
        self.dismissed.emit()
