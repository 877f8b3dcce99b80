"""Rows of tags as a person puts them reach whom their grouping says, by the documents' cases.

The other side reads the rules: the practice service, which knows nothing of drafts.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.send.builders import context, draft
from tpns_desktop.practice.tags import read_tags, select
from tpns_desktop.send.checks import examine

VECTORS = json.loads(
    (Path(__file__).parents[1] / "vectors" / "tpns-tag-rules.json").read_text("utf-8")
)
DEVICES: dict[str, dict[str, list[str]]] = VECTORS["devices"]
CASES = {case["id"]: case for case in VECTORS["cases"]}

Row = dict[str, Any]
Groups = list[list[Row]]


def row(kind: str, *tags: str, match: str = "any") -> Row:
    tag_type = "xg_user_define" if kind == "own" else f"xg_auto_{kind}"
    return {"tag_type": tag_type, "match": match, "tags": list(tags)}


VIP, MALE = row("own", "vip"), row("own", "male")
NOT_GUANGDONG = row("province", "guangdong", match="none")
AS_ROWS: dict[str, Groups] = {
    "published-1": [[row("province", "guangdong", "hunan"), row("active", "20260108"), MALE]],
    "published-2": [
        [
            row("active", "20260106", "20260107", "20260108"),
            row("version", "1.0.2", match="none"),
            row("devicebrand", "huawei"),
        ]
    ],
    "tags-and": [[row("own", "male", "vip", match="all")]],
    "first-operator-ignored": [[row("province", "shanghai")]],
    "and-binds-tighter": [[VIP], [MALE, row("province", "hunan")]],
    "rule-not": [[row("devicebrand", "huawei", "vivo", match="none")]],
    "two-rules-or": [[row("country", "SG")], [row("province", "shanghai")]],
    "two-rules-and-not": [[VIP, NOT_GUANGDONG]],
    "three-rules-precedence": [[row("country", "SG")], [VIP, NOT_GUANGDONG]],
    "item-not-on-empty": [[row("own", "vip", match="none")]],
    "colon-tag-is-literal": [[row("own", "level:3")]],
}
"""Each case of the documents, as a person would put it."""


def reached(groups: Groups) -> list[str]:
    """Whom the request of such a draft reaches, by the practice service."""
    examined = examine(draft("tag", audience__tag__groups=groups), context())
    body = json.loads(examined.bodies["android"])
    names = list(DEVICES)

    def lookup(tag_type: str, tag: str) -> int:
        return sum(1 << n for n, one in enumerate(names) if tag in tags_of(one, tag_type))

    found = select(read_tags(body), lookup, (1 << len(names)) - 1)
    return [name for n, name in enumerate(names) if found >> n & 1]


def tags_of(device: str, tag_type: str) -> list[str]:
    return DEVICES[device].get(tag_type, [])


def meant(groups: Groups) -> list[str]:
    """Whom a person means: one of the groups, and in it every row."""

    def fits(device: str, one: Row) -> bool:
        there = [tag in tags_of(device, one["tag_type"]) for tag in one["tags"]]
        if one["match"] == "none":
            return not any(there)
        return all(there) if one["match"] == "all" else any(there)

    return [
        device for device in DEVICES if any(all(fits(device, one) for one in g) for g in groups)
    ]


@pytest.mark.parametrize("case", CASES)
def test_rows_that_say_a_case_reach_its_devices(case: str) -> None:
    assert reached(AS_ROWS[case]) == meant(AS_ROWS[case]) == CASES[case]["matches"]


KINDS = sorted({kind for device in DEVICES.values() for kind in device})
TAGS = {kind: sorted({t for d in DEVICES.values() for t in d.get(kind, [])}) for kind in KINDS}
ROWS = st.sampled_from(KINDS).flatmap(
    lambda kind: st.fixed_dictionaries(
        {
            "tag_type": st.just(kind),
            "match": st.sampled_from(["any", "all", "none"]),
            "tags": st.lists(
                st.sampled_from([*TAGS[kind], "never"]), min_size=1, max_size=3, unique=True
            ),
        }
    )
)


@given(st.lists(st.lists(ROWS, min_size=1, max_size=3), min_size=1, max_size=3))
def test_any_rows_reach_whom_their_grouping_says(groups: Groups) -> None:
    assert reached(groups) == meant(groups)
