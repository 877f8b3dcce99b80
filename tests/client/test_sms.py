"""The questions to the SMS service: what is asked, and what becomes of the documents' answers."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import inspect
import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from tpns_desktop.client import sms, tc3
from tpns_desktop.client.errors import BadAnswer, CloudRefused, KeyRefused
from tpns_desktop.client.sms import SmsClient, hour
from tpns_desktop.client.sms_points import ACCESS_REGIONS, SITES, SmsPoint, hosts, sms_point
from tpns_desktop.model import sms_codes
from tpns_desktop.model.cloud_sms import (
    CloudSignature,
    CloudTemplate,
    NumberInfo,
    Receipt,
    ReceiptTotals,
    SendTotals,
    messages_left,
)
from tpns_desktop.model.secret import Secret

ID_TEXT, KEY_TEXT = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE"
NOW_S = 1_700_000_000
NOW = datetime.fromtimestamp(NOW_S, UTC)

Vectors = Callable[[str], Any]
Answer = Callable[[httpx.Request, dict[str, Any]], Any]


class Service:
    """Answers as it is told, and keeps what was asked."""

    def __init__(self, answer: Any, *, status: int = 200, date: str = "") -> None:
        self._answer = answer
        self._status = status
        self._date = date
        self.requests: list[httpx.Request] = []
        self.pauses: list[float] = []

    @property
    def asked(self) -> list[dict[str, Any]]:
        return [json.loads(request.content) for request in self.requests]

    def client(self, site: str = "china", **given: Any) -> SmsClient:
        async def pause(seconds: float) -> None:
            self.pauses.append(seconds)

        given = {"secret_id": Secret(ID_TEXT), "secret_key": Secret(KEY_TEXT), **given}
        return SmsClient(
            sms_point(site),
            given.pop("region", "ap-guangzhou"),
            clock=lambda: NOW_S,
            transport=httpx.MockTransport(self._handle),
            pause=pause,
            **given,
        )

    def _handle(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        answer = self._answer
        if callable(answer):
            answer = answer(request, json.loads(request.content))
        content = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
        headers = {"Date": self._date} if self._date else {}
        return httpx.Response(self._status, content=content, headers=headers)

    def call(self, call: Callable[[SmsClient], Any], site: str = "china", **given: Any) -> Any:
        async def run() -> Any:
            async with self.client(site, **given) as client:
                return await call(client)

        return asyncio.run(run())


def _error(code: str, text: str = "no") -> dict[str, Any]:
    return {"Response": {"Error": {"Code": code, "Message": text}, "RequestId": "r-1"}}


CALLS: dict[str, Callable[[SmsClient], Any]] = {
    "DescribeSmsSignList": lambda client: client.signatures(international=False),
    "DescribeSmsTemplateList": lambda client: client.templates(international=False),
    "SmsPackagesStatistics": lambda client: client.packages("1400006666", NOW, NOW),
    "DescribePhoneNumberInfo": lambda client: client.numbers(["+8618845720123"]),
    "SendStatusStatistics": lambda client: client.send_totals("1400006666", NOW, NOW),
    "CallbackStatusStatistics": lambda client: client.receipt_totals("1400006666", NOW, NOW),
    "PullSmsSendStatus": lambda client: client.receipts("1400006666"),
    "PullSmsSendStatusByPhoneNumber": lambda client: client.receipts_of(
        "1400006666", "+8613711112222", NOW, NOW
    ),
}


def test_the_documents_answers_are_read(vectors: Vectors) -> None:
    given = vectors("sms-samples")["responses"]
    found = {name: Service(given[name]).call(CALLS[name]) for name in CALLS if name in given}
    assert found["DescribeSmsSignList"] == [
        CloudSignature("1110", "腾讯云", False, 0),
        CloudSignature("1112", "Acme", True, -1, "document unreadable"),
    ]
    assert found["DescribeSmsTemplateList"] == [
        CloudTemplate("1110", "code", "验证码 {1}（测试）", 0, 0),
        CloudTemplate("1111", "notice", "Order {1} shipped", 3, 1),
    ]
    (package,) = found["SmsPackagesStatistics"]
    assert (package.package_id, package.bought) == ("1000791745", True)
    assert messages_left([package], datetime(2021, 6, 1, tzinfo=UTC)) == 750
    assert messages_left([package], datetime(2023, 6, 1, tzinfo=UTC)) == 0
    assert found["SendStatusStatistics"] == SendTotals(messages=120, requested=105, accepted=100)
    assert found["CallbackStatusStatistics"] == ReceiptTotals(100, 95, 5, 1, 2, 1, 1, 0)
    good, bad = found["DescribePhoneNumberInfo"]
    assert good == NumberInfo("Ok", "+8618845720123", "86", "CN", "China")
    assert (good.ok, bad.ok, bad.iso_code) == (True, False, "DEF")
    assert found["PullSmsSendStatusByPhoneNumber"] == [
        Receipt(
            "+8613711112222",
            datetime.fromtimestamp(1617508805, UTC),
            True,
            "DELIVRD",
            "2019:538884894663845",
        )
    ]


def test_a_number_is_given_back_in_its_regular_form(vectors: Vectors) -> None:
    (case,) = vectors("sms-e164")["normalise"]
    row = {"Code": "Ok", "PhoneNumber": case["output"], "NationCode": "86"}
    service = Service({"Response": {"PhoneNumberInfoSet": [row], "RequestId": "r"}})
    (info,) = service.call(lambda client: client.numbers([case["input"]]))
    assert (service.asked[0]["PhoneNumberSet"], info.number) == ([case["input"]], case["output"])


@pytest.mark.parametrize("action", CALLS)
def test_each_question_says_what_it_is_and_is_signed_as_it_is_sent(action: str) -> None:
    service = Service(_error("FailedOperation.OtherError"))
    with pytest.raises(CloudRefused):
        service.call(CALLS[action], region="ap-singapore", site="international")
    (request,) = service.requests
    headers = request.headers
    assert request.method == "POST"
    assert str(request.url) == "https://sms.intl.tencentcloudapi.com/"
    assert (headers["X-TC-Action"], headers["X-TC-Version"]) == (action, "2021-01-11")
    assert (headers["X-TC-Region"], headers["X-TC-Timestamp"]) == ("ap-singapore", str(NOW_S))
    signed = {name: headers[name] for name in ("content-type", "host")}
    canonical = tc3.canonical_request(signed, request.content)
    assert headers["Authorization"].startswith(
        f"TC3-HMAC-SHA256 Credential={ID_TEXT}/2023-11-14/sms/tc3_request, "
        "SignedHeaders=content-type;host, Signature="
    )
    # By the steps of the document, not by our own signing.
    key = b"TC3" + KEY_TEXT.encode()
    for part in ("2023-11-14", "sms", "tc3_request"):
        key = hmac.new(key, part.encode(), hashlib.sha256).digest()
    to_sign = (
        f"TC3-HMAC-SHA256\n{NOW_S}\n2023-11-14/sms/tc3_request\n"
        + hashlib.sha256(canonical.encode()).hexdigest()
    )
    expected = hmac.new(key, to_sign.encode(), hashlib.sha256).hexdigest()
    assert headers["Authorization"].endswith(f"Signature={expected}")


def test_nothing_in_the_client_sends_a_text() -> None:
    assert "SendSms" not in inspect.getsource(sms)


def test_what_is_asked_of_hours_and_days() -> None:
    totals = {"FeeCount": 0, "RequestCount": 0, "RequestSuccessCount": 0}
    service = Service({"Response": {"SendStatusStatistics": totals, "RequestId": "r"}})
    begin = datetime(2026, 11, 22, 17, 59, tzinfo=UTC)
    end = datetime(2026, 11, 22, 18, 1, tzinfo=UTC)
    service.call(lambda client: client.send_totals("1400006666", begin, end))
    # The hours are China's, where it is the next day already.
    assert service.asked == [
        {
            "BeginTime": "2026112301",
            "EndTime": "2026112302",
            "SmsSdkAppId": "1400006666",
            "Limit": 0,
            "Offset": 0,
        }
    ]
    assert hour(begin) == "2026112301"


def _pages(total: int) -> Answer:
    def answer(_request: httpx.Request, asked: dict[str, Any]) -> Any:
        numbers = range(total)[asked["Offset"] : asked["Offset"] + asked["Limit"]]
        rows = [
            {"TemplateId": n, "TemplateName": "", "TemplateContent": "", "StatusCode": 0}
            for n in numbers
        ]
        return {"Response": {"DescribeTemplateStatusSet": rows, "RequestId": "r"}}

    return answer


@pytest.mark.parametrize(("total", "questions"), [(0, 1), (99, 1), (100, 2), (250, 3)])
def test_a_list_is_read_page_by_page_until_one_is_not_full(total: int, questions: int) -> None:
    service = Service(_pages(total))
    found = service.call(lambda client: client.templates(international=True))
    assert [one.template_id for one in found] == [str(n) for n in range(total)]
    assert len(service.requests) == questions
    assert {row["Limit"] for row in service.asked} == {100}


def test_a_service_that_heeds_no_offset_is_not_asked_for_ever() -> None:
    service = Service(lambda request, asked: _pages(100)(request, asked | {"Offset": 0}))
    assert len(service.call(lambda client: client.templates(international=True))) == 100
    assert len(service.requests) == 2


def test_more_numbers_than_fit_are_asked_in_parts() -> None:
    def answer(_request: httpx.Request, asked: dict[str, Any]) -> Any:
        rows = [{"Code": "Ok", "PhoneNumber": n} for n in asked["PhoneNumberSet"]]
        return {"Response": {"PhoneNumberInfoSet": rows, "RequestId": "r"}}

    service = Service(answer)
    numbers = [f"+86137{n:08}" for n in range(401)]
    found = service.call(lambda client: client.numbers(numbers))
    assert [one.number for one in found] == numbers
    assert [len(row["PhoneNumberSet"]) for row in service.asked] == [200, 200, 1]


def test_refusals_keep_code_text_and_the_requests_id(vectors: Vectors) -> None:
    cases = vectors("sms-samples")["errors"]
    cases += [case["response"] for case in vectors("tc3-errors")["cases"]]
    for case in cases:
        error = case["Response"]["Error"]
        # The HTTP status does not count.
        for status in (200, 400, 403):
            service = Service(case, status=status)
            with pytest.raises(CloudRefused) as refused:
                service.call(CALLS["DescribeSmsSignList"])
            value = refused.value
            assert (value.cloud_code, value.text) == (error["Code"], error["Message"])
            assert value.request_id == case["Response"]["RequestId"]
            assert value.request_id in str(value)


def test_a_question_that_came_too_soon_is_put_once_more_after_a_moment() -> None:
    answers = [_error("RequestLimitExceeded"), {"Response": {"RequestId": "r"}}]
    service = Service(lambda _request, _asked: answers.pop(0))
    assert service.call(CALLS["DescribeSmsSignList"]) == []
    assert service.pauses == [1.0]
    stubborn = Service(_error("RequestLimitExceeded.IPLimitExceeded"))
    with pytest.raises(CloudRefused):
        stubborn.call(CALLS["DescribeSmsSignList"])
    assert len(stubborn.requests) == 2


def test_a_broken_connection_is_tried_once_more() -> None:
    left = [httpx.ReadError("gone"), httpx.ReadError("gone")]

    def answer(_request: httpx.Request, _asked: dict[str, Any]) -> Any:
        if left:
            raise left.pop()
        return {"Response": {"RequestId": "r"}}

    service = Service(answer)
    with pytest.raises(BadAnswer) as error:
        service.call(CALLS["DescribeSmsSignList"])
    assert (error.value.reason, len(service.requests)) == ("cut", 2)
    assert service.call(CALLS["DescribeSmsSignList"]) == []


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (b"<html>", "not_json"),
        (b"[]", "not_object"),
        ({}, "no_code"),
        ({"Response": []}, "no_code"),
        ({"Response": {"Error": {"Message": "x"}}}, "no_code"),
        ({"Response": {"Error": "x"}}, "no_code"),
        ({"Response": {"DescribeSmsSignList": 1, "DescribeSignListStatusSet": [1]}}, "bad_fields"),
        ({"Response": {"DescribeSignListStatusSet": [{"SignName": "x"}]}}, "bad_fields"),
        (b'{"Response":{"RequestId":"a","RequestId":"b"}}', "repeated_keys"),
    ],
)
def test_an_answer_out_of_form_is_none(answer: Any, reason: str) -> None:
    with pytest.raises(BadAnswer) as error:
        Service(answer).call(CALLS["DescribeSmsSignList"])
    assert error.value.reason == reason


def test_the_clocks_difference_is_known_from_the_answer() -> None:
    service = Service(_error("AuthFailure.SignatureExpire"), date="Tue, 14 Nov 2023 22:06:20 GMT")

    async def ask(client: SmsClient) -> float | None:
        with pytest.raises(CloudRefused):
            await client.signatures(international=True)
        return client.clock_skew_s

    assert service.call(ask) == 420.0


def test_a_service_that_repeats_what_it_was_sent_gives_nothing_away() -> None:
    def answer(request: httpx.Request, _asked: dict[str, Any]) -> Any:
        return _error(
            "AuthFailure.SignatureFailure", f"{request.headers['Authorization']} {KEY_TEXT}"
        )

    service = Service(answer)
    with pytest.raises(CloudRefused) as error:
        service.call(CALLS["DescribeSmsSignList"])
    signature = service.requests[0].headers["Authorization"].rpartition("=")[2]
    for text in (ID_TEXT, KEY_TEXT, signature):
        assert text not in str(error.value)
        assert text not in repr(error.value.args)
    assert ID_TEXT not in repr(service.client())


@pytest.mark.parametrize("key", ["secret_id", "secret_key"])
def test_a_pasted_line_end_is_refused_before_anything_is_asked(key: str) -> None:
    with pytest.raises(KeyRefused):
        Service({}).client(**{key: Secret("AKID\nx")})


@pytest.mark.parametrize("region", ["", "guangzhou", "ap-guang zhou", "ap-广州", "ap-x\r\nHost: y"])
def test_what_is_no_region_is_refused(region: str) -> None:
    with pytest.raises(ValueError, match="region"):
        Service({}).client(region=region)


# ------------------------------------------------------------------------------------ addresses


def test_only_the_documented_addresses_and_this_machine_are_asked() -> None:
    for site in SITES:
        assert sms_point(site).url == f"https://{hosts(site)[0]}"
        assert len(hosts(site)) == 1 + len(ACCESS_REGIONS) == 15
        for host in hosts(site):
            assert not SmsPoint(site, f"https://{host}").practice
    assert SmsPoint("china", "http://127.0.0.1:40123").practice
    assert "sms.ap-guangzhou.tencentcloudapi.com" in hosts("china")
    for url in (
        "https://sms.tencentcloudapi.com.evil.example",
        "https://sms.tencentcloudapi.com:8443",
        "http://sms.tencentcloudapi.com",
        "https://sms.ap-nowhere.tencentcloudapi.com",
        "https://user:pass@sms.tencentcloudapi.com",
        "sms.tencentcloudapi.com",
        "http://localhost:40123",
        "https://api.tpns.tencent.com",
    ):
        with pytest.raises(ValueError, match="not an address") as error:
            SmsPoint("china", url)
        assert url not in str(error.value)
    with pytest.raises(ValueError, match="not an address"):
        SmsPoint("international", "https://sms.tencentcloudapi.com")
    with pytest.raises(ValueError, match="site"):
        SmsPoint("mars", "https://sms.tencentcloudapi.com")


# ----------------------------------------------------------------------------------- error codes


def test_all_94_codes_are_known_and_in_a_group(vectors: Vectors) -> None:
    document = vectors("sms-errors")
    codes = [row["code"] for row in document["errors"]]
    assert len(codes) == len(set(codes)) == 94
    assert not [code for code in codes if code not in sms_codes.CODES]
    assert document["older_spellings"] == sms_codes.OLDER_SPELLINGS
    for old, new in document["older_spellings"].items():
        assert sms_codes.group_of(old) == sms_codes.group_of(new)
    assert set(sms_codes.CODES.values()) < set(sms_codes.GROUPS)
    assert sms_codes.group_of("RequestLimitExceeded.Tomorrow") == "busy"
    assert sms_codes.group_of("Tomorrow.Code") == "unknown"
    assert all(re.fullmatch(r"[A-Za-z]+(\.[A-Za-z]+)?", code) for code in sms_codes.CODES)
