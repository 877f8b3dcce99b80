"""What a hasty, forgetful or unlucky person can bring about without ever sending a thing twice.

Each test takes a way that no single module sees: through apps, drafts, reviews and the history.
"""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.send.builders import draft
from tests.send.conftest import Outside, Run, ended
from tpns_desktop.client import Secret
from tpns_desktop.practice.command import start_line
from tpns_desktop.practice.population import Population
from tpns_desktop.practice.rules import Rules
from tpns_desktop.practice.service import PracticeService
from tpns_desktop.practice.state import Credentials, World
from tpns_desktop.send.desk import AppForm, ConfirmRefused, Desk, KeyPair, PracticeInfo
from tpns_desktop.store.apps import App

KEY = "0123456789abcdef0123456789abcdef"
IDS = {"android": "1500012345", "ios": "1600012345"}


def form(**changes: Any) -> AppForm:
    values: dict[str, Any] = {
        "name": "Shop",
        "colour": "#aa0000",
        "access_point": "shanghai",
        "android": KeyPair.typed(IDS["android"], KEY),
        "ios": KeyPair.typed(IDS["ios"], KEY),
        "ios_environment": "product",
    }
    return AppForm(**values | changes)


@pytest.fixture
def live(world: Outside) -> Outside:
    """The outside, with a service that plays the real host of `form`."""
    credentials: Any = {platform: Credentials(id, KEY) for platform, id in IDS.items()}
    world.practice = World(
        Population(seed=15, devices=500), Rules(limits=False), credentials=credentials
    )
    service = PracticeService(world.practice, clock=world.clock.unix)

    async def answer(request: httpx.Request) -> httpx.Response:
        here = httpx.Request(
            request.method,
            request.url.copy_with(scheme="http", host="127.0.0.1", port=80),
            headers=[(k, v) for k, v in request.headers.raw if k.lower() != b"host"],
            content=await request.aread(),
        )
        return await httpx.ASGITransport(service).handle_async_request(here)

    world.answer = answer
    return world


async def send(world: Outside, desk: Desk, app: App, data: Any, override: str = "") -> str:
    """Review and confirm at once, with all that is asked for; the state it ends in."""
    review = await desk.review(app.id, None, data)
    batch = await desk.confirm(review, set(review.required_ticks), app.name, override)
    await world.clock.advance(40)
    return (await ended(desk, batch.id)).state  # the keyring answers on a thread of its own


# ------------------------------------------------------------------------------------- twice


def test_everyone_is_not_reached_twice_by_an_app_that_was_removed_and_connected_again(
    live: Outside, run: Run[Any]
) -> None:
    async def story(desk: Desk) -> None:
        shop = (await desk.save_app(form())).app
        assert await send(live, desk, shop, draft("all")) == "accepted"
        await desk.remove_app(shop.id)
        again = (await desk.save_app(form(name="My shop"))).app
        review = await desk.review(again.id, None, draft("all"))
        assert "dup.everyone_hour" in {finding.id for finding in review.examination.errors}
        assert not review.ready

    run(story)
    assert len(live.pushes) == 2


def test_two_apps_with_the_same_keys_do_not_send_the_same_push_unasked(
    live: Outside, run: Run[Any]
) -> None:
    accounts = start_line(live.practice, live.url)["known"]["accounts"]
    data = draft("account", audience__account__text="\n".join(accounts[:2]))

    async def story(desk: Desk) -> None:
        one = (await desk.save_app(form())).app
        two = (await desk.save_app(form(name="The same shop"))).app
        assert await send(live, desk, one, data) == "accepted"
        with pytest.raises(ConfirmRefused) as refused:
            await send(live, desk, two, data)
        assert refused.value.reason == "override"
        assert await send(live, desk, two, data, "send again") == "accepted"

    run(story)
    assert len(live.pushes) == 4


def test_a_draft_that_was_sent_is_not_offered_as_one_that_was_not(
    world: Outside, run: Run[Any]
) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        review = await desk.review(app.id, None, draft())
        batch = await desk.confirm(review, set())
        assert await desk.drafts(app.id) == []
        await desk.cancel(batch.id)
        (back,) = await desk.drafts(app.id)
        assert back.id == review.draft_id
        review = await desk.review(app.id, back.id, back.data)
        batch = await desk.confirm(review, set())
        await world.clock.advance(10)
        sent = await desk.batch(batch.id)
        assert sent is not None
        assert sent.state == "accepted"
        assert await desk.drafts(app.id) == []
        await desk.save_draft(app.id, back.id, draft(message__title="Another"))
        assert [row.title for row in await desk.drafts(app.id)] == ["Another"]

    run(story)


# ------------------------------------------------------------------------- to the wrong place


@pytest.mark.parametrize(
    "address", ["https://api.tpns.tencent.com", "http://192.168.1.2:4711", "http://localhost:4711"]
)
def test_practice_is_never_led_away_from_this_machine(
    world: Outside, run: Run[Any], address: str
) -> None:
    async def story(desk: Desk) -> None:
        with pytest.raises(ValueError, match="practice"):
            await desk.use_practice(world.line | {"base_url": address})
        assert desk.practice is None
        assert await desk.apps() == []

    run(story)
    assert world.made == []
    keys = {"android": KeyPair("1", Secret("a")), "ios": KeyPair("2", Secret("b"))}
    with pytest.raises(ValueError, match="practice"):
        PracticeInfo(address, keys)
