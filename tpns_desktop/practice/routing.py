"""Over which channel each planned device gets a push, as counts by channel and readiness.

A device with a vendor's channel is reached over it, even with the app closed; a connected one over
the own channel first, unless the push says otherwise. In-app messages take the own channel alone.
Where a channel is closed by the push, or title or content are empty or longer than that vendor
takes, the own channel is tried (spec 5.10, 5.6).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from .fleet import Fleet
from .order import PushOrder

OWN: Final = "xg"

Readiness = Literal["online", "phone_on", "phone_off"]
"""Connected to the own channel now; switched on with the app closed; switched off."""

_VENDOR_LENGTHS: Final[dict[str, tuple[int, int]]] = {
    "xm": (50, 128),
    "hw": (40, 80),
    "mz": (32, 100),
    "oppo": (32, 200),
    "vivo": (40, 128),
}
"""Characters of title and content that a vendor takes (product limits page)."""


@dataclass(frozen=True, slots=True)
class Stratum:
    """So many devices that fare alike."""

    channel: str
    readiness: Readiness
    count: int
    deliverable: bool = True
    """False: its channel is closed and so is the own one."""


def route(devices: int, order: PushOrder, fleet: Fleet) -> tuple[Stratum, ...]:
    """The planned ones of ``devices`` (a set as in ``bits``), grouped, in the channels' order."""
    return tuple(stratum for stratum, _members in routed(devices, order, fleet))


def routed(devices: int, order: PushOrder, fleet: Fleet) -> list[tuple[Stratum, int]]:
    """As ``route``, each group with its devices (a set as in ``bits``).

    Planned are those seen in 90 days with notifications on; an in-app or silent message needs no
    notifications.
    """
    planned = devices & fleet.recent
    if order.message_type == "notify":
        planned &= fleet.reachable
    own_open = OWN not in order.closed_channels
    strata: list[tuple[Stratum, int]] = []

    def add(channel: str, members: int, *, deliverable: bool = True) -> None:
        kinds: tuple[tuple[Readiness, int], ...] = (
            ("online", members & fleet.online),
            ("phone_off", members & fleet.switched_off),
            ("phone_on", members & (fleet.everyone ^ fleet.online ^ fleet.switched_off)),
        )
        for readiness, some in kinds:
            count = some.bit_count()
            if count:
                strata.append((Stratum(channel, readiness, count, deliverable), some))

    own = 0
    if fleet.platform == "android":
        if order.message_type == "message":
            own = planned
        elif order.own_channel_first and own_open:
            own = planned & fleet.online
    for channel, reached in fleet.channels.items():
        members = planned & reached & (fleet.everyone ^ own)
        if channel == OWN or _vendor_takes(channel, order):
            if channel == OWN:
                own |= members
            else:
                add(channel, members)
        elif own_open:
            own |= members
        else:
            add(channel, members, deliverable=False)
    add(OWN, own, deliverable=own_open)
    return strata


def _vendor_takes(channel: str, order: PushOrder) -> bool:
    if channel in order.closed_channels:
        return False
    if order.platform == "ios":
        return True
    if not order.title or not order.content:
        return False
    title, content = _VENDOR_LENGTHS.get(channel, (10**6, 10**6))
    return len(order.title) <= title and len(order.content) <= content
