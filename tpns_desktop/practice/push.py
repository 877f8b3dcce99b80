"""A push as the service remembers it, and a push plan. Plain data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from . import bits
from .course import Counts
from .order import PushOrder
from .routing import Stratum
from .taps import Tap

Ended = Literal[
    "PUSH_CANCELED", "PUSH_COLLAPSED", "PUSH_DELETED_PUSH_MSG", "PUSH_FAILED", "PUSH_REVOKED"
]
"""States that a push does not reach by itself, or does not leave (tpns-rest 12.1)."""

Source = Literal["api", "console"]


@dataclass(slots=True)
class PushPlan:
    """A push plan."""

    plan_id: str
    name: str
    description: str
    created_at: int
    push_count: int = 0
    last_push_at: int = 0
    """Unix seconds; 0: none yet."""


@dataclass(frozen=True, slots=True)
class Ending:
    """That a push was ended, and when (seconds since 1970)."""

    status: Ended
    at: float


@dataclass(eq=False, slots=True)
class Push:
    """An accepted push; a loop has one for each run. Instants are seconds since 1970."""

    push_id: str
    number: int
    """Which push of this AccessId it is, from 1."""
    order: PushOrder
    body: bytes
    """Exactly as received."""
    created_at: float
    starts_at: float
    strata: tuple[Stratum, ...]
    key: str
    collapse_id: int
    source: Source = "api"
    ending: Ending | None = None
    devices: int | None = None
    """Whom it means (a set as in ``bits``), where that is remembered."""
    final: dict[str, Counts] | None = None
    """Its figures, once they have stopped for good."""
    over_s: float = 0.0
    """Simulated seconds after the first delivery from which they are its ``final`` ones."""
    few: frozenset[int] | None = None
    """Whom it means, where they were named one by one."""
    taps: dict[int, Tap] = field(default_factory=dict)
    """Device → that a person tapped it on a drawn phone."""

    @property
    def planned(self) -> int:
        """Devices that it plans to reach."""
        return sum(stratum.count for stratum in self.strata)

    def meant(self, device: int) -> bool:
        """Whether its audience holds a device, as far as that is remembered."""
        if self.few is not None:
            return device in self.few
        return self.devices is not None and bits.has(self.devices, device)

    @property
    def scheduled(self) -> bool:
        """Whether it was to start later than it was made."""
        return self.order.loop or self.starts_at > self.created_at
