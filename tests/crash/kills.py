"""Which lives end where: the plan of a kill loop, and its run over two services at once."""

from __future__ import annotations

import itertools
import random
import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Final

from tests.crash.chain import BETWEEN, PUSHES, RANDOM, Chain, Fate, Job, Nursery
from tests.crash.ledger import KINDS, Violation
from tests.crash.points import BACKUP, LOOK, MAKING, POINTS, START, UNSETTLED
from tests.crash.service import ANSWERS, CHAT_ID, FAULTS, REDIRECT, Service

AT_ONCE: Final = 2
CHAIN: Final = 20
"""Kills on one data folder."""
_NAMED_SHARE: Final = 0.66
_COUNTED: Final = (
    *("lives", "received", "chat", "cut_off"),
    *("drafts", "confirmations", "refused", "looks"),
)
_FAULTS: Final = (*FAULTS, *ANSWERS, REDIRECT)
_TRIES: Final = 6
"""Lives to reach one point, before a chain gives it up."""


@dataclass
class Tally:
    """What came of a loop."""

    killed: Counter[str] = field(default_factory=Counter)
    """Point → kills there."""
    lives: int = 0
    received: int = 0
    chat: int = 0
    """Of these, pushes to users of the Chat app."""
    cut_off: int = 0
    """Kills after which the service had a push of that very life."""
    drafts: int = 0
    confirmations: int = 0
    refused: int = 0
    """Second confirmations of what hung, refused."""
    looks: int = 0
    states: Counter[str] = field(default_factory=Counter)
    violations: list[Violation] = field(default_factory=list)

    @property
    def kills(self) -> int:
        return self.killed.total()

    def __str__(self) -> str:
        found = Counter(violation.kind for violation in self.violations)
        named = {point: n for point, n in self.killed.items() if point != RANDOM}
        return "\n".join(
            (
                f"{self.kills} kills in {self.lives} lives: {sum(named.values())} at "
                f"{len(named)} named points ({min(named.values(), default=0)} to "
                f"{max(named.values(), default=0)} each), {self.killed[RANDOM]} at random",
                f"{self.received} bodies received, {self.chat} of them to Chat, "
                f"{self.cut_off} kills with the body received in that life; {self.drafts} drafts "
                f"and {self.confirmations} confirmed rows acknowledged; {self.refused} second "
                f"confirmations refused; {self.looks} looks",
                "rows in the end: " + ", ".join(f"{n} {s}" for s, n in self.states.most_common()),
                ", ".join(f"{kind} {found[kind]}" for kind in KINDS),
            )
        )


