"""The calendar: what is planned for when, on the service's clock; and what waits elsewhere.

A push that went out at once, ours or another's, has no place in it: the list has them. Of those
made elsewhere the service tells no time, so they stand beside the days while they wait.

Owns which pushes stand on which day, each run of a repetition by itself, how each of them stands,
and which two would reach the same people too close together. What can be done about one of them is
`mending`'s; a run whose state the service has not told yet is told by the clock alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from tpns_desktop.model.limits import SERVICE_ZONE
from tpns_desktop.send.mend_rules import CANCEL
from tpns_desktop.send.quiet import QuietHours, quiet_hours
from tpns_desktop.send.runs_of import plan_of
from tpns_desktop.send.same_hour import taken_again
from tpns_desktop.store.agenda import LONGEST, AgendaRows, Elsewhere
from tpns_desktop.store.apps import Apps

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tpns_desktop.send.clock import Clock
    from tpns_desktop.send.mending import Mending, Target
    from tpns_desktop.store.apps import App
    from tpns_desktop.store.database import Database
    from tpns_desktop.store.history import PushRow
    from tpns_desktop.store.settings import Settings

CLOSE: Final = timedelta(hours=1)
"""Two pushes to the same people closer than this are pointed out; ours."""

_NEVER: Final = frozenset({"rejected", "not_sent", "withdrawn", "not_found"})
"""States of a row that never was on anybody's calendar."""
_ROW_STATES: Final = {
    "confirmed": "held",
    "held": "held",
    "sending": "leaving",
    "unknown": "unsettled",
}
_STATUSES: Final = {
    "PUSH_STARTED": "running",
    "PUSH_FINISHED": "finished",
    "PUSH_FAILED": "failed",
    "PUSH_CANCELED": "cancelled",
    "PUSH_DELETED": "deleted",
    "PUSH_REVOKED": "recalled",
    "PUSH_COLLAPSED": "replaced",
    "PUSH_DELETED_PUSH_MSG": "stopped",
}
_REACHES: Final = frozenset(
    {"held", "leaving", "unsettled", "ahead", "waiting", "begun", "running", "finished", "doubt"}
)
"""States in which people get it, or may."""


@dataclass(frozen=True)
class Slot:
    """One push, or one run of a repetition, in the calendar."""

    key: str
    """Its own within a span, and the same when the span is read again."""
    at: datetime
    """When it starts or started; aware, of the service's zone."""
    title: str
    content: str
    state: str
    """"held", "leaving", "unsettled" (nobody knows whether TPNS has it), "ahead", "doubt" (nobody
    knows whether it was cancelled), "begun", "running", "finished", "failed", "cancelled",
    "deleted", "recalled", "replaced", "stopped", or "waiting" (made elsewhere, not begun: TPNS does
    not tell its time, `at` is when it was made)."""
    platforms: tuple[str, ...]
    batch_id: str | None = None
    """None: made elsewhere."""
    push_id: str | None = None
    audience_kind: str = ""
    count: int | None = None
    app_name: str = ""
    plan_name: str = ""
    number: int = 1
    """Which run of the repetition, from 1."""
    runs: int = 1
    quiet: bool = False
    """Whether it starts in quiet hours."""
    movable: bool = False
    """Whether it can still be cancelled on every system that has it, and so moved."""
    move_from: datetime | None = None
    """From when on it can be moved, where the same text to everyone is not taken before (aware)."""
    close_to: tuple[str, ...] = ()
    """Keys of those that reach the same people within `CLOSE`."""
    people: str = ""
    """The same for the same people; empty where that is not known."""

    @property
    def day(self) -> date:
        """Of the service's calendar."""
        return self.at.date()


@dataclass(frozen=True)
class Span:
    """Some days of the calendar."""

    first: date
    days: int
    slots: tuple[Slot, ...]
    """In the order of time."""
    now: datetime
    quiet: QuietHours | None
    """None: switched off."""
    untimed: tuple[Slot, ...] = ()
    """Made elsewhere and waiting, whatever the days: nobody tells when they go out."""

    def on(self, day: date) -> tuple[Slot, ...]:
        """Those of one day."""
        return tuple(slot for slot in self.slots if slot.day == day)


