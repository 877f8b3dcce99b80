"""What the pushes of each plan have achieved, added up: no sum reads a history.

``History`` and ``SentIndex`` keep the sums in step inside of their own transactions. What a push
adds is kept with it (``plan_tasks``), so that exactly this is taken away again when it changes;
nothing else ever changes a sum.

A push belongs to the plan whose local id was frozen with it; one without belongs to the service's
default plan. Tests to named devices belong to none, nor does what names a plan whose local id
nobody knows any more. A **group** holds the pushes of one plan that were sent with the same keys.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import and_, bindparam, delete, func, insert, or_, select, update

from tpns_desktop.model.counters import FIGURES, TOTAL, totals_of
from tpns_desktop.model.limits import SERVICE_ZONE
from tpns_desktop.model.states import joined_state
from tpns_desktop.store import tables
from tpns_desktop.store.columns import Instant

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, Row, Table

_pushes, _plans = tables.pushes, tables.plans
_groups, _tasks, _sums, _states = (
    tables.plan_groups,
    tables.plan_tasks,
    tables.plan_sums,
    tables.plan_states,
)

NOT_OUT: Final = frozenset({"withdrawn", "not_sent", "rejected", "not_found"})
"""States of a push that reached nobody: it is listed, and not counted."""

EVER: Final = ""
"""In place of a day: all days together."""

_CHUNK: Final = 250
_KEY: Final = ("group_id", "day", "platform", "channel")
_ADDED: Final = ("pushes", "unread", *FIGURES, *(f"{name}_known" for name in FIGURES))
"""What is added up. ``…_known``: how many pushes told the figure; with none it is unknown."""

Group = tuple[str, str, str, str]
"""Local id of a plan or empty, app, access id, second access id or empty."""
Key = tuple[int, str, str, str]
"""As ``_KEY``."""


@dataclass(frozen=True)
class PlanTotal:
    """What the pushes of one group have achieved. Every datetime is aware, in UTC."""

    plan_id: str | None
    pushes: int
    figures: tuple[int | None, ...]
    """As ``FIGURES``; None where no push told one."""
    last_at: datetime | None
    """When the newest was or is to be sent."""
    read_at: datetime | None
    """When the oldest of the figures were read."""


@dataclass(frozen=True)
class PlanSumRow:
    """One sum of a plan."""

    day: str
    """Of the service's calendar, ``2026-01-16``, or ``EVER``."""
    platform: str
    """Empty, with an empty channel: the pushes' totals."""
    channel: str
    pushes: int
    unread: int
    """Pushes at the service whose figures were never read. Of totals only."""
    figures: tuple[int | None, ...]
    """As ``FIGURES``; None where no push told one."""


@dataclass(frozen=True)
class _Task:
    """What one push adds to its plan."""

    seq: int
    group: Group
    state: str
    at: datetime | None
    """None: it reached nobody, and adds nothing but its state."""
    read_at: datetime | None
    unread: bool
    figures: list[list[Any]]
    """Platform, channel and figures each; the first, without platform, is the total."""


