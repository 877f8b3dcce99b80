"""A line that is cut after any byte, and the service at its end; both in the test's own loop."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import socket
import ssl
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from tests.net.servers import answer


@dataclass(frozen=True)
class Cut:
    """Where and how a connection ends."""

    upward: bool
    """After so many bytes from the client (else: to the client)."""
    after: int
    reset: bool
    """By RST, else by FIN."""


@dataclass
class Seen:
    """What went through one connection."""

    up: int = 0
    """Bytes from the client."""
    down: int = 0
    """Bytes to the client."""
    cut: bool = False


class Busy:
    """How many connections are being served."""

    def __init__(self) -> None:
        self._number = 0
        self._idle = asyncio.Event()
        self._idle.set()

    def __enter__(self) -> None:
        self._number += 1
        self._idle.clear()

    def __exit__(self, *error: object) -> None:
        self._number -= 1
        if not self._number:
            self._idle.set()

    async def over(self) -> None:
        """Wait for the end of all, those included of which only the bytes have arrived."""
        for _ in range(20):
            await asyncio.sleep(0)
        await self._idle.wait()


class Service:
    """Accepts every push that it has whole; each gets an id of its own."""

    def __init__(self) -> None:
        self.port = 0
        self.busy = Busy()
        self.request_bytes = 0
        """Of the heads of requests, whole or not."""
        self.bodies: list[bytes] = []
        self.given: list[str] = []
        """Push ids, in the order of `bodies`."""
        self._numbers = itertools.count(1000)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with self.busy, contextlib.suppress(OSError, asyncio.IncompleteReadError, ssl.SSLError):
            try:
                head = b""
                while not head.endswith(b"\r\n\r\n"):
                    head += await reader.readexactly(1)
                    self.request_bytes += 1
                length = int(head.lower().partition(b"content-length:")[2].split(b"\r\n")[0])
                body = await reader.readexactly(length)
                self.bodies.append(body)
                self.given.append(str(next(self._numbers)))
                told = b'{"seq":0,"push_id":"%b","ret_code":0}' % self.given[-1].encode()
                writer.write(answer(told))
                await writer.drain()
            finally:
                await _end(writer)


class Relay:
    """Passes bytes on between client and service until the cut that `plan` names.

    `tunnel`: a proxy, which answers CONNECT first; its bytes count as well.
    """

    def __init__(self, service: Service, *, tunnel: bool) -> None:
        self.plan: Cut | None = None
        self.seen: list[Seen] = []
        self.port = 0
        self.busy = Busy()
        self._service = service
        self._tunnel = tunnel

    async def over(self) -> None:
        """Wait until nothing of what was sent is under way any more."""
        await self.busy.over()
        await self._service.busy.over()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with self.busy:
            await self._serve(reader, writer)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        seen = Seen()
        self.seen.append(seen)
        plan = self.plan
        upward = _Count(seen, "up", plan.after if plan and plan.upward else None)
        downward = _Count(seen, "down", plan.after if plan and not plan.upward else None)
        upstream: asyncio.StreamWriter | None = None
        try:
            if self._tunnel:
                head = b""
                while not head.endswith(b"\r\n\r\n"):
                    head += await upward.read(reader, 1)
                await downward.write(writer, b"HTTP/1.1 200 Connected\r\n\r\n")
            from_service, upstream = await asyncio.open_connection("127.0.0.1", self._service.port)
            async with asyncio.TaskGroup() as group:
                group.create_task(_pass_on(upward, reader, upstream))
                group.create_task(_pass_on(downward, from_service, writer))
        except* (OSError, EOFError, _Enough):
            pass
        finally:
            if plan is not None and plan.reset and seen.cut:
                _reset(writer)
            for one in (upstream, writer):
                if one is not None:
                    await _end(one)


class _Enough(Exception):
    """The cut has come."""


class _Count:
    def __init__(self, seen: Seen, name: str, after: int | None) -> None:
        self._seen = seen
        self._name = name
        self._left = after

    async def read(self, reader: asyncio.StreamReader, bytes_max: int = 65536) -> bytes:
        """Some bytes that may be passed on. Raises EOFError at the end."""
        self._check()
        got = await reader.read(bytes_max if self._left is None else min(bytes_max, self._left))
        if not got:
            raise EOFError
        self._add(len(got))
        return got

    async def write(self, writer: asyncio.StreamWriter, text: bytes) -> None:
        """As many of the bytes as may be passed on."""
        allowed = text if self._left is None else text[: self._left]
        writer.write(allowed)
        await writer.drain()
        self._add(len(allowed))
        self._check()

    def _add(self, number: int) -> None:
        setattr(self._seen, self._name, getattr(self._seen, self._name) + number)
        if self._left is not None:
            self._left -= number

    def _check(self) -> None:
        if self._left == 0:
            self._seen.cut = True
            raise _Enough


async def _pass_on(
    count: _Count, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> None:
    while True:
        part = await count.read(reader)
        writer.write(part)
        await writer.drain()


def _reset(writer: asyncio.StreamWriter) -> None:
    bare = writer.get_extra_info("socket")
    with contextlib.suppress(OSError):
        bare.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


async def _end(writer: asyncio.StreamWriter) -> None:
    writer.close()
    with contextlib.suppress(OSError, ssl.SSLError):
        await writer.wait_closed()


@asynccontextmanager
async def relayed(
    *, tunnel: bool, tls: ssl.SSLContext | None = None
) -> AsyncIterator[tuple[Relay, Service]]:
    """A relay, with a service behind it that speaks `tls`, or plain http."""
    service = Service()
    relay = Relay(service, tunnel=tunnel)
    async with (
        await asyncio.start_server(service.serve, "127.0.0.1", 0, ssl=tls) as behind,
        await asyncio.start_server(relay.serve, "127.0.0.1", 0) as before,
    ):
        service.port = behind.sockets[0].getsockname()[1]
        relay.port = before.sockets[0].getsockname()[1]
        yield relay, service
