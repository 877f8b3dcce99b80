"""Everybody who can be pushed to in practice: two fleets of devices and the people who own them.

Owns how many there are of what and which of them are worth showing to somebody who begins. The same
seed and number of devices give the same population in every process.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from . import bits
from .catalogue import KNOWN_TAGS
from .fleet import Fleet
from .people import DEFAULT_TYPE, People
from .rules import (
    DEVICES_DEFAULT,
    DEVICES_MAX,
    DEVICES_MIN,
    PLATFORMS,
    SEED_DEFAULT,
    Platform,
)

ANDROID_SHARE: Final = 70
"""Percent of all devices."""

_SHOWN: Final = 20
"""Accounts, and tokens of each platform, that are shown."""


@dataclass(frozen=True, slots=True)
class Known:
    """Targets that exist, for people and tests to begin with."""

    accounts: tuple[str, ...]
    """Of the default type, bound on both platforms."""
    tokens: dict[Platform, tuple[str, ...]]
    tags: tuple[str, ...]
    """Custom tags that many devices carry."""


class Population:
    """The devices and people of a practice service.

    ``devices`` counts both platforms together. Raises ``ValueError`` out of 10 to 10,000,000.
    """

    def __init__(self, *, seed: int = SEED_DEFAULT, devices: int = DEVICES_DEFAULT) -> None:
        if not DEVICES_MIN <= devices <= DEVICES_MAX:
            raise ValueError(f"devices: {DEVICES_MIN} to {DEVICES_MAX}")
        android = devices * ANDROID_SHARE // 100
        sizes: dict[Platform, int] = {"android": android, "ios": devices - android}
        self.seed = seed
        self.fleets: dict[Platform, Fleet] = {
            platform: Fleet(platform, sizes[platform], seed) for platform in PLATFORMS
        }
        self.people = People(sizes)

    def known(self) -> Known:
        """Targets that can be reached now, the same for the same population.

        In a tiny population, where there may be none that fits, whoever is there.
        """
        good = {
            platform: fleet.recent & fleet.reachable & (fleet.everyone ^ fleet.switched_off)
            for platform, fleet in self.fleets.items()
        }
        people = [
            person
            for person in range(min(self.people.on_both, 50 * _SHOWN))
            if all(bits.has(good[platform], person) for platform in PLATFORMS)
        ]
        accounts = [
            account
            for person in (people or [0])[:_SHOWN]
            if (account := self.people.account(DEFAULT_TYPE, person)) is not None
        ]
        tokens: dict[Platform, tuple[str, ...]] = {}
        for platform, fleet in self.fleets.items():
            chosen = [
                index
                for index in range(min(fleet.size, 50 * _SHOWN))
                if bits.has(good[platform], index)
            ]
            tokens[platform] = tuple(fleet.token(index) for index in (chosen or [0])[:_SHOWN])
        return Known(accounts=tuple(accounts), tokens=tokens, tags=KNOWN_TAGS)
