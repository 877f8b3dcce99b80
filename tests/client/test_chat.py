"""The Chat service's commands, against what the documents print."""

from __future__ import annotations

import asyncio
import base64
import hmac
import json
import zlib
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import parse_qs, quote

import httpx
import pytest

from tpns_desktop.client.chat import ChatClient
from tpns_desktop.client.chat_points import HOSTS, ChatPoint, chat_point
from tpns_desktop.client.errors import BadAnswer, ClientError, KeyRefused, MaybeSent, Refused
from tpns_desktop.client.signing import user_sig
from tpns_desktop.model.chat_codes import CODES, verdict_of
from tpns_desktop.model.chat_dialects import ALL_MEMBER_PUSH, DIALECTS, TIMPUSH_CHAT
from tpns_desktop.model.secret import Secret

KEY = "5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e"
OK = {"ActionStatus": "OK", "ErrorInfo": "", "ErrorCode": 0}
PUSHED = {**OK, "TaskId": "1400000000_144115212910570789_4155518400_15723514"}


class Wire:
    """Answers one thing, and keeps what was asked."""

    def __init__(self, answer: Mapping[str, Any] | bytes) -> None:
        self.answer = answer
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        if isinstance(self.answer, bytes):
            return httpx.Response(200, content=self.answer)
        return httpx.Response(200, json=dict(self.answer))


def call(wire: Wire, work: Callable[[ChatClient], Any], dialect: Any = ALL_MEMBER_PUSH) -> Any:
    async def run() -> Any:
        client = ChatClient(
            chat_point(HOSTS["singapore"]),
            1400000000,
            "administrator",
            Secret(KEY),
            dialect,
            clock=lambda: 1700000000.0,
            transport=httpx.MockTransport(wire),
        )
        async with client:
            return await work(client)

    return asyncio.run(run())


def decoded(signature: str) -> dict[str, Any]:
    """A UserSig undone, by the documents (section 8)."""
    text = signature.translate(str.maketrans("*-_", "+/="))
    fields: dict[str, Any] = json.loads(zlib.decompress(base64.b64decode(text)))
    return fields


def test_a_usersig_says_what_the_published_ones_say(vectors: Callable[[str], Any]) -> None:
    for case in vectors("im-usersig")["cases"]:
        given = case["input"]
        made = user_sig(
            given["identifier"],
            given["sdkappid"],
            Secret(given["secret_key"]),
            now_s=given["time"],
            lifetime_s=given["expire"],
        )
        assert decoded(made) == case["decoded"]
        # The published one is the same but for how it was compressed.
        assert decoded(case["usersig"]) == case["decoded"]
        assert zlib.decompress(bytes.fromhex(case["zlib_hex"])).decode() == case["json_text"]
        assert json.loads(case["json_text"]) == case["decoded"]
        signed = hmac.new(given["secret_key"].encode(), case["string_to_sign"].encode(), "sha256")
        assert base64.b64encode(signed.digest()).decode() == case["hmac_sha256_base64"]
        assert case["hmac_sha256_base64"] == decoded(made)["TLS.sig"]
        assert set(made) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789*-_")


def test_a_push_leaves_byte_for_byte_at_the_documented_address(
    vectors: Callable[[str], Any],
) -> None:
    wire = Wire(PUSHED)
    body = b'{"MsgRandom":56512 ,"MsgBody":[]}'
    task = call(wire, lambda client: client.push(body))
    assert task.task_id == PUSHED["TaskId"]
    request = wire.requests[0]
    assert request.content == body
    assert request.url.host == HOSTS["singapore"]
    assert request.url.path == "/v4/all_member_push/im_push"
    query = {name: values[0] for name, values in parse_qs(request.url.query.decode()).items()}
    assert list(query) == ["sdkappid", "identifier", "usersig", "random", "contenttype"]
    assert (query["sdkappid"], query["identifier"]) == ("1400000000", "administrator")
    assert query["contenttype"] == "json"
    assert 0 <= int(query["random"]) < 2**32
    told = decoded(query["usersig"])
    assert (told["TLS.time"], told["TLS.expire"]) == (1700000000, 86400)


def test_hosts_are_those_of_the_documents(vectors: Callable[[str], Any]) -> None:
    assert vectors("im-url")["hosts"] == HOSTS


