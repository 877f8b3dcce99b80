"""Two rows shown as one: joined state, joined figures."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.send.builders import NOW
from tpns_desktop.model.outcome import ChannelCounters
from tpns_desktop.send.results import Batch, Figures, snapshot
from tpns_desktop.store.history import PushRow


def row(**changes: Any) -> PushRow:
    values: dict[str, Any] = {
        "id": "r1",
        "batch_id": "b1",
        "draft_id": "d1",
        "draft_rev": 1,
        "platform": "android",
        "app_id": "shop",
        "app_name": "Demo Mall",
        "practice": False,
        "access_point_url": "https://api.tpns.tencent.com",
        "access_id": "1500012345",
        "environment": None,
        "body": b"{}",
        "body_sha256": "0" * 64,
        "title": "Sale",
        "content": "Now",
        "audience_kind": "all",
        "audience": {"kind": "all"},
        "level": 4,
        "state": "accepted",
        "created_at": NOW,
        "fingerprint": "f",
        "app_version": "0",
    }
    return PushRow(**values | changes)


def batch(*changes: dict[str, Any]) -> Batch:
    return Batch("b1", tuple(row(**change) for change in changes))


@pytest.mark.parametrize(
    ("states", "joined"),
    [
        (("accepted", "accepted"), "accepted"),
        (("held", "held"), "held"),
        (("sending", "accepted"), "sending"),
        (("held", "accepted"), "sending"),
        (("accepted", "unknown"), "unknown"),
        (("accepted", "rejected"), "partly"),
        (("not_sent", "rejected"), "rejected"),
        (("withdrawn", "withdrawn"), "withdrawn"),
    ],
)
def test_a_batch_never_says_less_than_happened(states: tuple[str, ...], joined: str) -> None:
    assert batch(*({"state": state} for state in states)).state == joined


def test_counters_of_a_repeated_push_add_up_and_the_unknown_stays_unknown() -> None:
    first = [ChannelCounters("all", 10, 9, 8, 2), ChannelCounters("hw", 4, 4, None, 1)]
    second = [ChannelCounters("all", 5, 5, 5, 1), ChannelCounters("hw", 1, 1, None, 0)]
    assert snapshot([first, second]) == [
        {"channel": "all", "planned": 15, "delivered": 14, "arrived": 13, "tapped": 3,
         "dismissed": None},
        {"channel": "hw", "planned": 5, "delivered": 5, "arrived": None, "tapped": 1,
         "dismissed": None},
    ]  # fmt: skip


def test_the_funnel_counts_each_platform_once() -> None:
    counted = batch(
        {"counters": snapshot([[ChannelCounters("all", 10), ChannelCounters("hw", 10)]])},
        {"platform": "ios", "counters": snapshot([[ChannelCounters("apns", 7, 6)]])},
    )
    assert counted.counters == Figures(planned=17, delivered=6)
    assert [(c.platform, c.channel, c.figures.planned) for c in counted.channels] == [
        ("android", "hw", 10),
        ("ios", "apns", 7),
    ]


def test_without_counters_every_figure_is_unknown() -> None:
    empty = batch({}, {"platform": "ios"})
    assert (empty.counters, empty.channels, empty.counters_at) == (Figures(), (), None)


def test_a_batch_is_listed_by_schedule_then_departure_then_confirmation() -> None:
    later, sent = NOW + timedelta(days=1), NOW + timedelta(seconds=10)
    assert batch({}).when == NOW
    assert batch({"sent_at": sent}, {"sent_at": sent + timedelta(seconds=1)}).when == sent
    assert batch({"sent_at": sent, "schedule_at": later}).when == later


def test_the_end_of_the_hold_is_told_while_something_is_held() -> None:
    until = NOW + timedelta(seconds=10)
    assert batch({"state": "held", "hold_until": until}).hold_until == until
    assert batch({"state": "held"}).hold_until is None
    assert batch({"state": "accepted", "hold_until": until}).hold_until is None


def test_what_is_unknown_tells_how_its_look_up_stands() -> None:
    old, new = NOW - timedelta(minutes=1), NOW
    looked = batch(
        {"state": "unknown", "look": "none", "looked_at": new, "looks": 2},
        {"state": "unknown", "platform": "ios", "look": "several", "looked_at": old,
         "matches": ("1", "2")},
    )  # fmt: skip
    assert [row.platform for row in looked.unknown_rows] == ["android", "ios"]
    # The least settled finding, no newer than the oldest look.
    assert (looked.look, looked.looked_at, looked.matches) == ("several", old, ("1", "2"))


def test_a_row_that_is_settled_says_nothing_about_the_one_that_is_not() -> None:
    half = batch(
        {"state": "accepted", "settled_by": "query", "looked_at": NOW},
        {"state": "unknown", "platform": "ios"},
    )
    assert (half.look, half.looked_at, half.matches) == (None, None, ())
    gone = batch({"state": "not_found", "settled_by": "query", "look": "none", "looked_at": NOW})
    assert (gone.unknown_rows, gone.look, gone.looked_at) == ((), "none", NOW)


def test_a_push_that_was_never_looked_up_says_so() -> None:
    plain = batch({"settled_by": "answer"})
    assert (plain.look, plain.looked_at, plain.next_look_at) == (None, None, None)


def test_figures_are_as_old_as_the_oldest_of_them() -> None:
    old, new = NOW - timedelta(hours=1), NOW
    counted = batch({"counters_at": new}, {"platform": "ios", "counters_at": old})
    assert counted.counters_at == old
