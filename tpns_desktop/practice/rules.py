"""How strict and how fast this practice service is: what may be switched, in one place.

Everything here is a reading of something that the documents leave open, or a wish of the person
who practises. The numbers themselves stand in ``model.limits``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from tpns_desktop.model.limits import CLOCK_SKEW_S_MAX

Platform = Literal["android", "ios"]
"""One AccessId is one platform."""

PLATFORMS: Final[tuple[Platform, Platform]] = ("android", "ios")

DEVICES_DEFAULT: Final = 200_000
DEVICES_MIN: Final = 10
DEVICES_MAX: Final = 10_000_000
SEED_DEFAULT: Final = 15
"""Of this seed the first six people can all be reached on both platforms: a kind beginning."""
PACE_DEFAULT: Final = 60.0
PACE_MAX: Final = 86_400.0


@dataclass(frozen=True, slots=True)
class Rules:
    """Switches of the service."""

    limits: bool = True
    """Whether frequency limits hold, the repeated broadcast's hour included."""
    pace: float = PACE_DEFAULT
    """Simulated seconds in a second, for figures and for the course of a push. ``send_time`` is
    on the real clock: a push planned for nine starts at nine, then its figures grow this fast."""
    login_failure_status: Literal[200, 403] = 200
    """HTTP status of a failed log-in (not established; 403 comes without a body)."""
    clock_skew_s: int = CLOCK_SKEW_S_MAX
    """Age of a signature that is still taken, each way (inferred)."""
    late_send_time: Literal["ten_minutes", "at_once"] = "ten_minutes"
    """Past ``send_time``: refused when more than ten minutes late, or always sent at once (the
    sources differ)."""
    recall: bool = True
    """Whether ``revoke_push_msg`` works; its page says that it is not live yet."""
    accounts_later: bool = False
    """Whether accounts are bound a while after the call: its page says "asynchronous"."""
    chat_repeat_s: int = 1
    """Chat: for how long the same push with the same ``MsgRandom`` is one push (the sources differ:
    a second, or seven days)."""
    chat_unknown: Literal["listed", "refused"] = "listed"
    """Chat: accounts that do not exist stand in ``ErrorList``, or refuse the whole call with 90048
    (for ``all_member_push`` not established)."""
    kept_pushes: int = 2000
    """Pushes that one AccessId remembers; the oldest are forgotten first."""
    kept_uploads: int = 1000
    """Packages that one AccessId remembers; the oldest are forgotten first (how long the service
    keeps them is not published)."""
