"""How tags of each kind are written."""

from __future__ import annotations

from typing import get_args

import pytest

from tpns_desktop.model.audience import TagType
from tpns_desktop.model.tags import EXAMPLES, MANY_EACH, day_of, looks_odd, reaches_nobody


def test_every_kind_has_examples_that_look_right() -> None:
    assert set(EXAMPLES) == set(get_args(TagType))
    assert set(EXAMPLES) >= MANY_EACH
    assert not [tag for kind, tags in EXAMPLES.items() for tag in tags if looks_odd(kind, tag)]


@pytest.mark.parametrize(
    ("tag", "day"),
    [
        ("20260408", (2026, 4, 8)),
        ("20260230", None),
        ("2026-04-08", None),
        ("2026408", None),
        ("2026040\uff18", None),
        ("", None),
    ],
)
def test_a_day_is_eight_digits(tag: str, day: tuple[int, int, int] | None) -> None:
    assert day_of(tag) == day
    assert looks_odd("xg_auto_active", tag) is (day is None)


def test_countries_are_two_capitals_and_other_kinds_are_not_judged() -> None:
    assert [tag for tag in ("CN", "cn", "China", "中国") if looks_odd("xg_auto_country", tag)] == [
        "cn", "China", "中国",
    ]  # fmt: skip
    assert not looks_odd("xg_user_define", "cn")
    assert not looks_odd("xg_auto_province", "GuangDong")


def test_all_of_several_provinces_are_nobody() -> None:
    assert reaches_nobody("xg_auto_province", "all", 2)
    assert not reaches_nobody("xg_auto_province", "any", 2)
    assert not reaches_nobody("xg_auto_province", "all", 1)
    assert not reaches_nobody("xg_user_define", "all", 2)
    assert not reaches_nobody("xg_auto_active", "all", 2)
