"""Backups of the database: one a day and one before each upgrade, the last seven kept.

They lie in ``backups/`` beside the database, compact copies that SQLite can open as they are, for
their owner alone, named by their instant in UTC: ``drafts-20260116-093000.db``. A copy gets its
name only when it is whole, checked and on the disk. A disk that has no room costs the backup, never
the program.

Restoring and beginning afresh are for a database that is not open, and a person's decision. Neither
overwrites anything: the present file is set aside under another name. The marker remembers what was
done until a person has seen it, since pushes sent after the backup are missing from it.
"""

from __future__ import annotations

import contextlib
import logging
import re
import shutil
import sqlite3
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from tpns_desktop.store import files, health, making, marker, sqlite
from tpns_desktop.store.errors import DiskFull, NoBackup, StoreError
from tpns_desktop.store.ids import new_id
from tpns_desktop.store.marker import Marker, Note

KEPT: Final = 7
EVERY: Final = timedelta(days=1)

RESERVE_BYTES: Final = 16 * 1024 * 1024
"""Room that a backup leaves on the disk: writing down what is sent matters more."""

FIRST_LOOK_S: Final = 5.0
"""After the start, whose moments belong to the window."""

_LOOK_EVERY_S: Final = 3600.0
_CLOSE_S: Final = 1.0
_LEFTOVER_AFTER: Final = timedelta(hours=1)

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Backup:
    """One backup."""

    path: Path
    taken_at: datetime
    """Aware, in UTC, to the second."""


def backups_of(path: Path) -> list[Backup]:
    """Give the backups of the database at ``path``, the newest first; empty when unreadable."""
    pattern = re.compile(
        rf"{re.escape(path.stem)}-(\d{{8}}-\d{{6}})(-\d+)?{re.escape(path.suffix)}"
    )
    found = []
    with contextlib.suppress(OSError):
        for file in _folder(path).iterdir():
            match = pattern.fullmatch(file.name)
            if match is not None:
                with contextlib.suppress(ValueError):  # the 45th of a month: not ours
                    at = datetime.strptime(match[1], files.STAMP).replace(tzinfo=UTC)
                    found.append((at, int((match[2] or "-1")[1:]), file))
    return [Backup(file, at) for at, _, file in sorted(found, reverse=True)]


def due(path: Path, now: datetime) -> bool:
    """Tell whether the day's backup is still to be taken."""
    # Those from the future are no reason to wait for it: the clock was wrong once.
    return not any(now - EVERY < backup.taken_at <= now for backup in backups_of(path))


def take(path: Path, now: datetime, conn: sqlite3.Connection | None = None) -> Backup | None:
    """Take a backup of the database at ``path``, which others may be using; older ones go.

    ``conn``: a connection to it, which somebody else may interrupt; one is made when None.
    None when there is nothing in it yet, or another program just took one. Raises DiskFull (also
    when too little room would be left), NoBackup when the copy proves damaged, another StoreError;
    then everything is as before.
    """
    folder = _folder(path)
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        _sweep(folder, path, now)
        size = sum(file.stat().st_size for file in files.whole(path) if file.exists())
        if shutil.disk_usage(folder).free < size + RESERVE_BYTES:
            raise DiskFull("no room for a backup")
        backup = Backup(
            folder / f"{path.stem}-{now.strftime(files.STAMP)}{path.suffix}",
            now.replace(microsecond=0),
        )
        copy = folder / f".{backup.path.name}.{new_id()}"
        try:
            files.make_private(copy)
            if not _copied(path, copy, conn):
                return None
            files.sync(copy)
            if health.examine(copy).kind != "good":
                raise NoBackup("the copy is damaged")
            if not files.publish(copy, backup.path):
                return None
        finally:
            files.remove(copy)
        _prune(path, backup)
    except OSError as error:
        raise files.os_error(error) from None
    return backup


def take_before_upgrade(path: Path, now: datetime) -> None:
    """Take a backup of a database that is about to be changed, unless one is there that is newer.

    A failure is logged and passes.
    """
    try:
        # An upgrade that fails at every start must not push out the older backups.
        written = max(f.stat().st_mtime for f in files.whole(path) if f.exists())
        if not any(backup.taken_at.timestamp() > written for backup in backups_of(path)):
            take(path, now)
    except (OSError, StoreError) as error:
        _log.warning("no backup before the upgrade: %s", type(error).__name__)


