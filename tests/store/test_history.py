"""What was confirmed: frozen, moved on once, found again."""

from __future__ import annotations

import itertools
import subprocess
import sys
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from tests.store.rows import app, later, push
from tpns_desktop.model.states import FIRST_STATES, STATES, TRANSITIONS
from tpns_desktop.store import tables
from tpns_desktop.store.apps import Apps
from tpns_desktop.store.database import Database, open_database
from tpns_desktop.store.errors import AlreadyConfirmed, IllegalMove
from tpns_desktop.store.history import FACTS, History, PushRow

WAYS = {  # how a row gets into each state
    "confirmed": (),
    "held": ("held",),
    "sending": ("held", "sending"),
    "accepted": ("held", "sending", "accepted"),
    "rejected": ("held", "sending", "rejected"),
    "not_sent": ("held", "sending", "not_sent"),
    "unknown": ("held", "sending", "unknown"),
    "withdrawn": ("withdrawn",),
    "not_found": ("held", "sending", "unknown", "not_found"),
}


def in_state(history: History, row_id: str, state: str, **changes: Any) -> None:
    history.add([push(row_id, **changes)])
    at = "confirmed"
    for after in WAYS[state]:
        assert history.move(row_id, at, after, **settled(at))
        at = after


def settled(before: str) -> dict[str, str]:
    """What has to be said to settle a row that is in ``before``."""
    return {"settled_by": "person"} if before == "unknown" else {}


# --------------------------------------------------------------------------------- keeping


def test_a_row_comes_back_as_it_was_confirmed(database: Database) -> None:
    row = push(
        platform="ios",
        environment="dev",
        body=bytes(range(256)),
        practice=True,
        audience={"kind": "account", "count": 2, "first": ["138"], "platforms": ["ios"]},
        plan_name="Spring",
        schedule_at=later(3600),
        state="held",
        hold_until=later(10),
        expires_at=later(600),
        push_ids=("1", "2"),
        counters=[{"channel": "all", "planned": 3, "arrived": None}],
        counters_at=later(90),
        again_of="push-0",
        looks=2,
        looked_at=later(40),
        look="several",
        matches=("8", "9"),
    )
    with database.transaction() as conn:
        History(conn).add([row])
    with database.reading() as conn:
        assert History(conn).row("push-1") == row
        assert History(conn).row("nobody") is None


def test_the_rows_have_a_column_each_and_only_facts_can_be_changed() -> None:
    names = {field.name for field in fields(PushRow)}
    assert {column.name for column in tables.pushes.columns} == names | {"seq"}
    assert names > FACTS
    frozen = {"body", "body_sha256", "access_point_url", "access_id", "environment", "platform"}
    assert not FACTS & (frozen | {"id", "draft_id", "draft_rev", "state", "created_at"})


def test_a_revision_of_a_draft_can_be_confirmed_once_for_each_platform(
    database: Database,
) -> None:
    both = [
        push("a", batch_id="b", draft_id="d1", platform="android"),
        push("i", batch_id="b", draft_id="d1", platform="ios"),
    ]
    with database.transaction() as conn:
        History(conn).add(both)

    def again() -> None:
        with database.transaction() as conn:
            History(conn).add(
                [push("n", draft_id="d2"), push("a2", draft_id="d1", platform="android")]
            )

    with pytest.raises(AlreadyConfirmed):
        again()
    with database.transaction() as conn:
        assert History(conn).row("n") is None
        History(conn).add([push("a2", draft_id="d1", draft_rev=2)])
        assert [row.id for row in History(conn).batch("b")] == ["a", "i"]
        assert History(conn).batch("nobody") == ()


@pytest.mark.parametrize("state", sorted(set(STATES) - FIRST_STATES))
def test_a_row_cannot_begin_past_the_hold(database: Database, state: str) -> None:
    with database.transaction() as conn, pytest.raises(IllegalMove):
        History(conn).add([push(state=state)])


def test_half_characters_in_what_the_service_said_do_not_lose_the_result(
    database: Database,
) -> None:
    with database.transaction() as conn:
        history = History(conn)
        in_state(history, "p", "sending", title="a\ud83d")
        assert history.move("p", "sending", "rejected", text="no \ud83d", push_ids=["\ud83d"])
        row = history.row("p")
    assert row is not None
    assert (row.title, row.text, row.push_ids) == ("a\ufffd", "no \ufffd", ("\ud83d",))


# ---------------------------------------------------------------------------------- moving


