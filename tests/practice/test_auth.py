"""Log-ins: both schemes, every wrong way of signing, and the clock."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tpns_desktop.practice.auth import authenticate
from tpns_desktop.practice.codes import Refusal
from tpns_desktop.practice.population import Population
from tpns_desktop.practice.rules import Rules
from tpns_desktop.practice.state import Credentials, World

from .conftest import CREDENTIALS, Make, Practice, basic, notify, signed

VECTORS = json.loads(
    (Path(__file__).parents[1] / "vectors" / "tpns-signature.json").read_text("utf-8")
)
SKEW = VECTORS["clock_skew_cases"]["cases"]
BODY = json.dumps(notify()).encode()


def world_of(access_id: str, secret_key: str) -> World:
    keys = Credentials(access_id, secret_key)
    return World(Population(devices=10), Rules(), credentials={**CREDENTIALS, "android": keys})


def enter(world: World, headers: dict[str, str], body: bytes, now: float) -> None:
    authenticate(
        world, [(key.encode(), value.encode()) for key, value in headers.items()], body, now=now
    )


@pytest.mark.parametrize("case", VECTORS["sign_cases"], ids=lambda case: case["id"])
def test_every_published_signature_is_taken(case: dict[str, Any]):
    given = case["input"]
    world = world_of(given["AccessId"], given["SecretKey"])
    enter(world, case["expected_headers"], given["body"].encode(), float(given["TimeStamp"]))


@pytest.mark.parametrize("case", VECTORS["must_be_rejected"], ids=lambda case: case["id"])
def test_every_wrong_way_of_signing_is_refused(case: dict[str, Any]):
    base = next(one for one in VECTORS["sign_cases"] if one["id"] == case["base_case"])["input"]
    world = world_of(base["AccessId"], base["SecretKey"])
    with pytest.raises(Refusal) as refused:
        enter(world, case["headers"], base["body"].encode(), float(base["TimeStamp"]))
    assert refused.value.code == case["expect"]["ret_code"]


@pytest.mark.parametrize("case", SKEW, ids=lambda case: case["TimeStamp"])
def test_a_signature_is_taken_for_600_seconds_each_way(case: dict[str, Any]):
    world = world_of(case["AccessId"], case["SecretKey"])
    headers = {key: case[key] for key in ("AccessId", "TimeStamp", "Sign")}
    if case["accept"]:
        enter(world, headers, case["body"].encode(), case["server_now"])
    else:
        with pytest.raises(Refusal) as refused:
            enter(world, headers, case["body"].encode(), case["server_now"])
        assert refused.value.code == 1008003


@pytest.mark.parametrize("case", VECTORS["basic_auth_cases"], ids=lambda case: case["AccessId"])
def test_basic_log_ins_are_taken(case: dict[str, Any]):
    world = world_of(case["AccessId"], case["SecretKey"])
    enter(world, case["expected_headers"], b"{}", 0)


def test_header_names_come_in_any_case(practice: Practice):
    headers = signed(CREDENTIALS["android"], BODY, str(int(practice.clock.now)))
    odd = {name.upper() if name == "Sign" else name.lower(): v for name, v in headers.items()}
    assert practice.raw("/v3/push/app", BODY, odd).json()["ret_code"] == 0


def test_the_bytes_as_sent_are_signed_whatever_they_escape(practice: Practice):
    body = BODY.replace(b"Parcel", b"\\u003cParcel\\u0026")
    headers = signed(CREDENTIALS["android"], body, str(int(practice.clock.now)))
    assert practice.raw("/v3/push/app", body, headers).json()["ret_code"] == 0
    assert practice.android.pushes[0].body == body
    assert practice.raw("/v3/push/app", BODY, headers).json()["ret_code"] == 1008003


@pytest.mark.parametrize("drop", ["AccessId", "TimeStamp", "Sign"])
def test_a_missing_header_is_a_failed_log_in(drop: str, practice: Practice):
    headers = signed(CREDENTIALS["android"], BODY, str(int(practice.clock.now)))
    del headers[drop]
    assert practice.raw("/v3/push/app", BODY, headers).json()["ret_code"] == 1008003


@pytest.mark.parametrize(
    "value",
    ["Basic", "Basic !!!", "Basic bm9jb2xvbg==", "Bearer abc", "Basic MTUwMDAxMjM0NTp3cm9uZw=="],
)
def test_a_wrong_basic_log_in_is_refused(value: str, practice: Practice):
    answer = practice.raw("/v3/push/app", BODY, {"Authorization": value})
    assert answer.status_code == 200
    assert answer.json() == {
        "seq": 0,
        "push_id": "",
        "ret_code": 1008003,
        "environment": "",
        "err_msg": "auth failure",
    }


@pytest.mark.parametrize("make_headers", ["signed", "basic"])
def test_an_unknown_access_id_is_named_as_such(make_headers: str, practice: Practice):
    stranger = Credentials("1500099999", "0" * 32)
    headers = (
        basic(stranger)
        if make_headers == "basic"
        else signed(stranger, BODY, str(int(practice.clock.now)))
    )
    answer = practice.raw("/v3/push/app", BODY, headers).json()
    assert answer["ret_code"] == 1008035
    assert answer["err_msg"] == "accessId is not correct or domain not correct"


def test_keys_of_one_platform_do_not_open_the_other(practice: Practice):
    mixed = Credentials(CREDENTIALS["ios"].access_id, CREDENTIALS["android"].secret_key)
    headers = signed(mixed, BODY, str(int(practice.clock.now)))
    assert practice.raw("/v3/push/app", BODY, headers).json()["ret_code"] == 1008003


def test_a_failed_log_in_may_answer_403_instead(make: Make):
    practice = make(login_failure_status=403)
    answer = practice.raw("/v3/push/app", BODY, {"Authorization": "Basic eDp5"})
    assert (answer.status_code, answer.content) == (403, b"")


def test_a_failed_log_in_of_statistics_has_their_envelope(practice: Practice):
    answer = practice.raw("/v3/statistics/get_push_record", b"{}", {})
    assert answer.json() == {"retCode": 1008003, "errMsg": "auth failure"}


@pytest.mark.parametrize("timestamp", ["", "now", "-1768442400", "1768442400.0", "٣", "9" * 40])
def test_a_timestamp_is_whole_seconds(timestamp: str):
    keys = CREDENTIALS["android"]
    headers = signed(keys, BODY, timestamp)
    with pytest.raises(Refusal) as refused:
        enter(world_of(keys.access_id, keys.secret_key), headers, BODY, 1768442400)
    assert refused.value.code == 1008003


def test_secrets_are_not_shown_by_repr():
    assert "0123456789abcdef" not in repr(CREDENTIALS["android"])
