"""Backups: taken, kept, put back."""

from __future__ import annotations

import os
import sqlite3
import stat
import sys
import threading
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.store.older import older_database
from tests.store.rows import NOON, app, later, push
from tests.store.test_migrations import FIRST
from tpns_desktop.store import marker
from tpns_desktop.store.apps import Apps
from tpns_desktop.store.backups import (
    KEPT,
    Backup,
    DailyBackups,
    backups_of,
    due,
    restore,
    start_afresh,
    take,
)
from tpns_desktop.store.database import Database, open_database
from tpns_desktop.store.drafts import Drafts
from tpns_desktop.store.errors import DatabaseDamaged, DatabaseGone, NoBackup, StoreError
from tpns_desktop.store.history import History
from tpns_desktop.store.marker import Note

DAY = timedelta(days=1)


def ids(path: Path) -> list[str]:
    conn = sqlite3.connect(path)
    found = [row[0] for row in conn.execute("SELECT id FROM pushes ORDER BY seq")]
    conn.close()
    return found


def confirm(database: Database, *row_ids: str) -> None:
    with database.transaction() as conn:
        History(conn).add([push(row_id) for row_id in row_ids])


def taken(path: Path, at: float = 0) -> Backup:
    backup = take(path, later(at))
    assert backup is not None
    return backup


def test_a_backup_holds_what_was_confirmed_and_is_private(database: Database) -> None:
    confirm(database, "a", "b")
    backup = taken(database.path)
    assert backup == Backup(database.path.parent / "backups" / "tpns-20260116-120000.db", NOON)
    assert ids(backup.path) == ["a", "b"]
    assert [file.name for file in backup.path.parent.iterdir()] == [backup.path.name]
    if sys.platform != "win32":
        assert stat.S_IMODE(backup.path.stat().st_mode) == 0o600
        assert stat.S_IMODE(backup.path.parent.stat().st_mode) == 0o700
    confirm(database, "c")
    assert ids(backup.path) == ["a", "b"]
    assert ids(database.path) == ["a", "b", "c"]


def test_the_newest_seven_are_kept(database: Database) -> None:
    for day in range(10):
        taken(database.path, day * 86400)
    found = backups_of(database.path)
    assert [b.taken_at for b in found] == [NOON + DAY * day for day in range(9, 2, -1)]
    assert len(found) == KEPT
    for file in database.path.parent.joinpath("backups").iterdir():
        assert file in [b.path for b in found]


def test_the_one_just_taken_stays_though_others_claim_to_be_from_the_future(
    database: Database,
) -> None:
    for day in range(10, 18):
        taken(database.path, day * 86400)
    assert due(database.path, NOON)
    backup = taken(database.path)
    assert backup in backups_of(database.path)
    assert not due(database.path, later(5))


def test_one_is_due_each_day(database: Database) -> None:
    assert due(database.path, NOON)
    taken(database.path)
    assert not due(database.path, NOON)
    assert not due(database.path, NOON + DAY - timedelta(seconds=1))
    assert due(database.path, NOON + DAY)


def test_an_empty_database_is_not_worth_a_backup(path: Path) -> None:
    database = open_database(path)
    assert take(path, NOON) is None
    assert backups_of(path) == []
    assert list((path.parent / "backups").iterdir()) == []
    database.close()


def test_strange_files_in_the_folder_are_left_alone_and_not_offered(database: Database) -> None:
    folder = database.path.parent / "backups"
    folder.mkdir()
    for name in ("tpns-20261345-990000.db", "holiday.jpg", "other-20260116-120000.db"):
        (folder / name).write_bytes(b"x")
    for number in range(9):
        taken(database.path, number)
    assert len(backups_of(database.path)) == KEPT
    assert (folder / "holiday.jpg").exists()
    assert (folder / "other-20260116-120000.db").exists()


def test_a_half_left_by_a_killed_program_goes_when_it_is_old(database: Database) -> None:
    folder = database.path.parent / "backups"
    folder.mkdir()
    old, new = folder / ".tpns-20260115-120000.db.aa", folder / ".tpns-20260116-115959.db.bb"
    for file, age_s in ((old, 7200), (new, 1)):
        file.write_bytes(b"half")
        os.utime(file, (NOON.timestamp() - age_s,) * 2)
    taken(database.path)
    assert not old.exists()
    assert new.exists()


def test_a_copy_of_a_damaged_database_never_becomes_a_backup(database: Database) -> None:
    confirm(database, *(f"p{number}" for number in range(200)))
    good = taken(database.path)
    database.close()
    data = bytearray(database.path.read_bytes())
    data[4096 * 3 : 4096 * 12] = b"\x0d" * 4096 * 9
    database.path.write_bytes(data)
    with pytest.raises(StoreError):
        take(database.path, later(60))
    assert backups_of(database.path) == [good]
    assert [f.name for f in good.path.parent.iterdir()] == [good.path.name]


def test_before_an_upgrade_the_older_file_is_kept(path: Path) -> None:
    path.parent.mkdir()
    older_database(path, "0001", *FIRST)
    open_database(path, clock=lambda: NOON).close()
    [backup] = backups_of(path)
    conn = sqlite3.connect(backup.path)
    assert conn.execute("SELECT version_num FROM alembic_version").fetchall() == [("0001",)]
    conn.close()


# ------------------------------------------------------------------------------- restoring


