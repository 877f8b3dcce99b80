"""Tries to make a Chat push leave wrongly, twice, or vanish: services that lie, and people.

A service of its own answers over a socket whatever a test puts there, byte by byte; every body that
comes in is counted.
"""

from __future__ import annotations

import asyncio
import json
import random
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.send.chat_bench import ChatBench
from tests.send.chat_catalogue import chat_context, chat_draft
from tests.send.conftest import Outside, Run, ended
from tpns_desktop.client import Secret
from tpns_desktop.client.chat import ChatClient
from tpns_desktop.client.chat_points import ChatPoint
from tpns_desktop.client.errors import MaybeSent, Refused
from tpns_desktop.model.chat_codes import verdict_of
from tpns_desktop.model.chat_dialects import ALL_MEMBER_PUSH, DIALECTS
from tpns_desktop.model.limits import SERVICE_ZONE
from tpns_desktop.send.asking import AskFailed
from tpns_desktop.send.chat_checks import examine_chat
from tpns_desktop.send.chat_desk import ChatForm
from tpns_desktop.send.chat_requests import request_of
from tpns_desktop.send.desk import Batch, ConfirmRefused, Desk, Review

PUSH = "/v4/all_member_push/im_push"
TASK = "/v4/timpush/add_sched_task"
LATER = {"kind": "at", "at": "2026-11-30T12:00"}


class Liar:
    """Takes in every request whole and gives back `answer`, as it stands."""

    def __init__(self) -> None:
        self.answer = b""
        self.hangs_up = True
        """Whether the line ends after the answer."""
        self.bodies: list[tuple[str, bytes]] = []
        self.url = ""

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
                headers = dict(line.lower().split(": ", 1) for line in head[1:-2])
                body = await reader.readexactly(int(headers["content-length"]))
                self.bodies.append((head[0].split(" ")[1].partition("?")[0], body))
                writer.write(self.answer)
                await writer.drain()
                if self.hangs_up:
                    return
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()


@asynccontextmanager
async def lying(world: Outside) -> AsyncIterator[Liar]:
    liar = Liar()
    server = await asyncio.start_server(liar.serve, "127.0.0.1", 0)
    liar.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    world.new_practice(liar.url)
    world.over_sockets = True
    try:
        yield liar
    finally:
        server.close()


def http(body: bytes, status: str = "200 OK", *more: str) -> bytes:
    head = [f"HTTP/1.1 {status}", "Content-Type: application/json", *more]
    return "\r\n".join([*head, f"Content-Length: {len(body)}", "", ""]).encode() + body


def said(**fields: Any) -> bytes:
    return json.dumps({"ActionStatus": "OK", "ErrorCode": 0, "ErrorInfo": ""} | fields).encode()


GOOD = http(said(TaskId="1400000001_7"))


async def practised(desk: Desk, world: Outside, dialect: Any = "all_member_push") -> str:
    await desk.use_practice(world.line)
    (app,) = await desk.chat.apps()
    await desk.chat.speak(app.id, dialect)
    await desk.chat.use(app.id)
    return app.id


async def confirmed(desk: Desk, review: Review, **typed: Any) -> Batch:
    return await desk.confirm(review, set(review.required_ticks), review.app_name, **typed)


async def pushed(desk: Desk, world: Outside, app_id: str, **changes: Any) -> Batch:
    review = await desk.chat.review(app_id, None, chat_draft(**changes))
    assert review.rows, review.examination.findings
    batch = await confirmed(desk, review)
    return await ended(desk, batch.id, world.clock)


