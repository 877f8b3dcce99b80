"""Clearing the history forgets what is old and settled, and nothing that keeps people safe."""

from __future__ import annotations

import zipfile
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, select

from tests.send.builders import draft
from tests.send.conftest import Outside, Run
from tests.send.test_drafts import sent
from tests.store.rows import NOON, push
from tpns_desktop.send.check_sending import SAME_WINDOW
from tpns_desktop.send.clearing import KEPT_FOR, Clearing
from tpns_desktop.send.desk import Desk
from tpns_desktop.store import tables
from tpns_desktop.store.actions import Actions
from tpns_desktop.store.database import Database, open_database
from tpns_desktop.store.errors import IllegalMove
from tpns_desktop.store.history import History, PushRow

DAY_S = 24 * 3600


def test_it_keeps_at_least_as_long_as_the_guard_looks_back() -> None:
    assert KEPT_FOR >= SAME_WINDOW


def test_what_is_old_goes_with_its_sent_draft_and_the_rest_stays(
    world: Outside, run: Run[Any]
) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        await sent(desk, world, app, draft("all", message__title="Old one"))
        template = await desk.save_template(app.id, draft())
        kept = await desk.save_draft(app.id, None, draft(None, name="typed"))
        await world.clock.advance(DAY_S + 60)
        new = await sent(desk, world, app, draft("all", message__title="New one"))
        expected = Clearing(pushes=1, drafts=1, unsettled=0, recent=1)
        assert await desk.look_at_history(app.id) == expected
        assert await desk.clear_history(app.id) == expected
        assert [batch.id for batch in await desk.batches(app.id)] == [new.id]
        # The sent draft does not come back as one that was never sent.
        assert [row.id for row in await desk.drafts(app.id)] == [template.id, kept.id]
        assert await desk.clear_history(None) == Clearing(0, 0, 0, 1)

    run(story)
    files = [path for path in (world.folder / "data").rglob("*") if path.is_file()]
    assert files
    assert not [path.name for path in files if b"Old one" in path.read_bytes()]


def test_the_guard_still_warns_afterwards(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        await sent(desk, world, app, draft("all"))
        await world.clock.advance(DAY_S - 3600)
        await desk.clear_history(None)
        review = await desk.review(app.id, None, draft("all"))
        assert "dup.recent" in {finding.id for finding in review.examination.findings}

    run(story)


def test_what_was_kept_about_a_push_goes_with_it(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        old = await sent(desk, world, app, draft("all", message__title="Old one"))
        await desk.refresh(old.id)
        await world.clock.advance(DAY_S + 60)
        new = await sent(desk, world, app, draft("all", message__title="New one"))
        rows = {"old": old.rows[0], "new": new.rows[0]}
        with desk._database.transaction() as conn:
            actions = Actions(conn)
            for name, row in rows.items():
                kept = actions.begin("stop", row.access_id, name, NOON, push_row=row.id)
                assert kept is not None
                actions.end(kept, "done", NOON)
            conn.execute(insert(tables.asked).prefix_with("OR IGNORE").values(about(rows["old"])))
            assert conn.execute(select(tables.snapshots)).first() is not None
        await desk.clear_history(app.id)
        with desk._database.reading() as conn:
            left = Actions(conn).of([row.id for row in rows.values()])
            assert [action.push_id for action in left] == ["new"]
            for table in (tables.snapshots, tables.asked):
                of = set(conn.execute(select(table.c.push_row)).scalars())
                assert rows["old"].id not in of

    run(story)


def about(row: PushRow) -> dict[str, object]:
    return {"push_row": row.id, "at": NOON}


def test_figures_are_forgotten_also_of_what_stays(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        batch = await sent(desk, world, app, draft("all"))
        await desk.refresh(batch.id)
        asked = await desk.batch(batch.id)
        assert asked is not None
        assert None not in {row.counters_at for row in asked.rows}
        await desk.clear_history(app.id)
        kept = await desk.batch(batch.id)
        assert kept is not None
        assert {(row.counters, row.counters_at) for row in kept.rows} == {(None, None)}

    run(story)


def test_what_was_cleared_is_in_no_report(world: Outside, run: Run[Any], tmp_path: Path) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        await sent(desk, world, app, draft("all", message__title="Canary title"))
        await world.clock.advance(DAY_S + 60)
        await desk.clear_history(None)
        with zipfile.ZipFile(await desk.save_report(tmp_path / "report.zip")) as report:
            said = b"".join(report.read(name) for name in report.namelist())
        assert b"Canary title" not in said

    run(story)


@pytest.fixture
def database(tmp_path: Path) -> Any:
    opened = open_database(tmp_path / "data" / "tpns.db")
    yield opened
    opened.close()


def test_open_unsettled_and_coming_pushes_stay_however_old(database: Database) -> None:
    first = push().created_at
    later = first + timedelta(days=30)
    ways = {
        "confirmed": ["confirmed"],
        "held": ["held"],
        "sending": ["held", "sending"],
        "unknown": ["held", "sending", "unknown"],
        "accepted": ["held", "sending", "accepted"],
        "withdrawn": ["held", "withdrawn"],
    }
    with database.transaction() as conn:
        history = History(conn)
        for name, way in ways.items():
            history.add([push(name, batch_id=name, state=way[0], access_id=f"id {name}")])
            for before, after in pairwise(way):
                assert history.move(name, before, after)
        history.add([push("coming", batch_id="coming", schedule_at=later, state="held")])
        # A batch stays whole: one platform's end says nothing of the other's.
        pair = [
            push("a", batch_id="pair", state="held"),
            push("b", batch_id="pair", draft_id="draft of a", platform="ios", state="held"),
        ]
        history.add(pair)
        for id in ("a", "coming"):
            assert history.move(id, "held", "sending")
            assert history.move(id, "sending", "accepted")
        old = history.settled_before(first + timedelta(hours=25), None)
        assert old == ["accepted", "withdrawn"]
        assert history.settled_before(first, None) == []
        assert history.settled_before(later, "other", ["id withdrawn"]) == ["withdrawn"]
    with database.transaction() as conn:
        History(conn).forget(old)
        assert History(conn).batch("accepted") == ()
    with pytest.raises(IllegalMove), database.transaction() as conn:
        History(conn).forget(["pair", "unknown"])
    with database.reading() as conn:
        assert len(History(conn).batch("pair")) == 2


def test_many_are_forgotten_in_one_go(database: Database) -> None:
    with database.transaction() as conn:
        history = History(conn)
        history.add([push(f"p{n}", batch_id=f"b{n}", state="held") for n in range(1100)])
        for number in range(1100):
            history.move(f"p{number}", "held", "withdrawn")
        history.forget([f"b{n}" for n in range(1099)])
        assert [row.id for row in history.in_state("withdrawn")] == ["p1099"]
