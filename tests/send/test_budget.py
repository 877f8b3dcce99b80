"""The hourly allowance of questions: 60 for looking up, 140 for everything else, for all copies."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.send.conftest import FakeClock
from tpns_desktop.send.budget import LOOK_UPS_MAX, OTHERS_MAX, Budget
from tpns_desktop.store.database import Database, open_database

ID = "1500012345"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = open_database(tmp_path / "kept.db")
    yield made
    made.close()


def test_looking_up_has_sixty_an_hour_and_the_rest_cannot_take_them(database: Database) -> None:
    budget = Budget(database, FakeClock())
    assert [budget.take(ID, "counters") for _ in range(OTHERS_MAX)] == [True] * 140
    assert not budget.take(ID, "counters")
    assert not budget.take(ID, "audience")
    assert [budget.take(ID, "look_up") for _ in range(LOOK_UPS_MAX)] == [True] * 60
    assert not budget.take(ID, "look_up")


def test_looking_up_never_takes_what_the_screens_need(database: Database) -> None:
    budget = Budget(database, FakeClock())
    for _ in range(LOOK_UPS_MAX + 5):
        budget.take(ID, "look_up")
    assert [budget.take(ID, "audience") for _ in range(OTHERS_MAX)] == [True] * 140


def test_each_access_id_has_its_own(database: Database) -> None:
    budget = Budget(database, FakeClock())
    for _ in range(LOOK_UPS_MAX):
        budget.take(ID, "look_up")
    assert budget.take("1600012345", "look_up")


def test_the_hour_slides(database: Database) -> None:
    clock = FakeClock()
    budget = Budget(database, clock)
    budget.take(ID, "look_up")
    clock.wall += timedelta(minutes=30)
    for _ in range(LOOK_UPS_MAX - 1):
        assert budget.take(ID, "look_up")
    clock.wall += timedelta(minutes=30)
    assert not budget.take(ID, "look_up")  # the first is an hour old, not older
    clock.wall += timedelta(seconds=1)
    assert budget.take(ID, "look_up")
    assert not budget.take(ID, "look_up")


def test_another_copy_of_the_program_counts_the_same_calls(
    database: Database, tmp_path: Path
) -> None:
    other = open_database(tmp_path / "kept.db")
    try:
        mine, theirs = (Budget(place, FakeClock()) for place in (database, other))
        took = [budget.take(ID, "look_up") for _ in range(40) for budget in (mine, theirs)]
    finally:
        other.close()
    assert took == [True] * 60 + [False] * 20
