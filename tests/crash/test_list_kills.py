"""Killed while it checks, mends, saves or uploads a list, the program leaves no part of a file.

Lives of the program (`list_lives.py`) on one data folder are ended by SIGKILL, at named points and
at random moments, with their child processes or without; the next start has to clear up whatever
was left, and nothing of a push may ever reach the service.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.crash.list_lives import HOLD_S, POINTS, STORIES, NoKeyring, paths_of, rows_of
from tpns_desktop.practice.command import start_line
from tpns_desktop.practice.population import Population
from tpns_desktop.practice.rules import Rules
from tpns_desktop.practice.server import serve
from tpns_desktop.practice.service import PracticeService
from tpns_desktop.practice.state import World
from tpns_desktop.send.core import open_core
from tpns_desktop.send.desk import Desk
from tpns_desktop.store.settings import Settings

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="lives are forked")

UPLOAD, PUSH = "/v3/push/package/upload", "/v3/push/app"
ORPHAN_MAX_S = 20.0
"""A child process whose program is gone has ended by then."""


class Served:
    """The practice service on a socket; strikes while an upload comes in, or once it has come."""

    def __init__(self) -> None:
        self.asked: Counter[str] = Counter()
        self.strikes: dict[str, Callable[[], None]] = {}
        self._service = PracticeService(World(Population(seed=4, devices=200), Rules()))
        self._listening = threading.Event()
        self._stop = asyncio.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run()))
        self._thread.start()
        self._listening.wait()

    async def _run(self) -> None:
        self._loop = asyncio.get_running_loop()
        await serve(self, port=0, on_listening=self._on_listening, stop=self._stop)

    def _on_listening(self, url: str) -> None:
        self.line = start_line(self._service.world, url)
        self._listening.set()

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        self.asked[scope["path"]] += 1

        async def got() -> Any:
            message = await receive()
            if scope["path"] == UPLOAD and message["type"] == "http.request":
                self._strike("uploading" if message.get("more_body") else "uploaded")
            return message

        await self._service(scope, got, send)

    def _strike(self, point: str) -> None:
        strike = self.strikes.pop(point, None)
        if strike is not None:
            strike()


@dataclass
class Tally:
    """What came of all lives."""

    killed: Counter[str] = field(default_factory=Counter)
    left: Counter[str] = field(default_factory=Counter)
    """What a kill left behind, before the next start: kind → how often."""
    lists: int = 0
    withdrawn: int = 0
    broken: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        kills = self.killed.total()
        named = sum(n for point, n in self.killed.items() if point in POINTS)
        left = ", ".join(f"{n} {kind}" for kind, n in sorted(self.left.items()))
        return (
            f"{kills} kills: {named} at {len(POINTS.keys() & self.killed.keys())} named points, "
            f"{kills - named} at random; left behind by them: {left}; "
            f"{self.lists} lists and {self.withdrawn} withdrawn pushes found by the starts"
        )


class Nursery:
    """Forks lives, and kills them."""

    def __init__(self) -> None:
        self._zygote = subprocess.Popen(
            [sys.executable, "-m", "tests.crash.list_lives"],
            cwd=Path(__file__).parents[2],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        while "warm" not in self._next():
            pass

    def close(self) -> None:
        self._zygote.communicate()

    def _next(self) -> dict[str, Any]:
        assert self._zygote.stdout is not None
        line = self._zygote.stdout.readline()
        assert line, "the lives' mother has died"
        said: dict[str, Any] = json.loads(line)
        return said

    def life(
        self, job: Mapping[str, Any], served: Served, delay_s: float | None
    ) -> tuple[int, bool, str]:
        """Live until the kill: the group's number, whether it came to its end, what broke.

        `delay_s`: the kill comes so long after the program is open; None: at the job's point.
        """
        assert self._zygote.stdin is not None
        self._zygote.stdin.write(json.dumps(job).encode() + b"\n")
        self._zygote.stdin.flush()
        pid, begun, end, broken = 0, False, False, ""

        def strike() -> None:
            with contextlib.suppress(ProcessLookupError):
                (os.killpg if job["group"] else os.kill)(pid, signal.SIGKILL)

        served.strikes = {job["point"]: strike}
        timer = None
        while True:
            said = self._next()
            pid = said.get("pid", pid)
            begun, end = begun or "begun" in said, end or "end" in said
            broken = said.get("broken", broken)
            if "dead" in said:
                served.strikes = {}
                if timer is not None:
                    timer.cancel()
                return pid, end, broken
            if pid and (end or (begun and delay_s is not None and timer is None)):
                # At its end a life waits for the kill that missed it.
                timer = threading.Timer(0.0 if end else delay_s or 0.0, strike)
                timer.start()


class Loop:
    """Kill after kill on one data folder."""

    def __init__(self, folder: Path, nursery: Nursery, served: Served, seed: int) -> None:
        self.home, self.files = folder / "home", folder / "mine"
        self.files.mkdir(parents=True)
        self.tally = Tally()
        self._nursery, self._served = nursery, served
        self._rng = random.Random(seed)
        self._typical_s = dict.fromkeys(STORIES, 0.6)

    def run(self, count: int) -> Tally:
        points = list(POINTS)
        self._rng.shuffle(points)
        turns = itertools.cycle(turn for point in points for turn in (point, None))
        for number in range(count):
            self._one(number, next(turns))
        return self.tally

    def _one(self, number: int, point: str | None) -> None:
        story = self._rng.choice(STORIES) if point is None else POINTS[point]
        job = {
            "home": str(self.home),
            "files": str(self.files),
            "name": f"list {number}",
            "seed": number,
            "story": story,
            "point": point or "",
            "group": self._rng.random() < 0.5,
            "line": self._served.line,
        }
        delay_s = None if point else self._rng.uniform(0, self._typical_s[story])
        begun = time.monotonic()
        group, ended, broken = self._nursery.life(job, self._served, delay_s)
        if ended and point is None:
            self._typical_s[story] = time.monotonic() - begun
        assert not (ended and point), f"{point} was not reached"
        self.tally.killed[point or "random"] += 1
        if broken:
            self.tally.broken.append(broken)
        self._look_at_what_was_left()
        asyncio.run(self._start(number))
        # A child process may have outlived its program; it leaves nothing either.
        until(lambda: not _alive(group))
        self._nothing_partial(set())

    def _look_at_what_was_left(self) -> None:
        lists = paths_of(self.home).data_dir / "lists"
        found = [*lists.glob("**/*"), *self.files.glob(".*")] if lists.is_dir() else []
        self.tally.left["work folders"] += sum(1 for path in found if path.is_dir())
        self.tally.left["partial files"] += sum(1 for p in found if p.name.endswith(".part"))
        inside = (path for path in found if path.is_file() and path.parent != lists)
        self.tally.left["whole files in them"] += sum(1 for p in inside if p.suffix != ".part")

    async def _start(self, number: int) -> None:
        """The next start, and what a person then finds."""
        paths = paths_of(self.home)
        desk = await open_core(
            paths,
            Settings(paths.settings_file, hold_s=HOLD_S),
            secrets=NoKeyring(choose=lambda: None),
        )
        try:
            rows = await desk.lists()
            self._nothing_partial({row.path.name for row in rows})
            for row in rows:
                assert not row.gone
                assert row.path.read_bytes().startswith(f"account-{number}-000000".encode())
            await self._nothing_open(desk)
            self._whole(number)
            self.tally.lists += len(rows)
            for row in rows:
                assert await desk.remove_list(row.id)
        finally:
            await desk.close(grace_s=0)
        for path in self.files.iterdir():
            path.unlink()

    def _nothing_partial(self, known: set[str]) -> None:
        lists = paths_of(self.home).data_dir / "lists"
        assert {path.name for path in lists.glob("*")} == known
        assert not list(self.files.glob(".*"))

    def _whole(self, number: int) -> None:
        """Beside the person's own file there are only whole ones."""
        rows = rows_of(number)
        clean, problems = f"list {number} (clean).txt", f"list {number} (problems).csv"
        for path in self.files.iterdir():
            assert path.name in (f"list {number}.txt", clean, problems)
            if path.name == clean:
                assert path.read_text("utf-8") == rows.replace("\nx\n\ny\n", "\n")
            if path.name == problems:
                assert len(path.read_text("utf-8-sig").splitlines()) == 4

    async def _nothing_open(self, desk: Desk) -> None:
        for app in await desk.apps():
            for batch in await desk.batches(app.id, 500):
                told = {(row.state, row.reason) for row in batch.rows}
                assert told == {("withdrawn", "restart")}
                self.tally.withdrawn += batch.title == f"list {self.tally.killed.total() - 1}"


def _alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + ORPHAN_MAX_S
    pause = threading.Event()
    while not condition():
        assert time.monotonic() < end
        pause.wait(0.005)


@pytest.fixture
def served() -> Iterator[Served]:
    made = Served()
    yield made
    made.close()


@pytest.fixture
def nursery() -> Iterator[Nursery]:
    made = Nursery()
    yield made
    made.close()


def test_a_kill_while_a_list_is_worked_on_leaves_no_partial_file_and_sends_nothing(
    tmp_path: Path, nursery: Nursery, served: Served, size: Callable[[int, int], int]
) -> None:
    count = size(8, 240)
    tally = Loop(tmp_path, nursery, served, seed=count).run(count)
    print(f"\n{tally}\nthe service was asked for: {dict(served.asked)}")
    assert tally.broken == []
    assert tally.killed.total() == count
    assert served.asked[PUSH] == 0
    # The kills met it at work: there was something to clear up.
    assert tally.left["work folders"] > 0
