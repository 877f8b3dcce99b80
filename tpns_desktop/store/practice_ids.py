"""The access ids that practice services of this program gave out, so that none reaches a real host.

Practice ids look like real ones. Remembered for good: a real service must never be asked with one,
whatever was removed or set up anew since. Source: the design of sending, section 7.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from tpns_desktop.store import tables

if TYPE_CHECKING:
    from sqlalchemy import Connection

_ids = tables.practice_ids


class PracticeIds:
    """The practice ids in the database behind one connection."""

    def __init__(self, conn: Connection) -> None:
        """Work inside the transaction of ``conn``."""
        self._conn = conn

    def add(self, ids: Iterable[str], at: datetime) -> None:
        """Remember access ids seen ``at``; those already known keep their first instant."""
        for access_id in sorted(set(ids) - self.all()):
            self._conn.execute(insert(_ids).values(access_id=access_id, seen_at=at))

    def all(self) -> frozenset[str]:
        """Give every access id a practice service ever had here."""
        return frozenset(self._conn.execute(select(_ids.c.access_id)).scalars())
