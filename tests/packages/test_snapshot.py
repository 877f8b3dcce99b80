"""What the path points at, and the private copy (hostile packages, section F)."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import io
import os
import socket
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

import pytest

from tpns_desktop.packages import source
from tpns_desktop.packages.check import check
from tpns_desktop.packages.partial import PARTIAL, sweep
from tpns_desktop.packages.snapshot import Snapshot, read_verified, take
from tpns_desktop.packages.source import Chosen, of_file
from tpns_desktop.packages.verdict import Refusal

GOOD = b"alice01\nbob_0002\n"
unix = pytest.mark.skipif(sys.platform == "win32", reason="links, pipes and rights of Unix")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "lists"


def refused(path: Path, folder: Path, **given: object) -> str:
    """The code; nothing is left in the program's folder."""
    with pytest.raises(Refusal) as refusal:
        take(path, folder, **given)  # type: ignore[arg-type]
    assert not folder.exists() or list(folder.iterdir()) == []
    return refusal.value.code


def both(path: Path, folder: Path) -> str:
    """The code of the copy, and that the check alone says the same."""
    code = refused(path, folder)
    verdict = check(path)
    assert (verdict.outcome, verdict.code) == ("refuse", code)
    assert "unforeseen" not in verdict.detail
    return code


def test_the_copy_has_the_bytes_the_hash_and_an_owner_alone(tmp_path: Path, folder: Path) -> None:
    file = tmp_path / "名单.csv"
    file.write_bytes(GOOD)
    told: list[tuple[int, int]] = []
    copy = take(file, folder, lambda done, size: told.append((done, size)))
    assert copy.path.read_bytes() == GOOD
    assert (copy.name, copy.size_bytes) == ("名单.csv", len(GOOD))
    assert copy.sha256 == hashlib.sha256(GOOD).hexdigest()
    assert copy.path.name == f"{copy.sha256}.csv"
    assert told == [(len(GOOD), len(GOOD))]
    assert Snapshot.from_dict(copy.as_dict()) == copy
    assert b"".join(read_verified(copy)) == GOOD
    if sys.platform != "win32":
        assert stat.S_IMODE(copy.path.stat().st_mode) == 0o600
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_path_with_spaces_quotes_and_emoji_of_300_characters(
    tmp_path: Path, folder: Path
) -> None:  # A15
    deep = tmp_path
    while len(str(deep)) < 300:
        deep /= 'data team\'s "lists" 😀 of today'[: 30 if sys.platform != "win32" else 9]
    deep.mkdir(parents=True)
    file = deep / "who's there 😀.txt"
    file.write_bytes(GOOD)
    assert check(take(file, folder).path).outcome == "accept"
    assert check(file).outcome == "accept"


def test_a_file_that_is_read_only_and_open_elsewhere(tmp_path: Path, folder: Path) -> None:  # A16
    file = tmp_path / "a.txt"
    file.write_bytes(GOOD)
    file.chmod(0o400)
    with file.open("rb") as elsewhere:
        elsewhere.read(3)
        copy = take(file, folder)
        assert check(file).outcome == "accept"
    assert copy.path.read_bytes() == GOOD
    file.chmod(0o600)


def test_a_folder_is_no_file(tmp_path: Path, folder: Path) -> None:  # F01
    (tmp_path / "x.txt").mkdir()
    assert both(tmp_path / "x.txt", folder) == "notfile"


@unix
def test_a_link_is_not_followed(tmp_path: Path, folder: Path) -> None:  # F03
    (tmp_path / "a.txt").write_bytes(GOOD)
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert both(tmp_path / "b.txt", folder) == "link"
    (tmp_path / "a.txt.lnk").write_bytes(GOOD)
    assert both(tmp_path / "a.txt.lnk", folder) == "link"


