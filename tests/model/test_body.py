"""Every field of the draft in the body: on the platforms and for the people that take it."""

from __future__ import annotations

import copy
import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tpns_desktop.model.body import push_body
from tpns_desktop.model.draft import empty_draft, named_devices, platforms_of, tokens_of
from tpns_desktop.model.limits import SERVICE_ZONE
from tpns_desktop.model.message_body import accept_time, custom_json
from tpns_desktop.model.options import OPTIONS
from tpns_desktop.model.problem import PushRefused
from tpns_desktop.model.push import parse_push, push_json, push_template
from tpns_desktop.model.reading import draft_of
from tpns_desktop.ui.forms.binding import completed

NOW = datetime(2026, 1, 15, 10, 0, tzinfo=SERVICE_ZONE)
TOKEN = "04cac74a714f61bf089987a986363d88aaaa"
OTHER = "05a305f6b71abb3a6b8c759fd1bc56b4bb44"
OLDER = json.loads(Path(__file__).with_name("older_drafts.json").read_text("utf-8"))["cases"]
BOTH = ("android", "ios")


def draft(kind: str = "all", **changes: Any) -> dict[str, Any]:
    """A right draft; `changes` are paths with "__" for the dot."""
    made = empty_draft()
    made["audience"]["kind"] = kind
    made["audience"]["tag"]["groups"][0][0]["tags"] = ["vip"]
    made["audience"]["account"]["text"] = "alice01"
    made["audience"]["device"].update(text=TOKEN, platform="android")
    made["message"].update(title="Order shipped", content="Parcel 4711")
    for path, value in changes.items():
        put(made, path.replace("__", "."), value)
    return made


def put(made: dict[str, Any], path: str, value: Any) -> None:
    *way, last = path.split(".")
    for name in way:
        made = made[name]
    made[last] = value


def body_of(made: dict[str, Any], platform: Any = "android", **more: Any) -> dict[str, Any]:
    values = {"platform": platform, "ios_environment": "product", "plan_id": None}
    return push_body(made, **values | more)


def right(made: dict[str, Any], platform: Any = "android", **more: Any) -> dict[str, Any]:
    """The body, after the model took it."""
    body = body_of(made, platform, **more)
    parse_push(
        {**body, **({"upload_id": 1} if "upload_id" in body else {})}, platform=platform, now=NOW
    )
    return body


def refused(made: dict[str, Any], platform: Any = "android") -> set[tuple[str, str]]:
    with pytest.raises(PushRefused) as error:
        right(made, platform)
    return {(problem.field, problem.reason) for problem in error.value.problems}


# What an earlier version stored -------------------------------------------------------------


@pytest.mark.parametrize("filled_in", [True, False], ids=["completed", "as stored"])
@pytest.mark.parametrize("case", OLDER, ids=lambda case: case["name"])
def test_an_older_draft_sends_the_very_same_bytes(case: dict[str, Any], filled_in: bool) -> None:
    made = completed(case["draft"]) if filled_in else case["draft"]
    for platform, sent in case["bodies"].items():
        body = body_of(made, platform, plan_id=case["plan_id"], file_kind=case["file_kind"])
        if "upload_id" in body:
            data = push_template(body, platform=platform, now=NOW)
        else:
            data = push_json(parse_push(body, platform=platform, now=NOW))
        assert data == sent.encode()


# Options ------------------------------------------------------------------------------------

SAMPLES = {"text": "abc", "number": "7", "colour": "#01e240"}
NEEDED = {
    "message.android.ring_raw": {"message.android.n_ch_id": "orders"},
    "message.android.icon_type": {"message.android.icon_res": "https://img.example.com/i.png"},
    "message.group.summary": {"message.group.id": "orders"},
}
SPECIAL = {
    "message.picture": "https://img.example.com/a.png",
    "message.audio": "https://img.example.com/a.mp3",
    "message.android.vivo_category": "IM",
}


def at(value: Any, path: tuple[str, ...]) -> Any:
    for name in path:
        if not isinstance(value, dict) or name not in value:
            return None
        value = value[name]
    return value


