#!/usr/bin/env python3
"""Shows that the Windows installer installs, upgrades and removes, with a stand-in for the program.

    python3 packaging/windows/test_setup.py

The real NSIS script, any warning of which ends it, around three small files; run by Wine in a home
of its own. Needs nsis and wine64 (Debian). What the program does on Windows is not shown by it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import identity
from dev_system import Stop
from frozen import environment, folder

from windows import setup

OLDER, NEWER = "0.0.1", "0.0.2"
UNINSTALL = rf"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\{identity.NAME}"


class Wine:
    """A Windows of its own in a folder."""

    def __init__(self, home: Path) -> None:
        tool = shutil.which("wine64") or shutil.which("wine") or "/usr/lib/wine/wine64"
        if not Path(tool).exists():
            raise Stop("wine64 is missing; on Debian: apt-get install wine64")
        self._tool = tool
        self._variables = {
            **os.environ,
            "HOME": str(home),
            "WINEPREFIX": str(home / "wine"),
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree=;mshtml=;winemenubuilder.exe=",
        }
        self._variables.pop("DISPLAY", None)
        self.run("wineboot", "--init")

    @property
    def person(self) -> Path:
        """The person's folder on its disk C."""
        people = self._prefix / "drive_c" / "users"
        return next(p for p in people.iterdir() if p.name != "Public")

    @property
    def _prefix(self) -> Path:
        return Path(self._variables["WINEPREFIX"])

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a Windows program and wait for it."""
        return subprocess.run(
            [self._tool, *command],
            env=self._variables,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=300,
        )

    def value(self, key: str, name: str) -> str:
        """A value of the registry, empty when there is none."""
        said = self.run("reg", "query", key, "/v", name).stdout.splitlines()
        lines = [line.split(None, 2) for line in said if line.strip().startswith(name)]
        return lines[0][2].strip() if lines and len(lines[0]) == 3 else ""

    def close(self) -> None:
        """End what still runs in it."""
        server = shutil.which("wineserver") or "/usr/lib/wine/wineserver64"
        if Path(server).exists():
            subprocess.run([server, "-k"], env=self._variables, check=False)


def main() -> int:
    """Do it and say what was seen; gives the exit code."""
    with tempfile.TemporaryDirectory(prefix="tpns-desktop-wine-") as place:
        try:
            if not setup.ICON.is_file():
                folder.prepare(environment.set_up())
            _all(Path(place))
        except Stop as stop:
            print(f"test_setup.py: {stop}", file=sys.stderr)
            return 1
    print("all went well")
    return 0


def _all(place: Path) -> None:
    older = _setup(place, "old.txt", OLDER)
    newer = _setup(place, "new.txt", NEWER)
    print(f"compiled without a warning: {older.name}, {newer.name}")
    wine = Wine(place)
    try:
        _install_and_remove(wine, older, newer)
    finally:
        wine.close()


def _setup(place: Path, name: str, version: str) -> Path:
    payload = _payload(place / version, name)
    return setup.compile_script(payload, place, fast=True, version=version, target="amd64-unicode")


def _install_and_remove(wine: Wine, older: Path, newer: Path) -> None:
    local = wine.person / "AppData" / "Local"
    place = local / "Programs" / identity.TITLE
    _must(wine.run(str(older), "/S").returncode == 0, "the installer ended well")
    _must((place / "tpns-desktop-gui.exe").is_file(), "the program is there")
    _must((place / "_internal" / "old.txt").is_file(), "so is what it needs")
    shortcut = _found(wine.person, f"{identity.TITLE}.lnk")
    _must([p.parent.name for p in shortcut] == ["Programs"], "it is in the Start menu alone")
    _must(wine.value(UNINSTALL, "DisplayVersion") == OLDER, "Windows lists it with its version")
    _must("uninstall.exe" in wine.value(UNINSTALL, "QuietUninstallString"), "and how to remove it")
    data = local / identity.NAME / "tpns-desktop.db"
    data.parent.mkdir(parents=True)
    data.write_text("a person's data")

    _must(wine.run(str(newer), "/S").returncode == 0, "a newer version installs over it")
    _must((place / "_internal" / "new.txt").is_file(), "what is new is there")
    _must(not (place / "_internal" / "old.txt").exists(), "what only the older one had is gone")
    _must(wine.value(UNINSTALL, "DisplayVersion") == NEWER, "Windows lists the newer version")

    own = place / "notes-of-a-person.txt"
    own.write_text("kept")
    # _?= keeps the uninstaller where it is, so that it can be waited for.
    wine.run(str(place / "uninstall.exe"), "/S", f"_?=C:{_windows(place, wine)}")
    left = sorted(p.name for p in place.rglob("*")) if place.is_dir() else []
    _must(left in ([own.name], [own.name, "uninstall.exe"]), f"removed but a person's own: {left}")
    _must(not _found(wine.person, f"{identity.TITLE}.lnk"), "the shortcut is gone")
    _must(not wine.value(UNINSTALL, "DisplayVersion"), "Windows lists it no more")
    _must(data.read_text() == "a person's data", "the person's data stayed")


def _windows(path: Path, wine: Wine) -> str:
    inside = path.relative_to(wine.person.parents[1])
    return "\\" + "\\".join(inside.parts)


def _payload(folder: Path, name: str) -> Path:
    (folder / "_internal").mkdir(parents=True)
    (folder / "_internal" / name).write_text(name)
    for program in ("tpns-desktop.exe", "tpns-desktop-gui.exe"):
        (folder / program).write_bytes(b"MZ")
    return folder


def _found(place: Path, name: str) -> list[Path]:
    return [p for p in place.rglob(name) if "Programs" in p.parts or "Desktop" in p.parts]


def _must(well: bool, what: str) -> None:
    if not well:
        raise Stop(f"not so: {what}")
    print(f"  {what}")


if __name__ == "__main__":
    sys.exit(main())
