"""Connected apps."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.store.rows import NOON, app, later, push
from tpns_desktop.store.apps import Apps
from tpns_desktop.store.database import Database
from tpns_desktop.store.drafts import Drafts
from tpns_desktop.store.errors import StoreFailed
from tpns_desktop.store.history import History
from tpns_desktop.store.plans import Plan, Plans


@pytest.mark.parametrize(
    ("android", "ios", "platforms"),
    [
        ("1", "2", ("android", "ios")),
        ("1", None, ("android",)),
        (None, "2", ("ios",)),
        (None, None, ()),
        ("", "2", ("ios",)),
    ],
)
def test_an_app_has_the_platforms_it_has_an_access_id_for(
    android: str | None, ios: str | None, platforms: tuple[str, ...]
) -> None:
    one = app(android_access_id=android, ios_access_id=ios)
    assert one.platforms == platforms
    assert (one.access_id("android"), one.access_id("ios")) == (android, ios)
    assert one.access_id("web") is None


def test_only_the_app_of_the_practice_service_is_practice() -> None:
    assert app(kind="practice").practice
    assert not app().practice


def test_apps_are_kept_the_oldest_first(database: Database) -> None:
    with database.transaction() as conn:
        Apps(conn).add(app("app-3", created_at=later(5), kind="practice", ios_environment=None))
        Apps(conn).add(app("app-2", created_at=later(-5)))
    with database.reading() as conn:
        assert [one.id for one in Apps(conn).all()] == ["app-2", "app-1", "app-3"]
        assert Apps(conn).get("app-1") == app()
        assert Apps(conn).get("nobody") is None


def test_an_app_is_changed_but_not_its_birth(database: Database) -> None:
    with database.transaction() as conn:
        changed = replace(app(), name="Other", ios_access_id=None, created_at=later(99))
        assert Apps(conn).update(changed)
        assert Apps(conn).get("app-1") == replace(changed, created_at=NOON)
        assert not Apps(conn).update(app("nobody"))


def test_where_a_key_is_kept_is_known_by_its_platform_and_never_the_key(
    database: Database,
) -> None:
    assert (app().key_place("android"), app().key_place("web")) == (None, None)
    kept = replace(app(), android_key_place="SecretService", ios_key_place="memory")
    with database.transaction() as conn:
        assert Apps(conn).update(kept)
        assert Apps(conn).get("app-1") == kept
    assert (kept.key_place("android"), kept.key_place("ios")) == ("SecretService", "memory")


def test_an_id_or_a_kind_that_cannot_be_is_refused(database: Database) -> None:
    with pytest.raises(StoreFailed), database.transaction() as conn:
        Apps(conn).add(app())
    with pytest.raises(StoreFailed), database.transaction() as conn:
        Apps(conn).add(app("app-2", kind="im"))


def test_removing_an_app_takes_its_drafts_and_plans_and_leaves_the_history(
    database: Database,
) -> None:
    with database.transaction() as conn:
        Apps(conn).add(app("app-2"))
        Drafts(conn).save("app-1", "d1", {})
        Drafts(conn).save("app-2", "d2", {})
        Plans(conn).add(Plan("p1", "app-1", "Spring", "", "10001", None, NOON))
        History(conn).add([push()])
    with database.transaction() as conn:
        assert Apps(conn).remove("app-1")
        assert not Apps(conn).remove("app-1")
    with database.reading() as conn:
        assert Drafts(conn).get("d1") is None
        assert Drafts(conn).get("d2") is not None
        assert Plans(conn).get("p1") is None
        assert History(conn).row("push-1") == push()
