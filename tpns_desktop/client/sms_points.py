"""Where the SMS service of Tencent Cloud is: its two sites as data, and the only addresses asked.

A `SmsPoint` cannot be made for any other address. The practice service is one more, on this machine
only. Sources: tencent-cloud-sms.md 2, sending.md 4 ("TLS / proxy").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tpns_desktop.client.endpoints import is_loopback

CHINA: Final = "china"
INTERNATIONAL: Final = "international"

ACCESS_REGIONS: Final = (
    "ap-guangzhou",
    "ap-shanghai",
    "ap-beijing",
    "ap-chengdu",
    "ap-chongqing",
    "ap-hongkong",
    "ap-singapore",
    "ap-bangkok",
    "ap-mumbai",
    "ap-seoul",
    "ap-tokyo",
    "na-ashburn",
    "na-siliconvalley",
    "eu-frankfurt",
)
"""Regions with an access point of their own. Which region's signatures are meant is said by a
header, not by the host."""

_HOSTS: Final = {CHINA: "sms.tencentcloudapi.com", INTERNATIONAL: "sms.intl.tencentcloudapi.com"}

SITES: Final = tuple(_HOSTS)
"""Where an account can be: the China site, the international one."""


def hosts(site: str) -> tuple[str, ...]:
    """Every host of a site, its own first. Raises `KeyError` for a site that there is not."""
    own = _HOSTS[site]
    name, rest = own.split(".", 1)
    return (own, *(f"{name}.{region}.{rest}" for region in ACCESS_REGIONS))


@dataclass(frozen=True)
class SmsPoint:
    """One address of one site; raises `ValueError`, without the address, for any other."""

    site: str
    url: str
    """``https://host``, or ``http://127.0.0.1:port`` of a practice service."""

    def __post_init__(self) -> None:
        """Check site and address."""
        if self.site not in SITES:
            raise ValueError("a site is 'china' or 'international'")
        host = self.url.removeprefix("https://")
        known = self.url != host and host in hosts(self.site)
        if not known and not is_loopback(self.url):
            raise ValueError("not an address of the SMS service or of a practice service")

    @property
    def practice(self) -> bool:
        """Whether this is a practice service on this machine."""
        return self.url.startswith("http://")


def sms_point(site: str) -> SmsPoint:
    """The address of a site. Raises `KeyError` for a site that there is not."""
    return SmsPoint(site, f"https://{_HOSTS[site]}")
