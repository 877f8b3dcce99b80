"""Several running copies of the program on one data folder, which its lock would not allow.

Each is a life that does what the parent tells it, round by round, when it tells all of them.
"""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any, Final

from tests.crash.chain import Job, Life, Nursery, order_of
from tests.crash.ledger import Ledger
from tests.crash.service import Orders, Service

COPY: Final = "one of several"
"""The story of such a life."""


class Copies:
    """Copies of the program, opened one after the other, working at the same time."""

    def __init__(
        self, nursery: Nursery, service: Service, home: Path, count: int, mutant: str = ""
    ) -> None:
        self._nursery = nursery
        self._service = service
        self._home = home
        self._job = Job(story=COPY, mutant=mutant)
        self._count = count
        self._lives: list[Life] = []
        self._lines: list[IO[bytes]] = []
        self._stack = ExitStack()
        self.ledger = Ledger()

    def __enter__(self) -> Copies:
        self._service.forget()
        self._service.obey(Orders(life=1))
        for _ in range(self._count):
            life = self._nursery.born()
            self._lives.append(life)
            self._lines.append(self._stack.enter_context(life.way.makefile("rb")))
            order = order_of(self._job, self._home, 1, self._service.line)
            life.way.sendall(json.dumps(order).encode() + b"\n")
            # The next one opens when this one has: a start takes what it finds for abandoned.
            self._heard(len(self._lives) - 1, until="ready")
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()
        for life in self._lives:
            os.kill(life.pid, signal.SIGKILL)
            self._nursery.buried(life)
        self._service.quiet()

    def round(self, orders: Iterable[Mapping[str, Any]]) -> list[str]:
        """Let all of them do one thing each at the same time; gives what each came to."""
        for life, order in zip(self._lives, orders, strict=True):
            life.way.sendall(json.dumps(order).encode() + b"\n")
        return [self._heard(number, until="done") for number in range(self._count)]

    def _heard(self, number: int, until: str) -> str:
        came_to = ""
        for line in self._lines[number]:
            told = json.loads(line)
            self.ledger.hear(1, told)
            if told["event"] == "refused":
                came_to = told["reason"]
            elif told["event"] == "ended":
                came_to = told["rows"][0]["reason"] or told["rows"][0]["state"]
            elif told["event"] in (until, "broken"):
                break
        return came_to
