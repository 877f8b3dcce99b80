"""The first rows of a file as a person sees them before choosing an encoding or a column.

Reads the beginning only, and shows values masked. Standard library only.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from tpns_desktop.packages import source
from tpns_desktop.packages.verdict import Refusal, masked

ROWS: Final = 5
_BYTES: Final = 64 << 10
_DELIMITERS: Final = (",", ";", "\t")
_MARKS: Final = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))


@dataclass(frozen=True)
class Preview:
    """What the first rows look like in one encoding."""

    rows: tuple[tuple[str, ...], ...]
    """Masked values, a column each."""
    delimiter: str
    """What parts the columns; empty: there is one column only."""

    @property
    def columns(self) -> int:
        """How many columns the widest of the rows has."""
        return max((len(row) for row in self.rows), default=0)


def preview(path: Path, encoding: str = "utf-8", rows: int = ROWS) -> Preview:
    """The first rows that are not blank, read as `encoding` (a mark at the beginning wins).

    Raises Refusal, OSError.
    """
    with source.opened(path) as opened:
        head = b""
        for block in opened.blocks():
            head += block
            if len(head) >= _BYTES:
                break
    head = head[:_BYTES]
    encoding = next((name for mark, name in _MARKS if head.startswith(mark)), encoding)
    try:
        text = head.decode(encoding, "replace")
    except LookupError:
        raise Refusal("encoding") from None
    lines = [line for line in text.splitlines() if line.strip()]
    if len(head) == _BYTES and len(lines) > 1:
        lines.pop()  # cut somewhere
    if lines and lines[0].lower().startswith("sep="):
        lines = lines[1:]
    lines = lines[:rows]
    delimiter = _delimiter(lines)
    if not delimiter:
        return Preview(tuple((_shown(line),) for line in lines), "")
    fields = islice(csv.reader(lines, delimiter=delimiter), rows)
    return Preview(tuple(tuple(map(_shown, row)) for row in fields), delimiter)


def _delimiter(lines: list[str]) -> str:
    """What most of the rows are parted by into at least two columns that hold something."""
    best, most = "", 0
    for delimiter in _DELIMITERS:
        parted = 0
        for row in csv.reader(lines, delimiter=delimiter):
            parted += sum(bool(field.strip()) for field in row) > 1
        if 2 * parted >= len(lines) and parted > most:
            best, most = delimiter, parted
    return best


def _shown(value: str) -> str:
    return masked(value.strip().encode())
