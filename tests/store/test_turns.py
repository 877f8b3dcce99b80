"""Turns of wide pushes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.rows import later
from tpns_desktop.store.database import Database, open_database
from tpns_desktop.store.turns import Turns


def test_turns_of_one_access_id_stand_a_gap_apart(database: Database) -> None:
    with database.transaction() as conn:
        turns = Turns(conn)
        assert turns.take("1500001048", later(0), 1.2) == 0.0
        assert turns.take("1500001048", later(0), 1.2) == pytest.approx(1.2)
        assert turns.take("1500001048", later(0.2), 1.2) == pytest.approx(2.2)
        assert turns.take("1600001048", later(0.2), 1.2) == 0.0
        assert turns.take("1500001048", later(60), 1.2) == 0.0


def test_two_running_copies_never_share_a_turn(database: Database, path: Path) -> None:
    other = open_database(path)
    waits = []
    for each in (database, other, database, other):
        with each.transaction() as conn:
            waits.append(Turns(conn).take("1500001048", later(0), 1.2))
    other.close()
    assert waits == [pytest.approx(1.2 * number) for number in range(4)]


def test_a_clock_that_was_set_back_makes_nobody_wait_for_hours(database: Database) -> None:
    with database.transaction() as conn:
        turns = Turns(conn)
        turns.take("1500001048", later(7200), 1.2)
        assert turns.take("1500001048", later(0), 1.2) == 0.0
        assert turns.take("1500001048", later(0), 1.2) == pytest.approx(1.2)


def test_a_turn_that_was_not_written_down_is_not_taken(database: Database) -> None:
    def take_and_fail() -> None:
        with database.transaction() as conn:
            Turns(conn).take("1500001048", later(0), 1.2)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        take_and_fail()
    with database.transaction() as conn:
        assert Turns(conn).take("1500001048", later(0), 1.2) == 0.0