def test_an_address_is_put_together_as_published(vectors: Callable[[str], Any]) -> None:
    example = vectors("im-url")["example"]
    wire = Wire(PUSHED)
    call(wire, lambda client: client.push(b"{}"))
    ours, theirs = wire.requests[0].url, httpx.URL(example["url"])
    assert (ours.host, ours.path) == (theirs.host, theirs.path)
    assert ours.host == example["host"]
    assert ours.path == f"/v4/{example['service']}/{example['command']}"
    assert list(ours.params) == list(theirs.params)
    assert ours.params["sdkappid"] == str(example["sdkappid"]) == theirs.params["sdkappid"]
    assert ours.params["identifier"] == example["identifier"] == theirs.params["identifier"]
    assert theirs.params["random"] == str(example["random"])
    assert set(decoded(ours.params["usersig"])) == set(decoded(theirs.params["usersig"]))


@pytest.mark.parametrize(
    "url",
    [
        "http://console.tim.qq.com",
        "https://console.tim.qq.com.evil.example",
        "https://adminapi.im.qcloud.com",
        "https://adminapisgp.im.qcloud.com@evil.example",
        "http://127.0.0.1.evil.example:80",
        "https://127.0.0.1:443",
    ],
)
def test_no_other_address_is_spoken_to(url: str) -> None:
    with pytest.raises(ValueError, match="not an address") as refused:
        ChatPoint(url)
    assert url not in str(refused.value)


def test_each_published_call_asks_and_reads_as_printed(vectors: Callable[[str], Any]) -> None:
    published = vectors("im-attr-tag-samples")
    calls = {one["command"]: one for one in published["calls"]}
    accounts = ["u1", "u2", "u3"]
    work: dict[str, Callable[[ChatClient], Any]] = {
        "im_set_attr_name": lambda client: client.set_attribute_names(
            {0: "membership", 1: "city", 2: "sex"}
        ),
        "im_get_attr_name": lambda client: client.attribute_names(),
        "im_set_attr": lambda client: client.set_attributes(
            {
                "u1": {"membership": "platinum", "city": "Shenzhen"},
                "u2": {"city": "Guangzhou"},
            }
        ),
        "im_get_attr": lambda client: client.attributes(accounts),
        "im_remove_attr": lambda client: client.remove_attributes({"u1": ["city"]}),
        "im_add_tag": lambda client: client.add_tags({"u1": ["stock_a", "vip"]}),
        "im_get_tag": lambda client: client.tags(["u1"]),
        "im_remove_tag": lambda client: client.remove_tags({"u1": ["vip"]}),
        "im_remove_all_tags": lambda client: client.remove_all_tags(["u1", "u2"]),
    }
    assert set(work) == set(calls)
    answers = {}
    for command, ask in work.items():
        wire = Wire(calls[command]["response"])
        answers[command] = call(wire, ask)
        assert json.loads(wire.requests[0].content) == calls[command]["request"], command
        assert wire.requests[0].url.path == f"/v4/{published['service']}/{command}"
    assert answers["im_get_attr_name"] == {0: "membership", 1: "city", 2: "sex"}
    # The service answers in another order than it was asked.
    assert [row.account for row in answers["im_get_attr"].rows] == accounts
    assert answers["im_get_attr"].rows[2].values == {}
    assert answers["im_get_tag"].rows[0].tags == ("stock_a", "vip")


def test_the_newer_dialect_asks_and_reads_as_printed(vectors: Callable[[str], Any]) -> None:
    samples = {
        (one["command"], one.get("variant", "")): one
        for one in vectors("im-timpush-samples")["calls"]
    }
    batch = samples["batch", ""]
    wire = Wire(batch["partial"])
    task = call(wire, lambda c: c.batch(json.dumps(batch["request"]).encode()), TIMPUSH_CHAT)
    assert task.failed == {"user2": 70107}
    with pytest.raises(Refused) as refused:
        call(Wire(batch["failed"]), lambda c: c.batch(b"{}"), TIMPUSH_CHAT)
    assert refused.value.code == 90001
    # What statistics answer is not published: it is given as it comes.
    assert samples["all_member_push_statistics", ""]["response"] is None
    told = call(
        Wire({**OK, "X": 1}), lambda c: c.statistics(["x"], _moment(), _moment()), TIMPUSH_CHAT
    )
    assert told["X"] == 1
    revoke = samples["revoke", ""]["request"]
    wire = Wire(OK)
    call(wire, lambda c: c.withdraw(revoke["TaskId"], revoke["OfflinePushInfo"]), TIMPUSH_CHAT)
    assert json.loads(wire.requests[0].content) == revoke
    tagged = samples["add_tag", ""]
    wire = Wire(tagged["partial"])
    left_out = call(wire, lambda c: c.add_tags({"u1": ["vip"]}, replace=True), TIMPUSH_CHAT)
    assert json.loads(wire.requests[0].content) == tagged["request"]
    assert list(left_out.values()) == [90035]
    lost = samples["all_member_push_loss", ""]["response"]
    found = call(Wire(lost), lambda c: c.losses(["x"], _moment(), _moment()), TIMPUSH_CHAT)
    assert [(one.stage, one.code, one.count) for one in found["xxx-yyy-zzz"]] == [
        ("ready", "-2", 125),
        ("delivered", "410", 35),
    ]


