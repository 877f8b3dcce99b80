"""What may stand in the page *Connect my app*."""

from __future__ import annotations

from typing import Any

import pytest

from tests.send.builders import app
from tpns_desktop.client import Secret
from tpns_desktop.send.connect import AppForm, FormRefused, checked
from tpns_desktop.send.key_pair import KeyPair

KEY = "0123456789abcdef0123456789abcdef"


def form(**changes: Any) -> AppForm:
    values: dict[str, Any] = {
        "name": "Shop",
        "colour": "#aa0000",
        "access_point": "guangzhou",
        "android": KeyPair.typed("1500012345", KEY),
        "ios": None,
        "ios_environment": None,
    }
    return AppForm(**values | changes)


def problems(made: AppForm, **known: Any) -> list[tuple[str, str]]:
    with pytest.raises(FormRefused) as refused:
        checked(made, **{"stored": None, "others": {}} | known)
    assert not [problem for problem in refused.value.problems if problem.warning]
    return [(problem.field, problem.reason) for problem in refused.value.problems]


def warnings(made: AppForm, **known: Any) -> list[tuple[str, str]]:
    _, odd = checked(made, **{"stored": None, "others": {}} | known)
    assert all(problem.warning for problem in odd)
    return [(problem.field, problem.reason) for problem in odd]


def test_pasted_keys_lose_edge_spaces_and_line_ends() -> None:
    pair = KeyPair.typed(" 1500012345\r\n", f"\t{KEY} \n")
    clean, _ = checked(form(android=pair), stored=None, others={})
    assert clean.android is not None
    assert clean.android.access_id == "1500012345"
    assert clean.android.secret_key == Secret(KEY)


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        ("", "required"),
        ("0123 4567", "space"),
        ("0123\n4567", "control"),
        ("0123\x004567", "control"),
        ("\uff10123", "non_ascii"),
        ("0123\u200b", "non_ascii"),
        ("0" * 300, "length"),
    ],
)
def test_anything_else_odd_in_a_key_is_named(key: str, reason: str) -> None:
    made = form(android=KeyPair.typed("1500012345", key))
    assert problems(made) == [("android.secret_key", reason)]


@pytest.mark.parametrize(
    ("access_id", "reason"),
    [("", "required"), ("15000abc45", "access_id_digits"), ("150001234", "access_id_digits"),
     ("1500 12345", "space"),
     ("1500012345\u00a01", "non_ascii")],
)  # fmt: skip
def test_anything_odd_in_an_access_id_is_named(access_id: str, reason: str) -> None:
    made = form(android=KeyPair.typed(access_id, KEY))
    assert problems(made) == [("android.access_id", reason)]


@pytest.mark.parametrize(("access_id", "reason"), [("1600012345", "access_id_platform")])
def test_an_unusual_access_id_is_only_a_warning(access_id: str, reason: str) -> None:
    made = form(android=KeyPair.typed(access_id, KEY))
    assert warnings(made) == [("android.access_id", reason)]


def test_an_access_id_of_another_app_is_a_warning() -> None:
    assert warnings(form(), others={"1500012345": "Other"}) == [
        ("android.access_id", "access_id_repeated")
    ]


def test_everything_missing_is_told_at_once() -> None:
    made = form(name=" ", access_point="", android=None, ios=None)
    assert problems(made) == [
        ("name", "required"),
        ("access_point", "required"),
        ("android", "required"),
    ]


@pytest.mark.parametrize("point", ["practice", "moon"])
def test_only_documented_access_points_are_taken(point: str) -> None:
    assert problems(form(access_point=point)) == [("access_point", "unknown")]


def test_an_ios_app_has_no_environment_by_default() -> None:
    made = form(ios=KeyPair.typed("1600012345", KEY))
    assert problems(made) == [("ios_environment", "required")]


def test_an_empty_key_stays_only_with_its_access_id() -> None:
    empty = KeyPair("1500012345", Secret(""))
    assert warnings(form(android=empty), stored=app()) == []
    other = KeyPair("1500099999", Secret(""))
    assert problems(form(android=other), stored=app()) == [("android.secret_key", "required")]


def test_no_refusal_repeats_what_was_typed() -> None:
    with pytest.raises(FormRefused) as refused:
        checked(form(android=KeyPair.typed("x y", "hush hush")), stored=None, others={})
    assert "hush" not in str(refused.value)
    assert "x y" not in str(refused.value)
