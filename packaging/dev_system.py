"""What the machine itself must have: Qt's libraries, Xvfb, strace, fonts, Python's venv.

On Debian-like Linux what is missing is installed when root, else the exact command is named.
Elsewhere nothing is done: Windows and macOS bring it all, other Linuxes are told by Qt's own
words what they lack. Standard library only.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from typing import NamedTuple


class Stop(Exception):
    """An expected end: one line that says what is wrong and what to do."""


LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libX11.so.6": "libx11-6",
    "libz.so.1": "zlib1g",
}
"""Library → Debian package, for importing Qt at all. From the NEEDED entries of PySide6's files."""

XCB_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""For a window on an X display; Qt's platform plugin xcb."""

FONTS = ("fonts-inter", "fonts-noto-cjk", "fonts-noto-color-emoji")


class Needs(NamedTuple):
    """What one command wants of the machine."""

    libraries: dict[str, str]
    programs: dict[str, str]
    """Program → Debian package."""
    packages: tuple[str, ...]
    """Packages with neither: fonts."""


WINDOW = Needs(LIBRARIES | XCB_LIBRARIES, {}, ())
"""A desktop has its fonts."""
OFFSCREEN = Needs(LIBRARIES, {}, FONTS)
TESTS = Needs(
    LIBRARIES | XCB_LIBRARIES,
    {
        "Xvfb": "xvfb",
        "strace": "strace",
        # A real keyring on a bus of its own: tests/secrets/test_keyring_states.py.
        "gnome-keyring-daemon": "gnome-keyring",
        "dbus-run-session": "dbus-daemon",
    },
    FONTS,
)


def has_display() -> bool:
    """Whether a window can be shown; always true but on Linux and its kin."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def need(needs: Needs, *, may_install: bool | None = None) -> None:
    """Install what is missing, or raise `Stop` with the command that does.

    `may_install` is whether this is root, unless told.
    """
    if _is_debian_like():
        missing = [p for name, p in needs.libraries.items() if not _loads(name)]
        missing += [p for name, p in needs.programs.items() if not shutil.which(name)]
        missing += _not_installed(needs.packages)
        _install(missing, may_install)


def need_venv() -> None:
    """The same for Python's own venv, which Debian keeps in a package of its own."""
    if importlib.util.find_spec("ensurepip"):
        return
    if not _is_debian_like():
        raise Stop("This Python lacks ensurepip; install your system's package for venv.")
    _install([f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"], None)


def _is_debian_like() -> bool:
    tools = ("apt-get", "dpkg-query")
    return sys.platform == "linux" and all(shutil.which(tool) for tool in tools)


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _not_installed(packages: tuple[str, ...]) -> list[str]:
    if not packages:
        return []
    query = ["dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\n", *packages]
    # Its exit code is 1 when one of them is unknown; the others are listed all the same.
    listed = subprocess.run(query, capture_output=True, text=True).stdout.splitlines()
    return [package for package in packages if f"{package} installed" not in listed]


def _install(packages: list[str], may_install: bool | None) -> None:
    if not packages:
        return
    if may_install is None:
        may_install = os.geteuid() == 0
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if not may_install:
        raise Stop(
            "this machine lacks some system packages. Install them, then try again:\n"
            f"  sudo apt-get update && sudo {' '.join(install)}"
        )
    print(f"dev.py: Installing system packages: {' '.join(packages)}", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # A list that cannot be renewed (one source of many) need not stop the installation.
    _quietly(["apt-get", "update"], environment)
    problem = _quietly(install, environment)
    if problem:
        sys.stderr.write(problem)
        raise Stop(f"the system packages were not installed. Try: {' '.join(install)}")


def _quietly(command: list[str], environment: dict[str, str]) -> str:
    """Run it; gives back its last lines when it fails, nothing when it succeeds."""
    done = subprocess.run(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    return "" if done.returncode == 0 else "\n".join(done.stdout.splitlines()[-20:]) + "\n"
