"""How much is asked, how long is waited."""

from __future__ import annotations

import pytest

from tpns_desktop.send.levels import asked_level, hold_seconds, level_of, preferred_hold


@pytest.mark.parametrize(
    ("kind", "count", "sms", "live", "level"),
    [
        ("all", None, False, True, 4),
        ("all", None, False, False, 3),
        ("tag", None, False, True, 3),
        ("account", 37, False, True, 2),
        ("account", 1000, False, True, 2),
        ("account", 1001, False, True, 3),
        ("device", 2, False, True, 2),
        ("device", 2, True, True, 3),
        ("account", None, False, True, 3),
        (None, None, False, True, 3),
    ],
)
def test_level_grows_with_reach(
    kind: str | None, count: int | None, sms: bool, live: bool, level: int
) -> None:
    assert level_of(practice=False, kind=kind, count=count, sms=sms, live=live) == level


@pytest.mark.parametrize("kind", ["all", "tag", "account", "device"])
def test_practice_is_level_0_whatever_the_reach(kind: str) -> None:
    assert level_of(practice=True, kind=kind, count=None, sms=True, live=False) == 0


@pytest.mark.parametrize(
    ("level", "preferred", "held"),
    [(0, 10, 10), (2, 0, 0), (3, 500, 120), (3, -4, 0), (4, 10, 30), (4, 90, 90), (4, None, None)],
)
def test_hold_is_the_preference_within_bounds_and_longer_for_everyone(
    level: int, preferred: int | None, held: int | None
) -> None:
    assert hold_seconds(level, preferred) == held


@pytest.mark.parametrize(
    ("text", "hold"),
    [("10", 10), (" 0 ", 0), ("120", 120), ("999", 120), ("manual", None), ("", 10), ("-5", 10),
     ("ten", 10), ("٣", 10)],
)  # fmt: skip
def test_a_wrong_preference_reads_as_ten_seconds(text: str, hold: int | None) -> None:
    assert preferred_hold(text) == hold


@pytest.mark.parametrize(("level", "strict"), [(0, 0), (1, 1), (2, 3), (3, 4), (4, 4)])
def test_strict_asks_one_level_more_of_pushes_to_people(level: int, strict: int) -> None:
    assert asked_level(level, "strict") == strict
    assert asked_level(level, "standard") == level
