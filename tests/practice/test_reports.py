"""Records, counters and the device overview: fields, pages, dates, states."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from .conftest import TOKENS, Make, Practice, instant, notify


def keys(answer: Any) -> set[str]:
    return set(answer)


def test_answers_have_the_shapes_of_the_vectors(unlimited: Practice, vectors: Any):
    """Every field of a published answer is there; ours may have more."""
    paths = {
        "push-ok", "push-ok-ios", "push-loop", "push-some-invalid-tokens", "push-seq-echo",
        "plan-ok-new", "record-list", "stat-task", "stat-devices",
    }  # fmt: skip
    push_id = unlimited.push(notify())["push_id"]
    unlimited.clock.advance(60)
    for case in vectors("tpns-responses")["cases"]:
        if case["id"] not in paths:
            continue
        request = dict(case["request"])
        if "pushId" in request:
            request["pushId"] = push_id
        platform = "ios" if case["id"].endswith("-ios") else "android"
        answer = unlimited.post(case["path"], request, platform)
        expected = case["response"]
        # Absent in newer answers, and seen in one sample only.
        assert keys(expected) - keys(answer) <= {"err_msg_zh"}, case["id"]
        for key, value in expected.items():
            if key in answer:
                assert type(answer[key]) is type(value), (case["id"], key)
        for key in ("pushRecordData", "pushStatDataAll", "getDeviceStatOverviewData"):
            if key in expected:
                assert keys(expected[key][0]) - keys(answer[key][0]) == set(), case["id"]
        assert answer.get("seq", 0) == expected.get("seq", 0)
        assert answer.get("invalid_targe_list") == expected.get("invalid_targe_list")


def test_errors_have_the_shapes_of_the_vectors(practice: Practice, vectors: Any):
    cases = {case["id"]: case for case in vectors("tpns-errors")["samples"]}
    practice.push(notify())
    repeated = practice.push(notify())
    assert repeated == cases["push-repeat"]["body"]
    too_fast = practice.push(notify(message={"title": "other", "content": "b"}))
    assert too_fast == cases["push-too-fast"]["body"]
    assert practice.push(b"{") == cases["push-not-json"]["body"]
    unknown = practice.report("get_push_task_stat_channel", {"pushId": "1"})
    assert unknown == cases["stat-unknown-push"]["body"]
    bad_date = practice.report("get_device_stat_overview", {"startDate": "x", "endDate": "x"})
    assert bad_date == cases["stat-bad-date"]["body"]


# Records -------------------------------------------------------------------------------


def test_a_record_says_what_was_sent(unlimited: Practice):
    body = notify("token_list", token_list=[TOKENS[0]], ignore_invalid_token=1, expire_time=3600)
    body["message"]["android"] = {"ring": 1}
    record = unlimited.record(unlimited.push(body)["push_id"])
    assert record | {"pushId": ""} == {
        "date": "2026-01-15 10:00:00",
        "createTime": int(unlimited.clock.now),
        "pushId": "",
        "title": "Order shipped",
        "content": "Parcel 4711 is on its way",
        "status": "PUSH_WAIT",
        "pushType": "token_list",
        "messageType": "notify",
        "environment": "product",
        "expireTime": 3600,
        "xgMediaResources": "",
        "xgMediaAudioResources": "",
        "multiPkg": False,
        "targetList": [TOKENS[0]],
        "collapseID": 0,
        "tagSet": None,
        "uploadId": 0,
        "groupId": "",
        "source": "api",
        "pushConfig": {"android": {"ring": 1}, "ios": None, "iot": None},
    }


def test_single_targets_are_recorded_as_lists(unlimited: Practice):
    token = unlimited.push(notify("token", token_list=[TOKENS[0]]))["push_id"]
    account = unlimited.push(notify("account", account_list=["account1"]))["push_id"]
    assert unlimited.record(token)["pushType"] == "token_list"
    assert unlimited.record(account)["pushType"] == "account_list"
    assert unlimited.record(account)["targetList"] == ["account1"]


def test_a_push_waits_then_runs_then_is_finished(practice: Practice):
    push_id = practice.push(notify())["push_id"]
    seen = []
    for _ in range(40):
        seen.append(practice.record(push_id)["status"])
        practice.clock.advance(0.1)
    assert list(dict.fromkeys(seen)) == ["PUSH_WAIT", "PUSH_STARTED", "PUSH_FINISHED"]


def test_a_scheduled_push_waits_for_its_time_on_the_real_clock(practice: Practice):
    push_id = practice.push(notify(send_time="2026-01-15 11:00:00"))["push_id"]
    practice.clock.now = instant("2026-01-15 10:59:59")
    assert practice.record(push_id)["status"] == "PUSH_WAIT"
    assert practice.record(push_id)["date"] == "2026-01-15 11:00:00"
    assert set(practice.counters(push_id)["all"].values()) == {0}
    practice.clock.now = instant("2026-01-15 11:01:00")
    assert practice.record(push_id)["status"] == "PUSH_FINISHED"
    assert practice.counters(push_id)["all"]["pushOnlineUv"] > 0


def test_a_replaced_push_says_so_and_its_own_channel_stops(make: Make):
    practice = make(limits=False)
    old = practice.push(notify())["push_id"]
    practice.clock.advance(5)
    collapse_id = practice.record(old)["collapseID"]
    before = practice.counters(old)["xg"]
    new = practice.push(notify(collapse_id=collapse_id))["push_id"]
    practice.clock.advance(3600)
    assert practice.record(old)["status"] == "PUSH_COLLAPSED"
    assert practice.counters(old)["xg"] == before
    assert practice.record(new)["collapseID"] == collapse_id


def test_a_period_is_read_in_pages_newest_first(make: Make):
    practice = make(limits=False)
    ids = []
    for at in range(7):
        practice.clock.advance(1)
        ids.append(practice.push(notify(message={"title": str(at), "content": "b"}))["push_id"])
    period = {"startDate": "2026-01-15", "endDate": "2026-01-15"}
    found: list[str] = []
    for offset in range(0, 9, 3):
        page = practice.report("get_push_record", period | {"offset": offset, "limit": 3})
        assert page["count"] == 7
        found += [record["pushId"] for record in page["pushRecordData"]]
    assert found == ids[::-1]


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({}, 3),
        ({"pushType": "all"}, 1),
        ({"pushType": "token"}, 1),
        ({"pushType": "account"}, 1),
        ({"pushType": "tag"}, 0),
        ({"msgType": "notify"}, 2),
        ({"msgType": "message"}, 1),
        ({"startDate": "2026-01-14", "endDate": "2026-01-14"}, 0),
    ],
)
def test_a_period_is_filtered(query: dict[str, str], count: int, unlimited: Practice):
    unlimited.push(notify())
    unlimited.push(notify("token", token_list=[TOKENS[0]]))
    unlimited.push(notify("account", account_list=["account1"]) | {"message_type": "message"})
    period = {"startDate": "2026-01-15", "endDate": "2026-01-15"} | query
    assert unlimited.report("get_push_record", period)["count"] == count


def test_a_scheduled_push_is_found_by_both_of_its_days(practice: Practice):
    practice.push(notify(send_time="2026-01-20 09:00:00"))
    for day in ("2026-01-15", "2026-01-20"):
        period = {"startDate": day, "endDate": day}
        assert practice.report("get_push_record", period)["count"] == 1


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ({}, 1008002),
        ({"startDate": "2026-01-15"}, 1008002),
        ({"startDate": "20260115", "endDate": "20260115"}, 1008016),
        ({"startDate": "2026-01-15", "endDate": "2026-01-14"}, 1008016),
        ({"startDate": "2026-02-30", "endDate": "2026-03-01"}, 1008016),
        ({"startDate": "2025-12-01", "endDate": "2026-01-15"}, 1008016),
        ({"startDate": "2026-01-15", "endDate": "2026-01-15", "limit": 201}, 1008007),
        ({"startDate": "2026-01-15", "endDate": "2026-01-15", "pushType": "x"}, 1008007),
        ({"startDate": "2026-01-15", "endDate": "2026-01-15", "msgType": "x"}, 1008007),
        ({"pushId": "123"}, 1008015),
    ],
)
def test_wrong_queries_of_records_are_refused(query: dict[str, Any], code: int, practice: Practice):
    assert practice.report("get_push_record", query)["retCode"] == code


def test_a_push_of_the_other_platform_is_not_known(practice: Practice):
    push_id = practice.push(notify())["push_id"]
    answer = practice.report("get_push_task_stat_channel", {"pushId": push_id}, "ios")
    assert answer["retCode"] == 1008015


def test_counters_need_an_id_and_take_it_as_samples_spell_it(practice: Practice):
    assert practice.report("get_push_task_stat_channel", {})["retCode"] == 1008002
    push_id = practice.push(notify())["push_id"]
    for query in ({"pushid": push_id}, {"pushId": int(push_id)}):
        assert practice.report("get_push_task_stat_channel", query)["retCode"] == 0


def test_a_push_is_forgotten_after_its_window(practice: Practice):
    push_id = practice.push(notify())["push_id"]
    practice.clock.advance(32 * 86_400)
    assert practice.report("get_push_record", {"pushId": push_id})["retCode"] == 1008015
    assert practice.report("get_push_task_stat_channel", {"pushId": push_id})["retCode"] == 1008015


# Devices -------------------------------------------------------------------------------


def test_the_device_overview_adds_up(practice: Practice):
    answer = practice.report(
        "get_device_stat_overview", {"startDate": "20251220", "endDate": "20260120"}
    )
    days = answer["getDeviceStatOverviewData"]
    assert [days[0]["date"], days[-1]["date"]] == [20251220, 20260115]
    assert days[-1]["accuUv"] == practice.android.fleet.size
    for before, after in pairwise(days):
        assert after["accuUv"] - after["newUv"] == before["accuUv"]
        assert 0 < after["activeUv"] < after["accuUv"]


@pytest.mark.parametrize(
    ("start", "end", "code"),
    [
        ("", "20260115", 1008002),
        ("2026-01-15", "2026-01-15", 1008016),
        ("20250101", "20260115", 1008016),
        ("20260115", "20260114", 1008016),
        ("20261301", "20261302", 1008016),
    ],
)
def test_wrong_days_of_the_overview_are_refused(
    start: str, end: str, code: int, practice: Practice
):
    query = {"startDate": start, "endDate": end}
    assert practice.report("get_device_stat_overview", query)["retCode"] == code
