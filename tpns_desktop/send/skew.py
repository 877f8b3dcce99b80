"""How far this computer's clock is from the service's, by the ``Date`` of its answers.

Pure data and one small memory of it. A ``Date`` header has whole seconds and was written at some
moment between question and answer, so one answer gives two bounds, more than a second apart; more
answers give closer ones. What follows from a skew is for `check_sending` (a warning) and for
`matching` (which records are younger than a push). Source: sending.md 2.4 and 6 ("Time").
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tpns_desktop.client.endpoints import AccessPoint
    from tpns_desktop.client.tpns import TpnsClient
    from tpns_desktop.model.outcome import PushAnswer
    from tpns_desktop.model.secret import Secret
    from tpns_desktop.send.clock import Clock

    ClientFactory = Callable[[AccessPoint, str, Secret], TpnsClient]

SECOND: Final = 1.0
"""What a ``Date`` header and ``createTime`` leave out: they are cut to whole seconds."""

PARTED_S: Final = 5.0
"""Wall and monotonic time part by more: the clock was set or the computer slept, and what was
measured before says nothing about now."""
OLD_S: Final = 6 * 3600.0
"""A clock drifts; what was measured longer ago is not told any more."""
KEPT: Final = 64


@dataclass(frozen=True)
class Skew:
    """This computer's clock minus the service's lies above `low_s` and not above `high_s`."""

    low_s: float
    high_s: float

    @classmethod
    def measured(cls, skew_s: float, took_s: float) -> Skew:
        """From one answer.

        `skew_s`: local time at the answer minus its ``Date``; `took_s`: from question to answer.
        """
        return cls(skew_s - max(took_s, 0.0) - SECOND, skew_s)


def joined(measures: Iterable[Skew]) -> Skew:
    """The bounds that follow from several answers; at least one.

    Where they contradict each other the clock was set in between: then the widest, because an
    instant that was written down may be by either clock.
    """
    found = list(measures)
    low, high = max(one.low_s for one in found), min(one.high_s for one in found)
    if low < high:
        return Skew(low, high)
    return Skew(min(one.low_s for one in found), max(one.high_s for one in found))


@dataclass(frozen=True)
class _Noted:
    practice: bool
    skew: Skew
    monotonic: float
    parting: float
    """Wall minus monotonic time at that moment."""


class Skews:
    """What was measured since the program began, of the real service and of practice apart."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._noted: list[_Noted] = []
        self._gathering: list[list[TpnsClient]] = []

    def watched(self, make: ClientFactory) -> ClientFactory:
        """`make`, but `gathering` sees what it makes."""

        def client(point: AccessPoint, access_id: str, key: Secret) -> TpnsClient:
            made = make(point, access_id, key)
            for gathered in self._gathering:
                gathered.append(made)
            return made

        return client

    @contextlib.contextmanager
    def gathering(self) -> Iterator[list[float]]:
        """Note what the clients that are made inside of the block measure.

        Gives a list that has their skews, in seconds, once the block has ended. Clients are held no
        longer than the block: one has a key.
        """
        measured: list[float] = []
        gathered: list[TpnsClient] = []
        self._gathering.append(gathered)
        began = self._clock.monotonic()
        try:
            yield measured
        finally:
            self._gathering = [other for other in self._gathering if other is not gathered]
            took_s = self._clock.monotonic() - began
            for client in gathered:
                self.note(client.clock_skew_s, took_s, practice=client.access_point.practice)
                if client.clock_skew_s is not None:
                    measured.append(client.clock_skew_s)

    def note(self, skew_s: float | None, took_s: float, *, practice: bool) -> None:
        """Remember an answer's; `skew_s` None (an answer without a readable date) is none."""
        if skew_s is None:
            return
        now = self._clock.monotonic()
        measured = Skew.measured(skew_s, took_s)
        self._noted.append(_Noted(practice, measured, now, self._parting()))
        del self._noted[:-KEPT]

    def last(self, *, practice: bool) -> float | None:
        """The newest that still holds, in seconds; None when nothing is known of now."""
        parting, now = self._parting(), self._clock.monotonic()
        for one in reversed(self._noted):
            if one.practice == practice:
                holds = abs(parting - one.parting) <= PARTED_S and now - one.monotonic <= OLD_S
                return one.skew.high_s if holds else None
        return None

    def all(self, *, practice: bool, within_s: float = 3600.0) -> list[Skew]:
        """Every measure of the last `within_s` seconds, held or not: see `joined`."""
        since = self._clock.monotonic() - within_s
        return [
            one.skew for one in self._noted if one.practice == practice and one.monotonic >= since
        ]

    def _parting(self) -> float:
        return self._clock.now().timestamp() - self._clock.monotonic()


class NotingClient:
    """A client for sending whose answers are noted; what it does is the client's own affair."""

    def __init__(self, client: TpnsClient, skews: Skews, clock: Clock) -> None:
        self._client = client
        self._skews = skews
        self._clock = clock

    async def push(self, body: bytes) -> PushAnswer:
        """Send the bytes once; ends as `TpnsClient.push` does."""
        before, began = self._client.clock_skew_s, self._clock.monotonic()
        try:
            return await self._client.push(body)
        finally:
            if self._client.clock_skew_s != before:
                self._skews.note(
                    self._client.clock_skew_s,
                    self._clock.monotonic() - began,
                    practice=self._client.access_point.practice,
                )

    async def upload(
        self,
        name: str,
        size_bytes: int,
        blocks: Iterator[bytes],
        progress: Callable[[int], None] | None = None,
    ) -> int:
        """Upload a list; ends as `TpnsClient.upload` does.

        Its answer is not noted: it took too long to say anything about the clock.
        """
        return await self._client.upload(name, size_bytes, blocks, progress)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.aclose()
