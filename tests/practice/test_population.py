"""The made-up world: the same for the same seed everywhere, and as varied as it says."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date

import pytest

from tpns_desktop.practice import bits
from tpns_desktop.practice.catalogue import KNOWN_TAGS, PLACES, byte_table
from tpns_desktop.practice.people import People
from tpns_desktop.practice.population import Population
from tpns_desktop.practice.rules import PLATFORMS
from tpns_desktop.practice.tokens import TokenScheme

TODAY = date(2026, 1, 15)
DESCRIBE = """
import json
from datetime import date
from tpns_desktop.practice.population import Population
world = Population(seed=7, devices=3000)
known = world.known()
print(json.dumps([known.accounts, known.tokens, [
    [fleet.tagged(kind, tag, date(2026, 1, 15)).bit_count() for kind, tag in (
        ("xg_user_define", "vip"), ("xg_auto_active", "20260108"), ("xg_auto_city", "shenzhen"))]
    for fleet in world.fleets.values()]]))
"""


def test_the_same_seed_gives_the_same_world_in_every_process():
    runs = [
        subprocess.run(
            [sys.executable, "-c", DESCRIBE],
            env={"PYTHONHASHSEED": hash_seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for hash_seed in ("1", "2")
    ]
    assert runs[0] == runs[1]
    assert json.loads(runs[0])[0]


def test_another_seed_gives_another_world():
    one, two = Population(seed=1, devices=500), Population(seed=2, devices=500)
    assert one.known().tokens != two.known().tokens
    assert one.fleets["ios"].recent != two.fleets["ios"].recent


@pytest.mark.parametrize("devices", [10, 11, 17, 1000])
def test_the_number_of_devices_is_what_was_asked_for(devices: int):
    world = Population(devices=devices)
    assert sum(fleet.size for fleet in world.fleets.values()) == devices
    known = world.known()
    assert known.accounts
    assert all(known.tokens[platform] for platform in PLATFORMS)


@pytest.mark.parametrize("devices", [0, 9, 10_000_001])
def test_too_few_and_too_many_devices_are_refused(devices: int):
    with pytest.raises(ValueError, match="devices"):
        Population(devices=devices)


def test_known_targets_are_there_on_both_platforms_and_can_be_reached():
    world = Population()
    known = world.known()
    assert known.accounts[:3] == ("user000001", "user000002", "user000003")
    assert len(known.tags) >= 8
    for platform, fleet in world.fleets.items():
        good = fleet.recent & fleet.reachable
        for account in known.accounts:
            devices = world.people.devices(0, account, platform)
            assert bits.has(good, devices[0])
        for token in known.tokens[platform]:
            index = fleet.device(token)
            assert index is not None
            assert bits.has(good, index)
        for tag in known.tags:
            assert fleet.tagged("xg_user_define", tag, TODAY).bit_count() > 1000


def test_devices_are_varied():
    for fleet in Population().fleets.values():
        for some in (fleet.recent, fleet.reachable, fleet.online, fleet.switched_off):
            assert 0.05 < some.bit_count() / fleet.size < 0.99
        assert not fleet.online & fleet.switched_off
        assert sum(reached.bit_count() for reached in fleet.channels.values()) == fleet.size
        levels = [fleet.custom_tags[f"level:{level}"] for level in range(1, 6)]
        assert sum(level.bit_count() for level in levels) < fleet.size
        for at, level in enumerate(levels):
            assert not any(level & other for other in levels[:at])
    world = Population()
    assert set(world.fleets["ios"].channels) == {"apns"}
    assert set(world.fleets["android"].channels) == {
        "fcm", "honor", "hw", "mz", "oppo", "vivo", "xg", "xm",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("tag_type", "tag"),
    [
        ("xg_user_define", "vip"),
        ("xg_auto_version", "2.0.0"),
        ("xg_auto_province", "guangdong"),
        ("xg_auto_city", "tianjin"),
        ("xg_auto_active", "20260108"),
        ("xg_auto_active", "20260115"),
        ("xg_auto_sdkversion", "1.1.6.1"),
        ("xg_auto_systemversion", "10.0.0"),
        ("xg_auto_systemlanguage", "zh"),
        ("xg_auto_country", "CN"),
        ("xg_auto_devicebrand", "huawei"),
        ("xg_auto_deviceversion", "MI 9 SE"),
    ],
)
def test_every_tag_type_finds_some_devices_but_not_all(tag_type: str, tag: str):
    fleet = Population(devices=20_000).fleets["android"]
    assert 0 < fleet.tagged(tag_type, tag, TODAY).bit_count() < fleet.size


@pytest.mark.parametrize(
    ("tag_type", "tag"),
    [
        ("xg_user_define", "nobody"),
        ("xg_auto_active", "20260116"),
        ("xg_auto_active", "20259999"),
        ("xg_auto_active", "yesterday"),
        ("xg_auto_country", "cn"),
        ("xg_auto_unknown", "x"),
    ],
)
def test_a_tag_that_nobody_has_finds_nobody(tag_type: str, tag: str):
    assert Population(devices=100).fleets["android"].tagged(tag_type, tag, TODAY) == 0


def test_a_city_lies_in_its_province():
    fleet = Population(devices=20_000).fleets["android"]
    city = fleet.tagged("xg_auto_city", "shenzhen", TODAY)
    province = fleet.tagged("xg_auto_province", "guangdong", TODAY)
    assert city & province == city


# Tokens --------------------------------------------------------------------------------


def test_a_token_leads_back_to_its_device():
    scheme = TokenScheme("15/android")
    tokens = [scheme.token(index) for index in (0, 1, 2, 199_999, 2**32 - 1)]
    assert all(len(token) == 36 and token == token.lower() for token in tokens)
    assert [scheme.index(token) for token in tokens] == [0, 1, 2, 199_999, 2**32 - 1]


@pytest.mark.parametrize("token", ["", "0" * 36, "f" * 36, "z" * 36, "A" * 36, "ab", "0" * 37])
def test_a_text_that_is_no_token_leads_nowhere(token: str):
    assert TokenScheme("15/android").index(token) is None


def test_an_adopted_token_takes_the_place_of_the_devices_own():
    fleet = Population(devices=100).fleets["android"]
    index = fleet.size - 1
    own = fleet.token(index)
    assert fleet.adopt("04cac74a714f61bf089987a986363d88aaaa") == index
    assert fleet.device("04cac74a714f61bf089987a986363d88aaaa") == index
    assert fleet.device(own) is None
    assert fleet.adopt("05a305f6b71abb3a6b8c759fd1bc56b4bb44") == index - 1


# People --------------------------------------------------------------------------------


def test_every_device_has_at_most_one_owner():
    people = People({"android": 700, "ios": 300})
    for platform, size in (("android", 700), ("ios", 300)):
        owned = [
            index
            for person in range(people.count)
            for index in people.devices(0, people.account(0, person) or "", platform)  # type: ignore[arg-type]
        ]
        assert len(owned) == len(set(owned))
        assert all(0 <= index < size for index in owned)
        assert len(owned) > size * 0.6


@pytest.mark.parametrize("number", [0, 1, 991, 999, 1002, 1005])
def test_accounts_of_a_type_lead_to_one_person_each(number: int):
    people = People({"android": 700, "ios": 300})
    accounts = [people.account(number, person) for person in range(people.count)]
    given = [account for account in accounts if account is not None]
    assert len(given) == len(set(given)) >= people.count // 2
    assert people.devices(number, given[0], "android") == people.devices(0, "user000001", "android")


@pytest.mark.parametrize(
    ("number", "account"),
    [
        (0, "user0000001"),
        (0, "user000000"),
        (0, "user999999"),
        (0, "USER000001"),
        (1006, "x"),
        (991, "1"),
    ],
)
def test_nobody_has_other_accounts(number: int, account: str):
    assert People({"android": 700, "ios": 300}).devices(number, account, "android") == []


def test_people_have_several_devices_and_both_platforms():
    people = People({"android": 140_000, "ios": 60_000})
    assert len(people.devices(0, "user000001", "android")) == 2
    assert len(people.devices(0, "user000001", "ios")) == 2
    assert len(people.devices(0, "user000002", "android")) == 1


# Tables --------------------------------------------------------------------------------


def test_a_table_of_choices_fills_every_byte_and_leaves_no_choice_out():
    table = byte_table([place.weight for place in PLACES])
    assert len(table) == 256
    assert set(table) == set(range(len(PLACES)))
    assert byte_table([1]) == bytes(256)
    assert len(byte_table([1] * 256)) == 256


def test_known_tags_exist():
    assert set(KNOWN_TAGS) <= set(Population(devices=10).fleets["ios"].custom_tags)


def test_sets_and_numbers_lead_to_each_other():
    wanted = [0, 3, 8, 63, 64, 999]
    devices = bits.of_indexes(wanted, 1000)
    assert list(bits.indexes(devices)) == wanted
    assert [index for index in range(1000) if bits.has(devices, index)] == wanted
    column = bytes(index % 3 for index in range(1000))
    found = list(bits.indexes(bits.where(column, (1, 2))))
    assert found == [index for index in range(1000) if index % 3]
    assert bits.where(b"", (0,)) == 0
