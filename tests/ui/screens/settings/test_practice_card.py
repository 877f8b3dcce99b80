"""Practice: how fast time runs there is chosen, kept and told at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tpns_desktop.store.settings import Settings
from tpns_desktop.ui.i18n import Languages
from tpns_desktop.ui.screens.settings.practice_card import PracticeCard
from tpns_desktop.ui.session import Session


@pytest.fixture
def card(session: Session, qtbot: QtBot) -> PracticeCard:
    made = PracticeCard(session)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def choose(card: PracticeCard, pace: str, qtbot: QtBot) -> None:
    choice = card.pace.findChild(QWidget, pace)
    assert isinstance(choice, QWidget)
    qtbot.mouseClick(choice, Qt.MouseButton.LeftButton)


def test_it_begins_with_a_minute_in_a_second(card: PracticeCard) -> None:
    assert card.pace.value() == "60"


@pytest.mark.parametrize("pace", ["1", "10", "600"])
def test_a_chosen_pace_is_told_and_there_at_the_next_start(
    pace: str, card: PracticeCard, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(card.pace_chosen) as chosen:
        choose(card, pace, qtbot)
    assert chosen.args == [float(pace)]
    assert session.settings.save()
    assert Settings.load(session.settings.path).practice_pace == pace


def test_each_pace_says_what_it_means(card: PracticeCard, qtbot: QtBot) -> None:
    def words() -> str:
        return "\n".join(label.text() for label in card.findChildren(QLabel))

    seen = {words()}
    for pace in ("1", "10", "600"):
        choose(card, pace, qtbot)
        seen.add(words())
    assert len(seen) == 4


def test_it_keeps_its_choice_in_another_language(card: PracticeCard, languages: Languages) -> None:
    languages.apply("zh_CN")
    assert card.pace.value() == "60"
    languages.apply("en")
    assert card.pace.value() == "60"
