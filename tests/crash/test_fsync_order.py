"""The claim of a push is on the disk before the connection is made: seen in the system calls.

A killed process cannot show this, since what it wrote stays with the kernel; only a power cut would
tell `synchronous=FULL` from less. So strace watches for the sync of the write-ahead log.
"""

from __future__ import annotations

import json
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.crash.chain import ROOT, Job, order_of
from tests.crash.sends import MARK
from tests.crash.service import Service

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="strace is Linux's")

_CALLS = "trace=fsync,fdatasync,connect,access,faccessat,faccessat2"


@dataclass(frozen=True)
class Seen:
    """What strace saw and the program said."""

    syncs: tuple[int, ...]
    """Syncs of the write-ahead log between each claim's commit and the next connection."""
    levels: frozenset[int]
    """`PRAGMA synchronous` of every open connection at each claim."""
    received: int


@pytest.fixture
def strace() -> str:
    found = shutil.which("strace")
    if found is None:
        pytest.skip("strace is not installed")
    tried = subprocess.run([found, "-f", "-o", "/dev/null", "true"], capture_output=True, text=True)
    if tried.returncode:
        pytest.skip(f"this machine lets nobody trace: {tried.stderr.strip()}")
    return found


@pytest.fixture
def service() -> Iterator[Service]:
    service = Service()
    yield service
    service.close()


def traced(strace: str, service: Service, folder: Path, mode: str, count: int) -> Seen:
    """Send `count` pushes to one platform each, in one process."""
    trace = folder / "trace"
    ours, its = socket.socketpair()
    # -f: all threads; -y: paths instead of numbers.
    program = [sys.executable, "-m", "tests.crash.sends", str(its.fileno()), mode]
    with ours, its:
        process = subprocess.Popen(
            [strace, "-f", "-y", "-s", "200", "-e", _CALLS, "-o", str(trace), *program],
            cwd=ROOT,
            pass_fds=[its.fileno()],
        )
        its.close()
        job = Job(pushes=("device",) * count)
        ours.sendall(json.dumps(order_of(job, folder / "home", 0, service.line)).encode() + b"\n")
        with ours.makefile("rb") as lines:
            told = [json.loads(line) for line in lines]
        assert process.wait(180) == 0, told
    port = service.url.rpartition(":")[2]
    return Seen(
        syncs=tuple(_syncs(trace.read_text("utf-8", "replace"), port)),
        levels=frozenset(one["level"] for one in told if one["event"] == "synchronous"),
        received=len(service.received),
    )


def _syncs(trace: str, port: str) -> Iterator[int]:
    """How many there are between each mark and the first connection after it."""
    count: int | None = None
    for line in trace.splitlines():
        if MARK in line:
            assert count is None, "two claims, and no connection between them"
            count = 0
        elif count is None:
            continue
        elif re.search(r"f(data)?sync\(\d+<[^>]*-wal>", line):
            count += 1
        elif "connect(" in line and f"htons({port})" in line:
            yield count
            count = None
    assert count is None, "a claim, and no connection after it"


def test_every_claim_is_on_the_disk_before_the_program_connects(
    strace: str, service: Service, tmp_path: Path, size: Callable[[int, int], int]
) -> None:
    count = size(4, 100)
    seen = traced(strace, service, tmp_path, "full", count)
    print(f"\nsyncs of the log between claim and connection: {seen.syncs}")
    assert len(seen.syncs) == count == seen.received
    assert min(seen.syncs) >= 1
    assert seen.levels == {2}  # FULL


def test_a_database_that_does_not_wait_for_the_disk_is_seen(
    strace: str, service: Service, tmp_path: Path, size: Callable[[int, int], int]
) -> None:
    count = size(3, 20)
    seen = traced(strace, service, tmp_path, "normal", count)
    print(f"\nthe same without waiting for the disk: {seen.syncs}")
    assert set(seen.syncs[1:]) == {0}
    assert 1 in seen.levels  # NORMAL
