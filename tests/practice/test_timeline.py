"""Time at a chosen pace: what has passed stays, what comes runs at the new one."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpns_desktop.practice.command import obey
from tpns_desktop.practice.timeline import Timeline

from .conftest import Make, instant, notify

START = instant("2026-01-15 10:00:00")
PACES = st.sampled_from([1.0, 10.0, 60.0, 600.0])


@given(PACES, st.lists(st.tuples(st.floats(0.001, 1e5), st.none() | PACES), max_size=12))
def test_simulated_time_never_goes_back(first: float, steps: list[tuple[float, float | None]]):
    timeline, now = Timeline(first), START
    shown = [timeline.between(START, now)]
    for seconds, pace in steps:
        now += seconds
        shown.append(timeline.between(START, now))
        if pace is not None:
            timeline.set_pace(pace, now=now)
            shown.append(timeline.between(START, now))
    assert all(before <= after for before, after in pairwise(shown))


def test_time_adds_up_over_changes_of_pace():
    timeline = Timeline(60)
    timeline.set_pace(1, now=START + 10)
    timeline.set_pace(600, now=START + 20)
    assert timeline.between(START, START + 30) == 600 + 10 + 6000
    assert timeline.between(START + 15, START + 25) == 5 + 3000
    assert timeline.between(START + 25, START + 15) == -3005
    assert timeline.after(START, 605) == START + 15


def test_a_clock_that_is_set_back_moves_no_figure():
    timeline = Timeline(60)
    timeline.set_pace(10, now=START + 100)
    before = timeline.between(START, START + 100)
    timeline.set_pace(1, now=START)
    assert timeline.between(START, START + 100) == before


@pytest.mark.parametrize("pace", [1, 10, 600])
def test_a_change_of_pace_makes_no_counter_go_back(pace: int, make: Make):
    practice = make()
    push_id = practice.push(notify())["push_id"]
    practice.clock.advance(30)
    before = practice.counters(push_id)
    obey(practice.world, json.dumps({"pace": pace}).encode(), now=practice.clock.now)
    assert practice.counters(push_id) == before
    earlier = before["all"]
    for _ in range(20):
        practice.clock.advance(15)
        later = practice.counters(push_id)["all"]
        assert practice.counters(push_id)["all"] == later
        assert all(earlier[key] <= later[key] for key in later)
        earlier = later
    assert earlier["clickUv"] > before["all"]["clickUv"]


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{",
        b"60",
        b'{"pace": 0}',
        b'{"pace": "x"}',
        b'{"pace": NaN}',
        b'{"other": 1}',
        b"[" * 9,
    ],
)
def test_what_is_no_pace_is_passed_over(line: bytes, make: Make):
    practice = make()
    obey(practice.world, line, now=practice.clock.now)
    assert practice.world.timeline.pace == 60
