"""Whether sending is off because of the data, and why the data did not open."""

from __future__ import annotations

import asyncio
import errno
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tpns_desktop.paths import Paths
from tpns_desktop.send.storage import StorageWatch, trouble_of
from tpns_desktop.store.errors import (
    Busy,
    CannotOpen,
    DatabaseDamaged,
    DatabaseGone,
    DatabaseNewer,
    DiskFull,
    NetworkFolder,
    ReadOnly,
    StoreFailed,
)


class Database:
    """As much of one as is asked here."""

    def __init__(self, *notes: str) -> None:
        self.notes = notes

    def notes_seen(self) -> None:
        self.notes = ()


def watch(*notes: str) -> StorageWatch:
    database: Any = Database(*notes)
    return StorageWatch(database)


def test_what_nobody_has_seen_keeps_sending_off() -> None:
    watching = watch("damaged")
    assert watching.off == "unseen"
    watching.acknowledge()
    assert watching.off is None


def test_a_full_disk_keeps_sending_off_until_something_is_written_again() -> None:
    watching = watch()
    with pytest.raises(DiskFull), watching.writing():
        raise DiskFull
    assert watching.off == "disk_full"
    with pytest.raises(Busy), watching.writing():  # says nothing about room
        raise Busy
    assert watching.off == "disk_full"
    with watching.writing():
        pass
    assert watching.off is None


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (DatabaseGone(), "gone"),
        (NetworkFolder(), "network"),
        (DatabaseDamaged(), "damaged"),
        (DatabaseNewer(), "newer"),
        (CannotOpen(), "folder"),
        (ReadOnly(), "read_only"),
        (DiskFull(), "full"),
        (Busy(), "busy"),
        (StoreFailed(), "failed"),
        (OSError(errno.ENOSPC, "no room"), "full"),
        (PermissionError(errno.EACCES, "not yours"), "folder"),
        (RuntimeError(), "failed"),
    ],
)
def test_each_reason_for_not_opening_has_a_kind(
    tmp_path: Path, error: BaseException, kind: str
) -> None:
    paths = Paths(tmp_path, tmp_path, tmp_path / "settings.ini")
    folder = tmp_path / "backups"
    folder.mkdir()
    (folder / "tpns-desktop-20260116-093000.db").write_bytes(b"x")
    trouble = asyncio.run(trouble_of(error, paths))
    assert (trouble.kind, trouble.folder) == (kind, tmp_path)
    taken = [backup.taken_at for backup in trouble.backups]
    choosable = kind in ("gone", "damaged", "newer")
    assert taken == ([datetime(2026, 1, 16, 9, 30, tzinfo=UTC)] if choosable else [])
