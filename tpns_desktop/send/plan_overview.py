"""What a plan has achieved: the figures of its pushes added up, and what the service counts.

Two countings that are never mixed. `Tally` adds the newest figures of every push that was sent
from here, so its sums always are those of the pushes. `Week` is the service's own counting of the
last seven days (tpns-rest 12.5), which knows pushes made elsewhere as well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final

from tpns_desktop.model.limits import SERVICE_ZONE
from tpns_desktop.model.states import joined_state
from tpns_desktop.send.results import TOTAL, ChannelFigures, Figures, added, figures_of, totals_of

if TYPE_CHECKING:
    from tpns_desktop.model.outcome import ChannelCounters
    from tpns_desktop.store.plan_tasks import TaskRow
    from tpns_desktop.store.plans import Plan

WEEK: Final = timedelta(days=6)
"""From the first to the last of the service's seven days."""
NOT_OUT: Final = frozenset({"withdrawn", "not_sent", "rejected", "not_found"})
"""States of a push that reached nobody: it is listed, and not counted."""

_STEPS = ("planned", "delivered", "arrived", "tapped")
_NAMES = tuple(field.name for field in fields(Figures))


@dataclass(frozen=True)
class DayFigures:
    """The pushes of one day of the service's calendar."""

    day: date
    pushes: int
    figures: Figures


@dataclass(frozen=True)
class Period:
    """Pushes sent from here, and their figures added up."""

    pushes: int
    figures: Figures
    channels: tuple[ChannelFigures, ...]
    days: tuple[DayFigures, ...]
    """Days with a push, the oldest first."""
    unread: int
    """Pushes at the service whose figures were never read: they count nothing yet."""
    read_at: datetime | None
    """When the oldest of these figures were read."""


@dataclass(frozen=True)
class Week:
    """The service's own counting of a plan, whoever sent its pushes."""

    first: date
    last: date
    channels: tuple[ChannelFigures, ...]
    """A platform and channel, with the service's totals under `TOTAL`."""
    read_at: datetime

    @property
    def figures(self) -> Figures:
        """The funnel over all platforms."""
        totals = [one for one in self.channels if one.channel == TOTAL]
        said = {one.platform for one in totals}
        rest = [one for one in self.channels if one.platform not in said]
        return added(one.figures for one in (*totals, *rest))

    @property
    def by_channel(self) -> tuple[ChannelFigures, ...]:
        """Without the totals."""
        return tuple(one for one in self.channels if one.channel != TOTAL)


@dataclass(frozen=True)
class PlanSum:
    """A plan in the list of plans."""

    plan: Plan | None
    """None: the default plan."""
    pushes: int
    figures: Figures
    read_at: datetime | None
    last_at: datetime | None
    """When its newest push was or is to be sent."""
    missing: tuple[str, ...] = ()
    """Platforms of the app on which the service has no such plan yet."""


@dataclass(frozen=True)
class PlanOverview:
    """Everything that is known of a plan."""

    plan: Plan | None
    """None: the default plan."""
    missing: tuple[str, ...]
    """As in `PlanSum`."""
    states: Mapping[str, int]
    """Joined state → pushes in it, those that reached nobody too."""
    all: Period
    seven: Period
    """The pushes of the service's last seven days alone."""
    week: Week | None
    """What the service counts of these days; None: not asked, or it has no such plan."""
    today: date
    """On the service's calendar: the last of the seven days."""

    @property
    def more(self) -> Figures | None:
        """What the service counts beyond the pushes sent from here; None where that is nothing.

        Only where every figure of theirs was read no earlier than the service's: else it may be
        nothing but newer.
        """
        own, week = self.seven, self.week
        if week is None or own.unread or (own.pushes and not _fresh(own, week)):
            return None
        found = {
            name: max(0, (getattr(week.figures, name) or 0) - (getattr(own.figures, name) or 0))
            for name in _STEPS
        }
        return Figures(**found) if any(found.values()) else None


def _fresh(own: Period, week: Week) -> bool:
    return own.read_at is not None and own.read_at >= week.read_at


def week_of(platform: str, counted: Iterable[ChannelCounters]) -> list[ChannelFigures]:
    """A platform's answer about a plan."""
    return [ChannelFigures(platform, one.channel, figures_of(asdict(one))) for one in counted]


