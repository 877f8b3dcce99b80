"""One step of setting up: what it is, how far it is, and the pages on which it is done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tpns_desktop.ui.widgets.card import Card
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


class StepCard(Card):
    """Its own parts go into `more`."""

    def __init__(self, step: str, number: int, parent: QWidget | None = None) -> None:
        super().__init__(number=number, parent=parent)
        self.step = step
        self._setup: SmsSetup | None = None
        self.setObjectName(f"sms_setup.{step}")
        self.known = QLabel()
        self.known.setObjectName(f"sms_setup.{step}.known")
        self.known.setTextFormat(Qt.TextFormat.PlainText)
        self.known.setWordWrap(True)
        self.how = QLabel()
        self.how.setProperty("role", "muted")
        self.how.setWordWrap(True)
        self.links: list[QPushButton] = []
        self._addresses: list[str] = []
        self._site = ""
        self.more = QVBoxLayout()
        self.more.setSpacing(8)
        self.body.addWidget(self.how)
        self.body.addWidget(self.known)
        self.body.addLayout(self.more)

    def add_links(self, site: str) -> None:
        """Put the pages below `more`, of this site at first: Tab comes to them last."""
        line = QHBoxLayout()
        for number in range(len(LINKS[site][self.step])):
            button = QPushButton()
            button.setObjectName(f"sms_setup.{self.step}.link{number}")
            button.clicked.connect(partial(self._on_link_clicked, number))
            line.addWidget(button)
            self.links.append(button)
        line.addStretch(1)
        self.body.addLayout(line)
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
        self._addresses = []
        pages = links_of(self.step, self._site) if self.links else []
        for button, (text, address) in zip(self.links, pages, strict=True):
            button.setText(self.tr("{0} ↗").format(text))
            button.setAccessibleName(self.tr("{0}, opens in the browser").format(text))
            button.setToolTip(address)
            self._addresses.append(address)

    def _on_link_clicked(self, number: int, _checked: bool = False) -> None:
        QDesktopServices.openUrl(QUrl(self._addresses[number]))
