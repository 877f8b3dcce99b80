"""The calls that count against an access id's hourly allowance, whichever window made them.

Kept in the database and not in memory, because the allowance is shared by every running copy of the
program and outlives a restart. How many are allowed is ``send``'s affair. Source: the design of
sending, section 2.4.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, insert, select

from tpns_desktop.store import tables

if TYPE_CHECKING:
    from sqlalchemy import Connection

_calls = tables.calls


class Calls:
    """The calls noted in the database behind one connection."""

    def __init__(self, conn: Connection) -> None:
        """Work inside the transaction of ``conn``."""
        self._conn = conn

    def add(self, access_id: str, purpose: str, at: datetime) -> None:
        """Note a call made ``at``; ``purpose`` is a short stable word, at most 32 characters."""
        self._conn.execute(insert(_calls).values(access_id=access_id, purpose=purpose, at=at))

    def count(self, access_id: str, since: datetime, purpose: str | None = None) -> int:
        """Count the calls of an access id at ``since`` or later, of one purpose or of all."""
        query = select(func.count()).where(_calls.c.access_id == access_id, _calls.c.at >= since)
        if purpose is not None:
            query = query.where(_calls.c.purpose == purpose)
        return int(self._conn.execute(query).scalar_one())

    def forget(self, before: datetime) -> None:
        """Drop the calls made before an instant: they count no longer."""
        self._conn.execute(delete(_calls).where(_calls.c.at < before))
