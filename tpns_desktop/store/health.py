"""Whether a database file can be used, found out without changing it; and putting it aside.

A file that is damaged, or written by a newer program, stays exactly as it is under another name
beside the new one, so that nothing is lost that somebody could still read. What to tell a person
about it belongs to ``ui``.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from tpns_desktop.store import tables
from tpns_desktop.store.errors import CannotOpen
from tpns_desktop.store.migrations import HEAD, REVISIONS

APPLICATION_ID: Final = 0x54504E53
"""Mark in the file's header that says whose it is: "TPNS"."""

COMPANIONS: Final = ("-wal", "-shm", "-journal")
"""Endings of the files that SQLite keeps beside a database and that belong to it."""

_BROKEN: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT})


@dataclass(frozen=True)
class Health:
    """What was found at a path."""

    kind: str
    """``missing``, ``good``, ``damaged`` (or not ours) or ``newer``."""
    revision: str | None = None
    """Revision of the tables, for a good file."""


def companion(path: Path, ending: str) -> Path:
    """Give the file that SQLite keeps beside ``path`` under one of ``COMPANIONS``."""
    return path.with_name(path.name + ending)


def examine(path: Path) -> Health:
    """Look at the database file at ``path``; neither it nor its write-ahead log is changed.

    An empty file counts as damaged: SQLite would take it for a valid empty database, and whatever
    guards against sending twice would silently know nothing (design of sending, section 6).
    Raises CannotOpen when the file cannot be read at all, be it good or not.
    """
    try:
        log = companion(path, "-wal")
        has_log = log.exists() and log.stat().st_size > 0
        if not path.exists():
            # The log of a database that is gone must not be played into a new one.
            return Health("damaged" if has_log else "missing")
        if path.stat().st_size == 0:
            return Health("damaged")
        with path.open("rb"):
            pass
    except OSError as error:
        raise CannotOpen(error.strerror or "unreadable") from None
    # Without a log nobody is writing, and `immutable` keeps SQLite from making files beside it.
    # With a log its content counts; read-only access then writes at most to the -shm file, which is
    # only an index of the log.
    access = "mode=ro" if has_log else "mode=ro&immutable=1"
    try:
        conn = sqlite3.connect(
            f"{path.resolve().as_uri()}?{access}", uri=True, isolation_level=None, timeout=5.0
        )
        try:
            return _examined(conn)
        finally:
            conn.close()
    except UnicodeDecodeError:  # what the check itself quotes from a damaged file
        return Health("damaged")
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", None)
        if code is None or code & 0xFF in _BROKEN or code == sqlite3.SQLITE_IOERR_SHORT_READ:
            return Health("damaged")
        raise CannotOpen(getattr(error, "sqlite_errorname", "")) from None


def _examined(conn: sqlite3.Connection) -> Health:
    if conn.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)]:
        return Health("damaged")
    if conn.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
        return Health("damaged")
    if "version_num" not in _columns(conn, "alembic_version"):
        return Health("damaged")
    revisions = [row[0] for row in conn.execute("SELECT version_num FROM alembic_version")]
    if len(revisions) != 1:
        return Health("damaged")
    revision = revisions[0]
    if revision not in REVISIONS:
        return Health("newer")
    if revision == HEAD:
        for table in tables.metadata.sorted_tables:
            if _columns(conn, table.name) != {column.name for column in table.columns}:
                return Health("damaged")
    return Health("good", revision)


def _columns(conn: sqlite3.Connection, table: str) -> set[str]:
    return {row[1] for row in conn.execute(f"PRAGMA table_info({table})")}


def set_aside(path: Path, kind: str, at: datetime) -> Path:
    """Rename the database and the files that belong to it, and give its new path.

    ``drafts.db`` becomes ``drafts.damaged-20260116-093000.db``; an existing file is never replaced.
    Raises CannotOpen when the system refuses.
    """
    stamp = at.strftime("%Y%m%d-%H%M%S")
    number = 1
    while True:
        more = "" if number == 1 else f"-{number}"
        aside = path.with_name(f"{path.stem}.{kind}-{stamp}{more}{path.suffix}")
        if not any(p.exists() for p in (aside, *(companion(aside, e) for e in COMPANIONS))):
            break
        number += 1
    try:
        # The database first: a cut in between leaves a log without a database, which `examine`
        # recognises.
        for ending in ("", *COMPANIONS):
            if companion(path, ending).exists():
                companion(path, ending).rename(companion(aside, ending))
    except OSError as error:
        raise CannotOpen(error.strerror or "cannot be renamed") from None
    return aside
