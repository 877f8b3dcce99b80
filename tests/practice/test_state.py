"""What the service remembers."""

from __future__ import annotations

from tpns_desktop.practice.population import Population
from tpns_desktop.practice.rules import Rules
from tpns_desktop.practice.state import World

from .conftest import Make, notify


def test_keys_are_made_anew_for_each_service():
    population = Population(devices=10)
    first, second = World(population, Rules()), World(population, Rules())
    android, ios = first.applications["android"], first.applications["ios"]
    assert android.credentials.access_id.startswith("1500")
    assert ios.credentials.access_id.startswith("1600")
    assert len(android.credentials.access_id) == len(ios.credentials.access_id) == 10
    keys = {
        application.credentials.secret_key
        for world in (first, second)
        for application in world.applications.values()
    }
    assert len(keys) == 4


def test_push_ids_are_unique_digits_beyond_what_a_float_holds(make: Make):
    practice = make(limits=False)
    ids = [practice.push(notify())["push_id"] for _ in range(5)]
    assert len(set(ids)) == 5
    assert all(push_id.isdigit() and len(push_id) == 19 for push_id in ids)


def test_the_oldest_pushes_are_forgotten_first(make: Make):
    practice = make(limits=False, kept_pushes=3)
    ids = [practice.push(notify())["push_id"] for _ in range(5)]
    assert [push.push_id for push in practice.android.pushes] == ids[2:]


def test_a_push_is_kept_byte_for_byte(make: Make):
    practice = make()
    message = '{"title":"你","content":"\\u597d"}'
    body = f'{{ "audience_type":"all","message_type":"notify" ,"message":{message}}}'
    assert practice.push(body.encode())["ret_code"] == 0
    assert practice.android.pushes[0].body == body.encode()
