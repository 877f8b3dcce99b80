"""The hourly allowance of questions, shared by every running copy of the program.

The service takes 200 questions an hour from one access id, over all statistics and records. Looking
up what may have been sent has 60 of them for itself, and no more: counters on a screen left open
must not use up what an unknown push needs, nor the other way round. Counted in the database
(`store.calls`) before the question leaves. Source: sending.md 2.4, tpns-rest.md 12 and 15.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final, Literal

from tpns_desktop.model.limits import STATISTICS_CALLS_PER_HOUR
from tpns_desktop.store.calls import Calls

if TYPE_CHECKING:
    from tpns_desktop.send.clock import Clock
    from tpns_desktop.store.database import Database

LOOK_UPS_MAX: Final = 60
OTHERS_MAX: Final = STATISTICS_CALLS_PER_HOUR - LOOK_UPS_MAX

HOUR: Final = timedelta(hours=1)
KEPT: Final = timedelta(hours=2)

Purpose = Literal["look_up", "counters", "audience", "plans"]
LOOK_UP: Final[Purpose] = "look_up"


class Budget:
    """Says whether one more question may be asked."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def take(self, access_id: str, purpose: Purpose) -> bool:
        """Count one question, if it still fits into this hour. Raises StoreError."""
        now = self._clock.now()
        with self._database.transaction() as conn:
            calls = Calls(conn)
            look_ups = calls.count(access_id, now - HOUR, LOOK_UP)
            if purpose == LOOK_UP:
                fits = look_ups < LOOK_UPS_MAX
            else:
                fits = calls.count(access_id, now - HOUR) - look_ups < OTHERS_MAX
            if fits:
                calls.forget(now - KEPT)
                calls.add(access_id, purpose, now)
        return fits
