"""From process start to the first paint of the complete window, against a bare QWidget window.

Prints ratios of medians over whole processes that ran in turn: bare, Welcome (nothing chosen yet),
Compose (an app was open last), everything loaded.
Reach: first paint <= 1.5, everything loaded <= 3.5 (times a bare window). Asserts nothing.

    python packaging/dev.py bench start_up [--rounds N]
"""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent

BARE_WINDOW = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

def end():
    os._exit(0)  # as the program does when it is measured

class Window(QWidget):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, end)

app = QApplication(sys.argv)
window = Window()
window.resize(1360, 900)
window.show()
sys.exit(app.exec())
"""

PROGRAM = [sys.executable, "-m", "tpns_desktop"]
LAST_APP = "[settings]\nlast_app = an-app\n"
"""settings.ini of somebody who comes back: the window opens on Compose."""
RUNS = {
    "bare window": ([sys.executable, "-c", BARE_WINDOW], ""),
    "Welcome painted": ([*PROGRAM, "--exit-after-first-paint"], ""),
    "Compose painted": ([*PROGRAM, "--exit-after-first-paint"], LAST_APP),
    "everything loaded": ([*PROGRAM, "--exit-when-loaded"], ""),
}
"""Name → command, settings.ini."""
REACH = {"Welcome painted": 1.5, "Compose painted": 1.5, "everything loaded": 3.5}


def main() -> None:
    """Measure and print one line a run; a real window first, where there can be one."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=9, help="default: %(default)s")
    rounds = parser.parse_args().rounds
    with _real_screen() as screen:
        if screen is not None:
            _measure("a real window", screen, rounds)
    _measure("no window system (offscreen)", {"QT_QPA_PLATFORM": "offscreen"}, rounds)


@contextlib.contextmanager
def _real_screen() -> Iterator[dict[str, str] | None]:
    """The environment of a real screen: the one there is, or a virtual one of our own; or None."""
    if sys.platform != "linux" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        yield {}
        return
    if shutil.which("Xvfb") is None:
        yield None
        return
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        try:
            assert server.stdout is not None
            number = server.stdout.readline().strip()
            yield {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"} if number else None
        finally:
            server.terminate()


def _measure(where: str, screen: dict[str, str], rounds: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        runs = {
            name: (command, _environment(Path(folder), name, settings) | screen)
            for name, (command, settings) in RUNS.items()
        }
        for command, environment in runs.values():  # fills the disk's cache and Python's
            _seconds(command, environment)
        taken: dict[str, list[float]] = {name: [] for name in runs}
        for _ in range(rounds):
            for name, (command, environment) in runs.items():
                taken[name].append(_seconds(command, environment))
    _print(where, taken)


def _environment(folder: Path, name: str, settings: str) -> dict[str, str]:
    home = folder / name
    home.mkdir()
    if settings:
        (home / "settings.ini").write_text(settings, encoding="utf-8")
    environment = {**os.environ, "TPNS_DESKTOP_HOME": str(home)}
    # Bytecode as an installed program has it, whatever the machine says; the first run writes it.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
    environment["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
    return environment


def _seconds(command: list[str], environment: dict[str, str]) -> float:
    started = time.perf_counter()
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60
    )
    seconds = time.perf_counter() - started
    if done.returncode != 0:
        sys.exit(f"start_up: {' '.join(command[1:])} ended with {done.returncode}\n{done.stderr}")
    return seconds


def _print(where: str, taken: dict[str, list[float]]) -> None:
    bare = statistics.median(taken["bare window"])
    print(f"\n{where}")
    print(f"{'whole process':20}{'median':>10}{'least':>10}{'ratio':>8}{'reach':>8}")
    for name, seconds in taken.items():
        middle = statistics.median(seconds)
        reach = f"<= {REACH[name]}" if name in REACH else ""
        line = f"{name:20}{middle:9.3f}s{min(seconds):9.3f}s{middle / bare:8.2f}{reach:>8}"
        print(line)
    print(f"n = {len(taken['bare window'])} rounds, all in turn")


if __name__ == "__main__":
    main()
