"""The life before: there, believable, the same each time, and cheap until somebody asks."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from tpns_desktop.practice.history import give_past
from tpns_desktop.practice.rules import Platform

from .conftest import Make, Practice, notify

PERIOD = {"startDate": "2025-12-16", "endDate": "2026-01-20", "limit": 200}
DAY_S = 86_400


@pytest.fixture
def grown(make: Make) -> Make:
    """Services that had a life before."""

    def practice(**rules: Any) -> Practice:
        made = make(limits=False, **rules)
        give_past(made.world, now=made.clock.now)
        return made

    return practice


def records(practice: Practice, platform: Platform = "android") -> list[dict[str, Any]]:
    answer = practice.report("get_push_record", PERIOD, platform)
    assert answer["retCode"] == 0
    found: list[dict[str, Any]] = answer["pushRecordData"]
    return found


@pytest.mark.parametrize("platform", ["android", "ios"])
def test_there_are_pushes_made_elsewhere_over_a_month(platform: Platform, grown: Make):
    found = records(grown(), platform)
    assert 24 <= len(found) <= 40
    assert {record["source"] for record in found} == {"api", "console"}
    made = [record["createTime"] for record in found]
    assert made == sorted(made, reverse=True)
    assert made[0] - made[-1] > 27 * DAY_S
    assert {record["pushType"] for record in found} >= {"all", "tag", "account_list"}
    assert {record["status"] for record in found} >= {
        "PUSH_CANCELED",
        "PUSH_COLLAPSED",
        "PUSH_FINISHED",
        "PUSH_WAIT",
    }


def test_the_life_before_is_the_same_for_the_same_world(grown: Make):
    first, second = grown(), grown()
    assert records(first) == records(second)
    push_id = records(first)[3]["pushId"]
    assert first.counters(push_id) == second.counters(push_id)


def test_past_pushes_have_figures_and_those_add_up(grown: Make):
    practice = grown()
    finished = [record for record in records(practice) if record["status"] == "PUSH_FINISHED"]
    for record in finished:
        total = practice.counters(record["pushId"])["all"]
        assert total["pushActiveUv"] >= total["pushOnlineUv"] >= total["arrivalUv"] > 0
    ended = [record for record in records(practice) if record["status"] == "PUSH_CANCELED"]
    assert set(practice.counters(ended[0]["pushId"])["all"].values()) == {0}


def test_two_plans_have_had_pushes(grown: Make):
    practice = grown()
    records(practice)
    plans = list(practice.android.plans.values())
    assert [plan.name for plan in plans] == ["会员日", "Autumn sale"]
    assert [plan.push_count for plan in plans] == [4, 3]
    answer = practice.post(
        "/v3/push/plan/add_plan_push", {"planName": "New", "planDescribe": "Another"}
    )
    assert answer["result"]["planId"] not in [plan.plan_id for plan in plans]
    week = {"planId": plans[0].plan_id, "startDate": "20260108", "endDate": "20260115"}
    rows = practice.report("get_push_group_stat_channel", week)["pushStatDataAll"]
    assert rows[-1]["pushState"]["pushOnlineUv"] > 0


def test_time_ran_as_in_earnest_before_and_goes_on_from_there(grown: Make):
    fast, slow = grown(pace=600), grown(pace=1)
    newest = records(fast)[1]
    assert fast.counters(newest["pushId"]) == slow.counters(newest["pushId"])
    before = fast.counters(newest["pushId"])["all"]
    for practice in (fast, slow):
        practice.clock.advance(600)
    assert fast.counters(newest["pushId"])["all"]["arrivalUv"] > before["arrivalUv"]


def test_nothing_of_it_counts_against_the_limits_of_now(make: Make):
    practice = make()
    give_past(practice.world, now=practice.clock.now)
    assert practice.push(notify())["ret_code"] == 0
    assert len(records(practice)) > 24


@pytest.mark.parametrize("devices", [10, 11, 100])
def test_the_smallest_worlds_have_a_past_too(devices: int, grown: Make):
    practice = grown(devices=devices)
    assert len(records(practice)) == len(records(grown()))
    for record in records(practice):
        assert practice.counters(record["pushId"])


def test_a_world_without_a_past_has_none(practice: Practice):
    assert records(practice) == []


def test_pushes_of_the_past_were_made_in_their_order(grown: Make):
    practice = grown()
    records(practice)
    pushes = practice.android.pushes
    assert all(before.created_at < after.created_at for before, after in pairwise(pushes))
    assert max(push.created_at for push in pushes) < practice.clock.now
    scheduled = [push for push in pushes if push.starts_at > practice.clock.now]
    assert [push.order.title for push in scheduled] == ["双十一预热"]
