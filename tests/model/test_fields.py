"""Every field of the push API has its place in the draft, or a reason why it has none.

The fields are written down here from the fact sheet (tpns-rest 5.1 to 5.8), not taken from the
program's own tables.
"""

from __future__ import annotations

from typing import Any

import pytest

from tpns_desktop.model.body import push_body
from tpns_desktop.model.draft import empty_draft
from tpns_desktop.model.leftovers import NEVER_TAKEN
from tpns_desktop.model.options import OPTIONS
from tpns_desktop.model.push import Push
from tpns_desktop.model.reading import draft_of

TOKEN = "04cac74a714f61bf089987a986363d88aaaa"


def names(text: str) -> list[str]:
    return text.split()


TOP_LEVEL = names(
    """
    audience_type message_type message environment upload_id token_list account_list account_type
    account_push_type tag_rules tag_list ignore_invalid_token expire_time send_time loop_param
    push_speed multi_pkg plan_id group_id collapse_id force_collapse channel_rules
    tpns_online_push_type resend_by_sms sms_info supply_inapp_msg ntf_wt_attrs seq platform
    trace_id
    """
)
"""5.1."""

MESSAGE = names(
    """
    title content accept_time thread_id thread_sumtext xg_media_resources xg_media_audio_resources
    android show_type ios default_title default_content default_subtitle
    """
)
"""5.4 and 5.5, of ``message``."""

ANDROID = names(
    """
    n_ch_id n_ch_name n_category n_importance xm_ch_id fcm_ch_id hw_ch_id hw_biz_type hw_category
    hw_importance urgency oppo_ch_id oppo_top_notification_bar_show oppo_senior_push
    oppo_advertiser_id vivo_category vivo_ch_id vivo_marketing n_id builder_id badge_type ring
    ring_raw vibrate lights clearable icon_type icon_res style_id small_icon icon_color action
    custom_content show_type action.action_type action.activity action.aty_attr.if
    action.aty_attr.pf action.browser.url action.browser.confirm action.intent
    """
)
"""5.4, of ``message.android``."""

IOS = names(
    """
    aps custom_content xg aps.alert aps.badge_type aps.category aps.mutable-content aps.sound
    aps.interruption-level aps.content-available aps.alert.title aps.alert.subtitle aps.alert.body
    aps.alert.launch-image aps.alert.loc-key aps.alert.loc-args aps.alert.title-loc-key
    aps.alert.title-loc-args aps.alert.subtitle-loc-key aps.alert.subtitle-loc-args
    aps.alert.action-loc-key
    """
)
"""5.5, of ``message.ios``."""

PARTS = names(
    """
    channel_rules.channel channel_rules.disable sms_info.delay_trigger_time
    sms_info.trigger_condition sms_info.sms_template_id sms_info.sms_app_id sms_info.sms_sign_name
    sms_info.sms_template_params message.accept_time.start.hour message.accept_time.start.min
    message.accept_time.end.hour message.accept_time.end.min tag_rules.tag_items.tags
    tag_rules.tag_items.tags_operator tag_rules.tag_items.items_operator
    tag_rules.tag_items.is_not tag_rules.tag_items.tag_type tag_rules.operator tag_rules.is_not
    loop_param.startDate loop_param.endDate loop_param.loopType loop_param.loopDayIndexs
    loop_param.dayTimes
    """
)
"""5.6 to 5.8."""

FIELDS = (
    *TOP_LEVEL,
    *(f"message.{name}" for name in MESSAGE),
    *(f"message.android.{name}" for name in ANDROID),
    *(f"message.ios.{name}" for name in IOS),
    *PARTS,
)

RETIRED = {
    "tag_list": "the older form, without effect beside tag_rules",
    "group_id": "retired for plan_id",
    "seq": "echoed to the sender and means nothing else",
    "platform": "deprecated: the AccessId decides",
    "trace_id": "in one SDK only, undocumented",
    "message.android.n_id": "retired for collapse_id",
    "message.ios.xg": "reserved, not to be sent",
    "message.ios.aps.alert.title": "loses against message.title",
    "message.ios.aps.alert.body": "loses against message.content",
    "message.ios.aps.alert.loc-key": "in SDKs only: words in the app itself, nobody could see them",
    "message.ios.aps.alert.loc-args": "goes with loc-key",
    "message.ios.aps.alert.title-loc-key": "as loc-key",
    "message.ios.aps.alert.title-loc-args": "goes with title-loc-key",
    "message.ios.aps.alert.subtitle-loc-key": "as loc-key",
    "message.ios.aps.alert.subtitle-loc-args": "goes with subtitle-loc-key",
    "message.ios.aps.alert.action-loc-key": "as loc-key",
}
"""Not offered → why."""

