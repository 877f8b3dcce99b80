"""The documented frequencies, and that they can be switched off."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import Make, Practice, instant, notify

VIP = [
    {
        "tag_items": [
            {
                "tags": ["vip"],
                "tags_operator": "OR",
                "items_operator": "OR",
                "is_not": False,
                "tag_type": "xg_user_define",
            }
        ]
    }
]
PERIOD = {"startDate": "2026-01-15", "endDate": "2026-01-15"}


def words(title: str) -> dict[str, Any]:
    return {"message": {"title": title, "content": "b"}}


def test_wide_pushes_of_all_kinds_share_one_a_second(practice: Practice):
    practice.android.add_upload(5, ("user000001",))
    bodies = [
        notify(**words("1")),
        notify("tag", tag_rules=VIP, **words("2")),
        notify("package_account_push", upload_id=5, **words("3")),
    ]
    codes = [practice.push(body)["ret_code"] for body in bodies]
    assert codes == [0, 1008028, 1008028]
    for body in bodies[1:]:
        practice.clock.advance(1)
        assert practice.push(body)["ret_code"] == 0


def test_each_access_id_has_its_own_second(practice: Practice):
    ios = {"title": "a", "content": "b", "ios": {"aps": {}}}
    assert practice.push(notify())["ret_code"] == 0
    assert practice.push(notify(environment="dev", message=ios), "ios")["ret_code"] == 0


def test_pushes_to_few_are_not_limited(practice: Practice):
    body = notify("token", token_list=[practice.android.fleet.token(0)])
    assert [practice.push(body)["ret_code"] for _ in range(20)] == [0] * 20


@pytest.mark.parametrize("target", [{}, {"audience_type": "tag", "tag_rules": VIP}])
def test_the_same_broadcast_is_refused_for_an_hour(target: dict[str, Any], practice: Practice):
    body = notify() | target
    assert practice.push(body)["ret_code"] == 0
    practice.clock.advance(3599)
    assert practice.push(body | {"expire_time": 900})["ret_code"] == 10010018
    assert practice.push(body | words("other"))["ret_code"] == 0
    practice.clock.advance(1)
    assert practice.push(body)["ret_code"] == 0


def test_the_same_words_to_other_tags_are_no_repeat(practice: Practice):
    assert practice.push(notify("tag", tag_rules=VIP))["ret_code"] == 0
    practice.clock.advance(1)
    other = [{"tag_items": [VIP[0]["tag_items"][0] | {"tags": ["gamer"]}]}]
    assert practice.push(notify("tag", tag_rules=other))["ret_code"] == 0


def test_a_refused_push_uses_nothing_up(practice: Practice):
    assert practice.push(notify(expire_time=-1))["ret_code"] == 1008007
    assert practice.push(notify())["ret_code"] == 0


def test_200_statistics_calls_an_hour_all_together(practice: Practice):
    names = ("get_push_record", "get_push_task_stat_channel")
    for at in range(200):
        practice.report(names[at % 2], PERIOD)
    assert practice.report("get_push_record", PERIOD) == {
        "retCode": 1008028,
        "errMsg": "request too fast",
    }
    assert practice.report("get_push_record", PERIOD, "ios")["retCode"] == 0
    practice.clock.advance(3600)
    assert practice.report("get_push_record", PERIOD)["retCode"] == 0


def test_the_hour_of_statistics_is_as_long_as_an_hour_of_practice(make: Make):
    practice = make(pace=600)
    for _ in range(200):
        practice.report("get_push_record", PERIOD)
    assert practice.report("get_push_record", PERIOD)["retCode"] == 1008028
    practice.clock.advance(7)
    assert practice.report("get_push_record", PERIOD)["retCode"] == 0


def test_200_plans_a_day_of_the_services_calendar(practice: Practice):
    practice.clock.now = instant("2026-01-15 23:59:00")
    plan = {"planName": "Spring", "planDescribe": "All of it"}
    for _ in range(200):
        assert practice.post("/v3/push/plan/add_plan_push", plan)["retCode"] == 0
    assert practice.post("/v3/push/plan/add_plan_push", plan)["retCode"] == 1008028
    practice.clock.advance(60)
    assert practice.post("/v3/push/plan/add_plan_push", plan)["retCode"] == 0


def test_without_limits_everything_passes(make: Make):
    practice = make(limits=False)
    assert [practice.push(notify())["ret_code"] for _ in range(5)] == [0] * 5
    for _ in range(210):
        practice.android.frequency.use_statistics("", practice.clock.now)