@pytest.mark.parametrize("option", OPTIONS, ids=lambda option: option.path)
def test_each_option_reaches_its_field_on_its_platforms_only(option: Any) -> None:
    texts = option.choices or (SPECIAL.get(option.path) or SAMPLES[option.kind],)
    for text in texts:
        made = draft(**{option.path.replace(".", "__"): text})
        for path, needed in NEEDED.get(option.path, {}).items():
            put(made, path, needed)
        without = copy.deepcopy(made)
        put(without, option.path, "")
        for platform in BOTH:
            body, bare = right(made, platform), right(without, platform)
            if platform in option.platforms:
                wire = option.wire_on(platform)
                assert at(bare, wire) is None
                assert at(body, wire) is not None
            else:
                assert body == bare


def test_numbers_switches_and_colours_arrive_as_the_service_types_them() -> None:
    made = draft()
    made["message"]["android"].update(
        ring="0", badge_type="-2", icon_color="#01e240", oppo_senior_push="true",
        vivo_ch_id="1", n_importance="3", vivo_marketing="1", urgency="HIGH",
    )  # fmt: skip
    assert right(made)["message"]["android"] == {
        "ring": 0,
        "badge_type": -2,
        "icon_color": 123456,
        "oppo_senior_push": True,
        "vivo_ch_id": "1",
        "n_importance": 3,
        "vivo_marketing": 1,
        "urgency": "HIGH",
    }
    made["message"]["android"]["icon_color"] = "123456"
    assert right(made)["message"]["android"]["icon_color"] == 123456


@pytest.mark.parametrize("option", [o for o in OPTIONS if o.value in ("whole", "truth")],
                         ids=lambda option: option.path)  # fmt: skip
def test_what_fits_no_option_is_refused_at_its_field(option: Any) -> None:
    made = draft(**{option.path.replace(".", "__"): "seven"})
    for platform in option.platforms:
        assert {field for field, _ in refused(made, platform)} == {
            ".".join(option.wire_on(platform))
        }


def test_without_sound_badge_and_receipt_an_iphone_message_lacks_their_fields() -> None:
    made = draft()
    made["message"]["ios"].update(badge_type="", sound="", mutable_content="")
    assert right(made, "ios")["message"]["ios"] == {"aps": {"alert": {}}}


def test_subtitle_and_launch_image_belong_to_the_alert() -> None:
    made = draft(message__subtitle="Today", message__ios__launch_image="Launch")
    alert = right(made, "ios")["message"]["ios"]["aps"]["alert"]
    assert alert == {"subtitle": "Today", "launch-image": "Launch"}
    assert right(made) == right(draft())


# Parts of a message -------------------------------------------------------------------------


def test_a_tap_may_open_an_activity_with_its_flags() -> None:
    tap = {"kind": "activity", "activity": " com.example.Push ", "intent_flags": "0x10000000"}
    made = draft(message__tap={**empty_draft()["message"]["tap"], **tap})
    assert right(made)["message"]["android"]["action"] == {
        "action_type": 1,
        "activity": "com.example.Push",
        "aty_attr": {"if": 0x10000000},
    }
    made["message"]["tap"].update(activity="", pending_flags="x")
    assert refused(made) == {
        ("message.android.action.activity", "empty"),
        ("message.android.action.aty_attr.pf", "bad_type"),
    }


def test_a_web_page_may_ask_first() -> None:
    made = draft()
    made["message"]["tap"].update(kind="web", url="https://example.com", confirm=True)
    browser = right(made)["message"]["android"]["action"]["browser"]
    assert browser == {"url": "https://example.com", "confirm": 1}


def test_custom_data_is_a_text_of_json_on_both_systems() -> None:
    rows = [["order", "4711"], ["", " "], ["多", '"1"'], ["count", "3", "json"]]
    for platform in BOTH:
        text = right(draft(message__custom=rows), platform)["message"][platform]["custom_content"]
        assert json.loads(text) == {"order": "4711", "多": '"1"', "count": 3}
    assert custom_json([]) is None
    assert custom_json([["", ""]]) is None


