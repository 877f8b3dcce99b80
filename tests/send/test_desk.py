"""The desk as screens use it, against a practice service in this process."""

from __future__ import annotations

import json
from typing import Any

from tests.send.builders import draft
from tests.send.conftest import Outside, Run
from tpns_desktop.send.desk import Desk


def test_a_push_to_everyone_arrives_and_its_figures_grow(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        news: list[str] = []
        desk.subscribe(news.append)
        app = await desk.use_practice(world.line)
        assert (app.name, app.platforms) == ("Demo Mall", ("android", "ios"))
        review = await desk.review(app.id, None, draft())
        assert review.ready
        assert review.level == 0
        batch = await desk.confirm(review, set(review.required_ticks))
        assert batch.state == "held"
        assert world.pushes == []
        await world.clock.advance(10)
        done = await desk.batch(batch.id)
        assert done is not None
        assert done.state == "accepted"
        assert world.pushes == [row.body for row in review.rows]
        assert len(done.push_ids) == 2
        assert news.count(batch.id) >= 3
        await world.clock.advance(60)
        grown = await desk.refresh(batch.id)
        assert (grown.counters.planned or 0) > 0
        assert grown.counters_at == world.clock.now()
        assert [b.id for b in await desk.batches(app.id)] == [batch.id]

    run(story)
    assert all(json.loads(body)["audience_type"] == "all" for body in world.pushes)