def _moment() -> Any:
    from datetime import UTC, datetime

    return datetime(2025, 3, 5, tzinfo=UTC)


def test_a_dialect_offers_only_what_it_has() -> None:
    for ask in (
        lambda client: client.withdraw("t"),
        lambda client: client.batch(b"{}"),
        lambda client: client.add_tags({"u": ["t"]}, replace=True),
    ):
        wire = Wire(OK)
        with pytest.raises(KeyError):
            call(wire, ask)
        assert wire.requests == []


def test_every_published_refusal_says_its_code_and_proves_no_more_than_it_may(
    vectors: Callable[[str], Any],
) -> None:
    published = {one["code"]: one for one in vectors("im-errors")["errors"]}
    assert set(CODES) == set(published)
    for code, fact in published.items():
        assert CODES[code].retryable == fact["retryable"], code
        answer = {"ActionStatus": "FAIL", "ErrorInfo": "no", "ErrorCode": code}
        with pytest.raises(Refused) as refused:
            call(Wire(answer), lambda client: client.push(b"{}"))
        assert refused.value.code == code
        assert verdict_of(code) in ("rejected", "too_fast", "unknown")
        if fact["retryable"]:
            assert verdict_of(code) != "rejected", code
    assert verdict_of(123456) == "unknown"


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"[]",
        b'{"ErrorCode":0}',
        b'{"ActionStatus":"OK","ErrorCode":90001}',
        b'{"ActionStatus":"FAIL","ErrorCode":0}',
        b'{"ActionStatus":"OK","ErrorCode":0,"ErrorCode":90001}',
        b'{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0}',
        b'{"ActionStatus":"OK","ErrorCode":0,"TaskId":""}',
        b'{"ActionStatus":"FAIL","ErrorCode":90001,"TaskId":"t"}',
    ],
)
def test_an_answer_to_a_push_that_cannot_be_used_proves_nothing(answer: bytes) -> None:
    with pytest.raises(MaybeSent):
        call(Wire(answer), lambda client: client.push(b"{}"))


def test_a_question_may_be_asked_again() -> None:
    with pytest.raises(BadAnswer):
        call(Wire(b"{"), lambda client: client.attribute_names())


def test_no_error_and_no_repr_shows_key_or_usersig() -> None:
    signature = user_sig(
        "administrator", 1400000000, Secret(KEY), now_s=1700000000, lifetime_s=86400
    )
    repeated = {"ActionStatus": "FAIL", "ErrorInfo": f"bad {signature} {KEY}", "ErrorCode": 70009}
    with pytest.raises(ClientError) as refused:
        call(Wire(repeated), lambda client: client.push(b"{}"))
    for text in (str(refused.value), repr(refused.value), refused.value.text):
        assert signature not in text
        assert KEY not in text
    assert refused.value.__context__ is None


def test_a_usersig_of_another_request_is_not_repeated_either() -> None:
    older = user_sig("administrator", 1400000000, Secret(KEY), now_s=1600000000, lifetime_s=86400)
    for told in (older, quote(older, safe=""), f"https://h/v4/x?usersig={older}&random=1"):
        repeated = {"ActionStatus": "FAIL", "ErrorInfo": f"asked by {told}.", "ErrorCode": 70009}
        with pytest.raises(ClientError) as refused:
            call(Wire(repeated), lambda client: client.push(b"{}"))
        assert refused.value.text.startswith("asked by ")
        assert older[:16] not in refused.value.text
        assert older[-8:] not in refused.value.text


@pytest.mark.parametrize(("identifier", "key"), [("", KEY), ("a" * 33, KEY), ("admin", "")])
def test_what_cannot_be_signed_with_is_refused_at_once(identifier: str, key: str) -> None:
    with pytest.raises(KeyRefused):
        ChatClient(chat_point(HOSTS["china"]), 1, identifier, Secret(key), ALL_MEMBER_PUSH)


def test_every_dialect_has_the_same_names() -> None:
    shared = set.intersection(*(set(one.commands) for one in DIALECTS.values()))
    assert shared == set(ALL_MEMBER_PUSH.commands)
