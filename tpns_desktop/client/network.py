"""How this machine reaches the service: through which proxy, trusting whom.

Owns what a person may set about the network, as plain data, and reading the file of certificates
that are trusted besides the system's. Leaves connecting to `transport`. There is no switch that
trusts everybody.

Proxies are http proxies that are asked by CONNECT. SOCKS is not spoken, and a script that chooses a
proxy (PAC) is not run: httpx does neither. Source: sending.md 4 ("TLS / proxy").
"""

from __future__ import annotations

import re
import ssl
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import truststore

from tpns_desktop.model.secret import Secret

SYSTEM: Final = "system"
"""The proxy that this computer is set up for: its environment; on Windows and macOS its settings
too, where the environment says nothing."""
NONE: Final = "none"
"""No proxy, whatever this computer is set up for."""

CA_FILE_BYTES_MAX: Final = 1024 * 1024
"""Of a file of certificates; ours. All that a browser trusts comes to about 220 KiB."""

_CERTIFICATE = re.compile(rb"-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----")
_HOST = re.compile(
    r"(?=.{1,253}\Z)[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?"
    r"(?:\.[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?)*"
    r"|\[[0-9A-Fa-f:.]{2,45}\]"
)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://")


@dataclass(frozen=True)
class Network:
    """What a person set. Requests to a practice service take no notice of it."""

    proxy: str = SYSTEM
    """`SYSTEM`, `NONE`, or ``http://host:port`` as `proxy_url` makes it."""
    proxy_user: str = ""
    """Who logs in at a proxy of one's own; empty for nobody."""
    proxy_password: Secret | None = None
    ca_file: Path | None = None
    """A PEM file whose certificates are trusted besides the system's."""


NetworkSource = Network | Callable[[], Awaitable[Network]]
"""A network, or what gives the one to use when a connection is made. It may raise `NotSent`."""


class AddressProblem(ValueError):
    """What stands for a proxy's address is none; `reason` says why. The text is not repeated."""

    reason: str
    """One of "required", "socks", "pac", "kind" (https and others), "login" (a user or a password
    in the address), "port" (missing or no port), "address"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class CaFileProblem(ValueError):
    """A file that adds no trust; `reason` says why."""

    reason: str
    """One of "not_found", "unreadable", "too_large", "no_certificate" (none in PEM form), "damaged"
    (one of them cannot be read), "not_ca" (none belongs to an authority)."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


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
    host, colon, port = rest.rpartition(":")
    if not colon or (rest.startswith("[") and rest.endswith("]")):
        raise AddressProblem("port" if _HOST.fullmatch(rest) else "address")
    if not _HOST.fullmatch(host):
        raise AddressProblem("address")
    if not re.fullmatch(r"[1-9][0-9]{0,4}", port) or int(port) > 65535:
        raise AddressProblem("port")
    return f"http://{host.lower()}:{port}"


def certificates(path: Path) -> str:
    """The certificates in a PEM file, as PEM; whatever else is in there is left out.

    Raises `CaFileProblem`.
    """
    try:
        # Not opened at all unless it is a file: a pipe would never end.
        if not path.exists():
            raise CaFileProblem("not_found")
        if not path.is_file():
            raise CaFileProblem("unreadable")
        with path.open("rb") as file:
            data = file.read(CA_FILE_BYTES_MAX + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        if isinstance(error, CaFileProblem):
            raise
        raise CaFileProblem("unreadable") from None
    if len(data) > CA_FILE_BYTES_MAX:
        raise CaFileProblem("too_large")
    found = _CERTIFICATE.findall(data)
    if not found:
        raise CaFileProblem("no_certificate")
    text = "\n".join(one.decode("ascii") for one in found) + "\n"
    trial = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    try:
        trial.load_verify_locations(cadata=text)
    except (ssl.SSLError, ValueError):
        raise CaFileProblem("damaged") from None
    # Without an authority the systems would differ: one trusts a server's own certificate that is
    # on such a list, the others do not.
    if not trial.cert_store_stats()["x509_ca"]:
        raise CaFileProblem("not_ca")
    return text


def tls_context(ca_file: Path | None = None) -> ssl.SSLContext:
    """A context that trusts what this computer trusts, and what `ca_file` adds to it.

    Raises `CaFileProblem`.
    """
    extra = certificates(ca_file) if ca_file is not None else None
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    if extra is not None:
        context.load_verify_locations(cadata=extra)
    return context
