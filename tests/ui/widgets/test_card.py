"""A card's heading takes room only for words it has."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.widgets.card import Card
from tpns_desktop.ui.widgets.pill import Pill


def test_it_is_named_by_its_title(theme: Theme, qtbot: QtBot) -> None:
    card = Card("Who gets it", "Choose the people", 1)
    qtbot.addWidget(card)
    assert card.accessibleName() == card.title_text() == "Who gets it"
    card.set_texts("推送给谁")
    assert card.accessibleName() == "推送给谁"


def test_a_card_without_words_has_no_heading(theme: Theme, qtbot: QtBot) -> None:
    plain, titled = Card(), Card("Title")
    for card in (plain, titled):
        qtbot.addWidget(card)
        card.body.addWidget(QLabel("Body"))
        card.show()
    assert plain.sizeHint().height() < titled.sizeHint().height()


def test_a_badge_comes_and_goes(theme: Theme, qtbot: QtBot) -> None:
    card = Card("Text message", "", 4)
    qtbot.addWidget(card)
    card.show()
    pill = card.findChild(Pill)
    assert isinstance(pill, Pill)
    assert not pill.isVisible()
    card.set_badge("On", "ok")
    assert pill.isVisible()
    assert (pill.text(), pill.tone) == ("On", "ok")
    card.set_badge("")
    assert not pill.isVisible()
