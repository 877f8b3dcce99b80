"""Widths, invisible characters, named days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpns_desktop.send import text as texts

THURSDAY = date(2026, 11, 19)
ANY_TEXT = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("abc", 3),
        ("abc中文", 7),
        ("，", 2),
        ("👍🏽", 2),
        ("👨‍👩‍👧", 2),
        ("e\u0301", 1),
        ("\ud800", 1),
    ],
)
def test_half_widths_count_chinese_and_emoji_twice(text: str, width: int) -> None:
    assert texts.half_widths(text) == width


@given(ANY_TEXT, st.integers(0, 200))
def test_what_fits_is_a_beginning_that_fits_and_the_longest(text: str, limit: int) -> None:
    shown = texts.fitting(text, limit)
    assert text.startswith(shown)
    assert texts.half_widths(shown) <= limit
    if shown != text:
        assert texts.half_widths(text) > limit


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("plain\ttext\n", 0),
        ("全角　空格", 0),
        ("❤️ 👨‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇨🇳", 0),
        ("a\u200bb", 1),
        ("a\u200db", 1),
        ("\ufefftext", 1),
        ("\u202etxet", 1),
        ("1\u00a0000", 1),
        ("a\ud83d", 1),
        ("\x00\x85", 2),
    ],
)
def test_hidden_characters_are_counted_and_emoji_left_alone(text: str, count: int) -> None:
    assert len(texts.hidden(text)) == count


@given(ANY_TEXT)
def test_without_hidden_leaves_nothing_hidden_after_at_most_two_goes(text: str) -> None:
    once = texts.without_hidden(text)
    # Taking a character out may leave a joiner without its neighbour.
    assert not texts.hidden(texts.without_hidden(once))
    if not texts.hidden(text):
        assert once == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It starts Friday", "Friday"),
        ("周五开始", "周五"),
        ("星期五见", "星期五"),
        ("11月21日开抢", "11月21日"),
        ("Nov 21: sale", "Nov 21"),
        ("On 21 November", "21 November"),
        ("Until 2026-11-21", "2026-11-21"),
        ("2027年11月19日", "2027年11月19日"),
        ("Fri 20:00", "Fri"),
        ("周六 11月19日", "周六"),
        ("Thursday sale", None),
        ("周四见", None),
        ("11月19日", None),
        ("Thu and Fri", None),
        ("周一至周五", None),
        ("Nov 1 – Nov 25", None),
        ("next Friday", None),
        ("下周五见", None),
        ("每周五会员日", None),
        ("The sun is up. Mon ami, it may rain 21 times.", None),
        ("11.11 cut: 100-50", None),
        ("2月30日", None),
    ],
)
def test_a_named_day_is_found_when_it_is_not_the_day_of_sending(
    text: str, said: str | None
) -> None:
    named = texts.other_day(text, THURSDAY)
    assert (named.said if named else None) == said


@given(ANY_TEXT, st.dates())
def test_no_text_and_no_day_makes_other_day_raise(text: str, day: date) -> None:
    texts.other_day(text, day)


def test_a_date_without_a_year_is_the_nearest_one() -> None:
    assert texts.other_day("Jan 2", date(2026, 12, 31)) == texts.NamedDay(
        "Jan 2", 0, day=date(2027, 1, 2)
    )