LIES: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "unknown"),
    "no http": (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", "unknown"),
    "302": (http(b"", "302 Found", f"Location: {PUSH}"), "unknown"),
    "307": (http(b"", "307 Elsewhere", f"Location: {PUSH}"), "unknown"),
    "502": (http(b"<html>bad gateway</html>", "502 Bad Gateway"), "unknown"),
    "201": (http(said(TaskId="7"), "201 Created"), "unknown"),
    "page": (http(b"<html>log in to the hotel</html>"), "unknown"),
    "list": (http(b"[" + said(TaskId="7") + b"]"), "unknown"),
    "twice in one": (http(said(TaskId="7") + said(ErrorCode=90045)), "unknown"),
    "first a no": (http(said(ActionStatus="FAIL", ErrorCode=90045)) + GOOD, "rejected"),
    "first a yes": (
        GOOD + http(said(ActionStatus="FAIL", ErrorCode=90045, ErrorInfo="no")),
        "accepted",
    ),
    "repeated code": (
        http(b'{"ActionStatus":"OK","ErrorCode":90045,"ErrorCode":0,"TaskId":"7"}'),
        "unknown",
    ),
    "code as text": (http(said(ErrorCode="0", TaskId="7")), "accepted"),
    "code as a word": (http(said(ErrorCode="zero", TaskId="7")), "unknown"),
    "code as yes": (http(said(ErrorCode=False, TaskId="7")), "unknown"),
    "code as fraction": (http(b'{"ActionStatus":"OK","ErrorCode":0.0,"TaskId":"7"}'), "unknown"),
    "code as NaN": (http(b'{"ActionStatus":"OK","ErrorCode":NaN,"TaskId":"7"}'), "unknown"),
    "no status": (http(b'{"ErrorCode":0,"TaskId":"7"}'), "unknown"),
    "two minds": (http(said(ActionStatus="FAIL", TaskId="7")), "unknown"),
    "a no with a task": (http(said(ActionStatus="FAIL", ErrorCode=90045, TaskId="7")), "unknown"),
    "a no of that second, with a task": (
        http(said(ActionStatus="FAIL", ErrorCode=90024, TaskId="7")),
        "unknown",
    ),
    "task as number": (http(said(TaskId=7)), "unknown"),
    "task too long": (http(said(TaskId="7" * 300)), "unknown"),
    "task of two lines": (http(said(TaskId="7\n8")), "unknown"),
    "huge": (http(said(TaskId="7", x="y" * 70_000)), "unknown"),
    "huge, and not all": (http(said(TaskId="7"))[:-4], "unknown"),
    "longer than said": (GOOD + b"x" * 200_000, "accepted"),
    "packed": (http(said(TaskId="7"), "200 OK", "Content-Encoding: gzip"), "unknown"),
    "latin": (
        http('{"ActionStatus":"OK","ErrorCode":0,"TaskId":"é"}'.encode("latin-1")),
        "unknown",
    ),
    "deep": (http(b'{"ErrorCode":' + b"[" * 20_000 + b"]" * 20_000 + b"}"), "unknown"),
    "a number without end": (http(b'{"ErrorCode":' + b"9" * 9_000 + b"}"), "unknown"),
    "unpublished": (http(said(ActionStatus="FAIL", ErrorCode=12345)), "unknown"),
}


async def ending(liar: Liar, answer: bytes) -> str:
    """How a push over a socket of its own ends, as the client tells."""
    liar.answer = answer
    point, key = ChatPoint(liar.url), Secret("k" * 64)
    async with ChatClient(point, 1400000001, "boss", key, ALL_MEMBER_PUSH) as client:
        try:
            await client.push(b'{"MsgRandom":1}')
        except Refused as refused:
            return verdict_of(refused.code or 0)
        except MaybeSent:
            return "unknown"
        return "accepted"


def test_whatever_a_service_answers_one_body_leaves_and_no_more_is_told_than_is_proven(
    world: Outside,
) -> None:
    async def story() -> None:
        async with lying(world) as liar:
            for name, (answer, state) in LIES.items():
                heard = len(liar.bodies)
                assert (name, await ending(liar, answer)) == (name, state)
                assert [path for path, _ in liar.bodies[heard:]] == [PUSH], name

    asyncio.run(story())


def test_an_answer_that_ends_after_any_byte_is_a_yes_only_when_it_is_whole(
    world: Outside,
) -> None:
    async def story() -> None:
        async with lying(world) as liar:
            for cut in range(len(GOOD) + 1):
                state = "accepted" if cut == len(GOOD) else "unknown"
                assert (cut, await ending(liar, GOOD[:cut])) == (cut, state)
            assert len(liar.bodies) == len(GOOD) + 1

    asyncio.run(story())


