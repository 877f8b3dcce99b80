"""A text on a drawn phone: it is drawn, and the same is said in words."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tpns_desktop.ui.widgets.phones.styles import TEXT_INKS
from tpns_desktop.ui.widgets.text_phone import TextContent, TextPhone

TEXT = "【Acme】Your order A1042 is on its way."


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("dark", [False, True])
def test_words_can_be_read_on_both_grounds(dark: bool) -> None:
    inks = TEXT_INKS[dark]
    for ground in (inks.page, inks.bubble):
        assert contrast(inks.ink, ground) >= 4.5
    assert contrast(inks.grey, inks.page) >= 4.5


@pytest.mark.parametrize(("platform", "name"), [("ios", "iPhone"), ("android", "Android")])
def test_a_picture_says_what_it_shows(qtbot: QtBot, platform: str, name: str) -> None:
    phone = TextPhone()
    qtbot.addWidget(phone)
    phone.show_content(platform, TextContent(TEXT, "After 1 hour", "1 message"))
    assert name in phone.accessibleName()
    assert phone.accessibleDescription().split("\n") == [
        "After 1 hour",
        f"Text: {TEXT}",
        "1 message",
    ]
    phone.show_content(platform, TextContent(nothing="Not known yet."))
    assert phone.accessibleDescription() == "Not known yet."


@pytest.mark.parametrize("size", [(180, 190), (264, 260), (600, 900)])
@pytest.mark.parametrize("text", ["", TEXT, "中" * 500, "a" * 2000])
def test_it_is_drawn_at_any_size(qtbot: QtBot, size: tuple[int, int], text: str) -> None:
    phone = TextPhone()
    qtbot.addWidget(phone)
    phone.resize(*size)
    phone.show_content("ios", TextContent())
    before = phone.grab().toImage()
    phone.show_content("ios", TextContent(text, "head", "foot"))
    light = phone.grab().toImage()
    assert light != before
    phone.set_dark(True)
    assert phone.grab().toImage() != light
