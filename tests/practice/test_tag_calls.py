"""Binding tags: the vectors' before and after, limits, and whom later pushes reach."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from .conftest import TOKENS, Make, Practice, notify

CASES = json.loads(
    (Path(__file__).parents[1] / "vectors" / "tpns-tag-operations.json").read_text("utf-8")
)["cases"]
TAG, DELETE = "/v3/device/tag", "/v3/device/tag/delete_all_device"
DONE = {"seq": 0, "ret_code": 0, "err_msg": "NO_ERROR"}
LATER_S = 1
"""A minute of simulated time: whatever works later has worked."""
TODAY = date(2026, 1, 15)


def tags_of(practice: Practice, token: str = TOKENS[0]) -> set[str]:
    fleet = practice.android.fleet
    device = fleet.device(token)
    assert device is not None
    return fleet.tags.tags_of(device)


def bind(practice: Practice, kind: int, tags: list[str], *tokens: str) -> Any:
    body = {"operator_type": kind, "tag_list": tags, "token_list": list(tokens or TOKENS[:1])}
    return practice.post(TAG, body)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_call_leaves_the_tags_of_the_vectors(case: dict[str, Any], unlimited: Practice):
    bind(unlimited, 5, [])
    unlimited.clock.advance(LATER_S)
    bind(unlimited, 3, case["before"])
    assert tags_of(unlimited) == set(case["before"])
    answer = unlimited.post(TAG, case["request"] | {"token_list": TOKENS[:1]})
    assert answer == DONE
    unlimited.clock.advance(LATER_S)
    unlimited.post(TAG, {})
    assert tags_of(unlimited) == set(case["after"])


def test_some_types_work_at_once_and_others_later(unlimited: Practice):
    bind(unlimited, 1, ["a"])
    assert "a" in tags_of(unlimited)
    bind(unlimited, 6, ["b"])
    assert "a" in tags_of(unlimited)
    unlimited.clock.advance(LATER_S)
    unlimited.android.settle(unlimited.clock.now)
    assert tags_of(unlimited) == {"b"}


def test_one_tag_of_several_devices_and_pairs(unlimited: Practice):
    assert bind(unlimited, 7, ["x", "unused"], *TOKENS) == DONE
    assert all({"x", "unused"} & tags_of(unlimited, token) == {"x"} for token in TOKENS)
    assert bind(unlimited, 8, ["x"], *TOKENS) == DONE
    assert not any("x" in tags_of(unlimited, token) for token in TOKENS)
    pairs = [{"tag": "p", "token": TOKENS[0]}, {"tag": "q", "token": TOKENS[1]}]
    assert unlimited.post(TAG, {"operator_type": 9, "tag_token_list": pairs}) == DONE
    assert "p" in tags_of(unlimited, TOKENS[0])
    assert "q" in tags_of(unlimited, TOKENS[1])
    assert unlimited.post(TAG, {"operator_type": 10, "tag_token_list": pairs[:1]}) == DONE
    assert "p" not in tags_of(unlimited, TOKENS[0])


def audience(practice: Practice, tag: str) -> list[int]:
    devices = practice.android.fleet.tagged("xg_user_define", tag, TODAY)
    return [index for index in range(practice.android.fleet.size) if devices >> index & 1]


def test_later_pushes_reach_the_devices_that_have_the_tag_then(unlimited: Practice):
    vips = audience(unlimited, "vip")
    gone, come = vips[0], next(at for at in range(2000) if at not in vips)
    token = unlimited.android.fleet.token
    bind(unlimited, 2, ["vip"], token(gone))
    bind(unlimited, 1, ["vip"], token(come))
    assert set(audience(unlimited, "vip")) == set(vips) - {gone} | {come}
    push_id = unlimited.push(notify("tag", tag_list={"tags": ["vip"], "op": "OR"}))["push_id"]
    push = unlimited.android.push(push_id)
    assert push is not None
    assert push.meant(come)
    assert not push.meant(gone)


def test_a_deleted_tag_is_on_no_device(unlimited: Practice):
    answer = unlimited.post(DELETE, {"tag_list": ["vip", "never there"]})
    assert answer == {"ret_code": 0, "err_msg": "", "seq": 0, "result": ""}
    assert audience(unlimited, "vip")
    unlimited.clock.advance(LATER_S)
    push_id = unlimited.push(notify("tag", tag_list={"tags": ["vip"], "op": "OR"}))["push_id"]
    push = unlimited.android.push(push_id)
    assert push is not None
    assert push.planned == 0
    assert "vip" not in unlimited.android.fleet.tags.names


def test_the_other_platforms_devices_keep_their_tags(unlimited: Practice):
    before = unlimited.ios.fleet.tags.devices("vip")
    unlimited.post(DELETE, {"tag_list": ["vip"]})
    unlimited.clock.advance(LATER_S)
    unlimited.android.settle(unlimited.clock.now)
    unlimited.ios.settle(unlimited.clock.now)
    assert unlimited.ios.fleet.tags.devices("vip") == before


GOOD = {"operator_type": 3, "tag_list": ["a"], "token_list": [TOKENS[0]]}
PAIR = {"tag": "a", "token": TOKENS[0]}


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, 1008002),
        (GOOD | {"operator_type": 0}, 1008002),
        (GOOD | {"operator_type": 11}, 1008007),
        (GOOD | {"operator_type": "3"}, 0),
        (GOOD | {"token_list": []}, 1008002),
        (GOOD | {"tag_list": []}, 1008002),
        (GOOD | {"operator_type": 5, "tag_list": []}, 0),
        (GOOD | {"token_list": [TOKENS[0]] * 500}, 0),
        (GOOD | {"token_list": [TOKENS[0]] * 501}, 1008007),
        (GOOD | {"token_list": ["x" * 36]}, 1008006),
        (GOOD | {"token_list": ["x" * 37]}, 1008029),
        (GOOD | {"token_list": [7]}, 1008007),
        (GOOD | {"tag_list": ["a"] * 500}, 0),
        (GOOD | {"tag_list": ["a"] * 501}, 1008007),
        (GOOD | {"tag_list": ["好" * 50]}, 0),
        (GOOD | {"tag_list": ["好" * 51]}, 1008007),
        (GOOD | {"tag_list": [""]}, 1008007),
        ({"operator_type": 9}, 1008002),
        ({"operator_type": 9, "tag_token_list": [PAIR] * 20}, 0),
        ({"operator_type": 9, "tag_token_list": [PAIR] * 21}, 1008007),
        ({"operator_type": 9, "tag_token_list": [{"tag": "a"}]}, 1008002),
        ({"operator_type": 9, "tag_token_list": [PAIR | {"token": "bad"}]}, 1008006),
        ({"operator_type": 9, "tag_token_list": ["a"]}, 1008007),
    ],
)
def test_fields_and_limits_of_a_tag_call(body: dict[str, Any], code: int, unlimited: Practice):
    assert unlimited.post(TAG, body)["ret_code"] == code


@pytest.mark.parametrize(
    ("tags", "code"),
    [(["a"] * 100, 0), (["a"] * 101, 1008007), ([], 1008002), (["x" * 51], 1008007)],
)
def test_fields_and_limits_of_deleting_tags(tags: list[str], code: int, practice: Practice):
    assert practice.post(DELETE, {"tag_list": tags})["ret_code"] == code


def test_a_refused_call_changes_nothing(unlimited: Practice):
    body = {"operator_type": 7, "tag_list": ["z"], "token_list": [TOKENS[0], "bad"]}
    assert unlimited.post(TAG, body)["ret_code"] == 1008006
    assert "z" not in tags_of(unlimited)


def test_a_device_has_at_most_a_hundred_tags(unlimited: Practice):
    bind(unlimited, 5, [])
    unlimited.clock.advance(LATER_S)
    assert bind(unlimited, 3, [f"t{at}" for at in range(100)])["ret_code"] == 0
    assert bind(unlimited, 1, ["t5"])["ret_code"] == 0
    assert bind(unlimited, 1, ["one more"])["ret_code"] == 1008007
    assert bind(unlimited, 6, ["only:one"])["ret_code"] == 1008007
    assert bind(unlimited, 6, ["only one"])["ret_code"] == 0


def test_an_app_has_at_most_ten_thousand_tags(make: Make):
    practice = make(limits=False)
    fleet = practice.android.fleet
    known = len(fleet.tags.names)
    for at in range((10_000 - known) // 100):
        body = {
            "operator_type": 3,
            "tag_list": [f"{at}.{tag}" for tag in range(100 - 24)],
            "token_list": [fleet.token(at)],
        }
        assert practice.post(TAG, body)["ret_code"] == 0
    spare = 10_000 - len(fleet.tags.names)
    fleet.tags.add(500, [f"last {at}" for at in range(spare)])
    body = {"operator_type": 1, "token_list": [fleet.token(501)]}
    assert practice.post(TAG, body | {"tag_list": ["one more"]})["ret_code"] == 1008007
    assert practice.post(TAG, body | {"tag_list": ["vip"]})["ret_code"] == 0
