"""Tasks that the Chat service keeps: listed, moved and deleted once, lost answers read anew."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import httpx
import pytest

from tests.send.chat_bench import ChatBench
from tpns_desktop.model.chat_outcome import ScheduledTask
from tpns_desktop.model.limits import SERVICE_ZONE
from tpns_desktop.send.chat_tasks import HEARD_BY, PAGE, TaskPage, TaskRefused

AT = "2026-11-30 09:00:00"
MOVED = datetime(2026, 12, 1, 10, 30, tzinfo=SERVICE_ZONE)


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[ChatBench]:
    made = ChatBench(tmp_path)
    yield made
    made.database.close()


async def listed(bench: ChatBench, offset: int = 0) -> TaskPage:
    now = bench.clock.now()
    begin, end = now - timedelta(days=1), now + timedelta(days=60)
    return await bench.tasks.read(bench.app.id, begin, end, offset)


async def only(bench: ChatBench) -> ScheduledTask:
    (task,) = (await listed(bench)).tasks
    return task


async def cut(request: httpx.Request) -> httpx.Response | None:
    if "list" in request.url.path:
        return None
    raise httpx.ReadError("cut")


def test_tasks_are_listed_with_the_push_they_came_from(bench: ChatBench) -> None:
    async def play() -> None:
        batch_id = await bench.schedule(AT)
        page = await listed(bench)
        (task,) = page.tasks
        assert (task.at, task.kind, task.status) == (AT, "All", "pending")
        assert page.own == {task.task_id: batch_id}
        assert (page.more, page.open) == (False, ())

    asyncio.run(play())


def test_long_lists_come_page_by_page(bench: ChatBench) -> None:
    async def play() -> None:
        async with await bench.client_of(bench.app.id) as client:
            for minute in range(PAGE + 3):
                content = {"MsgRandom": minute, "OfflinePushInfo": {"Title": "Sale"}}
                content["MsgBody"] = [{"MsgType": "TIMTextElem", "MsgContent": {"Text": "x"}}]
                bench.clock.leap(1)
                await client.add_task("All", f"2026-11-30 09:{minute:02}:00", content)
        first = await listed(bench)
        second = await listed(bench, PAGE)
        assert (len(first.tasks), first.more) == (PAGE, True)
        assert (len(second.tasks), second.more) == (3, False)
        assert first.own == {}

    asyncio.run(play())


def test_a_task_is_moved_and_its_content_stays(bench: ChatBench) -> None:
    async def play() -> None:
        batch_id = await bench.schedule(AT)
        before = await only(bench)
        deed = await bench.tasks.change(bench.app.id, before, MOVED)
        assert (deed.verb, deed.outcome, deed.to) == ("change", "done", MOVED)
        after = await only(bench)
        assert (after.at, after.content) == ("2026-12-01 10:30:00", before.content)
        told = await bench.results.story(batch_id)
        assert told is not None
        assert told.moved_to == MOVED

    asyncio.run(play())


def test_a_deleted_task_is_gone_and_its_push_says_so(bench: ChatBench) -> None:
    async def play() -> None:
        batch_id = await bench.schedule(AT)
        deed = await bench.tasks.delete(bench.app.id, await only(bench))
        assert (deed.verb, deed.outcome) == ("delete", "done")
        assert (await listed(bench)).tasks == ()
        told = await bench.results.story(batch_id)
        assert told is not None
        assert told.deleted
        assert await bench.results.taken_back([told.batch]) == {batch_id: "deleted"}

    asyncio.run(play())


def test_a_time_that_has_come_is_refused_before_anything_leaves(bench: ChatBench) -> None:
    async def play() -> None:
        await bench.schedule(AT)
        task, asked = await only(bench), len(bench.commands)
        with pytest.raises(TaskRefused, match="too_near"):
            await bench.tasks.change(bench.app.id, task, bench.clock.now() + timedelta(minutes=4))
        assert len(bench.commands) == asked

    asyncio.run(play())


def test_a_list_that_hides_the_content_is_helped_by_the_history(bench: ChatBench) -> None:
    async def play() -> None:
        await bench.schedule(AT)
        task = await only(bench)
        bare = ScheduledTask(task.task_id, task.kind, task.at, {})
        assert (await bench.tasks.change(bench.app.id, bare, MOVED)).outcome == "done"
        strange = ScheduledTask("77", task.kind, task.at, {})
        with pytest.raises(TaskRefused, match="no_content"):
            await bench.tasks.change(bench.app.id, strange, MOVED)

    asyncio.run(play())


def test_a_task_that_ran_meanwhile_is_refused(bench: ChatBench) -> None:
    async def play() -> None:
        await bench.schedule(AT)
        task = await only(bench)
        bench.leap_to(datetime(2026, 11, 30, 9, 1, tzinfo=SERVICE_ZONE))
        deed = await bench.tasks.delete(bench.app.id, task)
        assert (deed.outcome, deed.code) == ("refused", 90050)

    asyncio.run(play())


@pytest.mark.parametrize("verb", ["change", "delete"])
def test_a_lost_answer_is_settled_by_reading_the_list_and_never_repeated(
    bench: ChatBench, verb: str
) -> None:
    async def play() -> None:
        await bench.schedule(AT)
        task = await only(bench)
        bench.after = cut
        if verb == "change":
            deed = await bench.tasks.change(bench.app.id, task, MOVED)
        else:
            deed = await bench.tasks.delete(bench.app.id, task)
        assert deed.outcome == "unknown"
        page = await listed(bench)
        assert page.open == ()
        assert [one.at for one in page.tasks] == (
            ["2026-12-01 10:30:00"] if verb == "change" else []
        )
        commands = [one for one in bench.commands if "sched" in one and "list" not in one]
        assert len(commands) == 2

    asyncio.run(play())


def test_what_was_not_heard_shows_after_a_while_and_may_be_asked_again(bench: ChatBench) -> None:
    async def play() -> None:
        await bench.schedule(AT)
        task = await only(bench)
        bench.answer = cut
        deed = await bench.tasks.delete(bench.app.id, task)
        assert deed.outcome == "unknown"
        page = await listed(bench)
        assert [(one.task_id, one.verb) for one in page.open] == [(task.task_id, "delete")]
        bench.clock.leap(HEARD_BY.total_seconds())
        page = await listed(bench)
        assert (page.open, len(page.tasks)) == ((), 1)
        bench.answer = None
        assert (await bench.tasks.delete(bench.app.id, task)).outcome == "done"

    asyncio.run(play())


def test_a_double_click_deletes_once(bench: ChatBench) -> None:
    async def play() -> None:
        await bench.schedule(AT)
        task = await only(bench)
        await asyncio.gather(
            bench.tasks.delete(bench.app.id, task),
            bench.tasks.delete(bench.app.id, task),
            return_exceptions=True,
        )
        assert bench.commands.count("delete_sched_task") == 1

    asyncio.run(play())


def test_changes_that_a_killed_program_left_are_unknown_at_the_next_start(
    bench: ChatBench,
) -> None:
    waits = asyncio.Event()

    async def hang(request: httpx.Request) -> httpx.Response | None:
        if "delete" not in request.url.path:
            return None
        waits.set()
        await asyncio.Event().wait()
        raise AssertionError

    async def play() -> None:
        await bench.schedule(AT)
        task = await only(bench)
        bench.answer = hang
        asked = asyncio.get_running_loop().create_task(bench.tasks.delete(bench.app.id, task))
        await waits.wait()
        bench.tasks.start()
        page = await listed(bench)
        assert [one.outcome for one in page.open] == ["unknown"]
        asked.cancel()
        await bench.tasks.close(grace_s=0.01)

    asyncio.run(play())
