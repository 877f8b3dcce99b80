"""Which packages bring the libraries that the frozen program leaves to the machine.

Plain tables; a library that is in none of them stops the build, so that no package forgets one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Final

import dev_system
from dev_system import Stop

from linux import elf
from linux.elf import Elf

C_LIBRARY: Final = frozenset(
    {
        *("libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0", "librt.so.1"),
        *("libutil.so.1", "libresolv.so.2", "libcrypt.so.1", "ld-linux-x86-64.so.2"),
        "ld-linux-aarch64.so.1",
    }
)
"""All in Debian's libc6, but libcrypt."""

DEBIAN: Final = {
    **dev_system.LIBRARIES,
    **dev_system.XCB_LIBRARIES,
    "libxcb.so.1": "libxcb1",
    "libXext.so.6": "libxext6",
    "libXrender.so.1": "libxrender1",
    "libexpat.so.1": "libexpat1",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libuuid.so.1": "libuuid1",
    "libcrypt.so.1": "libcrypt1",
    "libzstd.so.1": "libzstd1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libgcc_s.so.1": "libgcc-s1",
    "libstdc++.so.6": "libstdc++6",
}
"""Library → Debian package. Fedora's rpm knows libraries by their own names."""

# https://gcc.gnu.org/onlinedocs/libstdc++/manual/abi.html
_GCC_OF: Final = {
    (3, 4, 28): "9.3",
    (3, 4, 29): "11",
    (3, 4, 30): "12",
    (3, 4, 31): "13.1",
    (3, 4, 32): "13.2",
    (3, 4, 33): "14.1",
    (3, 4, 34): "15.1",
}
"""GLIBCXX → the GCC that first had it, which is Debian's version of libstdc++6."""


def outside(elves: Iterable[Elf], inside: Collection[str]) -> frozenset[str]:
    """Libraries that are needed and not in the folder; `inside` has the folder's file names."""
    needed = frozenset().union(*(elf.needed for elf in elves))
    return needed - frozenset(inside)


def reachable(files: dict[str, Elf], roots: Iterable[str]) -> frozenset[str]:
    """The file names that `roots` need, directly and through each other; roots included."""
    found, todo = set(), list(roots)
    while todo:
        name = todo.pop()
        if name in files and name not in found:
            found.add(name)
            todo += files[name].needed
    return frozenset(found)


def debian_depends(elves: Collection[Elf], inside: Collection[str]) -> list[str]:
    """What a .deb of these files depends on, with floors computed from them. Raises `Stop`."""
    libraries = outside(elves, inside)
    packages = {"libc6"}
    for library in libraries - C_LIBRARY:
        if library not in DEBIAN:
            raise Stop(f"{library} is needed, and linux/libraries.py knows no package for it.")
        packages.add(DEBIAN[library])
    if "libcrypt.so.1" in libraries:
        packages.add("libcrypt1")
    floors = {
        "libc6": _floor(elf.newest(elves, "GLIBC")),
        "libstdc++6": _gcc(elf.newest(elves, "GLIBCXX")),
    }
    return [
        f"{name} (>= {floors[name]})" if floors.get(name) else name for name in sorted(packages)
    ]


def rpm_requires(elves: Collection[Elf], inside: Collection[str]) -> list[str]:
    """The same for an .rpm: libraries by name, run-time libraries by their newest symbols."""
    libraries = outside(elves, inside) - {"ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1"}
    required = {f"{name}()(64bit)" for name in libraries}
    required.add(f"libc.so.6(GLIBC_{_floor(elf.newest(elves, 'GLIBC'))})(64bit)")
    if newest := elf.newest(elves, "GLIBCXX"):
        required.add(f"libstdc++.so.6(GLIBCXX_{_floor(newest)})(64bit)")
    return sorted(required)


def of_folder(folder: Path) -> tuple[list[Elf], set[str]]:
    """A folder's ELF files, and the names of all its files."""
    files = [p for p in folder.rglob("*") if p.is_file()]
    return list(elf.read(files).values()), {p.name for p in files}


def glibc_floor(folder: Path) -> str:
    """The oldest C library on which all files of the folder load, such as "2.35"."""
    return _floor(elf.newest(of_folder(folder)[0], "GLIBC"))


def floor_files(folder: Path) -> list[str]:
    """Which files set that floor, to tell where it comes from."""
    found = elf.read(p for p in folder.rglob("*") if p.is_file())
    newest = elf.newest(found.values(), "GLIBC")
    return sorted(
        file.relative_to(folder.absolute()).as_posix()
        for file, one in found.items()
        if one.versions.get("GLIBC") == newest
    )


def _floor(version: tuple[int, ...]) -> str:
    return ".".join(map(str, version))


def _gcc(version: tuple[int, ...]) -> str:
    if not version or version < min(_GCC_OF):
        return ""
    if version not in _GCC_OF:
        raise Stop(f"GLIBCXX_{_floor(version)} is in no table of linux/libraries.py.")
    return _GCC_OF[version]
