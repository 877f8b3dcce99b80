"""Figures: grow with simulated time, never shrink, and are the same for the same push."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpns_desktop.practice.course import Counts, Course, Terms
from tpns_desktop.practice.routing import Stratum

from .conftest import Make, Practice, notify

TERMS = Terms(expire_s=86_400, dispatch_s=30.0, shown=True)
STRATA = (
    Stratum("hw", "phone_on", 5000),
    Stratum("hw", "phone_off", 700),
    Stratum("xg", "online", 3000),
    Stratum("xg", "phone_on", 90),
    Stratum("mz", "phone_on", 40, deliverable=False),
)
INSTANTS = [0, 1, 10, 60, 600, 3600, 6 * 3600, 24 * 3600, 72 * 3600]


def total(counts: dict[str, Counts]) -> Counts:
    return sum(counts.values(), Counts())


def fields(counts: Counts) -> tuple[int, ...]:
    return (counts.planned, counts.delivered, counts.arrived, counts.tapped, counts.dismissed)


@given(
    st.lists(
        st.builds(
            Stratum,
            channel=st.sampled_from(["xg", "hw", "mz", "apns"]),
            readiness=st.sampled_from(["online", "phone_on", "phone_off"]),
            count=st.integers(1, 2000),
        ),
        max_size=5,
    ),
    st.integers(0, 10**6),
    st.sampled_from([0, 800, 86_400, 259_200]),
)
def test_later_is_never_less_and_each_figure_contains_the_next(
    strata: list[Stratum], key: int, expire_s: int
):
    course = Course(strata, Terms(expire_s, 20.0, shown=True), str(key))
    figures = [course.at(instant) for instant in INSTANTS]
    for before, after in pairwise(figures):
        for channel, counts in before.items():
            assert all(a <= b for a, b in zip(fields(counts), fields(after[channel]), strict=True))
    for counts in figures[-1].values():
        assert counts.planned >= counts.delivered >= counts.arrived
        assert counts.arrived >= counts.tapped + counts.dismissed


def test_the_same_key_gives_the_same_figures_and_another_does_not():
    first, again, other = (Course(STRATA, TERMS, key).at(3600) for key in ("a", "a", "b"))
    assert first == again != other


def test_figures_reach_most_devices_in_a_day():
    counts = Course(STRATA, TERMS, "a").at(86_400)
    assert counts["hw"].planned == 5700
    assert counts["hw"].arrived > 0.85 * 5700
    assert 0.02 < counts["hw"].tapped / 5700 < 0.15
    assert counts["hw"].dismissed > counts["hw"].tapped


def test_a_closed_channel_plans_but_delivers_nothing():
    assert Course(STRATA, TERMS, "a").at(86_400)["mz"] == Counts(planned=40)


def test_expiry_zero_reaches_only_devices_that_are_online():
    counts = Course(STRATA, Terms(0, 30.0, shown=True), "a").at(86_400)
    assert counts["hw"] == Counts(planned=5700)
    assert counts["xg"].arrived > 0.9 * 3000


def test_offline_devices_come_back_within_the_expiry_only():
    offline = (Stratum("xg", "phone_off", 1000),)
    short = Course(offline, Terms(3600, 30.0, shown=True), "a").at(10**6)["xg"].delivered
    long = Course(offline, Terms(259_200, 30.0, shown=True), "a").at(10**6)["xg"].delivered
    assert 0 < short < 250
    assert long > 900


def test_messages_that_are_not_shown_are_not_tapped():
    counts = total(Course(STRATA, Terms(86_400, 30.0, shown=False), "a").at(10**6))
    assert counts.arrived > 0
    assert (counts.tapped, counts.dismissed) == (0, 0)


# Through the service -------------------------------------------------------------------


def test_a_push_to_three_accounts_has_small_whole_figures(practice: Practice):
    accounts = list(practice.world.population.known().accounts[:3])
    answer = practice.push(notify("account_list", account_list=accounts))
    practice.clock.advance(3600)
    counts = practice.counters(answer["push_id"])["all"]
    assert counts["pushActiveUv"] == 3
    assert 1 <= counts["arrivalUv"] <= 3


def test_account_push_type_1_reaches_every_device_of_an_account(practice: Practice):
    body = notify("account", account_list=["user000001"])
    practice.push(body | {"account_push_type": 0})
    practice.push(body | {"account_push_type": 1})
    latest, every = practice.android.pushes
    assert latest.planned <= 1
    assert len(practice.world.population.people.devices(0, "user000001", "android")) == 2
    assert every.planned >= latest.planned


def test_figures_grow_sixty_times_faster_than_the_clock(practice: Practice):
    push_id = practice.push(notify())["push_id"]
    seen = [practice.counters(push_id)["all"]]
    for seconds in (1, 5, 30, 60, 600, 3600):
        practice.clock.advance(seconds)
        seen.append(practice.counters(push_id)["all"])
    assert seen[0]["pushOnlineUv"] == 0
    assert seen[2]["pushOnlineUv"] > 0.8 * seen[-1]["pushOnlineUv"]
    clicks = [row["clickUv"] for row in seen]
    assert clicks == sorted(clicks)
    assert 0 < clicks[3] < clicks[-1]


@pytest.mark.parametrize("pace", [1, 600])
def test_another_pace_is_the_same_course_at_another_speed(pace: float, make: Make):
    usual, other = make(pace=60), make(pace=pace)
    ids = [one.push(notify())["push_id"] for one in (usual, other)]
    usual.clock.advance(600)
    other.clock.advance(600 * 60 / pace)
    assert usual.counters(ids[0]) == other.counters(ids[1])


def test_the_same_seed_and_push_give_the_same_figures(make: Make):
    figures = []
    for start in (0, 86_400 * 100):
        practice = make()
        practice.clock.advance(start)
        push_id = practice.push(notify())["push_id"]
        practice.clock.advance(300)
        figures.append(practice.counters(push_id))
    assert figures[0] == figures[1]
    assert figures[0] != {}


def test_the_second_push_of_the_same_words_has_figures_of_its_own(make: Make):
    practice = make(limits=False)
    ids = [practice.push(notify())["push_id"] for _ in range(2)]
    practice.clock.advance(600)
    assert practice.counters(ids[0]) != practice.counters(ids[1])


def test_android_and_ios_counters_have_their_own_shapes(practice: Practice):
    ios = notify(environment="dev", message={"title": "a", "content": "b", "ios": {"aps": {}}})
    push_ids = practice.push(notify())["push_id"], practice.push(ios, "ios")["push_id"]
    practice.clock.advance(60)
    android_rows = practice.counters(push_ids[0])
    ios_rows = practice.counters(push_ids[1], "ios")
    assert set(android_rows) == {
        "xg", "hw", "xm", "mz", "oppo", "vivo", "honor", "fcm", "all",
    }  # fmt: skip
    assert set(android_rows["all"]) == {
        "pushActiveUv", "pushOnlineUv", "verifySvcUv", "callbackVerifySvcUv", "arrivalUv",
        "verifyUv", "clickUv", "cleanupUv",
    }  # fmt: skip
    assert set(ios_rows) == {"apns", "all"}
    assert set(ios_rows["all"]) == {"pushActiveUv", "pushOnlineUv", "verifySvcUv", "clickUv"}
    for key, value in android_rows["all"].items():
        assert value == sum(row[key] for name, row in android_rows.items() if name != "all")
