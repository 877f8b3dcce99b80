"""Rules that the vectors do not cover, each by the field it blames."""

from __future__ import annotations

import json
import traceback
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from tpns_desktop.model.limits import MESSAGE_BYTES_MAX, SERVICE_ZONE
from tpns_desktop.model.message import message_size
from tpns_desktop.model.problem import Problem, PushRefused
from tpns_desktop.model.push import Push, parse_push, parse_push_json, push_json, push_warnings

NOW = datetime(2026, 1, 15, 10, 0, tzinfo=SERVICE_ZONE)
TOKEN = "04cac74a714f61bf089987a986363d88aaaa"


def body(**fields: Any) -> dict[str, Any]:
    return {
        "audience_type": "all",
        "message_type": "notify",
        "message": {"title": "Order shipped", "content": "Parcel 4711"},
        **fields,
    }


def android(**fields: Any) -> dict[str, Any]:
    return body(message={"title": "a", "content": "b", "android": fields})


def ios(message_type: str = "notify", *, aps: Any = None, **fields: Any) -> dict[str, Any]:
    message = {"title": "a", "content": "b", "ios": {"aps": {"alert": {}} if aps is None else aps}}
    return body(environment="dev", message_type=message_type, message={**message, **fields})


def tagged(**item: Any) -> dict[str, Any]:
    whole = {
        "tags": ["vip"],
        "tags_operator": "OR",
        "items_operator": "OR",
        "is_not": False,
        "tag_type": "xg_user_define",
        **item,
    }
    rule = {"tag_items": [whole], "operator": "OR", "is_not": False}
    return body(audience_type="tag", tag_rules=[rule])


def looped(**fields: Any) -> dict[str, Any]:
    loop = {
        "startDate": "2026-01-16",
        "endDate": "2026-01-18",
        "loopType": 1,
        "loopDayIndexs": [0],
        "dayTimes": ["09:00:00"],
        **fields,
    }
    return body(loop_param=loop)


def sms(**fields: Any) -> dict[str, Any]:
    return {
        "delay_trigger_time": 300,
        "trigger_condition": 1,
        "sms_template_id": "1",
        "sms_app_id": "1",
        **fields,
    }


def parse(raw: Any, platform: Any = "android", now: datetime = NOW) -> Push:
    return parse_push(raw, platform=platform, now=now)


def faults(raw: Any, platform: Any = "android", now: datetime = NOW) -> list[tuple[str, str, str]]:
    """What is refused, as (field, kind, reason); empty if it is not."""
    try:
        parse(raw, platform, now)
    except PushRefused as refused:
        return [(p.field, p.kind, p.reason) for p in refused.problems]
    return []


# Shape ------------------------------------------------------------------------------------


def test_every_deprecated_or_undocumented_field_is_accepted_and_kept() -> None:
    raw = body(group_id="tpns_20260115", platform="android", trace_id="t-1", seq=7)
    assert json.loads(push_json(parse(raw))) == raw


def test_every_newer_vendor_field_is_accepted_and_kept() -> None:
    raw = android(
        n_category="social",
        n_importance=4,
        fcm_ch_id="f",
        hw_biz_type=1,
        hw_category="IM",
        hw_importance=2,
        urgency="HIGH",
        oppo_top_notification_bar_show=True,
        oppo_senior_push=False,
        oppo_advertiser_id="7",
        vivo_category="ACCOUNT",
        vivo_ch_id="1",
        vivo_marketing=1,
        n_id=-1,
        badge_type=99,
        ring_raw="bell",
        n_ch_id="c",
        icon_type=1,
        icon_res="https://img.example.com/i.png",
        icon_color=123456,
    )
    assert json.loads(push_json(parse(raw))) == raw


