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
    from sqlalchemy import ColumnElement, Connection

_pushes = tables.pushes

ANY: Final = "*"
"""In place of a plan's id: the pushes of every plan, and those of none."""


@dataclass(frozen=True)
class TaskRow:
    """What one platform of a push adds to its plan. Every datetime is aware, in UTC."""

    seq: int
    batch_id: str
    plan_id: str | None
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
        query = (
            select(*(_pushes.c[name] for name in names))
            .where(_of(app_id, access_ids, plan_id), _pushes.c.seq > after)
            .order_by(_pushes.c.seq)
            .limit(limit)
        )
        return [TaskRow(**row._mapping) for row in self._conn.execute(query)]

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
        first = func.min(_pushes.c.seq)
        query = (
            select(_pushes.c.batch_id)
            .where(_of(app_id, access_ids, plan_id))
            .group_by(_pushes.c.batch_id)
            .order_by(first.desc())
            .limit(limit)
        )
        if before is not None:
            edge = select(first).where(_pushes.c.batch_id == before).scalar_subquery()
            query = query.where(_pushes.c.seq < edge)
        return list(self._conn.execute(query).scalars())


def _of(app_id: str, access_ids: Iterable[str], plan_id: str | None) -> ColumnElement[bool]:
    mine = or_(_pushes.c.app_id == app_id, _pushes.c.access_id.in_(sorted(access_ids)))
    own = and_(_pushes.c.purpose == "push", mine)
    if plan_id == ANY:
        return own
    if plan_id is None:
        # A push of long ago may name a plan whose local id nobody knows any more.
        return and_(own, _pushes.c.plan_id.is_(None), _pushes.c.plan_name.is_(None))
    return and_(own, _pushes.c.plan_id == plan_id)
