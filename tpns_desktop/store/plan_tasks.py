"""The pushes of plans, as narrow as sums need them: a history may hold a million.

A push belongs to the plan whose local id was frozen with it; one without belongs to the service's
default plan. Tests to named devices belong to none. Whole pushes are read by ``history``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import and_, func, or_, select

from tpns_desktop.store import tables

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, Select

_pushes = tables.pushes

ANY: Final = "*"
"""In place of a plan's id: the pushes of every plan, and those of none."""

_PLATFORMS: Final = 2
"""A push has at most so many rows, one after the other."""


@dataclass(frozen=True)
class TaskRow:
    """What one platform of a push adds to its plan. Every datetime is aware, in UTC."""

    seq: int
    batch_id: str
    plan_id: str | None
    plan_name: str | None
    platform: str
    state: str
    created_at: datetime
    sent_at: datetime | None
    schedule_at: datetime | None
    counters: list[dict[str, Any]] | None
    counters_at: datetime | None


class PlanTasks:
    """The pushes in the database behind one connection."""

    def __init__(self, conn: Connection) -> None:
        """Work inside the transaction of ``conn``."""
        self._conn = conn

    def rows(
        self,
        app_id: str,
        access_ids: Iterable[str],
        plan_id: str | None,
        after: int = 0,
        limit: int = 1000,
    ) -> list[TaskRow]:
        """Give the rows of a plan (None: the default plan) in the order they were confirmed.

        At most ``limit``, of those behind the row numbered ``after``. ``access_ids``: the app's.
        """
        names = TaskRow.__dataclass_fields__
        query = _in_order(
            select(*(_pushes.c[name] for name in names))
            .where(_of(app_id, access_ids, plan_id), _pushes.c.seq > after)
            .order_by(_pushes.c.seq)
            .limit(limit),
            plan_id,
        )
        return [TaskRow(*row) for row in self._conn.execute(query)]

    def batches(
        self,
        app_id: str,
        access_ids: Iterable[str],
        plan_id: str | None,
        limit: int,
        before: str | None = None,
    ) -> list[str]:
        """Give the ids of a plan's pushes, the newest first, at most ``limit``.

        ``before``: id of the last one of the page above.
        """
        query = _in_order(
            select(_pushes.c.batch_id)
            .where(_of(app_id, access_ids, plan_id))
            .order_by(_pushes.c.seq.desc())
            .limit(limit * _PLATFORMS),
            plan_id,
        )
        if before is not None:
            edge = select(func.min(_pushes.c.seq)).where(_pushes.c.batch_id == before)
            query = query.where(_pushes.c.seq < edge.scalar_subquery())
        return list(dict.fromkeys(self._conn.execute(query).scalars()))[:limit]


def _in_order(query: Select[Any], plan_id: str | None) -> Select[Any]:
    """Rows in their order as they stand in the file, unless a plan's own index has them so.

    SQLite would gather all rows of an app by its indexes, and sort them for every page.
    """
    if plan_id in (None, ANY):
        return query.with_hint(_pushes, "NOT INDEXED", "sqlite")
    return query


def _of(app_id: str, access_ids: Iterable[str], plan_id: str | None) -> ColumnElement[bool]:
    if plan_id not in (None, ANY):
        return and_(_pushes.c.plan_id == plan_id, _pushes.c.purpose == "push")
    mine = or_(_pushes.c.app_id == app_id, _pushes.c.access_id.in_(sorted(access_ids)))
    own = and_(_pushes.c.purpose == "push", mine)
    if plan_id == ANY:
        return own
    # A push of long ago may name a plan whose local id nobody knows any more.
    return and_(own, _pushes.c.plan_id.is_(None), _pushes.c.plan_name.is_(None))
