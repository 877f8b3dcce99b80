"""The drawn phones of practice: what they show is what the service's own figures say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.practice.chat import NEW, Chat
from tests.practice.cloud import ask
from tests.practice.conftest import CREDENTIALS, Make, Practice, basic, notify
from tests.practice.test_mending import ios_body
from tests.practice.test_texts import APP, HOURS, sms
from tpns_desktop.practice import bits
from tpns_desktop.practice.course import Counts
from tpns_desktop.practice.drawn_phones import DrawnPhone, drawn_phones
from tpns_desktop.practice.phone_wall import Seen
from tpns_desktop.practice.phone_wall_calls import PATH, TAP_PATH, PhoneWallCalls
from tpns_desktop.practice.population import Population
from tpns_desktop.practice.rules import Platform

NAMES = ("iphone", "huawei", "xiaomi", "oppo", "vivo", "offline")
DAY_S = 86_400
STEP_S = 7.0
"""Real seconds, seven simulated minutes, between two looks."""
SEEN = {"shown", "tapped", "dismissed"}


def phones_of(practice: Practice) -> dict[str, DrawnPhone]:
    return {one.name: one for one in drawn_phones(practice.world.population)}


def token(practice: Practice, phone: DrawnPhone) -> str:
    return practice.world.population.fleets[phone.platform].token(phone.device)


def wall(practice: Practice, *push_ids: str) -> dict[str, Any]:
    answer = practice.post(PATH, {"pushIds": list(push_ids)})
    assert answer["retCode"] == 0
    return {one["phone"]: one for one in answer["phones"]}


def tap(practice: Practice, phone: str, *push_ids: str) -> Any:
    return practice.post(TAP_PATH, {"pushIds": list(push_ids), "phone": phone})


def push_to(practice: Practice, phone: DrawnPhone, **fields: Any) -> str:
    """A push to this phone alone, so that all its figures are the phone's."""
    body = {"token_list": [token(practice, phone)], "expire_time": DAY_S, **fields}
    if phone.platform == "ios":
        return str(practice.push(ios_body(audience_type="token", **body), "ios")["push_id"])
    return str(practice.push(notify("token", **body))["push_id"])


def figures(practice: Practice, push_id: str, platform: Platform) -> Counts:
    """All channels' counts of a push now."""
    application = practice.world.applications[platform]
    push = application.push(push_id)
    assert push is not None
    return sum(application.counts(push, practice.clock.now).values(), Counts())


def looks(practice: Practice, push_id: str, hours: float = 30) -> Iterator[dict[str, Seen]]:
    """What the phones show at instants of so many simulated hours, as the calls tell it."""
    calls = PhoneWallCalls(practice.world)
    for _ in range(round(hours * 60 / STEP_S)):
        practice.clock.advance(STEP_S)
        yield {one.phone.name: one for one in calls._seen([push_id], practice.clock.now)[0]}


def test_a_world_has_the_same_six_phones_one_of_them_silent_and_one_switched_off(make: Make):
    practice = make()
    six = phones_of(practice)
    assert tuple(six) == NAMES
    assert six == {one.name: one for one in drawn_phones(Population(seed=15, devices=2000))}
    assert [one.platform for one in six.values()] == ["ios"] + 5 * ["android"]
    assert len({one.account for one in six.values()}) == 6
    fleets = practice.world.population.fleets
    for one in six.values():
        fleet = fleets[one.platform]
        assert bits.has(fleet.reachable, one.device) == (one.name != "oppo")
        assert bits.has(fleet.switched_off, one.device) == (one.name == "offline")
        assert practice.world.population.people.devices(0, one.account, one.platform) == [
            one.device
        ]


@pytest.mark.parametrize("devices", [10, 30, 100, 200])
def test_a_small_world_has_the_phones_it_has(devices: int, make: Make):
    told = wall(make(devices=devices))
    assert set(told) <= set(NAMES)
    assert all(one["state"] == "idle" for one in told.values())


