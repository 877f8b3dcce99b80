"""Attacks on the outbox: long holds, lying answers, failing disks and keyrings, people in a hurry.

Each test is a way in which a push could have left twice or unasked, be lost without a word, or be
called what it is not.
"""

from __future__ import annotations

import asyncio
import sqlite3
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.send.bench import Bench, confirm, confirmed_row
from tests.send.builders import NOW, draft
from tests.send.conftest import MemoryKeyring, Outside, Run, ended
from tests.send.records import record_of, wire_record
from tests.send.test_look_up import KEY, Service, lost
from tpns_desktop.send.desk import AppForm, AskFailed, Desk, KeyPair
from tpns_desktop.store.database import open_database
from tpns_desktop.store.errors import StoreError
from tpns_desktop.store.history import History


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


DAYS_AGO = NOW - timedelta(days=3)


def database_of(world: Outside) -> Path:
    (path,) = (world.folder / "data").glob("*.db")
    return path


# ------------------------------------------------------------------------------- held for days


def test_what_was_confirmed_days_ago_and_sent_just_now_is_not_sent_again_unasked(
    world: Outside, run: Run[Any]
) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        first = (await desk.review(app.id, None, draft("account"))).rows[0]
        other_copy = open_database(database_of(world), world.clock.now)
        with other_copy.transaction() as conn:
            history = History(conn)
            history.add(
                [
                    confirmed_row(
                        access_id=first.access_id,
                        fingerprint=first.fingerprint,
                        created_at=DAYS_AGO,
                        state="held",
                    )
                ]
            )
            history.move("r1", "held", "sending", sent_at=NOW - timedelta(minutes=3))
            history.move("r1", "sending", "accepted", push_ids=("42",))
        other_copy.close()
        again = await desk.review(app.id, None, draft("account"))
        assert again.must_override
        (found,) = (f for f in again.examination.errors if f.id == "dup.recent")
        assert found.params["minutes"] == 3

    run(story)


def test_what_is_held_since_days_counts_as_the_same_push(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        first = (await desk.review(app.id, None, draft("account"))).rows[0]
        other_copy = open_database(database_of(world), world.clock.now)
        with other_copy.transaction() as conn:
            History(conn).add(
                [
                    confirmed_row(
                        access_id=first.access_id,
                        fingerprint=first.fingerprint,
                        created_at=DAYS_AGO,
                        state="held",
                    )
                ]
            )
        other_copy.close()
        assert (await desk.review(app.id, None, draft("account"))).must_override

    run(story)


# ------------------------------------------------------------------------------ a lying service


@pytest.mark.parametrize("code", [1008028, 1008007, 1008003])
def test_a_refusal_that_names_a_push_id_proves_nothing(
    world: Outside, run: Run[Any], code: int
) -> None:
    async def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={"ret_code": code, "err_msg": "no", "push_id": "4711"})

    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        world.answer = answer
        review = await desk.review(app.id, None, draft("device"))
        batch = await desk.confirm(review, set(review.required_ticks))
        await world.clock.advance(15)
        done = await desk.batch(batch.id)
        assert done is not None
        assert done.state == "unknown"

    run(story)
    assert len(world.pushes) == 1


# ------------------------------------------------------------------------------ people in a hurry


def test_what_a_look_under_way_finds_is_not_overruled_by_a_guess(
    world: Outside, run: Run[Any]
) -> None:
    service = Service(world)
    asked, go = asyncio.Event(), asyncio.Event()

    async def story(desk: Desk) -> None:
        batch = await lost(world, desk)
        row = batch.rows[0]
        assert row.sent_at is not None
        record = record_of(
            created_at=row.sent_at + timedelta(seconds=1),
            title=row.title,
            content=row.content,
            target_list=("alice01", "bob_0002"),
        )
        service.records.append(wire_record(record))

        async def slow(request: httpx.Request) -> httpx.Response:
            asked.set()
            await go.wait()
            return await service.answer(request)

        world.answer = slow
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(desk.check_now(batch.id))
            await asked.wait()
            said = tasks.create_task(desk.did_not_go(batch.id))
            await asyncio.sleep(0)
            go.set()
        settled = said.result()
        assert (settled.state, settled.rows[0].settled_by) == ("accepted", "query")

    run(story)


def test_a_cancel_that_cannot_be_written_down_still_keeps_the_push_here(bench: Bench) -> None:
    async def story() -> None:
        outbox = bench.outbox()
        batch = confirm(outbox, confirmed_row(), hold_s=10)
        blocker = sqlite3.connect(bench.path, isolation_level=None)
        blocker.execute(
            "CREATE TRIGGER full BEFORE UPDATE ON pushes WHEN NEW.state = 'withdrawn' "
            "BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END"
        )
        with pytest.raises(StoreError):
            outbox.cancel(batch.id)
        blocker.execute("DROP TRIGGER full")
        blocker.close()
        await bench.clock.advance(30)
        assert bench.wire.tried == []
        assert bench.row().state == "withdrawn"
        await outbox.close(0)

    bench.play(story())


