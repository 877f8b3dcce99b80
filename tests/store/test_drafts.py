"""Autosave: nothing typed is lost, and nothing is written for nothing."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from tests.store.rows import Clock, later, push
from tpns_desktop.store.database import Database
from tpns_desktop.store.drafts import Drafts
from tpns_desktop.store.history import History


def test_the_revision_rises_only_when_something_changed(database: Database) -> None:
    clock = Clock()
    with database.transaction() as conn:
        drafts = Drafts(conn, clock)
        first = drafts.save("app-1", None, {"message": {"title": "A"}, "name": ""})
        same = drafts.save("app-1", first.id, {"name": "", "message": {"title": "A"}})
        changed = drafts.save("app-1", first.id, {"name": "", "message": {"title": "AB"}})
        back = drafts.save("app-1", first.id, {"name": "", "message": {"title": "A"}})
        assert same == first
        assert [first.revision, changed.revision, back.revision] == [1, 2, 3]
        assert [first.updated_at, back.updated_at] == [later(1), later(3)]
        assert drafts.get(first.id) == back


def test_an_unchanged_save_is_one_look_and_a_changed_one_one_look_and_one_write(
    database: Database,
) -> None:
    statements: list[str] = []
    with database.transaction() as conn:
        drafts = Drafts(conn)
        drafts.save("app-1", "d1", {"n": 1})
        event.listen(
            conn, "before_cursor_execute", lambda *call: statements.append(call[2].split()[0])
        )
        drafts.save("app-1", "d1", {"n": 1})
        assert statements == ["SELECT"]
        drafts.save("app-1", "d1", {"n": 2})
        assert statements == ["SELECT", "SELECT", "UPDATE"]


def test_a_confirmation_takes_a_revision_of_its_own(database: Database) -> None:
    with database.transaction() as conn:
        drafts = Drafts(conn)
        row = drafts.save("app-1", "d1", {"n": 1})
        assert drafts.new_revision("d1") == 2
        assert drafts.save("app-1", "d1", {"n": 1}).revision == 2
        assert drafts.new_revision("nobody") is None
        assert drafts.get("d1").updated_at == row.updated_at  # type: ignore[union-attr]


def test_a_draft_removed_while_a_save_was_on_its_way_comes_back_past_its_confirmed_revisions(
    database: Database,
) -> None:
    with database.transaction() as conn:
        drafts = Drafts(conn)
        drafts.save("app-1", "d1", {"n": 1})
        History(conn).add([push(draft_id="d1", draft_rev=7)])
        assert drafts.remove("d1")
        assert not drafts.remove("d1")
        assert drafts.get("d1") is None
        assert drafts.save("app-1", "d1", {"n": 2}).revision == 8
        assert History(conn).row("push-1") is not None


def test_recent_drafts_come_newest_first_with_what_a_list_shows(database: Database) -> None:
    with database.transaction() as conn:
        drafts = Drafts(conn, Clock())
        drafts.save("app-1", "d1", {"message": {"title": "One"}, "audience": {"kind": "tag"}})
        drafts.save("app-1", "d2", {"name": "mine", "audience": {"kind": None}})
        drafts.save("app-1", "d3", {"message": "odd", "audience": ["odd"]})
        drafts.save("app-1", "d1", {"message": {"title": "Two"}, "audience": {"kind": "all"}})
        rows = drafts.recent("app-1")
        assert [row.id for row in rows] == ["d1", "d3", "d2"]
        assert [(row.title, row.audience_kind) for row in rows] == [
            ("Two", "all"),
            ("", None),
            ("", None),
        ]
        assert [row.name for row in rows] == ["", "", "mine"]
        assert [row.id for row in drafts.recent("app-1", 1)] == ["d1"]
        assert drafts.recent("app-2") == []


def test_what_json_cannot_hold_is_refused_and_the_draft_stays(database: Database) -> None:
    with database.transaction() as conn:
        drafts = Drafts(conn)
        row = drafts.save("app-1", "d1", {"n": 1})
        with pytest.raises(ValueError, match="JSON"):
            drafts.save("app-1", "d1", {"n": float("nan")})
        with pytest.raises(TypeError):
            drafts.save("app-1", "d1", {"n": object()})
        assert drafts.get("d1") == row


TYPED = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(st.characters(codec=None))),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.text(st.characters(codec=None)), TYPED, max_size=4))
def test_whatever_was_typed_comes_back_as_it_was(database: Database, data: dict[str, Any]) -> None:
    with database.transaction() as conn:
        row = Drafts(conn).save("app-1", None, data)
        assert row.data == data
        assert Drafts(conn).get(row.id) == row


def test_half_a_character_from_the_keyboard_is_not_lost(database: Database) -> None:
    with database.transaction() as conn:
        row = Drafts(conn).save("app-1", None, {"message": {"title": "a\ud83d"}})
        stored = Drafts(conn).get(row.id)
    assert stored is not None
    assert stored.title == "a\ud83d"


@pytest.mark.parametrize(
    ("state", "offered"),
    [
        ("held", False),
        ("sending", False),
        ("accepted", False),
        ("unknown", False),
        ("withdrawn", True),
        ("rejected", True),
        ("not_sent", True),
        ("not_found", True),
    ],
)
def test_a_draft_that_is_on_its_way_is_not_offered_again(
    database: Database, state: str, offered: bool
) -> None:
    with database.transaction() as conn:
        row = Drafts(conn).save("app-1", "d1", {"message": {"title": "a"}})
        History(conn).add([push(draft_id=row.id, draft_rev=row.revision, state="held")])
        way = {"held": [], "withdrawn": ["withdrawn"], "not_found": ["sending", "unknown", state]}
        before = "held"
        for step in way.get(state, ["sending", state] if state != "sending" else [state]):
            by = "query" if before == "unknown" else None
            assert History(conn).move("push-1", before, step, settled_by=by)
            before = step
        assert [d.id for d in Drafts(conn).recent("app-1")] == (["d1"] if offered else [])


def test_a_sent_draft_that_was_changed_afterwards_is_a_draft_again(database: Database) -> None:
    with database.transaction() as conn:
        row = Drafts(conn).save("app-1", "d1", {"message": {"title": "a"}})
        History(conn).add([push(draft_id=row.id, draft_rev=row.revision, state="held")])
        Drafts(conn).new_revision("d1")  # as every confirmation does
        assert Drafts(conn).recent("app-1") == []
        Drafts(conn).save("app-1", "d1", {"message": {"title": "b"}})
        assert [d.id for d in Drafts(conn).recent("app-1")] == ["d1"]


def test_a_test_of_a_draft_leaves_it_in_the_list(database: Database) -> None:
    with database.transaction() as conn:
        row = Drafts(conn).save("app-1", "d1", {"message": {"title": "a"}})
        tried = push(draft_id=row.id, draft_rev=row.revision, state="held", purpose="test")
        History(conn).add([tried])
        Drafts(conn).new_revision("d1")
        assert [d.id for d in Drafts(conn).recent("app-1")] == ["d1"]


def test_templates_stand_first_and_stay_templates_when_they_are_saved(database: Database) -> None:
    with database.transaction() as conn:
        drafts = Drafts(conn, Clock())
        kept = drafts.add("app-1", {"name": "sale"}, template=True)
        drafts.save("app-1", "d1", {"name": "typed"})
        assert [row.template for row in drafts.recent("app-1")] == [1, 0]
        assert drafts.save("app-1", kept.id, {"name": "sales"}).template == 1
        assert drafts.get(kept.id).template == 1  # type: ignore[union-attr]
        assert len(drafts.every("app-1")) == 2


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("", ["双11", "Members' day", "plain"]),
        ("members", ["Members' day"]),
        ("会员", ["双11"]),
        ("今晚 购物车", ["双11"]),
        ("\uff4d\uff45\uff4d\uff42ers  DAY", ["Members' day"]),
        ("twice the points", ["Members' day"]),
        ("members 会员", []),
        ("%", []),
    ],
)
def test_drafts_are_found_by_words_of_name_title_and_text(
    database: Database, search: str, found: list[str]
) -> None:
    drafts = [
        {"name": "双11", "message": {"title": "今晚8点", "content": "会员购物车"}},
        {"name": "Members' day", "message": {"title": "x", "content": "Twice the points"}},
        {"name": "plain", "message": "odd"},
    ]
    with database.transaction() as conn:
        book = Drafts(conn, Clock())
        for data in reversed(drafts):
            book.save("app-1", None, data)
        assert [row.name for row in book.recent("app-1", search=search)] == found


def test_a_draft_is_found_however_many_are_newer(database: Database) -> None:
    with database.transaction() as conn:
        book = Drafts(conn, Clock())
        for number in range(8):
            book.save("app-1", None, {"name": f"draft {number}"})
        assert [row.name for row in book.recent("app-1", 2, "draft 0")] == ["draft 0"]


def test_a_removed_draft_is_put_back_as_it_was(database: Database) -> None:
    clock = Clock()
    with database.transaction() as conn:
        drafts = Drafts(conn, clock)
        row = drafts.add("app-1", {"name": "sale"}, template=True)
        drafts.save("app-1", "d1", {"name": "newer"})
        before = drafts.recent("app-1")
        drafts.remove(row.id)
        assert drafts.put(row) == row
        assert drafts.recent("app-1") == before


def test_what_is_put_back_is_listed_though_an_earlier_revision_was_sent(
    database: Database,
) -> None:
    with database.transaction() as conn:
        drafts = Drafts(conn)
        row = drafts.save("app-1", "d1", {"name": "a"})
        History(conn).add([push(draft_id="d1", draft_rev=4, state="held")])
        drafts.remove("d1")
        assert drafts.put(row).revision == 6
        assert [d.id for d in drafts.recent("app-1")] == ["d1"]


def test_a_draft_gets_another_name_and_nothing_else(database: Database) -> None:
    with database.transaction() as conn:
        drafts = Drafts(conn, Clock())
        row = drafts.add("app-1", {"name": "a", "message": {"title": "t"}}, template=True)
        renamed = drafts.rename(row.id, "evening")
        assert renamed == drafts.get(row.id)
        assert (renamed.name, renamed.title, renamed.template) == ("evening", "t", 1)  # type: ignore[union-attr]
        assert drafts.rename("nobody", "x") is None
