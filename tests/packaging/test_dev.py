"""The newcomer's tool: what it says when something is wrong, and what it passes on."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
DEV = ROOT / "packaging" / "dev.py"


def _dev(*arguments: str, script: Path = DEV) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(script), *arguments]
    return subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with nothing of the project but the tool; gives back its dev.py."""
    folder = tmp_path / "checkout" / "packaging"
    folder.mkdir(parents=True)
    for file in DEV.parent.glob("*.*"):
        if file.is_file():
            (folder / file.name).write_bytes(file.read_bytes())
    return folder / "dev.py"


def test_it_names_its_commands():
    done = _dev("--help")
    assert done.returncode == 0
    for command in ("run", "test", "check", "bench", "shots"):
        assert re.search(rf"^ +{command} ", done.stdout, re.MULTILINE)


def test_an_unknown_command_is_refused():
    assert _dev("fly").returncode == 2


def test_a_word_too_many_is_refused_before_any_set_up(checkout: Path):
    done = _dev("check", "everything", script=checkout)
    assert done.returncode == 2
    assert done.stderr == "dev.py: check does not know everything\n"
    assert not (checkout.parent.parent / ".venv").exists()


def test_a_foreign_environment_is_left_alone_and_named(checkout: Path):
    environment = checkout.parent.parent / ".venv"
    environment.mkdir()
    (environment / "somebody's").touch()
    done = _dev("check", script=checkout)
    assert done.returncode == 1
    assert done.stderr == "dev.py: .venv was not made by dev.py; move it away and try again.\n"
    assert [p.name for p in environment.iterdir()] == ["somebody's"]


def test_it_uses_nothing_but_the_standard_library():
    ours = {file.stem for file in DEV.parent.glob("*.py")}
    for file in (DEV, *DEV.parent.glob("dev_*.py"), DEV.with_name("translations.py")):
        imported = re.findall(r"^(?:import|from) (\w+)", file.read_text("utf-8"), re.MULTILINE)
        assert set(imported) <= sys.stdlib_module_names | ours, file.name
