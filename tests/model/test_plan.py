from __future__ import annotations

import pytest

from tpns_desktop.model.plan import name_width, parse_plan, plan_json, plan_warnings
from tpns_desktop.model.problem import Problem, PushRefused


def problems_of(name: object, description: object) -> tuple[Problem, ...]:
    with pytest.raises(PushRefused) as refused:
        parse_plan({"planName": name, "planDescribe": description})
    return refused.value.problems


def test_the_bytes_are_compact_and_not_escaped() -> None:
    plan = parse_plan({"planName": "春季", "planDescribe": "为会员"})
    assert plan_json(plan) == '{"planName":"春季","planDescribe":"为会员"}'.encode()


def test_a_chinese_character_counts_two() -> None:
    assert name_width("春a") == 3
    parse_plan({"planName": "春" * 30, "planDescribe": "x"})
    assert problems_of("春" * 31, "x") == (Problem("planName", "value", "too_long"),)
    assert problems_of("a" * 61, "x") == (Problem("planName", "value", "too_long"),)


def test_a_description_counts_characters() -> None:
    parse_plan({"planName": "a", "planDescribe": "春" * 300})
    assert problems_of("a", "春" * 301) == (Problem("planDescribe", "value", "too_long"),)


def test_both_are_needed() -> None:
    assert problems_of(" ", "") == (
        Problem("planName", "value", "empty"),
        Problem("planDescribe", "value", "empty"),
    )
    with pytest.raises(PushRefused, match=r"^planName: missing \(required\); planDescribe: miss"):
        parse_plan({})


def test_a_name_above_the_older_limit_deserves_a_word() -> None:
    long, short = ({"planName": "a" * n, "planDescribe": "x"} for n in (24, 23))
    assert plan_warnings(parse_plan(long)) == (Problem("planName", "value", "too_long"),)
    assert plan_warnings(parse_plan(short)) == ()