@pytest.mark.parametrize("fields", [{"TaskID": 7}, {"TaskId": "7"}, {"TaskID": "7"}])
def test_a_refusal_that_names_a_scheduled_task_proves_nothing(
    world: Outside, fields: dict[str, Any]
) -> None:
    async def story() -> None:
        async with lying(world) as liar, world.desk() as desk:
            app_id = await practised(desk, world, "timpush_chat")
            liar.answer = http(said(ActionStatus="FAIL", ErrorCode=90045, **fields))
            batch = await pushed(desk, world, app_id, schedule=LATER)
            assert [path for path, _ in liar.bodies if "/v4/" in path] == [TASK]
            assert (batch.state, batch.rows[0].code) == ("unknown", 90045)

    asyncio.run(story())


# ------------------------------------------------------------------------------------ who is meant

ODD = (
    "",
    "  ",
    "vip",
    "VIP",
    "vip ",
    "cafe\u0301",
    "caf\u00e9",
    "\u00a0",
    "\u3000",
    "\u200b",
    "a\nb",
)
ODD += ("\u202evip", "\x00", "\ud83d", "深" * 16, "深" * 17, "x" * 51, "{}", "null")
NAMES = ("City", "Membership", "City ", "city", "", "Gone")
KINDS = ("all", "tags", "attributes", "users", None, "everyone")


def test_nobody_becomes_everybody_and_nothing_that_was_typed_is_dropped(
    size: Callable[[int, int], int],
) -> None:
    draw, seen = random.Random(20261122), Counter[Any]()
    for _ in range(size(800, 20_000)):
        kind = draw.choice(KINDS)
        audience = _audience(draw, kind)
        draft = chat_draft() | {"audience": audience}
        known = draw.choice((None, {}, {0: "City", 1: "Membership"}))
        context = chat_context(draw.choice(list(DIALECTS)), names=known)
        if not examine_chat(draft, context).can_review:
            continue
        body = request_of(draft, context.app, known, 5).body
        assert body is not None
        told = json.loads(body)
        meant = {name: told.get("Condition", {}).get(name) for name in MATCHES[kind]}
        assert (kind == "all") == (not told.get("Condition") and not told.get("To_Account"))
        assert set(told.get("Condition", {})) <= set(MATCHES[kind])
        if kind == "users":
            assert set(told["To_Account"]) == _texts(audience["users"]["text"].split("\n"))
        for name, match in zip(MATCHES[kind], ("any", "all"), strict=False):
            said = meant[name] or ()
            if kind == "tags":
                assert set(said) == _texts(audience["tags"][match])
            else:
                rows = [tuple(map(str.strip, row)) for row in audience["attributes"][match]]
                assert sorted(dict(said).items()) == sorted(row for row in rows if any(row))
        seen[kind] += 1
    assert set(seen) == {"all", "tags", "attributes", "users"}


MATCHES: dict[str | None, tuple[str, ...]] = {
    "all": (),
    "users": (),
    "tags": ("TagsOr", "TagsAnd"),
    "attributes": ("AttrsOr", "AttrsAnd"),
}


def _texts(typed: list[str]) -> set[str]:
    return {text.strip() for text in typed} - {""}


def _audience(draw: random.Random, kind: str | None) -> dict[str, Any]:
    few = (0, 0, 1, 1, 2, 3, 11)

    def some() -> list[str]:
        return [draw.choice(ODD) for _ in range(draw.choice(few))]

    return {
        "kind": kind,
        "tags": {"any": some(), "all": some()},
        "attributes": {
            match: [[draw.choice(NAMES), draw.choice(ODD)] for _ in range(draw.choice(few[:5]))]
            for match in ("any", "all")
        },
        "users": {"text": "\n".join(some())},
    }


# ----------------------------------------------------------------- what changes behind the person


def form(**changes: Any) -> ChatForm:
    values: dict[str, Any] = {
        "name": "Aurora",
        "sdkappid": "1400000001",
        "identifier": "boss",
        "key": Secret("k" * 64),
        "host": "china",
        "dialect": "all_member_push",
    }
    return ChatForm(**values | changes)


async def taken(request: Any) -> Any:
    return httpx.Response(200, content=said(TaskId="1_2"))


