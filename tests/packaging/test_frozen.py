"""The frozen program, broken one file at a time: the self-test names what is missing.

Takes the folder that `packaging/build.py` left in build/frozen; skipped without it, for a build
takes minutes.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from frozen import folder
from linux import libraries

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        sys.platform != "linux" or not folder.program(folder.OUT / folder.NAME).is_file(),
        reason="nothing is frozen: python3 packaging/build.py linux",
    ),
]

FROZEN = folder.OUT / folder.NAME
BUDGET = 140e6
"""Bytes, without NumPy and pyqtgraph."""

BROKEN = {
    "keyring": "cryptography/hazmat/bindings/_rust.abi3.so",  # SecretStorage cannot do without
    "trust": "python3.*/lib-dynload/_ssl.*.so",
    "sqlite": "tpns_desktop/store/migrations/versions/r0003_lists.py",
    "child": "numpy/_core/_multiarray_umath.*.so",
    "translations": "tpns_desktop/resources/i18n/tpns_desktop_zh_CN.qm",
    "icons": "PySide6/Qt/plugins/imageformats/libqsvg.so",
    "charts": "PySide6/QtOpenGL.abi3.so",
    "push": "pydantic_core/_pydantic_core.*.so",
}
"""Check → the file without which it must fail."""


def selftest(program: Path, *checks: str, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("TPNS_DESKTOP")}
    return subprocess.run(
        [str(program), "--selftest", *checks],
        env={**environment, "QT_QPA_PLATFORM": "offscreen", **more},
        capture_output=True,
        text=True,
        timeout=300,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Iterator[Path]:
    """The frozen folder again, by hard links: files may be removed, never written to."""
    made = tmp_path / folder.NAME
    shutil.copytree(FROZEN, made, symlinks=True, copy_function=_link)
    yield made
    shutil.rmtree(made)


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def test_all_goes_well_in_the_frozen_program() -> None:
    done = selftest(folder.program(FROZEN))
    print(done.stdout)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("check", BROKEN)
def test_without_what_it_needs_each_check_fails(copy: Path, check: str) -> None:
    for file in (copy / "_internal").glob(BROKEN[check]):
        file.unlink()
    done = selftest(folder.program(copy), check)
    print(done.stdout)
    assert done.returncode != 0
    assert f"FAILED {check}: " in done.stdout


def test_what_is_dropped_is_gone_and_what_is_kept_is_there() -> None:
    assert folder.look(FROZEN, "linux") == []


def test_the_weight_stays_within_its_budget() -> None:
    weight = folder.weigh(FROZEN)
    print(weight.words())
    assert weight.all - weight.data_libraries <= BUDGET


def test_it_starts_on_the_oldest_ubuntu_that_is_looked_after() -> None:
    floor = libraries.glibc_floor(FROZEN)
    print(f"C library {floor} or later, for the sake of {libraries.floor_files(FROZEN)}")
    assert tuple(map(int, floor.split("."))) <= (2, 35)


def test_the_licences_of_all_libraries_came_along() -> None:
    texts = FROZEN / "_internal" / "tpns_desktop" / "resources" / "licences"
    notice = (texts / "NOTICE.txt").read_text("utf-8")
    assert "Qt and PySide6 6." in notice
    for metadata in (FROZEN / "_internal").glob("*.dist-info"):
        name = metadata.name.partition("-")[0]
        assert re.search(rf"^  {re.sub('[_.]', '[-_.]', name)} ", notice, re.M | re.I), name


def test_it_prints_nothing_of_this_machine(tmp_path: Path) -> None:
    """No path of the machine that built it stands in the program's own code."""
    data = folder.program(FROZEN).read_bytes()
    assert str(folder.ROOT).encode() not in data


@pytest.mark.parametrize("which", ["run", "appdir"])
def test_as_installed_it_does_the_same(
    which: str, tmp_path: Path, size: Callable[[int, int], int]
) -> None:
    if which == "appdir":
        program = folder.ROOT / "build" / "linux" / f"{folder.NAME}.AppDir" / "AppRun"
    else:
        files = sorted((folder.ROOT / "dist").glob("*.run"))
        if not files:
            pytest.skip("no .run in dist")
        prefix = tmp_path / "home" / ".local"
        command = ["bash", str(files[-1]), "--quiet", "--", "--prefix", str(prefix)]
        subprocess.run(command, check=True, capture_output=True)
        program = prefix / "bin" / folder.NAME
    if not program.exists():
        pytest.skip(f"no {which} was built")
    done = selftest(program)
    assert done.returncode == 0, done.stdout
    if which == "run":
        subprocess.run(["sh", str(prefix / "lib" / folder.NAME / "uninstall.sh")], check=True)
        assert not prefix.exists() or list(prefix.rglob("*")) == []
