"""The Sent list is joined with what the service remembers, within a few questions."""

from __future__ import annotations

import csv
import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.send.builders import draft
from tests.send.conftest import Outside, Run
from tests.send.test_drafts import sent
from tpns_desktop.client.endpoints import RECORD_PATH, access_point_at
from tpns_desktop.send.asking import AskFailed
from tpns_desktop.send.desk import Desk
from tpns_desktop.send.practice_app import PracticeInfo
from tpns_desktop.send.records import Line, Wanted
from tpns_desktop.store.apps import App
from tpns_desktop.store.sent_index import ELSEWHERE


async def pushed_elsewhere(world: Outside, app: App, title: str) -> str:
    """Another program makes a push with the same keys; gives its push id."""
    access_id = app.android_access_id or ""
    key = PracticeInfo.from_line(world.line).keys["android"].secret_key
    body = {
        "audience_type": "all",
        "message_type": "notify",
        "message": {"title": title, "content": "Made elsewhere"},
    }
    async with world.client(access_point_at(world.url), access_id, key) as client:
        answer = await client.push(json.dumps(body).encode())
    return answer.push_ids[0]


async def shown(desk: Desk, **wanted: Any) -> list[Line]:
    told = await desk.records.open(Wanted(**wanted))
    assert told.complete
    assert told.count == len(told.first)
    return list(told.first)


def asked(world: Outside) -> int:
    return sum(request.url.path == RECORD_PATH for request in world.requests)


