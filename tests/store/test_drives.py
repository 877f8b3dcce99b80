"""Network drives."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tpns_desktop.store.drives import Mount, on_network

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the paths here are POSIX ones")

HERE = [Mount("/", "ext4", "rw"), Mount("/proc", "proc", "rw"), Mount("/home", "ext4", "rw")]


@pytest.mark.parametrize(
    ("fstype", "opts", "remote"),
    [
        ("nfs4", "rw,vers=4.2", True),
        ("cifs", "rw", True),
        ("smbfs", "rw", True),
        ("fuse.sshfs", "rw", True),
        ("NFS", "rw", True),
        ("NTFS", "rw,remote", True),
        ("NTFS", "rw,fixed", False),
        ("ext4", "rw", False),
        ("tmpfs", "rw,noremote", False),
        ("fuse.ntfs-3g", "rw", False),
    ],
)
def test_a_drive_is_known_by_its_file_system(fstype: str, opts: str, remote: bool) -> None:
    mounts = [*HERE, Mount("/mnt/drive", fstype, opts)]
    assert on_network(Path("/mnt/drive/data"), mounts) is remote
    assert on_network(Path("/mnt/drive"), mounts) is remote
    assert not on_network(Path("/mnt/drive2/data"), mounts)
    assert not on_network(Path("/mnt"), mounts)


def test_the_innermost_mount_counts_and_of_two_at_one_place_the_last() -> None:
    mounts = [*HERE, Mount("/srv", "nfs", "rw"), Mount("/srv/local", "xfs", "rw")]
    assert on_network(Path("/srv/a"), mounts)
    assert not on_network(Path("/srv/local/a"), mounts)
    assert not on_network(Path("/srv/a"), [*mounts, Mount("/srv", "ext4", "rw")])
    assert on_network(
        Path("/home/a"), [*HERE, Mount("/home", "autofs", ""), Mount("/home", "nfs", "")]
    )


def test_a_link_is_followed(tmp_path: Path) -> None:
    os.symlink(tmp_path / "there", tmp_path / "link")
    real = os.path.realpath(tmp_path)
    mounts = [*HERE, Mount(f"{real}/there", "nfs", "rw")]
    assert on_network(tmp_path / "link" / "data", mounts)


def test_a_server_named_in_the_path_is_remote() -> None:
    assert not on_network(Path("/home/a"), [])


def test_the_folder_of_the_tests_is_on_this_machine(tmp_path: Path) -> None:
    assert not on_network(tmp_path)
