"""User attributes of a device: what stays, what is skipped, and the limits."""

from __future__ import annotations

from typing import Any

import pytest

from tpns_desktop.practice.catalogue import ATTRIBUTES

from .conftest import TOKENS, Make, Practice

PATH = "/v3/device/set_custom_attribute"
TOKEN = TOKENS[0]
DONE = {"retCode": 0, "errMsg": "success"}


def call(practice: Practice, cmd: int, values: dict[str, Any] | None = None) -> Any:
    info = {} if values is None else {"attributeInfo": {"attributeMap": values}}
    return practice.post(PATH, {"cmd": cmd, "token": TOKEN} | info)


def values_of(practice: Practice) -> dict[str, str]:
    answer = call(practice, 5)
    assert answer["retCode"] == 0
    return answer["attributeInfo"]["attributeMap"]


@pytest.mark.parametrize("cmd", [1, 2])
def test_values_are_set_and_undeclared_names_skipped(cmd: int, unlimited: Practice):
    call(unlimited, 4)
    answer = call(unlimited, cmd, {"age": "30", "nickname": "Ming", "undeclared": "x"})
    assert answer == DONE | {"invalidAttribute": ["undeclared"]}
    assert values_of(unlimited) == {"age": "30", "nickname": "Ming"}
    assert call(unlimited, cmd, {"age": "31"}) == DONE
    assert values_of(unlimited) == {"age": "31", "nickname": "Ming"}


def test_named_values_are_deleted_whatever_value_is_sent(unlimited: Practice):
    call(unlimited, 4)
    call(unlimited, 1, {"age": "30", "nickname": "Ming"})
    assert call(unlimited, 3, {"age": "99", "odd": "x"}) == DONE | {"invalidAttribute": ["odd"]}
    assert values_of(unlimited) == {"nickname": "Ming"}


def test_devices_begin_with_declared_values_the_same_in_every_world(make: Make):
    first, second = make(), make()
    token = first.android.fleet.token(4)
    answers = [practice.post(PATH, {"cmd": 5, "token": token}) for practice in (first, second)]
    assert answers[0] == answers[1]
    values = answers[0]["attributeInfo"]["attributeMap"]
    assert values
    assert all(value in ATTRIBUTES[name] for name, value in values.items())


GOOD = {"cmd": 1, "token": TOKEN, "attributeInfo": {"attributeMap": {"age": "30"}}}


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"token": TOKEN}, 1008002),
        ({"cmd": 6, "token": TOKEN}, 1008007),
        ({"cmd": 5}, 1008002),
        ({"cmd": 5, "token": "x" * 36}, 1008006),
        ({"cmd": 5, "token": "x" * 37}, 1008029),
        ({"cmd": 1, "token": TOKEN}, 1008002),
        (GOOD | {"attributeInfo": {"attributeMap": {"age": 30}}}, 1008007),
        (GOOD | {"attributeInfo": {"attributeMap": {"age": "好" * 16}}}, 0),
        (GOOD | {"attributeInfo": {"attributeMap": {"age": "好" * 17}}}, 1008007),
        (GOOD | {"attributeInfo": {"attributeMap": {"x" * 51: "1"}}}, 1008007),
        (GOOD | {"attributeInfo": []}, 1008002),
        (GOOD | {"attributeInfo": "x"}, 1008007),
    ],
)
def test_fields_and_limits(body: dict[str, Any], code: int, unlimited: Practice):
    assert unlimited.post(PATH, body)["retCode"] == code
