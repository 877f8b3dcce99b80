"""The figures of a push as they are stored: one dict a channel, the service's total among them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

TOTAL: Final = "all"
"""The channel under which the service gives a push's total."""

FIGURES: Final = ("planned", "delivered", "arrived", "tapped", "dismissed")
"""The steps of the funnel (tpns-rest 12.4)."""


def totals_of(counters: Sequence[Mapping[str, Any]] | None) -> Sequence[Mapping[str, Any]]:
    """Give those that make a row's total: the service's own, or every channel's."""
    channels = counters or ()
    return [counted for counted in channels if counted.get("channel") == TOTAL] or channels
