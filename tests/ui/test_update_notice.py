"""Newer versions: one question, a quiet note, and neither where nobody may look."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from tests.ui.pushes import FakeDesk
from tpns_desktop.client.updates import Release
from tpns_desktop.store.settings import Settings
from tpns_desktop.ui.background import Background
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.update_notice import UpdateNotice
from tpns_desktop.ui.widgets.banner import Banner
from tpns_desktop.ui.window import MainWindow

NEWER = Release("99.0.0", date(2026, 12, 1), "https://example.com")


@pytest.fixture
def session(qapp: QApplication, tmp_path: Path) -> Iterator[Session]:
    background = Background()
    made = Session(background, Settings.load(tmp_path / "settings.ini"))
    made.settings.last_app = "an-app"
    yield made
    background.close()


@pytest.fixture
def window(session: Session, theme: Theme, qtbot: QtBot) -> MainWindow:
    made = MainWindow(session, theme)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def opened(window: MainWindow, session: Session, **answers: object) -> FakeDesk:
    desk = FakeDesk(**{key.replace("__", "."): answer for key, answer in answers.items()})
    session.desk = desk  # type: ignore[assignment]
    UpdateNotice(window, session)
    return desk


def said(window: MainWindow) -> str:
    return " ".join(b.text() for b in window.findChildren(Banner) if b.isVisible())


def press(window: MainWindow, name: str, qtbot: QtBot) -> None:
    button = window.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)


def test_it_asks_once_and_looks_after_a_yes(
    window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    desk = opened(window, session, updates__state="ask", updates__look=NEWER)
    qtbot.waitUntil(lambda: "once a day" in said(window))
    assert desk.calls("updates.look") == []
    press(window, "updates.yes", qtbot)
    qtbot.waitUntil(lambda: "99.0.0" in said(window))
    assert "once a day" not in said(window)
    qtbot.waitUntil(lambda: Settings.load(session.settings.path).updates == "on")


def test_a_no_is_kept_and_nobody_is_asked(
    window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    desk = opened(window, session, updates__state="ask", updates__look=NEWER)
    qtbot.waitUntil(lambda: "once a day" in said(window))
    press(window, "updates.no", qtbot)
    qtbot.waitUntil(lambda: Settings.load(session.settings.path).updates == "off")
    assert said(window) == ""
    assert desk.calls("updates.look") == []


def test_putting_the_question_away_answers_it(
    window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    opened(window, session, updates__state="ask")
    qtbot.waitUntil(lambda: "once a day" in said(window))
    cross = window.findChild(QToolButton, "dismiss")
    assert isinstance(cross, QToolButton)
    qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: Settings.load(session.settings.path).updates == "off")


def test_a_version_can_be_put_aside(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    opened(window, session, updates__state="on", updates__look=NEWER)
    qtbot.waitUntil(lambda: "99.0.0" in said(window))
    press(window, "updates.pass", qtbot)
    qtbot.waitUntil(lambda: Settings.load(session.settings.path).updates_passed == "99.0.0")
    assert said(window) == ""


@pytest.mark.parametrize("state", ["off", "managed", "nowhere"])
def test_elsewhere_it_says_nothing(
    window: MainWindow, session: Session, qtbot: QtBot, state: str
) -> None:
    desk = opened(window, session, updates__state=state, updates__look=NEWER)
    qtbot.waitUntil(lambda: desk.calls("updates.state") == [()])
    session.background.finish(_nothing())  # what was answered has come by then
    QApplication.processEvents()
    assert said(window) == ""
    assert desk.calls("updates.look") == []


def test_who_has_only_just_come_is_not_asked(
    window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    session.settings.last_app = ""
    desk = opened(window, session, updates__state="ask")
    assert desk.asked == []


async def _nothing() -> None:
    return None
