"""How one request travels: connections, limits, the deadline, and what a failure proves.

Owns the rule of sending.md 2.3. httpx raises the same exception whether or not the server has the
body, so nothing is concluded from exceptions: httpcore tells, through its trace, when it begins
to write the request, and only a POST that never began is `NotSent`. Everything after that moment
is `MaybeSent` (for a question that changes nothing: `BadAnswer`), half a body included.

A push gets a connection of its own: HTTP/1.1, closed after the answer, no redirect (a 307 would
post the body twice), no retry, no compressed answer. Questions and plans share one client.
What an answer says is `answers`' to read; who is asking is `credentials`'.

A transport that is handed in (httpx's ``MockTransport``, ``ASGITransport``) is not watched by
httpcore, so there every failure counts as begun.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
import ssl
from collections.abc import AsyncIterator, Callable, Mapping
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import Any

import httpx
import truststore

from tpns_desktop import __version__
from tpns_desktop.client.credentials import Credentials
from tpns_desktop.client.errors import BadAnswer, ClientError, KeyRefused, MaybeSent, NotSent

CONNECT_TIMEOUT_S = 10.0
"""To reach the service, TLS included; as in the official Java SDK (tpns-rest.md 2)."""
WRITE_TIMEOUT_S = 10.0
"""For one write. A body has at most some tens of kilobytes."""
READ_TIMEOUT_S = 20.0
"""For one read. Longer than the SDK's 10 s: an answer missed leaves a push unknown."""
POOL_TIMEOUT_S = 10.0
"""For a free connection of the shared client."""
TIMEOUTS = httpx.Timeout(
    connect=CONNECT_TIMEOUT_S,
    write=WRITE_TIMEOUT_S,
    read=READ_TIMEOUT_S,
    pool=POOL_TIMEOUT_S,
)
DEADLINE_S = 30.0
"""From the call to the last byte (sending.md 2.3): the time-outs above start anew at each read, so
a service that drips one byte at a time would never meet them."""

PUSH_ANSWER_BYTES_MAX = 64 * 1024
"""Of a push's or a plan's answer (sending.md 0)."""
READ_ANSWER_BYTES_MAX = 16 * 1024 * 1024
"""Of a question's: 200 records, each with a list of 1,000 targets, come to about 8 MiB."""

SHARED_CONNECTIONS_MAX = 4

_HEADERS = {
    "User-Agent": f"tpns-desktop/{__version__}",
    "Accept": "application/json",
    # httpx would inflate whatever comes: 200 KB on the wire became 200 MB (sending.md 2.3).
    "Accept-Encoding": "identity",
    "Content-Type": "application/json",
}


def quiet_loggers() -> None:
    """Keep httpx's and httpcore's loggers at WARNING or above.

    Below it httpx prints whole addresses and httpcore the headers of answers (sending.md 4).
    Called by every `Wire`; a stricter level that somebody set is left alone.
    """
    for name in ("httpx", "httpcore"):
        logger = logging.getLogger(name)
        if logger.level < logging.WARNING:
            logger.setLevel(logging.WARNING)


def system_tls() -> ssl.SSLContext:
    """A context that trusts what this computer trusts; there is no switch to trust more."""
    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


