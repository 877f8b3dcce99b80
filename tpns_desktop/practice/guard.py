"""Keeps out what does not come from a program on this machine, and bodies that never end.

A web page in a browser must not be able to push through the practice service: so the ``Host`` must
be the address itself, and anything that carries a browser's headers is refused. Bodies are read
here once, up to a size and with patience for three idle seconds; what is behind gets them whole.
Chunked bodies and odd content types pass: clients in the field send them.
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

_BROWSER_HEADERS: Final = (b"origin", b"referer")
_BROWSER_PREFIX: Final = b"sec-fetch-"


class _Refused(Exception):
    def __init__(self, status: HTTPStatus) -> None:
        self.status = status


class _Gone(Exception):
    """The client left before its body was complete."""


class Guard:
    """ASGI middleware: 421, 403, 413, 408 or 400, else the app with its body read."""

    def __init__(self, app: ASGIApp, idle_s: float = IDLE_S) -> None:
        self._app = app
        self._idle_s = idle_s

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or refuse it."""
        if scope["type"] != "http":
            return
        try:
            headers: Sequence[tuple[bytes, bytes]] = scope["headers"]
            _check_origin(headers, scope.get("server"))
            most = UPLOAD_BYTES_MAX if scope["path"] == UPLOAD_PATH else BODY_BYTES_MAX
            body = await self._read(receive, _declared_length(headers, most), most)
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
            return
        await self._app(scope, _replay(body, receive), send)

    async def _read(self, receive: Receive, declared: int | None, most: int) -> bytes:
        chunks: list[bytes] = []
        size = 0
        while True:
            try:
                message = await asyncio.wait_for(receive(), self._idle_s)
            except TimeoutError:
                raise _Refused(HTTPStatus.REQUEST_TIMEOUT) from None
            if message["type"] == "http.disconnect":
                raise _Gone
            chunk: bytes = message.get("body", b"")
            chunks.append(chunk)
            size += len(chunk)
            if size > most:
                raise _Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            if not message.get("more_body", False):
                break
        if declared is not None and declared != size:
            raise _Refused(HTTPStatus.BAD_REQUEST)
        return b"".join(chunks)


def _check_origin(
    headers: Sequence[tuple[bytes, bytes]], server: tuple[str, int | None] | None
) -> None:
    port = server[1] if server is not None else None
    own = {f"127.0.0.1:{port}".encode()} if port else {b"127.0.0.1"}
    if port == 80:
        own.add(b"127.0.0.1")
    hosts = [value for name, value in headers if name.lower() == b"host"]
    if len(hosts) != 1 or hosts[0] not in own:
        raise _Refused(HTTPStatus.MISDIRECTED_REQUEST)
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
