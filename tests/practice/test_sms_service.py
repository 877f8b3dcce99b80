"""The cloud's SMS API of practice, asked by a stranger's client."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.practice.cloud import ask, code, headers_for
from tests.practice.conftest import Practice
from tpns_desktop.practice.cloud_auth import check_log_in
from tpns_desktop.practice.rules import Rules
from tpns_desktop.practice.sms_account import CloudKeys

CLOUD_SKEW_S = Rules().cloud_skew_s
LISTED = {"International": 0, "Limit": 100, "Offset": 0}
HOURS = {"BeginTime": "2026011509", "EndTime": "2026011512", "Limit": 0, "Offset": 0}
APP = "1400006666"


def test_requests_signed_as_the_documents_say_are_taken(vectors: Callable[[str], Any]) -> None:
    published = vectors("tc3-sms-requests")
    keys = CloudKeys(published["secret_id"], published["secret_key"])
    for case in published["cases"]:
        given, told = case["input"], case["expected"]
        headers = {
            "authorization": told["authorization"],
            "content-type": given["content_type"],
            "host": given["host"],
            "x-tc-action": given["action"],
            "x-tc-timestamp": str(given["timestamp"]),
        }
        body = given["payload"].encode()
        now = given["timestamp"]
        check_log_in(headers, given["method"], body, keys=keys, now=now, skew_s=CLOUD_SKEW_S)


@pytest.mark.parametrize(
    ("how", "refused"),
    [
        ({"secret_id": "AKIDsomebodyelse"}, "AuthFailure.SecretIdNotFound"),
        ({"secret_key": "0" * 32}, "AuthFailure.SignatureFailure"),
        ({"at": -CLOUD_SKEW_S - 1}, "AuthFailure.SignatureExpire"),
        ({"at": CLOUD_SKEW_S + 1}, "AuthFailure.SignatureExpire"),
        ({"at": -CLOUD_SKEW_S}, ""),
        ({"at": CLOUD_SKEW_S}, ""),
        ({"region": ""}, "MissingParameter"),
    ],
)
def test_a_log_in_is_refused_with_the_published_code(
    practice: Practice, how: dict[str, Any], refused: str
) -> None:
    if "at" in how:
        how = {"at": practice.clock.now + how["at"]}
    assert code(ask(practice, "DescribeSmsSignList", LISTED, **how)) == refused


def test_a_body_changed_after_signing_is_refused(practice: Practice) -> None:
    headers = headers_for(practice, "DescribeSmsSignList", b'{"International":0}')
    answer = practice.raw("/", b'{"International":1}', headers).json()["Response"]
    assert code(answer) == "AuthFailure.SignatureFailure"


@pytest.mark.parametrize(
    ("action", "fields", "refused"),
    [
        ("DescribeSmsSign", LISTED, "InvalidAction"),
        ("DescribeSmsSignList", {}, "MissingParameter"),
        ("DescribeSmsSignList", {"International": 2}, "InvalidParameterValue.InvalidInternational"),
        ("DescribeSmsSignList", {"International": "0"}, "InvalidParameter"),
        ("DescribeSmsSignList", {**LISTED, "Limit": 101}, "InvalidParameterValue"),
        ("DescribeSmsSignList", {**LISTED, "Page": 1}, "UnknownParameter"),
        ("DescribeSmsTemplateList", {"TemplateIdSet": [1]}, "MissingParameter"),
        ("DescribePhoneNumberInfo", {}, "MissingParameter.EmptyPhoneNumberSet"),
        ("SendStatusStatistics", {"SmsSdkAppId": APP}, "MissingParameter"),
        (
            "SendStatusStatistics",
            {**HOURS, "SmsSdkAppId": "1400009999"},
            "InvalidParameterValue.SdkAppIdNotExist",
        ),
        (
            "SendStatusStatistics",
            {**HOURS, "SmsSdkAppId": APP, "Limit": 10},
            "InvalidParameterValue.LimitVerifyFail",
        ),
        (
            "SendStatusStatistics",
            {**HOURS, "SmsSdkAppId": APP, "EndTime": "2026011508"},
            "InvalidParameterValue.EndTimeVerifyFail",
        ),
        (
            "SendStatusStatistics",
            {**HOURS, "SmsSdkAppId": APP, "BeginTime": "20260115"},
            "InvalidParameterValue.BeginTimeVerifyFail",
        ),
        (
            "CallbackStatusStatistics",
            {**HOURS, "SmsSdkAppId": APP, "BeginTime": "2025121000"},
            "InvalidParameterValue.EndTimeVerifyFail",
        ),
        (
            "PullSmsSendStatus",
            {"SmsSdkAppId": APP, "Limit": 10},
            "UnauthorizedOperation.RequestPermissionDeny",
        ),
    ],
)
def test_a_call_is_refused_with_the_published_code(
    practice: Practice, action: str, fields: dict[str, Any], refused: str
) -> None:
    assert code(ask(practice, action, fields)) == refused
    assert code(ask(practice, "DescribeSmsSignList", LISTED)) == ""


def test_what_is_no_json_object_is_refused_and_a_good_call_works_after_it(
    practice: Practice,
) -> None:
    for body in (b"", b"[]", b"{", b"\xff", b'{"International":NaN}'):
        headers = headers_for(practice, "DescribeSmsSignList", body)
        assert code(practice.raw("/", body, headers).json()["Response"]) == "InvalidRequest"
    assert ask(practice, "DescribeSmsSignList", LISTED)["DescribeSignListStatusSet"]


def test_pages_of_the_lists_join_to_the_whole(practice: Practice) -> None:
    for action, rows, key in (
        ("DescribeSmsSignList", "DescribeSignListStatusSet", "SignId"),
        ("DescribeSmsTemplateList", "DescribeTemplateStatusSet", "TemplateId"),
    ):
        whole = [row[key] for row in ask(practice, action, LISTED)[rows]]
        paged: list[int] = []
        while page := ask(practice, action, {**LISTED, "Limit": 2, "Offset": len(paged)})[rows]:
            paged += [row[key] for row in page]
        assert paged == whole
        assert len(whole) > 2


def test_answers_have_the_shape_of_the_published_samples(
    practice: Practice, vectors: Callable[[str], Any]
) -> None:
    samples = vectors("sms-samples")["responses"]
    number = {"PhoneNumberSet": ["+86018845720123", "+00"]}
    asked = {
        "DescribeSmsSignList": LISTED,
        "DescribeSmsTemplateList": LISTED,
        "SmsPackagesStatistics": {
            "SmsSdkAppId": APP,
            "Limit": 500,
            "Offset": 0,
            "BeginTime": "2010010100",
            "EndTime": "2026011510",
        },
        "SendStatusStatistics": {**HOURS, "SmsSdkAppId": APP},
        "CallbackStatusStatistics": {**HOURS, "SmsSdkAppId": APP},
        "DescribePhoneNumberInfo": number,
        "SendSms": {
            "PhoneNumberSet": ["+8610000000001"],
            "SmsSdkAppId": APP,
            "TemplateId": "2101",
            "SignName": "演练商城",
            "TemplateParamSet": ["Ming", "券", "周五"],
        },
        "PullSmsSendStatusByPhoneNumber": {
            "SmsSdkAppId": APP,
            "PhoneNumber": "+8610000000001",
            "BeginTime": int(practice.clock.now) - 3600,
            "Limit": 100,
            "Offset": 0,
        },
    }
    for action, fields in asked.items():
        if action.startswith("Pull"):
            practice.clock.advance(60)
        answer = ask(practice, action, fields)
        sample = {k: v for k, v in samples[action]["Response"].items() if k != "RequestId"}
        assert _shape(answer) == _shape(sample), action
    info = ask(practice, "DescribePhoneNumberInfo", number)["PhoneNumberInfoSet"]
    assert info[0]["PhoneNumber"] == "+8618845720123"  # the published example
    assert info[1]["Code"] == "InvalidParameterValue.IncorrectPhoneNumber"


def _shape(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _shape(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_shape(value[0])]
    return type(value).__name__


def test_another_region_is_empty(practice: Practice) -> None:
    answer = ask(practice, "DescribeSmsTemplateList", LISTED, region="ap-beijing")
    assert answer["DescribeTemplateStatusSet"] == []


def test_the_secret_key_is_in_no_repr(practice: Practice) -> None:
    keys = practice.world.cloud_keys
    assert keys.secret_key not in repr(keys)
    assert json.dumps(keys.secret_key) not in repr(practice.world.__dict__)
