"""The outbox: from a confirmed push to a settled one, each request once or not at all.

    confirm: rows written, held  →  the hold runs out  →  claim, committed  →  one request  →  end

Owns the hold, the claim and the settling. A row is claimed by compare-and-set, and the claim is on
the disk before any connection is made, so a program that dies leaves either "held" (nothing left)
or "sending" (nobody knows). Nothing is ever sent a second time, and nothing is sent by itself after
a restart. What may be confirmed at all is decided in `confirm.py`; how a request travels, in
`client`. All of it lives on one event loop and one thread. Source: sending.md 2.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, Protocol

from tpns_desktop.client.endpoints import AccessPoint, access_point_at
from tpns_desktop.client.errors import MaybeSent, NotSent, Refused
from tpns_desktop.model.outcome import PushAnswer, verdict_of
from tpns_desktop.send.clock import Clock
from tpns_desktop.send.results import Batch
from tpns_desktop.send.review import sha256_of
from tpns_desktop.store.errors import StoreError
from tpns_desktop.store.history import History, PushRow

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tpns_desktop.model.secret import Secret
    from tpns_desktop.store.database import Database

EXPIRY: Final = timedelta(minutes=10)
"""A confirmation counts this long; not with "hold until I say"."""

WIDE_GAP_S: Final = 1.2
"""Between two wide pushes of one access id: the service takes one a second (tpns-rest.md 15)."""
WIDE_KINDS: Final = frozenset({"all", "tag"})

CLOCK_TOLERANCE_S: Final = 30.0
"""Wall and monotonic time part by more: the computer slept, or its clock was set."""

SCHEDULE_AHEAD_MIN: Final = timedelta(minutes=1)
"""A scheduled push that is claimed later than this before its time would start at once."""

_SETTLE_TRIES: Final = 3
_SETTLE_PAUSE_S: Final = 1.0
_TEXT_MAX: Final = 500
"""Characters kept of the service's own text."""

_log = logging.getLogger(__name__)


class PushClient(Protocol):
    """What is used of a `TpnsClient` here."""

    async def push(self, body: bytes) -> PushAnswer:
        """Send the bytes once."""

    async def aclose(self) -> None:
        """Close the connections."""


