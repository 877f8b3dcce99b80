"""Which pushes a calendar shows: those with a time of their own, and those waiting elsewhere.

Reads the index of the Sent list (``store.sent_index``), whose keys are in the order of time, so a
week costs the same however long the history is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from sqlalchemy import and_, exists, or_, select

from tpns_desktop.model.limits import SCHEDULE_DAYS_MAX
from tpns_desktop.store import tables
from tpns_desktop.store.sent_index import key_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

_list, _pushes, _records = tables.sent_list, tables.pushes, tables.records

LONGEST: Final = timedelta(days=SCHEDULE_DAYS_MAX + 1)
"""A repetition ends at most so long after it was confirmed (tpns-rest.md 5.8)."""

_WAITING: Final = ("PUSH_INIT", "PUSH_WAIT")
"""Statuses of what has not begun (tpns-rest.md 12.1)."""


@dataclass(frozen=True)
class Elsewhere:
    """A push that this program did not make, as its record tells of it."""

    access_id: str
    push_id: str
    at: datetime
    """When it was made."""
    title: str
    content: str
    push_type: str
    status: str


class AgendaRows:
    """The pushes of a period behind one connection."""

    def __init__(self, conn: Connection) -> None:
        """Work inside the transaction of ``conn``."""
        self._conn = conn

    def batches(
        self, app_id: str, access_ids: Iterable[str], first: datetime, last: datetime
    ) -> list[str]:
        """Give the batches that have, or as repetitions may have, a run from ``first`` to ``last``.

        By the app, or by its access ids; ``last`` itself is out.
        """
        ids = sorted(access_ids)
        theirs = or_(
            _list.c.app_id == app_id, _list.c.access_id.in_(ids), _list.c.other_access_id.in_(ids)
        )
        planned = exists().where(
            _pushes.c.batch_id == _list.c.batch_id, _pushes.c.schedule_at.is_not(None)
        )
        once = and_(_list.c.key >= key_of(first), _list.c.key < key_of(last), planned)
        again = and_(
            _list.c.repeats,
            _list.c.key >= key_of(first - LONGEST),
            _list.c.key < key_of(last),
        )
        found: dict[str, None] = {}
        for fits in (once, again):
            query = select(_list.c.batch_id).where(_list.c.batch_id.is_not(None), theirs, fits)
            found |= dict.fromkeys(self._conn.execute(query.order_by(_list.c.key)).scalars())
        return list(found)

    def waiting(self, access_ids: Iterable[str], since: datetime) -> list[Elsewhere]:
        """Give what was made elsewhere after ``since`` and has not begun, the oldest first."""
        query = (
            select(
                _records.c.access_id,
                _records.c.push_id,
                _records.c.at,
                _records.c.title,
                _records.c.content,
                _records.c.push_type,
                _records.c.status,
            )
            .join(
                _list,
                and_(
                    _list.c.access_id == _records.c.access_id,
                    _list.c.push_id == _records.c.push_id,
                ),
            )
            .where(
                _list.c.batch_id.is_(None),
                _list.c.access_id.in_(sorted(access_ids)),
                _list.c.key >= key_of(since),
                _records.c.status.in_(_WAITING),
            )
            .order_by(_list.c.key)
        )
        return [Elsewhere(**row._mapping) for row in self._conn.execute(query)]
