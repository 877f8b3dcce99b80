"""What was done about a push: one request of a kind a push id, whoever asks, and how it ended."""

from __future__ import annotations

import pytest

from tests.store.rows import NOON, later
from tpns_desktop.store.actions import Action, Actions
from tpns_desktop.store.database import Database

ID = "1500001048"


def begin(database: Database, kind: str = "cancel", push_id: str = "77") -> int | None:
    with database.transaction() as conn:
        return Actions(conn).begin(kind, ID, push_id, NOON, push_row="row-1")


@pytest.mark.parametrize("outcome", ["begun", "done", "unknown"])
def test_a_request_that_may_have_been_heard_is_not_begun_again(
    database: Database, outcome: str
) -> None:
    first = begin(database)
    assert first is not None
    with database.transaction() as conn:
        Actions(conn).end(first, outcome, later(1))
    assert begin(database) is None
    assert begin(database, push_id="78") is not None
    assert begin(database, kind="stop") is not None


@pytest.mark.parametrize("outcome", ["refused", "not_sent"])
def test_a_request_that_did_nothing_may_be_begun_again(database: Database, outcome: str) -> None:
    first = begin(database)
    assert first is not None
    with database.transaction() as conn:
        assert Actions(conn).end(
            first, outcome, later(1), code=1008007, reason="refused", text="no"
        )
    assert begin(database) not in (None, first)
    with database.reading() as conn:
        kept, again = Actions(conn).of(["row-1"])
    assert kept == Action(
        id=first,
        kind="cancel",
        access_id=ID,
        push_row="row-1",
        push_id="77",
        what="",
        begun_at=NOON,
        ended_at=later(1),
        outcome=outcome,
        code=1008007,
        reason="refused",
        text="no",
    )
    assert (again.outcome, again.ended_at) == ("begun", None)


def test_an_end_is_written_once_but_unknown_can_still_become_known(database: Database) -> None:
    first = begin(database)
    assert first is not None
    with database.transaction() as conn:
        actions = Actions(conn)
        assert actions.end(first, "unknown", later(1), reason="deadline")
        assert [one.id for one in actions.open()] == [first]
        assert actions.end(first, "done", later(9))
        assert not actions.end(first, "refused", later(10))
        assert actions.open() == []
        found = actions.get(first)
    assert found is not None
    assert (found.outcome, found.ended_at) == ("done", later(9))


def test_a_new_push_about_an_old_one_is_written_down_as_often_as_it_is_begun(
    database: Database,
) -> None:
    first, second = begin(database, "correct"), begin(database, "correct")
    assert None not in (first, second)
    with database.reading() as conn:
        assert [one.outcome for one in Actions(conn).of(["row-1"])] == ["done", "done"]
        assert Actions(conn).open() == []
        assert Actions(conn).get(999) is None
