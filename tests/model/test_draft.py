from __future__ import annotations

import copy
import json
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpns_desktop.model.body import push_body
from tpns_desktop.model.draft import empty_draft, ids_of, platforms_of
from tpns_desktop.model.limits import SERVICE_ZONE
from tpns_desktop.model.problem import PushRefused
from tpns_desktop.model.push import Push, parse_push, push_json

NOW = datetime(2026, 1, 15, 10, 0, tzinfo=SERVICE_ZONE)
TOKEN = "04cac74a714f61bf089987a986363d88aaaa"


def draft_of(kind: Any = "all", **parts: Any) -> dict[str, Any]:
    """A right draft to everyone, with some parts of it changed."""
    draft = empty_draft()
    draft["audience"]["kind"] = kind
    draft["message"].update(title="Order shipped", content="Parcel 4711")
    for name, part in parts.items():
        if name in ("tag", "account", "device"):
            draft["audience"][name].update(part)
        elif isinstance(draft[name], dict):
            draft[name].update(part)
        else:
            draft[name] = part
    return draft


def row(*tags: Any, match: str = "any", tag_type: str = "xg_user_define") -> dict[str, Any]:
    return {"tag_type": tag_type, "match": match, "tags": list(tags)}


def made(draft: Any, platform: Any = "android", plan_id: str | None = None) -> dict[str, Any]:
    return push_body(draft, platform=platform, ios_environment="product", plan_id=plan_id)


def parsed(draft: Any, platform: Any = "android") -> Push:
    return parse_push(made(draft, platform), platform=platform, now=NOW)


def fields_refused(draft: Any, platform: Any = "android") -> list[str]:
    with pytest.raises(PushRefused) as refused:
        parsed(draft, platform)
    return [problem.field for problem in refused.value.problems]


def test_a_new_draft_has_nobody_and_nothing() -> None:
    assert fields_refused(empty_draft()) == ["audience_type", "message.title", "message.content"]
    assert json.loads(json.dumps(empty_draft())) == empty_draft()
    assert empty_draft() is not empty_draft()


def test_everyone_on_android() -> None:
    assert push_json(parsed(draft_of())) == (
        b'{"audience_type":"all","message_type":"notify",'
        b'"message":{"title":"Order shipped","content":"Parcel 4711"},"expire_time":86400}'
    )


def test_everyone_on_ios() -> None:
    assert push_json(parsed(draft_of(), "ios")) == (
        b'{"audience_type":"all","environment":"product","message_type":"notify",'
        b'"message":{"title":"Order shipped","content":"Parcel 4711","ios":{"aps":'
        b'{"alert":{},"badge_type":-2,"sound":"default","mutable-content":1}}},'
        b'"expire_time":86400}'
    )


def test_ios_without_an_environment_is_refused() -> None:
    raw = push_body(draft_of(), platform="ios", ios_environment=None, plan_id=None)
    with pytest.raises(PushRefused, match="environment"):
        parse_push(raw, platform="ios", now=NOW)


def test_one_or_many_ids_always_go_as_a_list() -> None:
    one = made(draft_of("account", account={"text": " alice \n"}))
    assert (one["audience_type"], one["account_list"]) == ("account_list", ["alice"])
    assert (one["account_type"], one["account_push_type"]) == (0, 0)
    many = {"text": "12345\n\n54321\r\n12345", "account_type": "991", "push_type": "1"}
    body = made(draft_of("account", account=many))
    assert body["account_list"] == ["12345", "54321"]
    assert (body["account_type"], body["account_push_type"]) == (991, 1)
    body = made(draft_of("device", device={"text": TOKEN, "platform": "android"}))
    assert (body["audience_type"], body["token_list"]) == ("token_list", [TOKEN])


def test_tags_become_rules() -> None:
    groups = [
        [row("guangdong", " hunan ", "", tag_type="xg_auto_province"), row("a", "b", match="all")],
        [row("vip", "vip", match="none")],
    ]
    assert parsed(draft_of("tag", tag={"groups": groups})).audience_type == "tag"
    assert made(draft_of("tag", tag={"groups": groups}))["tag_rules"] == [
        {
            "tag_items": [
                {
                    "tags": ["guangdong", "hunan"],
                    "tags_operator": "OR",
                    "items_operator": "OR",
                    "is_not": False,
                    "tag_type": "xg_auto_province",
                },
                {
                    "tags": ["a", "b"],
                    "tags_operator": "AND",
                    "items_operator": "AND",
                    "is_not": False,
                    "tag_type": "xg_user_define",
                },
            ],
            "operator": "OR",
            "is_not": False,
        },
        {
            "tag_items": [
                {
                    "tags": ["vip"],
                    "tags_operator": "OR",
                    "items_operator": "OR",
                    "is_not": True,
                    "tag_type": "xg_user_define",
                }
            ],
            "operator": "OR",
            "is_not": False,
        },
    ]


