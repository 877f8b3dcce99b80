"""When a repeated push goes out, and how long a slowed one takes. Standard library only.

TPNS REST fact sheet, 5.8 and 5.1. On the service's clock; weekday 0 is Sunday, as the newer pages
have it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Final

from tpns_desktop.model.draft import value_at
from tpns_desktop.model.limits import SCHEDULE_DAYS_MAX, SERVICE_ZONE

_TIME: Final = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?", re.ASCII)
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


def next_runs(loop: object, now: datetime, count: int = 5) -> list[datetime]:
    """The next instants after ``now`` at which a loop starts a push, at most ``count``.

    ``loop`` is ``schedule.loop`` of a draft, right or wrong; what cannot be read happens never. A
    day that a month has not is left out of that month. While there is no first or last day, today
    and the furthest day that the service takes stand for them.

    Returns:
        Aware times of the service's zone, in order.

    Raises:
        TypeError: ``now`` has no time zone.
    """
    if now.tzinfo is None:
        raise TypeError("now needs a time zone")
    here = now.astimezone(SERVICE_ZONE)
    runs: list[datetime] = []
    for moment in _runs(loop, here.date()):
        if len(runs) >= count:
            break
        if moment > here:
            runs.append(moment)
    return runs


def spread_s(count: int, speed: int) -> int:
    """Whole seconds that ``count`` pushes take at ``speed`` a second; the last one begun counts."""
    return -(-count // speed) if count > 0 else 0


def _runs(loop: object, today: date) -> Iterator[datetime]:
    """All runs from today on, in order."""
    furthest = today + timedelta(days=SCHEDULE_DAYS_MAX)
    first = _day(value_at(loop, "start"), today)
    last = _day(value_at(loop, "end"), furthest)
    if first is None or last is None:
        return
    every, days = value_at(loop, "every"), _numbers(value_at(loop, "days"))
    times = sorted(_times(value_at(loop, "times")))
    day, last = max(first, today), min(last, furthest)
    while day <= last:
        if _goes_on(day, every, days):
            for at in times:
                yield datetime.combine(day, at, SERVICE_ZONE)
        day += timedelta(days=1)


def _goes_on(day: date, every: object, days: frozenset[int]) -> bool:
    match every:
        case "1":  # daily
            return True
        case "2":  # weekly, 0 is Sunday
            return day.isoweekday() % 7 in days
        case "3":  # monthly
            return day.day in days
    return False


def _day(text: object, otherwise: date) -> date | None:
    if not isinstance(text, str) or not text.strip():
        return otherwise
    try:
        return date.fromisoformat(text.strip()) if _DATE.fullmatch(text.strip()) else None
    except ValueError:
        return None


def _texts(items: object) -> Iterable[str]:
    given = items if isinstance(items, list) else []
    return (item.strip() for item in given if isinstance(item, str))


def _times(items: object) -> set[time]:
    return {time.fromisoformat(text) for text in _texts(items) if _TIME.fullmatch(text)}


def _numbers(items: object) -> frozenset[int]:
    return frozenset(int(text) for text in _texts(items) if re.fullmatch(r"[0-9]{1,2}", text))
