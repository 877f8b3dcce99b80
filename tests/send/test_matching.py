"""Which record can be a push of which nobody knows: never one from before, never a guess."""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.send.builders import NOW
from tests.send.records import ACCOUNTS, body_of, record_of, row_of
from tpns_desktop.model.outcome import Record
from tpns_desktop.send.matching import Sought, Verdict, sought, verdict
from tpns_desktop.send.skew import Skew, joined
from tpns_desktop.store.history import PushRow

SAME_CLOCK = Skew(-1.0, 0.0)
"""The service's answer came at once and at the beginning of a second, like ours."""


def said(row: PushRow, *records: Record, skew: Skew = SAME_CLOCK, **known: Any) -> Verdict:
    return verdict(sought(row, skew), records, **known)


def later(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


@pytest.mark.parametrize("kind", ["all", "tag", "account"])
def test_the_record_of_a_push_is_found(kind: str) -> None:
    assert said(row_of(kind), record_of(kind)) == Verdict("one", ("4711",), "strong")


def test_an_upload_of_its_own_is_exact() -> None:
    body = body_of("all", audience_type="package_account_push", upload_id=77)
    row = row_of("all", body, upload_id=77)
    record = record_of("all", push_type="package_account_push", upload_id=77)
    alone = sought(row, SAME_CLOCK, alone=True)
    assert verdict(alone, [record]) == Verdict("one", ("4711",), "exact")
    assert verdict(alone, [replace(record, upload_id=78)]).kind == "none"
    # Its time does not matter then, and a record that tells none is none of another push.
    for made in (later(-3), later(3600), None):
        assert verdict(alone, [replace(record, created_at=made)]).kind == "one", made
    assert verdict(alone, [replace(record, title="Other words")]).kind == "several"


def test_an_upload_that_was_used_again_is_not_exact() -> None:
    body = body_of("all", audience_type="package_account_push", upload_id=77)
    row = row_of("all", body, upload_id=77)
    record = record_of("all", push_type="package_account_push", upload_id=77)
    assert said(row, record) == Verdict("one", ("4711",), "strong")
    assert said(row, replace(record, created_at=later(-3600))).kind == "none"
    assert said(row, replace(record, title="Other words")).kind == "none"


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Sale tomorrow"},
        {"content": "Other words"},
        {"push_type": "all"},
        {"environment": "dev"},
        {"message_type": "message"},
        {"source": "console"},
        {"target_list": ("alice01", "carol")},
        {"created_at": later(-7)},
        {"created_at": later(-3600)},
    ],
    ids=str,
)
def test_a_look_alike_is_not_taken(changes: dict[str, Any]) -> None:
    assert said(row_of(), record_of(**changes)).kind == "none"
    both = (record_of(), record_of(push_id="9", **changes))
    assert said(row_of(), *both).push_ids == ("4711",)


def test_other_tags_are_another_push() -> None:
    tags = {"op": "OR", "tagWithType": [{"tagTypeName": "xg_user_define", "tagValue": "vip"}]}
    assert said(row_of("tag"), record_of("tag", tag_set=tags)).kind == "none"


def test_an_ios_push_is_known_by_its_environment() -> None:
    row = row_of("all", body_of("all", environment="dev"))
    assert said(row, record_of("all", environment="dev")).kind == "one"
    assert said(row, record_of("all", environment="product")).kind == "none"
    assert said(row, record_of("all", environment="")).kind == "several"


@pytest.mark.parametrize(
    "changes",
    [
        {"target_list": ()},
        {"target_list": ("alice01",)},
        {"created_at": None},
        {"title": "  Sale   tonight "},
        {"content": "Everything is cheaper…"},
        {"push_type": ""},
    ],
    ids=str,
)
def test_what_is_missing_or_cut_settles_nothing(changes: dict[str, Any]) -> None:
    assert said(row_of(), record_of(**changes)) == Verdict("several", ("4711",))


def test_tags_and_source_have_to_be_told_for_a_push_to_many() -> None:
    assert said(row_of("tag"), record_of("tag", tag_set=None)).kind == "several"
    assert said(row_of("all"), record_of("all", source="")).kind == "several"
    # Its accounts are proof enough for a list.
    assert said(row_of(), record_of(source="")).kind == "one"


