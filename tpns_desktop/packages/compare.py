"""Two lists beside each other, and single values in a list."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from tpns_desktop.packages import source
from tpns_desktop.packages.check import Progress
from tpns_desktop.packages.lines import Lines
from tpns_desktop.packages.scan import spans
from tpns_desktop.packages.verdict import Refusal, masked


@dataclass(frozen=True, slots=True)
class Compared:
    """How many different values two lists hold."""

    both: int
    only_first: int
    only_second: int

    def as_dict(self) -> dict[str, Any]:
        """For the pipe between the child and the program."""
        return asdict(self)


def compare(first: Path, second: Path, progress: Progress | None = None) -> Compared:
    """Count what two lists share. Exact. Raises Refusal."""
    one = set(_values(first))
    both = only_second = 0
    seen: set[bytes] = set()
    for value in _values(second):
        if value in seen:
            continue
        seen.add(value)
        if value in one:
            both += 1
        else:
            only_second += 1
    return Compared(both, len(one) - both, only_second)


def found_in(path: Path, values: Iterable[str]) -> list[bool]:
    """Tell of each value whether the list holds it. Raises Refusal."""
    asked = [value.strip().encode() for value in values]
    wanted = set(asked)
    found: set[bytes] = set()
    for value in _values(path):
        if value in wanted:
            found.add(value)
            if len(found) == len(wanted):
                break
    return [value in found for value in asked]


def first_of(path: Path, count: int) -> list[str]:
    """The first values of a list, masked; none of one that cannot be read as it is."""
    try:
        return [masked(value) for value in itertools.islice(_values(path), count)]
    except (Refusal, OSError, ValueError):
        return []


def _values(path: Path) -> Iterator[bytes]:
    with source.opened(path) as opened:
        for data in Lines(opened.blocks()):
            _, _, s, e = spans(data, np.frombuffer(data, np.uint8), csv=opened.csv)
            for begin, end in zip(s.tolist(), e.tolist(), strict=True):
                if end > begin:
                    yield data[begin:end]
