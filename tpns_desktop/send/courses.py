"""How the figures of a push went, and how they stand against its like."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from tpns_desktop.send.figure_notes import Note, notes
from tpns_desktop.send.results import Batch, Figures, added, total_of
from tpns_desktop.store import tables
from tpns_desktop.store.apps import Apps
from tpns_desktop.store.history import History, PushRow
from tpns_desktop.store.sent_index import joined_status
from tpns_desktop.store.snapshots import MARKS, Snapshots, started_at

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tpns_desktop.send.audiences import Audiences
    from tpns_desktop.send.watching import Outlook

_FINISHED: Final = "PUSH_FINISHED"
_COUNTED: Final = ("all", "tag")
"""Audiences of which nobody but the service can know the number."""
LIKE_MAX = 5
"""So many earlier pushes of the same kind are compared with."""
COMPARED_FROM: Final = timedelta(hours=1)
"""Before, the figures of a push say more about the minute than about the push."""
_NEAR_AGE: Final = 2.0
"""Figures are of the same age when neither is older than so many times the other."""
_SEEN_MAX = 200
"""Among so many earlier ones of the app they are looked for."""


@dataclass(frozen=True)
class Point:
    """The figures of a push, over all its systems, at one instant."""

    at: datetime
    figures: Figures
    marks: tuple[tuple[str, timedelta], ...] = ()
    """(a key of `MARKS`, how long after it was due it was read)."""


@dataclass(frozen=True)
class Standing:
    """How the service says that a push stands."""

    status: str
    """``PUSH_FINISHED`` … (tpns-rest 12.1), of all its push ids."""
    asked_at: datetime
    """When the oldest of its records was read."""


@dataclass(frozen=True)
class KnownReach:
    """How many devices a push to everyone or to tags was for, as far as the service counts."""

    devices: int
    day: date
    """The day of the count."""


@dataclass(frozen=True)
class Course:
    """All of a push's page that is more than its newest figures."""

    points: tuple[Point, ...]
    """The oldest first."""
    like: tuple[Figures, ...]
    """Of the last pushes to the same kind of audience on the same systems, the newest first.

    Each as it stood at the age of this one's figures.
    """
    replaced: str
    """Title of the push that this one replaced, where it is known; else empty."""
    notes: tuple[Note, ...]
    outlook: Outlook
    standing: Standing | None = None
    """None: no record of it was read yet."""
    early: bool = False
    """Whether its figures are too young to be compared."""


def points(conn: Connection, batch: Batch) -> tuple[Point, ...]:
    """The sums over a push's rows, at each instant at which one changed and all had figures."""
    lines = []
    marks: dict[datetime, dict[str, timedelta]] = {}
    for row in batch.rows:
        kept = Snapshots(conn).of(row.id)
        lines.append([(one.at, one.counters) for one in kept])
        for one in kept:
            if one.mark is not None:
                late = one.at - started_at(row) - MARKS[one.mark]
                marks.setdefault(one.at, {})[one.mark] = late
    told = []
    lines = [line for line in lines if line]
    for at in sorted({at for line in lines for at, _ in line}):
        known = [[counters for when, counters in line if when <= at] for line in lines]
        if not all(known):
            continue  # one system alone would be a jump that never was
        figures = added(total_of(line[-1]) for line in known)
        told.append(Point(at, figures, tuple(marks.get(at, {}).items())))
    return tuple(told)


def like(conn: Connection, batch: Batch, age: timedelta) -> tuple[Figures, ...]:
    """What the last pushes of the same kind had achieved at this age.

    Tests are none, nor pushes of which nothing is known from about then.
    """
    pages = History(conn).recent_batches(batch.app_id, _SEEN_MAX, before=batch.id)
    found = []
    for rows in pages:
        other = Batch(rows[0].batch_id, rows)
        same = (other.audience_kind, other.platforms) == (batch.audience_kind, batch.platforms)
        if not same or other.is_test:
            continue
        then = _at_age(conn, other, age)
        if then is not None and then.planned:
            found.append(then)
            if len(found) == LIKE_MAX:
                break
    return tuple(found)


