"""A push to a list: uploaded after the confirmation, before the hold; what fails sends nothing."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.send.conftest import Outside, Run
from tests.send.packages import (
    ACCOUNTS,
    confirmed,
    file_draft,
    file_of,
    left_over,
    reached,
    to_review,
)
from tpns_desktop.send.desk import Batch, ConfirmRefused, Desk, ListRow
from tpns_desktop.send.review import sha256_of
from tpns_desktop.send.upload import filled
from tpns_desktop.store.history import History, PushRow

UPLOAD = "/v3/push/package/upload"
PUSH = "/v3/push/app"


def paths(world: Outside) -> list[str]:
    return [request.url.path for request in world.requests]


async def added(desk: Desk, folder: Path, **how: Any) -> ListRow:
    return await desk.add_list(file_of(folder, **how))


def answering(world: Outside, answer: Any, path: str = UPLOAD) -> None:
    """`answer` for one path, practice for all others."""

    async def answers(request: httpx.Request) -> httpx.Response:
        if request.url.path == path:
            found = answer(request)
            return await found if asyncio.iscoroutine(found) else found
        return await httpx.ASGITransport(world.service).handle_async_request(request)

    world.answer = answers


class Gate:
    """Uploads wait here until the test lets them go."""

    def __init__(self, world: Outside) -> None:
        self.asked = asyncio.Event()
        self.open = asyncio.Event()
        self._world = world
        answering(world, self._answer)

    async def _answer(self, request: httpx.Request) -> httpx.Response:
        self.asked.set()
        await self.open.wait()
        return await httpx.ASGITransport(self._world.service).handle_async_request(request)


# ------------------------------------------------------------------------------------ the slot


@given(st.text(), st.integers(1, 2**63 - 1))
def test_filling_the_slot_changes_nothing_else(text: str, upload_id: int) -> None:
    template = json.dumps({"audience_type": "x", "upload_id": 0, "message": {"title": text}})
    compact = template.replace('"upload_id": 0', '"upload_id":0').encode()
    made = filled(compact, upload_id)
    assert json.loads(made) == {**json.loads(compact), "upload_id": upload_id}
    with pytest.raises(ValueError, match="slot"):
        filled(made, upload_id)


def test_words_that_look_like_a_slot_are_none() -> None:
    tricky = {"upload_id": 0, "message": {"title": '"upload_id":0', "content": 'x","upload_id":0'}}
    compact = json.dumps(tricky, separators=(",", ":")).encode()
    assert json.loads(filled(compact, 7)) == {**tricky, "upload_id": 7}


@pytest.mark.parametrize("upload_id", [0, -1, True, "7", 1.0, None])
def test_what_is_no_id_fills_nothing(upload_id: Any) -> None:
    with pytest.raises(ValueError, match="upload id"):
        filled(b'{"upload_id":0}', upload_id)


@pytest.mark.parametrize("body", [b"{}", b'{"upload_id":7}', b'{"a":{"upload_id":0}}'])
def test_bytes_without_a_slot_of_their_own_are_not_filled(body: bytes) -> None:
    with pytest.raises(ValueError, match="slot"):
        filled(body, 7)


# ------------------------------------------------------------------------------------- the way


def test_a_practice_push_to_a_list_goes_through(
    world: Outside, run: Run[Any], tmp_path: Path
) -> None:
    async def story(desk: Desk) -> None:
        row = await added(desk, tmp_path)
        review = await to_review(desk, world, row)
        assert [frozen.facts.upload_id for frozen in review.rows] == [0, 0]
        assert [frozen.facts.count for frozen in review.rows] == [4, 4]
        assert all(frozen.body.count(b'"upload_id":0') == 1 for frozen in review.rows)
        audience = review.examination.audience
        assert audience.file is not None
        assert (audience.count, audience.file["sha256"]) == (4, row.sha256)
        assert audience.first == ("us…01", "us…02", "us…03", "us…04")
        batch = await confirmed(desk, review)
        assert batch.state == "confirmed"
        held = await reached(desk, batch.id, "held")
        assert paths(world) == [UPLOAD, UPLOAD]
        assert held.upload is None
        assert held.hold_until == world.clock.now() + timedelta(seconds=10)
        for frozen, kept in zip(review.rows, held.rows, strict=True):
            assert kept.upload_id
            assert kept.body == filled(frozen.body, kept.upload_id)
            assert kept.body_sha256 == sha256_of(kept.body)
        accepted = await reached(desk, batch.id, "accepted", clock=world.clock)
        assert sorted(world.pushes) == sorted(kept.body for kept in accepted.rows)
        for body, request in zip(world.bodies, world.requests, strict=True):
            if request.url.path == UPLOAD:
                assert "\n".join(ACCOUNTS).encode() in body
                assert b'filename="vip.txt"' in body
        used = await desk.list_row(row.id)
        assert used is not None
        assert used.used_at is not None

    run(story)


def test_one_upload_for_each_platforms_access_id(
    world: Outside, run: Run[Any], tmp_path: Path
) -> None:
    async def story(desk: Desk) -> None:
        row = await added(desk, tmp_path)
        batch = await confirmed(desk, await to_review(desk, world, row))
        held = await reached(desk, batch.id, "held")
        uploads = [r.headers["Authorization"] for r in world.requests if r.url.path == UPLOAD]
        assert len(set(uploads)) == 2
        assert all(basic.startswith("Basic ") for basic in uploads)
        for name in ("android", "ios"):
            place = world.practice.applications[name]
            [kept] = [r for r in held.rows if r.platform == name]
            assert kept.upload_id in place.uploads

    run(story)


def test_nothing_is_held_and_nothing_expires_while_it_is_uploaded(
    world: Outside, run: Run[Any], tmp_path: Path
) -> None:
    async def story(desk: Desk) -> None:
        row = await added(desk, tmp_path)
        review = await to_review(desk, world, row)
        gate = Gate(world)
        batch = await confirmed(desk, review)
        await gate.asked.wait()
        await world.clock.advance(3600)
        now = await desk.batch(batch.id)
        assert now is not None
        assert now.state == "confirmed"
        assert now.hold_until is None
        assert now.upload is not None
        assert now.upload.total_bytes == 2 * row.size_bytes
        assert not await desk.send_now(batch.id)
        gate.open.set()
        held = await reached(desk, batch.id, "held")
        assert held.hold_until == world.clock.now() + timedelta(seconds=10)
        await reached(desk, batch.id, "accepted", clock=world.clock)

    run(story)


def test_progress_is_told(world: Outside, run: Run[Any], tmp_path: Path) -> None:
    async def story(desk: Desk) -> None:
        row = await added(desk, tmp_path, text="\n".join(f"account{n:07}" for n in range(60_000)))
        seen: list[tuple[str, int]] = []

        def news(batch_id: str) -> None:
            upload = desk._outbox.upload_of(batch_id)
            if upload is not None:
                seen.append((upload.platform, upload.done_bytes))

        review = await to_review(desk, world, row)
        desk.subscribe(news)
        batch = await confirmed(desk, review)
        await reached(desk, batch.id, "held")
        assert [done for _, done in seen] == sorted(done for _, done in seen)
        assert seen[-1] == ("ios", 2 * row.size_bytes)
        assert {platform for platform, _ in seen} == {"android", "ios"}

    run(story)


def test_cancelling_while_it_is_uploaded_sends_nothing(
    world: Outside, run: Run[Any], tmp_path: Path
) -> None:
    async def story(desk: Desk) -> None:
        row = await added(desk, tmp_path)
        review = await to_review(desk, world, row)
        gate = Gate(world)
        batch = await confirmed(desk, review)
        await gate.asked.wait()
        assert await desk.cancel(batch.id)
        after = await reached(desk, batch.id, "withdrawn")
        assert {r.reason for r in after.rows} == {"cancelled"}
        gate.open.set()
        await world.clock.advance(600)
        assert paths(world) == [UPLOAD]
        assert await desk.draft(review.draft_id) is not None

    run(story)


@pytest.mark.parametrize(
    ("answer", "trouble", "code"),
    [
        (lambda r: httpx.Response(200, json={"retCode": 1008011, "errMsg": "bad"}), "refused",
         1008011),
        (lambda r: httpx.Response(200, json={"retCode": 0, "errMsg": "", "uploadId": 0}),
         "bad_upload_id", None),
        (lambda r: httpx.Response(502, text="gone"), "http_status", None),
    ],
    ids=["refused", "no id", "no answer"],
)  # fmt: skip
def test_an_upload_that_fails_sends_nothing_and_keeps_the_draft(
    world: Outside, run: Run[Any], tmp_path: Path, answer: Any, trouble: str, code: int | None
) -> None:
    async def story(desk: Desk) -> None:
        row = await added(desk, tmp_path)
        review = await to_review(desk, world, row)
        answering(world, answer)
        batch = await confirmed(desk, review)
        after = await reached(desk, batch.id, "withdrawn")
        told = {(r.reason, r.trouble, r.code, r.upload_id) for r in after.rows}
        assert told == {("upload_failed", trouble, code, None)}
        await world.clock.advance(600)
        assert PUSH not in paths(world)
        world.answer = None
        again = await desk.review(review.app_id, review.draft_id, file_draft(row))
        assert again.reuse == {}
        await reached(desk, (await confirmed(desk, again)).id, "held")

    run(story)


def test_one_platforms_failed_upload_keeps_both_from_being_sent(
    world: Outside, run: Run[Any], tmp_path: Path
) -> None:
    async def story(desk: Desk) -> None:
        row = await added(desk, tmp_path)
        review = await to_review(desk, world, row)
        asked: list[httpx.Request] = []

        async def second_fails(request: httpx.Request) -> httpx.Response:
            asked.append(request)
            if len(asked) == 2:
                return httpx.Response(500)
            return await httpx.ASGITransport(world.service).handle_async_request(request)

        answering(world, second_fails)
        batch = await confirmed(desk, review)
        after = await reached(desk, batch.id, "withdrawn")
        assert {r.upload_id for r in after.rows} == {None}
        await world.clock.advance(600)
        assert PUSH not in paths(world)

    run(story)


def test_a_copy_that_was_altered_is_never_pushed_to(
    world: Outside, run: Run[Any], tmp_path: Path
) -> None:
    async def story(desk: Desk) -> None:
        row = await added(desk, tmp_path)
        review = await to_review(desk, world, row)
        row.path.write_bytes(row.path.read_bytes()[:-1] + b"!")
        batch = await confirmed(desk, review)
        after = await reached(desk, batch.id, "withdrawn")
        assert {r.reason for r in after.rows} == {"list_changed"}
        await world.clock.advance(600)
        assert not world.practice.applications["android"].uploads
        assert PUSH not in paths(world)

    run(story)


@pytest.mark.parametrize("harm", ["longer", "gone"])
def test_a_copy_that_is_seen_not_to_be_it_is_not_confirmed(
    world: Outside, run: Run[Any], tmp_path: Path, harm: str
) -> None:
    async def story(desk: Desk) -> None:
        row = await added(desk, tmp_path)
        review = await to_review(desk, world, row)
        if harm == "gone":
            row.path.unlink()
        else:
            row.path.write_bytes(row.path.read_bytes() + b"\nmallory")
        with pytest.raises(ConfirmRefused) as refused:
            await confirmed(desk, review)
        assert {f.id for f in refused.value.findings} == {"file.changed"}
        assert paths(world) == []

    run(story)


def test_a_copy_that_vanishes_right_before_the_upload_is_never_pushed_to(
    world: Outside, run: Run[Any], tmp_path: Path
) -> None:
    async def story(desk: Desk) -> None:
        row = await added(desk, tmp_path)
        review = await to_review(desk, world, row)
        batch = await confirmed(desk, review)
        row.path.unlink()
        after = await reached(desk, batch.id, "withdrawn")
        assert {r.reason for r in after.rows} == {"list_gone"}
        assert PUSH not in paths(world)

    run(story)


@pytest.mark.parametrize("happens", ["app", "quit", "key"])
def test_what_changes_while_it_is_uploaded_withdraws_it(
    world: Outside, run: Run[Any], tmp_path: Path, happens: str
) -> None:
    async def story(desk: Desk) -> str:
        row = await added(desk, tmp_path)
        review = await to_review(desk, world, row)
        gate = Gate(world)
        batch = await confirmed(desk, review)
        await gate.asked.wait()
        if happens == "app":
            await desk.switch_app("another")
        elif happens == "key":
            await desk.remove_app(review.app_id)
        return batch.id

    async def afterwards(desk: Desk, batch_id: str) -> None:
        found = await desk.batch(batch_id)
        assert found is not None
        reasons = {"app": "app_switched", "quit": "quit", "key": "app_gone"}
        assert {(r.state, r.reason) for r in found.rows} == {("withdrawn", reasons[happens])}

    batch_id = run(story)
    run(lambda desk: afterwards(desk, batch_id))
    assert PUSH not in paths(world)


def test_a_computer_that_slept_during_the_upload_sends_nothing(
    world: Outside, run: Run[Any], tmp_path: Path
) -> None:
    async def story(desk: Desk) -> None:
        row = await added(desk, tmp_path)
        review = await to_review(desk, world, row)
        gate = Gate(world)
        batch = await confirmed(desk, review)
        await gate.asked.wait()
        world.clock.wall += timedelta(hours=1)
        gate.open.set()
        after = await reached(desk, batch.id, "withdrawn")
        assert {r.reason for r in after.rows} == {"slept"}

    run(story)


def test_the_list_is_uploaded_anew_unless_reuse_is_asked_for(
    world: Outside, run: Run[Any], tmp_path: Path
) -> None:
    async def story(desk: Desk) -> None:
        row = await added(desk, tmp_path)
        before = world.clock.now()
        batch = await confirmed(desk, await to_review(desk, world, row))
        first = await reached(desk, batch.id, "accepted", clock=world.clock)
        await world.clock.advance(100)
        review = await to_review(desk, world, row, message__title="Another")
        passed_s = (world.clock.now() - before).total_seconds()
        assert set(review.reuse) == {"android", "ios"}
        assert all(100 <= age_s <= passed_s for age_s in review.reuse.values())
        anew = await reached(desk, (await confirmed(desk, review)).id, "held")
        assert paths(world) == [UPLOAD, UPLOAD]
        ids = {r.platform: r.upload_id for r in anew.rows}
        assert ids != {r.platform: r.upload_id for r in first.rows}
        await desk.cancel(anew.id)
        review = await to_review(desk, world, row, message__title="A third")
        again = await reached(desk, (await confirmed(desk, review, reuse=True)).id, "held")
        assert paths(world) == []
        assert {r.platform: r.upload_id for r in again.rows} == ids

    run(story)


def test_an_id_is_never_used_for_another_file_or_place(
    world: Outside, run: Run[Any], tmp_path: Path
) -> None:
    async def story(desk: Desk) -> None:
        row = await added(desk, tmp_path)
        batch = await confirmed(desk, await to_review(desk, world, row))
        await reached(desk, batch.id, "held")
        other = await added(desk, tmp_path, text="zoe\nyan", name="other.txt")
        review = await to_review(desk, world, other)
        assert review.reuse == {}
        await reached(desk, (await confirmed(desk, review, reuse=True)).id, "held")
        assert paths(world) == [UPLOAD, UPLOAD]
        world.new_practice("http://127.0.0.1:4712")
        assert (await to_review(desk, world, row)).reuse == {}

    run(story)


def test_the_same_list_again_is_the_same_push_whatever_its_upload(
    world: Outside, run: Run[Any], tmp_path: Path
) -> None:
    async def story(desk: Desk) -> None:
        row = await added(desk, tmp_path)
        batch = await confirmed(desk, await to_review(desk, world, row))
        await reached(desk, batch.id, "accepted", clock=world.clock)
        # The same content by another name is the same people.
        copy = await added(desk, tmp_path, name="copy.txt")
        review = await to_review(desk, world, copy)
        assert {f.id for f in review.examination.errors} == {"dup.recent"}
        other = await added(desk, tmp_path, text="zoe\nyan")
        assert (await to_review(desk, world, other)).examination.errors == ()

    run(story)


def test_package_pushes_take_their_turn(world: Outside, run: Run[Any], tmp_path: Path) -> None:
    async def story(desk: Desk) -> None:
        row = await added(desk, tmp_path)
        sent: list[tuple[str, float]] = []

        async def noted(request: httpx.Request) -> httpx.Response:
            sent.append((request.headers["AccessId"], world.clock.monotonic()))
            return await httpx.ASGITransport(world.service).handle_async_request(request)

        answering(world, noted, PUSH)
        batches = []
        for title in ("One", "Two"):
            review = await to_review(desk, world, row, message__title=title)
            batch = await confirmed(desk, review)
            batches.append((await reached(desk, batch.id, "held")).id)
        for batch_id in batches:
            await desk.send_now(batch_id)
        for batch_id in batches:
            await reached(desk, batch_id, "accepted", clock=world.clock)
        for access_id in {access_id for access_id, _ in sent}:
            one, two = (at for other, at in sent if other == access_id)
            assert two - one >= 1.2

    run(story)


# -------------------------------------------------------------------------------- what is kept


def rows(world: Outside) -> list[tuple[Any, ...]]:
    conn = sqlite3.connect(world.folder / "data" / "tpns-desktop.db")
    try:
        return conn.execute("SELECT state, reason, upload_id FROM pushes ORDER BY seq").fetchall()
    finally:
        conn.close()


def test_a_start_withdraws_what_was_being_uploaded(
    world: Outside, run: Run[Any], tmp_path: Path
) -> None:
    async def story(desk: Desk) -> None:
        row = await added(desk, tmp_path)
        review = await to_review(desk, world, row)
        gate = Gate(world)
        await confirmed(desk, review)
        await gate.asked.wait()
        # Another start on the same file: as far as it can know, this one is dead.
        async with world.desk() as other:
            assert [note.kind for note in other.notes] == ["withdrawn"]
        gate.open.set()
        while desk._outbox._loading:
            await asyncio.sleep(0)
        assert rows(world) == [("withdrawn", "restart", None)] * 2
        await world.clock.advance(600)
        assert PUSH not in paths(world)

    run(story)


def test_a_row_with_an_empty_slot_is_never_claimed(
    world: Outside, run: Run[Any], tmp_path: Path
) -> None:
    async def story(desk: Desk) -> None:
        row = await added(desk, tmp_path)
        batch = await confirmed(desk, await to_review(desk, world, row))
        held: Batch = await reached(desk, batch.id, "held")
        emptied: PushRow = held.rows[0]
        with sqlite3.connect(world.folder / "data" / "tpns-desktop.db") as conn:
            conn.execute("DROP TRIGGER tr_pushes_frozen")
            conn.execute("UPDATE pushes SET upload_id = NULL WHERE id = ?", (emptied.id,))
        ended = await reached(desk, batch.id, "partly", "accepted", clock=world.clock)
        assert [(r.state, r.reason) for r in ended.rows if r.id == emptied.id] == [
            ("withdrawn", "changed")
        ]

    run(story)


def test_the_history_counts_what_left_with_an_upload(
    world: Outside, run: Run[Any], tmp_path: Path
) -> None:
    async def story(desk: Desk) -> None:
        row = await added(desk, tmp_path)
        batch = await confirmed(desk, await to_review(desk, world, row))
        first = (await reached(desk, batch.id, "accepted", clock=world.clock)).rows[0]
        review = await to_review(desk, world, row, message__title="Another")
        again = await confirmed(desk, review, reuse=True)
        assert first.upload_id is not None
        with desk._database.reading() as conn:
            assert History(conn).left_with(first.access_id, first.upload_id) == 1
        await reached(desk, again.id, "accepted", clock=world.clock)
        with desk._database.reading() as conn:
            assert History(conn).left_with(first.access_id, first.upload_id) == 2
            assert History(conn).left_with("other", first.upload_id) == 0
        assert left_over(world) == []

    run(story)