class KeyUnavailable(Exception):
    """The secret key of a row cannot be had now; `reason` is a short stable word."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Ways:
    """How the outbox reaches what it does not own."""

    client: Callable[[AccessPoint, str, Secret], PushClient]
    """Makes a client for an access point, an access id and its key."""
    key: Callable[[PushRow], Awaitable[Secret]]
    """The key for a row. Raises `KeyUnavailable`."""
    guard: Callable[[PushRow], str | None]
    """Why this row must not leave now (practice and real apps kept apart, the app changed), or
    None. Asked right before sending."""


@dataclass
class _Hold:
    """One batch whose time has not come."""

    released: asyncio.Future[None]
    hashes: dict[str, str]
    """Row id → SHA-256 as confirmed, kept outside the database on purpose."""
    hold_s: float | None
    confirmed_at: datetime
    started: float
    """Monotonic."""


class Outbox:
    """Holds, sends and settles. Belongs to the loop and thread that use it."""

    def __init__(self, database: Database, clock: Clock, ways: Ways) -> None:
        self._database = database
        self._clock = clock
        self._ways = ways
        self._holds: dict[str, _Hold] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._subscribers: list[Callable[[str], None]] = []
        self._turns: dict[str, asyncio.Lock] = {}
        self._last_wide: dict[str, float] = {}
        self._closing = False

    # ------------------------------------------------------------------------------- start, end

    def start(self) -> tuple[str, ...]:
        """Settle what an earlier run left behind; gives the ids of the batches touched.

        "sending" becomes unknown: the request may have been received. What was confirmed or held
        is withdrawn: nothing is ever sent by itself after a restart. Raises StoreError.
        """
        now = self._clock.now()
        with self._database.transaction() as conn:
            history = History(conn)
            rows = history.abandoned()
            for row in rows:
                if row.state == "sending":
                    history.move(row.id, "sending", "unknown", reason="restart")
                else:
                    history.move(
                        row.id,
                        row.state,
                        "withdrawn",
                        reason="restart",
                        settled_by="restart",
                        settled_at=now,
                    )
        return tuple(dict.fromkeys(row.batch_id for row in rows))

    async def close(self, grace_s: float = 2.0) -> None:
        """Withdraw what is held, and give requests under way `grace_s` to end.

        What is still unanswered then is unknown.
        """
        self._closing = True
        for batch_id in list(self._holds):
            with contextlib.suppress(StoreError):
                self._withdraw(batch_id, "quit")
        tasks = set(self._tasks)
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=grace_s)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    def subscribe(self, callback: Callable[[str], None]) -> Callable[[], None]:
        """Call `callback(batch_id)` whenever a batch has news; gives back what ends it."""
        self._subscribers.append(callback)

        def end() -> None:
            with contextlib.suppress(ValueError):
                self._subscribers.remove(callback)

        return end

    def tell(self, batch_id: str) -> None:
        """Let the subscribers know that a batch has news."""
        for callback in tuple(self._subscribers):
            try:
                callback(batch_id)
            except Exception:
                # A screen that fails must not cost a push its end.
                _log.exception("a subscriber failed")

    # ------------------------------------------------------------------------- confirm, cancel

    def confirm(
        self,
        rows: Iterable[PushRow],
        *,
        hold_s: float | None,
        checked: Callable[[Connection], None],
    ) -> Batch:
        """Write the rows of one batch down as held, and start its hold.

        `rows` are in state "confirmed", of one batch; `hold_s` None holds until `send_now`.
        `checked` looks at the database in the same transaction and raises to refuse; then nothing
        is kept. Raises what it raises, AlreadyConfirmed, and StoreError; then nothing is sent.
        """
        written = tuple(rows)
        now = self._clock.now()
        until = None if hold_s is None else now + timedelta(seconds=hold_s)
        expires = None if hold_s is None else now + EXPIRY
        with self._database.transaction() as conn:
            history = History(conn)
            history.add(written)
            checked(conn)
            for row in written:
                history.move(row.id, "confirmed", "held", hold_until=until, expires_at=expires)
            held = history.batch(written[0].batch_id)
        batch_id = written[0].batch_id
        self._holds[batch_id] = _Hold(
            released=asyncio.get_running_loop().create_future(),
            hashes={row.id: row.body_sha256 for row in written},
            hold_s=hold_s,
            confirmed_at=now,
            started=self._clock.monotonic(),
        )
        self._spawn(self._run(batch_id))
        self.tell(batch_id)
        return Batch(batch_id, held)

    def cancel(self, batch_id: str) -> bool:
        """Withdraw whatever of the batch has not been claimed yet.

        True when at least one row was withdrawn; what is under way cannot be called back. Raises
        StoreError.
        """
        return self._withdraw(batch_id, "cancelled")

    def send_now(self, batch_id: str) -> bool:
        """End the hold at once; False when the batch is not being held."""
        hold = self._holds.get(batch_id)
        if hold is None or hold.released.done():
            return False
        hold.released.set_result(None)
        return True

    def cancel_app(self, app_id: str) -> None:
        """Withdraw everything that is held for an app. Raises StoreError."""
        with self._database.reading() as conn:
            held = History(conn).in_state("held")
        for batch_id in dict.fromkeys(row.batch_id for row in held if row.app_id == app_id):
            self._withdraw(batch_id, "app_changed")

    def _withdraw(self, batch_id: str, reason: str) -> bool:
        with self._database.transaction() as conn:
            history = History(conn)
            withdrawn = [
                history.move(row.id, "held", "withdrawn", **self._end("person", reason))
                for row in history.batch(batch_id)
                if row.state == "held"
            ]
        hold = self._holds.get(batch_id)
        if hold is not None and not hold.released.done():
            hold.released.set_result(None)  # its rows are not held any more, so nothing leaves
        if any(withdrawn):
            self.tell(batch_id)
        return any(withdrawn)

    # ------------------------------------------------------------------------------ hold, send

    async def _run(self, batch_id: str) -> None:
        hold = self._holds[batch_id]
        try:
            await self._wait(hold)
            if self._closing:
                return
            # Not a TaskGroup: a fault in one row must not cut off the other's request.
            ends = await asyncio.gather(
                *(self._send(row_id, hold) for row_id in hold.hashes), return_exceptions=True
            )
            for end in ends:
                if isinstance(end, Exception):
                    _log.error("a push could not be finished: %s", type(end).__name__)
        finally:
            self._holds.pop(batch_id, None)

    async def _wait(self, hold: _Hold) -> None:
        if hold.hold_s is None:
            await hold.released
            return
        async with _running(self._clock.sleep(hold.hold_s)) as timer:
            await asyncio.wait({timer, hold.released}, return_when=asyncio.FIRST_COMPLETED)

    async def _send(self, row_id: str, hold: _Hold) -> None:
        """Send one row, if it may leave. Never raises but for cancellation."""
        try:
            with self._database.reading() as conn:
                row = History(conn).row(row_id)
            if row is None or row.state != "held":
                return
            try:
                key: Secret | None = await self._ways.key(row)
                trouble = None
            except KeyUnavailable as unavailable:
                key, trouble = None, unavailable.reason
            async with self._turn(row):
                claimed = self._claim(row_id, hold)
        except StoreError:
            # Nothing was claimed, so nothing leaves. If the row cannot even be withdrawn, the next
            # start does it.
            _log.exception("a push was not sent: it could not be written down")
            self._give_up(row_id)
            return
        if claimed is None:
            return
        self.tell(claimed.batch_id)
        end = await self._end_of(claimed, key, trouble)
        await self._settle(claimed, *end)

    @contextlib.asynccontextmanager
    async def _turn(self, row: PushRow) -> AsyncIterator[None]:
        """Wide pushes of one access id wait for each other; all others pass."""
        if row.audience_kind not in WIDE_KINDS:
            yield
            return
        async with self._turns.setdefault(row.access_id, asyncio.Lock()):
            last = self._last_wide.get(row.access_id)
            if last is not None:
                wait_s = last + WIDE_GAP_S - self._clock.monotonic()
                if wait_s > 0:
                    await self._clock.sleep(wait_s)
            yield
            self._last_wide[row.access_id] = self._clock.monotonic()

    def _claim(self, row_id: str, hold: _Hold) -> PushRow | None:
        """Make the row ours, on the disk, or find out why it must stay. Raises StoreError."""
        now = self._clock.now()
        with self._database.transaction() as conn:
            history = History(conn)
            row = history.row(row_id)
            if row is None or row.state != "held" or self._closing:
                return None
            stays = self._reason_to_stay(row, hold, now)
            if stays is not None:
                history.move(row_id, "held", "withdrawn", **self._end("program", stays))
            elif not history.move(row_id, "held", "sending", sent_at=now, attempts=1):
                return None
        # Here the commit has returned: with synchronous=FULL it is on the disk.
        if stays is not None:
            self.tell(row.batch_id)
            return None
        return row

    def _reason_to_stay(self, row: PushRow, hold: _Hold, now: datetime) -> str | None:
        if not sha256_of(row.body) == row.body_sha256 == hold.hashes[row.id]:
            return "changed"
        passed_s = (now - hold.confirmed_at).total_seconds()
        if abs(passed_s - (self._clock.monotonic() - hold.started)) > CLOCK_TOLERANCE_S:
            return "slept"
        # Where monotonic time goes on during sleep, the hold ends much too late instead.
        if row.expires_at is not None and now > row.expires_at:
            return "expired"
        if row.schedule_at is not None and row.schedule_at < now + SCHEDULE_AHEAD_MIN:
            return "schedule_passed"
        return None

    async def _end_of(
        self, row: PushRow, key: Secret | None, trouble: str | None
    ) -> tuple[str, dict[str, Any]]:
        """Send the claimed row's bytes; gives the state it ends in, and the facts."""
        try:
            reason = trouble or self._ways.guard(row)
            if reason is not None or key is None:
                return "not_sent", {"reason": reason or "no_key"}
            client = self._ways.client(access_point_at(row.access_point_url), row.access_id, key)
        except NotSent as error:
            return "not_sent", {"reason": error.reason}
        except Exception as error:
            # No client, no connection: whatever went wrong, nothing left.
            _log.error("a push was not sent: %s", type(error).__name__)
            return "not_sent", {"reason": "failed"}
        try:
            return await _asked(client, row.body)
        except asyncio.CancelledError:
            # The program is closing with the answer still out.
            await self._settle(row, "unknown", {"reason": "quit"}, tries=1)
            raise
        finally:
            with contextlib.suppress(Exception):
                await client.aclose()

    async def _settle(
        self, row: PushRow, state: str, facts: dict[str, Any], *, tries: int = _SETTLE_TRIES
    ) -> None:
        """Write the end down; if the disk refuses for good, the next start makes it unknown."""
        if state != "unknown":
            facts = {"settled_by": facts.pop("by", "program"), **facts}
            facts["settled_at"] = self._clock.now()
        facts.pop("by", None)
        for attempt in range(1, tries + 1):
            try:
                with self._database.transaction() as conn:
                    History(conn).move(row.id, "sending", state, **facts)
                break
            except StoreError:
                _log.exception("the end of a push could not be written down (%d)", attempt)
                if attempt < tries:
                    await self._clock.sleep(_SETTLE_PAUSE_S)
        self.tell(row.batch_id)

    def _give_up(self, row_id: str) -> None:
        with contextlib.suppress(StoreError), self._database.transaction() as conn:
            history = History(conn)
            row = history.row(row_id)
            if row is not None and row.state == "held":
                history.move(row_id, "held", "withdrawn", **self._end("program", "not_written"))
                self.tell(row.batch_id)

    def _end(self, by: str, reason: str) -> dict[str, Any]:
        return {"settled_by": by, "settled_at": self._clock.now(), "reason": reason}

    def _spawn(self, coroutine: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(coroutine)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


async def _asked(client: PushClient, body: bytes) -> tuple[str, dict[str, Any]]:
    """One request, and what its end proves (sending.md 2.3)."""
    try:
        answer = await client.push(body)
    except NotSent as error:
        return "not_sent", {"reason": error.reason}
    except Refused as error:
        facts = {"code": error.code, "text": error.text[:_TEXT_MAX] or None, "reason": "refused"}
        # Over the limit is refused before acceptance; waiting and asking again is not done here.
        state = "unknown" if verdict_of(error.code) == "unknown" else "rejected"
        return state, {**facts, "by": "answer"}
    except MaybeSent as error:
        return "unknown", {"reason": error.reason, "code": error.code}
    except Exception as error:
        # A fault of ours after the claim proves nothing about what left.
        _log.error("a push ended in %s", type(error).__name__)
        return "unknown", {"reason": "failed"}
    if not answer.push_ids:
        return "unknown", {"reason": "no_push_id"}
    return "accepted", {"push_ids": answer.push_ids, "by": "answer"}


@contextlib.asynccontextmanager
async def _running(coroutine: Coroutine[Any, Any, None]) -> AsyncIterator[asyncio.Task[None]]:
    task = asyncio.get_running_loop().create_task(coroutine)
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.wait({task})
