"""Millions of devices: what is worked out for all at once is what each of them says by itself."""

from __future__ import annotations

import itertools
import random
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from tpns_desktop.practice import bits
from tpns_desktop.practice.packages import accounts_to_ask_for, devices_of_accounts, package_of
from tpns_desktop.practice.population import Population
from tpns_desktop.practice.rolls import AccountRoll, TokenRoll
from tpns_desktop.practice.rules import PLATFORMS, Rules
from tpns_desktop.practice.short_rolls import ShortAccountRoll, ShortTokenRoll
from tpns_desktop.practice.state import World
from tpns_desktop.practice.tags import read_tags, select

from .conftest import CREDENTIALS, Practice, notify

TODAY = date(2026, 1, 15)
Size = Callable[[int, int], int]


@pytest.fixture
def world(size: Size) -> World:
    """Ten million devices in full length."""
    population = Population(devices=size(200_000, 10_000_000))
    return World(population, Rules(limits=False), credentials=CREDENTIALS)


def item(tag_type: str, *tags: str, op: str = "OR", before: str = "OR", no: bool = False) -> Any:
    return {
        "tag_type": tag_type,
        "tags": list(tags),
        "tags_operator": op,
        "items_operator": before,
        "is_not": no,
    }


def rule(*items: Any, before: str = "OR", no: bool = False) -> Any:
    return {"tag_items": list(items), "operator": before, "is_not": no}


OWN = "xg_user_define"
EXPRESSIONS = {
    "one tag": (
        [rule(item(OWN, "vip"))],
        lambda has: has(OWN, "vip"),
    ),
    "AND binds tighter than OR": (
        [rule(item(OWN, "vip"), item(OWN, "music"), item(OWN, "student", before="AND"))],
        lambda has: has(OWN, "vip") or (has(OWN, "music") and has(OWN, "student")),
    ),
    "not, in items and rules": (
        [
            rule(item(OWN, "level:3", no=True), item("xg_auto_province", "guangdong", "zhejiang")),
            rule(item("xg_auto_devicebrand", "huawei", "apple"), before="AND", no=True),
        ],
        lambda has: (
            (
                not has(OWN, "level:3")
                or has("xg_auto_province", "guangdong")
                or has("xg_auto_province", "zhejiang")
            )
            and not (has("xg_auto_devicebrand", "huawei") or has("xg_auto_devicebrand", "apple"))
        ),
    ),
    "every word of an item": (
        [
            rule(item(OWN, "music", "movie_fan", op="AND"), item("xg_auto_version", "2.0.0")),
            rule(item("xg_auto_city", "shenzhen"), item("xg_auto_active", "20260115")),
        ],
        lambda has: (
            (has(OWN, "music") and has(OWN, "movie_fan"))
            or has("xg_auto_version", "2.0.0")
            or has("xg_auto_city", "shenzhen")
            or has("xg_auto_active", "20260115")
        ),
    ),
}
COLUMNS = {
    "xg_auto_province": "province",
    "xg_auto_city": "city",
    "xg_auto_version": "app_version",
    "xg_auto_devicebrand": "device_brand",
}


