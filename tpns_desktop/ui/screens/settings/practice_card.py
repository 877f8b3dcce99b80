"""The card *Practice*: what the practice service plays, and what it cannot."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QWidget

from tpns_desktop.ui.widgets.card import Card


class PracticeCard(Card):
    """Words alone: a practice world is new at each start, so there is nothing to reset."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.plays, self.new = QLabel(), QLabel()
        for label in (self.plays, self.new):
            label.setWordWrap(True)
            self.body.addWidget(label)
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self.set_texts(
            self.tr("Practice"),
            self.tr("A service on this computer that stands in for TPNS. Nothing leaves it."),
        )
        self.plays.setText(
            self.tr(
                "It plays made-up phones of every maker, accounts and tags. It checks requests as "
                "strictly as TPNS, takes them or refuses them, and reports what arrived and was "
                "tapped. Its figures are invented and tell nothing about your app."
            )
        )
        self.new.setText(
            self.tr(
                "Its world begins anew with each start of the program. Your drafts, templates and "
                "lists stay."
            )
        )
