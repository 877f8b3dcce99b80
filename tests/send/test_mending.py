"""Cancelling, stopping, replacing, correcting and moving: once, and told as it is."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from tests.send.builders import draft
from tests.send.conftest import Outside, Run, settle
from tpns_desktop.practice.reports import status_of
from tpns_desktop.send.desk import Batch, Desk
from tpns_desktop.send.mending import MendRefused, Story

TONIGHT = {"schedule__kind": "at", "schedule__at": "2026-11-19T20:00"}
DAILY = {
    "schedule__kind": "loop",
    "schedule__loop": {
        "every": "1",
        "days": [],
        "times": ["09:00", "20:00"],
        "start": "2026-11-20",
        "end": "2026-11-21",
    },
}
AT_20 = datetime(2026, 11, 19, 12, 0, tzinfo=UTC)
CANCEL, STOP = "/v3/push/cancel_timing_task", "/v3/push/stop_push_msg"


async def sent(world: Outside, desk: Desk, data: dict[str, Any]) -> Batch:
    app = (await desk.apps())[0] if await desk.apps() else await desk.use_practice(world.line)
    review = await desk.review(app.id, None, data)
    assert review.ready, review.examination.errors
    batch = await desk.confirm(
        review, set(review.required_ticks), review.app_name, night_reason="it is a test"
    )
    await world.clock.advance(40)
    done = await desk.batch(batch.id)
    assert done is not None
    assert done.state == "accepted"
    return done


async def story(desk: Desk, batch_id: str, app_id: str | None = None) -> Story:
    found = await desk.mending.story(batch_id, app_id)
    assert found is not None
    return found


def asked(world: Outside, path: str) -> list[str]:
    """The push ids that a call was made for."""
    pairs = zip(world.requests, world.bodies, strict=True)
    return [json.loads(body)["pushId"] for request, body in pairs if request.url.path == path]


def statuses(world: Outside) -> set[str]:
    """What practice says of all its pushes now."""
    return {
        status_of(application, push, world.clock.unix())
        for application in world.practice.applications.values()
        for push in application.pushes
    }


def outcomes(told: Story) -> list[tuple[str, str, str]]:
    return [(deed.action.kind, deed.platform, deed.action.outcome) for deed in told.deeds]


# ------------------------------------------------------------------------------------- cancel


def test_a_scheduled_push_that_is_cancelled_reaches_nobody(world: Outside, run: Run[Any]) -> None:
    async def play(desk: Desk) -> None:
        batch = await sent(world, desk, draft("tag", **TONIGHT))
        before = await story(desk, batch.id)
        assert before.entry("cancel").platforms == ("android", "ios")
        assert before.entry("stop").reason == "not_begun"
        told = await desk.mending.cancel(batch.id)
        assert sorted(asked(world, CANCEL)) == sorted(batch.push_ids)
        assert outcomes(told) == [("cancel", "android", "done"), ("cancel", "ios", "done")]
        (back,) = told.taken_back
        assert (back.kind, back.platforms, back.ours) == ("cancelled", ("android", "ios"), True)
        assert back.at == world.clock.now()
        assert told.entry("cancel").reason == "cancelled"
        assert told.batch.state == "accepted"
        world.clock.leap(timedelta(hours=12).total_seconds())
        assert statuses(world) == {"PUSH_CANCELED"}
        await desk.refresh(batch.id)
        after = await desk.batch(batch.id)
        assert after is not None
        assert not after.counters.delivered

    run(play)


def test_of_a_repetition_one_run_can_be_cancelled_and_then_the_rest(
    world: Outside, run: Run[Any]
) -> None:
    async def play(desk: Desk) -> None:
        batch = await sent(world, desk, draft("all", **DAILY))
        entry = (await story(desk, batch.id)).entry("cancel")
        assert len(entry.possible) == 8
        second = sorted({one.at for one in entry.possible if one.at is not None})[1]
        ids = [one.push_id for one in entry.possible if one.at == second]
        told = await desk.mending.cancel(batch.id, [one for one in ids if one is not None])
        assert sorted(asked(world, CANCEL)) == sorted(map(str, ids))
        assert {deed.at for deed in told.deeds} == {second}
        assert told.taken_back == ()
        assert len(told.entry("cancel").possible) == 6
        told = await desk.mending.cancel(batch.id)
        assert sorted(asked(world, CANCEL)) == sorted(batch.push_ids)
        assert told.taken_back[0].kind == "cancelled"
        assert statuses(world) == {"PUSH_CANCELED"}

    run(play)


def test_what_has_gone_out_meanwhile_is_not_cancelled(world: Outside, run: Run[Any]) -> None:
    async def play(desk: Desk) -> None:
        batch = await sent(world, desk, draft("all", **TONIGHT))
        world.clock.leap((AT_20 - world.clock.now()).total_seconds() + 1)
        with pytest.raises(MendRefused, match="dispatched"):
            await desk.mending.cancel(batch.id)
        with pytest.raises(MendRefused, match="gone"):
            await desk.mending.cancel("no such push")
        assert asked(world, CANCEL) == []

    run(play)


def test_a_refusal_is_told_with_its_code_and_may_be_tried_again(
    world: Outside, run: Run[Any]
) -> None:
    async def refuse(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={"retCode": 1008007, "errMsg": "illegal parameter"})

    async def play(desk: Desk) -> None:
        batch = await sent(world, desk, draft("all", **TONIGHT))
        world.answer = refuse
        told = await desk.mending.cancel(batch.id)
        assert {deed.action.outcome for deed in told.deeds} == {"refused"}
        assert {deed.action.code for deed in told.deeds} == {1008007}
        assert told.entry("cancel").possible
        world.answer = None
        told = await desk.mending.cancel(batch.id)
        assert statuses(world) == {"PUSH_CANCELED"}

    run(play)


def test_without_its_key_nothing_leaves_and_that_is_told(world: Outside, run: Run[Any]) -> None:
    async def play(desk: Desk) -> None:
        batch = await sent(world, desk, draft("all", **TONIGHT))
        before = len(world.requests)
        await desk.use_practice(world.new_practice("http://127.0.0.1:4712"))
        told = await desk.mending.cancel(batch.id)
        assert {deed.action.outcome for deed in told.deeds} == {"not_sent"}
        assert {deed.action.reason for deed in told.deeds} == {"other_practice"}
        assert [r for r in world.requests[before:] if r.url.path == CANCEL] == []

    run(play)


# --------------------------------------------------------------------------------------- once


def test_two_windows_and_a_double_click_make_one_request(world: Outside, run: Run[Any]) -> None:
    async def play(desk: Desk) -> None:
        batch = await sent(world, desk, draft("all", **TONIGHT))
        async with world.desk() as other:
            await other.use_practice(world.line)
            done = await asyncio.gather(
                *(one.mending.cancel(batch.id) for one in (desk, other, desk, other)),
                return_exceptions=True,
            )
            await settle()
        assert sorted(asked(world, CANCEL)) == sorted(batch.push_ids)
        assert all(isinstance(one, Story | MendRefused) for one in done)
        told = await story(desk, batch.id)
        assert outcomes(told) == [("cancel", "android", "done"), ("cancel", "ios", "done")]

    run(play)


def test_a_lost_answer_is_unknown_and_looked_up_never_asked_again(
    world: Outside, run: Run[Any]
) -> None:
    async def lose(request: httpx.Request) -> httpx.Response:
        transport = httpx.ASGITransport(world.service)
        answer = await transport.handle_async_request(request)
        if request.url.path == CANCEL:
            raise httpx.ReadError("cut", request=request)
        return answer

    async def play(desk: Desk) -> None:
        batch = await sent(world, desk, draft("all", **TONIGHT))
        world.answer = lose
        told = await desk.mending.cancel(batch.id)
        assert {deed.action.outcome for deed in told.deeds} == {"unknown"}
        assert told.entry("cancel").reason == "not_known"
        assert told.taken_back == ()
        with pytest.raises(MendRefused, match="not_known"):
            await desk.mending.cancel(batch.id)
        await world.clock.advance(6)
        told = await story(desk, batch.id)
        assert {deed.action.outcome for deed in told.deeds} == {"done"}
        assert told.taken_back[0].kind == "cancelled"
        assert len(asked(world, CANCEL)) == 2

    run(play)


def test_what_was_never_heard_is_known_to_have_had_no_effect(world: Outside, run: Run[Any]) -> None:
    async def swallow(request: httpx.Request) -> httpx.Response:
        if request.url.path == CANCEL:
            raise httpx.ReadError("cut", request=request)
        return await httpx.ASGITransport(world.service).handle_async_request(request)

    async def play(desk: Desk) -> None:
        batch = await sent(world, desk, draft("all", **TONIGHT))
        world.answer = swallow
        await desk.mending.cancel(batch.id)
        await world.clock.advance(40)
        told = await desk.mending.check(batch.id)
        # It may still be on its way: too early to say.
        assert {deed.action.outcome for deed in told.deeds} == {"unknown"}
        await world.clock.advance(120)
        told = await story(desk, batch.id)
        assert {(d.action.outcome, d.action.reason) for d in told.deeds} == {
            ("refused", "no_effect")
        }
        assert told.entry("cancel").possible

    run(play)


def test_a_program_that_dies_in_between_asks_the_record_afterwards(
    world: Outside, run: Run[Any]
) -> None:
    """Killed between "begun" and the answer: the row on the disk is all that is left."""
    kept: list[Batch] = []

    async def first(desk: Desk) -> None:
        kept.append(await sent(world, desk, draft("all", **TONIGHT)))

    async def hang(request: httpx.Request) -> httpx.Response:
        if request.url.path == CANCEL:
            await httpx.ASGITransport(world.service).handle_async_request(request)
            await asyncio.Event().wait()
        return await httpx.ASGITransport(world.service).handle_async_request(request)

    async def killed(desk: Desk) -> None:
        await desk.use_practice(world.line)
        world.answer = hang
        under_way = asyncio.get_running_loop().create_task(desk.mending.cancel(kept[0].id))
        await settle()
        assert len(asked(world, CANCEL)) == 1
        # What another program reads of the file now is what a killed one leaves.
        async with world.desk() as other:
            await other.use_practice(world.line)
            told = await story(other, kept[0].id)
            assert outcomes(told) == [("cancel", "android", "unknown")]
            assert told.deeds[0].action.reason == "restart"
            with pytest.raises(MendRefused, match="not_known"):
                await other.mending.cancel(kept[0].id, [str(told.deeds[0].action.push_id)])
            await world.clock.advance(6)
            told = await story(other, kept[0].id)
            assert outcomes(told) == [("cancel", "android", "done")]
        under_way.cancel()
        await asyncio.gather(under_way, return_exceptions=True)

    run(first)
    run(killed)
    assert len(asked(world, CANCEL)) == 1


def test_closing_leaves_no_request_untold(world: Outside, run: Run[Any]) -> None:
    kept: list[Batch] = []

    async def never(request: httpx.Request) -> httpx.Response:
        await asyncio.Event().wait()
        raise AssertionError

    async def first(desk: Desk) -> None:
        kept.append(await sent(world, desk, draft("all", **TONIGHT)))
        world.answer = never
        under_way = asyncio.get_running_loop().create_task(desk.mending.cancel(kept[0].id))
        await settle()
        under_way.cancel()  # its window went away; the request goes on

    async def second(desk: Desk) -> None:
        told = await story(desk, kept[0].id)
        assert outcomes(told) == [("cancel", "android", "unknown")]
        assert told.deeds[0].action.reason == "quit"

    run(first)
    run(second)


# --------------------------------------------------------------------------------------- stop


def test_the_rest_is_stopped_on_android_only(world: Outside, run: Run[Any]) -> None:
    async def play(desk: Desk) -> None:
        batch = await sent(world, desk, draft("all"))
        entry = (await story(desk, batch.id)).entry("stop")
        assert entry.platforms == ("android",)
        assert entry.others == {"ios": "stop_system"}
        told = await desk.mending.stop(batch.id)
        assert outcomes(told) == [("stop", "android", "done")]
        assert asked(world, STOP) == [batch.rows[0].push_ids[0]]
        assert statuses(world) >= {"PUSH_DELETED_PUSH_MSG"}
        assert [(one.kind, one.platforms) for one in told.taken_back] == [("stopped", ("android",))]

    run(play)


# --------------------------------------------------------------------------- a new push about it


def test_a_replacement_is_a_draft_that_names_what_it_replaces(
    world: Outside, run: Run[Any]
) -> None:
    async def play(desk: Desk) -> None:
        batch = await sent(world, desk, draft("all"))
        row = await desk.mending.prepare("replace", batch.id, batch.app_id)
        replaces = row.data["schedule"]["replaces"]
        assert replaces == {**await desk.collapse_ids(batch.id), "title": "Sale tonight"}
        assert len(world.pushes) == 2
        told = await story(desk, batch.id)
        assert {deed.batch_id for deed in told.deeds} == {None}
        new = await sent(world, desk, row.data | {"message": {**row.data["message"], "title": "Y"}})
        assert new.id != batch.id
        # Confirmed from another draft it is another push; from its own it is told here.
        assert {deed.batch_id for deed in (await story(desk, batch.id)).deeds} == {None}
        review = await desk.review(
            batch.app_id, row.id, row.data | {"message": {**row.data["message"], "title": "Z"}}
        )
        await desk.confirm(review, set(review.required_ticks))
        await world.clock.advance(40)
        told = await story(desk, batch.id)
        assert {(deed.title, deed.state) for deed in told.deeds} == {("Z", "accepted")}

    run(play)


def test_a_correction_goes_to_the_same_people_at_once(world: Outside, run: Run[Any]) -> None:
    async def play(desk: Desk) -> None:
        batch = await sent(world, desk, draft("tag"))
        row = await desk.mending.prepare("correct", batch.id, batch.app_id)
        assert row.data["audience"]["kind"] == "tag"
        assert row.data["schedule"]["replaces"]["title"] == ""
        assert row.data["message"]["title"] == "Sale tonight"
        later = await sent(world, desk, draft("all", **TONIGHT))
        with pytest.raises(MendRefused, match="not_begun"):
            await desk.mending.prepare("correct", later.id, batch.app_id)
        with pytest.raises(MendRefused, match="other_app"):
            await desk.mending.prepare("correct", batch.id, "another app")

    run(play)


# --------------------------------------------------------------------------------------- move


NEW_TIME = AT_20 + timedelta(days=1)


def test_moving_cancels_first_and_then_offers_the_new_time(world: Outside, run: Run[Any]) -> None:
    async def play(desk: Desk) -> None:
        batch = await sent(world, desk, draft("tag", **TONIGHT))
        moved = await desk.mending.move(batch.id, batch.app_id, NEW_TIME)
        assert moved.ready
        assert moved.draft.data["schedule"]["at"] == "2026-11-20T20:00"
        assert statuses(world) == {"PUSH_CANCELED"}
        assert len(world.pushes) == 2  # nothing new has left
        review = await desk.review(batch.app_id, moved.draft.id, moved.draft.data)
        assert review.ready, review.examination.errors
        assert not review.must_override  # the old one surely reaches nobody

    run(play)


def test_moving_never_offers_a_second_push_while_the_first_may_stand(
    world: Outside, run: Run[Any]
) -> None:
    async def lose_ios(request: httpx.Request) -> httpx.Response:
        if request.url.path == CANCEL and request.headers["AccessId"].startswith("1600"):
            raise httpx.ReadError("cut", request=request)
        return await httpx.ASGITransport(world.service).handle_async_request(request)

    async def play(desk: Desk) -> None:
        batch = await sent(world, desk, draft("all", **TONIGHT))
        world.clock.leap(3600)  # the same text to everyone is taken again
        world.answer = lose_ios
        moved = await desk.mending.move(batch.id, batch.app_id, NEW_TIME)
        assert not moved.ready
        assert moved.draft.data["schedule"]["at"] == ""
        kept = await desk.draft(moved.draft.id)
        assert kept is not None
        assert kept.data["message"]["title"] == "Sale tonight"
        review = await desk.review(batch.app_id, kept.id, kept.data)
        assert not review.ready
        assert outcomes(moved.story) == [
            ("cancel", "android", "done"),
            ("cancel", "ios", "unknown"),
        ]
        with pytest.raises(MendRefused, match=r"cancelled|not_known"):
            await desk.mending.move(batch.id, batch.app_id, NEW_TIME)

    run(play)


def test_of_a_repetition_one_run_is_moved(world: Outside, run: Run[Any]) -> None:
    async def play(desk: Desk) -> None:
        batch = await sent(world, desk, draft("all", **DAILY))
        world.clock.leap(3600)  # the same text to everyone is taken again
        runs = sorted(
            {one.at for one in (await story(desk, batch.id)).entry("cancel").targets if one.at}
        )
        moved = await desk.mending.move(batch.id, batch.app_id, NEW_TIME, runs[0])
        assert moved.ready
        assert moved.draft.data["schedule"]["kind"] == "at"
        assert len(asked(world, CANCEL)) == 2
        assert len(moved.story.entry("cancel").possible) == 6

    run(play)


def test_a_push_to_everyone_is_not_cancelled_within_the_hour_in_which_no_new_one_is_taken(
    world: Outside, run: Run[Any]
) -> None:
    async def play(desk: Desk) -> None:
        batch = await sent(world, desk, draft("all", **TONIGHT))
        (shown,) = (await desk.agenda.between(batch.app_id, AT_20.date(), 1)).slots
        assert shown.move_from is not None
        assert batch.created_at < shown.move_from <= world.clock.now() + timedelta(hours=1)
        with pytest.raises(MendRefused, match="everyone_hour"):
            await desk.mending.move(batch.id, batch.app_id, NEW_TIME)
        assert asked(world, CANCEL) == []
        assert await desk.drafts(batch.app_id) == []

        # What is offered instead holds: from then on it goes through Review.
        world.clock.leap((shown.move_from - world.clock.now()).total_seconds())
        (shown,) = (await desk.agenda.between(batch.app_id, AT_20.date(), 1)).slots
        assert shown.move_from is None
        moved = await desk.mending.move(batch.id, batch.app_id, NEW_TIME)
        assert moved.ready
        review = await desk.review(batch.app_id, moved.draft.id, moved.draft.data)
        assert review.ready, review.examination.errors

    run(play)
