"""Which proxy a request takes, from what a person typed or this computer is set up for.

Owns what counts as a proxy's address. Spoken are http proxies that are asked by CONNECT. SOCKS and
proxies behind TLS are refused by name rather than passed by, and a script that chooses a proxy
(PAC) is not run. Source: sending.md 4 ("TLS / proxy").
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import unquote
from urllib.request import getproxies

from tpns_desktop.client.network import NONE, SYSTEM, Network
from tpns_desktop.model.secret import Secret

_LABEL = r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?"
_HOST = re.compile(rf"(?=.{{1,253}}\Z){_LABEL}(?:\.{_LABEL})*|\[[0-9A-Fa-f:.]{{2,45}}\]")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://")
_PORT = re.compile(r"[1-9][0-9]{0,4}")
_HTTP_PORT = "80"


class AddressProblem(ValueError):
    """What stands for a proxy's address is none; `reason` says why. The text is not repeated."""

    reason: str
    """One of "required", "socks", "pac", "kind" (https and others), "login" (a user or a password
    in the address), "port" (missing, or no port), "address"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Proxy:
    """A proxy that can be asked."""

    url: str
    """``http://host:port``, and nothing else: it may be shown."""
    user: str = ""
    password: Secret | None = None


def proxy_url(address: str) -> str:
    """``http://host:port`` from ``host:port`` or ``http://host:port``.

    Raises `AddressProblem`.
    """
    text = address.strip()
    if not text:
        raise AddressProblem("required")
    if "@" in text:
        raise AddressProblem("login")
    scheme = _SCHEME.match(text)
    kind = scheme[1].lower() if scheme else "http"
    rest = text[scheme.end() :] if scheme else text
    if kind.startswith("socks"):
        raise AddressProblem("socks")
    if kind.startswith("pac") or rest.lower().endswith((".pac", ".dat")):
        raise AddressProblem("pac")
    if kind != "http":
        raise AddressProblem("kind")
    rest = rest.removesuffix("/")
    if _HOST.fullmatch(rest):
        raise AddressProblem("port")
    host, _, port = rest.rpartition(":")
    if not _HOST.fullmatch(host):
        raise AddressProblem("address")
    if not _PORT.fullmatch(port) or int(port) > 65535:
        raise AddressProblem("port")
    return f"http://{host.lower()}:{port}"


def proxy_for(
    network: Network, host: str, set_up: Callable[[], dict[str, str]] = getproxies
) -> Proxy | None:
    """The proxy through which `host` is asked over https; None for no proxy.

    `set_up` tells what this computer is set up for: the environment, and where that says nothing
    the settings of Windows or macOS. Of exceptions only ``NO_PROXY`` counts. Raises
    `AddressProblem`.
    """
    if network.proxy == NONE:
        return None
    if network.proxy != SYSTEM:
        url = proxy_url(network.proxy)
        return Proxy(url, network.proxy_user, network.proxy_password)
    found = set_up()
    # The narrower word first: where "all" names SOCKS beside an http proxy for https, as some
    # proxy programs set it up, the latter is meant.
    address = found.get("https") or found.get("all")
    if not address or _is_excepted(host, found.get("no", "")):
        return None
    return _given_by_system(address)


def _is_excepted(host: str, names: str) -> bool:
    """Whether ``NO_PROXY`` names `host`, or a domain that it is in."""
    given = [name.strip().lower() for name in names.split(",")]
    ends = [name.lstrip("*.") for name in given if name]
    return "*" in given or any(host == end or host.endswith(f".{end}") for end in ends if end)


def _given_by_system(address: str) -> Proxy:
    login, at, place = address.strip().rpartition("@")
    scheme = _SCHEME.match(login)
    if scheme:
        login = login[scheme.end() :]
        place = scheme[0] + place
    if _HOST.fullmatch(_SCHEME.sub("", place).removesuffix("/")):
        # As everywhere: http's own port where none is said.
        place = f"{place.removesuffix('/')}:{_HTTP_PORT}"
    url = proxy_url(place)
    if not at:
        return Proxy(url)
    user, _, password = login.partition(":")
    return Proxy(url, unquote(user), Secret(unquote(password)))
