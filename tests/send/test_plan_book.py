"""The plan book against a practice service in this process: made, finished, edited, added up."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import httpx
import pytest

from tests.send.builders import draft
from tests.send.conftest import Outside, Run
from tests.send.stations import Stations, live_app
from tpns_desktop.client import Secret
from tpns_desktop.client.endpoints import practice_access_point
from tpns_desktop.model.body import push_body
from tpns_desktop.model.limits import PLANS_PER_DAY
from tpns_desktop.send.desk import AskFailed, Batch, Desk, PlanRefused
from tpns_desktop.send.plan_book import PlanList
from tpns_desktop.send.results import Figures
from tpns_desktop.store.actions import Actions
from tpns_desktop.store.plans import Plan, Plans

STEPS = ("planned", "delivered", "arrived", "tapped", "dismissed")


async def push(desk: Desk, world: Outside, plan: Plan | None, title: str = "Sale") -> Batch:
    """A push to some tags, accepted."""
    assert desk.practice is not None
    tags = [[{"tag_type": "xg_user_define", "match": "any", "tags": list(desk.practice.tags[:2])}]]
    made = draft(
        "tag",
        audience__tag__groups=tags,
        message__title=title,
        plan=plan.id if plan is not None else None,
    )
    review = await desk.review("practice", None, made)
    batch = await desk.confirm(review, set(review.required_ticks))
    await desk.send_now(batch.id)
    await world.clock.advance(5)
    found = await desk.batch(batch.id)
    assert found is not None
    assert found.state == "accepted"
    return found


async def counted(world: Outside, batches: list[Batch]) -> dict[str, int]:
    """What the service says of these pushes, asked for each by itself and added up here."""
    sums = dict.fromkeys(STEPS, 0)
    point = practice_access_point(world.url)
    for row in (row for batch in batches for row in batch.rows):
        key = world.practice.applications[row.platform].credentials
        async with world.client(point, key.access_id, Secret(key.secret_key)) as client:
            for push_id in row.push_ids:
                told = {one.channel: one for one in await client.push_counters(push_id)}
                for step in STEPS:
                    sums[step] += getattr(told["all"], step) or 0
    return sums


def figures(found: Figures) -> dict[str, int]:
    return {step: getattr(found, step) or 0 for step in STEPS}


def test_a_plans_overview_is_the_sum_of_its_pushes(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        plan = await desk.plan_book.create(app.id, "VIP_Level 15", "VIP member benefits")
        mine = [await push(desk, world, plan, f"Sale {number}") for number in range(3)]
        assert {row.plan_id for batch in mine for row in batch.rows} == {plan.id}
        other = await push(desk, world, None, "Of no plan")
        assert {row.plan_id for row in other.rows} == {None}
        world.clock.leap(3600)
        before = await desk.plan_book.overview(app.id, plan.id)
        assert (before.all.pushes, before.week) == (3, None)

        found = await desk.plan_book.read(app.id, plan.id)
        wanted = await counted(world, mine)
        assert wanted["delivered"] > 0
        assert figures(found.all.figures) == figures(found.seven.figures) == wanted
        assert found.week is not None
        assert figures(found.week.figures) == wanted
        assert found.more is None
        assert found.all.read_at == found.week.read_at == world.clock.now()
        for parts in (found.all.channels, found.week.by_channel, found.all.days):
            for step in STEPS[:4]:
                assert sum(getattr(one.figures, step) or 0 for one in parts) == wanted[step]
        assert [day.pushes for day in found.all.days] == [3]
        assert dict(found.states) == {"accepted": 3}

        listed = await desk.plan_book.listed(app.id)
        sums = {row.plan.name: row for row in listed.rows if row.plan is not None}
        assert figures(sums["VIP_Level 15"].figures) == wanted
        assert (sums["VIP_Level 15"].pushes, sums["Double 11 预热"].pushes) == (3, 0)
        assert (listed.default.pushes, listed.default.plan) == (1, None)
        assert [batch.id for batch in await desk.plan_book.tasks(app.id, None)] == [other.id]
        tasks = [batch.id for batch in await desk.plan_book.tasks(app.id, plan.id)]
        assert tasks == [batch.id for batch in reversed(mine)]
        page = await desk.plan_book.tasks(app.id, plan.id, 1, tasks[0])
        assert [batch.id for batch in page] == [tasks[1]]

    run(story)


def test_pushes_of_the_plan_made_elsewhere_are_told_apart(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        plan = await desk.plan_book.create(app.id, "Shared", "With the shop's own server")
        mine = await push(desk, world, plan)
        key = world.practice.applications["android"].credentials
        point = practice_access_point(world.url)
        body = push_body(
            draft("all"), platform="android", ios_environment=None, plan_id=plan.android_plan_id
        )
        async with world.client(point, key.access_id, Secret(key.secret_key)) as client:
            await client.push(json.dumps(body).encode())
        world.clock.leap(3600)
        found = await desk.plan_book.read(app.id, plan.id)
        assert found.week is not None
        assert found.more is not None
        own = await counted(world, [mine])
        assert figures(found.all.figures) == own
        whole = found.week.figures.delivered or 0
        assert found.more.delivered == whole - own["delivered"] > 0

    run(story)


def test_older_pushes_count_in_all_and_not_in_the_seven_days(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        plan = await desk.plan_book.create(app.id, "Long", "Goes on for weeks")
        old = await push(desk, world, plan, "Old")
        world.clock.leap(3600)
        await desk.refresh(old.id)
        world.clock.leap(timedelta(days=9).total_seconds())
        new = await push(desk, world, plan, "New")
        world.clock.leap(3600)
        await desk.refresh(new.id)
        found = await desk.plan_book.overview(app.id, plan.id)
        assert (found.all.pushes, found.seven.pushes) == (2, 1)
        both = [await desk.batch(batch.id) for batch in (old, new)]
        old_sums, new_sums = (figures(batch.counters) for batch in both if batch is not None)
        assert figures(found.seven.figures) == new_sums
        assert figures(found.all.figures) == {
            step: old_sums[step] + new_sums[step] for step in STEPS
        }
        assert len(found.all.days) == 2

    run(story)


def test_a_plan_that_failed_on_one_system_is_finished_there(world: Outside, run: Run[Any]) -> None:
    ios = world.line["tpns"]["ios"]["access_id"]
    down = True

    async def answer(request: httpx.Request) -> httpx.Response:
        if request.headers["AccessId"] == ios and down:
            return httpx.Response(200, json={"retCode": 1008028, "errMsg": "too fast"})
        return await httpx.ASGITransport(world.service).handle_async_request(request)

    async def story(desk: Desk) -> None:
        nonlocal down
        app = await desk.use_practice(world.line)
        world.answer = answer
        with pytest.raises(PlanRefused) as refused:
            await desk.plan_book.create(app.id, "Spring", "All of spring")
        half = refused.value.plan
        assert half is not None
        assert (refused.value.platform, half.ios_plan_id) == ("ios", None)
        with pytest.raises(PlanRefused):
            await desk.plan_book.finish(half.id)
        listed = await desk.plan_book.listed(app.id)
        assert {row.plan.name: row.missing for row in listed.rows if row.plan is not None} == {
            "Spring": ("ios",),
            "Double 11 预热": (),
        }
        made = len(world.practice.applications["android"].plans)
        down = False
        whole = await desk.plan_book.finish(half.id)
        assert whole.android_plan_id == half.android_plan_id
        assert whole.ios_plan_id
        plans = world.practice.applications["ios"].plans
        assert plans[whole.ios_plan_id].name == "Spring"
        assert len(world.practice.applications["android"].plans) == made

    run(story)


def test_what_nobody_knows_is_said_and_counts_as_made(world: Outside, run: Run[Any]) -> None:
    async def lost(_: httpx.Request) -> httpx.Response:
        raise httpx.ReadError("gone")

    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        left = await desk.plan_book.left_today(app.id)
        world.answer = lost
        with pytest.raises(PlanRefused) as refused:
            await desk.plan_book.create(app.id, "Spring", "All of spring")
        assert (refused.value.reason, refused.value.plan) == ("unknown", None)
        assert [plan.name for plan in await desk.plan_book.all(app.id)] == ["Double 11 预热"]
        assert await desk.plan_book.left_today(app.id) == left - 1

    run(story)


def test_creations_of_a_day_are_counted_and_the_last_is_the_last(
    world: Outside, run: Run[Any]
) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        assert await desk.plan_book.left_today(app.id) == PLANS_PER_DAY - 1  # the example plan
        with desk._database.transaction() as conn:
            for _ in range(PLANS_PER_DAY - 2):
                Plans(conn).begin(app.access_id("ios") or "", "earlier", world.clock.now())
        assert await desk.plan_book.left_today(app.id) == 1
        await desk.plan_book.create(app.id, "The last", "Of today")
        asked = len(world.requests)
        with pytest.raises(PlanRefused) as refused:
            await desk.plan_book.create(app.id, "Too many", "For today")
        assert (refused.value.reason, len(world.requests)) == ("limit", asked)
        world.clock.leap(timedelta(hours=13, minutes=31).total_seconds())  # after midnight there
        assert await desk.plan_book.left_today(app.id) == PLANS_PER_DAY
        await desk.plan_book.create(app.id, "The first", "Of tomorrow")

    run(story)


def test_a_plan_that_was_refused_does_not_count(world: Outside, run: Run[Any]) -> None:
    async def refuse(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={"retCode": 1008007, "errMsg": "param"})

    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        left = await desk.plan_book.left_today(app.id)
        world.answer = refuse
        with pytest.raises(PlanRefused) as refused:
            await desk.plan_book.create(app.id, "Spring", "x")
        assert (refused.value.reason, refused.value.code) == ("refused", 1008007)
        assert await desk.plan_book.left_today(app.id) == left

    run(story)


def test_words_hiding_and_removing_stay_in_the_book(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        book = desk.plan_book
        plan = await book.create(app.id, "Spring", "All of spring")
        sent = await push(desk, world, plan)
        asked = len(world.requests)
        edited = await book.edit(plan.id, " Frühling 春 ", "")
        assert (edited.name, edited.description) == ("Frühling 春", "")
        assert edited.android_plan_id == plan.android_plan_id
        for name, reason in ((" ", "name_required"), ("长" * 31, "name_too_long")):
            with pytest.raises(PlanRefused) as refused:
                await book.edit(plan.id, name, "x")
            assert refused.value.reason == reason
        assert (await book.set_hidden(plan.id, True)).hidden
        assert plan.id not in {one.id for one in await book.all(app.id)}
        assert plan.id in {one.id for one in await book.all(app.id, True)}
        await book.set_hidden(plan.id, False)
        gone = await book.remove(plan.id)
        assert plan.id not in {one.id for one in await book.all(app.id, True)}
        assert await desk.batch(sent.id) == sent
        assert await book.tasks(app.id, None) == []  # it is not one without a plan
        assert await book.put_back(gone) == await book.put_back(gone) == gone
        assert [batch.id for batch in await book.tasks(app.id, plan.id)] == [sent.id]
        assert len(world.requests) == asked  # TPNS knows nothing of all that

    run(story)


def test_the_default_plan_is_nowhere_to_be_changed(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        book = desk.plan_book
        default = (await book.listed(app.id)).default
        assert default.plan is None
        for name in ("", "default"):
            for refusing in (
                book.edit(name, "Mine", "x"),
                book.set_hidden(name, True),
                book.remove(name),
                book.finish(name),
                book.read(app.id, name),
            ):
                with pytest.raises(PlanRefused) as refused:
                    await refusing
                assert refused.value.reason == "gone"
        assert (await book.listed(app.id)).default == default

    run(story)


def test_an_id_is_added_once_and_brings_its_pushes_back(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        book = desk.plan_book
        plan = await book.create(app.id, "Spring", "All of spring")
        number = plan.android_plan_id or ""
        sent = await push(desk, world, plan)
        use = await book.use_of(app.id, "android", f" {number} ")
        assert (use.plan, use.pushes) == (plan, 0)
        with pytest.raises(PlanRefused) as refused:
            await book.add(app.id, "Again", number, None)
        assert (refused.value.reason, refused.value.plan) == ("id_known", plan)
        await book.remove(plan.id)
        use = await book.use_of(app.id, "android", number)
        assert (use.plan, use.pushes) == (None, 1)
        assert (await book.use_of(app.id, "android", "990099")).pushes == 0
        back = await book.add(app.id, "Spring again", number, None)
        assert (back.name, back.id, back.ios_plan_id) == ("Spring again", plan.id, None)
        assert [batch.id for batch in await book.tasks(app.id, back.id)] == [sent.id]
        whole = await book.edit(back.id, back.name, "", {"ios": plan.ios_plan_id or ""})
        assert whole.ios_plan_id == plan.ios_plan_id
        other = await book.create(app.id, "Other", "x")
        lone = await book.add(app.id, "Lone", "770077", None)
        with pytest.raises(PlanRefused) as refused:
            await book.edit(lone.id, "Lone", "", {"ios": other.ios_plan_id or ""})
        assert refused.value.reason == "id_known"

    run(story)


def test_a_plan_of_no_id_has_nothing_to_ask(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        async def refuse(_: Any) -> Any:
            raise httpx.ConnectError("down")

        world.answer = refuse
        app = await desk.use_practice(world.line)
        (plan,) = await desk.plan_book.all(app.id)
        with pytest.raises(AskFailed) as failed:
            await desk.plan_book.read(app.id, plan.id)
        assert failed.value.reason == "nothing_to_ask"

    run(story)


def test_a_plan_that_may_exist_is_told_until_a_person_has_looked(
    world: Outside, run: Run[Any]
) -> None:
    service = Stations(world)

    async def story(desk: Desk) -> None:
        app = await live_app(desk)
        book = desk.plan_book
        service.broken = True
        for name in ("Spring", "Summer"):
            with pytest.raises(PlanRefused, match="unknown"):
                await book.create(app.id, name, "x")
        with desk._database.transaction() as conn:  # the process was ended
            Plans(conn).begin("1500012345", "Autumn", world.clock.now())
        spring, summer, autumn = (await book.listed(app.id)).open
        assert (spring.name, spring.platform, spring.at) == ("Spring", "android", world.clock.now())
        left = await book.left_today(app.id)
        await book.settle(spring.number, made=False)
        assert await book.left_today(app.id) == left + 1
        await book.add(app.id, "Summer", "77", None)
        assert (await book.listed(app.id)).open == (autumn,)
        await book.settle(autumn.number, made=True)
        assert (await book.listed(app.id)).open == ()
        assert await book.left_today(app.id) == left + 1
        with desk._database.reading() as conn:
            ends = [Actions(conn).get(one.number) for one in (spring, summer, autumn)]
        assert [(end.outcome, end.reason) for end in ends if end is not None] == [
            ("not_sent", "by_person"), ("done", "by_person"), ("done", "by_person"),
        ]  # fmt: skip

    run(story)


def test_a_plan_under_way_is_not_told_as_one_that_may_exist(world: Outside, run: Run[Any]) -> None:
    asked: list[PlanList] = []

    async def story(desk: Desk) -> None:
        app = await live_app(desk)

        async def answer(_: httpx.Request) -> httpx.Response:
            asked.append(await desk.plan_book.listed(app.id))
            return httpx.Response(200, json={"retCode": 0, "result": {"planId": "48"}})

        world.answer = answer
        await desk.plan_book.create(app.id, "Spring", "x")
        (told,) = asked
        assert told.open == ()

    run(story)


def test_words_with_characters_that_nobody_sees_are_refused(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        app = await live_app(desk)
        for name, said, reason in (
            ("Spr\0ing", "x", "name_unseen"),
            ("Spr\u202eing", "x", "name_unseen"),
            ("Spring", "one\u2029two", "description_unseen"),
        ):
            with pytest.raises(PlanRefused, match=reason):
                await desk.plan_book.create(app.id, name, said)
        assert world.requests == []

    run(story)
