"""What the service tells about devices in numbers: a row a day, and how they are distributed.

The fleet is today's; earlier days have fewer by what came since, the devices with the lowest
numbers being the oldest. So the distribution of a day adds up to that day's devices in all.
"""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Final

from tpns_desktop.model.limits import DEVICE_STAT_DAYS_MAX, DISTRIBUTION_DAYS_MAX

from .codes import BAD_DATE, Refusal, invalid, missing
from .fields import Fields, text
from .fleet import Fleet
from .reports import day_of, earliest, period_of
from .schedule import service_day
from .state import Application

_NEW_DEVICES_A_DAY: Final = 0.0016
"""Share of all devices, on average."""


def device_overview(application: Application, fields: Fields, now: float) -> dict[str, object]:
    """The data of ``get_device_stat_overview``: devices in all, new ones and the online peak a day.

    Days ahead are left out. Raises ``Refusal`` 1008002 or 1008016 (also for more than three months
    ago).
    """
    first, last = period_of(fields, now=now, days=DEVICE_STAT_DAYS_MAX, rules=application.rules)
    rows: list[dict[str, int]] = []
    fleet, day, total = application.fleet, service_day(now), application.fleet.size
    while day >= first:
        new, peak = _day_figures(fleet, day)
        if day <= last:
            rows.append(
                {
                    "date": int(day.strftime("%Y%m%d")),
                    "accuUv": total,
                    "newUv": new,
                    "activeUv": min(peak, total),
                }
            )
        total = max(total - new, 0)
        day -= timedelta(days=1)
    return {"getDeviceStatOverviewData": rows[::-1]}


def _day_figures(fleet: Fleet, day: date) -> tuple[int, int]:
    random = Random(f"{fleet.size}/{fleet.platform}/{day.isoformat()}")
    new = round(fleet.size * _NEW_DEVICES_A_DAY * random.uniform(0.6, 1.4))
    weekend = 1.06 if day.isoweekday() >= 6 else 1.0
    peak = round(fleet.online.bit_count() * weekend * random.uniform(1.25, 1.45))
    return new, peak


def device_distribution(application: Application, fields: Fields, now: float) -> dict[str, object]:
    """The data of ``get_device_distribute_info``: devices of each value, most first.

    Raises ``Refusal`` 1008002, 1008007 (``type``) or 1008016 (also for a day ahead, and for more
    than a month ago).
    """
    day = day_of(fields, "date")
    today = service_day(now)
    first = earliest(now, DISTRIBUTION_DAYS_MAX, application.rules)
    last = today if application.rules.distribution_today else today - timedelta(days=1)
    if not first <= day <= last:
        raise Refusal(BAD_DATE)
    kind = text(fields, "type", "type")
    if not kind:
        raise missing("type")
    fleet = application.fleet
    if kind not in fleet.distributed:
        raise invalid("type")
    counts = fleet.distribution(kind, _devices_on(fleet, day, today))
    ordered = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    return {"data": [{kind: value, "count": count} for value, count in ordered if count]}


def _devices_on(fleet: Fleet, day: date, today: date) -> int:
    total = fleet.size
    while today > day:
        total = max(total - _day_figures(fleet, today)[0], 0)
        today -= timedelta(days=1)
    return total
