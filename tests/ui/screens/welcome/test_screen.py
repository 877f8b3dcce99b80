"""Welcome: two ways in, the first one under the finger."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tpns_desktop.ui.screens.welcome.screen import WelcomeScreen
from tpns_desktop.ui.theme.theme import Theme


@pytest.fixture
def screen(theme: Theme, qtbot: QtBot) -> WelcomeScreen:
    widget = WelcomeScreen("en", "system")
    qtbot.addWidget(widget)
    widget.resize(900, 600)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


def button(screen: WelcomeScreen, name: str) -> QPushButton:
    found = screen.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def test_practice_is_the_default(screen: WelcomeScreen) -> None:
    practise = button(screen, "welcome.practise")
    assert practise.isDefault()
    assert practise.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_key_starts_practising(screen: WelcomeScreen, qtbot: QtBot, key: Qt.Key) -> None:
    practise = button(screen, "welcome.practise")
    if key is Qt.Key.Key_Return:
        practise.setAutoDefault(True)
    with qtbot.waitSignal(screen.practise_chosen):
        qtbot.keyClick(practise, key)


def test_tab_leads_to_connecting(screen: WelcomeScreen, qtbot: QtBot) -> None:
    qtbot.keyClick(button(screen, "welcome.practise"), Qt.Key.Key_Tab)
    connect = button(screen, "welcome.connect")
    assert connect.hasFocus()
    with qtbot.waitSignal(screen.connect_chosen):
        qtbot.keyClick(connect, Qt.Key.Key_Space)


def test_both_languages_are_shown_and_chosen_at_once(screen: WelcomeScreen, qtbot: QtBot) -> None:
    chinese = screen.language.segment("zh_CN")
    assert chinese.text() == "简体中文"
    assert screen.language.segment("en").text() == "English"
    with qtbot.waitSignal(screen.language_chosen) as told:
        qtbot.mouseClick(chinese, Qt.MouseButton.LeftButton)
    assert told.args == ["zh_CN"]


def test_a_look_is_chosen(screen: WelcomeScreen, qtbot: QtBot) -> None:
    assert screen.look.value() == "system"
    with qtbot.waitSignal(screen.look_chosen) as told:
        qtbot.mouseClick(screen.look.segment("dark"), Qt.MouseButton.LeftButton)
    assert told.args == ["dark"]


def test_nothing_is_cut_off_on_a_small_screen(screen: WelcomeScreen) -> None:
    screen.resize(640, 360)
    for name in ("welcome.practise", "welcome.connect"):
        one = button(screen, name)
        assert one.height() >= 34
        assert one.width() >= one.sizeHint().width()
