"""What may go into the book of test devices, and what a push to them leaves there."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.send.builders import TOKEN, app, context, draft
from tests.send.conftest import Outside, Run
from tpns_desktop.send.checks import examine
from tpns_desktop.send.desk import Desk, DeviceForm, DeviceRefused
from tpns_desktop.send.device_book import copies

PHONE = DeviceForm("  Li's  phone ", "android", f" {TOKEN}\n", " on the desk ")


def test_a_device_is_kept_tidy_changed_removed_and_put_back(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        device = await desk.save_device(app.id, PHONE)
        assert (device.name, device.token, device.note) == ("Li's phone", TOKEN, "on the desk")
        changed = await desk.save_device(app.id, DeviceForm("Mi 14", "ios", TOKEN[::-1]), device.id)
        assert (changed.id, changed.added_at) == (device.id, device.added_at)
        assert await desk.devices(app.id) == [changed]
        assert await desk.remove_device(device.id)
        assert not await desk.remove_device(device.id)
        assert await desk.put_back_device(changed)
        assert not await desk.put_back_device(changed)
        assert await desk.devices(app.id) == [changed]

    run(story)


@pytest.mark.parametrize(
    ("form", "reason"),
    [
        (DeviceForm("  ", "android", TOKEN), "name_required"),
        (DeviceForm("li's PHONE", "ios", "1" * 36), "name_taken"),
        (DeviceForm("Two", None, "1" * 36), "platform_required"),
        (DeviceForm("Two", "web", "1" * 36), "platform_required"),
        (DeviceForm("Two", "ios", " "), "token_required"),
        (DeviceForm("Two", "ios", "1" * 37), "token_too_long"),
        (DeviceForm("Two", "ios", "1111\n2222"), "token_too_long"),
        (DeviceForm("Two", "android", TOKEN), "token_taken"),
    ],
)
def test_a_device_that_no_test_would_reach_is_not_kept(
    world: Outside, run: Run[Any], form: DeviceForm, reason: str
) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        device = await desk.save_device(app.id, PHONE)
        with pytest.raises(DeviceRefused) as refused:
            await desk.save_device(app.id, form)
        assert refused.value.reason == reason
        assert refused.value.name == ("Li's phone" if reason == "token_taken" else "")
        assert await desk.devices(app.id) == [device]

    run(story)


def test_a_device_keeps_its_own_name_and_token_when_it_is_changed(
    world: Outside, run: Run[Any]
) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        device = await desk.save_device(app.id, PHONE)
        again = await desk.save_device(app.id, PHONE, device.id)
        assert again == device
        await desk.remove_device(device.id)
        with pytest.raises(DeviceRefused, match="gone"):
            await desk.save_device(app.id, PHONE, device.id)

    run(story)


def test_a_confirmed_push_uses_its_named_devices(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> None:
        app = await desk.use_practice(world.line)
        one = await desk.save_device(app.id, DeviceForm("One", "android", TOKEN))
        two = await desk.save_device(app.id, DeviceForm("Two", "android", TOKEN[::-1]))
        data = draft("device", audience__device__named=copies([one]), audience__device__text="")
        review = await desk.review(app.id, None, data)
        assert review.ready
        await desk.confirm(review, set(review.required_ticks))
        used = {device.id: device.used_at for device in await desk.devices(app.id)}
        assert used == {one.id: world.clock.now(), two.id: None}

    run(story)


def named(*devices: tuple[str, str, str]) -> list[dict[str, str]]:
    keys = ("name", "platform", "token")
    return [dict(zip(keys, device, strict=True)) for device in devices]


def test_named_devices_are_counted_and_told_beside_the_typed_ones() -> None:
    chosen = named(("Mi 14", "android", TOKEN), ("iPhone", "ios", "1" * 36))
    examined = examine(draft("device", audience__device__named=chosen), context())
    told = examined.audience
    assert (told.count, told.repeats, told.named) == (2, 1, ("Mi 14", "iPhone"))
    assert told.as_dict()["named"] == ["Mi 14", "iPhone"]
    bodies = {key: json.loads(body)["token_list"] for key, body in examined.bodies.items()}
    assert bodies == {"android": [TOKEN], "ios": ["1" * 36]}


def test_typed_devices_beside_named_ones_are_not_left_behind_without_a_word() -> None:
    chosen = named(("iPhone", "ios", "1" * 36))
    data = draft("device", audience__device__named=chosen, audience__device__platform=None)
    examined = examine(data, context())
    assert [(f.id, f.field) for f in examined.errors] == [
        ("target.platform", "audience.device.platform")
    ]
    data["audience"]["device"]["text"] = ""
    assert examine(data, context()).can_review


def test_a_device_of_a_system_that_the_app_has_not_is_told_by_name() -> None:
    chosen = named(("iPhone", "ios", "1" * 36))
    only_android = context(app=app(ios_access_id=None, ios_environment=None))
    examined = examine(draft("device", audience__device__named=chosen), only_android)
    [finding] = examined.errors
    assert (finding.field, finding.params) == ("audience.device.named", {"name": "iPhone"})
    data = draft("device", audience__device__named=chosen, audience__device__text="")
    assert [f.field for f in examine(data, only_android).errors] == ["audience.device.named"]
