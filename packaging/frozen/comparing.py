"""Whether the same source gives the same files: freezes twice and compares byte by byte."""

from __future__ import annotations

import hashlib
from pathlib import Path

from frozen import environment, folder


def twice(python: Path) -> int:
    """Freeze twice, print what differs; gives 0 when nothing does."""
    first = folder.freeze(python, environment.BUILD / "first")
    second = folder.freeze(python, environment.BUILD / "second")
    found = differences(first, second)
    number = len(hashes(first))
    print(f"{number - len(found)} of {number} files are the same, byte for byte.")
    for line in found:
        print(f"  {line}")
    return 1 if found else 0


def differences(first: Path, second: Path) -> list[str]:
    """What is in one only, or not the same in both."""
    one, other = hashes(first), hashes(second)
    lines = [f"{name}: in one of them only" for name in sorted(one.keys() ^ other.keys())]
    lines += [f"{n}: differs" for n in sorted(one.keys() & other.keys()) if one[n] != other[n]]
    return lines


def hashes(place: Path) -> dict[str, str]:
    """Path inside → SHA-256 of a file, or where a link leads."""
    found = {}
    for path in sorted(place.rglob("*")):
        name = path.relative_to(place).as_posix()
        if path.is_symlink():
            found[name] = f"-> {path.readlink().as_posix()}"
        elif path.is_file():
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found