class PlanSums:
    """The sums in the database behind one connection."""

    def __init__(self, conn: Connection) -> None:
        """Work inside the transaction of ``conn``."""
        self._conn = conn

    # ---------------------------------------------------------------------------- keeping in step

    def put(self, batch_ids: Iterable[str]) -> None:
        """Count these pushes as they now stand; one that is gone is counted no more."""
        ids = list(dict.fromkeys(batch_ids))
        for start in range(0, len(ids), _CHUNK):
            some = ids[start : start + _CHUNK]
            before, after = self._counted(some), self._standing(some)
            changed = [one for one in some if before.get(one) != after.get(one)]
            if changed:
                self._change(changed, before, after)

    def forget_all(self) -> None:
        """Empty the sums; ``SentIndex.list_older`` fills them."""
        for table in (_sums, _states, _tasks, _groups):
            self._conn.execute(delete(table))

    def _change(
        self, batch_ids: Sequence[str], before: Mapping[str, _Task], after: Mapping[str, _Task]
    ) -> None:
        groups: dict[Group, int] = {}
        sums: defaultdict[Key, list[int]] = defaultdict(lambda: [0] * len(_ADDED))
        states: defaultdict[tuple[int, str], int] = defaultdict(int)
        for sign, tasks in ((-1, before), (1, after)):
            for batch_id in batch_ids:
                if (task := tasks.get(batch_id)) is not None:
                    if task.group not in groups:
                        groups[task.group] = self._group(task.group)
                    group = groups[task.group]
                    states[group, task.state] += sign
                    _add(sums, group, task, sign)
        self._conn.execute(delete(_tasks).where(_tasks.c.batch_id.in_(batch_ids)))
        kept = [
            {
                "seq": task.seq,
                "batch_id": batch_id,
                "group_id": groups[task.group],
                "state": task.state,
                "at": task.at,
                "read_at": task.read_at,
                "unread": task.unread,
                "figures": task.figures,
            }
            for batch_id in batch_ids
            if (task := after.get(batch_id)) is not None
        ]
        if kept:
            self._conn.execute(insert(_tasks), kept)
        self._write(_sums, _KEY, _ADDED, sums)
        self._write(
            _states, ("group_id", "state"), ("pushes",), {k: [n] for k, n in states.items()}
        )

    def _write(
        self,
        table: Table,
        key: Sequence[str],
        added: Sequence[str],
        changes: Mapping[Any, Sequence[int]],
    ) -> None:
        """Add ``changes``. The first of what is added counts pushes: a row without any goes."""
        moved = {one: values for one, values in changes.items() if any(values)}
        if not moved:
            return
        # By two columns of the key: a day has few rows.
        near = (table.c[name].in_({one[n] for one in moved}) for n, name in enumerate(key[:2]))
        query = select(*(table.c[name] for name in (*key, *added))).where(*near)
        found = {
            tuple(row[: len(key)]): tuple(row[len(key) :]) for row in self._conn.execute(query)
        }
        nothing = (0,) * len(added)
        places = [f"of_{name}" for name in key]
        spot = [table.c[name] == bindparam(place) for name, place in zip(key, places, strict=True)]
        fresh, changed, gone = [], [], []
        for one, values in moved.items():
            here = dict(zip(places, one, strict=True))
            now = [a + b for a, b in zip(found.get(one, nothing), values, strict=True)]
            told = dict(zip(added, now, strict=True))
            if not now[0]:
                gone.append(here)
            elif one in found:
                changed.append(here | told)
            else:
                fresh.append(dict(zip(key, one, strict=True)) | told)
        change = update(table).where(*spot).values({name: bindparam(name) for name in added})
        for statement, rows in (
            (delete(table).where(*spot), gone),
            (change, changed),
            (insert(table), fresh),
        ):
            if rows:
                self._conn.execute(statement, rows)

    def _group(self, group: Group) -> int:
        named = dict(zip(_GROUP, group, strict=True))
        spot = (_groups.c[name] == value for name, value in named.items())
        found = self._conn.execute(select(_groups.c.id).where(*spot)).scalar()
        if found is None:
            done = self._conn.execute(insert(_groups).values(**named)).inserted_primary_key
            assert done is not None
            found = done[0]
        return int(found)

    def _counted(self, batch_ids: Sequence[str]) -> dict[str, _Task]:
        """What these pushes add by now."""
        query = (
            select(_tasks, *(_groups.c[name] for name in _GROUP))
            .join(_groups, _groups.c.id == _tasks.c.group_id)
            .where(_tasks.c.batch_id.in_(batch_ids))
        )
        return {
            row.batch_id: _Task(
                row.seq,
                (row.plan_id, row.app_id, row.access_id, row.other_access_id),
                row.state,
                row.at,
                row.read_at,
                row.unread,
                row.figures,
            )
            for row in self._conn.execute(query)
        }

    def _standing(self, batch_ids: Sequence[str]) -> dict[str, _Task]:
        """What they have to add."""
        query = (
            select(*(_pushes.c[name] for name in _READ))
            .where(
                _pushes.c.batch_id.in_(batch_ids),
                _pushes.c.purpose == "push",
                _pushes.c.platform != tables.CHAT,
                or_(_pushes.c.plan_id.is_not(None), _pushes.c.plan_name.is_(None)),
            )
            .order_by(_pushes.c.seq)
        )
        rows: dict[str, list[Row[Any]]] = {}
        for row in self._conn.execute(query):
            rows.setdefault(row.batch_id, []).append(row)
        return {batch_id: _task(parts) for batch_id, parts in rows.items()}

    # ------------------------------------------------------------------------------------ reading

    def totals(self, app_id: str, access_ids: Iterable[str]) -> list[PlanTotal]:
        """Give the sums of the app's plans and of its default plan, one or more each."""
        own = select(_plans.c.id).where(_plans.c.app_id == app_id)
        last, oldest = (
            select(found).where(_tasks.c.group_id == _groups.c.id).scalar_subquery()
            for found in (
                func.max(_tasks.c.at, type_=Instant()),
                func.min(_tasks.c.read_at, type_=Instant()),
            )
        )
        query = (
            select(_groups.c.plan_id, last.label("last_at"), oldest.label("read_at"), *_SUMS)
            .join(_sums, _sums.c.group_id == _groups.c.id)
            .where(
                or_(_groups.c.plan_id.in_(own), _of(app_id, access_ids, None)),
                _sums.c.day == EVER,
                _sums.c.platform == "",
                _sums.c.channel == "",
            )
        )
        return [
            PlanTotal(row.plan_id or None, row.pushes, _figures(row), row.last_at, row.read_at)
            for row in self._conn.execute(query)
        ]

    def sums(
        self, app_id: str, access_ids: Iterable[str], plan_id: str | None, since: str
    ) -> list[PlanSumRow]:
        """Give the sums of a plan (None: the default plan), one or more for the same thing.

        The totals of every day, and those of all days together; by channel for all days together
        and for each from the day ``since`` on.
        """
        query = select(_sums.c.day, _sums.c.platform, _sums.c.channel, *_SUMS).where(
            _sums.c.group_id.in_(self._ids(app_id, access_ids, plan_id)),
            or_(_sums.c.day == EVER, _sums.c.platform == "", _sums.c.day >= since),
        )
        return [
            PlanSumRow(row.day, row.platform, row.channel, row.pushes, row.unread, _figures(row))
            for row in self._conn.execute(query.order_by(_sums.c.day))
        ]

    def states(self, app_id: str, access_ids: Iterable[str], plan_id: str | None) -> dict[str, int]:
        """Count a plan's pushes by their joined state, those that reached nobody too."""
        query = (
            select(_states.c.state, func.sum(_states.c.pushes))
            .where(_states.c.group_id.in_(self._ids(app_id, access_ids, plan_id)))
            .group_by(_states.c.state)
        )
        return {row[0]: int(row[1]) for row in self._conn.execute(query)}

    def oldest(
        self,
        app_id: str,
        access_ids: Iterable[str],
        plan_id: str | None,
        since: datetime | None = None,
    ) -> datetime | None:
        """Tell when the oldest of a plan's figures were read; those of pushes ``since`` alone."""
        found: list[datetime] = []
        for group in self._ids(app_id, access_ids, plan_id):
            query = select(func.min(_tasks.c.read_at, type_=Instant()))
            query = query.where(_tasks.c.group_id == group)
            if since is not None:
                query = query.where(_tasks.c.at >= since)
            read_at = self._conn.execute(query).scalar()
            found += [] if read_at is None else [read_at]
        return min(found, default=None)

    def batches(
        self,
        app_id: str,
        access_ids: Iterable[str],
        plan_id: str | None,
        limit: int,
        before: str | None = None,
    ) -> list[str]:
        """Give the ids of a plan's pushes as they were confirmed, the newest first.

        At most ``limit``. ``before``: id of the last one of the page above.
        """
        edge: int | None = None
        if before is not None:
            place = select(_tasks.c.seq).where(_tasks.c.batch_id == before)
            edge = self._conn.execute(place).scalar()
            if edge is None:
                return []
        found: list[tuple[int, str]] = []
        for group in self._ids(app_id, access_ids, plan_id):
            query = select(_tasks.c.seq, _tasks.c.batch_id).where(_tasks.c.group_id == group)
            if edge is not None:
                query = query.where(_tasks.c.seq < edge)
            page = self._conn.execute(query.order_by(_tasks.c.seq.desc()).limit(limit))
            found += [(row.seq, row.batch_id) for row in page]
        return [batch_id for _, batch_id in sorted(found, reverse=True)[:limit]]

    def _ids(self, app_id: str, access_ids: Iterable[str], plan_id: str | None) -> list[int]:
        query = select(_groups.c.id).where(_of(app_id, access_ids, plan_id))
        return list(self._conn.execute(query).scalars())


