"""What changed a practice world, in order: enough to make it again from its seed.

Kept are the bodies of requests that were taken, never who sent them or with which key. Plain data;
`saved` writes it down and makes a world of it.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import Final

from .form import UploadedFile

PUSH: Final = "push"
UPLOAD: Final = "upload"
PACE: Final = "pace"
CHAT: Final = "chat/"
"""Before the path of a call to the Chat service."""

BYTES_MAX: Final = 64 * 1024 * 1024
"""Of all bodies; what comes later is not kept."""
FILE_BYTES_MAX: Final = 8 * 1024 * 1024
"""Of a file that is kept; pushes to a larger one are left out of a saved world."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One change. ``at``: seconds since 1970."""

    at: float
    kind: str
    """`PUSH`, `UPLOAD`, `PACE`, `CHAT` with a path, or the path of a call of TPNS."""
    platform: str
    """Whose AccessId it was; empty where it was none's."""
    body: bytes


class Journal:
    """The changes since a world began."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self._size = 0

    def add(self, at: float, kind: str, body: bytes, platform: str = "") -> None:
        """Keep a change, while there is room."""
        if self._size + len(body) <= BYTES_MAX:
            self._size += len(body)
            self.entries.append(Entry(at, kind, platform, body))

    @property
    def pushes(self) -> int:
        """How many pushes to devices are in it."""
        return sum(entry.kind == PUSH for entry in self.entries)


def packed(file: UploadedFile) -> bytes | None:
    """A file as an entry's body; ``None`` for one that is too large to keep."""
    content = file.content.getbuffer()
    if content.nbytes > FILE_BYTES_MAX:
        return None
    return (file.name or "").encode() + b"\n" + zlib.compress(content, 1)
