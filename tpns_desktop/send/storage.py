"""What a person has to decide or to see about the data before anything is sent again.

A database that does not open: what is wrong with it, the backups there are, and the two ways on.
And one that opened but was not what it should have been, or that takes nothing more: until a person
has seen that, or made room, nothing is sent. The store remembers what was not seen yet, so a run
that ends unseen is asked about again at the next start. Source: sending.md 6.
"""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tpns_desktop.store import backups
from tpns_desktop.store.backups import Backup
from tpns_desktop.store.errors import DiskFull

if TYPE_CHECKING:
    from tpns_desktop.paths import Paths
    from tpns_desktop.store.database import Database

_KINDS: Final = {
    "database_gone": "gone",
    "database_damaged": "damaged",
    "network_folder": "network",
    "disk_full": "full",
    "busy": "busy",
    "newer": "newer",
    "cannot_open": "folder",
    "read_only": "read_only",
}
"""Code of a StoreError → kind of a trouble."""

CHOOSABLE: Final = frozenset({"gone", "damaged", "newer"})
"""Kinds of a trouble in which a person may go on with a backup or with an empty history."""


@dataclass(frozen=True)
class StorageTrouble:
    """Why the data could not be opened, and what there is to go on with."""

    kind: str
    """One of "gone" (there before, missing or empty now), "damaged", "newer", "network", "folder",
    "read_only" (the file takes nothing), "full", "busy", "failed"."""
    folder: Path
    backups: tuple[Backup, ...] = ()
    """The newest first; only where a person may choose one."""

    @property
    def choosable(self) -> bool:
        """Whether a person may go on with a backup or with an empty history."""
        return self.kind in CHOOSABLE


async def trouble_of(error: BaseException, paths: Paths) -> StorageTrouble:
    """What `error`, raised while the core was opened, means; never raises."""
    folder = paths.data_dir
    if isinstance(error, OSError):
        return StorageTrouble("full" if error.errno == errno.ENOSPC else "folder", folder)
    kind = _KINDS.get(getattr(error, "code", ""), "failed")
    found = backups.backups_of(paths.database_file) if kind in CHOOSABLE else []
    return StorageTrouble(kind, folder, tuple(found))


async def restore(paths: Paths, backup: Backup, now: datetime) -> None:
    """Put a copy of a backup where the database belongs. Raises StoreError, OSError."""
    backups.restore(paths.database_file, backup, now)


async def start_afresh(paths: Paths, now: datetime) -> None:
    """Put an empty database where the old one was. Raises StoreError, OSError."""
    backups.start_afresh(paths.database_file, now)


class StorageWatch:
    """Whether sending is off because of the data: something unseen, or no room on the disk."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._full = False

    @property
    def off(self) -> str | None:
        """Why nothing may be confirmed: "unseen" (`Database.notes`), "disk_full", or None."""
        if self._database.notes:
            return "unseen"
        return "disk_full" if self._full else None

    def acknowledge(self) -> None:
        """A person has seen what there was to see. Raises WrongThread."""
        self._database.notes_seen()

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """Around a write: remembers whether there was room for it."""
        try:
            yield
        except DiskFull:
            self._full = True
            raise
        self._full = False
