"""The local book of push plans: a name for people, and the service's id on each platform.

Also how many plans were made there, since the service takes 200 creations a day (tpns-rest 7): each
request is noted before it leaves, so that neither a fault nor the end of the program can lose it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from sqlalchemy import delete, func, insert, or_, select, update

from tpns_desktop.store import tables

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

_actions = tables.actions
_pushes, _groups, _tasks = tables.pushes, tables.plan_groups, tables.plan_tasks

CREATION: Final = "plan"
"""The kind of action that making a plan is."""
_MAY_EXIST: Final = ("begun", "done", "unknown")
"""Ends of a creation after which the service may have counted it."""


@dataclass(frozen=True)
class Plan:
    """One plan.

    The service keeps plans by AccessId, so an app with two platforms has two ids for it.
    """

    id: str
    app_id: str
    name: str
    description: str
    android_plan_id: str | None
    ios_plan_id: str | None
    created_at: datetime
    hidden: bool = False
    """Not offered any more; its pushes are kept and it can be shown again."""

    def plan_id(self, platform: str) -> str | None:
        """Give the service's id for ``android`` or ``ios``; None: the plan is not there."""
        return {"android": self.android_plan_id, "ios": self.ios_plan_id}.get(platform)


class Plans:
    """The plans in the database behind one connection."""

    def __init__(self, conn: Connection) -> None:
        """Work inside the transaction of ``conn``."""
        self._conn = conn

    def all(self, app_id: str) -> list[Plan]:
        """Give the app's plans, hidden ones too, the newest first."""
        query = (
            select(tables.plans)
            .where(tables.plans.c.app_id == app_id)
            .order_by(tables.plans.c.created_at.desc(), tables.plans.c.id)
        )
        return [_plan(row) for row in self._conn.execute(query)]

    def get(self, plan_id: str) -> Plan | None:
        """Give the plan of this local id, None when there is none."""
        row = self._conn.execute(select(tables.plans).where(tables.plans.c.id == plan_id)).first()
        return None if row is None else _plan(row)

    def add(self, plan: Plan) -> None:
        """Keep a new plan. Raises UnknownApp when its app is not stored."""
        self._conn.execute(insert(tables.plans).values(**asdict(plan)))

    def update(self, plan: Plan) -> bool:
        """Keep what ``plan`` says from now on; app and creation stay.

        False when there is no such plan.
        """
        values = asdict(plan)
        plan_id = values.pop("id")
        del values["created_at"], values["app_id"]
        query = update(tables.plans).where(tables.plans.c.id == plan_id).values(**values)
        return self._conn.execute(query).rowcount == 1

    def remove(self, plan_id: str) -> bool:
        """Forget the plan here; the service keeps it. False when there is no such plan."""
        query = delete(tables.plans).where(tables.plans.c.id == plan_id)
        return self._conn.execute(query).rowcount == 1

    def lost(self, access_ids: Iterable[str]) -> dict[str, bytes]:
        """Local ids that pushes of these access ids name and the book does not know any more.

        Each with the body of one of its pushes, which says what the service calls the plan.
        """
        ids = sorted(access_ids)
        # By their groups, which are few; see ``plan_sums``.
        last = (
            select(func.max(_tasks.c.seq)).where(_tasks.c.group_id == _groups.c.id)
        ).scalar_subquery()
        groups = select(_groups.c.plan_id, last.label("seq")).where(
            or_(_groups.c.access_id.in_(ids), _groups.c.other_access_id.in_(ids)),
            _groups.c.plan_id != "",
            _groups.c.plan_id.not_in(select(tables.plans.c.id)),
        )
        newest = {row.seq: row.plan_id for row in self._conn.execute(groups)}
        batches = select(_tasks.c.seq, _tasks.c.batch_id).where(_tasks.c.seq.in_(newest))
        plan_of = {row.batch_id: newest[row.seq] for row in self._conn.execute(batches)}
        query = select(_pushes.c.batch_id, _pushes.c.access_id, _pushes.c.body)
        query = query.where(_pushes.c.batch_id.in_(plan_of)).order_by(_pushes.c.seq)
        return {
            plan_of[row.batch_id]: row.body
            for row in self._conn.execute(query)
            if row.access_id in ids
        }

    # Creations

    def begin(self, access_id: str, name: str, at: datetime) -> int:
        """Note that a plan is about to be asked for; gives the number of the note."""
        values = {
            "kind": CREATION,
            "access_id": access_id,
            "what": name,
            "begun_at": at,
            "outcome": "begun",
        }
        done = self._conn.execute(insert(_actions).values(**values)).inserted_primary_key
        assert done is not None
        return int(done[0])

    def end(self, number: int, outcome: str, at: datetime) -> None:
        """Note how it ended: "done", "refused", "not_sent" or "unknown"."""
        query = update(_actions).where(_actions.c.id == number)
        self._conn.execute(query.values(outcome=outcome, ended_at=at))

    def made_since(self, access_id: str, instant: datetime) -> int:
        """Count the plans that may have been made with an access id at ``instant`` or later."""
        query = select(func.count()).where(
            _actions.c.kind == CREATION,
            _actions.c.access_id == access_id,
            _actions.c.begun_at >= instant,
            _actions.c.outcome.in_(_MAY_EXIST),
        )
        return int(self._conn.execute(query).scalar_one())


def _plan(row: Row[tuple[object, ...]]) -> Plan:
    return Plan(**row._mapping)