def packed(devices: int, count: int) -> bytes:
    return devices.to_bytes(count // 8 + 1, "little")


@pytest.mark.parametrize("name", EXPRESSIONS)
def test_a_tag_expression_means_whom_it_means_asked_device_by_device(
    name: str, world: World, size: Size
):
    body, says = EXPRESSIONS[name]
    for platform, fleet in world.population.fleets.items():
        meant = select(
            read_tags({"tag_rules": body}),
            lambda kind, tag, fleet=fleet: fleet.tagged(kind, tag, TODAY),
            fleet.everyone,
        )
        meant_bytes = packed(meant, fleet.size)
        own = {tag: packed(drawn, fleet.size) for tag, drawn in fleet.custom_tags.items()}
        chosen = random.Random(f"{name}/{platform}")
        for at in chosen.sample(range(fleet.size), min(fleet.size, size(2000, 50_000))):

            def has(kind: str, tag: str, at: int = at) -> bool:
                if kind == OWN:
                    return bool(own[tag][at >> 3] >> (at & 7) & 1)  # noqa: B023
                if kind == "xg_auto_active":
                    return fleet.days_since_seen[at] == 0  # noqa: B023
                column, names = fleet.distributed[COLUMNS[kind]]  # noqa: B023
                return names[column[at]] == tag

            assert bool(meant_bytes[at >> 3] >> (at & 7) & 1) == says(has), at


def test_counters_asked_twice_are_the_same_and_later_is_never_less(world: World, size: Size):
    practice = Practice(world)
    vip = {"audience_type": "tag", "tag_rules": [rule(item(OWN, "vip"))]}
    for target in ({"audience_type": "all"}, vip):
        push_id = practice.push(notify() | target)["push_id"]
        push = world.applications["android"].push(push_id)
        assert push is not None
        chosen = random.Random(push_id[-5:])
        instants = [practice.clock.now + chosen.expovariate(1 / 600) for _ in range(size(60, 600))]
        ask = world.applications["android"].counts
        asked = {instant: ask(push, instant) for instant in instants}
        chosen.shuffle(instants)
        assert all(ask(push, instant) == asked[instant] for instant in instants)
        totals = [sum_of(asked[instant]) for instant in sorted(instants)]
        for before, after in itertools.pairwise(totals):
            assert all(a <= b for a, b in zip(before, after, strict=True))
        planned, delivered, arrived, tapped, dismissed = totals[-1]
        assert tapped + dismissed <= arrived <= delivered <= planned
        assert tapped > 0


def sum_of(counts: dict[str, Any]) -> tuple[int, ...]:
    rows = list(counts.values())
    fields = ("planned", "delivered", "arrived", "tapped", "dismissed")
    return tuple(sum(getattr(row, name) for row in rows) for name in fields)


def test_another_world_of_the_same_seed_counts_the_same(size: Size):
    figures = []
    for _ in range(2):
        population = Population(devices=size(100_000, 10_000_000))
        practice = Practice(World(population, Rules(limits=False), credentials=CREDENTIALS))
        push_id = practice.push(notify())["push_id"]
        practice.clock.advance(120)
        figures.append(practice.counters(push_id))
    assert figures[0] == figures[1]


# Names and numbers -------------------------------------------------------------------------


def somebody(count: int, most: int) -> Iterator[int]:
    """The first, the last and some between them."""
    yield from (0, 1, count - 2, count - 1)
    yield from random.Random(count).sample(range(count), most)


def test_tokens_one_by_one_are_the_tokens_of_a_package(world: World, size: Size):
    for platform, fleet in world.population.fleets.items():
        world.adopt_token(platform, "04cac74a714f61bf089987a986363d88aaaa")
        numbers = sorted({*somebody(fleet.size, size(500, 20_000))})
        tokens = [fleet.token(at) for at in numbers]
        assert [fleet.device(token) for token in tokens] == numbers
        strange = [token[:-1] + ("0" if token[-1] != "0" else "1") for token in tokens[:50]]
        assert all(fleet.device(token) is None for token in strange)
        other = world.population.fleets["ios" if platform == "android" else "android"].token(5)
        filler = [f"{at:036x}" for at in range(1000)]
        lines = [*tokens, *strange, *filler, other, "G" * 36, "é" * 18, "alice01"]
        random.Random(1).shuffle(lines)
        package = package_of(lines, people=world.population.people, fleet=fleet)
        assert package.tokens is None
        lines.remove("alice01")
        package = package_of(lines, people=world.population.people, fleet=fleet)
        assert package.tokens is not None
        assert list(bits.indexes(package.tokens)) == numbers


@pytest.mark.parametrize("account_type", [0, 1, 991, 999, 1002, 1005])
def test_accounts_one_by_one_are_the_accounts_of_a_package(
    account_type: int, world: World, size: Size
):
    people = world.population.people
    named: dict[str, int] = {}
    for person in somebody(people.count, size(500, 20_000)):
        account = people.account(account_type, person)
        if account is not None:
            named[account] = person
    assert len(named) > size(200, 8000)
    assert all(people.person(account_type, account) == at for account, at in named.items())
    for platform, fleet in world.population.fleets.items():
        filler = [f"nobody{at:06d}" for at in range(4000)]
        package = package_of([*named, *filler], people=people, fleet=fleet)
        assert accounts_to_ask_for(package, account_type, people) == []
        meant = devices_of_accounts(
            package, account_type, all_devices=True, people=people, fleet=fleet
        )
        one_by_one = {
            at for account in named for at in people.devices(account_type, account, platform)
        }
        assert set(bits.indexes(meant)) == one_by_one
        for at in list(one_by_one)[:200]:
            (account,) = people.accounts_of(platform, at)[account_type]
            assert account in named


def test_short_packages_are_read_as_long_ones_are(size: Size):
    population = Population(devices=size(20_000, 200_000))
    people = population.people
    people.bind(1006, "somebody", "android", 7)
    people.bind(0, "else", "android", 8)
    for fleet in population.fleets.values():
        fleet.adopt("04cac74a714f61bf089987a986363d88aaaa")
        lines = [
            *("somebody", "else", "nobody", "user0000001", "user000000", "9" * 12, "字" * 30, "é"),
            *("uin_00001", "+8610000000001", "+86100000000001", "user000003@example.com"),
        ]
        for account_type in (0, 1, 991, 999, 1002, 1005):
            for person in somebody(people.count, 300):
                account = people.account(account_type, person)
                lines += [account] if account else []
        block = ("\n" + "\n".join(lines) + "\n").encode()
        long, short = AccountRoll(people), ShortAccountRoll(people)
        for one in (long, short):
            one.read(block)
        assert {n: some for n, some in long.persons().items() if some} == short.persons()
        assert {n: set(found) for n, found in long.bound().items()} == {
            n: set(found) for n, found in short.bound().items()
        }
        tokens = [fleet.token(at) for at in somebody(fleet.size, 300)] + ["0" * 36, "é" * 18]
        block = ("\n" + "\n".join(tokens) + "\n").encode()
        readers = TokenRoll(fleet), ShortTokenRoll(fleet)
        for reader in readers:
            reader.read(block)
        assert readers[0].devices() == readers[1].devices()
        assert readers[0].devices().bit_count() == len(set(tokens)) - 2


def test_a_name_costs_no_table(world: World):
    people = world.population.people
    names = [(platform, world.population.fleets[platform]) for platform in PLATFORMS]
    tracemalloc.start()
    try:
        for _platform, fleet in names:
            last = fleet.size - 1
            assert fleet.device(fleet.token(last)) == last
        for account_type in (0, 1, 991, 999, 1002, 1005):
            person = people.count // 10 * 10 - 10
            account = people.account(account_type, person)
            assert account is not None
            assert people.person(account_type, account) == person
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 64 * 1024
