"""One thing that must be ready: what it is, what there is to do, and the pages about it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tpns_desktop.ui.widgets.card import Card
from tpns_desktop.ui.words.chat_setup import LINKS, how_words, links_of, title_of


class StepCard(Card):
    """`middle` stands after its first paragraph, `more` after its last."""

    def __init__(self, step: str, number: int, parent: QWidget | None = None) -> None:
        super().__init__(number=number, parent=parent)
        self.step = step
        self.setObjectName(f"chat_setup.{step}")
        self.middle, self.more = QVBoxLayout(), QVBoxLayout()
        self.more.setSpacing(8)
        self.links: list[QPushButton] = []
        self._paragraphs: list[QLabel] = []
        for place in range(len(how_words(step))):
            label = QLabel()
            label.setProperty("role", "muted")
            label.setWordWrap(True)
            self._paragraphs.append(label)
            self.body.addWidget(label)
            if place == 0:
                self.body.addLayout(self.middle)
        self.body.addLayout(self.more)

    def add_links(self) -> None:
        """Put the pages below everything else: Tab comes to them last."""
        if not LINKS[self.step]:
            return
        line = QHBoxLayout()
        for number in range(len(LINKS[self.step])):
            button = QPushButton()
            button.setObjectName(f"chat_setup.{self.step}.link{number}")
            button.clicked.connect(partial(self._on_link_clicked, number))
            line.addWidget(button)
            self.links.append(button)
        line.addStretch(1)
        self.body.addLayout(line)

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self.set_texts(title_of(self.step))
        for label, text in zip(self._paragraphs, how_words(self.step), strict=True):
            label.setText(text)
        for button, (text, address) in zip(self.links, links_of(self.step), strict=False):
            button.setText(self.tr("{0} ↗").format(text))
            button.setAccessibleName(self.tr("{0}, opens in the browser").format(text))
            button.setToolTip(address)

    def _on_link_clicked(self, number: int, _checked: bool = False) -> None:
        QDesktopServices.openUrl(QUrl(LINKS[self.step][number][1]))