@pytest.mark.parametrize("name", NAMES)
def test_a_phone_shows_at_every_instant_what_the_figures_of_a_push_to_it_alone_say(
    name: str, make: Make
):
    # Several worlds, as a phone that is tapped in one is left alone in another.
    for seed in (15, 16, 17):
        practice = make(limits=False, seed=seed)
        phone = phones_of(practice)[name]
        push_id = push_to(practice, phone)
        settled = False
        for look in looks(practice, push_id):
            one, counts = look[name], figures(practice, push_id, phone.platform)
            assert (one.state == "off") == (name == "oppo") == (counts.planned == 0)
            assert (one.state in SEEN) == bool(counts.arrived)
            assert (one.state == "tapped") == bool(counts.tapped)
            assert (one.state == "dismissed") == bool(counts.dismissed)
            assert one.settled or not settled
            settled = one.settled
            others = {other.state for other in look.values()} - {one.state}
            assert others == {"out"}
        assert settled


def test_a_phone_is_among_the_receivers_exactly_when_the_service_lists_the_push_for_its_token(
    make: Make,
):
    practice = make(limits=False)
    six = phones_of(practice)
    fleet = practice.android.fleet
    android = [one.device for one in six.values() if one.platform == "android"]
    # A tag that some of the phones carry and others do not.
    tag = next(
        tag
        for tag, tagged in fleet.custom_tags.items()
        if 0 < sum(bits.has(tagged, device) for device in android) < len(android)
    )
    for body in (notify(), notify("tag", tag_list={"tags": [tag], "op": "OR"})):
        push_id = str(practice.push(body)["push_id"])
        practice.clock.advance(2)
        told = wall(practice, push_id)
        for name, phone in six.items():
            asked = {"token": token(practice, phone)}
            answer = practice.post("/v3/toolbox/getPushListByToken", asked, phone.platform)
            listed = push_id in {str(one["pushId"]) for one in answer["pushTaskList"]}
            assert listed == (told[name]["state"] != "out")
        assert told["iphone"]["why"] == "system"
    assert {one["state"] for one in told.values()} > {"out"}
    assert {one["why"] for one in told.values() if one["state"] == "out"} == {"system", "audience"}


def test_a_push_of_both_systems_shows_on_all_phones_and_one_of_ios_on_the_iphone_alone(make: Make):
    practice = make(limits=False)
    ids = [
        str(practice.push(notify())["push_id"]),
        str(practice.push(ios_body(), "ios")["push_id"]),
    ]
    assert {one["state"] for one in wall(practice, *ids).values()} == {"waiting", "off"}
    practice.clock.advance(60)
    both = wall(practice, *ids)
    assert all(one["state"] in SEEN for name, one in both.items() if name in NAMES[:3])
    ios = wall(practice, ids[1])
    assert ios["iphone"] == both["iphone"]
    assert {one["state"] for name, one in ios.items() if name != "iphone"} == {"out"}


# Taps ----------------------------------------------------------------------------------


def test_a_tap_raises_the_figure_by_one_once_a_phone_and_push(make: Make):
    practice = make(limits=False)
    push_id = str(practice.push(notify())["push_id"])
    assert not tap(practice, "huawei", push_id)["tapped"]
    name = waited_for(practice, push_id)
    before = practice.counters(push_id)["all"]["clickUv"]
    answer = tap(practice, name, push_id)
    one = next(one for one in answer["phones"] if one["phone"] == name)
    assert answer["tapped"]
    assert one["state"] == "tapped"
    assert one["tappedAt"] == pytest.approx(answer["now"])
    assert practice.counters(push_id)["all"]["clickUv"] == before + 1
    assert not tap(practice, name, push_id)["tapped"]
    assert practice.counters(push_id)["all"]["clickUv"] == before + 1
    day = {"startDate": "20260115", "endDate": "20260115"}
    total = practice.report("get_push_channel_stat_overview", day)
    assert total["retCode"] == 0


