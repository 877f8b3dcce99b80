"""The sentences of a review and of a result."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.send import builders
from tests.ui import pushes
from tpns_desktop.model.outcome import ERROR_CODES
from tpns_desktop.model.states import STATES
from tpns_desktop.ui.words import review as words
from tpns_desktop.ui.words.results import DRAFT_STATES, ending_words, forgotten
from tpns_desktop.ui.words.states import reason_words

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(
    ("text", "shown"),
    [("ab", "a•••"), ("abcd", "a•••"), ("alice01", "al•••01"), ("a" * 36, "aaaa•••aaaa")],
)
def test_an_account_is_shown_only_enough_to_recognise_it(text: str, shown: str) -> None:
    assert words.masked(text) == shown


def test_a_masked_account_never_shows_all_of_itself() -> None:
    for length in range(1, 60):
        text = "".join(chr(0x4E00 + n) for n in range(length))
        assert len(set(words.masked(text)) - {"•"}) < max(length, 2)


def test_the_button_states_verb_and_number() -> None:
    said = {
        kind: words.send_words(pushes.review(builders.draft(kind)))
        for kind in ("all", "tag", "account", "device")
    }
    assert said == {
        "all": "Send to everyone",
        "tag": "Send to people with these tags",
        "account": "Send to 2 account(s)",
        "device": "Send to 1 device(s)",
    }


def test_the_question_names_people_app_and_time() -> None:
    at = builders.draft("all", schedule__kind="at", schedule__at="2026-11-19T18:00")
    asked = words.question_words(pushes.review(at), pushes.NOW)
    assert asked.startswith("Send to everyone in Demo Mall? Today, ")
    assert asked.endswith("18:00 (Beijing time)")


def test_tags_are_read_back_from_the_body() -> None:
    facts = pushes.review(builders.draft("tag")).rows[0].facts
    assert words.who_sentence(facts, "Demo Mall") == "People with the tag “vip”"


@pytest.mark.parametrize(
    ("hold_s", "part"), [(None, "Send now"), (0, "at once"), (10, "10 second(s)")]
)
def test_the_hold_is_told_before_confirming(hold_s: int | None, part: str) -> None:
    assert part in words.hold_sentence(hold_s)


@pytest.mark.parametrize("state", STATES)
def test_each_state_has_its_words(state: str, qapp: QApplication) -> None:
    answers = ending_words(pushes.rows(state=state, reason="cut")[0])
    if state in DRAFT_STATES:
        assert all(answers)
    if state == "unknown":
        assert "Don't send it again" in answers.was_sent


@pytest.mark.parametrize("code", sorted(ERROR_CODES))
def test_no_refusal_shows_a_code_or_the_wire_s_words(code: int) -> None:
    answers = ending_words(pushes.rows(state="rejected", code=code)[0])
    said = " ".join(answers)
    assert str(code) not in said
    assert not any(word in said for word in ("ret_code", "audience_type", "null", "HTTP"))


@pytest.mark.parametrize(
    "reason",
    [
        "cancelled", "closed", "restart", "slept", "schedule_passed", "expired", "body_changed",
        "app_changed", "app_gone", "not_written", "practice_changed", "wrong_address",
        "practice_key", "keyring_locked", "keyring_silent", "keyring_failed", "no_key",
        "keyring_gone", "keyring_other",
    ],
)  # fmt: skip
def test_each_reason_of_the_outbox_has_a_sentence_of_its_own(reason: str) -> None:
    assert reason_words(reason) != reason_words("no such reason")


def test_a_push_the_service_forgot_is_not_asked_about_again() -> None:
    assert forgotten("refused", 1008015)
    assert forgotten("practice_changed", None)
    assert not forgotten("dns", None)
    assert not forgotten("refused", 1008028)
