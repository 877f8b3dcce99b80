"""Each field of each call has its limits and codes, as the table in ``conformance`` has them."""

from __future__ import annotations

from typing import Any

import pytest

from tpns_desktop.practice.calls import CALLS as SERVED
from tpns_desktop.practice.codes import TEXTS

from .conformance import (
    CALLS,
    ELSEWHERE,
    NOT_PLAYED,
    PACKAGES,
    PAGE,
    PUSH,
    UPLOAD,
    Call,
    Field,
    page,
    with_field,
)
from .conftest import CREDENTIALS, TOKENS, Practice, basic, notify, signed
from .test_packages import named, upload

SCHEDULED = "2026-01-15 12:00:00"
ROWS = [
    pytest.param(call, field, id=f"{call.path}-{field.name}-{field.base}")
    for call in CALLS
    for field in call.fields
]


class Service:
    """A practice service with pushes that run and one that waits for its time."""

    def __init__(self, practice: Practice) -> None:
        self.practice = practice
        tagged = {"tags": ["vip"], "op": "OR"}
        self.pushes = {
            "RUNNING": practice.push(notify())["push_id"],
            "TAGGED": practice.push(notify("tag", tag_list=tagged))["push_id"],
            "TOKEN": practice.push(notify("token", token_list=[TOKENS[0]]))["push_id"],
            "WAITING": practice.push(notify(send_time=SCHEDULED))["push_id"],
        }
        practice.clock.advance(5)

    def filled(self, body: dict[str, Any]) -> dict[str, Any]:
        """A body with the ids of these pushes."""
        return {
            key: self.pushes.get(value, value)
            if key in ("pushId", "pushid") and isinstance(value, str)
            else value
            for key, value in body.items()
        }


@pytest.fixture
def service(unlimited: Practice) -> Service:
    return Service(unlimited)


def code(call: Call, answer: dict[str, Any]) -> int:
    found: int = answer["ret_code" if call.family == "snake" else "retCode"]
    return found


@pytest.mark.parametrize(("call", "field"), ROWS)
def test_a_field_has_its_limits_and_codes(call: Call, field: Field, service: Service):
    base = field.base or next(iter(call.bases))
    for value, expected in field.cases:
        body = service.filled(with_field(call.bases[base], field.name, value))
        answer = service.practice.post(call.path, body, call.platform(base))
        assert code(call, answer) == expected, (field.name, value, answer)


@pytest.mark.parametrize(
    ("call", "base"),
    [(call, base) for call in CALLS for base in call.bases],
    ids=lambda part: part.path if isinstance(part, Call) else str(part),
)
def test_the_bodies_of_the_table_are_right(call: Call, base: str, service: Service):
    body = call.bases[base]
    answer = service.practice.post(call.path, service.filled(body), call.platform(base))
    # Of the calls that end pushes, iOS has a body for an id that is unknown to it.
    assert code(call, answer) == (1008015 if body == {"pushId": "427"} else 0)


@pytest.mark.parametrize(("says", "name", "content", "expected"), PACKAGES)
def test_a_file_has_its_rules_and_codes(
    says: str, name: str, content: bytes, expected: int, practice: Practice
):
    assert upload(practice, named(name, content))["retCode"] == expected


def test_every_code_is_provoked_or_said_why_not(vectors: Any):
    provoked = {found for call in CALLS for field in call.fields for _value, found in field.cases}
    provoked |= {found for *_file, found in PACKAGES}
    for row in vectors("tpns-errors")["codes"]:
        there = (row["code"] in provoked or row["code"] in ELSEWHERE, row["code"] in NOT_PLAYED)
        assert there in ((True, False), (False, True)), row["code"]
        assert (row["code"] in TEXTS) == there[0]
        # A text that is not published is played as an empty one.
        assert (TEXTS.get(row["code"], row["err_msg"]) or None) == row["err_msg"]


def test_the_table_has_every_call_and_every_field_of_the_documents_samples(vectors: Any):
    """Lists are told by their first; what is below a field that the table has is that field's."""
    fields = {
        call.path: {field.name for field in call.fields} | {"ErrMsg", "is_not"} for call in CALLS
    }
    assert {*fields, UPLOAD} == {call.path for call in SERVED} | {PUSH.path, UPLOAD}

    def missing(path: str, body: dict[str, Any], before: str = "") -> list[str]:
        found: list[str] = []
        for key, value in body.items():
            name = before + key
            if name in fields[path] or key in fields[path]:
                continue
            below = any(one.startswith(f"{name}.") for one in fields[path])
            found += missing(path, value, f"{name}.") if below and isinstance(value, dict) else []
            found += [] if below else [name]
        return found

    for case in vectors("tpns-responses")["cases"]:
        if case["path"] != UPLOAD:
            assert missing(case["path"], case["request"]) == [], case["id"]
    for case in vectors("tpns-push-bodies")["cases"]:
        assert missing(PUSH.path, case["body"]) == [], case["id"]


