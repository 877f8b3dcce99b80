"""The kill loop finds bugs: each seeded one is seen, and without one there is nothing to see."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crash.chain import Chain, Job
from tests.crash.kills import Loop, loops
from tests.crash.mutants import MUTANTS

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="lives are forked")


@pytest.fixture(scope="module")
def loop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loop]:
    with loops(tmp_path_factory.mktemp("mutants"), seed=1, count=1) as (only,):
        yield only


def aimed(loop: Loop, home: Path, name: str, *, mutated: bool) -> list[str]:
    """Kinds of violations that the lives made for one mutant show, with it or without."""
    chain = Chain(loop.nursery, loop.service, home)
    for fields in MUTANTS[name].jobs:
        chain.live(Job(**fields, mutant=name if mutated else ""))
    return [violation.kind for violation in chain.end(name if mutated else "")]


@pytest.mark.parametrize("name", MUTANTS)
def test_a_seeded_bug_is_seen(name: str, loop: Loop, tmp_path: Path) -> None:
    assert MUTANTS[name].seen_as in aimed(loop, tmp_path, name, mutated=True)


@pytest.mark.parametrize("name", MUTANTS)
def test_the_same_lives_without_the_bug_show_nothing(name: str, loop: Loop, tmp_path: Path) -> None:
    assert aimed(loop, tmp_path, name, mutated=False) == []
