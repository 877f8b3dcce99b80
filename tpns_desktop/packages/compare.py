"""Two lists beside each other, and single values in a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import chain
from pathlib import Path
from typing import Any, Final

import numpy as np

from tpns_desktop.packages import source
from tpns_desktop.packages.check import Progress, is_preamble
from tpns_desktop.packages.lines import Lines
from tpns_desktop.packages.repeats import Repeats
from tpns_desktop.packages.rules import rule_of
from tpns_desktop.packages.scan import kept, scan, spans
from tpns_desktop.packages.source import Source
from tpns_desktop.packages.verdict import Refusal, masked

_RULE: Final = rule_of()


@dataclass(frozen=True, slots=True)
class Compared:
    """How many different accounts two lists hold."""

    both: int
    only_first: int
    only_second: int

    def as_dict(self) -> dict[str, Any]:
        """For the pipe between the child and the program."""
        return asdict(self)


def compare(first: Path, second: Path, progress: Progress | None = None) -> Compared:
    """Count what two lists share. Exact. Raises Refusal, also ``too_many`` rows to tell.

    The lists are laid end to end: what repeats there and in neither alone is in both. No values
    are kept (see ``repeats``), so ten million rows come to 80 MB.
    """
    with source.opened(first) as one, source.opened(second) as other:
        size = one.text_bytes + 2 * other.text_bytes
        done = 0

        def distinct(*lists: Source) -> tuple[int, int]:
            """Different accounts in these lists together, and in the first of them."""
            nonlocal done
            repeats = Repeats(sum(opened.text_bytes for opened in lists) // 3 + 1)
            good, rows = [0] * len(lists), [0] * len(lists)
            for number, opened in enumerate(lists):
                for data in _values(opened):
                    found = scan(data, _RULE, csv=False, findings_max=0)
                    repeats.add(found)
                    good[number] += found.good
                    rows[number] += found.rows
                    done += len(data)
                    if progress is not None:
                        progress(min(done, size), size)
            again = repeats.rows(lambda: chain.from_iterable(map(_values, lists)), csv=False)
            if again is None:
                raise Refusal("too_many")
            return sum(good) - len(again), good[0] - int((again < rows[0]).sum())

        alone, _ = distinct(other)
        together, ahead = distinct(one, other)
        return Compared(ahead + alone - together, together - alone, together - ahead)


def found_in(path: Path, values: Iterable[str]) -> list[bool]:
    """Tell of each value whether the list holds it. Raises Refusal."""
    asked = [value.strip().encode() for value in values]
    missing = set(asked)
    with source.opened(path) as opened:
        for data in _values(opened):
            # Most blocks hold none of them, which is seen without cutting them into rows.
            near = {value for value in missing if value in data}
            if near:
                missing -= near.intersection(data[:-1].split(b"\n"))
            if not missing:
                break
    return [value not in missing for value in asked]


def first_of(path: Path, count: int) -> list[str]:
    """The first values of a list, masked; none of one that cannot be read as it is."""
    shown: list[str] = []
    try:
        with source.opened(path) as opened:
            for data in _values(opened):
                values = data.split(b"\n", count - len(shown))[: count - len(shown)]
                shown += [masked(value) for value in values if value]
                if len(shown) == count:
                    break
    except (Refusal, OSError, ValueError):
        return []
    return shown


def _values(opened: Source) -> Iterator[bytes]:
    """Blocks of the values as they are compared: without blank rows, spaces and simple quotes."""
    for number, data in enumerate(Lines(opened.blocks())):
        if number == 0 and opened.csv and is_preamble(data):
            data = data[data.index(b"\n") + 1 :]
        if data:
            _, _, s, e = spans(data, np.frombuffer(data, np.uint8), csv=opened.csv)
            if block := kept(data, s, e, e > s):
                yield block