@pytest.mark.parametrize(
    ("raw", "fault"),
    [
        (body(loop_times=2), ("loop_times", "value", "unknown_field")),
        (android(colour=1), ("message.android.colour", "value", "unknown_field")),
        (body(plan_id=48), ("plan_id", "value", "bad_type")),
        (body(plan_id=None), ("plan_id", "value", "bad_type")),
        (body(plan_id=" "), ("plan_id", "value", "empty")),
        (body(multi_pkg=1), ("multi_pkg", "value", "bad_type")),
        (body(multi_pkg="true"), ("multi_pkg", "value", "bad_type")),
        (body(expire_time="60"), ("expire_time", "value", "bad_type")),
        (body(expire_time=60.0), ("expire_time", "value", "bad_type")),
        (body(expire_time=True), ("expire_time", "value", "bad_type")),
        (body(tpns_online_push_type=True), ("tpns_online_push_type", "value", "bad_type")),
        (body(tpns_online_push_type=1.0), ("tpns_online_push_type", "value", "bad_type")),
        (body(seq=2**63), ("seq", "value", "too_large")),
        (body(seq=float("nan")), ("seq", "value", "bad_type")),
        (body(message="hi"), ("message", "value", "bad_type")),
        (body(collapse_id=0), ("collapse_id", "value", "too_small")),
        (android(ring=2), ("message.android.ring", "value", "not_allowed")),
        (android(badge_type=100), ("message.android.badge_type", "value", "too_large")),
        (android(vivo_category="im"), ("message.android.vivo_category", "value", "bad_format")),
        (android(vivo_marketing=[1]), ("message.android.vivo_marketing", "value", "bad_type")),
        (android(custom_content="{"), ("message.android.custom_content", "value", "bad_format")),
        (android(ring_raw="bell"), ("message.android.n_ch_id", "missing", "required")),
        (
            android(ring_raw="bell.mp3", n_ch_id="c"),
            ("message.android.ring_raw", "value", "bad_format"),
        ),
        (android(icon_type=1), ("message.android.icon_res", "missing", "required")),
        (
            android(icon_type=1, icon_res="icon"),
            ("message.android.icon_res", "value", "bad_format"),
        ),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused(
    raw: dict[str, Any], fault: tuple[str, str, str]
) -> None:
    assert faults(raw) == [fault]


def test_a_body_that_is_no_object_is_refused() -> None:
    for raw in ([], "all", None, 3):
        assert faults(raw) == [("", "value", "bad_type")]
    with pytest.raises(PushRefused):
        parse_push_json(b"[]", platform="android", now=NOW)


def test_a_body_that_nests_without_end_is_refused() -> None:
    deep: Any = []
    for _ in range(100_000):
        deep = [deep]
    assert {fault[1:] for fault in faults(body(seq=deep))} == {("value", "bad_type")}
    text = b'{"seq":' + b"[" * 200_000
    with pytest.raises(PushRefused):
        parse_push_json(text, platform="android", now=NOW)


def test_account_type_as_text_becomes_a_number() -> None:
    raw = body(audience_type="account_list", account_list=["12345"], account_type="991")
    assert b'"account_type":991' in push_json(parse(raw))
    assert faults({**raw, "account_type": "0x1"}) == [("account_type", "value", "bad_type")]
    assert faults({**raw, "account_type": "17"}) == [("account_type", "value", "not_allowed")]


def test_a_push_does_not_change_and_is_made_by_parsing_only() -> None:
    push = parse(body())
    with pytest.raises(ValidationError):
        push.audience_type = "tag"  # type: ignore[misc]
    with pytest.raises(TypeError, match="parse_push"):
        Push.model_validate(body())


def test_a_naive_now_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(TypeError):
        parse_push(body(), platform="android", now=datetime(2026, 1, 15))


# Audience ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        ("token", "token_list"),
        ("token_list", "token_list"),
        ("account", "account_list"),
        ("account_list", "account_list"),
        ("tag", "tag_rules"),
    ],
)
def test_an_empty_list_is_refused(kind: str, field: str) -> None:
    assert faults(body(audience_type=kind, **{field: []})) == [(field, "value", "empty")]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("token_list", [TOKEN]),
        ("account_list", ["alice"]),
        ("tag_rules", tagged()["tag_rules"]),
        ("tag_list", {"tags": ["vip"], "op": "OR"}),
        ("upload_id", 7),
    ],
)
def test_a_selection_beside_everyone_is_refused(field: str, value: Any) -> None:
    assert faults(body(**{field: value})) == [(field, "value", "excluded")]


