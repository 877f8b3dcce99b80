"""How the text message will read: a bubble, its length, and as how many messages it is charged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from tpns_desktop.send.sms_facts import SmsText


class SmsBubble(QWidget):
    """Shows a text as the book knows it; says why there is none otherwise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._made: SmsText | None = None
        self.title = QLabel()
        self.text = QLabel()
        self.text.setObjectName("sms.bubble")
        self.text.setProperty("role", "panel")
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.text.setMargin(12)
        self.length = QLabel()
        self.length.setObjectName("sms.length")
        self.length.setProperty("role", "hint")
        self.length.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.title, self.text, self.length):
            column.addWidget(part)
        self._show_words()

    def show_text(self, made: SmsText | None) -> None:
        """Show this text, or that the template's words are not known."""
        self._made = made
        self._show_words()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
        super().changeEvent(event)

    def _show_words(self) -> None:
        self.title.setText(self.tr("How it will read"))
        self.text.setAccessibleName(self.tr("How it will read"))
        self.text.setVisible(self._made is not None)
        if self._made is None:
            self.length.setText(self.tr("The words of this template are not in your book yet."))
            return
        self.text.setText(self._made.text)
        size, count = self._made.length.characters, self._made.length.messages
        side = (
            self.tr("outside the Chinese mainland")
            if self._made.international
            else self.tr("Chinese mainland")
        )
        messages = QCoreApplication.translate("SmsBubble", "%Ln message(s)", None, count)
        characters = QCoreApplication.translate("SmsBubble", "%Ln character(s)", None, size)
        self.length.setText(" · ".join((characters, messages, side)))
