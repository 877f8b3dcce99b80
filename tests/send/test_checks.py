"""Each check: when it speaks, at which field, at which level, and what it says beside."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.send.builders import NOW, TOKEN, app, context, draft, plan, recent
from tpns_desktop.model.draft import empty_draft
from tpns_desktop.send.checks import CHECKS, Examination, Finding, examine

QUIET = ("link.none", "plan.none", "test.none", "target.unknown_size")
"""What is said of every simple draft."""


def told(examined: Examination) -> list[str]:
    return [finding.id for finding in examined.findings if finding.id not in QUIET]


def only(examined: Examination, id: str) -> Finding:
    (finding,) = [finding for finding in examined.findings if finding.id == id]
    return finding


def test_every_check_has_its_own_id_and_a_known_level() -> None:
    ids = [check.id for check in CHECKS]
    assert len(set(ids)) == len(ids)
    assert {check.level for check in CHECKS} == {"E", "W", "N"}


@pytest.mark.parametrize("kind", ["all", "tag", "account", "device"])
def test_a_right_draft_can_be_reviewed_and_has_one_body_a_platform(kind: str) -> None:
    examined = examine(draft(kind), context())
    assert told(examined) == []
    assert examined.can_review
    platforms = ("android",) if kind == "device" else ("android", "ios")
    assert tuple(examined.bodies) == platforms
    assert tuple(examined.fingerprints) == platforms
    assert len(set(examined.fingerprints.values())) == len(platforms)


def test_an_empty_draft_has_no_body_and_names_what_is_missing_once() -> None:
    examined = examine(empty_draft(), context())
    assert told(examined) == ["target.none", "text.empty", "text.empty"]
    assert examined.bodies == {}
    assert not examined.can_review


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"kind": "tag", "audience__tag__groups": [[]]}, "audience.tag.groups"),
        ({"kind": "account", "audience__account__text": " \n\n"}, "audience.account.text"),
        ({"kind": "device", "audience__device__text": ""}, "audience.device.text"),
    ],
)
def test_an_empty_selection_is_an_error_and_never_everyone(
    changes: dict[str, Any], field: str
) -> None:
    examined = examine(draft(**changes), context())
    assert told(examined) == ["target.zero"]
    assert only(examined, "target.zero").field == field
    assert examined.bodies == {}


def test_a_row_without_tags_beside_a_right_one_is_refused_at_the_tags() -> None:
    groups = [
        [
            {"tag_type": "xg_user_define", "match": "any", "tags": ["vip"]},
            {"tag_type": "xg_user_define", "match": "all", "tags": []},
        ]
    ]
    examined = examine(draft("tag", audience__tag__groups=groups), context())
    assert [(f.id, f.field) for f in examined.errors] == [("field.empty", "audience.tag.groups")]


def test_1001_accounts_are_too_many_to_type() -> None:
    text = "\n".join(f"account{n}" for n in range(1001))
    examined = examine(draft("account", audience__account__text=text), context())
    assert told(examined) == ["target.list_max"]
    assert only(examined, "target.list_max").params == {"count": 1001, "limit": 1000}


def test_1000_accounts_with_repeats_are_counted_once() -> None:
    text = "\n".join([f"account{n}" for n in range(1000)] * 2)
    examined = examine(draft("account", audience__account__text=text), context())
    assert told(examined) == []
    assert (examined.audience.count, examined.audience.repeats) == (1000, 1000)
    assert examined.level == 2


@pytest.mark.parametrize("platform", [None, "ios"])
def test_typed_devices_need_a_platform_that_the_app_has(platform: str | None) -> None:
    examined = examine(
        draft("device", audience__device__platform=platform),
        context(app=app(ios_access_id=None, ios_environment=None)),
    )
    assert told(examined) == ["target.platform"]
    assert not examined.can_review


def test_odd_entries_are_counted_and_the_first_is_named_with_its_line() -> None:
    text = "+8613711112222\n\n 13711112222 \nbob"
    examined = examine(
        draft("account", audience__account__text=text, audience__account__account_type="1002"),
        context(),
    )
    finding = only(examined, "target.format")
    assert finding.level == "W"
    assert finding.params == {
        "count": 2, "total": 3, "first": "13711112222", "line": 3, "account_type": 1002,
    }  # fmt: skip


def test_a_short_token_is_odd() -> None:
    examined = examine(draft("device", audience__device__text="04cac7****aaaa"), context())
    assert told(examined) == ["target.format"]


@pytest.mark.parametrize("name", ["title", "content"])
def test_a_blank_text_is_an_error_at_its_field(name: str) -> None:
    examined = examine(draft(**{f"message__{name}": " \n "}), context())
    assert told(examined) == ["text.empty"]
    assert only(examined, "text.empty").field == f"message.{name}"


def test_a_message_over_4_kb_is_told_once_with_its_size() -> None:
    examined = examine(draft(message__content="长" * 1400), context())
    finding = only(examined, "text.size")
    assert finding.params["size"] > finding.params["limit"] == 4096
    assert [f.id for f in examined.errors] == ["text.size"]


def test_text_cut_on_an_iphone_is_a_note_with_what_is_shown() -> None:
    examined = examine(draft(message__content="中" * 32), context())
    finding = only(examined, "text.cut.ios")
    assert (finding.level, finding.platform) == ("N", "ios")
    assert finding.params["banner"] == "中" * 31
    assert finding.params["lock"] == "中" * 32
    assert finding.params["shown"] == "…" + "中" * 16
    assert finding.params["lock_shown"] == ""


@pytest.mark.parametrize("content", ["中" * 31, "a" * 62])
def test_text_of_62_half_widths_is_not_cut(content: str) -> None:
    assert told(examine(draft(message__content=content), context())) == []


def test_an_android_app_has_no_iphone_to_cut_a_text() -> None:
    android = app(ios_access_id=None, ios_environment=None)
    assert told(examine(draft(message__content="a" * 80), context(app=android))) == []


@pytest.mark.parametrize("title", ["test", "TEST 1", "测试", "123456", "测试123", "Test!"])
def test_a_text_of_nothing_but_test_or_digits_is_warned_about(title: str) -> None:
    assert told(examine(draft(message__title=title), context())) == ["text.testish"]


@pytest.mark.parametrize("title", ["Contest", "Testament", "测试版上线", "3 days left", "!!!"])
def test_a_text_that_says_something_is_not_testish(title: str) -> None:
    assert told(examine(draft(message__title=title), context())) == []


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ('{"a":1}', '{"a":1}'),
        ("[a, b]", "[a, b]"),
        ("Dear {{name}}", "{{name}}"),
        ("Hello undefined", "undefined"),
        ("null points", "null"),
        ("You won %s", "%s"),
    ],
)
def test_text_like_code_is_warned_about(content: str, found: str) -> None:
    examined = examine(draft(message__content=content), context())
    assert told(examined) == ["text.code"]
    assert only(examined, "text.code").params["found"] == found


@pytest.mark.parametrize("content", ["nullify your debts", "100% safe", "【预览】新品", "a {b} c"])
def test_ordinary_text_is_not_code(content: str) -> None:
    assert told(examine(draft(message__content=content), context())) == []


def test_hidden_characters_are_a_warning_with_a_fix() -> None:
    finding = only(examine(draft(message__title="Sa\u200ble\ufeff"), context()), "text.hidden")
    assert (finding.level, finding.params["count"], finding.fix) == ("W", 2, "remove_hidden")


def test_half_a_character_is_an_error_and_told_once() -> None:
    examined = examine(draft(message__title="Sale \ud83d"), context())
    assert [(f.id, f.level) for f in examined.errors] == [("text.hidden", "E")]
    assert examined.bodies == {}


def test_a_day_that_is_not_the_day_of_sending_is_warned_about() -> None:
    finding = only(examine(draft(message__content="Starts Friday"), context()), "text.date")
    assert finding.params["said"] == "Friday"
    assert str(finding.params["date"]) == "2026-11-19"


def test_the_day_of_sending_is_that_of_the_service_and_of_the_schedule() -> None:
    late = context(now=datetime.fromisoformat("2026-11-19T17:00:00+00:00"))
    friday = draft(message__content="Starts Friday")
    assert told(examine(friday, late)) == ["time.night"]  # 01:00 on Friday in UTC+8
    scheduled = draft(
        message__content="周五开始", schedule__kind="at", schedule__at="2026-11-20T09:00"
    )
    assert told(examine(scheduled, context())) == []


@pytest.mark.parametrize(
    ("url", "fix"),
    [("example.com/a", "add_https"), ("example.com:8080/a", "add_https"), ("", None),
     ("ftp://example.com", None), ("javascript:alert(1)", None), ("https://", None)],
)  # fmt: skip
def test_a_web_address_needs_http_or_https(url: str, fix: str | None) -> None:
    examined = examine(draft(message__tap={"kind": "web", "url": url, "page": ""}), context())
    assert [(f.id, f.field) for f in examined.errors] == [("link.scheme", "message.tap.url")]
    assert only(examined, "link.scheme").fix == fix


def test_a_page_needs_an_address() -> None:
    examined = examine(draft(message__tap={"kind": "page", "url": "", "page": " "}), context())
    assert [f.id for f in examined.errors] == ["link.page"]


def test_opening_the_app_alone_and_no_plan_are_notes() -> None:
    assert [f.id for f in examine(draft(), context()).notes] == ["link.none", "plan.none"]


def at(moment: datetime) -> dict[str, Any]:
    text = (moment + timedelta(hours=8)).strftime("%Y-%m-%dT%H:%M")
    return {"schedule__kind": "at", "schedule__at": text}


@pytest.mark.parametrize("minutes", [-60, 0, 5])
def test_a_time_within_5_minutes_is_refused_and_told_once(minutes: int) -> None:
    examined = examine(draft(**at(NOW + timedelta(minutes=minutes))), context())
    assert [(f.id, f.field) for f in examined.errors] == [("time.past", "schedule.at")]


def test_a_time_6_minutes_ahead_is_taken() -> None:
    assert told(examine(draft(**at(NOW + timedelta(minutes=6))), context())) == []


def test_a_time_more_than_90_days_ahead_is_refused_and_told_once() -> None:
    examined = examine(draft(**at(NOW + timedelta(days=90, minutes=1))), context())
    assert [f.id for f in examined.errors] == ["time.far"]


def test_a_schedule_without_a_time_is_needed_not_unreadable() -> None:
    examined = examine(draft(schedule__kind="at"), context())
    assert [(f.id, f.field) for f in examined.errors] == [("field.required", "schedule.at")]


def test_a_time_for_typed_accounts_is_refused_not_dropped() -> None:
    examined = examine(draft("account", **at(NOW + timedelta(days=3))), context())
    assert [(f.id, f.field, f.fix) for f in examined.errors] == [
        ("time.target", "schedule.kind", "send_now")
    ]


def sms(**changes: Any) -> dict[str, Any]:
    made = empty_draft()["sms"] | {"on": True, "template_id": "1234", "app_id": "1400", **changes}
    return {"sms": made}


@pytest.mark.parametrize("delay", ["299", "", "soon", "٣٠٠"])
def test_an_sms_waits_at_least_300_s(delay: str) -> None:
    examined = examine(draft(**sms(delay_s=delay)), context())
    assert [(f.id, f.field) for f in examined.errors] == [("sms.delay", "sms.delay_s")]


def test_an_sms_needs_template_and_app() -> None:
    examined = examine(draft(**sms(template_id="", app_id=" ")), context())
    assert [(f.id, f.field) for f in examined.errors] == [
        ("sms.template", "sms.template_id"),
        ("sms.template", "sms.app_id"),
    ]


def test_a_blank_left_open_is_warned_about_with_its_number() -> None:
    finding = only(examine(draft(**sms(params=["a", ""])), context()), "sms.params")
    assert (finding.level, finding.params["blank"]) == ("W", 2)


def test_an_sms_raises_the_level() -> None:
    assert examine(draft("account"), context()).level == 2
    assert examine(draft("account", **sms()), context()).level == 3


def test_a_chosen_plan_travels_with_each_platforms_own_id() -> None:
    examined = examine(draft(plan="plan1"), context(plan=plan()))
    assert [json.loads(body)["plan_id"] for body in examined.bodies.values()] == ["48", "49"]
    assert told(examined) == []


def test_a_plan_without_an_id_for_a_platform_is_an_error_there() -> None:
    examined = examine(draft(plan="plan1"), context(plan=plan(ios_plan_id=None)))
    assert [(f.id, f.platform) for f in examined.errors] == [("plan.platform", "ios")]
    assert not examined.can_review


@pytest.mark.parametrize("known", [None, plan(id="other")])
def test_a_plan_that_this_app_does_not_have_is_never_left_out_silently(known: Any) -> None:
    examined = examine(draft(plan="plan1"), context(plan=known))
    assert [f.id for f in examined.errors] == ["plan.platform", "plan.platform"]


def test_test_builds_only_is_told_for_everyone() -> None:
    examined = examine(draft(), context(app=app(ios_environment="dev")))
    assert told(examined) == ["env.mismatch"]
    assert examined.level == 4  # Android is live
    alone = app(ios_environment="dev", android_access_id=None)
    assert examine(draft(), context(app=alone)).level == 3


# ------------------------------------------------------------------------ what was sent before


def sent(draft_: Mapping[str, Any], **changes: Any) -> Any:
    examined = examine(draft_, context())
    values = {
        "fingerprint": examined.fingerprints["android"],
        "audience_kind": examined.audience.kind,
        "audience_digest": examined.audience.digest,
        "at": NOW - timedelta(minutes=12),
    }
    return recent(**values | changes)


@pytest.mark.parametrize("state", ["held", "sending", "accepted"])
def test_the_same_push_within_a_day_is_an_error_that_may_be_overruled(state: str) -> None:
    again = draft("account")
    examined = examine(again, context(recent=(sent(again, state=state),)))
    finding = only(examined, "dup.recent")
    assert (finding.level, finding.overridable) == ("E", True)
    assert (finding.params["minutes"], finding.params["batch_id"]) == (12, "b1")
    assert examined.can_review


@pytest.mark.parametrize("state", ["rejected", "not_sent", "withdrawn"])
def test_what_surely_did_not_go_out_may_be_sent_again(state: str) -> None:
    again = draft("account")
    assert told(examine(again, context(recent=(sent(again, state=state),)))) == []


def test_after_24_hours_the_same_push_is_free_again() -> None:
    again = draft("account")
    old = sent(again, at=NOW - timedelta(hours=24))
    assert told(examine(again, context(recent=(old,)))) == []


def test_order_and_time_do_not_make_another_push() -> None:
    first = examine(draft("account"), context()).fingerprints
    turned = draft("account", audience__account__text="bob_0002\nalice01\nbob_0002")
    assert examine(turned, context()).fingerprints == first
    late = draft(**at(NOW + timedelta(hours=1)))
    assert examine(late, context()).fingerprints == examine(draft(), context()).fingerprints


@pytest.mark.parametrize(
    "changes",
    [{"message__title": "Sale now"}, {"audience__account__text": "alice01"},
     {"audience__account__push_type": "1"}],
)  # fmt: skip
def test_other_words_or_people_make_another_push(changes: dict[str, Any]) -> None:
    other = examine(draft("account", **changes), context()).fingerprints
    assert other != examine(draft("account"), context()).fingerprints


@pytest.mark.parametrize("settled_by", ["query", "person"])
def test_what_has_no_proof_that_it_did_not_go_needs_a_tick_to_go_again(settled_by: str) -> None:
    again = draft("account")
    before = sent(again, state="not_found", settled_by=settled_by)
    examined = examine(again, context(recent=(before,)))
    assert told(examined) == ["dup.again"]
    finding = only(examined, "dup.again")
    assert (finding.level, finding.fix, finding.params["at"]) == ("W", "open_push", before.at)
    assert examined.can_review


@pytest.mark.parametrize(
    "changes",
    [
        {"settled_by": "answer"},  # the service said so: that is proof
        {"at": NOW - timedelta(hours=24)},
        {"fingerprint": "other"},
    ],
)
def test_where_it_is_proven_old_or_another_push_nothing_is_said(changes: dict[str, Any]) -> None:
    again = draft("account")
    values = {"state": "not_found", "settled_by": "query"} | changes
    assert told(examine(again, context(recent=(sent(again, **values),)))) == []


def test_only_the_last_try_counts() -> None:
    again = draft("account")
    gone = sent(again, state="not_found", at=NOW - timedelta(hours=2))
    refused = sent(again, batch_id="b2", state="rejected", at=NOW - timedelta(hours=1))
    assert told(examine(again, context(recent=(gone, refused)))) == []
    held = sent(again, batch_id="b2", state="held", at=NOW - timedelta(minutes=1))
    assert told(examine(again, context(recent=(gone, held)))) == ["dup.recent"]
    unknown = sent(again, batch_id="b2", state="unknown", at=NOW - timedelta(hours=3))
    assert told(examine(again, context(recent=(gone, unknown)))) == ["dup.unknown"]


def test_another_access_id_makes_another_push() -> None:
    other = context(app=app(android_access_id="1500099999"))
    assert (
        examine(draft(), other).fingerprints["android"]
        != examine(draft(), context()).fingerprints["android"]
    )


def test_a_similar_push_within_10_minutes_needs_a_tick() -> None:
    before = draft("account", message__content="Other words")
    near = sent(before, at=NOW - timedelta(minutes=4))
    examined = examine(draft("account"), context(recent=(near,)))
    assert told(examined) == ["dup.similar"]
    assert only(examined, "dup.similar").level == "W"
    far = sent(before, at=NOW - timedelta(minutes=10))
    assert told(examine(draft("account"), context(recent=(far,)))) == []


def test_the_same_words_to_everyone_once_an_hour_cannot_be_overruled() -> None:
    examined = examine(draft(), context(recent=(sent(draft()),)))
    assert told(examined) == ["dup.everyone_hour"]
    assert only(examined, "dup.everyone_hour").params["next_at"] == NOW + timedelta(minutes=48)
    assert not examined.can_review


@pytest.mark.parametrize("days", [0, 2, 400])
@pytest.mark.parametrize("kind", ["account", "all"])
def test_the_same_push_stays_locked_while_nobody_knows_about_the_last(kind: str, days: int) -> None:
    again = draft(kind)
    before = sent(again, state="unknown", at=NOW - timedelta(days=days, minutes=12))
    # However old, and whatever else would be said of it: this one thing is to be done first.
    examined = examine(again, context(recent=(before,)))
    assert told(examined) == ["dup.unknown"]
    finding = only(examined, "dup.unknown")
    assert (finding.level, finding.overridable, finding.fix) == ("E", False, "open_push")
    assert finding.params["batch_id"] == "b1"
    assert not examined.can_review


def test_another_push_is_free_while_nobody_knows_about_one() -> None:
    before = sent(draft("account"), state="unknown")
    assert told(examine(draft("account", message__title="Other"), context(recent=(before,)))) == []


def test_an_unsettled_push_speaks_before_a_settled_one() -> None:
    again = draft("account")
    pushes = (sent(again, state="unknown"), sent(again, batch_id="b2"))
    assert told(examine(again, context(recent=pushes))) == ["dup.unknown"]


# ------------------------------------------------------------------------------------- the clock


@pytest.mark.parametrize(
    ("skew_s", "id", "level", "minutes"),
    [
        (61, "time.clock", "W", 1),
        (-240, "time.clock", "W", 4),
        (300, "time.clock", "W", 5),
        (301, "time.clock_off", "E", 5),
        (-86_400, "time.clock_off", "E", 1440),
    ],
)
def test_a_clock_that_is_off_is_told_and_far_off_stops(
    skew_s: float, id: str, level: str, minutes: int
) -> None:
    examined = examine(draft(), context(clock_skew_s=skew_s))
    assert told(examined) == [id]
    finding = only(examined, id)
    assert (finding.level, finding.params["minutes"]) == (level, minutes)
    assert examined.can_review == (level == "W")


@pytest.mark.parametrize("skew_s", [None, 0.0, 60, -60])
def test_a_clock_within_a_minute_is_right_enough(skew_s: float | None) -> None:
    assert told(examine(draft(), context(clock_skew_s=skew_s))) == []


# ---------------------------------------------------------------------------------- any draft

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=40)
JSONISH = st.recursive(
    st.none() | st.booleans() | st.integers() | ANY_TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ANY_TEXT, inner, max_size=3),
    max_leaves=6,
)


def paths_of(value: Any, way: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    found = [way] if way else []
    if isinstance(value, dict):
        for key, inner in value.items():
            found += paths_of(inner, (*way, key))
    return found


PATHS = paths_of(empty_draft())
KINDS = st.sampled_from([None, "all", "tag", "account", "device", "everyone"])


@st.composite
def drafts(draw: st.DrawFn, values: st.SearchStrategy[Any]) -> dict[str, Any]:
    made = draft(draw(KINDS))
    made["schedule"]["kind"] = draw(st.sampled_from(["now", "at"]))
    made["sms"]["on"] = draw(st.booleans())
    for path in draw(st.lists(st.sampled_from(PATHS), max_size=4)):
        place: Any = made
        for name in path[:-1]:
            place = place.get(name) if isinstance(place, dict) else None
        if isinstance(place, dict):
            place[path[-1]] = draw(values)
    return made


@given(drafts(ANY_TEXT | st.from_regex(r"\d{4}-\d\d-\d\dT\d\d:\d\d", fullmatch=True)))
def test_no_typed_text_makes_examine_raise(made: dict[str, Any]) -> None:
    examine(made, context(recent=(recent(),), plan=plan()))


@given(drafts(JSONISH))
def test_no_stored_value_of_another_type_makes_examine_raise(made: dict[str, Any]) -> None:
    examined = examine(made, context())
    if examined.can_review:
        assert set(examined.bodies) == set(examined.audience.platforms)
    for body in examined.bodies.values():
        kind = made["audience"]["kind"]
        expected = {"all": "all", "tag": "tag", "account": "account_list", "device": "token_list"}
        assert json.loads(body)["audience_type"] == expected[kind]


@given(drafts(JSONISH))
def test_no_two_findings_say_the_same(made: dict[str, Any]) -> None:
    findings = examine(made, context()).findings
    marks = [(f.id, f.field, f.platform) for f in findings]
    assert len(set(marks)) == len(marks)
    assert all(re.fullmatch(r"[a-z_.]+", f.id) for f in findings)


@given(drafts(ANY_TEXT))
def test_a_draft_without_findings_that_stop_has_every_body(made: dict[str, Any]) -> None:
    examined = examine(made, context())
    if not examined.errors:
        assert examined.can_review
    if any(examined.problems.values()):
        assert examined.errors


def test_a_list_of_tokens_is_read_as_typed() -> None:
    examined = examine(draft("device"), context())
    assert json.loads(examined.bodies["android"])["token_list"] == [TOKEN]
