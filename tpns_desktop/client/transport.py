"""How one request travels: connections, limits, the deadline, and what a failure proves.

Owns the rule of sending.md 2.3. httpx raises the same exception whether or not the server has the
body, so nothing is concluded from exceptions: httpcore tells, through its trace, when it begins
to write the request, and only a POST that never began is `NotSent`. Everything after that moment
is `MaybeSent` (for a question that changes nothing: `BadAnswer`), half a body included.

A push gets a connection of its own: HTTP/1.1, closed after the answer, no redirect (a 307 would
post the body twice), no retry, no compressed answer. Questions and plans share one client.
What was seen on the wire is `attempt`'s to keep, what an answer says `answers`' to read; who is
asking is `credentials`', through which proxy `proxies`', and whom to trust `trust`'s.

A transport that is handed in (httpx's ``MockTransport``, ``ASGITransport``) is not watched by
httpcore, so there every failure counts as begun.
"""

from __future__ import annotations

import asyncio
import logging
import ssl
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC
from email.utils import parsedate_to_datetime
from pathlib import Path

import httpx

from tpns_desktop import __version__
from tpns_desktop.client.attempt import Attempt
from tpns_desktop.client.credentials import Signer
from tpns_desktop.client.endpoints import is_loopback
from tpns_desktop.client.errors import BadAnswer, ClientError, KeyRefused, MaybeSent, NotSent
from tpns_desktop.client.network import NONE, Network, NetworkSource
from tpns_desktop.client.proxies import AddressProblem, proxy_for
from tpns_desktop.client.signing import proxy_login
from tpns_desktop.client.trust import CaFileProblem, tls_context
from tpns_desktop.client.upload import FileBody

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


_DIRECT = Network(NONE)


@dataclass(frozen=True, slots=True)
class _Request:
    """One POST, before it becomes httpx's. Never shown: its body is the caller's affair."""

    path: str
    content: bytes | FileBody = field(repr=False)
    credentials: Signer
    headers: Mapping[str, str]
    """Beside those of `_HEADERS`, or in their place."""
    timeouts: httpx.Timeout
    deadline_s: float
    any_status: bool = False
    """Whether an answer counts whatever its HTTP status says."""


def require_seconds(deadline_s: float) -> None:
    """Raise ``ValueError`` for what is no deadline."""
    if not 0 < deadline_s < float("inf"):
        raise ValueError("deadline_s is a positive number of seconds")


