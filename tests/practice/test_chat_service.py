"""The Chat service of practice, asked by a stranger's client written from the documents."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.practice.chat import KEYS, NAMES, NEW, OLD, TEXT, Chat
from tpns_desktop.practice.chat_auth import ChatKeys, check_user_sig
from tpns_desktop.practice.chat_codes import ChatRefusal


@pytest.fixture
def chat() -> Chat:
    return Chat()


def test_usersigs_are_taken_and_refused_as_published(vectors: Callable[[str], Any]) -> None:
    for case in vectors("im-usersig")["verifier_cases"]:
        keys = ChatKeys(case["sdkappid"], KEYS.secret_key)
        code = 0
        try:
            check_user_sig(case["usersig"], case["identifier"], keys, now=case["now"])
        except ChatRefusal as refusal:
            code = refusal.code
        assert code == case["expect_error_code"], case["name"]


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ({"sdkappid": ""}, 60012),
        ({"sdkappid": "1400000009"}, 70020),
        ({"identifier": ""}, 60004),
        ({"identifier": "user000001"}, 90009),
        ({"usersig": ""}, 70002),
        ({"usersig": "x" * 5000}, 70003),
        ({"random": "4294967296"}, 60002),
        ({"random": "-1"}, 60002),
        ({"contenttype": "xml"}, 60002),
    ],
)
def test_an_address_is_refused_with_the_published_code(
    chat: Chat, query: dict[str, str], code: int
) -> None:
    assert chat.post(OLD, "im_get_attr_name", {}, **query)["ErrorCode"] == code
    assert chat.post(OLD, "im_get_attr_name", {})["ErrorCode"] == 0


def test_an_unknown_command_and_an_empty_body_are_refused(chat: Chat) -> None:
    assert chat.post(OLD, "im_get_push_info", {})["ErrorCode"] == 60009
    assert chat.post(OLD, "revoke", {})["ErrorCode"] == 60009
    assert chat.post(OLD, "im_push", b"")["ErrorCode"] == 60003


def test_published_pushes_are_taken(chat: Chat, vectors: Callable[[str], Any]) -> None:
    chat.post(OLD, "im_set_attr_name", {"AttrNames": NAMES})
    for case in vectors("im-push-samples")["valid"]:
        chat.clock.advance(2)
        body = case["body"]
        if body.get("From_Account") == "xiaoming":
            body = {**body, "From_Account": "user000001"}
        answer = chat.post(OLD, "im_push", body)
        assert answer["ErrorCode"] == 0, (case["name"], answer)
        assert answer["TaskId"]


def test_published_faults_are_refused_with_their_codes(
    chat: Chat, vectors: Callable[[str], Any]
) -> None:
    acted: dict[str, Callable[[], Any]] = {
        "caller is not an admin": lambda: None,
        "second push within 1 s": lambda: chat.push(MsgRandom=7),
        "101st push of the day": lambda: [chat.push(MsgRandom=n) for n in range(100)],
        "feature not enabled": lambda: chat.app.play("90045"),
        "backend trouble (retry)": lambda: chat.app.play("91000"),
    }
    for case in vectors("im-push-samples")["invalid"]:
        chat = Chat()
        chat.clock.advance(2)
        chat.post(OLD, "im_set_attr_name", {"AttrNames": NAMES})
        acted.get(case["name"], lambda: None)()
        if case["name"] == "101st push of the day":
            chat.clock.advance(2)
        body = case["raw"].encode() if "raw" in case else case["body"]
        who = case.get("identifier", "administrator")
        answer = chat.post(OLD, "im_push", body, identifier=who)
        assert answer["ErrorCode"] == case["response"]["ErrorCode"], case["name"]


def test_published_calls_for_tags_and_attributes_answer_as_printed(
    chat: Chat, vectors: Callable[[str], Any]
) -> None:
    named = {"u1": "user000001", "u2": "user000002", "u3": "user000003"}

    def ours(value: Any) -> Any:
        text = json.dumps(value)
        for theirs, own in named.items():
            text = text.replace(f'"{theirs}"', f'"{own}"')
        return json.loads(text)

    chat.people.names.clear()
    for user in range(3):
        for slot in range(4):
            chat.people.set_value(user, slot, None)
        chat.people.set_tags(user, set())
    for call in vectors("im-attr-tag-samples")["calls"]:
        answer = chat.post(OLD, call["command"], ours(call["request"]))
        expected = ours(call["response"])
        for key in ("UserAttrs", "UserTags"):
            for told in (answer, expected):
                told.get(key, []).sort(key=lambda row: row["To_Account"])
        assert answer == expected, call["command"]


def test_published_faults_of_tags_and_attributes(chat: Chat, vectors: Callable[[str], Any]) -> None:
    many = [f"user{n:06d}" for n in range(1, 102)]
    bodies: dict[str, Any] = {
        "im_set_attr/101 accounts in one call": {
            "UserAttrs": [{"To_Account": one, "Attrs": {"city": "x"}} for one in many]
        },
        "im_get_tag/101 accounts in one call": {"To_Account": many},
        "im_add_tag/11 tags for one account in one call": {
            "UserTags": [{"To_Account": many[0], "Tags": [f"t{n}" for n in range(11)]}]
        },
        "im_add_tag/tag of 51 bytes": {"UserTags": [{"To_Account": many[0], "Tags": ["t" * 51]}]},
        "im_set_attr/attribute name never declared": {
            "UserAttrs": [{"To_Account": many[0], "Attrs": {"no_such": "x"}}]
        },
        'im_set_attr_name/slot key "10" or name of 51 bytes': {"AttrNames": {"10": "x"}},
        "im_set_attr_name/same name in two slots": {"AttrNames": {"5": "city"}},
    }
    chat.post(OLD, "im_set_attr_name", {"AttrNames": NAMES})
    errors = vectors("im-attr-tag-samples")["errors"]
    assert len(errors) == len(bodies)
    for case in errors:
        body = bodies[f"{case['command']}/{case['why']}"]
        service = case.get("service", OLD)
        command = case["command"] if service == OLD else case["command"].removeprefix("im_")
        answer = chat.post(service, command, body)
        assert answer["ErrorCode"] == case["response"]["ErrorCode"], case["why"]


def test_the_same_push_twice_within_a_second_is_one(chat: Chat) -> None:
    body = {"MsgRandom": 77, "MsgBody": TEXT}
    first = chat.post(OLD, "im_push", body)
    second = chat.post(OLD, "im_push", body)
    assert first["TaskId"] == second["TaskId"]
    assert len(chat.app.pushes) == 1


def test_withdrawing_is_held_to_its_rules(chat: Chat, vectors: Callable[[str], Any]) -> None:
    def revoke(task: str, **fields: Any) -> int:
        return int(chat.post(NEW, "revoke", {"TaskId": task, **fields})["ErrorCode"])

    task, old = chat.newer_push(1), chat.newer_push(3)
    kept_nothing = chat.newer_push(2, OnlineOnlyFlag=1)
    assert revoke("nobody's") == 90049
    assert revoke(kept_nothing) == 90053
    assert revoke(task) == 0
    assert revoke(kept_nothing, OfflinePushInfo={"Title": "T"}) == 90051
    chat.clock.advance(2)
    assert revoke(task) == 90050
    chat.clock.advance(86_400)
    assert revoke(old) == 90052
    codes = {one["ErrorCode"] for one in vectors("im-timpush-samples")["revoke_errors"]}
    assert codes == {90049, 90050, 90051, 90052, 90053}


def test_a_scheduled_task_runs_at_its_time_and_can_be_changed_before(chat: Chat) -> None:
    content = {"From_Account": "administrator", "MsgRandom": 5, "MsgBody": TEXT}
    task = {"Sdkappid": KEYS.sdkappid, "Type": "All", "Content": content}
    made = chat.post(NEW, "add_sched_task", {**task, "SchedAt": "2026-01-15 11:00:00"})
    changed = {**task, "TaskID": made["TaskID"], "SchedAt": "2026-01-15 12:00:00"}
    assert chat.post(NEW, "modify_sched_task", changed)["ErrorCode"] == 0
    chat.clock.advance(3600)
    asked = {
        "Sdkappid": KEYS.sdkappid,
        "Offset": 0,
        "Want": 20,
        "OrderBy": "schedat",
        "Asc": True,
        "BeginTime": "2026-01-15 00:00:00",
        "EndTime": "2026-01-16 00:00:00",
        "Keyword": "",
    }
    assert chat.post(NEW, "list_sched_task", asked)["Tasks"][0]["Status"] == "pending"
    chat.clock.advance(3600)
    assert chat.post(NEW, "list_sched_task", asked)["Tasks"][0]["Status"] == "done"
    assert len(chat.app.pushes) == 1
    gone = {"Sdkappid": KEYS.sdkappid, "TaskID": made["TaskID"], "Type": "All"}
    assert chat.post(NEW, "delete_sched_task", gone)["ErrorCode"] == 90050
    past = {**task, "SchedAt": "2026-01-15 09:00:00"}
    assert chat.post(NEW, "add_sched_task", past)["ErrorCode"] == 70402


def test_a_batch_names_whom_it_left_out(chat: Chat) -> None:
    body = {
        "From_Account": "administrator",
        "To_Account": ["user000001", "nobody"],
        "MsgRandom": 9,
        "OfflinePushInfo": {"Title": "T", "Desc": "D"},
    }
    answer = chat.post(NEW, "batch", body)
    assert answer["ErrorList"] == [{"ErrorCode": 70107, "To_Account": "nobody"}]
    assert answer["TaskId"].startswith("batch_")
    too_many = {**body, "To_Account": [f"user{n:06d}" for n in range(501)]}
    assert chat.post(NEW, "batch", too_many)["ErrorCode"] == 90011


def test_hostile_bodies_are_refused_and_a_good_one_works_after_each(chat: Chat) -> None:
    hostile: list[Any] = [
        b"null",
        b"[1]",
        b'{"MsgRandom":1e999}',
        b'{"a":' * 2000,
        b"\xff\xfe",
        {"MsgRandom": True, "MsgBody": TEXT},
        {"MsgRandom": 1, "MsgBody": [None]},
        {"MsgRandom": 1, "MsgBody": [{"MsgType": ["x"], "MsgContent": {}}]},
        {"MsgRandom": 1, "MsgBody": TEXT, "Condition": []},
        {"MsgRandom": 1, "MsgBody": TEXT, "Condition": {"TagsOr": {"a": 1}}},
        {"MsgRandom": 1, "MsgBody": TEXT, "Condition": {"AttrsAnd": {"city": 5}}},
        {"MsgRandom": 1, "MsgBody": TEXT, "From_Account": 5},
        {"MsgRandom": 1, "MsgBody": TEXT, "From_Account": "nobody"},
        {"MsgRandom": 1, "MsgBody": [*TEXT] * 400},
        {"MsgRandom": 1, "MsgBody": TEXT, "OfflinePushInfo": {"Desc": 5}},
    ]
    for number, body in enumerate(hostile):
        assert chat.post(OLD, "im_push", body)["ErrorCode"] != 0, number
        assert chat.push(MsgRandom=number)["ErrorCode"] == 0


def test_the_secret_key_is_in_no_repr() -> None:
    assert KEYS.secret_key not in repr(KEYS)
