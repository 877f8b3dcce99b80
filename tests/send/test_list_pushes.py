"""Pushes to lists from the file to the service, over a real loopback socket.

The desk as the window uses it, the outbox, the client's sockets, and the practice service at the
other end, which reads what arrives as a stranger would.
"""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.send.builders import NOW
from tests.send.conftest import Outside
from tests.send.packages import ACCOUNTS, confirmed, file_draft, file_of, reached, to_review
from tests.send.raw_service import PUSH, UPLOAD, RawService, raw_service
from tpns_desktop.model.limits import SERVICE_ZONE
from tpns_desktop.practice.push import Push
from tpns_desktop.send.desk import Batch, ConfirmRefused, Desk, ListRow

Story = Callable[[Desk, RawService], Awaitable[None]]


def play(world: Outside, story: Story) -> None:
    async def whole() -> None:
        async with raw_service(world) as service, world.desk() as desk:
            await story(desk, service)

    asyncio.run(whole())


def paths(service: RawService) -> list[str]:
    return [path for path, _ in service.asked if path in (UPLOAD, PUSH)]


def taken(world: Outside, platform: str) -> list[Push]:
    """What the practice service has taken in of one platform."""
    return world.practice.applications[platform].pushes


def whose(authorization: str) -> str:
    """The access id in a Basic header."""
    return base64.b64decode(authorization.removeprefix("Basic ")).decode().partition(":")[0]


async def sent(desk: Desk, world: Outside, row: ListRow, **changes: Any) -> Batch:
    """A push to the list, reviewed, confirmed, uploaded, held and accepted."""
    review = await to_review(desk, world, row, **changes)
    assert review.examination.errors == ()
    batch = await confirmed(desk, review)
    return await reached(desk, batch.id, "accepted", clock=world.clock)


def test_a_push_to_a_list_of_devices_reaches_these_devices(world: Outside, tmp_path: Path) -> None:
    async def story(desk: Desk, service: RawService) -> None:
        tokens = world.practice.population.known().tokens["ios"][:3]
        stranger = "f" * 36
        row = await desk.add_list(file_of(tmp_path, "\n".join([*tokens, stranger])), "token")
        assert (row.kind, row.accounts, row.usable) == ("token", 4, True)
        batch = await sent(desk, world, row, audience__file__platform="ios")
        assert paths(service) == [UPLOAD, PUSH]
        [pushed] = taken(world, "ios")
        assert taken(world, "android") == []
        [kept] = batch.rows
        assert pushed.body == kept.body
        body = json.loads(pushed.body)
        assert (body["audience_type"], body["upload_id"]) == ("package_token_push", kept.upload_id)
        assert not {"account_list", "token_list", "account_type"} & body.keys()
        assert 1 <= pushed.planned <= 3  # whom it cannot reach now is not planned

    play(world, story)


def test_a_push_at_a_time_is_uploaded_before_the_hold_and_sent_with_that_time(
    world: Outside, tmp_path: Path
) -> None:
    async def story(desk: Desk, service: RawService) -> None:
        row = await desk.add_list(file_of(tmp_path))
        at = (NOW + timedelta(days=1)).astimezone(SERVICE_ZONE)
        review = await to_review(
            desk, world, row, schedule__kind="at", schedule__at=at.strftime("%Y-%m-%dT%H:%M")
        )
        assert review.examination.errors == ()
        assert paths(service) == []
        batch = await confirmed(desk, review)
        held = await reached(desk, batch.id, "held")
        assert paths(service) == [UPLOAD, UPLOAD]  # after Confirm, before the hold
        assert held.hold_until == world.clock.now() + timedelta(seconds=10)
        await reached(desk, batch.id, "accepted", clock=world.clock)
        assert paths(service) == [UPLOAD, UPLOAD, PUSH, PUSH]
        for platform in ("android", "ios"):
            [pushed] = taken(world, platform)
            body = json.loads(pushed.body)
            # What the service's own clock shows, zone and all (tpns-rest 5.6).
            assert body["send_time"] == at.strftime("%Y-%m-%d %H:%M:00")
            assert body["audience_type"] == "package_account_push"
            assert pushed.starts_at == at.replace(second=0, microsecond=0).timestamp()

    play(world, story)


