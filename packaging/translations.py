"""Makes `name.qm` beside `name.ts` with Qt's lrelease, and brings the .ts up to date with lupdate.

Shared by `dev_setup`, `dev` and `wheel_hook`; which tools to take is theirs to know. Standard
library only.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

from source_texts import SourceText, as_cpp

LANGUAGES = {"zh_CN": False, "en": True}
"""Language → whether its file holds only the plurals: the source is English already."""


class NotCompiled(Exception):
    """One line: which file, and lrelease's own words."""


class NotUpdated(Exception):
    """One line: lupdate's own words."""


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


def update(folder: Path, texts: Iterable[SourceText], lupdate: Path) -> list[Path]:
    """Bring `tpns_desktop_<language>.ts` in `folder` up to date; gives back their paths.

    What is translated stays, what no source has goes, what is new waits as unfinished. No line
    numbers are kept: a moved text is no change. Raises `NotUpdated`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    with tempfile.TemporaryDirectory() as place:
        marks = Path(place, "texts.cpp")
        marks.write_text(as_cpp(texts), "utf-8")
        for code, plurals_only in LANGUAGES.items():
            files.append(folder / f"tpns_desktop_{code}.ts")
            # lupdate would guess the language from the whole path, folders' names included.
            options = ["-source-language", "en", "-target-language", code]
            options += ["-silent", "-no-obsolete", "-locations", "none"]
            if plurals_only:
                options.append("-pluralonly")
            _run_lupdate([str(lupdate), *options, str(marks), "-ts", str(files[-1])])
    return files


def unfinished(file: Path) -> int:
    """How many texts of a .ts wait for their translation."""
    return file.read_text("utf-8").count('type="unfinished"')


def _run_lupdate(command: list[str]) -> None:
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    except OSError as error:
        raise NotUpdated(f"lupdate does not start: {error}") from None
    if done.returncode != 0:
        raise NotUpdated(" ".join((done.stderr or done.stdout).split()))


def _is_older(target: Path, source: Path) -> bool:
    return not target.exists() or target.stat().st_mtime < source.stat().st_mtime
