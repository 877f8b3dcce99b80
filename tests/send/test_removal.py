"""An app that is removed: what becomes of its pushes, and where they are found afterwards."""

from __future__ import annotations

from typing import Any

from tests.send.builders import draft
from tests.send.conftest import Outside, Run, settle
from tests.send.test_look_up import KEY, Service, at, lost
from tpns_desktop.send.desk import AppForm, Desk, KeyPair
from tpns_desktop.store.apps import App


async def connected(desk: Desk, name: str = "Shop", access_id: str = "1500012345") -> App:
    pair = KeyPair.typed(access_id, KEY)
    return (await desk.save_app(AppForm(name, "#aa0000", "shanghai", pair, None, None))).app


def test_what_is_open_of_an_app_is_known_and_what_is_on_hold_is_taken_back(
    world: Outside, run: Run[Any]
) -> None:
    Service(world)

    async def story(desk: Desk) -> None:
        unsettled = await lost(world, desk)
        app_id, other = unsettled.app_id, await connected(desk, "Other", "1500054321")
        review = await desk.review(app_id, None, draft("account", message__title="Second"))
        held = await desk.confirm(review, set(review.required_ticks))
        found = await desk.open_batches(app_id)
        assert {batch.id: batch.state for batch in found} == {
            held.id: "held",
            unsettled.id: "unknown",
        }
        assert await desk.open_batches(other.id) == []
        sent = len(world.pushes)
        await desk.remove_app(app_id)
        await settle()
        await world.clock.advance(60)
        after = await desk.batch(held.id)
        assert after is not None
        assert (after.state, after.rows[0].reason) == ("withdrawn", "app_gone")
        assert len(world.pushes) == sent

    run(story)


def test_what_was_sent_is_found_when_the_app_is_gone_and_when_it_is_back(
    world: Outside, run: Run[Any]
) -> None:
    Service(world)

    async def story(desk: Desk) -> None:
        sent = await lost(world, desk)
        other = await connected(desk, "Other", "1500054321")
        assert await desk.batches(other.id) == []
        await desk.remove_app(sent.app_id)
        assert [batch.id for batch in await desk.batches(None)] == [sent.id]
        back = await connected(desk)
        assert back.id != sent.app_id
        assert [batch.id for batch in await desk.batches(back.id)] == [sent.id]
        assert await desk.batches(back.id, 50, sent.id) == []
        assert await desk.batches(other.id) == []

    run(story)


def test_a_push_of_a_removed_app_is_out_of_reach_until_the_app_is_back(
    world: Outside, run: Run[Any]
) -> None:
    service = Service(world)

    async def story(desk: Desk) -> None:
        sent = await lost(world, desk)
        assert (sent.out_of_reach, sent.next_look_at is None) == (None, False)
        await desk.remove_app(sent.app_id)
        await world.clock.advance(6)
        gone = await at(world, desk, sent, 1)
        assert (gone.out_of_reach, gone.next_look_at, gone.look) == ("app_gone", None, "failed")
        asked = len(service.asked)
        await connected(desk)
        back = await at(world, desk, sent, 2)  # at once: no time has passed
        assert len(service.asked) > asked
        assert (back.out_of_reach, back.next_look_at is None, back.look) == (None, False, "none")

    run(story)
