"""One connection of the practice server: few at a time, and none that only sits there.

uvicorn limits the time between requests but not before the first one, and keeps whoever came first.
Here a connection that sends nothing for three seconds while it owes a request is closed, and one
too many takes the place of the longest idle, so a program that means it is always served.
"""

from __future__ import annotations

import asyncio
from typing import Any, Final

from uvicorn.config import Config
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

from .guard import IDLE_S

CONNECTIONS_MAX: Final = 16


class LimitedProtocol(H11Protocol):
    """HTTP/1.1 by h11, with an idle time-out from the first moment and a cap on connections."""

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self._idle_since = self.loop.time()
        self._idle_timer: asyncio.TimerHandle | None = None

    @property
    def busy(self) -> bool:
        """Whether a request is being answered; its body's patience is the guard's."""
        return self.cycle is not None and not self.cycle.response_complete

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take the connection in, at the cost of the longest idle one if there are too many."""
        super().connection_made(transport)
        self._wait()
        others = [other for other in self.connections if isinstance(other, LimitedProtocol)]
        if len(others) > CONNECTIONS_MAX:
            idle = [other for other in others if other is not self and not other.busy]
            victim = min(idle, key=lambda other: other._idle_since) if idle else self
            victim._drop()

    def data_received(self, data: bytes) -> None:
        """Something came: patience begins anew."""
        self._wait()
        super().data_received(data)

    def on_response_complete(self) -> None:
        """Wait for the next request."""
        self._wait()
        super().on_response_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the connection."""
        if self._idle_timer is not None:
            self._idle_timer.cancel()
            self._idle_timer = None
        self.connections.discard(self)
        super().connection_lost(exc)

    def _wait(self) -> None:
        self._idle_since = self.loop.time()
        if self._idle_timer is not None:
            self._idle_timer.cancel()
        self._idle_timer = self.loop.call_later(IDLE_S, self._on_idle)

    def _on_idle(self) -> None:
        self._idle_timer = None
        if not self.busy:
            self._drop()

    def _drop(self) -> None:
        self.connections.discard(self)
        if not self.transport.is_closing():
            self.transport.close()
