"""One push from its confirmation to its end: outbox, client, socket, and nothing in between."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import itertools
import json
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.store.rows import push
from tpns_desktop.client import (
    AccessPoint,
    ClientError,
    Network,
    Secret,
    TpnsClient,
)
from tpns_desktop.model.outcome import PushAnswer
from tpns_desktop.send.outbox import Outbox, Ways
from tpns_desktop.store.database import Database, open_database
from tpns_desktop.store.history import History, PushRow

KEY_TEXT = "canary0123456789abcdefcanary9876"
REAL_URL = "https://api.tpns.tencent.com"
TICK_S = 0.02


class QuickClock:
    """Pauses take no time; the clocks agree."""

    def __init__(self) -> None:
        self._passed = 0.0

    def now(self) -> datetime:
        return datetime(2026, 11, 19, 2, 30, tzinfo=UTC) + timedelta(seconds=self._passed)

    def monotonic(self) -> float:
        return self._passed

    async def sleep(self, seconds: float) -> None:
        self._passed += seconds
        await asyncio.sleep(0)


@dataclass
class Attempt:
    """One request of the client."""

    verdict: str
    """Name of the error's class, or "accepted"."""
    reason: str
    took_s: float
    """By the loop's own ticks: on a machine that stands still, none pass."""


@dataclass
class Sent:
    """A row at its end, and what the client said each time."""

    row: PushRow
    attempts: list[Attempt] = field(default_factory=list)


class _Watched:
    """A client whose every request is written down."""

    def __init__(self, client: TpnsClient, attempts: list[Attempt]) -> None:
        self._client = client
        self._attempts = attempts

    async def push(self, body: bytes) -> PushAnswer:
        verdict, reason = "accepted", ""
        async with _ticking() as passed:
            try:
                return await self._client.push(body)
            except ClientError as error:
                verdict, reason = type(error).__name__, error.reason
                raise
            finally:
                self._attempts.append(Attempt(verdict, reason, passed()))

    async def aclose(self) -> None:
        await self._client.aclose()


@asynccontextmanager
async def _ticking() -> AsyncIterator[Callable[[], float]]:
    """Seconds in which the loop was running: never more than have passed."""
    ticks = 0

    async def tick() -> None:
        nonlocal ticks
        while True:
            await asyncio.sleep(TICK_S)
            ticks += 1

    task = asyncio.get_running_loop().create_task(tick())
    try:
        yield lambda: ticks * TICK_S
    finally:
        task.cancel()
        await asyncio.wait({task})


class Line:
    """A database and an outbox on it; `send` takes any number of pushes, one after another."""

    def __init__(self, database: Database, *, deadline_s: float, network: Network) -> None:
        self._database = database
        self._attempts: dict[str, list[Attempt]] = {}
        self._numbers = itertools.count(1)
        self._deadline_s = deadline_s
        self._network = network
        self._outbox = Outbox(database, QuickClock(), Ways(self._client, _key, lambda row: None))

    def _client(self, point: AccessPoint, access_id: str, key: Secret) -> Any:
        client = TpnsClient(
            point, access_id, key, deadline_s=self._deadline_s, network=self._network
        )
        return _Watched(client, self._now)

    async def send(self, url: str) -> Sent:
        """Confirm a push to `url` without a hold, and wait for its end."""
        number = next(self._numbers)
        self._now: list[Attempt] = []
        row = _row(number, url)
        ended = asyncio.Event()

        def told(batch_id: str) -> None:
            if self._row(row.id).state not in ("held", "sending"):
                ended.set()

        stop = self._outbox.subscribe(told)
        try:
            self._outbox.confirm([row], hold_s=0, checked=lambda conn: None)
            await ended.wait()
        finally:
            stop()
        return Sent(self._row(row.id), self._now)

    def _row(self, row_id: str) -> PushRow:
        with self._database.reading() as conn:
            row = History(conn).row(row_id)
        assert row is not None
        return row

    async def close(self) -> None:
        await self._outbox.close(grace_s=0)


@asynccontextmanager
async def line(
    folder: Path, *, deadline_s: float = 10.0, network: Network | None = None
) -> AsyncIterator[Line]:
    """A line with a database of its own in `folder`, which is made."""
    shutil.copytree(_empty_database().name, folder, dirs_exist_ok=True)
    with contextlib.closing(open_database(folder / "net.sqlite", QuickClock().now)) as database:
        made = Line(database, deadline_s=deadline_s, network=network or Network("none"))
        try:
            yield made
        finally:
            await made.close()


@cache
def _empty_database() -> TemporaryDirectory[str]:
    """Made once: making one takes longer than a push."""
    folder = TemporaryDirectory(prefix="tpns-desktop-net-")
    open_database(Path(folder.name) / "net.sqlite", QuickClock().now).close()
    return folder


async def _key(row: PushRow) -> Secret:
    return Secret(KEY_TEXT)


def _row(number: int, url: str) -> PushRow:
    # To one device: nobody has to wait for a turn.
    body = json.dumps(
        {
            "audience_type": "token",
            "token_list": ["04cac74a714f61bf089987a986363d88aaaa"],
            "message_type": "notify",
            "message": {"title": "Order shipped", "content": f"Parcel {number}"},
        }
    ).encode()
    return push(
        f"push-{number}",
        practice=url.startswith("http://"),
        access_point_url=url,
        body=body,
        body_sha256=hashlib.sha256(body).hexdigest(),
        audience_kind="device",
        audience={"kind": "device", "count": 1},
        fingerprint=hashlib.sha256(f"push {number}".encode()).hexdigest(),
        created_at=QuickClock().now(),
    )
