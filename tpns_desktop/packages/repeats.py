"""Which rows repeat an earlier one: exactly, without keeping the rows.

Every good row is one number: a hash of its bytes, and where it stands. Sorted, rows that may be
equal lie side by side; only these are read a second time and compared as bytes, so no two
different accounts are ever called one.
"""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import Final

import numpy as np

from tpns_desktop.packages.ahead import ahead
from tpns_desktop.packages.scan import (
    HASH_BITS,
    ROW_BITS,
    Bytes,
    Keys,
    Mask,
    Places,
    Rows,
    Scanned,
    pairs_of,
    spans,
    two_words,
)

ROWS_MAX: Final = 20_000_000
"""Good rows beyond which repeats are not looked for: their keys alone would fill 160 MB."""
AT_ONCE: Final = 3_000_000
"""Words of 8 bytes compared in one reading; more make more readings, not more memory."""

_STEP: Final = 1 << 16
_ROW: Final = np.uint64((1 << ROW_BITS) - 1)
_ROW_SHIFT: Final = np.uint64(ROW_BITS)
_WORDS_SHIFT: Final = np.uint64(ROW_BITS + HASH_BITS)


class Repeats:
    """Takes the blocks of a text in order, then tells."""

    def __init__(self, rows: int, *, rows_max: int = ROWS_MAX, at_once: int = AT_ONCE) -> None:
        """``rows``: as many as there may be, to make room once. Room not used costs none."""
        self._rows_max, self._at_once = rows_max, at_once
        self._keys: Keys = np.empty(min(rows, rows_max), np.uint64)
        self._count = 0
        self._lengths: list[Bytes | None] = []
        self._ends: list[int] = []
        """Of each block, how many rows there are up to its end."""
        self.skipped = False

    def add(self, scanned: Scanned) -> None:
        """Take the next block."""
        before = self._ends[-1] if self._ends else 0
        self._ends.append(before + scanned.rows)
        self._lengths.append(scanned.lengths)
        taken = self._count + scanned.good
        if self.skipped or taken > self._rows_max or self._ends[-1] > int(_ROW):
            self.skipped, self._keys, self._lengths = True, np.empty(0, np.uint64), []
            return
        np.add(scanned.keys, np.uint64(before), out=self._keys[self._count : taken])
        self._count = taken

    def rows(self, read: Callable[[], Iterable[bytes]], *, csv: bool) -> Rows | None:
        """Numbers (from 0) of the rows that repeat an earlier one; None: too many to tell.

        ``read`` gives the same blocks again; it is called only if hashes are equal.
        """
        if self.skipped:
            return None
        keys, self._keys = self._keys[: self._count], np.empty(0, np.uint64)
        _sort(keys)
        exact = int(np.searchsorted(keys, np.uint64(1) << _WORDS_SHIFT))
        repeated: list[Rows] = []
        for place, same in _followed(keys, 0, exact):
            again = keys[place + 1 : place + 1 + len(same)][same]
            repeated.append((again & _ROW).astype(np.int64))
        alike = _alike(keys, exact)
        del keys
        for portion in self._portions(alike):
            repeated += self._compared_in_parts(portion, read, csv=csv)
        found: Rows = np.concatenate([np.empty(0, np.int64), *repeated])
        found.sort()
        return found

    def _portions(self, keys: Keys) -> Iterator[Keys]:
        """So few rows at once that their values can be kept; equal hashes stay together."""
        start = 0
        while start < len(keys):
            # Ordered by words, so the last row of a portion is its widest.
            stop = start + bisect.bisect_right(
                range(start, len(keys)),
                self._at_once,
                key=lambda last: (last - start + 1) * int(keys[last] >> _WORDS_SHIFT),
            )
            if stop < len(keys):
                this = keys[stop] >> _ROW_SHIFT << _ROW_SHIFT
                stop = int(np.searchsorted(keys, this))
                if stop == start:  # a single group, too large or not
                    stop = int(np.searchsorted(keys, this | _ROW, side="right"))
            yield keys[start:stop]
            start = stop

    def _compared_in_parts(
        self, keys: Keys, read: Callable[[], Iterable[bytes]], *, csv: bool
    ) -> Iterator[Rows]:
        """As ``_compared``; a portion that is a single group too large is cut.

        Each part begins with the different values of the group so far.
        """
        most = max(1, self._at_once // int(keys[-1] >> _WORDS_SHIFT))
        different = keys[:0]
        for start in range(0, len(keys), most):
            part = np.concatenate([different, keys[start : start + most]])
            found = self._compared(part, read(), csv=csv)
            yield found
            if start + most < len(keys):
                rows = (part & _ROW).astype(np.int64)
                different = part[~np.isin(rows, found, assume_unique=True)]

    def _compared(self, keys: Keys, blocks: Iterable[bytes], *, csv: bool) -> Rows:
        """Of these rows (ordered by hash, then by row), the ones that repeat an earlier one."""
        rows = (keys & _ROW).astype(np.int64)
        width = int(keys[-1] >> _WORDS_SHIFT)
        values = np.empty((width, len(rows)), np.uint64)
        order = np.argsort(rows)
        cuts = np.searchsorted(rows, np.array([0, *self._ends]), sorter=order).tolist()
        places = (order[start:stop] for start, stop in pairwise(cuts))

        def take(block: tuple[bytes, Rows, int, Bytes | None]) -> None:
            data, here, before, lengths = block
            if len(here):
                s, e = _of_rows(data, rows[here] - before, lengths, csv=csv)
                pairs = pairs_of(data)
                for word in range(0, width, 2):
                    left = np.maximum(e - s - 8 * word, 0)
                    two = two_words(pairs, np.minimum(s + 8 * word, len(data)), left)
                    for place, words in enumerate(two[: width - word]):
                        values[word + place, here] = words

        begins = [0, *self._ends[:-1]]
        for _ in ahead(take, zip(blocks, places, begins, self._lengths, strict=True)):
            pass
        return rows[_repeating(keys >> _ROW_SHIFT, values)]


def _sort(keys: Keys) -> None:
    """Sort in place, on two threads."""
    if len(keys) <= _STEP:
        keys.sort()
        return
    middle = len(keys) // 2
    keys.partition(middle)
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(np.ndarray.sort, (keys[:middle], keys[middle:])))