@unix
def test_a_dangling_link_and_a_loop_of_links(tmp_path: Path, folder: Path) -> None:  # F04
    (tmp_path / "a.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "c.txt")
    (tmp_path / "c.txt").symlink_to(tmp_path / "b.txt")
    for name in ("a.txt", "b.txt"):
        assert both(tmp_path / name, folder) == "link"


@unix
def test_a_pipe_a_socket_or_a_device_is_not_opened(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # F05
    os.mkfifo(tmp_path / "a.txt")
    monkeypatch.chdir(tmp_path)  # a socket's path has to be short
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("b.txt")
        assert both(tmp_path / "a.txt", folder) == "notfile"
        assert both(tmp_path / "b.txt", folder) == "notfile"
    assert both(Path("/dev/zero"), folder) == "notfile"


def test_a_sparse_file_of_nuls(tmp_path: Path) -> None:  # F06
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(50 << 20)
    verdict = check(tmp_path / "a.txt")
    assert (verdict.code, verdict.detail["offset"]) == ("nul", 0)


@unix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "a.txt").write_bytes(GOOD)
    (tmp_path / "a.txt").chmod(0)
    assert both(tmp_path / "a.txt", folder) == "unreadable"


class Odd(io.BytesIO):
    """A file that does something else at its second reading."""

    def __init__(self, data: bytes, second: Callable[[], bytes]) -> None:
        super().__init__(data)
        self._second, self._reads = second, 0

    def read(self, size: int | None = -1, /) -> bytes:
        self._reads += 1
        return self._second() if self._reads == 2 else super().read(size)


def opening(file: BinaryIO, size: int) -> dict[str, object]:
    """In place of the real opening."""

    @contextlib.contextmanager
    def opened(path: Path) -> Iterator[Chosen]:
        yield Chosen(file, size, 0, on_disk=False)

    return {"open_file": opened}


def _fails(number: int) -> Callable[[], bytes]:
    def fail() -> bytes:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM])
def test_reading_that_is_not_allowed(folder: Path, number: int) -> None:  # F07
    """As root reads everything, a file object stands for what may not be read."""
    odd = opening(Odd(GOOD, _fails(number)), 99)
    assert refused(Path("a.txt"), folder, **odd) == "unreadable"


def test_a_file_that_vanished(tmp_path: Path, folder: Path) -> None:  # F08
    assert both(tmp_path / "a.txt", folder) == "gone"


@pytest.mark.parametrize("number", [errno.EIO, errno.ETIMEDOUT, errno.ESTALE])
def test_a_drive_that_drops_while_copying(folder: Path, number: int) -> None:  # F09
    """A file object stands for the drive; its stalling is ended by killing the child."""
    odd = opening(Odd(GOOD, _fails(number)), 99)
    assert refused(Path("a.txt"), folder, **odd) == "unreadable"


