"""How a push fares over simulated time: delivered, arrived, tapped, dismissed, channel by channel.

A stratum is played by up to 400 devices that stand for all of it, each with its own fate drawn
from the push's key alone; small strata are played device by device, so a push to three accounts has
whole small figures. Figures depend on the instant that is asked for and nothing else: asking twice
gives the same, later is never less, and tapped plus dismissed <= arrived <= delivered <= planned.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from math import inf, isfinite
from random import Random
from typing import Final

from .routing import OWN, Stratum

_PLAYERS: Final = 400
_SMALL: Final = 20
"""A push that plans no more devices is taken for a trial by people who look at it and tap."""

_HOUR: Final = 3600.0
_APP_OPENED_AGAIN_S: Final = 5 * _HOUR
_PHONE_ON_AGAIN_S: Final = 8 * _HOUR
_ARRIVES_OWN_S: Final = 4.0
_ARRIVES_VENDOR_S: Final = 25.0
_TAPS_AFTER_S: Final = 25 * 60.0
_DISMISSES_AFTER_S: Final = 40 * 60.0
"""Mean waiting times, in simulated seconds."""

_DELIVERS: Final = {"xg": 0.998, "apns": 0.99}
_DELIVERS_VENDOR: Final = 0.985
_ARRIVES: Final = {"xg": 0.99, "apns": 0.95, "fcm": 0.93}
_ARRIVES_VENDOR: Final = 0.96
_TAP_RATES: Final = (0.035, 0.11)
_TAP_RATE_SMALL: Final = 0.45
_DISMISS_RATE: Final = 0.3


@dataclass(frozen=True, slots=True)
class Counts:
    """Devices of a channel at an instant."""

    planned: int = 0
    delivered: int = 0
    arrived: int = 0
    tapped: int = 0
    dismissed: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.planned + other.planned,
            self.delivered + other.delivered,
            self.arrived + other.arrived,
            self.tapped + other.tapped,
            self.dismissed + other.dismissed,
        )


@dataclass(frozen=True, slots=True)
class Terms:
    """What of a push decides its course besides whom it means. Times in simulated seconds."""

    expire_s: int
    """How long offline devices are waited for; 0: only devices online at the start."""
    dispatch_s: float
    """How long handing over takes."""
    shown: bool
    """Whether there is anything to tap: not for in-app and silent messages."""


Fate = tuple[float, float, float, float]
"""When one device gets the push, it arrives, is tapped and is dismissed: simulated seconds since
the start; infinity for what never happens."""

_NEVER: Final = (inf, inf, inf, inf)


@dataclass(frozen=True, slots=True)
class Halt:
    """That a push was ended by hand."""

    at_s: float
    """Simulated seconds after its first delivery was due; below 0 before it."""
    own_only: bool
    """Only the own channel ends, as when a push is replaced."""
    shown_stay: bool
    """What has arrived may still be tapped; else it is gone from the screens."""


class _Played:
    """A stratum's events, each kind sorted by time."""

    def __init__(self, stratum: Stratum, fates: Iterable[Fate]) -> None:
        self.channel = stratum.channel
        self.count = stratum.count
        self.players = players(stratum.count)
        delivered, arrived, tapped, dismissed = zip(*fates, strict=True)
        self._delivered = array("d", sorted(filter(isfinite, delivered)))
        self._arrived = array("d", sorted(filter(isfinite, arrived)))
        self._tapped = _Answers(tapped, arrived)
        self._dismissed = _Answers(dismissed, arrived)

    @property
    def over_s(self) -> float:
        """When the last of it happens; 0 where nothing ever does."""
        events = (self._delivered, self._arrived, self._tapped.when, self._dismissed.when)
        return max((times[-1] for times in events if times), default=0.0)

    def at(self, elapsed_s: float, arrives_until_s: float = inf) -> Counts:
        brought = min(elapsed_s, arrives_until_s)
        return Counts(
            self.count,
            self._scaled(bisect_right(self._delivered, brought)),
            self._scaled(bisect_right(self._arrived, brought)),
            self._scaled(self._tapped.until(elapsed_s, brought)),
            self._scaled(self._dismissed.until(elapsed_s, brought)),
        )

    def _scaled(self, players: int) -> int:
        return self.count * players // self.players


class _Answers:
    """Taps, or dismissals: when, and when that notification had arrived."""

    def __init__(self, times: Iterable[float], arrived: Iterable[float]) -> None:
        pairs = sorted(pair for pair in zip(times, arrived, strict=True) if isfinite(pair[0]))
        self.when = array("d", (when for when, _came in pairs))
        self._came = array("d", (came for _when, came in pairs))

    def until(self, instant_s: float, arrived_by_s: float) -> int:
        happened = bisect_right(self.when, instant_s)
        if arrived_by_s >= instant_s:
            return happened
        return sum(came <= arrived_by_s for came in self._came[:happened])


