"""A copy of the program that claims held pushes when it is told to.

Reads the id of a row from each line of standard input and answers with a line: "ours" if it would
connect for that row now, "no" if another copy has it, or the reason why the row stays.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tpns_desktop.send.claim import Promise, claim, same_as
from tpns_desktop.send.clock import Mark, SystemClock
from tpns_desktop.store.database import Database, open_database
from tpns_desktop.store.errors import Busy
from tpns_desktop.store.history import History


def main() -> None:
    database = open_database(Path(sys.argv[1]))
    with database.reading() as conn:
        history = History(conn)
        promises = {
            row.id: Promise.of(row, same_as(history, row), Mark.of(SystemClock()))
            for row in history.in_state("held")
        }
    print("ready", flush=True)
    for line in sys.stdin:
        row_id = line.strip()
        print(claimed(database, row_id, promises[row_id]), flush=True)
    database.close()


def claimed(database: Database, row_id: str, promise: Promise) -> str:
    while True:
        now = Mark.of(SystemClock())
        try:
            with database.transaction() as conn:
                got = claim(History(conn), row_id, promise, now=now, released=now, app_id=None)
        except Busy:
            continue  # nothing was written, so it may be asked anew
        return "no" if got is None else got.reason or "ours"


if __name__ == "__main__":
    main()
