"""Makes `name.qm` beside `name.ts` with Qt's lrelease.

Shared by `dev_setup` and `wheel_hook`; which lrelease to take is theirs to know. Standard
library only.
"""

from __future__ import annotations

import subprocess
from pathlib import Path


class NotCompiled(Exception):
    """One line: which file, and lrelease's own words."""


def outdated(folder: Path) -> list[Path]:
    """The .ts files in `folder` whose .qm is missing or older; none without the folder."""
    return [s for s in sorted(folder.glob("*.ts")) if _is_older(s.with_suffix(".qm"), s)]


def compile_one(source: Path, lrelease: Path) -> Path:
    """Make the .qm beside `source`; gives back its path. Raises `NotCompiled`."""
    target = source.with_suffix(".qm")
    command = [str(lrelease), "-silent", str(source), "-qm", str(target)]
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    except OSError as error:
        raise NotCompiled(f"{source.name}: {lrelease.name} does not start: {error}") from None
    if done.returncode != 0:
        words = " ".join((done.stderr or done.stdout).split())
        raise NotCompiled(f"{source.name} was not compiled: {words}")
    return target


def _is_older(target: Path, source: Path) -> bool:
    return not target.exists() or target.stat().st_mtime < source.stat().st_mtime