def test_the_page_is_the_table():
    assert PAGE.read_text("utf-8") == page(), "python -m tests.practice.conformance writes it anew"


# Clients in the field (19) -------------------------------------------------------------------


def test_zero_means_unset_in_every_field_that_clients_always_send(service: Service):
    unset = {
        "upload_id": 0,
        "collapse_id": 0,
        "push_speed": 0,
        "send_time": "",
        "loop_param": None,
        "tag_rules": [],
        "tag_list": None,
        "plan_id": "",
        "group_id": "",
        "account_list": [],
        "token_list": [],
        "channel_rules": [],
        "sms_info": None,
        "account_type": 0,
        "account_push_type": 0,
        "environment": "",
        "expire_time": None,
        "seq": 0,
    }
    for empty in (unset, dict.fromkeys(unset), dict.fromkeys(unset, "")):
        answer = service.practice.push(notify(**{**empty, "audience_type": "all"}))
        assert answer["ret_code"] == 0, answer


@pytest.mark.parametrize(
    "names",
    [
        ("Accessid", "Timestamp", "Sign"),
        ("ACCESSID", "TIMESTAMP", "SIGN"),
        ("accessid", "timestamp", "sign"),
    ],
)
def test_header_names_come_in_any_case(names: tuple[str, str, str], practice: Practice):
    body = b'{"audience_type":"all","message_type":"notify","message":{"title":"a","content":"b"}}'
    given = signed(CREDENTIALS["android"], body, str(int(practice.clock.now)))
    headers = dict(zip(names, given.values(), strict=True))
    assert practice.raw("/v3/push/app", body, headers).json()["ret_code"] == 0


def test_escaped_letters_are_signed_as_they_were_sent(practice: Practice):
    body = (
        b'{"audience_type":"all","message_type":"notify",'
        b'"message":{"title":"\\u003cb\\u003e \\u0026 co","content":"\\u4f60\\u597d"}}'
    )
    headers = signed(CREDENTIALS["android"], body, str(int(practice.clock.now)))
    answer = practice.raw("/v3/push/app", body, headers).json()
    practice.clock.advance(2)
    record = practice.record(answer["push_id"])
    assert (record["title"], record["content"]) == ("<b> & co", "你好")


@pytest.mark.parametrize("spelling", ["dayTimes", "DayTimes"])
def test_the_times_of_a_loop_are_read_in_both_spellings(spelling: str, practice: Practice):
    loop = dict(PUSH.bases["loop"]["loop_param"])
    loop[spelling] = loop.pop("dayTimes")
    answer = practice.push(notify(loop_param=loop))
    assert isinstance(answer["push_id"], list)
    assert len(answer["push_id"]) == 10
    assert all(one.isdigit() for one in answer["push_id"])


def test_answers_are_such_that_every_client_can_read_them(practice: Practice):
    wrong = practice.push({"audience_type": "everyone", "message_type": "notify", "message": {}})
    assert (wrong["ret_code"], wrong["err_msg"]) == (1008007, "audience_type is not correct")
    good = practice.push(notify(seq=7))
    assert (good["seq"], good["environment"]) == (7, "")
    assert isinstance(good["push_id"], str)
    assert good["push_id"].isdigit()
    for answer in (wrong, good, practice.push(b"{")):
        assert isinstance(answer["err_msg"], str)
        assert isinstance(answer["seq"], int)
    for target in ("token", "account"):
        empty = {f"{target}_list": []}
        assert practice.push(notify(target, **empty))["ret_code"] == 1008007


def test_an_upload_without_a_file_name_or_with_a_type_of_its_own_is_read(practice: Practice):
    from .test_packages import form

    for body in (
        form(b"alice01\n", 'name="file"'),
        form(b"alice01\n", kind="Content-Type: application/octet-stream\r\n"),
        form(b"alice01\n", kind="Content-Type: text/csv; charset='utf-8'\r\n"),
    ):
        assert upload(practice, body)["retCode"] == 0
    headers = basic(CREDENTIALS["android"])
    assert practice.raw(UPLOAD, b"alice01\n", headers).json()["retCode"] == 1008011
