"""Taps by hand on the drawn phones, and what they add to the figures of a push.

A drawn phone has a fate like every device, drawn with all others: it may be tapped or dismissed
later by itself. Who was faster counts, so a device is counted once: what its fate would have added
is taken off again from that instant on. The rest of the figures stays as it was drawn.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from .course import Counts
from .routing import OWN

if TYPE_CHECKING:
    from .push import Push
    from .state import Application


@dataclass(frozen=True, slots=True)
class Tap:
    """One tap by hand. Times in simulated seconds after the push's first delivery was due."""

    at_s: float
    channel: str
    """By which the notification came."""
    tapped_s: float
    """When its fate would have tapped it; infinity for never."""
    dismissed_s: float
    """When its fate would have dismissed it."""


def gone_s(application: Application, push: Push, channel: str) -> float:
    """When a push's end takes what is shown off the phones of a channel; infinity for never."""
    ending = push.ending
    if ending is None or not (
        ending.status == "PUSH_REVOKED" or (ending.status == "PUSH_COLLAPSED" and channel == OWN)
    ):
        return inf
    return application.elapsed_s(push, ending.at)


def tapped_too(
    application: Application, push: Push, counts: dict[str, Counts], now: float
) -> dict[str, Counts]:
    """``counts``, which the course gives, with the taps by hand."""
    if not push.taps or not counts:
        return counts
    elapsed, told = application.elapsed_s(push, now), dict(counts)
    for tap in push.taps.values():
        if elapsed < tap.at_s:
            continue
        until = min(elapsed, gone_s(application, push, tap.channel))
        one = Counts(tapped=1 - (tap.tapped_s <= until), dismissed=-(tap.dismissed_s <= until))
        told[tap.channel] = told.get(tap.channel, Counts()) + one
    return told


def tapped_before(push: Push, wait_s: float) -> Mapping[int, Tap]:
    """The devices on which a push was tapped by hand before so many simulated seconds."""
    return {device: tap for device, tap in push.taps.items() if tap.at_s <= wait_s}
