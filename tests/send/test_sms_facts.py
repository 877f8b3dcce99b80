"""What a draft's text will be, and where a button moves it to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from tests.send.builders import NOW, context, draft
from tests.send.catalogue import NIGHT, at, book, numbers, row, sign, sms
from tpns_desktop.send.audiences import Reach, TagReach
from tpns_desktop.send.checks import examine
from tpns_desktop.send.sms_facts import text_of_draft


def finding(id: str, made: dict[str, Any], **around: Any) -> Any:
    found = [one for one in examine(made, context(**around)).findings if one.id == id]
    assert len(found) == 1
    return found[0].params


def test_the_most_it_can_cost_is_messages_times_people() -> None:
    made = draft("account", **sms(sign_name="Acme", params=["a" * 70]))
    params = finding("sms.cost", made, **book())
    assert params == {"count": 2, "state": "account_each", "each": 2, "total": 4}


def test_the_wait_ends_when_marketing_texts_may_go_out() -> None:
    made = draft(**sms(delay_s="3600") | at(NIGHT))
    params = finding("sms.hours", made, **book(kind="marketing"))
    due = NIGHT + timedelta(seconds=int(params["wait"]))
    assert (due + timedelta(hours=8)).strftime("%H:%M") == "08:00"
    made = draft(**sms(delay_s=params["wait"]) | at(NIGHT))
    told = {one.id for one in examine(made, context(**book(kind="marketing"))).findings}
    assert "sms.hours" not in told


@pytest.mark.parametrize(
    ("numbers", "international", "away"),
    [("+8613711112222\n+85291234567", 0, 1), ("+8613711112222\n+85291234567", 1, 1)],
)
def test_numbers_of_the_other_side_are_counted(numbers: str, international: int, away: int) -> None:
    made = draft("account", **sms(params=["a"]))
    made["audience"]["account"] |= {"text": numbers, "account_type": "1002"}
    params = finding("sms.side", made, **book(international=international))
    assert params["count"] == away


def test_a_template_for_both_sides_reads_as_its_signature_does() -> None:
    made = draft(**sms(sign_name="Acme", params=["a"]))
    signs = sign(international=True)
    text = text_of_draft(made, context(**book(signs, international=3)).sms)
    assert text is not None
    assert text.text == "[Acme]Won a."
    assert text_of_draft(draft(), context(**book()).sms) is None


def test_in_malaysia_a_text_may_be_more_messages_and_is_paid_as_such() -> None:
    # 154 units: one message up to 160, in Malaysia up to 153 (tencent-cloud-sms 8).
    given = numbers("+60123456789", "+85291234567", params=["a" * 149])
    params = finding("sms.malaysia", draft("account", **given), **book(international=1))
    assert params == {"count": 1, "each": 2, "elsewhere": 1}
    params = finding("sms.cost", draft("account", **given), **book(international=1))
    assert (params["each"], params["total"]) == (1, 3)


def list_of_numbers(**counted: int) -> dict[str, Any]:
    told = {"outcome": "accept", "code": "ok", "detail": {"countries": counted} if counted else {}}
    chosen = replace(row(account_type=1002, accounts=8, duplicates=1), verdict=told)
    return {"chosen": chosen}


@pytest.mark.parametrize(
    ("counted", "level", "params"),
    [
        ({"mainland": 6, "malaysia": 0}, "W", {"state": "mainland_text", "count": 3}),
        ({"mainland": 0, "malaysia": 9}, "E", {"state": "mainland_text", "count": 9}),
        ({}, "N", {"state": "not_counted"}),
    ],
)
def test_the_countries_of_a_list_are_those_that_its_check_counted(
    counted: dict[str, int], level: str, params: dict[str, Any]
) -> None:
    made = draft("file", **sms(params=["a"]))
    made["audience"]["file"] |= {"list_id": "list1", "account_type": "1002"}
    found = examine(made, context(**book(), **list_of_numbers(**counted))).findings
    told = [one for one in found if one.id == "sms.side"]
    assert [(one.level, dict(one.params)) for one in told] == [(level, params)]
    made = draft("file", **sms(params=["a"]))
    made["audience"]["file"] |= {"list_id": "list1", "account_type": "1002"}
    right = list_of_numbers(mainland=9, malaysia=0)
    assert "sms.side" not in {one.id for one in examine(made, context(**book(), **right)).findings}


DAY = date(2026, 11, 18)


def test_what_everyone_can_cost_is_said_with_its_source_and_its_age() -> None:
    known = Reach("all", 310_000, 40_000, DAY, NOW)
    made = draft("all", **sms(params=["a"], sign_name="Acme"))
    params = finding("sms.cost", made, **book(), reach=known)
    assert params == {
        "state": "reach_each",
        "count": 310_000,
        "each": 1,
        "total": 310_000,
        "source": "statistics",
        "day": DAY,
        "read": NOW,
    }
    assert finding("sms.balance", made, **book(), reach=known) == {"total": 310_000, "left": 3}
    # Of another audience, or where one of the systems was never read, nobody can tell.
    for other in (replace(known, kind="tag"), replace(known, total=None), None):
        assert finding("sms.cost", made, **book(), reach=other) == {"state": "unknown", "count": 0}


def test_what_a_tag_can_cost_is_what_the_last_push_to_it_reached() -> None:
    vip = TagReach("xg_user_define", "vip", 412, "last_push", at=NOW)
    known = Reach("tag", tags=(vip,), together=412)
    params = finding("sms.cost", draft("tag", **sms()), reach=known)
    assert (params["state"], params["count"]) == ("reach", 412)
    assert (params["source"], params["read"]) == ("last_push", NOW)
    # What was read of another tag a moment ago says nothing of this one.
    other = replace(known, tags=(replace(vip, tag="gold"),))
    assert finding("sms.cost", draft("tag", **sms()), reach=other)["state"] == "unknown"


def test_a_text_beyond_two_thousand_characters_is_stopped_one_of_as_many_is_not() -> None:
    for size, level in ((1989, "W"), (1990, "E")):  # 11 more: 【Acme】, "Won ", "."
        made = draft(**sms(params=["a" * size], sign_name="Acme"))
        told = {one.id: one.level for one in examine(made, context(**book())).findings}
        assert told["sms.length"] == level


def test_every_run_of_a_repetition_is_held_against_the_hours() -> None:
    times = {"every": "1", "days": [], "start": "2026-11-20", "end": "2026-12-20"}
    for clock, asleep in (("20:59", False), ("21:00", True), ("06:59", True), ("07:00", False)):
        made = draft(**sms(delay_s="3600"))
        made["schedule"] |= {"kind": "loop", "loop": times | {"times": ["10:00", clock]}}
        told = {one.id for one in examine(made, context(**book(kind="marketing"))).findings}
        assert ("sms.hours" in told) == asleep, clock