def test_blank_ids_are_refused() -> None:
    raw = body(audience_type="token_list", token_list=[TOKEN, " "])
    assert faults(raw) == [("token_list", "token", "empty")]
    raw = body(audience_type="account_list", account_list=["alice", "\t"])
    assert faults(raw) == [("account_list", "value", "empty")]


def test_a_thousand_is_allowed() -> None:
    parse(body(audience_type="token_list", token_list=[f"{i:036x}" for i in range(1000)]))
    parse(body(audience_type="account_list", account_list=[f"acc{i}" for i in range(1000)]))


@pytest.mark.parametrize(
    ("item", "field", "kind", "reason"),
    [
        ({"tags": []}, "tags", "value", "empty"),
        ({"tags": ["a", " "]}, "tags[1]", "value", "empty"),
        ({"tags": "vip"}, "tags", "value", "bad_type"),
        ({"is_not": 0}, "is_not", "value", "bad_type"),
        ({"items_operator": "and"}, "items_operator", "value", "not_allowed"),
        ({"tag_type": "xg_auto_verison"}, "tag_type", "value", "not_allowed"),
    ],
)
def test_a_wrong_tag_item_is_named(
    item: dict[str, Any], field: str, kind: str, reason: str
) -> None:
    assert faults(tagged(**item)) == [(f"tag_rules[0].tag_items[0].{field}", kind, reason)]


def test_the_old_tag_list_holds_512_characters() -> None:
    raw = body(audience_type="tag", tag_list={"tags": ["x" * 256, "y" * 256], "op": "OR"})
    assert faults(raw) == []
    raw["tag_list"]["tags"].append("z")
    assert faults(raw) == [("tag_list.tags", "value", "too_long")]


def test_odd_ids_only_warn() -> None:
    tokens = [TOKEN, "025ae31e59b3**********a5866354b3", "short", TOKEN.upper()]
    push = parse(body(audience_type="token_list", token_list=tokens))
    assert push_warnings(push) == (
        Problem("token_list[1]", "token", "masked"),
        Problem("token_list[2]", "token", "odd_format"),
        Problem("token_list[3]", "token", "odd_format"),
    )
    raw = body(audience_type="account_list", account_list=["12345", "12a"], account_type=991)
    assert push_warnings(parse(raw)) == (Problem("account_list[1]", "value", "odd_format"),)
    assert push_warnings(parse(body())) == ()


def test_what_the_service_would_not_read_warns() -> None:
    push = parse(body(audience_type="token", token_list=[TOKEN, TOKEN]))
    assert push_warnings(push) == (Problem("token_list", "value", "unused"),)


def test_custom_content_that_huawei_refuses_in_a_replacing_push_warns() -> None:
    raw = {**android(custom_content="{}"), "collapse_id": 5}
    warning = Problem("message.android.custom_content", "value", "excluded")
    assert push_warnings(parse(raw)) == (warning,)
    raw["channel_rules"] = [{"channel": "hw", "disable": True}]
    assert push_warnings(parse(raw)) == ()


# Message ----------------------------------------------------------------------------------


@pytest.mark.parametrize("blank", ["", " ", "\n\t", "\u3000"])
def test_a_blank_title_or_content_is_refused(blank: str) -> None:
    raw = body(message={"title": blank, "content": blank})
    assert faults(raw) == [
        ("message.title", "value", "empty"),
        ("message.content", "value", "empty"),
    ]


def test_spaces_around_a_text_are_kept() -> None:
    assert parse(body(message={"title": " a ", "content": "b\n"})).message.title == " a "


