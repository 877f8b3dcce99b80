"""The one SQLite file: opening it, its health at the start, and transactions.

Owns what only SQLite can do (pragmas, its locks, its way of losing a transaction); what is in the
tables belongs to the modules named after them. Everything here blocks, shortly, and runs on one
thread, the background's.

Durable means: write-ahead log with ``synchronous=FULL``, so that a commit has reached the disk when
it returns; a push goes out only after such a commit (design of sending, sections 0 and 6).
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, StatementError
from sqlalchemy.pool import StaticPool

from tpns_desktop.store import health
from tpns_desktop.store.columns import utc_now
from tpns_desktop.store.errors import (
    Busy,
    CannotOpen,
    Damaged,
    DiskFull,
    IllegalMove,
    StoreError,
    StoreFailed,
    TransactionLost,
    UnknownApp,
    WrongThread,
)
from tpns_desktop.store.ids import new_id
from tpns_desktop.store.migrations import HEAD, upgrade

BUSY_TIMEOUT_S: Final = 5.0


@dataclass(frozen=True)
class Note:
    """Something a person should know about how the database was found."""

    kind: str
    """``damaged`` or ``newer``."""
    kept_at: Path
    """Where the file is now, unchanged."""


class Database:
    """An open database. Made by ``open_database``; close it on the thread that opened it."""

    def __init__(self, path: Path, notes: tuple[Note, ...] = ()) -> None:
        self.path = path
        self.notes = notes
        self._thread = threading.get_ident()
        self._engine = _engine(path)
        self._conn: Connection = self._engine.connect()
        driver = self._conn.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        self._driver = driver
        self._inside = False
        event.listen(self._engine, "before_cursor_execute", self._before_statement)

    def transaction(self) -> contextlib.AbstractContextManager[Connection]:
        """Write: all of the block is kept, durably, when it ends; nothing of it when it raises.

        Takes the write lock at the beginning, so what is read inside still holds when it is
        written. No await inside, and no transaction inside a transaction.
        Raises WrongThread, Busy, DiskFull, Damaged, UnknownApp, TransactionLost or StoreFailed;
        whatever else the block raises passes through.
        """
        return self._block("BEGIN IMMEDIATE")

    def reading(self) -> contextlib.AbstractContextManager[Connection]:
        """Read one unchanging picture of the tables without keeping others from writing.

        Raises as ``transaction``.
        """
        return self._block("BEGIN")

    def close(self) -> None:
        """Close the file; more than once is fine. Raises WrongThread on another thread."""
        self._check_thread()
        self._conn.close()
        self._engine.dispose()
        self._driver.close()

    @contextlib.contextmanager
    def _block(self, begin: str) -> Iterator[Connection]:
        self._check_thread()
        if self._inside:
            raise StoreFailed("a transaction inside a transaction")
        try:
            self._driver.execute(begin)
        except sqlite3.Error as error:
            raise _translated(error) from None
        self._inside = True
        work = self._conn.begin()
        try:
            yield self._conn
            if not self._driver.in_transaction:
                raise TransactionLost
            work.commit()
        except BaseException as first:
            # On a full disk SQLite rolls back by itself, and a second ROLLBACK would fail and hide
            # the first error. The driver's rollback() does nothing when there is nothing to roll
            # back; should it fail all the same, the first error is the one to report.
            with contextlib.suppress(sqlite3.Error, DBAPIError):
                work.rollback()
            if isinstance(first, StatementError):
                raise _translated(first) from None
            raise
        finally:
            self._inside = False

    def _before_statement(self, *_: Any) -> None:
        # After SQLite lost the transaction the next statement would be kept by itself, half of a
        # whole.
        if not self._driver.in_transaction:
            raise TransactionLost

    def _check_thread(self) -> None:
        if threading.get_ident() != self._thread:
            raise WrongThread("the database belongs to the thread that opened it")


def open_database(path: Path, clock: Callable[[], datetime] = utc_now) -> Database:
    """Open the database at ``path``, making or upgrading it as needed.

    A damaged file, and one written by a newer program, is set aside untouched and a new one is
    made; then
    ``Database.notes`` says so. The calling thread is the only one that may use the database.
    Raises CannotOpen (or another StoreError) when the folder cannot be used.
    """
    notes: list[Note] = []
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotOpen(error.strerror or "the folder cannot be made") from None
    found = health.examine(path)
    if found.kind in {"damaged", "newer"}:
        notes.append(Note(found.kind, health.set_aside(path, found.kind, clock())))
    if found.kind != "good":
        _make(path)
    elif found.revision != HEAD:
        _upgrade(path)
    try:
        return Database(path, tuple(notes))
    except (sqlite3.Error, StatementError) as error:
        raise _translated(error) from None


def _make(path: Path) -> None:
    """Make a database under another name and give it its own only when it is whole.

    So an empty or half-made file at ``path`` is never ours, and a second program that starts at the
    same moment loses nothing.
    """
    making = path.with_name(f".{path.name}.{new_id()}")
    try:
        # For its owner alone: it holds accounts. SQLite gives its companions the same rights.
        os.close(os.open(making, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        _upgrade(making)
        _publish(making, path)
    except OSError as error:
        raise CannotOpen(error.strerror or "the file cannot be made") from None
    finally:
        for ending in ("", *health.COMPANIONS):
            with contextlib.suppress(OSError):
                health.companion(making, ending).unlink()


def _publish(making: Path, path: Path) -> None:
    try:
        os.link(making, path)  # unlike a rename, never replaces a file that is there by now
    except FileExistsError:
        pass
    except OSError:  # a file system without links
        if not path.exists():
            making.rename(path)


def _upgrade(path: Path) -> None:
    """Bring the file up to today's tables in one transaction; a cut leaves it as it was."""
    engine = _engine(path, foreign_keys=False)
    try:
        with engine.connect() as conn:
            driver = conn.connection.driver_connection
            assert isinstance(driver, sqlite3.Connection)
            driver.execute("BEGIN IMMEDIATE")
            with conn.begin():
                upgrade(conn)
                driver.execute(f"PRAGMA application_id = {health.APPLICATION_ID}")
                if driver.execute("PRAGMA foreign_key_check").fetchone() is not None:
                    raise StoreFailed("the upgrade left rows without what they belong to")
    except (sqlite3.Error, StatementError) as error:
        raise _translated(error) from None
    finally:
        engine.dispose()


