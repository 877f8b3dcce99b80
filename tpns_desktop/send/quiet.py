"""Quiet hours: the time of day at which a push to real people wants a reason.

Owns which instants of a frozen push fall into them, loops included. Whether a reason was given is
asked in `confirm.py`; the hours are a preference (`store.settings`), on the service's clock (UTC+8)
like every other time of a push.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final

from tpns_desktop.model.limits import SERVICE_ZONE

if TYPE_CHECKING:
    from tpns_desktop.store.settings import Settings

REASON_MAX: Final = 500
"""Characters kept of a reason; ours."""


@dataclass(frozen=True)
class QuietHours:
    """From `start` to `end`, perhaps over midnight; equal ends are the whole day."""

    start: time
    end: time

    def holds(self, moment: time) -> bool:
        """Whether this time of day is quiet; the end itself is not."""
        if self.start < self.end:
            return self.start <= moment < self.end
        return moment >= self.start or moment < self.end


def quiet_hours(settings: Settings) -> QuietHours | None:
    """The hours that a person set, None while they are switched off."""
    if settings.quiet != "on":
        return None
    return QuietHours(
        time.fromisoformat(settings.quiet_from), time.fromisoformat(settings.quiet_to)
    )


def is_night(
    bodies: Iterable[bytes], hours: QuietHours | None, now: datetime, hold_s: float | None
) -> bool:
    """Whether one of these frozen requests starts in quiet hours.

    What starts at once does so at the end of the hold; where nobody knows how long that is, at
    `now` (aware).
    """
    if hours is None:
        return False
    leaves = (now, now + timedelta(seconds=hold_s or 0))
    return any(
        hours.holds(moment) for body in bodies for moment in _times(json.loads(body), leaves)
    )


def _times(body: dict[str, Any], leaves: tuple[datetime, ...]) -> list[time]:
    """The times of day at which the service starts a push, on its own clock."""
    loop = body.get("loop_param")
    if isinstance(loop, dict):
        return [time.fromisoformat(text) for text in loop.get("dayTimes") or ()]
    if at := body.get("send_time") or body.get("SchedAt"):
        return [datetime.strptime(at, "%Y-%m-%d %H:%M:%S").time()]
    return [moment.astimezone(SERVICE_ZONE).time() for moment in leaves]
