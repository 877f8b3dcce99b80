"""The card *Language and look*: both count at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLabel, QWidget

from tpns_desktop.ui.i18n import LANGUAGES
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.widgets.card import Card
from tpns_desktop.ui.widgets.segmented import Segmented


class LookCard(Card):
    """Signals `language_chosen(str)`, `look_chosen(str)`: take it into use and remember it."""

    language_chosen = Signal(str)
    look_chosen = Signal(str)

    def __init__(self, session: Session, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._session = session
        self.language = Segmented()
        self.language.setObjectName("settings.language")
        self.language.set_choices(list(LANGUAGES.items()))
        self.language.set_value(language)
        self.language.chosen.connect(self.language_chosen)
        self.look = Segmented()
        self.look.setObjectName("settings.look")
        self.look.chosen.connect(self.look_chosen)
        self._labels: dict[str, QLabel] = {}
        for name, widget in (("language", self.language), ("look", self.look)):
            label = QLabel()
            label.setBuddy(widget)
            self._labels[name] = label
            self.body.addWidget(label)
            self.body.addWidget(widget)
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self.set_texts(self.tr("Language and look"))
        self._labels["language"].setText(self.tr("Language"))
        self.language.setAccessibleName(self.tr("Language"))
        self._labels["look"].setText(self.tr("Look"))
        self.look.set_choices(
            [
                ("system", self.tr("As the system")),
                ("light", self.tr("Light")),
                ("dark", self.tr("Dark")),
            ]
        )
        self.look.set_value(self._session.settings.look)
        self.look.setAccessibleName(self.tr("Look"))
