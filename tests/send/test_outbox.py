"""Each request once or not at all: the hold, the claim, the end, and what a restart finds."""

from __future__ import annotations

import asyncio
import itertools
import json
import socket
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import httpx
import pytest

from tests.send.bench import Bench, confirm, confirmed_row
from tests.send.builders import draft
from tests.send.conftest import Outside, Run, ended, settle
from tpns_desktop.client import Secret
from tpns_desktop.send.desk import Batch, ConfirmRefused, Desk, KeyPair, PracticeInfo, Review
from tpns_desktop.send.outbox import Outbox
from tpns_desktop.store.history import PushRow


async def reviewed(desk: Desk, world: Outside, **changes: Any) -> Review:
    app = await desk.use_practice(world.line)
    world.requests.clear()
    world.bodies.clear()
    return await desk.review(app.id, None, draft(**changes))


async def confirmed(desk: Desk, world: Outside, **changes: Any) -> Batch:
    review = await reviewed(desk, world, **changes)
    return await desk.confirm(review, set(review.required_ticks))


async def now(desk: Desk, batch: Batch) -> Batch:
    found = await desk.batch(batch.id)
    assert found is not None
    return found


def answering(**by_access_id: Any) -> Callable[[httpx.Request], Any]:
    """Answers by the first digits of the access id: a dict as JSON, an exception as a failure."""

    async def answer(request: httpx.Request) -> httpx.Response:
        prefix = "android" if request.headers["AccessId"].startswith("1500") else "ios"
        told = by_access_id[prefix]
        if isinstance(told, Exception):
            raise told
        return httpx.Response(200, json=told)

    return answer


OK = {"ret_code": 0, "push_id": "42", "seq": 0}
REFUSED = {"ret_code": 1008019, "err_msg": "content may be evil", "seq": 0}


