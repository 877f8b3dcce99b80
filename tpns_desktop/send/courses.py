"""How the figures of a push went, and how they stand against its like."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import select

from tpns_desktop.send.figure_notes import Note, notes
from tpns_desktop.send.results import Batch, Figures, added, total_of
from tpns_desktop.store import tables
from tpns_desktop.store.history import History, PushRow
from tpns_desktop.store.snapshots import Snapshots, started_at

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tpns_desktop.send.watching import Outlook

LIKE_MAX = 5
"""So many earlier pushes of the same kind are compared with."""
_SEEN_MAX = 200
"""Among so many earlier ones of the app they are looked for."""


@dataclass(frozen=True)
class Point:
    """The figures of a push, over all its systems, at one instant."""

    at: datetime
    figures: Figures


@dataclass(frozen=True)
class Course:
    """All of a push's page that is more than its newest figures."""

    points: tuple[Point, ...]
    """The oldest first."""
    like: tuple[Figures, ...]
    """Of the last pushes to the same kind of audience on the same systems, the newest first."""
    replaced: str
    """Title of the push that this one replaced, where it is known; else empty."""
    notes: tuple[Note, ...]
    outlook: Outlook


def points(conn: Connection, batch: Batch) -> tuple[Point, ...]:
    """The sums over a push's rows, at each instant at which one of them changed."""
    lines = [[(one.at, one.counters) for one in Snapshots(conn).of(row.id)] for row in batch.rows]
    told = []
    for at in sorted({at for line in lines for at, _ in line}):
        known = [[counters for when, counters in line if when <= at] for line in lines]
        told.append(Point(at, added(total_of(line[-1]) for line in known if line)))
    return tuple(told)


def like(conn: Connection, batch: Batch) -> tuple[Figures, ...]:
    """What the last pushes of the same kind achieved; tests and pushes without figures are none."""
    pages = History(conn).recent_batches(batch.app_id, _SEEN_MAX, before=batch.id)
    found = []
    for rows in pages:
        other = Batch(rows[0].batch_id, rows)
        same = (other.audience_kind, other.platforms) == (batch.audience_kind, batch.platforms)
        if same and not other.is_test and other.counters.planned:
            found.append(other.counters)
            if len(found) == LIKE_MAX:
                break
    return tuple(found)


def replaced(conn: Connection, row: PushRow, collapse_id: object) -> str:
    """Title of the push with this id of a replacement, as the service's records have it."""
    records = tables.records
    query = select(records.c.title).where(
        records.c.access_id == row.access_id,
        records.c.collapse_id == collapse_id,
        records.c.push_id.not_in(row.push_ids),
    )
    return str(conn.execute(query.order_by(records.c.at)).scalar() or "")


def course(conn: Connection, batch: Batch, outlook: Outlook, now: datetime) -> Course:
    """Everything for the page of `batch`."""
    title = ""
    for row in batch.rows:
        told = json.loads(row.body)
        collapse_id = told.get("collapse_id") if isinstance(told, dict) else None
        if collapse_id and not title:
            title = replaced(conn, row, collapse_id)
    started = min(started_at(row) for row in batch.rows)
    return Course(
        points(conn, batch), like(conn, batch), title, notes(batch, started, now), outlook
    )