def test_a_silent_push_to_everyone_has_nothing_to_be_known_by() -> None:
    silent = body_of("all", message_type="message", message={"custom_content": "{}"})
    record = record_of("all", message_type="message", title="", content="")
    assert said(row_of("all", silent), record).kind == "several"
    listed = body_of(message_type="message", message={})
    told = record_of(message_type="message", title="", content="")
    assert said(row_of(body=listed), told).kind == "one"


def test_two_that_fit_are_a_conflict_oldest_first() -> None:
    records = (record_of(push_id="2", created_at=later(3)), record_of(push_id="1"))
    assert said(row_of(), *records) == Verdict("several", ("1", "2"))
    assert said(row_of(), *records, taken={"2"}) == Verdict("one", ("1",), "strong")


def test_what_another_row_may_claim_settles_neither() -> None:
    mine, other = row_of(), row_of(id="r2", sent_at=later(2))
    record = record_of(created_at=later(3))
    for row, rival in ((mine, other), (other, mine)):
        rivals = [sought(rival, SAME_CLOCK)]
        assert said(row, record, rivals=rivals) == Verdict("several", ("4711",))
    # Another row that cannot be it is no rival.
    strange = sought(row_of(id="r3", body=body_of(account_list=["carol"])), SAME_CLOCK)
    assert said(mine, record, rivals=[strange]).kind == "one"


def test_one_made_long_after_is_not_taken_and_nobody_says_there_is_none() -> None:
    late = record_of(created_at=later(3600))
    assert said(row_of(), late) == Verdict("several", ("4711",))
    assert said(row_of(), late, record_of(push_id="1")) == Verdict("one", ("1",), "strong")


@pytest.mark.parametrize("seconds", [-1, -5])
def test_one_from_right_before_is_not_taken_and_nobody_says_there_is_none(seconds: int) -> None:
    early = record_of(created_at=later(seconds))
    assert said(row_of(), early) == Verdict("several", ("4711",))
    assert said(row_of(), early, record_of(push_id="1")) == Verdict("one", ("1",), "strong")


def test_a_push_called_a_repetition_names_the_one_it_may_repeat() -> None:
    before = record_of("all", created_at=later(-3000))
    assert said(row_of("all"), before).kind == "none"
    assert said(row_of("all", code=10010018), before) == Verdict("several", ("4711",))
    # One of our own rows has it: then nothing is left of this one.
    assert said(row_of("all", code=10010018), before, taken={"4711"}).kind == "none"


def test_a_planned_push_is_known_by_its_making_not_by_its_start() -> None:
    planned = NOW + timedelta(hours=4)
    row = row_of("all", schedule_at=planned)
    assert said(row, record_of("all")).kind == "one"
    # Only the planned time is told: then it is not known when it was made.
    assert said(row, record_of("all", created_at=planned)).kind == "several"


def test_the_window_is_on_the_services_clock() -> None:
    slow = Skew(-201.0, -200.0)  # this computer is 200 s behind
    assert said(row_of(), record_of(created_at=later(200)), skew=slow).kind == "one"
    assert said(row_of(), record_of(created_at=later(100)), skew=slow).kind == "none"
    ahead = Skew(199.0, 200.0)
    assert said(row_of(), record_of(created_at=later(-200)), skew=ahead).kind == "one"
    assert said(row_of(), record_of(created_at=later(-207)), skew=ahead).kind == "none"


def test_a_second_that_may_be_before_or_after_settles_nothing() -> None:
    unsure = Skew(-1.4, 0.6)
    assert said(row_of(), record_of(created_at=later(1)), skew=unsure).kind == "one"
    assert said(row_of(), record_of(created_at=NOW), skew=unsure).kind == "several"
    assert said(row_of(), record_of(created_at=later(-1)), skew=unsure).kind == "several"
    assert said(row_of(), record_of(created_at=later(-7)), skew=unsure).kind == "none"


# --------------------------------------------------------------------------------- true and false


def measured(clock_skew: float, at: float, took: float, back: float) -> Skew:
    """What one answer shows: asked at `at` (service's clock), dated on the way, read at the end."""
    dated = math.floor(at + took * (1 - back))
    return Skew.measured(at + took + clock_skew - dated, took)


