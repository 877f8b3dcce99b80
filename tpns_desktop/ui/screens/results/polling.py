"""How often the figures of a push are asked for: often while they grow, rarely later.

TPNS answers 200 such questions an hour (tpns-rest.md 15); a practice service has no such limit.
Source of the steps: design/flows, section 6.
"""

from __future__ import annotations

PRACTICE_S = 2
PRACTICE_IDLE_S = 30
PRACTICE_IDLE_AFTER = 10
"""Answers in a row that changed nothing, after which a practice push counts as done."""

_LIVE_STEPS = ((5 * 60, 30), (30 * 60, 120))
"""(age below which, seconds between two questions)."""
_LIVE_LATER_S = 600
COUNTED_S = 30 * 86400
"""The service counts a push for 30 days (tpns-rest.md 12.4)."""


def wait_s(*, practice: bool, age_s: float, unchanged: int) -> int | None:
    """Seconds until the next question; None when there is no use in one.

    `age_s` is the time since the push was sent, `unchanged` how many answers in a row brought no
    news.
    """
    if age_s > COUNTED_S:
        return None
    if practice:
        return PRACTICE_IDLE_S if unchanged >= PRACTICE_IDLE_AFTER else PRACTICE_S
    for below_s, step_s in _LIVE_STEPS:
        if age_s < below_s:
            return step_s
    return _LIVE_LATER_S
