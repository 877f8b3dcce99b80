"""When pushes start: the service's clock, late and far times, loops."""

from __future__ import annotations

from typing import Any

import pytest

from tpns_desktop.practice.codes import Refusal
from tpns_desktop.practice.rules import Rules
from tpns_desktop.practice.schedule import loop_starts, service_text, start_of

from .conftest import instant

NOW = instant("2026-01-15 10:00:00")
LOOP: dict[str, Any] = {
    "startDate": "2026-01-16",
    "endDate": "2026-01-18",
    "loopType": 1,
    "loopDayIndexs": [0],
    "dayTimes": ["09:00:00"],
}


@pytest.mark.parametrize(
    ("send_time", "start"),
    [
        ("", "2026-01-15 10:00:00"),
        ("2026-01-15 10:00:01", "2026-01-15 10:00:01"),
        ("2026-01-15 09:50:00", "2026-01-15 10:00:00"),
        ("2026-04-15 10:00:00", "2026-04-15 10:00:00"),
    ],
)
def test_a_send_time_is_kept_or_started_at_once(send_time: str, start: str):
    assert service_text(start_of({"send_time": send_time}, now=NOW, rules=Rules())) == start


@pytest.mark.parametrize(
    ("send_time", "code"),
    [
        ("2026-01-15 09:49:59", 10010012),
        ("2026-04-15 10:00:01", 10010012),
        ("2026-01-32 10:00:00", 1008007),
        ("2026-01-16T10:00:00", 1008007),
        ("2026-1-16 10:00:00", 1008007),
        ("tomorrow", 1008007),
    ],
)
def test_late_far_and_odd_send_times_are_refused(send_time: str, code: int):
    with pytest.raises(Refusal) as refused:
        start_of({"send_time": send_time}, now=NOW, rules=Rules())
    assert refused.value.code == code


def test_the_ten_minute_rule_can_be_switched_off():
    rules = Rules(late_send_time="at_once")
    assert start_of({"send_time": "2020-01-01 00:00:00"}, now=NOW, rules=rules) == NOW


@pytest.mark.parametrize(
    ("changes", "starts"),
    [
        ({}, ["01-16 09:00", "01-17 09:00", "01-18 09:00"]),
        ({"loopType": 2, "loopDayIndexs": [0, 6]}, ["01-17 09:00", "01-18 09:00"]),
        ({"loopType": 3, "loopDayIndexs": [18, 31]}, ["01-18 09:00"]),
        (
            {"endDate": "2026-01-16", "dayTimes": ["19:30:00", "09:00:00"]},
            ["01-16 09:00", "01-16 19:30"],
        ),
        (
            {
                "startDate": "2026-01-15",
                "endDate": "2026-01-15",
                "dayTimes": ["09:00:00", "11:00:00"],
            },
            ["01-15 11:00"],
        ),
    ],
)
def test_a_loop_runs_on_its_days_at_its_times(changes: dict[str, Any], starts: list[str]):
    found = [
        service_text(start)[5:16] for start in loop_starts(LOOP | changes, now=NOW, rules=Rules())
    ]
    assert found == starts


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"startDate": ""}, 1008002, "loop_param.startDate"),
        ({"startDate": "2026-01-14"}, 1008007, "loop_param.startDate"),
        ({"endDate": "2026-04-16"}, 1008007, "loop_param.endDate"),
        ({"loopType": 0}, 1008002, "loop_param.loopType"),
        ({"loopDayIndexs": []}, 1008002, "loop_param.loopDayIndexs"),
        ({"loopDayIndexs": [1]}, 1008007, "loop_param.loopDayIndexs"),
        ({"loopType": 3, "loopDayIndexs": [0]}, 1008007, "loop_param.loopDayIndexs"),
        ({"dayTimes": []}, 1008002, "loop_param.dayTimes"),
        ({"dayTimes": ["24:00:00"]}, 1008007, "loop_param.dayTimes"),
        ({"dayTimes": ["9:00"]}, 1008007, "loop_param.dayTimes"),
        ({"loopType": 3, "loopDayIndexs": [30]}, 1008007, "loop_param"),
        (
            {"dayTimes": [f"10:{at // 60:02}:{at % 60:02}" for at in range(400)]},
            1008007,
            "loop_param",
        ),
    ],
)
def test_loops_that_cannot_run_are_refused(changes: dict[str, Any], code: int, field: str):
    with pytest.raises(Refusal) as refused:
        loop_starts(LOOP | changes, now=NOW, rules=Rules())
    assert (refused.value.code, refused.value.field) == (code, field)
