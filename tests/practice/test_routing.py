"""Which channel each device is reached over."""

from __future__ import annotations

from typing import Any

import pytest

from tpns_desktop.practice.order import read_order
from tpns_desktop.practice.population import Population
from tpns_desktop.practice.routing import Stratum, route
from tpns_desktop.practice.rules import Platform, Rules

from .conftest import notify

WORLD = Population(devices=2000)


def routed(body: dict[str, Any], platform: Platform = "android") -> tuple[Stratum, ...]:
    fleet = WORLD.fleets[platform]
    return route(fleet.everyone, read_order(body, platform=platform, now=0.0, rules=Rules()), fleet)


def channels(strata: tuple[Stratum, ...]) -> set[str]:
    return {stratum.channel for stratum in strata}


def planned(strata: tuple[Stratum, ...]) -> int:
    return sum(stratum.count for stratum in strata)


def test_planned_are_devices_seen_in_90_days_with_notifications_on():
    fleet = WORLD.fleets["android"]
    assert planned(routed(notify())) == (fleet.recent & fleet.reachable).bit_count()


def test_connected_devices_take_the_own_channel_unless_told_otherwise():
    usual, other = routed(notify()), routed(notify(tpns_online_push_type=1))
    assert {s.channel for s in usual if s.readiness == "online"} == {"xg"}
    assert {s.channel for s in other if s.readiness == "online"} > {"hw", "xm", "oppo"}
    assert planned(usual) == planned(other)


def test_an_in_app_message_takes_the_own_channel_alone():
    body = notify() | {"message_type": "message"}
    strata = routed(body)
    assert channels(strata) == {"xg"}
    assert planned(strata) == WORLD.fleets["android"].recent.bit_count()


def test_a_closed_vendor_is_replaced_by_the_own_channel():
    strata = routed(notify(channel_rules=[{"channel": "hw", "disable": True}]))
    assert "hw" not in channels(strata)
    assert planned(strata) == planned(routed(notify()))


def test_without_the_own_channel_there_is_no_second_try():
    rules = [{"channel": "hw", "disable": True}, {"channel": "xg", "disable": True}]
    strata = routed(notify(channel_rules=rules))
    assert {s.channel for s in strata if not s.deliverable} == {"hw", "xg"}


@pytest.mark.parametrize(
    ("title", "content", "left"),
    [
        ("x" * 33, "y", {"oppo", "mz"}),
        ("x", "y" * 129, {"hw", "xm", "mz", "vivo"}),
        ("", "y", {"hw", "xm", "mz", "vivo", "oppo", "honor", "fcm"}),
    ],
)
def test_too_long_or_empty_for_a_vendor_means_the_own_channel(
    title: str, content: str, left: set[str]
):
    strata = routed(notify(message={"title": title, "content": content}))
    assert not channels(strata) & left
    assert planned(strata) == planned(routed(notify()))


def test_iphones_are_reached_over_apns():
    message = {"title": "a", "content": "b", "ios": {"aps": {}}}
    strata = routed(notify(environment="dev", message=message), "ios")
    assert channels(strata) == {"apns"}
