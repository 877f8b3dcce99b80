"""The phones of practice beside a push: which pushes have them, and what is asked of whom."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import httpx

from tests.send.builders import draft
from tests.send.conftest import Outside, Run
from tests.send.stations import Stations, live_app
from tpns_desktop.model.phone_wall import PHONES, PhonesSeen
from tpns_desktop.send.desk import Desk


async def accepted(desk: Desk, app_id: str, **fields: Any) -> str:
    review = await desk.review(app_id, None, draft("all", **fields))
    batch = await desk.confirm(review, set(review.required_ticks), "Demo Mall", night_reason="-")
    await desk.send_now(batch.id)
    return batch.id


def asked(world: Outside) -> list[httpx.Request]:
    return [request for request in world.requests if request.url.path.startswith("/practice/")]


async def seen_when(
    desk: Desk, world: Outside, batch_id: str, *states: str
) -> tuple[PhonesSeen, str]:
    """What is seen once a phone is in one of these states, and which phone."""
    for _ in range(200):
        seen = await desk.phone_wall.look(batch_id)
        assert seen is not None
        for one in seen.phones:
            if one.state in states:
                return seen, one.name
        await world.clock.advance(0.5)
    raise AssertionError(f"none is {states}")


def test_on_hold_the_phones_show_nothing_and_then_what_arrived_by_the_practice_clock(
    world: Outside, run: Run[Any]
) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        review = await desk.review(app.id, None, draft("all"))
        batch = await desk.confirm(review, set(), "")
        held = await desk.phone_wall.look(batch.id)
        assert held is not None
        assert held.settled
        assert {one.state for one in held.phones} == {"idle"}
        assert {one.name for one in held.phones} <= set(PHONES)
        await desk.send_now(batch.id)
        seen, name = await seen_when(desk, world, batch.id, "shown")
        shown = next(one for one in seen.phones if one.name == name)
        assert seen.pace == 60
        assert shown.shown_at is not None
        # Half a minute from the start to the first delivery.
        left = next(row.sent_at for row in (await desk.batch(batch.id)).rows)
        assert left + timedelta(seconds=30) <= shown.shown_at <= seen.now
        # A minute a second: the push's own clock is ahead of ours.
        assert seen.now > world.clock.now()

    run(story)


def test_a_tap_is_counted_and_a_second_one_changes_nothing(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        batch_id = await accepted(desk, app.id)
        _seen, name = await seen_when(desk, world, batch_id, "shown")
        before = (await desk.refresh(batch_id)).counters.tapped or 0
        for _ in range(2):
            seen = await desk.phone_wall.tap(batch_id, name)
            assert seen is not None
            assert next(one.state for one in seen.phones if one.name == name) == "tapped"
            assert (await desk.refresh(batch_id)).counters.tapped == before + 1

    run(story)


def test_a_live_push_is_never_asked_about(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        await desk.use_practice(world.line)
        Stations(world, app={"push_id": "4711", "ret_code": 0})
        app = await live_app(desk)
        batch_id = await accepted(desk, app.id)
        assert await desk.phone_wall.look(batch_id) is None
        assert await desk.phone_wall.tap(batch_id, "vivo") is None
        assert asked(world) == []

    run(story)


def test_a_push_of_an_earlier_practice_service_or_without_one_has_no_phones(
    world: Outside, run: Run[Any]
) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        batch_id = await accepted(desk, app.id)
        await desk.use_practice(world.new_practice("http://127.0.0.1:4712"))
        assert await desk.phone_wall.look(batch_id) is None
        assert asked(world) == []
        assert await desk.phone_wall.look("never_was") is None

    run(story)