async def refuse(desk: Desk, review: Review, reason: str) -> None:
    with pytest.raises(ConfirmRefused) as refused:
        await confirmed(desk, review)
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    "change",
    [
        {"identifier": "deputy"},
        {"sdkappid": "1400000002"},
        {"host": "singapore"},
        {"dialect": "timpush_chat"},
        {"name": "Borealis"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_an_app_that_is_another_by_now_makes_the_review_void(
    world: Outside, run: Run[None], change: dict[str, Any]
) -> None:
    world.answer = taken

    async def story(desk: Desk) -> None:
        app_id = (await desk.chat.save(form())).app.id
        await desk.chat.use(app_id)
        review = await desk.chat.review(app_id, None, chat_draft())
        await desk.chat.save(form(app_id=app_id, key=None, **change))
        await refuse(desk, review, "app_changed")

    run(story)
    assert world.requests == []


@pytest.mark.parametrize("change", [{"identifier": "deputy"}, {"key": Secret("o" * 64)}])
def test_what_is_held_does_not_leave_in_the_name_of_another_administrator_or_key(
    world: Outside, run: Run[None], change: dict[str, Any]
) -> None:
    world.answer = taken

    async def story(desk: Desk) -> None:
        app_id = (await desk.chat.save(form())).app.id
        await desk.chat.use(app_id)
        review = await desk.chat.review(app_id, None, chat_draft())
        batch = await confirmed(desk, review)
        await desk.chat.save(form(app_id=app_id, **{"key": None} | change))
        batch = await ended(desk, batch.id, world.clock)
        assert (batch.state, batch.rows[0].reason) == ("withdrawn", "app_changed")

    run(story)
    assert world.requests == []


def test_names_that_come_after_the_app_became_another_one_are_not_kept(
    world: Outside, run: Run[None]
) -> None:
    async def story(desk: Desk) -> None:
        app_id = (await desk.chat.save(form())).app.id

        async def slow(request: httpx.Request) -> httpx.Response:
            await desk.chat.save(form(app_id=app_id, key=None, sdkappid="1400000002"))
            return httpx.Response(200, content=said(AttrNames={"0": "City"}))

        world.answer = slow
        with pytest.raises(AskFailed) as failed:
            await desk.chat.refresh_names(app_id)
        assert failed.value.reason == "app_changed"
        assert await desk.chat.names(app_id) is None

    run(story)


def test_another_door_to_the_same_app_does_not_let_an_unsettled_push_out_again(
    world: Outside, run: Run[None]
) -> None:
    async def lost(request: httpx.Request) -> httpx.Response:
        raise httpx.ReadError("the line went dead")

    async def story(desk: Desk) -> None:
        app_id = (await desk.chat.save(form())).app.id
        await desk.chat.use(app_id)
        world.answer = lost
        batch = await pushed(desk, world, app_id)
        assert batch.state == "unknown"
        world.answer = taken
        await desk.chat.save(form(app_id=app_id, key=None, host="singapore"))
        review = await desk.chat.review(app_id, None, chat_draft())
        assert "dup.unknown" in {one.id for one in review.examination.errors}
        # Nor by another connection of the same number.
        twin = (await desk.chat.save(form(host="seoul"))).app.id
        await desk.chat.use(twin)
        review = await desk.chat.review(twin, None, chat_draft())
        assert "dup.unknown" in {one.id for one in review.examination.errors}

    run(story)


# ------------------------------------------------------------------------------- scheduled tasks


def test_a_task_that_is_not_listed_once_its_time_has_come_is_not_called_deleted(
    tmp_path: Path,
) -> None:
    bench = ChatBench(tmp_path)
    at = datetime(2026, 11, 30, 9, 0, tzinfo=SERVICE_ZONE)

    async def cut(request: Any) -> Any:
        if "list" in request.url.path:
            return None
        raise httpx.ReadError("cut")

    async def listed() -> Any:
        now = bench.clock.now()
        begin, end = now - timedelta(days=60), now + timedelta(days=60)
        return await bench.tasks.read(bench.app.id, begin, end)

    async def play() -> None:
        await bench.schedule("2026-11-30 09:00:00")
        (task,) = (await listed()).tasks
        bench.answer = cut  # never heard of
        assert (await bench.tasks.delete(bench.app.id, task)).outcome == "unknown"
        bench.leap_to(at + timedelta(hours=1))
        bench.answer = None
        bench.played.tasks.clear()  # it left, and the list shows none that have left
        page = await listed()
        assert [one.outcome for one in page.open] == ["unknown"]

    try:
        asyncio.run(play())
    finally:
        bench.database.close()
