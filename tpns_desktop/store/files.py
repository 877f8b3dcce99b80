"""Files that are whole or not there: made aside, synced, named last; and nothing ever overwritten.

Knows what belongs to a database file, not what is in it.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from datetime import datetime
from pathlib import Path
from typing import Final

from tpns_desktop.store.errors import CannotOpen, DiskFull, StoreError

COMPANIONS: Final = ("-wal", "-shm", "-journal")
"""Endings of the files that SQLite keeps beside a database and that belong to it."""

STAMP: Final = "%Y%m%d-%H%M%S"
"""An instant in a file's name, in UTC."""

_NO_ROOM: Final = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG})


def os_error(error: OSError) -> StoreError:
    """Give the store's error for one of the system's: DiskFull or CannotOpen."""
    if error.errno in _NO_ROOM:
        return DiskFull(error.strerror or "")
    return CannotOpen(error.strerror or "refused by the system")


def companion(path: Path, ending: str) -> Path:
    """Give the file that SQLite keeps beside ``path`` under one of ``COMPANIONS``."""
    return path.with_name(path.name + ending)


def whole(path: Path) -> tuple[Path, ...]:
    """Give a database's path and those of its companions, whether they are there or not."""
    return (path, *(companion(path, ending) for ending in COMPANIONS))


def writable(path: Path) -> bool:
    """Whether a database and its companions, as far as they are there, may be written."""
    return all(os.access(file, os.W_OK) for file in whole(path) if file.exists())


def remove(path: Path) -> None:
    """Remove a database that was never given a name of its own, as far as it is there."""
    for file in whole(path):
        with contextlib.suppress(OSError):
            file.unlink()


def make_private(path: Path) -> None:
    """Make an empty file that only its owner may read. Raises OSError, also when it is there."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def copy_private(source: Path, target: Path) -> None:
    """Copy into a new file that only its owner may read, down to the disk. Raises OSError."""
    make_private(target)
    with source.open("rb") as reading, target.open("r+b") as writing:
        shutil.copyfileobj(reading, writing)
        writing.flush()
        os.fsync(writing.fileno())


def sync(path: Path) -> None:
    """Wait until what was written to a file is on the disk. Raises OSError."""
    number = os.open(path, os.O_RDWR)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk, where the system knows such a thing."""
    if os.name == "posix":
        number = os.open(folder, os.O_RDONLY)
        try:
            with contextlib.suppress(OSError):  # some file systems refuse
                os.fsync(number)
        finally:
            os.close(number)


def publish(making: Path, path: Path) -> bool:
    """Give a whole file its name; False, and nothing changed, when the name is taken by now.

    Raises OSError.
    """
    try:
        os.link(making, path)  # unlike a rename, never replaces a file that is there by now
    except FileExistsError:
        return False
    except OSError:  # a file system without links
        if path.exists():
            return False
        making.rename(path)
    sync_folder(path.parent)
    return True


def set_aside(path: Path, kind: str, at: datetime) -> Path | None:
    """Rename the database and the files that belong to it, and give its new path.

    ``drafts.db`` becomes ``drafts.damaged-20260116-093000.db``; an existing file is never replaced.
    None when there was nothing to rename. Raises CannotOpen when the system refuses.
    """
    if not any(file.exists() for file in whole(path)):
        return None
    stamp = at.strftime(STAMP)
    number = 1
    while True:
        more = "" if number == 1 else f"-{number}"
        aside = path.with_name(f"{path.stem}.{kind}-{stamp}{more}{path.suffix}")
        if not any(file.exists() for file in whole(aside)):
            break
        number += 1
    try:
        # The database first: a cut in between leaves a log without a database, which `health`
        # recognises.
        for file, new_name in zip(whole(path), whole(aside), strict=True):
            if file.exists():
                file.rename(new_name)
    except OSError as error:
        raise CannotOpen(error.strerror or "cannot be renamed") from None
    sync_folder(path.parent)
    return aside
