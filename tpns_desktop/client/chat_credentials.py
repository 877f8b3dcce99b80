"""Who asks the Chat service: an administrator's account, proven by a UserSig in the address.

A UserSig is made for each request and counts for a day; it is kept nowhere. httpx takes the request
over first, so no frame or log line of ours ever holds the address with it.
Source: im-all-member-push.md 2 and 8.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Generator
from typing import Final

import httpx

from tpns_desktop.client import signing
from tpns_desktop.client.credentials import Signer
from tpns_desktop.client.errors import KeyRefused
from tpns_desktop.model.secret import Secret

LIFETIME_S: Final = 86_400
"""Of a UserSig: the least that is advised."""

IDENTIFIER_BYTES_MAX: Final = 32

_RANDOM_MAX: Final = 2**32

_USER_SIG: Final = re.compile(rb"eJ[w-z][0-9A-Za-z*_%-]{60,}")
"""What every UserSig looks like: packed by zlib, in the letters of an address."""


class ChatCredentials(Signer):
    """Adds the query that each request needs, the signature in it.

    `clock` returns Unix time in seconds; `random` a whole number below its argument, for the
    request's number.
    """

    def __init__(
        self,
        sdkappid: int,
        identifier: str,
        secret_key: Secret,
        clock: Callable[[], float],
        random: Callable[[int], int] = secrets.randbelow,
    ) -> None:
        self.sdkappid = sdkappid
        self.identifier = identifier
        self._secret_key = secret_key
        self._clock = clock
        self._random = random

    def check(self) -> None:
        """Raise `KeyRefused` if no request could be signed with these."""
        size = len(self.identifier.encode("utf-8", "surrogatepass"))
        if not self.identifier or size > IDENTIFIER_BYTES_MAX or not self.identifier.isprintable():
            raise KeyRefused("bad_access_id", "empty" if not self.identifier else "control")
        if self.sdkappid <= 0:
            raise KeyRefused("bad_access_id", "not_digits")
        signing.user_sig(self.identifier, self.sdkappid, self._secret_key, now_s=0, lifetime_s=1)

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """The hook: add the query, then let the request go, once."""
        request.url = request.url.copy_merge_params(
            {
                "sdkappid": str(self.sdkappid),
                "identifier": self.identifier,
                "usersig": signing.user_sig(
                    self.identifier,
                    self.sdkappid,
                    self._secret_key,
                    now_s=int(self._clock()),
                    lifetime_s=LIFETIME_S,
                ),
                "random": str(self._random(_RANDOM_MAX)),
                "contenttype": "json",
            }
        )
        yield request

    def hidden_in(self, answer: bytes, request: httpx.Request) -> bytes:
        """`answer` without the key and without UserSigs, should it repeat them.

        That of this request however it is written, others as they stand in texts and addresses:
        each of them counts for a day.
        """
        sent = [request.url.params.get("usersig", "")]
        return _USER_SIG.sub(b"****", signing.without_secrets(answer, self._secret_key, sent))
