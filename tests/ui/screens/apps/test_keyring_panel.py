"""A password store that is missing, locked, silent or refusing: what is said and offered."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.pushes import FakeDesk
from tpns_desktop.ui.i18n import Languages
from tpns_desktop.ui.keyring_panel import KeyringPanel
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.theme.theme import Theme

SPACE = Qt.Key.Key_Space


class KeyringDesk(FakeDesk):
    """A desk whose keyring is as the test says; `answer` lets a hanging one go on."""

    def __init__(self, reason: str | None, **answers: Any) -> None:
        super().__init__(**answers)
        self.secret_reason = reason
        self.hangs = False
        self.cancelled = 0

    async def unlock_keyring(self) -> str:
        self.asked.append(("unlock_keyring",))
        if self.hangs:
            try:
                await asyncio.Event().wait()
            except asyncio.CancelledError:
                self.cancelled += 1
                raise
        return str(self.answers.get("unlock_keyring", "memory"))


@pytest.fixture
def panel(session: Session, theme: Theme, qtbot: QtBot) -> Callable[..., KeyringPanel]:
    def make(desk: KeyringDesk) -> KeyringPanel:
        session.desk = desk  # type: ignore[assignment]
        made = KeyringPanel(session)
        made.unlocking._moment.setInterval(10)
        qtbot.addWidget(made)
        made.resize(600, 80)
        with qtbot.waitActive(made):
            if desk.secret_reason is not None:
                made.show()
            made.activateWindow()
        return made

    return make


def offered(panel: QWidget) -> list[str]:
    return [b.objectName() for b in panel.findChildren(QPushButton) if b.isVisible()]


def press(panel: QWidget, name: str, qtbot: QtBot) -> None:
    button = panel.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    button.setFocus()
    qtbot.keyClick(button, SPACE)


@pytest.mark.parametrize(
    ("reason", "said", "offers"),
    [
        ("no_keyring", "won't write your key to a file", ["keyring.session", "keyring.how"]),
        ("locked", "is locked", ["keyring.unlock", "keyring.session"]),
        ("silent", "does not answer", ["keyring.unlock", "keyring.session"]),
        ("failed", "refused", ["keyring.unlock", "keyring.session"]),
    ],
)
def test_each_state_says_what_it_is_and_offers_ways(
    panel: Callable[..., KeyringPanel], reason: str, said: str, offers: list[str]
) -> None:
    made = panel(KeyringDesk(reason))
    assert said in made.banner.text()
    assert offered(made) == offers


def test_asked_each_time_is_said_to_be_kept_until_the_end(
    panel: Callable[..., KeyringPanel], qtbot: QtBot
) -> None:
    made = panel(KeyringDesk("no_keyring"))
    press(made, "keyring.how", qtbot)
    assert "log out and in again" in made.banner.text() or "login" in made.banner.text()
    press(made, "keyring.session", qtbot)
    assert "until you close the program" in made.banner.text()
    assert "never written to a file" in made.banner.text()
    assert offered(made) == []


def test_a_store_that_opens_is_used(panel: Callable[..., KeyringPanel], qtbot: QtBot) -> None:
    made = panel(KeyringDesk("locked", unlock_keyring="keyring"))
    press(made, "keyring.unlock", qtbot)
    qtbot.waitUntil(lambda: "Keys you enter go there" in made.banner.text())
    assert offered(made) == []


def test_a_store_that_stays_closed_offers_the_same_ways_again(
    panel: Callable[..., KeyringPanel], qtbot: QtBot
) -> None:
    made = panel(KeyringDesk("locked", unlock_keyring="memory"))
    with qtbot.waitSignal(made.unlocking.ended):
        press(made, "keyring.unlock", qtbot)
    assert offered(made) == ["keyring.unlock", "keyring.session"]


def test_a_store_that_hangs_is_left_behind(
    panel: Callable[..., KeyringPanel], qtbot: QtBot
) -> None:
    desk = KeyringDesk("silent")
    desk.hangs = True
    made = panel(desk)
    press(made, "keyring.unlock", qtbot)
    qtbot.waitUntil(lambda: offered(made) == ["keyring.cancel"])
    assert "Waiting" in made.banner.text()
    focused = made.focusWidget()
    assert focused is not None
    assert focused.objectName() == "keyring.cancel"  # Space or Enter leaves it
    qtbot.keyClick(focused, SPACE)
    assert "until you close the program" in made.banner.text()
    qtbot.waitUntil(lambda: desk.cancelled == 1)
    assert not made.unlocking.running


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("reason", ["no_keyring", "locked", "silent", "failed"])
def test_every_tab_stop_has_a_name(
    panel: Callable[..., KeyringPanel],
    languages: Languages,
    nameless: Callable[[QWidget], list[Any]],
    reason: str,
    language: str,
) -> None:
    languages.apply(language)
    made = panel(KeyringDesk(reason))
    assert nameless(made) == []
    assert made.banner.accessibleName() == made.banner.text()
