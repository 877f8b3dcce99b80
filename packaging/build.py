#!/usr/bin/env python3
"""Builds the installers: freezes the program once, tries the frozen folder, packs it.

    python3 packaging/build.py linux      .deb, .rpm, .run, AppDir
    python3 packaging/build.py windows    setup.exe
    python3 packaging/build.py macos      .dmg
    python3 packaging/build.py measure    size, and start against source, in one run
    python3 packaging/build.py twice      freezes twice and says what differs
    python3 packaging/build.py tools      the Debian packages that building for Linux takes

The installers are in dist/, everything else in build/. Each system is built on itself: PyInstaller
freezes for the machine it runs on. Needs Python 3.11 or later and the system's own packing tools,
which are named when they are missing. Standard library only.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from dev_system import Stop
from frozen import comparing, environment, folder, measuring, notes
from linux import packages
from macos import image
from windows import setup

SYSTEMS = {"linux": packages.make, "windows": setup.make, "macos": image.make}
KINDS = {"linux": list(packages.MAKERS), "windows": ["setup"], "macos": ["dmg"]}
USUAL = {"linux": list(packages.USUAL), "windows": ["setup"], "macos": ["dmg"]}


def main(arguments: list[str]) -> int:
    """Run one command; gives the exit code."""
    options = _parser().parse_args(arguments)
    try:
        if options.command in SYSTEMS:
            _installers(options)
        elif options.command == "measure":
            print(measuring.report(_frozen(options.keep), environment.python(), options.rounds))
        elif options.command == "twice":
            return comparing.twice(_prepared())
        elif options.command == "tools":
            print(" ".join(packages.tools()))
        else:
            print(notes.of(options.version))
    except Stop as stop:
        print(f"build.py: {stop}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="build.py", description=(__doc__ or "").splitlines()[0], allow_abbrev=False
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for system, kinds in KINDS.items():
        command = commands.add_parser(system, help=f"installers for {system}: {', '.join(kinds)}")
        command.add_argument("--only", nargs="+", choices=kinds, help="these alone")
        command.add_argument("--fast", action="store_true", help="compress lightly")
        command.add_argument("--keep", action="store_true", help="take the folder frozen before")
        command.add_argument("--untried", action="store_true", help="without the self-test")
    measure = commands.add_parser("measure", help="size, and start against source, in one run")
    measure.add_argument("--keep", action="store_true", help="take the folder frozen before")
    measure.add_argument("--rounds", type=int, default=7, help="default: %(default)s")
    commands.add_parser("twice", help="freeze twice and say what differs")
    commands.add_parser("tools", help="the Debian packages that building for Linux takes")
    said = commands.add_parser("notes", help="what the changelog says of a version")
    said.add_argument("version", help='such as "0.2.0"')
    return parser


def _installers(options: argparse.Namespace) -> None:
    system = options.command
    if system != folder.this_system():
        raise Stop(f"installers for {system} are built on {system}; this is another one.")
    frozen = _frozen(options.keep)
    print(f"build.py: frozen: {folder.weigh(frozen).words()}", flush=True)
    if not options.untried:
        _try(frozen)
    SYSTEMS[system](frozen, options.only or USUAL[system], fast=options.fast)


def _frozen(keep: bool) -> Path:
    there = folder.OUT / folder.NAME
    if keep and folder.program(there).is_file():
        return there
    return folder.freeze(_prepared())


def _prepared() -> Path:
    """The environment's Python, once icons, licences and the feed's place are made."""
    python = environment.set_up()
    folder.prepare(python)
    return python


def _try(frozen: Path) -> None:
    variables = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [str(folder.program(frozen)), "--selftest"]
    if subprocess.call(command, env=variables, stdin=subprocess.DEVNULL) != 0:
        raise Stop("the frozen program does not do what it must (see above).")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
