"""The full check of a list of 100 MiB against `wc -lm` and other ways to do the same check.

Whole processes that run in turn; medians, ratios and peak memory, all from one run. A ratio is the
median of the rounds' own ratios, since what else the machine does changes from round to round; how
much that was is printed. Every way has to count the same rows, good ones, bad ones and repeats, or
the benchmark ends. polars and pandas are measured where they are installed. Reach: wall <= 1.5 of
wc, <= 256 MiB; inside a zip <= 1.5 of the plain check; rows of two characters <= 600 MiB. Asserts
no time.

    python packaging/dev.py bench packages [--rounds N] [--mib N] [--others PYTHON]
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from itertools import repeat
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from tpns_desktop.packages import worker  # noqa: E402

PLAIN_LOOP = """
import json, sys
rows = good = repeats = 0
seen = set()
with open(sys.argv[1], encoding="utf-8", newline="\\n") as file:
    for line in file:
        rows += 1
        value = line.rstrip("\\n")
        if 2 <= len(value) <= 100 and value.isprintable() and value == value.strip():
            good += 1
            if value in seen:
                repeats += 1
            else:
                seen.add(value)
print(json.dumps([rows, good - repeats, repeats, rows - good]))
"""
POLARS = """
import json, sys
import polars as pl
rows = pl.read_csv(sys.argv[1], has_header=False, separator="\\x01", quote_char=None,
                   new_columns=["v"], schema={"v": pl.String})
size = pl.col("v").str.len_chars()
fits = (size >= 2) & (size <= 100) & ~pl.col("v").str.contains(r"[\\x00-\\x1f\\x7f]|^\\s|\\s$")
good = rows.filter(fits)
once = good["v"].n_unique()
print(json.dumps([rows.height, once, good.height - once, rows.height - good.height]))
"""
PANDAS = """
import json, sys
import pandas as pd
rows = pd.read_csv(sys.argv[1], header=None, sep="\\x01", quoting=3, names=["v"], dtype=str,
                   keep_default_na=False, engine="c")["v"]
size = rows.str.len()
fits = (size >= 2) & (size <= 100) & ~rows.str.contains(r"[\\x00-\\x1f\\x7f]|^\\s|\\s$")
good = rows[fits]
repeats = int(good.duplicated().sum())
print(json.dumps([len(rows), len(good) - repeats, repeats, len(rows) - len(good)]))
"""


def main() -> None:
    """Measure and print one table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5, help="default: %(default)s")
    parser.add_argument("--mib", type=int, default=99, help="size of the files (default: 99)")
    parser.add_argument(
        "--others",
        default=sys.executable,
        metavar="PYTHON",
        help="interpreter that may have polars and pandas (default: this one)",
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="tpns-desktop-bench-") as folder:
        _measure(Path(folder), options.rounds, options.mib << 20, options.others)


def _measure(folder: Path, rounds: int, size_bytes: int, python: str) -> None:
    plain, packed = folder / "plain.txt", folder / "plain.zip"
    _write(plain, _accounts(), size_bytes)
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        made.write(plain, "plain.txt")
    chinese, two = folder / "chinese.txt", folder / "two.txt"
    _write(chinese, _chinese(), size_bytes)
    _write(two, repeat(b"ab\n" * 100_000), size_bytes)
    ways = {
        "wc -lm": (["wc", "-lm", str(plain)], None),
        "check": (worker.command(), plain),
        "check in a zip": (worker.command(), packed),
        "check, two characters": (worker.command(), two),
        "wc -lm, Chinese": (["wc", "-lm", str(chinese)], None),
        "check, Chinese": (worker.command(), chinese),
    }
    others = {"plain Python loop": PLAIN_LOOP}
    for name, code in (("polars", POLARS), ("pandas", PANDAS)):
        if subprocess.run([python, "-c", f"import {name}"], stderr=subprocess.DEVNULL).returncode:
            print(f"{name}: not installed, left out")
        else:
            others[name] = code
    for name, code in others.items():
        ways[name] = ([python, "-c", code, str(plain)], None)
    environment = worker.environment() | {"LC_ALL": "C.UTF-8"}
    # Bytecode as an installed program has it, whatever the machine says; the first run writes it.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
    if shutil.which("wc") is None:
        print("wc: not on this machine, left out; there are no ratios to it")
        ways = {name: way for name, way in ways.items() if not name.startswith("wc")}
    taken: dict[str, list[tuple[float, float, int]]] = {name: [] for name in ways}
    counts: dict[str, list[int]] = {}
    began, busy = time.perf_counter(), _busy_s()
    for number in range(rounds + 1):
        for name, (command, file) in ways.items():
            if number > 1 and name in others:
                continue  # slow, and far off: once is enough
            said, figures = _ran(command, file, environment)
            if number:  # the first round warms the disk's cache and writes bytecode
                taken[name].append(figures)
            if not name.startswith("wc"):
                counts[name] = _counts(said)
    _print(taken)
    if busy is not None:
        own = sum(os.times()[:4])
        took = time.perf_counter() - began
        foreign = max(0.0, (_busy_s() or 0.0) - busy - own) / took / (os.cpu_count() or 1)
        print(f"other processes took {foreign:.0%} of this machine's cores meanwhile")
    same = {name: counts[name] for name in counts if name in others or name.startswith("check")}
    wanted = same["check"]
    print("\nrows, accounts, repeats, bad: " + ", ".join(f"{count:,}" for count in wanted))
    for name in ("check in a zip", *others):
        if same[name] != wanted:
            sys.exit(f"packages: {name} counts otherwise: {same[name]}")
    print(f"the same from: check in a zip, {', '.join(others)}")


