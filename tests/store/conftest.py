"""A database in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.rows import app
from tpns_desktop.store.apps import Apps
from tpns_desktop.store.database import Database, open_database


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "tpns.db"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    """An open database that knows the app ``app-1``."""
    opened = open_database(path)
    with opened.transaction() as conn:
        Apps(conn).add(app())
    yield opened
    opened.close()
