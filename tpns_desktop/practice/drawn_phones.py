"""The six devices of practice that stand for all, as drawn phones beside a result.

Owns which devices they are: one of each big maker, one with notifications off, one switched off;
chosen by the population alone, so the same world has the same six. Their owners have a mobile
number, no second device on the system, and are users of the Chat app, so a push of any kind can
mean them. In a tiny world, where none fits, a phone is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from . import bits
from .catalogue import KNOWN_TAGS
from .fleet import Fleet
from .people import DEFAULT_TYPE, SECOND_STEP
from .population import Population
from .routing import OWN
from .rules import Platform

_MOBILE: Final = 1002
"""As in ``numbers``, which loads numpy."""
_LOOKED_THROUGH: Final = 100_000
"""Devices of a system among which the phones are looked for."""


@dataclass(frozen=True, slots=True)
class DrawnPhone:
    """One of the six."""

    name: str
    """``iphone``, ``huawei``, ``xiaomi``, ``oppo``, ``vivo`` or ``offline``."""
    platform: Platform
    device: int
    model: str
    account: str
    """Of its owner; the same in the Chat app."""
    number: str
    """Mobile number of its owner, empty for none."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    name: str
    platform: Platform
    channels: tuple[str, ...]
    """The first that has a device wins."""
    reachable: bool = True
    switched_off: bool = False
    tagged: bool = False
    """Whether it carries the tag that practice shows first."""


_WANTED: Final = (
    _Wanted("iphone", "ios", ("apns",), tagged=True),
    _Wanted("huawei", "android", ("hw",)),
    _Wanted("xiaomi", "android", ("xm",), tagged=True),
    _Wanted("oppo", "android", ("oppo",), reachable=False),
    _Wanted("vivo", "android", ("vivo",)),
    # The own channel waits for it, a maker's takes the push and waits itself.
    _Wanted("offline", "android", (OWN, "mz", "honor", "fcm"), switched_off=True),
)


def drawn_phones(population: Population) -> tuple[DrawnPhone, ...]:
    """The phones of a population, in the order in which they are drawn."""
    found: list[DrawnPhone] = []
    owners: set[int] = set()
    for wanted in _WANTED:
        choice = _choice(wanted, population, owners)
        if choice is not None:
            device, person = choice
            owners.add(person)
            found.append(_drawn(wanted, device, person, population))
    return tuple(found)


def _choice(wanted: _Wanted, population: Population, owners: set[int]) -> tuple[int, int] | None:
    for fits in (_fits_best, _fits_all, _fits_alone):
        for device, person in _candidates(wanted, population):
            if person not in owners and fits(person, wanted, device, population):
                return device, person
    return None


def _candidates(wanted: _Wanted, population: Population) -> Iterator[tuple[int, int]]:
    """Devices of that kind with their owners, those of the first channel first."""
    fleet = population.fleets[wanted.platform]
    devices = fleet.recent & bits.everyone(min(fleet.size, _LOOKED_THROUGH))
    devices &= fleet.reachable if wanted.reachable else fleet.everyone ^ fleet.reachable
    devices &= fleet.switched_off if wanted.switched_off else fleet.everyone ^ fleet.switched_off
    for channel in wanted.channels:
        for device in bits.indexes(devices & fleet.channels.get(channel, 0)):
            person = population.people.owner(wanted.platform, device)
            if person is not None:
                yield device, person


def _fits_alone(_person: int, wanted: _Wanted, device: int, population: Population) -> bool:
    """Its owner has no other device on the system, so one number is one phone's."""
    first_seam, _ = population.people.seams(wanted.platform)
    return device < first_seam and device % SECOND_STEP != 0


def _fits_all(person: int, wanted: _Wanted, device: int, population: Population) -> bool:
    """And can be texted, and has the phone that Chat takes its owner's for."""
    return (
        _fits_alone(person, wanted, device, population)
        and population.people.account(_MOBILE, person) is not None
        and (person % 3 == 0) == (wanted.platform == "ios")
    )


def _fits_best(person: int, wanted: _Wanted, device: int, population: Population) -> bool:
    """And does or does not carry the tag: a push to it reaches some of the six."""
    tagged = population.fleets[wanted.platform].custom_tags[KNOWN_TAGS[0]]
    fits = _fits_all(person, wanted, device, population)
    return fits and bits.has(tagged, device) == wanted.tagged


def _drawn(wanted: _Wanted, device: int, person: int, population: Population) -> DrawnPhone:
    people, fleet = population.people, population.fleets[wanted.platform]
    return DrawnPhone(
        wanted.name,
        wanted.platform,
        device,
        _model(fleet, device),
        people.account(DEFAULT_TYPE, person) or "",
        (people.account(_MOBILE, person) or "").removeprefix("+"),
    )


def _model(fleet: Fleet, device: int) -> str:
    column, names = fleet.distributed["device_version"]
    return names[column[device]]