def test_an_end_that_could_not_be_written_down_is_once_there_is_room(bench: Bench) -> None:
    async def story() -> None:
        outbox = bench.outbox()
        blocker = sqlite3.connect(bench.path, isolation_level=None)
        blocker.execute(
            "CREATE TRIGGER full BEFORE UPDATE ON pushes WHEN NEW.state = 'accepted' "
            "BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END"
        )
        confirm(outbox, confirmed_row())
        await bench.clock.advance(60)
        assert bench.row().state == "sending"
        blocker.execute("DROP TRIGGER full")
        blocker.close()
        await bench.clock.advance(60)
        assert (bench.row().state, bench.row().push_ids) == ("accepted", ("42",))
        assert len(bench.wire.tried) == 1
        await outbox.close(0)

    bench.play(story())


def test_an_end_that_could_not_be_written_down_is_tried_once_more_at_the_end(
    bench: Bench,
) -> None:
    async def story() -> None:
        outbox = bench.outbox()
        blocker = sqlite3.connect(bench.path, isolation_level=None)
        blocker.execute(
            "CREATE TRIGGER full BEFORE UPDATE ON pushes WHEN NEW.state = 'accepted' "
            "BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END"
        )
        confirm(outbox, confirmed_row())
        await bench.clock.advance(60)
        blocker.execute("DROP TRIGGER full")
        blocker.close()
        await outbox.close(0)
        assert bench.row().state == "accepted"

    bench.play(story())


def test_cancelling_at_any_step_tells_the_truth(bench: Bench) -> None:
    """Taken back: nothing leaves. Not taken back any more: it leaves, once."""

    async def story() -> None:
        for steps in range(40):
            outbox = bench.outbox()
            before = len(bench.wire.tried)
            batch = confirm(outbox, confirmed_row(f"s{steps}", audience_kind="all"))
            for _ in range(steps):
                await asyncio.sleep(0)
            taken_back = outbox.cancel(batch.id)
            await bench.clock.advance(5)
            assert len(bench.wire.tried) - before == (0 if taken_back else 1), steps
            await outbox.close(0)

    bench.play(story())


def test_everything_at_once_is_confirmed_once_and_what_is_taken_back_stays(
    world: Outside, run: Run[Any]
) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        for title in ("one", "two", "three"):
            review = await desk.review(app.id, None, draft("device", message__title=title))
            got = await asyncio.gather(
                *(desk.confirm(review, set(review.required_ticks)) for _ in range(5)),
                return_exceptions=True,
            )
            (batch,) = (one for one in got if not isinstance(one, BaseException))
            await asyncio.gather(
                desk.send_now(batch.id),
                desk.cancel(batch.id),
                desk.send_now(batch.id),
                desk.switch_app("other"),
                desk.switch_app(app.id),
                desk.cancel(batch.id),
            )
            await world.clock.advance(30)
            done = await desk.batch(batch.id)
            assert done is not None
            assert done.state == "withdrawn"

    run(story)
    assert world.pushes == []


def test_a_service_that_repeats_the_signature_in_escapes_shows_it_to_nobody(
    world: Outside, run: Run[Any]
) -> None:
    async def answer(request: httpx.Request) -> httpx.Response:
        said = f"bad sign {request.headers['Sign']} of {KEY}/"
        escaped = "".join(f"\\u{ord(c):04X}" if c in "=05a" else c for c in said)
        escaped = escaped.replace("/", "\\/")
        content = f'{{"ret_code":1008003,"err_msg":"{escaped}"}}'.encode()
        return httpx.Response(200, content=content)

    async def story(desk: Desk) -> None:
        form = AppForm("Shop", "#aa0000", "shanghai", KeyPair.typed("1500012345", KEY), None, None)
        saved = await desk.save_app(form)
        review = await desk.review(saved.app.id, None, draft("account"))
        world.answer = answer
        batch = await desk.confirm(review, set(review.required_ticks))
        await world.clock.advance(10)
        (row,) = (await ended(desk, batch.id, world.clock)).rows
        assert (row.state, row.code) == ("rejected", 1008003)
        assert row.text == "bad sign **** of ****/"

    run(story)


