"""The clock that sending goes by, and waiting that notices when the computer slept.

Tests put a clock of their own in its place.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Coroutine
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final, Protocol

SLICE_S: Final = 5.0
"""A wait is cut into pieces of this length."""

LATE_S: Final = 15.0
"""A piece that ends this much too late: the computer slept. Where monotonic time runs on during
sleep (Windows), nothing else tells. Longer than a busy machine keeps a thread waiting."""

CLOCK_TOLERANCE_S: Final = 30.0
"""Wall and monotonic time part by more: the computer slept, or its clock was set."""


class Clock(Protocol):
    """Wall time for what people read, monotonic time for waiting."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""

    def monotonic(self) -> float:
        """Seconds from some fixed moment; never runs back."""

    async def sleep(self, seconds: float) -> None:
        """Come back after `seconds` of monotonic time."""


class SystemClock:
    """The computer's own."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds from some fixed moment; never runs back."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Come back after `seconds`."""
        await asyncio.sleep(seconds)


@dataclass(frozen=True)
class Mark:
    """A moment on both clocks."""

    wall: datetime
    monotonic: float

    @classmethod
    def of(cls, clock: Clock) -> Mark:
        """The present one."""
        return cls(clock.now(), clock.monotonic())

    def passed_s(self, now: Mark) -> float:
        """Seconds from here to `now`, by the clock that says more."""
        return max(self._wall_s(now), now.monotonic - self.monotonic)

    def parted(self, now: Mark) -> bool:
        """Whether the two clocks have gone different ways since."""
        return abs(self._wall_s(now) - (now.monotonic - self.monotonic)) > CLOCK_TOLERANCE_S

    def _wall_s(self, now: Mark) -> float:
        return (now.wall - self.wall).total_seconds()


async def waited(clock: Clock, seconds: float | None, until: asyncio.Event) -> bool:
    """Wait `seconds` (None: without end) or `until` is set, whichever comes first.

    False as soon as it is seen that the computer slept meanwhile or that its clock was set: then
    nobody may act as if the wait had been an ordinary one (sending.md 2.1).
    """
    due = None if seconds is None else clock.monotonic() + seconds
    async with _running(until.wait()) as ended:
        while not until.is_set():
            step = SLICE_S if due is None else min(SLICE_S, due - clock.monotonic())
            if step <= 0:
                break
            begun = Mark.of(clock)
            async with _running(clock.sleep(step)) as timer:
                await asyncio.wait({timer, ended}, return_when=asyncio.FIRST_COMPLETED)
            ending = Mark.of(clock)
            if begun.parted(ending) or ending.monotonic - begun.monotonic > step + LATE_S:
                return False
    return True


@contextlib.asynccontextmanager
async def _running(coroutine: Coroutine[Any, Any, Any]) -> AsyncIterator[asyncio.Task[Any]]:
    task = asyncio.get_running_loop().create_task(coroutine)
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.wait({task})
