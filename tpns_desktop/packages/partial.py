"""Files that are being made: whole under their name, or not there.

What a killed process leaves has the ending ``PARTIAL``. Whoever starts a job that writes beside a
person's own files has noted the name beforehand, so that the next start removes it.
"""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

from tpns_desktop.packages.verdict import Refusal

PARTIAL: Final = ".part"
"""Ending of a file that is being made; whatever has it is left over and may be removed."""
FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""Errors that mean: no room."""


@contextlib.contextmanager
def private(path: Path) -> Iterator[BinaryIO]:
    """A new file only its owner may read; on the disk when the block ends.

    Raises FileExistsError, OSError.
    """
    # Not its parents: a child whose program was killed must not make anew what the next start has
    # cleared away.
    path.parent.mkdir(mode=0o700, exist_ok=True)
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


@contextlib.contextmanager
def whole(target: Path) -> Iterator[BinaryIO]:
    """A file that gets the name ``target`` when the block ends well, and vanishes otherwise.

    Until then it is ``.<name>.part``; a target that ends so itself is written to directly. Raises
    Refusal ``exists``: nothing is ever overwritten. Raises OSError.
    """
    named = target.suffix == PARTIAL
    partial = target if named else target.with_name(f".{target.name}{PARTIAL}")
    if target.exists() or partial.exists():
        raise Refusal("exists")
    try:
        with private(partial) as file:
            yield file
        if not named:
            _named(partial, target)
    except BaseException:
        with contextlib.suppress(OSError):
            partial.unlink()
        raise
    if not named:
        partial.unlink(missing_ok=True)


def _named(partial: Path, target: Path) -> None:
    try:
        os.link(partial, target)  # unlike a rename, never replaces what is there
    except FileExistsError:
        raise Refusal("exists") from None
    except OSError:  # a disk without hard links, such as a memory stick
        if target.exists():
            raise Refusal("exists") from None
        partial.rename(target)


def sweep(folder: Path) -> None:
    """Remove what an earlier run did not finish."""
    with contextlib.suppress(OSError):
        for path in folder.glob(f"*{PARTIAL}"):
            with contextlib.suppress(OSError):
                path.unlink()
