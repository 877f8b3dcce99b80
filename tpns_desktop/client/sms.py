"""The SMS service of Tencent Cloud: one class, one method a question. It never sends a text.

Owns the bodies of the questions, and which error an unusable answer becomes. How a request travels
is `transport`'s, reading answers is `sms_answers`', what is signed is `tc3`'s. Everything here only
reads, so a question whose connection broke is asked once more.

Source: tencent-cloud-sms.md 3 and 5 (version 2021-01-11).
"""

from __future__ import annotations

import asyncio
import json
import logging
import re
import time
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from types import TracebackType
from typing import Any, Final, Self, TypeVar

import httpx

from tpns_desktop.client import sms_answers
from tpns_desktop.client.errors import BadAnswer, CloudRefused, NotSent
from tpns_desktop.client.network import Network, NetworkSource
from tpns_desktop.client.sms_answers import CloudAnswer
from tpns_desktop.client.sms_points import SmsPoint
from tpns_desktop.client.strict import Unusable
from tpns_desktop.client.tc3 import CloudCredentials
from tpns_desktop.client.transport import DEADLINE_S, Wire
from tpns_desktop.model.cloud_sms import (
    CloudSignature,
    CloudTemplate,
    NumberInfo,
    Package,
    Receipt,
    ReceiptTotals,
    SendTotals,
)
from tpns_desktop.model.limits import SERVICE_ZONE
from tpns_desktop.model.secret import Secret
from tpns_desktop.model.sms_codes import group_of

SERVICE: Final = "sms"
VERSION: Final = "2021-01-11"

PAGE: Final = 100
"""Most signatures, templates or receipts in one answer."""
PACKAGES_PAGE: Final = 500
NUMBERS_MAX: Final = 200
"""Most phone numbers in one question."""
PAGES_MAX: Final = 100
"""Ours: a service that never ends its list is not followed for ever."""

BUSY_PAUSE_S: Final = 1.0
"""The limits are of questions in a second."""

REGION: Final = re.compile(r"[a-z]{2,10}(?:-[a-z0-9]{1,20}){1,3}")
"""What a region's name looks like: ``ap-guangzhou``. The service's own list is not published."""

_AS_SET_UP = Network()

_log = logging.getLogger(__name__)

T = TypeVar("T")


