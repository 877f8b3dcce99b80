"""A copy of the program that confirms and sends its own pushes, backups and all, until it is told.

Prints ``ready`` with what it was told at its start, waits for a line on standard input, then prints
``<row> <state>`` for each step that is committed. Another line ends it well.
"""

from __future__ import annotations

import sys
import threading
from pathlib import Path

from tests.store.rows import NOON, push
from tpns_desktop.store.backups import DailyBackups
from tpns_desktop.store.database import Database, open_database
from tpns_desktop.store.errors import Busy
from tpns_desktop.store.history import History


def step(database: Database, row_id: str, before: str | None, after: str) -> None:
    while True:
        try:
            with database.transaction() as conn:
                if before is None:
                    History(conn).add([push(row_id, state=after)])
                else:
                    assert History(conn).move(row_id, before, after)
        except Busy:
            continue  # nothing was written, so it may be asked anew
        print(row_id, after, flush=True)
        return


def main() -> None:
    path, name = Path(sys.argv[1]), sys.argv[2]
    database = open_database(path)
    print("ready", *(note.kind for note in database.notes), flush=True)
    sys.stdin.readline()
    end = threading.Event()
    threading.Thread(target=lambda: (sys.stdin.readline(), end.set()), daemon=True).start()
    backups = DailyBackups(path, lambda: NOON, first_look_s=0)
    backups.start()
    number = 0
    while not end.is_set():
        row_id = f"{name}-{number}"
        step(database, row_id, None, "held")
        step(database, row_id, "held", "sending")
        step(database, row_id, "sending", "accepted")
        number += 1
    backups.close()
    database.close()


if __name__ == "__main__":
    main()
