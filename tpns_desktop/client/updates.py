r"""The feed that says which version is the newest: fetched, and believed only when it is signed.

    {"signed": "{\"version\": \"1.2.3\", \"date\": \"2026-12-01\", \"page\": \"https://…\"}",
     "signature": "<64 bytes in base64>"}

The signature (Ed25519) is of the text in "signed", byte for byte in UTF-8; which key it must be of
came with the installer. Nothing is downloaded but these few lines, and nothing is told about the
person or the computer. When to look is `send.updates`' to decide.
"""

from __future__ import annotations

import asyncio
import base64
import binascii
import json
import re
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import httpx

from tpns_desktop.client.ed25519 import verify
from tpns_desktop.client.errors import NotSent
from tpns_desktop.client.network import Network, NetworkSource
from tpns_desktop.client.proxies import AddressProblem, proxy_for
from tpns_desktop.client.signing import proxy_login
from tpns_desktop.client.trust import CaFileProblem, tls_context

DEADLINE_S: Final = 15.0
"""For the whole look, redirects included."""
BYTES_MAX: Final = 16 * 1024
REDIRECTS_MAX: Final = 5

# Not even our own version: whoever has the feed need not know who is behind.
_HEADERS: Final = {"User-Agent": "tpns-desktop", "Accept-Encoding": "identity"}
_VERSION: Final = re.compile(r"[0-9]{1,6}\.[0-9]{1,6}\.[0-9]{1,6}")


class FeedProblem(Exception):
    """Nothing is known of a newer version.

    ``reason``: "no_answer", "network" (what is set for the network does not work), "not_signed"
    (the signature is missing or of another key), "not_understood".
    """

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


@dataclass(frozen=True)
class Release:
    """A version that was published."""

    version: str
    """Such as "1.2.3"."""
    date: date
    page: str
    """https address of a page that tells what is new and where to get it."""

    def is_newer_than(self, version: str) -> bool:
        """Compared by its numbers. False for what is no version."""
        return _VERSION.fullmatch(version) is not None and _numbers(self.version) > _numbers(
            version
        )


def read(envelope: bytes, key: bytes) -> Release:
    """The release that a feed tells of, if `key` (32 bytes) signed it. Raises `FeedProblem`."""
    try:
        outer = json.loads(envelope)
        signed = str(outer["signed"]).encode("utf-8")
        signature = base64.b64decode(outer["signature"], validate=True)
    except (ValueError, TypeError, KeyError, binascii.Error):
        raise FeedProblem("not_understood") from None
    if not verify(key, signed, signature):
        raise FeedProblem("not_signed")
    try:
        said = json.loads(signed)
        version, page = said["version"], said["page"]
        published = date.fromisoformat(said["date"])
        if not _VERSION.fullmatch(version) or urlsplit(page).scheme != "https":
            raise ValueError
    except (ValueError, TypeError, KeyError, AttributeError):
        raise FeedProblem("not_understood") from None
    return Release(version, published, page)


async def fetch(
    address: str,
    key: bytes,
    network: NetworkSource,
    *,
    transport: httpx.AsyncBaseTransport | None = None,
    tls: Callable[[Path | None], ssl.SSLContext] = tls_context,
    deadline_s: float = DEADLINE_S,
) -> Release:
    """The newest release, as the feed at `address` (https) tells. Raises `FeedProblem`."""
    try:
        async with asyncio.timeout(deadline_s):
            return read(await _envelope(address, network, transport, tls), key)
    except (NotSent, CaFileProblem, AddressProblem):
        raise FeedProblem("network") from None
    except (TimeoutError, httpx.HTTPError, httpx.InvalidURL, OSError):
        raise FeedProblem("no_answer") from None


async def _envelope(
    address: str,
    network: NetworkSource,
    transport: httpx.AsyncBaseTransport | None,
    tls: Callable[[Path | None], ssl.SSLContext],
) -> bytes:
    now = network if isinstance(network, Network) else await network()
    target = httpx.URL(address)
    for _ in range(REDIRECTS_MAX + 1):
        # Also where a redirect leads: the way there is nobody's to change.
        if target.scheme != "https" or not target.host:
            raise FeedProblem("no_answer")
        async with (
            httpx.AsyncClient(
                headers=_HEADERS,
                verify=tls(now.ca_file),
                proxy=None if transport is not None else _proxy(now, target.host),
                transport=transport,
                trust_env=False,
                follow_redirects=False,
            ) as client,
            client.stream("GET", target) as answer,
        ):
            if answer.has_redirect_location:
                target = target.join(answer.headers["Location"])
                continue
            if answer.status_code != httpx.codes.OK:
                raise FeedProblem("no_answer")
            return await _body(answer)
    raise FeedProblem("no_answer")


async def _body(answer: httpx.Response) -> bytes:
    # Few bytes on the wire could be inflated to many.
    if answer.headers.get("Content-Encoding", "identity").strip().lower() not in ("", "identity"):
        raise FeedProblem("not_understood")
    found = bytearray()
    async for chunk in answer.aiter_bytes():
        found += chunk
        if len(found) > BYTES_MAX:
            raise FeedProblem("not_understood")
    return bytes(found)


def _proxy(network: Network, host: str) -> httpx.Proxy | None:
    proxy = proxy_for(network, host)
    if proxy is None:
        return None
    login = proxy_login(proxy.user, proxy.password) if proxy.user else None
    return httpx.Proxy(proxy.url, auth=login)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))
