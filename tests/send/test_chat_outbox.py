"""A push to users of a Chat app: one request or none, its end told truly, no second body."""

from __future__ import annotations

import asyncio
import itertools
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.send.bench import Bench, Ending, chat_row, confirm, confirmed_row
from tests.send.builders import NOW, draft
from tests.send.chat_catalogue import chat_draft
from tests.send.conftest import Outside, Run, ended, settle
from tests.send.raw_service import raw_service
from tpns_desktop.client import Secret
from tpns_desktop.client.errors import KeyRefused, MaybeSent, NotSent, Refused
from tpns_desktop.model.chat_codes import CODES
from tpns_desktop.model.outcome import PushAnswer
from tpns_desktop.send.asking import AskFailed
from tpns_desktop.send.chat_desk import ChatForm
from tpns_desktop.send.desk import Batch, ConfirmRefused, Desk, Review
from tpns_desktop.store.history import History, PushRow

TAKEN = PushAnswer(("1400000001_1",))
PUSH = "/v4/all_member_push/im_push"


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def sent(bench: Bench, *endings: Ending, row: PushRow | None = None) -> PushRow:
    """Confirm one row without a hold, let it end; gives it as it stands on the disk."""
    row = row or chat_row()
    bench.wire.script(*endings)

    found: list[PushRow] = []

    async def story() -> None:
        outbox = bench.outbox()
        confirm(outbox, row)
        for _ in range(10):
            await bench.clock.go_on()
        await outbox.close()
        found.append(bench.row(row.id))

    bench.play(story())
    return found[0]


# ------------------------------------------------------------------------------ what an end proves


def test_a_push_that_was_taken_has_its_task_and_whom_the_service_left_out(bench: Bench) -> None:
    row = sent(bench, PushAnswer(("1400000001_9",), left_out={"nobody": 70107}))
    assert (row.state, row.push_ids, row.settled_by) == ("accepted", ("1400000001_9",), "answer")
    assert row.left_out == {"nobody": 70107}
    assert len(bench.wire.tried) == 1


def test_a_push_of_which_nobody_was_left_out_says_nothing_of_it(bench: Bench) -> None:
    assert sent(bench, TAKEN).left_out is None


def test_no_code_but_the_one_of_the_second_is_ever_asked_again(
    bench: Bench, size: Callable[[int, int], int]
) -> None:
    some = {CODES[code].group: code for code in sorted(CODES)}
    codes = {*some.values(), 90024, 60007, 91000, *list(CODES)[: size(0, len(CODES))]}
    rows = {code: chat_row(f"c{code}", access_id=str(code)) for code in sorted(codes)}
    refusals = {row.body: Refused(code, "said the service") for code, row in rows.items()}
    bench.wire.answers = refusals.__getitem__

    async def story() -> None:
        outbox = bench.outbox()
        for row in rows.values():
            confirm(outbox, row)
        for _ in range(20):
            await bench.clock.go_on()
        await outbox.close()
        for code, row in rows.items():
            found = bench.row(row.id)
            refused = CODES[code].group not in ("busy", "withdraw", "other")
            assert found.state == ("rejected" if refused else "unknown"), code
            assert (found.code, found.text) == (code, "said the service")
            tried = [body for _, number, body in bench.wire.tried if number == str(code)]
            assert tried == [row.body] * (3 if code == 90024 else 1)

    bench.play(story())


def test_too_fast_is_offered_again_after_the_second_with_the_very_bytes(bench: Bench) -> None:
    row = sent(bench, Refused(90024, "interval"), TAKEN)
    assert (row.state, row.attempts) == ("accepted", 2)
    first, second = bench.wire.times
    assert second - first > 1


