"""Every command of every generation of Chat: asked by the client, answered by practice, and shown.

One row a command. Whoever adds one to a dialect finds here what goes with it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from tests.send.chat_catalogue import chat_app
from tpns_desktop.client.chat import ChatClient
from tpns_desktop.client.chat_points import ChatPoint
from tpns_desktop.client.errors import Refused
from tpns_desktop.model.chat_dialects import DIALECTS, Dialect
from tpns_desktop.model.secret import Secret
from tpns_desktop.practice.chat_service import COMMANDS
from tpns_desktop.send.chat_job_kinds import offered
from tpns_desktop.store.settings import Settings
from tpns_desktop.ui.background import Background
from tpns_desktop.ui.screens.chat.screen import ChatScreen
from tpns_desktop.ui.screens.chat.tasks_page import ChatTasksPage
from tpns_desktop.ui.screens.chat.users_page import ChatUsersPage
from tpns_desktop.ui.screens.results.chat_part import ChatPart
from tpns_desktop.ui.screens.review.screen import ReviewScreen
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.theme.theme import Theme

DAY = datetime(2026, 1, 15, tzinfo=UTC)
WALL = "2026-01-15 09:00:00"


@dataclass(frozen=True)
class Place:
    """Where a person asks for it: a page, the name of the control, and a choice of it."""

    page: str
    control: str
    choice: str = ""


@dataclass(frozen=True)
class Row:
    """How the client asks, and where a person does."""

    ask: Callable[[ChatClient], Awaitable[Any]]
    places: tuple[Place, ...]


def job(kind: str) -> tuple[Place, ...]:
    return (Place("users", "users.kind", kind), Place("users", "users.go"))


def task(name: str) -> tuple[Place, ...]:
    return (Place("tasks", f"chat.tasks.{name}"),)


SEND = Place("review", "review.send")
RESULT = "result"
TABLE: dict[str, Row] = {
    "push": Row(lambda c: c.push(b"{}"), (Place("chat", "bottom.review"), SEND)),
    "batch": Row(lambda c: c.batch(b"{}"), (Place("chat", "audience.kind", "users"), SEND)),
    "add_task": Row(lambda c: c.push_task(b"{}"), (Place("chat", "schedule.kind", "at"), SEND)),
    "tasks": Row(lambda c: c.tasks(WALL, WALL), task("read")),
    "modify_task": Row(lambda c: c.modify_task("1", "All", WALL, {}), task("move")),
    "delete_task": Row(lambda c: c.delete_task("1", "All"), task("delete")),
    "withdraw": Row(lambda c: c.withdraw("t"), (Place(RESULT, "result.chat.withdraw"),)),
    "statistics": Row(
        lambda c: c.statistics(["t"], DAY, DAY), (Place(RESULT, "result.chat.read"),)
    ),
    "losses": Row(lambda c: c.losses(["t"], DAY, DAY), (Place(RESULT, "result.chat.read"),)),
    "trace": Row(
        lambda c: c.trace("t", "u"),
        (Place(RESULT, "result.chat.user"), Place(RESULT, "result.chat.look")),
    ),
    "attribute_names": Row(
        lambda c: c.attribute_names(),
        (Place("chat", "chat.names"), Place("users", "users.read_names")),
    ),
    "set_attribute_names": Row(
        lambda c: c.set_attribute_names({0: "n"}), (Place("users", "users.change_names"),)
    ),
    "attributes": Row(lambda c: c.attributes(["u"]), job("read")),
    "tags": Row(lambda c: c.tags(["u"]), job("read")),
    "set_attributes": Row(lambda c: c.set_attributes({"u": {"n": "v"}}), job("set_attributes")),
    "remove_attributes": Row(lambda c: c.remove_attributes({"u": ["n"]}), job("remove_attributes")),
    "add_tags": Row(lambda c: c.add_tags({"u": ["t"]}), job("add_tags")),
    "remove_tags": Row(lambda c: c.remove_tags({"u": ["t"]}), job("remove_tags")),
    "remove_all_tags": Row(lambda c: c.remove_all_tags(["u"]), job("remove_all_tags")),
}
SPOKEN = [(dialect, command) for dialect in DIALECTS.values() for command in dialect.commands]


def test_each_command_of_each_dialect_has_its_row() -> None:
    assert {command for _, command in SPOKEN} == set(TABLE)


def test_practice_answers_the_commands_of_the_dialects_and_no_others() -> None:
    paths = {dialect.path(command) for dialect, command in SPOKEN}
    assert {f"/v4/{service}/{command}" for service, command in COMMANDS} == paths


@pytest.mark.parametrize(("dialect", "command"), SPOKEN, ids=lambda one: getattr(one, "id", one))
def test_the_client_asks_it_at_its_address(dialect: Dialect, command: str) -> None:
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.path)
        refusal = {"ActionStatus": "FAIL", "ErrorCode": 60009, "ErrorInfo": "no"}
        return httpx.Response(200, json=refusal)

    async def run() -> None:
        async with ChatClient(
            ChatPoint("http://127.0.0.1:4711"),
            1400000000,
            "administrator",
            Secret("k" * 64),
            dialect,
            clock=lambda: 1_768_000_000.0,
            transport=httpx.MockTransport(answer),
        ) as client:
            await TABLE[command].ask(client)

    with pytest.raises(Refused):
        asyncio.run(run())
    assert asked == [dialect.path(command)]


@pytest.fixture
def background(qapp: QApplication) -> Iterator[Background]:
    made = Background()
    yield made
    made.close()


@pytest.mark.parametrize("dialect", DIALECTS.values(), ids=lambda one: one.id)
def test_a_person_finds_each_command_that_the_app_can_do(
    dialect: Dialect, background: Background, tmp_path: Any, qtbot: QtBot, theme: Theme
) -> None:
    session = Session(background, Settings.load(tmp_path / "settings.ini"))
    app = chat_app(dialect=dialect.id)
    session.show_chat_apps((app,))
    session.chat_app = app  # no desk: the pages are built, and nothing is asked
    users = ChatUsersPage(session)
    users.work.show_app(app)
    pages: dict[str, QWidget] = {
        "chat": ChatScreen(session),
        "users": users,
        "tasks": ChatTasksPage(session),
        "result": ChatPart(session, lambda: DAY),
        "review": ReviewScreen(session),
    }
    for page in pages.values():
        qtbot.addWidget(page)
    for command in dialect.commands:
        for place in TABLE[command].places:
            control = pages[place.page].findChild(QWidget, place.control)
            assert control is not None, (command, place)
            if isinstance(control, QComboBox):
                assert control.findData(place.choice) >= 0, (command, place)
            elif place.choice:
                assert control.findChild(QWidget, place.choice) is not None, (command, place)
    # What an app cannot do is not offered at all.
    kinds = users.work.kind
    assert [kinds.itemData(at) for at in range(kinds.count())] == list(offered(dialect.id))
    who = pages["chat"].findChild(QWidget, "audience.kind")
    assert who is not None
    assert (who.findChild(QWidget, "users") is not None) == dialect.batch
