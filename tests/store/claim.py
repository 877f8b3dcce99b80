"""A program that tries to claim every held push of a database as fast as it can.

Waits for a line on standard input, so that several of them start at the same moment, and prints the
ids of the rows it got.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tpns_desktop.store.database import open_database
from tpns_desktop.store.history import History


def main() -> None:
    database = open_database(Path(sys.argv[1]))
    with database.reading() as conn:
        held = [row.id for row in History(conn).in_state("held")]
    print("ready", flush=True)
    sys.stdin.readline()
    for row_id in held:
        with database.transaction() as conn:
            won = History(conn).move(row_id, "held", "sending")
        if won:
            print(row_id, flush=True)
    database.close()


if __name__ == "__main__":
    main()
