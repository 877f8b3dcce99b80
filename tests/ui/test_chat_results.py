"""A Chat push through the real window, from Review to what became of it, in each generation.

The practice service answers over a real socket; what the window says is compared with what it has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from tests.ui.chat_hands import speak, to_review
from tests.ui.driving import WAIT_MS, Driver, PracticeHere, running
from tpns_desktop.client.chat import ChatClient
from tpns_desktop.model.limits import SERVICE_ZONE
from tpns_desktop.ui.screens.chat.header import SCHEDULED, SENT
from tpns_desktop.ui.theme.theme import Theme

FAST = {"language": "en", "look": "light", "hold_s": "0"}

Open = Callable[..., AbstractContextManager[Driver]]


class BadLine(httpx.AsyncBaseTransport):
    """The way to practice, cut behind what a test names: its answers are lost."""

    def __init__(self) -> None:
        self.lose = ""
        """Commands that end so are heard, and their answers are lost."""
        self.heard: list[str] = []

    def client(self, *arguments: Any) -> ChatClient:
        """The factory for `open_core`."""
        return ChatClient(*arguments, transport=_Leg(self))

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.heard.append(request.url.path.rsplit("/", 1)[-1])
        async with httpx.AsyncHTTPTransport() as wire:
            answer = await wire.handle_async_request(request)
            content = await answer.aread()
        if self.lose and request.url.path.endswith(self.lose):
            raise httpx.ReadError("cut")
        return httpx.Response(answer.status_code, headers=answer.headers, content=content)


class _Leg(httpx.AsyncBaseTransport):
    """One client's part of the line: a closed client leaves it to the others."""

    def __init__(self, line: BadLine) -> None:
        self._line = line

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        return await self._line.handle_async_request(request)


@pytest.fixture
def practice() -> Iterator[PracticeHere]:
    service = PracticeHere(devices=400)
    yield service
    service.close()


@pytest.fixture
def line() -> BadLine:
    return BadLine()


@pytest.fixture
def opened(
    tmp_path: Path, practice: PracticeHere, line: BadLine, qtbot: QtBot, theme: Theme
) -> Open:
    """Opens a program in practice that speaks one generation; the window is shown."""
    del theme

    def wait(condition: Callable[[], bool]) -> None:
        qtbot.waitUntil(condition, timeout=WAIT_MS)

    def make(dialect: str) -> AbstractContextManager[Driver]:
        @contextmanager
        def whole() -> Iterator[Driver]:
            with running(tmp_path, practice, wait, settings=FAST, chat_client=line.client) as one:
                one.practise()
                speak(one, dialect)
                yield one

        return whole()

    return make


def send(driver: Driver, *words: str) -> None:
    """Press Send on the Review page, and wait until the result says so."""
    driver.click("review.send")
    driver.until_screen("result")
    driver.until_words(*words)


def say(driver: Driver, name: str) -> None:
    """Press a button of the page, then the verb of its question."""
    driver.click(name)
    driver.click({"result.chat.withdraw": "withdraw.do"}.get(name, "settle.do"))


@pytest.mark.parametrize("dialect", ["all_member_push", "timpush_chat", "timpush_push"])
def test_a_push_is_read_back_sent_and_told_by_what_its_generation_tells(
    dialect: str, opened: Open, practice: PracticeHere, line: BadLine
) -> None:
    with opened(dialect) as driver:
        to_review(driver)
        words = driver.words(driver.find("review"))
        for said in ("All users of the app.", "Preview sale", "Tonight at 20:00"):
            assert said in words
        assert driver.text("review.send") == "Send in practice"
        assert ("The sale opens tonight" in words) == (dialect != "timpush_push")
        assert "Plan" not in words
        driver.click("review.technical")
        assert "usersig" not in driver.words(driver.find("review"))
        assert not driver.sees("review.json.chat.curl")
        send(driver, "Accepted by Chat", "Task ID")
        (push,) = practice.world.chat.pushes.values()
        assert push.task_id in driver.words(driver.find("result"))
        assert not driver.sees("result.check_now")
        assert not driver.sees("result.mend")
        if dialect == "all_member_push":
            driver.until_words("tells nothing more about a push", "can't take a push back")
            assert not driver.sees("result.chat.withdraw")
            assert line.heard.count("im_push") == 1
            return
        driver.until_words("It can be taken back until")
        driver.click("result.chat.read")
        driver.until_words("Users it was meant for", f"{push.planned}")
        driver.write("result.chat.user", "user000001")
        driver.click("result.chat.look")
        driver.until_words("sent 2")
        driver.click("result.chat.withdraw")
        if dialect == "timpush_push":
            assert not driver.find("withdraw.do").isEnabled()
            driver.write("withdraw.text", "The sale is over")
        driver.click("withdraw.do", double=True)
        driver.until_words("Taken back")
        assert push.withdrawn_at is not None
        assert line.heard.count("revoke") == 1
        assert not driver.sees("result.chat.withdraw")