@pytest.mark.parametrize("platform", BOTH)
@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([["", "4711"]], "empty_key"),
        ([["a", "1"], ["a ", "2"]], "repeated_key"),
        ([["a", "{", "json"]], "bad_format"),
        ([["a", 1]], "bad_type"),
        ([["a"]], "bad_type"),
    ],
)
def test_custom_data_that_is_no_table_is_refused(rows: Any, reason: str, platform: str) -> None:
    found = refused(draft(message__custom=rows), platform)
    assert found == {(f"message.{platform}.custom_content", reason)}


def window(start: str, end: str) -> dict[str, dict[str, str]]:
    parts = {"start": start.split(":"), "end": end.split(":")}
    return {name: {"hour": hour, "min": minute} for name, (hour, minute) in parts.items()}


def test_a_window_over_midnight_is_written_as_two() -> None:
    windows = [{"start": "22:00", "end": "07:30"}, {"start": "12:00", "end": "13:00"}]
    body = right(draft(message__accept=windows))
    assert body["message"]["accept_time"] == [
        window("22:00", "23:59"),
        window("00:00", "07:30"),
        window("12:00", "13:00"),
    ]
    assert accept_time([{"start": "22:00", "end": "00:00"}]) == [window("22:00", "23:59")]
    assert accept_time([{"start": "23:59", "end": "07:00"}]) == [window("00:00", "07:00")]
    assert right(draft(message__accept=windows), "ios") == right(draft(), "ios")


@pytest.mark.parametrize(
    ("start", "end", "reason"),
    [
        ("", "21:00", "bad_format"),
        ("nine", "21:00", "bad_format"),
        ("09:00", "25:00", "bad_format"),
        ("09:00", "09:00", "not_allowed"),
        ("23:59", "00:00", "not_allowed"),
    ],
)
def test_a_window_that_is_none_is_refused(start: str, end: str, reason: str) -> None:
    made = draft(message__accept=[{"start": start, "end": end}])
    assert refused(made) == {("message.accept_time", reason)}


def test_personal_text_needs_a_text_for_phones_without_a_value() -> None:
    made = draft(message__title="Hi {{name}}")
    made["message"]["personal"].update(on=True, title="Hello", content="News", subtitle="")
    for platform in BOTH:
        body = right(made, platform)
        assert body["ntf_wt_attrs"] is True
        defaults = {k: v for k, v in body["message"].items() if k.startswith("default_")}
        assert defaults == {"default_title": "Hello", "default_content": "News"}
    made["message"]["personal"].update(title=" ", content="")
    assert refused(made) == {
        ("message.default_title", "required"),
        ("message.default_content", "required"),
    }
    made["message"]["personal"].update(on=False, title="left over")
    assert "ntf_wt_attrs" not in body_of(made)
    assert "default_title" not in body_of(made)["message"]


def test_an_in_app_message_carries_words_data_and_hours_only() -> None:
    made = draft(message__kind="message", message__custom=[["a", "1"]])
    made["message"].update(in_app_too=True, accept=[{"start": "09:00", "end": "21:00"}])
    made["message"]["tap"].update(kind="page", page="shop://a")
    made["message"]["personal"].update(on=True)
    made["message"]["android"].update(ring="0", hw_ch_id="x")
    made["schedule"].update(channels_off=["hw"], online_type="1", all_packages=True)
    assert right(made) == {
        "audience_type": "all",
        "message_type": "message",
        "message": {
            "title": "Order shipped",
            "content": "Parcel 4711",
            "accept_time": [window("09:00", "21:00")],
            "android": {"custom_content": '{"a":"1"}'},
        },
        "expire_time": 86400,
        "multi_pkg": True,
    }


