"""What is remembered beside the database."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from pathlib import Path

import pytest

from tests.store.rows import NOON, push
from tpns_desktop.store import backups, marker
from tpns_desktop.store.database import Database, open_database
from tpns_desktop.store.errors import DatabaseGone
from tpns_desktop.store.files import whole
from tpns_desktop.store.history import History
from tpns_desktop.store.marker import Marker, Note, marker_file


def remembered(path: Path) -> Marker:
    found = marker.read(path)
    assert found is not None
    return found


def confirm(database: Database, *ids: str, state: str = "confirmed") -> None:
    with database.transaction() as conn:
        History(conn).add([push(row_id, state=state) for row_id in ids])


def test_it_is_made_with_the_database_and_follows_each_confirmation(path: Path) -> None:
    database = open_database(path)
    first = remembered(path)
    assert (len(first.database), first.last_seq, first.notes) == (32, 0, ())
    confirm(database, "a", "b")
    assert remembered(path) == Marker(first.database, 2, 2)
    with database.transaction() as conn:
        History(conn).move("a", "confirmed", "held")
        History(conn).note("a", "held", reason="x")
    assert remembered(path) == Marker(first.database, 2, 3)
    written = marker_file(path).stat().st_ino
    with database.transaction() as conn:
        History(conn).note("a", "held", attempts=1)
    assert marker_file(path).stat().st_ino == written, "nothing new to remember"
    database.close()
    assert open_and_close(path) == ()


def open_and_close(path: Path) -> tuple[Note, ...]:
    database = open_database(path)
    database.close()
    return database.notes


@pytest.mark.skipif(sys.platform == "win32", reason="rights are inherited there")
def test_only_its_owner_may_read_it_and_no_half_of_it_lies_about(path: Path) -> None:
    open_and_close(path)
    assert stat.S_IMODE(marker_file(path).stat().st_mode) == 0o600
    assert {file.name for file in path.parent.iterdir()} == {"tpns.db", "tpns.marker"}


def test_a_transaction_taken_back_is_not_remembered(path: Path) -> None:
    database = open_database(path)

    def fail() -> None:
        with database.transaction() as conn:
            History(conn).add([push()])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert remembered(path).last_seq == 0
    database.close()


@pytest.mark.parametrize("how", ["missing", "empty", "only its log"])
@pytest.mark.parametrize("marked", ["well", "damaged", "by a backup"])
def test_a_database_that_is_gone_stops_the_program_and_nothing_is_made(
    path: Path, how: str, marked: str
) -> None:
    database = open_database(path)
    confirm(database, "a")
    if marked == "by a backup":
        assert backups.take(path, NOON) is not None
    log = path.with_name("tpns.db-wal").read_bytes()
    database.close()
    if marked == "damaged":
        marker_file(path).write_bytes(b"\0\0\0")
    if marked == "by a backup":
        marker_file(path).unlink()
    path.unlink()
    if how == "empty":
        path.write_bytes(b"")
    if how == "only its log":
        path.with_name("tpns.db-wal").write_bytes(log)
    before = {file.name: file.stat().st_size for file in path.parent.iterdir()}
    for _ in range(2):
        with pytest.raises(DatabaseGone) as caught:
            open_database(path)
        assert caught.value.code == "database_gone"
    assert {file.name: file.stat().st_size for file in path.parent.iterdir()} == before


@pytest.mark.parametrize(
    "content",
    [None, b"", b"\0" * 40, b"{}", b"[1]", b'{"database":1,"last_seq":0,"steps":0,"notes":[]}'],
)
def test_without_a_marker_or_with_a_damaged_one_a_sound_database_opens_and_it_is_made_again(
    path: Path, content: bytes | None
) -> None:
    database = open_database(path)
    confirm(database, "a", "b")
    database.close()
    before = remembered(path)
    marker_file(path).unlink()
    if content is not None:
        marker_file(path).write_bytes(content)
    assert open_and_close(path) == ()
    assert remembered(path) == before


def test_a_marker_that_cannot_be_written_stops_nothing(path: Path) -> None:
    open_and_close(path)
    marker_file(path).unlink()
    marker_file(path).mkdir()
    database = open_database(path)
    confirm(database, "a")
    with database.reading() as conn:
        assert History(conn).row("a") is not None
    database.close()
    marker_file(path).rmdir()
    assert open_and_close(path) == ()
    assert remembered(path).last_seq == 1


def test_a_marker_that_is_behind_catches_up(path: Path) -> None:
    database = open_database(path)
    known = remembered(path)
    confirm(database, "a", "b")
    database.close()
    marker.write(path, known)  # as after a cut between the commit and the marker
    assert open_and_close(path) == ()
    assert remembered(path).last_seq == 2


def older_copy(path: Path) -> None:
    """Leave a database from before its last push; three pushes were under way in it."""
    database = open_database(path)
    confirm(database, "confirmed")
    confirm(database, "held", "sending", state="held")
    with database.transaction() as conn:
        History(conn).move("sending", "held", "sending")
    database.close()
    copy = path.with_name("copy.db")
    shutil.copy(path, copy)
    database = open_database(path)
    confirm(database, "later")
    database.close()
    os.replace(copy, path)


def test_an_older_copy_is_used_noted_until_seen_and_claims_to_know_nothing(path: Path) -> None:
    older_copy(path)
    assert open_and_close(path) == (Note("restored"),)
    database = open_database(path)
    assert database.notes == (Note("restored"),), "told again: nobody has seen it"
    with database.reading() as conn:
        rows = History(conn).in_state("unknown")
        assert [row.id for row in rows] == ["confirmed", "held", "sending"]
        assert {row.reason for row in rows} == {"restored"}
    database.notes_seen()
    assert database.notes == ()
    database.close()
    assert open_and_close(path) == ()


def test_a_file_that_lost_only_the_last_step_of_a_push_claims_to_know_nothing(path: Path) -> None:
    database = open_database(path)
    confirm(database, "a", state="held")
    database.close()
    copy = path.read_bytes()
    database = open_database(path)
    with database.transaction() as conn:
        History(conn).move("a", "held", "sending")
    database.close()
    path.write_bytes(copy)
    database = open_database(path)
    assert database.notes == (Note("restored"),)
    with database.reading() as conn:
        assert [row.id for row in History(conn).in_state("unknown")] == ["a"]
    database.close()


def test_what_was_confirmed_after_the_note_is_not_doubted(path: Path) -> None:
    older_copy(path)
    database = open_database(path)
    confirm(database, "new")
    database.close()
    database = open_database(path)
    with database.reading() as conn:
        assert [row.id for row in History(conn).in_state("confirmed")] == ["new"]
    database.close()


def test_another_database_in_its_place_is_noted(path: Path, tmp_path: Path) -> None:
    open_and_close(path)
    other = tmp_path / "other" / "tpns.db"
    database = open_database(other)
    confirm(database, *"abc")
    database.close()
    shutil.copy(other, path)
    assert open_and_close(path) == (Note("restored"),)


def test_a_damaged_file_is_told_at_each_start_until_somebody_has_seen_it(path: Path) -> None:
    open_and_close(path)
    path.write_bytes(b"damage")
    first = open_and_close(path)
    assert [note.kind for note in first] == ["damaged"]
    assert open_and_close(path) == first
    database = open_database(path)
    database.notes_seen()
    confirm(database, "a")
    database.close()
    assert open_and_close(path) == ()
    for file in whole(path):
        file.unlink(missing_ok=True)
    with pytest.raises(DatabaseGone):
        open_database(path)


def test_two_running_copies_keep_one_marker_and_raise_no_alarm(path: Path) -> None:
    one, two = open_database(path), open_database(path)
    for number in range(6):
        confirm((one, two)[number % 2], f"p{number}")
    third = open_database(path)
    assert third.notes == ()
    assert remembered(path).last_seq == 6
    for each in (one, two, third):
        each.close()
    assert open_and_close(path) == ()
