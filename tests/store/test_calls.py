"""Calls that count against an hourly allowance."""

from __future__ import annotations

from tests.store.rows import later
from tpns_desktop.store.calls import Calls
from tpns_desktop.store.database import Database


def test_calls_are_counted_by_access_id_time_and_purpose(database: Database) -> None:
    with database.transaction() as conn:
        calls = Calls(conn)
        for second in (0, 10, 20):
            calls.add("1500001048", "look_up", later(second))
        calls.add("1500001048", "figures", later(20))
        calls.add("1600001048", "look_up", later(20))
        assert calls.count("1500001048", later(0)) == 4
        assert calls.count("1500001048", later(10)) == 3
        assert calls.count("1500001048", later(10), "look_up") == 2
        assert calls.count("1500001048", later(21)) == 0
        assert calls.count("nobody", later(0)) == 0


def test_forgetting_drops_the_older_ones_of_everybody(database: Database) -> None:
    with database.transaction() as conn:
        calls = Calls(conn)
        for access_id in ("1500001048", "1600001048"):
            for second in (0, 10):
                calls.add(access_id, "look_up", later(second))
        calls.forget(later(10))
        assert calls.count("1500001048", later(0)) == 1
        assert calls.count("1600001048", later(0)) == 1
