"""The accounts of a file, one a line, each once: what a job for many users works through.

Owns looking at a file before it is taken (encoding, columns, heading) and the plain copy. Rows are
mended by ``repair``; nothing is judged by an account type, since names of a Chat app's users follow
rules of their own (im-all-member-push.md 8).
"""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from tpns_desktop.packages import source
from tpns_desktop.packages.check import HEADINGS, Progress, is_preamble
from tpns_desktop.packages.encoding import guess
from tpns_desktop.packages.lines import Lines
from tpns_desktop.packages.partial import private
from tpns_desktop.packages.preview import preview
from tpns_desktop.packages.verdict import Refusal, escaped

SHORTEST: Final = 1
"""Characters of an account: a Chat user may be called by one."""

_NAME_SHOWN: Final = 40
"""Characters of a column's name."""


def look(path: Path, encoding: str = "") -> dict[str, Any]:
    """What the file looks like before it is taken. Raises Refusal, OSError.

    {"encoding": …, "delimiter": …, "rows": [[masked value, …], …], "column": the one that is headed
    like accounts, else 0, "heading": [names of the columns], empty where the first row names none}.
    ``encoding`` empty: found out, ``utf-8`` or ``gb18030``.
    """
    encoding = encoding or _encoding(path)
    shown = preview(path, encoding)
    first = _first(path, encoding)
    names = next(csv.reader([first], delimiter=shown.delimiter), []) if shown.delimiter else [first]
    names = [name.strip().strip('"') for name in names]
    named = [name.lower() in HEADINGS for name in names]
    return {
        "encoding": encoding,
        "delimiter": shown.delimiter,
        "rows": [list(row) for row in shown.rows],
        "column": named.index(True) if any(named) else 0,
        "heading": [escaped(name[:_NAME_SHOWN]) for name in names] if any(named) else [],
    }


def take(
    path: Path, target: Path, mending: dict[str, Any], progress: Progress | None = None
) -> dict[str, Any]:
    """Write the accounts of ``path`` to ``target``: UTF-8, a line each, the first of equal ones.

    ``mending``: ``encoding``, ``delimiter``, ``column``, ``drop_first`` as in ``repair.Mending``.
    Gives {"accounts", "rows", "repeats", "bad", "size_bytes"}. Only the owner may read ``target``.
    Raises Refusal (also ``empty``), OSError.
    """
    from tpns_desktop.packages.repair import Mending, mend

    mending = {**mending, "encoding": mending.get("encoding") or _encoding(path)}
    told = Mending(**mending, drop_bad=True, drop_repeats=True, shortest=SHORTEST)
    # Of a zip, mending makes a zip.
    clean = target.with_name(f"{target.stem}-clean{path.suffix.lower()}")
    try:
        mended = mend(path, clean, told, progress)
        size_bytes = 0
        with source.opened(clean) as opened, private(target) as file:
            for data in Lines(opened.blocks()):
                size_bytes += file.write(data)
    finally:
        clean.unlink(missing_ok=True)
    changed = mended.changed
    return {
        "accounts": mended.rows_after,
        "rows": mended.rows_before,
        "repeats": changed.get("repeat", 0),
        "bad": changed.get("bad", 0),
        "size_bytes": size_bytes,
    }


def _encoding(path: Path) -> str:
    """``utf-8``, or the one that the text makes sense in. Raises Refusal ``encoding``."""
    with source.opened(path) as opened:
        offset = _not_utf8(opened.blocks())
        if offset is None:
            return "utf-8"
        guessed = guess(opened.blocks(), offset)
    if guessed is None:
        raise Refusal("encoding", offset=offset)
    return guessed


def _not_utf8(blocks: Iterable[bytes]) -> int | None:
    """Where the text is no UTF-8; None for UTF-8, and for UTF-16, which says what it is."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    before = 0
    for block in _and_end(blocks):
        if before == 0 and block.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return None
        waiting = len(decoder.getstate()[0])
        try:
            decoder.decode(block, final=not block)
        except UnicodeDecodeError as error:
            return max(before - waiting + error.start, 0)
        before += len(block)
    return None


def _and_end(blocks: Iterable[bytes]) -> Iterator[bytes]:
    yield from blocks
    yield b""


def _first(path: Path, encoding: str) -> str:
    """The first row that is not blank and no preamble."""
    with source.opened(path) as opened:
        for data in Lines(opened.blocks(), encoding):
            for row in data.split(b"\n"):
                if row.strip() and not is_preamble(row):
                    return row.decode("utf-8", "replace")
    return ""
