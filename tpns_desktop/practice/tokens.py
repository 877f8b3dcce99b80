"""Device tokens worked out instead of stored: 36 lower-case hexadecimal characters.

A token is the device's number, hidden, followed by a keyed check of it. So 10 million tokens need
no table, a token made up by somebody is not one of ours, and the same seed gives the same tokens.
The check is arithmetic on 64-bit numbers, so that whole columns of tokens can be read at once
(``rolls``); it keeps out typing errors and other worlds' tokens, not somebody who tries.
"""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import Any, Final

_TOKEN: Final = re.compile(r"[0-9a-f]{36}")
_64_BITS: Final = (1 << 64) - 1
_32_BITS: Final = (1 << 32) - 1


class TokenScheme:
    """Token of a number, number of a token. ``key`` is the seed and the platform as text."""

    def __init__(self, key: str) -> None:
        digest = blake2b(key.encode(), digest_size=24).digest()
        self._keys = [int.from_bytes(digest[at : at + 8], "big") for at in (0, 8, 16)]

    def parts(self, number: Any) -> tuple[Any, Any, Any]:
        """The three numbers that a token writes: 8, 16 and 12 hexadecimal digits.

        ``number`` is an ``int`` below 2**32, or a whole column of them (``uint64``).
        """
        first, second, hiding = self._keys
        check = _mixed(number ^ first)
        return number ^ self.mask(check, hiding), check, _mixed(check ^ second) >> 16

    def number(self, hidden: Any, check: Any) -> Any:
        """The number that the first two parts stand for; right only if its ``parts`` are these."""
        return hidden ^ self.mask(check, self._keys[2])

    @staticmethod
    def mask(check: Any, key: int) -> Any:
        """What a number is hidden with."""
        return _mixed(check ^ key) & _32_BITS

    def token(self, index: int) -> str:
        """The token of device ``index`` (below 2**32)."""
        hidden, check, more = self.parts(index)
        return f"{hidden:08x}{check:016x}{more:012x}"

    def index(self, token: str) -> int | None:
        """The device's number, or ``None`` for a text that is no token of this scheme."""
        if _TOKEN.fullmatch(token) is None:
            return None
        given = int(token[:8], 16), int(token[8:24], 16), int(token[24:], 16)
        index: int = self.number(given[0], given[1])
        return index if self.parts(index) == given else None


def _mixed(value: Any) -> Any:
    """A 64-bit number stirred well: the last steps of SplitMix64. Ints and columns alike."""
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9 & _64_BITS
    value = (value ^ (value >> 27)) * 0x94D049BB133111EB & _64_BITS
    return value ^ (value >> 31)
