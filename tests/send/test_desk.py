"""The desk as screens use it, against a practice service in this process."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import threading
from datetime import timedelta
from typing import Any

import httpx
import pytest

from tests.send.builders import draft
from tests.send.conftest import PRACTICE_URL, Outside, Run, ended, settle
from tpns_desktop.client import Secret
from tpns_desktop.paths import Paths
from tpns_desktop.practice.population import Population
from tpns_desktop.practice.rules import Rules
from tpns_desktop.practice.service import PracticeService
from tpns_desktop.practice.state import Credentials, World
from tpns_desktop.send.core import open_core
from tpns_desktop.send.desk import (
    AppForm,
    AskFailed,
    ConfirmRefused,
    Desk,
    FormRefused,
    KeyPair,
    PlanRefused,
    PracticeInfo,
    Review,
)
from tpns_desktop.store.apps import App
from tpns_desktop.store.secrets import SecretStore

KEY = "0123456789abcdef0123456789abcdef"


def form(**changes: Any) -> AppForm:
    values: dict[str, Any] = {
        "name": "Shop",
        "colour": "#aa0000",
        "access_point": "shanghai",
        "android": KeyPair.typed("1500012345", KEY),
        "ios": KeyPair.typed("1600012345", KEY),
        "ios_environment": "product",
    }
    return AppForm(**values | changes)


# --------------------------------------------------------------------------------------- practice


def test_a_push_to_everyone_arrives_and_its_figures_grow(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        news: list[str] = []
        desk.subscribe(news.append)
        app = await desk.use_practice(world.line)
        assert (app.name, app.platforms) == ("Demo Mall", ("android", "ios"))
        review = await desk.review(app.id, None, draft())
        assert review.ready
        assert review.level == 0
        batch = await desk.confirm(review, set(review.required_ticks))
        assert batch.state == "held"
        assert world.pushes == []
        await world.clock.advance(10)
        done = await desk.batch(batch.id)
        assert done is not None
        assert done.state == "accepted"
        assert world.pushes == [row.body for row in review.rows]
        assert len(done.push_ids) == 2
        assert news.count(batch.id) >= 3
        await world.clock.advance(60)
        grown = await desk.refresh(batch.id)
        assert (grown.counters.planned or 0) > 0
        assert grown.counters_at == world.clock.now()
        assert [b.id for b in await desk.batches(app.id)] == [batch.id]

    run(story)
    assert all(json.loads(body)["audience_type"] == "all" for body in world.pushes)


def test_known_accounts_tags_and_tokens_of_practice_are_reached(
    world: Outside, run: Run[Any]
) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        info = desk.practice
        assert info is not None
        tags = [[{"tag_type": "xg_user_define", "match": "any", "tags": list(info.tags[:2])}]]
        accounts = "\n".join(info.accounts[:3])
        token = {"text": info.tokens["ios"][0], "platform": "ios"}
        for made in (
            draft("tag", audience__tag__groups=tags),
            draft("account", audience__account__text=accounts),
            draft("device", audience__device=token),
        ):
            review = await desk.review(app.id, None, made)
            batch = await desk.confirm(review, set(review.required_ticks))
            await world.clock.advance(15)
            found = await desk.batch(batch.id)
            assert found is not None
            assert (found.state, found.rows[0].text) == ("accepted", None)

    run(story)


def test_the_practice_app_and_its_plan_are_made_once_and_live_on(
    world: Outside, run: Run[Any]
) -> None:
    async def first(desk: Desk) -> tuple[App, Any]:
        app = await desk.use_practice(world.line)
        await desk.use_practice(PracticeInfo.from_line(world.line))
        (plan,) = await desk.plan_book.all(app.id)
        assert (plan.name, plan.android_plan_id is None) == ("Double 11 预热", False)
        return app, plan

    app, plan = run(first)
    made_before = len([r for r in world.requests if r.url.path.endswith("add_plan_push")])
    assert made_before == 2
    world.new_practice("http://127.0.0.1:4712")
    ids = {p: a.credentials.access_id for p, a in world.practice.applications.items()}

    async def second(desk: Desk) -> None:
        again = await desk.use_practice(world.line)
        assert (again.id, again.access_point) == (app.id, "http://127.0.0.1:4712")
        assert again.android_access_id == ids["android"]
        (same,) = await desk.plan_book.all(app.id)
        assert same.id == plan.id
        review = await desk.review(app.id, None, draft(plan=same.id))
        assert review.plan_name == plan.name
        await desk.confirm(review, set())
        await world.clock.advance(10)
        assert [json.loads(body)["plan_id"] for body in world.pushes] == [
            same.android_plan_id,
            same.ios_plan_id,
        ]
        batches = await desk.batches(app.id)
        assert batches[0].state == "accepted"

    run(second)


def test_a_plan_that_practice_did_not_make_is_named_not_left_out(
    world: Outside, run: Run[Any]
) -> None:
    async def story(desk: Desk) -> None:
        async def refuse(_: Any) -> Any:
            raise RuntimeError("down")

        world.answer = refuse
        app = await desk.use_practice(world.line)
        (plan,) = await desk.plan_book.all(app.id)
        assert plan.android_plan_id is None
        review = await desk.review(app.id, None, draft(plan=plan.id))
        assert not review.ready
        world.answer = None
        await desk.use_practice(world.line)
        assert (await desk.review(app.id, None, draft(plan=plan.id))).ready

    run(story)


def test_keys_of_practice_never_reach_the_keyring_or_the_disk(
    world: Outside, run: Run[Any]
) -> None:
    run(lambda desk: desk.use_practice(world.line))
    assert world.keyring is not None
    assert world.keyring.kept == {}
    secrets = [keys["secret_key"].encode() for keys in world.line["tpns"].values()]
    files = [path for path in world.folder.rglob("*") if path.is_file()]
    assert files
    assert not [path for path in files for secret in secrets if secret in path.read_bytes()]


def test_a_line_that_is_no_practice_service_is_refused(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        with pytest.raises(ValueError, match="practice"):
            await desk.use_practice({"base_url": "http://127.0.0.1:1"})
        assert await desk.apps() == []

    run(story)


# -------------------------------------------------------------------------------------------- apps


def test_a_real_app_is_kept_with_its_keys_in_the_keyring(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        saved = await desk.save_app(form(name="  Shop \n"))
        assert (saved.app.name, saved.secret_place, saved.warnings) == ("Shop", "keyring", ())
        assert await desk.apps() == [saved.app]
        assert world.keyring is not None
        assert sorted(name for name, _ in world.keyring.kept) == [
            f"tpns-desktop/{saved.app.id}/android",
            f"tpns-desktop/{saved.app.id}/ios",
        ]
        assert await desk.remove_app(saved.app.id)
        assert world.keyring.kept == {}
        assert await desk.apps() == []

    run(story)


def test_without_a_keyring_the_keys_stay_in_memory_and_it_is_said(
    world: Outside, run: Run[Any]
) -> None:
    world.keyring = None

    async def story(desk: Desk) -> str:
        assert await desk.keyring_looked() == "memory"
        assert (desk.secret_place, desk.secret_reason) == ("memory", "no_keyring")
        saved = await desk.save_app(form())
        assert saved.secret_place == "memory"
        assert (await desk.test_connection(form(app_id=saved.app.id))).platforms
        return saved.app.id

    app_id = run(story)

    async def later(desk: Desk) -> None:
        review = await desk.review(app_id, None, draft("account"))
        batch = await desk.confirm(review, set(review.required_ticks))
        await world.clock.advance(10)
        found = await ended(desk, batch.id)
        assert [(r.state, r.reason) for r in found.rows] == [("not_sent", "no_key")] * 2
        with pytest.raises(AskFailed) as failed:
            await desk.audiences.read(app_id, draft())
        assert failed.value.reason == "no_key"

    run(later)
    assert world.pushes == []


def test_a_keyring_that_hangs_does_not_keep_the_desk_from_opening(world: Outside) -> None:
    let_go = threading.Event()

    def choose() -> None:
        let_go.wait()

    async def story() -> None:
        paths = Paths(world.folder / "data", world.folder / "log", world.folder / "settings.ini")
        secrets = SecretStore(choose=choose, deadline_s=3600)
        async with asyncio.timeout(30):
            desk = await open_core(
                paths, world.settings, clock=world.clock, client=world.client, secrets=secrets
            )
            app = await desk.use_practice(world.line)
            assert (await desk.review(app.id, None, draft())).ready
            assert desk.secret_place == "keyring"  # not known better yet
            let_go.set()
            assert await desk.keyring_looked() == "memory"
            await desk.close(grace_s=0)

    try:
        asyncio.run(story())
    finally:
        let_go.set()


def test_a_desk_closes_while_the_keyring_hangs(world: Outside) -> None:
    let_go = threading.Event()

    async def story() -> None:
        paths = Paths(world.folder / "data", world.folder / "log", world.folder / "settings.ini")
        secrets = SecretStore(choose=let_go.wait, deadline_s=3600)  # type: ignore[arg-type]
        async with asyncio.timeout(30):
            desk = await open_core(paths, world.settings, clock=world.clock, secrets=secrets)
            await desk.close(grace_s=0)

    try:
        asyncio.run(story())
    finally:
        let_go.set()


def test_a_key_kept_in_memory_is_missing_after_the_next_start(
    world: Outside, run: Run[Any]
) -> None:
    world.keyring = None

    async def first(desk: Desk) -> str:
        saved = await desk.save_app(form())
        assert await desk.missing_keys(saved.app.id) == {}
        return str(saved.app.id)

    async def second(desk: Desk) -> dict[str, str]:
        return await desk.missing_keys(app_id)

    app_id = run(first)
    assert run(second) == {"android": "no_key", "ios": "no_key"}


def test_an_edited_app_keeps_its_key_and_loses_what_was_taken_off(
    world: Outside, run: Run[Any]
) -> None:
    async def story(desk: Desk) -> None:
        saved = await desk.save_app(form())
        edited = await desk.save_app(
            form(
                app_id=saved.app.id,
                name="Shop 2",
                android=KeyPair("1500012345", Secret("")),
                ios=None,
                ios_environment=None,
            )
        )
        assert (edited.app.id, edited.app.name, edited.app.platforms) == (
            saved.app.id, "Shop 2", ("android",),
        )  # fmt: skip
        assert world.keyring is not None
        assert [name for name, _ in world.keyring.kept] == [f"tpns-desktop/{saved.app.id}/android"]
        with pytest.raises(FormRefused) as refused:
            await desk.save_app(
                form(app_id=saved.app.id, android=KeyPair("1500099999", Secret("")))
            )
        (problem,) = refused.value.problems
        assert (problem.field, problem.reason) == ("android.secret_key", "required")

    run(story)


def test_changing_an_app_withdraws_what_it_holds(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        saved = await desk.save_app(form())
        review = await desk.review(saved.app.id, None, draft("account"))
        batch = await desk.confirm(review, set(review.required_ticks))
        await desk.save_app(form(app_id=saved.app.id, ios_environment="dev"))
        found = await desk.batch(batch.id)
        assert found is not None
        assert (found.state, found.rows[0].reason) == ("withdrawn", "app_changed")
        await world.clock.advance(60)
        assert world.pushes == []

    run(story)


def test_the_connection_is_tested_a_platform_each_and_sends_nothing(
    world: Outside, run: Run[Any]
) -> None:
    async def story(desk: Desk) -> None:
        world.answer = knowing(world, android="1500012345")
        test = await desk.test_connection(form())
        android, ios = test.platforms
        assert (android.ok, (android.devices or 0) > 0) == (True, True)
        assert (ios.ok, ios.reason, ios.code) == (False, "refused", 1008035)
        assert not test.ok
        assert {request.url.path for request in world.requests} == {
            "/v3/statistics/get_device_stat_overview"
        }
        assert {url for url, _ in world.made} == {"https://api.tpns.sh.tencent.com"}
        assert await desk.apps() == []

    run(story)


def knowing(world: Outside, **access_ids: str) -> Any:
    """Answers like a real access point whose applications have these access ids and KEY."""
    credentials: Any = {
        platform: Credentials(access_ids.get(platform, f"{start}99999"), KEY)
        for platform, start in (("android", "15000"), ("ios", "16000"))
    }
    population = Population(seed=15, devices=500)
    service = PracticeService(
        World(population, Rules(), credentials=credentials), clock=world.clock.unix
    )

    async def answer(request: httpx.Request) -> httpx.Response:
        headers = [(key, value) for key, value in request.headers.items() if key != "host"]
        here = httpx.Request(
            "POST",
            PRACTICE_URL + request.url.path,
            headers=headers,
            content=await request.aread(),
        )
        return await httpx.ASGITransport(service).handle_async_request(here)

    return answer


def test_an_access_id_of_practice_is_not_taken_for_a_real_app(
    world: Outside, run: Run[Any]
) -> None:
    async def story(desk: Desk) -> None:
        await desk.use_practice(world.line)
        access_id = world.line["tpns"]["android"]["access_id"]
        made = len(world.made)
        for call in (desk.test_connection, desk.save_app):
            with pytest.raises(FormRefused):
                await call(form(android=KeyPair.typed(access_id, KEY)))  # type: ignore[operator]
        assert len(world.made) == made

    run(story)


# ------------------------------------------------------------------------------------- real and not


def test_a_real_apps_push_goes_to_its_documented_host_only(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        await desk.use_practice(world.line)
        saved = await desk.save_app(form())
        world.requests.clear()
        world.bodies.clear()
        review = await desk.review(saved.app.id, None, draft("account"))
        assert (review.level, review.live, review.target_urls) == (
            2, True, ("https://api.tpns.sh.tencent.com",),
        )  # fmt: skip
        batch = await desk.confirm(review, set())
        await world.clock.advance(10)
        await ended(desk, batch.id)
        assert {request.url.host for request in world.requests} == {"api.tpns.sh.tencent.com"}

    run(story)


def test_practice_without_a_service_cannot_be_reviewed(world: Outside, run: Run[Any]) -> None:
    app = run(lambda desk: desk.use_practice(world.line))

    async def later(desk: Desk) -> None:
        review = await desk.review(app.id, None, draft())
        assert (review.rows, review.ready) == ((), False)
        with pytest.raises(ConfirmRefused) as refused:
            await desk.confirm(review, set())
        assert refused.value.reason == "not_ready"

    run(later)


# -------------------------------------------------------------------------------------- confirming


async def everyone(desk: Desk, **changes: Any) -> Review:
    saved = await desk.save_app(form())
    return await desk.review(saved.app.id, None, draft(**changes))


def test_everyone_on_live_takes_ticks_and_the_apps_name(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        review = await everyone(desk, message__title="test")
        assert (review.level, review.hold_s, review.must_type_name) == (4, 30, True)
        assert review.required_ticks == ("who", "what", "when", "text.testish", "test.none")
        with pytest.raises(ConfirmRefused) as refused:
            await desk.confirm(review, {"who", "what"}, typed="Shop")
        assert refused.value.reason == "ticks"
        assert refused.value.missing == ("when", "text.testish", "test.none")
        with pytest.raises(ConfirmRefused) as refused:
            await desk.confirm(review, set(review.required_ticks), typed="Sho")
        assert refused.value.reason == "name"
        batch = await desk.confirm(
            review, set(review.required_ticks), typed=" \uff33\uff28\uff2f\uff30 "
        )
        assert batch.level == 4

    run(story)


def test_the_same_push_again_takes_the_words(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        first = await desk.review(app.id, None, draft("account"))
        second = await desk.review(app.id, None, draft("account"))
        await desk.confirm(first, set())
        # The second was reviewed before the first was confirmed: the database is asked again.
        assert not second.must_override
        with pytest.raises(ConfirmRefused) as refused:
            await desk.confirm(second, set())
        assert (refused.value.reason, refused.value.findings[0].id) == ("override", "dup.recent")
        await desk.confirm(second, set(), override="send  again")
        third = await desk.review(app.id, None, draft("account"))
        assert third.must_override
        await desk.confirm(third, set(), override="再次发送")

    run(story)


def test_the_hour_of_everyone_is_kept_against_the_database(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        first = await desk.review(app.id, None, draft())
        second = await desk.review(app.id, None, draft())
        await desk.confirm(first, set())
        with pytest.raises(ConfirmRefused) as refused:
            await desk.confirm(second, set(), override="SEND AGAIN")
        assert refused.value.reason == "not_ready"
        assert [f.id for f in refused.value.findings] == ["dup.everyone_hour"]
        await world.clock.advance(10 + 3601)  # the hold, and the hour
        again = await desk.review(app.id, None, draft())
        assert again.must_override

    run(story)


def test_another_runs_practice_service_is_not_repeated_to(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        await desk.confirm(await desk.review(app.id, None, draft()), set())
        await world.clock.advance(10)
        await desk.use_practice(world.new_practice("http://127.0.0.1:4712"))
        review = await desk.review(app.id, None, draft())
        assert (review.ready, review.must_override) == (True, False)

    run(story)


def test_an_edit_after_the_review_makes_it_void(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        review = await desk.review(app.id, None, draft())
        await desk.save_draft(app.id, review.draft_id, draft(message__title="Other"))
        with pytest.raises(ConfirmRefused) as refused:
            await desk.confirm(review, set())
        assert refused.value.reason == "changed"
        assert await desk.batches(app.id) == []

    run(story)


def test_another_environment_after_the_review_makes_it_void(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        review = await everyone(desk, kind="account")
        await desk.save_app(form(app_id=review.app_id, ios_environment="dev"))
        with pytest.raises(ConfirmRefused) as refused:
            await desk.confirm(review, set())
        assert refused.value.reason == "app_changed"
        await desk.remove_app(review.app_id)
        with pytest.raises(ConfirmRefused) as refused:
            await desk.confirm(review, set())
        assert refused.value.reason == "app_gone"

    run(story)


def test_a_time_that_came_near_since_the_review_is_refused(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        at = (world.clock.now() + timedelta(hours=8, minutes=7)).strftime("%Y-%m-%dT%H:%M")
        app = await desk.use_practice(world.line)
        review = await desk.review(app.id, None, draft(schedule__kind="at", schedule__at=at))
        assert review.ready
        await world.clock.advance(3 * 60)
        with pytest.raises(ConfirmRefused) as refused:
            await desk.confirm(review, set())
        assert [f.id for f in refused.value.findings] == ["time.past"]

    run(story)


def test_typing_on_during_a_save_or_review_changes_neither(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        typed = draft()
        saving = desk.save_draft(app.id, None, typed)
        reviewing = desk.review(app.id, None, typed)
        typed["message"]["title"] = "Half a wo"
        assert (await saving).title == "Sale tonight"
        assert (await reviewing).rows[0].facts.title == "Sale tonight"

    run(story)


def test_a_store_that_refuses_is_told_and_nothing_is_held(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        review = await desk.review(app.id, None, draft())
        blocked = sqlite3.connect(world.folder / "data" / "tpns-desktop.db")
        blocked.execute(
            "CREATE TRIGGER full BEFORE UPDATE ON pushes WHEN NEW.state = 'held' "
            "BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END"
        )
        blocked.close()
        with pytest.raises(ConfirmRefused) as refused:
            await desk.confirm(review, set())
        assert refused.value.reason == "failed"
        assert await desk.batches(app.id) == []
        await world.clock.advance(60)
        assert world.pushes == []

    run(story)


# --------------------------------------------------------------------------- drafts, plans, figures


def test_drafts_are_kept_listed_and_forgotten(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        row = await desk.save_draft(app.id, None, draft())
        assert await desk.draft(row.id) == row
        assert await desk.drafts(app.id) == [row]
        await desk.remove_draft(row.id)
        assert await desk.draft(row.id) is None

    run(story)


def test_a_plan_is_made_on_every_platform_and_kept(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        plan = await desk.plan_book.create(app.id, " Spring ", "All of spring")
        assert (plan.name, bool(plan.android_plan_id), bool(plan.ios_plan_id)) == (
            "Spring", True, True,
        )  # fmt: skip
        assert plan in await desk.plan_book.all(app.id)
        assert (await desk.context(app.id, plan.id)).plan == plan

    run(story)


@pytest.mark.parametrize(
    ("name", "description", "reason"),
    [
        (" ", "x", "name_required"),
        ("长" * 31, "x", "name_too_long"),
        ("x", "", "description_required"),
        ("x", "y" * 301, "description_too_long"),
        ("\ud800", "x", "bad_text"),
    ],
)
def test_a_wrong_plan_asks_nobody(
    world: Outside, run: Run[Any], name: str, description: str, reason: str
) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        asked = len(world.requests)
        with pytest.raises(PlanRefused) as refused:
            await desk.plan_book.create(app.id, name, description)
        assert refused.value.reason == reason
        assert len(world.requests) == asked

    run(story)


def test_a_plan_made_on_one_platform_only_is_kept_and_told(world: Outside, run: Run[Any]) -> None:
    async def answer(request: httpx.Request) -> httpx.Response:
        if request.headers["AccessId"] == world.line["tpns"]["ios"]["access_id"]:
            return httpx.Response(200, json={"retCode": 1008028, "errMsg": "too fast"})
        return httpx.Response(200, json={"retCode": 0, "result": {"planId": "48"}})

    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        world.answer = answer
        with pytest.raises(PlanRefused) as refused:
            await desk.plan_book.create(app.id, "Spring", "x")
        assert (refused.value.reason, refused.value.platform, refused.value.code) == (
            "refused", "ios", 1008028,
        )  # fmt: skip
        kept = refused.value.plan
        assert kept is not None
        assert (kept.android_plan_id, kept.ios_plan_id) == ("48", None)
        assert kept in await desk.plan_book.all(app.id)

    run(story)


def test_a_plan_of_the_console_is_added_by_its_ids(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        plan = await desk.plan_book.add(app.id, "Old one", " 48 ", None)
        assert (plan.android_plan_id, plan.ios_plan_id) == ("48", None)
        for ids, reason in ((("", " "), "id_required"), (("48a", None), "id_digits")):
            with pytest.raises(PlanRefused) as refused:
                await desk.plan_book.add(app.id, "Old one", *ids)
            assert refused.value.reason == reason

    run(story)


def test_figures_are_asked_for_accepted_pushes_only(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        batch = await desk.confirm(await desk.review(app.id, None, draft()), set())
        with pytest.raises(AskFailed) as failed:
            await desk.refresh(batch.id)
        assert failed.value.reason == "nothing_to_ask"
        await desk.send_now(batch.id)
        await settle()
        world.answer = _down
        with pytest.raises(AskFailed) as failed:
            await desk.refresh(batch.id)
        assert failed.value.reason

    run(story)


async def _down(_: Any) -> Any:
    raise RuntimeError("down")


def test_pages_of_history_follow_each_other(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        made = []
        for n in range(5):
            review = await desk.review(app.id, None, draft(message__title=f"Sale {n} on"))
            made.append((await desk.confirm(review, set())).id)
        first = await desk.batches(app.id, 3)
        rest = await desk.batches(app.id, 3, before=first[-1].id)
        assert [b.id for b in (*first, *rest)] == made[::-1]

    run(story)


def test_an_unknown_app_is_told(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        for call in (
            desk.context("nobody", None),
            desk.review("nobody", None, draft()),
            desk.audiences.reach("nobody", draft()),
            desk.audiences.read("nobody", draft()),
        ):
            with pytest.raises(AskFailed) as failed:
                await call  # type: ignore[misc]
            assert failed.value.reason == "app_gone"

    run(story)
