"""Made-up people: which accounts they have and which devices those are bound to.

Worked out from a person's number, without a table: person *k* is ``user000001`` for *k* = 0, their
first Android device is device *k*. The first quarter of the signed-in iPhones belongs to people who
also have an Android device, so these accounts reach both platforms; every sixth person has a
second device. Numbers are shaped so that they belong to nobody (mobile numbers begin +86 100, QQ
numbers have twelve digits).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Final

from . import bits
from .bindings import Bindings
from .rules import Platform

DEFAULT_TYPE: Final = 0

_SIGNED_IN: Final = 62
"""Percent of the devices that are their owner's first and signed in."""
_SECOND: Final = 10
"""At most so many percent are somebody's second device."""
SECOND_STEP: Final = 6


@dataclass(frozen=True, slots=True)
class Naming:
    """How the accounts of a type are written, and who has one."""

    write: Callable[[int], str]
    before: str
    """What stands before the digits, which are the only part that differs."""
    widths: tuple[int, int]
    """Fewest and most digits; more than the fewest never begin with a zero, as `write` has it."""
    offset: int
    """What the digits of the account are above the person's number."""
    out_of_ten: int
    """Of ten people in a row, so many have one."""
    after: str = ""

    @property
    def pattern(self) -> str:
        """Of a whole account, the digits as its group."""
        fewest, most = self.widths
        digits = f"[0-9]{{{fewest}}}"
        if most > fewest:
            digits += f"|[1-9][0-9]{{{fewest},{most - 1}}}"
        return f"{re.escape(self.before)}({digits}){re.escape(self.after)}"


