"""Makes the frozen folder, looks whether it is what it should be, and weighs it."""

from __future__ import annotations

import fnmatch
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import dev_setup
import identity
from dev_system import Stop

from frozen import environment, feed, trims

ROOT = dev_setup.ROOT
MADE = environment.BUILD / "made"
"""What the spec takes besides the source: icons, licences, where updates are told."""
WORK = environment.BUILD / "pyinstaller"
OUT = environment.BUILD / "frozen"
NAME = "tpns-desktop"

SYSTEMS = {"linux": "linux", "win32": "windows", "darwin": "macos"}


@dataclass(frozen=True)
class Weight:
    """Bytes on the disk, links not counted."""

    all: int
    data_libraries: int
    """NumPy and pyqtgraph among them."""

    def words(self) -> str:
        """The same in words, in MB of 10^6 bytes."""
        rest = self.all - self.data_libraries
        return (
            f"{self.all / 1e6:.0f} MB; without NumPy and pyqtgraph "
            f"({self.data_libraries / 1e6:.0f} MB): {rest / 1e6:.0f} MB"
        )


def this_system() -> str:
    """One of linux, windows, macos; PyInstaller freezes for the machine it runs on alone."""
    return SYSTEMS.get(sys.platform, sys.platform)


def prepare(python: Path) -> None:
    """Make what the spec takes besides the source. Raises `Stop`."""
    shutil.rmtree(MADE, ignore_errors=True)
    here = ROOT / "packaging" / "frozen"
    resources = MADE / "resources"
    sbom = ROOT / "dist" / f"{NAME}-{this_system()}.cdx.json"
    variables = {**os.environ, "SOURCE_DATE_EPOCH": source_date(), "QT_QPA_PLATFORM": "offscreen"}
    for command in (
        [here / "icons.py", MADE / "icons"],
        [here / "licences.py", resources / "licences", sbom],
    ):
        if (
            subprocess.call(
                [str(python), *map(str, command)], env=variables, stdin=subprocess.DEVNULL
            )
            != 0
        ):
            raise Stop(f"{command[0].name} did not come to its end (see above).")
    feed.write(resources / "updates.json")
    if this_system() == "windows":
        words = identity.filled(
            ROOT / "packaging" / "windows" / "version_info.txt",
            NUMBERS=", ".join([*identity.version().split("."), "0"]),
        )
        (MADE / "version_info.txt").write_text(words, "utf-8")


def freeze(python: Path, out: Path = OUT) -> Path:
    """Freeze the program with the environment's Python; gives back the folder. Raises `Stop`."""
    for old in (WORK, out):
        shutil.rmtree(old, ignore_errors=True)
    command = [str(python), "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    command += ["--distpath", str(out), "--workpath", str(WORK)]
    command.append(str(ROOT / "packaging" / "frozen" / "tpns-desktop.spec"))
    variables = {
        **os.environ,
        "TPNS_DESKTOP_MADE": str(MADE),
        "SOURCE_DATE_EPOCH": source_date(),
        "PYTHONHASHSEED": "1",
        "QT_QPA_PLATFORM": "offscreen",
        # The order in which a folder is read must not show, nor what is in a person's own one.
        "PYTHONNOUSERSITE": "1",
    }
    if subprocess.call(command, cwd=ROOT, env=variables, stdin=subprocess.DEVNULL) != 0:
        raise Stop("PyInstaller did not come to its end (see above).")
    folder = out / NAME
    problems = look(folder, this_system())
    if problems:
        raise Stop("the frozen folder is not right:\n  " + "\n  ".join(problems))
    return folder


def look(folder: Path, system: str) -> list[str]:
    """What is there and should not be, and what is missing; nothing is right."""
    inside = sorted(inside_paths(folder))
    problems = [f"{path} was to be dropped" for path in inside if trims.is_dropped(path)]
    for pattern in trims.kept(system):
        if not any(fnmatch.fnmatchcase(path, pattern) for path in inside):
            problems.append(f"nothing is like {pattern}")
    if system == "linux":
        problems += [f"{p} belongs to the system" for p in inside if trims.is_systems(p)]
    return problems


def inside_paths(folder: Path) -> list[str]:
    """Paths below `_internal`, as the patterns of `trims` have them."""
    inner = folder / "_internal"
    return [p.relative_to(inner).as_posix() for p in inner.rglob("*") if p.is_file()]


def weigh(folder: Path) -> Weight:
    """How large it is."""
    inner = folder / "_internal"
    size = data = 0
    for file in folder.rglob("*"):
        if file.is_file() and not file.is_symlink():
            size += file.stat().st_size
            inside = file.is_relative_to(inner)
            if inside and trims.is_data_library(file.relative_to(inner).as_posix()):
                data += file.stat().st_size
    return Weight(size, data)


def program(folder: Path) -> Path:
    """What is started in it."""
    return folder / (f"{NAME}.exe" if sys.platform == "win32" else NAME)


def source_date() -> str:
    """Seconds since 1970 of what is built: the last commit's, so that a second build has the same.

    SOURCE_DATE_EPOCH, where it is set, goes first.
    """
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return given
    return _said(["git", "log", "-1", "--format=%ct"]) or "1767225600"


def _said(command: list[str]) -> str:
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
