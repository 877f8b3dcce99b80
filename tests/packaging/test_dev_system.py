"""What the machine lacks is installed by root and named to everybody else."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from dev_system import Needs, Stop, has_display, need

NOTHING = Needs({}, {}, ())
LACKING = Needs({"libof-nobody.so.9": "libof-nobody9"}, {"no-such-program": "nobody"}, ("font-x",))

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has such packages")


@pytest.fixture
def debian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A toy Debian: its apt-get writes down what it is asked; gives back that file."""
    asked = tmp_path / "asked"
    for name, body in {
        "apt-get": f'echo "$@ ${{DEBIAN_FRONTEND:-}}" >>{asked}; exit ${{APT_EXIT:-0}}',
        "dpkg-query": "exit 1",
    }.items():
        file = tmp_path / "bin" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"#!/bin/sh\n{body}\n", "utf-8")
        file.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    return asked


def test_nothing_missing_asks_for_nothing(debian: Path):
    need(NOTHING, may_install=True)
    need(NOTHING, may_install=False)
    assert not debian.exists()


def test_root_installs_without_questions(debian: Path):
    need(LACKING, may_install=True)
    assert debian.read_text("utf-8").splitlines() == [
        "update noninteractive",
        "install -y --no-install-recommends libof-nobody9 nobody font-x noninteractive",
    ]


def test_somebody_else_is_told_the_exact_command(debian: Path):
    with pytest.raises(Stop) as stop:
        need(LACKING, may_install=False)
    assert str(stop.value).splitlines()[-1] == (
        "  sudo apt-get update && sudo apt-get install -y --no-install-recommends "
        "libof-nobody9 nobody font-x"
    )
    assert not debian.exists()


def test_an_installation_that_fails_stops(debian: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("APT_EXIT", "100")
    with pytest.raises(Stop, match="were not installed"):
        need(LACKING, may_install=True)


def test_other_systems_are_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    need(LACKING, may_install=True)


def test_a_library_that_is_there_is_not_installed(debian: Path):
    need(Needs({"libc.so.6": "libc6"}, {}, ()), may_install=True)
    assert not debian.exists()


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_a_display_is_seen_by_its_variable(name: str, monkeypatch: pytest.MonkeyPatch):
    for variable in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(variable, raising=False)
    assert not has_display()
    monkeypatch.setenv(name, os.fsdecode(b":0"))
    assert has_display()
