"""What the SMS service of Tencent Cloud tells: signatures, templates, packages, totals, receipts.

Plain dataclasses, standard library only. Ids are text, since they are never calculated with; a
status that is not known is None. Source: tencent-cloud-sms.md 5.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

USABLE: Final = 0
"""The only status of a signature or a template that may be sent with."""
GONE: Final = -2
"""Ours: the account had it, and does not list it any more."""
BOTH: Final = 3
"""``international`` of a template for mainland and global numbers alike (China site)."""

OK: Final = "Ok"
"""`NumberInfo.code` of a number that can be read."""


@dataclass(frozen=True, slots=True)
class CloudSignature:
    """One signature of the account (``DescribeSmsSignList``)."""

    sign_id: str
    name: str
    """Its content, without brackets: what a push names."""
    international: bool
    """For global numbers, or for those of mainland China."""
    status: int | None
    """0 usable, 1 in review, 2 approved and not yet in force, -1 refused."""
    reply: str = ""
    """The reviewer's words."""


@dataclass(frozen=True, slots=True)
class CloudTemplate:
    """One template of the account (``DescribeSmsTemplateList``)."""

    template_id: str
    name: str
    content: str
    """With blanks ``{1}``, ``{2}`` …"""
    international: int | None
    """0 mainland China, 1 global, 3 both (`BOTH`)."""
    status: int | None
    """As of a signature."""
    reply: str = ""


@dataclass(frozen=True, slots=True)
class Package:
    """A package of messages that was bought or given (``SmsPackagesStatistics``)."""

    package_id: str
    amount: int
    used: int
    starts_at: datetime | None
    ends_at: datetime | None
    bought: bool

    def left(self, now: datetime) -> int:
        """Messages that can still be sent from it at `now`."""
        begun = self.starts_at is None or self.starts_at <= now
        in_force = begun and (self.ends_at is None or now < self.ends_at)
        return max(0, self.amount - self.used) if in_force else 0


def messages_left(packages: Iterable[Package], now: datetime) -> int:
    """Messages that all packages together still have at `now`."""
    return sum(package.left(now) for package in packages)


@dataclass(frozen=True, slots=True)
class NumberInfo:
    """What the service reads in one phone number (``DescribePhoneNumberInfo``)."""

    code: str
    """`OK`, or a code of `model.sms_codes`."""
    number: str
    """In its regular form, or as it was asked where it cannot be read."""
    country_code: str = ""
    """Such as "86"."""
    iso_code: str = ""
    """Such as "CN"; "DEF" where it is unknown."""
    country: str = ""

    @property
    def ok(self) -> bool:
        """Whether a text can be sent there."""
        return self.code.casefold() == OK.casefold()


@dataclass(frozen=True, slots=True)
class SendTotals:
    """Of one SMS app over some hours (``SendStatusStatistics``): everything that it sent."""

    messages: int
    """That are paid for: a long text is several."""
    requested: int
    """Numbers for which a text was asked."""
    accepted: int
    """Numbers for which it was taken on."""


@dataclass(frozen=True, slots=True)
class ReceiptTotals:
    """Of one SMS app over some hours (``CallbackStatusStatistics``): what carriers reported."""

    reported: int
    delivered: int
    failed: int
    internal: int = 0
    """A fault inside a carrier's or the service's network."""
    wrong_number: int = 0
    switched_off: int = 0
    blocked: int = 0
    """The number's owner takes no such texts (a blacklist)."""
    too_often: int = 0


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a carrier reported of one text (``PullSmsSendStatus…``)."""

    number: str
    at: datetime | None
    delivered: bool
    description: str = ""
    """The carrier's own words, such as ``DELIVRD``."""
    serial: str = ""
