"""The private copy of a chosen file: made and hashed in one go, checked again while it is uploaded.

Everything that follows (check, confirmation, upload) uses this copy, so what a person did to the
original meanwhile changes nothing (hostile packages, ground rule 2 and section F).
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final

from tpns_desktop.packages import names, source
from tpns_desktop.packages.partial import FULL, PARTIAL, private, sweep
from tpns_desktop.packages.verdict import Refusal

__all__ = ["FULL", "PARTIAL", "Snapshot", "read_verified", "sweep", "take"]

_CHUNK: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A private copy."""

    path: Path
    name: str
    """The original's name, as it is sent."""
    size_bytes: int
    sha256: str
    original: Path
    original_mtime_ns: int

    def as_dict(self) -> dict[str, Any]:
        """For the pipe between the child and the program."""
        return {
            "path": str(self.path),
            "name": self.name,
            "size_bytes": self.size_bytes,
            "sha256": self.sha256,
            "original": str(self.original),
            "original_mtime_ns": self.original_mtime_ns,
        }

    @classmethod
    def from_dict(cls, said: dict[str, Any]) -> Snapshot:
        """The other way round."""
        return cls(**{**said, "path": Path(said["path"]), "original": Path(said["original"])})

    def original_changed(self) -> bool:
        """Whether the original is another file by now, or gone. The copy is what counts."""
        try:
            now = self.original.stat()
        except OSError:
            return True
        return (now.st_size, now.st_mtime_ns) != (self.size_bytes, self.original_mtime_ns)


def take(
    path: Path,
    folder: Path,
    progress: Callable[[int, int], None] | None = None,
    *,
    open_file: Callable[[Path], contextlib.AbstractContextManager[source.Chosen]] = source.chosen,
) -> Snapshot:
    """Copy the file at ``path`` into ``folder`` and hash it. Raises Refusal; then nothing is left.

    ``open_file`` gives the open file; a slow or vanishing one in tests.
    """
    with open_file(path) as chosen:
        partial = folder / f"{os.urandom(8).hex()}{PARTIAL}"
        try:
            with private(partial) as copy:
                digest, copied = _copied(chosen.file, copy, chosen.size_bytes, progress)
            after = os.fstat(chosen.file.fileno()) if chosen.on_disk else None
            grown = after is not None and (after.st_size, after.st_mtime_ns) != (
                chosen.size_bytes,
                chosen.mtime_ns,
            )
            if copied != chosen.size_bytes or grown:
                raise Refusal("changed")
            kept = folder / f"{digest}{names.ending(path.name)}"
            partial.replace(kept)
        except OSError as error:
            raise Refusal("diskfull" if error.errno in FULL else "unreadable") from None
        finally:
            with contextlib.suppress(OSError):
                partial.unlink()
    return Snapshot(kept, path.name, copied, digest, path.absolute(), chosen.mtime_ns)


def read_verified(snapshot: Snapshot) -> Iterator[bytes]:
    """The bytes of a copy, for an upload. Raises Refusal: ``gone``, or ``changed`` at the end.

    The last block is held back until the hash is known to be right, so an upload of a copy that
    was altered never completes.
    """
    try:
        # Whole blocks are read, so a buffer would only be one more copy.
        file = snapshot.path.open("rb", buffering=0)
    except OSError:
        raise Refusal("gone") from None
    with file:
        digest, read = hashlib.sha256(), 0
        held = b""
        while block := file.read(_CHUNK):
            digest.update(block)
            read += len(block)
            if read > snapshot.size_bytes:
                raise Refusal("changed")
            if held:
                yield held
            held = block
        if read != snapshot.size_bytes or digest.hexdigest() != snapshot.sha256:
            raise Refusal("changed")
        yield held


def _copied(
    file: BinaryIO, copy: BinaryIO, size: int, progress: Callable[[int, int], None] | None
) -> tuple[str, int]:
    digest, copied = hashlib.sha256(), 0
    with ThreadPoolExecutor(1) as beside:
        while copied <= size:
            try:
                block = file.read(_CHUNK)
            except OSError:
                raise Refusal("unreadable") from None
            if not block:
                break
            hashed = beside.submit(digest.update, block)
            copy.write(block)
            hashed.result()
            copied += len(block)
            if progress is not None:
                progress(copied, size)
    return digest.hexdigest(), copied
