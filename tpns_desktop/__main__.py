"""`python -m tpns_desktop` and the command `tpns-desktop`: reads the arguments, nothing more."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from tpns_desktop import __version__


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the window, or a command that needs none. Gives back the process's exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["practice"]:
        # Kept apart so that the window's start pays nothing for it.
        from tpns_desktop.practice.command import main as practice

        return practice(given[1:])
    if given[:1] == ["check"]:
        from tpns_desktop.packages.command import main as check

        return check(given[1:], _words_of_verdict)
    if given == ["packages"]:
        # An installed program has no `python -m`: it is its own child (packages/worker.py).
        from tpns_desktop.packages.jobs import serve

        return serve(sys.stdin.buffer, sys.stdout.buffer)
    if given[:1] == ["--selftest"]:
        from tpns_desktop.selftest.command import main as selftest

        return selftest(given[1:])
    parser = _parser()
    options = parser.parse_args(given)
    from tpns_desktop.ui.quick_start import load_quickly

    load_quickly()
    from tpns_desktop.app import main as open_window

    return open_window(
        exit_after_first_paint=options.exit_after_first_paint,
        exit_when_loaded=options.exit_when_loaded,
    )


def _words_of_verdict(verdict: Mapping[str, Any], kind: str) -> list[str]:
    from tpns_desktop.ui.words.console import verdict_sentences

    return verdict_sentences(verdict, kind)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="tpns-desktop",
        description="Compose, review and send push notifications through TPNS.",
        epilog="`tpns-desktop check FILE` judges a file of accounts or device tokens, "
        "`tpns-desktop practice` serves the practice service alone; see their --help.",
    )
    parser.add_argument("--version", action="version", version=f"TPNS Desktop {__version__}")
    # Read in `main`; here for --help alone.
    parser.add_argument(
        "--selftest", action="store_true", help="look whether this copy works here; first argument"
    )
    # For measuring the start: see tests/benchmarks/start_up.py.
    parser.add_argument("--exit-after-first-paint", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--exit-when-loaded", action="store_true", help=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    sys.exit(main())