def test_a_row_left_empty_does_not_widen_its_group() -> None:
    groups = [[row("vip"), row(" ")]]
    assert fields_refused(draft_of("tag", tag={"groups": groups})) == [
        "tag_rules[0].tag_items[1].tags"
    ]


@pytest.mark.parametrize("bad", [{"match": "some"}, {"tag_type": None}, {"tags": ["vip", 3]}])
def test_a_damaged_row_is_refused(bad: dict[str, Any]) -> None:
    (field,) = fields_refused(draft_of("tag", tag={"groups": [[{**row("vip"), **bad}]]}))
    assert field.startswith("tag_rules[0].tag_items[0].")


def test_a_tap_opens_the_app_a_page_or_the_web() -> None:
    def action(**tap: str) -> Any:
        body = made(draft_of(message={"tap": {"kind": "app", "url": "", "page": "", **tap}}))
        return body["message"].get("android")

    assert action(kind="app", url="https://example.com") is None
    assert action(kind="web", url=" https://example.com ") == {
        "action": {"action_type": 2, "browser": {"url": "https://example.com", "confirm": 0}}
    }
    assert action(kind="page", page="xgscheme://a/b") == {
        "action": {"action_type": 3, "intent": "xgscheme://a/b"}
    }


def test_a_tap_that_lacks_its_target_is_refused() -> None:
    for kind, field in (("web", "browser.url"), ("page", "intent"), ("call", "action_type")):
        draft = draft_of(message={"tap": {"kind": kind, "url": "", "page": " "}})
        assert fields_refused(draft) == [f"message.android.action.{field}"]


def test_ios_has_no_tap_action() -> None:
    draft = draft_of(message={"tap": {"kind": "web", "url": "x", "page": ""}})
    assert "android" not in made(draft, "ios")["message"]
    assert parsed(draft, "ios")


@pytest.mark.parametrize("kind", ["all", "tag"])
def test_a_time_is_written_as_the_service_reads_it(kind: str) -> None:
    at = {"kind": "at", "at": "2026-01-16T09:30"}
    draft = draft_of(kind, schedule=at, tag={"groups": [[row("vip")]]})
    assert parsed(draft).send_time == "2026-01-16 09:30:00"


def test_typed_ids_have_no_time_and_their_card_shows_none() -> None:
    at = {"kind": "at", "at": "2026-01-16T09:30"}
    draft = draft_of("account", account={"text": "alice"}, schedule=at)
    assert parsed(draft).send_time is None


@pytest.mark.parametrize("at", ["", "tomorrow", "2026-01-16", None, 5])
def test_a_time_that_is_none_is_refused(at: Any) -> None:
    assert fields_refused(draft_of(schedule={"kind": "at", "at": at})) == ["send_time"]


def test_an_unknown_kind_of_schedule_does_not_mean_now() -> None:
    assert fields_refused(draft_of(schedule={"kind": None})) == ["send_time"]


def test_the_expiry_is_always_sent() -> None:
    assert made(draft_of(schedule={"expire_s": " 60 "}))["expire_time"] == 60
    for wrong in ("", "1 day", "259201", "-1"):
        assert fields_refused(draft_of(schedule={"expire_s": wrong})) == ["expire_time"]


def test_a_plan_goes_by_the_service_s_id() -> None:
    assert made(draft_of(plan="local-1"), plan_id="48")["plan_id"] == "48"
    assert "plan_id" not in made(draft_of(plan="local-1"))


def test_sms_goes_only_when_on() -> None:
    card = {"template_id": " 123 ", "app_id": "1400000000", "sign_name": "", "params": ["4711", ""]}
    assert "sms_info" not in made(draft_of(sms=card))
    body = made(draft_of(sms={**card, "on": True}))
    assert body["resend_by_sms"] is True
    assert body["sms_info"] == {
        "delay_trigger_time": 3600,
        "trigger_condition": 1,
        "sms_template_id": "123",
        "sms_app_id": "1400000000",
        "sms_template_params": ["4711", ""],
    }
    assert parsed(draft_of(sms={**card, "on": True})).sms_info is not None
    assert fields_refused(draft_of(sms={"on": True, "delay_s": "299"})) == [
        "sms_info.delay_trigger_time",
        "sms_info.sms_template_id",
        "sms_info.sms_app_id",
    ]


def test_a_draft_is_left_as_it_was() -> None:
    draft = draft_of("tag", tag={"groups": [[row("vip ")]]}, sms={"on": True, "params": ["a"]})
    before = copy.deepcopy(draft)
    body = made(draft)
    body["sms_info"]["sms_template_params"].append("b")
    assert draft == before


