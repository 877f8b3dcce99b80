"""JSON for reading says exactly what the bytes say."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpns_desktop.ui.widgets.json_lines import (
    FOLD_ABOVE,
    FOLD_SHOWN,
    Fold,
    changed_lines,
    json_lines,
)

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(st.dictionaries(st.text(), JSON), st.booleans())
def test_the_lines_mean_the_same(value: dict[str, Any], escaped: bool) -> None:
    data = json.dumps(value, ensure_ascii=escaped, separators=(",", ":")).encode(
        "utf-8", "surrogatepass" if escaped else "replace"
    )
    text = "\n".join(str(line) for line in json_lines(data))
    assert json.loads(text) == json.loads(data)


@given(st.dictionaries(st.text(st.characters(codec="utf-8")), JSON))
def test_every_line_is_one_line_for_qt(value: dict[str, Any]) -> None:
    data = json.dumps(value, ensure_ascii=True).encode()
    for line in json_lines(data):
        assert not set(str(line)) & set("\n\r\u2028\u2029\ufdd0\ufdd1\x00")


def test_numbers_escapes_and_order_stay_as_they_are() -> None:
    data = rb'{"b":1.0e5,"a":"\u0041\/","c":12345678901234567890123}'
    assert json_lines(data) == [
        "{",
        '  "b": 1.0e5,',
        r'  "a": "\u0041\/",',
        '  "c": 12345678901234567890123',
        "}",
    ]


@pytest.mark.parametrize("unseen", ["\u200b", "\u202e", "\u2028", "\u2029", "\ufeff", "\xad"])
def test_what_cannot_be_seen_is_shown(unseen: str) -> None:
    data = json.dumps({"title": f"a{unseen}b"}, ensure_ascii=False).encode()
    assert f'  "title": "a\\u{ord(unseen):04x}b"' in json_lines(data)


def test_a_long_list_folds_and_says_how_many_are_left() -> None:
    tokens = [f"token-{n}" for n in range(1000)]
    lines = json_lines(json.dumps({"token_list": tokens, "x": 1}).encode(), fold=True)
    assert lines == [
        "{",
        '  "token_list": [',
        '    "token-0",',
        '    "token-1",',
        '    "token-2",',
        Fold("    ", 997),
        "  ],",
        '  "x": 1',
        "}",
    ]
    assert FOLD_SHOWN == 3


def test_a_short_list_and_a_list_of_objects_do_not_fold() -> None:
    data = json.dumps({"a": list(range(FOLD_ABOVE)), "b": [{"n": n} for n in range(50)]}).encode()
    assert json_lines(data, fold=True) == json_lines(data)


def test_empty_things_stay_on_their_line() -> None:
    assert json_lines(b'{"a":{},"b":[]}') == ["{", '  "a": {},', '  "b": []', "}"]


def test_what_is_no_json_is_shown_as_it_is() -> None:
    assert json_lines(b"<html>\n502</html>") == ["<html>", "502</html>"]
    assert json_lines(b"") == []


def test_changed_lines_are_those_that_were_not_there() -> None:
    old = ["{", '  "a": 1,', '  "b": 2,', '  "c": 3', "}"]
    new = ["{", '  "a": 9,', '  "b": 2,', '  "n": 0,', '  "c": 3', "}"]
    assert changed_lines(old, new) == [1, 3]
    assert changed_lines(new, new) == []
    assert changed_lines(old, old[:1] + old[2:]) == []


def test_a_comma_that_came_or_went_is_no_change() -> None:
    assert changed_lines(["{", '  "a": 1', "}"], ["{", '  "a": 1,', '  "b": 2', "}"]) == [2]


@given(st.lists(st.sampled_from("abc"), max_size=8), st.lists(st.sampled_from("abc"), max_size=8))
def test_without_the_changed_lines_the_rest_stood_there_before(
    old: list[str], new: list[str]
) -> None:
    changed = set(changed_lines(old, new))
    rest = iter(old)
    assert all(line in rest for place, line in enumerate(new) if place not in changed)
