"""Putting right what can still be put right: cancel, stop, replace, correct.

    a person confirmed  →  begun, committed  →  one request  →  done | refused | not_sent | unknown

Owns that each request leaves once: it is written down before it leaves, by whoever of all windows
and copies of the program comes first, and an end that nobody knows is looked up in the service's
records, never tried again by itself. What is possible at all is `mend_rules`'. A replacement and a
correction are new pushes: here only their draft is made, and Review asks for them as for any push.

The row of the push itself stays as it is: that TPNS took it remains true. Source: tpns-rest.md 8,
flows 6.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from tpns_desktop.client.errors import MaybeSent, NotSent, Refused
from tpns_desktop.model.limits import SERVICE_ZONE
from tpns_desktop.model.outcome import verdict_of
from tpns_desktop.send.asking import AskFailed, ids_to_replace
from tpns_desktop.send.budget import LOOK_UP
from tpns_desktop.send.check_timing import AHEAD_MIN
from tpns_desktop.send.mend_rules import (
    CANCEL,
    KINDS,
    REPLACE,
    RULED_OUT,
    STOP,
    Facts,
    why_not,
)
from tpns_desktop.send.replacing import REMEMBERED
from tpns_desktop.send.results import Batch
from tpns_desktop.send.runs_of import Plan, Run, plan_of, runs_of
from tpns_desktop.send.same_hour import taken_again
from tpns_desktop.store.actions import REQUESTS, Action, Actions
from tpns_desktop.store.apps import Apps
from tpns_desktop.store.errors import StoreError
from tpns_desktop.store.history import History, PushRow
from tpns_desktop.store.records import ServiceRecords

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tpns_desktop.client.tpns import TpnsClient
    from tpns_desktop.send.asking import Asking, Questions
    from tpns_desktop.send.clock import Clock
    from tpns_desktop.send.drafts import DraftBook
    from tpns_desktop.store.database import Database
    from tpns_desktop.store.drafts import DraftRow

LOOKS_S: Final = (5.0, 30.0, 150.0)
"""When an end that nobody knows is looked up by itself, after it became so or after the start."""
HEARD_BY: Final = timedelta(minutes=2)
"""A request is over by then: a record that shows nothing of it says that it had no effect."""

TELL_EVERY_S: Final = 0.5
"""A repetition has hundreds of runs, and what is told of them is read anew each time."""

_TEXT_MAX: Final = 500
_CERTAIN: Final = frozenset({1008015})
"""Codes that prove a refusal here though not of a push: "push id not exist" (tpns-rest.md 13)."""
_NEVER_WENT: Final = frozenset({"not_accepted", "cancelled", "deleted", "failed"})
"""Reasons with which nobody gets the old push on that system."""

_FINISHED: Final = "PUSH_FINISHED"
_UNDER_WAY: Final = "PUSH_STARTED"
_TAKEN_BACK: Final = {CANCEL: "PUSH_CANCELED", STOP: "PUSH_DELETED_PUSH_MSG"}
_SHOWS: Final[Mapping[str, Mapping[str, tuple[str, str]]]] = {
    CANCEL: {
        "PUSH_CANCELED": ("done", ""),
        "PUSH_DELETED": ("done", ""),
        "PUSH_STARTED": ("refused", "dispatched"),
        "PUSH_FINISHED": ("refused", "dispatched"),
        "PUSH_FAILED": ("refused", "failed"),
    },
    STOP: {
        "PUSH_DELETED_PUSH_MSG": ("done", ""),
        "PUSH_REVOKED": ("done", ""),
        "PUSH_DELETED": ("done", ""),
    },
}
"""Kind → status of the record → what that proves: outcome and reason."""

_log = logging.getLogger(__name__)


class MendRefused(Exception):
    """It cannot be done.

    `reason` is one of `mend_rules`, "gone", "too_near" (the new time has come, or almost), or one
    of `AskFailed`.
    """

    def __init__(self, reason: str, code: int | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.code = code


@dataclass(frozen=True)
class Target:
    """One push id that it is about."""

    row_id: str
    platform: str
    push_id: str | None
    at: datetime | None
    """When it starts or started; None: which run has this id is not known."""
    reason: str | None
    """Why it cannot be done, None where it can."""
    status: str = ""
    """Of the service's record, as far as it is known; empty: not known."""
    until: datetime | None = None
    """How long phones that are off may still get it, where it has begun."""


