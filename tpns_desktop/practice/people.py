"""Made-up people: which accounts they have and which devices those are bound to.

Worked out from a person's number, without a table: person *k* is ``user000001`` for *k* = 0, their
first Android device is device *k*. The first quarter of the signed-in iPhones belongs to people who
also have an Android device, so these accounts reach both platforms; every sixth person has a
second device. Numbers are shaped so that they belong to nobody (mobile numbers begin +86 100, QQ
numbers have twelve digits).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from .rules import Platform

DEFAULT_TYPE: Final = 0

_SIGNED_IN: Final = 62
"""Percent of the devices that are their owner's first and signed in."""
_SECOND: Final = 10
"""At most so many percent are somebody's second device."""
_SECOND_STEP: Final = 6


@dataclass(frozen=True, slots=True)
class _Naming:
    """How the accounts of a type are written, and who has one."""

    write: Callable[[int], str]
    pattern: re.Pattern[str]
    offset: int
    """What the digits of the account are above the person's number."""
    has_one: Callable[[int], bool]


_NAMINGS: Final[dict[int, _Naming]] = {
    DEFAULT_TYPE: _Naming(
        lambda person: f"user{person + 1:06d}",
        re.compile(r"user([0-9]{6,8})"),
        1,
        lambda person: True,
    ),
    1: _Naming(
        lambda person: f"uin_{person + 10_001}",
        re.compile(r"uin_([0-9]{5,8})"),
        10_001,
        lambda person: person % 10 < 5,
    ),
    991: _Naming(
        lambda person: str(person + 900_000_000_001),
        re.compile(r"(9[0-9]{11})"),
        900_000_000_001,
        lambda person: person % 10 < 6,
    ),
    999: _Naming(
        lambda person: f"oPractice{person + 1:019d}",
        re.compile(r"oPractice([0-9]{19})"),
        1,
        lambda person: person % 10 < 8,
    ),
    1002: _Naming(
        lambda person: f"+86100{person + 1:08d}",
        re.compile(r"\+86100([0-9]{8})"),
        1,
        lambda person: person % 10 < 7,
    ),
    1005: _Naming(
        lambda person: f"user{person + 1:06d}@example.com",
        re.compile(r"user([0-9]{6,8})@example\.com"),
        1,
        lambda person: person % 10 < 6,
    ),
}


class People:
    """Everybody who is signed in on one of the devices. ``sizes``: devices of each platform."""

    def __init__(self, sizes: dict[Platform, int]) -> None:
        self._sizes = sizes
        self._firsts: dict[Platform, int] = {
            platform: max(1, size * _SIGNED_IN // 100) for platform, size in sizes.items()
        }
        android, ios = self._firsts["android"], self._firsts["ios"]
        self.on_both = max(1, min(android, ios) // 4)
        """People 0 to this - 1 are signed in on both platforms."""
        self.count = android + ios - self.on_both
        self._bound: dict[tuple[int, str], dict[Platform, list[int]]] = {}

    def account(self, account_type: int, person: int) -> str | None:
        """The account of a person; ``None`` if they have none of that type."""
        naming = _NAMINGS.get(account_type)
        if naming is None or not naming.has_one(person):
            return None
        return naming.write(person)

    def bind(self, account_type: int, account: str, platform: Platform, index: int) -> None:
        """Bind an account to a device besides, for examples and tests."""
        devices = self._bound.setdefault((account_type, account), {}).setdefault(platform, [])
        if index not in devices:
            devices.append(index)

    def devices(self, account_type: int, account: str, platform: Platform) -> list[int]:
        """The devices of a platform that an account is bound to; empty for an unknown one."""
        bound = self._bound.get((account_type, account), {}).get(platform, [])
        person = self._person(account_type, account)
        if person is None:
            return list(bound)
        return [*self._devices_of(person, platform), *bound]

    def _person(self, account_type: int, account: str) -> int | None:
        naming = _NAMINGS.get(account_type)
        match = naming.pattern.fullmatch(account) if naming is not None else None
        if naming is None or match is None:
            return None
        person = int(match[1]) - naming.offset
        # Written again: `user0000001` is nobody, though its digits say 1.
        if not 0 <= person < self.count or self.account(account_type, person) != account:
            return None
        return person

    def _devices_of(self, person: int, platform: Platform) -> Iterator[int]:
        first = self._first_device(person, platform)
        if first is None:
            return
        yield first
        if first % _SECOND_STEP == 0:
            firsts, size = self._firsts[platform], self._sizes[platform]
            nth = first // _SECOND_STEP
            if nth < size * _SECOND // 100 and firsts + nth < size:
                yield firsts + nth

    def _first_device(self, person: int, platform: Platform) -> int | None:
        android = self._firsts["android"]
        if platform == "android":
            return person if person < android else None
        if person < self.on_both:
            return person
        if person < android:
            return None
        return person - android + self.on_both
