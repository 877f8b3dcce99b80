"""Creating plans: limits of name and description, and the answer."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import Practice, notify

PATH = "/v3/push/plan/add_plan_push"


@pytest.mark.parametrize(
    ("name", "description", "code"),
    [
        ("x" * 60, "好" * 300, 0),
        ("x" * 61, "d", 1008007),
        ("好" * 30, "d", 0),
        ("好" * 30 + "x", "d", 1008007),
        ("n", "d" * 301, 1008007),
        ("", "d", 1008002),
        ("n", "", 1008002),
        (5, "d", 1008007),
    ],
)
def test_a_plans_words_have_limits(name: Any, description: str, code: int, practice: Practice):
    answer = practice.post(PATH, {"planName": name, "planDescribe": description})
    assert answer["retCode"] == code


def test_a_created_plan_can_be_pushed_under_on_its_own_platform_only(practice: Practice):
    answer = practice.post(PATH, {"planName": "Spring", "planDescribe": "All of it"})
    plan_id = answer["result"]["planId"]
    assert answer["errMsg"] == "save success"
    assert plan_id.isdigit()
    assert practice.push(notify(plan_id=plan_id))["ret_code"] == 0
    ios = {"title": "a", "content": "b", "ios": {"aps": {}}}
    body = notify(plan_id=plan_id, environment="dev", message=ios)
    assert practice.push(body, "ios")["ret_code"] == 1008007


def test_two_plans_of_one_name_are_two_plans(practice: Practice):
    plan = {"planName": "Spring", "planDescribe": "All of it"}
    ids = [practice.post(PATH, plan)["result"]["planId"] for _ in range(2)]
    assert ids[0] != ids[1]
