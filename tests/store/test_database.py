"""Opening, what is found at the start, and transactions."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import stat
import sys
import threading
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.store.rows import NOON, app, push, unguarded
from tests.store.test_history import in_state
from tpns_desktop.model.states import OPEN_STATES, STATES
from tpns_desktop.store import backups
from tpns_desktop.store.apps import App, Apps
from tpns_desktop.store.database import Database, open_database
from tpns_desktop.store.drafts import Drafts
from tpns_desktop.store.errors import (
    Busy,
    CannotOpen,
    Damaged,
    DatabaseDamaged,
    DatabaseNewer,
    DiskFull,
    NetworkFolder,
    ReadOnly,
    StoreError,
    StoreFailed,
    TransactionLost,
    UnknownApp,
    WrongThread,
)
from tpns_desktop.store.history import History
from tpns_desktop.store.marker import Note
from tpns_desktop.store.sqlite import connect, triggers


def filled(path: Path, drafts: int = 300) -> Path:
    """Leave a closed database of a few hundred kilobytes at ``path``."""
    database = open_database(path)
    with database.transaction() as conn:
        Apps(conn).add(app())
        for number in range(drafts):
            Drafts(conn).save("app-1", f"d{number}", {"n": number, "text": "四" * 400})
        History(conn).add([push()])
    database.close()
    return path


def files(path: Path) -> dict[str, bytes]:
    """What lies beside the database, but for its marker and its backups."""
    beside = (p for p in sorted(path.parent.iterdir()) if p.is_file() and p.suffix != ".marker")
    return {p.name: p.read_bytes() for p in beside}


def opened_beside(path: Path, kind: str) -> Path:
    """Open ``path``, expect it set aside as ``kind``, and give where the old file is."""
    database = open_database(path, clock=lambda: NOON)
    try:
        kept_at = path.with_name(f"tpns.{kind}-20260116-120000.db")
        assert database.notes == (Note(kind, kept_at),)
        with database.transaction() as conn:
            assert Apps(conn).all() == []
            Apps(conn).add(app())
    finally:
        database.close()
    return kept_at


# ---------------------------------------------------------------------------------- opening


def test_a_new_file_is_made_with_its_folder_and_nothing_else_lies_beside_it(path: Path) -> None:
    database = open_database(path)
    assert database.notes == ()
    database.close()
    database.close()
    assert sorted(p.name for p in path.parent.iterdir()) == ["tpns.db", "tpns.marker"]


@pytest.mark.skipif(sys.platform == "win32", reason="rights are inherited there")
def test_only_its_owner_may_read_the_file_and_its_log(database: Database) -> None:
    for file in database.path.parent.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file.name


def test_every_connection_is_durable_checked_and_waits(database: Database) -> None:
    with database.reading() as conn:
        for pragma, value in {
            "journal_mode": "wal",
            "synchronous": 2,
            "foreign_keys": 1,
            "busy_timeout": 5000,
            "application_id": 0x54504E53,
        }.items():
            assert conn.execute(text(f"PRAGMA {pragma}")).scalar() == value, pragma


def test_odd_characters_in_the_path_are_fine(tmp_path: Path) -> None:
    path = tmp_path / "a %(b)s #?&=商城 'c" / "tpns.db"
    filled(path, 1)
    database = open_database(path)
    with database.reading() as conn:
        assert Apps(conn).all() == [app()]
    database.close()


def test_everything_is_still_there_after_a_second_opening(path: Path) -> None:
    filled(path, 2)
    database = open_database(path)
    assert database.notes == ()
    with database.reading() as conn:
        assert len(Drafts(conn).recent("app-1")) == 2
        assert History(conn).row("push-1") == push()
    database.close()


def test_a_file_with_a_log_left_by_a_killed_program_is_opened_with_what_it_says(
    path: Path, tmp_path: Path
) -> None:
    database = open_database(path)
    with database.transaction() as conn:
        Apps(conn).add(app())
    copy = tmp_path / "killed" / "tpns.db"
    copy.parent.mkdir()
    for name in ("tpns.db", "tpns.db-wal"):
        shutil.copy(path.with_name(name), copy.with_name(name))
    database.close()
    assert copy.with_name("tpns.db-wal").stat().st_size > 0
    again = open_database(copy)
    assert again.notes == ()
    with again.reading() as conn:
        assert Apps(conn).all() == [app()]
    again.close()


def test_a_second_opening_while_the_first_one_writes_takes_nothing_away(
    database: Database,
) -> None:
    second = open_database(database.path)
    assert second.notes == ()
    with second.reading() as conn:
        assert Apps(conn).all() == [app()]
    second.close()


def test_a_network_folder_is_refused_and_nothing_is_made_there(path: Path) -> None:
    asked: list[Path] = []

    def on_network(folder: Path) -> bool:
        asked.append(folder)
        return True

    with pytest.raises(NetworkFolder) as caught:
        open_database(path, on_network=on_network)
    assert caught.value.code == "network_folder"
    assert asked == [path.parent]
    assert list(path.parent.iterdir()) == []


def test_a_connection_that_would_not_be_durable_is_not_opened(database: Database) -> None:
    conn = connect(database.path)
    assert conn.execute("PRAGMA synchronous").fetchone() == (2,)
    assert conn.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    conn.close()


def test_a_folder_that_cannot_be_used_is_an_error_not_a_damaged_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(CannotOpen):
        open_database(tmp_path / "file" / "tpns.db")
    (tmp_path / "tpns.db").mkdir()
    with pytest.raises(CannotOpen):
        open_database(tmp_path / "tpns.db")
    assert (tmp_path / "tpns.db").is_dir()


# ------------------------------------------------------------------------ damaged and newer


@pytest.mark.parametrize("size", [1, 15, 99, 100, 512, 4096, 4097, 50_000])
def test_a_file_cut_short_is_set_aside_as_it_is(path: Path, size: int) -> None:
    filled(path)
    os.truncate(path, size)
    before = path.read_bytes()
    assert opened_beside(path, "damaged").read_bytes() == before


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a database",
        b"SQLite format 3\0" + b"\xff" * 5000,
        random.Random(1).randbytes(20_000),
        b"\0" * 8192,
    ],
)
def test_a_file_that_is_no_database_is_set_aside_as_it_is(path: Path, data: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(data)
    kept_at = opened_beside(path, "damaged")
    assert files(path) == {"tpns.db": path.read_bytes(), kept_at.name: data}


@pytest.mark.parametrize("statement", ["CREATE TABLE theirs (x)", "PRAGMA user_version = 3"])
def test_somebody_elses_database_is_set_aside_as_it_is(path: Path, statement: str) -> None:
    path.parent.mkdir()
    conn = sqlite3.connect(path)
    conn.execute(statement)
    conn.close()
    before = path.read_bytes()
    assert opened_beside(path, "damaged").read_bytes() == before


def test_a_database_of_ours_without_one_of_its_tables_counts_as_damaged(path: Path) -> None:
    filled(path, 1)
    conn = sqlite3.connect(path)
    conn.execute("DROP TABLE pushes")
    conn.close()
    assert opened_beside(path, "damaged").exists()


@pytest.mark.parametrize("seed", range(40))
def test_random_damage_never_stops_the_start_and_never_changes_the_file(
    path: Path, seed: int
) -> None:
    dice = random.Random(seed)
    data = bytearray(filled(path, 60).read_bytes())
    for _ in range(dice.choice([1, 3, 20])):
        at = dice.randrange(len(data))
        length = dice.choice([1, 16, 512, 4096])
        data[at : at + length] = dice.randbytes(length)
    path.write_bytes(data)
    database = open_database(path)
    for note in database.notes:
        if note.kept_at is not None:
            assert note.kept_at.read_bytes() == bytes(data)
    with database.transaction() as conn:  # whatever was found, there is a database to work with
        conn.execute(text("SELECT count(*) FROM pushes"))
    database.close()


def test_a_newer_database_stays_byte_for_byte_with_its_log(path: Path, tmp_path: Path) -> None:
    filled(path, 5)
    newer = sqlite3.connect(path)
    newer.execute("UPDATE alembic_version SET version_num = '9999'")
    newer.commit()  # stands in the log alone as long as this connection is open
    killed = tmp_path / "killed" / "tpns.db"
    killed.parent.mkdir()
    for name in ("tpns.db", "tpns.db-wal"):
        shutil.copy(path.with_name(name), killed.with_name(name))
    newer.close()
    for file in (path, killed):
        before = files(file)
        kept_at = opened_beside(file, "newer")
        assert kept_at.read_bytes() == before["tpns.db"]
        log = kept_at.with_name(kept_at.name + "-wal")
        assert log.exists() == ("tpns.db-wal" in before)
        if log.exists():
            assert log.read_bytes() == before["tpns.db-wal"]
        old = sqlite3.connect(kept_at)
        assert old.execute("SELECT version_num FROM alembic_version").fetchall() == [("9999",)]
        old.close()


@pytest.mark.parametrize("kind", ["damaged", "newer"])
@pytest.mark.parametrize("way", ["restore", "afresh"])
def test_what_cannot_be_used_is_left_to_a_person_where_there_are_backups(
    path: Path, kind: str, way: str
) -> None:
    filled(path)
    backup = backups.take(path, NOON)
    assert backup is not None
    if kind == "newer":
        spoiled = sqlite3.connect(path)
        spoiled.execute("UPDATE alembic_version SET version_num = '9999'")
        spoiled.commit()
        spoiled.close()
    else:
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    before = files(path)
    for _ in range(2):  # however often it is tried
        with pytest.raises(DatabaseNewer if kind == "newer" else DatabaseDamaged):
            open_database(path)
        assert files(path) == before
    if way == "restore":
        kept_at = backups.restore(path, backup, NOON)
    else:
        kept_at = backups.start_afresh(path, NOON)
    assert kept_at is not None
    assert kept_at.read_bytes() == before[path.name]
    database = open_database(path)
    with database.reading() as conn:
        assert len(Apps(conn).all()) == (way == "restore")
    taken_at = NOON if way == "restore" else None
    note = Note("restored" if way == "restore" else "afresh", kept_at, taken_at)
    assert database.notes == (note,)
    database.close()
    again = open_database(path)
    assert again.notes == (note,)  # also at the next start, until it was seen
    again.close()


def test_a_write_protected_file_is_said_at_the_start_and_left_as_it_is(path: Path) -> None:
    filled(path, 3)
    path.chmod(0o444)
    if os.access(path, os.W_OK):
        pytest.skip("an administrator may write everything")
    before = files(path)
    with pytest.raises(ReadOnly):
        open_database(path)
    assert files(path)["tpns.db"] == before["tpns.db"]
    path.chmod(0o600)
    open_database(path).close()


def test_a_log_whose_database_is_gone_is_set_aside_and_not_played_into_a_new_one(
    database: Database, tmp_path: Path
) -> None:
    lonely = tmp_path / "lonely" / "tpns.db"
    lonely.parent.mkdir()
    shutil.copy(database.path.with_name("tpns.db-wal"), lonely.with_name("tpns.db-wal"))
    before = lonely.with_name("tpns.db-wal").read_bytes()
    kept_at = opened_beside(lonely, "damaged")
    assert kept_at.with_name(kept_at.name + "-wal").read_bytes() == before


def test_two_damaged_files_in_one_second_are_both_kept(path: Path) -> None:
    path.parent.mkdir()
    kept = []
    for data in (b"first", b"second"):
        path.unlink(missing_ok=True)
        path.write_bytes(data)
        database = open_database(path, clock=lambda: NOON)
        kept_at = database.notes[-1].kept_at
        assert kept_at is not None
        kept.append(kept_at)
        database.close()
    assert [p.read_bytes() for p in kept] == [b"first", b"second"]
    assert kept[1].name == "tpns.damaged-20260116-120000-2.db"


# ------------------------------------------------------------------------------ row hashes


@pytest.mark.parametrize("state", STATES)
def test_bytes_that_changed_are_noticed_while_their_push_is_not_settled(
    path: Path, state: str
) -> None:
    database = open_database(path)
    with database.transaction() as conn:
        in_state(History(conn), "fine", state)
        in_state(History(conn), "p", state)
    database.close()
    for change in ("body = CAST('{}' AS BLOB)", "body_sha256 = 'x'"):
        unguarded(path, f"UPDATE pushes SET {change} WHERE id = 'p'")
        database = open_database(path)
        expected = [Note("changed", row_ids=("p",))]
        assert list(database.notes) == (expected if state in OPEN_STATES | {"unknown"} else []), (
            change
        )
        database.close()


@pytest.mark.parametrize("change", ["body = '{}'", "created_at = 'noon'", "push_ids = '['"])
def test_a_push_not_settled_that_cannot_be_read_makes_the_file_a_damaged_one(
    path: Path, change: str
) -> None:
    database = open_database(path)
    with database.transaction() as conn:
        in_state(History(conn), "p", "unknown")
    database.close()
    unguarded(path, f"UPDATE pushes SET {change}")
    before = path.read_bytes()
    assert opened_beside(path, "damaged").read_bytes() == before


def test_rules_that_somebody_took_out_of_the_file_are_put_back(path: Path) -> None:
    filled(path, 1)
    conn = sqlite3.connect(path)
    conn.execute("DROP TRIGGER tr_pushes_step")
    conn.execute("DROP TRIGGER tr_pushes_kept")
    conn.execute("CREATE TRIGGER tr_pushes_kept BEFORE DELETE ON pushes WHEN 0 BEGIN SELECT 1; END")
    conn.close()
    open_database(path).close()
    conn = sqlite3.connect(path)
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    assert dict(conn.execute(query).fetchall()) == triggers()
    conn.close()


# ----------------------------------------------------------------------------- transactions


def test_an_error_in_the_block_takes_everything_back_and_passes_through(
    database: Database,
) -> None:
    def fail() -> None:
        with database.transaction() as conn:
            Apps(conn).add(app("app-2"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with database.reading() as conn:
        assert [a.id for a in Apps(conn).all()] == ["app-1"]


def test_another_thread_is_turned_away(database: Database) -> None:
    errors: list[Exception] = []

    def use() -> None:
        for action in (
            lambda: database.transaction().__enter__(),
            lambda: database.reading().__enter__(),
            database.close,
        ):
            try:
                action()
            except StoreError as error:
                errors.append(error)

    thread = threading.Thread(target=use)
    thread.start()
    thread.join()
    assert [type(error) for error in errors] == [WrongThread] * 3
    with database.reading() as conn:
        assert len(Apps(conn).all()) == 1


def test_a_transaction_inside_a_transaction_is_refused_and_the_outer_one_goes_on(
    database: Database,
) -> None:
    with database.transaction() as conn:
        Apps(conn).add(app("app-2"))
        with pytest.raises(StoreFailed), database.transaction():
            pass
    with database.reading() as conn:
        assert len(Apps(conn).all()) == 2


def test_the_write_lock_is_taken_at_the_beginning(path: Path, database: Database) -> None:
    other = sqlite3.connect(path, isolation_level=None, timeout=0)
    with database.transaction(), pytest.raises(sqlite3.OperationalError, match="locked"):
        other.execute("BEGIN IMMEDIATE")
    with database.reading():
        other.execute("BEGIN IMMEDIATE")
        other.execute("ROLLBACK")
    other.close()


def test_a_file_held_by_another_program_is_busy_and_can_be_used_later(
    path: Path, database: Database
) -> None:
    other = sqlite3.connect(path, isolation_level=None, timeout=0)
    with database.reading() as conn:
        conn.execute(text("PRAGMA busy_timeout = 0"))
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Busy), database.transaction():
        pass
    other.execute("ROLLBACK")
    other.close()
    with database.transaction() as conn:
        Apps(conn).add(app("app-2"))


def test_a_full_disk_is_named_nothing_is_kept_and_the_next_one_works(database: Database) -> None:
    with database.reading() as conn:
        pages = conn.execute(text("PRAGMA page_count")).scalar_one()
        conn.execute(text(f"PRAGMA max_page_count = {pages + 2}"))

    def fill() -> None:
        with database.transaction() as conn:
            Apps(conn).add(app("app-2"))
            Drafts(conn).save("app-1", None, {"text": "x" * 100_000})

    with pytest.raises(DiskFull):
        fill()
    with database.transaction() as conn:
        assert len(Apps(conn).all()) == 1
        Drafts(conn).save("app-1", None, {"text": "x"})


def test_after_sqlite_took_the_transaction_back_nothing_more_is_kept(database: Database) -> None:
    def lose(*more: App) -> None:
        with database.transaction() as conn:
            Apps(conn).add(app("app-2"))
            conn.connection.driver_connection.execute("ROLLBACK")  # as SQLite does by itself
            for one in more:
                Apps(conn).add(one)

    with pytest.raises(TransactionLost):
        lose(app("app-3"))
    with pytest.raises(TransactionLost):
        lose()
    with database.reading() as conn:
        assert len(Apps(conn).all()) == 1


def test_an_unknown_app_is_named_and_errors_never_quote_what_was_stored(
    database: Database,
) -> None:
    with pytest.raises(UnknownApp) as caught, database.transaction() as conn:
        Drafts(conn).save("nobody", None, {"text": "canary"})
    assert "canary" not in repr(caught.value)
    assert caught.value.__cause__ is None
    with pytest.raises(StoreFailed) as failed, database.transaction() as conn:
        Apps(conn).add(app(name="canary"))
    assert "canary" not in str(failed.value)


def test_an_instant_without_a_zone_is_refused(database: Database) -> None:
    with pytest.raises(StoreFailed), database.transaction() as conn:
        Apps(conn).add(app("app-2", created_at=NOON.replace(tzinfo=None)))


@pytest.mark.parametrize(
    "damage",
    [
        "data = '{\"n\": '",
        "data = CAST(x'ff9b' AS TEXT)",
        "updated_at = 'yesterday'",
        "updated_at = 7",
        "data = x'00ff'",
    ],
)
def test_a_row_that_cannot_be_read_any_more_is_called_damaged(path: Path, damage: str) -> None:
    filled(path, 1)
    conn = sqlite3.connect(path)
    conn.execute(f"UPDATE drafts SET {damage}")
    conn.commit()
    conn.close()
    database = open_database(path)
    with pytest.raises(Damaged), database.reading() as reading:
        Drafts(reading).get("d0")
    database.close()