def players(count: int) -> int:
    """How many devices stand for a stratum of ``count``.

    Device *i* of it fares as player ``i * players // count``.
    """
    return min(count, _PLAYERS)


def _fates(stratum: Stratum, terms: Terms, tap_rate: float, random: Random) -> Iterator[Fate]:
    for player in range(players(stratum.count)):
        # Always the same number of draws, so that one answer does not shift another's fate.
        luck = [random.random() for _ in range(4)]
        waits = [random.expovariate(1.0) for _ in range(4)]
        if stratum.deliverable:
            share = (player + luck[0]) / players(stratum.count)
            yield _fate(stratum, terms, tap_rate, share, luck, waits)
        else:
            yield _NEVER


def _fate(
    stratum: Stratum,
    terms: Terms,
    tap_rate: float,
    share: float,
    luck: Sequence[float],
    waits: Sequence[float],
) -> Fate:
    own = stratum.channel == OWN
    handed = terms.dispatch_s * share
    if stratum.readiness == "online":
        back = 0.0
    elif terms.expire_s == 0:
        return _NEVER
    elif stratum.readiness == "phone_off":
        back = waits[0] * _PHONE_ON_AGAIN_S
    else:
        back = waits[0] * _APP_OPENED_AGAIN_S if own else 0.0
    # The own channel hands over when the device is back; a vendor takes it now and waits.
    in_time = back <= terms.expire_s
    if own:
        handed = max(handed, back)
    if (own and not in_time) or luck[1] > _DELIVERS.get(stratum.channel, _DELIVERS_VENDOR):
        return _NEVER
    if not in_time or luck[2] > _ARRIVES.get(stratum.channel, _ARRIVES_VENDOR):
        return (handed, inf, inf, inf)
    came = max(handed, back) + waits[1] * (_ARRIVES_OWN_S if own else _ARRIVES_VENDOR_S)
    if not terms.shown:
        return (handed, came, inf, inf)
    if luck[3] < tap_rate:
        return (handed, came, came + waits[2] * _TAPS_AFTER_S, inf)
    if luck[3] < tap_rate + _DISMISS_RATE:
        return (handed, came, inf, came + waits[3] * _DISMISSES_AFTER_S)
    return (handed, came, inf, inf)


class Course:
    """The whole course of one push.

    ``key`` names the push: the same key, strata and terms give the same course in every process.
    """

    def __init__(self, strata: Iterable[Stratum], terms: Terms, key: str) -> None:
        self._strata = tuple(strata)
        self._terms = terms
        self._key = key
        if sum(stratum.count for stratum in self._strata) <= _SMALL:
            self._tap_rate = _TAP_RATE_SMALL
        else:
            self._tap_rate = Random(f"{key}/taps").uniform(*_TAP_RATES)
        self._played = [_Played(stratum, fates) for stratum, fates in self.fates()]
        self.over_s = max((played.over_s for played in self._played), default=0.0)
        """Simulated seconds after the start at which its figures have stopped for good."""

    def fates(self) -> Iterator[tuple[Stratum, Iterator[Fate]]]:
        """The strata with what happens to each of their ``players``, in their order."""
        for stratum in self._strata:
            random = Random(f"{self._key}/{stratum.channel}/{stratum.readiness}")
            yield stratum, _fates(stratum, self._terms, self._tap_rate, random)

    def fate(self, stratum: Stratum, nth: int) -> Fate:
        """What happens to the ``nth`` device of one of its strata."""
        wanted = nth * players(stratum.count) // stratum.count
        fates = next(fates for one, fates in self.fates() if one == stratum)
        return next(islice(fates, wanted, None))

    def at(self, elapsed_s: float, halt: Halt | None = None) -> dict[str, Counts]:
        """Counts of each channel that plans anybody, so many simulated seconds after the start.

        Before the start (below 0) nothing but the plan.
        """
        result: dict[str, Counts] = {}
        for played in self._played:
            instant, arrives_until = elapsed_s, inf
            if halt is not None and (played.channel == OWN or not halt.own_only):
                arrives_until = halt.at_s
                if not halt.shown_stay:
                    instant = min(elapsed_s, halt.at_s)
            counts = played.at(instant, arrives_until)
            result[played.channel] = result.get(played.channel, Counts()) + counts
        return result
