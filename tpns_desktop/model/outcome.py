"""What the service answered: ids, records, counters, and the error codes with what each one proves.

Plain dataclasses, standard library only. Reading answers off the wire is the client's work, states
of a row are the store's, words for a person are the window's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, Final, Literal

Verdict = Literal["rejected", "unknown", "too_fast"]
"""What an error code says about the push: certainly not accepted; perhaps accepted; over a limit
and not accepted."""


@dataclass(frozen=True, slots=True)
class PushAnswer:
    """An accepted push (TPNS REST fact sheet, 5.9)."""

    push_ids: tuple[str, ...]
    """One id, several for a loop; kept as text (up to 19 digits). Empty: accepted by code, but no
    id came."""
    seq: int = 0
    """Echo of the request's ``seq``."""
    environment: str = ""
    """iOS: as sent; Android: empty or ``product``."""
    skipped_tokens: tuple[str, ...] = ()
    """Tokens left out, with ``ignore_invalid_token`` 1 (``invalid_targe_list`` on the wire)."""
    raw: bytes = b""
    """The answer's bytes as they came."""
    left_out: Mapping[str, int] = field(default_factory=dict)
    """Of a Chat push: account → code of those that the service left out."""


@dataclass(frozen=True, slots=True)
class Record:
    """One push as the service remembers it (fact sheet, 12.1)."""

    push_id: str
    status: str = ""
    """``PUSH_INIT``, ``PUSH_WAIT``, ``PUSH_STARTED``, ``PUSH_FINISHED``, …"""
    title: str = ""
    content: str = ""
    push_type: str = ""
    message_type: str = ""
    environment: str = ""
    created_at: datetime | None = None
    """Aware UTC, from ``createTime`` or else from ``date`` (read as UTC+8); ``None`` if neither
    could be read."""
    expire_s: int | None = None
    source: str = ""
    """``api`` or the console."""
    target_list: tuple[str, ...] = ()
    """Tokens or accounts, of the list targets."""
    tag_set: Mapping[str, Any] | None = None
    upload_id: int | None = None
    """``None`` also where the service wrote 0."""
    collapse_id: int | None = None
    push_config: Mapping[str, Any] | None = None
    """``{"android": …, "ios": …}`` as sent."""


@dataclass(frozen=True, slots=True)
class RecordPage:
    """A page of push records, as the period form of the question gives it."""

    records: tuple[Record, ...]
    """In the service's order."""
    total: int | None
    """How many records match on all pages (``count``); ``None`` where the service did not say."""


@dataclass(frozen=True, slots=True)
class ChannelCounters:
    """Counters of one push on one channel (fact sheet, 12.4); ``None`` where none was given."""

    channel: str
    """``xg`` own, ``hw``, ``xm``, ``mz``, ``oppo``, ``vivo``, ``honor``, ``apns``, ``fcm``,
    ``rog``; ``all`` is the total."""
    planned: int | None = None
    """``pushActiveUv``"""
    delivered: int | None = None
    """``pushOnlineUv``: really handed over, or taken by APNs."""
    arrived: int | None = None
    """``arrivalUv`` on Android, ``verifySvcUv`` on iOS."""
    tapped: int | None = None
    """``clickUv``"""
    dismissed: int | None = None
    """``cleanupUv``"""


@dataclass(frozen=True, slots=True)
class DeviceDay:
    """Devices of an application on one day (fact sheet, 12.3)."""

    date: date
    total: int
    """``accuUv``: devices in all."""
    new: int
    """``newUv``: first seen that day."""
    peak: int
    """``activeUv``: online peak of the day."""


@dataclass(frozen=True, slots=True)
class DayCounters:
    """Counters of all pushes of one day (fact sheet, 12.2)."""

    date: date
    """In the service's zone (UTC+8)."""
    channels: tuple[ChannelCounters, ...]
    """A row a channel; ``all`` is the total."""