def test_a_refusal_of_the_edition_leads_to_what_must_be_ready(
    opened: Open, practice: PracticeHere
) -> None:
    with opened("all_member_push") as driver:
        to_review(driver)
        assert practice.world.chat.play("90045")
        send(driver, "Refused", "not switched on for this Chat app")
        driver.click("result.setup")
        driver.until_screen("chat_setup")


def test_a_lost_answer_is_settled_by_a_person_alone(
    opened: Open, practice: PracticeHere, line: BadLine
) -> None:
    with opened("timpush_chat") as driver:
        line.lose = "push"
        to_review(driver)
        send(driver, "We don't know yet", "can't be asked whether it has a push")
        assert not driver.sees("result.check_now")
        assert not driver.find("result.send_again").isEnabled()
        say(driver, "result.saw_it")
        driver.until_words("Accepted, you saw it", "with it the task ID")
        assert not driver.sees("result.chat.withdraw")
        assert len(practice.world.chat.pushes) == line.heard.count("push") == 1


def test_users_who_were_left_out_stand_in_a_table_with_the_reason(opened: Open) -> None:
    with opened("timpush_chat") as driver:
        users = {"kind": "users", "users": {"text": "user000001\nnobody_here\nnobody_else"}}
        to_review(driver, audience=users)
        send(driver, "Accepted by Chat", "were left out; they stand below")
        table = driver.find_as(QTableView, "result.left_out")
        model = table.model()
        told = {model.index(row, 0).data(): model.index(row, 1).data() for row in range(2)}
        assert set(told) == {"nobody_here", "nobody_else"}
        assert "once it logged in" in told["nobody_here"]


def test_a_withdrawal_without_an_answer_is_told_truthfully_and_not_repeated(
    opened: Open, practice: PracticeHere, line: BadLine
) -> None:
    with opened("timpush_chat") as driver:
        to_review(driver)
        send(driver, "Accepted by Chat", "It can be taken back until")
        line.lose = "revoke"
        say(driver, "result.chat.withdraw")
        driver.until_words("no answer came that could be read", "harmless")
        assert driver.sees("result.chat.withdraw")
        assert line.heard.count("revoke") == 1
        line.lose = ""
        practice.world.chat._last_withdrawal = 0.0
        say(driver, "result.chat.withdraw")
        driver.until_words("Taken back")
        assert line.heard.count("revoke") == 2


def test_another_app_chosen_meanwhile_makes_the_review_void(opened: Open, line: BadLine) -> None:
    with opened("all_member_push") as driver:
        to_review(driver)
        driver.program.session.choose_chat_app(None)
        driver.until_words("Another app was chosen meanwhile")
        assert not driver.find("review.send").isEnabled()
        assert "im_push" not in line.heard


def test_a_scheduled_push_is_moved_and_deleted_from_its_list(
    opened: Open, practice: PracticeHere, line: BadLine
) -> None:
    at = datetime.now(UTC).astimezone(SERVICE_ZONE) + timedelta(days=2)
    later = at + timedelta(days=1)
    with opened("timpush_chat") as driver:
        to_review(driver, schedule={"kind": "at", "at": at.strftime("%Y-%m-%dT%H:%M")})
        assert "taken to be Beijing's" in driver.words(driver.find("review"))
        send(driver, "Kept for its time", "under Scheduled")
        (task,) = practice.world.chat.tasks.values()
        assert driver.program.session.chat_app is not None
        driver.program.window.show_screen("chat")
        driver.until_screen("chat")
        driver.program.navigator.chat.screen.show_tab(SCHEDULED)
        driver.until_row("chat.tasks.table", "Preview sale", "Waiting for its time")
        line.lose = "modify_sched_task"
        driver.click("chat.tasks.move")
        driver.replace("task.when", later.strftime("%Y-%m-%d  %H:%M"))
        driver.click("task.do")
        driver.until_words("no answer came that could be read")
        driver.until_row("chat.tasks.table", later.strftime("%Y-%m-%d %H:%M"))
        assert line.heard.count("modify_sched_task") == 1
        driver.click("chat.tasks.delete")
        driver.click("task.do", double=True)
        driver.until_words("nobody gets it", "Nothing is scheduled")
        assert practice.world.chat.tasks == {}
        assert line.heard.count("delete_sched_task") == 1
        del task


def test_what_was_sent_is_listed_found_and_opened(opened: Open) -> None:
    with opened("all_member_push") as driver:
        to_review(driver)
        send(driver, "Accepted by Chat")
        driver.program.window.show_screen("chat")
        driver.program.navigator.chat.screen.show_tab(SENT)
        driver.until_row("chat.sent.table", "Preview sale", "all users", "Accepted by Chat")
        search = driver.find_as(QLineEdit, "chat.sent.search")
        driver.write(search, "nothing like it")
        driver.until_words("No push found with")
        search.clear()
        driver.until_row("chat.sent.table", "Preview sale")
        table = driver.find_as(QTableView, "chat.sent.table")
        table.selectRow(0)
        table.setFocus()
        driver.press(Qt.Key.Key_Return)
        driver.until_screen("result")
