#!/usr/bin/env python3
"""The one tool of this repository: run, test, check, bench, shots, strings.

Each command first does all the set-up it needs (`dev_setup`, `dev_system`), on a machine that
has nothing but Python 3.11 or later; the second start skips it. Standard library only.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import dev_setup
import dev_system
import source_texts
import translations
from dev_setup import ROOT
from dev_system import Stop

BENCHMARKS = ROOT / "tests" / "benchmarks"
OLDEST_PYTHON = (3, 11)
EVERY_CORE = ["-n", str(min((os.cpu_count() or 1) + 1, 4)), "--dist", "loadfile"]
"""One process more than there are cores, since many tests wait for others. The tests of a file stay
together: they share fixtures that are dear to make."""


def main(arguments: list[str]) -> int:
    """Run one command; gives back the exit code. Expected failures are one line, no traceback."""
    options, rest = _parser().parse_known_args(arguments)
    if rest and options.command not in TAKES_MORE:
        print(f"dev.py: {options.command} does not know {' '.join(rest)}", file=sys.stderr)
        return 2
    try:
        if sys.version_info < OLDEST_PYTHON:
            raise Stop("Python 3.11 or later is needed; this is " + sys.version.split()[0] + ".")
        return COMMANDS[options.command](options, rest)
    except Stop as stop:
        print(f"dev.py: {stop}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="dev.py", description=(__doc__ or "").splitlines()[0], allow_abbrev=False
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    # What follows `run` is the program's, -h included.
    commands.add_parser("run", help="open the program; arguments go to it", add_help=False)
    test = commands.add_parser(
        "test", help="run the tests; arguments go to pytest", allow_abbrev=False
    )
    test.add_argument("--slow", action="store_true", help="the slow ones too, proofs in full")
    commands.add_parser("check", help="ruff, mypy, import contracts")
    bench = commands.add_parser("bench", help="measure; prints ratios taken in one run")
    bench.add_argument("name", nargs="?", choices=_benchmark_names(), help="all when none is named")
    shots = commands.add_parser("shots", help="a picture of every screen")
    shots.add_argument("folder", nargs="?", default="build/shots", help="default: %(default)s")
    commands.add_parser("strings", help="bring resources/i18n/*.ts up to date with the source")
    return parser


# ------------------------------------------------------------------------------- commands


def _run(options: argparse.Namespace, rest: list[str]) -> int:
    """Open the window; with neither display nor arguments, one practice push offscreen."""
    display = dev_system.has_display()
    dev_system.need(dev_system.WINDOW if display else dev_system.OFFSCREEN)
    python = dev_setup.set_up(tests=False)
    if display:
        return _call([python, "-m", "tpns_desktop", *rest])
    os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"
    if rest:
        return _call([python, "-m", "tpns_desktop", *rest])
    print("No display here: the same window makes one practice push offscreen.", flush=True)
    return _call([python, _existing(ROOT / "packaging" / "offscreen_push.py")])


def _test(options: argparse.Namespace, rest: list[str]) -> int:
    dev_system.need(dev_system.TESTS)
    python = dev_setup.set_up(tests=True)
    # An empty filter takes the place of the default "not slow".
    slow = ["--slow", "-m", ""] if options.slow else []
    # Whoever picks tests, or wants the figures of the slow ones, sees them print in one process.
    arguments = [*slow, *rest] or EVERY_CORE
    return _call([python, "-m", "pytest", *arguments], cwd=ROOT)


def _check(options: argparse.Namespace, rest: list[str]) -> int:
    dev_system.need(dev_system.OFFSCREEN)  # the set-up makes the translations with a tool of Qt's
    python = dev_setup.set_up(tests=True)
    steps: list[tuple[str, list[str | Path]]] = [
        ("ruff check", [python, "-m", "ruff", "check"]),
        ("ruff format", [python, "-m", "ruff", "format", "--check"]),
        ("mypy", [python, "-m", "mypy"]),
        ("import contracts", [dev_setup.script("lint-imports")]),
    ]
    failed = []
    for name, command in steps:
        print(f"--- {name}", flush=True)
        if _call(command, cwd=ROOT) != 0:
            failed.append(name)
    print("--- " + (f"not clean: {', '.join(failed)}" if failed else "all clean"), flush=True)
    return 1 if failed else 0


def _bench(options: argparse.Namespace, rest: list[str]) -> int:
    dev_system.need(dev_system.OFFSCREEN)
    python = dev_setup.set_up(tests=True)
    names = [options.name] if options.name else _benchmark_names()
    codes = []
    for name in names:
        print(f"--- {name}", flush=True)
        codes.append(_call([python, BENCHMARKS / f"{name}.py", *rest], cwd=ROOT))
    return max(codes, default=0)


def _shots(options: argparse.Namespace, rest: list[str]) -> int:
    dev_system.need(dev_system.TESTS)
    python = dev_setup.set_up(tests=True)
    os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"
    folder = Path(options.folder).resolve()
    return _call([python, _existing(ROOT / "tests" / "screens" / "shots.py"), folder], cwd=ROOT)


def _strings(options: argparse.Namespace, rest: list[str]) -> int:
    """What is new in the source waits in the .ts as unfinished; a translator goes on from there."""
    dev_system.need(dev_system.OFFSCREEN)
    dev_setup.set_up(tests=False)
    try:
        texts = source_texts.source_texts(sorted((ROOT / "tpns_desktop").rglob("*.py")))
        lupdate = dev_setup.qt_tool("lupdate")
        for file in translations.update(ROOT / "resources" / "i18n", texts, lupdate):
            print(f"{file.name}: {translations.unfinished(file)} to translate", flush=True)
    except (source_texts.NotRead, translations.NotUpdated) as error:
        raise Stop(str(error)) from None
    return 0


COMMANDS = {
    "run": _run,
    "test": _test,
    "check": _check,
    "bench": _bench,
    "shots": _shots,
    "strings": _strings,
}
TAKES_MORE = {"run", "test", "bench"}
"""Commands whose unknown arguments belong to the program that they start."""


# --------------------------------------------------------------------------------- helpers


def _benchmark_names() -> list[str]:
    return sorted(p.stem for p in BENCHMARKS.glob("*.py") if not p.stem.startswith("_"))


def _existing(file: Path) -> Path:
    if not file.is_file():
        raise Stop(f"{file.relative_to(ROOT)} is missing in this checkout.")
    return file


def _call(command: Sequence[str | Path], cwd: Path | None = None) -> int:
    return subprocess.call([str(part) for part in command], cwd=cwd)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