class Agenda:
    """Belongs to the loop and thread that use the database."""

    def __init__(
        self, database: Database, mending: Mending, settings: Settings, clock: Clock
    ) -> None:
        self._database = database
        self._mending = mending
        self._settings = settings
        self._clock = clock

    async def between(self, app_id: str, first: date, days: int) -> Span:
        """The days from `first` on, of the service's calendar. Raises StoreError."""
        begin = datetime.combine(first, time(), SERVICE_ZONE)
        # A little more at both ends: what is too close may stand on the day before.
        edges = (begin - CLOSE, begin + timedelta(days=days) + CLOSE)
        hours = quiet_hours(self._settings)
        with self._database.reading() as conn:
            app = Apps(conn).get(app_id)
            found = list(self._slots(conn, app, *edges)) if app is not None else []
            untimed = self._untimed(conn, app) if app is not None else ()
        here = [replace(one, at=one.at.astimezone(SERVICE_ZONE)) for one in found]
        here.sort(key=lambda one: (one.at, one.key))
        here = [
            replace(one, quiet=hours is not None and hours.holds(one.at.time()))
            for one in with_close(here)
        ]
        last = first + timedelta(days=days)
        shown = tuple(one for one in here if first <= one.day < last)
        now = self._clock.now().astimezone(SERVICE_ZONE)
        return Span(first, days, shown, now, hours, untimed)

    def _slots(self, conn: Connection, app: App, first: datetime, last: datetime) -> Iterator[Slot]:
        rows = AgendaRows(conn)
        for batch_id in rows.batches(app.id, app.access_ids, first, last):
            yield from self._of_batch(conn, batch_id, first, last)

    def _untimed(self, conn: Connection, app: App) -> tuple[Slot, ...]:
        platforms = {app.access_id(platform): platform for platform in app.platforms}
        rows = AgendaRows(conn).waiting(app.access_ids, self._clock.now() - LONGEST)
        return tuple(_elsewhere(one, platforms.get(one.access_id, ""), app) for one in rows)

    def _of_batch(
        self, conn: Connection, batch_id: str, first: datetime, last: datetime
    ) -> Iterator[Slot]:
        story = self._mending.told(conn, batch_id, kinds=(CANCEL,))
        if story is None:
            return
        rows = {row.id: row for row in story.batch.rows if row.state not in _NEVER}
        plans = {row.id: plan_of(row) for row in rows.values()}
        now = self._clock.now()
        later = taken_again(conn, list(rows.values()), now)
        meant: dict[tuple[datetime, str], list[Target]] = {}
        for target in story.entry(CANCEL).targets:
            row = rows.get(target.row_id)
            if row is None or target.at is None or not plans[row.id].scheduled:
                continue
            if first <= target.at < last:
                meant.setdefault((target.at, _state(row, target, now)), []).append(target)
        for (at, state), targets in meant.items():
            row, plan = rows[targets[0].row_id], plans[targets[0].row_id]
            runs = plan.runs
            yield Slot(
                key=f"{batch_id} {at.timestamp():.0f} {state}",
                at=at,
                title=row.title,
                content=row.content,
                state=state,
                platforms=tuple(target.platform for target in targets),
                batch_id=batch_id,
                push_id=targets[0].push_id,
                audience_kind=row.audience_kind,
                count=row.audience.get("count"),
                app_name=row.app_name,
                plan_name=row.plan_name or "",
                number=runs.index(at) + 1 if at in runs else 1,
                runs=len(runs) if plan.repeats else 1,
                movable=all(target.reason is None for target in targets),
                move_from=later,
                people=_people(row.audience_kind, row.audience.get("digest")),
            )


def with_close(slots: Iterable[Slot]) -> list[Slot]:
    """The same slots, in the order of time as given, each knowing those that are too close."""
    ordered = list(slots)
    close: dict[str, list[str]] = {slot.key: [] for slot in ordered}
    reaching = [slot for slot in ordered if slot.state in _REACHES and slot.people]
    for place, one in enumerate(reaching):
        for other in reaching[place + 1 :]:
            if other.at - one.at >= CLOSE:
                break
            if one.people == other.people and set(one.platforms) & set(other.platforms):
                close[one.key].append(other.key)
                close[other.key].append(one.key)
    return [replace(slot, close_to=tuple(close[slot.key])) for slot in ordered]


def _people(kind: str, digest: object) -> str:
    return kind if kind == "all" else f"{kind} {digest}" if digest else ""


def _state(row: PushRow, target: Target, now: datetime) -> str:
    if row.state in _ROW_STATES:
        return _ROW_STATES[row.state]
    if target.status in _STATUSES:
        return _STATUSES[target.status]
    if target.reason in ("under_way", "not_known"):
        return "doubt"
    return "ahead" if target.at is not None and target.at > now else "begun"


def _elsewhere(one: Elsewhere, platform: str, app: App) -> Slot:
    return Slot(
        key=f"{one.access_id} {one.push_id}",
        at=one.at.astimezone(SERVICE_ZONE),
        title=one.title,
        content=one.content,
        state="waiting",
        platforms=(platform,),
        push_id=one.push_id,
        audience_kind=one.push_type if one.push_type in ("all", "tag") else "",
        app_name=app.name,
    )
