"""A cleaned copy beside a file that needs one; the file itself is never written to.

Owns what a copy changes. What there is to change was found by ``check``, what shall be changed was
said by a person, and the copy is checked again like any other file before it is used.
"""

from __future__ import annotations

import contextlib
import csv
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO, Final

import numpy as np

from tpns_desktop.packages import names, source
from tpns_desktop.packages.check import Progress, is_preamble
from tpns_desktop.packages.lines import Lines
from tpns_desktop.packages.partial import whole
from tpns_desktop.packages.repeats import Repeats
from tpns_desktop.packages.rules import Rule, rule_of
from tpns_desktop.packages.scan import SPACES, Mask, Rows, kept, scan, spans
from tpns_desktop.packages.verdict import Refusal

_STRIP: Final = "".join(space.decode() for space in SPACES)
_PARTS: Final = frozenset('",\t')
"""What no value in a .csv of one column may hold."""
_SINGLY: Final = frozenset({"quote", "trailing", "columns", "tab", "semicolon", "broken"})
"""Faults of a block that are mended row by row; blanks, spaces and bad rows go block by block."""
_CHINESE_MOBILE: Final = re.compile(r"861\d{10}")


@dataclass(frozen=True, slots=True)
class Mending:
    """What a person agreed to. Marks, line ends, blank rows and spaces are always mended."""

    kind: str = "account"
    account_type: int = 0
    encoding: str = "utf-8"
    """Of the file as it is."""
    delimiter: str = ""
    """What parts its columns; empty: it has one."""
    column: int = 0
    """The column with the accounts, from 0."""
    drop_first: bool = False
    """Leave the heading out."""
    drop_bad: bool = False
    """Leave out rows that are too short, too long or hold what no account may hold."""
    drop_misfits: bool = False
    """Leave out rows that do not fit the account type."""
    drop_repeats: bool = False
    """Keep the first of equal rows; not done beyond the rows that ``repeats`` can hold."""
    country_code: str = ""
    """Put before every number that has none, such as ``+86``."""
    shortest: int = 0
    """Characters of the shortest row, where it is not the rule's."""

    @property
    def rule(self) -> Rule:
        """The rule of a row. Raises ValueError for an account type that is in no table."""
        rule = rule_of(self.kind, self.account_type)
        return replace(rule, shortest=self.shortest) if self.shortest else rule


@dataclass(frozen=True, slots=True)
class Mended:
    """The copy that was written."""

    path: Path
    rows_before: int
    rows_after: int
    changed: dict[str, int]
    """Rows by what happened to them: ``blank``, ``space``, ``quote``, ``columns``, ``bad``,
    ``type``, ``repeat``, ``heading`` (also a preamble), ``country_code``, ``cr``, ``crlf``,
    ``encoding``; and ``bom`` and ``zip`` (packed anew), once a file."""

    def as_dict(self) -> dict[str, Any]:
        """For the pipe between the child and the program."""
        return {
            "path": str(self.path),
            "rows_before": self.rows_before,
            "rows_after": self.rows_after,
            "changed": dict(self.changed),
        }


def mend(
    path: Path,
    target: Path,
    mending: Mending,
    progress: Progress | None = None,
) -> Mended:
    """Write the cleaned copy of ``path`` to ``target``, whole or not at all.

    A zip becomes a new zip with the one text file. Raises Refusal (also ``exists``: nothing is
    ever overwritten; ``empty``: no row would be left), OSError.
    """
    with source.opened(path) as opened, whole(target) as file:
        passes = 2 if mending.drop_repeats else 1
        repeated = _repeated(opened, mending, progress) if mending.drop_repeats else None
        copy = _Copy(opened, mending)
        place = 0
        with _text(file, opened.entry.name if opened.entry else "") as text:
            for data in copy.blocks(progress, passes - 1, passes):
                if repeated is not None and len(repeated):
                    rows = data.count(b"\n")
                    cut = np.searchsorted(repeated, np.array([place, place + rows]))
                    data = _without(data, repeated[cut[0] : cut[1]] - place)
                    place += rows
                text.write(data)
        repeats = 0 if repeated is None else len(repeated)
        after = copy.after - repeats
        if after == 0:
            raise Refusal("empty")
        changed = {**copy.changed, "repeat": repeats, "zip": int(opened.entry is not None)}
    return Mended(target, copy.before, after, {r: n for r, n in changed.items() if n})


@contextlib.contextmanager
def _text(file: BinaryIO, inner: str) -> Iterator[Any]:
    """Where the rows go: into the file itself, or into the one entry of a new zip."""
    if not inner:
        yield file
        return
    with (
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed,
        packed.open(names.base(inner), "w") as entry,
    ):
        yield entry


def _repeated(opened: source.Source, mending: Mending, progress: Progress | None) -> Rows | None:
    """Numbers of the mended rows that repeat an earlier one; None: too many rows to tell."""
    repeats = Repeats(opened.text_bytes + 1)
    for data in _Copy(opened, mending).blocks(progress, 0, 2):
        repeats.add(scan(data, mending.rule, csv=False, findings_max=0))
    return repeats.rows(lambda: _Copy(opened, mending).blocks(), csv=False)


