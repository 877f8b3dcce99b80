"""Tags, accounts and attributes of test devices: written down first, and never done twice."""

from __future__ import annotations

import asyncio
from typing import Any, get_args

import httpx
import pytest

from tests.send.builders import TOKEN
from tests.send.conftest import Outside, Run
from tests.send.stations import Stations, live_app
from tpns_desktop.model.device_calls import Account
from tpns_desktop.send.asking import AskFailed
from tpns_desktop.send.desk import Desk, DeviceForm
from tpns_desktop.send.device_work import KINDS, Order, Verb, WorkRefused
from tpns_desktop.store.actions import Actions
from tpns_desktop.store.apps import App
from tpns_desktop.store.devices import Device


@pytest.fixture
def service(world: Outside) -> Stations:
    return Stations(world)


async def phone(desk: Desk, *platforms: str) -> tuple[App, Device]:
    app = await live_app(desk, *platforms)
    return app, await desk.save_device(app.id, DeviceForm("Mi 14", "android", TOKEN))


@pytest.mark.parametrize(
    ("order", "path", "sent"),
    [
        (
            Order("tags_added", ("vip", "level:3")),
            "tag",
            {"operator_type": 3, "tag_list": ["vip", "level:3"], "token_list": [TOKEN]},
        ),
        (
            Order("tags_removed", ("vip",)),
            "tag",
            {"operator_type": 4, "tag_list": ["vip"], "token_list": [TOKEN]},
        ),
        (
            Order("tags_overwritten", ("level:3",)),
            "tag",
            {"operator_type": 6, "tag_list": ["level:3"], "token_list": [TOKEN]},
        ),
        (Order("tags_cleared"), "tag", {"operator_type": 5, "token_list": [TOKEN]}),
        (
            Order("accounts_overwritten", accounts=(Account("ann", 1005),)),
            "batchoperate",
            {
                "operator_type": 2,
                "token_accounts": [
                    {"token": TOKEN, "account_list": [{"account": "ann", "account_type": 1005}]}
                ],
            },
        ),
        (
            Order("accounts_cleared"),
            "batchoperate",
            {"operator_type": 4, "token_list": [TOKEN]},
        ),
        (
            Order("attributes_removed", ("age",)),
            "set_custom_attribute",
            {"cmd": 3, "token": TOKEN, "attributeInfo": {"attributeMap": {"age": ""}}},
        ),
        (Order("attributes_cleared"), "set_custom_attribute", {"cmd": 4, "token": TOKEN}),
    ],
)
def test_a_change_is_one_request_and_stays_on_record(
    service: Stations, run: Run[Any], order: Order, path: str, sent: dict[str, Any]
) -> None:
    async def story(desk: Desk) -> None:
        _, device = await phone(desk)
        work = await desk.device_work.change(device.id, order)
        assert service.asked == [(path, {**sent, "by": "1500012345"})]
        assert (work.outcome, work.verb, work.token) == ("done", order.verb, TOKEN)
        assert await desk.device_work.done(device.id) == [work]

    run(story)


def test_attributes_that_are_there_are_updated_and_others_added(
    service: Stations, run: Run[Any]
) -> None:
    def answer(asked: dict[str, Any]) -> dict[str, Any]:
        if asked["cmd"] == 5:
            return {"attributeInfo": {"attributeMap": {"age": "30"}}}
        return {"invalidAttribute": ["town"]} if asked["cmd"] == 1 else {}

    service.answers["set_custom_attribute"] = answer

    async def story(desk: Desk) -> None:
        _, device = await phone(desk)
        assert await desk.device_work.attributes(device.id) == {"age": "30"}
        order = Order("attributes_set", values={"age": "31", "town": "Wuhan"})
        work = await desk.device_work.change(device.id, order)
        assert (work.outcome, work.reason, work.text) == ("done", "left_out", "town")
        changes = [
            (asked["cmd"], asked["attributeInfo"]["attributeMap"])
            for asked in service.calls("set_custom_attribute")
            if asked["cmd"] != 5
        ]
        assert changes == [(2, {"age": "31"}), (1, {"town": "Wuhan"})]

    run(story)


