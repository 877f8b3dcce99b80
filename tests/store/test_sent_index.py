"""Whatever is added, changed, removed and searched: the index says what a plain look would."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from tests.store.older import older_database
from tests.store.rows import NOON, later, push
from tests.store.test_migrations import FIRST
from tpns_desktop.model.states import STATES, joined_state
from tpns_desktop.store import sent_index, tables
from tpns_desktop.store.database import Database, open_database
from tpns_desktop.store.full_text import fold, words_of
from tpns_desktop.store.history import History, PushRow
from tpns_desktop.store.records import RecordRow, ServiceRecords
from tpns_desktop.store.sent_index import KINDS, Asked, SentIndex
from tpns_desktop.store.sqlite import doubt_open_pushes

ACCESS_ID = "1500001048"
EVERYTHING = Asked()


def record(push_id: str, **changes: Any) -> RecordRow:
    values: dict[str, Any] = {
        "access_id": ACCESS_ID,
        "push_id": push_id,
        "at": NOON,
        "status": "PUSH_FINISHED",
        "title": "Flash sale 限时",
        "content": "Made by somebody else",
        "push_type": "all",
        "message_type": "notify",
        "environment": "product",
        "source": "api",
        "seen_at": NOON,
    }
    return RecordRow(**{**values, **changes})


def listed(database: Database, asked: Asked = EVERYTHING, now: datetime = NOON) -> list[str]:
    """What the list shows, newest first: a batch's or record's name."""
    with database.reading() as conn:
        index, found, below = SentIndex(conn), [], None
        while True:
            step = index.step(asked, below, now)
            found += step.keys
            if step.below is None:
                break
            below = step.below
        assert found == sorted(set(found), reverse=True)
        names = dict(
            conn.execute(
                select(
                    tables.sent_list.c.key,
                    sent_index.func.coalesce(
                        tables.sent_list.c.batch_id, tables.sent_list.c.push_id
                    ),
                )
            ).all()
        )
    return [names[key] for key in found]


def search(database: Database, typed: str) -> list[str]:
    return listed(database, Asked(words=words_of(typed)))


def add(database: Database, *rows: PushRow) -> None:
    with database.transaction() as conn:
        History(conn).add(rows)


# ------------------------------------------------------------------------------------- searching


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("五折", True),
        ("折", True),
        ("🎉", True),
        ("今晚八点", True),
        ("晚 折", True),
        ("\uff18", False),
        ("晚八点五", False),
        ("Gold", True),
        ("\uff27\uff2f\uff2c\uff24", True),
        ("g", True),
        ("old members", True),
        ("oldm", False),
        ("100%", True),
        ('"quoted"', True),
        ("AND", False),
        ("Double 11", True),
    ],
)
def test_words_of_any_length_and_language_are_found(
    database: Database, typed: str, found: bool
) -> None:
    add(
        database,
        push(
            name='Gold members, 100% "quoted"',
            plan_name="Double 11",
            title="今晚八点",
            content="五折 🎉",
        ),
    )
    assert bool(search(database, typed)) is found


LETTERS = "abAB éß\u03a3\u03c3\u03c2今晚五折\uff21\uff22\uff111%\"'*-()\n🎉"
TEXTS = st.text(
    st.one_of(
        st.sampled_from("abAB éß\u03a3\u03c3\u03c2今晚五折\uff21\uff22\uff111%\"'*-()\n🎉"),
        st.characters(),
    ),
    max_size=14,
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("push"), TEXTS, st.integers(0, 5)),
            st.tuples(st.just("record"), TEXTS, st.integers(0, 5)),
            st.tuples(st.just("forget"), st.just(""), st.integers(0, 5)),
            st.tuples(st.just("empty"), st.just(""), st.just(0)),
        ),
        max_size=8,
    ),
    st.lists(TEXTS, max_size=3),
    st.data(),
)
def test_a_search_finds_what_a_plain_look_finds(
    tmp_path_factory: pytest.TempPathFactory,
    steps: list[tuple[str, str, int]],
    typed: list[str],
    data: st.DataObject,
) -> None:
    database = _shared(tmp_path_factory)
    kept: dict[str, str] = {}
    try:
        for number, (what, text, which) in enumerate(steps):
            with database.transaction() as conn:
                if what == "push":
                    row = push(f"r{number}", title=text, content="x", created_at=later(which))
                    History(conn).add([row])
                    moved = History(conn).move(row.id, "confirmed", "withdrawn")
                    assert moved
                    kept[row.batch_id] = f"{row.title}\nx\n"
                elif what == "record":
                    told = record(f"p{number}", title=text, content="x", at=later(which))
                    ServiceRecords(conn).put([told])
                    kept[told.push_id] = f"{text}\nx"
                elif what == "forget":
                    gone = [name for name in kept if name.startswith("batch")][which:]
                    History(conn).forget(gone)
                    for name in gone:
                        del kept[name]
                else:
                    SentIndex(conn).forget_all()
                    while SentIndex(conn).list_older(2):
                        pass
        pieces = [text[a : a + 3] for text in kept.values() for a in (0, 1)]
        for one in [*typed, *pieces, ""]:
            words = words_of(one)
            plain = {
                name for name, text in kept.items() if all(word in fold(text) for word in words)
            }
            assert set(search(database, one)) == plain, one
    finally:
        with database.transaction() as conn:
            conn.execute(tables.pushes.delete())
            conn.execute(tables.records.delete())
            SentIndex(conn).forget_all()
            while SentIndex(conn).list_older(100):
                pass


_SHARED: list[Database] = []


def _shared(factory: pytest.TempPathFactory) -> Database:
    if not _SHARED:
        _SHARED.append(open_database(factory.mktemp("index") / "tpns.db"))
    return _SHARED[0]


@pytest.fixture(scope="module", autouse=True)
def _closed() -> Iterable[None]:
    yield
    while _SHARED:
        _SHARED.pop().close()


# ------------------------------------------------------------------------------- ours and theirs


def test_a_push_of_ours_that_the_service_shows_is_listed_once(database: Database) -> None:
    ours = [
        push("a", batch_id="both", platform="android", state="held"),
        push("i", batch_id="both", platform="ios", state="held", access_id="1600001048"),
    ]
    add(database, *ours)
    with database.transaction() as conn:
        ServiceRecords(conn).put([record("11"), record("12"), record("99")])
    assert sorted(listed(database)) == ["11", "12", "99", "both"]
    with database.transaction() as conn:
        history = History(conn)
        for id, ids in (("a", ("11", "12")), ("i", ("77",))):
            history.move(id, "held", "sending")
            history.move(id, "sending", "accepted", push_ids=ids)
    assert sorted(listed(database)) == ["99", "both"]
    with database.transaction() as conn:
        told = [record("11", status="PUSH_STARTED"), record("77", access_id="1600001048")]
        assert ServiceRecords(conn).put(told) == 2
    assert sorted(listed(database)) == ["99", "both"]
    assert listed(database, Asked(kind="under_way")) == ["both"]
    assert listed(database, Asked(kind="finished")) == ["99"]


def test_a_push_is_found_by_its_push_id_ours_and_others(database: Database) -> None:
    add(
        database,
        push("a", batch_id="one", state="held"),
        push("b", batch_id="two", state="held", access_id="1600007893"),
        push("c", batch_id="three", title="Order 4711003 is on its way", created_at=later(60)),
    )
    with database.transaction() as conn:
        for id, ids in (("a", ("4711001",)), ("b", ("4711002", "4711003"))):
            History(conn).move(id, "held", "sending")
            History(conn).move(id, "sending", "accepted", push_ids=ids)
    with database.transaction() as conn:
        ServiceRecords(conn).put([record("4711009")])
    assert search(database, "4711001") == ["one"]
    assert search(database, "4711003") == ["three", "two"]
    assert search(database, " 4711009 ") == ["4711009"]
    assert search(database, "471100") == ["three"]  # a part of one is none of them
    assert search(database, "4711001 4711001x") == []
    with database.reading() as conn:
        index = SentIndex(conn)
        key, meant = index.meant(Asked(words=("4711002",)), "two", NOON)
        assert key is not None
        assert meant
        assert index.step(Asked(words=("4711002",)), key, NOON).keys == []


def test_what_may_be_ours_waits_until_that_is_settled(database: Database) -> None:
    add(database, push("a", batch_id="ours", state="held"))
    with database.transaction() as conn:
        history = History(conn)
        history.move("a", "held", "sending")
        ServiceRecords(conn).put([record("11", may_be="ours"), record("12", may_be="ours")])
        history.move("a", "sending", "unknown")
    assert listed(database) == ["ours"]
    with database.transaction() as conn:
        History(conn).move("a", "unknown", "accepted", settled_by="query", push_ids=("12",))
    assert sorted(listed(database)) == ["11", "ours"]


def test_what_turned_out_not_to_be_ours_is_listed_as_another_push(database: Database) -> None:
    add(database, push("a", batch_id="ours", state="held"))
    with database.transaction() as conn:
        history = History(conn)
        history.move("a", "held", "sending")
        history.move("a", "sending", "unknown")
        ServiceRecords(conn).put([record("11", may_be="ours")])
        history.move("a", "unknown", "not_found", settled_by="person")
    assert sorted(listed(database)) == ["11", "ours"]


def test_only_news_count_and_counters_stay(database: Database) -> None:
    with database.transaction() as conn:
        records = ServiceRecords(conn)
        assert records.put([record("11", status="PUSH_WAIT")]) == 1
        assert records.save_counters(ACCESS_ID, "11", [{"channel": "all", "arrived": 3}], NOON)
        assert records.put([record("11", status="PUSH_WAIT", seen_at=later(60))]) == 0
        [open_one] = records.unfinished(ACCESS_ID, NOON, later(1))
        assert open_one.seen_at == later(60)
        assert records.put([record("11", status="PUSH_FINISHED", seen_at=later(90))]) == 1
        assert records.unfinished(ACCESS_ID, NOON, later(1)) == []
        kept = records.get(ACCESS_ID, "11")
    assert kept is not None
    assert kept.counters == [{"channel": "all", "arrived": 3}]


# -------------------------------------------------------------------------------------- filters


def test_each_filter_shows_what_it_says(database: Database) -> None:
    loop = b'{"audience_type":"all","loop_param":{"loop_type":1}}'
    add(
        database,
        push("plain", state="held"),
        push("later", state="held", schedule_at=later(3600)),
        push("loop", state="held", body=loop, plan_id="plan-1"),
        push("other", state="held", app_id="app-2", access_id="1500009999"),
        push("lost", state="held"),
        push("back", state="held"),
    )
    with database.transaction() as conn:
        history = History(conn)
        for id, state in (("plain", "rejected"), ("later", "accepted"), ("loop", "accepted")):
            history.move(id, "held", "sending")
            history.move(id, "sending", state)
        history.move("lost", "held", "sending")
        history.move("lost", "sending", "unknown")
        history.move("back", "held", "withdrawn")
        ServiceRecords(conn).put(
            [record("w", status="PUSH_WAIT"), record("r", status="PUSH_REVOKED")]
        )
    said = {kind: sorted(listed(database, Asked(kind=kind), later(1))) for kind in KINDS}
    assert said == {
        "unsettled": ["batch of lost"],
        "scheduled": ["batch of later", "w"],
        "repeating": ["batch of loop"],
        "under_way": ["batch of other", "w"],
        "finished": [],
        "refused": ["batch of plain"],
        "stopped": ["batch of back", "r"],
    }
    app = Asked(app_id="app-1", access_ids=frozenset({ACCESS_ID, "1600001048"}))
    assert "batch of other" not in listed(database, app)
    assert {"w", "r", "batch of plain"} <= set(listed(database, app))
    assert sorted(listed(database, Asked(elsewhere=True))) == ["r", "w"]
    assert listed(database, Asked(plan_id="plan-1", elsewhere=False)) == ["batch of loop"]
    without = listed(database, Asked(plan_id=""))
    assert without == [
        one for one in listed(database, Asked(elsewhere=False)) if one != "batch of loop"
    ]
    assert listed(database, Asked(since=later(1))) == ["batch of later"]
    assert "batch of later" not in listed(database, Asked(before=later(1)))
    assert listed(database, Asked(kind="refused", words=words_of("五折"))) == ["batch of plain"]
    assert listed(database, Asked(kind="refused", words=words_of("Flash"))) == []
    # Its start has come: it is not waiting for it any more.
    assert listed(database, Asked(kind="scheduled"), later(7200)) == ["w"]


def test_pushes_of_one_instant_are_all_listed(database: Database) -> None:
    add(database, *(push(f"r{n}") for n in range(5)))
    assert len(listed(database)) == 5


def test_a_batch_says_whether_a_list_means_it(database: Database) -> None:
    add(database, push("a", batch_id="ours"))
    with database.reading() as conn:
        index = SentIndex(conn)
        key, meant = index.meant(Asked(words=words_of("五折")), "ours", NOON)
        assert (key, meant) == (sent_index.key_of(NOON), True)
        assert index.meant(Asked(kind="unsettled"), "ours", NOON) == (key, False)
        assert index.meant(Asked(), "nobody's", NOON) == (None, False)
    assert sent_index.at_of(sent_index.key_of(NOON)) == NOON


# ------------------------------------------------------------------------------------ older files


def test_an_older_file_is_listed_in_pieces_newest_first(path: Path) -> None:
    path.parent.mkdir()
    database = open_database(older_database(path, "0001", *FIRST))
    assert listed(database) == []
    sizes = []
    more = True
    while more:
        with database.transaction() as conn:
            more = SentIndex(conn).list_older(4)
        sizes.append(len(listed(database)))
    assert sizes == [4, 8, 9]
    with database.reading() as conn:
        states = conn.execute(select(tables.sent_list.c.batch_id, tables.sent_list.c.state)).all()
    assert {(f"batch of {state}", state) for state in STATES} == {tuple(row) for row in states}
    assert len(search(database, "五折")) == len(STATES)
    with database.transaction() as conn:
        assert not SentIndex(conn).list_older(4)
    database.close()


def test_what_moves_before_it_is_listed_is_listed_as_it_stands(path: Path) -> None:
    path.parent.mkdir()
    database = open_database(older_database(path, "0001", *FIRST))
    with database.transaction() as conn:
        assert History(conn).move("held", "held", "withdrawn")
    assert listed(database, Asked(kind="stopped")) == ["batch of held"]
    with database.transaction() as conn:
        while SentIndex(conn).list_older(3):
            pass
    assert len(listed(database)) == len(STATES)
    assert joined_state(["withdrawn"]) == "withdrawn"
    database.close()


def test_nothing_of_a_forgotten_text_stays_in_the_index(path: Path, database: Database) -> None:
    add(database, push("a", title="zqxjkvw"))
    with database.transaction() as conn:
        SentIndex(conn).forget_all()
        conn.execute(tables.pushes.delete().where(tables.pushes.c.id == "nobody"))
        assert conn.exec_driver_sql("SELECT count(*) FROM sent_grams_idx").scalar() == 0
        while SentIndex(conn).list_older(10):
            pass
    assert search(database, "zqxjkvw") == ["batch of a"]


def test_a_restored_copy_is_in_doubt_in_the_list_too(database: Database) -> None:
    add(database, push("a", state="held"), push("b"))
    driver = database._driver  # as opening a restored copy does
    driver.execute("BEGIN IMMEDIATE")
    doubt_open_pushes(driver)
    driver.execute("COMMIT")
    assert len(listed(database, Asked(kind="unsettled"))) == 2
