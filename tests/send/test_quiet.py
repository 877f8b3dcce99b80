"""Quiet hours: which pushes want a reason, and that none leaves without."""

from __future__ import annotations

import json
from datetime import datetime, time, timedelta
from typing import Any

import pytest

from tests.send.builders import draft
from tests.send.conftest import Outside, Run
from tests.send.test_desk import form
from tpns_desktop.model.limits import SERVICE_ZONE
from tpns_desktop.send.desk import ConfirmRefused, Desk
from tpns_desktop.send.quiet import QuietHours, is_night

NIGHT = QuietHours(time(22), time(8))
NOON = datetime(2026, 11, 19, 12, 0, tzinfo=SERVICE_ZONE)


@pytest.mark.parametrize(
    ("hours", "quiet", "loud"),
    [
        (NIGHT, ["22:00", "23:59", "00:00", "07:59"], ["08:00", "12:00", "21:59"]),
        (QuietHours(time(13), time(14, 30)), ["13:00", "14:29"], ["12:59", "14:30", "00:00"]),
        (QuietHours(time(9), time(9)), ["09:00", "00:00", "08:59"], []),
    ],
)
def test_the_hours_hold_their_beginning_and_not_their_end(
    hours: QuietHours, quiet: list[str], loud: list[str]
) -> None:
    assert [text for text in (*quiet, *loud) if hours.holds(time.fromisoformat(text))] == quiet


def body(**fields: Any) -> bytes:
    return json.dumps({"audience_type": "all", **fields}).encode()


@pytest.mark.parametrize(
    ("fields", "minutes", "hold_s", "night"),
    [
        ({}, 0, 10, False),
        ({}, 599, 10, False),
        ({}, 599, 60, True),  # it leaves when the hold is over
        ({}, 600, 10, True),
        ({}, 600, None, True),
        ({"send_time": "2026-11-20 07:59:00"}, 0, 10, True),
        ({"send_time": "2026-11-20 08:00:00"}, 600, 10, False),
        ({"loop_param": {"dayTimes": ["09:00:00", "22:30:00"]}}, 0, 10, True),
        ({"loop_param": {"dayTimes": ["09:00:00"]}}, 600, 10, False),
    ],
)
def test_what_counts_is_when_people_get_it(
    fields: dict[str, Any], minutes: int, hold_s: float | None, night: bool
) -> None:
    now = NOON + timedelta(minutes=minutes)
    assert is_night([body(**fields)], NIGHT, now, hold_s) is night
    assert not is_night([body(**fields)], None, now, hold_s)


def test_a_night_push_takes_a_reason_and_keeps_it(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        saved = await desk.save_app(form())
        assert not (await desk.review(saved.app.id, None, draft("account"))).night
        desk.settings.quiet = "on"
        desk.settings.quiet_from, desk.settings.quiet_to = "10:00", "11:00"  # it is 10:30
        review = await desk.review(saved.app.id, None, draft("account", name=" Winter sale "))
        assert review.night
        for reason in ("", "  "):
            with pytest.raises(ConfirmRefused) as refused:
                await desk.confirm(review, set(review.required_ticks), night_reason=reason)
            assert refused.value.reason == "night"
        assert await desk.batches(None) == []
        batch = await desk.confirm(
            review, set(review.required_ticks), night_reason=" Flood warning "
        )
        assert {(r.night_reason, r.name) for r in batch.rows} == {("Flood warning", "Winter sale")}

    run(story)


def test_hours_that_begin_while_the_review_is_read_are_asked_about(
    world: Outside, run: Run[Any]
) -> None:
    async def story(desk: Desk) -> None:
        desk.settings.quiet, desk.settings.quiet_from = "on", "10:31"
        saved = await desk.save_app(form())
        review = await desk.review(saved.app.id, None, draft("account"))
        assert not review.night
        await world.clock.advance(60)
        with pytest.raises(ConfirmRefused) as refused:
            await desk.confirm(review, set(review.required_ticks))
        assert refused.value.reason == "night"

    run(story)


def test_practice_is_never_asked(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        desk.settings.quiet, desk.settings.quiet_to = "on", "22:00"
        app = await desk.use_practice(world.line)
        review = await desk.review(app.id, None, draft("all"))
        assert not review.night
        await desk.confirm(review, set(review.required_ticks))

    run(story)
