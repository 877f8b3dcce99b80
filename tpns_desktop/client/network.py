"""How a person wants the service to be reached, as plain data.

Which proxy that comes to is `proxies`' to find out, what the file of certificates adds, `trust`'s.
Source: sending.md 4 ("TLS / proxy").
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tpns_desktop.model.secret import Secret

SYSTEM: Final = "system"
"""The proxy that this computer is set up for."""
NONE: Final = "none"
"""No proxy, whatever this computer is set up for."""


@dataclass(frozen=True)
class Network:
    """What a person set. Requests to a practice service take no notice of it."""

    proxy: str = SYSTEM
    """`SYSTEM`, `NONE`, or the address of one's own: ``http://host:port``."""
    proxy_user: str = ""
    """Who logs in at a proxy of one's own; empty for nobody."""
    proxy_password: Secret | None = None
    ca_file: Path | None = None
    """A PEM file whose certificates are trusted besides the system's."""


NetworkSource = Network | Callable[[], Awaitable[Network]]
"""A network, or what gives the one to use when a connection is made. It may raise `NotSent`."""
