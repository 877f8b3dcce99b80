"""Checks the log-in of a request, by itself: the signature scheme and Basic.

Sign = Base64 of the 64 lower-case hexadecimal characters of HMAC-SHA256, keyed with the SecretKey
as text, over TimeStamp + AccessId + body as received (1024/34213). Basic is Base64 of
``AccessId:SecretKey`` (1024/34672). Header names come in any case.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import re
from collections.abc import Iterable
from typing import Final

from .codes import AUTH, UNKNOWN_ACCESS_ID, Refusal
from .state import Application, World

RawHeaders = Iterable[tuple[bytes, bytes]]
"""Headers as ASGI gives them."""

_SECONDS: Final = re.compile(rb"[0-9]{1,12}")
_ACCESS_ID: Final = re.compile(rb"[0-9]{1,20}")


def authenticate(world: World, headers: RawHeaders, body: bytes, *, now: float) -> Application:
    """The application that the request's keys belong to. ``now``: seconds since 1970.

    Raises ``Refusal`` as ``LogIn`` does.
    """
    log_in = LogIn(world, headers)
    log_in.feed(body)
    return log_in.finish(now)


class LogIn:
    """The log-in of a request whose body comes in pieces.

    Raises ``Refusal``: 1008035 for an AccessId that is not of this service, 1008003 for everything
    else that is wrong with it. A wrong Basic header is refused at once, a signature at the end.
    """

    def __init__(self, world: World, headers: RawHeaders, *, upload: bool = False) -> None:
        self._signs_body = not upload or world.rules.upload_signed == "body"
        self._skew_s = world.rules.clock_skew_s
        self._signed: hmac.HMAC | None = None
        given = _credential_headers(headers)
        if b"authorization" in given:
            access_id, secret = _basic(given[b"authorization"])
            self._application = _application(world, access_id)
            if not hmac.compare_digest(self._secret(), secret):
                raise Refusal(AUTH)
            return
        try:
            access_id, self._timestamp = given[b"accessid"], given[b"timestamp"]
            self._sign = given[b"sign"]
        except KeyError:
            raise Refusal(AUTH) from None
        self._application = _application(world, access_id)
        self._signed = hmac.new(self._secret(), self._timestamp + access_id, hashlib.sha256)

    def _secret(self) -> bytes:
        return self._application.credentials.secret_key.encode()

    def feed(self, body: bytes) -> None:
        """Take in the next piece of the body."""
        if self._signed is not None and self._signs_body:
            self._signed.update(body)

    def finish(self, now: float) -> Application:
        """Whose request it was; ``now`` may be ``Rules.clock_skew_s`` from the time stamp."""
        if self._signed is None:
            return self._application
        digest = base64.b64encode(self._signed.hexdigest().encode())
        if not hmac.compare_digest(digest, self._sign):
            raise Refusal(AUTH)
        if _SECONDS.fullmatch(self._timestamp) is None:
            raise Refusal(AUTH)
        if abs(int(self._timestamp) - int(now)) > self._skew_s:
            raise Refusal(AUTH)
        return self._application


def _credential_headers(headers: RawHeaders) -> dict[bytes, bytes]:
    wanted = {b"authorization", b"accessid", b"timestamp", b"sign"}
    found: dict[bytes, bytes] = {}
    for name, value in headers:
        key = name.lower()
        if key in wanted:
            if key in found:
                raise Refusal(AUTH)  # Two of them: which one was meant?
            found[key] = value.strip()
    return found


def _basic(value: bytes) -> tuple[bytes, bytes]:
    scheme, _, encoded = value.partition(b" ")
    if scheme.lower() != b"basic":
        raise Refusal(AUTH)
    try:
        decoded = base64.b64decode(encoded.strip(), validate=True)
    except binascii.Error:
        raise Refusal(AUTH) from None
    access_id, colon, secret = decoded.partition(b":")
    if not colon:
        raise Refusal(AUTH)
    return access_id, secret


def _application(world: World, access_id: bytes) -> Application:
    if _ACCESS_ID.fullmatch(access_id) is None:
        raise Refusal(AUTH)
    application = world.application(access_id.decode())
    if application is None:
        raise Refusal(UNKNOWN_ACCESS_ID)
    return application
