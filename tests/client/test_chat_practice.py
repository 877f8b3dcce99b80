"""The Chat client against the service of practice, which reads requests as a stranger would.

Most within this process, a few over a real loopback socket.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from tpns_desktop.client.chat import ChatClient
from tpns_desktop.client.chat_points import ChatPoint
from tpns_desktop.client.errors import MaybeSent, Refused
from tpns_desktop.model.chat_codes import verdict_of
from tpns_desktop.model.chat_dialects import (
    ALL_MEMBER_PUSH,
    DIALECTS,
    TIMPUSH_CHAT,
    TIMPUSH_PUSH,
    Dialect,
)
from tpns_desktop.model.secret import Secret
from tpns_desktop.practice.chat_auth import ADMINISTRATOR
from tpns_desktop.practice.command import start_line
from tpns_desktop.practice.population import Population
from tpns_desktop.practice.rules import Rules
from tpns_desktop.practice.server import serve
from tpns_desktop.practice.service import PracticeService
from tpns_desktop.practice.state import World
from tpns_desktop.send.practice_app import PracticeInfo

NOW_S = 1768000000.0
HERE = "http://127.0.0.1:4711"
ONE, TWO = "user000001", "user000002"
TEXT = [{"MsgType": "TIMTextElem", "MsgContent": {"Text": "Flash sale 你好"}}]
TOLD = {"Title": "Sale", "Desc": "Tonight"}

Call = Callable[[ChatClient], Awaitable[Any]]


@pytest.fixture
def world() -> World:
    return World(Population(seed=1, devices=400), Rules())


def client_of(world: World, url: str = HERE, **given: Any) -> ChatClient:
    chat = world.chat
    return ChatClient(
        ChatPoint(url),
        chat.keys.sdkappid,
        given.pop("identifier", ADMINISTRATOR),
        Secret(given.pop("key", chat.keys.secret_key)),
        given.pop("dialect", ALL_MEMBER_PUSH),
        **given,
    )


def ask(world: World, call: Call, *, now_s: float = NOW_S, **given: Any) -> Any:
    """What a call gives back, in this process; ``now_s`` is the service's time."""

    async def run() -> Any:
        transport = httpx.ASGITransport(PracticeService(world, clock=lambda: now_s))
        given.setdefault("clock", lambda: NOW_S)
        async with client_of(world, transport=transport, **given) as client:
            return await call(client)

    return asyncio.run(run())


def body(dialect: Dialect, **fields: Any) -> bytes:
    told: dict[str, Any] = {"MsgRandom": 7, "OfflinePushInfo": TOLD, **fields}
    if dialect.has_message:
        told["MsgBody"] = TEXT
    return json.dumps(told, ensure_ascii=False).encode()


def test_an_attribute_declared_for_devices_is_not_set_for_a_user(world: World) -> None:
    async def work(client: ChatClient) -> None:
        await client.set_attribute_names({5: "Model"}, {5: 1})
        assert await client.set_attributes({ONE: {"Model": "x"}}) == {ONE: 90035}

    ask(world, work, dialect=DIALECTS["timpush_chat"])


@pytest.mark.parametrize("dialect", DIALECTS.values(), ids=lambda one: one.id)
def test_each_dialect_pushes_and_looks_after_users(world: World, dialect: Dialect) -> None:
    async def work(client: ChatClient) -> None:
        await client.set_attribute_names({4: "Level"})
        assert (await client.attribute_names())[4] == "Level"
        assert await client.set_attributes({ONE: {"Level": "3"}, "nobody": {"Level": "3"}}) == {
            "nobody": 70107
        }
        found = await client.attributes([ONE, TWO])
        assert [row.account for row in found.rows] == [ONE, TWO]
        assert found.rows[0].values["Level"] == "3"
        assert await client.remove_attributes({ONE: ["Level"]}) == {}
        assert "Level" not in (await client.attributes([ONE])).rows[0].values
        assert await client.remove_all_tags([ONE, TWO]) == {}
        assert await client.add_tags({ONE: ["stock A", "我的"], TWO: ["我的"]}) == {}
        assert await client.remove_tags({ONE: ["stock A"]}) == {}
        found = await client.tags([ONE, TWO])
        assert [row.tags for row in found.rows] == [("我的",), ("我的",)]
        task = await client.push(body(dialect, Condition={"TagsOr": ["我的"]}))
        assert world.chat.pushes[task.task_id].planned == 2

    ask(world, work, dialect=dialect)


