"""Figures of a plan and of a day are the sums of their pushes'; a phone's pushes are its own."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import pytest

from .conftest import TOKENS, Make, Practice, notify

PLAN = "48"
TODAY = date(2026, 1, 15)
COUNTERS = ("pushActiveUv", "pushOnlineUv", "arrivalUv", "clickUv", "cleanupUv")
DAY_S = 86_400


def added(practice: Practice, push_ids: list[str]) -> dict[str, Counter[str]]:
    total: dict[str, Counter[str]] = {}
    for push_id in push_ids:
        for channel, state in practice.counters(push_id).items():
            total.setdefault(channel, Counter()).update(state)
    return total


def rows(data: Any) -> dict[str, Counter[str]]:
    return {row["channel"]: Counter(row["pushState"]) for row in data}


def plan_rows(practice: Practice, start: str, end: str, **query: str) -> dict[str, Counter[str]]:
    query = query or {"planId": PLAN}
    answer = practice.report(
        "get_push_group_stat_channel", query | {"startDate": start, "endDate": end}
    )
    assert answer["retCode"] == 0
    return rows(answer["pushStatDataAll"])


def days(practice: Practice, start: str, end: str) -> dict[str, dict[str, Counter[str]]]:
    answer = practice.report("get_push_channel_stat_overview", {"startDate": start, "endDate": end})
    assert answer["retCode"] == 0
    return {day["date"]: rows(day["channelDatas"]) for day in answer["pushDateChannelStat"]}


@pytest.fixture
def busy(unlimited: Practice) -> tuple[Practice, list[str], list[str]]:
    """A service with pushes on two days: in the plan, outside of it."""
    inside, outside = [], []
    for title in "ab":
        for plan, pushes in ((PLAN, inside), ("", outside)):
            body = notify(plan_id=plan, message={"title": title, "content": plan or "none"})
            pushes.append(unlimited.push(body)["push_id"])
        unlimited.clock.advance(DAY_S)
    unlimited.push(notify(plan_id=PLAN, send_time="2026-01-20 09:00:00"))
    return unlimited, inside, outside


def test_a_plans_figures_add_up_to_those_of_its_pushes(
    busy: tuple[Practice, list[str], list[str]],
):
    practice, inside, _outside = busy
    assert plan_rows(practice, "20260115", "20260117") == added(practice, inside)
    assert plan_rows(practice, "20260115", "20260115") == added(practice, inside[:1])
    assert set(plan_rows(practice, "20260117", "20260117")["all"].values()) == {0}


def test_a_days_figures_add_up_to_those_of_its_pushes(
    busy: tuple[Practice, list[str], list[str]],
):
    practice, inside, outside = busy
    found = days(practice, "20260114", "20260125")
    assert list(found) == ["20260114", "20260115", "20260116", "20260117"]
    assert found["20260115"] == added(practice, [inside[0], outside[0]])
    assert found["20260116"] == added(practice, [inside[1], outside[1]])
    assert list(found["20260114"]) == ["all"]


def test_sums_stay_sums_while_pushes_run(make: Make):
    practice = make(limits=False)
    plan_id = practice.android.add_plan("p", "d", now=practice.clock.now).plan_id
    pushes, earlier = [], Counter[str]()
    for title in "abc":
        body = notify(plan_id=plan_id, message={"title": title, "content": "b"})
        pushes.append(practice.push(body)["push_id"])
        practice.clock.advance(20)
        rows = plan_rows(practice, "20260115", "20260115", planId=plan_id)
        assert rows == added(practice, pushes)
        assert rows == plan_rows(practice, "20260115", "20260115", planId=plan_id)
        assert days(practice, "20260115", "20260115")["20260115"] == rows
        assert all(rows["all"][key] >= earlier[key] for key in COUNTERS)
        earlier = rows["all"]


def test_a_cancelled_push_counts_nowhere(unlimited: Practice):
    push_id = unlimited.push(notify(plan_id=PLAN, send_time="2026-01-15 11:00:00"))["push_id"]
    unlimited.post("/v3/push/cancel_timing_task", {"pushId": push_id})
    unlimited.clock.advance(DAY_S)
    assert set(plan_rows(unlimited, "20260115", "20260116")["all"].values()) == {0}


def test_a_plan_may_be_named_by_its_retiring_names_but_its_id_wins(unlimited: Practice):
    unlimited.push(notify(plan_id=PLAN))
    unlimited.clock.advance(60)
    by_id = plan_rows(unlimited, "20260115", "20260115")
    for query in ({"groupId": PLAN}, {"groupid": PLAN}, {"planId": PLAN, "groupId": "1"}):
        assert plan_rows(unlimited, "20260115", "20260115", **query) == by_id


def test_a_plan_counts_its_pushes_and_knows_the_last(unlimited: Practice):
    plan = unlimited.android.plans[PLAN]
    assert (plan.push_count, plan.last_push_at) == (0, 0)
    unlimited.push(notify(plan_id=PLAN))
    unlimited.clock.advance(5)
    unlimited.push(notify(plan_id=PLAN))
    assert (plan.push_count, plan.last_push_at) == (2, int(unlimited.clock.now))


# One phone ---------------------------------------------------------------------------------


def todays(practice: Practice, token: str) -> list[tuple[str, str]]:
    answer = practice.post("/v3/toolbox/getPushListByToken", {"token": token})
    assert answer["retCode"] == 0
    return [(str(push["pushId"]), push["pushTargetType"]) for push in answer["pushTaskList"]]


def test_a_phones_pushes_are_those_whose_audience_holds_it(unlimited: Practice):
    mine, other = TOKENS
    practice = unlimited
    tagged = practice.android.fleet.device(mine)
    assert tagged is not None
    everyone = practice.push(notify())["push_id"]
    one = practice.push(notify("token", token_list=[mine]))["push_id"]
    practice.push(notify("token_list", token_list=[other]))
    account = practice.push(notify("account_list", account_list=["account1"]))["push_id"]
    package = practice.push(notify("package_token_push", upload_id=11232))["push_id"]
    practice.push(notify("tag", tag_list={"tags": ["nobody has it"], "op": "OR"}))
    later = practice.push(notify(send_time="2026-01-15 12:00:00"))["push_id"]
    cancelled = practice.push(notify(send_time="2026-01-15 12:00:00"))["push_id"]
    practice.post("/v3/push/cancel_timing_task", {"pushId": cancelled})
    expected = {
        (everyone, "ALL_PUSH"),
        (one, "TOKEN_PUSH"),
        (account, "ACCOUNT_LIST_PUSH"),
        (package, "PACKAGE_TOKEN_PUSH"),
    }
    assert set(todays(practice, mine)) == expected
    practice.clock.advance(3 * 3600)
    assert set(todays(practice, mine)) == expected | {(later, "ALL_PUSH")}
    practice.clock.advance(DAY_S)
    assert todays(practice, mine) == []


def test_a_tag_push_is_listed_for_devices_with_the_tag_only(unlimited: Practice):
    fleet = unlimited.android.fleet
    push_id = unlimited.push(notify("tag", tag_list={"tags": ["vip"], "op": "OR"}))["push_id"]
    vips = fleet.tagged("xg_user_define", "vip", TODAY)
    for index in range(30):
        expected = [(push_id, "TAG_PUSH")] if vips >> index & 1 else []
        assert todays(unlimited, fleet.token(index)) == expected


# Devices -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "kind",
    [
        "city",
        "province",
        "app_version",
        "sdk_version",
        "system_version",
        "device_brand",
        "device_version",
    ],
)
def test_a_distribution_adds_up_to_the_days_devices(kind: str, practice: Practice):
    overview = practice.report(
        "get_device_stat_overview", {"startDate": "20260110", "endDate": "20260115"}
    )["getDeviceStatOverviewData"]
    for day in (overview[0], overview[-1]):
        data = practice.report(
            "get_device_distribute_info", {"date": str(day["date"]), "type": kind}
        )["data"]
        assert sum(row["count"] for row in data) == day["accuUv"]
        counts = [row["count"] for row in data]
        assert counts == sorted(counts, reverse=True)
        assert all(set(row) == {kind, "count"} for row in data)


def test_a_distribution_counts_what_a_tag_push_reaches(practice: Practice):
    data = practice.report("get_device_distribute_info", {"date": "20260115", "type": "province"})[
        "data"
    ]
    counts = {row["province"]: row["count"] for row in data}
    found = practice.android.fleet.tagged("xg_auto_province", "guangdong", TODAY)
    assert counts["guangdong"] == found.bit_count()
