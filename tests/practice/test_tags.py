"""Tag rules mean what the documents say, by the vectors and against a naive evaluation."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpns_desktop.practice.codes import Refusal
from tpns_desktop.practice.tags import TagRule, read_tags, select

VECTORS = json.loads(
    (Path(__file__).parents[1] / "vectors" / "tpns-tag-rules.json").read_text("utf-8")
)
DEVICES: dict[str, dict[str, list[str]]] = VECTORS["devices"]
NAMES = list(DEVICES)


def lookup(tag_type: str, tag: str) -> int:
    return sum(
        1 << at for at, device in enumerate(DEVICES.values()) if tag in device.get(tag_type, ())
    )


def matches(rules: tuple[TagRule, ...]) -> list[str]:
    found = select(rules, lookup, (1 << len(NAMES)) - 1)
    return [name for at, name in enumerate(NAMES) if found >> at & 1]


@pytest.mark.parametrize("case", VECTORS["cases"], ids=lambda case: case["id"])
def test_tag_rules_reach_the_devices_of_the_vectors(case: dict[str, Any]):
    assert matches(read_tags({"tag_rules": case["tag_rules"]})) == case["matches"]


@pytest.mark.parametrize("case", VECTORS["legacy_tag_list"]["cases"], ids=lambda case: case["id"])
def test_the_old_tag_list_works_on_custom_tags(case: dict[str, Any]):
    assert matches(read_tags({"tag_list": case["tag_list"]})) == case["matches"]


def test_tag_list_has_no_effect_beside_tag_rules():
    case = VECTORS["cases"][0]
    both = {"tag_rules": case["tag_rules"], "tag_list": {"tags": ["vip"], "op": "OR"}}
    assert matches(read_tags(both)) == case["matches"]


@pytest.mark.parametrize(("length", "refused"), [(512, False), (513, True)])
def test_a_tag_list_has_at_most_512_characters(length: int, refused: bool):
    fields = {"tag_list": {"tags": ["x" * (length - 2), "好", "y"], "op": "OR"}}
    if refused:
        with pytest.raises(Refusal, match=r"tag_list\.tags"):
            read_tags(fields)
    else:
        assert read_tags(fields)


@pytest.mark.parametrize(
    ("missing", "code"), [("tags", 1008002), ("tag_type", 1008002), ("tags_operator", 1008002)]
)
def test_an_item_needs_its_tags_type_and_operator(missing: str, code: int):
    item = dict(VECTORS["cases"][0]["tag_rules"][0]["tag_items"][0])
    del item[missing]
    with pytest.raises(Refusal) as refused:
        read_tags({"tag_rules": [{"tag_items": [item]}]})
    assert (refused.value.code, refused.value.field) == (
        code,
        f"tag_rules[0].tag_items[0].{missing}",
    )


OPERATORS = st.sampled_from(["AND", "OR"])
ITEMS = st.fixed_dictionaries(
    {
        "tags": st.lists(st.sampled_from(["male", "vip", "level:3", "x"]), min_size=1, max_size=3),
        "tags_operator": OPERATORS,
        "items_operator": OPERATORS,
        "is_not": st.booleans(),
        "tag_type": st.just("xg_user_define"),
    }
)
RULES = st.lists(
    st.fixed_dictionaries(
        {
            "tag_items": st.lists(ITEMS, min_size=1, max_size=4),
            "operator": OPERATORS,
            "is_not": st.booleans(),
        }
    ),
    min_size=1,
    max_size=4,
)


def as_python(rules: list[dict[str, Any]]) -> str:
    """The rules as a Python expression over `tags`; `and` binds tighter there too."""

    def joined(parts: list[tuple[str, bool, str]]) -> str:
        text = ""
        for at, (operator, negated, part) in enumerate(parts):
            text += f" {operator.lower()} " if at else ""
            text += f"(not ({part}))" if negated else f"({part})"
        return text

    def item(given: dict[str, Any]) -> str:
        between = f" {given['tags_operator'].lower()} "
        return between.join(f"({tag!r} in tags)" for tag in given["tags"])

    return joined(
        [
            (
                rule["operator"],
                rule["is_not"],
                joined(
                    [(one["items_operator"], one["is_not"], item(one)) for one in rule["tag_items"]]
                ),
            )
            for rule in rules
        ]
    )


@given(RULES)
def test_the_sets_agree_with_python_asked_device_by_device(rules: list[dict[str, Any]]):
    expression = as_python(rules)
    expected = [
        name
        for name, device in DEVICES.items()
        if eval(expression, {"tags": set(device["xg_user_define"])})
    ]
    assert matches(read_tags({"tag_rules": rules})) == expected