def test_the_message_is_measured_in_bytes() -> None:
    frame = len(b'{"title":"a","content":""}')
    room = MESSAGE_BYTES_MAX - frame
    for text, fits in (("x" * room, True), ("x" * (room + 1), False), ("字" * room, False)):
        raw = body(message={"title": "a", "content": text})
        assert faults(raw) == ([] if fits else [("message", "size", "too_long")])
    push = parse(body(message={"title": "a", "content": "x" * room}))
    assert message_size(push.message) == MESSAGE_BYTES_MAX


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("ftp://example.com", "not_allowed"),
        ("javascript:alert(1)", "not_allowed"),
        ("mailto:a@example.com", "not_allowed"),
        ("example.com", "bad_format"),
        ("", "bad_format"),
        ("https://", "bad_format"),
        ("https:///path", "bad_format"),
        ("https://exa mple.com", "bad_format"),
        ("https://example.com/\n", "bad_format"),
        ("https://[::1", "bad_format"),
        (" https://example.com", "bad_format"),
    ],
)
def test_a_web_page_has_an_http_address(url: str, reason: str) -> None:
    raw = android(action={"action_type": 2, "browser": {"url": url}})
    assert faults(raw) == [("message.android.action.browser.url", "value", reason)]


@pytest.mark.parametrize(
    "url",
    [
        "http://example.com",
        "HTTPS://EXAMPLE.COM/a?b=c#d",
        "https://例子.中国/路",
        "http://[::1]:8/",
    ],
)
def test_an_http_address_is_kept_as_it_stands(url: str) -> None:
    raw = android(action={"action_type": 2, "browser": {"url": url, "confirm": 0}})
    assert json.loads(push_json(parse(raw))) == raw


@pytest.mark.parametrize("field", ["xg_media_resources", "xg_media_audio_resources"])
def test_media_come_by_https(field: str) -> None:
    raw = body(message={"title": "a", "content": "b", field: "http://example.com/a"})
    assert faults(raw) == [(f"message.{field}", "value", "not_allowed")]


@pytest.mark.parametrize(
    ("start", "end", "reason"),
    [
        (("9", "5"), ("23", "59"), None),
        (("9", "60"), ("10", "00"), "bad_format"),
        (("-1", "0"), ("10", "00"), "bad_format"),
        (("٩", "0"), ("10", "00"), "bad_format"),
        (("22", "00"), ("08", "00"), "not_allowed"),
        (("08", "00"), ("08", "00"), "not_allowed"),
    ],
)
def test_accept_time_is_within_a_day(
    start: tuple[str, str], end: tuple[str, str], reason: str | None
) -> None:
    window = {
        "start": {"hour": start[0], "min": start[1]},
        "end": {"hour": end[0], "min": end[1]},
    }
    raw = body(message={"title": "a", "content": "b", "accept_time": [window]})
    assert faults(raw) == ([("message.accept_time", "value", reason)] if reason else [])


def test_accept_time_is_text() -> None:
    window = {"start": {"hour": 9, "min": "00"}, "end": {"hour": "10", "min": "00"}}
    raw = body(message={"title": "a", "content": "b", "accept_time": [window]})
    assert faults(raw) == [("message.accept_time[0].start.hour", "value", "bad_type")]


def test_a_group_summary_needs_the_group() -> None:
    raw = body(message={"title": "a", "content": "b", "thread_sumtext": "c"})
    assert faults(raw) == [("message.thread_id", "missing", "required")]


# iOS --------------------------------------------------------------------------------------


def test_a_notification_on_ios_has_an_alert() -> None:
    assert faults(ios(), "ios") == []
    assert faults(ios(aps={}), "ios") == [("message.ios.aps.alert", "missing", "required")]


@pytest.mark.parametrize("field", [{"alert": {}}, {"sound": ""}, {"badge_type": -1}])
def test_a_silent_message_has_nothing_to_see_or_hear(field: dict[str, Any]) -> None:
    raw = ios("message", aps={"content-available": 1, **field})
    assert faults(raw, "ios") == [("message.ios.aps", "value", "excluded")]


