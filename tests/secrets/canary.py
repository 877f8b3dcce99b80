"""What a secret may look like when it has leaked: fourteen encodings, and how to look for them."""

from __future__ import annotations

import base64
import html
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final
from urllib.parse import quote

BEFORE: Final = ("", "1", "15")
"""Texts before a secret that move it to each of Base64's three alignments; "id:" as in Basic."""


def _base64(before: str, secret: str) -> bytes:
    """What Base64 makes of the secret inside a longer text, whatever stands around it."""
    data = f"{before}:".encode()
    encoded = base64.b64encode(data + secret.encode())
    start = (len(data) * 8 + 5) // 6
    end = (len(data) + len(secret.encode())) * 8 // 6
    return encoded[start:end]


def _percent(secret: str) -> bytes:
    return "".join(f"%{byte:02X}" for byte in secret.encode()).encode()


ENCODINGS: Final[Mapping[str, Callable[[str], bytes]]] = {
    "plain": lambda s: s.encode(),
    "reversed": lambda s: s[::-1].encode(),
    "base64 at 0": lambda s: _base64(BEFORE[1], s),
    "base64 at 1": lambda s: _base64(BEFORE[2], s),
    "base64 at 2": lambda s: _base64(BEFORE[0], s),
    "base64 urlsafe": lambda s: base64.urlsafe_b64encode(s.encode()).rstrip(b"=")[:-1],
    "hex": lambda s: s.encode().hex().encode(),
    "percent": lambda s: quote(s, safe="").encode(),
    "percent all": _percent,
    "json": lambda s: json.dumps(s, ensure_ascii=True)[1:-1].encode(),
    "html": lambda s: html.escape(s).encode(),
    "utf-16": lambda s: s.encode("utf-16-le"),
    "first 12": lambda s: s[:12].encode(),
    "last 12": lambda s: s[-12:].encode(),
}
"""Name → how a secret looks so (sending.md 4). UTF-16 in one byte order: shifted by a byte it is
the other one."""


def found(secrets: Mapping[str, str], data: bytes) -> list[str]:
    """Each secret that stands in ``data``, with the encoding it stands there in."""
    hex_of = data.lower()
    return [
        f"{name}, {encoding}"
        for name, secret in secrets.items()
        for encoding, looks in ENCODINGS.items()
        if (looks(secret).lower() in hex_of if encoding == "hex" else looks(secret) in data)
    ]


def files_in(*folders: Path) -> Iterator[Path]:
    """Every regular file below, hidden ones included."""
    for folder in folders:
        yield from (p for p in sorted(folder.rglob("*")) if p.is_file() and not p.is_symlink())


def found_in_files(secrets: Mapping[str, str], *folders: Path) -> list[str]:
    """As ``found``, over the bytes and the names of all files below ``folders``."""
    hits = []
    for path in files_in(*folders):
        data = path.name.encode("utf-8", "surrogateescape") + b"\n" + path.read_bytes()
        hits += [f"{path.name}: {hit}" for hit in found(secrets, data)]
    return hits
