"""From every older file to the tables of today."""

from __future__ import annotations

import json
import logging
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from tests.store.older import older_database
from tests.store.rows import NOON, app
from tpns_desktop.store import migrations, tables
from tpns_desktop.store.apps import Apps
from tpns_desktop.store.database import open_database
from tpns_desktop.store.drafts import Drafts

FIRST = (
    "INSERT INTO apps VALUES ('app-1', 'tpns', 'Demo Mall 商城', 'teal', 'guangzhou',"
    " '1500001048', '1600001048', 'dev', '2026-01-16T12:00:00.000000Z')",
    "INSERT INTO drafts VALUES ('d1', 'app-1', 3, '{\"n\":1}', '2026-01-16T12:00:00.000000Z')",
)


def schema(conn: sqlite3.Connection) -> dict[str, str]:
    query = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"
    found = {name: " ".join(sql.split()) for name, sql in conn.execute(query)}
    return {name: sql for name, sql in found.items() if name != "alembic_version"}


def test_an_empty_file_becomes_exactly_the_tables_of_today(path: Path, tmp_path: Path) -> None:
    open_database(path).close()
    engine = create_engine(f"sqlite:///{tmp_path / 'today.db'}")
    tables.metadata.create_all(engine)
    engine.dispose()
    migrated, today = sqlite3.connect(path), sqlite3.connect(tmp_path / "today.db")
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
