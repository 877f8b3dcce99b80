"""What a chart is given, and the table that says the same in figures."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import datetime

MARKS = ("●", "▲", "■", "◆", "✚")
SYMBOLS = ("o", "t1", "s", "d", "+")
"""The shape of each line's marks in turn, in words and as pyqtgraph calls it."""
BAR_MARKS = ("■", "▨", "▤", "▦", "▩")
"""The filling of each group's bars in turn. Shapes and fillings say what colour alone must not."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Series:
    """One line over time. `colour` is the name of a token; None leaves a gap."""

    key: str
    name: str
    colour: str
    points: tuple[tuple[datetime, int | None], ...]
    """(aware instant, value), the oldest first."""


@dataclass(frozen=True)
class Bars:
    """One bar a group. `colour` is the name of a token; None leaves its place empty."""

    key: str
    name: str
    colour: str
    values: tuple[int | None, ...]
    """As many as there are groups."""


@dataclass(frozen=True)
class Table:
    """The same in figures: each row begins with a word, the rest are numbers or None."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int | None, ...]], ...]


def csv_of(table: Table) -> bytes:
    """The table as a spreadsheet reads it: UTF-8 with its mark, numbers ungrouped, None empty."""
    return csv_bytes(
        [
            table.headers,
            *((word, *("" if v is None else v for v in row)) for word, row in table.rows),
        ]
    )


def csv_bytes(rows: list[tuple[str | int, ...]]) -> bytes:
    """Rows as a spreadsheet reads them. A word that would act as a formula is kept a word."""
    text = io.StringIO()
    csv.writer(text).writerows([_cell(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _cell(cell: str | int) -> str | int:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
