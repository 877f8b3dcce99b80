"""The one database file: opening it, what was found at the start, and transactions.

What only SQLite can do stands in ``sqlite``; what is in the tables belongs to the modules named
after them. Everything here blocks, shortly, and runs on one thread, the background's; only the
daily backup has a thread and a connection of its own.

Durable means that a commit has reached the disk when it returns; a push goes out only after such a
commit (design of sending, sections 0 and 6).
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.exc import DBAPIError, StatementError

from tpns_desktop.store import backups, drives, files, health, making, marker
from tpns_desktop.store.backups import DailyBackups
from tpns_desktop.store.columns import utc_now
from tpns_desktop.store.errors import (
    CannotOpen,
    Damaged,
    DatabaseDamaged,
    DatabaseGone,
    DatabaseNewer,
    NetworkFolder,
    ReadOnly,
    StoreFailed,
    TransactionLost,
    WrongThread,
)
from tpns_desktop.store.ids import new_id
from tpns_desktop.store.marker import Marker, Note
from tpns_desktop.store.migrations import HEAD
from tpns_desktop.store.sqlite import (
    doubt_open_pushes,
    engine,
    progress,
    renew_triggers,
    translated,
)

__all__ = ["Database", "Note", "open_database"]


class Database:
    """An open database. Made by ``open_database``; close it on the thread that opened it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.notes: tuple[Note, ...] = ()
        """What a person has to see before anything may be sent."""
        self._thread = threading.get_ident()
        self._backups: DailyBackups | None = None
        self._marker: Marker | None = None
        self._engine = engine(path)
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

    def try_to_write(self) -> None:
        """Find out whether something could be written, as part of opening it; changes nothing.

        SQLite opens a write-protected file as if all were well, and only reads in BEGIN IMMEDIATE.
        Raises sqlite3.Error.
        """
        self._driver.execute("BEGIN IMMEDIATE")
        try:
            self._driver.execute("UPDATE about SET value = value WHERE name IS NULL")
        finally:
            self._driver.rollback()

    def take_stock(self, aside: Note | None) -> None:
        """Compare the file with what the marker remembers of it, as part of opening it.

        ``aside``: what was found in its place, when it is new. Raises sqlite3.Error.
        """
        remembered = marker.read(self.path)
        renew_triggers(self._driver)
        identity = self._identity()
        last_seq, steps = progress(self._driver)
        notes = () if remembered is None else remembered.notes
        if aside is not None:
            notes = (*notes, aside)
        elif remembered is not None and (
            remembered.database != identity
            or remembered.last_seq > last_seq
            or remembered.steps > steps
        ):
            notes = notes or (Note("restored"),)
            # First, so that a cut after the next step does not leave it untold.
            marker.write(self.path, replace(remembered, notes=notes))
            self._doubt()
            last_seq, steps = progress(self._driver)
        self._remember(Marker(identity, last_seq, steps, notes), known=remembered)
        changed = health.changed_rows(self._driver)
        self.notes = (*notes, *((Note("changed", row_ids=changed),) if changed else ()))

    def notes_seen(self) -> None:
        """A person has seen ``notes``: they are not told again.

        Pushes whose bytes changed are, as long as there are any. Raises WrongThread.
        """
        self._check_thread()
        self.notes = ()
        if self._marker is not None:
            self._remember(replace(self._marker, notes=()), known=self._marker)

    def keep_backups(self, clock: Callable[[], datetime] = utc_now) -> None:
        """Take a backup each day from now on, until ``close``, on a thread of its own."""
        self._check_thread()
        if self._backups is None:
            self._backups = DailyBackups(self.path, clock)
            self._backups.start()

    def close(self) -> None:
        """Close the file; more than once is fine. Raises WrongThread on another thread."""
        self._check_thread()
        if self._backups is not None:
            self._backups.close()
            self._backups = None
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
            raise translated(error) from None
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
                raise translated(first) from None
            raise
        finally:
            self._inside = False
        if begin == "BEGIN IMMEDIATE" and self._marker is not None:
            # What was committed stands, whether the marker can follow it or not.
            with contextlib.suppress(sqlite3.Error):
                last_seq, steps = progress(self._driver)
                new = replace(self._marker, last_seq=last_seq, steps=steps)
                self._remember(new, known=self._marker)

    def _remember(self, new: Marker, *, known: Marker | None) -> None:
        # Another running copy may have written a higher number meanwhile; should it do so right
        # here, the marker is one push behind, and catches up with the next.
        if new != known:
            marker.write(self.path, new)
        self._marker = new

    def _identity(self) -> str:
        query = "SELECT value FROM about WHERE name = 'id'"
        row = self._driver.execute(query).fetchone()
        if row is None:
            row = (new_id(),)
            self._driver.execute("INSERT OR IGNORE INTO about (name, value) VALUES ('id', ?)", row)
            row = self._driver.execute(query).fetchone()
        return str(row[0])

    def _doubt(self) -> None:
        with self.transaction() as conn:
            driver = conn.connection.driver_connection
            assert isinstance(driver, sqlite3.Connection)
            doubt_open_pushes(driver)

    def _before_statement(self, *_: Any) -> None:
        # After SQLite lost the transaction the next statement would be kept by itself, half of a
        # whole.
        if not self._driver.in_transaction:
            raise TransactionLost

    def _check_thread(self) -> None:
        if threading.get_ident() != self._thread:
            raise WrongThread("the database belongs to the thread that opened it")


