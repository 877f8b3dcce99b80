"""Counts calls against the documented frequencies, each AccessId by itself.

Sliding windows for the second and the hour, the service's calendar day for plans (inferred). A push
counts once it is accepted, a statistics call whenever its log-in is right.
"""

from __future__ import annotations

from collections import deque
from datetime import date

from tpns_desktop.model.limits import (
    BROADCASTS_PER_SECOND,
    PLANS_PER_DAY,
    SAME_BROADCAST_S,
    STATISTICS_CALLS_PER_HOUR,
)

from .codes import REPEATED, TOO_FAST, Refusal
from .rules import Rules

_HOUR_S = 3600.0


class Frequency:
    """What one AccessId has used up; where ``Rules.limits`` is off, everything passes."""

    def __init__(self, rules: Rules) -> None:
        self._enabled = rules.limits
        self._each_kind = rules.wide_pushes == "each_kind"
        self._each_call = rules.statistics_calls == "each"
        self._wide: dict[str, deque[float]] = {}
        self._broadcasts: dict[str, float] = {}
        self._statistics: dict[str, deque[float]] = {}
        self._plans: tuple[date, int] | None = None

    def check_push(self, *, wide: str, content: str | None, now: float) -> None:
        """Raises ``Refusal`` 10010018 for a repeated broadcast, then 1008028 for too many a second.

        ``wide`` is the kind of a push that the second counts, else empty. ``content`` stands for a
        broadcast's target and text; ``None``: repeats are allowed.
        """
        if not self._enabled:
            return
        if content is not None:
            last = self._broadcasts.get(content)
            if last is not None and 0 <= now - last < SAME_BROADCAST_S:
                raise Refusal(REPEATED)
        if wide and _used(self._wide_of(wide), now, 1.0) >= BROADCASTS_PER_SECOND:
            raise Refusal(TOO_FAST)

    def _wide_of(self, kind: str) -> deque[float]:
        return self._wide.setdefault(kind if self._each_kind else "", deque())

    def count_push(self, *, wide: str, content: str | None, now: float) -> None:
        """Remember an accepted push."""
        if wide:
            self._wide_of(wide).append(now)
        if content is not None:
            self._broadcasts = {
                other: then
                for other, then in self._broadcasts.items()
                if now - then < SAME_BROADCAST_S
            }
            self._broadcasts[content] = now

    def use_statistics(self, call: str, now: float) -> None:
        """Count a call; raises ``Refusal`` 1008028 beyond 200 an hour of ``now`` (simulated)."""
        calls = self._statistics.setdefault(call if self._each_call else "", deque())
        if self._enabled and _used(calls, now, _HOUR_S) >= STATISTICS_CALLS_PER_HOUR:
            raise Refusal(TOO_FAST)
        calls.append(now)

    def use_plan(self, day: date) -> None:
        """Count a plan; raises ``Refusal`` 1008028 beyond 200 on the service's ``day``."""
        used = self._plans[1] if self._plans is not None and self._plans[0] == day else 0
        if self._enabled and used >= PLANS_PER_DAY:
            raise Refusal(TOO_FAST)
        self._plans = (day, used + 1)


def _used(calls: deque[float], now: float, window_s: float) -> int:
    while calls and not 0 <= now - calls[0] < window_s:
        calls.popleft()
    return len(calls)
