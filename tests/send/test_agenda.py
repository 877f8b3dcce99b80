"""The calendar: every run on its day, as it stands, and what comes too close."""

from __future__ import annotations

import calendar
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.send.builders import draft
from tests.send.conftest import Outside, Run
from tests.send.test_mending import DAILY, TONIGHT, sent
from tests.store.rows import push
from tpns_desktop.model.limits import SERVICE_ZONE
from tpns_desktop.send.agenda import CLOSE, Slot, with_close
from tpns_desktop.send.desk import Desk
from tpns_desktop.send.runs_of import plan_of, runs_of
from tpns_desktop.store.records import RecordRow, ServiceRecords

TODAY = date(2026, 11, 19)
CONFIRMED = datetime(2026, 11, 19, 2, 30, tzinfo=UTC)
MINUTES = st.times().map(lambda at: at.replace(second=0, microsecond=0))


def slot(key: str, minute: int, **changes: Any) -> Slot:
    at = datetime(2026, 11, 19, 8, 0, tzinfo=SERVICE_ZONE) + timedelta(minutes=minute)
    values: dict[str, Any] = {"key": key, "at": at, "title": key, "content": "", "state": "ahead"}
    return Slot(**values | {"platforms": ("android",), "people": "all"} | changes)


# --------------------------------------------------------------------------------------- runs


@given(
    every=st.sampled_from([1, 2, 3]),
    days=st.sets(st.integers(0, 31), min_size=1, max_size=8),
    times=st.sets(MINUTES, min_size=1, max_size=4),
    start=st.integers(0, 80),
    length=st.integers(0, 60),
)
def test_a_repetition_is_spread_as_one_would_by_hand(
    every: int, days: set[int], times: set[time], start: int, length: int
) -> None:
    first = TODAY + timedelta(days=start)
    last = min(first + timedelta(days=length), TODAY + timedelta(days=90))
    indexes = {1: {0}, 2: {d % 7 for d in days}, 3: {max(d, 1) for d in days}}[every]
    loop = {
        "startDate": first.isoformat(),
        "endDate": last.isoformat(),
        "loopType": every,
        "loopDayIndexs": sorted(indexes),
        "dayTimes": [f"{t:%H:%M:%S}" for t in sorted(times)],
    }
    row = push(
        body=json.dumps({"audience_type": "all", "loop_param": loop}).encode(),
        created_at=CONFIRMED,
        push_ids=(),
    )
    wanted = []
    for n in range(91):
        day = TODAY + timedelta(days=n)
        # By the names of the days, and not by their numbers.
        sunday_first = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        name = sunday_first.index(calendar.day_abbr[day.weekday()])
        goes = {1: True, 2: name in indexes, 3: day.day in indexes}[every]
        if first <= day <= last and goes:
            wanted += [datetime.combine(day, at, SERVICE_ZONE) for at in sorted(times)]
    wanted = [at for at in wanted if at >= CONFIRMED]
    plan = plan_of(row)
    assert list(plan.runs) == wanted
    assert plan.repeats
    # With an id for each run they go together in order; with another number nobody knows.
    ids = tuple(str(n) for n in range(len(wanted)))
    if ids:
        told = runs_of(replace(row, push_ids=ids), plan)
        assert [(run.push_id, run.at) for run in told] == list(zip(ids, wanted, strict=True))
        told = runs_of(replace(row, push_ids=(*ids, "more")), plan)
        assert {run.at for run in told} == {None}


def test_bytes_that_cannot_be_read_say_nothing() -> None:
    plan = plan_of(push(body=b"{", created_at=CONFIRMED))
    assert (plan.audience, plan.repeats, plan.runs) == ("", False, (CONFIRMED,))


# -------------------------------------------------------------------------------------- close


@given(
    st.lists(
        st.tuples(
            st.integers(0, 300),
            st.sampled_from(["all", "tag 1", ""]),
            st.sampled_from(["ahead", "cancelled", "held", "finished"]),
            st.sampled_from([("android",), ("ios",), ("android", "ios")]),
        ),
        max_size=9,
    )
)
def test_what_is_too_close_is_found_as_one_would_by_hand(
    given_: Sequence[tuple[int, str, str, tuple[str, ...]]],
) -> None:
    slots = [
        slot(str(n), minute, people=people, state=state, platforms=platforms)
        for n, (minute, people, state, platforms) in enumerate(sorted(given_))
    ]
    for one in with_close(slots):
        wanted = {
            other.key
            for other in slots
            if other.key != one.key
            and one.people == other.people != ""
            and "cancelled" not in (one.state, other.state)
            and set(one.platforms) & set(other.platforms)
            and abs(one.at - other.at) < CLOSE
        }
        assert set(one.close_to) == wanted


# ----------------------------------------------------------------------------------- the days