def waited_for(practice: Practice, push_id: str) -> str:
    """The first phone on which the push stands, once it does."""
    for look in looks(practice, push_id, hours=3):
        for name, one in look.items():
            if one.state == "shown":
                return name
    raise AssertionError("shown nowhere")


@pytest.mark.parametrize("name", [name for name in NAMES if name != "oppo"])
def test_a_phone_that_was_tapped_by_hand_is_counted_once_whatever_its_fate_was(
    name: str, make: Make
):
    for seed in range(15, 21):
        practice = make(limits=False, seed=seed)
        phone = phones_of(practice)[name]
        push_id = push_to(practice, phone)
        by_hand = False
        for look in looks(practice, push_id):
            if look[name].state == "shown":
                assert not by_hand
                by_hand = tap(practice, name, push_id)["tapped"]
            counts = figures(practice, push_id, phone.platform)
            assert counts.tapped + counts.dismissed <= counts.arrived <= 1
            assert counts.tapped >= by_hand


def test_figures_of_a_push_to_all_never_fall_after_taps_by_hand(make: Make):
    practice = make(limits=False)
    push_id = str(practice.push(notify())["push_id"])
    last = Counts()
    for look in looks(practice, push_id, hours=80):
        for name, one in look.items():
            if one.state == "shown":
                tap(practice, name, push_id)
        counts = figures(practice, push_id, "android")
        for step in ("delivered", "arrived", "tapped", "dismissed"):
            assert getattr(counts, step) >= getattr(last, step)
        assert counts.tapped + counts.dismissed <= counts.arrived
        last = counts


# Texts ---------------------------------------------------------------------------------


@pytest.mark.parametrize("condition", [0, 1])
def test_a_text_shows_on_the_phone_that_the_sms_service_sent_it_to(condition: int, make: Make):
    for name in ("oppo", "offline"):
        practice = make(limits=False)
        push_id = push_to(practice, phones_of(practice)[name], **sms(condition))
        sent = False
        for look in looks(practice, push_id, hours=3):
            one = look[name]
            sent = sent or bool(one.text or one.text_why)
            if one.text:
                assert "50元券" in one.text
                assert one.text_at is not None
                assert one.text_at > practice.clock.now - 4 * 3600
        answer = ask(practice, "SendStatusStatistics", {**HOURS, "SmsSdkAppId": APP})
        assert answer["SendStatusStatistics"]["RequestCount"] == sent
        assert sent == (name == "oppo" or condition == 1)


def test_who_tapped_by_hand_in_time_gets_no_text(make: Make):
    texts = []
    for tapping in (False, True):
        practice = make(limits=False)
        push_id = push_to(practice, phones_of(practice)["vivo"], **sms(2))
        for look in looks(practice, push_id, hours=3):
            if tapping and look["vivo"].state == "shown":
                tap(practice, "vivo", push_id)
        texts.append(look["vivo"].text or look["vivo"].text_why)
    assert texts[1] == ""
    # Else nothing would be shown by it.
    assert texts[0] != ""


# What a person does about a push --------------------------------------------------------


@pytest.mark.parametrize(
    ("call", "late", "early"),
    [
        ("stop_push_msg", "shown", "stopped"),
        ("revoke_push_msg", "withdrawn", "stopped"),
    ],
)
def test_what_ends_a_push_ends_it_on_the_phones(call: str, late: str, early: str, make: Make):
    practice = make(limits=False)
    push_id = str(practice.push(notify(expire_time=3 * DAY_S))["push_id"])
    name = waited_for(practice, push_id)
    assert practice.post(f"/v3/push/{call}", {"pushId": push_id})["retCode"] == 0
    told = wall(practice, push_id)
    assert told[name]["state"] == late
    assert told["offline"]["state"] == early
    assert told["offline"]["settled"]


