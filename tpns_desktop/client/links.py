"""Whether a web address answers: asked by HEAD, or by a GET of a few kilobytes.

Goes through the network as a person set it (`network`), trusts whom `trust` trusts, carries no key
and keeps nothing. Only http and https are asked; a redirect is followed by hand, so that it leads
neither to a file nor into a network of one's own.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
import ssl
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Final

import httpx

from tpns_desktop import __version__
from tpns_desktop.client.errors import NotSent
from tpns_desktop.client.network import Network, NetworkSource
from tpns_desktop.client.proxies import AddressProblem, proxy_for
from tpns_desktop.client.signing import proxy_login
from tpns_desktop.client.trust import CaFileProblem, tls_context

DEADLINE_S: Final = 5.0
"""For all requests of one look together."""
READ_MAX: Final = 4096
"""Bytes of an answer that are read at most."""
REDIRECTS_MAX: Final = 5

_HEADERS: Final = {"User-Agent": f"tpns-desktop/{__version__}", "Accept-Encoding": "identity"}
_FAILED: Final = 400


async def resolves_inside(host: str) -> bool:
    """Whether the name leads to this computer or a private network, as this computer knows it."""
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        pass  # a name
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return False
    return any(not ipaddress.ip_address(one[4][0]).is_global for one in found)


class Links:
    """Looks at addresses, one at a time."""

    def __init__(
        self,
        network: NetworkSource,
        *,
        inside: Callable[[str], Awaitable[bool]] = resolves_inside,
        tls: Callable[[Path | None], ssl.SSLContext] = tls_context,
        deadline_s: float = DEADLINE_S,
    ) -> None:
        """`inside` tells of a host whether phones outside could not open it."""
        self._network = network
        self._inside = inside
        self._tls = tls
        self._deadline_s = deadline_s

    async def look(self, url: str) -> int | str:
        """The status of the answer, or why there is none.

        "address" (no web address), "inside" (of a network of one's own), "certificate",
        "no_answer", "redirects" (more than are followed, or to what is no web address), "network"
        (what is set for the network does not work).
        """
        try:
            async with asyncio.timeout(self._deadline_s):
                return await self._look(url.strip())
        except TimeoutError:
            return "no_answer"

    async def _look(self, url: str) -> int | str:
        refused = "address"
        for _ in range(REDIRECTS_MAX + 1):
            target = _web(url)
            if target is None:
                return refused
            refused = "redirects"
            if await self._inside(target.host):
                return "inside"
            try:
                answer = await self._ask(target)
            except (NotSent, CaFileProblem, AddressProblem):
                return "network"
            except httpx.HTTPError as error:
                return "certificate" if _is_certificate(error) else "no_answer"
            except httpx.InvalidURL:
                return refused
            if isinstance(answer, int):
                return answer
            url = answer
        return "redirects"

    async def _ask(self, target: httpx.URL) -> int | str:
        """The status, or the address that the answer leads to."""
        network = self._network if isinstance(self._network, Network) else await self._network()
        async with httpx.AsyncClient(
            headers=_HEADERS,
            verify=self._tls(network.ca_file),
            proxy=_proxy(network, target.host),
            trust_env=False,
            follow_redirects=False,
            timeout=self._deadline_s,
        ) as client:
            answer = await client.head(target)
            if answer.status_code >= _FAILED:
                # Many pages answer HEAD with an error and GET with the page.
                async with client.stream("GET", target) as answer:
                    async for _ in answer.aiter_raw(READ_MAX):
                        break
            if answer.has_redirect_location:
                return str(target.join(answer.headers["Location"]))
            return answer.status_code


def _web(url: str) -> httpx.URL | None:
    try:
        target = httpx.URL(url)
    except (httpx.InvalidURL, UnicodeError):
        return None
    return target if target.scheme in ("http", "https") and target.host else None


def _proxy(network: Network, host: str) -> httpx.Proxy | None:
    proxy = proxy_for(network, host)
    if proxy is None:
        return None
    login = proxy_login(proxy.user, proxy.password) if proxy.user else None
    return httpx.Proxy(proxy.url, auth=login)


def _is_certificate(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False
