"""A small file beside the database that remembers it was there, and how far it had come.

SQLite takes a missing or empty file for a valid empty database, and a copy from last week for
today's. Either would silently disarm the guard against sending twice. So beside ``drafts.db``
stands ``drafts.marker`` with the database's own id, the number of the last push confirmed in it and
how many steps its pushes have taken, written anew, and down to the disk, after each of them. What a
person still has to be told about the database stands there too, until they have seen it. Source:
sending.md 6.

The marker only ever adds suspicion. It is written after the database, so a sound database is never
behind it; lost or damaged it is made again from the database; one that cannot be written costs
nothing but the suspicion. Only where the database itself is missing or empty does a marker, in
whatever condition, stop the program.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from tpns_desktop.store import files
from tpns_desktop.store.ids import new_id

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Note:
    """Something a person should know about how the database was found."""

    kind: str
    """``damaged`` or ``newer`` (set aside, a new one was made), ``restored`` (not the database that
    was written last: a backup or an older copy; pushes since then are missing from it), ``afresh``
    (a person began anew) or ``changed`` (the bytes of pushes are not those confirmed)."""
    kept_at: Path | None = None
    """Where the file is now, unchanged; None where none was set aside."""
    taken_at: datetime | None = None
    """When the backup was taken that a person chose; None where nobody chose one."""
    row_ids: tuple[str, ...] = ()
    """The pushes whose bytes changed."""


@dataclass(frozen=True)
class Marker:
    """What is remembered of a database."""

    database: str
    """Its id."""
    last_seq: int = 0
    """The highest number of a push that was ever in it."""
    steps: int = 0
    """How many steps its pushes had taken; a file with less has lost some."""
    notes: tuple[Note, ...] = ()
    """What a person has not seen yet."""


def marker_file(path: Path) -> Path:
    """Give the marker's path for the database at ``path``."""
    return path.with_suffix(".marker")


def exists(path: Path) -> bool:
    """Tell whether there is a marker for the database at ``path``, in whatever condition."""
    return os.path.lexists(marker_file(path))


def read(path: Path) -> Marker | None:
    """Give what is remembered of the database at ``path``; None when it is lost or damaged."""
    try:
        data: Any = json.loads(marker_file(path).read_text("utf-8"))
        database, last_seq, steps = data["database"], data["last_seq"], data["steps"]
        if type(database) is not str or {type(last_seq), type(steps)} != {int}:
            return None
        return Marker(database, last_seq, steps, tuple(_note(one) for one in data["notes"]))
    except (OSError, ValueError, LookupError, TypeError):
        return None


def write(path: Path, marker: Marker) -> bool:
    """Remember ``marker`` for the database at ``path``: all of it or, on a failure, nothing of it.

    On the disk when it returns True. False, and logged, when it could not be written.
    """
    file = marker_file(path)
    making = file.with_name(f".{file.name}.{new_id()}")
    data = {
        "database": marker.database,
        "last_seq": marker.last_seq,
        "steps": marker.steps,
        "notes": [
            {
                "kind": note.kind,
                "kept_at": None if note.kept_at is None else str(note.kept_at),
                "taken_at": None if note.taken_at is None else note.taken_at.isoformat(),
            }
            for note in marker.notes
        ],
    }
    try:
        try:
            files.make_private(making)
            making.write_text(json.dumps(data), "utf-8")
            files.sync(making)
            making.replace(file)
            files.sync_folder(file.parent)
        finally:
            with contextlib.suppress(FileNotFoundError):
                making.unlink()
    except OSError as error:
        _log.warning("the marker could not be written: %s", error.strerror)
        return False
    return True


def _note(data: Any) -> Note:
    kind, kept_at, taken_at = data["kind"], data["kept_at"], data.get("taken_at")
    if type(kind) is not str:
        raise TypeError
    return Note(
        kind,
        None if kept_at is None else Path(kept_at),
        None if taken_at is None else datetime.fromisoformat(taken_at),
    )
