"""What may be tried again, how often, and that nothing else ever is (sending.md 2.3)."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.send.bench import OK, Bench, Ending, confirm, confirmed_row
from tests.send.conftest import settle
from tpns_desktop.client.errors import KeyRefused, MaybeSent, NotSent, Refused
from tpns_desktop.model.outcome import ERROR_CODES, PushAnswer
from tpns_desktop.send.outbox import Outbox

NOTHING_LEFT = NotSent("refused_connection")
TOO_FAST = Refused(1008028, "request too fast")


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


Story = Callable[[Outbox], Awaitable[Any]]


def play(bench: Bench, story: Story, **changes: Any) -> None:
    """Confirm one row without a hold, let it go out, go on with `story`."""

    async def whole() -> None:
        outbox = bench.outbox()
        confirm(outbox, confirmed_row(**changes))
        await bench.clock.advance(0)
        await story(outbox)
        await outbox.close()

    bench.play(whole())


async def an_hour(bench: Bench) -> None:
    await bench.clock.advance(3600)


# --------------------------------------------------------------------------- nothing had left


@pytest.mark.parametrize("failures", [1, 2])
def test_what_did_not_leave_is_offered_again_as_the_same_bytes(bench: Bench, failures: int) -> None:
    bench.wire.script(*[NOTHING_LEFT] * failures, OK)

    async def story(outbox: Outbox) -> None:
        await an_hour(bench)
        row = bench.row()
        assert (row.state, row.attempts, row.push_ids) == ("accepted", failures + 1, ("42",))
        assert [body for _, _, body in bench.wire.tried] == [row.body] * (failures + 1)

    play(bench, story)


def test_after_three_attempts_within_20_s_it_was_not_sent(bench: Bench) -> None:
    bench.wire.script(NOTHING_LEFT)

    async def story(outbox: Outbox) -> None:
        await an_hour(bench)
        row = bench.row()
        assert (row.state, row.reason, row.attempts) == ("not_sent", "refused_connection", 3)
        assert len(bench.wire.tried) == 3
        assert bench.wire.times[-1] - bench.wire.times[0] <= 20

    play(bench, story)


@pytest.mark.parametrize(("lasts_s", "attempts"), [(10, 2), (19.5, 1), (30, 1)])
def test_no_attempt_begins_later_than_20_s_after_the_first(
    bench: Bench, lasts_s: float, attempts: int
) -> None:
    async def slow() -> Ending:
        await bench.clock.sleep(lasts_s)
        return NotSent("connect_timeout")

    bench.wire.answers = lambda body: slow()

    async def story(outbox: Outbox) -> None:
        await an_hour(bench)
        assert (bench.row().state, bench.row().attempts) == ("not_sent", attempts)
        assert len(bench.wire.tried) == attempts

    play(bench, story)


def test_a_key_that_fits_no_header_is_not_tried_again(bench: Bench) -> None:
    bench.wire.script(KeyRefused("bad_key", "space"))

    async def story(outbox: Outbox) -> None:
        await an_hour(bench)
        assert (bench.row().state, bench.row().attempts) == ("not_sent", 1)

    play(bench, story)


# ------------------------------------------------------------------------------ asked too fast


def test_asked_too_fast_is_tried_twice_more_with_distance(bench: Bench) -> None:
    bench.wire.script(TOO_FAST)

    async def story(outbox: Outbox) -> None:
        await an_hour(bench)
        row = bench.row()
        assert (row.state, row.code, row.attempts) == ("rejected", 1008028, 3)
        assert row.settled_by == "answer"
        times = bench.wire.times
        assert len(times) == 3
        assert all(after - before >= 1.2 for before, after in itertools.pairwise(times))

    play(bench, story)


def test_asked_too_fast_once_is_accepted_later(bench: Bench) -> None:
    bench.wire.script(TOO_FAST, OK)

    async def story(outbox: Outbox) -> None:
        await an_hour(bench)
        assert (bench.row().state, bench.row().attempts) == ("accepted", 2)

    play(bench, story, audience_kind="all")


def test_what_left_and_was_refused_is_never_called_not_sent(bench: Bench) -> None:
    bench.wire.script(TOO_FAST, NOTHING_LEFT)

    async def story(outbox: Outbox) -> None:
        await an_hour(bench)
        row = bench.row()
        assert (row.state, row.code, row.attempts) == ("rejected", 1008028, 4)

    play(bench, story)


# ------------------------------------------------------------------------------------ never


NEVER_AGAIN: list[Ending] = [
    OK,
    PushAnswer(()),
    MaybeSent("cut"),
    MaybeSent("read_timeout"),
    MaybeSent("http_status", status=502),
    RuntimeError("a fault of ours"),
    *(Refused(code) for code, fact in ERROR_CODES.items() if fact.verdict != "too_fast"),
    Refused(4711),
]


@pytest.mark.parametrize("ending", NEVER_AGAIN, ids=str)
@pytest.mark.parametrize("before", [(), (NOTHING_LEFT,), (NOTHING_LEFT, NOTHING_LEFT)], ids=len)
def test_once_a_request_has_begun_there_is_no_second_one(
    bench: Bench, before: tuple[Ending, ...], ending: Ending
) -> None:
    bench.wire.script(*before, ending)

    async def story(outbox: Outbox) -> None:
        await an_hour(bench)
        assert len(bench.wire.tried) == len(before) + 1
        row = bench.row()
        assert row.attempts == len(before) + 1
        if isinstance(ending, Refused):
            fact = ERROR_CODES.get(ending.code)
            assert row.state == (fact.verdict if fact else "unknown")
        else:
            assert row.state == ("accepted" if ending is OK else "unknown")

    play(bench, story)


# --------------------------------------------------------------------------- on the disk first


def test_each_attempt_is_on_the_disk_before_it_begins(bench: Bench) -> None:
    bench.wire.script(NOTHING_LEFT, TOO_FAST, NOTHING_LEFT, OK)
    seen: list[tuple[str, int]] = []
    bench.wire.seen = lambda body: seen.append(
        (bench.on_disk("r1", "state"), bench.on_disk("r1", "attempts"))
    )

    async def story(outbox: Outbox) -> None:
        await an_hour(bench)
        assert seen == [("sending", n) for n in (1, 2, 3, 4)]

    play(bench, story)


def test_an_attempt_that_cannot_be_written_down_is_not_made(bench: Bench) -> None:
    bench.wire.script(NOTHING_LEFT, OK)

    async def story(outbox: Outbox) -> None:
        bench.tamper(
            "CREATE TRIGGER full BEFORE UPDATE ON pushes WHEN NEW.attempts > 1 "
            "BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END"
        )
        await an_hour(bench)
        assert (bench.row().state, bench.row().reason) == ("not_sent", "refused_connection")
        assert len(bench.wire.tried) == 1

    play(bench, story)


# --------------------------------------------------------------------------- during the pause


def test_closing_in_a_pause_ends_as_not_sent_at_once(bench: Bench) -> None:
    bench.wire.script(NOTHING_LEFT, OK)

    async def story(outbox: Outbox) -> None:
        assert bench.row().state == "sending"
        await outbox.close(grace_s=30)  # comes back without any time passing
        assert (bench.row().state, bench.row().reason) == ("not_sent", "refused_connection")
        bench.outbox()  # the next start finds nothing unsettled
        await an_hour(bench)
        assert bench.row().state == "not_sent"
        assert len(bench.wire.tried) == 1

    play(bench, story)


def test_closing_in_a_pause_after_a_refusal_ends_as_that_refusal(bench: Bench) -> None:
    bench.wire.script(TOO_FAST, OK)

    async def story(outbox: Outbox) -> None:
        await outbox.close()
        assert (bench.row().state, bench.row().code) == ("rejected", 1008028)
        await an_hour(bench)
        assert len(bench.wire.tried) == 1

    play(bench, story)


def test_a_loop_that_ends_in_a_pause_leaves_what_is_proven(bench: Bench) -> None:
    bench.wire.script(NOTHING_LEFT, OK)

    async def story() -> None:
        confirm(bench.outbox(), confirmed_row())
        await settle()
        # Nobody closes the outbox: its tasks are cancelled with the loop.

    asyncio.run(story())
    assert bench.row().state == "not_sent"
    bench.close()


@pytest.mark.parametrize("monotonic_runs_on", [True, False])
def test_nothing_is_tried_again_after_sleep(bench: Bench, monotonic_runs_on: bool) -> None:
    bench.wire.script(TOO_FAST, OK)

    async def story(outbox: Outbox) -> None:
        if monotonic_runs_on:
            bench.clock.leap(120)
        else:
            bench.clock.wall += timedelta(seconds=120)
        await an_hour(bench)
        assert (bench.row().state, bench.row().code) == ("rejected", 1008028)
        assert len(bench.wire.tried) == 1

    play(bench, story)


def test_an_app_that_changes_in_a_pause_is_asked_before_the_next_attempt(bench: Bench) -> None:
    bench.wire.script(NOTHING_LEFT, OK)

    async def story(outbox: Outbox) -> None:
        bench.wire.forbidden = "app_changed"
        await an_hour(bench)
        assert (bench.row().state, bench.row().reason) == ("not_sent", "app_changed")
        assert len(bench.wire.tried) == 1

    play(bench, story)


@pytest.mark.parametrize("to", ["practice", "other"])
def test_who_goes_to_another_app_in_a_pause_sends_no_more_of_this_one(
    bench: Bench, to: str
) -> None:
    bench.wire.script(NOTHING_LEFT, OK)

    async def story(outbox: Outbox) -> None:
        outbox.switch_app(to)
        await an_hour(bench)
        assert bench.row().state == "not_sent"
        assert len(bench.wire.tried) == 1

    play(bench, story)


# -------------------------------------------------------------------- another copy of the program


def test_another_copy_that_starts_in_a_pause_ends_the_attempts(bench: Bench) -> None:
    """It cannot know that this one lives, and calls the row unknown; this one does know."""
    bench.wire.script(NOTHING_LEFT, OK)

    async def story(outbox: Outbox) -> None:
        bench.outbox()
        assert (bench.row().state, bench.row().reason) == ("unknown", "restart")
        await an_hour(bench)
        assert (bench.row().state, bench.row().settled_by) == ("not_found", "answer")
        assert len(bench.wire.tried) == 1

    play(bench, story)


@pytest.mark.parametrize(
    ("ending", "state"),
    [(OK, "accepted"), (Refused(1008007, "x"), "not_found"), (MaybeSent("cut"), "unknown")],
    ids=["accepted", "refused", "cut"],
)
def test_an_answer_still_counts_after_another_copy_started(
    bench: Bench, ending: Ending, state: str
) -> None:
    answered = asyncio.Event()

    async def late() -> Ending:
        await answered.wait()
        return ending

    bench.wire.answers = lambda body: late()

    async def story(outbox: Outbox) -> None:
        bench.outbox()
        assert bench.row().state == "unknown"
        answered.set()
        await an_hour(bench)
        row = bench.row()
        assert row.state == state
        assert row.settled_by == (None if state == "unknown" else "answer")
        assert len(bench.wire.tried) == 1

    play(bench, story)
