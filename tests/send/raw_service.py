"""The practice service behind a real socket that drops what it is told to, dated by a fake clock.

A served answer's ``Date`` is by the same clock as the records, which is not this computer's: so
tests choose how far the two are apart.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from email.utils import formatdate
from typing import Any, Literal

import httpx

from tests.send.conftest import Outside
from tpns_desktop.practice.service import PracticeService

PUSH = "/v3/push/app"
UPLOAD = "/v3/push/package/upload"
RECORDS = "/v3/statistics/get_push_record"

Fate = Literal["answer", "drop_answer", "drop_request"]
"""What becomes of a request: answered; taken in, but the answer is lost; never heard of."""


class RawService:
    """One listening socket; `ahead_s` is the service's clock minus this computer's."""

    def __init__(self, world: Outside, ahead_s: float) -> None:
        self._world = world
        self._ahead_s = ahead_s
        self.fates: dict[str, Fate] = {}
        """Path, or path and access id ("/v3/push/app 1500…") → fate; "answer" for all others."""
        self.instead: dict[str, Callable[[Any], dict[str, Any]]] = {}
        """Path → what answers in place of practice, from the question's JSON."""
        self.asked: list[tuple[str, dict[str, Any]]] = []
        """Path and JSON of every request that was heard; the JSON of an upload is empty."""
        self.uploads: list[tuple[str, bytes]] = []
        """Authorization and body of every upload that was heard."""
        self.url = ""
        self.app: Any = None
        """The practice service itself."""

    def now(self) -> float:
        """The service's clock, Unix seconds."""
        return self._world.clock.unix() + self._ahead_s

    def times(self, path: str) -> int:
        """How often a path was asked."""
        return sum(1 for asked, _ in self.asked if asked == path)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while await self._one(reader, writer):
                pass
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        target = head[0].split(" ")[1]
        path = target.partition("?")[0]
        headers = [
            (name, value.strip()) for name, _, value in (h.partition(":") for h in head[1:-2])
        ]
        lower = {name.lower(): value for name, value in headers}
        body = await reader.readexactly(int(lower["content-length"]))
        # An upload says by its Authorization alone whose it is (tpns-rest 6).
        whose = f"{path} {lower.get('accessid', '')}"
        fate = self.fates.get(whose, self.fates.get(path, "answer"))
        if fate == "drop_request":
            return False
        if path == UPLOAD:
            self.uploads.append((lower["authorization"], body))
        said = {} if path == UPLOAD else json.loads(body)
        self.asked.append((path, said))
        instead = self.instead.get(path)
        if instead is not None:
            status, answer = 200, json.dumps(instead(said)).encode()
        else:
            request = httpx.Request("POST", self.url + target, headers=headers, content=body)
            response = await httpx.ASGITransport(self.app).handle_async_request(request)
            status, answer = response.status_code, await response.aread()
        if fate == "drop_answer":
            return False
        dated = formatdate(self.now(), usegmt=True)
        writer.write(
            f"HTTP/1.1 {status} OK\r\nDate: {dated}\r\nContent-Type: application/json\r\n"
            f"Content-Length: {len(answer)}\r\n\r\n".encode()
        )
        writer.write(answer)
        await writer.drain()
        return lower.get("connection", "") != "close"


@asynccontextmanager
async def raw_service(
    world: Outside, *, ahead_s: float = 0.0, **rules: Any
) -> AsyncIterator[RawService]:
    """Practice for `world` behind a socket, from now on; another one than before."""
    service = RawService(world, ahead_s)
    connections: set[asyncio.Task[None]] = set()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        connections.add(task)
        # Ended by the test: no error of asyncio's.
        with contextlib.suppress(asyncio.CancelledError):
            await service._serve(reader, writer)

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    service.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    world.new_practice(service.url, **rules)
    service.app = PracticeService(world.practice, clock=service.now)
    world.over_sockets = True
    try:
        yield service
    finally:
        server.close()
        for task in connections:
            task.cancel()
        await asyncio.gather(*connections, return_exceptions=True)
