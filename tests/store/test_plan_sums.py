"""Which pushes belong to which plan, what they add up to, and how many plans were made on a day."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from tests.store.rows import NOON, later, push
from tpns_desktop.model.counters import FIGURES
from tpns_desktop.model.limits import SERVICE_ZONE
from tpns_desktop.model.states import FIRST_STATES, STATES, TRANSITIONS, joined_state
from tpns_desktop.store import tables
from tpns_desktop.store.database import Database
from tpns_desktop.store.history import History, PushRow
from tpns_desktop.store.plan_sums import EVER, PlanSumRow, PlanSums
from tpns_desktop.store.plans import Plan, Plans
from tpns_desktop.store.sent_index import SentIndex

IDS = ("1500001048", "1600001048")
SINCE = (NOON - timedelta(days=3)).date().isoformat()
NOBODY = {"withdrawn", "not_sent", "rejected", "not_found"}


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
        sums = PlanSums(conn)

        def found(plan_id: str | None) -> list[str]:
            ids = sums.batches("app-1", IDS, plan_id, 50)
            return [one.removeprefix("batch of ") for one in ids]

        assert found("p1") == ["a"]
        assert found(None) == ["again", "none"]
        assert found("nobody's") == []
        assert sums.states("app-1", IDS, None) == {"confirmed": 2}
        # Plans of the book and the default plan alone.
        assert Counter(one.plan_id for one in sums.totals("app-1", IDS)) == {None: 2}


def test_a_page_of_a_plans_pushes_begins_where_the_last_ended(database: Database) -> None:
    for number in range(5):
        fill(
            database,
            push(f"{number}a", batch_id=f"b{number}", plan_id="p1", draft_id=f"d{number}"),
            push(f"{number}i", batch_id=f"b{number}", plan_id="p1", draft_id=f"d{number}",
                 platform="ios", access_id=IDS[1]),
        )  # fmt: skip
    with database.reading() as conn:
        sums = PlanSums(conn)
        assert sums.batches("app-1", IDS, "p1", 2) == ["b4", "b3"]
        assert sums.batches("app-1", IDS, "p1", 9, "b3") == ["b2", "b1", "b0"]
        assert sums.batches("app-1", IDS, "p1", 9, "nobody's") == []


def test_a_push_that_reached_nobody_is_listed_and_not_counted(database: Database) -> None:
    counters = [
        {"channel": "hw", "delivered": 5, "arrived": None},
        {"channel": "xg", "delivered": 2},
    ]
    fill(
        database,
        push("a"),
        push("b", batch_id="b", state="held"),
        push("bi", batch_id="b", state="held", platform="ios", access_id=IDS[1]),
        push("c", state="held", schedule_at=later(200_000)),
        push("d", state="held"),
    )
    with database.transaction() as conn:
        history = History(conn)
        history.move("a", "confirmed", "withdrawn")
        for row, end in (("b", "accepted"), ("bi", "rejected"), ("d", "accepted")):
            history.move(row, "held", "sending", sent_at=later(1))
            history.move(row, "sending", end)
        assert history.save_counters("b", counters, later(9))
        assert not history.save_counters("nobody's", counters, later(9))
    with database.reading() as conn:
        sums = PlanSums(conn)
        found = sums.sums("app-1", IDS, None, SINCE)
        ever = [one for one in found if one.day == EVER]
        assert sum(one.pushes for one in ever if not one.platform) == 3
        assert sum(one.unread for one in ever) == 1
        assert {one.figures for one in ever if not one.platform} == {
            (None, 7, None, None, None),
            (None,) * 5,
        }
        assert [one.channel for one in ever if one.platform] == ["hw", "xg"]
        assert sums.states("app-1", IDS, None) == {
            "withdrawn": 1, "partly": 1, "held": 1, "accepted": 1,
        }  # fmt: skip
        assert sums.oldest("app-1", IDS, None) == later(9)
        totals = sums.totals("app-1", IDS)
        assert max(one.last_at for one in totals if one.last_at) == later(200_000)


class Life:
    """Pushes of some plans, confirmed, sent, counted and cleared away as it happens."""

    def __init__(self, seed: int) -> None:
        self._dice = random.Random(seed)
        self._made = 0

    def step(self, conn: Any) -> None:
        dice, history = self._dice, History(conn)
        rows = history.in_state(*STATES)
        chosen = dice.choice(rows) if rows else None
        deed = dice.random()
        if chosen is None or deed < 0.25:
            self._confirm(history)
        elif deed < 0.6:
            self._move(history, chosen)
        elif deed < 0.95:
            channels = dice.sample(("all", "hw", "xg", "fcm"), dice.randrange(4))
            counters = [
                {"channel": one}
                | {name: dice.choice((None, 0, dice.randrange(900))) for name in FIGURES}
                for one in channels
            ]
            history.save_counters(chosen.id, counters, later(dice.randrange(10**6)))
        elif all(row.state not in {"confirmed", "held", "sending", "unknown"}
                 for row in history.batch(chosen.batch_id)):  # fmt: skip
            history.forget([chosen.batch_id])

    def _confirm(self, history: History) -> None:
        dice = self._dice
        self._made += 1
        batch = f"b{self._made}"
        test = dice.random() < 0.1
        at = NOON + timedelta(hours=dice.randrange(-200, 0))
        same: dict[str, Any] = {
            "batch_id": batch,
            "draft_id": f"d{self._made}",
            "plan_id": dice.choice(("p1", "p2", "removed", None)),
            "plan_name": None,
            "app_id": dice.choice(("app-1", "app-1", "gone")),
            "purpose": "test" if test else "push",
            "state": dice.choice(sorted(FIRST_STATES)),
            "created_at": at,
            "schedule_at": at + timedelta(hours=dice.randrange(99))
            if dice.random() < 0.3
            else None,
        }
        if same["plan_id"] is not None or dice.random() < 0.1:
            same["plan_name"] = "Named"
        both = dice.choice((("android",), ("ios",), ("android", "ios")))
        history.add(
            push(f"{batch} {one}", platform=one, access_id=IDS[one == "ios"], **same)
            for one in both
        )

    def _move(self, history: History, row: PushRow) -> None:
        after = sorted(TRANSITIONS[row.state])
        if after:
            to = self._dice.choice(after)
            facts: dict[str, Any] = {"settled_by": "person"} if row.state == "unknown" else {}
            if to == "sending":
                facts["sent_at"] = row.created_at + timedelta(hours=self._dice.randrange(48))
            history.move(row.id, row.state, to, **facts)


def naive(rows: Iterable[PushRow], plan_id: str | None) -> dict[str, Any]:
    """Every sum of a plan, read from all of its pushes."""
    batches: dict[str, list[PushRow]] = {}
    for row in rows:
        nameless = row.plan_id is None and row.plan_name is not None
        if row.purpose == "push" and row.plan_id == plan_id and not nameless:
            batches.setdefault(row.batch_id, []).append(row)
    sums: dict[tuple[str, str, str], list[Any]] = {}
    read: list[datetime] = []
    for parts in batches.values():
        if all(row.state in NOBODY for row in parts):
            continue
        sent = [row.sent_at for row in parts if row.sent_at is not None]
        at = parts[0].schedule_at or min(sent, default=parts[0].created_at)
        read += [row.counters_at for row in parts if row.counters_at is not None]
        unread = any(row.state == "accepted" and not row.counters_at for row in parts)
        told: dict[tuple[str, str], list[dict[str, Any]]] = {("", ""): []}
        for row in parts:
            counters = row.counters or []
            whole = [one for one in counters if one["channel"] == "all"]
            told["", ""] += whole or counters
            for one in counters:
                if one["channel"] != "all":
                    told.setdefault((row.platform, one["channel"]), []).append(one)
        for day in (EVER, at.astimezone(SERVICE_ZONE).date().isoformat()):
            for key, found in told.items():
                line = sums.setdefault((day, *key), [0, 0, [None] * len(FIGURES)])
                line[0] += 1
                line[1] += unread and key == ("", "")
                for place, name in enumerate(FIGURES):
                    for one in found:
                        if one[name] is not None:
                            line[2][place] = (line[2][place] or 0) + one[name]
    return {
        "sums": {key: line for key, line in sums.items() if _asked(*key)},
        "states": dict(Counter(joined_state(r.state for r in parts) for parts in batches.values())),
        "read_at": min(read, default=None),
        "batches": list(dict.fromkeys(reversed(batches))),
    }


def kept(sums: PlanSums, plan_id: str | None) -> dict[str, Any]:
    """The same as the database has it."""
    found: dict[tuple[str, str, str], list[Any]] = {}
    rows: list[PlanSumRow] = sums.sums("app-1", IDS, plan_id, SINCE)
    for row in rows:
        line = found.setdefault((row.day, row.platform, row.channel), [0, 0, [None] * len(FIGURES)])
        line[0] += row.pushes
        line[1] += row.unread
        for place, value in enumerate(row.figures):
            if value is not None:
                line[2][place] = (line[2][place] or 0) + value
    return {
        "sums": found,
        "states": sums.states("app-1", IDS, plan_id),
        "read_at": sums.oldest("app-1", IDS, plan_id),
        "batches": sums.batches("app-1", IDS, plan_id, 10_000),
    }


def _asked(day: str, platform: str, _channel: str) -> bool:
    return day == EVER or not platform or day >= SINCE


def check(conn: Any) -> None:
    rows = History(conn).in_state(*STATES)
    for plan_id in ("p1", "p2", "removed", None):
        assert kept(PlanSums(conn), plan_id) == naive(rows, plan_id), plan_id


@pytest.mark.parametrize("seed", range(2))
def test_the_sums_are_those_of_all_pushes_whatever_happens_to_them(
    database: Database, seed: int, size: Callable[[int, int], int]
) -> None:
    life = Life(seed)
    for _ in range(size(6, 200)):
        with database.transaction() as conn:
            for _ in range(25):
                life.step(conn)
            check(conn)
    with database.transaction() as conn:
        before = {one: kept(PlanSums(conn), one) for one in ("p1", None)}
        SentIndex(conn).forget_all()
        assert PlanSums(conn).states("app-1", IDS, None) == {}
    more = True
    while more:
        with database.transaction() as conn:
            more = SentIndex(conn).list_older(7)
    with database.transaction() as conn:
        assert {one: kept(PlanSums(conn), one) for one in ("p1", None)} == before
        history = History(conn)
        ended = {"accepted", *NOBODY}
        gone = {row.batch_id for row in history.in_state(*sorted(ended))} - {
            row.batch_id for row in history.in_state(*sorted(set(STATES) - ended))
        }
        history.forget(sorted(gone))
        check(conn)
        # What counts nothing any more leaves nothing behind.
        assert (
            conn.execute(select(tables.plan_sums).where(tables.plan_sums.c.pushes <= 0)).first()
            is None
        )


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
