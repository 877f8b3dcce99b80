"""The sentences of a push of which nobody knows, and of what settled it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.ui import pushes
from tests.ui.pushes import NOW
from tpns_desktop.ui.words.numbers import clock, time_of
from tpns_desktop.ui.words.results import (
    again_warning,
    conflict_words,
    ending_words,
    joined_answers,
    look_trouble,
    look_words,
    settled_words,
)

pytestmark = pytest.mark.usefixtures("qapp")

LOOKED = NOW - timedelta(seconds=90)
LATER = NOW + timedelta(minutes=2)


def unknown(**facts: Any) -> tuple[Any, ...]:
    return pushes.rows(**{"state": "unknown", "reason": "cut", "sent_at": LOOKED} | facts)


def test_a_late_answer_says_what_it_said() -> None:
    """Not that the service shows no such push: nobody looked."""
    end = {"state": "not_found", "settled_by": "answer", "settled_at": NOW}
    (refused, _) = pushes.rows(**end, reason="refused", code=1008019)
    words = ending_words(refused)
    assert "shows no such push" not in " ".join(words)
    assert words.was_sent == "No. TPNS answered and did not take the push."
    (stayed, _) = pushes.rows(**end, reason="refused_connection")
    assert ending_words(stayed).was_sent == "No. The request never left this computer."


def test_what_a_backup_leaves_open_is_not_called_a_broken_connection() -> None:
    (row, _) = pushes.rows(state="unknown", reason="restored")
    words = ending_words(row)
    assert "backup" in words.happened
    assert "after we sent it" not in " ".join(words)


def test_the_look_up_says_when_it_looked_and_when_it_looks_next() -> None:
    rows = unknown(look="none", looked_at=LOOKED, looks=2)
    said = look_words(rows, LATER, NOW)
    assert said == f"Looked at {time_of(LOOKED)}: no record yet. Next look at {clock(LATER)}."


@pytest.mark.parametrize(
    ("ahead_s", "said"),
    [
        (None, "No further look by itself."),
        (30, "Next look in a moment."),
        (-5, "Next look in a moment."),
        (-3600, "No further look by itself."),
    ],
)
def test_a_next_look_is_promised_only_where_there_is_one(ahead_s: int | None, said: str) -> None:
    at = None if ahead_s is None else NOW + timedelta(seconds=ahead_s)
    assert look_words(unknown(), at, NOW) == f"Not looked for yet. {said}"


def test_a_service_that_could_not_be_asked_is_not_called_empty() -> None:
    said = look_words(unknown(look="failed", looked_at=LOOKED), None, NOW)
    assert "could not be asked" in said
    assert "no record" not in said


def test_two_systems_that_were_looked_for_differently_are_told_apart() -> None:
    one, two = unknown(look="none", looked_at=LOOKED)
    rows = (one, replace(two, look="several", matches=("1", "2")))
    said = look_words(rows, None, NOW)
    assert f"Android: Looked at {time_of(LOOKED)}: no record yet." in said
    assert f"iPhone: Looked at {time_of(LOOKED)}: 2 push(es) match." in said
    assert conflict_words(rows)
    assert not conflict_words(unknown(look="none"))


def test_a_look_of_another_day_says_which() -> None:
    looked = datetime.now(UTC) - timedelta(days=3)
    rows = unknown(look="none", looked_at=looked)
    assert str(looked.astimezone().year) in look_words(rows, None, datetime.now(UTC))


def test_several_matches_lead_to_the_console() -> None:
    (row, _) = unknown(look="several", matches=("1", "2"))
    assert "TPNS console" in ending_words(row).to_do


def test_one_match_that_is_not_certain_is_no_conflict_and_no_find() -> None:
    rows = unknown(look="several", matches=("1",), looked_at=LOOKED)
    assert "one push may be it" in look_words(rows, None, NOW)
    assert "not certain" in conflict_words(rows)
    assert "more than once" not in conflict_words(rows)


def test_what_differs_between_two_systems_names_them() -> None:
    one, two = unknown()
    answers = joined_answers((one, replace(two, reason="restart")))
    assert answers.happened.startswith("Android: The connection broke")
    assert "\niPhone: The program ended" in answers.happened
    assert "\n" not in answers.was_sent


@pytest.mark.parametrize("by", ["query", "person"])
def test_not_found_is_never_called_safe(by: str) -> None:
    (row, _) = pushes.rows(state="not_found", settled_by=by, settled_at=NOW)
    said = " ".join(ending_words(row)).lower()
    assert "no proof" in said
    assert "twice" in said
    for promise in ("safe", "not sent", "was not sent"):
        assert promise not in said


@pytest.mark.parametrize(
    ("facts", "part"),
    [
        ({"state": "accepted", "settled_by": "query", "push_ids": ("1",)}, "a look-up found it"),
        ({"state": "accepted", "settled_by": "person"}, "You said that you saw it"),
        ({"state": "not_found", "settled_by": "query"}, "shows no such push"),
        ({"state": "not_found", "settled_by": "person"}, "You said that it did not go"),
        (
            {"state": "accepted", "settled_by": "answer", "reason": "restart", "push_ids": ("1",)},
            "Its answer came late",
        ),
    ],
)
def test_it_is_said_who_settled_it(facts: dict[str, Any], part: str) -> None:
    (row, _) = pushes.rows(settled_at=NOW, **facts)
    assert part in settled_words(row)
    assert part in ending_words(row).happened


def test_an_acceptance_that_was_answered_at_once_names_nobody() -> None:
    (row, _) = pushes.rows(state="accepted", settled_by="answer", push_ids=("1",), settled_at=NOW)
    assert settled_words(row) == ""


def test_a_further_try_is_told() -> None:
    (first, _) = pushes.rows(state="sending", attempts=1)
    (second, _) = pushes.rows(state="sending", attempts=2)
    assert "Trying again" not in ending_words(first).happened
    assert "Trying again (2 of 3)" in ending_words(second).happened


def test_sending_again_warns_of_the_system_that_has_it_already() -> None:
    batch = pushes.split(
        pushes.batch(), {"state": "accepted", "push_ids": ("1",)}, {"state": "not_found"}
    )
    assert again_warning(batch.rows).startswith("Android has this push already")
    assert again_warning(pushes.batch(state="not_found").rows) == ""


@pytest.mark.parametrize(
    ("reason", "part"),
    [
        ("budget", "60 look-ups are used up"),
        ("no_key", "Enter it again under Settings"),
        ("other_practice", "can't be looked up any more"),
        ("dns", "address could not be found"),
    ],
)
def test_a_look_up_that_told_nothing_says_why(reason: str, part: str) -> None:
    assert part in look_trouble(reason, None)


def test_what_cannot_be_looked_up_here_is_not_said_to_be_looked_for() -> None:
    (row, *_) = pushes.rows(state="unknown", reason="read_timeout")
    to_do = ending_words(row, "app_gone").to_do
    assert "can't be looked up here" in to_do
    assert "TPNS console" in to_do
    assert "Let this program look" not in to_do
    assert "practice service is gone" in ending_words(row, "other_practice").to_do


def test_seen_on_a_phone_does_not_forget_what_the_service_showed() -> None:
    (row, *_) = pushes.rows(state="accepted", settled_by="person", matches=("1", "2"))
    assert "No push ID is known" not in ending_words(row).happened
    assert "not certain" in ending_words(row).happened


def test_a_repetition_is_not_said_to_reach_phones_at_once() -> None:
    (row, _) = pushes.rows(state="accepted", push_ids=("1", "2", "3"))
    assert "each of its runs at its time" in ending_words(row).happened
    assert "from now on" not in ending_words(row).happened
