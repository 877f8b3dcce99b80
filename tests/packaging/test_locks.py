"""The lock files: complete, hashed, and free of anybody's index."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
RUNTIME = "requirements.txt"
WITH_TESTS = "requirements-dev.txt"
BUILD = "requirements-build.txt"


def _lines(name: str) -> list[str]:
    """The logical lines: a requirement with its hashes is one; comments are left out."""
    text = (ROOT / "packaging" / name).read_text("utf-8").replace("\\\n", " ")
    return [
        line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")
    ]


def _pins(name: str) -> dict[str, str]:
    return dict(re.match(r"([a-z0-9-]+)==(\S+)", line).groups() for line in _lines(name))


@pytest.mark.parametrize("name", [RUNTIME, WITH_TESTS, BUILD])
def test_every_requirement_is_pinned_with_hashes(name):
    for line in _lines(name):
        assert re.match(r"[a-z0-9-]+==\S+( ; .+?)?\s+--hash=sha256:[0-9a-f]{64}\b", line), line


@pytest.mark.parametrize("name", [RUNTIME, WITH_TESTS, BUILD])
def test_no_address_and_no_folder_is_named(name):
    text = (ROOT / "packaging" / name).read_text("utf-8")
    for word in ("://", "--index-url", "--extra-index-url", "--find-links", "--trusted-host"):
        assert word not in text


def test_both_locks_agree():
    assert _pins(RUNTIME).items() <= _pins(WITH_TESTS).items()


def test_what_freezes_agrees_with_what_is_frozen():
    runtime, build = _pins(RUNTIME), _pins(BUILD)
    assert "pyinstaller" in build
    assert all(runtime[name] == build[name] for name in runtime.keys() & build.keys())


def test_every_dependency_of_the_project_is_locked():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = {
        RUNTIME: project["project"]["dependencies"],
        WITH_TESTS: project["dependency-groups"]["dev"],
    }
    for lock, requirements in wanted.items():
        names = {re.match(r"[A-Za-z0-9-]+", r).group().lower() for r in requirements}
        assert names <= _pins(lock).keys()


def test_the_pyside_that_loses_references_is_kept_out():
    assert _pins(RUNTIME)["pyside6-essentials"].startswith("6.11.")


def test_other_systems_are_locked_as_well():
    markers = " ".join(_lines(RUNTIME))
    assert "sys_platform == 'win32'" in markers
    assert "sys_platform == 'linux'" in markers
