"""Who gets a push reads as one sentence that can be understood in one way only."""

from __future__ import annotations

from typing import Any

import pytest

from tpns_desktop.model.tags import EXAMPLES
from tpns_desktop.ui.words.audience import TAG_TYPES, tag_sentence


def row(kind: str, *tags: str, match: str = "any") -> dict[str, Any]:
    tag_type = "xg_user_define" if kind == "own" else f"xg_auto_{kind}"
    return {"tag_type": tag_type, "match": match, "tags": list(tags)}


@pytest.mark.parametrize(
    ("groups", "said"),
    [
        ([[row("own", "vip")]], "People with the tag “vip”"),
        ([[row("own", "vip", match="all")]], "People with the tag “vip”"),
        ([[row("own", "vip", match="none")]], "People without the tag “vip”"),
        ([[row("own", "a", "b", "c")]], "People with the tag (“a”, “b” or “c”)"),
        ([[row("own", "a", "b", match="all")]], "People with the tags (“a” and “b”)"),
        ([[row("own", "a", "b", match="none")]], "People without the tag (“a” or “b”)"),
        (
            [
                [
                    row("province", "guangdong", "hunan"),
                    row("active", "20260408"),
                    row("own", "staff", "test-group", match="none"),
                ],
                [row("own", "vip", "level:3", match="all")],
            ],
            "People in the province (“guangdong” or “hunan”), and active on 8 Apr 2026, and "
            "without the tag (“staff” or “test-group”); or with the tags (“vip” and “level:3”)",
        ),
        ([[row("active", "soon")]], "People active on “soon”"),
        ([[row("own")], [row("country", "CN"), row("city")]], "People in the country “CN”"),
        ([[row("own")]], ""),
        ([], ""),
    ],
)
def test_rows_are_read_back(groups: list[list[dict[str, Any]]], said: str) -> None:
    assert tag_sentence(groups) == said


@pytest.mark.parametrize("tag_type", TAG_TYPES)
def test_every_kind_has_words_for_having_and_not_having_a_tag(tag_type: str) -> None:
    tag = EXAMPLES[tag_type][0]
    sayings = {
        tag_sentence([[{"tag_type": tag_type, "match": match, "tags": [tag]}]])
        for match in ("any", "none")
    }
    assert len(sayings) == 2
    [negative] = [said for said in sayings if "not " in said or "without " in said]
    assert negative != tag_sentence([[row("own", tag, match="none")]]) or tag_type.endswith(
        "define"
    )


def test_every_kind_of_the_service_is_offered() -> None:
    assert set(TAG_TYPES) == set(EXAMPLES)
