"""What the check of a file gives back: one outcome, one code, counts and findings. Plain data.

Outcomes and codes are those of the table of hostile packages; the words for them are ``ui``'s. No
value of a row goes in here whole: an excerpt shows at most its first and last two characters.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final, Literal

Outcome = Literal["accept", "fix", "refuse"]

CODES: Final = (
    *("ext", "name", "size", "empty", "disguised", "notfile", "link"),
    *("unreadable", "gone", "changed", "diskfull", "exists"),
    *("nul", "utf16", "encoding", "control", "quote", "length", "longline"),
    *("notzip", "noentry", "entries", "folder", "entryname", "entryext", "zlink", "encrypted"),
    *("method", "bomb", "zip64", "multidisk", "trailing", "layout", "damaged"),
    "too_many",
)
"""Everything for which a file is refused, or what was asked of it."""
FIXES: Final = (
    *("utf16", "encoding", "bom", "cr", "columns", "quote", "entries", "folder"),
    *("length", "blank", "space"),
)
"""What a copy mends, what weighs most first."""
ASKS: Final = ("heading", "sci", "type", "columns?")
"""What only a person can answer."""
NOTES: Final = (
    *("crlf", "dup", "dup-skipped", "formula", "astral", "unicode"),
    *("over-decimal", "large-unpacked", "entry-encoding"),
)
"""What is said of a file and stops nothing."""
REASONS: Final = ("length", "control", "type", "columns", "broken", "quote", "blank", "space")
"""Of findings."""

FINDINGS_MAX: Final = 1000
"""Findings that are kept; the counts go on."""

_SHOWN: Final = 2
"""Characters of a value shown at either end."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One row that something is wrong with."""

    row: int
    """From 1, blank rows counted."""
    reason: str
    """As in ``Verdict.invalid``, or ``blank``, ``space``, ``quote``, ``columns``."""
    excerpt: str
    """The value, masked and with control characters escaped."""
    character: str = ""
    """The character to blame, such as ``U+200B``."""

    def as_dict(self) -> dict[str, Any]:
        """For the command line."""
        found: dict[str, Any] = {"row": self.row, "reason": self.reason, "excerpt": self.excerpt}
        return found | ({"character": self.character} if self.character else {})


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is to be done with a file."""

    outcome: Outcome
    code: str
    """``ok``, or the reason that weighs most."""
    notes: tuple[str, ...] = ()
    """Everything else worth saying; in a ``fix`` also what the copy would mend."""
    rows: int = 0
    """All rows, blank ones counted."""
    accounts: int = 0
    """Good rows, each account once."""
    blank: int = 0
    duplicates: int | None = 0
    """Good rows that repeat an earlier one; None: too many rows to count them."""
    invalid: dict[str, int] = field(default_factory=dict)
    """Rows that are no account, by reason: ``length``, ``control``, ``type`` …"""
    findings: tuple[Finding, ...] = ()
    """The first ``FINDINGS_MAX``, by row."""
    detail: dict[str, Any] = field(default_factory=dict)
    """What a sentence needs beside the code: ``offset``, ``names``, ``kind``, ``size_bytes`` …

    Of phone numbers ``countries``: how many rows each of ``phone_number.CALLING_CODES`` has."""

    def as_dict(self) -> dict[str, Any]:
        """The shape that ``tpns-desktop check --json`` prints."""
        return {
            "outcome": self.outcome,
            "code": self.code,
            "notes": list(self.notes),
            "rows": self.rows,
            "accounts": self.accounts,
            "blank": self.blank,
            "duplicates": self.duplicates,
            "invalid": dict(self.invalid),
            "findings": [finding.as_dict() for finding in self.findings],
            "detail": dict(self.detail),
        }


class Refusal(Exception):
    """The file cannot be used; ``code`` and ``detail`` as in ``Verdict``."""

    def __init__(self, code: str, **detail: Any) -> None:
        super().__init__(code)
        self.code = code
        self.detail = detail


def masked(value: bytes) -> str:
    """The value of a row as it may be shown: its ends, nothing that a terminal would obey."""
    text = value.decode("utf-8", errors="replace")
    if len(text) > 2 * _SHOWN:
        text = f"{text[:_SHOWN]}…{text[-_SHOWN:]}"
    elif len(text) > _SHOWN:
        text = f"{text[:1]}…"
    return escaped(text)


def escaped(text: str) -> str:
    r"""``text`` with every character that does not print written as ``\u{…}``."""
    return "".join(c if c.isprintable() else f"\\u{{{ord(c):x}}}" for c in text)
