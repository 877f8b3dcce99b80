"""The rule of a row, one an account type, as data that whole blocks of rows can be held against.

Kinds and formats are those of ``model.account_types``, where a single value is judged; a test
holds the two together. What the service publishes is a warning, never a refusal.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tpns_desktop.model.account_types import ACCOUNT_TYPES, account_type

ROW_MIN: Final = 2
ROW_MAX: Final = 100
"""Characters (code points) of a row (TPNS REST facts, 6)."""
TOKEN_LENGTH: Final = 36

_DIGITS: Final = b"0123456789"
_HEX: Final = _DIGITS + b"abcdefABCDEF"
_ALNUM: Final = _DIGITS + bytes(range(65, 91)) + bytes(range(97, 123))


@dataclass(frozen=True, slots=True)
class Format:
    """How the values of one account type look, byte by byte. Empty sets allow everything."""

    alphabet: bytes = b""
    """Bytes that may occur; empty: any."""
    shortest: int = ROW_MIN
    longest: int = ROW_MAX
    leads: tuple[bytes, ...] = ()
    """Bytes allowed at the first places, one set a place."""
    places: tuple[tuple[int, bytes], ...] = ()
    """Bytes allowed at single places, negative ones counted from the end."""
    once: bytes = b""
    """Bytes that occur exactly once."""


def _shape(pattern: str) -> Format:
    """A value of fixed length, drawn: X a digit or capital A to F, anything else itself."""
    capital = _DIGITS + b"ABCDEF"
    marks = bytes(sorted({ord(c) for c in pattern if c != "X"}))
    places = tuple((place, capital if c == "X" else c.encode()) for place, c in enumerate(pattern))
    return Format(capital + marks, len(pattern), len(pattern), places=places)


_MD5: Final = Format(_HEX, 32, 32)

FORMATS: Final[dict[int, Format]] = {
    991: Format(_DIGITS, 5, 12),
    **dict.fromkeys((992, 994, 996, 998, 1001), _MD5),
    993: _shape("XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX"),
    995: _shape("XX:XX:XX:XX:XX:XX"),
    997: Format(_ALNUM + b"-"),
    1000: Format(_DIGITS + bytes(range(97, 123)), 14, 15),
    1002: Format(_DIGITS + b"+", 8, 16, leads=(b"+", b"123456789"), once=b"+"),
    1005: Format(once=b"@"),
}
"""Formats that say more than the length; every other type takes any row."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What a row has to be: its length, and for most kinds its format."""

    kind: str
    """``account`` or ``token``."""
    number: int
    """The account type; 0 for tokens."""
    shortest: int = ROW_MIN
    longest: int = ROW_MAX
    format: Format | None = None


def rule_of(kind: str = "account", number: int = 0) -> Rule:
    """The rule for a file. Raises ValueError for an account type that is in no table."""
    if kind == "token":
        return Rule(kind, 0, TOKEN_LENGTH, TOKEN_LENGTH)
    if kind != "account" or account_type(number) is None:
        known = f"{ACCOUNT_TYPES[0].number} to {ACCOUNT_TYPES[-1].number}"
        raise ValueError(f"no account type {number} (known: {known}, see the table)")
    return Rule(kind, number, format=FORMATS.get(number))
