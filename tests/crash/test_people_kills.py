"""Killed while it tags many users, the program goes on where it was and tells the truth.

One job, begun in one life and taken up in the next ones; each life but the last is ended by
SIGKILL, at named points and at random moments. Whom the job cannot do is known beforehand, by its
own computation: accounts that nobody has, and users who have 100 tags.
"""

from __future__ import annotations

import asyncio
import contextlib
import csv
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.crash.people_lives import POINTS, TAG, client
from tpns_desktop.practice.command import start_line
from tpns_desktop.practice.population import Population
from tpns_desktop.practice.rules import Rules
from tpns_desktop.practice.server import serve
from tpns_desktop.practice.service import PracticeService
from tpns_desktop.practice.state import World

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="lives are forked")

ADD = "/v4/all_member_push/im_add_tag"
FULL = {f"tag{n}" for n in range(100)}


class Served:
    """The practice service on a socket; strikes when a call has come in, and when it is done."""

    def __init__(self, devices: int) -> None:
        self.world = World(Population(seed=4, devices=devices), Rules(limits=False))
        self.calls = 0
        self.strike: tuple[str, int, Callable[[], None]] | None = None
        self._service = PracticeService(self.world)
        self._listening = threading.Event()
        self._stop = asyncio.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run()))
        self._thread.start()
        self._listening.wait()

    async def _run(self) -> None:
        self._loop = asyncio.get_running_loop()
        await serve(self, port=0, on_listening=self._on_listening, stop=self._stop)

    def _on_listening(self, url: str) -> None:
        self.chat = start_line(self._service.world, url)["chat"] | {"url": url}
        self._listening.set()

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        async def told(message: Any) -> None:
            if message["type"] == "http.response.start":
                self._maybe("answering")
            await send(message)

        if scope["path"] == ADD:
            self.calls += 1
            self._maybe("asking")
            with contextlib.suppress(OSError):
                await self._service(scope, receive, told)
        else:
            await self._service(scope, receive, send)

    def _maybe(self, point: str) -> None:
        if self.strike is not None and self.strike[0] == point:
            _, left, blow = self.strike
            self.strike = None if left <= 1 else (point, left - 1, blow)
            if left <= 1:
                blow()


class Nursery:
    """Forks lives, and kills them."""

    def __init__(self) -> None:
        self._mother = subprocess.Popen(
            [sys.executable, "-m", "tests.crash.people_lives"],
            cwd=Path(__file__).parents[2],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        while "warm" not in self._next():
            pass

    def close(self) -> None:
        self._mother.communicate()

    def _next(self) -> dict[str, Any]:
        assert self._mother.stdout is not None
        line = self._mother.stdout.readline()
        assert line, "the lives' mother has died"
        said: dict[str, Any] = json.loads(line)
        return said

    def life(
        self, job: dict[str, Any], served: Served, delay_s: float | None
    ) -> dict[str, Any] | None:
        """What a life came to; None: it was killed before its end."""
        assert self._mother.stdin is not None
        self._mother.stdin.write(json.dumps(job).encode() + b"\n")
        self._mother.stdin.flush()
        pid = 0

        def strike() -> None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

        served.strike = (job["point"], job["nth"], strike)
        timer: threading.Timer | None = None
        end: dict[str, Any] | None = None
        while True:
            said = self._next()
            assert "broken" not in said, said["broken"]
            pid = said.get("pid", pid)
            end = said.get("end", end)
            if "begun" in said and delay_s is not None:
                timer = threading.Timer(delay_s, strike)
                timer.start()
            if "dead" in said:
                served.strike = None
                if timer is not None:
                    timer.cancel()
                    timer.join()
                return end


@pytest.fixture
def nursery() -> Iterator[Nursery]:
    made = Nursery()
    yield made
    made.close()


def _with_tag(chat: dict[str, Any], accounts: list[str]) -> Counter[str]:
    """How often each account has the tag, as the service tells it."""

    async def read() -> Counter[str]:
        found: Counter[str] = Counter()
        async with client(chat) as asking:
            for start in range(0, len(accounts), 100):
                for row in (await asking.tags(accounts[start : start + 100])).rows:
                    found[row.account] += row.tags.count(TAG)
        return found

    return asyncio.run(read())


def test_users_tagged_from_a_file_are_tagged_once_each_however_often_the_program_is_killed(
    tmp_path: Path, nursery: Nursery, size: Callable[[int, int], int]
) -> None:
    count, kills = size(2_000, 100_000), size(8, 60)
    rng = random.Random(count)
    served = Served(devices=size(6_000, 300_000))
    try:
        people = served.world.chat.people
        assert people.count >= count
        users = [f"user{number + 1:06d}" for number in range(count)]
        full = set(rng.sample(range(count), size(7, 150)))
        for user in full:
            people.set_tags(user, FULL)
        unknown = [f"nobody{number:05d}" for number in range(size(40, 2_000))]
        rows = users + unknown + rng.sample(users, count // 20)
        rng.shuffle(rows)
        file = tmp_path / "users.txt"
        file.write_text("".join(f"{row}\n" for row in rows), "utf-8")
        (tmp_path / "home").mkdir()
        known_bad = {(one, "70107") for one in unknown} | {(users[one], "90032") for one in full}

        job = {"home": str(tmp_path / "home"), "file": str(file), "chat": served.chat}
        points = [*POINTS, *rng.choices(("kept", "asking", "answering", ""), k=kills - len(POINTS))]
        killed: Counter[str] = Counter()
        begun = time.monotonic()
        for place, point in enumerate(points):
            nth = 1 if place < len(POINTS) else rng.randint(1, size(3, 30))
            delay_s = None if point else rng.uniform(0, size(2, 20) / 10)
            end = nursery.life({**job, "point": point, "nth": nth}, served, delay_s)
            if end is None:
                killed[point or "random"] += 1
        end = nursery.life({**job, "point": "", "nth": 1}, served, None)
        took_s = time.monotonic() - begun
        tagged = _with_tag(served.chat, users)
    finally:
        served.close()

    assert end is not None
    with (tmp_path / "home" / "report.csv").open(encoding="utf-8-sig", newline="") as report:
        told = [tuple(row) for row in csv.reader(report)]
    batches = -(-end["accounts"] // 100)
    print(
        f"\n{len(rows):,} rows, {end['accounts']:,} accounts; {killed.total()} kills "
        f"({', '.join(f'{n} {point}' for point, n in sorted(killed.items()))}); "
        f"{served.calls:,} calls for {batches:,} batches, {end['repeated']} told as repeated; "
        f"{end['failed']:,} failures told, {len(known_bad):,} known; {took_s:.1f} s"
    )
    assert (end["state"], end["reason"], end["unsure"]) == ("done", None, False)
    assert (end["accounts"], end["done"]) == (count + len(unknown), count + len(unknown))
    assert end["repeats"] == count // 20
    assert len(told) == len(set(told)) == end["failed"]
    assert set(told) == known_bad
    assert tagged == {one: int(number not in full) for number, one in enumerate(users)}
    left = [path.suffix for path in (tmp_path / "home" / "chat-jobs").iterdir()]
    assert left == [".txt"]
    # The kills met it at work: something was asked for twice, and that is told.
    assert killed.total() >= len(POINTS)
    assert end["repeated"] >= killed["asking"] + killed["answering"] > 0
