"""Whether a database file can be used, found out without changing it.

What then becomes of a file that cannot is decided in ``database``; what to tell a person about it
belongs to ``ui``.
"""

from __future__ import annotations

import hashlib
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from tpns_desktop.model.states import OPEN_STATES
from tpns_desktop.store import tables
from tpns_desktop.store.apps import Apps
from tpns_desktop.store.errors import CannotOpen, Damaged
from tpns_desktop.store.files import companion
from tpns_desktop.store.history import History
from tpns_desktop.store.migrations import HEAD, REVISIONS
from tpns_desktop.store.sqlite import APPLICATION_ID, BUSY_TIMEOUT_S, progress

_BROKEN: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT})


@dataclass(frozen=True)
class Health:
    """What was found at a path."""

    kind: str
    """``missing``, ``good``, ``damaged`` (or not ours) or ``newer``."""
    revision: str | None = None
    """Revision of the tables, for a good file."""
    gone: bool = False
    """There is no file, or nothing in it."""


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
            return Health("damaged" if has_log else "missing", gone=True)
        if path.stat().st_size == 0:
            return Health("damaged", gone=True)
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
            f"{path.resolve().as_uri()}?{access}",
            uri=True,
            isolation_level=None,
            timeout=BUSY_TIMEOUT_S,
        )
        try:
            return _examined(conn)
        finally:
            conn.close()
    except Damaged:
        return Health("damaged")
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
        # The quick check leaves out whether indexes say what the table says; by them the guard
        # against sending twice finds what was sent.
        if conn.execute("PRAGMA integrity_check(pushes)").fetchall() != [("ok",)]:
            return Health("damaged")
        _read_what_a_start_needs(conn)
    return Health("good", revision)


def _read_what_a_start_needs(conn: sqlite3.Connection) -> None:
    """Read as a start does, so that what cannot be read is found before anything is written.

    SQLite's quick check does not look into the cells. Raises Damaged and sqlite3.Error.
    """
    progress(conn)
    changed_rows(conn)
    engine = create_engine("sqlite://", creator=lambda: conn, poolclass=StaticPool)
    try:
        with engine.connect() as reading:
            Apps(reading).all()
            History(reading).in_state(*OPEN_STATES, "unknown")
    except DBAPIError as error:
        raise error.orig or error from None


def _columns(conn: sqlite3.Connection, table: str) -> set[str]:
    return {row[1] for row in conn.execute(f"PRAGMA table_info({table})")}


def changed_rows(conn: sqlite3.Connection) -> tuple[str, ...]:
    """Give the ids of the pushes still open or unknown whose bytes are not those confirmed.

    Damage may pass SQLite's own checks and still have changed a push (sending.md 2.1). Raises
    sqlite3.Error.
    """
    states = ", ".join(f"'{state}'" for state in sorted(OPEN_STATES | {"unknown"}))
    # Not by the index on the state: it may be what is damaged. As blobs: a text need not be one.
    rows = conn.execute(
        "SELECT CAST(id AS BLOB), typeof(body), CAST(body AS BLOB), CAST(body_sha256 AS BLOB)"
        f" FROM pushes NOT INDEXED WHERE state IN ({states}) ORDER BY seq"
    )
    return tuple(
        bytes(row_id).decode("utf-8", "replace")
        for row_id, kind, body, digest in rows
        if kind != "blob" or hashlib.sha256(body).hexdigest().encode() != digest
    )
