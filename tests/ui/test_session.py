"""What all screens share: the desk once it is there, the chosen app, the settings."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.send import builders
from tests.ui.pushes import FakeDesk
from tpns_desktop.store.apps import App
from tpns_desktop.store.chat_apps import ChatApp
from tpns_desktop.store.settings import Settings
from tpns_desktop.ui.background import Background
from tpns_desktop.ui.questions_left import FEW, QuestionsLeft
from tpns_desktop.ui.session import Session


@pytest.fixture
def background(qapp: QApplication) -> Iterator[Background]:
    made = Background()
    yield made
    made.close()


@pytest.fixture
def session(background: Background, tmp_path: Path) -> Session:
    return Session(background, Settings.load(tmp_path / "settings.ini"))


def test_the_desk_is_there_when_opened_is_told(session: Session, qtbot: QtBot) -> None:
    desk = FakeDesk()
    seen: list[object] = []
    session.opened.connect(lambda: seen.append(session.desk))
    session.open(desk)  # type: ignore[arg-type]  # stands in for the desk
    assert seen == [desk]


def test_the_chosen_app_is_told_and_remembered(
    session: Session, background: Background, qtbot: QtBot
) -> None:
    app, told = builders.app(), []
    session.app_changed.connect(told.append)
    session.choose_app(app)
    assert session.app is app
    assert told == [app]
    background.close()  # ends what is under way
    assert Settings.load(session.settings.path).last_app == app.id


def test_no_app_is_told_too_and_the_last_one_stays_remembered(
    session: Session, qtbot: QtBot
) -> None:
    told: list[App | None] = []
    session.choose_app(builders.app())
    session.app_changed.connect(told.append)
    session.choose_app(None)
    assert told == [None]
    assert session.settings.last_app == builders.app().id


def test_settings_are_never_written_on_the_windows_thread(
    background: Background, tmp_path: Path, qtbot: QtBot
) -> None:
    threads: list[threading.Thread] = []

    class Slow(Settings):
        def save(self) -> bool:
            threads.append(threading.current_thread())
            return super().save()

    session = Session(background, Slow(tmp_path / "settings.ini"))
    session.save_settings()
    qtbot.waitUntil(lambda: bool(threads))
    assert threads[0] is not threading.main_thread()


def test_news_of_a_push_cross_to_the_windows_thread(
    session: Session, background: Background, qtbot: QtBot
) -> None:
    desk = FakeDesk()
    session.open(desk)  # type: ignore[arg-type]  # stands in for the desk
    told: list[tuple[str, threading.Thread]] = []

    class Listener(QObject):
        def hear(self, batch_id: str) -> None:
            told.append((batch_id, threading.current_thread()))

    listener = Listener()
    session.batch_changed.connect(listener.hear)
    background.post(lambda: desk.callbacks[0]("batch1"))
    qtbot.waitUntil(lambda: bool(told))
    assert told == [("batch1", threading.main_thread())]


def test_work_that_is_run_answers_its_owner(session: Session, qtbot: QtBot) -> None:
    async def work() -> int:
        return 5

    answers: list[object] = []
    session.run(work(), session, answers.append)
    qtbot.waitUntil(lambda: answers == [5])


@pytest.mark.parametrize(("left", "told"), [(None, False), (FEW, False), (FEW - 1, True)])
def test_the_strip_tells_when_few_questions_are_left(
    session: Session, qtbot: QtBot, left: int | None, told: bool
) -> None:
    line = QuestionsLeft(session)
    qtbot.addWidget(line)
    desk = FakeDesk(**{"watching.left": left})
    session.app = builders.app()
    session.open(desk)  # type: ignore[arg-type]  # stands in for the desk
    qtbot.waitUntil(lambda: bool(desk.calls("watching.left")) and not line.looking)
    assert line.isHidden() is not told
    assert (str(FEW - 1) in line.text()) is told


def test_a_real_chat_app_is_remembered_and_practice_s_is_not(
    session: Session, qtbot: QtBot
) -> None:
    shop = ChatApp(
        "c1", "tencent", "Shop", 1400000001, "administrator", "https://console.tim.qq.com",
        "all_member_push", datetime(2026, 1, 1, tzinfo=UTC),
    )  # fmt: skip
    with qtbot.waitSignal(session.chat_apps_changed):
        session.show_chat_apps([shop])
    for chosen in (shop, replace(shop, id="p", kind="practice"), None):
        with qtbot.waitSignal(session.chat_app_changed) as changed:
            session.choose_chat_app(chosen)
        assert changed.args == [chosen]
        assert session.settings.last_chat_app == "c1"
    session.background.close()  # settings are written there
    assert Settings.load(session.settings.path).last_chat_app == "c1"
