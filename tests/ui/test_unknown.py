"""A push whose answer was lost, through the real program and a bad line to the practice service.

It is looked up or settled by a person's word, never sent again by itself; and what the window says
about it is what the service has. The clock of sending stands still until a test lets time pass.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.driving import WAIT_MS, Driver, PracticeHere, running
from tests.ui.relay import BadLine
from tpns_desktop.ui.theme.theme import Theme

FAST = {"language": "en", "look": "light", "hold_s": "0"}
TITLE = "Sale tonight"

Open = Callable[..., AbstractContextManager[Driver]]


class Standing:
    """A clock that goes on with the computer's, and beyond it when the test says so.

    Whoever sleeps wakes only when the test lets time pass. It begins a little behind, for the
    service tells whole seconds only: a push and its record in the same second would leave a doubt
    whether the record is the older one.
    """

    def __init__(self) -> None:
        self._passed = -1.5
        self._lock = threading.Lock()
        self._sleepers: list[tuple[float, asyncio.AbstractEventLoop, asyncio.Event]] = []

    def now(self) -> datetime:
        return datetime.now(UTC) + timedelta(seconds=self._passed)

    def monotonic(self) -> float:
        import time

        return time.monotonic() + self._passed

    async def sleep(self, seconds: float) -> None:
        woken = asyncio.Event()
        with self._lock:
            due = self._passed + seconds
            self._sleepers.append((due, asyncio.get_running_loop(), woken))
        await woken.wait()

    def advance(self, seconds: float) -> None:
        """Let time pass; called from the test's thread."""
        with self._lock:
            self._passed += seconds
            due = [one for one in self._sleepers if one[0] <= self._passed]
            self._sleepers = [one for one in self._sleepers if one[0] > self._passed]
        for _, loop, woken in due:
            if not loop.is_closed():
                loop.call_soon_threadsafe(woken.set)


@pytest.fixture
def service() -> Iterator[PracticeHere]:
    service = PracticeHere(devices=500, limits=False)
    yield service
    service.close()


@pytest.fixture
def line(service: PracticeHere) -> Iterator[BadLine]:
    line = BadLine(service)
    yield line
    line.cut()


@pytest.fixture
def clock() -> Standing:
    return Standing()


@pytest.fixture
def open_program(home: Path, line: BadLine, clock: Standing, qtbot: QtBot, theme: Theme) -> Open:
    """Gives one run after the other of the program in this test's home."""

    def start(**given: Any) -> AbstractContextManager[Driver]:
        def wait(condition: Callable[[], bool]) -> None:
            qtbot.waitUntil(condition, timeout=WAIT_MS)

        return running(home, line, wait, **{"settings": FAST, "clock": clock} | given)  # type: ignore[arg-type]

    return start


def write(driver: Driver, line: BadLine) -> None:
    driver.segment("audience.kind", "account")
    driver.replace("audience.account.text", "\n".join(line.info.accounts[:2]))
    driver.replace("message.title", TITLE)
    driver.replace("message.content", "From 8 pm.")


def send(driver: Driver, line: BadLine, said: str = "We don't know yet") -> None:
    """Write a push to both systems, send it, and wait for what the page says."""
    write(driver, line)
    driver.to_review()
    driver.click("review.send")
    driver.until_screen("result")
    until_state(driver, said)


def until_state(driver: Driver, said: str) -> None:
    try:
        driver.wait_until(
            lambda: driver.sees("result.state") and driver.text("result.state") == said
        )
    except Exception:
        raise LookupError(f"{said!r} is not what it says:\n{driver.words()}") from None


def look_until(driver: Driver, said: str) -> None:
    """Press Check now until the page says this.

    More than once where a record was made so near the push that one answer's whole seconds leave a
    doubt; each further answer tells the service's clock more exactly.
    """

    def there() -> bool:
        # On the card of its end: the head goes on to what the service says of it.
        if driver.sees("result.state") and said in driver.words().splitlines():
            return True
        for check in driver.all("result.check_now", QPushButton):
            if check.isEnabled():
                with suppress(RuntimeError):  # its answer came, and it is gone
                    driver.click(check)
        return False

    try:
        driver.wait_until(there)
    except Exception:
        raise LookupError(f"{said!r} is not what it says:\n{driver.words()}") from None


def answer_question(driver: Driver, name: str) -> None:
    """Press a button that asks once, and stand by it."""
    driver.click(name)
    driver.click("settle.do")
    driver.wait_until(lambda: not driver.sees("settle.do"))


def received(service: PracticeHere) -> dict[str, int]:
    return {platform: len(service.received(platform)) for platform in ("android", "ios")}


# ------------------------------------------------------------------------------ looking it up


def test_check_now_finds_what_the_service_has(
    open_program: Open, line: BadLine, service: PracticeHere
) -> None:
    line.loss = "answer"
    with open_program() as driver:
        driver.practise()
        send(driver, line)
        assert not driver.find_as(QPushButton, "result.send_again").isEnabled()
        look_until(driver, "Accepted, looked up")
        ids = [service.world.applications[p].pushes[0].push_id for p in ("android", "ios")]  # type: ignore[index]
        driver.until_words("a look-up found it", *ids)
        driver.find("result.channels")  # it is followed like any other
    assert received(service) == {"android": 1, "ios": 1}
    assert line.requests == 2


