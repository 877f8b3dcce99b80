"""The cloud's SMS API: one address, the action named in a header, each from log-in to answer.

Everything is read from the made-up account (`sms_account`) and from what was really sent here
(`texts`). Source: tencent-cloud-sms.md 3 to 5. Fields that an action does not know are refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from starlette.requests import Request
from starlette.responses import Response

from tpns_desktop.model.limits import SERVICE_ZONE

from .cloud_answers import CloudRefusal, cloud_answer, cloud_refused
from .cloud_auth import check_log_in
from .codes import Refusal
from .envelope import parse_object
from .fields import Fields
from .order import SmsOrder
from .sms_account import APPS, PACKAGES, REGION, SIGNATURES, TEMPLATES

if TYPE_CHECKING:
    from .rules import Rules
    from .state import World
    from .texts import Sent, Texts

VERSION: Final = "2021-01-11"

_PAGE_MAX: Final = 100
_PACKAGES_MAX: Final = 500
_NUMBERS_MAX: Final = 200
_CALLBACK_DAYS_MAX: Final = 32
_BY_NUMBER_DAYS_MAX: Final = 7
_HOUR: Final = re.compile("[0-9]{10}")
_NUMBER: Final = re.compile(r"\+?[0-9]{5,17}")
_MAINLAND_BARE: Final = re.compile("1[3-9][0-9]{9}")

_COUNTRIES: Final = {
    "86": ("CN", "China"),
    "852": ("HK", "Hong Kong, China"),
    "853": ("MO", "Macao, China"),
    "886": ("TW", "Taiwan, China"),
    "60": ("MY", "Malaysia"),
    "65": ("SG", "Singapore"),
    "1": ("US", "United States"),
    "44": ("GB", "United Kingdom"),
    "81": ("JP", "Japan"),
}

_ENDED: Final = {
    "shut_down": "ShutdownErrorCount",
    "invalid_number": "InvalidNumberCount",
    "blacklisted": "BlackListCount",
    "internal": "InternalErrorCount",
}
_DESCRIBED: Final = {
    "delivered": "DELIVRD",
    "shut_down": "MK:0001",
    "invalid_number": "UNDELIV",
    "blacklisted": "BLACK",
    "internal": "UNKNOWN",
}
"""Words of receipts: made up but for DELIVRD (no table of them is published)."""


class CloudSms:
    """Answers for one ``World``."""

    def __init__(self, world: World) -> None:
        self._world = world

    def answer(self, request: Request, body: bytes, *, now: float) -> Response:
        """What one request gets; ``now`` in seconds since 1970."""
        headers = {name.lower(): value for name, value in request.headers.items()}
        try:
            return cloud_answer(self._answer(headers, request.method, body, now))
        except CloudRefusal as refusal:
            return cloud_refused(refusal, self._world.rules.cloud_refusal_status)

    def _answer(
        self, headers: Mapping[str, str], method: str, body: bytes, now: float
    ) -> Mapping[str, object]:
        action = _ACTIONS.get(headers.get("x-tc-action", ""))
        if action is None:
            raise CloudRefusal("InvalidAction")
        if headers.get("x-tc-version") != VERSION:
            raise CloudRefusal("NoSuchVersion")
        rules = self._world.rules
        check_log_in(
            headers, method, body, keys=self._world.cloud_keys, now=now, skew_s=rules.cloud_skew_s
        )
        region = headers.get("x-tc-region", "")
        if not region:
            raise CloudRefusal("MissingParameter", "X-TC-Region")
        try:
            fields = parse_object(body)
        except Refusal:
            raise CloudRefusal("InvalidRequest") from None
        read, known = action
        for name in fields:
            if name not in known:
                raise CloudRefusal("UnknownParameter", name)
        # Regions know nothing of each other (382/13299): elsewhere the account is empty.
        return read(_Call(fields, self._world.texts, now, region == REGION, rules))


class _Call:
    """The fields of one call, read with the refusals of the cloud."""

    def __init__(self, fields: Fields, texts: Texts, now: float, here: bool, rules: Rules) -> None:
        self.rules = rules
        self.fields = fields
        self.texts = texts
        self.now = now
        self.here = here

    def whole(self, name: str, *, most: int, default: int | None = None) -> int:
        value = self.fields.get(name, default)
        if value is None:
            raise CloudRefusal("MissingParameter", name)
        if isinstance(value, bool) or not isinstance(value, int):
            raise CloudRefusal("InvalidParameter", name)
        if not 0 <= value <= most:
            raise CloudRefusal("InvalidParameterValue", name)
        return value

    def text(self, name: str) -> str:
        value = self.fields.get(name)
        if value is None or value == "":
            raise CloudRefusal("MissingParameter", name)
        if not isinstance(value, str):
            raise CloudRefusal("InvalidParameter", name)
        return value

    def list_of(self, name: str, kind: type, most: int) -> list[Any]:
        value = self.fields.get(name)
        if value is None:
            return []
        if not isinstance(value, list) or not all(type(one) is kind for one in value):
            raise CloudRefusal("InvalidParameter", name)
        if len(value) > most:
            raise CloudRefusal("InvalidParameterValue", name)
        return value

    def international(self) -> int:
        value = self.whole("International", most=2**31)
        if value not in (0, 1):
            raise CloudRefusal("InvalidParameterValue.InvalidInternational")
        return value

    def hour(self, name: str) -> datetime:
        value = self.text(name)
        try:
            if _HOUR.fullmatch(value) is None:
                raise ValueError
            return datetime.strptime(value, "%Y%m%d%H").replace(
                tzinfo=SERVICE_ZONE if self.rules.sms_hours == "utc+8" else UTC
            )
        except ValueError:
            begins = name == "BeginTime"
            code = "BeginTimeVerifyFail" if begins else "EndTimeVerifyFail"
            raise CloudRefusal(f"InvalidParameterValue.{code}") from None

    def window(self) -> tuple[float, float]:
        """From the first instant of BeginTime's hour to the last of EndTime's (inferred)."""
        begin, end = self.hour("BeginTime"), self.hour("EndTime")
        if end < begin:
            raise CloudRefusal("InvalidParameterValue.EndTimeVerifyFail")
        return begin.timestamp(), (end + timedelta(hours=1)).timestamp()

    def sms_app(self) -> str:
        app = self.text("SmsSdkAppId")
        if app not in APPS or not self.here:
            raise CloudRefusal("InvalidParameterValue.SdkAppIdNotExist")
        return app

    def nothing_but_zero(self) -> None:
        for name, code in (("Limit", "LimitVerifyFail"), ("Offset", "OffsetVerifyFail")):
            if self.whole(name, most=2**31) != 0:
                raise CloudRefusal(f"InvalidParameterValue.{code}")

    def sent(self, app: str) -> list[Sent]:
        return [sent for sent in self.texts.all(self.now) if sent.sms_app_id == app]


# Signatures and templates --------------------------------------------------------------


def _signatures(call: _Call) -> Mapping[str, object]:
    wanted, ids = call.international(), call.list_of("SignIdSet", int, _PAGE_MAX)
    limit, offset = (
        call.whole("Limit", most=_PAGE_MAX, default=10),
        call.whole("Offset", most=2**31, default=0),
    )
    found = [one for one in SIGNATURES if call.here and one.international == wanted]
    page = [one for one in found if one.sign_id in ids] if ids else found[offset:][:limit]
    return {
        "DescribeSignListStatusSet": [
            {
                "SignId": one.sign_id,
                "International": one.international,
                "StatusCode": one.status,
                "ReviewReply": one.reply,
                "SignName": one.name,
                "CreateTime": 1_617_508_800,
                "QualificationId": 0 if wanted else 1_000_001,
                "QualificationName": "" if wanted else "演练资质",
                "QualificationStatusCode": 0 if wanted else 1,
            }
            for one in page
        ]
    }


def _templates(call: _Call) -> Mapping[str, object]:
    wanted, ids = call.international(), call.list_of("TemplateIdSet", int, _PAGE_MAX)
    # With no ids the default asks for nothing (inferred from the documented default 0).
    limit, offset = (
        call.whole("Limit", most=_PAGE_MAX, default=call.rules.templates_page),
        call.whole("Offset", most=2**31, default=0),
    )
    found = [one for one in TEMPLATES if call.here and one.international in (wanted, 3)]
    page = [one for one in found if one.template_id in ids] if ids else found[offset:][:limit]
    return {
        "DescribeTemplateStatusSet": [
            {
                "TemplateId": one.template_id,
                "International": one.international,
                "StatusCode": one.status,
                "ReviewReply": one.reply,
                "TemplateName": one.name,
                "CreateTime": 1_617_379_200,
                "TemplateContent": one.content,
            }
            for one in page
        ]
    }


# Packages, numbers ---------------------------------------------------------------------


def _packages(call: _Call) -> Mapping[str, object]:
    app = call.sms_app()
    limit, offset = call.whole("Limit", most=_PACKAGES_MAX), call.whole("Offset", most=2**31)
    begin, end = call.hour("BeginTime").timestamp(), call.hour("EndTime").timestamp()
    if end <= begin or end > call.now + 3600:
        raise CloudRefusal("InvalidParameterValue.EndTimeVerifyFail")
    used, rows = call.texts.used(app, call.now), []
    for package in PACKAGES[app]:
        made = int(call.now) - package.made_before_s
        lives = package.made_before_s < package.lasts_s
        here = min(used, package.amount - package.used) if lives else 0
        used -= here
        if begin <= made < end:
            rows.append(
                {
                    "PackageCreateTime": made,
                    "PackageEffectiveTime": made,
                    "PackageExpiredTime": made + package.lasts_s,
                    "PackageAmount": package.amount,
                    "PackageType": int(package.bought),
                    "PackageId": package.package_id,
                    "CurrentUsage": package.used + here,
                }
            )
    return {"SmsPackagesStatisticsSet": rows[offset:][:limit]}


def _numbers(call: _Call) -> Mapping[str, object]:
    given = call.list_of("PhoneNumberSet", str, _NUMBERS_MAX)
    if not given:
        raise CloudRefusal("MissingParameter.EmptyPhoneNumberSet")
    return {"PhoneNumberInfoSet": [_number(one) for one in given]}


def _number(given: str) -> dict[str, object]:
    parts = _parts(given)
    if parts is None:
        return {
            "Code": "InvalidParameterValue.IncorrectPhoneNumber",
            "Message": "bad number",
            "NationCode": "",
            "SubscriberNumber": "",
            "PhoneNumber": given,
            "IsoCode": "DEF",
            "IsoName": "",
        }
    code, subscriber = parts
    iso, name = _COUNTRIES[code]
    return {
        "Code": "Ok",
        "Message": "ok",
        "NationCode": code,
        "SubscriberNumber": subscriber,
        "PhoneNumber": f"+{code}{subscriber}",
        "IsoCode": iso,
        "IsoName": name,
    }


def _parts(given: str) -> tuple[str, str] | None:
    """Country and subscriber; mainland numbers in every spelling that SendSms tolerates."""
    if _NUMBER.fullmatch(given) is None:
        return None
    if _MAINLAND_BARE.fullmatch(given):
        return "86", given
    digits = given.removeprefix("+").removeprefix("00")
    for code in sorted(_COUNTRIES, key=len, reverse=True):
        rest = digits.removeprefix(code)
        if rest == digits:
            continue
        if code == "86":
            rest = rest.removeprefix("0")
            # Practice's own people have numbers that belong to nobody: +86 100….
            good = len(rest) == 11 and rest.startswith("1")
        else:
            good = 6 <= len(rest) <= 12
        return (code, rest) if good else None
    return None


# What was sent -------------------------------------------------------------------------


def _send_statistics(call: _Call) -> Mapping[str, object]:
    app = call.sms_app()
    begin, end = call.window()
    call.nothing_but_zero()
    sent = [one for one in call.sent(app) if begin <= one.at < end]
    return {
        "SendStatusStatistics": {
            "FeeCount": sum(len(one.numbers) * one.pieces for one in sent),
            "RequestCount": sum(one.asked for one in sent),
            "RequestSuccessCount": sum(len(one.numbers) for one in sent),
        }
    }


def _callback_statistics(call: _Call) -> Mapping[str, object]:
    from .texts import ENDS

    app = call.sms_app()
    begin, end = call.window()
    call.nothing_but_zero()
    if end - begin > (_CALLBACK_DAYS_MAX * 24 + 1) * 3600:
        raise CloudRefusal("InvalidParameterValue.EndTimeVerifyFail")
    sent = [one for one in call.sent(app) if begin <= one.at < end]
    ended = {name: 0 for name, _share in ENDS}
    for one in sent:
        told = one.ends[one.told_at <= call.now]
        for place, (name, _share) in enumerate(ENDS):
            ended[name] += int((told == place).sum())
    failed = sum(ended.values()) - ended["delivered"]
    return {
        "CallbackStatusStatistics": {
            "CallbackCount": sum(ended.values()),
            "RequestSuccessCount": sum(len(one.numbers) for one in sent),
            "CallbackFailCount": failed,
            "CallbackSuccessCount": ended["delivered"],
            **{field: ended[name] for name, field in _ENDED.items()},
            # Carriers' own caps, which are not played; what our limits refuse never gets a receipt.
            "FrequencyLimitCount": 0,
        }
    }


def _pull(call: _Call) -> Mapping[str, object]:
    app, limit = call.sms_app(), call.whole("Limit", most=_PAGE_MAX)
    if not call.rules.receipts_pulled:
        # Only support can switch this on for an account; this one is as it comes.
        raise CloudRefusal("UnauthorizedOperation.RequestPermissionDeny")
    rows: list[dict[str, object]] = []
    for key, one in enumerate(call.sent(app)):
        for place, number in enumerate(one.numbers.tolist()):
            told = float(one.told_at[place])
            if len(rows) < limit and told <= call.now:
                parts = _parts(f"+{number}") or ("", f"{number}")
                rows.append(
                    _receipt(call, parts, told, int(one.ends[place]), f"2019:{key}{place:08d}")
                )
    return {"PullSmsSendStatusSet": rows}


def _pull_by_number(call: _Call) -> Mapping[str, object]:
    app = call.sms_app()
    limit = call.whole("Limit", most=_PAGE_MAX)
    if call.whole("Offset", most=2**31):
        raise CloudRefusal("InvalidParameterValue.OffsetVerifyFail")
    begin = call.whole("BeginTime", most=2**40)
    end = call.whole("EndTime", most=2**40, default=int(call.now))
    if begin < call.now - _BY_NUMBER_DAYS_MAX * 86_400:
        raise CloudRefusal("InvalidParameterValue.BeginTimeVerifyFail")
    parts = _parts(call.text("PhoneNumber"))
    if parts is None:
        raise CloudRefusal("InvalidParameterValue.IncorrectPhoneNumber")
    number, rows = int("".join(parts)), []
    for key, one in enumerate(call.sent(app)):
        place = int(one.numbers.searchsorted(number))
        if place >= len(one.numbers) or int(one.numbers[place]) != number:
            continue
        told = float(one.told_at[place])
        if begin <= told <= min(end, call.now):
            rows.append(_receipt(call, parts, told, int(one.ends[place]), f"2019:{key}{place:08d}"))
    return {"PullSmsSendStatusSet": rows[:limit]}


def _receipt(
    call: _Call, parts: tuple[str, str], told: float, end: int, serial: str
) -> dict[str, object]:
    from .texts import ENDS

    name = ENDS[end][0]
    return {
        "UserReceiveTime": int(told),
        "CountryCode": parts[0],
        "SubscriberNumber": parts[1],
        "PhoneNumber": f"+{parts[0]}{parts[1]}",
        "SerialNo": serial,
        "ReportStatus": "SUCCESS" if name == "delivered" else "FAIL",
        "Description": (
            _DESCRIBED[name]
            if name == "delivered" or call.rules.receipt_words == "made_up"
            else _DESCRIBED["invalid_number"]
        ),
        "SessionContext": "",
    }


def _send(call: _Call) -> Mapping[str, object]:
    given = call.list_of("PhoneNumberSet", str, _NUMBERS_MAX)
    if not given:
        raise CloudRefusal("MissingParameter.EmptyPhoneNumberSet")
    app, template = call.sms_app(), call.text("TemplateId")
    sign = call.fields.get("SignName") or ""
    params = call.list_of("TemplateParamSet", str, 100)
    parts = [_parts(one) for one in given]
    if None in parts:
        raise CloudRefusal("InvalidParameterValue.IncorrectPhoneNumber")
    if len({one[0] == "86" for one in parts if one is not None}) > 1:
        raise CloudRefusal("UnsupportedOperation.ContainDomesticAndInternationalPhoneNumber")
    order = SmsOrder(0, 0, app, template, str(sign), tuple(params))
    numbers = [int("".join(one)) for one in parts if one is not None]
    sent = call.texts.send(order, numbers, call.now)
    taken = set(sent.numbers.tolist())
    refused = next(iter(sent.refused), "Ok")
    return {
        "SendStatusSet": [
            {
                "SerialNo": f"5000:{number}" if number in taken else "",
                "PhoneNumber": f"+{number}",
                "Fee": sent.pieces if number in taken else 0,
                "SessionContext": call.fields.get("SessionContext") or "",
                "Code": "Ok" if number in taken else refused,
                "Message": "send success" if number in taken else refused,
                "IsoCode": _COUNTRIES[one[0]][0] if one is not None else "DEF",
            }
            for number, one in zip(numbers, parts, strict=True)
        ]
    }


_ACTIONS: Final[dict[str, tuple[Callable[[_Call], Mapping[str, object]], frozenset[str]]]] = {
    "DescribeSmsSignList": (
        _signatures,
        frozenset({"International", "SignIdSet", "Limit", "Offset"}),
    ),
    "DescribeSmsTemplateList": (
        _templates,
        frozenset({"International", "TemplateIdSet", "Limit", "Offset"}),
    ),
    "SmsPackagesStatistics": (
        _packages,
        frozenset({"SmsSdkAppId", "Limit", "Offset", "BeginTime", "EndTime"}),
    ),
    "DescribePhoneNumberInfo": (_numbers, frozenset({"PhoneNumberSet"})),
    "SendStatusStatistics": (
        _send_statistics,
        frozenset({"SmsSdkAppId", "Limit", "Offset", "BeginTime", "EndTime"}),
    ),
    "CallbackStatusStatistics": (
        _callback_statistics,
        frozenset({"SmsSdkAppId", "Limit", "Offset", "BeginTime", "EndTime"}),
    ),
    "PullSmsSendStatus": (_pull, frozenset({"SmsSdkAppId", "Limit"})),
    "PullSmsSendStatusByPhoneNumber": (
        _pull_by_number,
        frozenset({"SmsSdkAppId", "PhoneNumber", "BeginTime", "EndTime", "Limit", "Offset"}),
    ),
    "SendSms": (
        _send,
        frozenset(
            {
                *("PhoneNumberSet", "SmsSdkAppId", "TemplateId", "SignName", "TemplateParamSet"),
                *("ExtendCode", "SessionContext", "SenderId"),
            }
        ),
    ),
}
"""Action → what answers it, and the fields that it knows."""
