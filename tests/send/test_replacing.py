"""Which earlier pushes can be replaced, and by which ids; and links that were looked at."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from tests.send.builders import draft
from tests.send.conftest import Outside, Run
from tpns_desktop.send.desk import AskFailed, Batch, Desk


async def sent(world: Outside, desk: Desk, app_id: str, data: dict[str, Any]) -> Batch:
    review = await desk.review(app_id, None, data)
    batch = await desk.confirm(review, set(review.required_ticks))
    await world.clock.advance(40)
    done = await desk.batch(batch.id)
    assert done is not None
    assert done.state == "accepted"
    return done


def test_a_push_replaces_an_earlier_one_on_both_systems(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        first = await sent(world, desk, app.id, draft(message__title="Sale at 8"))
        (offered,) = await desk.replaceable(app.id)
        assert (offered.batch_id, offered.title) == (first.id, "Sale at 8")
        assert offered.platforms == ("android", "ios")
        ids = await desk.collapse_ids(first.id)
        assert set(ids) == {"android", "ios"}
        await sent(world, desk, app.id, draft(message__title="Sale at 9", schedule__replaces=ids))
        collapsed = [json.loads(body)["collapse_id"] for body in world.pushes[2:]]
        assert sorted(map(str, collapsed)) == sorted(ids.values())

    run(story)


def test_pushes_that_have_no_such_id_are_not_offered(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        typed = draft("account")
        typed["audience"]["account"]["text"] = "\n".join(desk.practice.accounts[:2])  # type: ignore[union-attr]
        batch = await sent(world, desk, app.id, typed)
        assert await desk.replaceable(app.id) == ()
        with pytest.raises(AskFailed, match="nothing_to_ask"):
            await desk.collapse_ids(batch.id)

    run(story)


def test_after_30_days_a_push_is_not_offered(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        await sent(world, desk, app.id, draft())
        world.clock.leap(timedelta(days=31).total_seconds())
        assert await desk.replaceable(app.id) == ()
        with pytest.raises(AskFailed, match="app_gone"):
            await desk.replaceable("no such app")

    run(story)


def test_a_link_that_was_looked_at_is_known_to_the_checks(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        assert await desk.check_link(" http://localhost:8000/sale ") == "inside"
        context = await desk.context(app.id, None)
        assert context.links == {"http://localhost:8000/sale": "inside"}

    run(story)
