"""Accounts that a person typed or pasted, row by row. Standard library only."""

from __future__ import annotations

from dataclasses import dataclass

from tpns_desktop.model.account_types import fits
from tpns_desktop.model.draft import ids_of, lines_of


@dataclass(frozen=True)
class TypedIds:
    """What stands in a box with one id a line."""

    count: int
    """Different ids."""
    repeats: int
    odd: tuple[tuple[int, str], ...]
    """Line (from 1, blank ones counted) and text of each id that has not the format, the first
    time it stands there."""


def typed_accounts(text: str, account_type: int) -> TypedIds:
    """The accounts in ``text``; a number that is in no table has no format to be odd against."""
    ids, repeats = ids_of(text)
    strange = {one for one in ids if not fits(account_type, one)}
    odd: dict[str, int] = {}
    if strange:
        for number, line in enumerate(lines_of(text), 1):
            if line in strange:
                odd.setdefault(line, number)
    return TypedIds(len(ids), repeats, tuple((number, line) for line, number in odd.items()))
