"""Stopping, recalling and cancelling pushes: when they work, and what the figures do then."""

from __future__ import annotations

from typing import Any

import pytest

from tpns_desktop.practice.rules import Platform

from .conftest import TOKENS, Make, Practice, notify

STOP, REVOKE, CANCEL = "stop_push_msg", "revoke_push_msg", "cancel_timing_task"
LATER = "2026-01-15 11:00:00"
DAY_S = 86_400
DONE = {"retCode": 0, "errMsg": "NO_ERROR"}
WHILE_IT_RUNS_S = 5
"""Five minutes of simulated time: all is handed over, most offline devices are not back."""


def mend(practice: Practice, call: str, push_id: str, platform: Platform = "android") -> Any:
    return practice.post(f"/v3/push/{call}", {"pushId": push_id}, platform)


def ios_body(**fields: Any) -> dict[str, Any]:
    message = {"title": "a", "content": "b", "ios": {"aps": {}}}
    return notify(environment="product", message=message, **fields)


@pytest.mark.parametrize(
    "body",
    [
        notify(),
        notify("tag", tag_list={"tags": ["vip"], "op": "OR"}),
        notify("account_list", account_list=["user000001", "user000002"]),
    ],
    ids=lambda body: body["audience_type"],
)
def test_a_stopped_push_reaches_nobody_any_more(body: Any, make: Make):
    practice = make(limits=False)
    push_id = practice.push(body)["push_id"]
    practice.clock.advance(WHILE_IT_RUNS_S)
    before = practice.counters(push_id)["all"]
    assert mend(practice, STOP, push_id) == DONE
    assert practice.record(push_id)["status"] == "PUSH_DELETED_PUSH_MSG"
    assert practice.counters(push_id)["all"] == before
    practice.clock.advance(DAY_S)
    after = practice.counters(push_id)["all"]
    for key in ("pushActiveUv", "pushOnlineUv", "arrivalUv"):
        assert after[key] == before[key]


def test_what_a_stopped_push_shows_may_still_be_tapped(make: Make):
    practice = make()
    push_id = practice.push(notify())["push_id"]
    practice.clock.advance(WHILE_IT_RUNS_S)
    before = practice.counters(push_id)["all"]
    mend(practice, STOP, push_id)
    practice.clock.advance(DAY_S)
    after = practice.counters(push_id)["all"]
    assert before["clickUv"] < after["clickUv"]
    assert after["clickUv"] + after["cleanupUv"] <= after["arrivalUv"]


def test_a_recalled_push_is_gone_from_the_screens(make: Make):
    practice = make()
    push_id = practice.push(notify())["push_id"]
    practice.clock.advance(WHILE_IT_RUNS_S)
    before = practice.counters(push_id)
    assert mend(practice, REVOKE, push_id) == DONE
    practice.clock.advance(DAY_S)
    assert practice.counters(push_id) == before
    assert practice.record(push_id)["status"] == "PUSH_REVOKED"


def test_recall_can_be_not_live_yet_as_its_page_says(make: Make):
    practice = make(recall=False)
    push_id = practice.push(notify())["push_id"]
    assert mend(practice, REVOKE, push_id) == {"retCode": 1008007, "errMsg": "invalid parameter"}


@pytest.mark.parametrize("platform", ["android", "ios"])
def test_a_cancelled_push_never_runs(platform: Platform, make: Make):
    practice = make()
    body = notify(send_time=LATER) if platform == "android" else ios_body(send_time=LATER)
    push_id = practice.push(body, platform)["push_id"]
    assert mend(practice, CANCEL, push_id, platform) == DONE
    practice.clock.advance(DAY_S)
    assert practice.record(push_id, platform)["status"] == "PUSH_CANCELED"
    counters = practice.counters(push_id, platform)
    assert list(counters) == ["all"]
    assert set(counters["all"].values()) == {0}


def test_of_a_loop_one_run_is_cancelled(make: Make):
    practice = make()
    loop = {
        "startDate": "2026-01-16",
        "endDate": "2026-01-18",
        "loopType": 1,
        "loopDayIndexs": [0],
        "dayTimes": ["09:00:00"],
    }
    first, second, third = practice.push(notify(loop_param=loop))["push_id"]
    assert mend(practice, CANCEL, second) == DONE
    statuses = [practice.record(push_id)["status"] for push_id in (first, second, third)]
    assert statuses == ["PUSH_WAIT", "PUSH_CANCELED", "PUSH_WAIT"]
    assert mend(practice, CANCEL, third) == DONE


def test_ids_are_taken_as_the_published_samples_spell_them(make: Make):
    practice = make()
    push_id = practice.push(notify())["push_id"]
    assert practice.post(f"/v3/push/{STOP}", {"pushid": push_id}) == DONE


@pytest.mark.parametrize("call", [STOP, REVOKE, CANCEL])
def test_an_id_must_be_there_and_known(call: str, practice: Practice):
    assert practice.post(f"/v3/push/{call}", {})["retCode"] == 1008002
    assert mend(practice, call, "427184209")["retCode"] == 1008015


def refused(practice: Practice, call: str, push_id: str, platform: Platform = "android") -> None:
    before = practice.record(push_id, platform)
    assert mend(practice, call, push_id, platform)["retCode"] == 1008007
    assert practice.record(push_id, platform) == before


@pytest.mark.parametrize("call", [STOP, REVOKE])
def test_stop_and_recall_are_for_android_and_for_wide_targets(call: str, unlimited: Practice):
    apple = unlimited.push(ios_body(), "ios")["push_id"]
    single = unlimited.push(notify("token", token_list=[TOKENS[0]]))["push_id"]
    package = unlimited.push(notify("package_account_push", upload_id=11231))["push_id"]
    scheduled = unlimited.push(notify(send_time=LATER))["push_id"]
    unlimited.clock.advance(WHILE_IT_RUNS_S)
    refused(unlimited, call, apple, "ios")
    for push_id in (single, package, scheduled):
        refused(unlimited, call, push_id)


def test_a_push_that_is_over_or_ended_cannot_be_stopped(make: Make):
    practice = make(limits=False)
    over, ended = (practice.push(notify(expire_time=800))["push_id"] for _ in range(2))
    practice.clock.advance(1)
    mend(practice, STOP, ended)
    refused(practice, STOP, ended)
    practice.clock.advance(60)
    refused(practice, STOP, over)


def test_only_what_is_scheduled_and_not_dispatched_can_be_cancelled(unlimited: Practice):
    now = unlimited.push(notify())["push_id"]
    token = unlimited.push(notify("token", token_list=[TOKENS[0]], send_time=LATER))["push_id"]
    refused(unlimited, CANCEL, now)
    refused(unlimited, CANCEL, token)
    package = notify("package_account_push", upload_id=11231, send_time=LATER)
    running, waiting = (unlimited.push(package)["push_id"] for _ in range(2))
    assert mend(unlimited, CANCEL, waiting) == DONE
    refused(unlimited, CANCEL, waiting)
    unlimited.clock.advance(3601)
    refused(unlimited, CANCEL, running)
