"""What a person has to decide or to see about the data before anything is sent again.

Two things: a database that does not open (what is wrong with it, the backups there are, and the
two ways on), and one that opened but was not what it should have been: until a person has seen
that, nothing is sent. What was set aside lies beside the database, so a run that ends unseen is
asked about again at the next start. Source: sending.md 6.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tpns_desktop.store.errors import DiskFull, StoreError

if TYPE_CHECKING:
    from tpns_desktop.paths import Paths
    from tpns_desktop.store.backups import Backup

SEEN_FILE: Final = "storage-seen.json"
"""Beside the database: the names of files set aside that a person has seen."""

BLOCKING: Final = frozenset({"damaged", "newer", "changed"})
"""Kinds of `store.database.Note` after which nothing is sent until a person has seen it."""

_KINDS: Final = {
    "database_gone": "gone",
    "network_folder": "network",
    "disk_full": "full",
    "busy": "busy",
    "newer": "newer",
    "cannot_open": "folder",
}
"""Code of a StoreError → kind of a trouble."""


@dataclass(frozen=True)
class StorageTrouble:
    """Why the data could not be opened, and what there is to go on with."""

    kind: str
    """One of "gone" (there before, missing or empty now), "network", "folder", "full", "busy",
    "newer", "failed"."""
    folder: Path
    backups: tuple[Backup, ...] = ()
    """The newest first; only where a person may choose one."""


async def trouble_of(error: BaseException, paths: Paths) -> StorageTrouble:
    """What `error`, raised while the core was opened, means; never raises."""
    folder = paths.data_dir
    if isinstance(error, OSError):
        return StorageTrouble("full" if error.errno == 28 else "folder", folder)  # ENOSPC
    kind = _KINDS.get(getattr(error, "code", ""), "failed")
    found: list[Backup] = []
    if kind == "gone":
        from tpns_desktop.store.backups import backups_of

        with contextlib.suppress(OSError, StoreError):
            found = list(backups_of(paths.database_file))
    found.sort(key=lambda backup: backup.taken_at, reverse=True)
    return StorageTrouble(kind, folder, tuple(found))


async def restore(paths: Paths, backup: Backup, now: datetime) -> None:
    """Put a copy of a backup where the database belongs. Raises StoreError, OSError."""
    from tpns_desktop.store import backups

    backups.restore(paths.database_file, backup, now)


async def start_afresh(paths: Paths, now: datetime) -> None:
    """Let the next opening make an empty database. Raises StoreError, OSError."""
    from tpns_desktop.store import backups

    backups.start_afresh(paths.database_file, now)


class StorageWatch:
    """Whether sending is off because of the data: something unseen, or no room on the disk."""

    def __init__(self, database_file: Path) -> None:
        self._file = database_file
        self._unseen: set[str] = set()
        self._blocked = False
        self.full = False

    @property
    def off(self) -> str | None:
        """Why nothing may be sent: "unseen", "disk_full", or None."""
        if self._blocked or self._unseen:
            return "unseen"
        return "disk_full" if self.full else None

    def look(self, kinds: Iterable[str]) -> list[tuple[str, Path]]:
        """Take note of this start's `kinds`; gives what earlier runs set aside and nobody saw."""
        self._blocked = bool(BLOCKING & set(kinds))
        seen = self._seen()
        aside = {path.name: (kind, path) for kind, path in self._set_aside()}
        self._unseen = set(aside) - seen
        return [aside[name] for name in sorted(self._unseen)]

    def acknowledge(self) -> None:
        """A person has seen it. Kept for later runs, as far as the disk allows."""
        names = {path.name for _, path in self._set_aside()}
        self._blocked = False
        self._unseen = set()
        making = self._file.with_name(f".{SEEN_FILE}.{os.getpid()}")
        # Where there is no room the question comes again at the next start; no harm in that.
        with contextlib.suppress(OSError):
            with making.open("w", encoding="utf-8") as file:
                json.dump(sorted(names), file)
                file.flush()
                os.fsync(file.fileno())
            making.replace(self._file.with_name(SEEN_FILE))

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """Around a write: remembers whether there was room for it."""
        try:
            yield
        except DiskFull:
            self.full = True
            raise
        self.full = False

    def _set_aside(self) -> Iterator[tuple[str, Path]]:
        with contextlib.suppress(OSError):
            for kind in ("damaged", "newer"):
                pattern = f"{self._file.stem}.{kind}-*{self._file.suffix}"
                for path in self._file.parent.glob(pattern):
                    yield kind, path

    def _seen(self) -> set[str]:
        try:
            names = json.loads(self._file.with_name(SEEN_FILE).read_text("utf-8"))
        except (OSError, ValueError):
            return set()
        return set(map(str, names)) if isinstance(names, list) else set()
