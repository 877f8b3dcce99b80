"""Which tags the book knows, and what a push to them leaves there."""

from __future__ import annotations

from typing import Any

import pytest

from tests.send.builders import draft
from tests.send.conftest import Outside, Run
from tpns_desktop.send.desk import ConfirmRefused, Desk
from tpns_desktop.send.tag_book import named_in

OWN = "xg_user_define"
GROUPS = [
    [
        {"tag_type": OWN, "match": "any", "tags": ["vip", " vip ", ""]},
        {"tag_type": "xg_auto_province", "match": "none", "tags": ["hunan"]},
    ],
    [{"tag_type": OWN, "match": "all", "tags": ["vip", "level:3"]}],
]


async def known(desk: Desk, app_id: str) -> dict[tuple[str, str], int]:
    return {(tag.tag_type, tag.tag): tag.uses for tag in await desk.tags(app_id)}


def test_tags_are_remembered_when_a_push_to_them_is_confirmed_and_not_before(
    world: Outside, run: Run[Any]
) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        data = draft("tag", audience__tag__groups=GROUPS)
        review = await desk.review(app.id, None, data)
        assert await known(desk, app.id) == {}
        await desk.confirm(review, set(review.required_ticks))
        pairs = [(OWN, "vip"), (OWN, "level:3"), ("xg_auto_province", "hunan")]
        assert await known(desk, app.id) == dict.fromkeys(pairs, 1)
        again = await desk.review(app.id, None, draft("tag", message__title="Another"))
        await desk.confirm(again, set(again.required_ticks))
        assert await known(desk, app.id) == dict.fromkeys(pairs, 1) | {(OWN, "vip"): 2}
        used = [tag.used_at for tag in await desk.tags(app.id)]
        assert used == [world.clock.now()] * 3

    run(story)


def test_a_push_that_is_not_confirmed_leaves_no_tag(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        review = await desk.review(app.id, None, draft("tag", audience__tag__groups=GROUPS))
        await desk.save_draft(app.id, review.draft_id, draft("tag", message__title="Changed"))
        with pytest.raises(ConfirmRefused, match="changed"):
            await desk.confirm(review, set(review.required_ticks))
        assert await known(desk, app.id) == {}

    run(story)


def test_tags_are_added_by_hand_removed_and_put_back(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        new = await desk.add_tags(app.id, OWN, [" vip ", "", "gamer", "vip"])
        assert [tag.tag for tag in new] == ["vip", "gamer"]
        assert await desk.add_tags(app.id, OWN, ["vip"]) == []
        assert await desk.remove_tag(app.id, OWN, "vip")
        assert not await desk.remove_tag(app.id, OWN, "vip")
        assert await desk.put_back_tag(new[0])
        assert not await desk.put_back_tag(new[0])
        assert await known(desk, app.id) == {(OWN, "vip"): 0, (OWN, "gamer"): 0}

    run(story)


def test_other_audiences_name_no_tags() -> None:
    assert named_in({"kind": "all", "groups": GROUPS}) == []
    assert named_in({"kind": "tag"}) == []