def test_a_silent_message_says_so() -> None:
    raw = ios("message", aps={"category": "x"})
    assert faults(raw, "ios") == [("message.ios.aps.content-available", "missing", "required")]
    raw = ios("message", aps={"content-available": 0})
    assert faults(raw, "ios") == [("message.ios.aps.content-available", "value", "not_allowed")]


def test_an_image_and_a_sound_exclude_each_other_on_ios() -> None:
    link = "https://example.com/a"
    raw = ios(xg_media_resources=link, xg_media_audio_resources=link)
    assert faults(raw, "ios") == [("message.xg_media_audio_resources", "value", "excluded")]


@pytest.mark.parametrize("key", ["custom", "xg"])
def test_names_of_sdks_are_not_sent(key: str) -> None:
    raw = ios()
    raw["message"]["ios"][key] = "{}"
    assert faults(raw, "ios") == [(f"message.ios.{key}", "value", "unknown_field")]


def test_apple_s_names_round_trip() -> None:
    aps = {
        "alert": {"title-loc-key": "K", "title-loc-args": ["a"], "launch-image": "i"},
        "mutable-content": 0,
        "interruption-level": "time-sensitive",
        "badge_type": 0,
        "sound": "",
    }
    raw = ios(aps=aps)
    assert json.loads(push_json(parse(raw, "ios"))) == raw


# Time -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kind", "reason"),
    [
        ("2026-01-15 10:00:01", None, None),
        ("2026-01-15 10:00:00", "time", "too_early"),
        ("2026-01-15 09:59:00", "time", "too_early"),
        ("2026-04-15 10:00:00", None, None),
        ("2026-04-15 10:00:01", "time", "too_late"),
        ("9999-12-31 23:59:59", "time", "too_late"),
        ("2026-02-30 10:00:00", "value", "bad_format"),
        ("2026-01-16 24:00:00", "value", "bad_format"),
        ("2026-01-16 9:30:00", "value", "bad_format"),
        ("2026-01-16T09:30:00", "value", "bad_format"),
        ("2026-01-16 09:30:00 ", "value", "bad_format"),
        ("٢٠٢٦-01-16 09:30:00", "value", "bad_format"),
        ("", "value", "bad_format"),
    ],
)
@pytest.mark.parametrize("now", [NOW, NOW.astimezone(UTC)], ids=["service", "utc"])
def test_send_time_is_ahead_but_not_far(
    text: str, kind: str | None, reason: str | None, now: datetime
) -> None:
    expected = [("send_time", kind, reason)] if kind else []
    assert faults(body(send_time=text), now=now) == expected


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("send_time", "2026-01-16 09:30:00"),
        ("loop_param", looped()["loop_param"]),
        ("push_speed", 1000),
        ("collapse_id", 5),
    ],
)
def test_time_speed_and_replacing_are_for_broadcasts(field: str, value: Any) -> None:
    targets: list[dict[str, Any]] = [
        {"audience_type": "token", "token_list": [TOKEN]},
        {"audience_type": "token_list", "token_list": [TOKEN]},
        {"audience_type": "account", "account_list": ["alice"]},
        {"audience_type": "account_list", "account_list": ["alice"]},
        {"audience_type": "package_token_push", "upload_id": 7},
    ]
    for target in targets:
        assert faults(body(**target, **{field: value})) == [(field, "value", "excluded")]
    broadcasts = [{}, {"audience_type": "package_account_push", "upload_id": 7}]
    for target in broadcasts:
        assert faults(body(**target, **{field: value})) == []
    assert faults({**tagged(), field: value}) == []


def test_a_loop_and_a_time_exclude_each_other() -> None:
    raw = {**looped(), "send_time": "2026-01-16 09:30:00"}
    assert faults(raw) == [("loop_param", "value", "excluded")]