class _Copy:
    """One reading of a file, as the copy has it."""

    def __init__(self, opened: source.Source, mending: Mending) -> None:
        self._opened, self._mending = opened, mending
        self._rule = mending.rule
        self.changed: Counter[str] = Counter()
        self.before = self.after = 0

    def blocks(
        self, progress: Progress | None = None, number: int = 0, passes: int = 1
    ) -> Iterator[bytes]:
        """Blocks of whole rows. This is reading ``number`` (from 0) of ``passes``."""
        size = self._opened.text_bytes
        lines = Lines(self._opened.blocks(), self._mending.encoding)
        read, first = 0, True
        for data in lines:
            read += len(data)
            if first:
                data, first = self._begun(data), False
            if data and (block := self._mended(data)):
                self.after += block.count(b"\n")
                yield block
            if progress is not None:
                progress(number * size + min(read, size), passes * size)
        otherwise = lines.utf16 or self._mending.encoding != "utf-8"
        self.changed.update(
            encoding=self.before if otherwise else 0,
            bom=int(lines.bom),
            cr=lines.cr,
            crlf=lines.crlf,
        )

    def _begun(self, data: bytes) -> bytes:
        """The first block without preamble and heading."""
        if self._opened.csv and is_preamble(data):
            self.changed["heading"] += 1
            data = data[data.index(b"\n") + 1 :]
        if data and self._mending.drop_first:
            self.changed["heading"] += 1
            self.before += 1
            data = data[data.index(b"\n") + 1 :]
        return data

    def _mended(self, data: bytes) -> bytes:
        mending = self._mending
        found = scan(data, self._rule, csv=self._opened.csv, findings_max=0)
        self.before += found.rows
        if mending.delimiter or mending.country_code or not _SINGLY.isdisjoint(found.counts):
            return self._judged(b"".join(map(self._row, data[:-1].split(b"\n"))))
        self.changed["space"] += found.counts.get("space", 0)
        self.changed["blank"] += found.blank
        _, _, s, e = spans(data, np.frombuffer(data, np.uint8), csv=self._opened.csv)
        filled = e > s
        keep = filled & ~self._left_out(filled & found.bad_rows, found.misfits)
        return kept(data, s, e, keep)

    def _judged(self, block: bytes) -> bytes:
        """Rows that were mended one by one, without those that shall be left out."""
        if not block:
            return block
        found = scan(block, self._rule, csv=False, findings_max=0)
        return _without(block, np.flatnonzero(self._left_out(found.bad_rows, found.misfits)))

    def _left_out(self, bad: Mask, misfits: Mask) -> Mask:
        out: Mask = np.zeros(len(bad), bool)
        if self._mending.drop_bad:
            self.changed["bad"] += int(bad.sum())
            out |= bad
        if self._mending.drop_misfits and len(misfits):
            self.changed["type"] += int(misfits.sum())
            out |= misfits
        return out

    def _row(self, row: bytes) -> bytes:
        """One row of the copy with its LF; empty for one that is left out."""
        value = self._value(row.decode())
        if not value:
            self.changed["blank"] += 1
            return b""
        if self._mending.drop_bad and self._opened.csv and not _PARTS.isdisjoint(value):
            self.changed["bad"] += 1
            return b""
        return self._with_country_code(value).encode() + b"\n"

    def _value(self, row: str) -> str:
        # Where tabs part the columns, one at the beginning says that the first is empty.
        trimmed = row.strip(_STRIP.replace(self._mending.delimiter or "\n", ""))
        self.changed["space"] += bool(trimmed) and trimmed != row
        if not self._opened.csv and not self._mending.delimiter:
            return trimmed
        if trimmed.count('"') % 2:
            return trimmed  # nobody can tell what was meant
        if self._mending.delimiter:
            fields = next(csv.reader([trimmed], delimiter=self._mending.delimiter), [])
            self.changed["columns"] += len(fields) > 1
            here = self._mending.column < len(fields)
            return fields[self._mending.column].strip(_STRIP) if here else ""
        bare = trimmed.rstrip(",")
        self.changed["columns"] += bare != trimmed
        if '"' in bare:
            fields = next(csv.reader([bare]), [])
            if len(fields) == 1:
                self.changed["quote"] += 1
                bare = fields[0]
        return bare.strip(_STRIP)

    def _with_country_code(self, value: str) -> str:
        code = self._mending.country_code
        if not code or not (value.isascii() and value.isdigit()):
            return value
        self.changed["country_code"] += 1
        if value.startswith("00"):  # how a plus is dialled
            return f"+{value[2:]}"
        if code == "+86" and _CHINESE_MOBILE.fullmatch(value):
            return f"+{value}"
        return code + value.lstrip("0")


def _without(block: bytes, rows: Rows) -> bytes:
    """A block without these rows."""
    if not len(rows):
        return block
    starts, ends, _, _ = spans(block, np.frombuffer(block, np.uint8), csv=False)
    keep = np.ones(len(ends), bool)
    keep[rows] = False
    return kept(block, starts, ends, keep)
