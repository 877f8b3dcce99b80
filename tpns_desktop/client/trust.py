"""Whom this program takes for the service: those this computer trusts, and a file's additions.

There is no switch that trusts everybody. Source: sending.md 4 ("TLS / proxy").
"""

from __future__ import annotations

import re
import ssl
from pathlib import Path
from typing import Final

import truststore

CA_FILE_BYTES_MAX: Final = 1024 * 1024
"""Of a file of certificates; ours. All that a browser trusts comes to about 220 KiB."""

_CERTIFICATE = re.compile(rb"-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----")


class CaFileProblem(ValueError):
    """A file that adds no trust; `reason` says why."""

    reason: str
    """One of "not_found", "unreadable", "too_large", "no_certificate" (none in PEM form), "damaged"
    (one of them cannot be read), "not_ca" (none belongs to an authority)."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def certificates(path: Path) -> str:
    """The certificates in a PEM file, as PEM; whatever else is in there is left out.

    Raises `CaFileProblem`.
    """
    found = _CERTIFICATE.findall(_content(path))
    if not found:
        raise CaFileProblem("no_certificate")
    text = "\n".join(one.decode("ascii") for one in found) + "\n"
    trial = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    try:
        trial.load_verify_locations(cadata=text)
    except (ssl.SSLError, ValueError):
        raise CaFileProblem("damaged") from None
    # A server's own certificate would be trusted on one system and not on the next.
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


def _content(path: Path) -> bytes:
    try:
        # Looked at before it is opened: a pipe would never end.
        if not path.exists():
            raise CaFileProblem("not_found")
        if not path.is_file():
            raise CaFileProblem("unreadable")
        with path.open("rb") as file:
            content = file.read(CA_FILE_BYTES_MAX + 1)
    except CaFileProblem:
        raise
    except (OSError, ValueError):  # ValueError: a NUL in the path
        raise CaFileProblem("unreadable") from None
    if len(content) > CA_FILE_BYTES_MAX:
        raise CaFileProblem("too_large")
    return content
