"""From every older file to the tables of today."""

from __future__ import annotations

import json
import logging
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine, update
from sqlalchemy.exc import IntegrityError

from tests.store.older import older_database
from tests.store.rows import NOON, app, push
from tpns_desktop.model.states import STATES
from tpns_desktop.store import full_text, migrations, tables
from tpns_desktop.store.apps import Apps
from tpns_desktop.store.backups import backups_of
from tpns_desktop.store.database import open_database
from tpns_desktop.store.devices import Devices
from tpns_desktop.store.drafts import Drafts
from tpns_desktop.store.errors import StoreFailed
from tpns_desktop.store.history import History
from tpns_desktop.store.lists import Lists
from tpns_desktop.store.plans import Plans
from tpns_desktop.store.sqlite import triggers
from tpns_desktop.store.tag_book import TagBook

FIRST = (
    "INSERT INTO apps VALUES ('app-1', 'tpns', 'Demo Mall 商城', 'teal', 'guangzhou',"
    " '1500001048', '1600001048', 'dev', '2026-01-16T12:00:00.000000Z')",
    "INSERT INTO drafts VALUES ('d1', 'app-1', 3, '{\"n\":1}', '2026-01-16T12:00:00.000000Z')",
    *(
        "INSERT INTO pushes (id, batch_id, draft_id, draft_rev, platform, app_id, app_name,"
        " practice, access_point_url, access_id, body, body_sha256, title, content,"
        " audience_kind, audience, level, state, created_at, push_ids, attempts, fingerprint,"
        f" app_version) VALUES ('{state}', 'batch of {state}', 'draft of {state}', 1, 'android',"
        " 'app-1', 'Demo Mall 商城', 0, 'https://api.tpns.tencent.com', '1500001048',"
        f" x'{push().body.hex()}', '{push().body_sha256}', '今晚八点', '五折 🎉', 'all',"
        f" '{{\"count\":null,\"kind\":\"all\"}}', 4, '{state}', '2026-01-16T12:00:00.000000Z',"
        f" '[]', 0, '{'f' * 64}', '0.1.0')"
        for state in STATES
    ),
)


def schema(conn: sqlite3.Connection) -> dict[str, frozenset[str]]:
    """What the file is made of, name → its parts; a column added later stands at the end."""
    query = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"
    found = {name: " ".join(sql.split()) for name, sql in conn.execute(query)}
    return {name: parts(sql) for name, sql in found.items() if name != "alembic_version"}


def parts(sql: str) -> frozenset[str]:
    if not sql.startswith("CREATE TABLE"):
        return frozenset({sql})
    head, body = sql.split("(", 1)
    depth, found = 0, [head, ""]
    for letter in body[: body.rindex(")")]:
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if letter == "," and depth == 0:
            found.append("")
        else:
            found[-1] += letter
    return frozenset(part.strip() for part in found)


def test_an_empty_file_becomes_exactly_the_tables_of_today(path: Path, tmp_path: Path) -> None:
    open_database(path).close()
    engine = create_engine(f"sqlite:///{tmp_path / 'today.db'}")
    tables.metadata.create_all(engine)
    engine.dispose()
    migrated, today = sqlite3.connect(path), sqlite3.connect(tmp_path / "today.db")
    for statement in (*triggers().values(), full_text.MAKE):
        today.execute(statement)
    assert schema(migrated) == schema(today)
    assert migrated.execute("SELECT * FROM alembic_version").fetchall() == [(migrations.HEAD,)]
    migrated.close()
    today.close()


def test_a_file_of_the_first_revision_keeps_its_rows(path: Path) -> None:
    path.parent.mkdir()
    older_database(path, "0001", *FIRST)
    database = open_database(path)
    assert database.notes == ()
    with database.reading() as conn:
        assert Apps(conn).all() == [app()]
        draft = Drafts(conn).get("d1")
    assert draft is not None
    assert (draft.revision, draft.data, draft.updated_at) == (3, {"n": 1}, NOON)
    with database.transaction() as conn:
        history = History(conn)
        assert history.in_state(*STATES) == [push(state, state=state) for state in STATES]
        assert history.move("held", "held", "sending")
        with pytest.raises(IntegrityError, match="frozen"):
            conn.execute(update(tables.pushes).values(body=b"{}"))
    database.close()