def test_nothing_leaves_before_the_hold_is_over(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        batch = await confirmed(desk, world)
        assert batch.hold_until == world.clock.now() + timedelta(seconds=10)
        await world.clock.advance(9.9)
        assert (await now(desk, batch)).state == "held"
        assert world.requests == []
        await world.clock.advance(0.2)
        assert (await now(desk, batch)).state == "accepted"
        assert len(world.pushes) == 2

    run(story)


def test_cancelling_in_the_hold_sends_nothing(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        batch = await confirmed(desk, world)
        await world.clock.advance(5)
        assert await desk.cancel(batch.id)
        after = await now(desk, batch)
        assert (after.state, after.rows[0].reason) == ("withdrawn", "cancelled")
        await world.clock.advance(600)
        assert world.requests == []
        assert not await desk.cancel(batch.id)
        assert not await desk.send_now(batch.id)

    run(story)


def test_send_now_ends_the_hold_once(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        batch = await confirmed(desk, world)
        assert await desk.send_now(batch.id)
        assert not await desk.send_now(batch.id)
        await settle()
        assert (await now(desk, batch)).state == "accepted"
        await world.clock.advance(60)
        assert len(world.pushes) == 2

    run(story)


def test_hold_until_i_say_waits_without_end(world: Outside, run: Run[Any]) -> None:
    world.settings.hold_s = "manual"

    async def story(desk: Desk) -> None:
        batch = await confirmed(desk, world)
        assert batch.hold_until is None
        await world.clock.advance(3 * 3600)
        assert (await now(desk, batch)).state == "held"
        assert await desk.send_now(batch.id)
        await settle()
        assert (await now(desk, batch)).state == "accepted"

    run(story)


def test_the_preferred_hold_applies(world: Outside, run: Run[Any]) -> None:
    world.settings.hold_s = "0"

    async def story(desk: Desk) -> None:
        batch = await confirmed(desk, world)
        await world.clock.advance(0)
        assert (await now(desk, batch)).state == "accepted"

    run(story)


def test_one_platform_refused_and_one_accepted_end_by_themselves(
    world: Outside, run: Run[Any]
) -> None:
    async def story(desk: Desk) -> None:
        batch = await confirmed(desk, world)
        world.answer = answering(android=REFUSED, ios=OK)
        await world.clock.advance(10)
        android, ios = (await now(desk, batch)).rows
        assert (android.state, android.code, android.text) == (
            "rejected", 1008019, "content may be evil",
        )  # fmt: skip
        assert (ios.state, ios.push_ids) == ("accepted", ("42",))
        assert ios.settled_by == android.settled_by == "answer"
        assert (await now(desk, batch)).state == "partly"

    run(story)


@pytest.mark.parametrize(
    ("answer", "state", "reason"),
    [
        (OK, "accepted", None),
        ({"ret_code": 0, "seq": 0}, "unknown", "no_push_id"),
        ({"ret_code": 1008007, "err_msg": "x"}, "rejected", "refused"),
        ({"ret_code": 1008028, "err_msg": "too fast"}, "rejected", "refused"),
        ({"ret_code": 10010018, "err_msg": "Push repeat"}, "unknown", "refused"),
        ({"ret_code": 1008004, "err_msg": "x"}, "unknown", "refused"),
        ({"ret_code": 4711, "err_msg": "new"}, "unknown", "refused"),
        ({"nothing": 1}, "unknown", "no_code"),
        (httpx.ReadTimeout("late"), "unknown", "read_timeout"),
        (httpx.ConnectError("no trace, no proof"), "unknown", None),
        (RuntimeError("a fault of ours"), "unknown", None),
    ],
)
def test_what_an_answer_proves_is_the_state(
    world: Outside, run: Run[Any], answer: Any, state: str, reason: str | None
) -> None:
    async def story(desk: Desk) -> None:
        batch = await confirmed(desk, world)
        world.answer = answering(android=answer, ios=answer)
        await world.clock.advance(30)
        for row in (await now(desk, batch)).rows:
            assert row.state == state
            assert reason in (None, row.reason)
            assert (row.settled_at is None) == (state == "unknown")
            assert row.attempts == (3 if row.code == 1008028 else 1)
        assert len(world.pushes) == sum(row.attempts for row in (await now(desk, batch)).rows)

    run(story)


def test_a_changed_stored_body_is_not_sent(world: Outside, run: Run[Any]) -> None:
    """Even where the digest beside it was changed to fit."""

    async def story(desk: Desk) -> None:
        batch = await confirmed(desk, world)
        for row, fit in zip(batch.rows, (False, True), strict=True):
            tamper(world, row, fit=fit)
        await world.clock.advance(20)
        assert world.requests == []
        for row in (await now(desk, batch)).rows:
            assert (row.state, row.reason) == ("withdrawn", "changed")

    run(story)


def tamper(world: Outside, row: PushRow, *, fit: bool) -> None:
    from tpns_desktop.send.review import sha256_of

    body = row.body.replace(b"Sale", b"Sold")
    with sqlite3.connect(world.folder / "data" / "tpns-desktop.db") as conn:
        conn.execute("DROP TRIGGER IF EXISTS tr_pushes_frozen")
        conn.execute(
            "UPDATE pushes SET body = ?, body_sha256 = ? WHERE id = ?",
            (body, sha256_of(body) if fit else row.body_sha256, row.id),
        )
    conn.close()


def test_a_second_confirm_of_the_same_review_is_refused(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        review = await reviewed(desk, world)
        await desk.confirm(review, set())
        with pytest.raises(ConfirmRefused) as refused:
            await desk.confirm(review, set())
        assert refused.value.reason == "confirmed_before"
        await world.clock.advance(20)
        assert len(world.pushes) == 2

    run(story)


def test_after_a_withdrawal_the_unchanged_draft_can_be_confirmed_anew(
    world: Outside, run: Run[Any]
) -> None:
    async def story(desk: Desk) -> None:
        first = await reviewed(desk, world)
        batch = await desk.confirm(first, set())
        await desk.cancel(batch.id)
        again = await desk.review(first.app_id, first.draft_id, draft())
        assert again.draft_rev > first.draft_rev
        await desk.confirm(again, set())
        await world.clock.advance(10)
        assert len(world.pushes) == 2

    run(story)


def test_wide_pushes_of_one_access_id_keep_their_distance(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        batches = [
            await confirmed(desk, world, kind="tag", message__title=f"Sale {n} on")
            for n in range(3)
        ]
        left: list[tuple[float, str]] = []

        async def answer(request: httpx.Request) -> httpx.Response:
            left.append((world.clock.monotonic(), request.headers["AccessId"]))
            return httpx.Response(200, json=OK)

        world.answer = answer
        await world.clock.advance(10)
        assert len(left) == 2  # one an access id
        assert [(await now(desk, b)).state for b in batches] == ["accepted", "held", "held"]
        await world.clock.advance(10)
        for access_id in {name for _, name in left}:
            times = [at for at, name in left if name == access_id]
            assert len(times) == 3
            assert all(b - a >= 1.2 - 1e-9 for a, b in itertools.pairwise(times))

    run(story)


def test_pushes_to_lists_do_not_wait_for_each_other(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        for n in range(3):
            await confirmed(desk, world, kind="account", message__title=f"Sale {n} on")
        world.answer = answering(android=OK, ios=OK)
        await world.clock.advance(10)
        assert len(world.pushes) == 6

    run(story)


def test_sleep_during_the_hold_withdraws(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        batch = await confirmed(desk, world)
        world.clock.wall += timedelta(minutes=5)  # monotonic time stood still meanwhile
        await world.clock.advance(10)
        after = await now(desk, batch)
        assert (after.state, after.rows[0].reason) == ("withdrawn", "slept")
        assert world.requests == []

    run(story)


def test_a_schedule_that_passed_while_held_is_not_sent_at_once(
    world: Outside, run: Run[Any]
) -> None:
    world.settings.hold_s = "manual"

    async def story(desk: Desk) -> None:
        at = (world.clock.now() + timedelta(hours=8, minutes=10)).strftime("%Y-%m-%dT%H:%M")
        batch = await confirmed(desk, world, schedule__kind="at", schedule__at=at)
        await world.clock.advance(9 * 60 + 30)
        await desk.send_now(batch.id)
        await settle()
        after = await now(desk, batch)
        assert (after.state, after.rows[0].reason) == ("withdrawn", "schedule_passed")
        assert world.requests == []

    run(story)


def test_a_new_practice_service_gets_nothing_that_was_held_for_the_old_one(
    world: Outside, run: Run[Any]
) -> None:
    async def story(desk: Desk) -> None:
        batch = await confirmed(desk, world)
        await desk.use_practice(world.new_practice("http://127.0.0.1:4712"))
        await world.clock.advance(10)
        after = await now(desk, batch)
        assert (after.state, after.rows[0].reason) == ("not_sent", "other_practice")
        assert world.pushes == []

    run(story)


def test_quitting_withdraws_what_is_held(world: Outside, run: Run[Any]) -> None:
    batch = run(lambda desk: confirmed(desk, world))

    async def later(desk: Desk) -> None:
        await world.clock.advance(600)
        row = (await now(desk, batch)).rows[0]
        assert (row.state, row.reason) == ("withdrawn", "quit")

    run(later)
    assert world.pushes == []


def test_quitting_with_the_answer_out_is_unknown(world: Outside, run: Run[Any]) -> None:
    async def hang(request: httpx.Request) -> httpx.Response:
        await asyncio.Event().wait()
        raise AssertionError

    async def story(desk: Desk) -> Batch:
        batch = await confirmed(desk, world)
        world.answer = hang
        await world.clock.advance(10)
        assert (await now(desk, batch)).state == "sending"
        assert not await desk.cancel(batch.id)
        return batch

    batch = run(story)

    async def later(desk: Desk) -> None:
        after = await now(desk, batch)
        assert (after.state, after.rows[0].reason) == ("unknown", "quit")
        (note,) = desk.notes
        assert (note.kind, note.batch_ids) == ("unsettled", (batch.id,))

    run(later)
    assert len(world.pushes) == 2


@pytest.mark.parametrize(
    ("left_in", "found"),
    [("confirmed", "withdrawn"), ("held", "withdrawn"), ("sending", "unknown")],
)
def test_a_restart_sends_nothing_and_never_claims_to_know(
    world: Outside, run: Run[Any], left_in: str, found: str
) -> None:
    batch = run(lambda desk: confirmed(desk, world))
    with sqlite3.connect(world.folder / "data" / "tpns-desktop.db") as conn:
        conn.execute("DROP TRIGGER tr_pushes_step")
        conn.execute("UPDATE pushes SET state = ?, reason = NULL", (left_in,))
    conn.close()

    async def later(desk: Desk) -> None:
        await world.clock.advance(600)
        after = await now(desk, batch)
        assert (after.state, after.rows[0].reason) == (found, "restart")
        kinds = {"withdrawn": "withdrawn", "unknown": "unsettled"}
        assert [(n.kind, n.batch_ids) for n in desk.notes] == [(kinds[found], (batch.id,))]

    run(later)
    assert world.pushes == []


def test_a_claim_that_cannot_be_written_sends_nothing(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        batch = await confirmed(desk, world)
        blocked = sqlite3.connect(world.folder / "data" / "tpns-desktop.db")
        blocked.execute(
            "CREATE TRIGGER full BEFORE UPDATE ON pushes WHEN NEW.state = 'sending' "
            "BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END"
        )
        blocked.close()
        await world.clock.advance(10)
        after = await now(desk, batch)
        assert world.pushes == []
        assert (after.state, after.rows[0].reason) == ("withdrawn", "not_written")

    run(story)


def test_an_end_that_cannot_be_written_is_unknown_after_the_restart(
    world: Outside, run: Run[Any]
) -> None:
    async def story(desk: Desk) -> Batch:
        batch = await confirmed(desk, world)
        blocked = sqlite3.connect(world.folder / "data" / "tpns-desktop.db")
        blocked.execute(
            "CREATE TRIGGER full BEFORE UPDATE ON pushes WHEN NEW.state = 'accepted' "
            "BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END"
        )
        blocked.close()
        await world.clock.advance(60)
        assert (await now(desk, batch)).state == "sending"
        return batch

    batch = run(story)

    async def later(desk: Desk) -> None:
        assert (await now(desk, batch)).state == "unknown"

    run(later)
    assert len(world.pushes) == 2


def test_a_failing_screen_does_not_cost_a_push_its_end(world: Outside, run: Run[Any]) -> None:
    def fail(batch_id: str) -> None:
        raise RuntimeError(batch_id)

    async def story(desk: Desk) -> None:
        end = desk.subscribe(fail)
        batch = await confirmed(desk, world)
        await world.clock.advance(10)
        assert (await now(desk, batch)).state == "accepted"
        end()
        end()

    run(story)


# ------------------------------------------------------------------- time, sleep, another app


@pytest.mark.parametrize("hold_s", ["10", "manual"])
def test_sleep_is_noticed_where_monotonic_time_runs_on(
    world: Outside, run: Run[Any], hold_s: str
) -> None:
    world.settings.hold_s = hold_s

    async def story(desk: Desk) -> None:
        batch = await confirmed(desk, world)
        await world.clock.advance(1)
        world.clock.leap(60)
        await world.clock.advance(0)
        after = await now(desk, batch)
        assert (after.state, after.rows[0].reason) == ("withdrawn", "slept")
        assert after.rows[0].settled_by == "program"
        assert not await desk.send_now(batch.id)
        await world.clock.advance(600)
        assert world.requests == []

    run(story)


def test_hold_until_i_say_pauses_the_ten_minutes_and_they_begin_with_the_word(
    world: Outside, run: Run[Any]
) -> None:
    """Here the keyring is what keeps it waiting after the word."""
    world.settings.hold_s = "manual"

    async def story() -> None:
        bench = Bench(world.folder)
        ways = bench.wire.ways()

        async def slow_key(row: PushRow) -> Secret:
            await bench.clock.sleep(601)
            return await ways.key(row)

        slow = Outbox(bench.database(), bench.clock, replace(ways, key=slow_key))
        confirm(slow, confirmed_row(), hold_s=None)
        await bench.clock.advance(1800)
        slow.send_now("batch of r1")
        await bench.clock.advance(700)
        assert (bench.row().state, bench.row().reason) == ("withdrawn", "expired")
        assert bench.wire.tried == []
        await slow.close()
        bench.close()

    asyncio.run(story())


@pytest.mark.parametrize(("to", "state"), [("other", "withdrawn"), (None, "withdrawn")])
def test_going_to_another_app_withdraws_what_is_held(
    world: Outside, run: Run[Any], to: str | None, state: str
) -> None:
    async def story(desk: Desk) -> None:
        batch = await confirmed(desk, world)
        await desk.switch_app(to)
        after = await now(desk, batch)
        assert (after.state, after.rows[0].reason) == (state, "app_switched")
        await world.clock.advance(600)
        assert world.pushes == []

    run(story)


def test_staying_with_the_app_withdraws_nothing(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        batch = await confirmed(desk, world)
        await desk.switch_app(batch.app_id)
        await world.clock.advance(10)
        assert (await now(desk, batch)).state == "accepted"

    run(story)


def test_a_push_confirmed_for_an_app_that_was_left_does_not_leave(
    world: Outside, run: Run[Any]
) -> None:
    async def story(desk: Desk) -> None:
        review = await reviewed(desk, world)
        await desk.switch_app("other")
        batch = await desk.confirm(review, set(review.required_ticks))
        await world.clock.advance(60)
        after = await now(desk, batch)
        assert (after.state, after.rows[0].reason) == ("withdrawn", "app_switched")
        assert world.pushes == []

    run(story)


@pytest.mark.parametrize(("minutes", "confirms"), [(5, False), (6, True)])
def test_a_schedule_that_can_be_confirmed_is_not_too_near_when_its_hold_is_over(
    world: Outside, run: Run[Any], minutes: int, confirms: bool
) -> None:
    """At 10:30:00 with ten seconds of hold, 10:35 is too near, and 10:36 leaves."""

    async def story(desk: Desk) -> None:
        world.clock.wall -= timedelta(seconds=1)  # 10:29:59: the checks alone would let 10:35 pass
        at = (world.clock.now() + timedelta(hours=8, minutes=minutes, seconds=1)).strftime(
            "%Y-%m-%dT%H:%M"
        )
        review = await reviewed(desk, world, schedule__kind="at", schedule__at=at)
        assert review.ready
        if not confirms:
            with pytest.raises(ConfirmRefused) as refused:
                await desk.confirm(review, set(review.required_ticks))
            assert refused.value.reason == "not_ready"
            assert [finding.id for finding in refused.value.findings] == ["time.past"]
            assert (await desk.batches(review.app_id)) == []
            return
        batch = await desk.confirm(review, set(review.required_ticks))
        await world.clock.advance(10)
        assert (await now(desk, batch)).state == "accepted"

    run(story)


# --------------------------------------------------------------- two copies of the program at once


def test_wide_pushes_of_two_copies_take_turns(world: Outside) -> None:
    async def story() -> None:
        bench = Bench(world.folder)
        copies = [bench.outbox(), bench.outbox()]
        for n in range(6):
            kind = ("all", "tag", "package_account_push")[n % 3]
            confirm(copies[n % 2], confirmed_row(f"r{n}", audience_kind=kind), hold_s=3)
        confirm(copies[0], confirmed_row("list"), hold_s=3)
        confirm(copies[1], confirmed_row("ios", access_id="1600012345", audience_kind="all"))
        await bench.clock.advance(30)
        assert {bench.row(f"r{n}").state for n in range(6)} == {"accepted"}
        wide = [at for at, id, body in bench.wire.tried if b"list" not in body and id[1] == "5"]
        assert len(wide) == 6
        assert all(b - a >= 1.2 - 1e-6 for a, b in itertools.pairwise(sorted(wide)))
        assert max(wide) <= 3 + 5 * 1.2 + 1e-6  # waited no longer than that
        at_once = [at for at, id, body in bench.wire.tried if b"list" in body or id[1] == "6"]
        assert at_once == [0, 3]
        for copy in copies:
            await copy.close()
        bench.close()

    asyncio.run(story())


def test_the_same_push_sent_in_another_copy_meanwhile_is_not_sent_again(world: Outside) -> None:
    async def story() -> None:
        async with world.desk() as one, world.desk() as other:
            app = await one.use_practice(world.line)
            await other.use_practice(world.line)
            world.answer = answering(android=OK, ios=OK)
            world.requests.clear()
            world.bodies.clear()
            first = await one.review(app.id, None, draft("account"))
            held = await one.confirm(first, set(first.required_ticks))
            again = await other.review(app.id, None, draft("account"))
            assert again.must_override
            ticked = set(again.required_ticks)
            sent = await other.confirm(again, ticked, override="SEND AGAIN")
            await other.send_now(sent.id)
            await settle()
            assert (await now(other, sent)).state == "accepted"
            await world.clock.advance(60)
            after = await now(one, held)
            assert {(row.state, row.reason) for row in after.rows} == {("withdrawn", "duplicate")}
            assert len(world.pushes) == len(sent.rows)

    asyncio.run(story())


def test_what_is_confirmed_again_on_purpose_is_sent_again(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        first = await confirmed(desk, world, kind="account")
        world.answer = answering(android=OK, ios=OK)
        again = await desk.review(first.app_id, None, draft("account"))
        second = await desk.confirm(again, set(again.required_ticks), override="再次发送")
        await world.clock.advance(10)
        assert [(await now(desk, b)).state for b in (first, second)] == ["accepted"] * 2
        assert len(world.pushes) == 4

    run(story)


# ----------------------------------------------------------------------------- over a real socket


async def played(world: Outside, reply: bytes | None) -> tuple[Batch, list[bytes]]:
    """One push to typed Android devices, to a server that reads the request and then replies."""
    received: list[bytes] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        length = next(
            int(line.split(b":")[1])
            for line in head.split(b"\r\n")
            if line.lower().startswith(b"content-length")
        )
        received.append(await reader.readexactly(length))
        if reply is not None:
            writer.write(reply)
            await writer.drain()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    try:
        return await one_push(world, f"http://127.0.0.1:{port}"), received
    finally:
        server.close()
        await server.wait_closed()


KEYS = {
    "android": KeyPair.typed("1500012345", "0123456789abcdef0123456789abcdef"),
    "ios": KeyPair.typed("1600012345", "0123456789abcdef0123456789abcdef"),
}


async def one_push(world: Outside, url: str) -> Batch:
    world.answer = answering(android={"retCode": 1}, ios={"retCode": 1})  # no example plan there
    async with world.desk() as desk:
        app = await desk.use_practice(PracticeInfo(url, KEYS))
        world.over_sockets = True
        review = await desk.review(app.id, None, draft("device"))
        batch = await desk.confirm(review, set())
        await world.clock.advance(10)
        return await ended(desk, batch.id, world.clock)


def http(body: bytes) -> bytes:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}"
    return head.encode() + b"\r\n\r\n" + body


def test_over_a_socket_the_confirmed_bytes_arrive_once(world: Outside) -> None:
    batch, received = asyncio.run(played(world, http(json.dumps(OK).encode())))
    assert (batch.state, batch.push_ids) == ("accepted", ("42",))
    assert received == [batch.rows[0].body]


@pytest.mark.parametrize("reply", [None, b"HTTP/1.1 200", http(b"{}")[:-1], http(b"not json")])
def test_over_a_socket_a_cut_or_broken_answer_is_unknown_and_not_repeated(
    world: Outside, reply: bytes | None
) -> None:
    batch, received = asyncio.run(played(world, reply))
    assert batch.state == "unknown"
    assert received == [batch.rows[0].body]


def test_over_a_socket_a_refused_connection_is_not_sent(world: Outside) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    batch = asyncio.run(one_push(world, f"http://127.0.0.1:{port}"))
    assert (batch.state, batch.rows[0].reason) == ("not_sent", "refused_connection")