_GROUP: Final = ("plan_id", "app_id", "access_id", "other_access_id")
_READ: Final = (
    "batch_id", "seq", "plan_id", "app_id", "access_id", "platform", "state", "created_at",
    "sent_at", "schedule_at", "counters", "counters_at",
)  # fmt: skip
_SUMS: Final = [_sums.c[name] for name in _ADDED]


def _of(app_id: str, access_ids: Iterable[str], plan_id: str | None) -> ColumnElement[bool]:
    """Which groups are of a plan; what was sent with an app's access ids is its own too."""
    if plan_id is not None:
        return _groups.c.plan_id == plan_id
    ids = sorted(access_ids)
    return and_(
        _groups.c.plan_id == "",
        or_(
            _groups.c.app_id == app_id,
            _groups.c.access_id.in_(ids),
            _groups.c.other_access_id.in_(ids),
        ),
    )


def _figures(row: Row[Any]) -> tuple[int | None, ...]:
    values = row._mapping
    return tuple(values[name] if values[f"{name}_known"] else None for name in FIGURES)


def _task(rows: Sequence[Row[Any]]) -> _Task:
    first = rows[0]
    others = sorted({row.access_id for row in rows} - {first.access_id})
    group = (first.plan_id or "", first.app_id, first.access_id, others[0] if others else "")
    state = joined_state(row.state for row in rows)
    if all(row.state in NOT_OUT for row in rows):
        return _Task(first.seq, group, state, None, None, False, [])
    sent = [row.sent_at for row in rows if row.sent_at is not None]
    read = [row.counters_at for row in rows if row.counters_at is not None]
    total = _added(one for row in rows for one in totals_of(row.counters))
    channels: defaultdict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        for one in row.counters or ():
            channel = str(one.get("channel", ""))
            if channel != TOTAL:
                channels[row.platform, channel].append(one)
    return _Task(
        first.seq,
        group,
        state,
        first.schedule_at or min(sent, default=first.created_at),
        min(read, default=None),
        any(row.state == "accepted" and row.counters_at is None for row in rows),
        [["", "", total], *([*key, _added(found)] for key, found in sorted(channels.items()))],
    )


def _added(counted: Iterable[Mapping[str, Any]]) -> list[int | None]:
    """Add up as ``FIGURES``; what no part knows stays unknown."""
    sums: list[int | None] = [None] * len(FIGURES)
    for one in counted:
        for place, name in enumerate(FIGURES):
            if (value := one.get(name)) is not None:
                sums[place] = (sums[place] or 0) + value
    return sums


def _add(sums: Mapping[Key, list[int]], group: int, task: _Task, sign: int) -> None:
    if task.at is None:
        return
    day = task.at.astimezone(SERVICE_ZONE).date().isoformat()
    for platform, channel, figures in task.figures:
        unread = task.unread and not platform
        known = [int(value is not None) for value in figures]
        added = (1, int(unread), *(value or 0 for value in figures), *known)
        for period in (EVER, day):
            values = sums[group, period, platform, channel]
            for place, value in enumerate(added):
                values[place] += sign * value
