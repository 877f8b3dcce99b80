"""A body read back: what was taken comes out equal, and the rest has a name."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpns_desktop.model.audience import TagType
from tpns_desktop.model.body import CHANNELS, push_body
from tpns_desktop.model.draft import empty_draft
from tpns_desktop.model.options import OPTIONS, TAG_TYPES
from tpns_desktop.model.reading import Reading, draft_of
from tpns_desktop.model.tag_groups import GROUPS_MAX
from tpns_desktop.practice.tags import read_tags, select

VECTORS = Path(__file__).parents[1] / "vectors"
TOKEN = "04cac74a714f61bf089987a986363d88aaaa"
OTHER = "05a305f6b71abb3a6b8c759fd1bc56b4bb44"
MORNING = {"start": {"hour": "9", "min": "0"}, "end": {"hour": "10", "min": "0"}}
WORDS = {"title": "Order shipped", "content": "Parcel 4711"}


def load(name: str) -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = json.loads((VECTORS / f"{name}.json").read_text("utf-8"))["cases"]
    return [case for case in cases if "audience_type" in case["body"]]


def platform_of(case: dict[str, Any]) -> str:
    # The seeds do not say which platform; only the iOS ones have an environment.
    default = "ios" if "environment" in case["body"] else "android"
    platform: str = case.get("platform", default)
    return platform


def body_with(**fields: Any) -> dict[str, Any]:
    return {"audience_type": "all", "message_type": "notify", "message": dict(WORDS), **fields}


def told(reading: Reading) -> dict[str, str]:
    return {left.path: left.reason for left in reading.left}


def again(reading: Reading, body: dict[str, Any], platform: str = "android") -> dict[str, Any]:
    kinds = {"package_account_push": "account", "package_token_push": "token"}
    return push_body(
        reading.draft,
        platform=platform,
        ios_environment=body.get("environment"),
        plan_id=reading.plan_id or None,
        file_kind=kinds.get(body.get("audience_type", "")),
    )


def taken(body: dict[str, Any], left: dict[str, str]) -> dict[str, Any]:
    """`body` as its own draft should write it, said by hand, without the reader's own tables.

    Less what was left or says nothing, and with the defaults that are always written out.
    """
    made = copy.deepcopy(body)
    if made["audience_type"] in ("token", "account"):
        field = f"{made['audience_type']}_list"
        made.update({"audience_type": field, field: made[field][:1]})
    for path, reason in left.items():
        if path not in ("environment", "plan_id", "audience_type", "token_list") and (
            reason != "rewritten"
        ):
            made.pop(path)
    if "account" in made["audience_type"]:
        made["account_type"] = int(made.get("account_type", 0))
        made.setdefault("account_push_type", 0)
    if made["audience_type"].startswith("package"):
        made["upload_id"] = 0
    if made.get("force_collapse") is False:
        del made["force_collapse"]
    if "channel_rules" in made:
        made["channel_rules"] = [rule for rule in made["channel_rules"] if rule["disable"]]
    made.setdefault("expire_time", 86400)
    return made


# The vectors --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "case", load("tpns-push-bodies") + load("tpns-seed-samples"), ids=lambda case: case["id"]
)
def test_every_published_body_comes_out_as_it_went_in(case: dict[str, Any]) -> None:
    body, platform = case["body"], platform_of(case)
    before = copy.deepcopy(body)
    reading = draft_of(body, platform)
    made = again(reading, body, platform)
    assert body == before
    expected = taken(body, told(reading))
    if case["id"] == "tag-list-legacy":
        # Tags of the old list have no type: a person chooses, until then it is nobody.
        del expected["audience_type"]
    assert made == expected


def test_what_the_published_bodies_leave_behind() -> None:
    reasons = {
        (path, reason)
        for case in load("tpns-push-bodies") + load("tpns-seed-samples")
        for path, reason in told(draft_of(case["body"], platform_of(case))).items()
    }
    assert reasons == {
        ("plan_id", "needs_plan"),
        ("environment", "of_the_app"),
        ("upload_id", "needs_list"),
        ("tag_list", "retired"),
        ("audience_type", "rewritten"),
        ("account_type", "rewritten"),
        ("token_list", "unused"),
    }


def test_a_plan_is_named_so_that_it_can_be_chosen() -> None:
    assert draft_of(body_with(plan_id="48"), "android").plan_id == "48"
    assert draft_of(body_with(), "android").plan_id == ""


# Nothing is dropped silently ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "left"),
    [
        ({"group_id": "tpns_20260115"}, {"group_id": "retired"}),
        ({"seq": 7, "platform": "android"}, {"seq": "retired", "platform": "retired"}),
        ({"colour": "red"}, {"colour": "unknown"}),
        ({"a key\nof mine": 1}, {"?": "unknown"}),
        ({"message": {**WORDS, "android": {"n_id": 3}}}, {"message.android.n_id": "retired"}),
        ({"message": {**WORDS, "ios": {"aps": {}, "x": 1}}}, {"message.ios": "unused"}),
        ({"message": {**WORDS, "android": "loud"}}, {"message.android": "not_allowed"}),
        ({"message": "Hello"}, {"message": "not_allowed"}),
        ({"push_speed": "fast"}, {"push_speed": "not_allowed"}),
        ({"push_speed": True}, {"push_speed": "not_allowed"}),
        ({"account_type": 991}, {"account_type": "unused"}),
        ({"force_collapse": True}, {"force_collapse": "unused"}),
        ({"sms_info": {"sms_app_id": "1400"}}, {"sms_info": "unused"}),
        ({"expire_time": "60"}, {"expire_time": "rewritten"}),
        ({"loop_param": [1]}, {"loop_param": "not_allowed"}),
        ({"channel_rules": [{"channel": "apns", "disable": True}]}, {"channel_rules[0]": "unused"}),
        (
            {"channel_rules": [{"channel": "pigeon", "disable": True}]},
            {"channel_rules[0]": "not_allowed"},
        ),
        ({"message_type": "popup"}, {"message_type": "not_allowed"}),
        ({"multi_pkg": "yes"}, {"multi_pkg": "not_allowed"}),
        (
            {"message": {**WORDS, "android": {"ring": 2, "vibrate": "1"}}},
            {"message.android.ring": "not_allowed", "message.android.vibrate": "rewritten"},
        ),
        (
            {"message": {**WORDS, "android": {"action": {"action_type": 4}}}},
            {"message.android.action": "not_allowed"},
        ),
        (
            {"message": {**WORDS, "android": {"action": {"action_type": 3, "activity": "A"}}}},
            {"message.android.action.activity": "unknown"},
        ),
        (
            {"message": {**WORDS, "accept_time": [{"start": 9}]}},
            {"message.accept_time": "not_allowed"},
        ),
        ({"message": {**WORDS, "default_title": "Hi"}}, {"message.default_title": "unused"}),
        (
            {"message": {**WORDS, "android": {"custom_content": "[1]"}}},
            {"message.android.custom_content": "not_a_table"},
        ),
        (
            {"message": {**WORDS, "android": {"custom_content": '{"a":1,"a":2}'}}},
            {"message.android.custom_content": "repeated_key"},
        ),
        (
            {"message": {**WORDS, "android": {"custom_content": '{"":1}'}}},
            {"message.android.custom_content": "empty_key"},
        ),
        (
            {"message": {**WORDS, "android": {"custom_content": '{"a": 1}'}}},
            {"message.android.custom_content": "rewritten"},
        ),
        (
            {"message": {**WORDS, "android": {"custom_content": {"a": ""}}}},
            {"message.android.custom_content": "rewritten"},
        ),
    ],
    ids=lambda value: ",".join(value) if isinstance(value, dict) else "",
)
def test_what_an_android_body_cannot_give_has_a_name(
    fields: dict[str, Any], left: dict[str, str]
) -> None:
    assert told(draft_of(body_with(**fields), "android")) == left


@pytest.mark.parametrize(
    ("fields", "left"),
    [
        ({"multi_pkg": True}, {"multi_pkg": "unused"}),
        ({"message": {**WORDS, "android": {"ring": 1}}}, {"message.android": "unused"}),
        ({"message": {**WORDS, "ios": {"xg": "1"}}}, {"message.ios.xg": "retired"}),
        (
            {"message": {**WORDS, "ios": {"custom": '{"a":"1"}'}}},
            {"message.ios.custom": "rewritten"},
        ),
        (
            {"message": {**WORDS, "ios": {"aps": {"alert": "Hi"}}}},
            {"message.ios.aps.alert": "not_allowed"},
        ),
        (
            {"message": {**WORDS, "ios": {"aps": {"alert": {"title": "x", "loc-key": "k"}}}}},
            {
                "message.ios.aps.alert.title": "unused",
                "message.ios.aps.alert.loc-key": "not_offered",
            },
        ),
        (
            {"message": {**WORDS, "accept_time": [MORNING]}},
            {"message.accept_time": "unused"},
        ),
        (
            {
                "message": {"ios": {"aps": {"content-available": 1, "sound": "a"}}},
                "message_type": "message",
            },
            {"message.ios.aps.sound": "unused"},
        ),
    ],
    ids=lambda value: ",".join(value) if isinstance(value, dict) else "",
)
def test_what_an_ios_body_cannot_give_has_a_name(
    fields: dict[str, Any], left: dict[str, str]
) -> None:
    assert told(draft_of(body_with(**fields), "ios")) == left


def test_what_clients_send_for_nothing_is_nothing() -> None:
    empties = {
        "upload_id": 0,
        "push_speed": 0,
        "collapse_id": 0,
        "seq": 0,
        "send_time": "",
        "token_list": [],
        "account_list": None,
        "account_type": 0,
        "multi_pkg": False,
        "channel_rules": [{"channel": "xm", "disable": False}],
    }
    assert draft_of(body_with(**empties), "android") == draft_of(body_with(), "android")
    opened = {**WORDS, "android": {"action": {"action_type": 1}}}
    assert draft_of(body_with(message=opened), "android").left == ()


def test_a_switch_that_is_off_stays_off() -> None:
    message = {**WORDS, "android": {"oppo_senior_push": False, "ring": 0}}
    reading = draft_of(body_with(message=message), "android")
    assert reading.left == ()
    assert again(reading, body_with())["message"] == message


def test_words_may_stand_in_the_alert_alone() -> None:
    message = {"ios": {"aps": {"alert": {"title": "Hi", "body": "There"}}}}
    reading = draft_of(body_with(message=message), "ios")
    assert [reading.draft["message"][name] for name in ("title", "content")] == ["Hi", "There"]
    assert set(told(reading).values()) == {"rewritten"}


@pytest.mark.parametrize("body", [None, [], "text", 5, {"message": None}, {}])
def test_what_is_no_push_gives_an_empty_draft(body: Any) -> None:
    draft = draft_of(body, "android").draft
    assert draft["audience"] == empty_draft()["audience"]


def test_a_body_nested_without_end_is_not_read() -> None:
    deep: dict[str, Any] = body_with()
    for _ in range(5000):
        deep = {"message": deep}
    assert told(draft_of(deep, "android")) == {"": "not_allowed"}


# Never everyone, never now ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "left"),
    [
        ({"audience_type": "everyone"}, {"audience_type": "not_allowed"}),
        ({"audience_type": 1}, {"audience_type": "not_allowed"}),
        ({"token_list": [TOKEN]}, {"token_list": "excluded", "audience_type": "excluded"}),
        ({"tag_list": {"tags": ["a"]}}, {"tag_list": "excluded", "audience_type": "excluded"}),
        ({"audience_type": "tag", "tag_rules": "vip"}, {"tag_rules": "not_allowed"}),
        ({"audience_type": "token", "token_list": TOKEN}, {"token_list": "not_allowed"}),
        (
            {"audience_type": "account_list", "account_list": ["a\nb"]},
            {"account_list": "not_allowed"},
        ),
    ],
)
def test_people_that_cannot_be_read_are_nobody(
    fields: dict[str, Any], left: dict[str, str]
) -> None:
    reading = draft_of(body_with(**fields), "android")
    assert told(reading) == left
    assert "audience_type" not in again(reading, {})


@pytest.mark.parametrize(
    ("fields", "left", "kind"),
    [
        ({"send_time": "tomorrow"}, {"send_time": "not_allowed"}, "at"),
        ({"loop_param": {"loopType": 9}}, {"loop_param.loopType": "not_allowed"}, "loop"),
        (
            {"send_time": "2026-01-16 09:30:00", "loop_param": {"loopType": 1}},
            {"loop_param": "excluded"},
            "at",
        ),
    ],
)
def test_a_time_that_cannot_be_read_is_not_now(
    fields: dict[str, Any], left: dict[str, str], kind: str
) -> None:
    reading = draft_of(body_with(**fields), "android")
    assert told(reading) == left
    assert reading.draft["schedule"]["kind"] == kind


# Tags ---------------------------------------------------------------------------------------

TAG_VECTORS = json.loads((VECTORS / "tpns-tag-rules.json").read_text("utf-8"))
DEVICES: dict[str, dict[str, list[str]]] = TAG_VECTORS["devices"]


def reached(rules: Any) -> list[str]:
    def lookup(tag_type: str, tag: str) -> int:
        return sum(
            1 << at for at, device in enumerate(DEVICES.values()) if tag in device.get(tag_type, ())
        )

    found = select(read_tags({"tag_rules": rules}), lookup, (1 << len(DEVICES)) - 1)
    return [name for at, name in enumerate(DEVICES) if found >> at & 1]


@pytest.mark.parametrize("case", TAG_VECTORS["cases"], ids=lambda case: case["id"])
def test_tag_rules_reach_the_same_people_afterwards(case: dict[str, Any]) -> None:
    body = body_with(audience_type="tag", tag_rules=case["tag_rules"])
    reading = draft_of(body, "android")
    assert set(told(reading).items()) <= {("tag_rules", "rewritten")}
    assert reached(again(reading, body)["tag_rules"]) == case["matches"]


some_tags = st.lists(
    st.sampled_from(
        [tag for device in DEVICES.values() for tags in device.values() for tag in tags]
    ),
    min_size=1,
    max_size=3,
    unique=True,
)
operators = st.sampled_from(["AND", "OR"])
tag_items = st.fixed_dictionaries(
    {
        "tags": some_tags,
        "tags_operator": operators,
        "items_operator": operators,
        "is_not": st.booleans(),
        "tag_type": st.sampled_from(sorted({name for d in DEVICES.values() for name in d})),
    }
)
any_rules = st.lists(
    st.fixed_dictionaries(
        {
            "tag_items": st.lists(tag_items, min_size=1, max_size=3),
            "operator": operators,
            "is_not": st.booleans(),
        }
    ),
    min_size=1,
    max_size=3,
)


@given(any_rules)
def test_whatever_the_rules_their_groups_reach_the_same_people(rules: Any) -> None:
    body = body_with(audience_type="tag", tag_rules=rules)
    reading = draft_of(body, "android")
    left = told(reading)
    if left == {"tag_rules": "too_deep"}:
        assert "audience_type" not in again(reading, body)
        return
    assert set(left.items()) <= {("tag_rules", "rewritten")}
    assert reached(again(reading, body)["tag_rules"]) == reached(rules)


def item(*tags: Any, **changes: Any) -> dict[str, Any]:
    made = {
        "tags": list(tags),
        "tags_operator": "OR",
        "items_operator": "OR",
        "is_not": False,
        "tag_type": "xg_user_define",
    }
    return {**made, **changes}


def read_rules(*rules: Any) -> dict[str, str]:
    return told(draft_of(body_with(audience_type="tag", tag_rules=list(rules)), "android"))


def test_a_rule_without_its_own_operator_is_read() -> None:
    assert read_rules({"tag_items": [item("vip")]}) == {}


def test_what_a_first_operator_says_is_not_missed() -> None:
    rule = {"tag_items": [item("vip", items_operator="AND")], "operator": "AND", "is_not": False}
    assert read_rules(rule) == {}


@pytest.mark.parametrize(
    ("broken", "path"),
    [
        ({"tag_items": []}, "tag_rules[0].tag_items"),
        ({"tag_items": [item()]}, "tag_rules[0].tag_items[0].tags"),
        ({"tag_items": [item("a", 3)]}, "tag_rules[0].tag_items[0].tags"),
        (
            {"tag_items": [item("a", tag_type="xg_auto_verison")]},
            "tag_rules[0].tag_items[0].tag_type",
        ),
        ({"tag_items": [item("a", is_not=0)]}, "tag_rules[0].tag_items[0].is_not"),
        (
            {"tag_items": [item("a", tags_operator="and")]},
            "tag_rules[0].tag_items[0].tags_operator",
        ),
        ({"tag_items": [item("a")], "operator": "XOR"}, "tag_rules[0].operator"),
        ("vip", "tag_rules[0]"),
    ],
)
def test_a_rule_that_cannot_be_read_is_named_where_it_breaks(broken: Any, path: str) -> None:
    assert read_rules(broken) == {path: "not_allowed"}


def test_rules_beyond_what_a_person_can_check_are_not_taken() -> None:
    either = [item("a"), item("b", tag_type="xg_auto_city")]
    rule = {"tag_items": either, "operator": "AND", "is_not": False}
    assert GROUPS_MAX < 2**6
    assert read_rules(*[{**rule, "tag_items": [item(f"a{i}"), item("b")]} for i in range(6)]) == {
        "tag_rules": "too_deep"
    }


def test_the_kinds_of_tags_are_those_of_the_model() -> None:
    assert get_args(TagType) == TAG_TYPES


# Any draft ----------------------------------------------------------------------------------

word = (
    st.text(
        st.characters(codec="utf-8", exclude_characters="\r\n\u2028\u2029"), min_size=1, max_size=8
    )
    .map(str.strip)
    .filter(bool)
)
words = st.lists(word, min_size=1, max_size=3, unique=True)
number = st.integers(0, 99_999).map(str)
clock = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59))
day = st.dates().map(str)


def text_for(option: Any) -> st.SearchStrategy[str]:
    match option.kind:
        case "number":
            return st.integers(-2, 99).map(str)
        case "colour":
            return st.integers(0, 0xFFFFFF).map("#{:06x}".format)
        case _ if option.choices:
            return st.sampled_from(option.choices)
        case _:
            # What no source tells the type of is sent as it looks.
            return word.filter(lambda text: option.value == "text" or text.isalpha())


@st.composite
def any_draft(draw: st.DrawFn) -> dict[str, Any]:
    made = empty_draft()
    audience, message, schedule = made["audience"], made["message"], made["schedule"]
    audience["kind"] = draw(st.sampled_from(["all", "tag", "account", "device", "file"]))
    row = st.fixed_dictionaries(
        {
            "tag_type": st.sampled_from(TAG_TYPES),
            "match": st.sampled_from(["any", "all", "none"]),
            "tags": words,
        }
    )
    audience["tag"]["groups"] = draw(
        st.lists(st.lists(row, min_size=1, max_size=2), min_size=1, max_size=2)
    )
    audience["account"] = {
        "text": "\n".join(draw(words)),
        "account_type": draw(number),
        "push_type": draw(st.sampled_from("01")),
    }
    audience["device"].update(
        text="\n".join(draw(words)),
        platform=draw(st.sampled_from(["android", "ios"])),
        skip_bad=draw(st.booleans()),
    )
    message.update(
        kind=draw(st.sampled_from(["notify", "message"])),
        title=draw(word),
        content=draw(word),
        custom=[[key, draw(st.text(max_size=5))] for key in draw(words)],
        accept=draw(st.lists(st.fixed_dictionaries({"start": clock, "end": clock}), max_size=3)),
        in_app_too=draw(st.booleans()),
        tap=draw(
            st.fixed_dictionaries(
                {
                    "kind": st.sampled_from(["app", "web", "page", "activity"]),
                    "url": word,
                    "confirm": st.booleans(),
                    "page": word,
                    "activity": word,
                    "intent_flags": st.just("") | number,
                    "pending_flags": st.just("") | number,
                }
            )
        ),
        personal=draw(
            st.fixed_dictionaries(
                {
                    "on": st.booleans(),
                    "title": word,
                    "content": word,
                    "subtitle": st.just("") | word,
                }
            )
        ),
    )
    for option in draw(st.lists(st.sampled_from(OPTIONS), max_size=8)):
        *way, last = option.path.split(".")
        place = made
        for name in way:
            place = place[name]
        place[last] = draw(text_for(option))
    schedule.update(
        kind=draw(st.sampled_from(["now", "at", "loop"])),
        at=draw(st.builds("{}T{}{}".format, day, clock, st.sampled_from(["", ":30"]))),
        loop=draw(
            st.fixed_dictionaries(
                {
                    "every": st.sampled_from("123"),
                    "days": st.lists(st.integers(0, 31).map(str), min_size=1, unique=True),
                    "times": st.lists(clock, min_size=1, unique=True),
                    "start": day,
                    "end": day,
                }
            )
        ),
        expire_s=draw(number),
        speed=draw(st.just("") | st.integers(1, 50_000).map(str)),
        channels_off=draw(st.lists(st.sampled_from(sum(CHANNELS.values(), ())), unique=True)),
        online_type=draw(st.sampled_from(["", "0", "1"])),
        replaces={"android": draw(st.just("") | st.just("1000123")), "ios": "", "title": ""},
        force_replace=draw(st.booleans()),
        all_packages=draw(st.booleans()),
    )
    made["sms"].update(
        on=draw(st.booleans()),
        template_id=draw(word),
        app_id=draw(word),
        sign_name=draw(st.just("") | word),
        params=draw(st.lists(st.text(max_size=4), max_size=2)),
    )
    return made


@given(draft=any_draft(), platform=st.sampled_from(["android", "ios"]))
def test_any_draft_comes_back_from_its_body(draft: dict[str, Any], platform: str) -> None:
    kind = {"file": "account"}.get(draft["audience"]["kind"])
    body = push_body(draft, platform=platform, ios_environment="dev", plan_id="48", file_kind=kind)
    if kind:
        body["upload_id"] = 11231
    reading = draft_of(body, platform)
    assert set(told(reading).items()) <= {
        ("environment", "of_the_app"),
        ("plan_id", "needs_plan"),
        ("upload_id", "needs_list"),
    }
    back = again(reading, body, platform)
    if kind:
        back["upload_id"] = 11231
    assert back == body
    assert draft_of(back, platform) == reading


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)
bodies = [case["body"] for case in load("tpns-push-bodies")]


def paths(value: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [way] if way else []
    keys = (
        value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    )
    for key in keys:
        found += paths(value[key], (*way, key))
    return found


@given(body=st.sampled_from(bodies), data=st.data(), platform=st.sampled_from(["android", "ios"]))
def test_no_damaged_body_stops_the_reader_or_reaches_everyone(
    body: dict[str, Any], data: st.DataObject, platform: str
) -> None:
    broken = copy.deepcopy(body)
    for _ in range(2):
        *way, last = data.draw(st.sampled_from(paths(broken)))
        place: Any = broken
        for name in way:
            place = place[name]
        place[last] = data.draw(anything)
    reading = draft_of(broken, platform)
    everyone = again(reading, {}, platform).get("audience_type") == "all"
    assert everyone <= (broken.get("audience_type") == "all")
