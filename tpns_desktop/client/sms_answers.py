"""Reading what the SMS service answered: strict about the form, tolerant about the rest.

Owns the step from bytes to the dataclasses of `tpns_desktop.model.cloud_sms`. What is unusable is
an `Unusable` with a reason, which `sms` turns into an error. Whether it went well is said by
``Response.Error`` alone. Source: tencent-cloud-sms.md 3 and 5.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from tpns_desktop.client.strict import Unusable, integer, parsed, text
from tpns_desktop.model.cloud_sms import (
    CloudSignature,
    CloudTemplate,
    NumberInfo,
    Package,
    Receipt,
    ReceiptTotals,
    SendTotals,
)

_TEXT_MAX = 1000
_DELIVERED = "SUCCESS"


@dataclass(frozen=True)
class CloudAnswer:
    """What every answer has, and the rest."""

    request_id: str
    code: str
    """``""`` when it went well."""
    text: str
    fields: Mapping[str, Any]


def answer(raw: bytes) -> CloudAnswer:
    """Read an answer. Raises `Unusable`: not_json, not_object, repeated_keys, no_code."""
    response = parsed(raw).get("Response")
    if not isinstance(response, dict):
        raise Unusable("no_code")
    request_id = text(response.get("RequestId"))[:100]
    error = response.get("Error")
    if error is None:
        return CloudAnswer(request_id, "", "", response)
    code = text(error.get("Code")) if isinstance(error, dict) else ""
    if not code:
        raise Unusable("no_code")
    return CloudAnswer(request_id, code[:200], text(error.get("Message"))[:_TEXT_MAX], response)


def signatures(given: CloudAnswer) -> list[CloudSignature]:
    """Signatures. Raises `Unusable` ("bad_fields"), as everything below."""
    return [
        CloudSignature(
            sign_id=_id(row, "SignId"),
            name=text(row.get("SignName")),
            international=bool(integer(row.get("International"))),
            status=integer(row.get("StatusCode")),
            reply=text(row.get("ReviewReply"))[:_TEXT_MAX],
        )
        for row in _rows(given, "DescribeSignListStatusSet")
    ]


def templates(given: CloudAnswer) -> list[CloudTemplate]:
    """Templates; their ids, numbers on the wire, as text."""
    return [
        CloudTemplate(
            template_id=_id(row, "TemplateId"),
            name=text(row.get("TemplateName")),
            content=text(row.get("TemplateContent")),
            international=integer(row.get("International")),
            status=integer(row.get("StatusCode")),
            reply=text(row.get("ReviewReply"))[:_TEXT_MAX],
        )
        for row in _rows(given, "DescribeTemplateStatusSet")
    ]


def packages(given: CloudAnswer) -> list[Package]:
    """Packages of messages."""
    return [
        Package(
            package_id=_id(row, "PackageId"),
            amount=_count(row, "PackageAmount"),
            used=_count(row, "CurrentUsage"),
            starts_at=_instant(row.get("PackageEffectiveTime")),
            ends_at=_instant(row.get("PackageExpiredTime")),
            bought=integer(row.get("PackageType")) == 1,
        )
        for row in _rows(given, "SmsPackagesStatisticsSet")
    ]


def numbers(given: CloudAnswer) -> list[NumberInfo]:
    """What was read in phone numbers, in the order of the question."""
    return [
        NumberInfo(
            code=text(row.get("Code")),
            number=text(row.get("PhoneNumber")),
            country_code=text(row.get("NationCode")),
            iso_code=text(row.get("IsoCode")),
            country=text(row.get("IsoName")),
        )
        for row in _rows(given, "PhoneNumberInfoSet")
    ]


def send_totals(given: CloudAnswer) -> SendTotals:
    """Totals of what an SMS app sent."""
    row = _row(given, "SendStatusStatistics")
    return SendTotals(
        messages=_count(row, "FeeCount"),
        requested=_count(row, "RequestCount"),
        accepted=_count(row, "RequestSuccessCount"),
    )


def receipt_totals(given: CloudAnswer) -> ReceiptTotals:
    """Totals of what carriers reported."""
    row = _row(given, "CallbackStatusStatistics")
    reasons = {
        "internal": "InternalErrorCount",
        "wrong_number": "InvalidNumberCount",
        "switched_off": "ShutdownErrorCount",
        "blocked": "BlackListCount",
        "too_often": "FrequencyLimitCount",
    }
    return ReceiptTotals(
        reported=_count(row, "CallbackCount"),
        delivered=_count(row, "CallbackSuccessCount"),
        failed=_count(row, "CallbackFailCount"),
        # Left out by the international site at times; they only divide the number above.
        **{name: max(0, integer(row.get(key)) or 0) for name, key in reasons.items()},
    )


def receipts(given: CloudAnswer) -> list[Receipt]:
    """Receipts of single texts."""
    return [
        Receipt(
            number=text(row.get("PhoneNumber")),
            at=_instant(row.get("UserReceiveTime")),
            delivered=text(row.get("ReportStatus")) == _DELIVERED,
            description=text(row.get("Description"))[:_TEXT_MAX],
            serial=text(row.get("SerialNo")),
        )
        for row in _rows(given, "PullSmsSendStatusSet")
    ]


def _rows(given: CloudAnswer, key: str) -> list[Mapping[str, Any]]:
    rows = given.fields.get(key)
    if rows is None:
        return []
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise Unusable("bad_fields")
    return rows


def _row(given: CloudAnswer, key: str) -> Mapping[str, Any]:
    row = given.fields.get(key)
    if not isinstance(row, dict):
        raise Unusable("bad_fields")
    return row


def _id(row: Mapping[str, Any], key: str) -> str:
    number = integer(row.get(key))
    if number is None or number < 0:
        raise Unusable("bad_fields")
    return str(number)


def _count(row: Mapping[str, Any], key: str) -> int:
    number = integer(row.get(key))
    if number is None or number < 0:
        raise Unusable("bad_fields")
    return number


def _instant(value: object) -> datetime | None:
    seconds = integer(value)
    try:
        return datetime.fromtimestamp(seconds, UTC) if seconds else None
    except (ValueError, OverflowError, OSError):
        return None
