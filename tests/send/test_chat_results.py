"""Taking a Chat push back and reading what came of it: once, by the dialect, told as it is."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.send.chat_bench import ChatBench
from tests.send.conftest import settle
from tpns_desktop.send.asking import AskFailed
from tpns_desktop.send.chat_results import ChatStory, WithdrawRefused
from tpns_desktop.store.actions import Actions

WORDS = {"Title": "Sale", "Desc": "The sale is over"}


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[ChatBench]:
    made = ChatBench(tmp_path)
    yield made
    made.database.close()


async def story(bench: ChatBench, batch_id: str) -> ChatStory:
    found = await bench.results.story(batch_id)
    assert found is not None
    return found


async def cut(_request: httpx.Request) -> httpx.Response | None:
    raise httpx.ReadError("cut")


def test_a_push_is_taken_back_and_stays_accepted(bench: ChatBench) -> None:
    async def play() -> None:
        batch_id = await bench.push()
        before = await story(bench, batch_id)
        assert before.may.withdraw == ""
        assert before.may.until == bench.clock.now() + timedelta(hours=24)
        after = await bench.results.withdraw(batch_id)
        assert [one.outcome for one in after.withdrawals] == ["done"]
        assert after.may.withdraw == "withdrawn"
        assert after.batch.state == "accepted"
        assert bench.told == [batch_id]
        (push,) = bench.played.pushes.values()
        assert push.withdrawn_at == bench.clock.unix()
        assert await bench.results.taken_back([after.batch]) == {batch_id: "withdrawn"}
        with pytest.raises(WithdrawRefused, match="withdrawn"):
            await bench.results.withdraw(batch_id)
        assert bench.commands == ["push", "revoke"]

    asyncio.run(play())


def test_two_windows_take_it_back_with_one_request(bench: ChatBench) -> None:
    async def play() -> None:
        batch_id = await bench.push()
        bench.clock.leap(2)
        ends = await asyncio.gather(
            bench.results.withdraw(batch_id),
            bench.results.withdraw(batch_id),
            return_exceptions=True,
        )
        assert bench.commands.count("revoke") == 1
        assert any(isinstance(end, ChatStory) for end in ends)
        assert len((await story(bench, batch_id)).withdrawals) == 1

    asyncio.run(play())


def test_what_keeps_nothing_has_to_say_what_stands_in_its_place(bench: ChatBench) -> None:
    async def play() -> None:
        batch_id = await bench.push(bench.body(message={"online_only": True}))
        bench.clock.leap(2)
        assert (await story(bench, batch_id)).may.needs_words
        with pytest.raises(WithdrawRefused, match="needs_words"):
            await bench.results.withdraw(batch_id)
        assert "revoke" not in bench.commands
        after = await bench.results.withdraw(batch_id, WORDS)
        assert after.may.withdraw == "withdrawn"

    asyncio.run(play())


def test_the_service_stops_taking_back_after_a_day(bench: ChatBench) -> None:
    async def play() -> None:
        batch_id = await bench.push()
        bench.clock.leap(24 * 3600 + 1)
        with pytest.raises(WithdrawRefused, match="too_late"):
            await bench.results.withdraw(batch_id)
        assert bench.commands == ["push"]

    asyncio.run(play())


def test_a_lost_answer_is_unknown_and_never_asked_again_but_by_a_person(bench: ChatBench) -> None:
    async def play() -> None:
        batch_id = await bench.push()
        bench.clock.leap(2)
        bench.after = cut
        told = await bench.results.withdraw(batch_id)
        assert told.withdrawal is not None
        assert told.withdrawal.outcome == "unknown"
        await bench.clock.advance(600)
        assert bench.commands == ["push", "revoke"]
        assert told.may.withdraw == ""
        bench.after = None
        again = await bench.results.withdraw(batch_id)
        # The service says that it was taken back already, which is what was wanted.
        assert again.withdrawal is not None
        assert (again.withdrawal.outcome, again.withdrawal.code) == ("done", 90050)
        assert again.may.withdraw == "withdrawn"

    asyncio.run(play())


def test_a_refusal_is_told_and_may_be_tried_again(bench: ChatBench) -> None:
    async def refuse(_request: httpx.Request) -> httpx.Response:
        told = {"ActionStatus": "FAIL", "ErrorCode": 90051, "ErrorInfo": "too fast"}
        return httpx.Response(200, json=told)

    async def play() -> None:
        batch_id = await bench.push()
        bench.answer = refuse
        told = await bench.results.withdraw(batch_id)
        assert told.withdrawal is not None
        assert (told.withdrawal.outcome, told.withdrawal.code) == ("refused", 90051)
        bench.answer = None
        assert (await bench.results.withdraw(batch_id)).may.withdraw == "withdrawn"

    asyncio.run(play())


@pytest.mark.parametrize(
    ("code", "outcome"), [(90049, "refused"), (90009, "refused"), (91000, "unknown")]
)
def test_only_what_is_refused_for_sure_counts_as_refused(
    bench: ChatBench, code: int, outcome: str
) -> None:
    async def refuse(_request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={"ActionStatus": "FAIL", "ErrorCode": code})

    async def play() -> None:
        batch_id = await bench.push()
        bench.answer = refuse
        told = await bench.results.withdraw(batch_id)
        assert [(one.outcome, one.code) for one in told.withdrawals] == [(outcome, code)]

    asyncio.run(play())


def test_without_a_key_nothing_is_begun(bench: ChatBench) -> None:
    async def play() -> None:
        batch_id = await bench.push()
        bench.no_client = AskFailed("no_key")
        with pytest.raises(AskFailed, match="no_key"):
            await bench.results.withdraw(batch_id)
        assert (await story(bench, batch_id)).withdrawals == ()

    asyncio.run(play())


def test_an_app_that_is_set_up_otherwise_by_now_does_not_take_it_back(bench: ChatBench) -> None:
    async def play() -> None:
        batch_id = await bench.push()
        bench.app = type(bench.app)(**{**vars(bench.app), "dialect": "timpush_push"})
        with pytest.raises(AskFailed, match="other_practice"):
            await bench.results.withdraw(batch_id)
        assert bench.commands == ["push"]

    asyncio.run(play())


def test_a_program_that_ends_meanwhile_leaves_it_unknown(bench: ChatBench) -> None:
    waits = asyncio.Event()

    async def hang(_request: httpx.Request) -> httpx.Response:
        waits.set()
        await asyncio.Event().wait()
        raise AssertionError

    async def play() -> None:
        batch_id = await bench.push()
        bench.answer = hang
        asked = asyncio.get_running_loop().create_task(bench.results.withdraw(batch_id))
        await waits.wait()
        assert (await story(bench, batch_id)).may.withdraw == "under_way"
        asked.cancel()  # the window went away
        await settle()
        await bench.results.close(grace_s=0.01)
        told = await story(bench, batch_id)
        assert [(one.outcome, one.reason) for one in told.withdrawals] == [("unknown", "quit")]

    asyncio.run(play())


def test_what_a_killed_program_left_begun_is_unknown_at_the_next_start(bench: ChatBench) -> None:
    async def play() -> None:
        batch_id = await bench.push()
        row = (await story(bench, batch_id)).batch.rows[0]
        with bench.database.transaction() as conn:
            Actions(conn).begin(
                "chat_withdraw",
                row.access_id,
                row.push_ids[0],
                bench.clock.now(),
                push_row=row.id,
            )
        assert (await story(bench, batch_id)).may.withdraw == "under_way"
        bench.results.start()
        told = await story(bench, batch_id)
        assert (told.withdrawals[0].outcome, told.withdrawals[0].reason) == ("unknown", "restart")
        assert told.may.withdraw == ""
        # It is nothing for the other kind of pushes to look up.
        with bench.database.reading() as conn:
            assert Actions(conn).open() == []

    asyncio.run(play())


def test_losses_statistics_and_the_devices_of_one_user_can_be_read(bench: ChatBench) -> None:
    async def play() -> None:
        batch_id = await bench.push()
        bench.clock.leap(60)
        losses = await bench.results.losses(batch_id)
        (push,) = bench.played.pushes.values()
        missing = push.planned - len(bench.played.received(push, bench.clock.unix()))
        assert sum(one.count for one in losses) == missing > 0
        figures: Any = await bench.results.statistics(batch_id)
        assert figures["Results"][0]["TargetUsers"] == push.planned
        devices = await bench.results.trace(batch_id, "user000001")
        assert [one.system for one in devices]
        bench.clock.leap(2)
        with pytest.raises(AskFailed) as failed:
            await bench.results.trace(batch_id, "nobody")
        assert failed.value.code == 70107
        bench.clock.leap(8 * 24 * 3600)
        assert (await story(bench, batch_id)).may.figures == "too_old"
        with pytest.raises(AskFailed, match="nothing_to_ask"):
            await bench.results.losses(batch_id)

    asyncio.run(play())


def test_the_first_dialect_offers_nothing_of_it(tmp_path: Path) -> None:
    bench = ChatBench(tmp_path, "all_member_push")

    async def play() -> None:
        batch_id = await bench.push()
        told = (await story(bench, batch_id)).may
        assert (told.withdraw, told.figures, told.until) == ("not_offered", "not_offered", None)
        with pytest.raises(WithdrawRefused, match="not_offered"):
            await bench.results.withdraw(batch_id)

    asyncio.run(play())
    bench.database.close()


def test_of_a_scheduled_push_there_is_nothing_to_take_back(bench: ChatBench) -> None:
    async def play() -> None:
        batch_id = await bench.schedule("2026-11-30 09:00:00")
        told = (await story(bench, batch_id)).may
        assert (told.withdraw, told.figures) == ("scheduled", "scheduled")

    asyncio.run(play())
