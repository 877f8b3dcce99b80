"""Typed accounts are counted and looked at row by row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpns_desktop.model.account_types import ACCOUNT_TYPES, fits
from tpns_desktop.model.draft import ids_of
from tpns_desktop.model.typed_ids import token_look, typed_accounts


def test_odd_rows_have_the_number_a_person_counts_to() -> None:
    typed = typed_accounts("\n12345\n abc \r\n12345\n\nabc\n1", 991)
    assert (typed.count, typed.repeats) == (3, 2)
    assert typed.odd == ((3, "abc"), (7, "1"))


def test_nothing_typed_is_nothing_odd() -> None:
    assert typed_accounts(" \n", 1002).odd == ()
    assert typed_accounts(" \n", 1002).count == 0


@given(
    st.lists(st.sampled_from(["12345", "a", " +8613711112222", "", "x@y", "\t"]), max_size=9),
    st.sampled_from([kind.number for kind in ACCOUNT_TYPES]),
)
def test_odd_is_exactly_what_does_not_fit_each_once_where_it_first_stands(
    lines: list[str], number: int
) -> None:
    typed = typed_accounts("\n".join(lines), number)
    ids, repeats = ids_of("\n".join(lines))
    assert (typed.count, typed.repeats) == (len(ids), repeats)
    assert [text for _, text in typed.odd] == [one for one in ids if not fits(number, one)]
    stripped = [line.strip() for line in lines]
    assert [n for n, _ in typed.odd] == [stripped.index(text) + 1 for _, text in typed.odd]


@pytest.mark.parametrize(
    ("token", "look"),
    [
        ("", ""),
        ("0123456789abcdef0123456789abcdef0123", "right"),
        ("0123", "short"),
        ("0" * 37, "long"),
        ("04ca****aaaa", "masked"),
        ("0123456789ABCDEF0123456789abcdef0123", "letters"),
    ],
)
def test_a_device_id_is_judged_by_its_look(token: str, look: str) -> None:
    assert token_look(token) == look
