"""The kill loop finds bugs: each seeded one is seen, and without one there is nothing to see."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crash.chain import Chain, Job
from tests.crash.kills import Loop, killed_often, loops
from tests.crash.mutants import MUTANTS

LOOPS_MAX = 8
"""Of at least 40 kills each."""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="lives are forked")


@pytest.fixture(scope="module")
def loop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loop]:
    with loops(tmp_path_factory.mktemp("mutants"), seed=1, count=1) as (only,):
        yield only


def lived(chain: Chain, name: str, *, mutated: bool) -> None:
    """The lives that were made for one mutant, with it or without."""
    for fields in MUTANTS[name].jobs:
        chain.live(Job(**fields, mutant=name if mutated else ""))


@pytest.mark.parametrize("name", MUTANTS)
def test_a_seeded_bug_is_seen(name: str, loop: Loop, tmp_path: Path) -> None:
    chain = Chain(loop.nursery, loop.service, tmp_path)
    lived(chain, name, mutated=True)
    assert MUTANTS[name].seen_as in {violation.kind for violation in chain.end(name)}


def test_the_same_lives_without_a_bug_show_nothing(loop: Loop, tmp_path: Path) -> None:
    chain = Chain(loop.nursery, loop.service, tmp_path)
    for name in MUTANTS:
        lived(chain, name, mutated=False)
    assert chain.end() == []


@pytest.mark.slow
@pytest.mark.parametrize("name", MUTANTS)
def test_a_seeded_bug_is_seen_without_aiming(name: str, tmp_path: Path) -> None:
    """The kill loop itself, whose lives are not made for any bug, goes on until it sees one."""
    kills = 0
    for seed in range(LOOPS_MAX):
        tally = killed_often(tmp_path / str(seed), 40, seed, mutant=name)
        kills += tally.kills
        if tally.violations:
            break
    seen = Counter(violation.kind for violation in tally.violations)
    print(f"\n{name}: {dict(seen)} within {kills} kills")
    assert seen
