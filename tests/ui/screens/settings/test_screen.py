"""Settings: what is changed is kept at once; what concerns the window is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
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
