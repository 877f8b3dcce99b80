"""When is looked up, how often, and what the desk says about it; the service in this process."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import httpx
import pytest

from tests.send.builders import draft
from tests.send.conftest import Outside, Run, ended
from tests.send.raw_service import PUSH, RECORDS
from tpns_desktop.send.budget import OTHERS_MAX
from tpns_desktop.send.checks import examine
from tpns_desktop.send.desk import AppForm, AskFailed, Batch, Desk, KeyPair

KEY = "0123456789abcdef0123456789abcdef"


class Service:
    """Loses pushes and tells records; `down` refuses to be reached."""

    def __init__(self, world: Outside) -> None:
        self._world = world
        self.down = False
        self.records: list[dict[str, Any]] = []
        self.dated = True
        self.asked: list[float] = []
        """Fake-clock seconds of every question for records."""
        world.answer = self.answer

    async def answer(self, request: httpx.Request) -> httpx.Response:
        if request.url.path == RECORDS:
            self.asked.append(self._world.clock.passed)
        if self.down or request.url.path == PUSH:
            raise httpx.ReadError("lost")
        headers = {"Date": httpdate(self._world)} if self.dated else {}
        body = {"retCode": 0, "count": len(self.records), "pushRecordData": self.records}
        return httpx.Response(200, headers=headers, json=body)


def httpdate(world: Outside) -> str:
    return world.clock.now().strftime("%a, %d %b %Y %H:%M:%S GMT")


async def lost(world: Outside, desk: Desk) -> Batch:
    """A push of a real Android app whose answer never came."""
    saved = await desk.save_app(
        AppForm("Shop", "#aa0000", "shanghai", KeyPair.typed("1500012345", KEY), None, None)
    )
    review = await desk.review(saved.app.id, None, draft("account"))
    batch = await desk.confirm(review, set(review.required_ticks))
    await world.clock.advance(10)
    done = await ended(desk, batch.id, world.clock)
    assert done.state == "unknown"
    return done


async def at(world: Outside, desk: Desk, batch: Batch, looks: int) -> Batch:
    """The batch once it was looked up so often."""
    news = asyncio.Event()
    end = desk.subscribe(lambda _: news.set())
    try:
        async with asyncio.timeout(20):
            while True:
                news.clear()
                now = await desk.batch(batch.id)
                assert now is not None
                if now.rows[0].looks >= looks:
                    return now
                await news.wait()
    finally:
        end()


def test_it_is_looked_at_the_times_and_not_more_often(world: Outside, run: Run[Any]) -> None:
    service = Service(world)

    async def story(desk: Desk) -> None:
        batch = await lost(world, desk)
        left = world.clock.passed
        assert batch.next_look_at == world.clock.now() + timedelta(seconds=5)
        for looks, (wait_s, ahead_s) in enumerate(((5, 25), (25, 90), (90, 480)), 1):
            await world.clock.advance(wait_s)
            now = await at(world, desk, batch, looks)
            assert now.next_look_at == world.clock.now() + timedelta(seconds=ahead_s)
            assert (now.state, now.look, now.looked_at) == ("unknown", "none", world.clock.now())
        await world.clock.advance(480)
        done = await at(world, desk, batch, 4)
        assert (done.state, done.rows[0].settled_by, done.next_look_at) == (
            "not_found", "query", None,
        )  # fmt: skip
        await world.clock.advance(24 * 3600)
        assert [round(when - left) for when in service.asked] == [5, 30, 120, 600]

    run(story)


def test_offline_it_is_asked_no_more_often_and_never_called_not_found(
    world: Outside, run: Run[Any]
) -> None:
    service = Service(world)

    async def story(desk: Desk) -> None:
        batch = await lost(world, desk)
        service.down = True
        for looks, wait_s in enumerate((5, 25, 90, 480), 1):
            await world.clock.advance(wait_s)
            assert (await at(world, desk, batch, looks)).look == "failed"
        await world.clock.advance(24 * 3600)
        assert len(service.asked) == 4
        with pytest.raises(AskFailed) as failed:
            await desk.check_now(batch.id)
        assert failed.value.reason
        now = await desk.batch(batch.id)
        assert now is not None
        assert (now.state, now.rows[0].looks) == ("unknown", 5)
        # Back online, and all its looks at the time are over: now "none" is an answer.
        service.down = False
        assert (await desk.check_now(batch.id)).state == "not_found"

    run(story)


def test_a_computer_that_slept_looks_once_when_it_wakes(world: Outside, run: Run[Any]) -> None:
    service = Service(world)

    async def story(desk: Desk) -> None:
        batch = await lost(world, desk)
        world.clock.leap(3600)
        await world.clock.advance(0)
        await at(world, desk, batch, 1)
        await world.clock.advance(0)
        done = await at(world, desk, batch, 2)
        assert done.state == "not_found"
        assert len(service.asked) == 2

    run(story)


def test_after_a_restart_a_missing_key_says_nothing_until_it_is_there(
    world: Outside, run: Run[Any]
) -> None:
    service = Service(world)
    batch = run(lambda desk: lost(world, desk))
    assert world.keyring is not None
    kept = dict(world.keyring.kept)
    world.keyring.kept.clear()

    async def story(desk: Desk) -> None:
        began = await desk.batch(batch.id)
        assert began is not None
        assert began.next_look_at == world.clock.now() + timedelta(seconds=5)
        for looks, wait_s in enumerate((5, 25, 90, 480), 1):
            await world.clock.advance(wait_s)
            now = await at(world, desk, batch, looks)
            assert (now.state, now.look) == ("unknown", "failed")
        with pytest.raises(AskFailed, match="no_key"):
            await desk.check_now(batch.id)
        assert service.asked == []
        assert world.keyring is not None
        world.keyring.kept.update(kept)
        assert (await desk.check_now(batch.id)).state == "not_found"

    run(story)


def test_an_answer_without_a_date_settles_nothing(world: Outside, run: Run[Any]) -> None:
    service = Service(world)
    service.dated = False

    async def story(desk: Desk) -> None:
        batch = await lost(world, desk)
        with pytest.raises(AskFailed, match="no_date"):
            await desk.check_now(batch.id)
        now = await desk.batch(batch.id)
        assert now is not None
        assert (now.state, now.look) == ("unknown", "failed")

    run(story)


def test_a_planned_push_is_never_called_not_found_before_its_day(
    world: Outside, run: Run[Any]
) -> None:
    service = Service(world)

    async def story(desk: Desk) -> None:
        saved = await desk.save_app(
            AppForm("Shop", "#aa0000", "shanghai", KeyPair.typed("1500012345", KEY), None, None)
        )
        planned = draft("all", schedule__kind="at", schedule__at="2026-11-21T09:00")
        review = await desk.review(saved.app.id, None, planned)
        batch = await desk.confirm(review, set(review.required_ticks), typed="Shop")
        await world.clock.advance(30)
        batch = await ended(desk, batch.id, world.clock)
        for looks, wait_s in enumerate((5, 25, 90, 480), 1):
            await world.clock.advance(wait_s)
            now = await at(world, desk, batch, looks)
        assert (now.state, now.look, len(service.asked)) == ("unknown", "none", 4)
        world.clock.leap(2 * 24 * 3600)
        assert (await desk.check_now(batch.id)).state == "not_found"

    run(story)


def test_an_app_connected_again_asks_for_what_it_sent_before(world: Outside, run: Run[Any]) -> None:
    Service(world)

    async def story(desk: Desk) -> None:
        batch = await lost(world, desk)
        await desk.remove_app(batch.app_id)
        with pytest.raises(AskFailed, match="app_gone"):
            await desk.check_now(batch.id)
        await desk.save_app(
            AppForm("New", "#aa0000", "shanghai", KeyPair.typed("1500012345", KEY), None, None)
        )
        assert (await desk.check_now(batch.id)).look == "none"

    run(story)


def test_a_real_push_is_asked_about_at_its_own_host_only(world: Outside, run: Run[Any]) -> None:
    Service(world)

    async def story(desk: Desk) -> None:
        batch = await lost(world, desk)
        world.answer = None
        await desk.use_practice(world.line)
        Service(world)
        made = len(world.made)
        await desk.check_now(batch.id)
        assert world.made[made:] == [("https://api.tpns.sh.tencent.com", "1500012345")]

    run(story)


def test_a_person_settles_what_is_unknown_and_nothing_else(world: Outside, run: Run[Any]) -> None:
    Service(world)

    async def story(desk: Desk) -> None:
        batch = await lost(world, desk)
        gone = await desk.did_not_go(batch.id)
        assert (gone.state, gone.rows[0].settled_by) == ("not_found", "person")
        assert gone.rows[0].settled_at == world.clock.now()
        # Once said it stands.
        assert (await desk.saw_it(batch.id)).state == "not_found"
        with pytest.raises(AskFailed, match="nothing_to_ask"):
            await desk.saw_it("nothing")

    run(story)


def test_a_push_that_a_person_saw_has_no_figures_to_ask_for(world: Outside, run: Run[Any]) -> None:
    Service(world)

    async def story(desk: Desk) -> None:
        batch = await lost(world, desk)
        assert (await desk.saw_it(batch.id)).state == "accepted"
        with pytest.raises(AskFailed, match="nothing_to_ask"):
            await desk.refresh(batch.id)

    run(story)


def test_the_clock_is_known_from_a_look_and_a_wrong_one_stops_the_next_push(
    world: Outside, run: Run[Any]
) -> None:
    Service(world)

    async def story(desk: Desk) -> None:
        batch = await lost(world, desk)
        assert desk.clock_skew_s is None
        # The service's answers are dated by this clock, so this computer's is 400 s behind of it.
        answers = world.answer
        assert answers is not None

        async def ahead(request: httpx.Request) -> httpx.Response:
            response = await answers(request)
            moment = world.clock.now() + timedelta(seconds=400)
            response.headers["Date"] = moment.strftime("%a, %d %b %Y %H:%M:%S GMT")
            return response

        world.answer = ahead
        await desk.check_now(batch.id)
        assert desk.clock_skew_s == -400
        review = await desk.review(batch.app_id, None, draft("account", message__title="Other"))
        assert [f.id for f in review.examination.errors] == ["time.clock_off"]
        # The person sets it: what was measured before stops nobody.
        world.clock.wall += timedelta(seconds=400)
        assert desk.clock_skew_s is None
        review = await desk.review(batch.app_id, None, draft("account", message__title="Other"))
        assert review.ready

    run(story)


@pytest.mark.parametrize("way", ["check", "refused", "test"])
def test_a_service_whose_clock_was_wrong_once_stops_nobody_once_it_is_asked_again(
    world: Outside, run: Run[Any], way: str
) -> None:
    Service(world)
    off_s = 900.0

    async def story(desk: Desk) -> None:
        nonlocal off_s
        answers = world.answer
        assert answers is not None

        async def dated(request: httpx.Request) -> httpx.Response:
            response = await answers(request)
            if way == "refused":
                response = httpx.Response(401)
            moment = world.clock.now() + timedelta(seconds=off_s)
            response.headers["Date"] = moment.strftime("%a, %d %b %Y %H:%M:%S GMT")
            return response

        world.answer = dated
        keys = KeyPair.typed("1500012345", KEY)
        form = AppForm("Shop", "#aa0000", "shanghai", keys, None, None)
        app = (await desk.save_app(form)).app
        test = await desk.test_connection(form)
        assert (test.clock_skew_s, test.minutes_off) == (-900, 15)
        context = await desk.context(app.id, None)
        assert [f.id for f in examine(draft("account"), context).errors] == ["time.clock_off"]
        off_s = 0.0
        if way == "test":
            assert (await desk.test_connection(form)).minutes_off == 0
        else:
            assert await desk.measure_clock(app.id) == 0
        context = await desk.context(app.id, None)
        assert examine(draft("account"), context).errors == ()

    run(story)


def test_asking_for_the_time_without_an_answer_changes_nothing_and_is_counted(
    world: Outside, run: Run[Any]
) -> None:
    async def nobody(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("no way", request=request)

    world.answer = nobody

    async def story(desk: Desk) -> None:
        keys = KeyPair.typed("1500012345", KEY)
        form = AppForm("Shop", "#aa0000", "shanghai", keys, None, None)
        app = (await desk.save_app(form)).app
        for _ in range(OTHERS_MAX):
            with pytest.raises(AskFailed) as failed:
                await desk.measure_clock(app.id)
            assert failed.value.reason != "budget"
        with pytest.raises(AskFailed, match="budget"):
            await desk.measure_clock(app.id)
        assert desk.clock_skew_s is None

    run(story)


def test_trying_a_connection_tells_about_the_clock(world: Outside, run: Run[Any]) -> None:
    Service(world)

    async def story(desk: Desk) -> None:
        assert desk.clock_skew_s is None
        keys = KeyPair.typed("1500012345", KEY)
        await desk.test_connection(AppForm("Shop", "#aa0000", "shanghai", keys, None, None))
        assert desk.clock_skew_s == 0

    run(story)


def test_closing_ends_the_looks(world: Outside, run: Run[Any]) -> None:
    service = Service(world)
    run(lambda desk: lost(world, desk))
    assert service.asked == []
