"""Which pushes belong to which plan, and how many plans were made on a day."""

from __future__ import annotations

from typing import Any

from tests.store.rows import NOON, later, push
from tpns_desktop.store.database import Database
from tpns_desktop.store.history import History
from tpns_desktop.store.plan_tasks import ANY, PlanTasks
from tpns_desktop.store.plans import Plan, Plans

IDS = ("1500001048", "1600001048")


def fill(database: Database, *rows: Any) -> None:
    with database.transaction() as conn:
        History(conn).add(rows)


def test_a_push_belongs_to_the_plan_it_was_confirmed_in(database: Database) -> None:
    fill(
        database,
        push("a", plan_id="p1", plan_name="Spring"),
        push("b", plan_id="p2"),
        push("none"),
        push("test", purpose="test", draft_rev=-1),
        push("of long ago", plan_name="Removed before ids were kept"),
        push("other app", app_id="app-2", access_id="1500009999"),
        push("again", app_id="gone", access_id=IDS[0]),
    )
    with database.reading() as conn:
        tasks = PlanTasks(conn)

        def found(plan_id: str | None) -> list[str]:
            rows = tasks.rows("app-1", IDS, plan_id)
            return [row.batch_id.removeprefix("batch of ") for row in rows]

        assert found("p1") == ["a"]
        assert found(None) == ["none", "again"]
        assert found(ANY) == ["a", "b", "none", "of long ago", "again"]
        assert found("nobody's") == []
        first, second = tasks.rows("app-1", IDS, None)
        assert tasks.rows("app-1", IDS, None, first.seq) == [second]
        assert tasks.rows("app-1", IDS, None, 0, 1) == [first]


def test_a_page_of_a_plans_pushes_begins_where_the_last_ended(database: Database) -> None:
    for number in range(5):
        fill(
            database,
            push(f"{number}a", batch_id=f"b{number}", plan_id="p1", draft_id=f"d{number}"),
            push(f"{number}i", batch_id=f"b{number}", plan_id="p1", draft_id=f"d{number}",
                 platform="ios", access_id=IDS[1]),
        )  # fmt: skip
    with database.reading() as conn:
        tasks = PlanTasks(conn)
        assert tasks.batches("app-1", IDS, "p1", 2) == ["b4", "b3"]
        assert tasks.batches("app-1", IDS, "p1", 9, "b3") == ["b2", "b1", "b0"]
        assert tasks.batches("app-1", IDS, "p1", 9, "nobody's") == []


def test_creations_are_counted_until_it_is_known_that_there_was_none(database: Database) -> None:
    with database.transaction() as conn:
        plans = Plans(conn)
        for second, outcome in enumerate(("done", "refused", "not_sent", "unknown")):
            plans.end(plans.begin(IDS[0], "Spring", later(second)), outcome, later(second))
        plans.begin(IDS[0], "Cut off", later(9))
        plans.begin(IDS[1], "Elsewhere", later(9))
        assert plans.made_since(IDS[0], NOON) == 3
        assert plans.made_since(IDS[0], later(3)) == 2
        assert plans.made_since(IDS[1], later(10)) == 0


def test_plans_that_only_pushes_remember_are_found(database: Database) -> None:
    body = b'{"plan_id":"48"}'
    fill(database, push("a", plan_id="p1", body=body), push("b", plan_id="p2"))
    with database.transaction() as conn:
        plans = Plans(conn)
        plans.add(Plan("p2", "app-1", "Kept", "", "49", None, NOON))
        assert plans.lost([IDS[0]]) == {"p1": body}
        assert plans.lost([IDS[1]]) == {}
