"""TC3-HMAC-SHA256, by which Tencent Cloud knows who is asking: what is signed, and httpx's hook.

Owns the canonical request and the string to sign, as pure functions; the keys themselves are looked
into by `signing` alone. Signed are ``content-type`` and ``host``, as Tencent's own SDK does, and
the very bytes of the body. Source: tencent-cloud-sms.md 4.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Generator, Mapping
from datetime import UTC, datetime
from typing import Final

import httpx

from tpns_desktop.client import signing
from tpns_desktop.client.credentials import Signer
from tpns_desktop.model.secret import Secret

ALGORITHM: Final = "TC3-HMAC-SHA256"
SIGNED: Final = ("content-type", "host")
"""Names of the headers that are signed."""


def scope(timestamp: int, service: str) -> str:
    """``date/service/tc3_request``; the date is UTC's, never this computer's."""
    day = datetime.fromtimestamp(timestamp, UTC).strftime("%Y-%m-%d")
    return f"{day}/{service}/tc3_request"


def signed_names(headers: Mapping[str, str]) -> str:
    """The names of `headers`, as the signature lists them."""
    return ";".join(sorted(name.lower() for name in headers))


def canonical_request(headers: Mapping[str, str], body: bytes, method: str = "POST") -> str:
    """The request in the one form that is hashed: path ``/``, no query, `headers` as signed."""
    lines = {name.strip().lower(): value.strip().lower() for name, value in headers.items()}
    block = "".join(f"{name}:{lines[name]}\n" for name in sorted(lines))
    return "\n".join([method, "/", "", block, signed_names(headers), _hashed(body)])


def string_to_sign(timestamp: int, service: str, canonical: str) -> str:
    """Algorithm, Unix time, scope and the hash of the canonical request."""
    hashed = _hashed(canonical.encode("utf-8"))
    return "\n".join([ALGORITHM, str(timestamp), scope(timestamp, service), hashed])


def _hashed(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


class CloudCredentials(Signer):
    """Signs each request it is given, over the bytes that request really carries.

    `clock` returns Unix time in seconds; it is asked anew for every request.
    """

    requires_request_body = True

    def __init__(
        self, secret_id: Secret, secret_key: Secret, service: str, clock: Callable[[], float]
    ) -> None:
        self._secret_id = secret_id
        self._secret_key = secret_key
        self._service = service
        self._clock = clock

    def check(self) -> None:
        """Raise `KeyRefused` if no header could be made of these."""
        signing.require_usable_pair(self._secret_id, self._secret_key)

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """The hook: add time and signature, then let the request go, once."""
        now_s = int(self._clock())
        headers = {name: request.headers[name] for name in SIGNED}
        canonical = canonical_request(headers, request.content, request.method)
        request.headers["X-TC-Timestamp"] = str(now_s)
        request.headers["Authorization"] = signing.tc3_authorization(
            self._secret_id,
            self._secret_key,
            scope(now_s, self._service),
            signed_names(headers),
            string_to_sign(now_s, self._service, canonical),
        )
        yield request

    def hidden_in(self, answer: bytes, request: httpx.Request) -> bytes:
        """`answer` without either key and without the signature, should it repeat them."""
        sent = request.headers.get("Authorization", "")
        answer = signing.without_secrets(
            answer, self._secret_key, [sent, sent.rpartition("Signature=")[2]]
        )
        return signing.without_secrets(answer, self._secret_id, [])
