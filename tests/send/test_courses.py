"""How the figures of one push went, as its page draws them."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from tests.send.builders import NOW, app
from tests.send.records import row_of
from tests.ui.pushes import batch
from tpns_desktop.send.courses import course, points
from tpns_desktop.send.results import Batch
from tpns_desktop.send.watching import Outlook
from tpns_desktop.store.apps import Apps
from tpns_desktop.store.database import open_database
from tpns_desktop.store.history import History
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


def test_a_push_is_compared_with_what_others_had_at_its_age(tmp_path: Path) -> None:
    """An hour after its start it has less than yesterday's has by now, and did nothing wrong."""

    def told(delivered: int) -> list[dict[str, Any]]:
        return [{"channel": "all", "planned": 100, "delivered": delivered}]

    begun, now = NOW - timedelta(days=1), NOW + timedelta(minutes=90)
    outlook = Outlook(120, 88, False, None)
    database = open_database(tmp_path / "kept.db")
    try:
        with database.transaction() as conn:
            Apps(conn).add(app())
            kept(conn, "b0", begun, told(95), NOW)
            mine = kept(conn, "b1", NOW, told(60), now)
            assert course(conn, mine, outlook, now).like == ()  # of that age nothing is known
            Snapshots(conn).add("b0", begun + timedelta(minutes=70), told(61))
            Snapshots(conn).add("b0", begun + timedelta(hours=20), told(95))
            found = course(conn, mine, outlook, now)
            assert [one.delivered for one in found.like] == [61]
            assert not found.early
            young = kept(conn, "b2", NOW, told(60), NOW + timedelta(minutes=4))
            found = course(conn, young, outlook, NOW + timedelta(minutes=5))
            assert (found.like, found.early) == ((), True)
    finally:
        database.close()


def kept(
    conn: Connection, name: str, sent_at: datetime, counters: list[dict[str, Any]], read: datetime
) -> Batch:
    """An accepted push to everyone, one row with the name of the batch."""
    row = row_of(
        "all", id=name, batch_id=name, draft_id=name, state="confirmed", created_at=sent_at,
        sent_at=None,
    )  # fmt: skip
    history = History(conn)
    history.add([row])
    history.move(name, "confirmed", "held")
    history.move(name, "held", "sending", sent_at=sent_at)
    history.move(name, "sending", "accepted", push_ids=(name,), settled_by="answer")
    history.save_counters(name, counters, read)
    return Batch(name, history.batch(name))
