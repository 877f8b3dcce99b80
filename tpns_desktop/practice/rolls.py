"""Whom the lines of a package name, a block of a megabyte at a time.

The arithmetic of ``people`` and ``tokens`` on whole columns: each line costs some hundred
nanoseconds, and nothing is kept of it but a mark at its person or device. numpy is loaded by this
module and by what sends texts, which is to say when a package comes, not when practice starts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from tpns_desktop.model.limits import TOKEN_LENGTH

from .fleet import Fleet
from .people import NAMINGS, Naming, People

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Bytes = NDArray[np.uint8]
    """Characters; two-dimensional: a row a line."""
    Places = NDArray[np.int64]
    """Where in a block something is."""
    Numbers = NDArray[np.uint64]
    Marks = NDArray[np.bool_]
else:
    Bytes = Places = Numbers = Marks = Any

_LINE_END: Final = 10
_ZERO: Final = ord("0")


class AccountRoll:
    """The people whom the accounts of a package name.

    Accounts that calls have bound to devices and that are no person's are looked for besides.
    """

    def __init__(self, people: People) -> None:
        self._people = people.count
        self._marks: dict[int, Marks] = {}
        self._nobodys = [
            (number, account, f"\n{account}\n".encode()) for number, account in people.nobodys()
        ]
        self._found: dict[int, dict[str, None]] = {}

    def read(self, block: bytes) -> None:
        """Take in whole lines, each of them between two line ends."""
        characters = np.frombuffer(block, np.uint8)
        ends = np.flatnonzero(characters == _LINE_END)
        starts, lengths = ends[:-1] + 1, np.diff(ends) - 1
        for number, naming in NAMINGS.items():
            if f"\n{naming.before}".encode() in block:
                self._read(number, naming, characters, starts, lengths)
        for number, account, line in self._nobodys:
            if line in block:
                self._found.setdefault(number, {})[account] = None

    def _read(
        self, number: int, naming: Naming, characters: Bytes, starts: Places, lengths: Places
    ) -> None:
        before, after = naming.before.encode(), naming.after.encode()
        fewest, most = naming.widths
        for width in range(fewest, most + 1):
            rows = starts[lengths == len(before) + width + len(after)]
            rows = rows[_stands(before, characters, rows)]
            rows = rows[_stands(after, characters, rows + len(before) + width)]
            if not len(rows):
                continue
            digits = np.zeros(len(rows), np.uint64)
            right = np.ones(len(rows), np.bool_)
            for at in range(width):
                # Below zero it wraps round, to more than nine.
                digit = characters[rows + len(before) + at] - np.uint8(_ZERO)
                right &= digit <= 9
                if at == 0 and width > fewest:
                    right &= digit > 0
                digits = digits * 10 + digit
            first, beyond = naming.offset, naming.offset + self._people
            right &= (digits >= first) & (digits < beyond)
            if number not in self._marks:
                self._marks[number] = np.zeros(self._people, np.bool_)
            self._marks[number][digits[right] - first] = True

    def persons(self) -> dict[int, int]:
        """Account type → the people who were named by an account that they really have."""
        for number, marks in self._marks.items():
            for digit in range(NAMINGS[number].out_of_ten, 10):
                marks[digit::10] = False
        return {number: _packed(marks) for number, marks in self._marks.items()}

    def bound(self) -> dict[int, tuple[str, ...]]:
        """Account type → which of the accounts that are no person's were there."""
        return {number: tuple(found) for number, found in self._found.items()}


def _stands(text: bytes, characters: Bytes, places: Places) -> Marks:
    """At which of these places a text stands."""
    there = np.ones(len(places), np.bool_)
    for at, character in enumerate(text):
        there &= characters[places + at] == character
    return there


class TokenRoll:
    """The devices that the tokens of a package name."""

    def __init__(self, fleet: Fleet) -> None:
        self._fleet = fleet
        self._named = np.zeros(fleet.size, np.bool_)

    def read(self, block: bytes) -> None:
        """Take in whole lines between two line ends, each as long as a token."""
        rows = np.frombuffer(block, np.uint8, offset=1).reshape(-1, TOKEN_LENGTH + 1)
        self._named[self._numbers(rows[:, :TOKEN_LENGTH])] = True
        for token, index in self._fleet.adopted.items():
            # Such a one fits no formula; only examples and tests give a few of them.
            if f"\n{token}\n".encode() in block:
                self._named[index] = True

    def _numbers(self, rows: Bytes) -> Numbers:
        """The devices of a fleet whose own tokens these are; other rows are left out."""
        digits = _VALUE[rows]
        ours = (digits != _NO_DIGIT).all(axis=1)
        packed: Bytes = digits[:, 0::2] * np.uint8(16) + digits[:, 1::2]
        hidden, check, more = (_number(packed[:, at]) for at in _PARTS)
        numbers = self._fleet.scheme.number(hidden, check)
        for given, right in zip(
            (hidden, check, more), self._fleet.scheme.parts(numbers), strict=True
        ):
            ours &= given == right
        ours &= numbers < self._fleet.size
        found: Numbers = numbers[ours]
        taken = np.fromiter(self._fleet.adopted.values(), np.uint64, len(self._fleet.adopted))
        return found[~np.isin(found, taken)]

    def devices(self) -> int:
        """A set as in ``bits``."""
        return _packed(self._named)


_DIGITS: Final = b"0123456789abcdef"
_NO_DIGIT: Final = len(_DIGITS)
_PARTS: Final = (slice(0, 4), slice(4, 12), slice(12, 18))
"""Bytes of the three numbers in a token."""


def _values() -> Bytes:
    values = np.full(256, _NO_DIGIT, np.uint8)
    values[np.frombuffer(_DIGITS, np.uint8)] = np.arange(len(_DIGITS), dtype=np.uint8)
    return values


_VALUE: Final = _values()
"""What a character stands for as a hexadecimal digit."""


def _number(columns: Bytes) -> Numbers:
    """Big-endian numbers of up to eight bytes, one a row."""
    whole = np.zeros((len(columns), 8), np.uint8)
    whole[:, 8 - columns.shape[1] :] = columns
    numbers: Numbers = whole.view(">u8").ravel().astype(np.uint64)
    return numbers


def _packed(marks: Marks) -> int:
    """A set as in ``bits``."""
    return int.from_bytes(np.packbits(marks, bitorder="little").tobytes(), "little")
