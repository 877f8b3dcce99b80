"""Plans while things go wrong: what the service made is kept, and none is made twice unawares."""

from __future__ import annotations

import asyncio
import sqlite3
from typing import Any

import httpx
import pytest

from tests.send.conftest import Outside, Run, settle
from tests.send.stations import live_app
from tpns_desktop.paths import Paths
from tpns_desktop.send.desk import Desk, PlanRefused

MADE = {"retCode": 0, "result": {"planId": "55", "planName": "n", "planDescribe": "d"}}


def test_what_one_system_made_is_kept_though_the_program_ends_before_the_other_answers(
    world: Outside, run: Run[Any]
) -> None:
    apps: list[str] = []

    async def answer(request: httpx.Request) -> httpx.Response:
        if request.headers["AccessId"].startswith("16"):
            await asyncio.Event().wait()
        return httpx.Response(200, json=MADE)

    async def first(desk: Desk) -> None:
        app = await live_app(desk, "android", "ios")
        apps.append(app.id)
        world.answer = answer
        making = asyncio.get_running_loop().create_task(desk.plan_book.create(app.id, "n", "d"))
        await settle()
        making.cancel()
        await asyncio.gather(making, return_exceptions=True)

    async def second(desk: Desk) -> None:
        (plan,) = await desk.plan_book.all(apps[0])
        assert (plan.name, plan.android_plan_id, plan.ios_plan_id) == ("n", "55", None)

    run(first)
    run(second)
    assert len(world.requests) == 2


def test_an_answer_that_comes_after_its_dialog_went_away_is_kept(
    world: Outside, run: Run[Any]
) -> None:
    go_on = asyncio.Event()

    async def answer(_: httpx.Request) -> httpx.Response:
        await go_on.wait()
        return httpx.Response(200, json=MADE)

    async def story(desk: Desk) -> None:
        app = await live_app(desk, "android")
        world.answer = answer
        making = asyncio.get_running_loop().create_task(desk.plan_book.create(app.id, "n", "d"))
        await settle()
        making.cancel()
        go_on.set()
        await settle()
        assert [plan.android_plan_id for plan in await desk.plan_book.all(app.id)] == ["55"]

    run(story)


@pytest.mark.parametrize("code", [1008004, 10010018, 424242])
def test_a_code_that_does_not_say_no_is_not_told_as_a_refusal(
    world: Outside, run: Run[Any], code: int
) -> None:
    async def answer(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={"retCode": code, "errMsg": "?"})

    async def story(desk: Desk) -> None:
        app = await live_app(desk, "android")
        world.answer = answer
        with pytest.raises(PlanRefused) as refused:
            await desk.plan_book.create(app.id, "n", "d")
        assert (refused.value.reason, refused.value.code) == ("unknown", code)
        assert await desk.plan_book.left_today(app.id) == 199

    run(story)


def test_a_plan_that_was_made_and_could_not_be_kept_may_exist(
    world: Outside, run: Run[Any]
) -> None:
    async def answer(_: httpx.Request) -> httpx.Response:
        file = Paths(world.folder / "data", world.folder / "log", world.folder / "x").database_file
        with sqlite3.connect(file) as other:
            other.execute(
                "CREATE TRIGGER full BEFORE INSERT ON plans BEGIN SELECT RAISE(ABORT, 'full'); END"
            )
        return httpx.Response(200, json=MADE)

    async def story(desk: Desk) -> None:
        app = await live_app(desk, "android")
        world.answer = answer
        with pytest.raises(PlanRefused, match="unknown"):
            await desk.plan_book.create(app.id, "n", "d")
        assert len(world.requests) == 1

    run(story)
