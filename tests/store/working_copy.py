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
from tpns_desktop.store.database import open_database
from tpns_desktop.store.history import History


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
        with database.transaction() as conn:
            History(conn).add([push(row_id, state="held")])
        print(row_id, "held", flush=True)
        for before, after in (("held", "sending"), ("sending", "accepted")):
            with database.transaction() as conn:
                assert History(conn).move(row_id, before, after)
            print(row_id, after, flush=True)
        number += 1
    backups.close()
    database.close()


if __name__ == "__main__":
    main()
