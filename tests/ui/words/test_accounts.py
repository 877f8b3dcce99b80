"""Every account type has a name and a form in words."""

from __future__ import annotations

from typing import Any

from tpns_desktop.model.account_types import ACCOUNT_TYPES
from tpns_desktop.ui.words.accounts import account_format, odd_rows
from tpns_desktop.ui.words.audience import account_type_choices, device_words

NUMBERS = [*range(17), 989, *range(991, 1016)]
"""All rows of the service's table; 990 is in none."""


def test_every_row_of_the_table_is_offered_by_a_name_of_its_own(qapp: Any) -> None:
    choices = account_type_choices()
    assert [int(key) for key, _ in choices] == NUMBERS
    assert len({words for _, words in choices}) == len(NUMBERS)
    assert all(words.partition("— ")[2].strip() not in ("", key) for key, words in choices)


def test_types_of_one_form_are_described_alike_and_those_of_another_are_not(qapp: Any) -> None:
    said: dict[str, set[str]] = {}
    for kind in ACCOUNT_TYPES:
        said.setdefault(kind.pattern, set()).add(account_format(kind.number))
    said[ACCOUNT_TYPES[0].pattern].discard(account_format(1005))  # an email has a form besides
    assert all(len(words) == 1 for words in said.values())
    assert len(set().union(*said.values())) == len(said)


def test_the_first_odd_rows_are_named_and_the_rest_counted(qapp: Any) -> None:
    assert odd_rows((), 991) == ""
    assert odd_rows([(3, "abc")], 991) == (
        "Rows to look at: 3. “abc” is not written like the type “QQ number”."
    )
    many = odd_rows([(n, "x") for n in range(1, 9)], 991)
    assert "1, 2, 3, 4, 5 and 3 more" in many


def test_devices_of_the_book_are_named_and_typed_ones_counted(qapp: Any) -> None:
    assert device_words(2, ["Mi 14", "iPhone"]).endswith(": Mi 14, iPhone")
    assert "Mi 14, and 3 typed in" in device_words(4, ["Mi 14"])
    assert "Mi" not in device_words(3, [])
