"""Where the axes have their words: round values, round times on this computer's clock."""

from __future__ import annotations

from datetime import datetime, timedelta

_STEPS_S = (
    *(60, 120, 300, 600, 900, 1800),
    *(3600, 2 * 3600, 3 * 3600, 6 * 3600, 12 * 3600),
    *(86400, 2 * 86400, 5 * 86400, 10 * 86400),
)
DAY_S = 86400


def value_ticks(highest: int, most: int = 5) -> list[int]:
    """Round values from 0 to at least `highest`: at most `most` steps, each 1, 2 or 5 of a power.

    8,000 → 0, 2000, 4000, 6000, 8000. Nothing to show still has 0 and 1.
    """
    power, top = 1, max(highest, 1)
    while True:
        for round_one in (1, 2, 5):
            step = round_one * power
            if step * most >= top:
                return [step * n for n in range(-(-top // step) + 1)]
        power *= 10


def time_ticks(first: datetime, last: datetime, most: int) -> tuple[list[datetime], int]:
    """Round local times between two aware instants, at most `most`, and their step in seconds."""
    span_s = max((last - first).total_seconds(), 1.0)
    step_s = next((step for step in _STEPS_S if span_s / step <= max(most, 1)), _STEPS_S[-1])
    while span_s / step_s > max(most, 1):
        step_s *= 2
    begin = first.astimezone()
    midnight = begin.replace(hour=0, minute=0, second=0, microsecond=0)
    passed_s = (begin - midnight).total_seconds()
    at = midnight + timedelta(seconds=-(-passed_s // step_s) * step_s)
    ticks = []
    while at <= last:
        ticks.append(at)
        at += timedelta(seconds=step_s)
    return ticks, step_s
