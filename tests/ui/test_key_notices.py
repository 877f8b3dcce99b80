"""A key that is not at hand: one banner with the ways to get at it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.send import builders
from tests.ui.screens.apps.test_keyring_panel import KeyringDesk
from tpns_desktop.store.settings import Settings
from tpns_desktop.ui.background import Background
from tpns_desktop.ui.key_notices import KeyNotices
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.widgets.banner import Banner
from tpns_desktop.ui.window import MainWindow
from tpns_desktop.ui.words.apps import key_place_words


@pytest.fixture
def session(qapp: QApplication, tmp_path: Path) -> Iterator[Session]:
    background = Background()
    yield Session(background, Settings.load(tmp_path / "settings.ini"))
    background.close()


@pytest.fixture
def window(session: Session, theme: Theme, qtbot: QtBot) -> MainWindow:
    made = MainWindow(session, theme)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def notices(window: MainWindow, session: Session) -> KeyNotices:
    return KeyNotices(window, session)


def offered(window: MainWindow) -> list[str]:
    return [
        b.objectName()
        for b in window.findChildren(QPushButton)
        if b.isVisible() and b.objectName().startswith("keys.")
    ]


def said(window: MainWindow) -> str:
    return " ".join(b.text() for b in window.findChildren(Banner) if b.isVisible())


def press(window: MainWindow, name: str, qtbot: QtBot) -> None:
    button = window.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)


def open_with(
    session: Session, notices: KeyNotices, qtbot: QtBot, reason: str, **answers: object
) -> KeyringDesk:
    desk = KeyringDesk(None, missing_keys={"android": reason}, **answers)
    session.desk = desk  # type: ignore[assignment]
    notices.look(builders.app())
    return desk


@pytest.mark.parametrize(
    ("reason", "offers"),
    [
        ("no_key", ["keys.enter"]),
        ("keyring_locked", ["keys.unlock", "keys.enter"]),
        ("keyring_silent", ["keys.unlock", "keys.enter"]),
        ("keyring_failed", ["keys.unlock", "keys.enter"]),
    ],
)
def test_why_a_key_is_missing_decides_what_is_offered(
    window: MainWindow,
    session: Session,
    notices: KeyNotices,
    qtbot: QtBot,
    reason: str,
    offers: list[str],
) -> None:
    open_with(session, notices, qtbot, reason)
    qtbot.waitUntil(lambda: offered(window) == offers)
    assert "Nothing can be sent until" in said(window)
    assert said(window).count("at hand") == 1


def test_a_keyring_that_stays_locked_is_said_to_be(
    window: MainWindow, session: Session, notices: KeyNotices, qtbot: QtBot
) -> None:
    open_with(session, notices, qtbot, "keyring_locked", unlock_keyring="memory")
    qtbot.waitUntil(lambda: "keys.unlock" in offered(window))
    assert "still" not in said(window)
    press(window, "keys.unlock", qtbot)
    qtbot.waitUntil(lambda: "The password store is still locked." in said(window))


def test_a_keyring_that_opens_ends_the_matter(
    window: MainWindow, session: Session, notices: KeyNotices, qtbot: QtBot
) -> None:
    desk = open_with(session, notices, qtbot, "keyring_locked", unlock_keyring="keyring")
    qtbot.waitUntil(lambda: "keys.unlock" in offered(window))
    desk.answers["missing_keys"] = {}
    press(window, "keys.unlock", qtbot)
    qtbot.waitUntil(lambda: said(window) == "")


def test_a_keyring_that_hangs_can_be_left_and_tried_again(
    window: MainWindow, session: Session, notices: KeyNotices, qtbot: QtBot
) -> None:
    desk = open_with(session, notices, qtbot, "keyring_silent")
    desk.hangs = True
    notices.unlocking._moment.setInterval(10)
    qtbot.waitUntil(lambda: "keys.unlock" in offered(window))
    press(window, "keys.unlock", qtbot)
    qtbot.waitUntil(lambda: offered(window) == ["keys.cancel"])
    press(window, "keys.cancel", qtbot)
    qtbot.waitUntil(lambda: offered(window) == ["keys.unlock", "keys.enter"])
    qtbot.waitUntil(lambda: desk.cancelled == 1)


def test_another_app_takes_the_banner_with_it(
    window: MainWindow, session: Session, notices: KeyNotices, qtbot: QtBot
) -> None:
    desk = open_with(session, notices, qtbot, "no_key")
    qtbot.waitUntil(lambda: offered(window) == ["keys.enter"])
    desk.answers["missing_keys"] = {}
    notices.look(builders.app(id="other", name="Other"))
    qtbot.waitUntil(lambda: said(window) == "")


def test_the_window_says_where_a_key_lives(window: MainWindow) -> None:
    kept = builders.app(android_key_place="SecretService", ios_key_place="SecretService")
    window.set_key_place(kept)
    assert window.key_place.text() == "Key in this computer's password store"
    window.set_key_place(builders.app(android_key_place="SecretService", ios_key_place="memory"))
    assert window.key_place.text() == "Key kept until you close the program"
    assert key_place_words(None) == ""
