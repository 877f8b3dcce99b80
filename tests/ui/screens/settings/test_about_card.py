"""About: newer versions where they may be looked for, Qt's licence, the texts of all others."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt, qVersion
from pytestqt.qtbot import QtBot

from tests.ui.pushes import FakeDesk
from tpns_desktop.client.updates import FeedProblem, Release
from tpns_desktop.store.settings import Settings
from tpns_desktop.ui.screens.settings.about_card import AboutCard
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.theme.theme import Theme

NEWER = Release("99.0.0", date(2026, 12, 1), "https://example.com")


@pytest.fixture
def card(session: Session, desk: FakeDesk, theme: Theme, qtbot: QtBot) -> AboutCard:
    desk.answers["updates.state"] = lambda: session.settings.updates
    made = AboutCard(session)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_looking_is_off_until_it_is_ticked(card: AboutCard, session: Session, qtbot: QtBot) -> None:
    qtbot.waitUntil(card.updates.isVisible)
    assert not card.updates.isChecked()
    assert not card.look_now.isVisible()
    card.updates.setFocus()
    qtbot.keyClick(card.updates, Qt.Key.Key_Space)
    assert card.look_now.isVisible()
    qtbot.waitUntil(lambda: Settings.load(session.settings.path).updates == "on")
    qtbot.keyClick(card.updates, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: Settings.load(session.settings.path).updates == "off")


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (NEWER, "99.0.0 is out"),
        (None, "newest"),
        (FeedProblem("network"), "Network"),
        (FeedProblem("no_answer"), "No answer"),
        (FeedProblem("not_signed"), "not signed"),
    ],
)
def test_what_a_look_found_is_said(
    card: AboutCard, session: Session, desk: FakeDesk, qtbot: QtBot, answer: object, words: str
) -> None:
    session.settings.updates = "on"
    desk.answers["updates.look"] = answer
    card._on_opened()
    qtbot.waitUntil(card.look_now.isVisible)
    qtbot.mouseClick(card.look_now, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: words in card.outcome.text())
    assert card.page.isVisible() is (answer is NEWER)
    assert card.look_now.isEnabled()


@pytest.mark.parametrize(
    ("state", "words"), [("managed", "looks after this computer"), ("nowhere", "where you got it")]
)
def test_where_it_is_not_the_persons_to_decide_nothing_can_be_ticked(
    card: AboutCard, desk: FakeDesk, qtbot: QtBot, state: str, words: str
) -> None:
    desk.answers["updates.state"] = state
    card._on_opened()
    qtbot.waitUntil(lambda: words in card.updates_said.text())
    assert not card.updates.isVisible()
    assert not card.look_now.isVisible()


def test_qts_licence_and_version_are_shown(card: AboutCard) -> None:
    assert "LGPL" in card.qt.text()
    assert qVersion() in card.qt.text()
    assert "code.qt.io" in card.qt.text()
