"""Made-up people: which accounts they have and which devices those are bound to.

Worked out from a person's number, without a table: person *k* is ``user000001`` for *k* = 0, their
first Android device is device *k*. The first quarter of the signed-in iPhones belongs to people who
also have an Android device, so these accounts reach both platforms; every sixth person has a
second device. Numbers are shaped so that they belong to nobody (mobile numbers begin +86 100, QQ
numbers have twelve digits).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
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
class _Naming:
    """How the accounts of a type are written, and who has one."""

    write: Callable[[int], str]
    before: str
    """What stands before the digits, which are the only part that differs."""
    digits: str
    """Pattern of the digits as `write` writes them: no other spelling is anybody's."""
    offset: int
    """What the digits of the account are above the person's number."""
    out_of_ten: int
    """Of ten people in a row, so many have one."""
    after: str = ""

    @property
    def pattern(self) -> str:
        """Of a whole account, the digits as its group."""
        return f"{re.escape(self.before)}({self.digits}){re.escape(self.after)}"


_NAMINGS: Final[dict[int, _Naming]] = {
    DEFAULT_TYPE: _Naming(
        lambda person: f"user{person + 1:06d}",
        before="user",
        digits="[0-9]{6}|[1-9][0-9]{6,7}",
        offset=1,
        out_of_ten=10,
    ),
    1: _Naming(
        lambda person: f"uin_{person + 10_001}",
        before="uin_",
        digits="[1-9][0-9]{4,7}",
        offset=10_001,
        out_of_ten=5,
    ),
    991: _Naming(
        lambda person: str(person + 900_000_000_001),
        before="",
        digits="9[0-9]{11}",
        offset=900_000_000_001,
        out_of_ten=6,
    ),
    999: _Naming(
        lambda person: f"oPractice{person + 1:019d}",
        before="oPractice",
        digits="[0-9]{19}",
        offset=1,
        out_of_ten=8,
    ),
    1002: _Naming(
        lambda person: f"+86100{person + 1:08d}",
        before="+86100",
        digits="[0-9]{8}",
        offset=1,
        out_of_ten=7,
    ),
    1005: _Naming(
        lambda person: f"user{person + 1:06d}@example.com",
        before="user",
        digits="[0-9]{6}|[1-9][0-9]{6,7}",
        offset=1,
        out_of_ten=6,
        after="@example.com",
    ),
}
_ACCOUNTS: Final = {number: re.compile(naming.pattern) for number, naming in _NAMINGS.items()}
_LINES: Final = {
    # The line end in front is what makes looking for it fast; the one behind belongs to the next.
    number: re.compile(f"\n{naming.pattern}(?=\n)".encode())
    for number, naming in _NAMINGS.items()
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
        self._bindings = Bindings()
        self._touched: dict[int, set[int]] = {}

    def account(self, account_type: int, person: int) -> str | None:
        """The account of a person; ``None`` if they have none of that type."""
        naming = _NAMINGS.get(account_type)
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
        types = {*_NAMINGS, *self._bindings.types()}
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
        naming = _NAMINGS.get(account_type)
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

    def roll(self) -> Roll:
        """A reader of long lists of accounts."""
        nobodys = (name for name in self._bindings.names() if self.person(*name) is None)
        return Roll(self.count, nobodys)

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
        naming = _NAMINGS[account_type]
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


class Roll:
    """Whom a long list names, gathered block by block; ``people`` there are.

    Lines that are nobody's account cost next to nothing, and nothing is kept of a line but a mark
    at its person. ``bound`` are accounts of (type, text) to look for besides.
    """

    def __init__(self, people: int, bound: Iterable[tuple[int, str]]) -> None:
        self._people = people
        self._marks: dict[int, bytearray] = {}
        self._bound = [(number, text, f"\n{text}\n".encode()) for number, text in bound]
        self._found: dict[int, dict[str, None]] = {}

    def read(self, block: bytes) -> None:
        """Take in whole lines, each of them between two line ends."""
        for number, naming in _NAMINGS.items():
            if f"\n{naming.before}".encode() not in block:
                continue
            found = _LINES[number].findall(block)
            if not found:
                continue
            marks = self._marks.setdefault(number, bytearray(self._people))
            first, beyond = naming.offset, naming.offset + self._people
            for digits in map(int, found):
                if first <= digits < beyond:
                    marks[digits - first] = 1
        for number, text, line in self._bound:
            if line in block:
                self._found.setdefault(number, {})[text] = None

    def persons(self) -> dict[int, int]:
        """Account type → the people who were named by an account that they really have."""
        result = {}
        for number, marks in self._marks.items():
            for digit in range(_NAMINGS[number].out_of_ten, 10):
                marks[digit::10] = bytes(len(range(digit, len(marks), 10)))
            result[number] = bits.where(marks, (1,))
        return result

    def bound(self) -> dict[int, tuple[str, ...]]:
        """Account type → which of the accounts to look for were there."""
        return {number: tuple(found) for number, found in self._found.items()}