def test_a_file_of_the_second_revision_keeps_its_rows_and_learns_of_lists(path: Path) -> None:
    path.parent.mkdir()
    rows = [row for row in FIRST if "batch of confirmed" in row or "batch of held" in row]
    steps = ("sending", "unknown")
    moves = [f"UPDATE pushes SET state = '{state}', looks = 2 WHERE id = 'held'" for state in steps]
    older_database(path, "0002", *rows, *moves)
    database = open_database(path)
    assert database.notes == ()
    with database.transaction() as conn:
        history = History(conn)
        assert history.in_state(*STATES) == [
            push("confirmed"), push("held", state="unknown", looks=2)
        ]  # fmt: skip
        assert Lists(conn).all() == []
        # What was confirmed without a list has no slot to fill.
        with pytest.raises(IntegrityError, match="frozen"):
            history.fill(
                "confirmed",
                template_sha256=push().body_sha256,
                body=b"{}",
                body_sha256="0" * 64,
                upload_id=7,
            )
    database.close()


def test_a_file_of_the_third_revision_keeps_its_rows_and_learns_of_templates_and_books(
    path: Path,
) -> None:
    path.parent.mkdir()
    app_row = FIRST[0].replace("')", "', NULL, NULL)")
    rows = [row for row in FIRST if "batch of held" in row]
    older_database(path, "0003", app_row, FIRST[1], *rows)
    database = open_database(path)
    assert database.notes == ()
    with database.transaction() as conn:
        [kept] = History(conn).in_state(*STATES)
        assert kept == push("held", state="held")
        assert (kept.purpose, kept.name, kept.night_reason) == ("push", "", "")
        draft = Drafts(conn).get("d1")
        assert draft is not None
        assert (draft.revision, draft.data, draft.template) == (3, {"n": 1}, 0)
        assert TagBook(conn).all("app-1") == []
        assert Devices(conn).all("app-1") == []
        for column in ("purpose", "name", "night_reason"):
            with pytest.raises(IntegrityError, match="frozen"):
                conn.execute(update(tables.pushes).values({column: "other"}))
    database.close()


def test_a_file_of_the_fourth_revision_keeps_its_rows_and_its_pushes_find_their_plans(
    path: Path,
) -> None:
    path.parent.mkdir()
    app_row = FIRST[0].replace("')", "', NULL, NULL)")
    rows = [row for row in FIRST if "'batch of held'" in row or "'batch of confirmed'" in row]
    plan = (
        "INSERT INTO plans (id, app_id, name, description, android_plan_id, created_at) VALUES"
        " ('{0}', 'app-1', '{1}', '', '{2}', '2026-01-1{3}T12:00:00.000000Z')"
    )
    named = (
        next(row for row in rows if "'held'" in row)
        .replace("'held'", "'named'")
        .replace("batch of held", "batch of named")
        .replace("draft of held", "draft of named")
        .replace("app_version)", "app_version, plan_name)")
        .replace("'0.1.0')", "'0.1.0', '{0}')")
    )
    named = named.replace("4, 'named'", "4, 'held'")
    lost = named.replace("named", "lost")
    older_database(
        path,
        "0004",
        app_row,
        *rows,
        plan.format("p1", "Spring 春", "48", 5),
        plan.format("p2", "Spring 春", "49", 6),
        plan.format("p3", "Autumn", "50", 6),
        named.replace("{0}", "Spring 春"),
        lost.replace("{0}", "Removed long ago"),
    )
    database = open_database(path)
    assert database.notes == ()
    with database.transaction() as conn:
        history = History(conn)
        found = {row.id: (row.plan_id, row.plan_name) for row in history.in_state(*STATES)}
        assert found == {
            "held": (None, None),
            "confirmed": (None, None),
            # Of two plans of one name the older one: it was there first.
            "named": ("p1", "Spring 春"),
            "lost": (None, "Removed long ago"),
        }
        assert [plan.hidden for plan in Plans(conn).all("app-1")] == [False] * 3
        with pytest.raises(IntegrityError, match="frozen"):
            conn.execute(update(tables.pushes).values(plan_id="p3"))
    database.close()


def test_a_file_of_an_older_program_that_is_upgraded_has_an_id_of_its_own(
    path: Path, tmp_path: Path
) -> None:
    ids = set()
    for name in ("one", "two"):
        file = older_database(tmp_path / f"{name}.db", "0001", *FIRST)
        open_database(file).close()
        conn = sqlite3.connect(file)
        ids.update(conn.execute("SELECT value FROM about WHERE name = 'id'").fetchall())
        conn.close()
    assert len(ids) == 2


