"""Device tokens worked out instead of stored: 36 lower-case hexadecimal characters.

A token is the device's number, hidden, followed by a keyed check of it. So 10 million tokens need
no table, a token made up by somebody is not one of ours, and the same seed gives the same tokens.
"""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import Final

_TOKEN: Final = re.compile(r"[0-9a-f]{36}")
_NUMBER_BYTES: Final = 4
_CHECK_BYTES: Final = 14


class TokenScheme:
    """Token of a number, number of a token. ``key`` is the seed and the platform as text."""

    def __init__(self, key: str) -> None:
        self._key = blake2b(key.encode(), digest_size=32).digest()

    def _check(self, number: bytes) -> bytes:
        return blake2b(number, digest_size=_CHECK_BYTES, key=self._key).digest()

    def _mask(self, check: bytes) -> int:
        masked = blake2b(check, digest_size=_NUMBER_BYTES, key=self._key, person=b"mask").digest()
        return int.from_bytes(masked, "big")

    def token(self, index: int) -> str:
        """The token of device ``index`` (below 2**32)."""
        check = self._check(index.to_bytes(_NUMBER_BYTES, "big"))
        hidden = index ^ self._mask(check)
        return hidden.to_bytes(_NUMBER_BYTES, "big").hex() + check.hex()

    def index(self, token: str) -> int | None:
        """The device's number, or ``None`` for a text that is no token of this scheme."""
        if _TOKEN.fullmatch(token) is None:
            return None
        raw = bytes.fromhex(token)
        hidden, check = raw[:_NUMBER_BYTES], raw[_NUMBER_BYTES:]
        index = int.from_bytes(hidden, "big") ^ self._mask(check)
        if self._check(index.to_bytes(_NUMBER_BYTES, "big")) != check:
            return None
        return index
