"""The figures of a push as they were at several instants, and when they were last asked for.

A snapshot is kept where something changed, at most ``KEPT_MAX`` a push, and at four marks after the
start in any case. Which push is asked about when is ``send.watching``'s affair; here stands what it
needs to know, for all windows alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import and_, case, delete, func, insert, literal, or_, select, update

from tpns_desktop.store import tables
from tpns_desktop.store.columns import Instant
from tpns_desktop.store.history import CHUNK
from tpns_desktop.store.sent_index import STATUSES, UNFINISHED

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

    from tpns_desktop.store.history import PushRow

_snapshots = tables.snapshots
_asked = tables.asked
_pushes = tables.pushes
_records, _ids = tables.records, tables.sent_ids

MARKS: Final[Mapping[str, timedelta]] = {
    "1h": timedelta(hours=1),
    "24h": timedelta(hours=24),
    "7d": timedelta(days=7),
    "29d": timedelta(days=29),
}
"""Name of a mark → how long after the start of a push it is due."""

KEPT_MAX: Final = 200
"""Snapshots a push without marks; beyond it every second one is dropped."""

LIVE_MAX: Final = 500
"""Pushes of an access id that are followed at a time: its questions of some hours."""

AHEAD: Final = timedelta(days=91)
"""A push confirmed longer ago than this cannot start only now (``limits.SCHEDULE_DAYS_MAX``)."""


@dataclass(frozen=True)
class Snapshot:
    """The counters of a push at one instant."""

    at: datetime
    """When they were read: long after the mark where nobody could ask in time."""
    mark: str | None
    """A key of ``MARKS``, or None."""
    counters: list[dict[str, Any]]
    """As ``PushRow.counters``: one dict a channel, ``all`` is the total."""


@dataclass(frozen=True)
class Watched:
    """What decides when a push is asked about next."""

    id: str
    """Of the row."""
    batch_id: str
    access_id: str
    practice: bool
    access_point_url: str
    calls: int
    """Questions that one answer takes: one a push id."""
    started: datetime
    asked_at: datetime | None
    """When any window asked last, answered or not."""
    changed_at: datetime | None
    """When its figures last changed, as far as anybody saw."""
    marks: frozenset[str]
    """Those that are taken."""
    ended: bool = False
    """Whether the service's records say of each of its push ids that it is at its end."""


def started_at(row: PushRow) -> datetime:
    """When the service began, or begins, with a row; its age is counted from here."""
    return row.schedule_at or row.sent_at or row.created_at


