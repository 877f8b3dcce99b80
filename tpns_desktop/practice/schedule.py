"""When a push starts: ``send_time`` and ``loop_param``.

Times are Beijing wall clock (UTC+8) at every access point (inferred), instants are seconds since
1970.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Final

from tpns_desktop.model.limits import (
    PAST_SEND_TIME_TOLERANCE_S,
    SCHEDULE_DAYS_MAX,
    SERVICE_ZONE,
)

from .codes import BAD_PUSH_TIME, Refusal, invalid, missing
from .fields import Fields, integer, sequence, text, texts, whole_number
from .rules import Rules

_SEND_TIME: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME: Final = re.compile(r"[0-9]{2}:[0-9]{2}:[0-9]{2}")

_RUNS_MAX: Final = 1000
"""Runs of one loop: our own bound, so that no body can fill the memory."""

_DAILY, _WEEKLY, _MONTHLY = 1, 2, 3
_DAY_INDEXES: Final = {_DAILY: (0, 0), _WEEKLY: (0, 6), _MONTHLY: (1, 31)}
"""Bounds of ``loopDayIndexs`` for each ``loopType`` (monthly and daily are inferred)."""


def service_day(instant: float) -> date:
    """The service's calendar day at ``instant``."""
    return datetime.fromtimestamp(instant, SERVICE_ZONE).date()


def service_text(instant: float) -> str:
    """``YYYY-MM-DD hh:mm:ss`` on the service's clock."""
    return datetime.fromtimestamp(instant, SERVICE_ZONE).strftime("%Y-%m-%d %H:%M:%S")


def start_of(fields: Fields, *, now: float, rules: Rules) -> float:
    """When the push starts: ``now``, or the ``send_time`` ahead.

    Raises ``Refusal`` 1008007 for another format, 10010012 for more than 90 days ahead or, by
    default, more than ten minutes late (up to ten minutes late starts at once).
    """
    value = text(fields, "send_time", "send_time")
    if not value:
        return now
    if _SEND_TIME.fullmatch(value) is None:
        raise invalid("send_time")
    try:
        moment = datetime.fromisoformat(value).replace(tzinfo=_zone(rules))
    except ValueError:
        raise invalid("send_time") from None
    start = moment.timestamp()
    if start > now + SCHEDULE_DAYS_MAX * 86_400:
        raise Refusal(BAD_PUSH_TIME)
    if start < now - PAST_SEND_TIME_TOLERANCE_S and rules.late_send_time == "ten_minutes":
        raise Refusal(BAD_PUSH_TIME)
    return max(start, now)


def _zone(rules: Rules) -> tzinfo:
    return UTC if rules.time_zone == "utc" else SERVICE_ZONE


def loop_starts(loop: Fields, *, now: float, rules: Rules) -> list[float]:
    """The start of each run of a repeated push, ascending.

    ``loop`` is ``{"startDate", "endDate": "YYYY-MM-DD", "loopType": 1..3, "loopDayIndexs":
    [int], "dayTimes": ["HH:MM:SS"]}``; weekly, 0 is Sunday (newer pages) unless the rules say
    otherwise. Days that a month lacks have no run. Raises ``Refusal`` 1008002 or 1008007, the
    latter also for a loop without a run or with more than a thousand.
    """
    first, last = _loop_day(loop, "startDate"), _loop_day(loop, "endDate")
    today = service_day(now)
    if not today <= first <= today + timedelta(days=SCHEDULE_DAYS_MAX):
        raise invalid("loop_param.startDate")
    if not first <= last <= today + timedelta(days=SCHEDULE_DAYS_MAX):
        raise invalid("loop_param.endDate")
    kind = integer(loop, "loopType", "loop_param.loopType", low=_DAILY, high=_MONTHLY)
    if kind is None:
        raise missing("loop_param.loopType")
    indexes = _loop_indexes(loop, kind)
    # Official SDKs send `DayTimes` where the page says `dayTimes`.
    times = _loop_times(loop, "dayTimes" if loop.get("dayTimes") else "DayTimes")
    zero = 7 if rules.weekly_zero == "sunday" else 1
    days = list(_loop_days(first, last, kind, indexes, zero))
    if len(days) * len(times) > _RUNS_MAX:
        raise invalid("loop_param")
    starts = sorted(
        datetime.combine(day, moment, _zone(rules)).timestamp() for day in days for moment in times
    )
    starts = [start for start in starts if start >= now]
    if not starts:
        raise invalid("loop_param")
    return starts


def _loop_day(loop: Fields, key: str) -> date:
    path = f"loop_param.{key}"
    value = text(loop, key, path)
    if not value:
        raise missing(path)
    if _DAY.fullmatch(value) is None:
        raise invalid(path)
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise invalid(path) from None


def _loop_indexes(loop: Fields, kind: int) -> set[int]:
    path = "loop_param.loopDayIndexs"
    values = sequence(loop, "loopDayIndexs", path)
    if not values:
        raise missing(path)
    low, high = _DAY_INDEXES[kind]
    indexes: set[int] = set()
    for value in values:
        number = whole_number(value)
        if number is None or not low <= number <= high:
            raise invalid(path)
        indexes.add(number)
    return indexes


def _loop_times(loop: Fields, key: str) -> set[time]:
    path = "loop_param.dayTimes"
    values = texts(sequence(loop, key, path), path)
    if not values:
        raise missing(path)
    if not all(_TIME.fullmatch(value) for value in values):
        raise invalid(path)
    try:
        return {time.fromisoformat(value) for value in values}
    except ValueError:
        raise invalid(path) from None


def _loop_days(first: date, last: date, kind: int, indexes: set[int], zero: int) -> Iterator[date]:
    day = first
    while day <= last:
        if (
            kind == _DAILY
            or (kind == _WEEKLY and (day.isoweekday() - zero) % 7 in indexes)
            or (kind == _MONTHLY and day.day in indexes)
        ):
            yield day
        day += timedelta(days=1)
