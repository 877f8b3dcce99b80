"""Figures are asked for within the service's budget."""

from __future__ import annotations

import pytest

from tpns_desktop.ui.screens.results.polling import PRACTICE_IDLE_AFTER, wait_s


@pytest.mark.parametrize(
    ("age_s", "seconds"),
    [(0, 30), (299, 30), (300, 120), (1799, 120), (1800, 600), (86400, 600), (31 * 86400, None)],
)
def test_a_real_push_is_asked_about_less_and_less(age_s: float, seconds: int | None) -> None:
    assert wait_s(practice=False, age_s=age_s, unchanged=0) == seconds


def test_a_practice_push_is_followed_while_it_grows() -> None:
    assert wait_s(practice=True, age_s=0, unchanged=0) == 2
    assert wait_s(practice=True, age_s=0, unchanged=PRACTICE_IDLE_AFTER) == 30


def test_the_first_hour_of_five_pushes_stays_below_200_questions() -> None:
    asked, age_s = 0, 0
    while age_s < 3600:
        wait = wait_s(practice=False, age_s=age_s, unchanged=0)
        assert wait is not None
        asked, age_s = asked + 1, age_s + wait
    assert asked * 5 < 200
