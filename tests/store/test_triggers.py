"""What the database itself refuses, asked by SQL that goes round the program's own code."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Update, update

from tests.store.rows import push
from tests.store.test_history import in_state
from tpns_desktop.model.states import FIRST_STATES, OPEN_STATES, SETTLERS, STATES, TRANSITIONS
from tpns_desktop.store import tables
from tpns_desktop.store.database import Database, open_database
from tpns_desktop.store.errors import IllegalMove
from tpns_desktop.store.history import FACTS, History
from tpns_desktop.store.sqlite import CHANGEABLE, triggers


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed database with one row in each state."""
    path = tmp_path_factory.mktemp("filled") / "tpns.db"
    database = open_database(path)
    with database.transaction() as conn:
        for state in STATES:
            in_state(History(conn), state, state, attempts=1, looks=1)
    database.close()
    return path


@pytest.fixture
def raw(filled: Path, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A connection as a database tool has it, to a copy of that."""
    conn = sqlite3.connect(shutil.copy(filled, tmp_path / "tpns.db"), isolation_level=None)
    yield conn
    conn.close()


def refused(conn: sqlite3.Connection, sql: str, *values: Any) -> str:
    """Run what has to be refused; gives the words, and sees that nothing was changed."""
    query = "SELECT * FROM pushes ORDER BY seq"
    before = conn.execute(query).fetchall()
    with pytest.raises(sqlite3.IntegrityError) as caught:
        conn.execute(sql, values)
    assert conn.execute(query).fetchall() == before
    return str(caught.value)


def test_the_file_holds_the_triggers_made_from_the_table_of_states(
    raw: sqlite3.Connection,
) -> None:
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    assert dict(raw.execute(query).fetchall()) == triggers()


@pytest.mark.parametrize("before", STATES)
def test_a_state_moves_only_as_the_table_says(raw: sqlite3.Connection, before: str) -> None:
    sql = "UPDATE pushes SET state = ?, settled_by = 'person' WHERE id = ?"
    for after in STATES:
        if after in TRANSITIONS[before] or after == before:
            raw.execute("BEGIN")
            assert raw.execute(sql, (after, before)).rowcount == 1
            raw.execute("ROLLBACK")
        else:
            assert refused(raw, sql, after, before) == "illegal transition"


def test_no_way_leads_back_to_a_state_that_sends(raw: sqlite3.Connection) -> None:
    for state in sorted(set(STATES) - {"held", "confirmed"}):
        for name in ("UPDATE", "UPDATE OR REPLACE", "UPDATE OR IGNORE"):
            sql = f"{name} pushes SET state = 'held', settled_by = 'person' WHERE id = ?"
            assert refused(raw, sql, state) == "illegal transition", (name, state)


@pytest.mark.parametrize("state", STATES)
def test_a_row_begins_before_anything_left(raw: sqlite3.Connection, state: str) -> None:
    names = [c.name for c in tables.pushes.columns if c.name not in {"seq", "id", "state"}]
    cells = ", ".join("'new'" if name == "draft_id" else name for name in names)
    sql = (
        f"INSERT INTO pushes (id, state, {', '.join(names)})"
        f" SELECT 'new', ?, {cells} FROM pushes WHERE id = 'held'"
    )
    if state in FIRST_STATES:
        raw.execute(sql, (state,))
    else:
        assert refused(raw, sql, state) == "a row does not begin there"


@pytest.mark.parametrize("key", ["seq", "id", "draft_id"])
def test_no_fresh_row_takes_the_place_of_another(raw: sqlite3.Connection, key: str) -> None:
    names = [c.name for c in tables.pushes.columns]
    fresh = {"seq": "99", "id": "'new'", "draft_id": "'new'", "state": "'held'"}
    del fresh[key]
    cells = ", ".join(fresh.get(name, name) for name in names)
    for name in ("INSERT", "INSERT OR REPLACE"):
        sql = f"{name} INTO pushes SELECT {cells} FROM pushes WHERE id = 'unknown'"
        assert refused(raw, sql) == "already confirmed"


@pytest.mark.parametrize("state", STATES)
def test_what_was_confirmed_stays(raw: sqlite3.Connection, state: str) -> None:
    value = {"seq": 99, "draft_rev": 99, "level": 0, "practice": True, "body": b"other"}
    for name in (c.name for c in tables.pushes.columns if c.name not in CHANGEABLE):
        sql = f"UPDATE pushes SET {name} = ? WHERE id = ?"
        assert refused(raw, sql, value.get(name, "other"), state) == "payload is frozen", name


def test_the_same_bytes_as_text_are_a_change(raw: sqlite3.Connection) -> None:
    sql = "UPDATE pushes SET body = CAST(body AS TEXT) WHERE id = 'held'"
    assert refused(raw, sql) == "payload is frozen"


def test_what_may_change_is_what_the_history_writes() -> None:
    assert FACTS | {"state", "counters", "counters_at"} == CHANGEABLE


@pytest.mark.parametrize("name", ["attempts", "looks"])
def test_a_count_never_shrinks(raw: sqlite3.Connection, name: str) -> None:
    raw.execute(f"UPDATE pushes SET {name} = 2 WHERE id = 'sending'")
    for less in (1, None):
        sql = f"UPDATE pushes SET {name} = ? WHERE id = 'sending'"
        assert refused(raw, sql, less)


def test_a_push_id_is_recorded_once(raw: sqlite3.Connection) -> None:
    sql = "UPDATE pushes SET push_ids = ? WHERE id = 'accepted'"
    raw.execute(sql, ('["77"]',))
    raw.execute(sql, ('["77"]',))
    for other in ("[]", '["78"]', '["77","78"]'):
        assert refused(raw, sql, other) == "push id is frozen"


@pytest.mark.parametrize("after", sorted(TRANSITIONS["unknown"]))
@pytest.mark.parametrize("word", [*SETTLERS, None, "", "restart", "program"])
def test_unknown_is_settled_only_by_somebody_who_knows(
    raw: sqlite3.Connection, after: str, word: str | None
) -> None:
    sql = "UPDATE pushes SET state = ?, settled_by = ? WHERE id = 'unknown'"
    if word in SETTLERS:
        raw.execute(sql, (after, word))
    else:
        assert refused(raw, sql, after, word) == "settled by nobody who knows"


@pytest.mark.parametrize("state", STATES)
def test_a_row_that_is_not_settled_cannot_be_removed(raw: sqlite3.Connection, state: str) -> None:
    sql = "DELETE FROM pushes WHERE id = ?"
    if state in OPEN_STATES | {"unknown"}:
        assert refused(raw, sql, state) == "not settled yet"
        assert refused(raw, "DELETE FROM pushes") == "not settled yet"
    else:
        raw.execute(sql, (state,))


def test_a_refusal_is_an_illegal_move_and_takes_the_transaction_back(database: Database) -> None:
    with database.transaction() as conn:
        in_state(History(conn), "p", "sending")

    def change(statement: Update) -> None:
        with database.transaction() as conn:
            History(conn).add([push("other")])
            conn.execute(statement)

    for values in ({"body": b"canary"}, {"state": "held"}, {"attempts": -1}):
        with pytest.raises(IllegalMove) as caught:
            change(update(tables.pushes).values(**values))
        assert "canary" not in str(caught.value)
    with database.reading() as conn:
        assert [row.id for row in History(conn).in_state(*STATES)] == ["p"]
