"""How many devices there are, as the service last said: a day as a whole, and value by value.

Every number stands here with the day it is about and the instant it was read, because neither is
told without. When to ask anew is `send.audiences`' affair.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from sqlalchemy import delete, insert, select

from tpns_desktop.model.limits import SERVICE_ZONE
from tpns_desktop.model.outcome import DeviceDay
from tpns_desktop.store import tables
from tpns_desktop.store.errors import Damaged

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tpns_desktop.model.outcome import Distributed

_days = tables.device_days
_values = tables.distribution

_DAYS: Final = 10
"""How many of the newest days are looked at."""
_NONE: Final = ""
"""Value of the one row that stands for a day without any value, so that it counts as read."""


@dataclass(frozen=True)
class ReadDay:
    """The devices of one access id on a day."""

    day: DeviceDay
    read_at: datetime
    """Aware, in UTC."""


@dataclass(frozen=True)
class ReadValues:
    """How many devices of one access id have each value of one kind."""

    day: date
    read_at: datetime
    """Aware, in UTC."""
    counts: Mapping[str, int]


class AudienceNumbers:
    """The numbers in the database behind one connection."""

    def __init__(self, conn: Connection) -> None:
        """Work inside the transaction of ``conn``."""
        self._conn = conn

    def save_days(self, access_id: str, days: Iterable[DeviceDay], at: datetime) -> None:
        """Keep the days that were read ``at``, each in the place of an earlier reading."""
        for day in days:
            key = day.date.isoformat()
            self._conn.execute(
                delete(_days).where(_days.c.access_id == access_id, _days.c.day == key)
            )
            values = {"total": day.total, "new": day.new, "peak": day.peak, "read_at": at}
            self._conn.execute(insert(_days).values(access_id=access_id, day=key, **values))

    def newest_day(self, access_id: str) -> ReadDay | None:
        """Give the newest day with devices, one that was over when it was read before others.

        Of a day that goes on the peak is still to come. None: none was ever read.
        """
        query = (
            select(_days)
            .where(_days.c.access_id == access_id)
            .order_by(_days.c.day.desc())
            .limit(_DAYS)
        )
        found = [
            ReadDay(DeviceDay(_date(row.day), row.total, row.new, row.peak), row.read_at)
            for row in self._conn.execute(query)
        ]
        return max(
            found,
            key=lambda one: (one.day.total > 0, one.day.date < _day_of(one.read_at), one.day.date),
            default=None,
        )

    def last_read(self, access_id: str) -> datetime | None:
        """Give when days of this access id were last read; None: never."""
        query = (
            select(_days.c.read_at)
            .where(_days.c.access_id == access_id)
            .order_by(_days.c.read_at.desc())
            .limit(1)
        )
        return self._conn.execute(query).scalar()

    def save_values(
        self, access_id: str, kind: str, day: date, values: Iterable[Distributed], at: datetime
    ) -> None:
        """Keep one kind's values of a day in the place of all earlier ones."""
        self._conn.execute(
            delete(_values).where(_values.c.access_id == access_id, _values.c.type == kind)
        )
        counts: dict[str, int] = {}
        for one in values:
            counts[one.value] = counts.get(one.value, 0) + one.count
        for value, count in (counts or {_NONE: 0}).items():
            self._conn.execute(
                insert(_values).values(
                    access_id=access_id,
                    type=kind,
                    value=value,
                    count=count,
                    day=day.isoformat(),
                    read_at=at,
                )
            )

    def values(self, access_id: str, kind: str) -> ReadValues | None:
        """Give one kind's values as they were last read; None: never."""
        query = select(_values).where(_values.c.access_id == access_id, _values.c.type == kind)
        rows = self._conn.execute(query).mappings().all()
        if not rows:
            return None
        # Not row.count: that is a method of the tuple that a row is.
        counts = {row["value"]: row["count"] for row in rows if row["value"] != _NONE}
        return ReadValues(_date(rows[0]["day"]), rows[0]["read_at"], counts)


def _day_of(at: datetime) -> date:
    return at.astimezone(SERVICE_ZONE).date()


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except (TypeError, ValueError):
        raise Damaged("a day") from None
