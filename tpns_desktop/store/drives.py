"""Whether a folder is on a network drive.

SQLite's write-ahead log needs memory shared by all who use the file, and locks that hold; a network
drive gives neither, and a database there can lose what was committed (sqlite.org/wal.html, "Use of
shared memory"). A push could then be sent twice, so such folders are refused.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final, NamedTuple

REMOTE: Final = frozenset(
    {
        "afpfs",
        "afs",
        "beegfs",
        "ceph",
        "cifs",
        "coda",
        "davfs",
        "fuse.ceph",
        "fuse.davfs",
        "fuse.gcsfuse",
        "fuse.glusterfs",
        "fuse.gvfsd-fuse",
        "fuse.rclone",
        "fuse.s3fs",
        "fuse.sshfs",
        "glusterfs",
        "gpfs",
        "lustre",
        "macfuse.sshfs",
        "ncpfs",
        "nfs",
        "nfs3",
        "nfs4",
        "panfs",
        "prl_fs",
        "smb",
        "smb2",
        "smb3",
        "smbfs",
        "sshfs",
        "webdav",
    }
)
"""Kinds of file systems that live on another machine, as the systems name them."""


class Mount(NamedTuple):
    """A place in the tree of folders, and what is mounted there."""

    mountpoint: str
    fstype: str
    opts: str
    """Comma separated; on Windows with the word ``remote`` for a network drive."""


def on_network(path: Path, mounts: Iterable[Mount] | None = None) -> bool:
    """Tell whether ``path`` lies on a network drive; False where the system does not say.

    ``mounts``: the system's own when None.
    """
    where = os.path.realpath(path)
    if where.startswith(("\\\\", "//")) and not where.startswith(("\\\\?\\", "\\\\.\\")):
        return True  # \\server\share: no drive letter to look up
    inside = os.path.normcase(where)
    longest, found = -1, None
    for mount in _mounts() if mounts is None else mounts:
        place = os.path.normcase(mount.mountpoint).rstrip("/\\")
        covers = inside == place or inside.startswith((place + "/", place + "\\"))
        # Of several at one place the last one covers the others.
        if covers and len(place) >= longest:
            longest, found = len(place), mount
    if found is None:
        return False
    return found.fstype.lower() in REMOTE or "remote" in found.opts.split(",")


def _mounts() -> list[Mount]:
    # Here and not above: not needed before the first window is painted.
    import psutil

    try:
        found = psutil.disk_partitions(all=True)
    except (OSError, RuntimeError, psutil.Error):
        return []
    return [Mount(one.mountpoint, one.fstype, one.opts) for one in found]