@dataclass(frozen=True)
class Entry:
    """One of the four, for a push as a whole."""

    kind: str
    targets: tuple[Target, ...]

    @property
    def possible(self) -> tuple[Target, ...]:
        """Where it can be done."""
        return tuple(target for target in self.targets if target.reason is None)

    @property
    def platforms(self) -> tuple[str, ...]:
        """The systems on which it can be done."""
        return tuple(dict.fromkeys(target.platform for target in self.possible))

    @property
    def reason(self) -> str:
        """Why it cannot be done at all; empty where it can."""
        if self.possible or not self.targets:
            return ""
        return next(reason for target in self.targets if (reason := target.reason) is not None)

    @property
    def until(self) -> datetime | None:
        """How long phones that are off may still get it, of where it can be done."""
        return max((one.until for one in self.possible if one.until is not None), default=None)

    @property
    def finished(self) -> bool | None:
        """Whether the service has handed it all over, where it can be done; None: not known."""
        told = {target.status for target in self.possible}
        return None if "" in told else told == {_FINISHED}

    @property
    def others(self) -> dict[str, str]:
        """Systems on which it cannot be done → why, beside those on which it can."""
        found = {target.platform: target.reason or "" for target in reversed(self.targets)}
        return {name: found[name] for name in found if name not in self.platforms}


@dataclass(frozen=True)
class Deed:
    """One thing that was done."""

    action: Action
    platform: str
    at: datetime | None
    """When that run starts or started."""
    of_runs: bool = False
    """Whether the push has several runs."""
    batch_id: str | None = None
    """The push that came of it; None while its draft was not confirmed."""
    title: str = ""
    """Of that push."""
    state: str | None = None
    """Its joined state."""


@dataclass(frozen=True)
class TakenBack:
    """What the service says about the push, or did at our request."""

    kind: str
    """"cancelled", "stopped", "replaced", "deleted" or "recalled"."""
    platforms: tuple[str, ...]
    at: datetime | None
    """When, if it was done from here."""
    ours: bool


@dataclass(frozen=True)
class Story:
    """What can be done about a push, and what was."""

    batch: Batch
    entries: tuple[Entry, ...]
    """One for each of `mend_rules.KINDS`."""
    deeds: tuple[Deed, ...]
    """The oldest first."""
    taken_back: tuple[TakenBack, ...] = ()
    """As a whole; single runs stand in `deeds`."""

    def entry(self, kind: str) -> Entry:
        """The entry of a kind."""
        return next(entry for entry in self.entries if entry.kind == kind)


@dataclass(frozen=True)
class Moved:
    """What came of moving a push to another time."""

    draft: DraftRow
    """The old text, always kept; with the new time only if `ready`."""
    ready: bool
    """Whether the old one is certainly cancelled, so that the new one may be reviewed."""
    story: Story


@dataclass(frozen=True)
class _End:
    outcome: str
    reason: str | None = None
    code: int | None = None
    text: str | None = None


