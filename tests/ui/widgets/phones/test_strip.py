"""Small phones to choose from: by mouse, by keys, with a mark where a text is too long."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.widgets.phones.strip import PhoneStrip

CHOICES = [("android", "Android"), ("huawei", "Huawei"), ("xiaomi", "Xiaomi")]


@pytest.fixture
def strip(qtbot: QtBot, theme: Theme) -> PhoneStrip:
    made = PhoneStrip(CHOICES)
    made.setAccessibleName("Maker")
    qtbot.addWidget(made)
    made.set_value("android")
    made.resize(400, 70)
    made.show()
    return made


def test_a_click_chooses(strip: PhoneStrip, qtbot: QtBot) -> None:
    with qtbot.waitSignal(strip.chosen) as chosen:
        qtbot.mouseClick(strip.segment("xiaomi"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["xiaomi"]


def test_arrows_choose(strip: PhoneStrip, qtbot: QtBot) -> None:
    with qtbot.waitSignal(strip.chosen) as chosen:
        qtbot.keyClick(strip.segment("android"), Qt.Key.Key_Right)
    assert chosen.args == ["huawei"]


def test_a_phone_for_which_it_is_too_long_is_marked_and_says_so(strip: PhoneStrip) -> None:
    before = strip.segment("huawei").grab().toImage()
    strip.set_too_long(["huawei"])
    assert strip.segment("huawei").grab().toImage() != before
    assert "too long" in strip.segment("huawei").accessibleDescription()
    assert "too long" not in strip.segment("xiaomi").accessibleDescription()
    strip.set_too_long([])
    assert strip.segment("huawei").grab().toImage() == before
    assert "too long" not in strip.segment("huawei").accessibleDescription()


def test_dark_phones_are_drawn_darker(strip: PhoneStrip) -> None:
    before = strip.segment("huawei").grab().toImage()
    strip.set_dark(True)
    assert strip.segment("huawei").grab().toImage() != before
