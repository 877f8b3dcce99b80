"""Outboxes without a desk: a real database file, a clock to turn, and a wire made of wood."""

from __future__ import annotations

import asyncio
import hashlib
import json
import sqlite3
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from tests.send.builders import NOW
from tests.send.conftest import FakeClock
from tpns_desktop.client import AccessPoint, Secret
from tpns_desktop.model.outcome import PushAnswer
from tpns_desktop.send.outbox import Outbox, Ways
from tpns_desktop.send.results import Batch
from tpns_desktop.store.database import Database, open_database
from tpns_desktop.store.history import History, PushRow

OK = PushAnswer(("42",))
URL = "https://api.tpns.tencent.com"
KEY = Secret("0123456789abcdef0123456789abcdef")


def confirmed_row(row_id: str = "r1", **changes: Any) -> PushRow:
    """A row as a confirmation makes it, to one account; everything in it follows from its id."""
    kind = changes.get("audience_kind", "account")
    audience_type = {"account": "account_list", "device": "token_list"}.get(kind, kind)
    body = json.dumps({"audience_type": audience_type, "message": {"title": row_id}}).encode()
    body = changes.pop("body", body)
    values: dict[str, Any] = {
        "id": row_id,
        "batch_id": f"batch of {row_id}",
        "draft_id": f"draft of {row_id}",
        "draft_rev": 1,
        "platform": "android",
        "app_id": "shop",
        "app_name": "Demo Mall",
        "practice": False,
        "access_point_url": URL,
        "access_id": "1500012345",
        "environment": None,
        "body": body,
        "body_sha256": hashlib.sha256(body).hexdigest(),
        "title": f"Sale {row_id}",
        "content": "Now",
        "audience_kind": kind,
        "audience": {"kind": kind},
        "level": 2,
        "created_at": NOW,
        "fingerprint": hashlib.sha256(body).hexdigest(),
        "app_version": "0",
    }
    return PushRow(**values | changes)


def chat_row(row_id: str = "c1", **changes: Any) -> PushRow:
    """As `confirmed_row`, a push to users of a Chat app."""
    said = {"MsgRandom": 7, "MsgBody": [{"MsgType": "TIMTextElem", "MsgContent": {"Text": row_id}}]}
    values: dict[str, Any] = {
        "platform": "chat",
        "app_id": "chat-1",
        "access_point_url": "https://console.tim.qq.com",
        "access_id": "1400000001",
        "environment": "all_member_push",
        "audience_kind": "all",
        "body": json.dumps(said).encode(),
    }
    return confirmed_row(row_id, **values | changes)


Ending = PushAnswer | Exception | Awaitable[Any]
"""What the wire says: an answer, an error, or something that is awaited and gives one of these."""


class Wire:
    """Plays the client for any number of outboxes, and remembers every attempt."""

    def __init__(self, clock: FakeClock) -> None:
        self._clock = clock
        self.tried: list[tuple[float, str, bytes]] = []
        """When (monotonic), with which access id, and which bytes."""
        self.answers: Callable[[bytes], Ending] = lambda body: OK
        self.seen: Callable[[bytes], None] = lambda body: None
        """Called right when an attempt begins."""
        self.forbidden: str | None = None
        """What the guard says."""

    @property
    def times(self) -> list[float]:
        return [at for at, _, _ in self.tried]

    def ways(self) -> Ways:
        async def key(row: PushRow) -> Secret:
            return KEY

        return Ways(
            client=lambda point, access_id, key: _Client(self, point, access_id),
            key=key,
            guard=lambda row: self.forbidden,
            chat=lambda row, key: _Client(self, None, row.access_id),
        )

    def script(self, *endings: Ending) -> None:
        """Each attempt, whosever it is, ends as the next of these; the last one for ever."""
        left = list(endings)
        self.answers = lambda body: left.pop(0) if len(left) > 1 else left[0]

    async def push(self, access_id: str, body: bytes) -> PushAnswer:
        self.tried.append((self._clock.monotonic(), access_id, body))
        self.seen(body)
        ending = self.answers(body)
        while not isinstance(ending, PushAnswer | Exception):
            ending = await ending
        if isinstance(ending, Exception):
            raise ending
        return ending


class _Client:
    def __init__(self, wire: Wire, point: AccessPoint | None, access_id: str) -> None:
        self._wire = wire
        self._access_id = access_id

    async def push(self, body: bytes) -> PushAnswer:
        return await self._wire.push(self._access_id, body)

    async def aclose(self) -> None:
        pass


class Bench:
    """One database file, and as many copies of the program on it as a test opens."""

    def __init__(self, folder: Path, clock: FakeClock | None = None) -> None:
        self.path = folder / "bench.db"
        self.clock = clock or FakeClock()
        self.wire = Wire(self.clock)
        self._databases: list[Database] = []

    def database(self) -> Database:
        """One more connection of its own, as another copy of the program has."""
        opened = open_database(self.path, self.clock.now)
        self._databases.append(opened)
        return opened

    def outbox(self) -> Outbox:
        """One more copy of the program, started."""
        made = Outbox(self.database(), self.clock, self.wire.ways())
        made.start()
        return made

    def close(self) -> None:
        for database in self._databases:
            database.close()

    def play(self, story: Awaitable[Any]) -> None:
        """Run an async story to its end."""

        async def whole() -> None:
            async with asyncio.timeout(60):
                await story

        try:
            asyncio.run(whole())
        finally:
            self.close()

    def row(self, row_id: str = "r1") -> PushRow:
        """As it stands on the disk."""
        with self._databases[0].reading() as conn:
            found = History(conn).row(row_id)
        assert found is not None
        return found

    def on_disk(self, row_id: str, column: str) -> Any:
        """What a stranger reads who opens the file now: committed, or it is not there."""
        conn = sqlite3.connect(self.path)
        try:
            found = conn.execute(f"SELECT {column} FROM pushes WHERE id = ?", (row_id,)).fetchone()
        finally:
            conn.close()
        return None if found is None else found[0]

    def tamper(self, *statements: str) -> None:
        """A hand in the file, which first takes the database's own rules away."""
        conn = sqlite3.connect(self.path)
        try:
            for (name,) in conn.execute(
                "SELECT name FROM sqlite_master WHERE type = 'trigger'"
            ).fetchall():
                conn.execute(f"DROP TRIGGER {name}")
            for statement in statements:
                conn.execute(statement)
            conn.commit()
        finally:
            conn.close()


def confirm(outbox: Outbox, *rows: PushRow, hold_s: float | None = 0) -> Batch:
    """Confirm rows of one batch, with every check passed."""
    return outbox.confirm(rows, hold_s=hold_s, checked=lambda conn: None)
