"""The table of states and what a batch is shown as."""

from __future__ import annotations

import itertools

import pytest

from tpns_desktop.model.states import (
    FINAL_STATES,
    FIRST_STATES,
    JOINED_STATES,
    OPEN_STATES,
    STATES,
    TRANSITIONS,
    joined_state,
    may_follow,
)


def test_every_state_says_what_may_follow_and_names_only_states() -> None:
    assert tuple(TRANSITIONS) != ()
    assert set(TRANSITIONS) == set(STATES)
    assert set().union(*TRANSITIONS.values()) | FIRST_STATES == set(STATES)


def test_the_steps_are_those_of_the_design() -> None:
    steps = {(a, b) for a, after in TRANSITIONS.items() for b in after}
    assert steps == {
        ("confirmed", "held"),
        ("confirmed", "withdrawn"),
        ("held", "sending"),
        ("held", "withdrawn"),
        ("sending", "accepted"),
        ("sending", "rejected"),
        ("sending", "not_sent"),
        ("sending", "unknown"),
        ("unknown", "accepted"),
        ("unknown", "not_found"),
    }


def test_no_way_leads_back() -> None:
    def reached(state: str) -> set[str]:
        return set().union(*({after} | reached(after) for after in TRANSITIONS[state]))

    assert all(state not in reached(state) for state in STATES)


def test_final_states_are_those_nothing_follows_and_unknown_is_not_one() -> None:
    assert {"accepted", "rejected", "not_sent", "withdrawn", "not_found"} == FINAL_STATES
    assert not FINAL_STATES & OPEN_STATES


def test_words_that_are_no_states_follow_nothing() -> None:
    assert not may_follow("draft", "held")
    assert not may_follow("held", "draft")


@pytest.mark.parametrize("state", STATES)
def test_a_batch_of_one_or_of_two_alike_has_their_state(state: str) -> None:
    assert joined_state([state]) == state
    assert joined_state([state, state]) == state


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        ("confirmed", "held", "confirmed"),
        ("held", "withdrawn", "held"),
        ("held", "sending", "sending"),
        ("held", "accepted", "sending"),
        ("held", "not_sent", "sending"),
        ("sending", "unknown", "sending"),
        ("unknown", "accepted", "unknown"),
        ("unknown", "rejected", "unknown"),
        ("unknown", "not_sent", "unknown"),
        ("accepted", "rejected", "partly"),
        ("accepted", "not_sent", "partly"),
        ("accepted", "withdrawn", "partly"),
        ("accepted", "not_found", "partly"),
        ("not_found", "rejected", "not_found"),
        ("rejected", "not_sent", "rejected"),
        ("rejected", "withdrawn", "rejected"),
        ("not_sent", "withdrawn", "not_sent"),
    ],
)
def test_two_platforms_that_differ_are_joined(one: str, other: str, joined: str) -> None:
    assert joined_state([one, other]) == joined
    assert joined_state([other, one]) == joined


def test_every_pair_has_a_joined_state_that_hides_no_possible_sending() -> None:
    for pair in itertools.product(STATES, repeat=2):
        joined = joined_state(pair)
        assert joined in JOINED_STATES
        if "unknown" in pair:
            assert joined in {"unknown", "sending"}
        if "accepted" in pair:
            assert joined in {"accepted", "partly", "unknown", "sending"}


@pytest.mark.parametrize("states", [[], ["draft"], ["held", ""]])
def test_no_rows_or_strange_words_are_refused(states: list[str]) -> None:
    with pytest.raises(ValueError, match="a batch"):
        joined_state(states)
