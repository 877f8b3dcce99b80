"""An access id and its key on the way into a request: httpx's hook around the pure `signing`.

Signing happens here, after httpx has taken the request over and right before it leaves, so that
no frame or log line of ours ever holds a signature.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Literal

import httpx

from tpns_desktop.client import signing
from tpns_desktop.model.secret import Secret

Scheme = Literal["signature", "basic"]

_SECRET_HEADERS = ("Sign", "Authorization")


class Signer(httpx.Auth):
    """What signs requests: httpx's hook, and taking its own secrets out of an answer again."""

    def hidden_in(self, answer: bytes, request: httpx.Request) -> bytes:
        """`answer` without the keys and without what signed `request`, should it repeat them."""
        raise NotImplementedError


class Credentials(Signer):
    """Signs each request it is given, over the bytes that request really carries.

    `clock` returns Unix time in seconds; it is asked anew for every request. The Basic scheme looks
    at no body, so one that is streamed passes by unread.
    """

    def __init__(
        self, access_id: str, secret_key: Secret, scheme: Scheme, clock: Callable[[], float]
    ) -> None:
        if scheme not in ("signature", "basic"):
            raise ValueError("scheme is 'signature' or 'basic'")
        self.access_id = access_id
        self._secret_key = secret_key
        self._scheme = scheme
        self._clock = clock
        self.requires_request_body = scheme == "signature"

    def check(self) -> None:
        """Raise `KeyRefused` if no header could be made of these."""
        signing.require_usable(self.access_id, self._secret_key)

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """The hook: add the scheme's headers, then let the request go, once."""
        request.headers.update(self._headers(request))
        yield request

    def _headers(self, request: httpx.Request) -> dict[str, str]:
        if self._scheme == "basic":
            return signing.basic_header(self.access_id, self._secret_key)
        now_s = int(self._clock())
        return signing.signature_headers(self.access_id, self._secret_key, now_s, request.content)

    def hidden_in(self, answer: bytes, request: httpx.Request) -> bytes:
        """`answer` without the key and without what signed `request`, should it repeat them."""
        sent = [request.headers[name] for name in _SECRET_HEADERS if name in request.headers]
        # "Basic xyz" also in its bare form, which is what an error text would show.
        sent += [text.removeprefix("Basic ") for text in sent]
        return signing.without_secrets(answer, self._secret_key, sent)