def test_a_file_that_a_cloud_brings_bit_by_bit(folder: Path) -> None:  # F10
    """A file object stands for the cloud's: it comes in small pieces, with progress for each."""

    class Slow(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            return super().read(5)

    told: list[int] = []
    copy = take(
        Path("a.txt"),
        folder,
        lambda done, size: told.append(done),
        **opening(Slow(GOOD), len(GOOD)),  # type: ignore[arg-type]
    )
    assert copy.path.read_bytes() == GOOD
    assert told == [5, 10, 15, 17]


@pytest.mark.parametrize("change", [-1, 1, 100])
def test_a_file_that_changes_its_size_while_it_is_copied(folder: Path, change: int) -> None:  # F11
    odd = opening(io.BytesIO(GOOD), len(GOOD) + change)
    assert refused(Path("a.txt"), folder, **odd) == "changed"


def test_a_file_that_is_written_to_while_it_is_copied(tmp_path: Path, folder: Path) -> None:  # F11
    file = tmp_path / "a.txt"
    file.write_bytes(GOOD)

    def write(done: int, size: int) -> None:
        file.write_bytes(GOOD.upper())
        os.utime(file, ns=(1, 1))

    assert refused(file, folder, progress=write) == "changed"


def test_an_original_that_is_edited_later_changes_nothing(
    tmp_path: Path, folder: Path
) -> None:  # F12
    file = tmp_path / "a.txt"
    file.write_bytes(GOOD)
    copy = take(file, folder)
    assert not copy.original_changed()
    file.write_bytes(b"mallory\n")
    assert copy.original_changed()
    assert b"".join(read_verified(copy)) == GOOD


def test_an_original_that_is_deleted_later_changes_nothing(
    tmp_path: Path, folder: Path
) -> None:  # F13
    file = tmp_path / "a.txt"
    file.write_bytes(GOOD)
    copy = take(file, folder)
    file.unlink()
    assert copy.original_changed()
    assert b"".join(read_verified(copy)) == GOOD


@pytest.mark.parametrize("size_bytes", [17, 3 << 20])
@pytest.mark.parametrize("alter", ["first", "last", "longer", "shorter"])
def test_a_copy_that_was_altered_is_never_given_out_whole(
    tmp_path: Path, folder: Path, alter: str, size_bytes: int
) -> None:  # F14
    file = tmp_path / "a.txt"
    file.write_bytes((GOOD * (size_bytes // len(GOOD) + 1))[:size_bytes])
    copy = take(file, folder)
    data = bytearray(copy.path.read_bytes())
    match alter:
        case "first":
            data[0] ^= 1
        case "last":
            data[-1] ^= 1
        case "longer":
            data += b"x"
        case _:
            del data[-1]
    copy.path.write_bytes(data)
    given = bytearray()
    with pytest.raises(Refusal) as refusal:
        given.extend(byte for block in read_verified(copy) for byte in block)
    assert refusal.value.code == "changed"
    assert len(given) < size_bytes


def test_a_copy_that_is_missing(tmp_path: Path, folder: Path) -> None:  # F15
    file = tmp_path / "a.txt"
    file.write_bytes(GOOD)
    copy = take(file, folder)
    copy.path.unlink()
    with pytest.raises(Refusal) as refusal:
        next(read_verified(copy))
    assert refusal.value.code == "gone"


@unix
def test_no_room_for_the_copy(tmp_path: Path, folder: Path) -> None:  # F16
    """A limit on the size of files stands for a full disk."""
    import resource
    import signal

    file = tmp_path / "a.txt"
    file.write_bytes(GOOD * 100_000)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, hard))
    try:
        code = refused(file, folder)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)
    assert code == "diskfull"
    assert file.stat().st_size == len(GOOD) * 100_000


@pytest.mark.parametrize("text", ["https://example.com/a.txt", "alice01", "alice01\nbob\n", ""])
def test_a_web_address_or_a_text_is_no_file(folder: Path, text: str) -> None:  # F17
    assert refused(Path(text), folder) in {"gone", "notfile"}


@unix
@pytest.mark.parametrize("other", ["link", "file"])
def test_a_path_that_becomes_another_between_look_and_open(
    tmp_path: Path, folder: Path, other: str
) -> None:  # F18
    file, secret = tmp_path / "a.txt", tmp_path / "secret"
    file.write_bytes(GOOD)
    secret.write_bytes(GOOD)

    class Moving(type(file)):  # type: ignore[misc]
        """A path that is exchanged as soon as it was looked at."""

        def lstat(self) -> os.stat_result:
            seen = os.lstat(self)
            file.unlink()
            if other == "link":
                file.symlink_to(secret)
            else:
                secret.rename(file)
            return seen

    assert refused(Moving(file), folder) == "changed"


def test_what_an_earlier_run_left_is_swept_and_nothing_else(tmp_path: Path) -> None:
    for name in (f"0123{PARTIAL}", f".x.csv{PARTIAL}", "kept.txt"):
        (tmp_path / name).write_bytes(b"x")
    sweep(tmp_path)
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["kept.txt"]
    sweep(tmp_path / "not there")


def test_the_open_file_is_what_is_judged(tmp_path: Path) -> None:
    with source.chosen(_good(tmp_path)) as chosen:
        (tmp_path / "a.txt").unlink()
        assert b"".join(of_file(chosen.file, "a.txt", chosen.size_bytes).blocks()) == GOOD


def _good(folder: Path) -> Path:
    (folder / "a.txt").write_bytes(GOOD)
    return folder / "a.txt"
