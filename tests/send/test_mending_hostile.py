"""Making it right under fire: same ids on both systems, clocks that jump, answers that deceive."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from tests.send.builders import draft
from tests.send.conftest import Outside, Run, settle
from tests.send.stations import live_app
from tests.send.test_mending import (
    AT_20,
    CANCEL,
    DAILY,
    NEW_TIME,
    TONIGHT,
    asked,
    outcomes,
    sent,
    statuses,
    story,
)
from tpns_desktop.client import Secret
from tpns_desktop.client.endpoints import practice_access_point
from tpns_desktop.practice.service import PracticeService
from tpns_desktop.send.budget import Budget
from tpns_desktop.send.desk import Desk
from tpns_desktop.send.mending import MendRefused

PUSH = "/v3/push/app"


async def practice(world: Outside, request: httpx.Request) -> httpx.Response:
    return await httpx.ASGITransport(world.service).handle_async_request(request)


def keep_its_clock(world: Outside) -> None:
    """The service's own clock goes on as ever, whatever happens to this computer's."""
    began = world.clock.unix() - world.clock.passed
    world.service = PracticeService(world.practice, clock=lambda: began + world.clock.passed)


async def elsewhere(world: Outside, batch: Any) -> None:
    """Somebody cancels it in the console."""
    point = practice_access_point(world.url)
    for row in batch.rows:
        key = world.practice.applications[row.platform].credentials
        async with world.client(point, key.access_id, Secret(key.secret_key)) as client:
            for push_id in row.push_ids:
                await client.cancel_push(push_id)


def test_ids_that_are_the_same_on_both_systems_are_two_pushes(
    world: Outside, run: Run[Any]
) -> None:
    async def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == PUSH:
            return httpx.Response(200, json={"retCode": 0, "push_id": "77"})
        if request.url.path == CANCEL:
            if request.headers["AccessId"].startswith("16"):
                raise httpx.ReadError("cut", request=request)
            return httpx.Response(200, json={"retCode": 0})
        return await practice(world, request)

    async def play(desk: Desk) -> None:
        await desk.use_practice(world.line)
        world.answer = answer
        batch = await sent(world, desk, draft("all", **TONIGHT))
        world.clock.leap(3600)  # the same text to everyone is taken again
        assert [row.push_ids for row in batch.rows] == [("77",), ("77",)]
        moved = await desk.mending.move(batch.id, batch.app_id, NEW_TIME)
        assert outcomes(moved.story) == [
            ("cancel", "android", "done"),
            ("cancel", "ios", "unknown"),
        ]
        assert not moved.ready
        assert moved.draft.data["schedule"]["at"] == ""

    run(play)


def test_what_was_cancelled_elsewhere_is_not_replaced(world: Outside, run: Run[Any]) -> None:
    async def play(desk: Desk) -> None:
        batch = await sent(world, desk, draft("all", **TONIGHT))
        await elsewhere(world, batch)
        world.clock.leap((AT_20 - world.clock.now()).total_seconds() + 60)
        with pytest.raises(MendRefused, match="cancelled"):
            await desk.mending.prepare("replace", batch.id, batch.app_id)
        assert await desk.drafts(batch.app_id) == []

    run(play)


@pytest.mark.parametrize("minutes", [-60, 0, 3])
def test_a_push_is_not_cancelled_for_a_time_that_nobody_can_confirm(
    world: Outside, run: Run[Any], minutes: int
) -> None:
    """The question stood open for an hour: its new time has passed."""

    async def play(desk: Desk) -> None:
        batch = await sent(world, desk, draft("all", **TONIGHT))
        at = world.clock.now() + timedelta(minutes=minutes)
        with pytest.raises(MendRefused, match="too_near"):
            await desk.mending.move(batch.id, batch.app_id, at)
        assert asked(world, CANCEL) == []
        assert await desk.drafts(batch.app_id) == []
        assert "PUSH_CANCELED" not in statuses(world)

    run(play)


def test_a_jump_of_the_clock_does_not_make_a_late_yes_a_no(world: Outside, run: Run[Any]) -> None:
    """Another window looks while this one still waits, and its clock was set an hour on."""
    go_on = asyncio.Event()

    async def slow(request: httpx.Request) -> httpx.Response:
        if request.url.path == CANCEL:
            await go_on.wait()
        return await practice(world, request)

    async def play(desk: Desk) -> None:
        world.new_practice(clock_skew_s=86400)
        batch = await sent(world, desk, draft("all", **TONIGHT))
        world.answer = slow
        under_way = asyncio.get_running_loop().create_task(desk.mending.cancel(batch.id))
        await settle()
        async with world.desk() as other:
            await other.use_practice(world.line)
            world.clock.wall += timedelta(hours=1)
            await world.clock.advance(6)
            go_on.set()
            told = await under_way
            assert {deed.action.outcome for deed in told.deeds} == {"done"}
            assert sorted(asked(world, CANCEL)) == sorted(batch.push_ids)

    run(play)


def test_history_that_is_cleared_keeps_what_nobody_knows_the_end_of(
    world: Outside, run: Run[Any]
) -> None:
    async def swallow(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/v3/push/stop_push_msg":
            raise httpx.ReadError("cut", request=request)
        return await practice(world, request)

    async def play(desk: Desk) -> None:
        batch = await sent(world, desk, draft("all"))
        old = await sent(world, desk, draft("all", message__title="Old"))
        world.clock.leap(86400 - 3600)
        world.answer = swallow
        await desk.mending.stop(batch.id)
        world.clock.leap(7200)
        cleared = await desk.clear_history(None)
        assert cleared.pushes == 1
        assert await desk.batch(old.id) is None
        assert outcomes(await story(desk, batch.id)) == [("stop", "android", "unknown")]

    run(play)


def test_a_plan_that_leaves_the_book_while_its_push_is_on_hold_changes_nothing_of_it(
    world: Outside, run: Run[Any]
) -> None:
    async def play(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        plan = await desk.plan_book.create(app.id, "Gone soon", "x")
        review = await desk.review(app.id, None, draft("all", plan=plan.id))
        batch = await desk.confirm(review, set(review.required_ticks), review.app_name)
        await desk.plan_book.remove(plan.id)
        await world.clock.advance(60)
        found = await desk.batch(batch.id)
        assert found is not None
        assert found.state == "accepted"
        assert [json.loads(body)["plan_id"] for body in world.pushes] == [
            plan.android_plan_id,
            plan.ios_plan_id,
        ]
        assert [row.body for row in found.rows] == world.pushes
        again = await desk.plan_book.add(app.id, "Back", plan.android_plan_id, None)
        assert [b.id for b in await desk.plan_book.tasks(app.id, again.id)] == [batch.id]

    run(play)


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(200, json={"retCode": 0, "ret_code": 1008007, "errMsg": "no"}),
        httpx.Response(200, content=b'{"retCode":0}{"retCode":1008007}'),
        httpx.Response(200, content=b'{"retCode":1008007,"retCode":0}'),
        httpx.Response(503, json={"retCode": 0}),
        httpx.Response(307, headers={"Location": "http://127.0.0.1:4711/v3/push/app"}),
        httpx.Response(200, json={"retCode": 999}),
        httpx.Response(200, json={"retCode": 1008004}),
        httpx.Response(200, content=b" " * 70_000 + b'{"retCode":0}'),
    ],
)
def test_an_answer_that_proves_nothing_is_unknown_and_not_asked_again(
    world: Outside, run: Run[Any], answer: httpx.Response
) -> None:
    async def deceive(request: httpx.Request) -> httpx.Response:
        if request.url.path == CANCEL:
            return httpx.Response(
                answer.status_code, headers=answer.headers, content=answer.content
            )
        return await practice(world, request)

    async def play(desk: Desk) -> None:
        batch = await sent(world, desk, draft("all", **TONIGHT))
        world.answer = deceive
        told = await desk.mending.cancel(batch.id)
        assert {deed.action.outcome for deed in told.deeds} == {"unknown"}
        assert len(asked(world, CANCEL)) == 2
        with pytest.raises(MendRefused, match="not_known"):
            await desk.mending.cancel(batch.id)
        moved = None
        with pytest.raises(MendRefused, match="not_known"):
            moved = await desk.mending.move(batch.id, batch.app_id, NEW_TIME)
        assert moved is None
        assert await desk.drafts(batch.app_id) == []
        assert len(asked(world, CANCEL)) == 2

    run(play)


@pytest.mark.parametrize("jump", [timedelta(hours=-1), timedelta(hours=1), timedelta(days=-3)])
def test_a_clock_that_is_set_makes_no_second_request(
    world: Outside, run: Run[Any], jump: timedelta
) -> None:
    async def lose(request: httpx.Request) -> httpx.Response:
        answer = await practice(world, request)
        if request.url.path == CANCEL:
            raise httpx.ReadError("cut", request=request)
        return answer

    async def play(desk: Desk) -> None:
        keep_its_clock(world)
        batch = await sent(world, desk, draft("all", **TONIGHT))
        world.answer = lose
        await desk.mending.cancel(batch.id)
        world.clock.wall += jump
        await world.clock.advance(200)
        told = await story(desk, batch.id)
        # The service takes no question with such a time in it.
        assert {deed.action.outcome for deed in told.deeds} == {"unknown"}
        world.clock.wall -= jump
        told = await desk.mending.check(batch.id)
        assert {deed.action.outcome for deed in told.deeds} == {"done"}
        assert len(asked(world, CANCEL)) == 2

    run(play)


def test_a_run_that_starts_while_others_are_cancelled_is_left_alone(
    world: Outside, run: Run[Any]
) -> None:
    async def slow(request: httpx.Request) -> httpx.Response:
        if request.url.path == CANCEL and len(asked(world, CANCEL)) == 1:
            # 09:00 passes while the first request of the system waits.
            runs = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
            world.clock.leap((runs - world.clock.now()).total_seconds() + 43300)
        return await practice(world, request)

    async def play(desk: Desk) -> None:
        batch = await sent(world, desk, draft("all", **DAILY))
        world.answer = slow
        told = await desk.mending.cancel(batch.id)
        # Two of each system had begun by then; one of them had been asked for already.
        assert len(asked(world, CANCEL)) < 8
        assert len(set(asked(world, CANCEL))) == len(asked(world, CANCEL))
        for target in told.entry("cancel").targets:
            assert target.reason in ("cancelled", "dispatched"), target

    run(play)


def test_a_switch_to_another_app_or_its_removal_moves_nothing(
    world: Outside, run: Run[Any]
) -> None:
    async def play(desk: Desk) -> None:
        batch = await sent(world, desk, draft("all", **TONIGHT))
        other = await live_app(desk, "android")
        with pytest.raises(MendRefused, match="other_app"):
            await desk.mending.move(batch.id, other.id, NEW_TIME)
        assert await desk.drafts(other.id) == []
        await desk.remove_app(batch.app_id)
        with pytest.raises(MendRefused, match="app_gone"):
            await desk.mending.move(batch.id, batch.app_id, NEW_TIME)
        told = await desk.mending.cancel(batch.id)
        assert {d.action.outcome for d in told.deeds} == {"not_sent"}
        assert asked(world, CANCEL) == []

    run(play)


def test_practice_that_starts_anew_at_the_same_address_hears_nothing_of_old_pushes(
    world: Outside, run: Run[Any]
) -> None:
    async def play(desk: Desk) -> None:
        batch = await sent(world, desk, draft("all", **TONIGHT))
        before = len(world.requests)
        await desk.use_practice(world.new_practice())
        told = await desk.mending.cancel(batch.id)
        assert {d.action.outcome for d in told.deeds} <= {"not_sent", "refused"}
        assert asked(world, CANCEL) == [] or len(world.requests) > before

    run(play)


def test_two_windows_move_one_push_once(world: Outside, run: Run[Any]) -> None:
    async def play(desk: Desk) -> None:
        batch = await sent(world, desk, draft("all", **TONIGHT))
        world.clock.leap(3600)  # the same text to everyone is taken again
        async with world.desk() as other:
            await other.use_practice(world.line)
            done = await asyncio.gather(
                *(w.mending.move(batch.id, batch.app_id, NEW_TIME) for w in (desk, other, desk)),
                return_exceptions=True,
            )
        assert sorted(asked(world, CANCEL)) == sorted(batch.push_ids)
        ready = [one for one in done if not isinstance(one, BaseException) and one.ready]
        assert len(ready) <= 1

    run(play)


def test_200_questions_used_up_leave_an_unknown_end_unknown(world: Outside, run: Run[Any]) -> None:
    async def lose(request: httpx.Request) -> httpx.Response:
        if request.url.path == CANCEL:
            raise httpx.ReadError("cut", request=request)
        return await practice(world, request)

    async def play(desk: Desk) -> None:
        batch = await sent(world, desk, draft("all", **TONIGHT))
        world.answer = lose
        await desk.mending.cancel(batch.id)
        for row in batch.rows:
            while Budget(desk._database, world.clock).take(row.access_id, "look_up"):
                pass
        with pytest.raises(MendRefused, match="budget"):
            await desk.mending.check(batch.id)
        await world.clock.advance(200)
        assert {d.action.outcome for d in (await story(desk, batch.id)).deeds} == {"unknown"}

    run(play)