class Wire:
    """Posts bytes to one address, and knows afterwards whether they may have left.

    `base_url` is taken as checked by `endpoints`. `trust_env` lets the system's proxies be used.
    `tls` makes the context for https, at the first connection.
    """

    clock_skew_s: float | None
    """This computer's clock minus the service's, in seconds, by the ``Date`` header of the last
    answer (which has whole seconds only); ``None`` until one came."""

    def __init__(
        self,
        base_url: str,
        credentials: Credentials,
        *,
        clock: Callable[[], float],
        deadline_s: float = DEADLINE_S,
        trust_env: bool = False,
        transport: httpx.AsyncBaseTransport | None = None,
        timeouts: httpx.Timeout = TIMEOUTS,
        tls: Callable[[], ssl.SSLContext] = system_tls,
    ) -> None:
        if not 0 < deadline_s < float("inf"):
            raise ValueError("deadline_s is a positive number of seconds")
        quiet_loggers()
        self.clock_skew_s = None
        self._base_url = base_url
        self._credentials = credentials
        self._clock = clock
        self._deadline_s = deadline_s
        self._trust_env = trust_env
        self._transport = transport
        self._timeouts = timeouts
        self._make_tls = tls
        self._tls: ssl.SSLContext | None = None
        self._shared: httpx.AsyncClient | None = None

    async def push(self, path: str, body: bytes) -> bytes:
        """Post once on a connection of its own; the bytes of an HTTP 200 answer.

        Raises `NotSent` or `MaybeSent`. A cancelled call proves nothing: treat it as `MaybeSent`.
        """
        return await self._post(path, body, MaybeSent, PUSH_ANSWER_BYTES_MAX, own=True)

    async def change(self, path: str, body: bytes) -> bytes:
        """As `push`, on the shared client: for what is not a push and yet must not happen twice."""
        return await self._post(path, body, MaybeSent, PUSH_ANSWER_BYTES_MAX)

    async def ask(self, path: str, body: bytes) -> bytes:
        """Post a question that changes nothing. Raises `NotSent` or `BadAnswer`."""
        return await self._post(path, body, BadAnswer, READ_ANSWER_BYTES_MAX)

    async def aclose(self) -> None:
        """Close the shared connections. May be called twice."""
        shared, self._shared = self._shared, None
        if shared is not None:
            await shared.aclose()

    async def _post(
        self,
        path: str,
        body: bytes,
        begun: type[MaybeSent] | type[BadAnswer],
        answer_bytes_max: int,
        *,
        own: bool = False,
    ) -> bytes:
        request = f"POST {path}"
        attempt = _Attempt(watched=self._transport is None)
        failure: ClientError | None = None
        try:
            async with asyncio.timeout(self._deadline_s):
                if own and self._transport is None:
                    async with self._client(own=True) as client:
                        await self._travel(client, path, body, attempt, answer_bytes_max)
                else:
                    if self._shared is None:
                        self._shared = self._client(own=False)
                    await self._travel(self._shared, path, body, attempt, answer_bytes_max)
        except KeyRefused as error:
            failure = KeyRefused(error.reason, error.problem, request)
        except _NoClient as error:
            failure = NotSent(error.reason, request)
        except TimeoutError:
            attempt.fault = attempt.fault or "deadline"
        # Whatever else it is, an answer must be given to "was it sent?", and the trace has it.
        except Exception as error:
            attempt.fault = attempt.fault or attempt.reason_of(error)
        finally:
            await attempt.drop_unused()
        # Raised out here, so that the lower exception is not even its context: it may hold headers.
        if failure is not None:
            raise failure
        # Once complete, an answer stands, even if closing the connection failed.
        if attempt.answer is not None:
            return attempt.answer
        if attempt.begun:
            raise begun(attempt.fault or "failed", request, status=attempt.status)
        raise NotSent(attempt.fault or "failed", request)

    async def _travel(
        self,
        client: httpx.AsyncClient,
        path: str,
        body: bytes,
        attempt: _Attempt,
        answer_bytes_max: int,
    ) -> None:
        async with client.stream(
            "POST",
            self._base_url + path,
            content=body,
            auth=self._credentials,
            follow_redirects=False,
            extensions={"trace": attempt.trace},
        ) as response:
            attempt.status = response.status_code
            self._note_date(response.headers.get("Date"))
            attempt.fault = _fault_of_head(response, answer_bytes_max)
            if attempt.fault:
                return
            answer = bytearray()
            async for chunk in _chunks(response):
                answer += chunk
                if len(answer) > answer_bytes_max:
                    attempt.fault = "answer_too_large"
                    return
            attempt.answer = self._credentials.hidden_in(bytes(answer), response.request)

    def _client(self, *, own: bool) -> httpx.AsyncClient:
        """A client; `own` for exactly one request. Raises `_NoClient`."""
        try:
            tls = self._context()
        except Exception:
            raise _NoClient("tls") from None
        headers = _HEADERS | ({"Connection": "close"} if own else {})
        try:
            return httpx.AsyncClient(
                headers=headers,
                verify=tls,
                http1=True,
                http2=False,
                trust_env=self._trust_env,
                transport=self._transport,
                limits=httpx.Limits(
                    max_connections=1 if own else SHARED_CONNECTIONS_MAX,
                    max_keepalive_connections=0 if own else SHARED_CONNECTIONS_MAX,
                ),
                timeout=self._timeouts,
            )
        except (ImportError, ValueError, TypeError, httpx.InvalidURL):
            # A proxy in the environment that httpx cannot use (SOCKS without its package, an odd
            # address). Its text holds the address, password included.
            raise _NoClient("proxy") from None

    def _context(self) -> ssl.SSLContext:
        if self._tls is None:
            if self._base_url.startswith("https://"):
                self._tls = self._make_tls()
            else:
                # Never used; it keeps httpx from loading a store of certificates for plain http,
                # and should it ever be used, it trusts nobody.
                self._tls = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        return self._tls

    def _note_date(self, date: str | None) -> None:
        if date is None:
            return
        try:
            sent_at = parsedate_to_datetime(date)
            # Without a zone Python would read it as local time; HTTP dates are UTC.
            service_s = sent_at.replace(tzinfo=sent_at.tzinfo or UTC).timestamp()
        except (ValueError, OverflowError):
            return
        self.clock_skew_s = self._clock() - service_s


