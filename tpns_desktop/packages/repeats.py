"""How many rows repeat an earlier one: exactly, without keeping the rows.

A short value is its own key. Of the longer ones hashes are kept; only rows whose hashes are equal
are read a second time and compared as bytes, so no two different accounts are ever called one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tpns_desktop.packages.scan import Keys, Scanned

ROWS_MAX: Final = 20_000_000
"""Rows beyond which repeats are not counted: their keys alone would fill 160 MB."""

AT_ONCE: Final = 500_000
"""Values compared in one reading; more make more readings, not more memory."""
_STEP: Final = 1 << 20
_FILTER: Final = (1 << 24) - 1

Rows = NDArray[np.intp]
"""Numbers of long rows, from 0, in the order of the text."""


class Repeats:
    """Takes the blocks of a text in order, then counts."""

    def __init__(
        self, text_bytes: int, *, rows_max: int = ROWS_MAX, at_once: int = AT_ONCE
    ) -> None:
        """``text_bytes``: size of the whole text, to make room once. Room not used costs none."""
        self._rows_max, self._at_once = rows_max, at_once
        longs = min(text_bytes // 9 + 2, rows_max)
        self._short: Keys = np.empty(min(text_bytes // 2 + 2, rows_max), np.uint64)
        self._long: Keys = np.empty(longs, np.uint64)
        self._at = np.empty(longs, np.uint32)
        self._sizes = np.empty(longs, np.uint16)
        self._shorts = self._longs = 0
        self._ends: list[int] = []
        """Of each block, how many long rows there are up to its end."""
        self.skipped = False

    def add(self, scanned: Scanned) -> None:
        """Take the next block."""
        if self.skipped:
            return
        short, long = len(scanned.short), len(scanned.long)
        if self._shorts + self._longs + short + long > self._rows_max:
            self.skipped = True
            self._short = self._long = np.empty(0, np.uint64)
            return
        self._short[self._shorts : self._shorts + short] = scanned.short
        place = slice(self._longs, self._longs + long)
        self._long[place] = scanned.long
        self._at[place] = scanned.long_at
        self._sizes[place] = scanned.long_sizes
        self._shorts += short
        self._longs += long
        self._ends.append(self._longs)

    def count(self, read: Callable[[], Iterable[bytes]]) -> int | None:
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
            repeats += self._repeated(rows, read())
        return repeats

    def _alike(self) -> Rows:
        """The long rows whose hash is there more than once, ordered by hash."""
        keys = self._long[: self._longs]
        # Half the hash first: half the memory, and few rows are left for the other half.
        low = keys.astype(np.uint32)
        low.sort()
        twice = low[1:][low[1:] == low[:-1]]
        del low
        if not len(twice):
            return np.empty(0, np.intp)
        marked = np.zeros(_FILTER + 1, bool)
        marked[twice & np.uint32(_FILTER)] = True
        found = []
        for start in range(0, len(keys), _STEP):
            part = keys[start : start + _STEP]
            found.append(np.flatnonzero(marked[part & np.uint64(_FILTER)]) + start)
        rows = np.concatenate(found)
        whole = keys[rows]
        order = np.argsort(whole, kind="stable")
        whole = whole[order]
        same = whole[1:] == whole[:-1]
        keep = np.zeros(len(rows), bool)
        keep[1:] = same
        keep[:-1] |= same
        alike: Rows = rows[order[keep]]
        return alike

    def _portions(self, rows: Rows) -> Iterator[Rows]:
        """So few rows at once that their values can be kept; equal hashes stay together."""
        if not len(rows):
            return
        keys = self._long[rows]
        edges = np.append(np.flatnonzero(keys[1:] != keys[:-1]) + 1, len(rows))
        start = 0
        while start < len(rows):
            # As many whole groups as fit, one at the least.
            within = int(np.searchsorted(edges, start + self._at_once, side="right"))
            first = int(np.searchsorted(edges, start, side="right"))
            stop = int(edges[max(within - 1, first)])
            yield np.sort(rows[start:stop])
            start = stop

    def _repeated(self, rows: Rows, blocks: Iterable[bytes]) -> int:
        """Of these rows (ascending), how many have the bytes of an earlier one."""
        seen: set[bytes] = set()
        begins = self._at[rows].astype(np.int64)
        ends = (begins + self._sizes[rows]).tolist()
        cuts = np.searchsorted(rows, np.array(self._ends)).tolist()
        starts = begins.tolist()
        taken = 0
        for data, cut in zip(blocks, cuts, strict=True):
            pairs = zip(starts[taken:cut], ends[taken:cut], strict=True)
            seen.update([data[begin:end] for begin, end in pairs])
            taken = cut
        return len(rows) - len(seen)