class Mending:
    """Belongs to the loop and thread that use the database."""

    def __init__(
        self,
        database: Database,
        asking: Asking,
        questions: Questions,
        drafts: DraftBook,
        clock: Clock,
        tell: Callable[[str], None],
    ) -> None:
        """`tell(batch_id)`: a push has news."""
        self._database = database
        self._asking = asking
        self._questions = questions
        self._drafts = drafts
        self._clock = clock
        self._tell = tell
        self._requests: set[asyncio.Task[None]] = set()
        self._looks: dict[int, asyncio.Task[None]] = {}
        self._unwritten: dict[int, _End] = {}
        self._closing = False

    # ------------------------------------------------------------------------------- start, end

    def start(self) -> None:
        """Requests that the last run left begun are unknown now, and looked up. Raises StoreError.

        Whether the service has heard them nobody here can tell.
        """
        now = self._clock.now()
        with self._database.transaction() as conn:
            actions = Actions(conn)
            left = actions.open()
            for action in left:
                if action.outcome == "begun":
                    actions.end(action.id, "unknown", now, reason="restart")
        for action in left:
            self._follow_up(action.id)

    async def close(self, grace_s: float = 2.0) -> None:
        """Give requests under way `grace_s` to end; what is unanswered then is unknown."""
        self._closing = True
        for task in self._looks.values():
            task.cancel()
        await asyncio.gather(*self._looks.values(), return_exceptions=True)
        if self._requests:
            _, late = await asyncio.wait(self._requests, timeout=grace_s)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        self._write_late()

    # ------------------------------------------------------------------------------ what stands

    async def story(self, batch_id: str, app_id: str | None = None) -> Story | None:
        """What can be done about a push, and what was; None: there is no such push.

        `app_id`: the app that a person works with, for which a new push would be written.
        """
        self._write_late()
        with self._database.reading() as conn:
            return self.told(conn, batch_id, app_id)

    def told(
        self,
        conn: Connection,
        batch_id: str,
        app_id: str | None = None,
        kinds: Collection[str] = KINDS,
    ) -> Story | None:
        """As `story`, inside of a transaction; `kinds` has "cancel" at least."""
        rows = History(conn).batch(batch_id)
        if not rows or rows[0].is_chat:
            return None
        now, app = self._clock.now(), _app_of(conn, rows, app_id)
        plans = {row.id: plan_of(row) for row in rows}
        deeds = _deeds(conn, rows, plans)
        earlier = _earlier(deeds)
        judged = []
        for row in rows:
            told = Actions(conn).statuses(row.access_id, row.push_ids)
            for run in runs_of(row, plans[row.id]):
                status = told.get(run.push_id or "", "")
                before = earlier.get((row.id, run.push_id), {})
                judged.append((row, plans[row.id], run, status, before))
        entries = tuple(
            Entry(kind, tuple(_target(kind, *one, now, app) for one in judged)) for kind in kinds
        )
        return Story(Batch(batch_id, rows), entries, deeds, _taken_back(entries[0].targets, deeds))

    # --------------------------------------------------------------------------- cancel and stop

    async def cancel(self, batch_id: str, push_ids: Collection[str] | None = None) -> Story:
        """Cancel a scheduled push, or (`push_ids`) some runs of it; gives the story afterwards.

        One request an id, each told by itself in `Story.deeds`. What is not possible any more, or
        is under way in another window, is left alone. Raises MendRefused when nothing is possible,
        StoreError when it could not be written down; then nothing left.
        """
        return (await self._take_back(CANCEL, batch_id, push_ids, ""))[0]

    async def stop(self, batch_id: str, push_ids: Collection[str] | None = None) -> Story:
        """Stop what phones that are off would still get. As `cancel`."""
        return (await self._take_back(STOP, batch_id, push_ids, ""))[0]

    async def _take_back(
        self, kind: str, batch_id: str, push_ids: Collection[str] | None, what: str
    ) -> tuple[Story, list[int]]:
        """The story afterwards, and the actions that were begun here and by nobody else."""
        story = await self.story(batch_id)
        if story is None:
            raise MendRefused("gone")
        entry = story.entry(kind)
        chosen = [one for one in entry.possible if push_ids is None or one.push_id in push_ids]
        if not chosen:
            asked = [one for one in entry.targets if push_ids is None or one.push_id in push_ids]
            raise MendRefused(next((one.reason for one in asked if one.reason), None) or "gone")
        # A task of its own: a window that goes away must not leave a request half told.
        begun: list[int] = []
        work = self._ask_all(kind, batch_id, chosen, what, begun)
        task = asyncio.get_running_loop().create_task(work)
        self._requests.add(task)
        task.add_done_callback(self._requests.discard)
        await asyncio.shield(task)
        return await self.story(batch_id) or story, begun

    async def _ask_all(
        self, kind: str, batch_id: str, targets: Iterable[Target], what: str, begun: list[int]
    ) -> None:
        """Ask for each target in turn. Raises StoreError before the first request only."""
        by_row: dict[str, list[Target]] = {}
        for target in targets:
            by_row.setdefault(target.row_id, []).append(target)
        asked, told = False, self._clock.monotonic() - TELL_EVERY_S
        try:
            for row_id, some in by_row.items():
                with self._database.reading() as conn:
                    row = History(conn).row(row_id)
                if row is None:
                    continue
                client = await self._client(row)
                try:
                    for target in some:
                        if self._closing:
                            return
                        await self._ask(kind, row, target, what, client, begun)
                        asked = True
                        if self._clock.monotonic() - told >= TELL_EVERY_S:
                            told = self._clock.monotonic()
                            self._tell(batch_id)
                finally:
                    if not isinstance(client, _End):
                        await client.aclose()
        except StoreError:
            if not asked:
                raise
            _log.exception("not everything was taken back: it could not be written down")
        finally:
            self._tell(batch_id)

    async def _client(self, row: PushRow) -> TpnsClient | _End:
        try:
            return await self._asking.client_for(row)
        except AskFailed as failed:
            return _End("not_sent", failed.reason, failed.code, failed.text)

    async def _ask(
        self,
        kind: str,
        row: PushRow,
        target: Target,
        what: str,
        client: TpnsClient | _End,
        begun: list[int],
    ) -> None:
        """Claim one request, make it, and write its end down. Raises StoreError for the claim."""
        with self._database.transaction() as conn:
            still = self._still_possible(conn, kind, target)
            action_id = (
                Actions(conn).begin(
                    kind,
                    row.access_id,
                    target.push_id,
                    self._clock.now(),
                    push_row=row.id,
                    what=what,
                )
                if still
                else None
            )
        if action_id is None:
            return  # another window was first, or its time has come meanwhile
        begun.append(action_id)
        end = _End("unknown", "quit")
        try:
            if isinstance(client, _End):
                end = client
            else:
                end = await _asked(client, kind, str(target.push_id))
        finally:
            self._ended(action_id, end)

    def _still_possible(self, conn: Connection, kind: str, target: Target) -> bool:
        """Judge one push id anew, in the transaction that claims it."""
        row = History(conn).row(target.row_id)
        if row is None or target.push_id is None:
            return False
        actions, ids = Actions(conn), (target.push_id,)
        earlier = {
            one.kind: one.outcome
            for one in actions.of((), ids)
            if one.push_row == row.id and one.kind in REQUESTS
        }
        status = actions.statuses(row.access_id, ids).get(target.push_id, "")
        run, now = Run(target.push_id, target.at), self._clock.now()
        return _target(kind, row, plan_of(row), run, status, earlier, now, "chosen").reason is None

    def _ended(self, action_id: int, end: _End) -> None:
        """Write an end down; if that fails, with the next question about any push."""
        self._unwritten[action_id] = end
        self._write_late()
        if end.outcome == "unknown":
            self._follow_up(action_id)

    def _write_late(self) -> None:
        for action_id, end in tuple(self._unwritten.items()):
            try:
                with self._database.transaction() as conn:
                    self._write_end(conn, action_id, end)
            except StoreError as error:
                _log.warning("the end of a request could not be written down: %s", error.code)
                return
            del self._unwritten[action_id]

    def _write_end(self, conn: Connection, action_id: int, end: _End) -> None:
        actions, now = Actions(conn), self._clock.now()
        kept = actions.end(
            action_id, end.outcome, now, code=end.code, reason=end.reason, text=end.text
        )
        action = actions.get(action_id)
        if kept and end.outcome == "done" and action is not None and action.push_id is not None:
            # So the list of what was sent says so at once; the next record read says it again.
            shown = _TAKEN_BACK[action.kind]
            _note_status(conn, action.access_id, action.push_id, shown, now)

    # -------------------------------------------------------------------- when nobody knows

    async def check(self, batch_id: str) -> Story:
        """Look up now what is not known of a push's requests; gives the story afterwards.

        Raises MendRefused when nothing could be looked up.
        """
        story = await self.story(batch_id)
        if story is None:
            raise MendRefused("gone")
        failed: AskFailed | None = None
        asked = False
        for deed in story.deeds:
            if deed.action.outcome != "unknown":
                continue
            try:
                await self._look(deed.action.id)
                asked = True
            except AskFailed as error:
                failed = failed or error
        if failed is not None and not asked:
            raise MendRefused(failed.reason, failed.code)
        return await self.story(batch_id) or story

    def _follow_up(self, action_id: int) -> None:
        if self._closing or action_id in self._looks:
            return
        task = asyncio.get_running_loop().create_task(self._follow(action_id))
        self._looks[action_id] = task

    async def _follow(self, action_id: int) -> None:
        """Look at the times, until it is known. Never raises but for cancellation."""
        passed = 0.0
        try:
            for due_s in LOOKS_S:
                await self._clock.sleep(due_s - passed)
                passed = due_s
                with contextlib.suppress(AskFailed, StoreError):
                    if await self._look(action_id):
                        return
        except Exception as error:
            _log.error("looking up a request ended in %s", type(error).__name__)
        finally:
            self._looks.pop(action_id, None)

    async def _look(self, action_id: int) -> bool:
        """Ask for the record and write down what it proves; whether the end is known now.

        Raises AskFailed, StoreError.
        """
        with self._database.reading() as conn:
            action = Actions(conn).get(action_id)
            row = History(conn).row(action.push_row or "") if action is not None else None
        if action is None or row is None or action.push_id is None:
            return True
        if action.outcome != "unknown":
            return True
        async with await self._asking.client_for(row) as client:
            records = await self._questions.ask(
                client, LOOK_UP, partial(client.push_records, action.push_id)
            )
        status = next((one.status for one in records if one.push_id == action.push_id), "")
        shown = _SHOWS[action.kind].get(status)
        now = self._clock.now()
        if shown is None and status and now - action.begun_at >= HEARD_BY:
            shown = ("refused", "no_effect")
        with self._database.transaction() as conn:
            actions = Actions(conn)
            if status:
                _note_status(conn, row.access_id, action.push_id, status, now)
            if shown is not None:
                actions.end(action_id, shown[0], now, reason=shown[1] or None)
        self._tell(row.batch_id)
        return shown is not None

    # ------------------------------------------------------------------- a new push about an old

    async def prepare(self, kind: str, batch_id: str, app_id: str) -> DraftRow:
        """Keep a draft that replaces ("replace") or corrects ("correct") a push, and give it.

        It says the same to the same people, at once, for a person to change; a replacement also
        names what it replaces. Nothing is sent. Raises MendRefused, StoreError.
        """
        story = await self.story(batch_id, app_id)
        again = self._drafts.again(batch_id, app_id) if story is not None else None
        if story is None or again is None:
            raise MendRefused("gone")
        entry = story.entry(kind)
        if not entry.possible:
            raise MendRefused(entry.reason)
        data = again.draft
        data["schedule"]["kind"] = "now"
        data["schedule"]["replaces"] = {"android": "", "ios": "", "title": ""}
        # Chosen for what the old one replaced: what is told of phones is told without it.
        data["schedule"]["force_replace"] = False
        if kind == REPLACE:
            data["schedule"]["replaces"] |= await self._replaced(story)
        row = self._drafts.save(app_id, None, data)
        now = self._clock.now()
        with self._database.transaction() as conn:
            actions = Actions(conn)
            for target in entry.possible:
                push = next(one for one in story.batch.rows if one.id == target.row_id)
                actions.begin(
                    kind, push.access_id, target.push_id, now, push_row=push.id, what=row.id
                )
        self._tell(batch_id)
        return row

    async def _replaced(self, story: Story) -> dict[str, str]:
        """What `schedule.replaces` holds. Raises MendRefused."""
        wanted = set(story.entry(REPLACE).platforms)
        rows = [row for row in story.batch.rows if row.platform in wanted]
        try:
            records = await self._asking.records_to_replace(rows)
        except AskFailed as failed:
            raise MendRefused(failed.reason, failed.code) from None
        ids = ids_to_replace(records)
        if not ids:
            # Taken back elsewhere: those who never got it would get the new one.
            gone = (RULED_OUT.get(record.status) for record in records.values())
            raise MendRefused(next(filter(None, gone), "no_collapse_id"))
        return {**ids, "title": story.batch.title}

    # ------------------------------------------------------------------------------------- move

    async def move(
        self, batch_id: str, app_id: str, at: datetime, run_at: datetime | None = None
    ) -> Moved:
        """Cancel a scheduled push, and make ready the same one at another time (`at`, aware).

        `run_at`: of a repetition, the one run that is meant. First its text is kept as a draft
        without a time, then the old one is cancelled; only when that is certain on every system
        the draft gets the new time and is ready for Review. Raises MendRefused when there is
        nothing to cancel, the new time is too near or the same text went to everyone within the
        hour, StoreError; then nothing is changed.
        """
        story = await self.story(batch_id, app_id)
        again = self._drafts.again(batch_id, app_id) if story is not None else None
        if story is None or again is None:
            raise MendRefused("gone")
        entry = story.entry(CANCEL)
        meant = [one for one in entry.targets if run_at is None or one.at == run_at]
        ids = [one.push_id for one in meant if one.reason is None and one.push_id is not None]
        if not ids:
            raise MendRefused(next((one.reason for one in meant if one.reason), None) or "gone")
        with self._database.reading() as conn:
            app = _app_of(conn, story.batch.rows, app_id)
            later = taken_again(conn, story.batch.rows, self._clock.now())
        if app != "chosen":
            raise MendRefused("app_gone" if app == "gone" else "other_app")
        if at < self._clock.now() + AHEAD_MIN:
            # Nobody could confirm it, and the old one would be cancelled for nothing.
            raise MendRefused("too_near")
        if later is not None:
            # Nor could anybody let this one pass.
            raise MendRefused("everyone_hour")
        data = again.draft
        data["schedule"]["kind"] = "at"
        data["schedule"]["at"] = ""
        row = self._drafts.save(app_id, None, data)
        after, begun = await self._take_back(CANCEL, batch_id, ids, "move")
        # Of several windows that move it the one that cancelled it offers it anew, and no other.
        mine = {
            (deed.action.push_row, deed.action.push_id)
            for deed in after.deeds
            if deed.action.id in begun and deed.action.outcome == "done"
        }
        ready = all(
            (one.row_id, one.push_id) in mine if one.reason is None else one.reason in _NEVER_WENT
            for one in meant
        )
        if ready:
            data["schedule"]["at"] = at.astimezone(SERVICE_ZONE).strftime("%Y-%m-%dT%H:%M")
            row = self._drafts.save(app_id, row.id, data)
        return Moved(row, ready, after)


