"""The tokens of a package, a whole block at once: which devices they name.

The same arithmetic as ``tokens``, on columns. numpy is loaded by the first package whose lines
have the length of tokens, and by nothing else here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from tpns_desktop.model.limits import TOKEN_LENGTH

from .fleet import Fleet

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Bytes = NDArray[np.uint8]
    """Rows of characters."""
    Numbers = NDArray[np.uint64]
else:
    Bytes = Numbers = Any

_NO_DIGIT: Final = 16
_DIGITS: Final = b"0123456789abcdef"


def _values() -> Bytes:
    values = np.full(256, _NO_DIGIT, np.uint8)
    values[np.frombuffer(_DIGITS, np.uint8)] = np.arange(len(_DIGITS), dtype=np.uint8)
    return values


_VALUE: Final = _values()
"""What a character stands for as a hexadecimal digit."""


class TokenRoll:
    """The devices that the tokens of a package name, gathered block by block."""

    def __init__(self, fleet: Fleet) -> None:
        self._fleet = fleet
        self._named = np.zeros(fleet.size, np.bool_)

    def read(self, block: bytes) -> None:
        """Take in whole lines between two line ends, each as long as a token."""
        rows = np.frombuffer(block, np.uint8, offset=1).reshape(-1, TOKEN_LENGTH + 1)
        self._named[self._numbers(rows[:, :TOKEN_LENGTH])] = True
        fleet = self._fleet
        for token, index in fleet.adopted.items():
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
        return int.from_bytes(np.packbits(self._named, bitorder="little").tobytes(), "little")


_PARTS: Final = (slice(0, 4), slice(4, 12), slice(12, 18))
"""Bytes of the three numbers in a token."""


def _number(columns: Bytes) -> Numbers:
    """Big-endian numbers of up to eight bytes, one a row."""
    whole = np.zeros((len(columns), 8), np.uint8)
    whole[:, 8 - columns.shape[1] :] = columns
    numbers: Numbers = whole.view(">u8").ravel().astype(np.uint64)
    return numbers
