"""The bridge between the window and everything that waits."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tpns_desktop.ui.background import Background


@pytest.fixture
def background(qapp: QApplication) -> Iterator[Background]:
    made = Background()
    yield made
    made.close()


class Heard:
    """What came back, and on which thread."""

    def __init__(self) -> None:
        self.results: list[object] = []
        self.errors: list[BaseException] = []
        self.threads: list[threading.Thread] = []

    def done(self, result: object) -> None:
        self.results.append(result)
        self.threads.append(threading.current_thread())

    def failed(self, error: BaseException) -> None:
        self.errors.append(error)
        self.threads.append(threading.current_thread())


async def answer(value: object) -> object:
    await asyncio.sleep(0)
    return value


async def fail(error: BaseException) -> None:
    await asyncio.sleep(0)
    raise error


def settled(background: Background, qtbot: QtBot) -> None:
    """Everything that was started before has ended and been delivered."""
    heard = Heard()
    background.start(answer("end"), None, heard.done)
    qtbot.waitUntil(lambda: heard.results == ["end"])


def test_no_thread_before_there_is_work(qapp: QApplication) -> None:
    before = threading.active_count()
    background = Background()
    assert threading.active_count() == before
    background.close()


def test_an_answer_arrives_on_the_windows_thread(background: Background, qtbot: QtBot) -> None:
    heard = Heard()
    background.start(answer(7), None, heard.done, heard.failed)
    qtbot.waitUntil(lambda: heard.results == [7])
    assert heard.threads == [threading.main_thread()]


def test_the_work_runs_on_another_thread(background: Background, qtbot: QtBot) -> None:
    async def where() -> str:
        return threading.current_thread().name

    heard = Heard()
    background.start(where(), None, heard.done)
    qtbot.waitUntil(lambda: heard.results == ["background"])


def test_the_window_goes_on_while_work_waits(background: Background, qtbot: QtBot) -> None:
    gate = asyncio.Event()
    ticks: list[int] = []
    timer = QTimer(interval=1)
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start()
    heard = Heard()

    async def wait() -> None:
        await gate.wait()

    background.start(wait(), None, heard.done)
    qtbot.waitUntil(lambda: len(ticks) >= 5)
    assert heard.results == []
    background.post(gate.set)
    qtbot.waitUntil(lambda: heard.results == [None])


def test_an_error_goes_to_failed(background: Background, qtbot: QtBot) -> None:
    heard = Heard()
    error = ValueError("secret text")
    background.start(fail(error), None, heard.done, heard.failed)
    qtbot.waitUntil(lambda: heard.errors == [error])
    assert heard.results == []
    assert heard.threads == [threading.main_thread()]


def test_an_error_nobody_waits_for_is_logged_without_its_text(
    background: Background, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        background.start(fail(ValueError("what a person typed")))
        qtbot.waitUntil(lambda: bool(caplog.records))
    assert "ValueError" in caplog.text
    assert "typed" not in caplog.text


def test_a_cancelled_answer_is_dropped_and_its_work_ends(
    background: Background, qtbot: QtBot
) -> None:
    ended = threading.Event()
    begun = threading.Event()

    async def wait() -> None:
        begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    heard = Heard()
    handle = background.start(wait(), None, heard.done, heard.failed)
    qtbot.waitUntil(begun.is_set)
    handle.cancel()
    qtbot.waitUntil(ended.is_set)
    settled(background, qtbot)
    assert (heard.results, heard.errors) == ([], [])


def test_an_answer_on_its_way_is_dropped_when_cancelled(
    background: Background, qtbot: QtBot
) -> None:
    heard = Heard()
    finished = threading.Event()

    async def quick() -> int:
        asyncio.get_running_loop().call_soon(finished.set)
        return 1

    handle = background.start(quick(), None, heard.done)
    assert finished.wait(5)  # the answer is queued; this thread has not looked yet
    handle.cancel()
    settled(background, qtbot)
    assert heard.results == []


def test_cancelling_before_it_begins_leaves_it_unbegun(
    background: Background, qtbot: QtBot
) -> None:
    begun: list[int] = []

    async def work() -> None:
        begun.append(1)

    background.start(work()).cancel()
    settled(background, qtbot)
    # Either it was over before the cancel came, or it never began: it never stops half way.
    assert begun in ([], [1])


def test_cancelling_what_has_ended_does_nothing(background: Background, qtbot: QtBot) -> None:
    heard = Heard()
    handle = background.start(answer(1), None, heard.done)
    qtbot.waitUntil(lambda: heard.results == [1])
    handle.cancel()
    settled(background, qtbot)
    assert heard.results == [1]


def test_an_answer_for_a_widget_that_is_gone_is_dropped(
    background: Background, qtbot: QtBot
) -> None:
    gate = asyncio.Event()
    heard = Heard()
    owner = QLabel()

    async def wait() -> int:
        await gate.wait()
        return 1

    background.start(wait(), owner, heard.done, heard.failed)
    shiboken6.delete(owner)
    background.post(gate.set)
    settled(background, qtbot)
    assert (heard.results, heard.errors) == ([], [])


def test_closing_cancels_what_is_in_flight(qapp: QApplication, qtbot: QtBot) -> None:
    background = Background()
    begun, ended = threading.Event(), threading.Event()

    async def wait() -> None:
        begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    heard = Heard()
    background.start(wait(), None, heard.done, heard.failed)
    qtbot.waitUntil(begun.is_set)
    background.close()
    assert ended.is_set()
    assert "background" not in {thread.name for thread in threading.enumerate()}
    background.close()
    qapp.processEvents()  # what was posted to the window would be delivered now
    assert (heard.results, heard.errors) == ([], [])


def test_nothing_is_started_after_closing(qapp: QApplication) -> None:
    background = Background()
    background.close()
    heard = Heard()
    handle = background.start(answer(1), None, heard.done)  # no "never awaited" warning either
    background.post(lambda: heard.done(2))
    background.to_window(lambda: heard.done(3))
    handle.cancel()
    qapp.processEvents()  # what was posted to the window would be delivered now
    assert heard.results == []


def test_the_last_work_is_waited_for(background: Background) -> None:
    done: list[int] = []

    async def work() -> None:
        await asyncio.sleep(0)
        done.append(1)

    background.finish(work())
    assert done == [1]


def test_a_last_work_that_fails_does_not_keep_the_program_open(
    background: Background, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        background.finish(fail(OSError("disk")))
    assert "OSError" in caplog.text


def test_any_thread_may_hand_something_to_the_window(background: Background, qtbot: QtBot) -> None:
    heard = Heard()
    background.post(lambda: background.to_window(lambda: heard.done("news")))
    qtbot.waitUntil(lambda: heard.results == ["news"])
    assert heard.threads == [threading.main_thread()]


class Emitter(QObject):
    told = Signal(object)


def test_fifty_thousand_emissions_lose_no_reference(qapp: QApplication) -> None:
    """PySide6 6.12.0 loses references to None and True on Python 3.11, and aborts."""
    emitter, heard = Emitter(), []
    emitter.told.connect(heard.append)
    for number in range(50_000):
        emitter.told.emit((None, True, number)[number % 3])
    assert len(heard) == 50_000


def test_ten_thousand_answers_cross_the_threads(background: Background, qtbot: QtBot) -> None:
    heard = Heard()
    crossing = Emitter()
    crossing.told.connect(heard.done, Qt.ConnectionType.QueuedConnection)

    async def many() -> None:
        for number in range(10_000):
            crossing.told.emit((None, True, number)[number % 3])

    background.start(many())
    qtbot.waitUntil(lambda: len(heard.results) == 10_000, timeout=20_000)
    assert set(heard.threads) == {threading.main_thread()}
