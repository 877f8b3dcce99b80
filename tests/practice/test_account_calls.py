"""Binding and looking up accounts: codes per item, limits, and whom later pushes reach."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpns_desktop.practice.people import People
from tpns_desktop.practice.rules import Platform

from .conftest import TOKENS, Make, Practice, notify

BIND, QUERY = "/v3/device/account/batchoperate", "/v3/device/account/query"
A, B = TOKENS


def account(name: str, account_type: int = 0) -> dict[str, Any]:
    return {"account": name, "account_type": account_type}


def overwrite(practice: Practice, token: str, *accounts: dict[str, Any], kind: int = 2) -> Any:
    item = {"token": token, "account_list": list(accounts)}
    return practice.post(BIND, {"operator_type": kind, "token_accounts": [item]})


def tokens_of(practice: Practice, name: str, account_type: int = 0) -> list[str]:
    body = {"operator_type": 1, "account_list": [account(name, account_type)]}
    rows = practice.post(QUERY, body)["account_tokens"]
    return rows[0]["token_list"] if rows else []


def accounts_of(practice: Practice, token: str) -> list[str]:
    rows = practice.post(QUERY, {"operator_type": 2, "token_list": [token]})["token_accounts"]
    return [row["account"] for row in rows[0]["account_list"]]


def done(*codes: str) -> dict[str, Any]:
    return {"seq": 0, "ret_code": 0, "err_msg": "NO_ERROR", "result": list(codes)}


@pytest.mark.parametrize("kind", [1, 2])
def test_overwriting_replaces_all_accounts_of_a_device(kind: int, unlimited: Practice):
    assert overwrite(unlimited, A, account("new", 1005), kind=kind) == done("0")
    assert accounts_of(unlimited, A) == ["new"]
    assert tokens_of(unlimited, "new", 1005) == [A]
    assert tokens_of(unlimited, "account1") == []


def test_a_device_has_one_account_a_type_the_last_wins(unlimited: Practice):
    overwrite(unlimited, A, account("first"), account("other", 1), account("last"))
    assert accounts_of(unlimited, A) == ["last", "other"]
    assert tokens_of(unlimited, "first") == []


def test_named_accounts_are_removed(unlimited: Practice):
    overwrite(unlimited, A, account("a"), account("b", 1))
    assert overwrite(unlimited, A, account("a"), account("not here", 1), kind=3) == done("0")
    assert accounts_of(unlimited, A) == ["b"]


def test_all_accounts_of_devices_are_removed(unlimited: Practice):
    overwrite(unlimited, A, account("a"), account("b", 1))
    body = {"operator_type": 4, "token_list": [A, B]}
    assert unlimited.post(BIND, body) == done("0", "0")
    assert accounts_of(unlimited, A) == []


def test_an_account_is_removed_from_all_devices(unlimited: Practice):
    for token in TOKENS:
        overwrite(unlimited, token, account("shared"))
    assert tokens_of(unlimited, "shared") == [A, B]
    body = {"operator_type": 5, "account_list": [account("shared"), account("nobody's")]}
    answer = unlimited.post(BIND, body)
    assert (answer["ret_code"], answer["result"]) == (1008026, ["0", "10110008"])
    assert tokens_of(unlimited, "shared") == []


def test_a_made_up_persons_account_moves_with_the_binding(unlimited: Practice):
    fleet = unlimited.android.fleet
    before = tokens_of(unlimited, "user000001")
    assert len(before) == 2
    overwrite(unlimited, before[0], account("somebody.else"))
    overwrite(unlimited, A, account("user000001"))
    assert tokens_of(unlimited, "user000001") == [before[1], A]
    body = notify("account_list", account_list=["user000001"], account_push_type=1)
    push = unlimited.android.push(unlimited.push(body)["push_id"])
    assert push is not None
    assert push.few == {fleet.device(before[1]), fleet.device(A)}
    unlimited.post(BIND, {"operator_type": 5, "account_list": [account("user000001")]})
    assert unlimited.push(body)["ret_code"] == 10010005


def test_a_package_reaches_devices_as_they_are_bound_when_it_is_pushed(unlimited: Practice):
    application = unlimited.android
    application.add_upload(7, ("user000001", "user000003", "shared.account"))
    first, second = tokens_of(unlimited, "user000001")
    overwrite(unlimited, first, account("user000003"))
    overwrite(unlimited, A, account("user000001"))
    body = notify("package_account_push", upload_id=7, account_push_type=1)
    push = application.push(unlimited.push(body)["push_id"])
    assert push is not None
    third = application.people.devices(0, "user000003", "android")
    expected = {application.fleet.device(token) for token in (first, second, A)} | set(third)
    assert expected == {at for at in range(application.fleet.size) if push.meant(at)}
    overwrite(unlimited, second, account("nobody"))
    push = application.push(unlimited.push(body)["push_id"])
    assert push is not None
    assert not push.meant(application.fleet.device(second) or 0)


def test_the_other_platform_keeps_its_bindings(unlimited: Practice):
    people = unlimited.world.population.people
    before = people.devices(0, "user000001", "ios")
    unlimited.post(BIND, {"operator_type": 5, "account_list": [account("user000001")]})
    assert people.devices(0, "user000001", "ios") == before
    assert people.devices(0, "user000001", "android") == []


def test_codes_come_one_an_item_in_order(unlimited: Practice):
    items = [
        {"token": token, "account_list": [account(f"name{at}")]}
        for at, token in enumerate([A, "x" * 36, "x" * 37])
    ]
    answer = unlimited.post(BIND, {"operator_type": 2, "token_accounts": items})
    assert answer == {
        "seq": 0,
        "ret_code": 1008026,
        "err_msg": "batch op, partly error",
        "result": ["0", "1008006", "1008029"],
    }
    assert tokens_of(unlimited, "name0") == [A]
    answer = unlimited.post(BIND, {"operator_type": 2, "token_accounts": items[1:]})
    assert (answer["ret_code"], answer["result"]) == (1008027, ["1008006", "1008029"])


def test_an_account_has_at_most_a_hundred_devices(unlimited: Practice):
    token = unlimited.android.fleet.token
    for at in range(100):
        assert overwrite(unlimited, token(at), account("crowd"))["ret_code"] == 0
    assert overwrite(unlimited, token(5), account("crowd"))["ret_code"] == 0
    answer = overwrite(unlimited, token(200), account("crowd"))
    assert (answer["ret_code"], answer["result"]) == (1008027, ["1008007"])


def test_binding_can_take_its_time_as_its_page_says(make: Make):
    practice = make(limits=False, accounts_later=True)
    token = practice.android.fleet.token(3)
    before = accounts_of(practice, token)
    overwrite(practice, token, account("new"))
    assert accounts_of(practice, token) == before
    practice.clock.advance(1)
    assert accounts_of(practice, token) == ["new"]


def test_what_is_not_known_is_said_beside_what_is(unlimited: Practice):
    body = {"operator_type": 1, "account_list": [{"account": "account1"}, {"account": "nobody"}]}
    assert unlimited.post(QUERY, body) == {
        "retCode": 1008026,
        "errMsg": "batch op, partly error",
        "result": ["0", "10110008"],
        "account_tokens": [{"account": "account1", "token_list": [A]}],
    }
    answer = unlimited.post(QUERY, {"operator_type": 2, "token_list": ["bad"]})
    assert answer == {
        "retCode": 1008027,
        "errMsg": "batch op, total error",
        "result": ["10110008"],
        "token_accounts": [],
    }


ITEM = {"token": A, "account_list": [{"account": "a1"}]}


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, 1008002),
        ({"operator_type": 6, "token_accounts": [ITEM]}, 1008007),
        ({"operator_type": 2}, 1008002),
        ({"operator_type": 2, "token_accounts": [ITEM] * 20}, 0),
        ({"operator_type": 2, "token_accounts": [ITEM] * 21}, 1008007),
        ({"operator_type": 2, "token_accounts": ["x"]}, 1008007),
        ({"operator_type": 2, "token_accounts": [{"account_list": [{"account": "a"}]}]}, 1008002),
        ({"operator_type": 2, "token_accounts": [{"token": A}]}, 1008002),
        ({"operator_type": 2, "token_accounts": [ITEM | {"account_list": [{}]}]}, 1008002),
        ({"operator_type": 2, "token_accounts": [ITEM], "account_type": 1005}, 0),
        ({"operator_type": 2, "token_accounts": [ITEM], "account_type": 988}, 1008007),
        ({"operator_type": 2, "token_accounts": [ITEM], "platform": "android"}, 0),
        ({"operator_type": 4, "token_list": [A] * 20}, 0),
        ({"operator_type": 4, "token_list": [A] * 21}, 1008007),
        ({"operator_type": 4}, 1008002),
        ({"operator_type": 5}, 1008002),
        ({"operator_type": 5, "account_list": [account("account1", 1016)]}, 1008007),
    ],
)
def test_fields_and_limits_of_binding(body: dict[str, Any], code: int, unlimited: Practice):
    assert unlimited.post(BIND, body)["ret_code"] == code


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, 1008002),
        ({"operator_type": 3}, 1008007),
        ({"operator_type": 1}, 1008002),
        ({"operator_type": 1, "account_list": ["account1"]}, 1008007),
        ({"operator_type": 1, "account_list": [account("alice@example.com", 1005)]}, 0),
        ({"operator_type": 1, "account_list": [account("alice@example.com")]}, 1008027),
        ({"operator_type": 2}, 1008002),
        ({"operator_type": 2, "token_list": [A, B]}, 0),
        ({"operator_type": 2, "token_list": [A, "bad"]}, 1008026),
    ],
)
def test_fields_and_codes_of_looking_up(body: dict[str, Any], code: int, unlimited: Practice):
    assert unlimited.post(QUERY, body)["retCode"] == code


@given(st.data())
def test_both_ways_of_looking_up_agree(data: st.DataObject):
    """Whatever is bound and unbound: a device has an account if the account has the device."""
    people = People({"android": 60, "ios": 40})
    platforms = st.sampled_from(("android", "ios"))
    names = st.sampled_from(["user000001", "user000005", "user000031", "x", "y"])
    devices = st.integers(0, 39)
    for _ in range(data.draw(st.integers(0, 8))):
        platform: Platform = data.draw(platforms)  # type: ignore[assignment]
        device, name = data.draw(devices), data.draw(names)
        match data.draw(st.sampled_from(["bind", "sign_in", "unbind"])):
            case "bind":
                people.bind(0, name, platform, device)
            case "sign_in":
                people.sign_in(platform, device, {0: name})
            case "unbind":
                people.unbind(platform, device, 0, name)
    everybody = {people.account(0, person) for person in range(people.count)} | {"x", "y"}
    for platform, size in (("android", 60), ("ios", 40)):
        forth = {
            (name, device)
            for name in everybody
            for device in people.devices(0, name or "", platform)  # type: ignore[arg-type]
        }
        back = {
            (name, device)
            for device in range(size)
            for name in people.accounts_of(platform, device).get(0, ())  # type: ignore[arg-type]
        }
        assert forth == back