SECONDS = st.floats(0, 1, exclude_max=True)
SKEWS = st.floats(-250, 250)
ANSWERS = st.lists(
    st.tuples(st.floats(1, 600), st.floats(0.001, 3), st.floats(0, 1)), min_size=1, max_size=4
)


@given(SECONDS, SKEWS, ANSWERS, st.floats(-3600, 0), SECONDS)
def test_no_record_of_an_earlier_second_is_ever_taken(
    phase: float,
    clock_skew: float,
    answers: list[tuple[float, float, float]],
    before: float,
    travels: float,
) -> None:
    start = NOW.timestamp()
    sent = start + phase  # on the service's clock
    skew = joined(measured(clock_skew, sent + wait, took, b) for wait, took, b in answers)
    row = row_of(sent_at=datetime.fromtimestamp(sent + clock_skew, UTC))
    older = record_of(
        push_id="older", created_at=datetime.fromtimestamp(math.floor(start - 1e-3 + before), UTC)
    )
    assert said(row, older, skew=skew).kind != "one"
    mine = record_of(created_at=datetime.fromtimestamp(math.floor(sent + travels), UTC))
    found = said(row, mine, skew=skew)
    # Perhaps a doubt, never a "none".
    assert found.kind in ("one", "several")
    both = said(row, older, mine, skew=skew)
    assert both.kind == "several" or both.push_ids == ("4711",)


def test_how_often_the_true_one_is_found(size: Callable[[int, int], int]) -> None:
    chance = random.Random(15)
    tries = size(2_000, 50_000)
    found = [0, 0, 0, 0]
    for _ in range(tries):
        sent = NOW.timestamp() + chance.random()
        clock_skew = chance.uniform(-30, 30)
        row = row_of(sent_at=datetime.fromtimestamp(sent + clock_skew, UTC))
        travels = chance.uniform(0.1, 0.6)
        record = record_of(created_at=datetime.fromtimestamp(math.floor(sent + travels), UTC))
        answers: list[Skew] = []
        for place, wait in enumerate((5, 30, 120, 600)):
            took = chance.uniform(0.05, 0.3)
            at = sent + wait + chance.random()
            answers.append(measured(clock_skew, at, took, chance.random()))
            verdict_now = said(row, record, skew=joined(answers))
            assert verdict_now.kind in ("one", "several")
            found[place] += verdict_now.kind == "one"
    shares = [f"{100 * count / tries:.1f} %" for count in found]
    print(f"found after 1, 2, 3, 4 looks: {', '.join(shares)} of {tries}; false 0, 'none' 0")
    assert found[-1] > 0.8 * tries


def look_alikes(count: int, chance: random.Random) -> list[Record]:
    """Records that are the row's in all but one respect."""
    others: list[Callable[[], dict[str, Any]]] = [
        lambda: {"title": f"Sale tonight {chance.randrange(10**6)}"},
        lambda: {"content": f"Everything is cheaper until {chance.randrange(10**6)}"},
        lambda: {"target_list": (*ACCOUNTS, f"user{chance.randrange(10**6)}")},
        lambda: {"target_list": (f"user{chance.randrange(10**6)}",)},
        lambda: {"created_at": later(-chance.randrange(7, 86_400))},
        lambda: {"environment": "dev"},
        lambda: {"source": "console"},
        lambda: {"push_type": "token_list"},
        lambda: {"message_type": "message"},
    ]
    return [record_of(push_id=str(10**9 + n), **chance.choice(others)()) for n in range(count)]


def test_the_true_one_is_found_among_its_look_alikes(size: Callable[[int, int], int]) -> None:
    chance = random.Random(4)
    records = look_alikes(size(500, 10_000), chance)
    wanted: Sought = sought(row_of(), SAME_CLOCK)
    assert verdict(wanted, records) == Verdict("none")
    records.insert(chance.randrange(len(records)), record_of())
    assert verdict(wanted, records) == Verdict("one", ("4711",), "strong")
    taken_once = 0
    for record in records:
        taken_once += verdict(wanted, [record]).kind == "one"
    print(f"{len(records) - 1} look-alikes: {taken_once - 1} false, the true one found")
    assert taken_once == 1
