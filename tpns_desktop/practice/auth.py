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

    Raises ``Refusal``: 1008035 for an AccessId that is not of this service, 1008003 for everything
    else that is wrong with the log-in (also a clock more than ``Rules.clock_skew_s`` off).
    """
    given = _credential_headers(headers)
    if b"authorization" in given:
        access_id, secret = _basic(given[b"authorization"])
        application = _application(world, access_id)
        if not hmac.compare_digest(application.credentials.secret_key.encode(), secret):
            raise Refusal(AUTH)
        return application
    try:
        access_id, timestamp = given[b"accessid"], given[b"timestamp"]
        sign = given[b"sign"]
    except KeyError:
        raise Refusal(AUTH) from None
    application = _application(world, access_id)
    secret = application.credentials.secret_key.encode()
    digest = hmac.new(secret, timestamp + access_id + body, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(base64.b64encode(digest.encode()), sign):
        raise Refusal(AUTH)
    if _SECONDS.fullmatch(timestamp) is None:
        raise Refusal(AUTH)
    if abs(int(timestamp) - int(now)) > world.rules.clock_skew_s:
        raise Refusal(AUTH)
    return application


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
