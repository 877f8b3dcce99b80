"""Accounts and device ids, looked at as they are typed. Standard library only."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from tpns_desktop.model.account_types import fits
from tpns_desktop.model.draft import ids_of, lines_of
from tpns_desktop.model.limits import TOKEN_LENGTH

_TOKEN: Final = re.compile(r"[0-9a-f]+")


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


def token_look(token: str) -> str:
    """What can be told of a device id by looking at it (tpns-rest 5.1 and the published samples).

    "" while there is none, "right", "short" or "long" (other than 36 characters), "masked" (stars
    in it, as logs show it), "letters" (others than digits and a to f).
    """
    if not token:
        return ""
    if "*" in token:
        return "masked"
    if len(token) != TOKEN_LENGTH:
        return "short" if len(token) < TOKEN_LENGTH else "long"
    return "right" if _TOKEN.fullmatch(token) else "letters"
