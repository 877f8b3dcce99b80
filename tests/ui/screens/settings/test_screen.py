"""Settings: what is changed is kept at once; what concerns the window is told."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tpns_desktop import __version__
from tpns_desktop.store.apps import App
from tpns_desktop.store.settings import HOLD_UNTIL_I_SAY, Settings
from tpns_desktop.ui.screens.settings.screen import SettingsScreen
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.theme.theme import Theme


class AtOnce:
    """A background that does what it is given right here."""

    def post(self, work: Callable[[], Any]) -> None:
        work()


def app(key: str, kind: str = "tpns") -> App:
    return App(
        key, kind, f"App {key}", "#0B62E5", "guangzhou", "1500000001", "1600000001", "product",
        datetime(2026, 1, 1, tzinfo=UTC),
    )  # fmt: skip


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return Session(AtOnce(), Settings.load(tmp_path / "settings.ini"))  # type: ignore[arg-type]


@pytest.fixture
def screen(session: Session, theme: Theme, qtbot: QtBot) -> SettingsScreen:
    widget = SettingsScreen(session, "en")
    qtbot.addWidget(widget)
    widget.resize(900, 700)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


def kept(session: Session) -> Settings:
    return Settings.load(session.settings.path)


def test_the_hold_is_kept_at_once(screen: SettingsScreen, session: Session, qtbot: QtBot) -> None:
    screen.hold.setFocus()
    screen.hold.selectAll()
    qtbot.keyClicks(screen.hold, "45")
    qtbot.keyClick(screen.hold, Qt.Key.Key_Tab)
    assert kept(session).hold_s == "45"


def test_the_hold_is_between_0_and_120_seconds(screen: SettingsScreen) -> None:
    assert (screen.hold.minimum(), screen.hold.maximum()) == (0, 120)


def test_hold_until_i_say(screen: SettingsScreen, session: Session, qtbot: QtBot) -> None:
    qtbot.keyClick(screen.until_i_say, Qt.Key.Key_Space)
    assert kept(session).hold_s == HOLD_UNTIL_I_SAY
    assert not screen.hold.isEnabled()
    qtbot.keyClick(screen.until_i_say, Qt.Key.Key_Space)
    assert kept(session).hold_s == str(screen.hold.value())


def test_language_and_look_are_told(screen: SettingsScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.language_chosen) as told:
        qtbot.mouseClick(screen.language.segment("zh_CN"), Qt.MouseButton.LeftButton)
    assert told.args == ["zh_CN"]
    with qtbot.waitSignal(screen.look_chosen) as told:
        qtbot.mouseClick(screen.look.segment("dark"), Qt.MouseButton.LeftButton)
    assert told.args == ["dark"]


def test_an_app_is_removed_by_name_and_practice_is_not(
    screen: SettingsScreen, qtbot: QtBot
) -> None:
    live = app("a")
    screen.set_apps([live, app("p", "practice")])
    remove = screen.findChild(QPushButton, "settings.remove.a")
    assert isinstance(remove, QPushButton)
    assert "App a" in remove.accessibleName()
    assert screen.findChild(QPushButton, "settings.remove.p") is None
    with qtbot.waitSignal(screen.remove_asked) as told:
        remove.click()
    assert told.args == [live]


def test_another_app_may_be_connected(screen: SettingsScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.connect_asked):
        screen.connect_app.click()


def test_it_says_its_version(screen: SettingsScreen) -> None:
    assert __version__ in screen.version.text()


def test_everything_that_is_delivered_is_named_with_its_licence(screen: SettingsScreen) -> None:
    text = (Path(__file__).parents[4] / "pyproject.toml").read_text("utf-8")
    needed = tomllib.loads(text)["project"]["dependencies"]
    names = [re.split(r"[^\w-]", one)[0].lower().removesuffix("-essentials") for one in needed]
    said = screen.about.list.text().lower()
    assert [name for name in names if name not in said] == []
    assert tomllib.loads(text)["project"]["license"] in screen.version.text()


def test_in_app_and_silent_messages_are_offered_once_they_are_switched_on(
    screen: SettingsScreen, session: Session, qtbot: QtBot
) -> None:
    silent = screen.messages_card.silent
    assert not silent.isChecked()
    with qtbot.waitSignal(screen.silent_changed) as told:
        qtbot.keyClick(silent, Qt.Key.Key_Space)
    assert told.args == [True]
    assert kept(session).silent


def test_a_section_brings_its_card_to_the_top(screen: SettingsScreen, qtbot: QtBot) -> None:
    sections = screen.sections
    assert sections.count() == len(screen.cards)
    assert sections.key() == "apps"
    sections.setFocus()
    qtbot.keyClick(sections, Qt.Key.Key_Down)
    assert sections.key() == "chat_apps"
    for key, card in screen.cards.items():
        screen.show_section(key)
        assert sections.key() == key
        top = card.mapTo(screen.page.viewport(), QPoint(0, 0)).y()
        assert 0 <= top < screen.page.viewport().height()


def test_enter_goes_into_a_section_and_scrolling_marks_where_one_is(
    screen: SettingsScreen, qtbot: QtBot
) -> None:
    screen.sections.setFocus()
    screen.show_section("messages")
    qtbot.keyClick(screen.sections, Qt.Key.Key_Return)
    assert screen.messages_card.silent.hasFocus()
    qtbot.waitUntil(lambda: not screen._jumping.isActive())
    screen.page.verticalScrollBar().setValue(0)
    assert screen.sections.key() == "apps"


def test_a_narrow_window_gives_the_room_to_the_cards(screen: SettingsScreen) -> None:
    screen.resize(600, 400)
    assert not screen.sections.isVisible()
    screen.resize(1000, 700)
    assert screen.sections.isVisible()


def test_every_tab_stop_has_a_name(
    screen: SettingsScreen, nameless: Callable[[QWidget], list[Any]]
) -> None:
    screen.set_apps([app("a")])
    # The line inside a spin box hands its focus on to the box, which has a name.
    assert [one for one in nameless(screen) if one[1] != "qt_spinbox_lineedit"] == []
