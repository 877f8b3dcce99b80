"""What a plan has achieved: the figures of its pushes added up, and what the service counts.

Two countings that are never mixed. `Period` adds the newest figures of every push that was sent
from here (`store.plan_sums`), so its sums always are those of the pushes. `Week` is the service's
own counting of the last seven days (tpns-rest 12.5), which knows pushes made elsewhere as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from tpns_desktop.model.counters import TOTAL
from tpns_desktop.send.results import ChannelFigures, Figures, added, figures_of
from tpns_desktop.store.plan_sums import EVER

if TYPE_CHECKING:
    from tpns_desktop.model.outcome import ChannelCounters
    from tpns_desktop.store.plan_sums import PlanSumRow, PlanTotal
    from tpns_desktop.store.plans import Plan

WEEK: Final = timedelta(days=6)
"""From the first to the last of the service's seven days."""
_STEPS = ("planned", "delivered", "arrived", "tapped")


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


def listed(
    totals: Iterable[PlanTotal], plan: Plan | None, missing: tuple[str, ...] = ()
) -> PlanSum:
    """A plan in the list of plans, by the sums of its groups."""
    of = list(totals)
    return PlanSum(
        plan,
        sum(one.pushes for one in of),
        added(Figures(*one.figures) for one in of),
        min((one.read_at for one in of if one.read_at is not None), default=None),
        max((one.last_at for one in of if one.last_at is not None), default=None),
        missing,
    )


def first_of_seven(today: date) -> date:
    """The first of the service's seven days."""
    return today - WEEK


def period(sums: Iterable[PlanSumRow], days: Iterable[str], read_at: datetime | None) -> Period:
    """The sums of these days (as the rows name them), added up."""
    meant = set(days)
    rows = [row for row in sums if row.day in meant]
    totals = [row for row in rows if not row.platform]
    channels: dict[tuple[str, str], list[Figures]] = {}
    for row in rows:
        if row.platform:
            channels.setdefault((row.platform, row.channel), []).append(Figures(*row.figures))
    return Period(
        sum(row.pushes for row in totals),
        added(Figures(*row.figures) for row in totals),
        tuple(ChannelFigures(*key, added(found)) for key, found in sorted(channels.items())),
        (),
        sum(row.unread for row in totals),
        read_at,
    )


def by_day(sums: Iterable[PlanSumRow]) -> tuple[DayFigures, ...]:
    """The totals of each day, the oldest first."""
    days: dict[str, list[PlanSumRow]] = {}
    for row in sums:
        if row.day != EVER and not row.platform:
            days.setdefault(row.day, []).append(row)
    return tuple(
        DayFigures(
            date.fromisoformat(day),
            sum(row.pushes for row in rows),
            added(Figures(*row.figures) for row in rows),
        )
        for day, rows in sorted(days.items())
    )