@pytest.mark.parametrize("reading", ["everything", "own_channel"])
def test_what_stop_stops_is_stopped_on_the_phones_too(reading: Any, make: Make):
    practice = make(limits=False, stop_stops=reading)
    push_id = str(practice.push(notify(expire_time=3 * DAY_S))["push_id"])
    assert practice.post("/v3/push/stop_push_msg", {"pushId": push_id})["retCode"] == 0
    shown = {name for told in looks(practice, push_id) for name in told if told[name].state in SEEN}
    delivered = figures(practice, push_id, "android").arrived
    assert bool(shown) == bool(delivered) == (reading == "own_channel")


def test_a_cancelled_push_shows_nowhere(make: Make):
    practice = make(limits=False)
    push_id = str(practice.push(notify(send_time="2026-01-15 11:00:00"))["push_id"])
    assert wall(practice, push_id)["huawei"]["state"] == "waiting"
    practice.post("/v3/push/cancel_timing_task", {"pushId": push_id})
    told = wall(practice, push_id)
    assert {told[name]["state"] for name in NAMES[1:]} == {"cancelled"}


# Who may ask ---------------------------------------------------------------------------


def test_the_calls_are_guarded_and_read_like_all_others(practice: Practice):
    good = basic(CREDENTIALS["android"])
    for path in (PATH, TAP_PATH):
        assert practice.raw(path, b"{}", {**good, "Origin": "http://a.example"}).status_code == 403
        assert practice.raw(path, b"{}", {}).json()["retCode"] == 1008003
        assert practice.raw(path, b"[]", good).json()["retCode"] == 1008001
        for ids in ("1", [1], {"a": "b"}, ["1"] * 2001):
            assert practice.post(path, {"pushIds": ids, "phone": "vivo"})["retCode"] == 1008007
    assert tap(practice, "", "1")["retCode"] == 1008002
    assert tap(practice, "nokia", "1")["retCode"] == 1008007
    assert not tap(practice, "vivo", "1")["tapped"]


# Chat ----------------------------------------------------------------------------------


def chat_wall(chat: Chat, *task_ids: str, phone: str = "") -> dict[str, Any]:
    practice = Practice(chat.world, chat.clock)
    ids = {"pushIds": list(task_ids)}
    answer = practice.post(TAP_PATH, {**ids, "phone": phone}) if phone else practice.post(PATH, ids)
    return {one["phone"]: one for one in answer["phones"]}


NOTICE = {"OfflinePushInfo": {"PushFlag": 0, "Title": "Sale", "Desc": "Tonight"}}


@pytest.mark.parametrize("fields", [{}, {"MsgLifeTime": 3 * DAY_S}, {**NOTICE}])
def test_a_chat_push_is_on_the_phones_of_those_who_got_it(fields: dict[str, Any]):
    states = set()
    for hour in range(4):
        chat = Chat(limits=False)
        chat.clock.advance(hour * 3600)
        task = str(chat.push(**fields)["TaskId"])
        for _ in range(20):
            chat.clock.advance(60)
            told, received = chat_wall(chat, task), chat.received(task)
            states |= {one["state"] for one in told.values()}
            for one in told.values():
                assert (one["state"] == "message") == (one["account"] in received)
    assert "message" in states
    assert ("shown" in states) == ("OfflinePushInfo" in fields)


def test_a_notification_of_chat_is_tapped_once_and_goes_when_it_is_taken_back():
    chat = Chat(limits=False)
    task = chat.newer_push(1, **NOTICE)
    chat.clock.advance(1)
    told = chat_wall(chat, task)
    shown = [name for name, one in told.items() if one["state"] == "shown"]
    assert len(shown) > 1
    # Notifications are off on one, the other is switched off.
    assert not {"oppo", "offline"} & set(shown)
    assert told["offline"]["away"] == (told["offline"]["state"] == "waiting")
    assert chat_wall(chat, task, phone=shown[0])[shown[0]]["state"] == "tapped"
    chat.clock.advance(2)
    chat.post(NEW, "revoke", {"TaskId": task})
    after = chat_wall(chat, task)
    assert after[shown[0]]["state"] == "tapped"
    assert after[shown[1]]["state"] == "withdrawn"
