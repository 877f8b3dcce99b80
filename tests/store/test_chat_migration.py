"""A file of before Chat: its pushes are copied into a table that takes Chat's, and lose nothing."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from tests.store.older import older_database
from tests.store.rows import push
from tests.store.test_migrations import FIRST
from tpns_desktop.model.states import STATES
from tpns_desktop.store.chat_apps import ChatApps
from tpns_desktop.store.database import open_database
from tpns_desktop.store.history import History
from tpns_desktop.store.making import upgrade_file

COLUMNS = (
    "counters, again_of, looks, look, matches, list_id, trouble, purpose, name, plan_id, code, text"
)
"""Some that came with later revisions, each with something in it."""


def told(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Pushes, their last number, and what belongs to their table."""
    conn = sqlite3.connect(path)
    names = [row[1] for row in conn.execute("PRAGMA table_info(pushes)") if row[1] != "left_out"]
    found = {
        "rows": conn.execute(f"SELECT {', '.join(names)} FROM pushes ORDER BY seq").fetchall(),
        "sequence": conn.execute("SELECT name, seq FROM sqlite_sequence ORDER BY name").fetchall(),
        "belongings": conn.execute(
            "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE tbl_name = 'pushes'"
            " AND type <> 'table' ORDER BY name"
        ).fetchall(),
        "steps": conn.execute("SELECT value FROM about WHERE name = 'steps'").fetchall(),
    }
    conn.close()
    return found


def of_before(path: Path) -> Path:
    """A file of the sixth revision with a row in every state and a last one that is gone."""
    gone = FIRST[2].replace("'confirmed'", "'gone'").replace("draft of confirmed", "draft of gone")
    gone = gone.replace("4, 'gone'", "4, 'confirmed'")
    app_row = FIRST[0].replace("')", "', NULL, NULL)")
    draft = FIRST[1].replace("INTO drafts", "INTO drafts (id, app_id, revision, data, updated_at)")
    older_database(path, "0006", app_row, draft)
    conn = sqlite3.connect(path)
    rules = conn.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'pushes'"
    ).fetchall()
    for name, _ in rules:  # rows are put into states that they only reach by and by
        conn.execute(f"DROP TRIGGER {name}")
    for statement in (*FIRST[2:], gone):
        conn.execute(statement)
    conn.execute("DELETE FROM pushes WHERE id = 'gone'")
    conn.execute(
        f"UPDATE pushes SET ({COLUMNS}) = ('[{{\"channel\":\"all\"}}]', 'x', 3, 'several',"
        " '[\"1\",\"2\"]', 'list', 'dns', 'test', 'My 名', 'p1', 1008001, 'said')"
        " WHERE id = 'unknown'"
    )
    for _, statement in rules:
        conn.execute(statement)
    conn.commit()
    conn.close()
    return path


def test_every_row_stands_as_it_was_with_its_number_its_rules_and_its_indexes(path: Path) -> None:
    path.parent.mkdir()
    before = told(of_before(path))
    assert [row[-1] for row in before["sequence"]] == [len(STATES) + 1]
    upgrade_file(path)
    assert told(path) == before
    database = open_database(path)
    assert database.notes == ()
    with database.transaction() as conn:
        history = History(conn)
        rows = {row.id: row for row in history.in_state(*STATES)}
        assert list(rows) == list(STATES)
        assert rows["unknown"].looks == 3
        assert rows["held"] == push("held", state="held")
        assert ChatApps(conn).all() == []
        # The number of a row that was removed is not given again.
        history.add([push("new", draft_id="new", batch_id="new", platform="chat")])
        last = conn.exec_driver_sql("SELECT seq FROM pushes WHERE id = 'new'").scalar()
        assert last == len(STATES) + 2
        with pytest.raises(IntegrityError, match="CHECK"):
            history.add([push("odd", draft_id="odd", batch_id="odd", platform="fax")])
        with pytest.raises(IntegrityError, match="frozen"):
            conn.exec_driver_sql("UPDATE pushes SET platform = 'ios' WHERE id = 'new'")
    database.close()


def test_who_was_left_out_may_be_written_down_once_a_push_has_ended(path: Path) -> None:
    database = open_database(path)
    with database.transaction() as conn:
        history = History(conn)
        history.add([push("c", platform="chat")])
        assert history.move("c", "confirmed", "held")
        assert history.move("c", "held", "sending")
        assert history.move("c", "sending", "accepted", push_ids=("1_2",), left_out={"amy": 70107})
        row = history.row("c")
    assert row is not None
    assert (row.left_out, row.is_chat) == ({"amy": 70107}, True)
    database.close()


def test_many_pushes_are_copied_in_reasonable_time(
    path: Path, size: Callable[[int, int], int]
) -> None:
    path.parent.mkdir()
    of_before(path)
    count = size(5_000, 200_000)
    conn = sqlite3.connect(path)
    names = [row[1] for row in conn.execute("PRAGMA table_info(pushes)") if row[1] != "seq"]
    own = {"id": "'m' || n", "batch_id": "'m' || n", "draft_id": "'m' || n", "state": "'held'"}
    conn.execute(
        "WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n <"
        f" {count}) INSERT INTO pushes ({', '.join(names)}) SELECT"
        f" {', '.join(own.get(name, name) for name in names)} FROM counted, pushes"
        " WHERE id = 'held'"
    )
    conn.commit()
    conn.close()
    before = told(path)
    began = time.monotonic()
    upgrade_file(path)
    took_s = time.monotonic() - began
    assert told(path) == before
    print(f"{count} pushes brought to today's tables in {took_s:.1f} s")
