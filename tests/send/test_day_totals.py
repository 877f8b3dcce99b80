"""All pushes of an app by day, asked of a practice service in this process."""

from __future__ import annotations

from typing import Any

from tests.send.conftest import Outside, Run
from tests.send.test_plan_book import STEPS, counted, push
from tpns_desktop.model.limits import SERVICE_ZONE
from tpns_desktop.send.desk import Desk


def test_a_day_is_the_sum_of_its_pushes_in_plans_and_in_none(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        await desk.use_practice(world.line)
        plan = await desk.plan_book.create("practice", "Spring", "All of it")
        batches = [await push(desk, world, plan, "One"), await push(desk, world, None, "Two")]
        world.clock.leap(3600)
        sums = await desk.day_totals.read("practice")
        expected = await counted(world, batches)
        today = dict(sums.days)[world.clock.now().astimezone(SERVICE_ZONE).date()]
        assert {step: getattr(today, step) or 0 for step in STEPS} == expected
        assert expected["delivered"] > 0
        assert sums.read_at == world.clock.now()

    run(story)
