"""Files as earlier versions of the program left them."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from tpns_desktop.store.migrations import upgrade
from tpns_desktop.store.sqlite import APPLICATION_ID


def older_database(path: Path, revision: str, *statements: str) -> Path:
    """Make the file as it was at ``revision`` (``"0001"`` …) and run ``statements`` to fill it."""

    def connect() -> sqlite3.Connection:
        conn = sqlite3.connect(path, isolation_level=None)
        conn.execute("PRAGMA journal_mode = WAL")
        return conn

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)
    with engine.connect() as conn, conn.begin():
        conn.exec_driver_sql("BEGIN IMMEDIATE")
        upgrade(conn, revision)
        conn.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        for statement in statements:
            conn.exec_driver_sql(statement)
    return path