def _engine(path: Path, *, foreign_keys: bool = True) -> Engine:
    def connect() -> sqlite3.Connection:
        # isolation_level None: the driver begins nothing by itself; with its default, BEGIN
        # IMMEDIATE after a write would fail.
        conn = sqlite3.connect(path, isolation_level=None, timeout=BUSY_TIMEOUT_S)
        try:
            for pragma in (
                "journal_mode = WAL",
                "synchronous = FULL",
                "fullfsync = ON",  # macOS: FULL alone stops at the drive's cache
                f"foreign_keys = {'ON' if foreign_keys else 'OFF'}",
                "cell_size_check = ON",
                "trusted_schema = OFF",
            ):
                conn.execute(f"PRAGMA {pragma}")
        except BaseException:
            conn.close()
            raise
        return conn

    return create_engine(
        "sqlite://",
        creator=connect,
        poolclass=StaticPool,
        hide_parameters=True,  # errors never quote what was stored
    )


def _translated(error: sqlite3.Error | StatementError) -> StoreError:
    cause = error.orig if isinstance(error, StatementError) else error
    name = str(getattr(cause, "sqlite_errorname", ""))
    for start, kind in _KINDS:
        if name.startswith(start):
            return kind(name)
    if not name and "UTF-8" in str(cause):  # the driver's own: a text that is none any more
        return Damaged("a text")
    return StoreFailed(name or type(cause).__name__)


_KINDS: Final[tuple[tuple[str, type[StoreError]], ...]] = (
    ("SQLITE_FULL", DiskFull),
    ("SQLITE_BUSY", Busy),
    ("SQLITE_LOCKED", Busy),
    ("SQLITE_CORRUPT", Damaged),
    ("SQLITE_NOTADB", Damaged),
    ("SQLITE_IOERR_SHORT_READ", Damaged),
    ("SQLITE_CANTOPEN", CannotOpen),
    ("SQLITE_READONLY", CannotOpen),
    ("SQLITE_CONSTRAINT_FOREIGNKEY", UnknownApp),
    ("SQLITE_CONSTRAINT_TRIGGER", IllegalMove),
)