@pytest.mark.parametrize("dialect", [TIMPUSH_CHAT, TIMPUSH_PUSH], ids=lambda one: one.id)
def test_what_the_newer_service_has_besides(world: World, dialect: Dialect) -> None:
    start, end = datetime.fromtimestamp(NOW_S - 60, UTC), datetime.fromtimestamp(NOW_S + 60, UTC)

    async def work(client: ChatClient) -> None:
        named = body(dialect, From_Account=ADMINISTRATOR, To_Account=[ONE, "nobody"])
        task = await client.batch(named)
        assert task.failed == {"nobody": 70107}
        assert (await client.trace(task.task_id, ONE))[0].instance_id
        assert await client.add_tags({ONE: ["only"]}, replace=True) == {}
        assert (await client.tags([ONE])).rows[0].tags == ("only",)
        figures = await client.statistics([task.task_id], start, end)
        assert figures["Results"][0]["TargetUsers"] == 1
        assert list(await client.losses([task.task_id], start, end)) == [task.task_id]
        await client.withdraw(task.task_id, TOLD)
        content = json.loads(body(dialect))
        number = await client.add_task("All", "2026-01-11 09:00:00", content)
        await client.modify_task(number, "All", "2026-01-11 10:00:00", content)
        (kept,) = await client.tasks("2026-01-11 00:00:00", "2026-01-12 00:00:00")
        assert (kept.task_id, kept.at, kept.status) == (number, "2026-01-11 10:00:00", "pending")
        assert kept.content == content
        await client.delete_task(number, "All")
        assert await client.tasks("", "") == ()

    ask(world, work, dialect=dialect)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"key": "another"}, 70009),
        ({"identifier": ONE}, 90009),
        ({"identifier": "a b c"}, 90009),
        ({"now_s": NOW_S + 86_500}, 70001),
        ({"clock": lambda: NOW_S - 90_000}, 70001),
    ],
    ids=["key", "identifier", "spaces", "expired", "slow clock"],
)
def test_who_may_not_is_told_so_and_nothing_is_taken_in(
    world: World, given: dict[str, Any], code: int
) -> None:
    for call in (lambda one: one.push(body(ALL_MEMBER_PUSH)), lambda one: one.attribute_names()):
        with pytest.raises(Refused) as refused:
            ask(world, call, **given)
        assert refused.value.code == code
    assert not world.chat.pushes


def test_a_refusal_of_practice_proves_what_the_same_one_of_the_service_does(world: World) -> None:
    world.chat.play("90045")
    with pytest.raises(Refused) as refused:
        ask(world, lambda client: client.push(body(ALL_MEMBER_PUSH)))
    assert verdict_of(refused.value.code) == "rejected"
    world.chat.play("91000")
    with pytest.raises(Refused) as refused:
        ask(world, lambda client: client.push(body(ALL_MEMBER_PUSH)))
    assert verdict_of(refused.value.code) == "unknown"
    assert not world.chat.pushes


def test_over_a_socket_a_push_arrives_and_one_that_is_cut_off_was_taken_in_too() -> None:
    world = World(Population(seed=1, devices=400), Rules(limits=False))

    async def use(url: str) -> None:
        info = PracticeInfo.from_line(json.loads(json.dumps(start_line(world, url))))
        chat = info.chat
        assert chat is not None
        assert chat.url == url
        client = ChatClient(
            ChatPoint(chat.url),
            chat.sdkappid,
            chat.identifier,
            chat.secret_key,
            DIALECTS[chat.dialect],
        )
        async with client:
            await client.push(body(ALL_MEMBER_PUSH))
            assert client.clock_skew_s is not None
            world.chat.play("cut")
            with pytest.raises(MaybeSent):
                await client.push(body(ALL_MEMBER_PUSH, MsgLifeTime=60))
            # Questions go on being answered.
            assert await client.attribute_names()
            world.chat.play("")
            await client.push(body(ALL_MEMBER_PUSH, MsgLifeTime=120))

    async def run() -> None:
        stop = asyncio.Event()
        address: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        async with asyncio.TaskGroup() as group:
            group.create_task(
                serve(PracticeService(world), port=0, on_listening=address.set_result, stop=stop)
            )
            try:
                await use(await address)
            finally:
                stop.set()

    asyncio.run(run())
    assert [push.order.life_s for push in world.chat.pushes.values()] == [0, 60, 120]