def planned(count: int, seed: int) -> list[list[Job]]:
    """Chains of jobs with `count` kills in all, every named point among them."""
    rng = random.Random(seed)
    named = max(len(POINTS), round(count * _NAMED_SHARE))
    chains = max(len(MAKING), -(-count // CHAIN))
    turns = itertools.cycle(point for point in POINTS if point not in MAKING)
    makings = itertools.cycle(MAKING)
    wanted = list(itertools.islice(turns, named - min(chains, named)))
    wanted += [RANDOM] * (count - chains - len(wanted))
    rng.shuffle(wanted)
    plan: list[list[Job]] = []
    for number in range(chains):
        share = wanted[number::chains]
        plan.append([_job(next(makings), rng), *_in_order(share, rng)])
    return plan


def _in_order(points: list[str], rng: random.Random) -> Iterator[Job]:
    """What needs an unsettled push comes right after a kill that leaves one."""
    needy = [point for point in points if point in (*START, *LOOK)]
    for point in points:
        if point in needy:
            continue
        yield _job(point, rng)
        if point in UNSETTLED and needy:
            yield _job(needy.pop(), rng)
    for point in needy:
        yield _job(rng.choice(UNSETTLED), rng)
        yield _job(point, rng)


def _job(point: str, rng: random.Random) -> Job:
    if point in LOOK:
        return Job(point=point, pushes=(), again=False, look=True)
    story, later = rng.choices(("", "copy", "late"), (14, 3, 3))[0], BETWEEN
    if point in BACKUP:
        story, later = "backup", timedelta(days=2)
    pushes = tuple(rng.choice(PUSHES) for _ in range(rng.randint(1, 3)))
    faults = {rng.randint(1, 2): rng.choice(_FAULTS)} if rng.random() < 0.3 else {}
    once = (*START, *BACKUP, "making.inside")
    nth = 1 if point in once else rng.choice((1, 1, 1, 2, 3))
    look = rng.random() < 0.2
    return Job(point, nth, pushes, look=look, story=story, faults=faults, later=later)


class Loop:
    """Runs chains on one zygote and one service."""

    def __init__(self, nursery: Nursery, service: Service, folder: Path, seed: int) -> None:
        self.nursery = nursery
        self.service = service
        self._folder = folder
        self._rng = random.Random(seed)
        self._chains = 0
        self._typical_s = 0.0

    def run(self, jobs: Sequence[Job], tally: Tally) -> None:
        """One chain; what it finds goes into the tally."""
        if not self._typical_s:
            first = Chain(self.nursery, self.service, self._folder / "first")
            self._typical_s = first.live(Job(pushes=PUSHES, again=False)).seconds
        self._chains += 1
        looks = self.service.looks
        chain = Chain(self.nursery, self.service, self._folder / str(self._chains))
        for job in jobs:
            self._until_killed(chain, job, tally)
        chain.end(jobs[-1].mutant)
        tally.violations += chain.violations
        tally.received += len(self.service.received)
        tally.chat += sum(one.access_id == CHAT_ID for one in self.service.received)
        tally.drafts += len(chain.ledger.drafts)
        tally.confirmations += len(chain.ledger.confirmed)
        tally.refused += chain.ledger.refused
        tally.looks += self.service.looks - looks
        tally.states.update(row["state"] for row in chain.last_rows)

    def _until_killed(self, chain: Chain, job: Job, tally: Tally) -> None:
        for missed in range(_TRIES):
            # A life that was over before a random kill: the next one is struck earlier.
            fate = self._life(chain, job, tally, self._typical_s / 2**missed)
            if fate.killed:
                return
            if job.point == RANDOM:
                self._typical_s = fate.seconds
            elif job.point in (*START, *LOOK):
                # Nothing was left to settle or to look up: leave something.
                leaving = Job("body_complete", again=False, mutant=job.mutant)
                self._life(chain, leaving, tally)
            story = job.story if job.point in BACKUP else ""
            job = replace(job, nth=1, pushes=job.pushes and PUSHES, story=story, faults={})

    def _life(self, chain: Chain, job: Job, tally: Tally, within_s: float = 0.0) -> Fate:
        delay_s = self._rng.uniform(0, within_s)
        fate = chain.live(replace(job, delay_s=delay_s))
        tally.lives += 1
        tally.killed[job.point] += fate.killed
        tally.cut_off += fate.killed and fate.received > 0
        return fate


@contextmanager
def loops(folder: Path, seed: int, count: int = AT_ONCE) -> Iterator[list[Loop]]:
    """Loops that can run at the same time; all their processes are gone in the end."""
    nurseries: list[Nursery] = []
    services: list[Service] = []
    try:
        for _ in range(count):
            nurseries.append(Nursery())
            services.append(Service())
        yield [
            Loop(nursery, service, folder / str(number), seed + number)
            for number, (nursery, service) in enumerate(zip(nurseries, services, strict=True))
        ]
    finally:
        for nursery in nurseries:
            nursery.close()
        for service in services:
            service.close()


def killed_often(folder: Path, count: int, seed: int, mutant: str = "") -> Tally:
    """The whole loop: at least `count` kills; with a seeded bug in place, when one is named."""
    tallies = [Tally() for _ in range(AT_ONCE)]
    waiting = planned(count, seed)
    lock = threading.Lock()

    def work(loop: Loop, tally: Tally) -> None:
        while True:
            with lock:
                if not waiting:
                    return
                jobs = waiting.pop()
            loop.run([replace(job, mutant=mutant) for job in jobs], tally)

    with loops(folder, seed) as running, ThreadPoolExecutor(AT_ONCE) as pool:
        for done in [pool.submit(work, *pair) for pair in zip(running, tallies, strict=True)]:
            done.result()
    return together(tallies)


def together(tallies: Iterable[Tally]) -> Tally:
    """One tally of several."""
    whole = Tally()
    for tally in tallies:
        whole.killed += tally.killed
        whole.states += tally.states
        whole.violations += tally.violations
        for name in _COUNTED:
            setattr(whole, name, getattr(whole, name) + getattr(tally, name))
    return whole
