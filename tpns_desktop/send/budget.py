"""The hourly allowance of questions, shared by every running copy of the program.

The service takes 200 questions an hour from one access id, over all statistics and records. Looking
up what may have been sent has 60 of them for itself, and no more: counters on a screen left open
must not use up what an unknown push needs, nor the other way round. What the program asks by itself
leaves the last 40 of an hour to what a person clicks. Counted in the database (`store.calls`)
before the question leaves. Source: sending.md 2.4, tpns-rest.md 12 and 15.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final, Literal

from tpns_desktop.model.limits import STATISTICS_CALLS_PER_HOUR
from tpns_desktop.store.calls import Calls

if TYPE_CHECKING:
    from datetime import datetime

    from tpns_desktop.send.clock import Clock
    from tpns_desktop.store.database import Database

LOOK_UPS_MAX: Final = 60
OTHERS_MAX: Final = STATISTICS_CALLS_PER_HOUR - LOOK_UPS_MAX
PERSONS: Final = 40
"""Of `OTHERS_MAX`: these are never taken by what the program asks by itself."""

HOUR: Final = timedelta(hours=1)
KEPT: Final = timedelta(hours=2)

Purpose = Literal["look_up", "counters", "audience", "phone", "plans", "records"]
LOOK_UP: Final[Purpose] = "look_up"


class Budget:
    """Says whether one more question may be asked."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def take(self, access_id: str, purpose: Purpose, *, automatic: bool = False) -> bool:
        """Count one question, if it still fits into this hour; `automatic`: nobody asked for it.

        Raises StoreError.
        """
        now = self._clock.now()
        with self._database.transaction() as conn:
            calls = Calls(conn)
            if purpose == LOOK_UP:
                fits = calls.count(access_id, now - HOUR, LOOK_UP) < LOOK_UPS_MAX
            else:
                fits = _left(calls, access_id, now) > (PERSONS if automatic else 0)
            if fits:
                calls.forget(now - KEPT)
                calls.add(access_id, purpose, now)
        return fits

    def left(self, access_id: str) -> int:
        """How many questions a person may still ask within this hour, besides look-ups.

        Raises StoreError.
        """
        with self._database.reading() as conn:
            return _left(Calls(conn), access_id, self._clock.now())


def _left(calls: Calls, access_id: str, now: datetime) -> int:
    used = calls.count(access_id, now - HOUR) - calls.count(access_id, now - HOUR, LOOK_UP)
    return max(OTHERS_MAX - used, 0)
