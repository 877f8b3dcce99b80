"""How many people a push may reach: each number with its source and age, or none."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from tests.send.builders import draft
from tests.send.catalogue import sms
from tests.send.conftest import Outside, Run, settle
from tests.send.stations import Asked, Stations, live_app
from tpns_desktop.send.asking import AskFailed
from tpns_desktop.send.audiences import DISTRIBUTIONS, Reach, TagReach
from tpns_desktop.send.desk import Desk
from tpns_desktop.send.review import Review
from tpns_desktop.send.sms_book import TemplateForm

OVERVIEW = "get_device_stat_overview"
DISTRIBUTION = "get_device_distribute_info"
YESTERDAY = date(2026, 11, 18)
"""Of the clock that the tests' world begins with, in the service's zone."""


def overview(*days: tuple[str, int, int]) -> dict[str, Any]:
    rows = [
        {"date": int(day), "accuUv": total, "newUv": 1, "activeUv": peak}
        for day, total, peak in days
    ]
    return {"getDeviceStatOverviewData": rows}


def provinces(asked: Asked) -> dict[str, Any]:
    counts = {"guangdong": 12_300, "Hunan": 800, "hunan": 20}
    assert asked["type"] == "province"
    return {"data": [{"province": name, "count": count} for name, count in counts.items()]}


def tagged(*tags: str, tag_type: str = "xg_auto_province", match: str = "any") -> dict[str, Any]:
    row = {"tag_type": tag_type, "match": match, "tags": list(tags)}
    return draft("tag", audience__tag__groups=[[row]])


@pytest.fixture
def service(world: Outside) -> Stations:
    return Stations(
        world,
        **{
            OVERVIEW: overview(("20261117", 90, 40), ("20261118", 100, 60), ("20261119", 101, 2)),
            DISTRIBUTION: provinces,
        },
    )


def test_everyone_is_the_newest_day_that_has_devices_and_is_read_once_a_day(
    world: Outside, service: Stations, run: Run[Any]
) -> None:
    async def story(desk: Desk) -> None:
        app = await live_app(desk)
        nothing = await desk.audiences.reach(app.id, draft())
        assert (nothing.total, nothing.day, nothing.stale) == (None, None, True)
        reach = await desk.audiences.read(app.id, draft())
        assert (reach.total, reach.peak, reach.day) == (100, 60, YESTERDAY)
        assert reach.read_at == world.clock.now()
        assert not reach.stale
        assert await desk.audiences.reach(app.id, draft()) == reach
        await desk.audiences.read(app.id, draft())
        assert len(service.calls(OVERVIEW)) == 1
        await desk.audiences.read(app.id, draft(), True)
        assert len(service.calls(OVERVIEW)) == 2
        world.clock.leap(86_400)
        assert (await desk.audiences.reach(app.id, draft())).stale
        await desk.audiences.read(app.id, draft())
        assert len(service.calls(OVERVIEW)) == 3

    run(story)


def test_the_numbers_are_there_after_the_next_start_with_their_age(
    world: Outside, service: Stations, run: Run[Any]
) -> None:
    async def first(desk: Desk) -> tuple[str, Reach]:
        app = await live_app(desk)
        return app.id, await desk.audiences.read(app.id, tagged("guangdong"))

    app_id, read = run(first)
    world.clock.leap(3 * 86_400)
    service.broken = True

    async def later(desk: Desk) -> None:
        with pytest.raises(AskFailed):
            await desk.audiences.read(app_id, tagged("guangdong"))
        kept = await desk.audiences.reach(app_id, tagged("guangdong"))
        assert (kept.total, kept.day, kept.read_at) == (100, YESTERDAY, read.read_at)
        assert kept.tags == read.tags
        assert kept.stale

    run(later)


def test_two_systems_count_together_and_one_alone_is_no_number(
    service: Stations, run: Run[Any]
) -> None:
    def by_system(asked: Asked) -> dict[str, Any]:
        if asked["by"].startswith("1600"):
            return overview(("20261117", 7, 3))
        return overview(("20261118", 100, 60))

    async def story(desk: Desk) -> None:
        app = await live_app(desk, "android", "ios")
        service.answers[OVERVIEW] = lambda asked: (
            {"retCode": 1008004} if asked["by"].startswith("1600") else by_system(asked)
        )
        with pytest.raises(AskFailed):
            await desk.audiences.read(app.id, draft())
        assert (await desk.audiences.reach(app.id, draft())).total is None
        service.answers[OVERVIEW] = by_system
        reach = await desk.audiences.read(app.id, draft())
        assert (reach.total, reach.peak, reach.day) == (107, 63, date(2026, 11, 17))

    run(story)


def test_automatic_tags_are_counted_by_the_distribution_in_any_letters(
    world: Outside, service: Stations, run: Run[Any]
) -> None:
    async def story(desk: Desk) -> None:
        app = await live_app(desk)
        reach = await desk.audiences.read(app.id, tagged("guangdong", "hunan", "广东"))
        now = world.clock.now()
        # Where a value is typed as nobody has it, those that there are, are told.
        assert reach.tags == tuple(
            TagReach("xg_auto_province", tag, count, "distribution", YESTERDAY, now, told)
            for tag, count, told in (
                ("guangdong", 12_300, ()),
                ("hunan", 820, ()),
                ("广东", 0, ("guangdong", "Hunan")),
            )
        )
        assert reach.together == 13_120
        (asked,) = service.calls(DISTRIBUTION)
        assert asked["date"] == "20261118"

    run(story)


def test_a_day_without_values_yet_gives_way_to_the_day_before(
    service: Stations, run: Run[Any]
) -> None:
    service.answers[DISTRIBUTION] = lambda asked: (
        provinces(asked) if asked["date"] == "20261117" else {"data": []}
    )

    async def story(desk: Desk) -> None:
        app = await live_app(desk)
        (tag,) = (await desk.audiences.read(app.id, tagged("guangdong"))).tags
        assert (tag.devices, tag.day) == (12_300, date(2026, 11, 17))

    run(story)


def test_no_values_at_all_are_read_once_and_count_nobody(service: Stations, run: Run[Any]) -> None:
    service.answers[DISTRIBUTION] = {"data": []}

    async def story(desk: Desk) -> None:
        app = await live_app(desk)
        (tag,) = (await desk.audiences.read(app.id, tagged("guangdong"))).tags
        assert (tag.devices, tag.source) == (0, "distribution")
        assert not (await desk.audiences.read(app.id, tagged("guangdong"))).stale
        assert len(service.calls(DISTRIBUTION)) == 2

    run(story)


@pytest.mark.parametrize(
    ("tags", "tag_type", "match", "together"),
    [
        (("guangdong",), "xg_auto_province", "any", 12_300),
        (("guangdong",), "xg_auto_province", "all", 12_300),
        (("guangdong",), "xg_auto_province", "none", None),
        (("guangdong", "hunan"), "xg_auto_province", "all", None),
        (("vip",), "xg_user_define", "any", None),
        (("zh",), "xg_auto_systemlanguage", "any", None),
    ],
)
def test_only_what_cannot_overlap_is_added_up(
    service: Stations,
    run: Run[Any],
    tags: tuple[str, ...],
    tag_type: str,
    match: str,
    together: int | None,
) -> None:
    async def story(desk: Desk) -> None:
        app = await live_app(desk)
        asked = tagged(*tags, tag_type=tag_type, match=match)
        reach = await desk.audiences.read(app.id, asked)
        assert reach.together == together
        if tag_type not in DISTRIBUTIONS:
            assert [tag.source for tag in reach.tags] == ["unknown"]
            assert service.calls(DISTRIBUTION) == []

    run(story)


def test_what_is_asked_is_counted_and_ends_with_the_hours_allowance(
    world: Outside, service: Stations, run: Run[Any]
) -> None:
    async def story(desk: Desk) -> None:
        app = await live_app(desk)
        reasons = []
        while not reasons:
            try:
                await desk.audiences.read(app.id, draft(), True)
            except AskFailed as failed:
                reasons.append(failed.reason)
        assert reasons == ["budget"]
        assert len(service.asked) < 200
        assert (await desk.audiences.reach(app.id, draft())).total == 100

    run(story)


def test_the_last_push_to_one_tag_alone_tells_what_it_reached(
    world: Outside, run: Run[Any]
) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        assert desk.practice is not None
        tag, other = desk.practice.tags[:2]
        alone = tagged(tag, tag_type="xg_user_define")

        async def sent(data: dict[str, Any]) -> str:
            review = await desk.review(app.id, None, data)
            batch = await desk.confirm(review, set(review.required_ticks))
            await desk.send_now(batch.id)
            await settle()
            await world.clock.advance(120)
            return batch.id

        first = await sent(alone)
        refreshed = await desk.refresh(first)
        (told,) = (await desk.audiences.reach(app.id, alone)).tags
        assert (told.devices, told.source) == (refreshed.counters.delivered, "last_push")
        assert told.devices
        assert told.at == refreshed.counters_at
        # A push to this tag and another says nothing about either.
        others = [[{"tag_type": "xg_user_define", "match": "any", "tags": [tag, other]}]]
        await desk.refresh(await sent(draft("tag", audience__tag__groups=others)))
        assert (await desk.audiences.reach(app.id, alone)).tags == (told,)

    run(story)


def test_an_older_push_never_takes_the_place_of_the_last_one(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        assert desk.practice is not None
        alone = tagged(desk.practice.tags[0], tag_type="xg_user_define")
        made = []
        for title in ("Sale tonight", "Sale tomorrow"):
            review = await desk.review(app.id, None, alone | _titled(alone, title))
            batch = await desk.confirm(review, set(review.required_ticks))
            await desk.send_now(batch.id)
            await settle()
            await world.clock.advance(120)
            made.append(batch.id)
        last = await desk.refresh(made[1])
        world.clock.leap(timedelta(hours=1).total_seconds())
        await desk.refresh(made[0])
        (told,) = (await desk.audiences.reach(app.id, alone)).tags
        assert told.at == last.counters_at

    run(story)


def _titled(data: dict[str, Any], title: str) -> dict[str, Any]:
    return {"message": {**data["message"], "title": title}}


def test_a_review_says_what_texts_to_everyone_can_cost_and_how_the_text_reads(
    service: Stations, run: Run[Any]
) -> None:
    def cost(review: Review) -> dict[str, Any]:
        (found,) = (one for one in review.examination.findings if one.id == "sms.cost")
        return dict(found.params)

    async def story(desk: Desk) -> None:
        app = await live_app(desk)
        texting = draft("all", **sms(params=["a tent"]))
        before = await desk.review(app.id, None, texting)
        assert cost(before)["state"] == "unknown"
        assert before.text is None
        await desk.audiences.read(app.id, texting)
        await desk.sms.add_template(app.id, TemplateForm("1234", "Won {1}."))
        review = await desk.review(app.id, None, texting)
        told = cost(review)
        assert (told["state"], told["count"], told["total"]) == ("reach_each", 100, 100)
        assert (told["source"], told["day"]) == ("statistics", YESTERDAY)
        assert review.text is not None
        assert review.text.text == "Won a tent."

    run(story)