def test_what_may_have_been_heard_is_unknown_and_never_repeated(bench: Bench) -> None:
    endings: list[Ending] = [
        MaybeSent("cut", f"POST {PUSH}"),
        MaybeSent("read_timeout", f"POST {PUSH}"),
        MaybeSent("not_json", f"POST {PUSH}", status=200),
        MaybeSent("http_status", f"POST {PUSH}", status=502),
        MaybeSent("bad_fields", f"POST {PUSH}", code=90047, text="limit", status=200),
        Refused(99999, "a code that nobody published"),
        RuntimeError("a fault of ours"),
        PushAnswer(()),
    ]
    rows = [chat_row(f"c{n}", access_id=str(n)) for n in range(len(endings))]
    said = {row.body: ending for row, ending in zip(rows, endings, strict=True)}
    bench.wire.answers = said.__getitem__

    async def story() -> None:
        outbox = bench.outbox()
        for row in rows:
            confirm(outbox, row)
        for _ in range(20):
            await bench.clock.go_on()
        await outbox.close()
        assert [bench.row(row.id).state for row in rows] == ["unknown"] * len(rows)
        assert not any(bench.row(row.id).settled_at for row in rows)
        assert sorted(body for _, _, body in bench.wire.tried) == sorted(said)

    bench.play(story())


def test_what_never_left_is_tried_twice_more_and_no_oftener(bench: Bench) -> None:
    row = sent(bench, NotSent("refused_connection"))
    assert (row.state, row.reason) == ("not_sent", "refused_connection")
    assert len(bench.wire.tried) == 3


def test_a_key_that_cannot_sign_is_not_tried_again(bench: Bench) -> None:
    row = sent(bench, KeyRefused("bad_key", "empty"))
    assert (row.state, row.reason, len(bench.wire.tried)) == ("not_sent", "bad_key", 1)


def test_once_it_may_have_been_heard_nothing_follows_a_push_that_never_left(bench: Bench) -> None:
    row = sent(bench, NotSent("refused_connection"), MaybeSent("cut", f"POST {PUSH}"))
    assert (row.state, len(bench.wire.tried)) == ("unknown", 2)


# ------------------------------------------------------------------------- turns, apps, restarts


def test_pushes_of_a_chat_app_leave_more_than_a_second_apart_in_all_copies(bench: Bench) -> None:
    bench.wire.script(TAKEN)

    async def story() -> None:
        outboxes = [bench.outbox() for _ in range(3)]
        for place, outbox in enumerate(outboxes):
            confirm(outbox, chat_row(f"c{place}", audience_kind="users"))
        confirm(outboxes[0], chat_row("other", access_id="1400000002"))
        confirm(outboxes[0], confirmed_row("tpns", access_id="1500000009"))
        for _ in range(20):
            await bench.clock.go_on()
        for outbox in outboxes:
            await outbox.close()

    bench.play(story())
    ours = [at for at, number, _ in bench.wire.tried if number == "1400000001"]
    assert len(ours) == 3
    assert all(after - before > 1 for before, after in itertools.pairwise(ours))
    assert [at for at, number, _ in bench.wire.tried if number != "1400000001"] == [0, 0]


def test_another_chat_app_withdraws_chat_pushes_alone_and_another_app_the_rest(
    bench: Bench,
) -> None:
    async def story() -> None:
        outbox = bench.outbox()
        confirm(outbox, confirmed_row("r1"), hold_s=60)
        confirm(outbox, chat_row("c1"), hold_s=60)
        confirm(outbox, chat_row("c2", app_id="chat-2"), hold_s=60)
        outbox.switch_chat_app("chat-1")
        assert [bench.row(one).state for one in ("r1", "c1", "c2")] == ["held", "held", "withdrawn"]
        assert bench.row("c2").reason == "app_switched"
        outbox.switch_app("another")
        assert [bench.row(one).state for one in ("r1", "c1")] == ["withdrawn", "held"]
        outbox.cancel_app("chat-1", "app_gone")
        assert bench.row("c1").state == "withdrawn"
        await outbox.close()

    bench.play(story())
    assert bench.wire.tried == []


def test_what_another_copy_holds_stays_while_the_person_works_with_another_chat_app(
    bench: Bench,
) -> None:
    bench.wire.script(TAKEN)

    async def story() -> None:
        outbox, other = bench.outbox(), bench.outbox()
        confirm(other, chat_row("c1"), hold_s=5)
        outbox.switch_chat_app("chat-2")
        other.switch_chat_app("chat-1")
        other._chat_app_id = "chat-2"  # the person turned away right before the claim
        for _ in range(20):
            await bench.clock.go_on()
        assert (bench.row("c1").state, bench.row("c1").reason) == ("withdrawn", "app_switched")
        await outbox.close()
        await other.close()

    bench.play(story())
    assert bench.wire.tried == []


