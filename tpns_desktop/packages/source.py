"""The chosen file: what it points at, what it is called, what kind it is; then its bytes as blocks.

Owns everything that can be said before the rows are read. Links are not followed, devices not
opened, and the file that was looked at has to be the one that is opened. Raises ``Refusal`` with
the codes of the hostile packages' sections E, F and S.
"""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Final

from tpns_desktop.packages import archive, names
from tpns_desktop.packages.ahead import Begun
from tpns_desktop.packages.verdict import Refusal

SIZE_MAX: Final = 100 << 20
"""100 MB, read as the larger of its two meanings; above the smaller one there is a note."""
DECIMAL_MAX: Final = 100_000_000
BLOCK: Final = 1 << 19
"""Bytes read at once: what numpy makes of so many stays in a core's cache, and two threads seldom
wait for each other."""

_AHEAD: Final = 16
"""Blocks got before anyone asks for them (``Source.begin``)."""

# Windows: symbolic links and junctions. Files that a cloud service keeps have tags too, and are
# files.
_REPARSE_LINKS: Final = (0xA000000C, 0xA0000003)

_DISGUISES: Final = (
    (b"\xd0\xcf\x11\xe0", "old_workbook"),
    (b"%PDF", "pdf"),
    (b"\x1f\x8b", "gzip"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
)
_WORKBOOK: Final = (b"[Content_Types].xml", b"xl/", b"_rels/")


@dataclass(slots=True)
class Source:
    """An open file. ``blocks`` may be read more than once."""

    file: BinaryIO
    name: str
    size_bytes: int
    csv: bool
    """Whether the text is a ``.csv``, in a zip or not."""
    entry: archive.Entry | None = None
    notes: tuple[str, ...] = ()
    _begun: Begun[bytes] | None = field(default=None, init=False, repr=False)
    _asked: bool = field(default=False, init=False, repr=False)

    @property
    def text_bytes(self) -> int:
        """Bytes of the text; of one in a zip, as declared."""
        return self.size_bytes if self.entry is None else self.entry.size

    def blocks(self) -> Iterator[bytes]:
        """The bytes of the text, from the beginning. Raises Refusal for a zip that is damaged."""
        if self._begun is not None and not self._asked:
            self._asked = True
            return iter(self._begun)
        self.end()
        return self._read()

    def begin(self) -> None:
        """Read and unpack from now on, on a thread, for whoever asks for ``blocks`` next."""
        self._begun, self._asked = Begun(self._read(), _AHEAD), False

    def end(self) -> None:
        """Get no more of the blocks that were begun."""
        if self._begun is not None:
            self._begun.close()
            self._begun = None

    def _read(self) -> Iterator[bytes]:
        if self.entry is not None:
            return archive.stream(self.file, self.entry)
        return self._plain()

    def _plain(self) -> Iterator[bytes]:
        self.file.seek(0)
        while block := self.file.read(BLOCK):
            yield block


@dataclass(frozen=True, slots=True)
class Chosen:
    """An open file that was looked at; its content was not."""

    file: BinaryIO
    size_bytes: int
    mtime_ns: int
    on_disk: bool = True


@contextlib.contextmanager
def chosen(path: Path) -> Iterator[Chosen]:
    """Look at what a person chose and open it, for its name and size only. Raises Refusal."""
    seen = _looked(path)
    if trouble := names.file_trouble(path.name):
        raise Refusal(trouble)
    _check_size(seen.st_size)
    with _open(path, seen) as file:
        yield Chosen(file, seen.st_size, seen.st_mtime_ns)


@contextlib.contextmanager
def opened(path: Path) -> Iterator[Source]:
    """Look at the file at ``path`` and open it for its rows. Raises Refusal."""
    with chosen(path) as found:
        opened = of_file(found.file, path.name, found.size_bytes)
        try:
            yield opened
        finally:
            opened.end()


def of_file(file: BinaryIO, name: str, size_bytes: int) -> Source:
    """What an open file of an acceptable name is. Raises Refusal."""
    ending = names.ending(name)
    head = file.read(4096)
    notes: tuple[str, ...] = ("over-decimal",) if size_bytes > DECIMAL_MAX else ()
    if ending == ".zip":
        entry = archive.open_entry(file, size_bytes)
        notes += entry.notes
        if entry.size > SIZE_MAX:
            notes += ("large-unpacked",)
        csv = names.ending(entry.name) == ".csv"
        return Source(file, name, size_bytes, csv, entry, notes)
    for mark, kind in _DISGUISES:
        if head.startswith(mark):
            raise Refusal("disguised", kind=kind)
    if head.startswith(b"PK\x03\x04"):
        workbook = any(part in head for part in _WORKBOOK)
        raise Refusal("disguised", kind="workbook" if workbook else "zip")
    return Source(file, name, size_bytes, ending == ".csv", None, notes)


def _looked(path: Path) -> os.stat_result:
    try:
        seen = path.lstat()
    except FileNotFoundError:
        raise Refusal("gone") from None
    except (OSError, ValueError):
        raise Refusal("unreadable") from None
    if stat.S_ISLNK(seen.st_mode) or getattr(seen, "st_reparse_tag", 0) in _REPARSE_LINKS:
        raise Refusal("link")
    if not stat.S_ISREG(seen.st_mode):
        raise Refusal("notfile")
    return seen


def _check_size(size_bytes: int) -> None:
    if size_bytes == 0:
        raise Refusal("empty")
    if size_bytes > SIZE_MAX:
        raise Refusal("size", size_bytes=size_bytes)


def _open(path: Path, seen: os.stat_result) -> BinaryIO:
    # NONBLOCK: should the path have become a pipe meanwhile, opening it must not wait.
    flags = os.O_RDONLY
    for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY", "O_CLOEXEC"):
        flags |= getattr(os, name, 0)
    try:
        handle = os.open(path, flags)
    except FileNotFoundError:
        raise Refusal("gone") from None
    except PermissionError:
        raise Refusal("unreadable") from None
    except OSError:
        raise Refusal("changed" if path.is_symlink() else "unreadable") from None
    file = os.fdopen(handle, "rb")
    now = os.fstat(handle)
    if (now.st_dev, now.st_ino, now.st_size) != (seen.st_dev, seen.st_ino, seen.st_size):
        file.close()
        raise Refusal("changed")
    return file
