"""A cleaned copy beside a file that needs one; the file itself is never written to.

Owns what a copy changes. What there is to change was found by ``check``, what shall be changed was
said by a person, and the copy is checked again like any other file before it is used.
"""

from __future__ import annotations

import contextlib
import csv
import io
import os
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from tpns_desktop.packages import names, source
from tpns_desktop.packages.check import Progress
from tpns_desktop.packages.lines import Lines
from tpns_desktop.packages.rules import Rule, rule_of
from tpns_desktop.packages.scan import SPACES, scan
from tpns_desktop.packages.snapshot import PARTIAL
from tpns_desktop.packages.verdict import Refusal

_STRIP: Final = "".join(space.decode() for space in SPACES)
_RISKY: Final = ("=", "+", "-", "@", "\t", "\r")
"""First characters by which a spreadsheet program would take a text for a formula."""


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
    """Leave out rows that are too short, too long or hold control characters."""
    drop_misfits: bool = False
    """Leave out rows that do not fit the account type."""
    drop_repeats: bool = False
    country_code: str = ""
    """Put before every number that has none, such as ``+86``."""

    @property
    def rule(self) -> Rule:
        """The rule of a row. Raises ValueError for an account type that is in no table."""
        return rule_of(self.kind, self.account_type)


@dataclass(frozen=True, slots=True)
class Mended:
    """The copy that was written."""

    path: Path
    rows_before: int
    rows_after: int
    changed: dict[str, int]
    """Rows by what happened to them: ``blank``, ``space``, ``quote``, ``columns``, ``bad``,
    ``type``, ``repeat``, ``heading``, ``country_code``."""

    def as_dict(self) -> dict[str, Any]:
        """For the pipe between the child and the program."""
        return {
            "path": str(self.path),
            "rows_before": self.rows_before,
            "rows_after": self.rows_after,
            "changed": dict(self.changed),
        }


def mend(path: Path, target: Path, mending: Mending, progress: Progress | None = None) -> Mended:
    """Write the cleaned copy of ``path`` to ``target``, whole or not at all.

    A zip becomes a new zip with the one text file. Raises Refusal (also ``exists``: nothing is
    ever overwritten), OSError.
    """
    partial = target.with_name(f".{target.name}{PARTIAL}")
    changed: Counter[str] = Counter()
    with source.opened(path) as opened:
        size = opened.entry.size if opened.entry else opened.size_bytes
        rows = _Rows(opened, mending, changed)
        try:
            with partial.open("xb") as file:
                inner = opened.entry.name if opened.entry else ""
                with _text(file, inner) as text:
                    for data in rows.clean():
                        text.write(data)
                        if progress is not None:
                            progress(min(rows.read_bytes, size), size)
                file.flush()
                os.fsync(file.fileno())
            try:
                os.link(partial, target)  # unlike a rename, never replaces what is there
            except FileExistsError:
                raise Refusal("exists") from None
        finally:
            with contextlib.suppress(OSError):
                partial.unlink()
    return Mended(target, rows.before, rows.after, {r: n for r, n in changed.items() if n})


def target_for(path: Path) -> Path:
    """A free name for the copy, beside the file: ``list.csv`` becomes ``list (clean).csv``."""
    number = 1
    while True:
        more = "" if number == 1 else f" {number}"
        target = path.with_name(f"{path.stem} (clean{more}){path.suffix}")
        if not target.exists():
            return target
        number += 1


def save_problems(path: Path, target: Path, mending: Mending) -> int:
    """Write the problem rows of ``path`` to the CSV ``target``: row, reason, value. Gives how many.

    A value that a spreadsheet would take for a formula gets an apostrophe in front.
    """
    written = 0
    with source.opened(path) as opened, target.open("x", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["row", "reason", "value"])
        first = 0
        for data in Lines(opened.blocks(), mending.encoding):
            found = scan(data, mending.rule, csv=opened.csv)
            values = data.split(b"\n")
            for finding in found.findings:
                value = values[finding.row - 1].decode("utf-8", "replace")
                safe = f"'{value}" if value.startswith(_RISKY) else value
                writer.writerow([first + finding.row, finding.reason, safe])
                written += 1
            first += found.rows
    return written


