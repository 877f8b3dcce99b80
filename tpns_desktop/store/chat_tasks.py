"""Which Chat pushes of the history a task of the service was made by."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from sqlalchemy import select

from tpns_desktop.store import tables
from tpns_desktop.store.history import History, PushRow

if TYPE_CHECKING:
    from sqlalchemy import Connection

_pushes = tables.pushes


def rows_of_tasks(
    conn: Connection, access_id: str, task_ids: Collection[str]
) -> dict[str, PushRow]:
    """Give the number of a task → the row that made it, of one Chat app (its SDKAppID).

    Tasks that were made elsewhere are left out.
    """
    query = select(_pushes.c.id, _pushes.c.push_ids).where(
        _pushes.c.access_id == access_id,
        _pushes.c.schedule_at.is_not(None),
        _pushes.c.platform == "chat",
    )
    wanted, found = set(task_ids), {}
    for row_id, push_ids in conn.execute(query).all():
        for task_id in wanted.intersection(push_ids):
            row = History(conn).row(row_id)
            if row is not None:
                found[task_id] = row
    return found