def test_a_restart_leaves_what_may_have_been_heard_unknown_and_withdraws_the_rest(
    bench: Bench,
) -> None:
    async def story() -> None:
        dead = bench.database()
        with dead.transaction() as conn:
            history = History(conn)
            history.add([chat_row("c1"), chat_row("c2"), chat_row("c3")])
            for one in ("c1", "c2"):
                assert history.move(one, "confirmed", "held")
            assert history.move("c1", "held", "sending", sent_at=NOW, attempts=1)
        outbox = bench.outbox()
        await settle()
        states = {one: (bench.row(one).state, bench.row(one).reason) for one in ("c1", "c2", "c3")}
        assert states == {
            "c1": ("unknown", "restart"),
            "c2": ("withdrawn", "restart"),
            "c3": ("withdrawn", "restart"),
        }
        await outbox.close()

    bench.play(story())
    assert bench.wire.tried == []


def test_the_hour_of_equal_words_to_everyone_is_tpns_and_not_chats(bench: Bench) -> None:
    bench.wire.script(TAKEN)

    async def story() -> None:
        outbox = bench.outbox()
        for one in ("c1", "c2"):
            confirm(outbox, replace(chat_row(one), title="Sale", content="Now"))
            for _ in range(10):
                await bench.clock.go_on()
        assert [bench.row(one).state for one in ("c1", "c2")] == ["accepted", "accepted"]
        await outbox.close()

    bench.play(story())


# ------------------------------------------------------------------------------- through the desk


async def practised(desk: Desk, world: Outside, dialect: str = "all_member_push") -> str:
    await desk.use_practice(world.line)
    (app,) = await desk.chat.apps()
    spoken: Any = dialect
    await desk.chat.speak(app.id, spoken)
    await desk.chat.use(app.id)
    world.requests.clear()
    world.bodies.clear()
    return app.id


async def confirmed(desk: Desk, review: Review, **typed: Any) -> Batch:
    return await desk.confirm(review, set(review.required_ticks), review.app_name, **typed)


async def pushed(desk: Desk, world: Outside, app_id: str, **changes: Any) -> Batch:
    review = await desk.chat.review(app_id, None, chat_draft(**changes))
    batch = await confirmed(desk, review)
    return await ended(desk, batch.id, world.clock)


def test_it_leaves_once_with_the_bytes_that_were_reviewed(world: Outside, run: Run[None]) -> None:
    async def story(desk: Desk) -> None:
        app_id = await practised(desk, world)
        review = await desk.chat.review(app_id, None, chat_draft())
        assert review.chat is not None
        (frozen,) = review.rows
        batch = await confirmed(desk, review)
        assert (batch.state, world.requests) == ("held", [])
        batch = await ended(desk, batch.id, world.clock)
        assert (batch.state, world.bodies) == ("accepted", [frozen.body])
        assert world.requests[0].url.path == PUSH
        (row,) = batch.rows
        assert (row.platform, row.access_id, row.environment) == (
            "chat",
            str(review.chat.sdkappid),
            "all_member_push",
        )
        assert (row.title, row.content) == ("Tonight", "The doors open at eight.")
        assert [one.id for one in await desk.chat.history(app_id)] == [batch.id]
        assert await desk.batches(None) == []
        context = await desk.chat.context(app_id)
        assert (context.used_today, context.left_today) == (1, 99)

    run(story)


@pytest.mark.parametrize(
    ("kind", "schedule", "path"),
    [
        ("tags", {"kind": "now", "at": ""}, "/v4/timpush/push"),
        ("users", {"kind": "now", "at": ""}, "/v4/timpush/batch"),
        ("all", {"kind": "at", "at": "2026-11-19T12:00"}, "/v4/timpush/add_sched_task"),
    ],
)
def test_the_frozen_body_says_by_which_command_it_leaves(
    world: Outside, run: Run[None], kind: str, schedule: dict[str, str], path: str
) -> None:
    async def story(desk: Desk) -> None:
        app_id = await practised(desk, world, "timpush_chat")
        users = "\n".join((world.line["known"]["accounts"][0], "nobody_here"))
        batch = await pushed(
            desk, world, app_id, kind=kind, schedule=schedule, audience__users__text=users
        )
        assert (batch.state, [one.url.path for one in world.requests]) == ("accepted", [path])
        assert len(batch.push_ids) == 1
        (row,) = batch.rows
        assert row.left_out == ({"nobody_here": 70107} if kind == "users" else None)
        assert (row.schedule_at is not None) == (schedule["kind"] == "at")

    run(story)


