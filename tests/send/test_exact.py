"""What was confirmed is what arrives, byte for byte, signed over those very bytes.

The server of this file is a stranger: it reads a socket, and knows of the program only what the
service's documents say about the signature (tpns-rest.md 3.2).
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import json
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, TypeVar

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.send.builders import draft
from tests.send.conftest import Outside, ended
from tpns_desktop.send.desk import Desk, KeyPair, PracticeInfo

T = TypeVar("T")

IDS = {"android": "1500012345", "ios": "1600012345"}
KEYS = {
    "1500012345": "0123456789abcdef0123456789abcdef",
    "1600012345": "fedcba9876543210fedcba9876543210",
}


@dataclass(frozen=True)
class Received:
    """One request as it came in."""

    sha256: str
    access_id: str
    signed: bool
    """Whether the signature fits the bytes, with the key of that access id."""
    alone: bool
    """Whether its connection had carried nothing before."""


class Server:
    """Accepts every push that is signed rightly, and keeps what came."""

    def __init__(self) -> None:
        self.received: list[Received] = []

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        carried = 0
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            while True:
                await self._answer(reader, writer, alone=not carried)
                carried += 1
        writer.close()

    async def _answer(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, alone: bool
    ) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = {
            name.strip().lower(): value.strip()
            for name, _, value in (line.partition(":") for line in head[1:] if line)
        }
        body = await reader.readexactly(int(headers["content-length"]))
        told = {"ret_code": 0, "push_id": str(1000 + len(self.received)), "seq": 0}
        if head[0].startswith("POST /v3/push/app "):
            access_id = headers.get("accessid", "")
            signed = _signature(access_id, headers.get("timestamp", ""), body)
            right = hmac.compare_digest(headers.get("sign", ""), signed)
            self.received.append(
                Received(hashlib.sha256(body).hexdigest(), access_id, right, alone)
            )
        else:
            told = {"retCode": 1008001}
        answer = json.dumps(told).encode()
        writer.write(
            b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
            b"Content-Length: %d\r\n\r\n%s" % (len(answer), answer)
        )
        await writer.drain()


def _signature(access_id: str, timestamp: str, body: bytes) -> str:
    key = KEYS.get(access_id, "").encode()
    digest = hmac.new(key, timestamp.encode() + access_id.encode() + body, hashlib.sha256)
    return base64.b64encode(digest.hexdigest().encode()).decode()


# Whatever a person can type or paste: every plane, line ends of all kinds, marks of direction,
# parts of emoji, what JSON escapes and what it does not.
characters = st.characters(exclude_categories=["Cs"])
odd = st.sampled_from(
    ["\u2028", "\u2029", "\x00", "\x7f", "\\", '"', "/", "</script>", "\u200d", "\ufeff", "\u202e",
     "👨‍👩‍👧‍👦", "今晚", "é", "e\u0301", "\r\n", "\t", "{{}}", "%s", "\U0010ffff"]
)  # fmt: skip
words = st.lists(characters | odd, min_size=1, max_size=40).map("".join).filter(str.strip)
token = st.text("0123456789abcdef", min_size=36, max_size=36)
account = st.text("abcdefghijklmnopqrstuvwxyz0123456789_", min_size=4, max_size=20)


@st.composite
def drafts(draw: st.DrawFn) -> dict[str, Any]:
    """A draft that somebody could confirm."""
    kind = draw(st.sampled_from(["all", "tag", "account", "device"]))
    changes: dict[str, Any] = {"message__title": draw(words), "message__content": draw(words)}
    if kind == "tag":
        tags = st.lists(st.text("abcxyz日本", min_size=1, max_size=8), min_size=1, max_size=4)
        row = st.fixed_dictionaries(
            {
                "tag_type": st.just("xg_user_define"),
                "match": st.sampled_from(["any", "all", "none"]),
                "tags": tags.map(lambda found: list(dict.fromkeys(found))),
            }
        )
        changes["audience__tag__groups"] = draw(
            st.lists(st.lists(row, min_size=1, max_size=2), min_size=1, max_size=2)
        )
    elif kind == "account":
        names = draw(st.lists(account, min_size=1, max_size=20, unique=True))
        changes["audience__account__text"] = draw(st.sampled_from(["\n", "\r\n"])).join(names)
        changes["audience__account__push_type"] = draw(st.sampled_from(["0", "1"]))
    elif kind == "device":
        tokens = draw(st.lists(token, min_size=1, max_size=5, unique=True))
        platform = draw(st.sampled_from(["android", "ios"]))
        changes["audience__device"] = {"text": "\n".join(tokens), "platform": platform}
    query = draw(st.text("abc%20&=", max_size=10))
    page = draw(st.text("abc/", min_size=1, max_size=10))
    changes["message__tap"] = {
        "kind": draw(st.sampled_from(["app", "web", "page"])),
        "url": f"https://example.com/?q={query}",
        "page": f"shop://{page}",
    }
    return draft(kind, **changes)


@asynccontextmanager
async def listening(server: Server) -> AsyncIterator[str]:
    listener = await asyncio.start_server(server.answer, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{listener.sockets[0].getsockname()[1]}"
    finally:
        listener.close()
        await listener.wait_closed()


async def entered(stage: AbstractAsyncContextManager[T]) -> T:
    return await stage.__aenter__()


async def left(stage: AbstractAsyncContextManager[Any]) -> None:
    await stage.__aexit__(None, None, None)


def test_what_was_confirmed_arrives_byte_for_byte_and_rightly_signed(
    world: Outside, size: Callable[[int, int], int]
) -> None:
    world.settings.hold_s = "0"
    server = Server()
    confirmed = 0

    async def one(desk: Desk, app_id: str, data: dict[str, Any]) -> int:
        """Send a draft; 1 when it could be confirmed, 0 when a check had something against it."""
        # What was sent a day ago is no duplicate any more.
        await world.clock.advance(timedelta(hours=25).total_seconds())
        review = await desk.review(app_id, None, data)
        if not review.ready:
            return 0
        before = len(server.received)
        batch = await desk.confirm(review, set(review.required_ticks))
        batch = await ended(desk, batch.id, world.clock)
        arrived = server.received[before:]
        assert [row.state for row in batch.rows] == ["accepted"] * len(batch.rows)
        assert sorted((got.access_id, got.sha256) for got in arrived) == sorted(
            (row.access_id, hashlib.sha256(row.body).hexdigest()) for row in review.rows
        )
        assert [row.body for row in batch.rows] == [row.body for row in review.rows]
        assert all(got.signed for got in arrived)
        assert all(got.alone for got in arrived)  # each has a connection of its own
        return 1

    @asynccontextmanager
    async def stage() -> AsyncIterator[tuple[Desk, str]]:
        async with listening(server) as url, world.desk() as desk:
            world.over_sockets = True
            keys = {platform: KeyPair.typed(id, KEYS[id]) for platform, id in IDS.items()}
            app = await desk.use_practice(PracticeInfo(url, keys))
            yield desk, app.id

    with asyncio.Runner() as runner:
        opened = stage()
        desk, app_id = runner.run(entered(opened))
        try:

            @settings(
                max_examples=size(15, 1000),
                phases=(Phase.explicit, Phase.generate, Phase.shrink),
                database=None,
                suppress_health_check=list(HealthCheck),
            )
            @given(drafts())
            def each(data: dict[str, Any]) -> None:
                nonlocal confirmed
                confirmed += runner.run(one(desk, app_id, data))

            for _ in range(3):  # a check may have something against one or the other
                if confirmed < size(15, 1000):
                    each()
        finally:
            runner.run(left(opened))
    assert confirmed >= size(15, 1000)
    print(
        f"\n{confirmed} drafts confirmed: {len(server.received)} requests over sockets, "
        f"all byte-identical and signed"
    )