def test_of_attributes_that_are_set_each_request_names_its_own(
    service: Stations, run: Run[Any]
) -> None:
    def answer(asked: dict[str, Any]) -> dict[str, Any]:
        if asked["cmd"] == 5:
            return {"attributeInfo": {"attributeMap": {"age": "30"}}}
        return {"retCode": 1008007} if asked["cmd"] == 1 else {}

    service.answers["set_custom_attribute"] = answer

    async def story(desk: Desk) -> None:
        _, device = await phone(desk)
        order = Order("attributes_set", values={"age": "31", "town": "Wuhan"})
        work = await desk.device_work.change(device.id, order)
        assert (work.outcome, work.names) == ("refused", ("town",))
        told = [(one.outcome, one.names) for one in await desk.device_work.done(device.id)]
        assert told == [("refused", ("town",)), ("done", ("age",))]

    run(story)


def test_accounts_are_read_and_an_unknown_token_has_none(service: Stations, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        _, device = await phone(desk)
        service.answers["query"] = {
            "token_accounts": [{"token": TOKEN, "account_list": [{"account": "ann"}]}]
        }
        assert await desk.device_work.accounts(device.id) == (Account("ann"),)
        service.answers["query"] = {"retCode": 1008027, "result": ["10110008"]}
        assert await desk.device_work.accounts(device.id) == ()
        service.answers["query"] = {"retCode": 1008004}
        with pytest.raises(AskFailed):
            await desk.device_work.accounts(device.id)

    run(story)


@pytest.mark.parametrize(
    ("answer", "outcome", "code"),
    [
        ({"retCode": 1008006, "errMsg": "invalid token"}, "refused", 1008006),
        ({"retCode": 1008026, "errMsg": "batch op, partly error"}, "unknown", 1008026),
        ({"retCode": 1008004, "errMsg": "invoke service error"}, "unknown", 1008004),
        ({"retCode": 424242}, "unknown", 424242),
        (httpx.Response(502), "unknown", None),
        (httpx.Response(200, content=b"<html>"), "unknown", None),
    ],
)
def test_an_end_that_nobody_knows_is_called_so(
    service: Stations, run: Run[Any], answer: Any, outcome: str, code: int | None
) -> None:
    service.answers["tag"] = answer

    async def story(desk: Desk) -> None:
        _, device = await phone(desk)
        work = await desk.device_work.change(device.id, Order("tags_added", ("vip",)))
        assert (work.outcome, work.code) == (outcome, code)
        assert len(service.asked) == 1

    run(story)


def test_a_change_cut_off_by_the_end_of_the_program_is_unknown_afterwards(
    world: Outside, service: Stations, run: Run[Any]
) -> None:
    device_ids: list[str] = []

    async def first(desk: Desk) -> None:
        _, device = await phone(desk)
        device_ids.append(device.id)
        begun = asyncio.Event()

        async def hang(_: httpx.Request) -> httpx.Response:
            begun.set()
            await asyncio.Event().wait()
            raise AssertionError

        world.answer = hang
        async with asyncio.TaskGroup() as group:
            order = Order("tags_added", ("vip",))
            task = group.create_task(desk.device_work.change(device.id, order))
            await begun.wait()
            (work,) = await desk.device_work.done(device.id)
            assert work.outcome == "begun"
            task.cancel()

    run(first)

    async def later(desk: Desk) -> None:
        (work,) = await desk.device_work.done(device_ids[0])
        assert (work.outcome, work.names) == ("unknown", ("vip",))

    run(later)


def test_calls_about_tags_keep_a_second_apart(
    world: Outside, service: Stations, run: Run[Any]
) -> None:
    async def story(desk: Desk) -> None:
        _, device = await phone(desk)
        began = world.clock.passed
        async with asyncio.TaskGroup() as group:
            for tag in ("a", "b", "c"):
                group.create_task(desk.device_work.change(device.id, Order("tags_added", (tag,))))
            await world.clock.advance(0)
            assert len(service.calls("tag")) == 1
            await world.clock.advance(2)
        assert world.clock.passed - began == 2
        assert [asked["tag_list"] for asked in service.calls("tag")] == [["a"], ["b"], ["c"]]

    run(story)


@pytest.mark.parametrize(
    ("order", "reason"),
    [
        (Order("tags_added"), "no_tag"),
        (Order("tags_added", ("x" * 51,)), "tag_long"),
        (Order("accounts_overwritten"), "no_account"),
        (Order("attributes_set"), "no_attribute"),
        (Order("attributes_set", values={"字" * 20: "x"}), "attribute_long"),
        (Order("attributes_removed"), "no_attribute"),
    ],
)
def test_what_cannot_be_is_refused_and_not_written_down(
    service: Stations, run: Run[Any], order: Order, reason: str
) -> None:
    async def story(desk: Desk) -> None:
        _, device = await phone(desk)
        with pytest.raises(WorkRefused) as refused:
            await desk.device_work.change(device.id, order)
        assert refused.value.reason == reason
        assert service.asked == []
        assert await desk.device_work.done(device.id) == []

    run(story)


def test_only_devices_of_the_book_are_changed(service: Stations, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        _, device = await phone(desk)
        await desk.remove_device(device.id)
        for call in (
            desk.device_work.change(device.id, Order("tags_cleared")),
            desk.device_work.accounts(device.id),
            desk.device_work.attributes(device.id),
            desk.device_work.done(device.id),
        ):
            with pytest.raises(WorkRefused) as refused:
                await call  # type: ignore[misc]
            assert refused.value.reason == "gone"
        assert service.asked == []

    run(story)


def test_a_tag_is_taken_off_every_phone_only_with_the_apps_name(
    service: Stations, run: Run[Any]
) -> None:
    async def story(desk: Desk) -> None:
        app, _ = await phone(desk, "android", "ios")
        await desk.add_tags(app.id, "xg_user_define", ["old", "vip"])
        with pytest.raises(WorkRefused) as refused:
            await desk.device_work.delete_tags(app.id, ["old"], "Demo")
        assert refused.value.reason == "name"
        assert service.asked == []
        ends = await desk.device_work.delete_tags(
            app.id, ["old"], " \uff44\uff45\uff4d\uff4f mall "
        )
        assert {platform: end.outcome for platform, end in ends.items()} == {
            "android": "done",
            "ios": "done",
        }
        asked = service.calls("delete_all_device")
        assert [(one["by"], one["tag_list"]) for one in asked] == [
            ("1500012345", ["old"]),
            ("1600012345", ["old"]),
        ]
        assert [tag.tag for tag in await desk.tags(app.id)] == ["vip"]

    run(story)


def test_a_tag_that_one_system_may_still_have_stays_in_the_book(
    service: Stations, run: Run[Any]
) -> None:
    service.answers["delete_all_device"] = lambda asked: (
        {"retCode": 1008007} if asked["by"].startswith("1600") else {}
    )

    async def story(desk: Desk) -> None:
        app, _ = await phone(desk, "android", "ios")
        await desk.add_tags(app.id, "xg_user_define", ["old"])
        ends = await desk.device_work.delete_tags(app.id, ["old"], "Demo Mall")
        assert [end.outcome for end in ends.values()] == ["done", "refused"]
        assert [tag.tag for tag in await desk.tags(app.id)] == ["old"]

    run(story)


def test_every_verb_has_a_kind_of_action() -> None:
    assert {verb.partition("_")[0] for verb in get_args(Verb)} == set(KINDS)


def test_a_removal_whose_end_is_unknown_is_told_until_somebody_has_read_it(
    service: Stations, world: Outside, run: Run[Any]
) -> None:
    async def story(desk: Desk) -> None:
        app, _ = await phone(desk)
        work = desk.device_work
        service.broken = True
        for name in ("old", "vip"):
            await work.delete_tags(app.id, [name], "Demo Mall")
            world.clock.leap(60)  # calls about tags keep their distance
        old, vip = await work.open_removals(app.id)
        assert (old.names, old.platform, vip.names) == (("old",), "android", ("vip",))
        service.broken = False
        await work.delete_tags(app.id, ["old"], "Demo Mall")
        assert await work.open_removals(app.id) == (vip,)
        await work.note_removal(vip.number)
        assert await work.open_removals(app.id) == ()

    run(story)


def test_a_removal_that_was_cut_off_is_told_after_a_restart(
    service: Stations, world: Outside, run: Run[Any]
) -> None:
    async def story(desk: Desk) -> None:
        app, _ = await phone(desk)
        with desk._database.transaction() as conn:
            what = '{"verb": "tags_deleted", "names": ["vip"], "token": ""}'
            Actions(conn).begin("tag_delete", "1500012345", None, world.clock.now(), what=what)
        (one,) = await desk.device_work.open_removals(app.id)
        assert (one.names, one.at) == (("vip",), world.clock.now())

    run(story)


def test_a_tag_with_a_character_that_nobody_sees_is_not_given_but_taken_off(
    service: Stations, run: Run[Any]
) -> None:
    async def story(desk: Desk) -> None:
        _, device = await phone(desk)
        with pytest.raises(WorkRefused, match="tag_unseen"):
            await desk.device_work.change(device.id, Order("tags_added", ("vi\u202ep",)))
        assert service.asked == []
        work = await desk.device_work.change(device.id, Order("tags_removed", ("vi\u202ep",)))
        assert work.outcome == "done"

    run(story)
