"""Whom the lines of a short package name, one by one: as ``rolls``, without loading numpy."""

from __future__ import annotations

from . import bits
from .fleet import Fleet
from .people import NAMINGS, People


class ShortAccountRoll:
    """As ``rolls.AccountRoll``."""

    def __init__(self, people: People) -> None:
        self._people = people
        self._nobodys = set(people.nobodys())
        self._persons: dict[int, set[int]] = {}
        self._found: dict[int, dict[str, None]] = {}

    def read(self, block: bytes) -> None:
        """Take in whole lines, each of them between two line ends."""
        for line in _lines(block):
            for number in NAMINGS:
                person = self._people.person(number, line)
                if person is not None:
                    self._persons.setdefault(number, set()).add(person)
        there = set(_lines(block))
        for number, account in self._nobodys:
            if account in there:
                self._found.setdefault(number, {})[account] = None

    def persons(self) -> dict[int, int]:
        """Account type → the people who were named by an account that they really have."""
        count = self._people.count
        return {number: bits.of_indexes(some, count) for number, some in self._persons.items()}

    def bound(self) -> dict[int, tuple[str, ...]]:
        """Account type → which of the accounts that are no person's were there."""
        return {number: tuple(found) for number, found in self._found.items()}


class ShortTokenRoll:
    """As ``rolls.TokenRoll``."""

    def __init__(self, fleet: Fleet) -> None:
        self._fleet = fleet
        self._named: set[int] = set()

    def read(self, block: bytes) -> None:
        """Take in whole lines between two line ends."""
        found = map(self._fleet.device, _lines(block))
        self._named.update(index for index in found if index is not None)

    def devices(self) -> int:
        """A set as in ``bits``."""
        return bits.of_indexes(self._named, self._fleet.size)


def _lines(block: bytes) -> list[str]:
    # What is no UTF-8 is nobody's; `_check` refuses it.
    return block[1:-1].decode("utf-8", "replace").split("\n")