def test_pushes_made_elsewhere_appear_and_ours_only_once(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        ours = await sent(desk, world, app, draft("all", message__title="Ours"))
        await world.clock.advance(120)
        push_id = await pushed_elsewhere(world, app, "Theirs")
        assert [line.title for line in await shown(desk)] == ["Ours"]
        refreshed = await desk.records.refresh(app.id)
        assert refreshed.trouble is None
        assert refreshed.changed >= 2
        theirs, mine = await shown(desk, app_id=app.id)
        assert (theirs.title, theirs.elsewhere, theirs.state) == ("Theirs", True, ELSEWHERE)
        assert (theirs.push_id, theirs.source, theirs.audience_kind) == (push_id, "api", "all")
        assert (mine.id, mine.elsewhere) == (ours.id, False)
        assert {mine.status, theirs.status} <= {"PUSH_STARTED", "PUSH_FINISHED", "PUSH_WAIT"}
        assert [line.title for line in await shown(desk, elsewhere=True)] == ["Theirs"]
        assert [line.title for line in await shown(desk, words="elsewhere THE")] == ["Theirs"]
        record = await desk.records.record(theirs.access_id, push_id)
        assert record is not None
        assert record.content == "Made elsewhere"
        assert record.counters is None
        counted = await desk.records.read_counters(theirs.access_id, push_id)
        assert counted.counters
        (theirs,) = await shown(desk, elsewhere=True)
        assert theirs.counters == (counted.counters,)

    run(story)


def test_figures_of_a_push_made_elsewhere_are_followed_as_often_as_ours(
    world: Outside, run: Run[Any]
) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        push_id = await pushed_elsewhere(world, app, "Theirs")
        await desk.records.refresh(app.id)
        (theirs,) = await shown(desk, elsewhere=True)
        before = len(world.requests)
        followed = await desk.records.follow(theirs.access_id, push_id)
        assert followed is not None
        assert followed.counters
        assert len(world.requests) > before
        once = len(world.requests)
        await desk.records.follow(theirs.access_id, push_id)
        assert len(world.requests) == once
        await world.clock.advance(31)
        await desk.records.follow(theirs.access_id, push_id)
        assert len(world.requests) > once
        assert await desk.records.follow(theirs.access_id, "no such push") is None

    run(story)


def test_a_refresh_costs_few_questions_and_comes_not_too_often(
    world: Outside, run: Run[Any]
) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        first = await desk.records.refresh(app.id)
        # Two days and, once a day, the month; of each platform.
        assert first.asked == asked(world) == 2 * len(app.platforms)
        assert (await desk.records.refresh(app.id)).asked == 0
        await world.clock.advance(61)
        assert (await desk.records.refresh(app.id)).asked == len(app.platforms)
        assert (await desk.records.refresh(app.id, by_person=True)).asked == len(app.platforms)
        assert (await desk.records.refresh("nobody's")).asked == 0

    run(story)


def test_without_an_answer_the_list_stands_and_says_why(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        await sent(desk, world, app, draft("all"))
        world.new_practice("http://127.0.0.1:40999")
        assert len(await shown(desk, app_id=app.id)) == 1
        app = await desk.use_practice(world.line)
        assert (await desk.records.refresh(app.id)).trouble is None
        for _ in range(140):
            refreshed = await desk.records.refresh(app.id, by_person=True)
        assert refreshed.trouble == "budget"
        with pytest.raises(AskFailed, match="app_gone"):
            await desk.records.read_counters("1500000000", "1")

    run(story)


def test_news_change_a_list_where_it_stands(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        one = await sent(desk, world, app, draft("all", message__title="One"))
        await world.clock.advance(10)
        told = await desk.records.open(Wanted(app_id=app.id, kind="under_way"))
        everything = await desk.records.open(Wanted())
        assert (told.count, everything.count) == (0, 1)
        review = await desk.review(app.id, None, draft("account", message__title="Two"))
        two = await desk.confirm(review, set(review.required_ticks))
        added = await desk.records.touched(told.listing, two.id)
        assert added is not None
        assert (added.kind, added.place, added.count) == ("added", 0, 1)
        changed = await desk.records.touched(told.listing, two.id)
        assert changed is not None
        assert changed.kind == "changed"
        added = await desk.records.touched(everything.listing, two.id)
        assert added is not None
        assert (added.kind, added.count) == ("added", 2)
        assert await desk.records.touched(told.listing, one.id) is None
        await desk.cancel(two.id)
        gone = await desk.records.touched(told.listing, two.id)
        assert gone is not None
        assert (gone.kind, gone.count) == ("gone", 0)
        assert await desk.records.touched(told.listing, "nobody's") is None
        line = (await desk.records.lines(everything.listing, 0))[0]
        assert (line.batch_id, line.state) == (two.id, "withdrawn")
        assert await desk.records.place(everything.listing, line.key) == 0

    run(story)


def test_clearing_leaves_what_stays_and_what_can_be_found(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        await sent(desk, world, app, draft("all", message__title="Old one"))
        await pushed_elsewhere(world, app, "Seen elsewhere")
        await desk.records.refresh(app.id)
        await world.clock.advance(25 * 3600)
        await sent(desk, world, app, draft("all", message__title="New one"))
        await desk.clear_history(app.id)
        assert [line.title for line in await shown(desk)] == ["New one"]
        assert await shown(desk, words="old") == []
        assert len(await shown(desk, words="new")) == 1
        await desk.records.refresh(app.id, by_person=True)
        assert "Seen elsewhere" in {line.title for line in await shown(desk, elsewhere=True)}

    run(story)
    # Not the backups, which are copies of before.
    files = list((world.folder / "data").glob("tpns-desktop.db*"))
    assert not [path.name for path in files if b"old one" in path.read_bytes().lower()]


def test_what_is_filtered_is_written_to_a_file_without_formulas(
    world: Outside, run: Run[Any], tmp_path: Path
) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        await sent(desk, world, app, draft("all", message__title="=1+1 sale"))
        await sent(desk, world, app, draft("account", message__title="Other"))
        target = tmp_path / "sent.csv"
        header = ("Title", "State")
        count = await desk.records.export(
            Wanted(words="sale"), target, header, lambda line: (line.title, line.state)
        )
        assert count == 1
        with target.open(encoding="utf-8-sig", newline="") as file:
            assert list(csv.reader(file)) == [["Title", "State"], ["'=1+1 sale", "accepted"]]
        # Whose it is stands there of those made elsewhere as well.
        await pushed_elsewhere(world, app, "Seen")
        await desk.records.refresh(app.id, by_person=True)
        every = Wanted(elsewhere=True)
        await desk.records.export(every, target, header, lambda line: (line.title, line.app_name))
        with target.open(encoding="utf-8-sig", newline="") as file:
            assert list(csv.reader(file))[1:] == [["Seen", app.name]]
        assert [path.name for path in tmp_path.glob("*.part")] == []

    run(story)


def test_what_has_not_ended_is_asked_about_until_it_has(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        await pushed_elsewhere(world, app, "Slow one")
        first = await desk.records.refresh(app.id)
        assert first.changed == 1
        (line,) = await shown(desk, elsewhere=True)
        await world.clock.advance(timedelta(days=3).total_seconds())
        again = await desk.records.refresh(app.id)
        (later,) = await shown(desk, elsewhere=True)
        assert later.status == "PUSH_FINISHED"
        assert (again.changed == 1) is (line.status != later.status)

    run(story)
