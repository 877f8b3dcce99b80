"""One method a call: what is asked, and what becomes of the documents' answers."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import httpx
import pytest

from tests.client.service import KEY_TEXT, NOW_S, Service, Vectors
from tpns_desktop.client import (
    BadAnswer,
    ChannelCounters,
    ClientError,
    DeviceDay,
    KeyRefused,
    MaybeSent,
    PlanCreated,
    Refused,
    Secret,
    TpnsClient,
    endpoints,
    signing,
)
from tpns_desktop.client.credentials import Credentials
from tpns_desktop.model.device_calls import accounts_cleared, tags_cleared


def _case(vectors: Vectors, id: str) -> dict[str, Any]:
    (case,) = [case for case in vectors("tpns-responses")["cases"] if case["id"] == id]
    return dict(case)


# -------------------------------------------------------------------------------- requests


@pytest.mark.parametrize(
    "body",
    [b'{"a":1}', b'{ "a" : 1 }', '{"t":"你好 🎉"}'.encode(), b'{"t":"\\u4f60"}', b"", b"\x00\xff"],
)
def test_the_bytes_given_are_signed_and_sent(body: bytes) -> None:
    service = Service({"ret_code": 0, "push_id": "1"})
    service.call(lambda client: client.push(body))
    (request,) = service.requests
    assert request.content == body
    assert (request.method, str(request.url)) == (
        "POST",
        "https://api.tpns.sgp.tencent.com/v3/push/app",
    )
    expected = signing.signature_headers("1500012345", Secret(KEY_TEXT), 1700000000, body)
    assert {name: request.headers[name] for name in expected} == expected
    assert "Authorization" not in request.headers


def test_the_clock_is_asked_for_each_request() -> None:
    service = Service({"retCode": 0})
    times = iter([1700000000.0, 1700000060.0])
    client = service.client(clock=lambda: next(times))

    async def ask_twice() -> None:
        await client.push_counters("1")
        await client.push_counters("1")
        await client.aclose()

    asyncio.run(ask_twice())
    stamps = [request.headers["TimeStamp"] for request in service.requests]
    assert stamps == ["1700000000", "1700000060"]


def test_basic_sends_one_header_and_no_signature() -> None:
    service = Service({"ret_code": 0, "push_id": "1"})
    service.call(lambda client: client.push(b"{}"), scheme="basic")
    headers = service.requests[0].headers
    assert headers["Authorization"] == (
        "Basic MTUwMDAxMjM0NTowMTIzNDU2Nzg5YWJjZGVmMDEyMzQ1Njc4OWFiY2RlZg=="
    )
    assert not {"AccessId", "TimeStamp", "Sign"} & {name.title() for name in headers}


def test_an_unknown_scheme_is_a_programmers_mistake() -> None:
    with pytest.raises(ValueError, match="scheme"):
        Service({}).client(scheme="Signature")


def test_keys_are_looked_at_before_the_first_request() -> None:
    with pytest.raises(KeyRefused):
        Service({}).client("15000 12345")


def test_a_request_is_signed_by_credentials_over_its_own_bytes() -> None:
    credentials = Credentials("1500012345", Secret(KEY_TEXT), "signature", lambda: NOW_S)
    request = httpx.Request("POST", "https://api.tpns.tencent.com/", content=b"body")
    (signed,) = list(credentials.auth_flow(request))
    assert signed is request
    expected = signing.signature_headers("1500012345", Secret(KEY_TEXT), 1700000000, b"body")
    assert request.headers["Sign"] == expected["Sign"]


# ---------------------------------------------------------------------------------- answers


@pytest.mark.parametrize(
    ("id", "push_ids", "seq", "environment", "skipped"),
    [
        ("push-ok", ("1328245138690125824",), 0, "", ()),
        ("push-ok-ios", ("427184209",), 0, "dev", ()),
        ("push-ok-minimal-answer", ("3895624686",), 0, "product", ()),
        ("push-loop", ("427184210", "427184211", "427184212"), 0, "", ()),
        ("push-some-invalid-tokens", ("427184213",), 0, "", ("bad",)),
        ("push-seq-echo", ("427184214",), 77, "", ()),
    ],
)
def test_a_documented_push_answer(
    vectors: Vectors,
    id: str,
    push_ids: tuple[str, ...],
    seq: int,
    environment: str,
    skipped: tuple[str, ...],
) -> None:
    case = _case(vectors, id)
    service = Service(case["response"])
    body = json.dumps(case["request"]).encode()
    answer = service.call(lambda client: client.push(body))
    assert answer.push_ids == push_ids
    assert (answer.seq, answer.environment, answer.skipped_tokens) == (seq, environment, skipped)
    assert answer.raw == service.content
    assert service.requests[0].url.path == case["path"]


@pytest.mark.parametrize("id", ["plan-ok-old", "plan-ok-new"])
def test_a_documented_plan_answer(vectors: Vectors, id: str) -> None:
    case = _case(vectors, id)
    service = Service(case["response"])
    plan = service.call(lambda client: client.create_plan("VIP_Level 15", "VIP member benefits"))
    assert plan == PlanCreated("48", "VIP_Level 15", "VIP member benefits")
    assert service.asked == case["request"]
    assert service.requests[0].url.path == case["path"]


def test_a_plans_words_travel_as_they_are() -> None:
    service = Service({"retCode": 0, "result": {"planId": "1"}})
    service.call(lambda client: client.create_plan("春季", "促销"))
    assert service.requests[0].content == '{"planName":"春季","planDescribe":"促销"}'.encode()


def test_records_of_a_period(vectors: Vectors) -> None:
    case = _case(vectors, "record-list")
    service = Service(case["response"])
    (record,) = service.call(
        lambda client: client.push_records(
            start=date(2026, 1, 1),
            end=date(2026, 1, 15),
            msg_type="notify",
            push_type="all",
            offset=0,
            limit=50,
        )
    )
    assert service.asked == case["request"]
    assert service.requests[0].url.path == case["path"]
    assert (record.push_id, record.status) == ("427184209", "PUSH_FINISHED")
    assert (record.title, record.content) == ("Order shipped", "Parcel 4711 is on its way")
    assert record.created_at == datetime(2026, 1, 10, 1, tzinfo=UTC)
    assert (record.push_type, record.message_type, record.source) == ("all", "notify", "api")
    assert (record.environment, record.expire_s) == ("product", 86400)
    assert (record.collapse_id, record.upload_id) == (1000123, None)
    assert record.push_config is not None
    assert record.push_config["android"]["action"]["action_type"] == 1


def test_the_record_of_one_push(vectors: Vectors) -> None:
    case = _case(vectors, "record-single")
    service = Service(case["response"])
    (record,) = service.call(lambda client: client.push_records("133703"))
    assert service.asked == case["request"]
    assert record.push_id == "133703"
    assert record.tag_set is not None
    assert record.tag_set["op"] == "OR"


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"start": date(2026, 1, 1)},
        {"end": date(2026, 1, 1)},
        {"push_id": "1", "limit": 5},
        {"push_id": "1", "start": date(2026, 1, 1), "end": date(2026, 1, 1)},
    ],
)
def test_records_are_asked_for_by_id_or_by_period(given: dict[str, Any]) -> None:
    service = Service({"retCode": 0})
    with pytest.raises(ValueError, match="push id"):
        service.call(lambda client: client.push_records(**given))
    assert service.requests == []


def test_counters_on_android(vectors: Vectors) -> None:
    case = _case(vectors, "stat-task")
    service = Service(case["response"])
    counters = service.call(lambda client: client.push_counters("427184209"))
    assert service.asked == case["request"]
    assert service.requests[0].url.path == case["path"]
    assert counters == [
        ChannelCounters("xg", 1000, 800, 780, 120, 90),
        ChannelCounters("hw", 500, 490, 400, 0, 0),
        ChannelCounters("all", 1500, 1290, 1180, 120, 90),
    ]


def test_counters_on_ios(vectors: Vectors) -> None:
    case = _case(vectors, "stat-task-ios")
    service = Service(case["response"])
    counters = service.call(lambda client: client.push_counters("427184215"), "1600012345")
    assert counters == [
        ChannelCounters("apns", 100, 98, 90, 12, None),
        ChannelCounters("all", 100, 98, 90, 12, None),
    ]


def test_the_device_overview(vectors: Vectors) -> None:
    case = _case(vectors, "stat-devices")
    service = Service(case["response"])
    days = service.call(lambda client: client.device_overview(date(2026, 1, 9), date(2026, 1, 10)))
    assert service.asked == case["request"]
    assert service.requests[0].url.path == case["path"]
    assert days == [
        DeviceDay(date(2026, 1, 9), 100, 5, 60),
        DeviceDay(date(2026, 1, 10), 104, 4, 58),
    ]


# ---------------------------------------------------------------------------------- refusals

_TOKEN = "04cac74a714f61bf089987a986363d88aaaa"
_DAY = date(2026, 1, 9)

_CALLS: dict[str, tuple[Callable[[TpnsClient], Any], type[ClientError]]] = {
    endpoints.PUSH_PATH: (lambda client: client.push(b"{}"), MaybeSent),
    endpoints.PLAN_PATH: (lambda client: client.create_plan("n", "d"), MaybeSent),
    endpoints.STOP_PATH: (lambda client: client.stop_push("1"), MaybeSent),
    endpoints.CANCEL_PATH: (lambda client: client.cancel_push("1"), MaybeSent),
    endpoints.REVOKE_PATH: (lambda client: client.revoke_push("1"), MaybeSent),
    endpoints.TAG_PATH: (lambda client: client.change_tags(tags_cleared(_TOKEN)), MaybeSent),
    endpoints.TAG_DELETE_PATH: (lambda client: client.delete_tags(["t"]), MaybeSent),
    endpoints.ACCOUNT_PATH: (
        lambda client: client.change_accounts(accounts_cleared(_TOKEN)),
        MaybeSent,
    ),
    endpoints.ACCOUNT_QUERY_PATH: (lambda client: client.accounts_of([_TOKEN]), BadAnswer),
    endpoints.ATTRIBUTE_PATH: (lambda client: client.attributes(_TOKEN), BadAnswer),
    endpoints.RECORD_PATH: (lambda client: client.push_records("1"), BadAnswer),
    endpoints.COUNTERS_PATH: (lambda client: client.push_counters("1"), BadAnswer),
    endpoints.PLAN_COUNTERS_PATH: (
        lambda client: client.plan_counters("48", _DAY, _DAY),
        BadAnswer,
    ),
    endpoints.TOTALS_PATH: (lambda client: client.push_totals(_DAY, _DAY), BadAnswer),
    endpoints.DEVICES_PATH: (lambda client: client.device_overview(_DAY, _DAY), BadAnswer),
    endpoints.DISTRIBUTION_PATH: (
        lambda client: client.device_distribution(_DAY, "province"),
        BadAnswer,
    ),
    endpoints.TOKEN_PUSHES_PATH: (lambda client: client.pushes_of_token(_TOKEN), BadAnswer),
}
"""Every endpoint of tpns-rest 1 but the upload, which has a module of its own."""


def test_every_documented_endpoint_has_a_call(vectors: Vectors) -> None:
    documented = {case["path"] for case in vectors("tpns-responses")["cases"]}
    assert set(_CALLS) == documented - {endpoints.UPLOAD_PATH}


def test_the_documented_error_answers(vectors: Vectors) -> None:
    tried = 0
    for sample in vectors("tpns-errors")["samples"]:
        if sample["path"] not in _CALLS:
            continue
        tried += 1
        call, unusable = _CALLS[sample["path"]]
        service = Service(sample["body"], status=sample["http_status"])
        with pytest.raises(ClientError) as caught:
            service.call(call)
        error = caught.value
        assert error.request == f"POST {sample['path']}"
        if sample["http_status"] == 200:
            body = sample["body"]
            assert type(error) is Refused
            assert error.code == body.get("ret_code", body.get("retCode"))
            assert error.text == body.get("err_msg", body.get("errMsg"))
        else:
            assert type(error) is unusable
            assert (error.reason, error.status) == ("http_status", sample["http_status"])
    assert tried >= 11


@pytest.mark.parametrize("path", _CALLS)
def test_every_published_code_is_a_refusal_at_every_call(vectors: Vectors, path: str) -> None:
    call, _ = _CALLS[path]
    for fact in vectors("tpns-errors")["codes"]:
        for answer in (
            {"ret_code": fact["code"], "err_msg": fact["err_msg"]},
            {"retCode": str(fact["code"]), "errMsg": fact["err_msg"]},
        ):
            with pytest.raises(Refused) as caught:
                Service(answer).call(call)
            assert (caught.value.code, caught.value.text) == (fact["code"], fact["err_msg"] or "")


@pytest.mark.parametrize("path", _CALLS)
def test_an_unusable_answer_is_an_error_of_the_calls_own_kind(path: str) -> None:
    call, unusable = _CALLS[path]
    with pytest.raises(ClientError) as caught:
        Service([]).call(call)
    assert (type(caught.value), caught.value.reason) == (unusable, "not_object")
    assert caught.value.__context__ is None


def test_a_client_may_be_closed_twice() -> None:
    service = Service({"retCode": 0})

    async def run() -> None:
        client = service.client()
        await client.push_counters("1")
        await client.aclose()
        await client.aclose()

    asyncio.run(run())