Distribution = Literal[
    "city",
    "province",
    "app_version",
    "sdk_version",
    "system_version",
    "device_brand",
    "device_version",
]
"""What devices are told apart by (fact sheet, 12.6)."""


@dataclass(frozen=True, slots=True)
class Distributed:
    """How many devices have one value of a `Distribution` (fact sheet, 12.6)."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class TokenPush:
    """A push of today that was meant for one token (fact sheet, 12.7)."""

    push_id: str
    at: datetime | None
    """Aware UTC; ``None`` if the service's number could not be read."""
    target_type: str
    """The service's word, such as ``TAG_PUSH`` (the only published one); may be empty."""


@dataclass(frozen=True, slots=True)
class PlanCreated:
    """A push plan that was created (fact sheet, 7). ``plan_id`` is text all the way."""

    plan_id: str
    name: str = field(default="")
    description: str = field(default="")


@dataclass(frozen=True, slots=True)
class ErrorFact:
    """One published error code."""

    code: int
    text: str
    """The service's English text; empty where none is published."""
    verdict: Verdict
    """What it proves when it answers a *push*."""


# Verdicts follow the answer table of the sending rules (2.3): what stands there as rejected is
# rejected, 1008028 is over the limit, 10010018 means that an identical push is probably there
# already, and whatever the table leaves out is unknown. It leaves out 1008023, 1008029, 1008035
# and 10110008. They read like refusals, but no source says that nobody was reached (a list may
# fail at its last token): a wrong "rejected" invites a second push, a wrong "unknown" only a look.
_CODES: Final[tuple[ErrorFact, ...]] = (
    ErrorFact(1008001, "parameter parse error", "rejected"),
    ErrorFact(1008002, "missing parameter", "rejected"),
    ErrorFact(1008003, "auth failure", "rejected"),
    ErrorFact(1008004, "invoke service error", "unknown"),
    ErrorFact(1008006, "invalid token", "unknown"),
    ErrorFact(1008007, "invalid parameter", "rejected"),
    ErrorFact(1008011, "upload file error", "unknown"),
    ErrorFact(1008012, "upload empty file", "unknown"),
    ErrorFact(1008013, "parse certificate error", "unknown"),
    ErrorFact(1008015, "push id not exist", "unknown"),
    ErrorFact(1008016, "date param format error", "unknown"),
    ErrorFact(1008019, "content may be evil", "rejected"),
    ErrorFact(1008020, "cert bundleId check failed", "unknown"),
    ErrorFact(1008021, "not correct p12 file", "unknown"),
    ErrorFact(1008022, "p12 password is not correct", "unknown"),
    ErrorFact(1008023, "ios push cert was expired for the environment: PRODUCT", "unknown"),
    ErrorFact(1008025, "create app , platform exist", "unknown"),
    ErrorFact(1008026, "batch op, partly error", "unknown"),
    ErrorFact(1008027, "batch op, total error", "unknown"),
    ErrorFact(1008028, "request too fast", "too_fast"),
    ErrorFact(1008029, "token is not valid", "unknown"),
    ErrorFact(1008030, "app not paid", "rejected"),
    ErrorFact(1008031, "app was expired", "rejected"),
    ErrorFact(1008035, "accessId is not correct or domain not correct", "unknown"),
    ErrorFact(1010001, "", "rejected"),
    ErrorFact(10010005, "internal error", "rejected"),
    ErrorFact(10010012, "illegal push time", "rejected"),
    ErrorFact(10010018, "Push repeat", "unknown"),
    ErrorFact(10030002, "", "rejected"),
    ErrorFact(10110008, "no token, no account", "unknown"),
)

ERROR_CODES: Final[Mapping[int, ErrorFact]] = MappingProxyType({fact.code: fact for fact in _CODES})
"""All published codes (fact sheet, 13)."""


def verdict_of(code: int) -> Verdict:
    """What ``code`` proves when it answers a push; ``unknown`` for a code that is not published."""
    fact = ERROR_CODES.get(code)
    return fact.verdict if fact is not None else "unknown"
