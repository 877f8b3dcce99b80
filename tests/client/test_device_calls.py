"""Tags, accounts and attributes of devices: what is asked, and what becomes of the answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any

import pytest

from tests.client.service import Service, Vectors
from tpns_desktop.client import ChannelCounters, MaybeSent, Refused, TpnsClient
from tpns_desktop.model import device_calls
from tpns_desktop.model.device_calls import (
    Account,
    AccountChange,
    AccountWork,
    AttributeWork,
    DeviceCallRefused,
    TagChange,
    TagWork,
)
from tpns_desktop.model.outcome import DayCounters, Distributed, TokenPush

_A = "04cac74a714f61bf089987a986363d88aaaa"
_B = "05a305f6b71abb3a6b8c759fd1bc56b4bb44"
_C = "0600000000000000000000000000000000ff"
_DAY = date(2026, 1, 10)
_ROW = ChannelCounters("xg", 1000, 800, 780, 120, 90)
_ALL = ChannelCounters("all", 1000, 800, 780, 120, 90)

_ANSWERED: dict[str, tuple[Callable[[TpnsClient], Any], Any]] = {
    "stop-ok": (lambda client: client.stop_push("427184209"), None),
    "cancel-ok": (lambda client: client.cancel_push("427184209"), None),
    "tag-bind": (
        lambda client: client.change_tags(TagChange(TagWork.ADD_ONE, (_A,), ("tag1",))),
        (),
    ),
    "tag-overwrite-by-class": (
        lambda client: client.change_tags(device_calls.tags_overwritten(_A, ["test:2", "level:3"])),
        (),
    ),
    "tag-batch-bind": (
        lambda client: client.change_tags(
            TagChange(TagWork.ADD_PAIRS, pairs=(("tag1", _A), ("tag2", _B)))
        ),
        (),
    ),
    "tag-delete": (lambda client: client.delete_tags(["old_tag_1", "old_tag_2"]), None),
    "account-overwrite": (
        lambda client: client.change_accounts(
            device_calls.accounts_overwritten(_A, [Account("alice@example.com", 1005)])
        ),
        ("0",),
    ),
    "account-unbind-all-of-token": (
        lambda client: client.change_accounts(AccountChange(AccountWork.CLEAR, tokens=(_A, _B))),
        ("0", "0"),
    ),
    "account-unbind-everywhere": (
        lambda client: client.change_accounts(
            AccountChange(
                AccountWork.REMOVE_EVERYWHERE,
                accounts=(Account("alice01"), Account("+8613711112222", 1002)),
            )
        ),
        ("0", "0"),
    ),
    "account-query-tokens": (
        lambda client: client.tokens_of([Account("account1"), Account("account2")]),
        {"account1": (_A, _B), "account2": (_B, _C)},
    ),
    "account-query-accounts": (
        lambda client: client.accounts_of([_A]),
        {_A: (Account("alice01"),)},
    ),
    "attr-add": (
        lambda client: client.change_attributes(
            _A, AttributeWork.ADD, {"age": "30", "nickname": "Ming", "undeclared": "x"}
        ),
        ("undeclared",),
    ),
    "attr-query": (lambda client: client.attributes(_A), {"age": "30", "nickname": "Ming"}),
    "stat-daily": (
        lambda client: client.push_totals(_DAY, _DAY),
        [DayCounters(_DAY, (_ROW, _ALL))],
    ),
    "stat-plan": (
        lambda client: client.plan_counters("48", _DAY, date(2026, 1, 15)),
        [_ALL],
    ),
    "stat-distribution": (
        lambda client: client.device_distribution(_DAY, "sdk_version"),
        [Distributed("1.4.3.1", 8), Distributed("1.3.3.0", 2)],
    ),
    "token-pushes-today": (
        lambda client: client.pushes_of_token(_A),
        [TokenPush("427184209", datetime(2026, 1, 15, 9, tzinfo=UTC), "TAG_PUSH")],
    ),
}

_REFUSED: dict[str, tuple[Callable[[TpnsClient], Any], int, tuple[str, ...]]] = {
    "revoke-not-live": (lambda client: client.revoke_push("427184209"), 1008007, ()),
    "account-partly-failed": (
        lambda client: client.change_accounts(
            AccountChange(
                AccountWork.OVERWRITE, {_A: (Account("alice01"),), "bad": (Account("bob01"),)}
            )
        ),
        1008026,
        ("0", "1008006"),
    ),
    "account-query-none": (
        lambda client: client.tokens_of([Account("nobody")]),
        1008027,
        ("10110008",),
    ),
}

_ELSEWHERE = ("push-", "plan-", "upload-", "record-", "stat-task", "stat-devices")
"""Tried by the modules of those calls."""

# The published samples write the key in two ways; we send the one of the table.
_NOT_SENT_BY_US = {"cancel-ok-lowercase-key"}


def _cases(vectors: Vectors) -> Mapping[str, dict[str, Any]]:
    return {case["id"]: case for case in vectors("tpns-responses")["cases"]}


@pytest.mark.parametrize("id", _ANSWERED)
def test_a_documented_answer(vectors: Vectors, id: str) -> None:
    case = _cases(vectors)[id]
    call, expected = _ANSWERED[id]
    service = Service(case["response"])
    assert service.call(call) == expected
    assert service.asked == case["request"]
    assert service.requests[0].url.path == case["path"]


@pytest.mark.parametrize("id", _REFUSED)
def test_a_documented_refusal_names_what_failed(vectors: Vectors, id: str) -> None:
    case = _cases(vectors)[id]
    call, code, codes = _REFUSED[id]
    service = Service(case["response"])
    with pytest.raises(Refused) as caught:
        service.call(call)
    assert (caught.value.code, caught.value.codes) == (code, codes)
    assert service.asked == case["request"]


def test_no_documented_answer_is_left_out(vectors: Vectors) -> None:
    tried = {*_ANSWERED, *_REFUSED, *_NOT_SENT_BY_US}
    left = {id for id in _cases(vectors) if id not in tried and not id.startswith(_ELSEWHERE)}
    assert left == set()


def test_a_yes_in_the_other_envelope_counts_for_a_stop() -> None:
    service = Service({"ret_code": 0, "err_msg": "NO_ERROR"})
    assert service.call(lambda client: client.stop_push("1")) is None


def test_counters_of_a_day_are_read_as_ios_writes_them() -> None:
    state = {"pushActiveUv": 100, "pushOnlineUv": 98, "verifySvcUv": 90, "clickUv": 12}
    rows = [{"channel": "apns", "pushState": state}]
    service = Service(
        {"retCode": 0, "pushDateChannelStat": [{"date": 20260110, "channelDatas": rows}]}
    )
    (day,) = service.call(lambda client: client.push_totals(_DAY, _DAY), "1600012345")
    assert day.channels == (ChannelCounters("apns", 100, 98, 90, 12, None),)


def test_an_account_type_that_comes_back_is_kept() -> None:
    rows = [{"token": _A, "account_list": [{"account": "+861", "account_type": "1002"}]}]
    service = Service({"retCode": 0, "token_accounts": rows})
    found = service.call(lambda client: client.accounts_of([_A]))
    assert found == {_A: (Account("+861", 1002),)}


def test_a_target_type_may_be_a_list_as_the_table_says() -> None:
    row = {"pushId": "7", "pushTime": 0, "pushTargetType": ["TAG_PUSH", "ALL"]}
    service = Service({"retCode": 0, "pushTaskList": [row]})
    (push,) = service.call(lambda client: client.pushes_of_token(_A))
    assert push == TokenPush("7", None, "TAG_PUSH, ALL")


@pytest.mark.parametrize(
    ("answer", "call"),
    [
        ({"pushTaskList": [{"pushId": ""}]}, lambda client: client.pushes_of_token(_A)),
        ({"pushTaskList": {}}, lambda client: client.pushes_of_token(_A)),
        ({"data": [{"city": "x"}]}, lambda client: client.device_distribution(_DAY, "city")),
        ({"data": [{"count": 1}]}, lambda client: client.device_distribution(_DAY, "city")),
        ({"token_accounts": [{"token": ""}]}, lambda client: client.accounts_of([_A])),
        ({"token_accounts": [1]}, lambda client: client.accounts_of([_A])),
        ({"account_tokens": [{}]}, lambda client: client.tokens_of([Account("a")])),
        ({"attributeInfo": {"attributeMap": {"a": 1}}}, lambda client: client.attributes(_A)),
        ({"attributeInfo": {"attributeMap": []}}, lambda client: client.attributes(_A)),
        (
            {"pushDateChannelStat": [{"date": "x", "channelDatas": []}]},
            lambda client: client.push_totals(_DAY, _DAY),
        ),
    ],
)
def test_an_answer_without_its_fields_is_unusable(
    answer: dict[str, Any], call: Callable[[TpnsClient], Any]
) -> None:
    with pytest.raises(Exception, match="bad_fields"):
        Service({"retCode": 0, **answer}).call(call)


@pytest.mark.parametrize(
    ("answer", "call"),
    [
        ({}, lambda client: client.pushes_of_token(_A)),
        ({"data": None}, lambda client: client.device_distribution(_DAY, "city")),
        ({}, lambda client: client.accounts_of([_A])),
        ({"attributeInfo": None}, lambda client: client.attributes(_A)),
        ({}, lambda client: client.plan_counters("1", _DAY, _DAY)),
    ],
)
def test_an_absent_list_is_an_empty_one(
    answer: dict[str, Any], call: Callable[[TpnsClient], Any]
) -> None:
    assert not Service({"retCode": 0, **answer}).call(call)


@pytest.mark.parametrize("result", ["[0", "[" * 9999, "{}", None, {"": ""}, 5])
def test_an_odd_result_beside_a_yes_is_no_trouble(result: object) -> None:
    service = Service({"ret_code": 0, "result": result})
    assert service.call(lambda client: client.change_tags(device_calls.tags_cleared(_A))) == ()


def test_a_change_without_an_answer_may_have_been_done() -> None:
    with pytest.raises(MaybeSent) as caught:
        Service(None, status=502).call(lambda client: client.delete_tags(["t"]))
    assert caught.value.reason == "http_status"


# ---------------------------------------------------------------------- refused before it leaves


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda: TagChange(TagWork.ADD_ONE, (_A,), ("a", "b")), "too_many_tags"),
        (lambda: TagChange(TagWork.ADD_ONE, (_A, _B), ("a",)), "too_many_tokens"),
        (lambda: TagChange(TagWork.ADD, (_A,), ()), "no_tag"),
        (lambda: TagChange(TagWork.ADD, (), ("a",)), "no_token"),
        (lambda: TagChange(TagWork.ADD, ("",), ("a",)), "no_token"),
        (lambda: TagChange(TagWork.ADD, (_A,), ("",)), "no_tag"),
        (lambda: TagChange(TagWork.ADD, (_A + "0",), ("a",)), "token_long"),
        (lambda: TagChange(TagWork.ADD, (_A,), ("字" * 51,)), "tag_long"),
        (lambda: TagChange(TagWork.ADD, (_A,), ("a",) * 101), "too_many_tags"),
        (lambda: TagChange(TagWork.ADD_TO_MANY, (_A,) * 501, ("a",)), "too_many_tokens"),
        (lambda: TagChange(TagWork.ADD_TO_MANY, (_A,), ("a", "b")), "too_many_tags"),
        (lambda: TagChange(TagWork.CLEAR, (_A,), ("a",)), "not_for_this"),
        (lambda: TagChange(TagWork.ADD, (_A,), ("a",), (("a", _A),)), "not_for_this"),
        (lambda: TagChange(TagWork.ADD_PAIRS, (_A,), ("a",)), "not_for_this"),
        (lambda: TagChange(TagWork.ADD_PAIRS), "no_tag"),
        (lambda: TagChange(TagWork.ADD_PAIRS, pairs=(("a", _A),) * 21), "too_many_pairs"),
        (lambda: TagChange(TagWork.REMOVE_PAIRS, pairs=(("", _A),)), "no_tag"),
        (lambda: device_calls.checked_tags([]), "no_tag"),
        (lambda: device_calls.checked_tags(["a"] * 101), "too_many_tags"),
        (lambda: device_calls.checked_tags(["a" * 51]), "tag_long"),
        (lambda: AccountChange(AccountWork.OVERWRITE), "no_token"),
        (lambda: AccountChange(AccountWork.OVERWRITE, {_A: ()}), "no_account"),
        (lambda: AccountChange(AccountWork.REMOVE, {_A: (Account(""),)}), "no_account"),
        (lambda: AccountChange(AccountWork.CLEAR, {_A: (Account("a"),)}), "not_for_this"),
        (lambda: AccountChange(AccountWork.CLEAR), "no_token"),
        (lambda: AccountChange(AccountWork.CLEAR, tokens=(_A,) * 21), "too_many_tokens"),
        (lambda: AccountChange(AccountWork.OVERWRITE, tokens=(_A,)), "not_for_this"),
        (lambda: AccountChange(AccountWork.REMOVE_EVERYWHERE), "no_account"),
        (
            lambda: AccountChange(AccountWork.CLEAR, accounts=(Account("a"),)),
            "not_for_this",
        ),
        (
            lambda: AccountChange(
                AccountWork.OVERWRITE, {str(n): (Account("a"),) for n in range(21)}
            ),
            "too_many_tokens",
        ),
    ],
)
def test_what_the_service_would_not_take_cannot_be_made(
    make: Callable[[], object], reason: str
) -> None:
    with pytest.raises(DeviceCallRefused) as caught:
        make()
    assert caught.value.reason == reason
    assert reason in device_calls.REASONS


@pytest.mark.parametrize(
    ("work", "values", "reason"),
    [
        (AttributeWork.ADD, {}, "no_attribute"),
        (AttributeWork.ADD, {"": "x"}, "no_attribute"),
        (AttributeWork.UPDATE, {"a": "字" * 17}, "attribute_long"),
        (AttributeWork.DELETE, {"字" * 17: ""}, "attribute_long"),
        (AttributeWork.DELETE_ALL, {"a": "b"}, "not_for_this"),
    ],
)
def test_attributes_beyond_the_limits_never_leave(
    work: AttributeWork, values: dict[str, str], reason: str
) -> None:
    service = Service({"retCode": 0})
    with pytest.raises(DeviceCallRefused) as caught:
        service.call(lambda client: client.change_attributes(_A, work, values))
    assert caught.value.reason == reason
    assert service.requests == []


def test_deleting_tags_everywhere_beyond_the_limit_never_leaves() -> None:
    service = Service({"ret_code": 0})
    with pytest.raises(DeviceCallRefused):
        service.call(lambda client: client.delete_tags(["t"] * 101))
    assert service.requests == []


def test_what_stands_at_the_limits_is_taken() -> None:
    TagChange(TagWork.ADD, (_A,), ("字" * 50,) * 100)
    TagChange(TagWork.ADD_TO_MANY, (_A,) * 500, ("a",))
    TagChange(TagWork.ADD_PAIRS, pairs=(("a", _A),) * 20)
    AccountChange(AccountWork.CLEAR, tokens=(_A,) * 20)
    device_calls.checked_attributes(_A, AttributeWork.ADD, {"a" * 50: "字" * 16})
    assert device_calls.checked_tags(["a"] * 100)
