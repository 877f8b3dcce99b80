"""The rehearsal: the review's very bytes, to practice and nowhere else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.send.builders import draft, plan
from tests.send.conftest import PRACTICE_URL, Outside, Run
from tests.send.packages import file_draft, file_of
from tests.send.test_desk import form
from tpns_desktop.send.desk import Desk, RehearsalRefused
from tpns_desktop.send.upload import filled
from tpns_desktop.store.plans import Plans

PUSH = "/v3/push/app"
UPLOAD = "/v3/push/package/upload"


def places(world: Outside) -> set[str]:
    return {str(request.url.copy_with(path="/")) for request in world.requests}


async def live_app(desk: Desk, world: Outside) -> str:
    """A connected app, with the practice service running beside it."""
    await desk.use_practice(world.line)
    saved = await desk.save_app(form())
    world.requests.clear()
    world.bodies.clear()
    world.made.clear()
    return saved.app.id


@pytest.mark.parametrize("kind", ["all", "tag", "account", "device"])
def test_practice_gets_the_very_bytes_and_the_real_service_nothing(
    world: Outside, run: Run[Any], kind: str
) -> None:
    async def story(desk: Desk) -> None:
        app_id = await live_app(desk, world)
        review = await desk.review(app_id, None, draft(kind))
        rehearsal = await desk.rehearse(review)
        assert world.pushes == [row.body for row in review.rows]
        assert places(world) == {f"{PRACTICE_URL}/"}
        keys = {p: a.credentials.access_id for p, a in world.practice.applications.items()}
        assert world.made == [(PRACTICE_URL, keys[row.platform]) for row in review.rows]
        assert [row.platform for row in rehearsal.rows] == [row.platform for row in review.rows]
        assert rehearsal.good
        # Nothing was written down, and the review can be confirmed as before.
        assert await desk.batches(None) == []
        await desk.confirm(review, set(review.required_ticks), typed="Shop")

    run(story)


def test_accepted_and_read_are_told_apart(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        app_id = await live_app(desk, world)
        everyone = await desk.rehearse(await desk.review(app_id, None, draft("all")))
        assert {row.outcome for row in everyone.rows} == {"accepted"}
        assert all(row.push_ids for row in everyone.rows)
        strangers = await desk.rehearse(await desk.review(app_id, None, draft("account")))
        assert {(r.outcome, r.reason) for r in strangers.rows} == {("read", "people")}
        known = desk.practice.accounts[0] if desk.practice is not None else ""
        there = draft("account", audience__account__text=known)
        reached = await desk.rehearse(await desk.review(app_id, None, there))
        assert {row.outcome for row in reached.rows} == {"accepted"}

    run(story)


def test_a_plan_of_the_real_service_is_read_not_refused(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        app_id = await live_app(desk, world)
        with desk._database.transaction() as conn:
            Plans(conn).add(plan(app_id=app_id))
        review = await desk.review(app_id, None, draft("all", plan="plan1"))
        assert json.loads(review.rows[0].body)["plan_id"] == "48"
        rehearsal = await desk.rehearse(review)
        assert {(r.outcome, r.reason) for r in rehearsal.rows} == {("read", "plan")}

    run(story)


def test_what_practice_refuses_is_told_with_its_code(world: Outside, run: Run[Any]) -> None:
    async def refuse(request: httpx.Request) -> httpx.Response:
        said = {"ret_code": 1008019, "err_msg": "content may be evil"}
        return httpx.Response(200, json=said)

    async def cut(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused")

    async def story(desk: Desk) -> None:
        app_id = await live_app(desk, world)
        review = await desk.review(app_id, None, draft("all"))
        world.answer = refuse
        rehearsal = await desk.rehearse(review)
        assert not rehearsal.good
        assert {(r.outcome, r.code, r.text) for r in rehearsal.rows} == {
            ("refused", 1008019, "content may be evil")
        }
        world.answer = cut
        rehearsal = await desk.rehearse(review)
        assert {r.outcome for r in rehearsal.rows} == {"no_answer"}
        assert not rehearsal.good

    run(story)


def test_a_list_is_uploaded_there_first_and_fills_the_slot_alone(
    world: Outside, run: Run[Any], tmp_path: Path
) -> None:
    async def story(desk: Desk) -> None:
        app_id = await live_app(desk, world)
        row = await desk.add_list(file_of(tmp_path))
        review = await desk.review(app_id, None, file_draft(row))
        await desk.rehearse(review)
        assert [r.url.path for r in world.requests] == [UPLOAD, PUSH] * 2
        assert places(world) == {f"{PRACTICE_URL}/"}
        for frozen, body in zip(review.rows, world.pushes, strict=True):
            assert body == filled(frozen.body, json.loads(body)["upload_id"])
        # The id is practice's own: the real push gets one of its own later.
        assert not review.reuse
        assert not (await desk.review(app_id, None, file_draft(row))).reuse

    run(story)


def test_without_practice_nothing_is_rehearsed(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        saved = await desk.save_app(form())
        world.requests.clear()
        review = await desk.review(saved.app.id, None, draft("all"))
        with pytest.raises(RehearsalRefused) as refused:
            await desk.rehearse(review)
        assert refused.value.reason == "no_practice"
        assert world.requests == []

    run(story)
