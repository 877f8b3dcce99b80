"""Charts are loaded beside a window that goes on."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[4]


def loaded() -> tuple[str, int]:
    """Threads of what belongs to Qt, and the window's longest pause in milliseconds."""
    told = subprocess.run(
        [sys.executable, "-m", "tests.ui.widgets.charts.library_alone"],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    threads, pause_ms = told.stdout.split()
    return threads, int(pause_ms)


def test_nothing_of_qt_is_loaded_on_another_thread(size: Callable[[int, int], int]) -> None:
    rounds = [loaded() for _ in range(size(1, 5))]
    print(f"longest pause {statistics.median(pause for _, pause in rounds)} ms")
    assert {threads for threads, _ in rounds} == {"MainThread"}
