"""How large the frozen program is, and how fast it starts beside the same from source.

Whole processes, in turn, so that what else the machine does meets both alike.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

import dev_setup
from dev_system import Stop

from frozen import folder

WAYS = ("--exit-after-first-paint", "--exit-when-loaded")


def report(frozen: Path, python: Path, rounds: int) -> str:
    """Lines for a person: sizes, then medians of `rounds` starts of each. Raises `Stop`."""
    source = [str(python), "-m", "tpns_desktop"]
    programs = {"source": source, "frozen": [str(folder.program(frozen))]}
    taken: dict[tuple[str, str], list[float]] = {}
    with tempfile.TemporaryDirectory() as place:
        for name in programs:  # fills the disk's cache, and writes Python's bytecode
            for way in WAYS:
                _seconds([*programs[name], way], Path(place, name))
        for _ in range(rounds):
            for way in WAYS:
                for name in programs:
                    seconds = _seconds([*programs[name], way], Path(place, name))
                    taken.setdefault((way, name), []).append(seconds)
    lines = [f"frozen: {folder.weigh(frozen).words()}", ""]
    head = f"whole process, median of {rounds}"
    lines.append(f"{head:34}{'source':>9}{'frozen':>9}{'ratio':>8}")
    for way in WAYS:
        slow, quick = (statistics.median(taken[way, name]) for name in programs)
        lines.append(f"{way:34}{slow:8.2f}s{quick:8.2f}s{quick / slow:8.2f}")
    return "\n".join(lines)


def _seconds(command: list[str], home: Path) -> float:
    variables = {
        **os.environ,
        "TPNS_DESKTOP_HOME": str(home),
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM") or "offscreen",
        "PYTHONPYCACHEPREFIX": str(home.with_name("bytecode")),
    }
    variables.pop("PYTHONDONTWRITEBYTECODE", None)
    started = time.perf_counter()
    done = subprocess.run(command, cwd=dev_setup.ROOT, env=variables, capture_output=True)
    if done.returncode != 0:
        raise Stop(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr.decode()}")
    return time.perf_counter() - started
