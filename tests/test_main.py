"""The command line: what it takes, and what needs no window."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tpns_desktop import __version__
from tpns_desktop.__main__ import main

ROOT = Path(__file__).parent.parent


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"TPNS Desktop {__version__}\n"


def test_help_names_practice_and_hides_what_is_for_measuring(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert "practice" in said
    assert "--exit-after-first-paint" not in said


@pytest.mark.parametrize("arguments", [["--colour"], ["open", "file"], ["-x"]])
def test_what_it_does_not_know_is_refused(
    capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage: tpns-desktop" in capsys.readouterr().err


def test_practice_has_arguments_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["practice", "--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert "--no-limits" in said
    assert "--json" in said


def test_practice_refuses_what_it_cannot_serve(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["practice", "--devices", "1"])
    assert ended.value.code == 2


def test_commands_without_a_window_load_no_qt() -> None:
    code = (
        "import sys\n"
        "from tpns_desktop.__main__ import main\n"
        "try:\n    main(['practice', '--help'])\nexcept SystemExit:\n    pass\n"
        "print('Qt' if any(name.startswith('PySide6') for name in sys.modules) else 'none')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert done.stdout.splitlines()[-1] == "none", done.stderr


def test_the_module_runs_as_the_command(home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tpns_desktop", "--version"],
        cwd=ROOT,
        env={**os.environ, "TPNS_DESKTOP_HOME": str(home)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (0, f"TPNS Desktop {__version__}\n")
    assert not home.exists()  # asking for the version writes nothing
