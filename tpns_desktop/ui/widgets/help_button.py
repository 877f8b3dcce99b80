"""The small "?" beside a heading."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QToolButton, QWidget

from tpns_desktop.ui.widgets.card import Card
from tpns_desktop.ui.widgets.tab_order import follow


class HelpButton(QToolButton):
    """Signal `asked(str)`: help on this topic is wanted."""

    asked = Signal(str)

    def __init__(self, topic: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._topic = topic
        self.setText("?")
        self.setProperty("role", "help")
        self.setObjectName(f"help.{topic}")
        self.clicked.connect(self._on_clicked)
        self._show_words()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Name itself after the card that it is on, as that is called now."""
        self._show_words()

    @Slot()
    def _on_clicked(self) -> None:
        self.asked.emit(self._topic)

    def _show_words(self) -> None:
        card = self.parentWidget()
        while card is not None and not isinstance(card, Card):
            card = card.parentWidget()
        title = card.title_text() if isinstance(card, Card) else ""
        name = self.tr("Help: {0}").format(title) if title else self.tr("Help")
        self.setAccessibleName(name)
        self.setToolTip(name)


def add_help(card: Card, topic: str) -> HelpButton:
    """Give a card its "?", at the right of its heading, before all else that Tab comes to."""
    button = HelpButton(topic, card)
    card.extras.addWidget(button)
    follow(card, [button])
    button.retranslate()
    return button