def restore(path: Path, backup: Backup, now: datetime) -> Path | None:
    """Put a backup in the place of the database at ``path``, which must not be open anywhere.

    The present file is set aside; gives its new path, None when there was none. What was under way
    when the backup was taken is ``unknown`` in it: it may have left afterwards. Opened next, the
    database carries the note "restored".
    Raises NoBackup, DiskFull, CannotOpen or another StoreError. A cut in between leaves either
    everything as it was or no database, which the next start says; the backup stays in any case.
    """
    if not backup.path.exists() or health.examine(backup.path).kind != "good":
        raise NoBackup
    copy = path.with_name(f".{path.name}.{new_id()}")
    try:
        files.copy_private(backup.path, copy)
        _doubt(copy)
        files.sync(copy)
        remembered = marker.read(path)
        aside = files.set_aside(path, "replaced", now)
        if not files.publish(copy, path):
            raise NoBackup("another program made a database meanwhile")
    except OSError as error:
        raise files.os_error(error) from None
    finally:
        files.remove(copy)
    # An empty id differs from every database's: opening it looks closely.
    known = remembered or Marker("")
    marker.write(
        path, replace(known, notes=(*known.notes, Note("restored", aside, backup.taken_at)))
    )
    return aside


def start_afresh(path: Path, now: datetime) -> Path | None:
    """Make a new, empty database at ``path``; the present one is set aside.

    It must not be open anywhere. Gives its new path, None when there was none. Opened next, the
    database carries the note "afresh": nothing is known of what was sent before. Raises StoreError.
    """
    remembered = marker.read(path)
    aside = files.set_aside(path, "replaced", now)
    making.make(path)
    notes = () if remembered is None else remembered.notes
    marker.write(path, Marker("", notes=(*notes, Note("afresh", aside))))
    return aside


class DailyBackups:
    """Takes the day's backup when it is due, on a daemon thread with a connection of its own.

    The loop never waits for it: SQLite copies without Python's lock, and readers and writers of a
    database with a write-ahead log go on meanwhile.
    """

    def __init__(
        self,
        path: Path,
        clock: Callable[[], datetime],
        *,
        first_look_s: float = FIRST_LOOK_S,
        looked: Callable[[], None] = lambda: None,
    ) -> None:
        """Call ``looked`` on its thread after each look, whatever came of it."""
        self._path = path
        self._first_look_s = first_look_s
        self._clock = clock
        self._looked = looked
        self._end = threading.Event()
        self._lock = threading.Lock()
        self._conn: sqlite3.Connection | None = None
        self._thread = threading.Thread(target=self._run, name="backups", daemon=True)

    def start(self) -> None:
        """Look soon, and then every hour."""
        self._thread.start()

    def close(self) -> None:
        """End it, in the middle of a copy too; nothing of the copy stays."""
        self._end.set()
        with self._lock:
            if self._conn is not None:
                self._conn.interrupt()
        self._thread.join(_CLOSE_S)

    def _run(self) -> None:
        wait_s = self._first_look_s
        while not self._end.wait(wait_s):
            try:
                self._look()
            except (StoreError, sqlite3.Error, OSError) as error:
                if not self._end.is_set():
                    _log.warning("no backup today: %s", type(error).__name__)
            self._looked()
            wait_s = _LOOK_EVERY_S

    def _look(self) -> None:
        now = self._clock()
        if not due(self._path, now):
            return
        conn = sqlite3.connect(
            self._path,
            isolation_level=None,
            timeout=sqlite.BUSY_TIMEOUT_S,
            check_same_thread=False,  # `close` interrupts it
        )
        try:
            with self._lock:
                self._conn = conn
            if not self._end.is_set():
                take(self._path, now, conn)
        finally:
            with self._lock:
                self._conn = None
            conn.close()


def _folder(path: Path) -> Path:
    return path.parent / "backups"


def _copied(path: Path, copy: Path, conn: sqlite3.Connection | None) -> bool:
    try:
        if conn is not None:
            return _copied_by(conn, copy)
        with contextlib.closing(sqlite.connect(path)) as own:
            return _copied_by(own, copy)
    except sqlite3.Error as error:
        raise sqlite.translated(error) from None


def _copied_by(conn: sqlite3.Connection, copy: Path) -> bool:
    filled = "SELECT EXISTS (SELECT 1 FROM {0})"
    if not any(
        conn.execute(filled.format(name)).fetchone()[0] for name in ("pushes", "drafts", "apps")
    ):
        return False
    sqlite.vacuum_into(conn, copy)
    return True


def _doubt(copy: Path) -> None:
    try:
        with contextlib.closing(sqlite.connect(copy)) as conn:
            conn.execute("BEGIN IMMEDIATE")
            sqlite.doubt_open_pushes(conn)
            conn.execute("COMMIT")
    except sqlite3.Error as error:
        raise sqlite.translated(error) from None


def _prune(path: Path, newest: Backup) -> None:
    others = [backup for backup in backups_of(path) if backup.path != newest.path]
    for backup in others[KEPT - 1 :]:
        with contextlib.suppress(OSError):
            backup.path.unlink()


def _sweep(folder: Path, path: Path, now: datetime) -> None:
    """Remove the halves that killed programs left, old enough not to be in the making."""
    for file in folder.glob(f".{path.stem}-*"):
        with contextlib.suppress(OSError):
            age_s = now.timestamp() - file.stat().st_mtime
            if age_s > _LEFTOVER_AFTER.total_seconds():
                file.unlink()