def test_each_app_gets_the_list_once_and_each_push_its_own_id(
    world: Outside, tmp_path: Path
) -> None:
    async def story(desk: Desk, service: RawService) -> None:
        row = await desk.add_list(file_of(tmp_path, "\n".join([*ACCOUNTS, ACCOUNTS[0]])))
        batch = await sent(desk, world, row)
        ids = {kept.access_id: kept.upload_id for kept in batch.rows}
        assert len(ids) == 2
        assert sorted(whose(basic) for basic, _ in service.uploads) == sorted(ids)
        for _, body in service.uploads:
            assert row.path.read_bytes() in body
        bodies = [asked for path, asked in service.asked if path == PUSH]
        assert sorted(body["upload_id"] for body in bodies) == sorted(map(int, ids.values()))
        for platform in ("android", "ios"):
            place = world.practice.applications[platform]
            [pushed] = place.pushes
            [kept] = [one for one in batch.rows if one.platform == platform]
            assert json.loads(pushed.body)["upload_id"] == kept.upload_id
            assert kept.upload_id in place.uploads
            arrived = place.uploads[pushed.order.upload_id]
            assert arrived.lines == 5
            assert arrived.persons[0].bit_count() == len(ACCOUNTS)

    play(world, story)


def test_an_upload_is_offered_again_with_its_age_for_the_same_file_and_app(
    world: Outside, tmp_path: Path
) -> None:
    async def story(desk: Desk, service: RawService) -> None:
        row = await desk.add_list(file_of(tmp_path))
        first = await sent(desk, world, row)
        uploaded_at = world.clock.now()
        await world.clock.advance(3 * 3600)
        # Under another name it is the same file.
        again = await desk.add_list(file_of(tmp_path, name="again.txt"))
        review = await to_review(desk, world, again, message__title="The second")
        age_s = (world.clock.now() - uploaded_at).total_seconds()
        # While one platform uploads, this clock may run on to whatever else waits for it.
        assert review.reuse == {
            platform: pytest.approx(age_s, abs=1800) for platform in ("android", "ios")
        }
        before = len(service.uploads)
        batch = await confirmed(desk, review, reuse=True)
        second = await reached(desk, batch.id, "accepted", clock=world.clock)
        assert len(service.uploads) == before
        assert [r.upload_id for r in second.rows] == [r.upload_id for r in first.rows]
        assert {len(taken(world, platform)) for platform in ("android", "ios")} == {2}

    play(world, story)


def test_the_same_push_to_the_same_file_is_not_sent_twice_by_mistake(
    world: Outside, tmp_path: Path
) -> None:
    async def story(desk: Desk, service: RawService) -> None:
        row = await desk.add_list(file_of(tmp_path))
        await sent(desk, world, row)
        await world.clock.advance(3600)
        # Chosen anew under another name, and uploaded anew: the same people all the same.
        again = await desk.add_list(file_of(tmp_path, name="again.txt"))
        review = await to_review(desk, world, again)
        assert [found.id for found in review.examination.errors] == ["dup.recent"]
        with pytest.raises(ConfirmRefused):
            await confirmed(desk, review)
        assert paths(service) == [UPLOAD, UPLOAD, PUSH, PUSH]
        await world.clock.advance(24 * 3600)
        assert (await to_review(desk, world, again)).examination.errors == ()

    play(world, story)


@pytest.mark.parametrize("fate", ["drop_answer", "second refused"])
def test_an_upload_that_fails_sends_nothing(world: Outside, tmp_path: Path, fate: str) -> None:
    async def story(desk: Desk, service: RawService) -> None:
        row = await desk.add_list(file_of(tmp_path))
        review = await to_review(desk, world, row)
        if fate == "drop_answer":
            service.fates[UPLOAD] = "drop_answer"
        else:
            answers = iter([{"retCode": 0, "uploadId": 7}])
            refused = {"retCode": 1008011, "errMsg": "package upload failed"}
            service.instead[UPLOAD] = lambda _: next(answers, refused)
        batch = await confirmed(desk, review)
        ended = await reached(desk, batch.id, "withdrawn")
        assert {(r.reason, r.upload_id) for r in ended.rows} == {("upload_failed", None)}
        await world.clock.advance(3600)
        assert PUSH not in paths(service)
        assert taken(world, "android") == taken(world, "ios") == []
        # The draft is there, and it may be confirmed again.
        service.fates.clear()
        service.instead.clear()
        again = await desk.review(review.app_id, review.draft_id, file_draft(row))
        batch = await confirmed(desk, again)
        await reached(desk, batch.id, "accepted", clock=world.clock)
        assert {len(taken(world, platform)) for platform in ("android", "ios")} == {1}

    play(world, story)
