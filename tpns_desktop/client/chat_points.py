"""Where the Chat service is: its hosts as data, and the only addresses that are spoken to.

An app lives where its SDKAppID was made. The list is of presets: the documents of different years
name different hosts, so another of Tencent's may be typed; what is no host of the two families
below cannot become a `ChatPoint`. A practice service is one more, on this machine only.
Sources: im-all-member-push.md 2, sending.md 4 ("TLS / proxy").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from tpns_desktop.client.endpoints import is_loopback

HOSTS: Final = {
    "china": "console.tim.qq.com",
    "singapore": "adminapisgp.im.qcloud.com",
    "seoul": "adminapikr.im.qcloud.com",
    "tokyo": "adminapijpn.im.qcloud.com",
    "frankfurt": "adminapiger.im.qcloud.com",
    "silicon_valley": "adminapiusa.im.qcloud.com",
    "jakarta": "adminapiidn.im.qcloud.com",
    "mumbai": "adminapiind.im.qcloud.com",
    "riyadh": "adminapiksa.im.qcloud.com",
}
"""Region → host. Mumbai stands on older pages only, Riyadh on one page."""

_FAMILY: Final = re.compile(r"(?:console\.tim\.qq\.com|adminapi[a-z]{2,10}\.im\.qcloud\.com)")


@dataclass(frozen=True)
class ChatPoint:
    """One address of the service; raises `ValueError`, without the address, for any other."""

    url: str
    """``https://host``, or ``http://127.0.0.1:port`` of a practice service."""

    def __post_init__(self) -> None:
        """Check the address."""
        host = self.url.removeprefix("https://")
        known = self.url != host and _FAMILY.fullmatch(host) is not None
        if not known and not is_loopback(self.url):
            raise ValueError("not an address of the Chat service or of a practice service")

    @property
    def practice(self) -> bool:
        """Whether this is a practice service on this machine."""
        return self.url.startswith("http://")


def chat_point(host: str) -> ChatPoint:
    """The address of a host, one of the presets or typed. Raises `ValueError`."""
    return ChatPoint(f"https://{host.strip().lower()}")
