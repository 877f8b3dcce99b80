"""How fast simulated time runs beside the real one, and how much of it lies between two instants.

The pace may change while the service runs. What has passed keeps the pace it had, so a change never
moves a figure; from then on time runs at the new one.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

WAIT_S: Final = 30.0
"""Simulated seconds between the start of a push and its first delivery."""


class Timeline:
    """Simulated time at ``pace`` simulated seconds in a second, from always."""

    def __init__(self, pace: float) -> None:
        self._since: list[float] = []
        """Real instants at which the pace changed, ascending."""
        self._reached: list[float] = []
        """Simulated time at each of them."""
        self._paces = [pace]

    @property
    def pace(self) -> float:
        """The present one."""
        return self._paces[-1]

    def set_pace(self, pace: float, *, now: float) -> None:
        """Run at ``pace`` from the real instant ``now`` on."""
        if self._since:
            now = max(now, self._since[-1])  # the computer's clock may have been set back
        self._reached.append(self._simulated(now))
        self._since.append(now)
        self._paces.append(pace)

    def begin(self, instant: float) -> None:
        """Let time have run as in earnest before ``instant``; before anything else is asked."""
        pace, self._paces = self.pace, [1.0]
        self.set_pace(pace, now=instant)

    def between(self, start: float, end: float) -> float:
        """Simulated seconds from one real instant to another; below 0 if ``end`` is earlier."""
        return self._simulated(end) - self._simulated(start)

    def _simulated(self, instant: float) -> float:
        at = bisect_right(self._since, instant)
        if at == 0:
            return instant * self._paces[0]
        return self._reached[at - 1] + (instant - self._since[at - 1]) * self._paces[at]

    def after(self, start: float, simulated_s: float) -> float:
        """The real instant so many simulated seconds (0 or more) after another.

        One that is still ahead may be moved by a change of pace.
        """
        wanted = self._simulated(start) + simulated_s
        at = bisect_right(self._reached, wanted)
        if at == 0:
            return start + simulated_s / self._paces[0]
        return self._since[at - 1] + (wanted - self._reached[at - 1]) / self._paces[at]
