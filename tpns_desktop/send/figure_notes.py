"""Why a figure is low, or missing: rules over a push and its figures, as data.

Each rule gives the facts that its sentence needs, or None where it has nothing to say; `ui` finds
the words. Sources: tpns-rest.md 5.10, 12.4; flows 6.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from tpns_desktop.model.limits import COUNTER_DAYS_MAX
from tpns_desktop.model.vendors import VENDORS, fit

if TYPE_CHECKING:
    from tpns_desktop.send.courses import KnownReach
    from tpns_desktop.send.results import Batch

RECEIPTS: Final = frozenset({"hw", "mz"})
"""Channels that report arrivals only once receipts are set up with them (tpns-rest.md 12.4)."""
FEW: Final = 0.7
"""Less than this share of the audience planned wants a reason."""
GROWING: Final = timedelta(hours=24)


@dataclass(frozen=True)
class Note:
    """One reason. `channels`: codes as the service counts them; `number`: as the kind needs it."""

    kind: str
    """A key of `RULES`."""
    channels: tuple[str, ...] = ()
    number: int | None = None
    until: datetime | None = None
    day: date | None = None


@dataclass(frozen=True)
class _Case:
    """A push as the rules see it."""

    batch: Batch
    now: datetime
    started: datetime
    bodies: tuple[Mapping[str, Any], ...]
    reach: KnownReach | None
    finished: bool = False

    @property
    def nobody(self) -> bool:
        """Whether it is over and no device was planned for."""
        return self.finished and self.batch.counters.planned == 0

    @property
    def age(self) -> timedelta:
        return self.now - self.started


def notes(
    batch: Batch,
    started: datetime,
    now: datetime,
    reach: KnownReach | None = None,
    *,
    finished: bool = False,
) -> tuple[Note, ...]:
    """What explains the figures of an accepted push, the most telling first.

    `reach`: for everyone or tags, how many devices the service counts. `finished`: the service says
    that it has handed everything over.
    """
    bodies = tuple(_body(row.body) for row in batch.rows if row.state == "accepted")
    case = _Case(batch, now, started, bodies, reach, finished)
    found = (rule(case) for rule in RULES.values())
    return tuple(note for note in found if note is not None)


def _body(body: bytes) -> Mapping[str, Any]:
    try:
        told = json.loads(body)
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def _too_old(case: _Case) -> Note | None:
    old = case.age >= timedelta(days=COUNTER_DAYS_MAX)
    return Note("too_old", number=COUNTER_DAYS_MAX) if old else None


def _none_yet(case: _Case) -> Note | None:
    figures = case.batch.counters
    young = case.age < timedelta(minutes=10)
    return Note("none_yet") if young and not figures.planned and not case.nobody else None


def _nobody(case: _Case) -> Note | None:
    return Note("nobody") if case.nobody and case.batch.audience_kind != "tag" else None


def _nobody_tagged(case: _Case) -> Note | None:
    return Note("nobody_tagged") if case.nobody and case.batch.audience_kind == "tag" else None


def _growing(case: _Case) -> Note | None:
    figures = case.batch.counters
    return Note("growing") if figures.planned and case.age < GROWING else None


def _kept_offline(case: _Case) -> Note | None:
    """Phones that are off get it when they come back, until it expires."""
    figures = case.batch.counters
    kept = [body.get("expire_time") for body in case.bodies]
    seconds = max((one for one in kept if isinstance(one, int)), default=0)
    until = case.started + timedelta(seconds=seconds)
    waiting = (figures.delivered or 0) < (figures.planned or 0)
    return Note("kept_offline", until=until) if waiting and until > case.now else None


def _few_planned(case: _Case) -> Note | None:
    count, planned = case.batch.audience.get("count"), case.batch.counters.planned
    if case.nobody or not isinstance(count, int) or planned is None or planned >= count * FEW:
        return None
    return Note("few_planned", number=count)


def _few_of_reach(case: _Case) -> Note | None:
    reach, planned = case.reach, case.batch.counters.planned
    if case.nobody or reach is None or planned is None or planned >= reach.devices * FEW:
        return None
    return Note("few_of_reach", number=reach.devices, day=reach.day)


def _receipts(case: _Case) -> Note | None:
    silent = tuple(
        one.channel
        for one in case.batch.channels
        if one.channel in RECEIPTS and one.figures.delivered and not one.figures.arrived
    )
    return Note("receipts", silent) if silent else None


def _closed(case: _Case) -> Note | None:
    closed = {
        str(rule.get("channel"))
        for body in case.bodies
        for rule in body.get("channel_rules") or ()
        if isinstance(rule, dict) and rule.get("disable")
    }
    return Note("closed", tuple(sorted(closed))) if closed else None


def _too_long(case: _Case) -> Note | None:
    """A phone maker refuses a text beyond its limit; TPNS's own channel is tried instead.

    Told of the makers whose phones the push was for.
    """
    there = {
        one.channel
        for one in case.batch.channels
        if one.platform == "android" and (one.figures.planned or one.figures.delivered)
    }
    over = tuple(
        vendor.id
        for vendor in VENDORS.values()
        if vendor.id in there
        and vendor.beyond == "own_channel"
        and not fit(vendor.id, case.batch.title, case.batch.content).fits
    )
    return Note("too_long", over) if over else None


def _ios_dismissed(case: _Case) -> Note | None:
    return Note("ios_dismissed") if "ios" in case.batch.platforms else None


RULES: Final[Mapping[str, Callable[[_Case], Note | None]]] = {
    "too_old": _too_old,
    "none_yet": _none_yet,
    "nobody": _nobody,
    "nobody_tagged": _nobody_tagged,
    "growing": _growing,
    "kept_offline": _kept_offline,
    "few_planned": _few_planned,
    "few_of_reach": _few_of_reach,
    "receipts": _receipts,
    "closed": _closed,
    "too_long": _too_long,
    "ios_dismissed": _ios_dismissed,
}
"""Kind of note → its rule, in the order in which they are told."""
