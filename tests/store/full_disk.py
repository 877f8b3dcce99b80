"""A program that works on a disk which becomes full, at one write after the other.

    python -m tests.store.full_disk <folder> <how> <points> <every>

``how`` is ``tmpfs`` (the folder is on a small disk of its own; a filler file leaves so much room
and no more) or ``limit`` (the system lets no file of this process grow beyond a size). Prints one
JSON object a line and point: ``work``, ``room`` (bytes), ``error`` (None or the first one's code),
``again`` (how often it failed before there was room) and ``broken``, what was not as it must be.
"""

from __future__ import annotations

import collections
import contextlib
import json
import logging
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.store.older import older_database
from tests.store.rows import NOON, app, push
from tests.store.test_migrations import FIRST
from tpns_desktop.model.states import STATES
from tpns_desktop.store import backups
from tpns_desktop.store.apps import Apps
from tpns_desktop.store.database import Database, open_database
from tpns_desktop.store.drafts import Drafts
from tpns_desktop.store.errors import StoreError
from tpns_desktop.store.history import History

STEP_BYTES = 8192
UNLIMITED = 1 << 40


class Disk:
    """A disk on which there is so much room and no more."""

    def __init__(self, folder: Path, how: str) -> None:
        self._filler = folder / "filler"
        self._how = how

    @contextlib.contextmanager
    def room(self, size_bytes: int) -> Iterator[None]:
        """Leave ``size_bytes`` for the block."""
        if self._how == "limit":
            import resource

            _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
            resource.setrlimit(resource.RLIMIT_FSIZE, (size_bytes, hard))
            try:
                yield
            finally:
                resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
            return
        free = shutil.disk_usage(self._filler.parent).free
        self._filler.write_bytes(b"\0" * max(0, free - size_bytes))
        try:
            yield
        finally:
            self._filler.unlink()


class Work:
    """Steps on a database, each of which is known to be kept once it has returned."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.database: Database | None = None
        self.states: dict[str, str] = {}
        self.drafts: dict[str, str] = {}

    def open(self) -> None:
        """Open the database, unless it is open."""
        if self.database is None:
            self.database = open_database(self.path, clock=lambda: NOON)

    def close(self) -> None:
        """Close it."""
        if self.database is not None:
            self.database.close()
            self.database = None

    def confirm(self, row_id: str) -> None:
        """Write a push down as held."""
        assert self.database is not None
        with self.database.transaction() as conn:
            History(conn).add([push(row_id, state="held")])
        self.states[row_id] = "held"

    def move(self, row_id: str, after: str) -> None:
        """Move a push on."""
        assert self.database is not None
        with self.database.transaction() as conn:
            assert History(conn).move(row_id, self.states[row_id], after)
        self.states[row_id] = after

    def draft(self, draft_id: str, words: str) -> None:
        """Keep a draft."""
        assert self.database is not None
        with self.database.transaction() as conn:
            if not Apps(conn).all():
                Apps(conn).add(app())
            Drafts(conn).save("app-1", draft_id, {"text": words})
        self.drafts[draft_id] = words

    def back_up(self) -> None:
        """Take a backup, or not: a full disk costs no more than that."""
        backups.take_before_upgrade(self.path, NOON)

    def broken(self) -> list[str]:
        """Open the file anew and give what is not exactly as it was told to be kept."""
        self.close()
        self.open()
        assert self.database is not None
        found = [f"note {note.kind}" for note in self.database.notes]
        with self.database.reading() as conn:
            states = {row.id: row.state for row in History(conn).in_state(*STATES)}
            drafts = {row.id: row.data.get("text") for row in Drafts(conn).recent("app-1", 1000)}
        if states != self.states:
            found.append(f"pushes {states} are not {self.states}")
        for draft_id, words in self.drafts.items():
            if drafts.get(draft_id) != words:
                found.append(f"draft {draft_id}")
        return found


def sending(work: Work) -> Iterator[Callable[[], None]]:
    """A day's work: drafts, confirmations, claims, ends, a backup."""
    for number in range(6):
        yield lambda n=number: work.draft(f"d{n}", "四" * 1500)
        yield lambda n=number: work.confirm(f"p{n}")
        yield lambda n=number: work.move(f"p{n}", "sending")
        yield lambda n=number: work.move(f"p{n}", "accepted")
        yield work.back_up


def first_start(work: Work) -> Iterator[Callable[[], None]]:
    """A first start, and a first push."""
    yield work.open
    yield lambda: work.draft("d", "五折")
    yield lambda: work.confirm("p")


def upgrade(work: Work) -> Iterator[Callable[[], None]]:
    """The first start of a new version."""
    yield work.open
    yield lambda: work.confirm("p")


def at_one_point(disk: Disk, folder: Path, kind: str, room_bytes: int) -> dict[str, object]:
    """Work until the disk is full, then see what is there, make room, and go on."""
    work = Work(folder / "data" / "tpns.db")
    work.path.parent.mkdir(parents=True)
    if kind == "upgrade":
        older_database(work.path, "0001", *FIRST)
        work.states = {state: state for state in STATES}
    if kind == "sending":
        work.open()
    steps = list({"sending": sending, "first_start": first_start, "upgrade": upgrade}[kind](work))
    error: str | None = None
    failures = 0
    left = collections.deque(steps)
    with disk.room(room_bytes):
        while left and failures < 2:
            try:
                left[0]()
            except StoreError as now:
                error = error or now.code
                failures += 1  # once more, as somebody impatient would
                continue
            left.popleft()
    broken = work.broken()  # there is room again
    for step in left:
        try:
            step()
        except StoreError as now:
            broken.append(f"fails with room: {now.code}")
            break
    broken += work.broken()
    work.close()
    return {"work": kind, "room": room_bytes, "error": error, "again": failures, "broken": broken}


def main() -> None:
    """Run every so-manieth of the points."""
    folder, how, points, every = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    logging.disable(logging.CRITICAL)
    disk = Disk(folder, how)
    kinds = ("sending", "first_start", "upgrade")
    for point in range(0, points, every):
        here = folder / str(point)
        room_bytes = point // len(kinds) * STEP_BYTES + (STEP_BYTES if how == "limit" else 0)
        print(json.dumps(at_one_point(disk, here, kinds[point % 3], room_bytes)), flush=True)
        shutil.rmtree(here)


if __name__ == "__main__":
    main()
