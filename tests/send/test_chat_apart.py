"""TPNS is never asked about a push of a Chat app, even where their numbers are the same."""

from __future__ import annotations

import json
import zipfile
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.send.builders import draft
from tests.send.chat_catalogue import chat_draft
from tests.send.conftest import Outside, Run, ended
from tpns_desktop.client import Secret
from tpns_desktop.send.asking import AskFailed
from tpns_desktop.send.chat_desk import ChatForm
from tpns_desktop.send.connect import AppForm
from tpns_desktop.send.desk import Batch, Desk
from tpns_desktop.send.key_pair import KeyPair
from tpns_desktop.send.rehearsal import RehearsalRefused
from tpns_desktop.store.history import History
from tpns_desktop.store.snapshots import Snapshots

NUMBER = "1500012345"
KEY = "0123456789abcdef0123456789abcdef"
WORDS = ("Meet me at the harbour", "Aurora of the north", "boss_of_chat", "amy_of_the_docks")


class Both:
    """TPNS and Chat by one number; keeps every question that TPNS was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, bytes]] = []
        self.state = "taken"

    async def answer(self, request: httpx.Request) -> httpx.Response:
        path = request.url.path
        if path.startswith("/v4/"):
            if self.state == "lost":
                raise httpx.ReadError("the line went dead")
            told: dict[str, Any] = {"ActionStatus": "OK", "ErrorCode": 0, "ErrorInfo": ""}
            return httpx.Response(200, json=told | {"TaskId": "70007", "TaskID": 9})
        self.asked.append((path, await request.aread()))
        return httpx.Response(200, json={"ret_code": 0, "err_msg": "", "push_id": "1", "seq": 0})


async def connected(desk: Desk, world: Outside, both: Both) -> tuple[str, str]:
    """A TPNS app and a Chat app that have the same number."""
    world.answer = both.answer
    keys = KeyPair(NUMBER, Secret(KEY))
    app = await desk.save_app(AppForm("Mall", "#2f7d6b", "guangzhou", keys, None, None))
    chat = await desk.chat.save(
        ChatForm(WORDS[1], NUMBER, WORDS[2], Secret(KEY), "china", "timpush_chat")
    )
    await desk.switch_app(app.app.id)
    await desk.chat.use(chat.app.id)
    return app.app.id, chat.app.id


async def pushed(desk: Desk, world: Outside, chat_id: str, **changes: Any) -> Batch:
    data = chat_draft("users", audience__users__text=WORDS[3], notification__title=WORDS[0])
    data["schedule"].update(changes)
    review = await desk.chat.review(chat_id, None, data)
    with pytest.raises(RehearsalRefused):
        await desk.rehearse(review)
    ticks = set(review.required_ticks)
    batch = await desk.confirm(review, ticks, review.app_name, "send again")
    return await ended(desk, batch.id, world.clock)


def test_a_push_that_was_taken_is_counted_and_looked_up_by_nobody(
    world: Outside, run: Run[None]
) -> None:
    both = Both()

    async def story(desk: Desk) -> None:
        app_id, chat_id = await connected(desk, world, both)
        sent = await pushed(desk, world, chat_id)
        at = (world.clock.now() + timedelta(hours=32)).strftime("%Y-%m-%dT%H:%M")
        kept = await pushed(desk, world, chat_id, kind="at", at=at)
        assert (sent.state, kept.state) == ("accepted", "accepted")
        await desk.watching.look_at(sent.id, kept.id)
        await world.clock.advance(3 * 3600)
        for batch in (sent, kept):
            for question in (desk.refresh, desk.check_now, desk.collapse_ids):
                with pytest.raises(AskFailed):
                    await question(batch.id)
            assert (await desk.watching.outlook(batch.id)).step_s is None
            assert await desk.mending.story(batch.id) is None
        assert both.asked == []
        assert await desk.batches(app_id) == []
        assert await desk.replaceable(app_id) == ()
        assert (await desk.context(app_id, None)).recent == ()
        assert await desk.records.unsettled(app_id) == 0
        today = world.clock.now().date()
        assert (await desk.agenda.between(app_id, today, 7)).slots == ()
        with desk._database.reading() as conn:
            snapshots, far = Snapshots(conn), timedelta(days=29)
            assert snapshots.live({NUMBER}, world.clock.now(), far, far) == []
            assert (
                snapshots.marks_due(NUMBER, world.clock.now() - far, world.clock.now() + far) == 0
            )

    run(story)


def test_an_unsettled_one_stands_in_the_way_of_no_push_by_tpns_and_stays_for_its_person(
    world: Outside, run: Run[None]
) -> None:
    both = Both()

    async def story(desk: Desk) -> None:
        app_id, chat_id = await connected(desk, world, both)
        both.state = "lost"
        lost = await pushed(desk, world, chat_id)
        assert lost.state == "unknown"
        assert [one.id for one in await desk.chat.open_batches(chat_id)] == [lost.id]
        assert await desk.open_batches(app_id) == []
        await world.clock.advance(3600)
        assert both.asked == []
        with desk._database.reading() as conn:
            history = History(conn)
            assert history.unknown({NUMBER}) == []
            assert history.without_ids(NUMBER, world.clock.now() - timedelta(days=1)) == []
            assert len(history.unknown({NUMBER}, chat=True)) == 1
        # What TPNS sends is looked up as ever; what Chat sent is not told by it.
        review = await desk.review(app_id, None, draft("account"))
        batch = await desk.confirm(review, set(review.required_ticks))
        batch = await ended(desk, batch.id, world.clock)
        assert [one.id for one in await desk.batches(app_id)] == [batch.id]
        assert (await desk.batches(app_id))[0].state == "accepted"
        assert [one.id for one in await desk.chat.history(chat_id)] == [lost.id]

    run(story)


def test_a_report_for_support_tells_of_chat_without_anything_that_was_typed(
    world: Outside, run: Run[None], tmp_path: Path
) -> None:
    both = Both()

    async def story(desk: Desk) -> None:
        _, chat_id = await connected(desk, world, both)
        await pushed(desk, world, chat_id)
        path = await desk.save_report(tmp_path / "report.zip")
        with zipfile.ZipFile(path) as archive:
            files = {name: archive.read(name).decode() for name in archive.namelist()}
        told = json.loads(files["report.json"])
        assert told["chat_apps"] == [
            {
                "kind": "tencent",
                "host": "https://console.tim.qq.com",
                "dialect": "timpush_chat",
                "key": told["chat_apps"][0]["key"],
            }
        ]
        assert told["pushes"]["newest"][0]["platform"] == "chat"
        for word in (*WORDS, KEY):
            assert word not in "".join(files.values())

    run(story)
