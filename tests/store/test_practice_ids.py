"""Access ids of practice services."""

from __future__ import annotations

from sqlalchemy import select

from tests.store.rows import NOON, later
from tpns_desktop.store import tables
from tpns_desktop.store.database import Database
from tpns_desktop.store.practice_ids import PracticeIds


def test_ids_are_remembered_with_the_instant_they_were_first_seen(database: Database) -> None:
    with database.transaction() as conn:
        assert PracticeIds(conn).all() == frozenset()
        PracticeIds(conn).add(["1500000001", "1600000001", "1500000001"], NOON)
        PracticeIds(conn).add(["1500000002", "1600000001"], later(60))
    with database.reading() as conn:
        assert PracticeIds(conn).all() == {"1500000001", "1600000001", "1500000002"}
        first = select(tables.practice_ids.c.seen_at).where(
            tables.practice_ids.c.access_id == "1600000001"
        )
        assert conn.execute(first).scalar() == NOON