async def _asked(client: TpnsClient, kind: str, push_id: str) -> _End:
    """One request, and what its end proves."""
    try:
        if kind == CANCEL:
            await client.cancel_push(push_id)
        else:
            await client.stop_push(push_id)
    except NotSent as error:
        return _End("not_sent", error.reason)
    except Refused as error:
        text = error.text[:_TEXT_MAX] or None
        verdict = verdict_of(error.code)
        if verdict == "unknown" and error.code not in _CERTAIN:
            return _End("unknown", "refused", error.code, text)
        return _End("refused", "refused", error.code, text)
    except MaybeSent as error:
        return _End("unknown", error.reason, error.code)
    except Exception as error:
        # A fault of ours after the claim proves nothing about what left.
        _log.error("a request ended in %s", type(error).__name__)
        return _End("unknown", "failed")
    return _End("done")


def _note_status(
    conn: Connection, access_id: str, push_id: str, status: str, now: datetime
) -> None:
    """Keep a status beside the record that is known of a push."""
    records = ServiceRecords(conn)
    known = records.get(access_id, push_id)
    if known is not None:
        records.put([replace(known, status=status, seen_at=now)])


def _app_of(conn: Connection, rows: tuple[PushRow, ...], app_id: str | None) -> str:
    """Whether the push is of the "chosen" app, of an "other" one, or its app is "gone"."""
    apps = [
        app
        for app in Apps(conn).all()
        if app.practice == rows[0].practice
        and all(app.access_id(row.platform) == row.access_id for row in rows)
    ]
    if not apps:
        return "gone"
    return "chosen" if app_id is None or any(app.id == app_id for app in apps) else "other"