def _alike(keys: Keys, start: int) -> Keys:
    """Of these keys in order the ones from ``start`` on that share their hash with another one."""
    shared = np.zeros(len(keys) + 1, bool)
    cuts = [start, (start + len(keys)) // 2, len(keys)]
    with ThreadPoolExecutor(2) as pool:
        parts = pool.map(lambda part: _shared(keys, *part), pairwise(cuts))
        for place, part in zip(cuts, parts, strict=False):
            shared[place : place + len(part)] |= part
    alike: Keys = keys[shared[:-1]]
    return alike


def _shared(keys: Keys, start: int, stop: int) -> Mask:
    """Of the keys from ``start`` to ``stop``, and of the next one, who has a neighbour's hash."""
    shared = np.zeros(stop - start + 1, bool)
    for place, same in _followed(keys, start, stop):
        here = shared[place - start : place - start + len(same) + 1]
        here[:-1] |= same
        here[1:] |= same
    return shared


def _followed(keys: Keys, start: int, stop: int) -> Iterator[tuple[int, Mask]]:
    """Step by step a place, and of the keys from there on who has the hash of the next one."""
    for place in range(start, stop, _STEP):
        # One more at the end: the next key may lie in the next step.
        part = keys[place : min(place + _STEP, stop) + 1]
        yield place, (part[1:] ^ part[:-1]) <= _ROW


def _of_rows(data: bytes, rows: Rows, lengths: Bytes | None, *, csv: bool) -> tuple[Places, Places]:
    """Where these rows of a block begin and end."""
    if lengths is None:
        _, _, starts, ends = spans(data, np.frombuffer(data, np.uint8), csv=csv)
        return starts[rows], ends[rows]
    # The rows before it, each with its line end.
    e = np.cumsum(lengths, dtype=np.int64)[rows] + rows
    return e - lengths[rows], e


def _repeating(hashes: Keys, values: Keys) -> Mask:
    """Which of these values (a column each), ordered by hash, equal an earlier one."""
    repeats: Mask = np.zeros(len(hashes), bool)
    same = hashes[1:] == hashes[:-1]
    equal = same.copy()
    for words in values:
        equal &= words[1:] == words[:-1]
    repeats[1:] = equal
    # Different values of one hash, which hardly ever happens: those hashes are gone through.
    for clash in set(hashes[1:][same & ~equal].tolist()):
        first, last = np.searchsorted(hashes, np.array([clash, clash + 1], np.uint64)).tolist()
        seen: set[bytes] = set()
        for place in range(first, last):
            value = values[:, place].tobytes()
            repeats[place] = value in seen
            seen.add(value)
    return repeats
