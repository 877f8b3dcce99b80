"""How the figures of one push went, as its page draws them."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from tests.send.builders import NOW
from tests.ui.pushes import batch
from tpns_desktop.send.courses import points
from tpns_desktop.store.database import open_database
from tpns_desktop.store.snapshots import Snapshots


def test_a_push_to_both_systems_has_no_point_with_the_figures_of_one(tmp_path: Path) -> None:
    """The line would begin with a jump that never was."""
    push = batch(state="accepted")
    first, second = push.rows
    told = [{"channel": "all", "planned": 100, "delivered": 90}]
    database = open_database(tmp_path / "kept.db")
    try:
        with database.transaction() as conn:
            snapshots = Snapshots(conn)
            snapshots.add(first.id, NOW, told)
            assert [one.figures.delivered for one in points(conn, push)] == [90]
            snapshots.add(second.id, NOW + timedelta(seconds=1), told)
            assert [one.figures.delivered for one in points(conn, push)] == [180]
    finally:
        database.close()
