"""Clearing the history says what goes and what stays, asks once, and says what became of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.pushes import FakeDesk
from tpns_desktop.send.clearing import Clearing
from tpns_desktop.ui.screens.settings.privacy_card import PrivacyCard
from tpns_desktop.ui.session import Session

LEFT = Qt.MouseButton.LeftButton
FOUND = Clearing(pushes=12, drafts=3, unsettled=1, recent=2)


@pytest.fixture
def card(session: Session, desk: FakeDesk, qtbot: QtBot) -> PrivacyCard:
    desk.answers |= {"look_at_history": FOUND, "clear_history": FOUND}
    made = PrivacyCard(session)
    qtbot.addWidget(made)
    made.show()
    return made


def asked(card: PrivacyCard, qtbot: QtBot) -> QMessageBox:
    qtbot.mouseClick(card.clear, LEFT)
    qtbot.waitUntil(lambda: card._box is not None and card._box.isVisible())
    assert card._box is not None
    return card._box


def press(box: QMessageBox, name: str) -> None:
    button = box.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    button.click()


def test_the_question_names_everything_and_enter_goes_back(
    card: PrivacyCard, desk: FakeDesk, qtbot: QtBot
) -> None:
    box = asked(card, qtbot)
    said = box.informativeText()
    for part in ("12", "3 draft", "2 push", "1 push", "cannot be undone"):
        assert part in said
    assert "Demo Mall" in box.text()
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert not box.isVisible()
    assert desk.calls("clear_history") == []
    assert desk.calls("look_at_history") == [("shop",)]


def test_it_is_done_once_and_said(card: PrivacyCard, desk: FakeDesk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.cleared):
        press(asked(card, qtbot), "clear.do")
    assert desk.calls("clear_history") == [("shop",)]
    assert card.outcome.isVisible()
    assert "12" in card.outcome.text()


def test_all_apps_can_be_meant(card: PrivacyCard, desk: FakeDesk, qtbot: QtBot) -> None:
    card.whose.choose("all")
    with qtbot.waitSignal(card.cleared):
        press(asked(card, qtbot), "clear.do")
    assert desk.calls("clear_history") == [(None,)]


def test_where_there_is_nothing_to_clear_nothing_is_asked(
    card: PrivacyCard, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["look_at_history"] = Clearing(0, 0, 0, 2)
    qtbot.mouseClick(card.clear, LEFT)
    qtbot.waitUntil(card.outcome.isVisible)
    assert "nothing to clear" in card.outcome.text()
    assert "2 push" in card.outcome.text()
    assert card._box is None


def test_a_disk_that_refuses_is_said(
    card: PrivacyCard, session: Session, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["clear_history"] = OSError("disk")
    with qtbot.waitSignal(session.failed):
        press(asked(card, qtbot), "clear.do")
    qtbot.waitUntil(card.outcome.isVisible)
    assert "Nothing was changed" in card.outcome.text()
    assert card.clear.isEnabled()
