"""How a database file comes into being, and how an older one becomes one of today."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy.exc import StatementError

from tpns_desktop.store import files, sqlite
from tpns_desktop.store.errors import StoreFailed
from tpns_desktop.store.ids import new_id
from tpns_desktop.store.migrations import upgrade


def make(path: Path) -> None:
    """Make a database under another name and give it its own only when it is whole.

    So an empty or half-made file at ``path`` is never ours, and a second program that starts at the
    same moment loses nothing. Raises CannotOpen, DiskFull or another StoreError.
    """
    making = path.with_name(f".{path.name}.{new_id()}")
    try:
        # For its owner alone: it holds accounts. SQLite gives its companions the same rights.
        files.make_private(making)
        upgrade_file(making)
        files.sync(making)
        files.publish(making, path)
    except OSError as error:
        raise files.os_error(error) from None
    finally:
        files.remove(making)


def upgrade_file(path: Path) -> None:
    """Bring the file up to today's tables in one transaction; a cut leaves it as it was.

    Raises StoreError.
    """
    engine = sqlite.engine(path, foreign_keys=False)
    try:
        with engine.connect() as conn:
            driver = conn.connection.driver_connection
            assert isinstance(driver, sqlite3.Connection)
            driver.execute("BEGIN IMMEDIATE")
            with conn.begin():
                upgrade(conn)
                driver.execute(f"PRAGMA application_id = {sqlite.APPLICATION_ID}")
                if driver.execute("PRAGMA foreign_key_check").fetchone() is not None:
                    raise StoreFailed("the upgrade left rows without what they belong to")
    except (sqlite3.Error, StatementError) as error:
        raise sqlite.translated(error) from None
    finally:
        engine.dispose()