def _earlier(deeds: Iterable[Deed]) -> dict[tuple[str | None, str | None], dict[str, str]]:
    """Row and push id → kind → outcome of the newest request."""
    found: dict[tuple[str | None, str | None], dict[str, str]] = {}
    for deed in deeds:
        action = deed.action
        if action.kind in REQUESTS:
            about = found.setdefault((action.push_row, action.push_id), {})
            about[action.kind] = action.outcome
    return found


def _target(
    kind: str,
    row: PushRow,
    plan: Plan,
    run: Run,
    status: str,
    earlier: Mapping[str, str],
    now: datetime,
    app: str,
) -> Target:
    for done, shown in _TAKEN_BACK.items():
        if earlier.get(done) == "done":
            status = shown
    facts = Facts(
        audience=plan.audience,
        platform=row.platform,
        state=row.state,
        timing=_timing(plan, run, status, now),
        scheduled=plan.scheduled,
        has_id=run.push_id is not None,
        repeats=plan.repeats,
        test=row.purpose == "test",
        status=status,
        earlier=earlier.get(kind, ""),
        app=app,
    )
    reason = why_not(kind, facts)
    until = run.at + timedelta(seconds=plan.expire_s) if run.at is not None else None
    begun = until if facts.timing == "begun" else None
    return Target(row.id, row.platform, run.push_id, run.at, reason, status, begun)


