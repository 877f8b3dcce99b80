"""JSON bytes → lines for reading: only white space is added, and what cannot be seen is shown.

Works on the text itself, not on parsed values: numbers, escapes and the order of fields stay as
they will be sent. Standard library only, no Qt.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

INDENT = "  "
FOLD_ABOVE = 12
"""A list of more plain values than this is folded, if folding is asked for."""
FOLD_SHOWN = 3
"""How many values of a folded list are shown."""

_PIECE = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\],:]|[^\s{}\[\],:"]+', re.DOTALL)

_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufdd0\ufdd1\ufeff\uffa0\ufff9-\ufffb]"
)


@dataclass(frozen=True)
class Fold:
    """The line that stands for values left out: how many, and what is around the number."""

    indent: str
    hidden: int


def json_lines(data: bytes, fold: bool = False) -> list[str | Fold]:
    """The lines of a JSON text, two spaces a level.

    With `fold`, a list of more than FOLD_ABOVE plain values shows the first FOLD_SHOWN and a
    `Fold`. Bytes that are no UTF-8 are replaced; text that is no JSON comes out as it is, in lines.
    """
    text = data.decode("utf-8", "replace")
    pieces: list[str] = _PIECE.findall(text)
    if not pieces or pieces[0] not in ("{", "["):
        return [_seen(line) for line in text.splitlines()]
    lines: list[str | Fold] = []
    here = ""
    level = 0
    place = 0
    while place < len(pieces):
        piece = pieces[place]
        following = pieces[place + 1] if place + 1 < len(pieces) else ""
        if piece in "{[" and following in ("}", "]"):
            here += piece + following
            place += 1
        elif piece in "{[":
            lines.append(here + piece)
            level += 1
            here = INDENT * level
            end = _end_of_plain_list(pieces, place) if fold and piece == "[" else None
            if end is not None:
                values = (end - place) // 2
                lines.extend(
                    here + _seen(pieces[place + 1 + 2 * n]) + "," for n in range(FOLD_SHOWN)
                )
                lines.append(Fold(here, values - FOLD_SHOWN))
                place = end
                level -= 1
                here = INDENT * level + "]"
        elif piece in "}]":
            if here.strip():
                lines.append(here)
            level = max(level - 1, 0)
            here = INDENT * level + piece
        elif piece == ",":
            lines.append(here + piece)
            here = INDENT * level
        elif piece == ":":
            here += ": "
        else:
            here += _seen(piece)
        place += 1
    if here.strip():
        lines.append(here)
    return lines


_COMPARED = 200
"""Lines between the first and the last that differ, up to which they are compared one by one."""


def same_ends(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """How many lines are equal at the beginning, and how many of the others at the end."""
    shorter = min(len(old), len(new))
    above = 0
    while above < shorter and old[above] == new[above]:
        above += 1
    below = 0
    while below < shorter - above and old[-1 - below] == new[-1 - below]:
        below += 1
    return above, below


def changed_lines(old: Sequence[str], new: Sequence[str]) -> list[int]:
    """Places of the lines of `new` that are not in `old` there; a comma alone is no change."""
    above, below = same_ends(old, new)
    before = [line.rstrip(",") for line in old[above : len(old) - below]]
    after = [line.rstrip(",") for line in new[above : len(new) - below]]
    if max(len(before), len(after)) > _COMPARED:
        return list(range(above, above + len(after)))
    found: list[int] = []
    for kind, _, _, start, end in SequenceMatcher(None, before, after, False).get_opcodes():
        if kind in ("insert", "replace"):
            found += range(above + start, above + end)
    return found


def _end_of_plain_list(pieces: list[str], start: int) -> int | None:
    """Where the list that opens at `start` closes, if it is long and all its values are plain."""
    try:
        end = pieces.index("]", start)
    except ValueError:
        return None
    if (end - start) // 2 <= FOLD_ABOVE:
        return None
    inside = pieces[start + 1 : end]
    return None if "{" in inside or "[" in inside or ":" in inside else end


def _seen(text: str) -> str:
    """Characters that have no shape of their own as the JSON escape that means the same."""
    return _UNSEEN.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found.group()):04x}"
