"""Every state and every reason has words, in both languages, and no id ever reaches the window."""

from __future__ import annotations

import re
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui import pushes
from tpns_desktop.client.errors import REASONS
from tpns_desktop.model.states import JOINED_STATES
from tpns_desktop.store.errors import StoreError
from tpns_desktop.ui.i18n import Languages
from tpns_desktop.ui.words.results import joined_answers, look_trouble
from tpns_desktop.ui.words.review import confirm_refusal
from tpns_desktop.ui.words.states import batch_words, known_reasons, reason_words, state_words

OUTBOX = {
    "cancelled", "quit", "restart", "slept", "expired", "schedule_passed", "changed", "duplicate",
    "unsettled", "app_switched", "app_changed", "app_gone", "not_written", "failed",
}  # fmt: skip
"""Why a confirmed push was withdrawn or never left (`send.outbox`, `send.claim`)."""
PLACES = {
    "no_key", "no_practice", "other_practice", "practice_changed", "wrong_address", "practice_key",
    "keyring_locked", "keyring_silent", "keyring_failed", "no_keyring", "locked", "silent",
}  # fmt: skip
"""Why a key or a place to send to is not at hand (`send.ways`, `store.secrets`)."""
QUESTIONS = {"budget", "nothing_to_ask", "unread", "too_many", "too_old", "no_date"}
"""Why a question was not asked (`send.asking`, `send.look_up`)."""


def store_codes(error: type[StoreError] = StoreError) -> set[str]:
    """The codes of the store's errors, all the way down the tree."""
    return {error.code}.union(*(store_codes(below) for below in error.__subclasses__()))


ALL_REASONS = sorted(REASONS | OUTBOX | PLACES | QUESTIONS | store_codes())


@pytest.fixture(params=["en", "zh_CN"])
def language(request: pytest.FixtureRequest, languages: Languages) -> str:
    spoken: str = request.param
    languages.apply(spoken)
    return spoken


def is_sentence(said: str) -> bool:
    """Whether a person may read this: a sentence with its full stop and nothing of the wire."""
    ids = re.search(r"[a-z]+_[a-z]+|\{|null|HTTP", said)
    return said.endswith((".", "。", "?", "？")) and ids is None


def test_each_reason_has_a_sentence_of_its_own(language: str) -> None:
    assert set(ALL_REASONS) <= known_reasons()
    for reason in ALL_REASONS:
        assert is_sentence(reason_words(reason)), reason


@pytest.mark.parametrize("reason", ["", None, "no_such_reason", "of_a_later_version"])
def test_a_reason_that_no_table_knows_is_not_shown_as_it_is(
    language: str, reason: str | None
) -> None:
    assert is_sentence(reason_words(reason))


@pytest.mark.parametrize("state", ["withdrawn", "not_sent", "unknown"])
def test_the_answers_of_every_ending_are_sentences(language: str, state: str) -> None:
    for reason in ALL_REASONS:
        answers = joined_answers(pushes.rows(state=state, reason=reason))
        assert all(is_sentence(answer) for answer in answers), (reason, answers)


def test_whatever_keeps_a_look_up_from_telling_is_a_sentence(language: str) -> None:
    for reason in ALL_REASONS:
        assert is_sentence(look_trouble(reason, 1008003 if reason == "refused" else None)), reason


def test_a_confirmation_that_could_not_be_written_says_why(language: str) -> None:
    for code in sorted(store_codes()):
        said = confirm_refusal("failed", code)
        assert is_sentence(said)
        assert reason_words(code) in said


@pytest.mark.parametrize("state", JOINED_STATES)
def test_each_joined_state_has_words_and_an_icon(language: str, state: str) -> None:
    words = state_words(state)
    assert words.text
    assert state not in words.text
    assert words.icon


@pytest.mark.parametrize(
    ("facts", "said", "tone"),
    [
        ({"state": "unknown"}, "We don't know yet", "warn"),
        ({"state": "unknown", "look": "none"}, "We don't know yet", "warn"),
        (
            {"state": "unknown", "look": "several", "matches": ("1", "2")},
            "Several pushes match",
            "danger",
        ),
        (
            {"state": "unknown", "look": "failed", "matches": ("1", "2")},
            "Several pushes match",
            "danger",
        ),
        ({"state": "unknown", "look": "several", "matches": ("1",)}, "One push may be it", "warn"),
        ({"state": "withdrawn", "reason": "cancelled"}, "Cancelled, not sent", "neutral"),
        ({"state": "withdrawn", "reason": "restart"}, "Not sent: confirm again", "warn"),
        ({"state": "accepted", "settled_by": "answer"}, "Accepted by TPNS", "ok"),
        ({"state": "accepted", "settled_by": "query"}, "Accepted, looked up", "ok"),
        ({"state": "accepted", "settled_by": "person"}, "Accepted, you saw it", "ok"),
        ({"state": "not_found", "settled_by": "query"}, "No such push found", "warn"),
        ({"state": "not_found", "settled_by": "person"}, "Did not go, you said", "warn"),
    ],
)
def test_a_state_says_how_it_came_about(
    qapp: QApplication, facts: dict[str, Any], said: str, tone: str
) -> None:
    words = batch_words(pushes.batch(**facts))
    assert (words.text, words.tone) == (said, tone)
