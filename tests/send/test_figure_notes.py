"""Why a figure is low or missing: each reason where it holds, and nowhere else."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.send.builders import NOW
from tests.send.records import body_of, row_of
from tpns_desktop.send.courses import KnownReach
from tpns_desktop.send.figure_notes import RULES, notes
from tpns_desktop.send.results import Batch
from tpns_desktop.ui.words.figure_notes import NOTES


def told(
    age: timedelta = timedelta(days=2),
    channels: tuple[dict[str, Any], ...] = (),
    body: dict[str, Any] | None = None,
    reach: KnownReach | None = None,
    finished: bool = False,
    **changes: Any,
) -> list[str]:
    """Kinds of the notes of a push that ran without a hitch but for these changes."""
    counters = [{"channel": "all", "planned": 1000, "delivered": 1000, "arrived": 900}, *channels]
    values: dict[str, Any] = {
        "state": "accepted", "push_ids": ("1",), "counters": counters,
        "audience": {"kind": "account", "count": 1000},
    }  # fmt: skip
    row = row_of(body=body_of("account", **(body or {})), **values | changes)
    return [
        note.kind for note in notes(Batch("b1", (row,)), NOW, NOW + age, reach, finished=finished)
    ]


def counted(channel: str, **figures: int) -> dict[str, Any]:
    return {"channel": channel, **figures}


def test_ordinary_figures_need_no_words() -> None:
    assert told() == []


@pytest.mark.parametrize(
    ("kind", "case"),
    [
        ("too_old", {"age": timedelta(days=30)}),
        ("none_yet", {"age": timedelta(minutes=2), "counters": None}),
        ("nobody", {"finished": True, "counters": [counted("all", planned=0)]}),
        (
            "nobody_tagged",
            {
                "age": timedelta(minutes=2),
                "finished": True,
                "audience_kind": "tag",
                "counters": [counted("all", planned=0, delivered=0)],
                "audience": {"kind": "tag"},
            },
        ),
        ("growing", {"age": timedelta(hours=3)}),
        (
            "kept_offline",
            {
                "body": {"expire_time": 259200},
                "counters": [counted("all", planned=1000, delivered=800)],
            },
        ),
        ("few_planned", {"audience": {"kind": "account", "count": 5000}}),
        ("receipts", {"channels": (counted("hw", delivered=50, arrived=0),)}),
        ("receipts", {"channels": (counted("mz", delivered=50),)}),
        ("closed", {"body": {"channel_rules": [{"channel": "oppo", "disable": True}]}}),
        (
            "few_of_reach",
            {"audience": {"kind": "all"}, "reach": KnownReach(5000, NOW.date())},
        ),
        ("too_long", {"content": "x" * 129, "channels": (counted("mz", arrived=5, planned=5),)}),
        ("ios_dismissed", {"platform": "ios"}),
    ],
)
def test_a_reason_is_told_where_it_holds(kind: str, case: dict[str, Any]) -> None:
    assert told(**case) == [kind]


@pytest.mark.parametrize(
    "case",
    [
        {"channels": (counted("hw", delivered=50, arrived=40),)},
        {"channels": (counted("hw", delivered=0, arrived=0),)},
        {"body": {"channel_rules": [{"channel": "oppo", "disable": False}]}},
        {"body": {"expire_time": 3600}},
        {"audience": {"kind": "all", "count": None}},
        {"audience": {"kind": "all"}, "reach": KnownReach(1200, NOW.date())},
        {"content": "x" * 129},  # nobody with a phone of a maker that minds
        {"content": "x" * 129, "channels": (counted("mz", arrived=5, planned=0),)},
    ],
)
def test_and_not_where_it_does_not(case: dict[str, Any]) -> None:
    assert told(**case) == []


def test_every_reason_has_its_words() -> None:
    assert set(NOTES) == set(RULES)
