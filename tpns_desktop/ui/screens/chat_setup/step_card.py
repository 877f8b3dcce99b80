"""One thing that must be ready: what it is, what there is to do, and the pages about it."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from tpns_desktop.ui.widgets import setup_page
from tpns_desktop.ui.words.chat_setup import LINKS, how_words, links_of, title_of


class StepCard(setup_page.StepCard):
    """`middle` stands after its first paragraph, `more` after its last."""

    def __init__(self, step: str, number: int, parent: QWidget | None = None) -> None:
        super().__init__("chat_setup", step, number, parent)
        self.middle = QVBoxLayout()
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
        """Put the pages below everything else."""
        if LINKS[self.step]:
            self.add_link_row(len(LINKS[self.step]))

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self.set_texts(title_of(self.step))
        for label, text in zip(self._paragraphs, how_words(self.step), strict=True):
            label.setText(text)
        if self.links:
            self.show_links(links_of(self.step))
