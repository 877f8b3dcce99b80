"""The local book of push plans: a name for people, and the service's id on each platform."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select, update

from tpns_desktop.store import tables

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row


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
        """Give the app's plans, the newest first."""
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


def _plan(row: Row[tuple[object, ...]]) -> Plan:
    return Plan(**row._mapping)
