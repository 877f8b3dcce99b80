"""A copy of the program that claims every held push of a database as fast as it can.

Waits for a line on standard input, so that several of them start at the same moment, and prints the
ids of the rows it got: those it would connect for now.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tpns_desktop.send.claim import Promise, claim, same_as
from tpns_desktop.send.clock import Mark, SystemClock
from tpns_desktop.store.database import open_database
from tpns_desktop.store.errors import Busy
from tpns_desktop.store.history import History


def main() -> None:
    clock = SystemClock()
    database = open_database(Path(sys.argv[1]))
    with database.reading() as conn:
        history = History(conn)
        promises = {
            row.id: Promise.of(row, same_as(history, row), Mark.of(clock))
            for row in history.in_state("held")
        }
    print("ready", flush=True)
    sys.stdin.readline()
    for row_id, promise in promises.items():
        while True:
            now = Mark.of(clock)
            try:
                with database.transaction() as conn:
                    got = claim(History(conn), row_id, promise, now=now, released=now, app_id=None)
                break
            except Busy:
                continue  # nothing was written, so it may be asked anew
        if got is not None:
            print(row_id, got.reason, flush=True)
    database.close()


if __name__ == "__main__":
    main()
