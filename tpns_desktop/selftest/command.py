"""`tpns-desktop --selftest`: its arguments, the order of the checks, what is printed.

One line a check, ``ok`` or ``FAILED`` first; the exit code is 0 only if all of them went well.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import platform
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

from tpns_desktop import __version__
from tpns_desktop.selftest import Failed

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

CHECKS: Final = ("keyring", "trust", "sqlite", "child", "translations", "icons", "charts", "push")
"""In this order: what needs no window first."""


def main(arguments: Sequence[str]) -> int:
    """Run the checks that are named, or all; gives the exit code."""
    options = _parser().parse_args(arguments)
    wanted = [name for name in CHECKS if name in options.checks] if options.checks else CHECKS
    with contextlib.ExitStack() as stack:
        outs: list[TextIO] = [] if sys.stdout is None else [sys.stdout]
        if options.report is not None:
            outs.append(stack.enter_context(options.report.open("w", encoding="utf-8")))
        return _run(wanted, options.pictures, outs)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="tpns-desktop --selftest",
        description="Look whether this copy of the program does here what it needs to do. "
        "It touches nothing of yours and sends nothing.",
    )
    parser.add_argument(
        "checks", nargs="*", type=_check_name, metavar="CHECK", help=", ".join(CHECKS)
    )
    parser.add_argument("--pictures", type=Path, help="a folder for pictures of the window")
    parser.add_argument("--report", type=Path, help="a file for what is printed")
    return parser


def _check_name(text: str) -> str:
    if text not in CHECKS:
        raise argparse.ArgumentTypeError(f"there is no check {text!r}, but {', '.join(CHECKS)}")
    return text


def _run(wanted: Sequence[str], pictures: Path | None, outs: Sequence[TextIO]) -> int:
    def say(line: str) -> None:
        for out in outs:
            print(line, file=out, flush=True)

    kind = "installed" if getattr(sys, "frozen", False) else "from source"
    say(f"TPNS Desktop {__version__}, {kind}, {platform.platform()}")
    failed = [name for name in wanted if not _tell(name, _check_of(name, pictures), say)]
    say(f"{len(wanted) - len(failed)} of {len(wanted)} went well" + _list(failed))
    return 1 if failed else 0


def _list(failed: Sequence[str]) -> str:
    return f"; not: {', '.join(failed)}" if failed else ""


def _tell(name: str, check: Callable[[], str], say: Callable[[str], None]) -> bool:
    started = time.perf_counter()
    try:
        seen, well = check(), True
    except Failed as failed:
        seen, well = str(failed), False
    except Exception as error:
        # A module that is missing shows itself anywhere; here it is this check's result.
        seen, well = f"{type(error).__name__}: {error}", False
    said = " ".join(seen.split())
    say(f"{'ok    ' if well else 'FAILED'} {name}: {said} ({time.perf_counter() - started:.1f} s)")
    return well


def _check_of(name: str, pictures: Path | None) -> Callable[[], str]:
    """What a check does, imported when it runs: a broken one must not stop the others."""

    def run() -> str:
        from tpns_desktop.selftest import core

        without: dict[str, Callable[[], str]] = {
            "keyring": core.keyring,
            "trust": core.trust,
            "sqlite": core.database,
            "child": core.child,
        }
        if name in without:
            return without[name]()
        if core.no_screen():
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        app = _application()
        from tpns_desktop.selftest import looks

        if name == "translations":
            return looks.translations(app)
        if name == "icons":
            return looks.pictures(app)
        if name == "charts":
            return looks.charts(app)
        from tpns_desktop.selftest.push import push

        return push(app, pictures)

    return run


def _application() -> QApplication:
    from PySide6.QtWidgets import QApplication

    there = QApplication.instance()
    if isinstance(there, QApplication):
        return there
    app = QApplication([sys.argv[0], "-style", "fusion"])
    app.setApplicationName("TPNS Desktop")
    app.setDesktopFileName("tpns-desktop")
    return app
