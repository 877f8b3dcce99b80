"""Whatever is sent to the Chat service of practice: an answer and never a crash; no browser."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.practice.chat import KEYS, NEW, OLD, TEXT, Chat, packed
from tpns_desktop.practice.chat_service import COMMANDS

ONE = "user000001"

_HOSTILE: list[bytes] = [
    b"null",
    b"[1]",
    b"5",
    b'"text"',
    b"{",
    b"\xff\xfe",
    b"\x00" * 100,
    b'{"MsgRandom":1e999}',
    b'{"MsgRandom":NaN}',
    b'{"MsgRandom":' + b"9" * 10_000 + b"}",
    b'{"a":' * 2000,
    b'{"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    b'{"From_Account":"\\ud800"}',
    b'{"AttrNames":{"' + b"9" * 5000 + b'":"x"}}',
    json.dumps({"AttrNames": {"²": "x", "": "y"}}).encode(),
    json.dumps({"AttrNames": {"1": "x" * 200_000}}).encode(),
    json.dumps({"AttrTypes": {"1": []}, "AttrNames": {"1": 5}}).encode(),
    json.dumps({"UserTags": [{}] * 50_000}).encode(),
    json.dumps({"UserTags": [{"To_Account": ONE, "Tags": ["x"] * 100_000}]}).encode(),
    json.dumps({"UserAttrs": [{"To_Account": ONE, "Attrs": {"City": {}}}]}).encode(),
    json.dumps({"To_Account": {"user000001": 1}, "Tags": 5}).encode(),
    json.dumps({"To_Account": [["user000001"]]}).encode(),
    json.dumps({"TaskID": {"a": 1}, "Sdkappid": KEYS.sdkappid}).encode(),
    json.dumps({"TaskID": [[]], "StartTime": 10**400, "EndTime": -1}).encode(),
    json.dumps({"Sdkappid": KEYS.sdkappid, "Offset": 10**30, "Want": 1}).encode(),
    json.dumps({"Sdkappid": KEYS.sdkappid, "SchedAt": "0001-01-01 00:00:00"}).encode(),
    json.dumps({"MsgRandom": True, "MsgBody": TEXT}).encode(),
    json.dumps({"MsgRandom": 1, "MsgBody": [None, 5, [], {"MsgType": ["x"]}]}).encode(),
    json.dumps({"MsgRandom": 1, "MsgBody": TEXT, "Condition": {"TagsOr": {"a": 1}}}).encode(),
    json.dumps({"MsgRandom": 1, "MsgBody": TEXT, "Condition": {"AttrsAnd": {"City": 5}}}).encode(),
    json.dumps({"MsgRandom": 1, "MsgBody": TEXT * 4000}).encode(),
    json.dumps({"MsgRandom": 1, "MsgBody": TEXT, "OfflinePushInfo": {"PushFlag": []}}).encode(),
]


@pytest.fixture(scope="module")
def chat() -> Chat:
    return Chat(devices=200, limits=False)


@pytest.mark.parametrize("number", range(len(_HOSTILE)))
def test_a_hostile_body_is_refused_by_every_command_and_changes_nothing(
    chat: Chat, number: int
) -> None:
    before = (dict(chat.people.names), len(chat.app.pushes), len(chat.app.tasks))
    refused = 0
    for service, command in COMMANDS:
        refused += chat.code(service, command, _HOSTILE[number]) != 0
    assert refused >= len(COMMANDS) - 3  # Some read few fields, or none.
    assert before == (dict(chat.people.names), len(chat.app.pushes), len(chat.app.tasks))
    assert chat.push(MsgRandom=number)["ErrorCode"] == 0


_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=60)
    | st.sampled_from([ONE, "administrator", "City", "vip", "All", KEYS.sdkappid]),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=8,
)
_FIELDS = (
    *("MsgRandom", "MsgBody", "MsgLifeTime", "From_Account", "Condition", "OfflinePushInfo"),
    *("OnlineOnlyFlag", "DataId", "To_Account", "TaskId", "TaskID", "UserID", "StartTime"),
    *("EndTime", "AttrNames", "AttrTypes", "UserAttrs", "UserTags", "Replace", "Sdkappid"),
    *("Type", "SchedAt", "Content", "Offset", "Want", "Asc", "BeginTime", "Keyword"),
)
_NESTED = st.one_of(
    _JSON,
    st.builds(lambda value: [{"To_Account": ONE, "Tags": value}], _JSON),
    st.builds(lambda value: [{"To_Account": ONE, "Attrs": value}], _JSON),
    st.builds(lambda value: [{"To_Account": value, "Attrs": {}, "Tags": []}], _JSON),
    st.builds(lambda value: [{"MsgType": "TIMImageElem", "MsgContent": value}], _JSON),
    st.builds(lambda value: {"TagsOr": value, "AttrsAnd": value}, _JSON),
    st.builds(lambda value: {"0": value, "9": value}, _JSON),
    st.just(TEXT),
)


@settings(max_examples=150, deadline=None)
@given(
    command=st.sampled_from([*COMMANDS]),
    body=st.dictionaries(st.sampled_from(_FIELDS), _NESTED, max_size=8),
)
def test_wrong_types_anywhere_get_an_answer(
    chat: Chat, command: tuple[str, str], body: dict[str, Any]
) -> None:
    good = {"MsgRandom": 1, "MsgBody": TEXT, "Sdkappid": KEYS.sdkappid, "Type": "All"}
    chat.post(*command, body)
    chat.post(*command, {**good, **body})


@settings(max_examples=60, deadline=None)
@given(told=_JSON | st.dictionaries(st.sampled_from(["TLS.sig", "TLS.time"]), _JSON))
def test_a_usersig_of_anything_is_refused(chat: Chat, told: Any) -> None:
    right = {"TLS.ver": "2.0", "TLS.identifier": "administrator", "TLS.sdkappid": KEYS.sdkappid}
    for value in (told, {**right, **told} if isinstance(told, dict) else right):
        answer = chat.post(OLD, "im_get_attr_name", {}, usersig=packed(value))
        assert 70001 <= answer["ErrorCode"] <= 70014


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"sdkappid": "9" * 5000},
        {"sdkappid": "²"},
        {"random": "9" * 5000},
        {"usersig": "汉字" * 100},
        {"usersig": "\ud83d"},
        {"usersig": "*" * 20_000},
        {"identifier": "\x00\n"},
    ],
    ids=range(8),
)
def test_a_hostile_address_is_refused(chat: Chat, query: Mapping[str, str]) -> None:
    told = {key: value.encode("utf-8", "replace").decode() for key, value in query.items()}
    full = {**chat.query(), **told} if query else {}
    answer = chat.raw("/v4/all_member_push/im_get_attr_name", b"{}", full)
    assert (answer.status_code, answer.json()["ActionStatus"]) == (200, "FAIL")


@pytest.mark.parametrize("path", ["/v4/", "/v4/timpush", "/v4/timpush/push/x", "/v4/../timpush"])
def test_an_address_that_is_no_command_and_a_method_that_is_not_post(chat: Chat, path: str) -> None:
    if not path.endswith("../timpush"):
        assert chat.raw(path, b"{}", chat.query()).json()["ErrorCode"] == 60009
    for method in ("GET", "PUT", "DELETE"):
        answer = chat.raw("/v4/timpush/push", b"{}", chat.query(), method=method)
        assert (answer.status_code, answer.json()["ErrorCode"]) == (200, 60009)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "https://example.com"}, 403),
        ({"Referer": "https://example.com/"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Mode": "no-cors"}, 403),
        ({"Host": "evil.example"}, 421),
        ({"Host": "localhost:4711"}, 421),
        ({"Host": "console.tim.qq.com"}, 421),
        ({"Content-Length": "9999999"}, 413),
    ],
    ids=str,
)
def test_browsers_and_other_hosts_do_not_get_to_the_chat(
    chat: Chat, headers: dict[str, str], status: int
) -> None:
    pushes = len(chat.app.pushes)
    body = json.dumps({"MsgRandom": 1, "MsgBody": TEXT}).encode()
    for service, command in ((OLD, "im_push"), (NEW, "push")):
        answer = chat.raw(f"/v4/{service}/{command}", body, chat.query(), headers=headers)
        assert answer.status_code == status
    assert len(chat.app.pushes) == pushes
    too_large = chat.raw("/v4/all_member_push/im_push", b" " * (2 * 1024 * 1024), chat.query())
    assert too_large.status_code == 413


def test_no_answer_no_repr_and_no_log_shows_key_or_usersig(
    chat: Chat, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "tpns_desktop.practice")
    query = chat.query()
    chat.raw(f"/v4/{query['usersig']}%0A/{KEYS.secret_key}", b"{}", query)
    chat.post(OLD, "im_push", {}, usersig="x")
    for body in (b"{}", b"{", b'{"MsgRandom":1}'):
        answer = chat.raw("/v4/all_member_push/im_push", body, query)
        for text in (answer.text, repr(KEYS), repr(chat.app)):
            assert KEYS.secret_key not in text
            assert query["usersig"] not in text
    assert "refused, 70003" in caplog.text
    assert query["usersig"] not in caplog.text
    assert KEYS.secret_key not in caplog.text
