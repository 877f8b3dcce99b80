"""What the drawn phones of practice show of a push, as the practice service tells it.

Plain data; nothing of it is Tencent's. The words for it live in `ui.words.phone_wall`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

PHONES: Final = ("iphone", "huawei", "xiaomi", "oppo", "vivo", "offline")
"""The names of the phones, in the order in which they are drawn."""

STATES: Final = (
    "idle",
    "out",
    "off",
    "waiting",
    "shown",
    "message",
    "app",
    "tapped",
    "dismissed",
    "withdrawn",
    "replaced",
    "stopped",
    "cancelled",
    "lost",
)
"""``idle``: nothing was sent yet. ``out``: not among the receivers. ``off``: its notifications are
off. ``message``: the message stands in the chat. ``app``: the app has it and shows nothing by
itself. ``stopped``: ended before it came. ``lost``: it comes no more."""


@dataclass(frozen=True)
class PhoneSeen:
    """One phone. Instants are on the push's own clock: its start and the simulated time since."""

    name: str
    """One of `PHONES`."""
    model: str
    """Such as "Xiaomi 14"."""
    account: str
    """Of its owner."""
    state: str
    """One of `STATES`."""
    why: str = ""
    """Of ``out``: "system", "audience", "account", "unknown"; of ``lost``: "channel", "away",
    "luck"; of ``stopped``: "stopped", "withdrawn", "replaced"."""
    channel: str = ""
    """By which it comes, as the service counts (tpns-rest 12.4); "chat" of a Chat push."""
    away: bool = False
    """Switched off, or not in the chat, and not back yet."""
    shown_at: datetime | None = None
    tapped_at: datetime | None = None
    gone_at: datetime | None = None
    text: str = ""
    """The text message that came after it."""
    text_at: datetime | None = None
    text_why: str = ""
    """Why the text that was sent did not come, a word of the practice service."""
    settled: bool = True
    """Whether nothing more happens by itself."""


@dataclass(frozen=True)
class PhonesSeen:
    """All of them at one instant."""

    phones: Sequence[PhoneSeen]
    now: datetime
    """On the push's own clock."""
    pace: float
    """Simulated seconds in a second."""

    @property
    def settled(self) -> bool:
        """Whether nothing more happens to any of them by itself."""
        return all(one.settled for one in self.phones)
