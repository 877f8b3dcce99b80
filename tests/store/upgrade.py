"""A program that upgrades a database and, at a given statement of it, waits to be killed.

Prints ``at <number>`` there, or ``done <count>`` when the upgrade has fewer statements.
"""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

from sqlalchemy import event
from sqlalchemy.engine import Engine

from tpns_desktop.store import making


def main() -> None:
    path, stop_at = Path(sys.argv[1]), int(sys.argv[2])
    count = 0

    @event.listens_for(Engine, "before_cursor_execute")
    def _(conn: object, cursor: sqlite3.Cursor, statement: str, *_: object) -> None:
        nonlocal count
        if count == stop_at:
            print("at", count, flush=True)
            sys.stdin.read()
        count += 1

    making.upgrade_file(path)
    print("done", count, flush=True)


if __name__ == "__main__":
    main()
