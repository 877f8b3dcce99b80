"""How wide a text is as phones count it. Any string is taken; standard library only.

Source: tpns-rest 5.10 (62 half-widths are 31 Chinese characters).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

_ZWJ = "\u200d"


def half_widths(text: str) -> int:
    """Width of `text` as phones count it: a Chinese character or an emoji is 2, a letter 1."""
    if text.isascii():
        return len(text)
    return sum(width for _, width in _widths(text))


def fitting(text: str, limit: int) -> str:
    """The longest beginning of `text` that is at most `limit` half-widths wide."""
    if text.isascii():
        return text[:limit]
    used = 0
    for index, width in _widths(text):
        used += width
        if used > limit:
            return text[:index]
    return text


def first(text: str, limit: int) -> str:
    """The longest beginning of at most `limit` characters that ends inside no emoji or accent."""
    end = limit
    if len(text) <= limit:
        return text
    while end and (_melts(text[end]) or text[end - 1] == _ZWJ):
        end -= 1
    return text[: end or limit]


def _melts(char: str) -> bool:
    """Whether it shows as part of what stands before it."""
    return not char.isascii() and _width(char) == 0


def _widths(text: str) -> Iterator[tuple[int, int]]:
    joined = False
    for index, char in enumerate(text):
        if char == _ZWJ:
            joined = True
            yield index, 0
            continue
        # What follows a joiner melts into the emoji before it.
        width = 0 if joined else _width(char)
        joined = False
        yield index, width


def _width(char: str) -> int:
    if char.isascii():
        return 1
    if unicodedata.east_asian_width(char) in "WF":
        # Skin tones are wide characters of their own, but show as part of the emoji before them.
        return 0 if "\U0001f3fb" <= char <= "\U0001f3ff" else 2
    return 0 if unicodedata.category(char) in ("Mn", "Me", "Cf") else 1
