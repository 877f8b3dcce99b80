"""A desk with a clock of its own, a practice service in this process, and a keyring in memory."""

from __future__ import annotations

import asyncio
import heapq
import itertools
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import httpx
import pytest

from tests.send.builders import NOW
from tpns_desktop.client import AccessPoint, Secret, TpnsClient
from tpns_desktop.client.chat import ChatClient
from tpns_desktop.client.chat_points import ChatPoint
from tpns_desktop.client.sms import SmsClient
from tpns_desktop.client.sms_points import SmsPoint
from tpns_desktop.model.chat_dialects import Dialect
from tpns_desktop.paths import Paths
from tpns_desktop.practice.command import start_line
from tpns_desktop.practice.population import Population
from tpns_desktop.practice.rules import Rules
from tpns_desktop.practice.service import PracticeService
from tpns_desktop.practice.state import World
from tpns_desktop.send.core import open_core
from tpns_desktop.send.desk import Batch, Desk
from tpns_desktop.store.secrets import SecretStore
from tpns_desktop.store.settings import Settings

T = TypeVar("T")
PRACTICE_URL = "http://127.0.0.1:4711"


class FakeClock:
    """Stands still until it is told; sleepers wake when their time has come."""

    def __init__(self, now: datetime = NOW) -> None:
        self.wall = now
        self.passed = 0.0
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._order = itertools.count()

    def now(self) -> datetime:
        return self.wall

    def monotonic(self) -> float:
        return self.passed

    def unix(self) -> float:
        return self.wall.timestamp()

    async def sleep(self, seconds: float) -> None:
        woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self.passed + seconds, next(self._order), woken))
        await woken

    async def advance(self, seconds: float) -> None:
        """Let time pass; everything that can happen without more time, happens."""
        end = self.passed + seconds
        await settle()
        while self._sleepers and self._sleepers[0][0] <= end:
            due, _, woken = heapq.heappop(self._sleepers)
            self._go_to(max(due, self.passed))
            if not woken.done():
                woken.set_result(None)
            await settle()
        self._go_to(end)
        await settle()

    async def go_on(self) -> None:
        """Wake whoever is due next, if anybody sleeps; else give everything else its turn.

        For what waits for sockets or threads as well as for the clock.
        """
        await settle()
        if self._sleepers:
            await self.advance(max(0.0, self._sleepers[0][0] - self.passed))

    def leap(self, seconds: float) -> None:
        """Time passes on both clocks and wakes nobody: sleep where monotonic time runs on."""
        self._go_to(self.passed + seconds)

    def _go_to(self, passed: float) -> None:
        self.wall += timedelta(seconds=passed - self.passed)
        self.passed = passed


async def settle() -> None:
    """Let every task run until it waits for something outside."""
    for _ in range(60):
        await asyncio.sleep(0)


async def ended(desk: Desk, batch_id: str, clock: FakeClock | None = None) -> Batch:
    """The batch once nothing of it is held or under way: for what other threads have a part in.

    With `clock`, time passes as well, as fast as somebody waits for it.
    """
    news = asyncio.Event()
    end = desk.subscribe(lambda _: news.set())
    try:
        async with asyncio.timeout(20):
            while True:
                found = await desk.batch(batch_id)
                assert found is not None
                if found.state not in ("held", "sending"):
                    return found
                if clock is not None:
                    await clock.go_on()
                else:
                    news.clear()
                    await news.wait()
    finally:
        end()


class MemoryKeyring:
    """A keyring that keeps what it is given."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str, /) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str, /) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str, /) -> None:
        del self.kept[service, username]


Answer = Callable[[httpx.Request], Awaitable[httpx.Response]]


class Outside:
    """Everything outside of the desk, and what it was asked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = FakeClock()
        self.keyring: MemoryKeyring | None = MemoryKeyring()
        self.settings = Settings(folder / "settings.ini")
        self.requests: list[httpx.Request] = []
        self.bodies: list[bytes] = []
        self.made: list[tuple[str, str]] = []
        """Address and access id of every client that was made."""
        self.answer: Answer | None = None
        """Answers instead of practice."""
        self.over_sockets = False
        """Whether clients made from now on speak over real sockets."""
        self.new_practice()

    def new_practice(self, url: str = PRACTICE_URL, **rules: Any) -> dict[str, Any]:
        """Another practice service, with new keys; gives its first line."""
        self.practice = World(Population(seed=15, devices=500), Rules(**rules))
        self.service = PracticeService(self.practice, clock=self.clock.unix)
        self.url = url
        self.line: dict[str, Any] = start_line(self.practice, url)
        return self.line

    @property
    def pushes(self) -> list[bytes]:
        """Bodies of the pushes that left."""
        return [
            body
            for request, body in zip(self.requests, self.bodies, strict=True)
            if request.url.path == "/v3/push/app"
        ]

    def client(self, point: AccessPoint, access_id: str, key: Secret) -> TpnsClient:
        self.made.append((point.url, access_id))
        transport = None if self.over_sockets else _Recorder(self)
        return TpnsClient(point, access_id, key, clock=self.clock.unix, transport=transport)

    def sms_client(
        self, point: SmsPoint, region: str, secret_id: Secret, secret_key: Secret
    ) -> SmsClient:
        self.made.append((point.url, region))
        transport = None if self.over_sockets else _Recorder(self)
        return SmsClient(
            point, region, secret_id, secret_key, clock=self.clock.unix, transport=transport
        )

    def chat_client(
        self, point: ChatPoint, sdkappid: int, identifier: str, key: Secret, dialect: Dialect
    ) -> ChatClient:
        self.made.append((point.url, str(sdkappid)))
        transport = None if self.over_sockets else _Recorder(self)
        return ChatClient(
            point, sdkappid, identifier, key, dialect, clock=self.clock.unix, transport=transport
        )

    @asynccontextmanager
    async def desk(self) -> AsyncIterator[Desk]:
        paths = Paths(self.folder / "data", self.folder / "log", self.folder / "settings.ini")
        desk = await open_core(
            paths,
            self.settings,
            clock=self.clock,
            client=self.client,
            secrets=SecretStore(choose=lambda: self.keyring),
            sms_client=self.sms_client,
            chat_client=self.chat_client,
            daily_backups=False,  # a story's days take seconds, a slow machine's more
        )
        try:
            yield desk
        finally:
            await desk.close(grace_s=0)


class _Recorder(httpx.AsyncBaseTransport):
    def __init__(self, world: Outside) -> None:
        self._world = world

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self._world.requests.append(request)
        self._world.bodies.append(await request.aread())
        if self._world.answer is not None:
            return await self._world.answer(request)
        transport = httpx.ASGITransport(self._world.service)
        return await transport.handle_async_request(request)


@pytest.fixture
def world(tmp_path: Path) -> Outside:
    return Outside(tmp_path)


Run = Callable[[Callable[[Desk], Coroutine[Any, Any, T]]], T]


@pytest.fixture
def run(world: Outside) -> Run[Any]:
    """`run(story)` plays an async story with a fresh desk and closes it."""

    def play(story: Callable[[Desk], Coroutine[Any, Any, T]]) -> T:
        async def whole() -> T:
            async with world.desk() as desk:
                return await story(desk)

        return asyncio.run(whole())

    return play
