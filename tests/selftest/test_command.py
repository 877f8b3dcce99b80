"""`--selftest` from outside: its lines, its exit code, and a push that cannot go well."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tpns_desktop.__main__ import main
from tpns_desktop.paths import Paths
from tpns_desktop.selftest import Failed
from tpns_desktop.selftest.command import CHECKS
from tpns_desktop.selftest.push import push
from tpns_desktop.send.desk import Desk
from tpns_desktop.store.settings import Settings

ROOT = Path(__file__).parent.parent.parent


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tpns_desktop", "--selftest", *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=400,
    )


def test_a_push_in_practice_goes_through_the_window(home: Path, tmp_path: Path) -> None:
    pictures, report = tmp_path / "pictures", tmp_path / "report.txt"
    done = run("push", "--pictures", str(pictures), "--report", str(report))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "accepted as" in done.stdout
    assert report.read_text("utf-8") == done.stdout
    names = [file.stem.partition("-")[2] for file in sorted(pictures.iterdir())]
    assert names == ["welcome", "compose", "review", "result"]
    assert not home.exists()  # nothing of the person's was touched


def test_a_push_whose_data_does_not_open_fails(qapp: QApplication, tmp_path: Path) -> None:
    async def broken(paths: Paths, settings: Settings) -> Desk:
        raise OSError("no disk")

    with pytest.raises(Failed, match="opens no data"):
        push(qapp, core=broken)


def test_what_fails_is_told_and_the_others_are_tried(tmp_path: Path) -> None:
    # A module that does not load stands in for one that an installer forgot.
    (tmp_path / "secretstorage.py").write_text("raise ImportError('forgotten')")
    done = run("keyring", "sqlite", PYTHONPATH=f"{tmp_path}{os.pathsep}{ROOT}")
    lines = done.stdout.splitlines()
    if sys.platform == "linux":
        assert done.returncode == 1
        assert lines[1].startswith("FAILED keyring: secretstorage does not load")
        assert lines[3] == "1 of 2 went well; not: keyring"
    assert lines[2].startswith("ok     sqlite: ")


def test_a_check_that_nobody_knows_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--selftest", "luck"])
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert all(name in said for name in CHECKS)