class _Figures:
    """A funnel while it is added up; what no part knows stays unknown."""

    __slots__ = ("_values",)

    def __init__(self) -> None:
        self._values: list[int | None] = [None] * len(_NAMES)

    def add(self, counted: Mapping[str, Any]) -> None:
        values = self._values
        for place, name in enumerate(_NAMES):
            value = counted.get(name)
            if value is not None:
                values[place] = (values[place] or 0) + value

    def figures(self) -> Figures:
        return Figures(*self._values)


class _Sum:
    """One period while it is added up."""

    def __init__(self, parts: bool) -> None:
        """`parts`: channels and days as well."""
        self.pushes = 0
        self.unread = 0
        self.read_at: datetime | None = None
        self._parts = parts
        self._figures = _Figures()
        self._channels: dict[tuple[str, str], _Figures] = {}
        self._days: dict[date, _Figures] = {}
        self._pushes: Counter[date] = Counter()

    def add(self, rows: list[TaskRow], at: datetime) -> None:
        self.pushes += 1
        sums = [self._figures]
        if self._parts:
            day = at.astimezone(SERVICE_ZONE).date()
            self._pushes[day] += 1
            sums.append(self._days.setdefault(day, _Figures()))
        self.unread += any(row.state == "accepted" and not row.counters_at for row in rows)
        for row in rows:
            if row.counters_at is not None and (
                self.read_at is None or row.counters_at < self.read_at
            ):
                self.read_at = row.counters_at
            for counted in totals_of(row.counters):
                for one in sums:
                    one.add(counted)
            if self._parts:
                self._add_channels(row)

    def _add_channels(self, row: TaskRow) -> None:
        for counted in row.counters or ():
            channel = str(counted.get("channel", ""))
            if channel != TOTAL:
                self._channels.setdefault((row.platform, channel), _Figures()).add(counted)

    def period(self) -> Period:
        channels = ((*key, sums.figures()) for key, sums in sorted(self._channels.items()))
        days = ((day, self._pushes[day], self._days[day].figures()) for day in sorted(self._days))
        return Period(
            self.pushes,
            self._figures.figures(),
            tuple(ChannelFigures(*one) for one in channels),
            tuple(DayFigures(*one) for one in days),
            self.unread,
            self.read_at,
        )


class Tally:
    """Adds up the rows of one plan, which come in the order in which they were confirmed."""

    def __init__(self, today: date, parts: bool = True) -> None:
        """`today`: on the service's calendar; `parts`: for an overview, not for sums alone."""
        self._first = today - WEEK
        self._begins = datetime.combine(self._first, time(), SERVICE_ZONE)
        self._all, self._seven = _Sum(parts), _Sum(parts)
        self._states: Counter[str] = Counter()
        self._last_at: datetime | None = None
        self._rows: list[TaskRow] = []

    def add(self, row: TaskRow) -> None:
        """One more row; those of one push come one after the other."""
        if self._rows and self._rows[0].batch_id != row.batch_id:
            self._close()
        self._rows.append(row)

    def sums(self, plan: Plan | None, missing: tuple[str, ...] = ()) -> PlanSum:
        """The sums for the list of plans."""
        self._close()
        period = self._all.period()
        return PlanSum(plan, period.pushes, period.figures, period.read_at, self._last_at, missing)

    def overview(
        self, plan: Plan | None, missing: tuple[str, ...], week: Week | None
    ) -> PlanOverview:
        """Everything."""
        self._close()
        return PlanOverview(
            plan,
            missing,
            dict(self._states),
            self._all.period(),
            self._seven.period(),
            week,
            self._first + WEEK,
        )

    def _close(self) -> None:
        rows, self._rows = self._rows, []
        if not rows:
            return
        state = joined_state(row.state for row in rows)
        self._states[state] += 1
        if all(row.state in NOT_OUT for row in rows):
            return
        at = _when(rows)
        self._last_at = max(self._last_at or at, at)
        self._all.add(rows, at)
        if at >= self._begins:
            self._seven.add(rows, at)


def _when(rows: list[TaskRow]) -> datetime:
    """As `Batch.when`."""
    first = rows[0]
    sent = [row.sent_at for row in rows if row.sent_at is not None]
    return first.schedule_at or min(sent, default=first.created_at)
