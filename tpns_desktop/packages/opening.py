"""The first values of a file, masked: what a person recognises a list by."""

from __future__ import annotations

from pathlib import Path

from tpns_desktop.packages import source
from tpns_desktop.packages.lines import Lines
from tpns_desktop.packages.verdict import Refusal, masked

_SPACE = b' \t"'
"""Left out around a value; a byte each, so that no character of several bytes is cut."""


def first_of(path: Path, count: int) -> list[str]:
    """Give at most ``count`` values; none of a file that cannot be read as it is."""
    found: list[str] = []
    try:
        with source.opened(path) as opened:
            for data in Lines(opened.blocks()):
                for number, row in enumerate(data.split(b"\n")):
                    value = row.strip(_SPACE)
                    if value and not (number == 0 and value[:4].lower() == b"sep="):
                        found.append(masked(value))
                    if len(found) == count:
                        return found
    except (Refusal, OSError, ValueError):
        return []
    return found