NAMINGS: Final[dict[int, Naming]] = {
    DEFAULT_TYPE: Naming(
        lambda person: f"user{person + 1:06d}",
        before="user",
        widths=(6, 8),
        offset=1,
        out_of_ten=10,
    ),
    1: Naming(
        lambda person: f"uin_{person + 10_001}",
        before="uin_",
        widths=(5, 8),
        offset=10_001,
        out_of_ten=5,
    ),
    991: Naming(
        lambda person: str(person + 900_000_000_001),
        before="",
        widths=(12, 12),
        offset=900_000_000_001,
        out_of_ten=6,
    ),
    999: Naming(
        lambda person: f"oPractice{person + 1:019d}",
        before="oPractice",
        widths=(19, 19),
        offset=1,
        out_of_ten=8,
    ),
    1002: Naming(
        lambda person: f"+86100{person + 1:08d}",
        before="+86100",
        widths=(8, 8),
        offset=1,
        out_of_ten=7,
    ),
    1005: Naming(
        lambda person: f"user{person + 1:06d}@example.com",
        before="user",
        widths=(6, 8),
        offset=1,
        out_of_ten=6,
        after="@example.com",
    ),
}
_ACCOUNTS: Final = {number: re.compile(naming.pattern) for number, naming in NAMINGS.items()}


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
        self._bindings = Bindings()
        self._touched: dict[int, set[int]] = {}

    def account(self, account_type: int, person: int) -> str | None:
        """The account of a person; ``None`` if they have none of that type."""
        naming = NAMINGS.get(account_type)
        if naming is None or person % 10 >= naming.out_of_ten:
            return None
        return naming.write(person)

    def bind(self, account_type: int, account: str, platform: Platform, index: int) -> None:
        """Bind an account to a device besides those it has, for examples and tests."""
        accounts = self._accounts(platform, index, account_type)
        if account not in accounts:
            self._put(platform, index, account_type, (*accounts, account))

    def sign_in(self, platform: Platform, index: int, accounts: Mapping[int, str]) -> None:
        """Let a device have these accounts, one a type, and no others."""
        for account_type in {*self.accounts_of(platform, index), *accounts}:
            account = accounts.get(account_type)
            self._put(platform, index, account_type, () if account is None else (account,))

    def unbind(self, platform: Platform, index: int, account_type: int, account: str) -> None:
        """Take an account off a device, if it has it."""
        accounts = self._accounts(platform, index, account_type)
        if account in accounts:
            others = tuple(other for other in accounts if other != account)
            self._put(platform, index, account_type, others)

    def devices(self, account_type: int, account: str, platform: Platform) -> list[int]:
        """The devices of a platform that an account is bound to; empty for an unknown one."""
        bound = self._bindings.devices(platform, account_type, account)
        person = self.person(account_type, account)
        if person is None:
            return list(bound)
        own = self._devices_of(person, platform)
        if person in self._touched.get(account_type, ()):
            own = (at for at in own if self._bindings.accounts(platform, at, account_type) is None)
        return [*own, *bound]

    def accounts_of(self, platform: Platform, index: int) -> dict[int, tuple[str, ...]]:
        """The accounts of a device by type; only types of which it has any."""
        types = {*NAMINGS, *self._bindings.types()}
        found = {number: self._accounts(platform, index, number) for number in types}
        return {number: accounts for number, accounts in found.items() if accounts}

    def touched(self, account_type: int) -> Set[int]:
        """The people whose accounts of a type may have other devices than were worked out."""
        return self._touched.get(account_type, set())

    def _accounts(self, platform: Platform, index: int, account_type: int) -> tuple[str, ...]:
        put = self._bindings.accounts(platform, index, account_type)
        if put is not None:
            return put
        person = self._person_with(platform, index)
        account = self.account(account_type, person) if person is not None else None
        return () if account is None else (account,)

    def _put(
        self, platform: Platform, index: int, account_type: int, accounts: tuple[str, ...]
    ) -> None:
        for account in {*self._accounts(platform, index, account_type), *accounts}:
            person = self.person(account_type, account)
            if person is not None:
                self._touched.setdefault(account_type, set()).add(person)
        self._bindings.put(platform, index, account_type, accounts)

    def person(self, account_type: int, account: str) -> int | None:
        """Whose account it is; ``None`` for one that belongs to nobody."""
        naming = NAMINGS.get(account_type)
        match = _ACCOUNTS[account_type].fullmatch(account) if naming is not None else None
        if naming is None or match is None:
            return None
        person = int(match[1]) - naming.offset
        known = 0 <= person < self.count and person % 10 < naming.out_of_ten
        return person if known else None

    def owner(self, platform: Platform, index: int) -> int | None:
        """Whose device it is; ``None`` for one on which nobody is signed in."""
        return self._person_with(platform, index)

    # Whole sets ------------------------------------------------------------------------

    def nobodys(self) -> list[tuple[int, str]]:
        """Accounts with their type before them that calls have put, and that are no person's."""
        return [name for name in self._bindings.names() if self.person(*name) is None]

    def first_devices(self, persons: int, platform: Platform) -> int:
        """The first devices of a set of people, as ``devices`` gives them one by one."""
        android = self._firsts["android"]
        if platform == "android":
            return persons & bits.everyone(android)
        both = persons & bits.everyone(self.on_both)
        return both | (persons >> android << self.on_both)

    def second_devices(self, firsts: int, platform: Platform) -> int:
        """The second devices of those whose first devices these are."""
        size, start = self._sizes[platform], self._firsts[platform]
        most = min(size * _SECOND // 100, size - start)
        # Every sixth bit, close together: texts of digits are cut up in C.
        text = f"{firsts:b}"[::-1][::SECOND_STEP][:most]
        return int(text[::-1] or "0", 2) << start

    def put_on(self, platform: Platform, account_type: int) -> dict[int, tuple[str, ...]]:
        """Device → accounts of a type, where calls have changed them; ``()``: none any more."""
        return self._bindings.put_on(platform, account_type)

    def numbering(self, account_type: int) -> tuple[int, int]:
        """Of ten people in a row how many have an account of a type; the digits of person 0's."""
        naming = NAMINGS[account_type]
        return naming.out_of_ten, int("".join(filter(str.isdigit, naming.write(0))))

    def seams(self, platform: Platform) -> tuple[int, int]:
        """Below the first of the two devices are somebody's first, from it to the second second."""
        size, start = self._sizes[platform], self._firsts[platform]
        most = min(size * _SECOND // 100, size - start, -(-start // SECOND_STEP))
        return start, start + most

    def first_of_second(self, second: int, platform: Platform) -> int:
        """The first device of the person whose second device this is."""
        return (second - self._firsts[platform]) * SECOND_STEP

    def _person_with(self, platform: Platform, index: int) -> int | None:
        """Whose device it is, first or second; the reverse of ``_devices_of``."""
        first_seam, second_seam = self.seams(platform)
        if index >= second_seam:
            return None
        first = index if index < first_seam else self.first_of_second(index, platform)
        if platform == "android" or first < self.on_both:
            return first
        return first - self.on_both + self._firsts["android"]

    def _devices_of(self, person: int, platform: Platform) -> Iterator[int]:
        first = self._first_device(person, platform)
        if first is None:
            return
        yield first
        if first % SECOND_STEP == 0:
            firsts, size = self._firsts[platform], self._sizes[platform]
            nth = first // SECOND_STEP
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
