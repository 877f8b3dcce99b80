"""Pushes to all users of a Chat app, against the published samples."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from tpns_desktop.model.chat_codes import CODES
from tpns_desktop.model.chat_cuts import cut, shown, units
from tpns_desktop.model.chat_dialects import ALL_MEMBER_PUSH, TIMPUSH_CHAT, TIMPUSH_PUSH
from tpns_desktop.model.chat_draft import FORMATS
from tpns_desktop.model.chat_message import notification_text
from tpns_desktop.model.chat_notification import TEXT_AND_EXTENSION_BYTES_MAX
from tpns_desktop.model.chat_push import chat_json, parse_chat_push
from tpns_desktop.model.problem import PushRefused

TEXT = {"MsgType": "TIMTextElem", "MsgContent": {"Text": "hello"}}
NAMES = frozenset({"membership", "city", "sex"})


def test_published_pushes_are_right_and_come_out_as_they_went_in(
    vectors: Callable[[str], Any],
) -> None:
    for case in vectors("im-push-samples")["valid"]:
        push = parse_chat_push(case["body"], ALL_MEMBER_PUSH, NAMES)
        assert json.loads(chat_json(push)) == case["body"], case["name"]


def test_what_the_service_would_refuse_for_its_shape_never_leaves(
    vectors: Callable[[str], Any],
) -> None:
    by_the_service_alone = {90009, 90024, 90047, 90045, 91000, 0}
    for case in vectors("im-push-samples")["invalid"]:
        if "retryable" in case:
            assert CODES[case["response"]["ErrorCode"]].retryable == case["retryable"]
        if case["response"]["ErrorCode"] in by_the_service_alone or "body" not in case:
            continue
        with pytest.raises(PushRefused):
            parse_chat_push(case["body"], ALL_MEMBER_PUSH, NAMES)


def test_every_published_element_is_right_and_misses_each_needed_field(
    vectors: Callable[[str], Any],
) -> None:
    published = vectors("im-msgbody")
    for element in published["elements"]:
        body = {"MsgRandom": 1, "MsgBody": [element]}
        push = parse_chat_push(body, ALL_MEMBER_PUSH)
        assert json.loads(chat_json(push)) == body
        for field in published["required"][element["MsgType"]]:
            if "Flag" in field:
                continue  # the only value there is; we put it there
            broken = json.loads(json.dumps(body))
            content = broken["MsgBody"][0]["MsgContent"]
            if "[]." in field:
                del content["ImageInfoArray"][0][field.split(".")[1]]
            else:
                del content[field]
            with pytest.raises(PushRefused):
                parse_chat_push(broken, ALL_MEMBER_PUSH)


def test_the_rules_of_several_elements(vectors: Callable[[str], Any]) -> None:
    published = vectors("im-msgbody")
    custom = {"MsgType": "TIMCustomElem", "MsgContent": {"Data": "{}", "Desc": "world"}}
    face = {"MsgType": "TIMFaceElem", "MsgContent": {"Index": 1, "Data": "x"}}
    bare = {"MsgType": "TIMCustomElem", "MsgContent": {"Data": "{}"}}
    messages = ([custom, custom], [TEXT, face, TEXT], [bare])
    for message, rule in zip(messages, published["rules"], strict=True):
        body = {"MsgRandom": 1, "MsgBody": message}
        if rule["valid"]:
            said = notification_text(parse_chat_push(body, ALL_MEMBER_PUSH).MsgBody or ())
            assert bool(said) == ("warning" not in rule), rule
            continue
        with pytest.raises(PushRefused):
            parse_chat_push(body, ALL_MEMBER_PUSH)
    place = {
        "MsgType": "TIMLocationElem",
        "MsgContent": {"Desc": "x", "Latitude": 1, "Longitude": 1},
    }
    alone = {"TIMLocationElem": place, "TIMFaceElem": face}
    for case in published["offline_text"]:
        told = ["Text hello", "Custom Desc world"]
        message = [alone[case["element"]]] if "element" in case else [TEXT, custom]
        assert "element" in case or case["body"] == told
        push = parse_chat_push({"MsgRandom": 1, "MsgBody": message}, ALL_MEMBER_PUSH)
        wanted = case["en"] if "element" in case else case["notification"]
        assert notification_text(push.MsgBody or ()) == wanted


def test_the_published_choices_of_an_element_and_no_others_are_right(
    vectors: Callable[[str], Any],
) -> None:
    published = vectors("im-msgbody")
    enums = published["enums"]
    elements = {one["MsgType"]: one["MsgContent"] for one in published["elements"]}

    def right(kind: str, path: tuple[Any, ...], value: int) -> bool:
        content = json.loads(json.dumps(elements[kind]))
        place = content
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = value
        body = {"MsgRandom": 1, "MsgBody": [{"MsgType": kind, "MsgContent": content}]}
        try:
            parse_chat_push(body, ALL_MEMBER_PUSH)
        except PushRefused:
            return False
        return True

    for kind, path, values in (
        ("TIMFileElem", ("Download_Flag",), enums["Download_Flag"]),
        ("TIMSoundElem", ("Download_Flag",), enums["Download_Flag"]),
        ("TIMImageElem", ("ImageFormat",), enums["ImageFormat"].values()),
        (
            "TIMImageElem",
            ("ImageInfoArray", 0, "Type"),
            enums["ImageInfoArray.Type"].values(),
        ),
    ):
        assert [n for n in range(-1, 260) if right(kind, path, n)] == sorted(values)
    assert set(enums["ImageFormat"].items()) == set(FORMATS.items())


def test_makers_cut_as_published(vectors: Callable[[str], Any]) -> None:
    published = vectors("im-offline-push-limits")
    for case in published["cases"]:
        assert units(case["input"]) == case["input_units"]
        assert cut(case["input"], case["limit"]) == case["output"], case
        assert units(case["output"]) == case["output_units"]
        assert (case["output"] != case["input"]) == case["truncated"]
        part = {"title": 0, "content": 1}[case["field"]]
        assert shown(case["vendor"], case["input"], case["input"])[part] == case["output"]
    for maker, limits in published["limits"].items():
        title, text = shown(maker, "t" * 1000, "t" * 1000)
        assert (units(title), units(text)) == (limits["title"], limits["content"])
    assert units(shown("oppo", "", "t" * 1000, long=True)[1]) == 128
    assert published["apns"]["payload_bytes"] - 1024 == TEXT_AND_EXTENSION_BYTES_MAX


@pytest.mark.parametrize(
    ("dialect", "body", "field"),
    [
        (ALL_MEMBER_PUSH, {"MsgBody": [TEXT], "OnlineOnlyFlag": 1}, "OnlineOnlyFlag"),
        (ALL_MEMBER_PUSH, {"MsgBody": [TEXT], "DataId": "d"}, "DataId"),
        (ALL_MEMBER_PUSH, {"MsgBody": [TEXT], "To_Account": ["u"]}, "To_Account"),
        (ALL_MEMBER_PUSH, {}, "MsgBody"),
        (TIMPUSH_CHAT, {"MsgBody": [TEXT], "MsgLifeTime": 5}, "MsgLifeTime"),
        (TIMPUSH_CHAT, {"MsgBody": [TEXT], "DataId": "d" * 65}, "DataId"),
        (TIMPUSH_PUSH, {"MsgBody": [TEXT], "OfflinePushInfo": {"Title": "t"}}, "MsgBody"),
        (TIMPUSH_PUSH, {}, "OfflinePushInfo"),
        (
            TIMPUSH_CHAT,
            {"MsgBody": [TEXT], "To_Account": ["u"] * 501},
            "To_Account",
        ),
        (
            TIMPUSH_CHAT,
            {"MsgBody": [TEXT], "To_Account": ["u"], "Condition": {"TagsOr": ["a"]}},
            "Condition",
        ),
        (ALL_MEMBER_PUSH, {"MsgBody": [TEXT], "Condition": {}}, "Condition"),
    ],
)
def test_a_dialect_takes_its_own_fields_only(
    dialect: Any, body: dict[str, Any], field: str
) -> None:
    with pytest.raises(PushRefused) as refused:
        parse_chat_push({"MsgRandom": 1, **body}, dialect)
    assert field in {problem.field for problem in refused.value.problems}


def test_lengths_count_bytes() -> None:
    def condition(**fields: Any) -> dict[str, Any]:
        return {"MsgRandom": 1, "MsgBody": [TEXT], "Condition": fields}

    assert parse_chat_push(condition(TagsOr=["标" * 16]), ALL_MEMBER_PUSH)
    for wrong in (
        condition(TagsOr=["标" * 17]),
        condition(AttrsAnd={"city": "标" * 17}),
        condition(AttrsAnd={"nobody's": "x"}),
    ):
        with pytest.raises(PushRefused):
            parse_chat_push(wrong, ALL_MEMBER_PUSH, NAMES)


def test_text_and_extension_stay_below_what_apns_takes() -> None:
    body = {"MsgRandom": 1, "MsgBody": [TEXT], "OfflinePushInfo": {"Desc": "字" * 1025}}
    with pytest.raises(PushRefused):
        parse_chat_push(body, ALL_MEMBER_PUSH)
    body["OfflinePushInfo"] = {"Desc": "字" * 1024}
    assert parse_chat_push(body, ALL_MEMBER_PUSH)


def test_the_message_stays_below_8k() -> None:
    long = {"MsgType": "TIMTextElem", "MsgContent": {"Text": "x" * 8200}}
    with pytest.raises(PushRefused):
        parse_chat_push({"MsgRandom": 1, "MsgBody": [long]}, ALL_MEMBER_PUSH)
