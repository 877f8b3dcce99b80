"""Killed at any moment, the program sends nothing twice, loses nothing, and claims nothing false.

Lives of the program (`life.py`) on one data folder are ended by SIGKILL, at named points and at
random moments; the next life shows what it found, and that is compared with what was acknowledged
and with what the service got (`ledger.py`).
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.crash.kills import killed_often
from tests.crash.points import POINTS

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="lives are forked")


def test_a_killed_program_sends_nothing_twice_and_loses_nothing(
    tmp_path: Path, size: Callable[[int, int], int]
) -> None:
    count = size(60, 1_000)
    tally = killed_often(tmp_path, count, seed=count)
    print(f"\n{tally}")
    assert tally.violations == []
    assert tally.kills >= count
    assert tally.chat
    assert set(POINTS) <= set(tally.killed)
