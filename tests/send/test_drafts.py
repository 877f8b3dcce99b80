"""Using a template never changes it, and a sent push comes back as a draft without times."""

from __future__ import annotations

import json
from typing import Any

from tests.send.builders import draft
from tests.send.conftest import Outside, Run, ended
from tests.send.test_connect import form
from tpns_desktop.send.desk import Batch, Desk
from tpns_desktop.send.device_book import DeviceForm
from tpns_desktop.store.apps import App


async def sent(desk: Desk, world: Outside, app: App, made: dict[str, Any]) -> Batch:
    review = await desk.review(app.id, None, made)
    batch = await desk.confirm(review, set(review.required_ticks), typed=app.name)
    await world.clock.advance(40)
    return await ended(desk, batch.id, world.clock)


def test_a_template_is_a_copy_that_typing_does_not_change(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        made = draft(name="Evening sale")
        row = await desk.save_draft(app.id, None, made)
        kept = desk.save_template(app.id, made)
        made["message"]["title"] = "typed on"
        template = await kept
        await desk.save_draft(app.id, row.id, made)
        listed = await desk.drafts(app.id)
        assert [(one.id, one.template) for one in listed] == [(template.id, 1), (row.id, 0)]
        assert [one.title for one in listed] == ["Sale tonight", "typed on"]
        assert await desk.drafts(app.id, "TONIGHT") == [template]

    run(story)


def test_a_copy_has_its_own_name_and_a_template_s_copy_is_a_template(
    world: Outside, run: Run[Any]
) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        template = await desk.save_template(app.id, draft(name="Sale"))
        row = await desk.save_draft(app.id, None, draft(name="Draft"))
        second = await desk.copy_draft(template.id, "Sale 2")
        third = await desk.copy_draft(row.id, "Draft 2")
        assert second is not None
        assert third is not None
        assert (second.name, second.template, second.title) == ("Sale 2", 1, template.title)
        assert (third.name, third.template) == ("Draft 2", 0)
        assert (await desk.draft(template.id)) == template
        assert await desk.copy_draft("gone", "x") is None
        renamed = await desk.rename_draft(template.id, "Autumn")
        assert renamed is not None
        assert (renamed.name, renamed.id) == ("Autumn", template.id)

    run(story)


def test_undo_brings_the_same_template_back(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        template = await desk.save_template(app.id, draft())
        await desk.remove_draft(template.id)
        assert await desk.drafts(app.id) == []
        assert await desk.restore_draft(template) == template
        assert await desk.drafts(app.id) == [template]

    run(story)


def test_undo_takes_nothing_from_a_draft_that_was_typed_on_since(
    world: Outside, run: Run[Any]
) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        removed = await desk.save_draft(app.id, None, draft(message__title="Apples"))
        await desk.remove_draft(removed.id)
        # It was still open on the page.
        typed = await desk.save_draft(app.id, removed.id, draft(message__title="Red apples"))
        assert typed.id == removed.id
        assert await desk.restore_draft(removed) == typed
        assert [row.title for row in await desk.drafts(app.id)] == ["Red apples"]

    run(story)


def test_sent_again_is_the_same_push_without_its_time(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        (plan,) = await desk.plan_book.all(app.id)
        made = draft(plan=plan.id, schedule__kind="at", schedule__at="2026-11-20T09:30")
        batch = await sent(desk, world, app, made)
        left = len(world.pushes)
        again = await desk.again(batch.id, app.id)
        assert again is not None
        assert (again.exact, again.timed, again.from_app) == (True, True, "")
        assert again.draft["schedule"] == {**made["schedule"], "at": ""}
        for part in ("name", "audience", "message", "sms", "plan"):
            assert again.draft[part] == made[part]
        # As it stands it is no push: it lacks its time.
        assert not (await desk.review(app.id, None, again.draft)).ready
        assert len(world.pushes) == left
        assert (await desk.again("gone", app.id)) is None

    run(story)


def test_sent_again_with_another_app_leaves_the_plan_behind(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        (plan,) = await desk.plan_book.all(app.id)
        batch = await sent(desk, world, app, draft(plan=plan.id))
        other = (await desk.save_app(form(name="Shop"))).app
        again = await desk.again(batch.id, other.id)
        assert again is not None
        assert (again.draft["plan"], again.from_app, again.timed) == (None, app.name, False)

    run(story)


def test_sent_again_with_another_app_neither_replaces_nor_names_anything_of_the_first(
    world: Outside, run: Run[Any]
) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        made = draft()
        made["schedule"]["replaces"] = {"android": "77", "ios": "78", "title": "Sale at 8"}
        made["audience"]["device"]["named"] = [
            {"name": "Li", "token": "t" * 36, "platform": "android"}
        ]
        batch = await sent(desk, world, app, made)
        other = (await desk.save_app(form(name="Shop"))).app
        there, here = await desk.again(batch.id, other.id), await desk.again(batch.id, app.id)
        assert there is not None
        assert here is not None
        assert there.draft["schedule"]["replaces"] == {"android": "", "ios": "", "title": ""}
        assert there.draft["audience"]["device"]["named"] == []
        assert here.draft["schedule"]["replaces"] == made["schedule"]["replaces"]
        assert here.draft["audience"] == made["audience"]

    run(story)


def test_a_test_that_is_sent_again_goes_to_the_same_phones_by_name_and_to_nobody_else(
    world: Outside, run: Run[Any]
) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        phones = [
            await desk.save_device(app.id, DeviceForm(name, platform, letter * 36))
            for name, platform, letter in (("Li", "android", "a"), ("Wu", "ios", "b"))
        ]
        row = await desk.save_draft(app.id, None, draft("all"))
        test = await desk.send_test(app.id, row.id, row.data, [phone.id for phone in phones])
        await ended(desk, test.id, world.clock)
        again = await desk.again(test.id, app.id)
        assert again is not None
        assert (again.exact, again.draft["audience"]["kind"]) == (True, "device")
        review = await desk.review(app.id, None, again.draft)
        bodies = {row.platform: json.loads(row.body) for row in review.rows}
        assert {platform: body["token_list"] for platform, body in bodies.items()} == {
            "android": ["a" * 36],
            "ios": ["b" * 36],
        }
        assert review.examination.audience.named == ("Li", "Wu")

    run(story)


def test_sent_again_is_what_was_sent_though_the_draft_went_on(
    world: Outside, run: Run[Any]
) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        (plan,) = await desk.plan_book.all(app.id)
        batch_draft = draft(plan=plan.id, message__ios__sound="bell.caf")
        batch = await sent(desk, world, app, batch_draft)
        draft_id = batch.rows[0].draft_id
        await desk.save_draft(app.id, draft_id, draft("tag", message__title="Another"))
        again = await desk.again(batch.id, app.id)
        assert again is not None
        assert again.exact
        assert again.draft["message"] == batch_draft["message"]
        assert (again.draft["audience"]["kind"], again.draft["plan"]) == ("all", plan.id)
        assert again.draft["schedule"]["expire_s"] == batch_draft["schedule"]["expire_s"]
        await desk.remove_draft(draft_id)
        assert await desk.again(batch.id, app.id) == again

    run(story)