def upgrading(path: Path, stop_at: int) -> tuple[subprocess.Popen[str], list[str]]:
    """Start an upgrade that waits at a statement; gives the program and what it printed."""
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.store.upgrade", str(path), str(stop_at)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert program.stdout is not None
    return program, program.stdout.readline().split()


def contents(path: Path) -> list[str]:
    conn = sqlite3.connect(path)
    found = list(conn.iterdump())
    conn.close()
    return found


def test_a_kill_at_any_statement_of_an_upgrade_leaves_the_file_as_it_was(
    tmp_path: Path, size: Callable[[int, int], int]
) -> None:
    older = older_database(tmp_path / "older.db", "0001", *FIRST)
    before = contents(older)
    counting, (said, count) = upgrading(shutil.copy(older, tmp_path / "count.db"), 10_000)
    counting.communicate(timeout=60)
    assert said == "done"
    points = range(0, int(count), size(9, 1))
    for point in points:
        path = tmp_path / str(point) / "tpns.db"
        path.parent.mkdir()
        shutil.copy(older, path)
        program, where = upgrading(path, point)
        assert where == ["at", str(point)]
        program.kill()
        program.communicate(timeout=60)
        assert contents(path) == before, point
        database = open_database(path)
        assert database.notes == ()
        with database.reading() as conn:
            assert History(conn).in_state(*STATES) == [push(s, state=s) for s in STATES]
        database.close()
    print(f"upgrade killed at {len(points)} of {count} statements: {len(points)} files as before")


def test_an_upgrade_that_fails_leaves_the_file_and_opens_when_it_can(path: Path) -> None:
    path.parent.mkdir()
    older_database(path, "0001", *FIRST, "CREATE TABLE turns (x)")
    before = contents(path)
    for _ in range(2):
        with pytest.raises(StoreFailed):
            open_database(path)
        assert contents(path) == before
    conn = sqlite3.connect(path)
    conn.execute("DROP TABLE turns")
    conn.close()
    database = open_database(path)
    assert database.notes == ()
    database.close()


def test_an_upgrade_that_fails_at_every_start_does_not_push_out_older_backups(path: Path) -> None:
    path.parent.mkdir()
    older_database(path, "0001", *FIRST, "CREATE TABLE turns (x)")
    now = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    for hours in range(3):
        with pytest.raises(StoreFailed):
            open_database(path, clock=lambda at=hours: now + timedelta(hours=at + 1))
    assert [backup.taken_at.hour for backup in backups_of(path)] == [
        (now + timedelta(hours=1)).hour
    ]


def test_a_file_of_a_newer_program_is_not_touched_by_a_byte(path: Path) -> None:
    path.parent.mkdir()
    older_database(path, "0001", *FIRST, "UPDATE alembic_version SET version_num = '9999'")
    before = path.read_bytes()
    database = open_database(path)
    [note] = database.notes
    assert note.kind == "newer"
    assert note.kept_at is not None
    assert note.kept_at.read_bytes() == before
    database.close()


def test_every_step_is_listed_once_and_in_order() -> None:
    folder = Path(migrations.__file__).parent / "versions"
    steps = sorted(file.name for file in folder.glob("r*.py"))
    assert tuple(name[1:].split("_")[0] for name in steps) == migrations.REVISIONS
    assert migrations.REVISIONS[-1] == migrations.HEAD
    assert not any("def downgrade" in (folder / name).read_text("utf-8") for name in steps)


def test_making_a_database_leaves_logging_as_it_was_and_prints_nothing(
    path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    loggers = (logging.getLogger(), logging.getLogger("alembic"), logging.getLogger("sqlalchemy"))
    before = [(logger.level, list(logger.handlers), logger.disabled) for logger in loggers]
    open_database(path).close()
    after = [(logger.level, list(logger.handlers), logger.disabled) for logger in loggers]
    assert after == before
    assert capfd.readouterr() == ("", "")


def test_a_file_of_today_is_opened_without_loading_alembic(path: Path) -> None:
    open_database(path).close()
    script = (
        "import sys, json, pathlib\n"
        "from tpns_desktop.store.database import open_database\n"
        "open_database(pathlib.Path(sys.argv[1])).close()\n"
        "print(json.dumps('alembic' in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout) is False