def test_days_are_those_of_the_service_and_each_entry_says_how_it_stands(
    world: Outside, run: Run[Any]
) -> None:
    async def play(desk: Desk) -> None:
        late = {"schedule__kind": "at", "schedule__at": "2026-11-19T23:30"}
        batch = await sent(world, desk, draft("all", **late))
        app_id = batch.app_id
        gone = await sent(world, desk, draft("tag", **TONIGHT))
        await desk.mending.cancel(gone.id)
        loop = await sent(world, desk, draft("tag", **DAILY, message__title="Twice a day"))
        await sent(world, desk, draft("tag", message__title="At once"))
        span = await desk.agenda.between(app_id, TODAY, 3)
        told = [(s.at.strftime("%d %H:%M"), s.title, s.state, s.platforms) for s in span.slots]
        both = ("android", "ios")
        assert told == [
            ("19 20:00", "Sale tonight", "cancelled", both),
            ("19 23:30", "Sale tonight", "ahead", both),
            ("20 09:00", "Twice a day", "ahead", both),
            ("20 20:00", "Twice a day", "ahead", both),
            ("21 09:00", "Twice a day", "ahead", both),
            ("21 20:00", "Twice a day", "ahead", both),
        ]
        assert [(s.number, s.runs) for s in span.on(date(2026, 11, 21))] == [(3, 4), (4, 4)]
        assert [s.movable for s in span.slots] == [False, *[True] * 5]
        assert (await desk.agenda.between(app_id, date(2026, 11, 22), 7)).slots == ()
        first, *_ = span.on(date(2026, 11, 20))
        await desk.mending.cancel(loop.id, [first.push_id or ""])
        span = await desk.agenda.between(app_id, date(2026, 11, 20), 1)
        # On one of the systems it is cancelled, on the other it is not: two entries say so.
        assert [(s.state, s.platforms) for s in span.slots[:2]] == [
            ("ahead", ("ios",)),
            ("cancelled", ("android",)),
        ]
        world.clock.leap(timedelta(days=1).total_seconds())
        span = await desk.agenda.between(app_id, TODAY, 1)
        assert [s.state for s in span.slots] == ["cancelled", "begun"]
        assert span.now.date() == date(2026, 11, 20)
        assert (await desk.agenda.between("no such app", TODAY, 7)).slots == ()

    run(play)


def test_quiet_hours_and_neighbours_of_the_day_before_are_pointed_out(
    world: Outside, run: Run[Any]
) -> None:
    world.settings.quiet, world.settings.quiet_from, world.settings.quiet_to = (
        "on",
        "23:00",
        "07:00",
    )

    async def play(desk: Desk) -> None:
        late = {"schedule__kind": "at", "schedule__at": "2026-11-19T23:45"}
        batch = await sent(world, desk, draft("tag", **late))
        early = {"schedule__kind": "at", "schedule__at": "2026-11-20T00:15"}
        await sent(world, desk, draft("tag", **early, message__title="Early"))
        (one,) = (await desk.agenda.between(batch.app_id, date(2026, 11, 20), 1)).slots
        assert (one.title, one.quiet, len(one.close_to)) == ("Early", True, 1)
        span = await desk.agenda.between(batch.app_id, TODAY, 2)
        assert [s.close_to for s in span.slots] == [(span.slots[1].key,), (span.slots[0].key,)]
        assert span.quiet is not None

    run(play)


def test_a_push_waiting_elsewhere_stands_beside_the_days_and_not_where_it_was_made(
    world: Outside, run: Run[Any]
) -> None:
    async def play(desk: Desk) -> None:
        batch = await sent(world, desk, draft("all", **TONIGHT))
        row = batch.rows[0]
        record = RecordRow(
            access_id=row.access_id,
            push_id="424242",
            at=datetime(2026, 11, 19, 12, 30, tzinfo=UTC),
            status="PUSH_WAIT",
            title="From the console",
            content="",
            push_type="all",
            message_type="notify",
            environment="",
            seen_at=world.clock.now(),
        )
        own = replace(record, push_id=row.push_ids[0], status="PUSH_CANCELED")
        with desk._database.transaction() as conn:
            ServiceRecords(conn).put([record, own])
        span = await desk.agenda.between(batch.app_id, TODAY, 1)
        told = {(s.title, s.state, s.platforms, s.batch_id is None) for s in span.slots}
        assert told == {
            ("Sale tonight", "cancelled", ("android",), False),
            ("Sale tonight", "ahead", ("ios",), False),
        }
        # Its record says when it was made, which is not when it goes out.
        for days_on in (0, 7):
            span = await desk.agenda.between(batch.app_id, TODAY + timedelta(days=days_on), 1)
            (one,) = span.untimed
            assert (one.title, one.state, one.platforms) == (
                "From the console",
                "waiting",
                ("android",),
            )
            assert (one.batch_id, one.movable) == (None, False)
        with desk._database.transaction() as conn:
            ServiceRecords(conn).put([replace(record, status="PUSH_FINISHED")])
        span = await desk.agenda.between(batch.app_id, TODAY, 1)
        assert span.untimed == ()
        assert "From the console" not in {s.title for s in span.slots}  # as ours sent at once

    run(play)