def _timing(plan: Plan, run: Run, status: str, now: datetime) -> str:
    if run.at is None:
        # Which run this is nobody knows: as the repetition as a whole.
        first, last = min(plan.runs, default=now), max(plan.runs, default=now)
        if last > now:
            return "ahead"
        begun = first
    else:
        begun = run.at
    if plan.scheduled and begun > now:
        return "ahead"
    if now - begun > REMEMBERED:
        return "forgotten"
    # What is still being handed over is kept from then on.
    expired = now > begun + timedelta(seconds=plan.expire_s) and status != _UNDER_WAY
    return "over" if expired else "begun"


def _deeds(
    conn: Connection, rows: tuple[PushRow, ...], plans: Mapping[str, Plan]
) -> tuple[Deed, ...]:
    by_id = {row.id: row for row in rows}
    runs = {(row.id, run.push_id): run.at for row in rows for run in runs_of(row, plans[row.id])}
    found = []
    for action in Actions(conn).of(by_id):
        row = by_id[action.push_row or ""]
        deed = Deed(
            action,
            row.platform,
            runs.get((row.id, action.push_id)),
            plans[row.id].repeats,
        )
        if action.kind not in REQUESTS:
            deed = _with_push(conn, deed)
        found.append(deed)
    return tuple(found)


