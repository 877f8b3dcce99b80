"""The environment that the program is frozen from: what is locked for it, PyInstaller, no tests.

Made in build/environment and thrown away when a lock changes. Standard library only.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import dev_setup
import dev_system
import translations
from dev_system import Stop

ROOT = dev_setup.ROOT
BUILD = ROOT / "build"
PLACE = BUILD / "environment"
STAMP = PLACE / "made-of"
LOCKS = tuple(ROOT / "packaging" / n for n in ("requirements.txt", "requirements-build.txt"))


def set_up() -> Path:
    """Make what is missing of it; gives back its Python. Raises `Stop`."""
    made_of = _made_of()
    if not STAMP.is_file() or STAMP.read_text("utf-8") != made_of:
        print("build.py: Making build/environment (once)", flush=True)
        dev_system.need_venv()
        shutil.rmtree(PLACE, ignore_errors=True)
        _must([sys.executable, "-m", "venv", str(PLACE)])
        for lock in LOCKS:
            # As dev_setup: wheels only, and only those that were locked.
            safe = ["--require-hashes", "--only-binary", ":all:", "-r", str(lock)]
            quiet = ["--quiet", "--disable-pip-version-check", "--no-input"]
            _must([str(python()), "-m", "pip", "install", *quiet, *safe])
        STAMP.write_text(made_of, "utf-8")
    for source in translations.outdated(ROOT / "resources" / "i18n"):
        try:
            translations.compile_one(source, _lrelease())
        except translations.NotCompiled as error:
            raise Stop(str(error)) from None
    return python()


def python() -> Path:
    """Its interpreter."""
    return PLACE / "Scripts" / "python.exe" if os.name == "nt" else PLACE / "bin" / "python"


def _lrelease() -> Path:
    found = [p for p in PLACE.glob("**/PySide6/lrelease*") if p.suffix in ("", ".exe")]
    if not found:
        raise Stop("PySide6's lrelease is missing; delete build/environment and try again.")
    return found[0]


def _made_of() -> str:
    hashes = [hashlib.sha256(lock.read_bytes()).hexdigest() for lock in LOCKS]
    return "\n".join([f"{sys.base_prefix} {sys.version}", *hashes])


def _must(command: list[str]) -> None:
    if subprocess.call(command, stdin=subprocess.DEVNULL) != 0:
        raise Stop(f"this did not go well (see above): {' '.join(command[:6])} …")
