"""Which pushes are taken and which are refused, by the vectors and by what clients send."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from .conftest import TOKENS, Practice, instant, notify

VECTORS = Path(__file__).parents[1] / "vectors"
BODIES = json.loads((VECTORS / "tpns-push-bodies.json").read_text("utf-8"))
INVALID = json.loads((VECTORS / "tpns-push-invalid.json").read_text("utf-8"))
SEEDS = json.loads((VECTORS / "tpns-seed-samples.json").read_text("utf-8"))

IOS_MESSAGE = {"title": "a", "content": "b", "ios": {"aps": {"alert": {}}}}


def by_id(case: dict[str, Any]) -> str:
    return str(case["id"])


def expanded(value: Any) -> Any:
    """The place-holders of the vectors, written out."""
    if isinstance(value, dict):
        if "$generate" in value:
            how = value["$generate"]
            return [how["format"] % i for i in range(how["from"], how["from"] + how["count"])]
        if "$repeat" in value:
            return value["$repeat"]["text"] * value["$repeat"]["count"]
        return {key: expanded(item) for key, item in value.items()}
    if isinstance(value, list):
        return [expanded(item) for item in value]
    return value


@pytest.mark.parametrize("case", BODIES["cases"], ids=by_id)
def test_every_valid_body_is_accepted(case: dict[str, Any], unlimited: Practice):
    unlimited.clock.now = instant(case["now"])
    answer = unlimited.push(case["body"], case["platform"])
    assert (answer["ret_code"], answer["err_msg"]) == (0, "NO_ERROR")
    ids = answer["push_id"]
    if "loop_param" in case["body"]:
        assert len(ids) == len(set(ids)) > 1
    else:
        assert ids.isdigit()


# A loop on a single token could also be ignored, as other options that do not apply to a target
# are. It is refused: ignoring it would send once and now what was asked for on other days.
@pytest.mark.parametrize("case", INVALID["cases"], ids=by_id)
def test_every_invalid_body_is_refused_for_its_reason(case: dict[str, Any], unlimited: Practice):
    unlimited.clock.now = instant(INVALID["now"])
    answer = unlimited.push(expanded(case["body"]), case["platform"])
    assert answer["ret_code"] == case["expect"]["ret_code"]
    assert answer["push_id"] == ""
    if answer["ret_code"] in (1008002, 1008007, 1008029) and case["id"] != "bad-audience":
        assert answer["err_msg"].endswith(f": {case['expect']['field']}")
    assert unlimited.world.applications[case["platform"]].pushes == []


@pytest.mark.parametrize("case", INVALID["raw_not_json"], ids=by_id)
def test_what_is_not_json_is_a_parse_error(case: dict[str, Any], unlimited: Practice):
    answer = unlimited.push(case["raw"].encode())
    assert (answer["seq"], answer["ret_code"]) == (0, case["expect"]["ret_code"])


@pytest.mark.parametrize(
    "raw",
    [
        b"[]",
        b'"all"',
        b'{"seq":NaN}',
        b'{"seq":Infinity}',
        b'{"seq":1e999}',
        b"\xff\xfe{}",
        b'{"message":"\\ud83d"}',
        b"[" * 20_000,
        b'{"seq":' + b"9" * 5000 + b"}",
    ],
)
def test_other_text_than_a_json_object_in_utf8_is_a_parse_error(raw: bytes, practice: Practice):
    assert practice.push(raw)["ret_code"] == 1008001


@pytest.mark.parametrize(
    "case", [case for case in SEEDS["cases"] if case["runnable_as_is"]], ids=by_id
)
def test_the_seeds_samples_are_served(case: dict[str, Any], unlimited: Practice):
    if "planName" in case["body"]:
        answer = unlimited.post("/v3/push/plan/add_plan_push", case["body"])
        assert answer["retCode"] == 0
        return
    platform = "ios" if "ios" in case["body"]["message"] else "android"
    assert unlimited.push(case["body"], platform)["ret_code"] == 0


# Clients in the field ------------------------------------------------------------------


def test_zero_null_and_empty_stand_for_not_given(unlimited: Practice):
    body = notify(
        token_list=None,
        account_list=[],
        account_type=0,
        tag_rules=[],
        tag_list=None,
        upload_id=0,
        collapse_id=0,
        push_speed=0,
        send_time="",
        loop_param=None,
        plan_id="",
        group_id="",
        environment="",
        channel_rules=None,
        sms_info=None,
        resend_by_sms=False,
        seq=0,
    )
    body["message"] |= {
        "xg_media_resources": "",
        "accept_time": [],
        "ios": None,
        "android": {
            "ring_raw": "",
            "action": {
                "action_type": 1,
                "activity": "",
                "aty_attr": None,
                "browser": None,
                "intent": "",
            },
            "custom_content": "",
        },
    }
    assert unlimited.push(body)["ret_code"] == 0


@pytest.mark.parametrize(
    "fields",
    [
        {"push_speed": 7},
        {"send_time": "whenever"},
        {"collapse_id": 5},
        {"upload_id": 99},
        {"environment": "nowhere"},
        {"platform": "android", "trace_id": "t", "loop_times": 3, "stat_tag": "x", "brand_new": {}},
    ],
)
def test_options_that_do_not_apply_and_unknown_fields_are_ignored(
    fields: dict[str, Any], unlimited: Practice
):
    body = notify("token", token_list=[TOKENS[0]], **fields)
    body["message"]["surprise"] = [1]
    assert unlimited.push(body)["ret_code"] == 0


def test_a_wrong_audience_type_has_the_services_own_words(practice: Practice):
    answer = practice.push(notify("everyone"))
    assert (answer["ret_code"], answer["err_msg"]) == (1008007, "audience_type is not correct")


@pytest.mark.parametrize(
    ("audience_type", "key"), [("token", "token_list"), ("account", "account_list")]
)
def test_an_empty_list_of_targets_is_a_bad_value(audience_type: str, key: str, practice: Practice):
    assert practice.push(notify(audience_type, **{key: []}))["ret_code"] == 1008007


def test_a_tag_rule_may_leave_out_its_own_operator_and_negation(practice: Practice):
    item = {
        "tags": ["vip"],
        "tags_operator": "OR",
        "items_operator": "OR",
        "is_not": False,
        "tag_type": "xg_user_define",
    }
    assert practice.push(notify("tag", tag_rules=[{"tag_items": [item]}]))["ret_code"] == 0


@pytest.mark.parametrize(("sent", "echoed"), [(77, 77), ("77", 77), (None, 0), ("x", 0), (1.5, 0)])
def test_seq_is_echoed_as_an_integer(sent: Any, echoed: int, practice: Practice):
    assert practice.push({"seq": sent})["seq"] == echoed
    assert practice.push(notify(seq=sent))["seq"] == echoed


def test_account_type_may_come_as_text(unlimited: Practice):
    body = notify("account", account_list=["12345"], account_type="991")
    assert unlimited.push(body)["ret_code"] == 0


def test_names_of_the_official_sdks_are_understood(unlimited: Practice):
    loop = {
        "startDate": "2026-01-16",
        "endDate": "2026-01-16",
        "loopType": 1,
        "loopDayIndexs": [0],
        "DayTimes": ["09:00:00"],
    }
    message = {"title": "a", "content": "b", "ios": {"aps": {}, "custom": "{}"}}
    message["ios"]["aps"] = {"sound": "default"}
    body = notify(environment="dev", loop_param=loop, message=message)
    assert len(unlimited.push(body, "ios")["push_id"]) == 1


# Rules that the vectors do not show ----------------------------------------------------


@pytest.mark.parametrize(
    ("given", "kept"), [(0, 0), (1, 800), (799, 800), (800, 800), (None, 86400)]
)
def test_short_expiries_are_raised_and_zero_means_online_only(
    given: int | None, kept: int, practice: Practice
):
    practice.push(notify("token", token_list=[practice.android.fleet.token(0)], expire_time=given))
    assert practice.android.pushes[0].order.expire_s == kept


def test_unknown_tokens_are_skipped_and_named_if_told_so(unlimited: Practice):
    body = notify("token_list", token_list=[TOKENS[0], "bad"], ignore_invalid_token=1)
    answer = unlimited.push(body)
    assert (answer["ret_code"], answer["invalid_targe_list"]) == (0, ["bad"])


def test_one_unknown_token_fails_the_list_otherwise(unlimited: Practice):
    body = notify("token_list", token_list=[TOKENS[0], "bad"])
    assert unlimited.push(body)["ret_code"] == 1008029


def test_nobody_left_after_skipping_is_no_target(unlimited: Practice):
    body = notify("token_list", token_list=["bad"], ignore_invalid_token=1)
    assert unlimited.push(body)["ret_code"] == 10010005


def test_tokens_belong_to_one_platform(practice: Practice):
    token = practice.ios.fleet.token(0)
    assert practice.push(notify("token", token_list=[token]))["ret_code"] == 1008029


@pytest.mark.parametrize("field", ["plan_id", "collapse_id"])
def test_unknown_plans_and_collapse_ids_are_refused(field: str, practice: Practice):
    answer = practice.push(notify(**{field: 123456}))
    assert (answer["ret_code"], answer["err_msg"]) == (1008007, f"invalid parameter: {field}")


def test_all_channels_closed_is_refused(practice: Practice):
    channels = ("xg", "hw", "xm", "mz", "vivo", "oppo", "honor", "fcm")
    closed = [{"channel": channel, "disable": True} for channel in channels]
    assert practice.push(notify(channel_rules=closed))["ret_code"] == 1008007


def test_collapse_with_custom_content_is_refused_while_huawei_is_open(unlimited: Practice):
    body = notify(collapse_id=1000123)
    body["message"]["android"] = {"custom_content": "{}"}
    assert unlimited.push(body)["ret_code"] == 1008007
    body["channel_rules"] = [{"channel": "hw", "disable": True}]
    assert unlimited.push(body)["ret_code"] == 0


@pytest.mark.parametrize(
    ("message", "field"),
    [
        ({"title": 1, "content": "b"}, "message.title"),
        ({"title": "a", "content": "b", "android": {"ring": 2}}, "message.android.ring"),
        ({"title": "a", "content": "b", "android": []}, None),
        ({"title": "a", "content": "b", "android": "x"}, "message.android"),
        ({"title": "a", "content": "b", "android": {"urgency": "LOW"}}, "message.android.urgency"),
        ({"title": "", "content": ""}, None),
    ],
)
def test_messages_for_android(message: dict[str, Any], field: str | None, practice: Practice):
    answer = practice.push(notify(message=message))
    assert answer["err_msg"] == (f"invalid parameter: {field}" if field else "NO_ERROR")


@pytest.mark.parametrize(
    ("size", "code"),
    [(4096, 0), (4097, 1008007)],
)
def test_a_message_has_at_most_4096_bytes_of_compact_json(size: int, code: int, practice: Practice):
    frame = len('{"title":"好","content":""}'.encode())
    message = {"title": "好", "content": "x" * (size - frame)}
    # Sent with spaces and escapes: what counts is the compact form.
    assert practice.push(notify(message=message))["ret_code"] == code


def test_personalised_text_needs_defaults(practice: Practice):
    answer = practice.push(notify(ntf_wt_attrs=True))
    assert answer["err_msg"] == "missing parameter: message.default_content"
    ios = IOS_MESSAGE | {"default_content": "c"}
    body = notify(ntf_wt_attrs=True, environment="dev", message=ios)
    assert practice.push(body, "ios")["ret_code"] == 0


def test_refusals_never_repeat_what_was_sent(practice: Practice):
    body = notify("token", token_list=["not-to-be-repeated"])
    assert "not-to-be" not in json.dumps(practice.push(body))
