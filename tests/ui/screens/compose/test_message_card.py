"""What the card Message says and offers beside its fields."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.send import builders
from tpns_desktop.model.draft import empty_draft
from tpns_desktop.ui.forms.binding import DraftBinding
from tpns_desktop.ui.forms.fields import Fields
from tpns_desktop.ui.screens.compose.message_card import MessageCard
from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.widgets.emoji_picker import EmojiPage
from tpns_desktop.ui.words.links import link_words


@pytest.fixture
def card(qtbot: QtBot, theme: Theme) -> MessageCard:
    binding = DraftBinding(empty_draft())
    made = MessageCard(Fields(binding, binding))
    binding.setParent(made)
    qtbot.addWidget(made)
    made.resize(640, 900)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def find(card: MessageCard, name: str) -> Any:
    found = [one for one in card.findChildren(QWidget, name) if one.isVisible()]
    assert len(found) == 1, name
    return found[0]


def sees(card: MessageCard, name: str) -> bool:
    return any(one.isVisible() for one in card.findChildren(QWidget, name))


def hint(card: MessageCard, path: str) -> str:
    return str(find(card, path).accessibleDescription())


def write(card: MessageCard, qtbot: QtBot, name: str, text: str) -> None:
    field = find(card, name)
    field.setFocus()
    qtbot.keyClicks(field, text)


# --------------------------------------------------------------------------------- lengths


def test_a_short_title_fits_all_phones(card: MessageCard, qtbot: QtBot) -> None:
    write(card, qtbot, "message.title", "Sale tonight")
    assert hint(card, "message.title").endswith("fits all phones ✓")
    assert hint(card, "message.title").startswith("12 ")
    assert not sees(card, "message.title.short")


def test_a_long_text_names_the_phones_that_take_less_and_leads_to_the_first(
    card: MessageCard, qtbot: QtBot
) -> None:
    write(card, qtbot, "message.content", "x" * 130)
    said = hint(card, "message.content")
    assert "too long for Huawei, Xiaomi, vivo, Meizu" in said
    assert "cut by iPhone" in said
    with qtbot.waitSignal(card.phone_asked) as asked:
        qtbot.mouseClick(find(card, "message.content.short"), Qt.MouseButton.LeftButton)
    assert asked.args == ["huawei"]


def test_only_phones_of_the_apps_systems_are_named(card: MessageCard, qtbot: QtBot) -> None:
    card.set_app(builders.app(ios_access_id=None))
    write(card, qtbot, "message.content", "x" * 130)
    assert "iPhone" not in hint(card, "message.content")


def test_a_message_without_a_notification_has_no_limits_of_phones(
    card: MessageCard, qtbot: QtBot
) -> None:
    card.offer_silent(True)
    write(card, qtbot, "message.content", "x" * 130)
    qtbot.mouseClick(
        find(card, "message.kind").findChild(QWidget, "message"), Qt.MouseButton.LeftButton
    )
    assert "too long" not in hint(card, "message.content")
    for absent in ("message.content.short", "message.picture", "message.tap.kind"):
        assert not sees(card, absent)


# ----------------------------------------------------------------------------------- emoji


def test_an_emoji_is_put_where_the_cursor_stands_by_keys_alone(
    card: MessageCard, qtbot: QtBot
) -> None:
    write(card, qtbot, "message.title", "Sale tonight")
    title = find(card, "message.title")
    title.setCursorPosition(4)
    picker = find(card, "message.title.emoji")
    picker.setFocus()
    qtbot.keyClick(picker, Qt.Key.Key_Space)
    page = card.findChild(EmojiPage)
    assert page is not None
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(page.focusWidget(), key)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert title.text() == "Sale🎉 tonight"
    assert title.hasFocus()


def test_every_emoji_has_a_name(card: MessageCard, qtbot: QtBot) -> None:
    qtbot.mouseClick(find(card, "message.content.emoji"), Qt.MouseButton.LeftButton)
    page = card.findChild(EmojiPage)
    assert page is not None
    buttons = page.findChildren(QPushButton)
    assert len(buttons) > 50
    assert len({one.accessibleName() for one in buttons}) == len(buttons)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert card.findChild(EmojiPage) is None or not page.isVisible()


# ----------------------------------------------------------------------------------- links


def test_a_link_is_asked_and_the_answer_stands_below_until_it_is_changed(
    card: MessageCard, qtbot: QtBot
) -> None:
    write(card, qtbot, "message.picture", "https://img.example.com/1.png")
    with qtbot.waitSignal(card.link_asked) as asked:
        qtbot.mouseClick(find(card, "message.picture.check"), Qt.MouseButton.LeftButton)
    assert asked.args == ["https://img.example.com/1.png"]
    card.show_link("https://img.example.com/1.png", 404)
    assert "not found (404)" in find(card, "message.picture.found").text()
    write(card, qtbot, "message.picture", "?v=2")
    assert not sees(card, "message.picture.found")


def test_an_answer_about_another_address_is_not_shown(card: MessageCard, qtbot: QtBot) -> None:
    write(card, qtbot, "message.picture", "https://img.example.com/1.png")
    qtbot.mouseClick(find(card, "message.picture.check"), Qt.MouseButton.LeftButton)
    card.show_link("https://img.example.com/other.png", 404)
    assert "404" not in find(card, "message.picture.found").text()


@pytest.mark.parametrize(
    ("found", "word", "role"),
    [
        (200, "opens", "hint"),
        (404, "not found", "warn"),
        (500, "error (500)", "warn"),
        ("no_answer", "No answer", "warn"),
        ("certificate", "certificate", "warn"),
        ("inside", "your own network", "warn"),
        ("address", "no web address", "warn"),
        ("redirects", "circles", "warn"),
        ("network", "Settings", "warn"),
    ],
)
def test_what_a_look_found_is_said_in_words(found: int | str, word: str, role: str) -> None:
    said = link_words(found)
    assert word in said.text
    assert said.role == role
