"""Where the service is: the access points as data, and which addresses may be spoken to at all.

Owns the allow-list. An `AccessPoint` cannot be made for any other address, so whoever holds one
needs no further check. A practice service is one more access point, on this machine only.
Leaves to `transport` how a connection is made.

Sources: tpns-rest.md 1 and 2 (pages 1024/38517, 548/49157), sending.md 4 ("TLS / proxy").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

HOSTS: frozenset[str] = frozenset(
    {
        "api.tpns.tencent.com",
        "api.tpns.sh.tencent.com",
        "api.tpns.hk.tencent.com",
        "api.tpns.sgp.tencent.com",
    }
)
"""Every documented host. They are spoken to by https, on its own port."""

# Literal on purpose: "localhost" may resolve to anything, and a prefix test such as
# startswith("127.") lets "127.evil.example" through (sending.md 7).
_PRACTICE_URL = re.compile(r"http://127\.0\.0\.1:([1-9][0-9]{0,4})")

PUSH_PATH = "/v3/push/app"
UPLOAD_PATH = "/v3/push/package/upload"
PLAN_PATH = "/v3/push/plan/add_plan_push"
RECORD_PATH = "/v3/statistics/get_push_record"
COUNTERS_PATH = "/v3/statistics/get_push_task_stat_channel"
DEVICES_PATH = "/v3/statistics/get_device_stat_overview"
TOTALS_PATH = "/v3/statistics/get_push_channel_stat_overview"
PLAN_COUNTERS_PATH = "/v3/statistics/get_push_group_stat_channel"
DISTRIBUTION_PATH = "/v3/statistics/get_device_distribute_info"
TOKEN_PUSHES_PATH = "/v3/toolbox/getPushListByToken"
STOP_PATH = "/v3/push/stop_push_msg"
REVOKE_PATH = "/v3/push/revoke_push_msg"
CANCEL_PATH = "/v3/push/cancel_timing_task"
TAG_PATH = "/v3/device/tag"
TAG_DELETE_PATH = "/v3/device/tag/delete_all_device"
ACCOUNT_PATH = "/v3/device/account/batchoperate"
ACCOUNT_QUERY_PATH = "/v3/device/account/query"
ATTRIBUTE_PATH = "/v3/device/set_custom_attribute"


def is_allowed(url: str) -> bool:
    """Whether requests may go to `url`: https to a documented host, or http to 127.0.0.1.

    `url` is scheme, host and (practice only) port, without path, user or trailing slash.
    """
    if url.startswith("https://"):
        return url.removeprefix("https://") in HOSTS
    return is_loopback(url)


def is_loopback(url: str) -> bool:
    """Whether `url` is plain http to the literal 127.0.0.1, with a port."""
    practice = _PRACTICE_URL.fullmatch(url)
    return practice is not None and int(practice[1]) <= 65535


@dataclass(frozen=True)
class AccessPoint:
    """One place where the service answers.

    Raises `ValueError` (which does not repeat the address: it may hold a password) for anything
    that `is_allowed` does not allow.
    """

    id: str
    """Stable, kept in the store: ``guangzhou``, ``shanghai``, ``hongkong``, ``singapore``,
    ``practice``."""
    name: str
    """English; the window has its own words by `id`."""
    url: str
    """``https://host`` or ``http://127.0.0.1:port``, no slash at the end."""

    def __post_init__(self) -> None:
        """Take one trailing slash off, then check the address."""
        object.__setattr__(self, "url", self.url.removesuffix("/"))
        if not is_allowed(self.url):
            raise ValueError("not the address of a known access point or of a practice service")

    @property
    def practice(self) -> bool:
        """Whether this is a practice service on this machine; nothing real is reached there."""
        return self.url.startswith("http://")


ACCESS_POINTS: tuple[AccessPoint, ...] = (
    AccessPoint("guangzhou", "Guangzhou", "https://api.tpns.tencent.com"),
    AccessPoint("shanghai", "Shanghai", "https://api.tpns.sh.tencent.com"),
    AccessPoint("hongkong", "Hong Kong (China)", "https://api.tpns.hk.tencent.com"),
    AccessPoint("singapore", "Singapore", "https://api.tpns.sgp.tencent.com"),
)
"""The documented ones. An app lives in exactly one; a wrong one answers 1008035."""


def access_point(id: str) -> AccessPoint:
    """The documented access point with this id. Raises `KeyError` for any other id."""
    for point in ACCESS_POINTS:
        if point.id == id:
            return point
    raise KeyError(id)


def practice_access_point(base_url: str) -> AccessPoint:
    """The practice service that printed `base_url`, such as ``http://127.0.0.1:40123``.

    Raises `ValueError` unless it is plain http to the literal 127.0.0.1 with a port.
    """
    point = AccessPoint("practice", "Practice", base_url)
    if not point.practice:
        raise ValueError("a practice service has an address of the form http://127.0.0.1:port")
    return point


def access_point_at(url: str) -> AccessPoint:
    """The access point with this address, as a stored row names it.

    Raises `ValueError` for an address that is not allowed.
    """
    wanted = url.removesuffix("/")
    for point in ACCESS_POINTS:
        if point.url == wanted:
            return point
    return practice_access_point(wanted)
