"""`tpns-desktop check FILE`: the verdict on an account or token file, for scripts and support."""

from __future__ import annotations

import argparse
import io
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

EXITS: Final = {"accept": 0, "fix": 1, "refuse": 2}


Words = Callable[[Mapping[str, Any], str], Sequence[str]]


def main(arguments: Sequence[str], words: Words | None = None) -> int:
    """Check one file and print what was found; 0 accept, 1 fix, 2 refuse (or wrong arguments).

    ``words`` gives the sentences for a verdict (``Verdict.as_dict``) and a kind; the codes alone
    are printed without it, and where it cannot be had (ImportError: a machine without Qt).
    """
    options = _parser().parse_args(arguments)
    from tpns_desktop.packages.check import check  # numpy: not before the arguments are right

    try:
        verdict = check(options.file, options.kind, options.account_type)
    except ValueError as error:
        print(f"tpns-desktop check: {error}", file=sys.stderr)
        return 2
    if options.json:
        print(json.dumps(verdict.as_dict()))
    else:
        if isinstance(sys.stdout, io.TextIOWrapper):
            # A name or excerpt that the terminal's encoding lacks is written as an escape.
            sys.stdout.reconfigure(errors="backslashreplace")
        found = verdict.as_dict()
        for line in (f"{verdict.outcome}: {verdict.code}", *_said(found, words, options.kind)):
            print(line)
        for line in _lines(found):
            print(line)
    return EXITS[verdict.outcome]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="tpns-desktop check",
        description="Check a file of accounts or device tokens (.txt, .csv or .zip).",
        epilog="Exit code: 0 the file can be used, 1 it needs mending or an answer, 2 it cannot.",
    )
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--account-type", type=int, default=0, metavar="N", help="default: 0")
    parser.add_argument("--kind", choices=("account", "token"), default="account")
    parser.add_argument("--json", action="store_true", help="print one line of JSON")
    return parser


def _said(found: Mapping[str, Any], words: Words | None, kind: str) -> Sequence[str]:
    if words is None:
        return ()
    try:
        return words(found, kind)
    except ImportError:
        return ()


def _lines(found: dict[str, object]) -> list[str]:
    lines = []
    for name in ("notes", "rows", "accounts", "blank", "duplicates", "invalid", "detail"):
        if found[name]:
            lines.append(f"{name}: {found[name]}")
    findings = found["findings"]
    assert isinstance(findings, list)
    for finding in findings[:20]:
        blame = f" {finding['character']}" if "character" in finding else ""
        lines.append(f"row {finding['row']}: {finding['reason']} {finding['excerpt']}{blame}")
    if len(findings) > 20:
        lines.append(f"… {len(findings) - 20} more findings; --json shows up to 1,000")
    return lines
