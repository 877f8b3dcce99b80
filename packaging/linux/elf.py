"""What Linux files ask of the machine: libraries by name, and the oldest C library they run on.

Reads what `objdump -p` prints, which is what the loader itself goes by.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dev_system import Stop

_NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)", re.MULTILINE)
_SONAME = re.compile(r"^\s+SONAME\s+(\S+)", re.MULTILINE)
_VERSION = re.compile(r"\b(GLIBC|GLIBCXX|CXXABI|GCC)_([0-9][0-9.]*)\b")
_FILE = re.compile(r"^(/.*):\s+file format ", re.MULTILINE)
_AT_ONCE = 200
"""Files that one objdump looks at."""


@dataclass(frozen=True)
class Elf:
    """What one file says."""

    soname: str = ""
    needed: frozenset[str] = frozenset()
    """Libraries by file name, such as "libGL.so.1"."""
    versions: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """"GLIBC", "GLIBCXX" … → the newest version that the file refers to."""


def read(files: Iterable[Path]) -> dict[Path, Elf]:
    """Each ELF file among `files` → what it says; others are passed over. Raises `Stop`."""
    wanted = [file.absolute() for file in files if not file.is_symlink() and is_elf(file)]
    found = {}
    for start in range(0, len(wanted), _AT_ONCE):
        found.update(parse(_objdump(wanted[start : start + _AT_ONCE])))
    return found


def is_elf(file: Path) -> bool:
    """Whether a file is a program or library of Linux."""
    with file.open("rb") as opened:
        return opened.read(4) == b"\x7fELF"


def parse(text: str) -> dict[Path, Elf]:
    """The same from what objdump printed."""
    parts = _FILE.split(text)[1:]
    return {Path(name): _one(said) for name, said in zip(parts[::2], parts[1::2], strict=True)}


def newest(elves: Iterable[Elf], kind: str) -> tuple[int, ...]:
    """The newest version of a kind ("GLIBC") that any of them refers to; () for none."""
    return max((elf.versions.get(kind, ()) for elf in elves), default=())


def _one(text: str) -> Elf:
    soname = _SONAME.search(text)
    # What the file itself defines stands before what it refers to.
    _, _, referred = text.partition("Version References:")
    versions: dict[str, tuple[int, ...]] = {}
    for kind, number in _VERSION.findall(referred):
        version = tuple(int(part) for part in number.strip(".").split("."))
        versions[kind] = max(versions.get(kind, ()), version)
    return Elf(soname[1] if soname else "", frozenset(_NEEDED.findall(text)), versions)


def _objdump(files: list[Path]) -> str:
    try:
        done = subprocess.run(
            ["objdump", "-p", *map(str, files)],
            env={**os.environ, "LC_ALL": "C"},
            capture_output=True,
            text=True,
            errors="replace",
        )
    except FileNotFoundError:
        raise Stop("objdump is missing; install the package binutils.") from None
    if done.returncode != 0:
        raise Stop(f"objdump: {done.stderr.strip()[:400]}")
    return done.stdout
