"""How much of a text each phone maker's channel takes, as dated data. Standard library only.

Limits are the service's own table (tpns-rest 5.10, which quotes intl ``快速入门/产品限制说明``). A
maker's channel never cuts: above its limit it does not deliver, and TPNS's own channel is tried.
The API refuses nothing, so everything here is a warning.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from tpns_desktop.model.limits import (
    IOS_BANNER_HALF_WIDTHS,
    IOS_LOCK_SCREEN_HALF_WIDTHS,
    IOS_TITLE_HALF_WIDTHS,
)
from tpns_desktop.model.widths import first, fitting, half_widths

Counting = Literal["characters", "half_widths"]
"""Every character one, or a Chinese one two."""
Beyond = Literal["cut", "own_channel"]
"""The rest is not shown; or the channel does not deliver, and TPNS's own is tried."""


@dataclass(frozen=True)
class Vendor:
    """One channel's limits. ``None`` is "no published limit"."""

    id: str
    """As the service counts channels (tpns-rest 12.4); ``ios_banner`` is APNs in its banner."""
    title_max: int | None
    content_max: int | None
    counting: Counting = "characters"
    beyond: Beyond = "own_channel"
    source: str = "tpns-rest 5.10"
    as_of: date = date(2023, 5, 1)
    """The state of that page."""

    @property
    def published(self) -> bool:
        """Whether there is any limit."""
        return self.title_max is not None or self.content_max is not None

    def measure(self, text: str) -> int:
        """Length of `text` as this channel counts."""
        return half_widths(text) if self.counting == "half_widths" else len(text)

    def within(self, text: str, limit: int | None) -> str:
        """The longest beginning of `text` within `limit` of this channel's counting."""
        if limit is None:
            return text
        return fitting(text, limit) if self.counting == "half_widths" else first(text, limit)


VENDORS: Final = {
    vendor.id: vendor
    for vendor in (
        Vendor("xg", 20, None, beyond="cut"),
        Vendor("xm", 50, 128),
        Vendor("hw", 40, 80),
        Vendor("honor", None, None, source="no published limit"),
        Vendor("oppo", 32, 200),
        # "20 Chinese or 40 Latin" is said of the title; of the text the stricter is inferred.
        Vendor("vivo", 40, 128, "half_widths"),
        Vendor("mz", 32, 100),
        Vendor("fcm", None, None, source="no published limit"),
        Vendor("apns", IOS_TITLE_HALF_WIDTHS, IOS_LOCK_SCREEN_HALF_WIDTHS, "half_widths", "cut"),
        Vendor("ios_banner", IOS_TITLE_HALF_WIDTHS, IOS_BANNER_HALF_WIDTHS, "half_widths", "cut"),
    )
}
"""Channel → its limits."""


@dataclass(frozen=True)
class Fit:
    """What of a message is within a channel's limits."""

    title: str
    content: str
    over_title: int
    """Characters of the title beyond the limit; 0 when it fits."""
    over_content: int

    @property
    def fits(self) -> bool:
        """Whether nothing is beyond a limit."""
        return not (self.over_title or self.over_content)


def fit(vendor: str, title: str, content: str) -> Fit:
    """What `vendor` (a key of ``VENDORS``) takes of a title and a text; raises KeyError."""
    limits = VENDORS[vendor]
    shown_title = limits.within(title, limits.title_max)
    shown = limits.within(content, limits.content_max)
    return Fit(shown_title, shown, len(title) - len(shown_title), len(content) - len(shown))
