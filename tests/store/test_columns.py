"""Values on their way into the columns and back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import sqlite

from tpns_desktop.store.columns import Instant, Words, json_text, utc_now

SQLITE = sqlite.dialect()
INSTANTS = st.datetimes(
    min_value=datetime(1, 1, 2),
    max_value=datetime(9999, 12, 30),
    timezones=st.integers(-720, 720).map(lambda m: timezone(timedelta(minutes=m))),
)


@given(INSTANTS, INSTANTS)
def test_instants_come_back_and_their_texts_sort_as_they_do(a: datetime, b: datetime) -> None:
    column = Instant()
    texts = [column.process_bind_param(value, SQLITE) for value in (a, b)]
    assert [column.process_result_value(text, SQLITE) for text in texts] == [a, b]
    assert (str(texts[0]) < str(texts[1])) == (a < b)
    assert {len(str(text)) for text in texts} == {27}


def test_the_present_is_in_utc() -> None:
    assert utc_now().tzinfo is UTC


def test_equal_values_give_equal_json() -> None:
    assert json_text({"b": 1, "a": "商"}) == json_text({"a": "商", "b": 1}) == '{"a":"商","b":1}'
    assert json_text("\ud83d") == '"\\ud83d"'
    with pytest.raises(ValueError, match="JSON"):
        json_text(float("inf"))


@given(st.text(st.characters(codec=None)))
def test_words_can_always_be_written_and_only_half_characters_change(text: str) -> None:
    kept = Words().process_bind_param(text, SQLITE)
    assert kept is not None
    kept.encode()
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    assert kept == whole
    if not any("\ud800" <= character <= "\udfff" for character in text):
        assert kept == text
