"""The outbox: from a confirmed push to a settled one, each request once or not at all.

    confirm: rows written  →  [a list: uploaded, its slot filled]  →  held
        →  the hold runs out  →  claim, committed  →  one request  →  end

Owns the hold, and writing every step down. A row is claimed by compare-and-set, and the claim is on
the disk before any connection is made, so a program that dies leaves either "held" (nothing left)
or "sending" (nobody knows). Nothing is ever sent a second time, and nothing is sent by itself after
a restart. What may be confirmed at all is decided in `confirm.py`, what may still leave when its
time has come in `claim.py`, what may be tried again in `attempts.py`; how a request travels, in
`client`. All of it lives on one event loop and one thread. Source: sending.md 2.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable, Coroutine, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from tpns_desktop.model.states import FIRST_STATES
from tpns_desktop.send.attempts import (
    WIDE_GAP_S,
    Attempts,
    End,
    KeyUnavailable,
    PushClient,
    Turnstile,
    Ways,
)
from tpns_desktop.send.claim import EXPIRY, Promise, claim, same_as
from tpns_desktop.send.clock import CLOCK_TOLERANCE_S, Clock, Mark, waited
from tpns_desktop.send.results import Batch
from tpns_desktop.send.review import sha256_of
from tpns_desktop.send.upload import (
    TELL_EVERY_S,
    Uploader,
    UploadFailed,
    UploadProgress,
    filled,
)
from tpns_desktop.store.errors import StoreError
from tpns_desktop.store.history import History, PushRow

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tpns_desktop.model.secret import Secret
    from tpns_desktop.packages.snapshot import Snapshot
    from tpns_desktop.store.database import Database

__all__ = [
    "CLOCK_TOLERANCE_S",
    "EXPIRY",
    "WIDE_GAP_S",
    "KeyUnavailable",
    "Outbox",
    "PushClient",
    "Ways",
]

_SETTLE_TRIES: Final = 3
_SETTLE_PAUSE_S: Final = 1.0
_SETTLE_LATER_S: Final = 30.0
"""Between later tries: a full disk may have room again, and the push an end that is known."""

_log = logging.getLogger(__name__)


@dataclass
class _Hold:
    """One batch whose time has not come."""

    promises: dict[str, Promise]
    """Row id → what was confirmed, kept outside the database on purpose."""
    hold_s: float | None
    released: asyncio.Event = field(default_factory=asyncio.Event)
    taken_back: tuple[str, str] | None = None
    """By whom and why, from the moment on in which that was asked for."""


@dataclass
class _Loading:
    """One batch whose list is being uploaded."""

    rows: tuple[PushRow, ...]
    """As they were confirmed, with the empty slot."""
    earlier: dict[str, list[PushRow]]
    """Row id → rows that say the same, as they stood at the confirmation."""
    copy: Snapshot
    reuse: bool
    hold_s: float | None
    at: Mark
    progress: UploadProgress | None = None
    task: asyncio.Task[None] | None = None


class _Overtaken(Exception):
    """The rows are not waiting for their upload any more."""


class Outbox:
    """Holds, sends and settles. Belongs to the loop and thread that use it."""

    def __init__(self, database: Database, clock: Clock, ways: Ways) -> None:
        self._database = database
        self._clock = clock
        self._ways = ways
        self._holds: dict[str, _Hold] = {}
        self._loading: dict[str, _Loading] = {}
        self._uploader = Uploader(database, clock, ways)
        self._tasks: set[asyncio.Task[None]] = set()
        self._subscribers: list[Callable[[str], None]] = []
        self._closing = asyncio.Event()
        self._turnstile = Turnstile(database, clock, self._closing)
        self._app_id: str | None = None
        self._chat_app_id: str | None = None

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
        self._closing.set()
        for batch_id in [*self._holds, *self._loading]:
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
        copy: Snapshot | None = None,
        reuse: bool = False,
    ) -> Batch:
        """Write the rows of one batch down as held, and start its hold.

        Rows that go to a list need the `copy` that was checked; they stay "confirmed" until it is
        uploaded, and only then the hold begins. `reuse`: ids of earlier uploads of this very file
        to the same place will do.

        `rows` are in state "confirmed", of one batch; `hold_s` None holds until `send_now`.
        `checked` looks at the database in the same transaction and raises to refuse; then nothing
        is kept. Raises what it raises, AlreadyConfirmed, and StoreError; then nothing is sent.
        """
        written = tuple(rows)
        batch_id = written[0].batch_id
        at = Mark.of(self._clock)
        earlier: dict[str, list[PushRow]] = {}
        promises: dict[str, Promise] = {}
        with self._database.transaction() as conn:
            history = History(conn)
            for row in written:
                earlier[row.id] = same_as(history, row)
                history.add([sent_again(row, earlier[row.id])])
            checked(conn)
            if any(row.list_sha256 is not None for row in written):
                if copy is None:
                    raise ValueError("a push to a list needs its copy")
            else:
                promises = self._holding(history, written, earlier, hold_s, at)
            kept = history.batch(batch_id)
        if copy is not None and not promises:
            loading = _Loading(written, earlier, copy, reuse, hold_s, at)
            self._loading[batch_id] = loading
            loading.task = self._spawn(self._load(batch_id, loading))
        else:
            self._hold(batch_id, promises, hold_s)
        self.tell(batch_id)
        return Batch(batch_id, kept, upload=self.upload_of(batch_id))

    def _holding(
        self,
        history: History,
        rows: Iterable[PushRow],
        earlier: Mapping[str, list[PushRow]],
        hold_s: float | None,
        at: Mark,
    ) -> dict[str, Promise]:
        """Write rows down as held from `at` on; gives what is promised of each."""
        until = None if hold_s is None else at.wall + timedelta(seconds=hold_s)
        expires = None if hold_s is None else at.wall + EXPIRY
        promises: dict[str, Promise] = {}
        for row in rows:
            if not history.move(row.id, "confirmed", "held", hold_until=until, expires_at=expires):
                raise _Overtaken
            promises[row.id] = Promise.of(row, earlier[row.id], at)
        return promises

    def _hold(self, batch_id: str, promises: dict[str, Promise], hold_s: float | None) -> None:
        self._holds[batch_id] = _Hold(promises, hold_s)
        self._spawn(self._run(batch_id))

    # ------------------------------------------------------------------------------------ upload

    def upload_of(self, batch_id: str) -> UploadProgress | None:
        """How far the upload of a batch's list is; None when none is under way here."""
        loading = self._loading.get(batch_id)
        return None if loading is None else loading.progress

    async def _load(self, batch_id: str, loading: _Loading) -> None:
        """Upload, fill the slots, and begin the hold; or withdraw. Raises for cancellation only."""
        try:
            ids = await self._ids(batch_id, loading)
            ended = Mark.of(self._clock)
            if loading.at.parted(ended):
                raise UploadFailed("slept")
            promises = self._fill(loading, ids, ended)
        except UploadFailed as failed:
            self._stays(batch_id, failed.reason, **failed.facts)
        except _Overtaken:
            self._stays(batch_id, "changed")
        except StoreError:
            _log.exception("a push was not sent: its upload could not be written down")
            self._stays(batch_id, "not_written")
        except Exception as error:
            # A fault of ours: whatever it was, nothing may leave.
            _log.error("an upload ended in %s", type(error).__name__)
            self._stays(batch_id, "upload_failed", trouble="failed")
        else:
            self._hold(batch_id, promises, loading.hold_s)
        finally:
            self._loading.pop(batch_id, None)
            self.tell(batch_id)

    async def _ids(self, batch_id: str, loading: _Loading) -> dict[str, int]:
        """Row id → upload id. Raises UploadFailed, StoreError."""
        ids: dict[str, int] = {}
        if loading.reuse:
            known = ((row.id, self._uploader.known(row)) for row in loading.rows)
            ids = {row_id: upload_id for row_id, upload_id in known if upload_id is not None}
        due = [row for row in loading.rows if row.id not in ids]
        begun, told = self._clock.monotonic(), -TELL_EVERY_S
        total = len(due) * loading.copy.size_bytes

        for place, row in enumerate(due):

            def progress(done: int, row: PushRow = row, before: int = place) -> None:
                nonlocal told
                now = self._clock.monotonic()
                done += before * loading.copy.size_bytes
                speed = done / (now - begun) if now > begun else None
                loading.progress = UploadProgress(row.platform, done, total, speed)
                if now - told >= TELL_EVERY_S or done >= total:
                    told = now
                    self.tell(batch_id)

            progress(0)
            ids[row.id] = await self._uploader.upload(row, loading.copy, progress)
        return ids

    def _fill(self, loading: _Loading, ids: Mapping[str, int], at: Mark) -> dict[str, Promise]:
        """Put the ids into the bytes that were confirmed; the hold counts from `at`.

        Raises _Overtaken, StoreError.
        """
        with self._database.transaction() as conn:
            history = History(conn)
            whole = []
            for row in loading.rows:
                # From what was confirmed, not from what the database says now.
                body = filled(row.body, ids[row.id])
                digest = sha256_of(body)
                if not history.fill(
                    row.id,
                    template_sha256=row.body_sha256,
                    body=body,
                    body_sha256=digest,
                    upload_id=ids[row.id],
                ):
                    raise _Overtaken
                whole.append(replace(row, body=body, body_sha256=digest, upload_id=ids[row.id]))
            return self._holding(history, whole, loading.earlier, loading.hold_s, at)

    def _stays(self, batch_id: str, reason: str, **facts: Any) -> None:
        """Withdraw what still waits for its upload; if that fails, the next start does it."""
        with contextlib.suppress(StoreError), self._database.transaction() as conn:
            history = History(conn)
            for row in history.batch(batch_id):
                if row.state == "confirmed":
                    history.move(
                        row.id, "confirmed", "withdrawn", **self._end("program", reason), **facts
                    )

    def cancel(self, batch_id: str) -> bool:
        """Withdraw whatever of the batch has not been claimed yet.

        True when at least one row was withdrawn; what is under way cannot be called back. Raises
        StoreError.
        """
        return self._withdraw(batch_id, "cancelled")

    def send_now(self, batch_id: str) -> bool:
        """End the hold at once; False when the batch is not being held."""
        hold = self._holds.get(batch_id)
        if hold is None or hold.released.is_set():
            return False
        hold.released.set()
        return True

    def cancel_app(self, app_id: str, reason: str) -> None:
        """Withdraw everything that is held for an app. Raises StoreError.

        `reason`: "app_changed" or "app_gone".
        """
        with self._database.reading() as conn:
            held = History(conn).in_state(*FIRST_STATES)
        for batch_id in dict.fromkeys(row.batch_id for row in held if row.app_id == app_id):
            self._withdraw(batch_id, reason)

    def switch_app(self, app_id: str | None) -> None:
        """The person works with this app now (None: with none).

        What this copy of the program holds for another app is withdrawn, and a push of another app
        does not leave until the person is back there (sending.md 8). Raises StoreError.
        """
        self._app_id = app_id
        self._leave_others(app_id, chat=False)

    def switch_chat_app(self, app_id: str | None) -> None:
        """As `switch_app`, of Chat apps: the two are chosen apart."""
        self._chat_app_id = app_id
        self._leave_others(app_id, chat=True)

    def _leave_others(self, app_id: str | None, *, chat: bool) -> None:
        with self._database.reading() as conn:
            held = History(conn).in_state(*FIRST_STATES)
        others = (row.batch_id for row in held if row.is_chat == chat and row.app_id != app_id)
        for batch_id in dict.fromkeys(others):
            if batch_id in self._holds or batch_id in self._loading:
                self._withdraw(batch_id, "app_switched")

    def _withdraw(self, batch_id: str, reason: str, *, by: str = "person") -> bool:
        hold = self._holds.get(batch_id)
        if hold is not None:
            # First, so that nothing leaves even if the disk does not take it down.
            hold.taken_back = by, reason
            hold.released.set()
        loading = self._loading.get(batch_id)
        if loading is not None and loading.task is not None:
            loading.task.cancel()
        with self._database.transaction() as conn:
            history = History(conn)
            withdrawn = [
                history.move(row.id, row.state, "withdrawn", **self._end(by, reason))
                for row in history.batch(batch_id)
                if row.state in FIRST_STATES
            ]
        if any(withdrawn):
            self.tell(batch_id)
        return any(withdrawn)

    # ------------------------------------------------------------------------------ hold, send

    async def _run(self, batch_id: str) -> None:
        hold = self._holds[batch_id]
        try:
            if not await waited(self._clock, hold.hold_s, hold.released):
                self._sleep_over(batch_id)
                return
            if self._closing.is_set():
                return
            released = Mark.of(self._clock)
            # Not a TaskGroup: a fault in one row must not cut off the other's request.
            ends = await asyncio.gather(
                *(self._send(row_id, hold, released) for row_id in hold.promises),
                return_exceptions=True,
            )
            for end in ends:
                if isinstance(end, Exception):
                    _log.error("a push could not be finished: %s", type(end).__name__)
        finally:
            self._holds.pop(batch_id, None)

    def _sleep_over(self, batch_id: str) -> None:
        try:
            self._withdraw(batch_id, "slept", by="program")
        except StoreError:
            # Nobody waits for it any more, so nothing leaves; the next start withdraws it.
            _log.exception("a push that was slept over could not be withdrawn")

    async def _send(self, row_id: str, hold: _Hold, released: Mark) -> None:
        """Send one row, if it may leave. Never raises but for cancellation."""
        try:
            with self._database.reading() as conn:
                row = History(conn).row(row_id)
            if row is None or row.state != "held":
                if row is not None and hold.taken_back is None:
                    self.tell(row.batch_id)  # another copy of the program withdrew it
                return
            if hold.taken_back is not None:
                self._stay(row_id, hold)
                return
            try:
                key: Secret | None = await self._ways.key(row)
                trouble = None
            except KeyUnavailable as unavailable:
                key, trouble = None, unavailable.reason
            if not await self._turnstile.passed(row):
                self._give_up(row_id, "slept")
                return
            claimed = self._claim(row, hold, released)
        except StoreError:
            # Nothing was claimed, so nothing leaves. If the row cannot even be withdrawn, the next
            # start does it.
            _log.exception("a push was not sent: it could not be written down")
            self._give_up(row_id, "not_written")
            return
        if claimed is None:
            return
        self.tell(claimed.batch_id)
        attempts = Attempts(
            claimed,
            database=self._database,
            clock=self._clock,
            ways=self._ways,
            turnstile=self._turnstile,
            closing=self._closing,
            stays=self._is_of_another_app,
        )
        try:
            await attempts.run(key, trouble)
        except asyncio.CancelledError:
            self._settled(claimed, attempts.end)
            raise
        await self._settle(claimed, attempts.end)

    def _claim(self, row: PushRow, hold: _Hold, released: Mark) -> PushRow | None:
        """Make the row ours, on the disk, or find out why it must stay. Raises StoreError."""
        if self._closing.is_set():
            return None
        if hold.taken_back is not None:
            self._stay(row.id, hold)
            return None
        with self._database.transaction() as conn:
            claimed = claim(
                History(conn),
                row.id,
                hold.promises[row.id],
                now=Mark.of(self._clock),
                released=released,
                app_id=self._at_work(row),
            )
        # Here the commit has returned: with synchronous=FULL it is on the disk.
        if claimed is None:
            return None
        if claimed.reason is not None:
            self.tell(claimed.row.batch_id)
            return None
        return claimed.row

    def _at_work(self, row: PushRow) -> str | None:
        """The app of the row's kind that the person works with."""
        return self._chat_app_id if row.is_chat else self._app_id

    def _is_of_another_app(self, row: PushRow) -> bool:
        return self._at_work(row) not in (None, row.app_id)

    async def _settle(self, row: PushRow, end: End) -> None:
        """Write the end down, trying for as long as the program runs.

        If the disk refuses until then, the next start makes it unknown.
        """
        tries = 1
        while not self._settled(row, end, loud=tries <= _SETTLE_TRIES):
            pause_s = _SETTLE_PAUSE_S if tries < _SETTLE_TRIES else _SETTLE_LATER_S
            tries += 1
            try:
                await self._clock.sleep(pause_s)
            except asyncio.CancelledError:
                self._settled(row, end)
                raise

    def _settled(self, row: PushRow, end: End, *, loud: bool = True) -> bool:
        """Write the end down, once; whether that succeeded."""
        facts: dict[str, Any] = dict(end.facts)
        if end.state != "unknown":
            facts |= {"settled_by": end.by, "settled_at": self._clock.now()}
        try:
            with self._database.transaction() as conn:
                _write_end(History(conn), row.id, end.state, facts)
        except StoreError:
            if loud:
                _log.exception("the end of a push could not be written down")
            return False
        self.tell(row.batch_id)
        return True

    def _stay(self, row_id: str, hold: _Hold) -> None:
        """Write down what could not be when it was taken back, if it still is to be written."""
        if hold.taken_back is not None:
            by, reason = hold.taken_back
            self._give_up(row_id, reason, by=by)

    def _give_up(self, row_id: str, reason: str, *, by: str = "program") -> None:
        with contextlib.suppress(StoreError):
            with self._database.transaction() as conn:
                history = History(conn)
                row = history.row(row_id)
                if row is not None and row.state == "held":
                    history.move(row_id, "held", "withdrawn", **self._end(by, reason))
            if row is not None:
                self.tell(row.batch_id)

    def _end(self, by: str, reason: str) -> dict[str, Any]:
        return {"settled_by": by, "settled_at": self._clock.now(), "reason": reason}

    def _spawn(self, coroutine: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(coroutine)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task


def sent_again(row: PushRow, earlier: Iterable[PushRow]) -> PushRow:
    """`row`, naming the newest row of `earlier` that the service did not show."""
    gone = [other for other in earlier if other.state == "not_found"]
    if not gone:
        return row
    return replace(row, again_of=max(gone, key=lambda other: other.created_at).id)


def _write_end(history: History, row_id: str, state: str, facts: dict[str, Any]) -> None:
    if history.move(row_id, "sending", state, **facts) or state == "unknown":
        return
    # Another copy of the program started meanwhile and took this one for dead. The answer came all
    # the same; what was refused or never left is not to be found.
    settled = facts | {"settled_by": "answer"}
    history.move(row_id, "unknown", state if state == "accepted" else "not_found", **settled)