class Wire:
    """Posts bytes to one address, and knows afterwards whether they may have left.

    `base_url` is taken as checked by `endpoints`; plain http to anywhere but this machine is
    refused here once more, by `ValueError`. `network` is asked for at the first connection, and not
    at all for plain http: practice knows neither proxies nor the environment. `tls` makes the
    context for https from the network's file of certificates.
    """

    clock_skew_s: float | None
    """This computer's clock minus the service's, in seconds, by the ``Date`` header of the last
    answer (which has whole seconds only); ``None`` until one came."""

    def __init__(
        self,
        base_url: str,
        credentials: Signer,
        *,
        clock: Callable[[], float],
        deadline_s: float = DEADLINE_S,
        network: NetworkSource = _DIRECT,
        transport: httpx.AsyncBaseTransport | None = None,
        timeouts: httpx.Timeout = TIMEOUTS,
        tls: Callable[[Path | None], ssl.SSLContext] = tls_context,
    ) -> None:
        require_seconds(deadline_s)
        url = httpx.URL(base_url)
        if url.scheme != "https" and not is_loopback(base_url):
            raise ValueError("plain http goes to this machine only")
        quiet_loggers()
        self.clock_skew_s = None
        self._base_url = base_url
        self._credentials = credentials
        self._clock = clock
        self._deadline_s = deadline_s
        self._host = url.host
        self._encrypted = url.scheme == "https"
        self._network = network
        self._transport = transport
        self._timeouts = timeouts
        self._make_tls = tls
        self._shared: httpx.AsyncClient | None = None

    async def push(self, path: str, body: bytes) -> bytes:
        """Post once on a connection of its own; the bytes of an HTTP 200 answer.

        Raises `NotSent` or `MaybeSent`. A cancelled call proves nothing: treat it as `MaybeSent`.
        """
        return await self._post(self._json(path, body), MaybeSent, PUSH_ANSWER_BYTES_MAX, own=True)

    async def change(self, path: str, body: bytes) -> bytes:
        """As `push`: for what is not a push and yet must not happen twice.

        On a shared connection, bytes behind one answer would pass for the answer to the next.
        """
        return await self._post(self._json(path, body), MaybeSent, PUSH_ANSWER_BYTES_MAX, own=True)

    async def ask(self, path: str, body: bytes) -> bytes:
        """Post a question that changes nothing. Raises `NotSent` or `BadAnswer`."""
        return await self._post(self._json(path, body), BadAnswer, READ_ANSWER_BYTES_MAX)

    async def ask_cloud(self, body: bytes, headers: Mapping[str, str]) -> bytes:
        """As `ask`, of a service that tells by headers what is asked and by the body how it went.

        The HTTP status does not count there (tencent-cloud-sms.md 3).
        """
        sent = _Request(
            "/", body, self._credentials, headers, self._timeouts, self._deadline_s, any_status=True
        )
        return await self._post(sent, BadAnswer, READ_ANSWER_BYTES_MAX)

    async def upload(
        self,
        path: str,
        body: FileBody,
        credentials: Signer,
        *,
        timeouts: httpx.Timeout,
        deadline_s: float,
    ) -> bytes:
        """Post a file once on a connection of its own, as `credentials` and not the wire's.

        Raises `NotSent` or `BadAnswer`; why a body stopped by itself stands in the body.
        """
        headers = {"Content-Type": body.content_type, "Content-Length": str(body.length)}
        request = _Request(path, body, credentials, headers, timeouts, deadline_s)
        return await self._post(request, BadAnswer, PUSH_ANSWER_BYTES_MAX, own=True)

    async def aclose(self) -> None:
        """Close the shared connections. May be called twice."""
        shared, self._shared = self._shared, None
        if shared is not None:
            await shared.aclose()

    def _json(self, path: str, body: bytes) -> _Request:
        return _Request(path, body, self._credentials, {}, self._timeouts, self._deadline_s)

    async def _post(
        self,
        sent: _Request,
        begun: type[MaybeSent] | type[BadAnswer],
        answer_bytes_max: int,
        *,
        own: bool = False,
    ) -> bytes:
        request = f"POST {sent.path}"
        attempt = Attempt(self._host, watched=self._transport is None)
        failure: ClientError | None = None
        try:
            async with asyncio.timeout(sent.deadline_s):
                if own and self._transport is None:
                    async with await self._client(own=True) as client:
                        await self._travel(client, sent, attempt, answer_bytes_max)
                else:
                    if self._shared is None:
                        made = await self._client(own=False)
                        # Another question may have been quicker.
                        self._shared = self._shared or made
                    await self._travel(self._shared, sent, attempt, answer_bytes_max)
        except KeyRefused as error:
            failure = KeyRefused(error.reason, error.problem, request)
        except NotSent as error:
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
        sent: _Request,
        attempt: Attempt,
        answer_bytes_max: int,
    ) -> None:
        async with client.stream(
            "POST",
            self._base_url + sent.path,
            content=sent.content,
            headers=sent.headers,
            auth=sent.credentials,
            follow_redirects=False,
            timeout=sent.timeouts,
            extensions={"trace": attempt.trace},
        ) as response:
            attempt.status = response.status_code
            self._note_date(response.headers.get("Date"))
            attempt.fault = _fault_of_head(response, answer_bytes_max, sent.any_status)
            if attempt.fault:
                return
            answer = bytearray()
            async for chunk in _chunks(response):
                answer += chunk
                if len(answer) > answer_bytes_max:
                    attempt.fault = "answer_too_large"
                    return
            attempt.answer = sent.credentials.hidden_in(bytes(answer), response.request)

    async def _client(self, *, own: bool) -> httpx.AsyncClient:
        """A client; `own` for exactly one request. Raises `NotSent`."""
        network = await self._resolved()
        return httpx.AsyncClient(
            headers=_HEADERS | ({"Connection": "close"} if own else {}),
            verify=self._context(network),
            http1=True,
            http2=False,
            proxy=self._proxy(network),
            # The environment has been read, where it may be; httpx would read it in its own way.
            trust_env=False,
            transport=self._transport,
            limits=httpx.Limits(
                max_connections=1 if own else SHARED_CONNECTIONS_MAX,
                max_keepalive_connections=0 if own else SHARED_CONNECTIONS_MAX,
            ),
            timeout=self._timeouts,
        )

    async def _resolved(self) -> Network:
        # httpx would pass a handed-in transport by in favour of the proxy.
        if not self._encrypted or self._transport is not None:
            return _DIRECT
        return self._network if isinstance(self._network, Network) else await self._network()

    def _context(self, network: Network) -> ssl.SSLContext:
        if not self._encrypted:
            # Never used; it keeps httpx from loading a store of certificates for plain http, and
            # should it ever be used, it trusts nobody.
            return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        try:
            return self._make_tls(network.ca_file)
        except CaFileProblem:
            raise NotSent("ca_file") from None
        except Exception:
            raise NotSent("tls") from None

    def _proxy(self, network: Network) -> httpx.Proxy | None:
        try:
            proxy = proxy_for(network, self._host)
        except AddressProblem as problem:
            other_kind = problem.reason in ("socks", "pac", "kind")
            raise NotSent("proxy_kind" if other_kind else "proxy_address") from None
        if proxy is None:
            return None
        login = proxy_login(proxy.user, proxy.password) if proxy.user else None
        return httpx.Proxy(proxy.url, auth=login)

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


async def _chunks(response: httpx.Response) -> AsyncIterator[bytes]:
    """The answer's bytes as they travelled, never inflated."""
    if response.is_stream_consumed:
        # An answer that a MockTransport made whole.
        yield response.content
        return
    async for chunk in response.aiter_raw():
        yield chunk


def _fault_of_head(response: httpx.Response, answer_bytes_max: int, any_status: bool) -> str:
    if response.status_code != 200 and not any_status:
        return "http_status"
    if response.headers.get("Content-Encoding", "identity").strip().lower() not in ("", "identity"):
        return "encoding"
    # Refused before it is read; a length that is a lie is met by the count while reading.
    length = response.headers.get("Content-Length", "")
    if length.isdecimal() and int(length) > answer_bytes_max:
        return "answer_too_large"
    return ""
