"""What is written into tables that other programs open."""

from __future__ import annotations

from typing import Final

from tpns_desktop.packages.verdict import escaped

_RISKY: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠")  # noqa: RUF001
"""First characters by which a spreadsheet program would take a text for a formula."""


def safe(value: str) -> str:
    """``value`` as a cell that is shown and never run, in a program of any language."""
    shown = escaped(value)
    return f"'{shown}" if shown.lstrip().startswith(_RISKY) else shown
