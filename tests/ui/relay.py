"""A bad line to the practice service: on real sockets, it loses what a test wants lost.

Stands between the program and `driving.PracticeHere`, whose address it takes; what it lets through
it does not change. Only requests for pushes are ever lost, by their access id where one is given.
"""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace
from typing import Literal

from tests.ui.driving import PracticeHere
from tpns_desktop.client import TpnsClient
from tpns_desktop.client.endpoints import practice_access_point
from tpns_desktop.send.desk import Desk, PracticeInfo
from tpns_desktop.store.apps import App

Loss = Literal["nothing", "answer", "request"]
"""What is lost of a push: nothing, its answer (the service has it), or all of it."""

_PUSH = b"POST /v3/push/app "


class BadLine:
    """A practice service behind a line that can be cut; stands in for `app.Practice`.

    `loss` may be set at any time; `only` names the platforms whose pushes are met.
    """

    def __init__(self, service: PracticeHere) -> None:
        self.service = service
        self.loss: Loss = "nothing"
        self.only: frozenset[str] = frozenset({"android", "ios"})
        self.requests = 0
        """Pushes that came in whole."""
        self._port = 0
        self._listening = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._main()), daemon=True)
        self._thread.start()
        if not self._listening.wait(20):
            raise TimeoutError("the line does not listen")

    @property
    def info(self) -> PracticeInfo:
        return replace(self.service.info, base_url=f"http://127.0.0.1:{self._port}")

    async def open(self, desk: Desk) -> App:
        """As `app.Practice.open`."""
        return await desk.use_practice(self.info)

    async def set_pace(self, pace: float) -> None:
        """As `app.Practice.set_pace`."""
        await self.service.set_pace(pace)

    @property
    def worlds(self) -> None:
        """As `app.Practice.worlds`: none can be kept here."""

    async def act(self, name: str) -> None:
        """As `app.Practice.act`."""
        await self.service.act(name)

    async def sent_elsewhere(self, platform: str, body: bytes) -> None:
        """Somebody else has the service send this, as from its console."""
        keys = self.service.info.keys[platform]
        point = practice_access_point(self.service.info.base_url)
        async with TpnsClient(point, keys.access_id, keys.secret_key) as client:
            await client.push(body)

    def close(self) -> None:
        """The program ended; the line and the service outlive it, as real ones do."""

    def cut(self) -> None:
        """Nothing gets through any more. Safe to call twice."""
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._stop.set)
            self._thread.join(20)

    async def _main(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self._port = server.sockets[0].getsockname()[1]
        self._listening.set()
        await self._stop.wait()
        server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while (request := await _message(reader)) is not None:
                loss: Loss = self.loss if self._is_met(request) else "nothing"
                self.requests += request.startswith(_PUSH)
                if loss == "request":
                    return
                answer = await self._asked(request)
                if loss == "answer":
                    return
                writer.write(answer)
                await writer.drain()
        except (OSError, asyncio.IncompleteReadError):
            return
        finally:
            writer.close()

    async def _asked(self, request: bytes) -> bytes:
        port = int(self.service.info.base_url.rsplit(":", 1)[1])
        own = self.info.base_url.removeprefix("http://").encode()
        theirs = f"127.0.0.1:{port}".encode()
        # The service takes no other name than its own.
        request = request.replace(b"host: " + own, b"host: " + theirs, 1)
        request = request.replace(b"Host: " + own, b"Host: " + theirs, 1)
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        try:
            writer.write(request)
            await writer.drain()
            answer = await _message(reader)
            assert answer is not None
            return answer
        finally:
            writer.close()

    def _is_met(self, request: bytes) -> bool:
        head = request.partition(b"\r\n\r\n")[0].lower()
        ids = {
            platform: self.service.world.applications[platform].credentials.access_id  # type: ignore[index]
            for platform in self.only
        }
        met = any(f"accessid: {id}".encode() in head for id in ids.values())
        return request.startswith(_PUSH) and met


async def _message(reader: asyncio.StreamReader) -> bytes | None:
    """One request or answer with its body; None when the other side has no more."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError:
        return None
    length = 0
    for line in head.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length":
            length = int(value)
    return head + await reader.readexactly(length)