def test_a_look_without_end_does_not_keep_a_person_from_saying_what_they_know(
    world: Outside, run: Run[Any]
) -> None:
    Service(world)
    asked = asyncio.Event()

    async def silent(request: httpx.Request) -> httpx.Response:
        asked.set()
        await asyncio.Event().wait()
        raise AssertionError

    async def story(desk: Desk) -> None:
        batch = await lost(world, desk)
        world.answer = silent
        async with asyncio.TaskGroup() as tasks:
            looking = tasks.create_task(desk.check_now(batch.id))
            await asked.wait()
            said = tasks.create_task(desk.did_not_go(batch.id))
            await world.clock.advance(31)
            settled = await said
            looking.cancel()
        assert (settled.state, settled.rows[0].settled_by) == ("not_found", "person")

    run(story)


def test_what_another_copy_withdrew_is_news_when_its_hold_is_over(bench: Bench) -> None:
    async def story() -> None:
        outbox = bench.outbox()
        batch = confirm(outbox, confirmed_row(), hold_s=10)
        news: list[str] = []
        outbox.subscribe(news.append)
        bench.outbox()
        await bench.clock.advance(9)
        assert news == []
        await bench.clock.advance(2)
        assert news == [batch.id]
        assert bench.row().state == "withdrawn"
        await outbox.close(0)

    bench.play(story())


# ------------------------------------------------------------------------------- an old backup


def test_what_came_unsettled_from_a_backup_is_not_called_looked_for(
    world: Outside, run: Run[Any]
) -> None:
    """Nobody knows when it left, so no record can be told to be it, nor that there is none."""

    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        first = (await desk.review(app.id, None, draft("account"))).rows[0]
        row = confirmed_row(
            access_id=first.access_id,
            fingerprint=first.fingerprint,
            access_point_url=world.url,
            practice=True,
            state="held",
        )
        other_copy = open_database(database_of(world), world.clock.now)
        with other_copy.transaction() as conn:
            history = History(conn)
            history.add([row])
            history.move(row.id, "held", "sending")
            history.move(row.id, "sending", "unknown", reason="restored")
        other_copy.close()
        await desk.use_practice(world.line)
        await world.clock.advance(700)
        with pytest.raises(AskFailed, match="nothing_to_ask"):
            await desk.check_now(row.batch_id)
        batch = await desk.batch(row.batch_id)
        assert batch is not None
        assert (batch.state, batch.look, batch.rows[0].looks) == ("unknown", None, 0)
        review = await desk.review(app.id, None, draft("account"))
        assert "dup.unknown" in {finding.id for finding in review.examination.errors}

    run(story)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows swaps no file that is open")
@pytest.mark.parametrize("without_marker", [False, True])
def test_a_database_swapped_under_a_running_program_is_seen_at_the_next_start(
    world: Outside, run: Run[Any], without_marker: bool
) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        path = database_of(world)
        older = path.with_name("older")
        copying = sqlite3.connect(path)
        copying.execute("VACUUM INTO ?", (str(older),))
        copying.close()
        older.replace(path)
        for ending in ("-wal", "-shm"):
            path.with_name(path.name + ending).unlink(missing_ok=True)
        if without_marker:
            path.with_suffix(".marker").unlink()
        review = await desk.review(app.id, None, draft("account"))
        await desk.confirm(review, set(review.required_ticks))
        await world.clock.advance(15)

    run(story)

    async def later(desk: Desk) -> None:
        assert "restored" in {note.kind for note in desk.notes}
        assert desk.sending_off == "unseen"

    run(later)
    assert len(world.pushes) == 2


# -------------------------------------------------------------------------------- odd keyrings


@pytest.mark.parametrize(
    "odd", [b"0123456789abcdef0123456789abcdef", 17, "", "a\nb", "ключ", "x" * 999]
)
def test_what_a_keyring_gives_instead_of_the_key_ends_in_a_word_not_in_a_hold(
    world: Outside, run: Run[Any], odd: Any
) -> None:
    class Odd(MemoryKeyring):
        odd: Any = None

        def get_password(self, service: str, username: str, /) -> Any:
            return self.odd if self.odd is not None else super().get_password(service, username)

    keyring = world.keyring = Odd()

    async def first(desk: Desk) -> str:
        saved = await desk.save_app(
            AppForm("Shop", "#aa0000", "shanghai", KeyPair.typed("1500012345", KEY), None, None)
        )
        return saved.app.id

    app_id = run(first)
    keyring.odd = odd

    async def second(desk: Desk) -> None:
        review = await desk.review(app_id, None, draft("account"))
        batch = await desk.confirm(review, set(review.required_ticks))
        await world.clock.advance(10)
        done = await ended(desk, batch.id, world.clock)
        assert done.state == "not_sent"

    run(second)
    assert world.pushes == []