class SmsClient:
    """Asks for one account, at one site, about one region.

    Args:
        point: the site's address, or a practice service's.
        region: whose signatures, templates and totals are meant; regions know nothing of each
            other, so a wrong one looks like an account with nothing in it.
        secret_id: the account's SecretId; as secret as the key.
        secret_key: the account's SecretKey.
        clock: Unix time in seconds, for signatures and for `clock_skew_s`.
        transport: stands in for the network in tests.
        network: proxy and further certificates, or what gives them when a connection is made.
        pause: waits this many seconds before a question is put again that came too soon.

    Raises:
        KeyRefused: a key cannot be put into a header (a pasted line end, say).
        ValueError: a region that cannot be one.

    Every method raises `NotSent` when nothing left this machine, `BadAnswer` when no usable answer
    came and `CloudRefused` when the service said no. The object belongs to the event loop in which
    it is first used. Use it as an asynchronous context manager, or call `aclose`.
    """

    def __init__(
        self,
        point: SmsPoint,
        region: str,
        secret_id: Secret,
        secret_key: Secret,
        *,
        clock: Callable[[], float] = time.time,
        transport: httpx.AsyncBaseTransport | None = None,
        deadline_s: float = DEADLINE_S,
        network: NetworkSource = _AS_SET_UP,
        pause: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        credentials = CloudCredentials(secret_id, secret_key, SERVICE, clock)
        credentials.check()
        if REGION.fullmatch(region) is None:
            raise ValueError("a region has a name such as 'ap-guangzhou'")
        self.point = point
        self.region = region
        self._pause = pause
        self._wire = Wire(
            point.url,
            credentials,
            clock=clock,
            deadline_s=deadline_s,
            network=network,
            transport=transport,
        )

    def __repr__(self) -> str:
        return f"SmsClient({self.point.site!r}, {self.region!r})"

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc_value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close the connections. May be called twice."""
        await self._wire.aclose()

    @property
    def clock_skew_s(self) -> float | None:
        """This computer's clock minus the service's, in seconds; ``None`` until an answer came.

        The service refuses questions that are more than five minutes old or new.
        """
        return self._wire.clock_skew_s

    async def signatures(self, *, international: bool) -> list[CloudSignature]:
        """Every signature for global numbers, or every one for those of mainland China."""
        return await self._all(
            "DescribeSmsSignList",
            {"International": int(international)},
            PAGE,
            sms_answers.signatures,
            lambda one: one.sign_id,
        )

    async def templates(self, *, international: bool) -> list[CloudTemplate]:
        """As `signatures`, every template."""
        return await self._all(
            "DescribeSmsTemplateList",
            {"International": int(international)},
            PAGE,
            sms_answers.templates,
            lambda one: one.template_id,
        )

    async def packages(self, sms_app_id: str, begin: datetime, end: datetime) -> list[Package]:
        """Packages of an SMS app that were made between two moments; the China site alone has this.

        `end` lies before now. Times are cut to hours of the service's zone (UTC+8).
        """
        fields = {"SmsSdkAppId": sms_app_id, "BeginTime": hour(begin), "EndTime": hour(end)}
        return await self._all(
            "SmsPackagesStatistics",
            fields,
            PACKAGES_PAGE,
            sms_answers.packages,
            lambda one: one.package_id,
        )

    async def numbers(self, numbers: Sequence[str]) -> list[NumberInfo]:
        """What the service reads in these phone numbers, in their order."""
        found: list[NumberInfo] = []
        for start in range(0, len(numbers), NUMBERS_MAX):
            some = list(numbers[start : start + NUMBERS_MAX])
            found += await self._ask(
                "DescribePhoneNumberInfo", {"PhoneNumberSet": some}, sms_answers.numbers
            )
        return found

    async def send_totals(self, sms_app_id: str, begin: datetime, end: datetime) -> SendTotals:
        """What an SMS app sent from the hour of `begin` to that of `end`, of any origin."""
        return await self._ask(
            "SendStatusStatistics", _hours(sms_app_id, begin, end), sms_answers.send_totals
        )

    async def receipt_totals(
        self, sms_app_id: str, begin: datetime, end: datetime
    ) -> ReceiptTotals:
        """What carriers reported on it; at most 32 days."""
        return await self._ask(
            "CallbackStatusStatistics", _hours(sms_app_id, begin, end), sms_answers.receipt_totals
        )

    async def receipts(self, sms_app_id: str, limit: int = PAGE) -> list[Receipt]:
        """The next receipts in the account's queue; each is perhaps given once (not documented).

        Has to be switched on by Tencent's support.
        """
        return await self._ask(
            "PullSmsSendStatus",
            {"Limit": limit, "SmsSdkAppId": sms_app_id},
            sms_answers.receipts,
        )

    async def receipts_of(
        self, sms_app_id: str, number: str, begin: datetime, end: datetime
    ) -> list[Receipt]:
        """Receipts of texts to one number (``+8613…``); `begin` within the last seven days."""
        return await self._ask(
            "PullSmsSendStatusByPhoneNumber",
            {
                "BeginTime": int(begin.timestamp()),
                "EndTime": int(end.timestamp()),
                "Offset": 0,
                "Limit": PAGE,
                "PhoneNumber": number,
                "SmsSdkAppId": sms_app_id,
            },
            sms_answers.receipts,
        )

    async def _all(
        self,
        action: str,
        fields: dict[str, Any],
        limit: int,
        read: Callable[[CloudAnswer], list[T]],
        key: Callable[[T], str],
    ) -> list[T]:
        """Page by page, until one is not full: the lists give no total.

        A page that brings nothing new ends it too: then the offset was not heeded.
        """
        found: dict[str, T] = {}
        for page in range(PAGES_MAX):
            rows = await self._ask(action, fields | {"Limit": limit, "Offset": page * limit}, read)
            before = len(found)
            found |= {key(row): row for row in rows}
            if len(rows) < limit or len(found) == before:
                break
        return list(found.values())

    async def _ask(
        self, action: str, fields: dict[str, Any], read: Callable[[CloudAnswer], T]
    ) -> T:
        """Put a question; once more where its connection broke, or where it came too soon."""
        try:
            return await self._once(action, fields, read)
        except CloudRefused as error:
            if group_of(error.cloud_code) != "busy":
                raise
            await self._pause(BUSY_PAUSE_S)
        except (NotSent, BadAnswer) as error:
            # A connection that was kept open may be gone by now; what took too long stays so.
            if error.reason != "cut":
                raise
        return await self._once(action, fields, read)

    async def _once(
        self, action: str, fields: dict[str, Any], read: Callable[[CloudAnswer], T]
    ) -> T:
        body = json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
        headers = {
            "Content-Type": "application/json; charset=utf-8",
            "X-TC-Action": action,
            "X-TC-Version": VERSION,
            "X-TC-Region": self.region,
        }
        raw = await self._wire.ask_cloud(body, headers)
        failure: BadAnswer | CloudRefused
        try:
            answer = sms_answers.answer(raw)
            _log.debug("%s: %s [%s]", action, answer.code or "answered", answer.request_id)
            if not answer.code:
                return read(answer)
            failure = CloudRefused(answer.code, answer.text, answer.request_id, action)
        except Unusable as error:
            failure = BadAnswer(error.reason, action)
        raise failure


def hour(moment: datetime) -> str:
    """A moment as the questions about hours take it: ``yyyymmddhh`` in the service's zone."""
    return moment.astimezone(SERVICE_ZONE).strftime("%Y%m%d%H")


def _hours(sms_app_id: str, begin: datetime, end: datetime) -> dict[str, Any]:
    return {
        "BeginTime": hour(begin),
        "EndTime": hour(end),
        "SmsSdkAppId": sms_app_id,
        "Limit": 0,
        "Offset": 0,
    }