class _NoClient(Exception):
    """No connection could even be tried."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class _Attempt:
    """What was seen of one request."""

    def __init__(self, *, watched: bool) -> None:
        self.begun = not watched
        """Whether a byte of the POST may have left."""
        self.answer: bytes | None = None
        """A complete answer with HTTP 200."""
        self.fault = ""
        """Why there is none."""
        self.status: int | None = None
        self._tunnel = False
        self._tls = False
        self._stream: Any = None

    async def trace(self, event: str, info: Mapping[str, Any]) -> None:
        """One call an event (httpcore's documentation, "Request extensions", ``trace``)."""
        if event.endswith("connect_tcp.complete"):
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

    async def drop_unused(self) -> None:
        """Close a socket on which nothing was begun.

        httpcore (1.0.9) leaves it open when a TLS handshake is cancelled, as the deadline does.
        """
        if self._stream is not None and not self.begun:
            with contextlib.suppress(Exception):
                await self._stream.aclose()

    def reason_of(self, error: Exception) -> str:
        """A stable id for `error`. A help to a person; the verdict does not depend on it."""
        if not self.begun:
            if isinstance(error, httpx.PoolTimeout):
                return "pool_timeout"
            if isinstance(error, httpx.ProxyError) or (self._tunnel and not self._tls):
                return "proxy"
            if isinstance(error, httpx.TimeoutException):
                return "connect_timeout"
            if isinstance(error, httpx.TransportError):
                return "tls" if self._tls else _reason_of_connect(error)
            return "failed"
        match error:
            case httpx.WriteTimeout():
                return "write_timeout"
            case httpx.TimeoutException():
                return "read_timeout"
            case httpx.TransportError() | httpx.StreamError():
                return "cut"
        return "failed"


async def _chunks(response: httpx.Response) -> AsyncIterator[bytes]:
    """The answer's bytes as they travelled, never inflated."""
    if response.is_stream_consumed:
        # An answer that a MockTransport made whole.
        yield response.content
        return
    async for chunk in response.aiter_raw():
        yield chunk


def _fault_of_head(response: httpx.Response, answer_bytes_max: int) -> str:
    if response.status_code != 200:
        return "http_status"
    if response.headers.get("Content-Encoding", "identity").strip().lower() not in ("", "identity"):
        return "encoding"
    # Refused before it is read; a length that is a lie is met by the count while reading.
    length = response.headers.get("Content-Length", "")
    if length.isdecimal() and int(length) > answer_bytes_max:
        return "answer_too_large"
    return ""


def _reason_of_connect(error: BaseException) -> str:
    """Look for the operating system's own error beneath what the libraries made of it."""
    waiting: list[BaseException] = [error]
    seen: list[BaseException] = []
    while waiting:
        current = waiting.pop()
        if current in seen:
            continue
        seen.append(current)
        if isinstance(current, socket.gaierror):
            return "dns"
        if isinstance(current, ssl.SSLError):
            return "tls"
        if isinstance(current, ConnectionRefusedError):
            return "refused_connection"
        if isinstance(current, BaseExceptionGroup):
            waiting.extend(current.exceptions)
        waiting.extend(e for e in (current.__cause__, current.__context__) if e is not None)
    return "no_connection"