def test_a_silent_message_has_nothing_to_see_or_hear() -> None:
    made = draft(message__kind="message", message__custom=[["a", "1"]])
    made["message"].update(subtitle="x", picture="https://example.com/a.png", title="")
    assert right(made, "ios")["message"] == {
        "ios": {"aps": {"content-available": 1}, "custom_content": '{"a":"1"}'}
    }
    assert right(made, "ios")["message_type"] == "message"


def test_an_unknown_kind_of_message_is_refused() -> None:
    assert ("message_type", "not_allowed") in refused(draft(message__kind="popup"))


# Who ----------------------------------------------------------------------------------------


def named(name: str, token: str, platform: str) -> dict[str, str]:
    return {"name": name, "token": token, "platform": platform}


def test_named_devices_go_into_the_request_of_their_platform() -> None:
    made = draft("device", audience__device__text="")
    made["audience"]["device"]["named"] = [
        named("Wang's iPhone", OTHER, "ios"),
        named("Test phone", TOKEN, "android"),
    ]
    assert platforms_of(made, BOTH) == BOTH
    assert right(made)["token_list"] == [TOKEN]
    assert right(made, "ios")["token_list"] == [OTHER]
    del made["audience"]["device"]["named"][1]
    assert platforms_of(made, BOTH) == ("ios",)
    assert platforms_of(made, ("android",)) == ()
    assert "audience_type" not in body_of(made)


def test_named_and_typed_devices_add_up_without_repeats() -> None:
    made = draft("device")
    devices = [named("a", TOKEN, "android"), named("b", OTHER, "android"), named("c", OTHER, "ios")]
    made["audience"]["device"].update(named=devices, skip_bad=True)
    assert platforms_of(made, BOTH) == BOTH
    assert tokens_of(made, "android") == (TOKEN, OTHER)
    assert right(made)["token_list"] == [TOKEN, OTHER]
    assert right(made)["ignore_invalid_token"] == 1
    assert right(made, "ios")["token_list"] == [OTHER]
    assert "ignore_invalid_token" not in right(draft(audience__device__skip_bad=True))


def test_what_is_no_device_reaches_nobody() -> None:
    rows: Any = [None, {}, named("a", " ", "ios"), {"token": 5, "platform": "ios"}]
    made = draft("device", audience__device__text="", audience__device__named=rows)
    assert named_devices(made) == ()
    assert "audience_type" not in body_of(made, "ios")


# When and how -------------------------------------------------------------------------------

LOOP = {"every": "2", "days": ["0", "6"], "times": ["09:00"], "start": "2026-01-16",
        "end": "2026-02-15"}  # fmt: skip


def test_a_loop_is_written_as_the_service_spells_it() -> None:
    made = draft(schedule__kind="loop", schedule__loop=dict(LOOP))
    body = right(made, "ios")
    assert "send_time" not in body
    assert body["loop_param"] == {
        "startDate": "2026-01-16",
        "endDate": "2026-02-15",
        "loopType": 2,
        "loopDayIndexs": [0, 6],
        "dayTimes": ["09:00:00"],
    }
    made["schedule"]["loop"]["every"] = "1"
    assert right(made)["loop_param"]["loopDayIndexs"] == [0]


def test_a_loop_that_lacks_something_is_refused_at_that_part() -> None:
    made = draft(schedule__kind="loop")
    assert {field for field, _ in refused(made)} == {
        "loop_param.startDate",
        "loop_param.endDate",
        "loop_param.dayTimes",
    }
    made["schedule"]["loop"] = {**LOOP, "days": [], "times": ["9"]}
    assert {field for field, _ in refused(made)} == {
        "loop_param.loopDayIndexs",
        "loop_param.dayTimes[0]",
    }


