"""Every command of the Chat service and every published code, each asked through the wire."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, Final

import pytest

from tests.practice.chat import KEYS, NAMES, NEW, OLD, TEXT, Chat, packed, user_sig
from tests.practice.conftest import instant
from tpns_desktop.practice.chat_service import COMMANDS

Vectors = Callable[[str], Any]

ONE, TWO, THREE = "user000001", "user000002", "user000003"
_OURS: Final = {
    '"u1"': f'"{ONE}"',
    '"u2"': f'"{TWO}"',
    '"u3"': f'"{THREE}"',
    '"user1"': f'"{ONE}"',
    '"user2"': '"nobody"',
    '"admin"': '"administrator"',
}
"""Accounts of the samples → of practice."""


def ours(value: Any) -> Any:
    """A sample with the accounts of practice."""
    text = json.dumps(value)
    for theirs, own in _OURS.items():
        text = text.replace(theirs, own)
    return json.loads(text)


def check_shape(given: Any, sample: Any, path: str = "") -> None:
    """The same keys and types; what some devices alone have may lack."""
    assert type(given) is type(sample), path
    if isinstance(sample, dict):
        optional = {"IMCommitStat", "OfflinePushStat"}
        assert set(given) - optional == set(sample) - optional, path
        for key in set(given) & set(sample) - {"Attrs", "AttrNames"}:
            check_shape(given[key], sample[key], f"{path}/{key}")
    elif isinstance(sample, list):
        for row in given:
            check_shape(row, sample[0], f"{path}[]")


# Commands ------------------------------------------------------------------------------


def test_each_older_command_takes_its_sample_and_answers_in_its_shape(vectors: Vectors) -> None:
    chat = Chat()
    asked = {"im_push"}
    pushes = [(row["body"], row["response"]) for row in vectors("im-push-samples")["valid"]]
    chat.post(OLD, "im_set_attr_name", {"AttrNames": NAMES})
    for body, response in pushes:
        chat.clock.advance(2)
        if body.get("From_Account") == "xiaoming":
            body = {**body, "From_Account": ONE}
        check_shape(chat.post(OLD, "im_push", body), response)
    for call in vectors("im-attr-tag-samples")["calls"]:
        check_shape(chat.post(OLD, call["command"], ours(call["request"])), ours(call["response"]))
        asked.add(call["command"])
    assert {(OLD, command) for command in asked} == {key for key in COMMANDS if key[0] == OLD}


def test_each_newer_command_takes_its_sample_and_answers_in_its_shape(vectors: Vectors) -> None:
    chat = Chat()
    # A sample gives one of the first two slots to devices: they must not be anybody's yet.
    chat.people.names.clear()
    chat.people.kinds.clear()
    chat.clock.now = instant("2025-03-13 16:16:27")
    shapes: dict[str, Mapping[str, Any]] = {
        "add_sched_task": {"TaskID": 1},
        "modify_sched_task": {},
        "delete_sched_task": {},
        "list_sched_task": {"TotalCount": 0, "Tasks": []},
        "all_member_push_statistics": {"Results": []},
    }
    good = {"ActionStatus": "OK", "ErrorInfo": "", "ErrorCode": 0}
    task, number, asked = "", 0, set()
    for call in vectors("im-timpush-samples")["calls"]:
        chat.clock.advance(2)
        command, body = call["command"], ours(call["request"])
        if command in ("revoke", "all_member_push_trace"):
            body |= {"TaskId": task} if command == "revoke" else {"TaskID": task, "UserID": ONE}
        if command in ("all_member_push_statistics", "all_member_push_loss"):
            body["TaskID"] = [task]
        if command == "delete_sched_task":
            body["TaskID"] = number
            change = {**body, "Type": "All", "SchedAt": "2025-06-01 11:00:00"}
            change["Content"] = {"OfflinePushInfo": {"Title": "T"}}
            assert chat.post(NEW, "modify_sched_task", change) == good
            asked.add("modify_sched_task")
        sample = {**good, **shapes[command]} if command in shapes else call["response"]
        sample = call["partial"] if command == "batch" else sample
        if command == "get_attr":
            named = {"UserAttrs": [{"To_Account": ONE, "Attrs": {"sex": "f"}}]}
            assert chat.post(NEW, "set_attr", named) == good
            asked.add("set_attr")
        answer = chat.post(NEW, command, body)
        check_shape(answer, ours(sample))
        if command == "push":
            task = answer["TaskId"]
        number = answer.get("TaskID", number)
        asked.add(command)
    assert answer["TotalCount"] == 0
    assert call["command"] == "list_sched_task"
    # Their samples are those of the older service, under other names.
    for row in vectors("im-attr-tag-samples")["calls"]:
        name = row["command"].removeprefix("im_").replace("remove_all_tags", "clear_all_tags")
        if name not in asked:
            request = json.loads(json.dumps(ours(row["request"])).replace('"city"', '"sex"'))
            check_shape(chat.post(NEW, name, request), ours(row["response"]))
            asked.add(name)
    assert {(NEW, command) for command in asked} == {key for key in COMMANDS if key[0] == NEW}


def test_samples_of_left_out_accounts_and_of_a_refused_batch(vectors: Vectors) -> None:
    chat = Chat()
    calls = {one["command"]: one for one in vectors("im-timpush-samples")["calls"]}
    answer = chat.post(NEW, "batch", ours(calls["batch"]["request"]))
    assert answer["ErrorList"] == ours(calls["batch"]["partial"])["ErrorList"]
    assert answer["TaskId"].startswith("batch_")
    # "vip" is a tag of users, so no device can have it.
    device = chat.people.device_id(4)
    rows = [{"To_Account": one, "Tags": ["vip"]} for one in (ONE, device)]
    left_out = chat.post(NEW, "add_tag", {"Replace": 1, "UserTags": rows})
    assert left_out["ErrorList"] == [{"ErrorCode": 90035, "To_Account": device}]
    assert chat.post(NEW, "get_tag", {"To_Account": [ONE]})["UserTags"][0]["Tags"] == ["vip"]
    found = chat.post(NEW, "get_attr", {"To_Account": [ONE, "ghost"]})
    assert found["ErrorList"] == ours(calls["get_attr"]["response"])["ErrorList"]


# Codes ---------------------------------------------------------------------------------

PUSH: Final = {"MsgRandom": 1, "MsgBody": TEXT}
BATCH: Final = {
    "From_Account": "administrator",
    "To_Account": [ONE],
    "MsgRandom": 1,
    "OfflinePushInfo": {"Title": "T", "Desc": "D"},
}


def _push(**fields: Any) -> Callable[[Chat], int]:
    return lambda chat: chat.code(OLD, "im_push", {**PUSH, **fields})


def _without(*names: str) -> Callable[[Chat], int]:
    body = {name: value for name, value in PUSH.items() if name not in names}
    return lambda chat: chat.code(OLD, "im_push", body)


def _address(**query: str) -> Callable[[Chat], int]:
    return lambda chat: chat.code(OLD, "im_get_attr_name", {}, **query)


def _signed(**changed: Any) -> Callable[[Chat], int]:
    def ask(chat: Chat) -> int:
        signature = user_sig("administrator", chat.clock.now, **changed)
        return chat.code(OLD, "im_get_attr_name", {}, usersig=signature)

    return ask


def _batch(**fields: Any) -> Callable[[Chat], int]:
    return lambda chat: chat.code(NEW, "batch", {**BATCH, **fields})


def _tag(tag: str) -> Callable[[Chat], int]:
    rows = [{"To_Account": ONE, "Tags": [tag]}]
    return lambda chat: chat.code(NEW, "add_tag", {"UserTags": rows})


def _left_out(account: Callable[[Chat], str]) -> Callable[[Chat], int]:
    def ask(chat: Chat) -> int:
        rows = [{"To_Account": account(chat), "Tags": ["vip"]}]
        found = chat.post(NEW, "add_tag", {"UserTags": rows})["ErrorList"]
        return int(found[0]["ErrorCode"])

    return ask


def _too_often(chat: Chat) -> int:
    codes = [chat.code(OLD, "im_get_attr_name", {}) for _ in range(101)]
    assert set(codes[:100]) == {0}
    return codes[100]


def _twice(chat: Chat) -> int:
    assert chat.code(OLD, "im_push", PUSH) == 0
    chat.clock.advance(1.0)  # The gap must be greater.
    return chat.code(OLD, "im_push", {**PUSH, "MsgRandom": 2})


def _hundred_and_one(chat: Chat) -> int:
    codes = [chat.push(MsgRandom=number)["ErrorCode"] for number in range(101)]
    assert set(codes[:100]) == {0}
    return int(codes[100])


def _refusing_unknown(_chat: Chat) -> int:
    chat = Chat(chat_unknown="refused")
    return chat.code(OLD, "im_get_tag", {"To_Account": [ONE, "nobody"]})


def _revoke(task: Callable[[Chat], str], later_s: float = 2.0) -> Callable[[Chat], int]:
    def ask(chat: Chat) -> int:
        task_id = task(chat)
        chat.clock.advance(later_s)
        return chat.code(NEW, "revoke", {"TaskId": task_id})

    return ask


def _withdrawn(chat: Chat) -> str:
    task = chat.newer_push(1)
    assert chat.code(NEW, "revoke", {"TaskId": task}) == 0
    return task


_LONG: Final = [{"MsgType": "TIMTextElem", "MsgContent": {"Text": "汉" * 2731}}]
_CITY: Final = {"AttrsAnd": {"City": "x"}}

PROVOKED: Final[dict[int, Callable[[Chat], int]]] = {
    60002: _address(contenttype="xml"),
    60003: lambda chat: chat.code(OLD, "im_push", b""),
    60004: _address(identifier=""),
    60007: _too_often,
    60009: lambda chat: chat.code(OLD, "im_get_push_info", {}),
    60012: _address(sdkappid=""),
    60015: lambda chat: chat.code(OLD, "im_get_tag", {"To_Account": [4711]}),
    70001: _signed(**{"TLS.time": 1, "TLS.expire": 60}),
    70002: _address(usersig=""),
    70003: _address(usersig=packed("a text")),
    70009: _signed(key="another key"),
    70013: _signed(**{"TLS.identifier": "somebody"}),
    70014: _signed(**{"TLS.sdkappid": 1400000001}),
    70020: _address(sdkappid="1400000001"),
    70107: _left_out(lambda chat: "nobody"),
    70402: lambda chat: chat.code(NEW, "list_sched_task", {"Sdkappid": KEYS.sdkappid}),
    90001: lambda chat: chat.code(OLD, "im_push", b'{"MsgRandom":'),
    90002: _without("MsgBody"),
    90003: _batch(To_Account=[]),
    90005: _without("MsgRandom"),
    90007: _push(MsgBody=TEXT[0]),
    90008: _push(From_Account="nobody"),
    90009: _address(identifier=ONE),
    90010: _push(MsgBody=[{"MsgType": "TIMTextElem"}]),
    90011: _batch(To_Account=[ONE] * 501),
    90012: _batch(To_Account=["nobody"]),
    90018: lambda chat: chat.code(OLD, "im_get_attr", {"To_Account": [ONE] * 101}),
    90020: _push(Condition={"TagsOr": ["标" * 17]}),
    90022: _push(Condition={"TagsOr": ["a"], "TagsAnd": ["a"]}),
    90024: _twice,
    90026: _push(MsgLifeTime=604_801),
    90030: lambda chat: chat.code(OLD, "im_set_attr_name", {"AttrNames": {"10": "x"}}),
    90032: _push(Condition={"TagsAnd": [f"t{number}" for number in range(11)]}),
    90033: _push(Condition={"AttrsOr": {"no such": "x"}}),
    90035: _left_out(lambda chat: chat.people.device_id(0)),
    90039: _push(Condition={"TagsOr": ["a"], **_CITY}),
    90040: _tag(""),
    90043: _push(OfflinePushInfo="x"),
    90044: _push(MsgLifeTime="120"),
    90047: _hundred_and_one,
    90048: _refusing_unknown,
    90049: _revoke(lambda chat: "nobody's"),
    90050: _revoke(_withdrawn),
    90051: _revoke(_withdrawn, 0.5),
    90052: _revoke(lambda chat: chat.newer_push(1), 86_401),
    90053: _revoke(lambda chat: chat.newer_push(1, OnlineOnlyFlag=1)),
    90055: _batch(MsgBody=_LONG),
    90056: lambda chat: chat.code(NEW, "push", {**PUSH, "MsgBody": _LONG * 2}),
    90057: _batch(DataId="x" * 65),
    93000: _push(MsgBody=_LONG),
}
"""Code → a request, or a few, that get it."""

ACTED: Final = frozenset(
    {
        *(60005, 60006, 60008, 60010, 60011, 60013, 60014, 60016, 60017, 60018, 60019, 60020),
        *(60021, 70005, 70016, 70050, 70051, 70169, 70202, 70403, 70500, 80001, 80002, 90034),
        *(90045, 90992, 90994, 90995, 91000),
    }
)
"""What no request brings about: the app's own state, a server's trouble, another code's twin."""

