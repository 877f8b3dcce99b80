"""What was seen of one request on its way, and the reason a person is told when it failed.

Owns reading httpcore's trace (its documentation, "Request extensions", ``trace``). In the order in
which they come, with httpcore 1.0.9, for a POST over https through a proxy::

    connection.connect_tcp.started, .complete              to the proxy
    http11.send_request_headers.started, .complete         CONNECT: nothing of ours but a name
    http11.send_request_body.…, receive_response_headers.… its answer
    proxy.start_tls.started, .complete                     with the service, inside the tunnel
    http11.send_request_headers.started                    POST: from here on a byte may have left

Without a proxy the second and third line are missing and the fourth says ``connection.start_tls``.
A test compares this with what httpcore really does.
"""

from __future__ import annotations

import contextlib
import socket
import ssl
from collections.abc import Mapping
from typing import Any, Final

import httpx

_LOGIN_WANTED: Final = 407


class Attempt:
    """One request: whether it may have left, its answer, its fault.

    `host` is whom it is meant for. A request that is not `watched` counts as begun.
    """

    def __init__(self, host: str, *, watched: bool) -> None:
        self.begun = not watched
        """Whether a byte of the POST may have left."""
        self.answer: bytes | None = None
        """A complete answer with HTTP 200."""
        self.fault = ""
        """Why there is none."""
        self.status: int | None = None
        self._host = host
        self._by_proxy = False
        self._tunnel = False
        self._tunnel_status: int | None = None
        self._tls = False
        self._stream: Any = None

    async def trace(self, event: str, info: Mapping[str, Any]) -> None:
        """Take note of one event."""
        if event.endswith("connect_tcp.started"):
            self._by_proxy = info.get("host") != self._host
        elif event.endswith("connect_tcp.complete"):
            self._stream = info.get("return_value")
        elif event.endswith("start_tls.started"):
            self._tls = True
        elif event.startswith("http") and event.endswith(".started"):
            # The first is send_request_headers.started, before the first byte is written. Any
            # other event of the POST would count as well, should httpcore ever rename that one.
            # CONNECT is the proxy's business: it carries neither body nor signature.
            method = getattr(info.get("request"), "method", b"")
            if method == b"POST":
                self.begun = True
            elif method == b"CONNECT":
                self._tunnel = True
        elif event.endswith("receive_response_headers.complete") and not self.begun:
            self._tunnel_status = _status_in(info.get("return_value"))

    async def drop_unused(self) -> None:
        """Close a socket on which nothing was begun.

        httpcore (1.0.9) leaves it open when a TLS handshake is cancelled, as the deadline does.
        """
        if self._stream is not None and not self.begun:
            with contextlib.suppress(Exception):
                await self._stream.aclose()

    def reason_of(self, error: Exception) -> str:
        """A stable id for `error`. A help to a person; the verdict does not depend on it."""
        return _reason_once_begun(error) if self.begun else self._reason_before(error)

    def _reason_before(self, error: Exception) -> str:
        if isinstance(error, httpx.PoolTimeout):
            return "pool_timeout"
        if not isinstance(error, httpx.TransportError):
            return "failed"
        if self._tls:
            beneath = _beneath(error, ssl.SSLCertVerificationError)
            late = isinstance(error, httpx.TimeoutException)
            return "certificate" if beneath else "connect_timeout" if late else "tls"
        if self._tunnel:
            return "proxy_login" if self._tunnel_status == _LOGIN_WANTED else "proxy"
        if self._by_proxy:
            return "proxy_unreachable"
        if isinstance(error, httpx.TimeoutException):
            return "connect_timeout"
        return reason_of_connect(error)


def reason_of_connect(error: BaseException) -> str:
    """Why no connection came about, by the operating system's own error."""
    if _beneath(error, socket.gaierror):
        return "dns"
    if _beneath(error, ssl.SSLCertVerificationError):
        return "certificate"
    if _beneath(error, ssl.SSLError):
        return "tls"
    if _beneath(error, ConnectionRefusedError):
        return "refused_connection"
    return "no_connection"


def _reason_once_begun(error: Exception) -> str:
    match error:
        case httpx.WriteTimeout():
            return "write_timeout"
        case httpx.TimeoutException():
            return "read_timeout"
        case httpx.TransportError() | httpx.StreamError():
            return "cut"
    return "failed"


def _status_in(return_value: object) -> int | None:
    # (version, status, phrase, headers)
    match return_value:
        case (_, int(status), *_):
            return status
    return None


def _beneath(error: BaseException, kind: type[BaseException]) -> bool:
    """Whether an error of this kind lies beneath what the libraries made of it."""
    waiting: list[BaseException] = [error]
    seen: list[BaseException] = []
    while waiting:
        current = waiting.pop()
        if current in seen:
            continue
        seen.append(current)
        if isinstance(current, kind):
            return True
        if isinstance(current, BaseExceptionGroup):
            waiting.extend(current.exceptions)
        waiting.extend(e for e in (current.__cause__, current.__context__) if e is not None)
    return False