@pytest.mark.parametrize(
    ("fields", "field", "kind", "reason"),
    [
        ({"startDate": "2026-01-14"}, "startDate", "time", "too_early"),
        ({"endDate": "2026-04-16"}, "endDate", "time", "too_late"),
        ({"startDate": "2026-1-16"}, "startDate", "value", "bad_format"),
        ({"startDate": "20260116"}, "startDate", "value", "bad_format"),
        ({"loopDayIndexs": [1]}, "loopDayIndexs", "value", "not_allowed"),
        ({"loopDayIndexs": []}, "loopDayIndexs", "value", "empty"),
        ({"loopType": 3, "loopDayIndexs": [0]}, "loopDayIndexs", "value", "not_allowed"),
        ({"loopType": 3, "loopDayIndexs": [32]}, "loopDayIndexs", "value", "not_allowed"),
        ({"loopType": 2, "loopDayIndexs": [1, 1]}, "loopDayIndexs", "value", "repeated"),
        ({"dayTimes": []}, "dayTimes", "value", "empty"),
        ({"dayTimes": ["9:00:00"]}, "dayTimes[0]", "value", "bad_format"),
        ({"dayTimes": ["09:00:00"] * 2}, "dayTimes", "value", "repeated"),
        ({"DayTimes": ["09:00:00"]}, "DayTimes", "value", "unknown_field"),
        (
            {"startDate": "2026-01-15", "endDate": "2026-01-15"},
            "dayTimes",
            "time",
            "too_early",
        ),
    ],
)
def test_a_loop_that_cannot_happen_is_refused(
    fields: dict[str, Any], field: str, kind: str, reason: str
) -> None:
    assert faults(looped(**fields)) == [(f"loop_param.{field}", kind, reason)]


# Channels, SMS, personal text -------------------------------------------------------------

CHANNELS = ["xg", "hw", "xm", "mz", "vivo", "oppo", "apns", "honor", "fcm"]


def test_one_channel_of_the_platform_stays_on() -> None:
    off = [{"channel": name, "disable": True} for name in CHANNELS]
    refused = [("channel_rules", "value", "excluded")]
    assert faults(body(channel_rules=off)) == refused
    assert faults(body(channel_rules=[r for r in off if r["channel"] != "apns"])) == refused
    assert faults(body(channel_rules=[r for r in off if r["channel"] != "hw"])) == []
    assert faults({**ios(), "channel_rules": off[:1] + off[6:7]}, "ios") == refused
    assert faults({**ios(), "channel_rules": off[:1]}, "ios") == []


def test_a_channel_stands_once() -> None:
    twice = [{"channel": "hw", "disable": True}, {"channel": "hw", "disable": False}]
    assert faults(body(channel_rules=twice)) == [("channel_rules[1].channel", "value", "repeated")]


def test_sms_and_its_switch_come_together() -> None:
    assert faults(body(resend_by_sms=True, sms_info=sms())) == []
    assert faults(body(resend_by_sms=False)) == []
    assert faults(body(sms_info=sms())) == [("resend_by_sms", "missing", "required")]
    assert faults(body(sms_info=sms(), resend_by_sms=False)) == [
        ("resend_by_sms", "value", "excluded")
    ]


def test_ids_of_sms_are_text() -> None:
    raw = body(resend_by_sms=True, sms_info=sms(sms_template_id=123, sms_app_id=" "))
    assert faults(raw) == [
        ("sms_info.sms_template_id", "value", "bad_type"),
        ("sms_info.sms_app_id", "value", "empty"),
    ]


def test_personal_text_needs_a_text_for_the_others() -> None:
    raw = body(ntf_wt_attrs=True)
    assert faults(raw) == [
        ("message.default_content", "missing", "required"),
        ("message.default_title", "missing", "required"),
    ]
    raw = {**ios(default_content="x"), "ntf_wt_attrs": True}
    assert faults(raw, "ios") == []


# What leaves the module -------------------------------------------------------------------