def test_every_review_has_a_number_of_its_own_and_a_confirmation_keeps_it(
    world: Outside, run: Run[None]
) -> None:
    async def story(desk: Desk) -> None:
        app_id = await practised(desk, world)
        reviews = [await desk.chat.review(app_id, None, chat_draft()) for _ in range(3)]
        numbers = [json.loads(one.rows[0].body)["MsgRandom"] for one in reviews]
        assert len(set(numbers)) == 3
        batch = await confirmed(desk, reviews[1])
        await ended(desk, batch.id, world.clock)
        assert json.loads(world.bodies[0])["MsgRandom"] == numbers[1]

    run(story)


def test_sent_again_after_nobody_found_it_it_has_the_number_of_the_first(
    world: Outside, run: Run[None]
) -> None:
    async def story(desk: Desk) -> None:
        app_id = await practised(desk, world)
        world.answer = lost
        first = await pushed(desk, world, app_id)
        assert first.state == "unknown"
        # Until somebody says what became of it, it cannot be sent again.
        review = await desk.chat.review(app_id, None, chat_draft())
        assert [one.id for one in review.examination.errors] == ["dup.unknown"]
        first = await desk.did_not_go(first.id)
        assert (first.state, first.rows[0].settled_by) == ("not_found", "person")
        world.answer = None
        review = await desk.chat.review(app_id, None, chat_draft())
        assert "dup.again" in review.required_ticks
        second = await confirmed(desk, review)
        second = await ended(desk, second.id, world.clock)
        assert (second.state, second.rows[0].again_of) == ("accepted", first.rows[0].id)
        numbers = [json.loads(body)["MsgRandom"] for body in world.bodies]
        assert len(numbers) == 2
        assert numbers[0] == numbers[1]
        # Meant as another campaign it has another.
        third = await desk.chat.review(app_id, None, chat_draft())
        assert json.loads(third.rows[0].body)["MsgRandom"] != numbers[0]

    run(story)


async def lost(request: httpx.Request) -> httpx.Response:
    raise httpx.ReadError("the line went dead")


def test_the_same_push_within_a_day_needs_the_words_for_it(world: Outside, run: Run[None]) -> None:
    async def story(desk: Desk) -> None:
        app_id = await practised(desk, world)
        await pushed(desk, world, app_id)
        review = await desk.chat.review(app_id, None, chat_draft())
        assert review.must_override
        with pytest.raises(ConfirmRefused) as refused:
            await confirmed(desk, review)
        assert refused.value.reason == "override"
        batch = await confirmed(desk, review, override="send again")
        assert (await ended(desk, batch.id, world.clock)).state == "accepted"
        # The other dialect says it to the same people.
        await desk.chat.speak(app_id, "timpush_chat")
        review = await desk.chat.review(app_id, None, chat_draft())
        assert review.must_override

    run(story)


def test_two_windows_that_confirm_the_same_at_once_send_it_once(
    world: Outside, run: Run[None]
) -> None:
    async def story(desk: Desk) -> None:
        app_id = await practised(desk, world)
        reviews = [await desk.chat.review(app_id, None, chat_draft()) for _ in range(2)]
        first = await confirmed(desk, reviews[0])
        with pytest.raises(ConfirmRefused):
            await confirmed(desk, reviews[1])
        with pytest.raises(ConfirmRefused):
            await confirmed(desk, reviews[0])
        await ended(desk, first.id, world.clock)
        assert len(world.bodies) == 1

    run(story)