def test_a_backup_is_put_back_and_the_present_file_is_set_aside(path: Path) -> None:
    database = open_database(path)
    with database.transaction() as conn:
        Apps(conn).add(app())
    confirm(database, "before")
    backup = taken(path)
    confirm(database, "after")
    database.close()
    present = path.read_bytes()
    aside = restore(path, backup, later(60))
    assert aside == path.with_name("tpns.replaced-20260116-120100.db")
    assert aside.read_bytes() == present
    for _ in range(2):
        database = open_database(path)
        assert database.notes == (Note("restored", aside, backup.taken_at),)
        with database.reading() as conn:
            assert Apps(conn).all() == [app()]
            [row] = History(conn).in_state("unknown")
            assert (row.id, row.reason) == ("before", "restored")
            assert History(conn).row("after") is None
        database.close()
    database = open_database(path)
    database.notes_seen()
    database.close()
    database = open_database(path)
    assert database.notes == ()
    database.close()
    assert backups_of(path) == [backup]


@pytest.mark.parametrize("how", ["missing", "empty", "damaged"])
def test_after_a_loss_a_backup_brings_back_what_it_has(path: Path, how: str) -> None:
    database = open_database(path)
    confirm(database, "a")
    backup = taken(path)
    database.close()
    if how == "missing":
        path.unlink()
    else:
        path.write_bytes(b"" if how == "empty" else b"damage")
    with pytest.raises(DatabaseDamaged if how == "damaged" else DatabaseGone):
        open_database(path)
    restore(path, backup, NOON)
    database = open_database(path)
    assert [note.kind for note in database.notes][-1] == "restored"
    with database.reading() as conn:
        assert History(conn).row("a") is not None
    database.close()


def test_an_older_backup_is_upgraded_when_it_is_opened(path: Path) -> None:
    path.parent.mkdir()
    older_database(path, "0001", *FIRST)
    open_database(path, clock=lambda: NOON).close()
    [backup] = backups_of(path)
    restore(path, backup, NOON)
    database = open_database(path)
    assert [note.kind for note in database.notes] == ["restored"]
    with database.reading() as conn:
        assert {r.id for r in History(conn).in_state("unknown")} == {
            "confirmed",
            "held",
            "sending",
            "unknown",
        }
    database.close()


@pytest.mark.parametrize("how", ["missing", "damaged", "somebody else's"])
def test_what_is_no_sound_backup_is_not_put_back(path: Path, how: str) -> None:
    database = open_database(path)
    confirm(database, "a")
    backup = taken(path)
    database.close()
    if how == "missing":
        backup.path.unlink()
    elif how == "damaged":
        backup.path.write_bytes(backup.path.read_bytes()[:5000])
    else:
        backup.path.unlink()
        theirs = sqlite3.connect(backup.path)
        theirs.execute("CREATE TABLE theirs (x)")
        theirs.close()
    before = path.read_bytes()
    with pytest.raises(NoBackup):
        restore(path, backup, NOON)
    assert path.read_bytes() == before
    assert sorted(f.name for f in path.parent.iterdir()) == ["backups", "tpns.db", "tpns.marker"]


def test_beginning_afresh_keeps_the_old_file_and_says_so_until_seen(path: Path) -> None:
    database = open_database(path)
    confirm(database, "a")
    database.close()
    present = path.read_bytes()
    aside = start_afresh(path, NOON)
    assert aside is not None
    assert aside.read_bytes() == present
    database = open_database(path)
    assert database.notes == (Note("afresh", aside),)
    with database.reading() as conn:
        assert History(conn).row("a") is None
    database.notes_seen()
    confirm(database, "b")
    database.close()
    database = open_database(path)
    assert database.notes == ()
    database.close()


def test_beginning_afresh_where_nothing_is_left(path: Path) -> None:
    open_database(path).close()
    path.unlink()
    assert start_afresh(path, NOON) is None
    database = open_database(path)
    assert database.notes == (Note("afresh"),)
    database.close()
    assert marker.read(path) is not None


# -------------------------------------------------------------------------------- each day


class Daily:
    """Daily backups of a database until the end of the block, and what they did."""

    def __init__(self, path: Path) -> None:
        self.threads: list[str] = []
        self.asked = threading.Event()
        self.looked = threading.Event()
        self._backups = DailyBackups(path, self.clock, first_look_s=0, looked=self.looked.set)

    def clock(self) -> datetime:
        self.threads.append(threading.current_thread().name)
        self.asked.set()
        return NOON

    def __enter__(self) -> Daily:
        self._backups.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._backups.close()


def test_the_backup_of_the_day_is_taken_on_a_thread_of_its_own(database: Database) -> None:
    confirm(database, "a")
    with Daily(database.path) as daily:
        assert daily.looked.wait(30)
        confirm(database, "b")  # the database is in use meanwhile
    assert daily.threads == ["backups"]
    [backup] = backups_of(database.path)
    assert ids(backup.path) == ["a"]
    with Daily(database.path) as daily:
        assert daily.looked.wait(30)
    assert backups_of(database.path) == [backup], "one a day"


def test_a_backup_that_cannot_be_taken_ends_nothing(database: Database) -> None:
    confirm(database, "a")
    (database.path.parent / "backups").write_bytes(b"in the way")
    with Daily(database.path) as daily:
        assert daily.looked.wait(30)
    assert backups_of(database.path) == []


def test_closing_in_the_middle_of_a_copy_leaves_no_half(database: Database) -> None:
    with database.transaction() as conn:
        for number in range(200):
            Drafts(conn).save("app-1", f"d{number}", {"text": "x" * 100_000})
    with Daily(database.path) as daily:
        assert daily.asked.wait(30)
    folder = database.path.parent / "backups"
    found = [file.name for file in folder.iterdir()] if folder.exists() else []
    assert found in ([], ["tpns-20260116-120000.db"])


def test_a_database_that_is_closed_ends_its_backups(database: Database) -> None:
    before = threading.active_count()
    database.keep_backups(lambda: NOON)
    database.keep_backups(lambda: NOON)
    assert threading.active_count() == before + 1
    database.close()
    assert threading.active_count() == before