def _at_age(conn: Connection, batch: Batch, age: timedelta) -> Figures | None:
    """The figures of a push at this age; None where they were not read at about that time."""
    started = min(started_at(row) for row in batch.rows)
    known = [(point.at - started, point.figures) for point in points(conn, batch)]
    if batch.counters_at is not None:
        known.append((batch.counters_at - started, batch.counters))
    before = [figures for at, figures in known if at <= age]
    after = [figures for at, figures in known if at > age]
    if before and after and before[-1] == after[0]:
        return before[-1]  # kept where something changed only
    near = [
        (max(at, age) / min(at, age), figures)
        for at, figures in known
        if min(at, age) > timedelta(0)
    ]
    apart, figures = min(near, key=lambda one: one[0], default=(_NEAR_AGE + 1, None))
    return figures if apart <= _NEAR_AGE else None


def replaced(conn: Connection, row: PushRow, collapse_id: object) -> str:
    """Title of the push with this id of a replacement, as the service's records have it."""
    records = tables.records
    query = select(records.c.title).where(
        records.c.access_id == row.access_id,
        records.c.collapse_id == collapse_id,
        records.c.push_id.not_in(row.push_ids),
    )
    return str(conn.execute(query.order_by(records.c.at)).scalar() or "")


def standing(conn: Connection, batch: Batch) -> Standing | None:
    """How the service says that it stands, where a record of each of its push ids was read."""
    records = tables.records
    statuses, asked, ids = [], [], 0
    for row in batch.rows:
        ids += len(row.push_ids)
        query = select(records.c.status, records.c.seen_at).where(
            records.c.access_id == row.access_id, records.c.push_id.in_(row.push_ids)
        )
        for record in conn.execute(query):
            statuses.append(record.status)
            asked.append(record.seen_at)
    status = joined_status(statuses)
    return Standing(status, min(asked)) if status and len(statuses) == ids else None


def known_reach(conn: Connection, batch: Batch, audiences: Audiences) -> KnownReach | None:
    """What `audiences` has read of the people of a push, where it went to all systems."""
    app = Apps(conn).get(batch.app_id)
    if app is None or batch.audience_kind not in _COUNTED or {*app.platforms} - {*batch.platforms}:
        return None
    groups = {"groups": batch.audience.get("groups")}
    draft = {"audience": {"kind": batch.audience_kind, "tag": groups}}
    reach = audiences.kept(conn, batch.app_id, draft)
    if reach is None:
        return None
    if batch.audience_kind == "all":
        if reach.total is None or reach.day is None:
            return None
        return KnownReach(reach.total, reach.day)
    # What the last push to a tag reached may be this very push.
    days = [tag.day for tag in reach.tags if tag.day is not None]
    if reach.together is None or len(days) < len(reach.tags):
        return None
    return KnownReach(reach.together, min(days))


def course(
    conn: Connection,
    batch: Batch,
    outlook: Outlook,
    now: datetime,
    reach: KnownReach | None = None,
) -> Course:
    """Everything for the page of `batch`."""
    title = ""
    for row in batch.rows:
        told = json.loads(row.body)
        collapse_id = told.get("collapse_id") if isinstance(told, dict) else None
        if collapse_id and not title:
            title = replaced(conn, row, collapse_id)
    started = min(started_at(row) for row in batch.rows)
    age = (batch.counters_at or now) - started
    early = age < COMPARED_FROM
    stands = standing(conn, batch)
    finished = stands is not None and stands.status == _FINISHED
    return Course(
        points(conn, batch),
        () if early else like(conn, batch, age),
        title,
        notes(batch, started, now, reach, finished=finished),
        outlook,
        stands,
        early,
    )