def test_ids_are_lines_without_blanks_and_repeats() -> None:
    assert ids_of("a\n\n b \r\na\rc\u2029d\u2028a") == (["a", "b", "c", "d"], 2)
    assert ids_of(" \n\t\n") == ([], 0)
    assert ids_of("") == ([], 0)


@given(st.lists(st.text(st.characters(exclude_characters="\r\n\u2028\u2029"), max_size=6)))
def test_every_line_is_an_id_or_a_repeat_or_blank(lines: list[str]) -> None:
    ids, repeats = ids_of("\n".join(lines))
    said = [line.strip() for line in lines if line.strip()]
    assert len(ids) + repeats == len(said)
    assert set(ids) == set(said)
    assert len(set(ids)) == len(ids)


def test_typed_devices_belong_to_one_platform() -> None:
    both = ("android", "ios")
    assert platforms_of(draft_of(), both) == both
    assert platforms_of(empty_draft(), both) == both
    device = {"text": TOKEN, "platform": "ios"}
    assert platforms_of(draft_of("device", device=device), both) == ("ios",)
    assert platforms_of(draft_of("device", device=device), ("android",)) == ()
    assert platforms_of(draft_of("device", device={"text": TOKEN}), both) == ()
    assert fields_refused(draft_of("device", device=device), "android") == ["audience_type"]


# Never everyone by accident ---------------------------------------------------------------

blank = st.text(st.sampled_from(" \t\r\n\x0b\x0c\x1c\x85\xa0\u2028\u2029\u3000"), max_size=8)
nothing = st.none() | blank
no_tags = st.none() | st.lists(nothing, max_size=3)
no_rows = st.none() | st.lists(
    st.none()
    | st.fixed_dictionaries({"match": st.sampled_from(["any", "all", "none"])})
    | st.fixed_dictionaries(
        {"tag_type": st.just("xg_user_define"), "match": st.just("any"), "tags": no_tags}
    ),
    max_size=3,
)
empty_audience = st.none() | st.fixed_dictionaries(
    {},
    optional={
        "kind": st.sampled_from([None, "", "tag", "account", "device", "ALL", "all ", "everyone"])
        | blank,
        "tag": st.none() | st.fixed_dictionaries({"groups": st.none() | st.lists(no_rows)}),
        "account": st.none()
        | st.fixed_dictionaries({"text": nothing, "account_type": st.just("0")}),
        "device": st.none()
        | st.fixed_dictionaries({"text": nothing, "platform": st.sampled_from(["android", "ios"])}),
    },
)
platforms = st.sampled_from(["android", "ios"])


@given(audience=empty_audience, platform=platforms)
def test_an_empty_selection_is_refused_and_never_everyone(audience: Any, platform: Any) -> None:
    draft = draft_of()
    draft["audience"] = audience
    assert "audience_type" in fields_refused(draft, platform)


anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(st.characters(), max_size=5)
    | st.sampled_from(["all", "tag", "account", "device", "any", "none", "at", "web", "page"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["kind", "groups", "text", "tags", "platform"]), inner)
    ),
    max_leaves=10,
)


@given(
    audience=anything | st.fixed_dictionaries({"kind": anything, "tag": anything}),
    other=st.sampled_from(["message", "schedule", "sms", "plan"]),
    value=anything,
    platform=platforms,
)
def test_only_the_kind_all_reaches_everyone(
    audience: Any, other: str, value: Any, platform: Any
) -> None:
    draft = {**draft_of(), "audience": audience, other: value}
    body = made(draft, platform)
    everyone = isinstance(audience, dict) and audience.get("kind") == "all"
    assert (body.get("audience_type") == "all") == everyone
    try:
        push = parse_push(body, platform=platform, now=NOW)
    except PushRefused:
        return
    assert (push.audience_type == "all") == everyone


@given(draft=anything, platform=platforms)
def test_a_damaged_draft_is_refused_not_a_crash(draft: Any, platform: Any) -> None:
    assert "audience_type" in fields_refused(draft, platform)


@given(
    title=st.text(min_size=1).filter(str.strip),
    accounts=st.lists(st.text(min_size=1).filter(lambda t: t.strip()), min_size=1, max_size=5),
)
def test_whatever_is_typed_arrives(title: str, accounts: list[str]) -> None:
    draft = draft_of(
        "account", account={"text": "\n".join(accounts)}, message={"title": title, "content": "b"}
    )
    push = parsed(draft)
    assert push.message.title == title
    assert list(push.account_list or ()) == ids_of("\n".join(accounts))[0]