def test_a_refusal_quotes_nothing_that_was_typed() -> None:
    canary = "canary-4711-zebra"
    raw = {
        "audience_type": canary,
        "token_list": [canary],
        "message": {"title": canary, canary + " x": canary, "android": {"ring": canary}},
        "plan_id": {canary: canary},
        canary + "\ud800": canary,
    }
    with pytest.raises(PushRefused) as refused:
        parse(raw)
    error = refused.value
    assert error.__context__ is None
    assert error.__cause__ is None
    shown = "".join(traceback.format_exception(error)) + repr(error) + repr(error.problems)
    assert canary not in shown
    with pytest.raises(PushRefused) as refused:
        parse_push_json(f'{{"a": "{canary}'.encode(), platform="android", now=NOW)
    assert refused.value.__context__ is None


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'{"audience_type":"tag","audience_type":"all"}', "repeated_key"),
        (b'{"message":{"title":"a","title":"b"}}', "repeated_key"),
        (b'{"seq":NaN}', "not_json"),
        (b'{"seq":-Infinity}', "not_json"),
        (b"\xef\xbb\xbf{}", "not_json"),
        (b'{"a":"\xff"}', "not_json"),
        (b'{"seq":' + b"9" * 5000 + b"}", "not_json"),
    ],
)
def test_json_that_readers_understand_differently_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(PushRefused) as refused:
        parse_push_json(data, platform="android", now=NOW)
    assert refused.value.problems == (Problem("", "value", reason),)


def test_half_a_surrogate_pair_is_refused() -> None:
    raw = body(message={"title": "\ud83d", "content": "b"})
    assert faults(raw) == [("message.title", "value", "surrogate")]
    with pytest.raises(PushRefused):
        parse_push_json(json.dumps(raw).encode(), platform="android", now=NOW)


said = st.text(min_size=1, max_size=60).filter(str.strip)


@given(title=said, content=said, tags=st.lists(said, min_size=1, max_size=4))
def test_any_text_survives_and_the_bytes_are_stable(
    title: str, content: str, tags: list[str]
) -> None:
    raw = tagged(tags=tags)
    raw["message"] = {"title": title, "content": content}
    push = parse(raw)
    data = push_json(push)
    assert json.loads(data) == raw
    again = parse_push_json(data, platform="android", now=NOW)
    assert again == push
    assert push_json(again) == data
    assert data == push_json(parse(json.loads(data)))


@given(order=st.permutations(list(body(seq=1, plan_id="1", expire_time=60, push_speed=2000))))
def test_the_order_of_keys_does_not_change_the_bytes(order: list[str]) -> None:
    raw = body(seq=1, plan_id="1", expire_time=60, push_speed=2000)
    assert push_json(parse({key: raw[key] for key in order})) == push_json(parse(raw))


def test_the_bytes_are_compact_utf_8() -> None:
    raw = body(message={"title": "订单 <&> é 🙂", "content": 'a/b\u2028\x01\\"'})
    assert (
        push_json(parse(raw))
        == (
            '{"audience_type":"all","message_type":"notify","message":'
            '{"title":"订单 <&> é 🙂","content":"a/b\u2028\\u0001\\\\\\""}}'
        ).encode()
    )


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)


@given(
    field=st.sampled_from([*Push.model_fields]),
    value=json_values,
    platform=st.sampled_from(["android", "ios"]),
)
def test_any_value_anywhere_is_a_push_or_is_refused(field: str, value: Any, platform: str) -> None:
    raw = {**ios(), field: value}
    refused = faults(raw, platform)
    assert "\ud800" not in "".join(name for name, _, _ in refused)
    if not refused:
        body_again = json.loads(push_json(parse(raw, platform)))
        assert body_again == raw or field == "account_type"


def test_a_push_of_yesterday_is_read_with_yesterday_s_clock() -> None:
    data = push_json(parse(body(send_time="2026-01-16 09:30:00")))
    parse_push_json(data, platform="android", now=NOW)
    with pytest.raises(PushRefused):
        parse_push_json(data, platform="android", now=NOW + timedelta(days=2))