def _with_push(conn: Connection, deed: Deed) -> Deed:
    """The push that was written in the draft of a replacement or correction."""
    came = [
        row
        for row in History(conn).pushes_of(deed.action.what)
        if deed.action.kind != REPLACE or plan_of(row).replaces
    ]
    if not came:
        return deed
    batch = Batch(came[0].batch_id, History(conn).batch(came[0].batch_id))
    return Deed(
        deed.action, deed.platform, deed.at, deed.of_runs, batch.id, batch.title, batch.state
    )


_STATUS_KINDS: Final = {
    "PUSH_CANCELED": "cancelled",
    "PUSH_DELETED_PUSH_MSG": "stopped",
    "PUSH_REVOKED": "recalled",
    "PUSH_COLLAPSED": "replaced",
    "PUSH_DELETED": "deleted",
}


def _taken_back(targets: Collection[Target], deeds: Iterable[Deed]) -> tuple[TakenBack, ...]:
    """What holds for every run of a system."""
    done = {
        (deed.action.push_row, deed.action.push_id): deed.action.ended_at
        for deed in deeds
        if deed.action.outcome == "done" and deed.action.kind in REQUESTS
    }
    found: dict[tuple[str, bool], list[tuple[str, datetime | None]]] = {}
    for row_id in dict.fromkeys(target.row_id for target in targets):
        runs = [target for target in targets if target.row_id == row_id]
        kinds = {_STATUS_KINDS.get(target.status, "") for target in runs}
        if len(kinds) != 1 or kinds == {""}:
            continue
        times = [done.get((row_id, target.push_id)) for target in runs]
        known = [at for at in times if at is not None]
        ours = len(known) == len(times)
        found.setdefault((kinds.pop(), ours), []).append(
            (runs[0].platform, max(known, default=None))
        )
    return tuple(
        TakenBack(
            kind,
            tuple(platform for platform, _ in some),
            max((at for _, at in some if at is not None), default=datetime.min.replace(tzinfo=UTC))
            if ours
            else None,
            ours,
        )
        for (kind, ours), some in found.items()
    )
