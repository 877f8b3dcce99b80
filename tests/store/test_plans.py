"""The local book of push plans."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.store.rows import NOON, later
from tpns_desktop.store.database import Database
from tpns_desktop.store.errors import UnknownApp
from tpns_desktop.store.plans import Plan, Plans

SPRING = Plan("p1", "app-1", "Spring 春", "For the spring", "10001", "20001", NOON)
SUMMER = Plan("p2", "app-1", "Summer", "", None, "20002", later(1))


def test_a_plan_has_an_id_of_its_own_on_each_platform() -> None:
    assert (SPRING.plan_id("android"), SPRING.plan_id("ios")) == ("10001", "20001")
    assert SUMMER.plan_id("android") is None
    assert SUMMER.plan_id("web") is None


def test_plans_are_kept_changed_and_removed(database: Database) -> None:
    with database.transaction() as conn:
        plans = Plans(conn)
        plans.add(SPRING)
        plans.add(SUMMER)
        assert plans.all("app-1") == [SUMMER, SPRING]
        assert plans.all("app-2") == []
        changed = replace(SPRING, name="Autumn", app_id="app-9", created_at=later(9))
        assert plans.update(changed)
        assert plans.get("p1") == replace(SPRING, name="Autumn")
        assert plans.remove("p1")
        assert not plans.remove("p1")
        assert not plans.update(SPRING)
        assert plans.get("p1") is None


def test_a_plan_of_an_unknown_app_is_refused(database: Database) -> None:
    with pytest.raises(UnknownApp), database.transaction() as conn:
        Plans(conn).add(replace(SPRING, app_id="nobody"))