def test_the_program_looks_by_itself_until_it_says_not_found(
    open_program: Open, line: BadLine, service: PracticeHere, clock: Standing
) -> None:
    line.loss = "request"
    with open_program() as driver:
        driver.practise()
        send(driver, line)
        driver.until_words("Not looked for yet. Next look in a moment.")
        clock.advance(6)
        driver.until_words("no record yet.", "Next look in a moment.")
        clock.advance(30)
        driver.until_words("no record yet.", "Next look at")
        clock.advance(700)
        until_state(driver, "No such push found")
        driver.until_words("The service shows no such push", "That is no proof.")
        assert line.requests == 2
        line.loss = "nothing"
        driver.click("result.send_again")
        driver.until_composed()
        assert driver.find_as(QLineEdit, "message.title").text() == TITLE
        driver.to_review()
        assert not driver.sees("review.override")
        driver.click("review.tick.dup.again")
        driver.click("review.send")
        until_state(driver, "Accepted by TPNS")
    assert received(service) == {"android": 1, "ios": 1}


def test_one_system_of_two_stays_open_and_is_named(
    open_program: Open, line: BadLine, service: PracticeHere
) -> None:
    line.loss, line.only = "answer", frozenset({"ios"})
    with open_program() as driver:
        driver.practise()
        send(driver, line)
        driver.until_words("Android: Accepted by TPNS", "iPhone: We don't know yet")
        look_until(driver, "Accepted, looked up")
        driver.click("rail.sent")
        driver.until_row("sent.table", TITLE, "Accepted, looked up")
    assert received(service) == {"android": 1, "ios": 1}


def test_several_that_match_stay_open_and_are_listed(
    open_program: Open, line: BadLine, service: PracticeHere
) -> None:
    line.loss = "answer"
    with open_program() as driver:
        driver.practise()
        send(driver, line)
        # Somebody sends the very same from the console.
        driver.ask(line.sent_elsewhere("android", service.received("android")[0]))
        look_until(driver, "Several pushes match")
        ids = [push.push_id for push in service.world.applications["android"].pushes]
        assert len(ids) == 2
        driver.until_words("TPNS console", *ids)
        assert not driver.find_as(QPushButton, "result.send_again").isEnabled()
        answer_question(driver, "result.saw_it")
        until_state(driver, "Accepted, you saw it")


def test_a_service_that_cannot_be_asked_is_told_and_leaves_it_open(
    open_program: Open, line: BadLine, service: PracticeHere
) -> None:
    line.loss = "answer"
    with open_program() as driver:
        driver.practise()
        send(driver, line)
        line.cut()
        driver.click("result.check_now")
        driver.until_words(
            "Nothing answered at the service's address.", "could not be asked. Next look"
        )
        until_state(driver, "We don't know yet")


# ---------------------------------------------------------------------------- a person's word


def test_seen_on_a_phone_counts_as_accepted_and_the_same_again_wants_words(
    open_program: Open, line: BadLine, service: PracticeHere
) -> None:
    line.loss = "answer"
    with open_program() as driver:
        driver.practise()
        send(driver, line)
        answer_question(driver, "result.saw_it")
        until_state(driver, "Accepted, you saw it")
        driver.until_words("You said that you saw it on a phone", "No push ID is known")
        driver.click("result.new_push")
        driver.until_composed()
        write(driver, line)
        driver.to_review()
        driver.find("review.override")
        driver.click("review.send")
        driver.until_words("Type the words as they stand here.")
    assert received(service) == {"android": 1, "ios": 1}


def test_did_not_go_offers_the_text_again_and_it_is_then_sent_once(
    open_program: Open, line: BadLine, service: PracticeHere
) -> None:
    line.loss = "request"
    with open_program() as driver:
        driver.practise()
        send(driver, line)
        answer_question(driver, "result.did_not_go")
        until_state(driver, "Did not go, you said")
        line.loss = "nothing"
        driver.click("result.send_again")
        driver.until_composed()
        driver.to_review()
        driver.click("review.send")  # not before the person said that it may be the second time
        driver.until_words("has no proof that it did not go", "Tick each of these to go on.")
        driver.click("review.tick.dup.again")
        driver.click("review.send")
        until_state(driver, "Accepted by TPNS")
    assert received(service) == {"android": 1, "ios": 1}


# -------------------------------------------------------------------------- while it is unsettled


def test_the_same_text_is_stopped_and_leads_to_the_unsettled_push(
    open_program: Open, line: BadLine, service: PracticeHere
) -> None:
    line.loss = "answer"
    with open_program() as driver:
        driver.practise()
        send(driver, line)
        driver.click("result.new_push")
        driver.until_composed()
        write(driver, line)
        driver.until_words("to fix")
        driver.click("bottom.review")
        assert driver.screen == "compose"
        driver.until_words("nobody knows yet")
        compose = driver.program.navigator.compose
        found = {finding.id for finding in compose.binding.examination.errors}  # type: ignore[union-attr]
        assert "dup.unknown" in found
    assert received(service) == {"android": 1, "ios": 1}


def test_it_is_still_open_after_a_restart_and_can_be_looked_up_then(
    open_program: Open, line: BadLine, service: PracticeHere
) -> None:
    line.loss = "answer"
    with open_program() as driver:
        driver.practise()
        send(driver, line)
    line.loss = "nothing"
    with open_program() as driver:
        driver.until_composed()
        driver.click("rail.sent")
        driver.until_row("sent.table", TITLE, "We don't know yet")
        driver.click("sent.unsettled")
        driver.until_row("sent.table", TITLE, "We don't know yet")
        driver.program.navigator.show_batch(batch_id(driver))
        until_state(driver, "We don't know yet")
        look_until(driver, "Accepted, looked up")
    assert received(service) == {"android": 1, "ios": 1}
    assert line.requests == 2


def batch_id(driver: Driver) -> str:
    """Id of the newest push of the practice app."""
    desk = driver.program.session.desk
    assert desk is not None
    return driver.ask(desk.batches("practice"))[0].id
