"""Counters of many pushes together: of a plan, and of all pushes of a day.

A push belongs to the day on which it starts (inferred: the pages do not say whether a day is that
of the push or of the tap), with its counters as they stand now. So a plan's or a day's figures are
the sum of its pushes' own, channel by channel, at every instant.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from tpns_desktop.model.limits import COUNTER_DAYS_MAX, PLAN_STAT_DAYS_MAX

from .codes import invalid, missing
from .course import Counts
from .fields import Fields, id_text
from .push import Push
from .reports import period_of, rows_of
from .schedule import service_day
from .state import Application


def plan_counters(application: Application, fields: Fields, now: float) -> dict[str, object]:
    """The data of ``get_push_group_stat_channel``, over the last 7 days.

    ``planId`` wins over ``groupId`` (in the sample ``groupid``), its retiring name. Raises
    ``Refusal`` 1008002, 1008007 (no such plan, inferred) or 1008016 (dates).
    """
    rules = application.rules
    plan_id = (
        id_text(fields, "planId", "planId")
        or (rules.group_id == "plan" and id_text(fields, "groupId", "groupId"))
        or (rules.group_id == "plan" and id_text(fields, "groupid", "groupId"))
    )
    if not plan_id:
        raise missing("planId")
    first, last = period_of(fields, now=now, days=PLAN_STAT_DAYS_MAX, rules=rules)
    if plan_id not in application.plans:
        raise invalid("planId")
    pushes = [push for push in application.pushes if push.order.plan_id == plan_id]
    counts = _sum(application, _started(application, pushes, first, last, now), now)
    return {"pushStatDataAll": rows_of(application, counts)}


def push_totals(application: Application, fields: Fields, now: float) -> dict[str, object]:
    """The data of ``get_push_channel_stat_overview``: a row a day, days ahead left out.

    Raises ``Refusal`` 1008002 or 1008016 (also for more than 30 days ago).
    """
    first, last = period_of(fields, now=now, days=COUNTER_DAYS_MAX, rules=application.rules)
    last = min(last, service_day(now))
    by_day: dict[date, list[Push]] = {}
    for push in _started(application, application.pushes, first, last, now):
        by_day.setdefault(_day(application, push), []).append(push)
    days = [first + timedelta(days=at) for at in range((last - first).days + 1)]
    return {
        "pushDateChannelStat": [
            {
                "date": day.strftime("%Y%m%d"),
                "channelDatas": rows_of(application, _sum(application, by_day.get(day, ()), now)),
            }
            for day in days
        ]
    }


def _day(application: Application, push: Push) -> date:
    """The day that a push's counters belong to."""
    starts = application.rules.counters_day == "starts"
    return service_day(push.starts_at if starts else push.created_at)


def _started(
    application: Application, pushes: Iterable[Push], first: date, last: date, now: float
) -> list[Push]:
    return [
        push
        for push in pushes
        if push.starts_at <= now and first <= _day(application, push) <= last
    ]


def _sum(application: Application, pushes: Iterable[Push], now: float) -> dict[str, Counts]:
    total: dict[str, Counts] = {}
    for push in pushes:
        for channel, counts in application.counts(push, now).items():
            total[channel] = total.get(channel, Counts()) + counts
    return total