class Snapshots:
    """The snapshots in the database behind one connection."""

    def __init__(self, conn: Connection) -> None:
        """Work inside the transaction of ``conn``."""
        self._conn = conn

    def add(
        self,
        push_row: str,
        at: datetime,
        counters: Iterable[Mapping[str, Any]],
        mark: str | None = None,
    ) -> bool:
        """Keep what the service said of a row ``at``.

        False, and nothing kept, where the mark is taken, or where without a mark nothing changed.
        """
        told = [dict(counted) for counted in counters]
        if mark is None:
            if self._last(push_row) == told:
                return False
        elif mark in self._marks(push_row):
            return False
        values = {"push_row": push_row, "at": at, "mark": mark, "counters": told}
        self._conn.execute(insert(_snapshots).values(**values))
        if mark is None:
            self._thin(push_row)
        return True

    def of(self, push_row: str) -> list[Snapshot]:
        """Give the snapshots of a row, the oldest first."""
        query = (
            select(_snapshots)
            .where(_snapshots.c.push_row == push_row)
            .order_by(_snapshots.c.at, _snapshots.c.id)
        )
        return [_snapshot(row) for row in self._conn.execute(query)]

    def latest(self, push_rows: Iterable[str]) -> dict[str, Snapshot]:
        """Give the newest snapshot of each of these rows that has one."""
        found: dict[str, Snapshot] = {}
        ids = list(push_rows)
        for start in range(0, len(ids), CHUNK):
            query = (
                select(_snapshots)
                .where(_snapshots.c.push_row.in_(ids[start : start + CHUNK]))
                .order_by(_snapshots.c.at, _snapshots.c.id)
            )
            found |= {row.push_row: _snapshot(row) for row in self._conn.execute(query)}
        return found

    def claim(self, push_row: str, at: datetime, unless_since: datetime) -> bool:
        """Note that a row is asked about ``at``; False when somebody did after ``unless_since``."""
        row = _asked.c.push_row == push_row
        last = self._conn.execute(select(_asked.c.at).where(row)).scalar()
        if last is None:
            self._conn.execute(insert(_asked).values(push_row=push_row, at=at))
        elif unless_since < last <= at:
            return False
        else:
            self._conn.execute(update(_asked).where(row).values(at=at))
        return True

    def live(
        self, access_ids: Iterable[str], now: datetime, fresh: timedelta, counted: timedelta
    ) -> list[Watched]:
        """Give the accepted rows that are ``fresh``, or lack a mark that is due, the newest first.

        Those that started within ``counted``: for longer the service counts no push. At most
        ``LIVE_MAX`` an access id, the last ones confirmed.
        """
        found: list[Watched] = []
        for access_id in sorted(access_ids):
            # By the index of confirmations, which ends the search where there are enough.
            found += self._watched(
                or_(_started > now - fresh, _due_marks(now) > _taken_marks()),
                _started <= now,
                _started > now - counted,
                _pushes.c.access_id == access_id,
                _pushes.c.created_at > now - counted - AHEAD,
                order=_pushes.c.created_at.desc(),
                limit=LIVE_MAX,
            )
        return sorted(found, key=lambda row: (row.started, row.id), reverse=True)

    def watched(self, batch_id: str) -> list[Watched]:
        """Give the accepted rows of a batch, whatever their age."""
        return self._watched(_pushes.c.batch_id == batch_id)

    def marks_due(self, access_id: str, start: datetime, end: datetime) -> int:
        """Count the marks of an access id that come due from ``start`` up to ``end``."""
        found = 0
        for after in MARKS.values():
            # In parts, by an index each. What was accepted, was sent.
            for column in (_pushes.c.schedule_at, _pushes.c.sent_at):
                query = select(_pushes.c.state, _pushes.c.schedule_at).where(
                    _pushes.c.access_id == access_id,
                    _pushes.c.platform != tables.CHAT,
                    column > start - after,
                    column <= end - after,
                )
                planned = column is _pushes.c.schedule_at
                found += sum(
                    row.state == "accepted" and planned == (row.schedule_at is not None)
                    for row in self._conn.execute(query)
                )
        return found

    def forget_orphans(self) -> None:
        """Forget what is kept of rows that are gone, or whose counters were forgotten."""
        counted = select(_pushes.c.id).where(_pushes.c.counters.is_not(None))
        for table in (_snapshots, _asked):
            self._conn.execute(delete(table).where(table.c.push_row.not_in(counted)))

    def _marks(self, push_row: str) -> frozenset[str]:
        query = select(_snapshots.c.mark).where(
            _snapshots.c.push_row == push_row, _snapshots.c.mark.is_not(None)
        )
        return frozenset(self._conn.execute(query).scalars())

    def _last(self, push_row: str) -> list[dict[str, Any]] | None:
        query = (
            select(_snapshots.c.counters)
            .where(_snapshots.c.push_row == push_row)
            .order_by(_snapshots.c.at.desc(), _snapshots.c.id.desc())
            .limit(1)
        )
        last: list[dict[str, Any]] | None = self._conn.execute(query).scalar()
        return last

    def _thin(self, push_row: str) -> None:
        query = (
            select(_snapshots.c.id)
            .where(_snapshots.c.push_row == push_row, _snapshots.c.mark.is_(None))
            .order_by(_snapshots.c.at, _snapshots.c.id)
        )
        ids = list(self._conn.execute(query).scalars())
        if len(ids) > KEPT_MAX:
            # All but the first and the last: a line keeps its ends.
            self._conn.execute(delete(_snapshots).where(_snapshots.c.id.in_(ids[1:-1:2])))

    def _watched(
        self, *conditions: Any, order: Any = None, limit: int | None = None
    ) -> list[Watched]:
        marks = (
            select(func.group_concat(_snapshots.c.mark))
            .where(_snapshots.c.push_row == _pushes.c.id, _snapshots.c.mark.is_not(None))
            .scalar_subquery()
        )
        changed = (
            select(func.max(_snapshots.c.at, type_=Instant()))
            .where(_snapshots.c.push_row == _pushes.c.id, _snapshots.c.mark.is_(None))
            .scalar_subquery()
        )
        ended = (
            select(func.count())
            .select_from(_records)
            .join(
                _ids,
                and_(
                    _ids.c.access_id == _records.c.access_id, _ids.c.push_id == _records.c.push_id
                ),
            )
            .where(
                _ids.c.batch_id == _pushes.c.batch_id,
                _records.c.access_id == _pushes.c.access_id,
                _records.c.status.in_(sorted(set(STATUSES) - UNFINISHED)),
            )
            .scalar_subquery()
        )
        query = (
            select(
                _pushes.c.id,
                _pushes.c.batch_id,
                _pushes.c.access_id,
                _pushes.c.practice,
                _pushes.c.access_point_url,
                _pushes.c.push_ids,
                _started.label("started"),
                _asked.c.at.label("asked_at"),
                changed.label("changed_at"),
                marks.label("marks"),
                ended.label("ended"),
            )
            .outerjoin(_asked, _asked.c.push_row == _pushes.c.id)
            .where(_pushes.c.state == "accepted", _pushes.c.platform != tables.CHAT, *conditions)
            .order_by(*((_started.desc(), _pushes.c.id) if order is None else (order,)))
            .limit(limit)
        )
        rows = (_watched(row) for row in self._conn.execute(query))
        return [row for row in rows if row.calls]


_started = func.coalesce(
    _pushes.c.schedule_at, _pushes.c.sent_at, _pushes.c.created_at, type_=Instant()
)


def _due_marks(now: datetime) -> Any:
    """How many marks of a row are due, as SQL."""
    due: Any = literal(0)
    for after in MARKS.values():
        due = due + case((_started <= now - after, 1), else_=0)
    return due


def _taken_marks() -> Any:
    return (
        select(func.count())
        .where(_snapshots.c.push_row == _pushes.c.id, _snapshots.c.mark.is_not(None))
        .scalar_subquery()
    )


def _snapshot(row: Row[Any]) -> Snapshot:
    return Snapshot(row.at, row.mark, row.counters)


def _watched(row: Any) -> Watched:
    values = dict(row._mapping)
    marks = values.pop("marks")
    push_ids = values.pop("push_ids") or ()
    ended = values.pop("ended") >= len(push_ids)
    taken = frozenset(marks.split(",") if marks else ())
    return Watched(**values, calls=len(push_ids), marks=taken, ended=ended)