@pytest.mark.parametrize("before", STATES)
def test_only_the_steps_of_the_table_can_be_taken(database: Database, before: str) -> None:
    with database.transaction() as conn:
        history = History(conn)
        for after in STATES:
            in_state(history, after, before)
            if after in TRANSITIONS[before]:
                assert history.move(after, before, after, **settled(before))
            else:
                with pytest.raises(IllegalMove):
                    history.move(after, before, after, **settled(before))
            row = history.row(after)
            assert row is not None
            assert row.state == (after if after in TRANSITIONS[before] else before)


def test_a_step_is_taken_once_with_its_facts(database: Database) -> None:
    with database.transaction() as conn:
        history = History(conn)
        in_state(history, "p", "held")
        assert history.move("p", "held", "sending", sent_at=later(10), attempts=1)
        assert not history.move("p", "held", "sending", sent_at=later(11))
        assert not history.move("p", "held", "withdrawn")
        assert not history.move("nobody", "held", "sending")
        assert history.move(
            "p",
            "sending",
            "accepted",
            push_ids=("77", "78"),
            settled_at=later(12),
            settled_by="answer",
            code=0,
        )
        assert history.row("p") == push(
            "p",
            state="accepted",
            sent_at=later(10),
            attempts=1,
            push_ids=("77", "78"),
            settled_at=later(12),
            settled_by="answer",
            code=0,
        )


@pytest.mark.parametrize("word", [None, "restart", "program", ""])
@pytest.mark.parametrize("after", ["accepted", "not_found"])
def test_unknown_is_settled_only_by_somebody_who_knows(
    database: Database, after: str, word: str | None
) -> None:
    with database.transaction() as conn:
        history = History(conn)
        in_state(history, "p", "unknown")
        with pytest.raises(IllegalMove):
            history.move("p", "unknown", after, settled_by=word)
        assert history.move("p", "unknown", after, settled_by="query")


@pytest.mark.parametrize("name", ["body", "access_id", "draft_rev", "id", "nonsense"])
def test_what_was_confirmed_cannot_be_changed(database: Database, name: str) -> None:
    with database.transaction() as conn:
        history = History(conn)
        in_state(history, "p", "sending")
        with pytest.raises(ValueError, match=f"frozen or unknown: {name}"):
            history.note("p", "sending", **{name: "x"})
        with pytest.raises(ValueError, match=f"frozen or unknown: {name}"):
            history.move("p", "sending", "unknown", **{"code": 1, name: "x"})
        assert history.row("p") == push("p", state="sending")


def test_a_note_needs_the_row_to_be_where_it_was(database: Database) -> None:
    with database.transaction() as conn:
        history = History(conn)
        in_state(history, "p", "unknown")
        assert history.note("p", "unknown", reason="several_matches")
        assert history.note("p", "unknown")
        assert not history.note("p", "sending", attempts=2)
        assert not history.note("p", "sending")
        with pytest.raises(IllegalMove):
            history.note("p", "draft")
        assert history.row("p") == push("p", state="unknown", reason="several_matches")


def test_of_two_connections_one_gets_the_row(path: Path, database: Database) -> None:
    with database.transaction() as conn:
        in_state(History(conn), "p", "held")
    other = open_database(path)
    won = []
    for each in (other, database):
        with each.transaction() as conn:
            won.append(History(conn).move("p", "held", "sending"))
    other.close()
    assert won == [True, False]


def test_of_four_programs_each_row_goes_to_exactly_one(path: Path) -> None:
    ids = [f"p{number}" for number in range(60)]
    database = open_database(path)
    with database.transaction() as conn:
        History(conn).add([push(row_id, state="held") for row_id in ids])
    database.close()
    command = [sys.executable, "-m", "tests.store.claim", str(path)]
    root = Path(__file__).parents[2]
    programs = [
        subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=root
        )
        for _ in range(4)
    ]
    for program in programs:
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("go\n")
        program.stdin.flush()
    claimed = [program.communicate(timeout=60)[0].split() for program in programs]
    assert [program.returncode for program in programs] == [0] * 4
    assert sorted(itertools.chain(*claimed)) == sorted(ids)


# --------------------------------------------------------------------------------- finding