def test_an_edit_another_dialect_or_another_practice_makes_a_review_void(
    world: Outside, run: Run[None]
) -> None:
    async def story(desk: Desk) -> None:
        app_id = await practised(desk, world)
        row = await desk.chat.save_draft(app_id, None, chat_draft())
        review = await desk.chat.review(app_id, row.id, chat_draft())
        await desk.chat.save_draft(app_id, row.id, chat_draft(name="other"))
        await refuse(desk, review, "changed")
        review = await desk.chat.review(app_id, row.id, chat_draft())
        await desk.chat.speak(app_id, "timpush_chat")
        await refuse(desk, review, "app_changed")
        await desk.chat.speak(app_id, "all_member_push")
        review = await desk.chat.review(app_id, row.id, chat_draft())
        await desk.use_practice(world.new_practice("http://127.0.0.1:4799"))
        await refuse(desk, review, "app_changed")
        await desk.chat.remove(app_id)
        await refuse(desk, review, "app_gone")

    run(story)
    assert not [one for one in world.requests if one.url.path.startswith("/v4/")]


async def refuse(desk: Desk, review: Review, reason: str) -> None:
    with pytest.raises(ConfirmRefused) as refused:
        await confirmed(desk, review)
    assert refused.value.reason == reason


def test_the_days_pushes_are_counted_by_the_services_day_in_every_window(
    world: Outside, run: Run[None]
) -> None:
    async def story(desk: Desk) -> None:
        app_id = await practised(desk, world, "timpush_chat")
        for text in "abc":
            await pushed(desk, world, app_id, notification__text=text)
        await pushed(desk, world, app_id, kind="users")
        at = (world.clock.now() + timedelta(hours=32)).strftime("%Y-%m-%dT%H:%M")
        await pushed(desk, world, app_id, notification__text="d", schedule={"kind": "at", "at": at})
        assert (await desk.chat.context(app_id)).used_today == 3
        # 10:30 there: the day ends in 13 and a half hours; the scheduled one is tomorrow's.
        world.clock.leap(14 * 3600)
        assert (await desk.chat.context(app_id)).used_today == 1

        async def used_up(request: httpx.Request) -> httpx.Response:
            told = {"ActionStatus": "FAIL", "ErrorCode": 90047, "ErrorInfo": "the day's limit"}
            return httpx.Response(200, json=told)

        world.answer = used_up
        batch = await pushed(desk, world, app_id, notification__text="e")
        assert (batch.state, batch.rows[0].code) == ("rejected", 90047)
        review = await desk.chat.review(app_id, None, chat_draft())
        assert "chat.quota.none" in review.required_ticks

    run(story)


def test_what_would_wake_people_wants_a_reason_and_what_is_too_near_is_not_scheduled(
    world: Outside, run: Run[None]
) -> None:
    world.settings.quiet = "on"
    world.settings.quiet_from, world.settings.quiet_to = "22:00", "08:00"

    async def story(desk: Desk) -> None:
        form = ChatForm("Aurora", "1400000001", "admin", Secret("k" * 64), "china", "timpush_chat")
        app_id = (await desk.chat.save(form)).app.id
        await desk.chat.use(app_id)
        night = chat_draft("users", schedule={"kind": "at", "at": "2026-11-19T23:30"})
        review = await desk.chat.review(app_id, None, night)
        assert (review.night, review.live, review.level) == (True, True, 2)
        await refuse(desk, review, "night")
        batch = await confirmed(desk, review, night_reason="The shop is on fire")
        assert (batch.state, batch.night_reason) == ("held", "The shop is on fire")
        await desk.cancel(batch.id)
        # 10:30 there: six minutes ahead is enough, and is not any more when it was read for long.
        soon = chat_draft("users", schedule={"kind": "at", "at": "2026-11-19T10:36"})
        review = await desk.chat.review(app_id, None, soon)
        assert review.ready
        await world.clock.advance(50)
        with pytest.raises(ConfirmRefused) as refused:
            await confirmed(desk, review)
        assert [one.id for one in refused.value.findings] == ["chat.time.past"]

    run(story)
    assert world.requests == []


def test_nobody_but_a_person_settles_what_is_unknown_and_tpns_is_never_asked(
    world: Outside, run: Run[None]
) -> None:
    async def story(desk: Desk) -> None:
        app_id = await practised(desk, world)
        world.answer = lost
        batch = await pushed(desk, world, app_id)
        world.answer = None
        asked = len(world.requests)
        await world.clock.advance(3 * 3600)
        found = await desk.batch(batch.id)
        assert found is not None
        assert (found.state, found.next_look_at, found.out_of_reach) == ("unknown", None, None)
        for question in (desk.check_now, desk.refresh, desk.collapse_ids):
            with pytest.raises(AskFailed):
                await question(batch.id)
        assert len(world.requests) == asked
        found = await desk.saw_it(batch.id)
        assert (found.state, found.rows[0].settled_by) == ("accepted", "person")
        await world.clock.advance(3 * 3600)
        assert len(world.requests) == asked

    run(story)