@contextlib.contextmanager
def _text(file: Any, inner: str) -> Iterator[Any]:
    """Where the rows go: into the file itself, or into the one entry of a new zip."""
    if not inner:
        yield file
        return
    with (
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed,
        packed.open(names.base(inner), "w") as entry,
    ):
        yield entry


class _Rows:
    """The rows of a file as the copy has them."""

    def __init__(self, opened: source.Source, mending: Mending, changed: Counter[str]) -> None:
        self._opened = opened
        self._mending = mending
        self._rule = mending.rule
        self._changed = changed
        self._seen: set[bytes] = set()
        self.before = self.after = self.read_bytes = 0

    def clean(self) -> Iterator[bytes]:
        """Blocks of whole rows that end in LF."""
        for data in Lines(self._opened.blocks(), self._mending.encoding):
            self.read_bytes += len(data)
            found = scan(data, self._rule, csv=self._opened.csv)
            first = self.before == 0
            self.before += found.rows
            if not (first and self._mending.drop_first) and self._is_clean(
                found.good == found.rows, found.counts
            ):
                self.after += found.rows
                yield data
                continue
            block = self._judged(b"".join(self._row(r, n) for n, r in self._numbered(data, first)))
            self.after += block.count(b"\n")
            if block:
                yield block

    def _judged(self, block: bytes) -> bytes:
        """The mended rows without those that shall be left out."""
        if not block or not (self._mending.drop_bad or self._mending.drop_misfits):
            return block
        found = scan(block, self._rule, csv=False)
        out = np.zeros(found.rows, bool)
        for reason, wanted, mask in (
            ("bad", self._mending.drop_bad, found.bad_rows),
            ("type", self._mending.drop_misfits, found.misfits),
        ):
            if wanted and len(mask):
                self._changed[reason] += int(mask.sum())
                out |= mask
        rows = zip(block.splitlines(keepends=True), out.tolist(), strict=True)
        return b"".join(row for row, dropped in rows if not dropped)

    def _is_clean(self, good: bool, counts: dict[str, int]) -> bool:
        mending = self._mending
        if mending.delimiter or mending.country_code or mending.drop_repeats:
            return False
        faults = {"space", "quote", "trailing", "columns", "tab", "semicolon"}
        if mending.drop_misfits:
            faults.add("type")
        return good and not faults & counts.keys()

    def _numbered(self, data: bytes, first: bool) -> Iterator[tuple[int, bytes]]:
        offset = 0 if first else 1
        return ((n + offset, row) for n, row in enumerate(data[:-1].split(b"\n")))

    def _row(self, row: bytes, number: int) -> bytes:
        """One row of the copy with its LF; empty for one that is left out."""
        if number == 0 and (
            self._mending.drop_first or (self._opened.csv and row[:4].lower() == b"sep=")
        ):
            self._changed["heading"] += 1
            return b""
        value = self._value(row.decode())
        if not value:
            self._changed["blank"] += 1
            return b""
        value = self._with_country_code(value)
        kept = value.encode()
        if self._mending.drop_repeats:
            if kept in self._seen:
                self._changed["repeat"] += 1
                return b""
            self._seen.add(kept)
        return kept + b"\n"

    def _value(self, row: str) -> str:
        trimmed = row.strip(_STRIP)
        if trimmed and trimmed != row:
            self._changed["space"] += 1
        if self._mending.delimiter:
            fields = next(csv.reader([trimmed], delimiter=self._mending.delimiter), [])
            value = fields[self._mending.column] if self._mending.column < len(fields) else ""
            self._changed["columns"] += len(fields) > 1
            return value.strip(_STRIP)
        if not self._opened.csv:
            return trimmed
        bare = trimmed.rstrip(",") if trimmed.count(",") else trimmed
        self._changed["columns"] += bare != trimmed
        if '"' in bare:
            self._changed["quote"] += 1
            fields = next(csv.reader(io.StringIO(bare)), [""])
            bare = fields[0] if len(fields) == 1 else bare
        return bare.strip(_STRIP)

    def _with_country_code(self, value: str) -> str:
        code = self._mending.country_code
        if not code or value.startswith("+"):
            return value
        self._changed["country_code"] += 1
        return code + value.lstrip("0")
