"""How many rows repeat an earlier one: exactly, without keeping the rows.

A short value is its own key. Of the longer ones hashes are kept; only rows whose hashes are equal
are read a second time and compared as bytes, so no two different accounts are ever called one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tpns_desktop.packages.scan import Keys, Places, Scanned

ROWS_MAX: Final = 20_000_000
"""Rows beyond which repeats are not counted: their keys alone would fill 160 MB."""

Block = tuple[bytes, Places, Places]
"""Bytes of whole rows, and where each value begins and ends."""

_AT_ONCE: Final = 500_000
"""Values compared in one reading; more make more readings, not more memory."""
_STEP: Final = 1 << 20
_FILTER: Final = (1 << 24) - 1


class Repeats:
    """Takes the blocks of a text in order, then counts."""

    def __init__(self, text_bytes: int) -> None:
        """``text_bytes``: size of the whole text, to make room once. Room not used costs none."""
        self._short: Keys = np.empty(min(text_bytes // 2 + 2, ROWS_MAX), np.uint64)
        self._long: Keys = np.empty(min(text_bytes // 9 + 2, ROWS_MAX), np.uint64)
        self._shorts = self._longs = 0
        self._blocks: list[tuple[int, int, NDArray[np.uint32] | None]] = []
        """Of each block: its first row, how many long rows, which."""
        self.skipped = False

    def add(self, first_row: int, scanned: Scanned) -> None:
        """Take a block whose first row is number ``first_row`` of the text, from 0."""
        if self.skipped:
            return
        short, long = len(scanned.short), len(scanned.long)
        if self._shorts + self._longs + short + long > ROWS_MAX:
            self.skipped = True
            self._short = self._long = np.empty(0, np.uint64)
            self._blocks.clear()
            return
        self._short[self._shorts : self._shorts + short] = scanned.short
        self._long[self._longs : self._longs + long] = scanned.long
        self._shorts += short
        self._longs += long
        self._blocks.append((first_row, long, scanned.long_rows))

    def count(self, read: Callable[[], Iterable[Block]]) -> int | None:
        """How many rows repeat an earlier one; None when there were too many to tell.

        ``read`` gives the same blocks again; it is called only if hashes are equal.
        """
        if self.skipped:
            return None
        short, self._short = self._short[: self._shorts], np.empty(0, np.uint64)
        short.sort()
        repeats = int(np.count_nonzero(short[1:] == short[:-1]))
        del short
        for rows in self._portions(self._alike()):
            repeats += _repeated(rows, read())
        return repeats

    def _alike(self) -> NDArray[np.intp]:
        """Which of the long rows have a hash that is there more than once, ordered by hash."""
        keys = self._long[: self._longs]
        # Half the hash first: half the memory, and few rows are left for the other half.
        low = keys.astype(np.uint32)
        low.sort()
        twice = np.unique(low[1:][low[1:] == low[:-1]])
        del low
        if not len(twice):
            return np.empty(0, np.intp)
        marked = np.zeros(_FILTER + 1, bool)
        marked[twice & np.uint32(_FILTER)] = True
        found = []
        for start in range(0, len(keys), _STEP):
            part = keys[start : start + _STEP]
            some = np.flatnonzero(marked[part & np.uint64(_FILTER)])
            half = part[some].astype(np.uint32)
            place = np.minimum(np.searchsorted(twice, half), len(twice) - 1)
            found.append(some[twice[place] == half] + start)
        rows = np.concatenate(found)
        whole = keys[rows]
        order = np.argsort(whole, kind="stable")
        whole = whole[order]
        same = whole[1:] == whole[:-1]
        keep = np.zeros(len(rows), bool)
        keep[1:] = same
        keep[:-1] |= same
        return rows[order[keep]]

    def _portions(self, rows: NDArray[np.intp]) -> Iterator[NDArray[np.int64]]:
        """Rows of the text, in order, so few at once that they can be kept; hashes stay together."""
        if not len(rows):
            return
        keys = self._long[rows]
        edges = np.flatnonzero(np.append(keys[1:] != keys[:-1], True)) + 1
        start = 0
        while start < len(rows):
            reach = np.searchsorted(edges, start + _AT_ONCE, side="right") - 1
            stop = int(edges[max(reach, 0)])
            if stop <= start:  # one value more often than that
                stop = int(edges[np.searchsorted(edges, start, side="right")])
            yield np.sort(self._row_numbers(rows[start:stop]))
            start = stop

    def _row_numbers(self, places: NDArray[np.intp]) -> NDArray[np.int64]:
        counts = np.array([count for _, count, _ in self._blocks], np.int64)
        firsts = np.cumsum(counts) - counts
        numbers = np.empty(len(places), np.int64)
        block = np.searchsorted(firsts, places, side="right") - 1
        for index in np.unique(block).tolist():
            mine = block == index
            inside = places[mine] - firsts[index]
            first_row, _, rows = self._blocks[index]
            numbers[mine] = first_row + (inside if rows is None else rows[inside])
        return numbers


def _repeated(rows: NDArray[np.int64], blocks: Iterable[Block]) -> int:
    """Of these rows (ascending), how many have the bytes of an earlier one."""
    seen: set[bytes] = set()
    first = taken = 0
    for data, s, e in blocks:
        until = int(np.searchsorted(rows, first + len(s)))
        mine = rows[taken:until] - first
        seen.update(
            data[begin:end] for begin, end in zip(s[mine].tolist(), e[mine].tolist(), strict=True)
        )
        taken = until
        first += len(s)
        if taken == len(rows):
            break
    return len(rows) - len(seen)
