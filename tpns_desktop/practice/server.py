"""Runs the practice service on this machine's loopback address, until it is told to end.

Owns the listening socket (uvicorn binds it, which keeps TCP_NODELAY), how the end is noticed, and
nothing of the service. Logs go wherever the caller has sent ``logging``.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import threading
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Final

import uvicorn
from starlette.types import ASGIApp

from .certificate import Certificate
from .connection import LimitedProtocol
from .guard import IDLE_S

HOST: Final = "127.0.0.1"
_GOODBYE_S: Final = 1
_LINE_BYTES_MAX: Final = 4096


class CannotListen(Exception):
    """The port is taken or may not be used."""


class _Server(uvicorn.Server):
    def __init__(
        self,
        config: uvicorn.Config,
        on_listening: Callable[[int], None],
        stop: asyncio.Event | None,
    ) -> None:
        super().__init__(config)
        self._on_listening = on_listening
        self._stop = stop

    async def startup(self, sockets: object = None) -> None:
        await super().startup()
        if self.started:
            self._on_listening(self.servers[0].sockets[0].getsockname()[1])

    async def on_tick(self, counter: int) -> bool:
        ended = await super().on_tick(counter)
        return ended or (self._stop is not None and self._stop.is_set())

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        # uvicorn raises the signal again when it is done; here an asked-for end is a good end.
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        signals = [signal.SIGINT, signal.SIGTERM]
        if hasattr(signal, "SIGBREAK"):  # Ctrl+Break on Windows.
            signals.append(signal.SIGBREAK)
        before = {number: signal.signal(number, self._on_signal) for number in signals}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        self.should_exit = True


async def serve(
    app: ASGIApp,
    *,
    port: int,
    on_listening: Callable[[str], None],
    until_stdin_closes: bool = False,
    on_line: Callable[[bytes], None] | None = None,
    stop: asyncio.Event | None = None,
    certificate: Certificate | None = None,
) -> None:
    """Serve ``app`` on 127.0.0.1 until SIGINT, SIGTERM, ``stop`` or, if asked, end of input.

    ``port`` 0 takes a free one. ``on_listening`` gets the base address (``http://127.0.0.1:4711``)
    once connections are taken, ``on_line`` each line of that input, both in the loop. With a
    ``certificate``, https alone is spoken. Raises ``CannotListen``.
    """
    config = uvicorn.Config(
        app,
        host=HOST,
        port=port,
        http=LimitedProtocol,
        ws="none",
        lifespan="off",
        loop="asyncio",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_keep_alive=int(IDLE_S),
        timeout_graceful_shutdown=_GOODBYE_S,
        ssl_certfile=None if certificate is None else certificate.chain,
        ssl_keyfile=None if certificate is None else certificate.key,
    )
    scheme = "http" if certificate is None else "https"
    server = _Server(config, lambda bound: on_listening(f"{scheme}://{HOST}:{bound}"), stop)

    def end() -> None:
        server.should_exit = True

    if until_stdin_closes:
        _watch_stdin(asyncio.get_running_loop(), on_line, end)
    try:
        await server.serve()
    except SystemExit:
        raise CannotListen(f"cannot listen on {HOST}:{port}") from None


def _watch_stdin(
    loop: asyncio.AbstractEventLoop,
    on_line: Callable[[bytes], None] | None,
    on_end: Callable[[], None],
) -> None:
    """Call in the loop: ``on_line`` with what the parent says, ``on_end`` when it is gone."""

    def watch() -> None:
        rest = b""
        # The bare descriptor: a thread that waits in sys.stdin would hold its lock at exit.
        with contextlib.suppress(OSError, RuntimeError):
            while chunk := os.read(0, 4096):
                *lines, rest = (rest + chunk).split(b"\n")
                for line in lines:
                    if on_line is not None:
                        loop.call_soon_threadsafe(on_line, line)
                rest = rest[-_LINE_BYTES_MAX:]
        with contextlib.suppress(RuntimeError):  # The loop has ended by itself.
            loop.call_soon_threadsafe(on_end)

    threading.Thread(target=watch, name="stdin", daemon=True).start()