def test_an_unsettled_chat_push_is_told_at_the_next_start(world: Outside) -> None:
    async def first() -> str:
        async with world.desk() as desk:
            app_id = await practised(desk, world)
            world.answer = lost
            return (await pushed(desk, world, app_id)).id

    batch_id = asyncio.run(first())
    asked = len(world.requests)

    async def second() -> None:
        async with world.desk() as desk:
            (note,) = [one for one in desk.notes if one.kind == "unsettled"]
            assert (note.batch_ids, note.titles) == ((batch_id,), ("Tonight",))
            await world.clock.advance(3600)

    asyncio.run(second())
    assert len(world.requests) == asked


def test_what_tpns_sends_and_what_chat_sends_are_listed_apart(
    world: Outside, run: Run[None]
) -> None:
    async def story(desk: Desk) -> None:
        chat_id = await practised(desk, world)
        (app,) = await desk.apps()
        await desk.switch_app(app.id)
        chat = await pushed(desk, world, chat_id)
        review = await desk.review(app.id, None, draft())
        tpns = await desk.confirm(review, set(review.required_ticks))
        await ended(desk, tpns.id, world.clock)
        assert {one.id for one in await desk.batches(None)} == {tpns.id}
        assert {one.id for one in await desk.batches(app.id)} == {tpns.id}
        assert {one.id for one in await desk.chat.history(chat_id)} == {chat.id}
        assert await desk.mending.story(chat.id) is None
        assert await desk.again(chat.id, app.id) is None
        assert await desk.chat.again(tpns.id, chat_id) is None
        with desk._database.reading() as conn:
            listed = conn.exec_driver_sql("SELECT batch_id FROM sent_list").scalars().all()
            summed = conn.exec_driver_sql("SELECT batch_id FROM plan_tasks").scalars().all()
        assert (listed, summed) == ([tpns.id], [tpns.id])

    run(story)


# --------------------------------------------------------------------------------- over a socket


def test_a_line_that_is_cut_leaves_one_body_and_no_certainty(world: Outside) -> None:
    fates: list[tuple[Any, str, int]] = [
        ("answer", "accepted", 1),
        ("drop_answer", "unknown", 2),
        ("drop_request", "unknown", 2),
    ]

    async def story() -> None:
        async with raw_service(world) as service, world.desk() as desk:
            app_id = await practised(desk, world)
            for fate, state, heard in fates:
                service.fates[PUSH] = fate
                batch = await pushed(desk, world, app_id, notification__text=fate)
                assert (batch.state, service.times(PUSH)) == (state, heard)

    asyncio.run(story())


ANSWERS = (
    ({"ActionStatus": "OK", "ErrorCode": 0, "ErrorInfo": ""}, "unknown", None),
    ({"ActionStatus": "FAIL", "ErrorCode": 0, "TaskId": "1_2"}, "unknown", None),
    ({"ActionStatus": "FAIL", "ErrorCode": 91000, "ErrorInfo": "x"}, "unknown", 91000),
    ({"ActionStatus": "FAIL", "ErrorCode": 90047, "TaskId": "1_2"}, "unknown", 90047),
    ({"ActionStatus": "FAIL", "ErrorCode": 90045, "ErrorInfo": "x"}, "rejected", 90045),
    ({}, "unknown", None),
)


def test_an_answer_proves_what_it_says_and_no_more(world: Outside) -> None:
    async def story() -> None:
        async with raw_service(world) as service, world.desk() as desk:
            app_id = await practised(desk, world)
            for place, (told, state, code) in enumerate(ANSWERS):
                service.instead[PUSH] = lambda _, told=told: dict(told)
                batch = await pushed(desk, world, app_id, notification__text=f"No. {place}")
                assert (batch.state, batch.rows[0].code) == (state, code), told
                assert service.times(PUSH) == place + 1

    asyncio.run(story())