def open_database(
    path: Path,
    clock: Callable[[], datetime] = utc_now,
    on_network: Callable[[Path], bool] = drives.on_network,
) -> Database:
    """Open the database at ``path``, making or upgrading it as needed.

    A damaged file without backups, and one written by a newer program, is set aside untouched and a
    new one is made; a sound one that is older than the program knew it is used. Then
    ``Database.notes`` says so, at every opening until ``Database.notes_seen``. The calling thread
    is the only one that may use the database.
    Raises DatabaseGone when it was there before and is missing or empty now, DatabaseDamaged and
    DatabaseNewer when there are backups to choose from instead (see ``backups``), NetworkFolder,
    ReadOnly, and CannotOpen (or another StoreError) when the folder cannot be used. The file is
    then as it was.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotOpen(error.strerror or "the folder cannot be made") from None
    if on_network(path.parent):
        raise NetworkFolder
    # Before looking at the file: another copy of the program may be making it right now, and
    # writes the marker after it.
    known = marker.exists(path) or bool(backups.backups_of(path))
    found = health.examine(path)
    if found.gone and known:
        raise DatabaseGone
    if found.kind == "good" and not files.writable(path):
        # Before SQLite makes companions that are as write-protected as the file.
        raise ReadOnly
    aside = None
    if found.kind in {"damaged", "newer"}:
        _leave_to_a_person(path, found.kind)
        aside = Note(found.kind, files.set_aside(path, found.kind, clock()))
    try:
        if found.kind != "good":
            making.make(path)
        elif found.revision != HEAD:
            backups.take_before_upgrade(path, clock())
            making.upgrade_file(path)
        return _opened(path, aside)
    except Damaged:
        if found.kind != "good":
            raise
    # It passed SQLite's quick check and is broken all the same.
    _leave_to_a_person(path, "damaged")
    aside = Note("damaged", files.set_aside(path, "damaged", clock()))
    making.make(path)
    return _opened(path, aside)


def _leave_to_a_person(path: Path, kind: str) -> None:
    """Where there are backups, an empty history is nothing to begin by itself: raises.

    It would know nothing of what was sent, while a backup knows nearly all of it.
    """
    if backups.backups_of(path):
        raise DatabaseNewer if kind == "newer" else DatabaseDamaged


def _opened(path: Path, aside: Note | None) -> Database:
    try:
        database = Database(path)
        try:
            database.try_to_write()
            database.take_stock(aside)
        except BaseException:
            database.close()
            raise
    except (sqlite3.Error, StatementError) as error:
        raise translated(error) from None
    return database
