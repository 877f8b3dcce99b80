"""What is typed for a push to all users of a Chat app, and what becomes of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.model.chat_drafts import of_option, put
from tpns_desktop.model.chat_dialects import ALL_MEMBER_PUSH, TIMPUSH_CHAT, TIMPUSH_PUSH
from tpns_desktop.model.chat_draft import chat_body, empty_chat_draft, new_element
from tpns_desktop.model.chat_options import OPTIONS
from tpns_desktop.model.chat_push import chat_json, parse_chat_push
from tpns_desktop.model.options import draft_text
from tpns_desktop.model.problem import PushRefused


def typed(text: str = "hello", **audience: Any) -> dict[str, Any]:
    draft = empty_chat_draft()
    draft["message"]["elements"] = [{"kind": "text", "text": text}]
    draft["audience"].update(audience)
    return draft


def test_the_three_published_examples_can_be_typed(vectors: Callable[[str], Any]) -> None:
    samples = {case["name"]: case["body"] for case in vectors("im-push-samples")["valid"]}
    sale = "Flash sale starts at 20:00"

    everyone = typed(sale, kind="all")
    everyone["message"]["sender"] = "administrator"
    everyone["message"]["life_s"] = "604800"
    stocks = typed(sale, kind="tags", tags={"any": ["stock_a", "stock_b"], "all": []})
    stocks["message"]["life_s"] = "120"
    platinum = typed(
        sale,
        kind="attributes",
        attributes={"any": [], "all": [["membership", "platinum"], ["city", "Shenzhen"]]},
    )
    platinum["message"]["life_s"] = "120"
    for draft, name in (
        (everyone, "everyone, kept 7 days"),
        (stocks, "tags, OR"),
        (platinum, "attributes, AND (keys are attribute NAMES, not slot numbers)"),
    ):
        body = chat_body(draft, ALL_MEMBER_PUSH, samples[name]["MsgRandom"])
        assert body == samples[name]
        assert json.loads(chat_json(parse_chat_push(body, ALL_MEMBER_PUSH))) == samples[name]


def test_every_kind_of_element_can_be_typed(vectors: Callable[[str], Any]) -> None:
    rows = {
        "text": {"text": "hello"},
        "location": {"description": "office", "latitude": "22.54", "longitude": "113.95"},
        "face": {"index": "1", "data": "smile"},
        "custom": {
            "data": '{"kind":"sale"}',
            "description": "sale",
            "extension": "https://example.com",
            "sound": "ding.aiff",
        },
        "sound": {
            "url": "https://example.com/a.amr",
            "uuid": "5f0c0b0e4d6b4f0e8d0e2b6d1f3a9c11",
            "size": "62351",
            "seconds": "1",
        },
        "file": {
            "url": "https://example.com/f.pdf",
            "uuid": "1053d4b3d61040894ac3de44cdf28b3e",
            "size": "1773552",
            "name": "plan.pdf",
        },
        "video": {
            "url": "https://example.com/v.mp4",
            "uuid": "5da38ba89d6521011e1f6f3fd6692e35",
            "size": "1194603",
            "seconds": "5",
            "format": "mp4",
            "thumb_url": "https://example.com/t.jpg",
            "thumb_uuid": "6edaffedef5150684510cf97957b7bc8",
            "thumb_size": "13907",
            "thumb_width": "720",
            "thumb_height": "1280",
            "thumb_format": "JPG",
        },
    }
    published = {
        one["MsgType"]: one
        for one in vectors("im-msgbody")["elements"]
        if one["MsgType"] != "TIMImageElem"  # three sizes; a person gives one
    }
    draft = empty_chat_draft()
    draft["audience"]["kind"] = "all"
    draft["message"]["elements"] = [{**new_element(kind), **row} for kind, row in rows.items()]
    body = chat_body(draft, ALL_MEMBER_PUSH, 1)
    assert {one["MsgType"]: one for one in body["MsgBody"]} == published
    assert parse_chat_push(body, ALL_MEMBER_PUSH).MsgBody is not None
    picture = {
        **new_element("image"),
        "url": "https://example.com/0.jpg",
        "uuid": "u",
        "format": "JPG",
        "width": "10",
        "height": "20",
    }
    draft["message"]["elements"] = [picture]
    body = chat_body(draft, ALL_MEMBER_PUSH, 1)
    assert parse_chat_push(body, ALL_MEMBER_PUSH).MsgBody is not None


def test_nobody_chosen_is_not_everybody() -> None:
    for kind in ("tags", "attributes"):
        with pytest.raises(PushRefused):
            parse_chat_push(chat_body(typed(kind=kind), ALL_MEMBER_PUSH, 1), ALL_MEMBER_PUSH)


def test_every_choice_of_a_notification_reaches_the_body_and_is_right() -> None:
    needs = {
        "oppo_notify_level": ("notification.android.oppo_category", "IM"),
        "sound_duration": ("notification.harmony.sound", "a.mp3"),
        "template.parameters": ("notification.template.id", "1400000000-1"),
        "ios.live": ("notification.ios.live.id", "a"),
    }
    for option in OPTIONS:
        draft = typed(kind="all")
        for name, (path, value) in needs.items():
            if name in option.path:
                put(draft, path, value)
        if "ios.live" in option.path:
            put(draft, "notification.ios.live.event", "end")
        value = of_option(option)
        put(draft, option.path, value)
        body = chat_body(draft, ALL_MEMBER_PUSH, 1)
        held: Any = body
        for name in option.wire:
            held = held[name]
        assert draft_text(option, held) == value
        assert parse_chat_push(body, ALL_MEMBER_PUSH)


@pytest.mark.parametrize(
    ("path", "typed_there", "field", "reason"),
    [
        ("template.parameters", '{"a":"1","a":"2"}', "PushTemplateParam", "repeated_key"),
        ("template.parameters", '{"":"1"}', "PushTemplateParam", "empty_key"),
        ("template.parameters", '{"a":', "PushTemplateParam", "bad_format"),
        ("template.parameters", "[1]", "PushTemplateParam", "not_json"),
        ("template.parameters", '{"a":"1"}', "PushTemplateId", "required"),
        ("ios.live.id", "x" * 65, "ApnsInfo.LiveActivity.LaId", "too_long"),
        ("ios.live.id", "", "ApnsInfo.LiveActivity.LaId", "required"),
        ("languages", [["", "T", "D"]], "MultiLanguageContent[0].Language", "empty"),
        ("languages", [["en", "", ""]], "MultiLanguageContent[0]", "required"),
        ("languages", [["en", "T", ""], ["EN", "T", ""]], "MultiLanguageContent", "repeated"),
        ("languages", [["en", "T", "x" * 3073]], "MultiLanguageContent[0].Desc", "too_long"),
    ],
)
def test_what_is_wrong_with_a_notification_is_blamed_where_it_stands(
    path: str, typed_there: Any, field: str, reason: str
) -> None:
    draft = typed(kind="all")
    if path.startswith("ios.live"):
        put(draft, "notification.ios.live.event", "end")
    if path == "languages":
        typed_there = [
            dict(zip(("language", "title", "text"), row, strict=True)) for row in typed_there
        ]
    put(draft, f"notification.{path}", typed_there)
    with pytest.raises(PushRefused) as caught:
        parse_chat_push(chat_body(draft, ALL_MEMBER_PUSH, 1), ALL_MEMBER_PUSH)
    told = {(one.field, one.reason) for one in caught.value.problems}
    assert told == {(f"OfflinePushInfo.{field}", reason)}


def test_a_dialect_gets_its_own_fields_of_one_draft() -> None:
    draft = typed(kind="users", users={"text": "u1\nu2\nu1"})
    draft["notification"]["title"] = "T"
    draft["notification"]["data_id"] = "d"
    older = chat_body(draft, ALL_MEMBER_PUSH, 1)
    assert set(older) == {"MsgRandom", "MsgLifeTime", "MsgBody", "OfflinePushInfo"}
    chat = chat_body(draft, TIMPUSH_CHAT, 1)
    assert chat["To_Account"] == ["u1", "u2"]
    assert "MsgLifeTime" not in chat
    assert parse_chat_push(chat, TIMPUSH_CHAT)
    push = chat_body(draft, TIMPUSH_PUSH, 1)
    assert "MsgBody" not in push
    assert parse_chat_push(push, TIMPUSH_PUSH)


def test_no_notification_is_said() -> None:
    draft = typed(kind="all")
    draft["notification"]["on"] = False
    assert chat_body(draft, ALL_MEMBER_PUSH, 1)["OfflinePushInfo"] == {"PushFlag": 1}
