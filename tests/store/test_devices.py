"""The book of named test devices."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.store.rows import NOON, later
from tpns_desktop.store.apps import Apps
from tpns_desktop.store.database import Database
from tpns_desktop.store.devices import Device, Devices
from tpns_desktop.store.errors import UnknownApp

PHONE = Device(
    id="one",
    app_id="app-1",
    name="Li's Mi 14",
    platform="android",
    token="0" * 36,
    note="on the desk 桌上",
    added_at=NOON,
)
IPHONE = replace(PHONE, id="two", name="iPhone", platform="ios", token="1" * 36, added_at=later(1))


def test_devices_are_kept_changed_and_removed(database: Database) -> None:
    with database.transaction() as conn:
        devices = Devices(conn)
        devices.add(IPHONE)
        devices.add(PHONE)
        assert devices.all("app-1") == [PHONE, IPHONE]
        assert devices.all("app-2") == []
        changed = replace(PHONE, name="Mi 14", note="", app_id="app-9", added_at=later(9))
        assert devices.update(changed)
        assert devices.get("one") == replace(PHONE, name="Mi 14", note="")
        assert devices.remove("one")
        assert not devices.remove("one")
        assert not devices.update(PHONE)
        assert devices.get("one") is None


def test_only_the_devices_of_the_push_are_used(database: Database) -> None:
    with database.transaction() as conn:
        devices = Devices(conn)
        devices.add(PHONE)
        devices.add(IPHONE)
        devices.used("app-1", [PHONE.token, "another"], later(5))
        devices.used("app-2", [IPHONE.token], later(6))
        assert devices.all("app-1") == [replace(PHONE, used_at=later(5)), IPHONE]


def test_a_device_goes_with_its_app_and_does_not_come_without_one(database: Database) -> None:
    with database.transaction() as conn:
        Devices(conn).add(PHONE)
        Apps(conn).remove("app-1")
        assert Devices(conn).all("app-1") == []
    with pytest.raises(UnknownApp), database.transaction() as conn:
        Devices(conn).add(PHONE)
