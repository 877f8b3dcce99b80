"""Chat apps: what may stand in the form, where the key goes, and what is forgotten with an app."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.send.chat_catalogue import chat_draft
from tests.send.conftest import Outside, Run, ended
from tpns_desktop.client import Secret
from tpns_desktop.client.chat_points import HOSTS
from tpns_desktop.send.asking import AskFailed
from tpns_desktop.send.chat_desk import ChatForm
from tpns_desktop.send.connect import FormRefused
from tpns_desktop.send.desk import Batch, Desk

KEY = "5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e"
OK: dict[str, Any] = {"ActionStatus": "OK", "ErrorCode": 0, "ErrorInfo": ""}


def form(**changes: Any) -> ChatForm:
    values: dict[str, Any] = {
        "name": " Aurora  Mall ",
        "sdkappid": " 1400000001 ",
        "identifier": "administrator",
        "key": Secret(KEY),
        "host": "singapore",
        "dialect": "all_member_push",
    }
    return ChatForm(**values | changes)


def answering(*told: dict[str, Any]) -> Callable[[httpx.Request], Awaitable[httpx.Response]]:
    left = list(told)

    async def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json=left.pop(0) if len(left) > 1 else left[0])

    return answer


NAMES = OK | {"AttrNames": {"1": "City", "0": "Membership"}}
TAKEN = OK | {"TaskId": "1400000001_1"}


def test_a_chat_app_is_kept_and_its_key_only_in_the_keyring(
    world: Outside, run: Run[None], tmp_path: Path
) -> None:
    async def story(desk: Desk) -> None:
        saved = await desk.chat.save(form())
        app = saved.app
        assert (app.name, app.sdkappid, app.url) == (
            "Aurora Mall",
            1400000001,
            f"https://{HOSTS['singapore']}",
        )
        assert (saved.key_place, saved.warnings, app.practice) == ("keyring", (), False)
        assert await desk.chat.apps() == [app]
        assert await desk.chat.missing_key(app.id) is None
        assert world.keyring is not None
        assert [*world.keyring.kept.values()] == [KEY]
        assert KEY not in repr((saved, form()))
        assert await desk.chat.remove(app.id)
        assert (await desk.chat.apps(), world.keyring.kept) == ([], {})

    run(story)
    for file in tmp_path.rglob("*"):
        assert not file.is_file() or KEY.encode() not in file.read_bytes()


@pytest.mark.parametrize(
    ("changes", "field", "reason"),
    [
        ({"name": " "}, "name", "required"),
        ({"sdkappid": ""}, "sdkappid", "required"),
        ({"sdkappid": "14000x"}, "sdkappid", "digits"),
        ({"sdkappid": "0"}, "sdkappid", "digits"),
        ({"sdkappid": "9" * 30}, "sdkappid", "digits"),
        ({"identifier": ""}, "identifier", "required"),
        ({"identifier": "管" * 11}, "identifier", "length"),
        ({"identifier": "a\tb"}, "identifier", "control"),
        ({"key": None}, "key", "required"),
        ({"key": Secret("")}, "key", "required"),
        ({"key": Secret(f"{KEY}\nx")}, "key", "control"),
        ({"key": Secret("ключ")}, "key", "non_ascii"),
        ({"host": ""}, "host", "required"),
        ({"host": "example.com"}, "host", "unknown"),
        ({"host": "127.0.0.1:80"}, "host", "unknown"),
        ({"dialect": ""}, "dialect", "required"),
    ],
)
def test_a_form_that_cannot_be_right_is_refused_by_its_field(
    world: Outside, run: Run[None], changes: dict[str, Any], field: str, reason: str
) -> None:
    async def story(desk: Desk) -> None:
        for ask in (desk.chat.save, desk.chat.test):
            with pytest.raises(FormRefused) as refused:
                await ask(form(**changes))
            assert [(one.field, one.reason) for one in refused.value.problems] == [(field, reason)]
        assert await desk.chat.apps() == []

    run(story)
    assert world.requests == []


def test_trying_keys_reads_the_names_of_attributes_and_sends_nothing(
    world: Outside, run: Run[None]
) -> None:
    async def story(desk: Desk) -> None:
        world.answer = answering(NAMES)
        test = await desk.chat.test(form(host="https://ADMINAPIKR.im.qcloud.com/"))
        assert (test.ok, dict(test.names or {})) == (True, {1: "City", 0: "Membership"})
        refusal = {"ActionStatus": "FAIL", "ErrorCode": 70013, "ErrorInfo": "identifier differs"}
        world.answer = answering(refusal)
        test = await desk.chat.test(form())
        assert (test.ok, test.reason, test.code) == (False, "refused", 70013)
        assert await desk.chat.apps() == []

    run(story)
    assert {one.url.path for one in world.requests} == {"/v4/all_member_push/im_get_attr_name"}
    assert world.requests[0].url.host == "adminapikr.im.qcloud.com"


def test_reading_names_tells_anew_how_far_the_clocks_are_apart(
    world: Outside, run: Run[None]
) -> None:
    ahead_s = 400
    told = NAMES

    async def answer(_request: httpx.Request) -> httpx.Response:
        moment = world.clock.now() + timedelta(seconds=ahead_s)
        date = moment.strftime("%a, %d %b %Y %H:%M:%S GMT")
        return httpx.Response(200, json=told, headers={"Date": date})

    async def story(desk: Desk) -> None:
        nonlocal ahead_s, told
        world.answer = answer
        app = (await desk.chat.save(form())).app
        assert (await desk.chat.context(app.id)).clock_skew_s is None
        await desk.chat.refresh_names(app.id)
        assert (await desk.chat.context(app.id)).clock_skew_s == -400
        ahead_s, told = 3, {"ActionStatus": "FAIL", "ErrorCode": 91000, "ErrorInfo": "busy"}
        with pytest.raises(AskFailed):
            await desk.chat.refresh_names(app.id)
        assert (await desk.chat.context(app.id)).clock_skew_s == -3

    run(story)


def test_a_kept_key_stays_unless_another_is_typed_and_changes_withdraw_what_is_held(
    world: Outside, run: Run[None]
) -> None:
    async def story(desk: Desk) -> None:
        app = (await desk.chat.save(form())).app
        await desk.chat.use(app.id)
        first = await held(desk, app.id)
        same = await desk.chat.save(form(app_id=app.id, key=None, name="Aurora Mall"))
        assert same.app == app
        assert await state(desk, first) == "held"
        await desk.chat.save(form(app_id=app.id, key=None, identifier="other"))
        assert await state(desk, first) == "withdrawn"
        assert world.keyring is not None
        assert [*world.keyring.kept.values()] == [KEY]
        second = await held(desk, app.id)
        await desk.chat.save(form(app_id=app.id, identifier="other", key=Secret("k" * 64)))
        assert await state(desk, second) == "withdrawn"
        assert [*world.keyring.kept.values()] == ["k" * 64]
        third = await held(desk, app.id)
        await desk.chat.use(None)
        assert await state(desk, third) == "withdrawn"

    run(story)
    assert world.requests == []


async def held(desk: Desk, app_id: str) -> Batch:
    review = await desk.chat.review(app_id, None, chat_draft())
    return await desk.confirm(review, set(review.required_ticks), review.app_name)


async def state(desk: Desk, batch: Batch) -> str:
    found = await desk.batch(batch.id)
    assert found is not None
    return found.state


def test_names_of_attributes_are_kept_with_their_age_until_the_app_is_another_one(
    world: Outside, run: Run[None]
) -> None:
    async def story(desk: Desk) -> None:
        app = (await desk.chat.save(form())).app
        assert await desk.chat.names(app.id) is None
        world.answer = answering(NAMES)
        read = await desk.chat.refresh_names(app.id)
        assert (read.names, read.at) == ({0: "Membership", 1: "City"}, world.clock.now())
        await world.clock.advance(60)
        assert await desk.chat.names(app.id) == read
        context = await desk.chat.context(app.id)
        assert (context.names, context.names_at) == (read.names, read.at)
        world.answer = answering(OK, OK | {"AttrNames": {"0": "Level", "1": "City"}})
        told = await desk.chat.set_names(app.id, {0: "Level"})
        assert (told.names, told.at) == ({0: "Level", 1: "City"}, world.clock.now())
        assert json.loads(world.bodies[-2]) == {"AttrNames": {"0": "Level"}}
        world.answer = answering({"ActionStatus": "FAIL", "ErrorCode": 90009, "ErrorInfo": "no"})
        with pytest.raises(AskFailed) as failed:
            await desk.chat.refresh_names(app.id)
        assert failed.value.code == 90009
        assert await desk.chat.names(app.id) == told
        await desk.chat.save(form(app_id=app.id, key=None, sdkappid="1400000002"))
        assert await desk.chat.names(app.id) is None

    run(story)


def test_practice_is_adopted_and_the_keys_of_another_run_count_no_more(
    world: Outside, run: Run[None]
) -> None:
    async def story(desk: Desk) -> None:
        await desk.use_practice(world.line)
        (app,) = await desk.chat.apps()
        assert (app.practice, app.url) == (True, world.url)
        await desk.chat.speak(app.id, "timpush_chat")
        await desk.chat.refresh_names(app.id)
        await desk.use_practice(world.new_practice("http://127.0.0.1:4799"))
        (now,) = await desk.chat.apps()
        assert (now.id, now.url, now.dialect) == (app.id, "http://127.0.0.1:4799", "timpush_chat")
        assert await desk.chat.names(app.id) is None
        assert await desk.chat.missing_key(app.id) is None
        assert world.keyring is not None
        assert world.keyring.kept == {}

    run(story)


def test_practice_without_its_service_asks_and_sends_nothing(world: Outside) -> None:
    import asyncio

    async def first() -> str:
        async with world.desk() as desk:
            await desk.use_practice(world.line)
            (app,) = await desk.chat.apps()
            return app.id

    app_id = asyncio.run(first())
    world.requests.clear()

    async def second() -> None:
        async with world.desk() as desk:
            assert await desk.chat.missing_key(app_id) == "no_practice"
            with pytest.raises(AskFailed):
                await desk.chat.refresh_names(app_id)
            await desk.chat.use(app_id)
            batch = await held(desk, app_id)
            found = await ended(desk, batch.id, world.clock)
            assert (found.state, found.rows[0].reason) == ("not_sent", "no_practice")

    asyncio.run(second())
    assert world.requests == []


def test_what_was_sent_is_sent_again_as_it_was_also_when_its_draft_is_gone(
    world: Outside, run: Run[None]
) -> None:
    async def story(desk: Desk) -> None:
        await desk.use_practice(world.line)
        (app,) = await desk.chat.apps()
        await desk.chat.use(app.id)
        draft = chat_draft("tags", name="Opening")
        row = await desk.chat.save_draft(app.id, None, draft)
        review = await desk.chat.review(app.id, row.id, draft)
        batch = await desk.confirm(review, set(review.required_ticks))
        batch = await ended(desk, batch.id, world.clock)
        assert await desk.chat.drafts(app.id) == []
        again = await desk.chat.again(batch.id, app.id)
        assert again is not None
        assert (again.draft, again.exact, again.from_app) == (draft, True, "")
        await desk.chat.save_draft(app.id, row.id, chat_draft(name="Another"))
        again = await desk.chat.again(batch.id, app.id)
        assert again is not None
        assert again.draft["audience"]["tags"] == draft["audience"]["tags"]
        await desk.chat.remove_draft(row.id)
        again = await desk.chat.again(batch.id, "another")
        assert again is not None
        assert (again.exact, again.from_app, again.draft["name"]) == (True, app.name, "Opening")
        # The very same request, but for its number.
        made = await desk.chat.review(app.id, None, again.draft)
        bodies = [json.loads(one) for one in (batch.rows[0].body, made.rows[0].body)]
        assert [one.pop("MsgRandom") for one in bodies]
        assert bodies[0] == bodies[1]

    run(story)


def test_drafts_are_searched_copied_and_brought_back(world: Outside, run: Run[None]) -> None:
    async def story(desk: Desk) -> None:
        app = (await desk.chat.save(form())).app
        data = chat_draft(name="Opening night")
        row = await desk.chat.save_draft(app.id, None, data)
        data["name"] = "changed after the call"
        assert [one.name for one in await desk.chat.drafts(app.id, "DOORS opening")] == [row.name]
        assert await desk.chat.drafts(app.id, "nothing of it") == []
        copy = await desk.chat.copy_draft(row.id, "Second night")
        assert copy is not None
        assert (copy.title, copy.content) == ("Tonight", "The doors open at eight.")
        await desk.chat.remove_draft(row.id)
        assert await desk.chat.draft(row.id) is None
        assert replace(await desk.chat.restore_draft(row), revision=row.revision) == row
        await desk.chat.remove(app.id)
        assert await desk.chat.draft(row.id) is None

    run(story)


def test_drafts_move_to_another_computer_without_keys(
    world: Outside, run: Run[None], tmp_path: Path
) -> None:
    path = tmp_path / "moved.json"

    async def there(desk: Desk) -> None:
        app = (await desk.chat.save(form())).app
        other = (await desk.chat.save(form(name="Left", sdkappid="1400000009"))).app
        await desk.chat.save_draft(app.id, None, chat_draft(name="Opening"))
        await desk.chat.save_draft(other.id, None, chat_draft(name="Closing"))
        assert (await desk.export_book(path))["drafts"] == 2
        for one in (app, other):
            await desk.chat.remove(one.id)

    async def here(desk: Desk) -> None:
        app = (await desk.chat.save(form(host="china", name="Aurora here"))).app
        book, before = await desk.open_book(path)
        assert (before.new["drafts"], [one.access_ids for one in before.left_out]) == (
            1,
            [("1400000009",)],
        )
        assert await desk.chat.drafts(app.id) == []
        assert (await desk.import_book(book)).new["drafts"] == 1
        assert (await desk.import_book(book)).same["drafts"] == 1
        assert [one.name for one in await desk.chat.drafts(app.id)] == ["Opening"]

    run(there)
    run(here)
    assert KEY not in path.read_text("utf-8")


def test_the_history_of_one_chat_app_is_cleared_and_nothing_else(
    world: Outside, run: Run[None]
) -> None:
    async def story(desk: Desk) -> None:
        world.answer = answering(TAKEN)
        apps = [
            (await desk.chat.save(form(name=f"App {n}", sdkappid=f"140000000{n}"))).app
            for n in (1, 2)
        ]
        kept = []
        for app in apps:
            await desk.chat.use(app.id)
            kept.append(await ended(desk, (await held(desk, app.id)).id, world.clock))
        # The clock is set, and what was asked about it means nothing any more.
        world.clock.leap(timedelta(days=2).total_seconds())
        look = await desk.look_at_history(apps[0].id)
        assert (look.pushes, look.drafts, look.unsettled) == (1, 1, 0)
        assert (await desk.clear_history(apps[0].id)).pushes == 1
        assert await desk.batch(kept[0].id) is None
        assert await desk.batch(kept[1].id) is not None
        assert (await desk.clear_history(None)).pushes == 1
        assert await desk.chat.history(apps[1].id) == []

    run(story)
