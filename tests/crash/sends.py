"""A program that sends some pushes, one after the other, under strace.

Started as ``python -m tests.crash.sends FD MODE``: the job comes over the socket FD as for any life
(`life.py`); MODE is ``full`` for the program as it is, or ``normal`` for a seeded bug: the database
no longer waits for the disk at each commit. Each commit of a claim is marked in the trace by a look
at a file that does not exist.
"""

from __future__ import annotations

import asyncio
import json
import os
import socket
import sqlite3
import sys
from typing import Any, Final

from tests.crash.life import Life, Told
from tests.crash.points import Points, Report

MARK: Final = "/claim-is-committed-now"


class Marks(Points):
    """Kills nobody: marks each claim in the trace, and asks every connection how it commits."""

    def __init__(self, report: Report) -> None:
        super().__init__(report, "", 1)
        self._tell = report
        self._connections: list[sqlite3.Connection] = []

    def watch(self) -> None:
        super().watch()
        sys.addaudithook(self._connected)

    def reach(self, name: str) -> None:
        if name != "claim.inside":
            return
        for connection in self._connections:
            try:
                (level,) = connection.execute("PRAGMA synchronous").fetchone()
            except sqlite3.ProgrammingError:
                continue  # it is closed
            self._tell("synchronous", level=level)
        os.access(MARK, os.F_OK)

    def _connected(self, event: str, arguments: tuple[Any, ...]) -> None:
        # Every connection of this process, whoever made it.
        if event == "sqlite3.connect/handle":
            self._connections.append(arguments[0])


def without_waiting() -> None:
    """The seeded bug: a commit has returned before it is on the disk."""
    from sqlalchemy import Engine, event

    event.listen(Engine, "connect", lambda raw, _: raw.execute("PRAGMA synchronous = NORMAL"))


def main() -> None:
    way = socket.socket(fileno=int(sys.argv[1]))
    with way.makefile("rb") as lines:
        job = json.loads(lines.readline())
    if sys.argv[2] == "normal":
        without_waiting()
    told = Told(way)
    marks = Marks(told)
    marks.watch()
    asyncio.run(Life(job, told, marks).live())


if __name__ == "__main__":
    main()