def _ran(
    command: list[str], file: Path | None, environment: dict[str, str]
) -> tuple[bytes, tuple[float, float, int]]:
    """What a process printed; its wall and CPU seconds, and its peak memory in MiB."""
    job = {"job": "recheck", "path": str(file), "kind": "account", "account_type": 0}
    started = time.perf_counter()
    child = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert child.stdin is not None
    assert child.stdout is not None
    with child.stdin as given:
        if file is not None:
            given.write(json.dumps(job).encode() + b"\n")
    said = child.stdout.read()
    child.stdout.close()
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - started
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"packages: {' '.join(command)[:80]} ended with {child.returncode}")
    peak = usage.ru_maxrss >> (10 if sys.platform == "linux" else 20)
    return said, (seconds, usage.ru_utime + usage.ru_stime, peak)


def _counts(said: bytes) -> list[int]:
    """Rows, different good ones, repeats, bad ones."""
    last: Any = json.loads(said.splitlines()[-1])
    if isinstance(last, list):
        return last
    verdict = last["result"]["verdict"]
    repeats = verdict["duplicates"]
    bad = sum(verdict["invalid"].values())
    return [verdict["rows"], verdict["accounts"], -1 if repeats is None else repeats, bad]


def _write(file: Path, parts: Iterator[bytes], size_bytes: int) -> None:
    left = size_bytes
    with file.open("wb") as out:
        for part in parts:
            if len(part) > left:
                part = part[: part.rfind(b"\n", 0, left) + 1]
            out.write(part)
            left -= len(part)
            if left < 400 or not part:
                return


def _accounts() -> Iterator[bytes]:
    """Ten characters or so a row, one row in a hundred bad, about one in fifty a repeat."""
    chosen = random.Random(7)
    while True:
        numbers = (int(chosen.random() * 200_000_000) for _ in range(100_000))
        yield b"".join(b"u%08d\n" % n if k % 100 else b"x\n" for k, n in enumerate(numbers))


def _chinese() -> Iterator[bytes]:
    chosen = random.Random(8)
    while True:
        numbers = (int(chosen.random() * 1e12) for _ in range(50_000))
        yield "".join(
            f"{chr(0x4E00 + n % 20_000)}{chr(0x4E00 + n // 7 % 20_000)}{n % 10_000_000}\n"
            for n in numbers
        ).encode()


def _print(taken: dict[str, list[tuple[float, float, int]]]) -> None:
    reach = {"check": "1.5 of wc, 256 MiB", "check in a zip": "1.5 of check"}
    reach["check, two characters"] = "600 MiB"
    base = {"check in a zip": "check", "check, Chinese": "wc -lm, Chinese"}
    heads = ("median", "least", "CPU", "peak", "ratio", "of least", "of CPU")
    print(f"{'whole process':24}" + "".join(f"{head:>9}" for head in heads) + "  reach")
    for name, rounds in taken.items():
        walls, cpus = [wall for wall, _, _ in rounds], [cpu for _, cpu, _ in rounds]
        line = f"{name:24}{statistics.median(walls):8.2f}s{min(walls):8.2f}s"
        line += f"{statistics.median(cpus):8.2f}s{max(peak for _, _, peak in rounds):5} MiB"
        against = taken.get(base.get(name, "wc -lm"), [])
        if against:
            pairs = list(zip(rounds, against, strict=False))
            line += f"{statistics.median(one[0] / other[0] for one, other in pairs):9.2f}"
            line += f"{min(walls) / min(wall for wall, _, _ in against):9.2f}"
            line += f"{statistics.median(one[1] / other[1] for one, other in pairs):9.2f}"
        print(f"{line}  {reach.get(name, '')}")
    print("ratios of wall, of least wall, of CPU: to wc -lm of the same file; of the zip: to the")
    print(f"plain check. n = {max(map(len, taken.values()))} rounds, all in turn")


def _busy_s() -> float | None:
    """Seconds that the cores of this machine have worked since it started; None: not said."""
    try:
        said = Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:]
    except OSError:
        return None
    ticks = [int(value) for value in said]
    return (sum(ticks[:8]) - ticks[3] - ticks[4]) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