def test_batches_come_newest_first_in_pages_that_do_not_shift(database: Database) -> None:
    with database.transaction() as conn:
        history = History(conn)
        for number in range(5):
            history.add(
                push(
                    f"p{number}{platform}",
                    batch_id=f"b{number}",
                    draft_id=f"d{number}",
                    platform=platform,
                )
                for platform in ("android", "ios")
            )
        history.add([push("other", app_id="app-2")])
        page = history.recent_batches("app-1", 2)
        assert [[row.id for row in rows] for rows in page] == [
            ["p4android", "p4ios"],
            ["p3android", "p3ios"],
        ]
        history.add([push("new")])  # sent while somebody pages
        page = history.recent_batches("app-1", 2, before=page[-1][0].batch_id)
        assert [rows[0].batch_id for rows in page] == ["b2", "b1"]
        page = history.recent_batches("app-1", 2, before="b1")
        assert [rows[0].batch_id for rows in page] == ["b0"]
        assert history.recent_batches("app-1", 2, before="b0") == []
        assert history.recent_batches("app-1", 2, before="nobody") == []
        assert history.recent_batches("app-3") == []


def test_since_counts_what_was_confirmed_or_sent_from_that_instant_on(
    database: Database,
) -> None:
    with database.transaction() as conn:
        history = History(conn)
        history.add([push("old", created_at=later(-60))])
        in_state(history, "held long", "held", created_at=later(-60))
        assert history.move("held long", "held", "sending", sent_at=later(1))
        history.add([push("now"), push("new", created_at=later(60))])
        history.add([push("same keys", app_id="gone", created_at=later(70))])
        history.add([push("other", access_id="1500009999", created_at=later(60))])
        found = history.since({"1500001048", "1600001048"}, later(0))
        assert [row.id for row in found] == ["same keys", "new", "now", "held long"]
        assert history.since((), later(0)) == []


def test_what_is_unknown_is_found_by_its_access_id_at_any_age(database: Database) -> None:
    with database.transaction() as conn:
        history = History(conn)
        in_state(history, "old", "unknown", created_at=later(-90 * 86400))
        in_state(history, "settled", "not_found")
        in_state(history, "new", "unknown")
        in_state(history, "other", "unknown", access_id="1500009999")
        found = history.unknown({"1500001048", "1600001048"})
        assert [row.id for row in found] == ["old", "new"]
        assert history.unknown(()) == []


def test_the_same_push_is_found_by_its_fingerprint(database: Database) -> None:
    with database.transaction() as conn:
        history = History(conn)
        history.add([push("old", created_at=later(-60))])
        in_state(history, "held long", "sending", created_at=later(-60))
        assert history.note("held long", "sending", sent_at=later(1))
        in_state(history, "taken back", "withdrawn")
        history.add([push("other", fingerprint="e" * 64)])
        found = history.same("f" * 64, later(0))
        assert [row.id for row in found] == ["taken back", "held long"]


def test_what_an_earlier_run_left_open_is_found_whatever_its_app(database: Database) -> None:
    with database.transaction() as conn:
        Apps(conn).add(app("app-2"))
        history = History(conn)
        for state in STATES:
            in_state(history, state, state, app_id="app-2" if state == "held" else "app-1")
        assert [row.id for row in history.abandoned()] == ["confirmed", "held", "sending"]
        assert [row.id for row in history.in_state("unknown", "accepted")] == [
            "accepted",
            "unknown",
        ]
        assert history.in_state() == []


def test_counters_are_kept_with_their_time(database: Database) -> None:
    counters = [{"channel": "huawei", "planned": 3, "arrived": None}]
    with database.transaction() as conn:
        history = History(conn, clock=lambda: later(50))
        in_state(history, "p", "accepted")
        assert history.save_counters("p", counters)
        expected = replace(push("p", state="accepted"), counters=counters)
        assert history.row("p") == replace(expected, counters_at=later(50))
        assert history.save_counters("p", [], later(60))
        assert history.row("p") == replace(expected, counters=[], counters_at=later(60))
        assert not history.save_counters("nobody", counters)


def test_pushes_of_a_chat_app_are_found_by_every_word_of_a_search(database: Database) -> None:
    with database.transaction() as conn:
        history = History(conn)
        for row_id, title, content in (
            ("p1", "Flash sale", "tonight"),
            ("p2", "Sale of shoes", "100% wool"),
            ("p3", "Hello", "flash tonight"),
        ):
            history.add([push(row_id, platform="chat", title=title, content=content)])

        def found(search: str) -> list[str]:
            rows = history.recent_batches("app-1", chat=True, search=search)
            return [batch[0].id for batch in rows]

        assert found("sale") == ["p2", "p1"]
        assert found("FLASH tonight") == ["p3", "p1"]
        assert found("100%") == ["p2"]
        assert found("%") == ["p2"]
        assert found("nothing") == []
