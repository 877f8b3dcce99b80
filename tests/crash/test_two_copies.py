"""Two running copies of the program on one data folder: nothing is sent twice.

The folder's lock keeps a second copy from starting (tests/test_app.py); where it fails, the
database is the guard. So here the lock is left out.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from tests.crash.chain import ROOT, Chain, Job
from tests.crash.copies import Copies
from tests.crash.kills import Loop, loops
from tests.crash.ledger import Ledger, Violation
from tests.crash.service import Received
from tpns_desktop.app import lock_of
from tpns_desktop.paths import find_paths

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="copies are forked")


@pytest.fixture(scope="module")
def loop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loop]:
    with loops(tmp_path_factory.mktemp("copies"), seed=1, count=1) as (only,):
        yield only


def raced(
    loop: Loop, home: Path, rounds: int, *, same_draft: bool, mutant: str = ""
) -> tuple[Counter[str], list[Violation]]:
    """Let two copies send the same at the same time, often; what they came to, what is wrong."""
    came_to: Counter[str] = Counter()
    Chain(loop.nursery, loop.service, home).live(Job(pushes=(), again=False))
    with Copies(loop.nursery, loop.service, home, 2, mutant) as copies:
        for number in range(rounds):
            what = {"kind": "device", "name": f"round {number}", "save_as": None}
            ids = [f"{number:032x}", f"{number if same_draft else number + 9_000:032x}"]
            copies.round([{**what, "save_as": id} for id in ids])
            came_to.update(copies.round([{**what, "draft_id": id} for id in ids]))
        received = list(loop.service.received)
    return came_to, ended(loop, home, copies.ledger, received)


def ended(loop: Loop, home: Path, ledger: Ledger, received: Sequence[Received]) -> list[Violation]:
    """What is wrong, by what the next start shows."""
    chain = Chain(loop.nursery, loop.service, home)
    chain.live(Job(pushes=(), again=False))
    return ledger.audit(chain.last_rows, received)


def test_a_copy_that_opens_while_another_sends_makes_nothing_double(
    loop: Loop, tmp_path: Path, size: Callable[[int, int], int]
) -> None:
    """It takes what is held or under way for abandoned, and its person confirms it again."""
    rounds = size(5, 200)
    came_to: Counter[str] = Counter()
    Chain(loop.nursery, loop.service, tmp_path).live(Job(pushes=(), again=False))
    with Copies(loop.nursery, loop.service, tmp_path, 2) as copies:
        for number in range(rounds):
            name = f"round {number}"
            send = {"kind": "device", "name": name, "draft_id": None, "save_as": None}
            came_to.update(copies.round([send, {"kind": "reopen"}]))
        received = list(loop.service.received)
    violations = ended(loop, tmp_path, copies.ledger, received)
    print(f"\n{rounds} sends with another copy opening came to {dict(came_to)}")
    assert violations == []
    assert received


@pytest.mark.parametrize("same_draft", [True, False], ids=["same_draft", "same_text"])
def test_two_copies_that_send_the_same_at_once_send_it_once(
    same_draft: bool, loop: Loop, tmp_path: Path, size: Callable[[int, int], int]
) -> None:
    rounds = size(6, 100)
    came_to, violations = raced(loop, tmp_path, rounds, same_draft=same_draft)
    print(f"\n{rounds} rounds of two copies came to {dict(came_to)}")
    assert violations == []
    assert came_to["accepted"] == rounds  # never neither
    assert came_to.total() == 2 * rounds


def test_two_copies_without_the_duplicate_guard_are_seen_to_send_twice(
    loop: Loop, tmp_path: Path
) -> None:
    came_to, violations = raced(loop, tmp_path, 4, same_draft=False, mutant="no_guard")
    assert "doubled" in {violation.kind for violation in violations}, came_to


def test_the_lock_of_a_killed_copy_is_taken_over(home: Path) -> None:
    code = (
        "from tpns_desktop.app import lock_of; from tpns_desktop.paths import find_paths;"
        "lock = lock_of(find_paths()); print(lock is not None, flush=True); input()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == "True"
        assert lock_of(find_paths(home)) is None
        holder.send_signal(signal.SIGKILL)
        holder.wait()
    taken = lock_of(find_paths(home))
    assert taken is not None
    taken.unlock()
