"""One step of setting up: what it is, how far it is, and the pages on which it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from tpns_desktop.ui.widgets import setup_page
from tpns_desktop.ui.words.sms_setup import (
    LINKS,
    how_words,
    known_words,
    links_of,
    state_words,
    title_of,
)

if TYPE_CHECKING:
    from tpns_desktop.send.sms_desk import SmsSetup


class StepCard(setup_page.StepCard):
    """Its own parts go into `more`."""

    def __init__(self, step: str, number: int, parent: QWidget | None = None) -> None:
        super().__init__("sms_setup", step, number, parent)
        self._setup: SmsSetup | None = None
        self._site = ""
        self.known = QLabel()
        self.known.setObjectName(f"sms_setup.{step}.known")
        self.known.setTextFormat(Qt.TextFormat.PlainText)
        self.known.setWordWrap(True)
        self.how = QLabel()
        self.how.setProperty("role", "muted")
        self.how.setWordWrap(True)
        self.body.addWidget(self.how)
        self.body.addWidget(self.known)
        self.body.addLayout(self.more)

    def add_links(self, site: str) -> None:
        """Put the pages below `more`, of this site at first."""
        self.add_link_row(len(LINKS[site][self.step]))
        self._site = site
        self._show_links()

    def show_setup(self, setup: SmsSetup) -> None:
        """Show how far it is."""
        self._setup, self._site = setup, setup.site
        self.retranslate()

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self.set_texts(title_of(self.step))
        self.how.setText(how_words(self.step))
        self._show_links()
        if self._setup is None:
            return
        words, tone = state_words(self._setup.steps[self.step])
        self.set_badge(words, tone)
        self.known.setText(known_words(self.step, self._setup))
        self.setAccessibleDescription(f"{words}. {self.known.text()}")

    def _show_links(self) -> None:
        if self.links:
            self.show_links(links_of(self.step, self._site))