NOT_OURS: Final = {
    90031: "SyncOtherMachine is a field of a message to one user",
    90054: "MsgKey is a field of the withdrawal of a message to one user",
    91101: "ends a browser's session, answers no call",
}


def test_every_published_code_can_be_met_in_practice_or_says_why_not(vectors: Vectors) -> None:
    published = {row["code"] for row in vectors("im-errors")["errors"]}
    assert set(PROVOKED) | ACTED | set(NOT_OURS) == published
    assert len(PROVOKED) + len(ACTED) + len(NOT_OURS) == len(published)


@pytest.mark.parametrize("code", PROVOKED)
def test_a_request_gets_its_code_and_the_right_one_works_afterwards(code: int) -> None:
    chat = Chat(devices=200)
    assert PROVOKED[code](chat) == code
    chat.clock.advance(86_400)
    assert chat.code(OLD, "im_push", {**PUSH, "MsgRandom": 99}) == 0


def test_what_no_request_brings_about_can_be_acted_out() -> None:
    chat = Chat(devices=200)
    for code in sorted(ACTED | set(PROVOKED)):
        assert chat.app.play(str(code))
        assert chat.push()["ErrorCode"] == code
        assert chat.code(NEW, "batch", BATCH) == code
        assert chat.code(OLD, "im_get_attr_name", {}) == 0
    assert not chat.app.pushes
    assert chat.app.play("")
    assert chat.push()["ErrorCode"] == 0
    for act in ("12345", "slower", "-1", "9" * 9, "²"):
        assert not chat.app.play(act)
        assert chat.push()["ErrorCode"] == 0
