"""A push that repeats shows no figures before it has run."""

from __future__ import annotations

import json

from tests.ui.sent_lines import line
from tpns_desktop.ui.screens.sent.sent_model import figure


def told(planned: int, tapped: int) -> tuple[str, ...]:
    return (json.dumps([{"channel": "all", "planned": planned, "arrived": 0, "tapped": tapped}]),)


def test_before_its_first_run_a_push_that_repeats_has_no_figures() -> None:
    waiting = line(repeats=True, told_counters=told(0, 0))
    assert (figure(waiting, "arrived"), figure(waiting, "tapped")) == (None, None)
    assert figure(line(repeats=True, told_counters=told(900, 30)), "tapped") == 30
    assert figure(line(told_counters=told(0, 0)), "tapped") == 0