TAP = empty_draft()["message"]["tap"]
LOOP = {"every": "2", "days": ["0"], "times": ["09:00"], "start": "2026-01-16", "end": "2026-02-15"}
SMS = {"on": True, "template_id": "1", "app_id": "1400", "sign_name": "Demo", "params": ["1"]}
LOOPS = {"schedule.kind": "loop", "schedule.loop": LOOP}
PERSONAL = {"on": True, "title": "a", "content": "b", "subtitle": "c"}
ONE_DEVICE = {"audience.kind": "device", "audience.device.text": TOKEN}
ACCOUNTS = {"audience.kind": "account", "audience.account.text": "alice01"}
TAGS = {
    "audience.kind": "tag",
    "audience.tag.groups": [[{"tag_type": "xg_user_define", "match": "any", "tags": ["vip"]}]],
}
LIST = {"audience.kind": "file", "audience.file.list_id": "l1"}
ACTIVITY = {"kind": "activity", "activity": "A", "intent_flags": "1", "pending_flags": "2"}

PLACES: tuple[tuple[str, str, dict[str, Any]], ...] = (
    # fields ("x.*": and all in it) · platform · what is put into the draft
    ("audience_type", "android", {"audience.kind": "all"}),
    ("message_type", "android", {"message.kind": "message"}),
    ("message", "android", {}),
    ("message.title", "android", {"message.title": "a"}),
    ("message.content", "android", {"message.content": "b"}),
    ("message.ios", "ios", {}),
    ("message.ios.aps", "ios", {}),
    ("message.ios.aps.alert", "ios", {}),
    ("message.android", "android", {"message.android.ring": "1"}),
    ("upload_id", "android", LIST),
    ("token_list", "android", {**ONE_DEVICE, "audience.device.platform": "android"}),
    (
        "ignore_invalid_token",
        "android",
        {**ONE_DEVICE, "audience.device.platform": "android", "audience.device.skip_bad": True},
    ),
    ("account_list", "android", ACCOUNTS),
    ("account_type", "android", {**ACCOUNTS, "audience.account.account_type": "991"}),
    ("account_push_type", "android", {**ACCOUNTS, "audience.account.push_type": "1"}),
    ("tag_rules.*", "android", TAGS),
    ("expire_time", "android", {"schedule.expire_s": "60"}),
    ("send_time", "android", {"schedule.kind": "at", "schedule.at": "2026-01-16T09:30"}),
    ("loop_param.*", "android", LOOPS),
    ("push_speed", "android", {"schedule.speed": "5000"}),
    ("multi_pkg", "android", {"schedule.all_packages": True}),
    ("collapse_id", "ios", {"schedule.replaces.ios": "7"}),
    (
        "force_collapse",
        "android",
        {"schedule.replaces.android": "7", "schedule.force_replace": True},
    ),
    ("channel_rules.*", "android", {"schedule.channels_off": ["hw"]}),
    ("tpns_online_push_type", "android", {"schedule.online_type": "1"}),
    ("resend_by_sms", "android", {"sms.on": True}),
    ("sms_info.*", "android", {f"sms.{name}": value for name, value in SMS.items()}),
    ("supply_inapp_msg", "android", {"message.in_app_too": True}),
    ("ntf_wt_attrs", "android", {"message.personal": PERSONAL}),
    ("message.default_title", "android", {"message.personal": PERSONAL}),
    ("message.default_content", "android", {"message.personal": PERSONAL}),
    ("message.default_subtitle", "android", {"message.personal": PERSONAL}),
    ("message.accept_time.*", "android", {"message.accept": [{"start": "09:00", "end": "10:00"}]}),
    ("message.android.custom_content", "android", {"message.custom": [["a", "1"]]}),
    ("message.ios.custom_content", "ios", {"message.custom": [["a", "1"]]}),
    ("message.ios.aps.content-available", "ios", {"message.kind": "message"}),
    (
        "message.android.action.browser.*",
        "android",
        {"message.tap": {**TAP, "kind": "web", "url": "https://a.example", "confirm": True}},
    ),
    (
        "message.android.action.intent",
        "android",
        {"message.tap": {**TAP, "kind": "page", "page": "shop://a"}},
    ),
    ("message.android.action.*", "android", {"message.tap": {**TAP, **ACTIVITY}}),
)

