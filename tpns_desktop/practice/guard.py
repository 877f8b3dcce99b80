"""Keeps out what does not come from a program on this machine, and bodies that never end.

A web page in a browser must not be able to push through the practice service: so the ``Host`` must
be the address itself, and anything that carries a browser's headers is refused. Bodies are read
up to a size and with patience for three idle seconds; what is behind gets them whole, an upload's
in pieces as they come. Chunked bodies and odd content types pass: clients in the field send them.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from http import HTTPStatus
from typing import Final

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

BODY_BYTES_MAX: Final = 1024 * 1024
UPLOAD_BYTES_MAX: Final = 101 * 1024 * 1024
UPLOAD_PATH: Final = "/v3/push/package/upload"
IDLE_S: Final = 3.0
_HEADERS_BYTES_MAX: Final = 64 * 1024

_BROWSER_HEADERS: Final = (b"origin", b"referer")
_BROWSER_PREFIX: Final = b"sec-fetch-"


class _Refused(Exception):
    def __init__(self, status: HTTPStatus) -> None:
        self.status = status


class _Gone(Exception):
    """The client left before its body was complete."""


class Guard:
    """ASGI middleware: 421, 403, 431, 413, 408 or 400, else the app with its body read."""

    def __init__(self, app: ASGIApp, idle_s: float = IDLE_S) -> None:
        self._app = app
        self._idle_s = idle_s

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or refuse it."""
        if scope["type"] != "http":
            return
        try:
            headers: Sequence[tuple[bytes, bytes]] = scope["headers"]
            _check_origin(headers, scope.get("server"), scope.get("scheme", "http"))
            upload = scope["path"] == UPLOAD_PATH
            most = UPLOAD_BYTES_MAX if upload else BODY_BYTES_MAX
            watched = _Watched(receive, _declared_length(headers, most), most, self._idle_s)
            if not upload:
                await self._app(scope, _replay(await watched.whole(), receive), send)
                return
            # Whatever is wrong with a body in pieces comes up through the app.
            await self._app(scope, watched, send)
        except _Gone:
            return
        except _Refused as refused:
            answer = PlainTextResponse(
                f"{refused.status.phrase}\n",
                status_code=refused.status,
                # What is left of the body is not read, so the connection cannot go on.
                headers={"connection": "close"},
            )
            await answer(scope, receive, send)


class _Watched:
    """A ``receive`` that counts and loses patience: raises ``_Refused`` or ``_Gone``."""

    def __init__(self, receive: Receive, declared: int | None, most: int, idle_s: float) -> None:
        self._receive = receive
        self._declared = declared
        self._most = most
        self._idle_s = idle_s
        self._size = 0
        self._complete = False

    async def __call__(self) -> Message:
        if self._complete:
            return await self._receive()
        try:
            async with asyncio.timeout(self._idle_s):
                message = await self._receive()
        except TimeoutError:
            raise _Refused(HTTPStatus.REQUEST_TIMEOUT) from None
        if message["type"] == "http.disconnect":
            raise _Gone
        self._size += len(message.get("body", b""))
        if self._size > self._most:
            raise _Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        self._complete = not message.get("more_body", False)
        if self._complete and self._declared is not None and self._declared != self._size:
            raise _Refused(HTTPStatus.BAD_REQUEST)
        return message

    async def whole(self) -> bytes:
        """All of the body."""
        chunks: list[bytes] = []
        while not self._complete:
            message = await self()
            chunks.append(message.get("body", b""))
        return b"".join(chunks)


def _check_origin(
    headers: Sequence[tuple[bytes, bytes]], server: tuple[str, int | None] | None, scheme: str
) -> None:
    port = server[1] if server is not None else None
    own = {f"127.0.0.1:{port}".encode()} if port else {b"127.0.0.1"}
    if port == (443 if scheme == "https" else 80):
        own.add(b"127.0.0.1")
    hosts = [value for name, value in headers if name.lower() == b"host"]
    if len(hosts) != 1 or hosts[0] not in own:
        raise _Refused(HTTPStatus.MISDIRECTED_REQUEST)
    if sum(len(name) + len(value) for name, value in headers) > _HEADERS_BYTES_MAX:
        # The server's own limit is of headers that have not ended yet.
        raise _Refused(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)
    for name, _value in headers:
        lowered = name.lower()
        if lowered in _BROWSER_HEADERS or lowered.startswith(_BROWSER_PREFIX):
            raise _Refused(HTTPStatus.FORBIDDEN)


def _declared_length(headers: Sequence[tuple[bytes, bytes]], most: int) -> int | None:
    values = {value for name, value in headers if name.lower() == b"content-length"}
    if not values:
        return None
    if len(values) > 1:
        raise _Refused(HTTPStatus.BAD_REQUEST)
    value = values.pop()
    if not value.isdigit() or len(value) > 12:
        raise _Refused(HTTPStatus.BAD_REQUEST)
    length = int(value)
    if length > most:
        raise _Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    return length


def _replay(body: bytes, receive: Receive) -> Receive:
    """A ``receive`` that gives the whole body once, then what the server says."""
    waiting = [body]

    async def replayed() -> Message:
        if waiting:
            return {"type": "http.request", "body": waiting.pop(), "more_body": False}
        return await receive()

    return replayed