@pytest.mark.parametrize(
    ("kind", "file_kind", "taken"),
    [
        ("all", None, True),
        ("tag", None, True),
        ("file", "account", True),
        ("file", "token", False),
        ("account", None, False),
        ("device", None, False),
    ],
)
def test_only_broadcasts_are_repeated_slowed_and_replaced(
    kind: str, file_kind: str | None, taken: bool
) -> None:
    made = draft(kind, schedule__kind="loop", schedule__loop=dict(LOOP), schedule__speed="5000")
    made["schedule"].update(replaces={"android": "1000123", "ios": "", "title": "Sale"})
    made["schedule"]["force_replace"] = True
    body = right(made, file_kind=file_kind)
    fields = {"loop_param", "push_speed", "collapse_id", "force_collapse"}
    assert fields & set(body) == (fields if taken else set())
    if taken:
        assert (body["push_speed"], body["collapse_id"]) == (5000, 1000123)
        ios = right(made, "ios", file_kind=file_kind)
        assert {"collapse_id", "force_collapse"} & set(ios) == set()


def test_replacing_by_force_means_nothing_without_a_push_to_replace() -> None:
    assert "force_collapse" not in right(draft(schedule__force_replace=True))


def test_a_channel_is_switched_off_where_it_serves() -> None:
    made = draft(schedule__channels_off=["hw", "apns", "mz"], schedule__online_type="0")
    off = {"disable": True}
    assert right(made)["channel_rules"] == [{"channel": "hw", **off}, {"channel": "mz", **off}]
    assert right(made, "ios")["channel_rules"] == [{"channel": "apns", **off}]
    assert right(made)["tpns_online_push_type"] == 0
    made["schedule"]["channels_off"] = ["hw"]
    assert "channel_rules" not in right(made, "ios")
    made["schedule"]["channels_off"] = ["pigeon"]
    assert refused(made) == {("channel_rules[0].channel", "not_allowed")}
    made["schedule"]["channels_off"] = ["xg", "apns"]
    assert refused(made, "ios") == {("channel_rules", "excluded")}


def test_all_packages_is_for_android_alone() -> None:
    made = draft(schedule__all_packages=True)
    assert right(made)["multi_pkg"] is True
    assert "multi_pkg" not in right(made, "ios")


@pytest.mark.parametrize("speed", ["999", "50001", "fast"])
def test_a_speed_that_the_service_has_not_is_refused(speed: str) -> None:
    assert {field for field, _ in refused(draft(schedule__speed=speed))} == {"push_speed"}


def test_the_longest_id_of_an_earlier_push_is_a_number() -> None:
    made = draft(schedule__replaces={"android": str(2**63 - 1), "ios": "", "title": ""})
    assert right(made)["collapse_id"] == 2**63 - 1


def test_the_published_text_message_comes_out_as_printed() -> None:
    made = empty_draft()
    made["sms"] = {
        "on": True,
        "delay_s": "3600",
        "trigger": "1",
        "sign_name": "signe_name",
        "template_id": "123",
        "params": ["param1", "param2"],
        "app_id": "appId",
    }
    body = push_body(made, platform="android", ios_environment=None, plan_id=None)
    assert body["resend_by_sms"] is True
    assert body["sms_info"] == {
        "delay_trigger_time": 3600,
        "trigger_condition": 1,
        "sms_sign_name": "signe_name",
        "sms_template_id": "123",
        "sms_template_params": ["param1", "param2"],
        "sms_app_id": "appId",
    }
    made["sms"]["on"] = False
    off = push_body(made, platform="android", ios_environment=None, plan_id=None)
    assert "sms_info" not in off
    assert "resend_by_sms" not in off


@pytest.mark.parametrize("case", ["sms-sample", "sms-sample-runnable"])
def test_the_published_pushes_with_a_text_come_out_of_the_form_whole(case: str) -> None:
    path = Path(__file__).parents[1] / "vectors" / "tpns-seed-samples.json"
    samples = {one["id"]: one["body"] for one in json.loads(path.read_text("utf-8"))["cases"]}
    read = draft_of(samples[case], "android")
    assert read.left == ()
    made = push_body(read.draft, platform="android", ios_environment=None, plan_id=None)
    assert made.pop("expire_time")  # how long it is kept is always written out
    ours, printed = (
        json.dumps(body, ensure_ascii=False, sort_keys=True).encode()
        for body in (made, samples[case])
    )
    assert ours == printed
