"""One thing that is known about a phone: what, what it means, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from tpns_desktop.ui.widgets.pill import Pill
from tpns_desktop.ui.widgets.verb_dialog import plain
from tpns_desktop.ui.words.phone import TONES, finding_words, tone_words

if TYPE_CHECKING:
    from tpns_desktop.send.one_phone import PhoneFinding


class FindingCard(QFrame):
    """A card of three lines; a word beside the first says what its colour says."""

    def __init__(self, finding: PhoneFinding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finding = finding
        self.setProperty("role", "card")
        self.setObjectName(f"phone.finding.{finding.id}")
        self.tone = Pill()
        self.known = plain("")
        self.known.setProperty("role", "strong")
        self.means = plain("")
        self.to_do = plain("muted")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.known, 1)
        head.addWidget(self.tone)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 18, 14)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.means)
        column.addWidget(self.to_do)
        self.show_words()

    def show_words(self) -> None:
        """Say it in the present language."""
        words = finding_words(self.finding)
        self.known.setText(words.known)
        for label, text in ((self.means, words.means), (self.to_do, words.to_do)):
            label.setText(text)
            label.setVisible(bool(text))
        self.tone.set(tone_words(self.finding.id), TONES[self.finding.id])
        self.setAccessibleName(words.known)
        self.setAccessibleDescription(" ".join(line for line in words[1:] if line))
