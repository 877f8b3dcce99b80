"""What may have been sent, looked up over a real socket: what is found, and what is never claimed.

Time is a fake clock's; the service's is as far from it as a test says.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.send.builders import draft
from tests.send.conftest import Outside, ended
from tests.send.raw_service import PUSH, RECORDS, RawService, raw_service
from tests.send.records import record_of, wire_record
from tpns_desktop.practice.push import Push
from tpns_desktop.practice.state import Application
from tpns_desktop.send.desk import AskFailed, Batch, ConfirmRefused, Desk
from tpns_desktop.send.matching import WINDOW_S
from tpns_desktop.store.apps import App
from tpns_desktop.store.calls import Calls
from tpns_desktop.store.database import open_database
from tpns_desktop.store.history import History

LOOKS = (5.0, 25.0, 90.0, 480.0)
"""From one look to the next."""


def play(story: Callable[[], Awaitable[None]]) -> None:
    async def whole() -> None:
        async with asyncio.timeout(60):
            await story()

    asyncio.run(whole())


@asynccontextmanager
async def practising(
    world: Outside, *, ahead_s: float = 0.0
) -> AsyncIterator[tuple[Desk, App, RawService]]:
    """A desk that practises with a service behind a socket."""
    async with raw_service(world, ahead_s=ahead_s) as service, world.desk() as desk:
        yield desk, await desk.use_practice(world.line), service


async def until(desk: Desk, batch_id: str, fits: Callable[[Batch], bool]) -> Batch:
    """The batch once `fits` holds."""
    news = asyncio.Event()
    end = desk.subscribe(lambda _: news.set())
    try:
        while True:
            news.clear()
            found = await desk.batch(batch_id)
            assert found is not None
            if fits(found):
                return found
            await news.wait()
    finally:
        end()


async def sent(
    world: Outside, desk: Desk, app: App, *, override: str = "", **changes: Any
) -> Batch:
    """A push to two accounts that exist, once it has left and its request has ended."""
    assert desk.practice is not None
    text = "\n".join(desk.practice.accounts[:2])
    made = draft("account", audience__account__text=text, **changes)
    review = await desk.review(app.id, None, made)
    batch = await desk.confirm(review, set(review.required_ticks), override=override)
    await world.clock.advance(10)
    return await ended(desk, batch.id, world.clock)


async def looked(world: Outside, desk: Desk, batch: Batch, times: int = len(LOOKS)) -> Batch:
    """The batch after so many looks at the time, or once none of it is unknown."""
    now = batch
    for n, wait_s in enumerate(LOOKS[:times], 1):
        await world.clock.advance(wait_s)
        now = await until(
            desk,
            batch.id,
            lambda b, n=n: all(row.looks >= n for row in b.unknown_rows),  # type: ignore[misc]
        )
        if not now.unknown_rows:
            break
    return now


def side(world: Outside, platform: str) -> Application:
    return world.practice.application(world.line["tpns"][platform]["access_id"])  # type: ignore[return-value]


def copied(
    application: Application, push: Push, *, seconds: float, push_id: str, **more: Any
) -> None:
    """Another push at the service, like `push` but made `seconds` later."""
    order = replace(push.order, **more)
    copy = Push(
        push_id, push.number, order, push.body, push.created_at + seconds,
        push.starts_at + seconds, push.strata, push.key + push_id, 0,
    )  # fmt: skip
    application._pushes[push_id] = copy


def states(batch: Batch) -> list[tuple[str, str | None]]:
    return [(row.state, row.settled_by) for row in batch.rows]


# --------------------------------------------------------------------------------- what is found


def test_a_push_whose_answer_was_lost_is_found_and_never_sent_again(world: Outside) -> None:
    async def story() -> None:
        async with practising(world) as (desk, app, service):
            service.fates[PUSH] = "drop_answer"
            batch = await sent(world, desk, app)
            assert batch.state == "unknown"
            assert batch.next_look_at == world.clock.now() + timedelta(seconds=5)
            found = await looked(world, desk, batch, 1)
            assert states(found) == [("accepted", "query")] * 2
            for row in found.rows:
                assert [p.push_id for p in side(world, row.platform).pushes] == list(row.push_ids)
            assert (found.look, found.matches, found.next_look_at) == (None, (), None)
            await world.clock.advance(3600)
            assert (service.times(PUSH), service.times(RECORDS)) == (2, 2)

    play(story)


def test_a_refused_push_is_not_looked_up(world: Outside) -> None:
    async def story() -> None:
        async with practising(world) as (desk, app, service):
            service.instead[PUSH] = lambda _: {"ret_code": 1008007, "err_msg": "invalid"}
            batch = await sent(world, desk, app)
            assert batch.state == "rejected"
            await world.clock.advance(3600)
            assert service.times(RECORDS) == 0
            with pytest.raises(AskFailed, match="nothing_to_ask"):
                await desk.check_now(batch.id)

    play(story)


def test_a_push_that_never_came_is_not_found_only_after_the_last_look(world: Outside) -> None:
    async def story() -> None:
        async with practising(world) as (desk, app, service):
            service.fates[PUSH] = "drop_request"
            batch = await sent(world, desk, app)
            early = await looked(world, desk, batch, 3)
            assert states(early) == [("unknown", None)] * 2
            assert (early.look, early.looked_at) == ("none", world.clock.now())
            # By hand it is not known any better before the time has come.
            assert (await desk.check_now(batch.id)).state == "unknown"
            await world.clock.advance(LOOKS[3])
            done = await until(desk, batch.id, lambda b: not b.unknown_rows)
            assert states(done) == [("not_found", "query")] * 2
            assert done.look == "none"

    play(story)


def test_several_that_fit_stay_unknown_and_are_named(world: Outside) -> None:
    async def story() -> None:
        async with practising(world) as (desk, app, service):
            service.fates[PUSH] = "drop_answer"
            batch = await sent(world, desk, app)
            for row in batch.rows:
                application = side(world, row.platform)
                copied(application, application.pushes[0], seconds=3, push_id=f"77{row.platform}")
            done = await looked(world, desk, batch)
            assert states(done) == [("unknown", None)] * 2
            assert (done.look, len(done.matches), done.next_look_at) == ("several", 4, None)
            # A person knows better.
            assert states(await desk.saw_it(batch.id)) == [("accepted", "person")] * 2

    play(story)


def test_each_platform_is_settled_by_itself(world: Outside) -> None:
    async def story() -> None:
        async with practising(world) as (desk, app, service):
            service.fates[PUSH] = "drop_answer"
            service.fates[f"{PUSH} {app.ios_access_id}"] = "drop_request"
            batch = await sent(world, desk, app)
            first = await looked(world, desk, batch, 1)
            assert states(first) == [("accepted", "query"), ("unknown", None)]
            assert first.state == "unknown"
            await world.clock.advance(25)
            await until(desk, batch.id, lambda b: b.rows[1].looks == 2)
            await world.clock.advance(90)
            await until(desk, batch.id, lambda b: b.rows[1].looks == 3)
            await world.clock.advance(480)
            done = await until(desk, batch.id, lambda b: not b.unknown_rows)
            assert states(done) == [("accepted", "query"), ("not_found", "query")]
            assert done.state == "partly"

    play(story)


def test_a_push_on_a_later_page_is_found(world: Outside) -> None:
    async def story() -> None:
        async with practising(world) as (desk, app, service):
            service.fates[PUSH] = "drop_answer"
            batch = await sent(world, desk, app)
            for row in batch.rows:
                application = side(world, row.platform)
                for n in range(250):
                    copied(
                        application, application.pushes[0], seconds=1 + n % 200,
                        push_id=f"8{n:05d}", title=f"Other {n}",
                    )  # fmt: skip
            found = await looked(world, desk, batch, 1)
            assert states(found) == [("accepted", "query")] * 2
            asked = [json["offset"] for path, json in service.asked if path == RECORDS]
            assert sorted(asked) == [0, 0, 200, 200]

    play(story)


def test_a_push_sent_around_midnight_in_beijing_is_found(world: Outside) -> None:
    # 23:59:49 there; the hold ends at 23:59:59 and the service has it a second later.
    world.clock.wall = datetime(2026, 11, 19, 15, 59, 49, tzinfo=UTC)

    async def story() -> None:
        async with practising(world) as (desk, app, service):
            service.fates[PUSH] = "drop_answer"
            batch = await sent(world, desk, app)
            for row in batch.rows:
                side(world, row.platform).pushes[0].created_at += 1
                side(world, row.platform).pushes[0].starts_at += 1
            found = await looked(world, desk, batch, 1)
            assert states(found) == [("accepted", "query")] * 2
            days = {
                (json["startDate"], json["endDate"])
                for path, json in service.asked
                if path == RECORDS
            }
            assert days == {("2026-11-19", "2026-11-20")}

    play(story)


@pytest.mark.parametrize("ahead_s", [200.0, -200.0])
def test_a_clock_that_is_off_neither_hides_a_push_nor_takes_an_older_one(
    world: Outside, ahead_s: float
) -> None:
    async def story() -> None:
        async with practising(world, ahead_s=ahead_s) as (desk, app, service):
            service.fates[PUSH] = "drop_answer"
            batch = await sent(world, desk, app)
            for row in batch.rows:
                application = side(world, row.platform)
                # Between the two clocks, and right before.
                for n, seconds in enumerate((-100, -1)):
                    push = application.pushes[0]
                    copied(application, push, seconds=seconds, push_id=f"9{n}")
            found = await looked(world, desk, batch, 1)
            assert states(found) == [("accepted", "query")] * 2
            assert not {"90", "91"} & set(found.push_ids)

    play(story)


@pytest.mark.parametrize(
    ("youngest_s", "state"), [(7, ("not_found", "query")), (1, ("unknown", None))]
)
def test_older_look_alikes_alone_are_never_taken(
    world: Outside, youngest_s: int, state: tuple[str, str | None]
) -> None:
    # Those of the last seconds are not taken either, but keep anybody from saying "none".
    async def story() -> None:
        async with practising(world, ahead_s=200.0) as (desk, app, service):
            service.fates[PUSH] = "drop_answer"
            batch = await sent(world, desk, app)
            for row in batch.rows:
                application = side(world, row.platform)
                push = application.pushes[0]
                for n in range(youngest_s, 200):
                    copied(application, push, seconds=-n, push_id=f"9{n}")
                del application._pushes[push.push_id]
            done = await looked(world, desk, batch)
            assert states(done) == [state] * 2

    play(story)


def test_used_up_questions_say_nothing(world: Outside) -> None:
    async def story() -> None:
        async with practising(world) as (desk, app, service):
            other = open_database(world.folder / "data" / "tpns-desktop.db")
            with other.transaction() as conn:
                for access_id in (app.android_access_id, app.ios_access_id):
                    for _ in range(60):
                        # By another copy of the program.
                        Calls(conn).add(access_id, "look_up", world.clock.now())  # type: ignore[arg-type]
            other.close()
            service.fates[PUSH] = "drop_request"
            batch = await sent(world, desk, app)
            done = await looked(world, desk, batch)
            assert states(done) == [("unknown", None)] * 2
            assert (done.look, service.times(RECORDS)) == ("failed", 0)
            with pytest.raises(AskFailed, match="budget"):
                await desk.check_now(batch.id)
            await world.clock.advance(3600)
            assert states(await desk.check_now(batch.id)) == [("not_found", "query")] * 2

    play(story)


def test_another_practice_services_keys_say_nothing_and_its_own_find_it_later(
    world: Outside,
) -> None:
    async def story() -> None:
        async with practising(world) as (desk, app, service):
            service.fates[PUSH] = "drop_answer"
            batch = await sent(world, desk, app)
            line = world.line
            # Another practice service: this one's keys are gone.
            async with raw_service(world):
                await desk.use_practice(world.line)
                for wait_s in LOOKS:
                    await world.clock.advance(wait_s)
                with pytest.raises(AskFailed, match="other_practice"):
                    await desk.check_now(batch.id)
                lost = await desk.batch(batch.id)
                assert lost is not None
                assert states(lost) == [("unknown", None)] * 2
                assert lost.look == "failed"
            await desk.use_practice(line)
            assert states(await desk.check_now(batch.id)) == [("accepted", "query")] * 2

    play(story)


def test_a_push_cut_off_by_the_end_of_the_program_is_found_after_the_next_start(
    world: Outside,
) -> None:
    async def story() -> None:
        async with raw_service(world) as service:
            service.fates[PUSH] = "drop_answer"
            async with world.desk() as desk:
                app = await desk.use_practice(world.line)
                batch = await sent(world, desk, app, message__title="Cut off")
            world.clock.wall += timedelta(hours=3)
            async with world.desk() as desk:
                (note,) = desk.notes
                assert (note.kind, note.batch_ids, note.titles) == (
                    "unsettled", (batch.id,), ("Cut off",),
                )  # fmt: skip
                await world.clock.advance(60)
                assert service.times(RECORDS) == 0  # nobody practises yet
                await desk.use_practice(world.line)
                waiting = await desk.batch(batch.id)
                assert waiting is not None
                assert waiting.next_look_at == world.clock.now() + timedelta(seconds=5)
                found = await looked(world, desk, batch, 1)
                assert states(found) == [("accepted", "query")] * 2

    play(story)


def test_a_push_that_another_of_our_rows_has_is_not_taken_twice(world: Outside) -> None:
    async def story() -> None:
        async with practising(world) as (desk, app, service):
            first = await sent(world, desk, app)
            assert first.state == "accepted"
            service.fates[PUSH] = "drop_request"
            again = await sent(world, desk, app, override="SEND AGAIN")
            for row in first.rows:
                # As if the first had been made in the very second of the second.
                side(world, row.platform).pushes[0].created_at = world.clock.unix()
            done = await looked(world, desk, again)
            assert states(done) == [("not_found", "query")] * 2

    play(story)


# ------------------------------------------------------------------------------- what stays unknown


def test_pages_that_end_too_early_are_no_verdict(world: Outside) -> None:
    async def story() -> None:
        async with practising(world) as (desk, app, service):
            service.fates[PUSH] = "drop_request"
            batch = await sent(world, desk, app)
            service.instead[RECORDS] = lambda _: {
                "retCode": 0, "count": 3, "pushRecordData": [],
            }  # fmt: skip
            done = await looked(world, desk, batch)
            assert states(done) == [("unknown", None)] * 2
            assert done.look == "failed"

    play(story)


def test_a_service_that_repeats_its_page_is_not_asked_on_and_on(world: Outside) -> None:
    async def story() -> None:
        async with practising(world) as (desk, app, service):
            service.fates[PUSH] = "drop_request"
            batch = await sent(world, desk, app)
            page = [wire_record(record_of(push_id=str(n + 1), title="x")) for n in range(200)]
            service.instead[RECORDS] = lambda _: {
                "retCode": 0, "count": 5000, "pushRecordData": page,
            }  # fmt: skip
            done = await looked(world, desk, batch, 1)
            assert (done.look, service.times(RECORDS)) == ("failed", 4)

    play(story)


def test_a_service_that_refuses_the_question_says_nothing(world: Outside) -> None:
    async def story() -> None:
        async with practising(world) as (desk, app, service):
            service.fates[PUSH] = "drop_request"
            batch = await sent(world, desk, app)
            service.instead[RECORDS] = lambda _: {"retCode": 1008028, "errMsg": "too fast"}
            done = await looked(world, desk, batch)
            assert (done.state, done.look) == ("unknown", "failed")
            with pytest.raises(AskFailed) as failed:
                await desk.check_now(batch.id)
            assert (failed.value.reason, failed.value.code) == ("refused", 1008028)

    play(story)


def test_the_same_push_is_locked_until_somebody_knows(world: Outside) -> None:
    async def story() -> None:
        async with practising(world) as (desk, app, service):
            service.fates[PUSH] = "drop_request"
            service.instead[RECORDS] = lambda _: {"retCode": 1008004, "errMsg": "down"}
            batch = await looked(world, desk, await sent(world, desk, app))
            assert batch.state == "unknown"
            await world.clock.advance(3 * 24 * 3600)  # of whatever age
            with pytest.raises(ConfirmRefused) as refused:
                await sent(world, desk, app, override="SEND AGAIN")
            assert [f.id for f in refused.value.findings] == ["dup.unknown"]
            gone = await desk.did_not_go(batch.id)
            assert states(gone) == [("not_found", "person")] * 2
            service.fates.clear()
            assert (await sent(world, desk, app)).state == "accepted"

    play(story)


def test_a_push_older_than_a_month_stays_for_a_person(world: Outside) -> None:
    async def story() -> None:
        async with raw_service(world) as service:
            service.fates[PUSH] = "drop_request"
            async with world.desk() as desk:
                app = await desk.use_practice(world.line)
                batch = await sent(world, desk, app)
            world.clock.wall += timedelta(days=40)
            async with world.desk() as desk:
                await desk.use_practice(world.line)
                with pytest.raises(AskFailed, match="too_old"):
                    await desk.check_now(batch.id)
                await world.clock.advance(WINDOW_S * 4)
                old = await desk.batch(batch.id)
                assert old is not None
                assert states(old) == [("unknown", None)] * 2
                assert service.times(RECORDS) == 0

    play(story)


# -------------------------------------------------------------------------------------- look-alikes


def test_among_thousands_of_look_alikes_only_the_true_one_counts(
    world: Outside, size: Callable[[int, int], int]
) -> None:
    count = size(500, 10_000)
    chance = random.Random(5)

    async def story() -> None:
        async with practising(world) as (desk, app, service):
            service.fates[PUSH] = "drop_request"
            batch = await sent(world, desk, app)
            row = batch.rows[0]
            assert row.sent_at is not None
            assert desk.practice is not None
            targets = desk.practice.accounts[:2]
            true = record_of(
                push_id="4711", title=row.title, content=row.content, target_list=targets,
                created_at=row.sent_at,
            )  # fmt: skip

            def like(n: int) -> dict[str, Any]:
                made: list[dict[str, Any]] = [
                    {"title": f"{row.title} {n}"},
                    {"content": f"Other words {n}"},
                    {"target_list": (*targets, f"user{n}")},
                    {"created_at": row.sent_at - timedelta(seconds=7 + n)},
                    {"environment": "dev"},
                    {"source": "console"},
                    {"push_type": "token_list"},
                ]
                return wire_record(replace(true, push_id=str(10**9 + n), **chance.choice(made)))

            rows = [like(n) for n in range(count)]

            def page(question: Any) -> dict[str, Any]:
                part = rows[question["offset"] :][: question["limit"]]
                return {"retCode": 0, "count": len(rows), "pushRecordData": part}

            service.instead[RECORDS] = page
            # iOS is asked the same: there the environment alone makes each of them another one.
            none = await looked(world, desk, batch, 1)
            assert [row.state for row in none.rows] == ["unknown"] * 2
            assert none.rows[0].look == "none"
            rows.insert(chance.randrange(count), wire_record(true))
            world.clock.leap(3601)  # one look used up most of this hour's questions
            found = await desk.check_now(batch.id)
            assert found.rows[0].push_ids == ("4711",)
            pages = service.times(RECORDS)
            print(f"{count} look-alikes: 0 taken, the true one found; {pages} pages read")

    play(story)


def test_what_is_settled_meanwhile_is_not_settled_again(world: Outside) -> None:
    async def story() -> None:
        async with practising(world) as (desk, app, service):
            service.fates[PUSH] = "drop_answer"
            batch = await sent(world, desk, app)
            await desk.did_not_go(batch.id)
            await world.clock.advance(3600)
            done = await desk.batch(batch.id)
            assert done is not None
            assert states(done) == [("not_found", "person")] * 2
            assert service.times(RECORDS) == 0
            other = open_database(world.folder / "data" / "tpns-desktop.db")
            with other.reading() as conn:
                assert [row.looks for row in History(conn).batch(batch.id)] == [0, 0]
            other.close()

    play(story)
