"""How far the clocks are apart: bounds from answers, closer with each, void when a clock jumps."""

from __future__ import annotations

from datetime import timedelta

from tests.send.conftest import FakeClock
from tpns_desktop.send.skew import OLD_S, Skew, Skews, joined


def test_an_answer_bounds_the_skew_by_its_cut_second_and_its_travel() -> None:
    assert Skew.measured(200.5, 0.25) == Skew(199.25, 200.5)


def test_more_answers_come_closer() -> None:
    assert joined([Skew(-1.0, 0.5), Skew(-0.25, 1.0)]) == Skew(-0.25, 0.5)


def test_answers_that_contradict_each_other_leave_everything_open() -> None:
    # The clock was set between them: what was written down may be by either.
    assert joined([Skew(-1.0, 0.0), Skew(299.0, 300.0)]) == Skew(-1.0, 300.0)


def test_the_newest_is_told_of_the_real_service_alone() -> None:
    skews = Skews(FakeClock())
    assert skews.last(practice=False) is None
    skews.note(0.3, 0.1, practice=True)
    assert skews.last(practice=False) is None
    skews.note(70.0, 0.1, practice=False)
    skews.note(None, 0.1, practice=False)
    assert (skews.last(practice=False), skews.last(practice=True)) == (70.0, 0.3)


def test_after_the_clock_was_set_nothing_is_told_but_the_bounds_keep_both() -> None:
    clock = FakeClock()
    skews = Skews(clock)
    skews.note(400.0, 0.0, practice=False)
    clock.wall -= timedelta(seconds=400)
    # A person who has just set it right must not be stopped by what it was before.
    assert skews.last(practice=False) is None
    skews.note(0.5, 0.0, practice=False)
    assert skews.last(practice=False) == 0.5
    assert joined(skews.all(practice=False)) == Skew(-0.5, 400.0)


def test_what_is_hours_old_is_not_told() -> None:
    clock = FakeClock()
    skews = Skews(clock)
    skews.note(70.0, 0.0, practice=False)
    clock.leap(OLD_S + 1)
    assert skews.last(practice=False) is None
    assert skews.all(practice=False) == []
