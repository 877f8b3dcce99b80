"""Whose turn it is: wide pushes of one access id leave one after the other, across all windows.

The service takes one wide push a second and may deliver a second one wrongly (tpns-rest.md 15), so
each caller reserves an instant of its own before it waits. Two programs that ask at the same moment
get different instants, since a reservation is a write inside a transaction.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from sqlalchemy import insert, select, update

from tpns_desktop.store import tables

if TYPE_CHECKING:
    from sqlalchemy import Connection

_turns = tables.turns

FARTHEST: Final = timedelta(minutes=5)
"""A reservation further ahead than this cannot be a queue: the clock was set back since."""


class Turns:
    """The turns in the database behind one connection."""

    def __init__(self, conn: Connection) -> None:
        """Work inside the transaction of ``conn``; commit it before waiting."""
        self._conn = conn

    def take(self, access_id: str, now: datetime, gap_s: float) -> float:
        """Reserve the next turn of an access id; gives the seconds to wait until it.

        0.0 when it is now. Turns are at least ``gap_s`` seconds apart.
        """
        row = _turns.c.access_id == access_id
        last = self._conn.execute(select(_turns.c.last_at).where(row)).scalar()
        turn = now
        if last is not None and last <= now + FARTHEST:
            turn = max(now, last + timedelta(seconds=gap_s))
        if last is None:
            self._conn.execute(insert(_turns).values(access_id=access_id, last_at=turn))
        else:
            self._conn.execute(update(_turns).where(row).values(last_at=turn))
        return (turn - now).total_seconds()
