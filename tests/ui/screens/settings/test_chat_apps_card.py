"""The card *Chat apps*: what is connected, and what can be done with each."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tpns_desktop.store.chat_apps import ChatApp
from tpns_desktop.ui.forms.editors import ChoiceEditor
from tpns_desktop.ui.screens.settings.chat_apps_card import ChatAppsCard
from tpns_desktop.ui.theme.theme import Theme

LEFT = Qt.MouseButton.LeftButton
SHOP = ChatApp(
    "c1", "tencent", "Shop <chat>", 1400000001, "administrator", "https://console.tim.qq.com",
    "all_member_push", datetime(2026, 1, 1, tzinfo=UTC), "SecretService",
)  # fmt: skip
PRACTICE = replace(SHOP, id="p", kind="practice", name="Demo", url="http://127.0.0.1:8000")


@pytest.fixture
def card(theme: Theme, qtbot: QtBot) -> ChatAppsCard:
    made = ChatAppsCard()
    qtbot.addWidget(made)
    made.resize(780, 260)
    with qtbot.waitExposed(made):
        made.show()
    return made


def button(card: ChatAppsCard, name: str) -> QPushButton:
    found = card.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def said(card: ChatAppsCard) -> str:
    return "\n".join(one.text() for one in card.findChildren(QLabel) if one.isVisible())


def test_without_one_it_offers_the_first(card: ChatAppsCard, qtbot: QtBot) -> None:
    assert card.connect_app.text() == "Connect a Chat app…"
    with qtbot.waitSignal(card.connect_asked):
        qtbot.mouseClick(card.connect_app, LEFT)
    with qtbot.waitSignal(card.setup_asked):
        qtbot.mouseClick(card.setup, LEFT)


def test_each_says_where_it_is_and_where_its_key_is(card: ChatAppsCard) -> None:
    memory = replace(SHOP, id="c2", name="Mall", key_place="memory", dialect="timpush_push")
    card.set_apps([SHOP, memory, replace(SHOP, id="c3", key_place=None)])
    assert "Shop <chat>" in said(card)
    assert "Mainland China · Push to all users · key in the password store" in said(card)
    assert "notification only · key kept until you close the program" in said(card)
    assert "no key" in said(card)
    assert card.connect_app.text() == "Connect another Chat app…"


def test_change_and_remove_name_their_app(card: ChatAppsCard, qtbot: QtBot) -> None:
    card.set_apps([SHOP])
    change, remove = (button(card, f"settings.chat.{key}.c1") for key in ("change", "remove"))
    assert change.accessibleName() == "Change Shop <chat>…"
    with qtbot.waitSignal(card.change_asked) as changed:
        qtbot.mouseClick(change, LEFT)
    assert changed.args == [SHOP]
    with qtbot.waitSignal(card.remove_asked) as removed:
        qtbot.mouseClick(remove, LEFT)
    assert removed.args == [SHOP]


def test_practice_s_cannot_be_changed_but_speaks_what_is_chosen(
    card: ChatAppsCard, qtbot: QtBot
) -> None:
    card.set_apps([PRACTICE])
    assert card.findChild(QPushButton, "settings.chat.change.p") is None
    choice = card.findChild(ChoiceEditor, "settings.chat.generation")
    assert isinstance(choice, ChoiceEditor)
    choice.setCurrentIndex(1)
    with qtbot.waitSignal(card.speak_asked) as spoken:
        choice.activated.emit(1)
    assert spoken.args == [PRACTICE, "timpush_chat"]