OUTSIDE_THE_DRAFT = {"environment": "of the app, set where the app is", "plan_id": "of the plan"}
"""Handed to the body beside the draft."""


def put(draft: dict[str, Any], path: str, value: Any) -> None:
    """Raises KeyError for a path that no draft has."""
    *way, last = path.split(".")
    for name in way:
        draft = draft[name]
    assert last in draft
    draft[last] = value


def fields_in(value: Any, path: str) -> set[str]:
    """Paths of all fields in `value`, lists being passed through."""
    if isinstance(value, list):
        return {found for item in value for found in fields_in(item, path)}
    if not isinstance(value, dict):
        return set()
    found = set()
    for key, inner in value.items():
        here = f"{path}.{key}" if path else key
        found |= {here} | fields_in(inner, here)
    return found


def written(platform: str, changes: dict[str, Any]) -> set[str]:
    draft = empty_draft()
    draft["audience"]["kind"] = "all"
    for path, value in changes.items():
        put(draft, path, value)
    kind = "account" if draft["audience"]["kind"] == "file" else None
    body = push_body(draft, platform=platform, ios_environment="dev", plan_id="48", file_kind=kind)
    return fields_in(body, "")


def covered(field: str) -> set[str]:
    """The fields that a line of `PLACES` speaks of."""
    if not field.endswith(".*"):
        return {field}
    whole = field.removesuffix(".*")
    within = {name for name in FIELDS if name.startswith(whole + ".")}
    # What has a line of its own is spoken of there.
    lines = {name.removesuffix(".*") for name, _, _ in PLACES}
    own = {name for name in lines if name.startswith(whole + ".")}
    apart = {n for n in within for o in own if n == o or n.startswith(o + ".")}
    return {*(within - apart), whole} & set(FIELDS)


@pytest.mark.parametrize(("field", "platform", "changes"), PLACES, ids=[line[0] for line in PLACES])
def test_a_field_is_written_from_its_place_in_the_draft(
    field: str, platform: str, changes: dict[str, Any]
) -> None:
    assert covered(field)
    assert covered(field) <= written(platform, changes)


@pytest.mark.parametrize("option", OPTIONS, ids=lambda option: option.path)
def test_an_option_is_written_from_its_place(option: Any) -> None:
    text = option.choices[-1] if option.choices else "7"
    for platform in option.platforms:
        assert ".".join(option.wire_on(platform)) in written(platform, {option.path: text})


def test_no_field_of_the_fact_sheet_is_missing() -> None:
    optional = {".".join(option.wire_on(p)) for option in OPTIONS for p in option.platforms}
    placed = {name for field, _, _ in PLACES for name in covered(field)}
    known = optional | placed | set(OUTSIDE_THE_DRAFT)
    assert known.isdisjoint(RETIRED)
    assert set(FIELDS) == known | set(RETIRED)
    assert len(FIELDS) == len(set(FIELDS))


def test_what_stands_beside_the_draft_is_written_too() -> None:
    assert set(OUTSIDE_THE_DRAFT) <= written("ios", {})


def test_the_model_knows_the_fields_of_the_fact_sheet() -> None:
    assert set(Push.model_fields) == set(TOP_LEVEL)
    message = Push.model_fields["message"].annotation
    assert set(message.model_fields) == set(MESSAGE)  # type: ignore[union-attr]


@pytest.mark.parametrize("field", RETIRED)
def test_a_retired_field_is_never_written_and_its_reading_says_why(field: str) -> None:
    for changes in (line for _, _, line in PLACES):
        assert field not in written("android", changes) | written("ios", changes)
    platform = "ios" if ".ios." in field else "android"
    body: dict[str, Any] = {"audience_type": "tag", "message": {"title": "a", "content": "b"}}
    *way, last = field.split(".")
    place = body
    for name in way:
        place = place.setdefault(name, {})
    place[last] = "x"
    (left,) = draft_of(body, platform).left
    assert left.path == field
    assert left.reason == NEVER_TAKEN.get(field, "unused")
