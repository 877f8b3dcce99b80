"""Every code of the Chat service that can reach a person says what, why and how to mend."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tpns_desktop.model.chat_codes import CODES, verdict_of
from tpns_desktop.ui.words.chat_codes import (
    CHAT_CODES,
    SETUP_CODES,
    chat_refusal_words,
    leads_to_setup,
)

VECTORS = Path(__file__).parents[2] / "vectors" / "im-errors.json"
PUBLISHED = {error["code"] for error in json.loads(VECTORS.read_text("utf-8"))["errors"]}
NEVER_ASKED = {91101}
"""It ends a browser's session with the service; this program has none."""

NOT_FOR_PEOPLE = re.compile(r"MsgBody|MsgRandom|TagsOr|JSON|UserSig|HTTP|invalid|illegal|null|!")


def test_no_published_code_is_without_words() -> None:
    assert set(CHAT_CODES) == PUBLISHED - NEVER_ASKED
    assert set(CODES) == PUBLISHED


@pytest.mark.parametrize("code", sorted(CHAT_CODES))
def test_each_says_what_happened_and_what_to_do_in_plain_words(code: int) -> None:
    words = chat_refusal_words(code)
    for text in words:
        assert text.endswith(".")
        assert not NOT_FOR_PEOPLE.search(text)
    assert words.happened != words.to_do


def test_a_code_that_nobody_published_says_no_more_than_is_known() -> None:
    assert "doesn't know" in chat_refusal_words(12345).happened
    assert chat_refusal_words(None) == chat_refusal_words(12345)


def test_what_a_push_leaves_open_is_never_told_as_refused() -> None:
    for code, words in CHAT_CODES.items():
        open_end = verdict_of(code) == "unknown" and CODES[code].group == "busy"
        assert ("nobody knows then whether it went" in words.to_do) == open_end, code


def test_what_is_not_ready_leads_to_the_page_about_it() -> None:
    assert leads_to_setup(90045)
    assert not leads_to_setup(80001)
    assert not leads_to_setup(None)
    assert set(CHAT_CODES) >= SETUP_CODES
