"""Lives on one data folder, one after the other, each ended by a kill and looked into by the next.

The parent's side: it forks the lives, listens to them, strikes, and keeps the ledger.
"""

from __future__ import annotations

import json
import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from tests.crash.ledger import Ledger, Violation
from tests.crash.service import PLACES, Orders, Service

ROOT: Final = Path(__file__).parents[2]
FIRST: Final = datetime(2026, 11, 19, 2, 30, tzinfo=UTC)
BETWEEN: Final = timedelta(hours=1)
"""Between two lives: the budget of look-ups starts anew, the duplicate window does not."""
LIFE_MAX_S: Final = 180.0
RANDOM: Final = "random"

PUSHES: Final = ("account", "device", "large", "tag", "chat")


@dataclass
class Job:
    """What one life does and how it ends."""

    point: str = ""
    """One of `points.POINTS`, `RANDOM`, or empty: it lives to its end."""
    nth: int = 1
    pushes: tuple[str, ...] = ("account",)
    again: bool = True
    look: bool = False
    mutant: str = ""
    story: str = ""
    """One of `life.STORIES`: what else comes between."""
    faults: dict[int, str] = field(default_factory=dict)
    delay_s: float = 0.0
    """Until a random kill."""
    later: timedelta = BETWEEN
    """After the life before."""


def order_of(
    job: Job, home: Path, life: int, line: Mapping[str, Any], start: datetime = FIRST
) -> dict[str, Any]:
    """The job as a child gets it: with the folder, the life's number and time, and the service."""
    return {
        **asdict(job),
        "later": None,
        "home": str(home),
        "start": start.isoformat(),
        "life": life,
        "line": line,
    }


@dataclass
class Life:
    """A child, seen from the parent."""

    pid: int
    way: socket.socket


class Nursery:
    """The zygote's handle. One life at a time."""

    def __init__(self) -> None:
        ours, its = socket.socketpair()
        with its:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.crash.zygote", str(its.fileno())],
                cwd=ROOT,
                pass_fds=[its.fileno()],
            )
        self._control = ours
        assert self._control.recv(4) == b"warm", "the zygote did not start"

    def born(self) -> Life:
        ours, its = socket.socketpair()
        with its:
            socket.send_fds(self._control, [b"f"], [its.fileno()])
            pid = int.from_bytes(self._control.recv(4), "big")
        return Life(pid, ours)

    def buried(self, life: Life) -> int:
        """How it ended, as `os.waitstatus_to_exitcode` says; waits for its end."""
        life.way.close()
        self._control.sendall(b"r" + life.pid.to_bytes(4, "big"))
        status = int.from_bytes(self._control.recv(4), "big")
        return os.waitstatus_to_exitcode(status)

    def close(self) -> None:
        self._control.close()
        self._process.wait(20)


@dataclass
class Fate:
    """How a life ended."""

    killed: bool
    seconds: float
    events: list[str]
    received: int
    """Push requests that the service got in full in this life."""


class Chain:
    """One data folder with its service and its ledger."""

    def __init__(self, nursery: Nursery, service: Service, home: Path) -> None:
        self._nursery = nursery
        self._service = service
        self.home = home
        self.ledger = Ledger()
        self.violations: list[Violation] = []
        self._life = 0
        self._at = FIRST
        self.last_rows: list[dict[str, Any]] = []
        """As the last start has shown them."""
        service.forget()

    def live(self, job: Job) -> Fate:
        """One life by `job`; what it shows at its start is compared at once."""
        self._life += 1
        life = self._nursery.born()

        def strike() -> None:
            os.kill(life.pid, signal.SIGKILL)

        place = job.point if job.point in PLACES else ""
        self._service.obey(Orders(self._life, place, job.nth, strike, job.faults))
        self._at += job.later
        order = order_of(job, self.home, self._life, self._service.line, self._at)
        began = time.monotonic()
        life.way.sendall(json.dumps(order).encode() + b"\n")
        limit = began + (job.delay_s if job.point == RANDOM else LIFE_MAX_S)
        events: list[str] = []
        for told in self._told(life.way, limit, strike):
            events.append(told["event"])
            if told["event"] == "strike":
                strike()
            else:
                self._hear(told)
        seconds = time.monotonic() - began
        code = self._nursery.buried(life)
        self._service.quiet()
        if job.point != RANDOM and seconds >= LIFE_MAX_S:
            self.violations.append(Violation("broken", f"a life without end: {job} {events}"))
        received = sum(one.life == self._life for one in self._service.received)
        return Fate(code == -signal.SIGKILL, seconds, events, received)

    def _told(self, way: socket.socket, limit: float, strike: Any) -> Any:
        """Every line until the child is gone; strikes when the time is over."""
        left = b""
        while True:
            wait_s = limit - time.monotonic() if limit else None
            if not select.select([way], [], [], wait_s if wait_s is None else max(0.0, wait_s))[0]:
                strike()
                limit = 0.0
                continue
            try:
                data = way.recv(65536)
            except ConnectionResetError:
                return
            if not data:
                return
            *lines, left = (left + data).split(b"\n")
            for line in lines:
                yield json.loads(line)

    def _hear(self, told: Mapping[str, Any]) -> None:
        self.ledger.hear(self._life, told)
        if told["event"] == "opened":
            self.last_rows = told["rows"]
            earlier = [one for one in self._service.received if one.life < self._life]
            found = self.ledger.audit(told["rows"], earlier)
            found += [Violation("alarm", note) for note in told["notes"]]
            # What is wrong stays wrong, and is told at each start.
            self.violations += [one for one in found if one not in self.violations]
            self.ledger.broken.clear()

    def end(self, mutant: str = "") -> list[Violation]:
        """A last life that only opens and closes, then the file itself; gives all violations."""
        self.live(Job(pushes=(), again=False, mutant=mutant))
        self.violations += self.ledger.audit_file(self.home / "data" / "tpns-desktop.db")
        self.violations += [Violation("broken", text) for text in self.ledger.broken]
        return self.violations
