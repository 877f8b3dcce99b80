"""When a loop goes out, on the service's clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpns_desktop.model.limits import SCHEDULE_DAYS_MAX, SERVICE_ZONE
from tpns_desktop.model.runs import next_runs, spread_s

NOW = datetime(2026, 1, 15, 10, 0, tzinfo=SERVICE_ZONE)  # a Thursday


def loop(**changes: Any) -> dict[str, Any]:
    made = {"every": "1", "days": [], "times": ["09:00"], "start": "2026-01-15", "end": ""}
    return made | changes


def said(runs: list[datetime]) -> list[str]:
    return [f"{run:%a %m-%d %H:%M}" for run in runs]


def test_daily_begins_with_the_next_time_that_is_ahead() -> None:
    runs = next_runs(loop(times=["19:00", "09:00"]), NOW, 3)
    assert said(runs) == ["Thu 01-15 19:00", "Fri 01-16 09:00", "Fri 01-16 19:00"]
    assert all(run.utcoffset() == timedelta(hours=8) for run in runs)


def test_weekly_counts_from_sunday() -> None:
    runs = next_runs(loop(every="2", days=["0", "6"]), NOW, 3)
    assert said(runs) == ["Sat 01-17 09:00", "Sun 01-18 09:00", "Sat 01-24 09:00"]


def test_monthly_leaves_out_a_day_that_the_month_has_not() -> None:
    runs = next_runs(loop(every="3", days=["30", "1"]), NOW, 4)
    assert said(runs) == [
        "Fri 01-30 09:00",
        "Sun 02-01 09:00",
        "Sun 03-01 09:00",
        "Mon 03-30 09:00",
    ]


def test_a_loop_stops_with_its_last_day() -> None:
    assert said(next_runs(loop(end="2026-01-16"), NOW)) == ["Fri 01-16 09:00"]
    assert next_runs(loop(end="2026-01-15"), NOW) == []
    assert said(next_runs(loop(end="2026-01-15"), NOW - timedelta(seconds=3601))) == [
        "Thu 01-15 09:00"
    ]


def test_the_clock_is_the_service_s_wherever_the_computer_stands() -> None:
    # 01:00 UTC is nine o'clock there: that run is over.
    runs = next_runs(loop(), datetime(2026, 1, 15, 1, 0, tzinfo=UTC), 1)
    assert said(runs) == ["Fri 01-16 09:00"]
    with pytest.raises(TypeError):
        next_runs(loop(), datetime(2026, 1, 15))


@pytest.mark.parametrize(
    "broken",
    [
        None,
        {},
        loop(times=[]),
        loop(times=["9", "24:00", None]),
        loop(start="soon"),
        loop(end="2026-02-30"),
        loop(every="2"),
        loop(every="4"),
        loop(every=1),
    ],
)
def test_what_cannot_be_read_never_happens(broken: Any) -> None:
    assert next_runs(broken, NOW) == []


@given(
    every=st.sampled_from("123"),
    days=st.lists(st.integers(0, 31).map(str)),
    times=st.lists(st.sampled_from(["00:00", "09:30", "23:59:59"])),
    count=st.integers(0, 9),
)
def test_runs_are_ahead_in_order_and_within_the_service_s_days(
    every: str, days: list[str], times: list[str], count: int
) -> None:
    runs = next_runs(loop(every=every, days=days, times=times, start=""), NOW, count)
    assert len(runs) <= count
    assert runs == sorted(set(runs))
    assert all(NOW < run < NOW + timedelta(days=SCHEDULE_DAYS_MAX + 1) for run in runs)


@pytest.mark.parametrize(
    ("count", "speed", "seconds"), [(0, 1000, 0), (1, 1000, 1), (1000, 1000, 1), (1001, 1000, 2)]
)
def test_a_slowed_push_takes_whole_seconds(count: int, speed: int, seconds: int) -> None:
    assert spread_s(count, speed) == seconds
