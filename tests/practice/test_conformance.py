"""Every call of the service answers as the documents say: a table over all eighteen.

One row a call: its names, its envelope, its fields, its limits and the codes beyond them. What is
particular to one call stands in that call's own file of tests.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final, Literal

import pytest

from tpns_desktop.practice.calls import CALLS
from tpns_desktop.practice.codes import TEXTS
from tpns_desktop.practice.state import Credentials

from .conftest import CREDENTIALS, TOKENS, Make, Practice, basic, furnish, notify, signed
from .test_packages import MULTIPART, form, upload

A, B = TOKENS
SCHEDULED = "2026-01-15 12:00:00"
UPLOAD = "/v3/push/package/upload"
PERIOD: Final = {"startDate": "20260110", "endDate": "20260115"}

Body = dict[str, Any]


@dataclass(frozen=True)
class Call:
    """A row: a body that is right, and what becomes of it when fields are changed."""

    path: str
    family: Literal["snake", "camel"]
    good: Body
    """``pushId`` is filled in: ``"RUNNING"`` or ``"WAITING"`` stand for pushes in that state."""
    codes: dict[str, list[tuple[Any, int]]]
    """Field → values and the code each is answered with; ``None`` leaves the field out."""
    counted: bool = False
    aliases: tuple[str, ...] = ()
    answers: frozenset[str] = field(default_factory=frozenset)
    """Fields beside the envelope."""


PUSH_ID: Final[list[tuple[Any, int]]] = [(None, 1008002), ("", 1008002), ("427", 1008015)]
DATES: Final[dict[str, list[tuple[Any, int]]]] = {
    "startDate": [(None, 1008002), ("2026-01-10", 1008016), ("20260132", 1008016), (7, 1008007)],
    "endDate": [(None, 1008002), ("20260109", 1008016), ("x", 1008016)],
}


def dates(too_early: str) -> dict[str, list[tuple[Any, int]]]:
    return DATES | {"startDate": [*DATES["startDate"], (too_early, 1008016)]}


PAIRS: Final = [{"tag": "a", "token": A}]
BOUND: Final = [{"token": A, "account_list": [{"account": "alice01"}]}]

TABLE: Final = (
    Call(
        "/v3/push/app",
        "snake",
        notify("token_list", token_list=[A]),
        {
            "audience_type": [(None, 1008002), ("nobody", 1008007)],
            "message_type": [(None, 1008002), ("mail", 1008007)],
            "message": [(None, 1008002), ({"title": "x" * 4096, "content": "b"}, 1008007)],
            "token_list": [
                (None, 1008002),
                ([], 1008007),
                ([A] * 1000, 0),
                ([A] * 1001, 1008007),
                (["x" * 36], 1008029),
            ],
            "expire_time": [(0, 0), (259_200, 0), (259_201, 1008007)],
            "plan_id": [("48", 0), ("999", 1008007)],
            "channel_rules": [([{"channel": "post", "disable": True}], 1008007)],
        },
        answers=frozenset({"push_id", "environment", "result"}),
    ),
    Call(
        "/v3/push/plan/add_plan_push",
        "camel",
        {"planName": "Spring sale", "planDescribe": "All of it"},
        {
            "planName": [(None, 1008002), ("x" * 60, 0), ("x" * 61, 1008007)],
            "planDescribe": [(None, 1008002), ("好" * 300, 0), ("x" * 301, 1008007)],
        },
        answers=frozenset({"ErrMsg", "result"}),
    ),
    Call("/v3/push/stop_push_msg", "camel", {"pushId": "RUNNING"}, {"pushId": PUSH_ID}),
    Call("/v3/push/revoke_push_msg", "camel", {"pushId": "RUNNING"}, {"pushId": PUSH_ID}),
    Call("/v3/push/cancel_timing_task", "camel", {"pushId": "WAITING"}, {"pushId": PUSH_ID}),
    Call(
        "/v3/device/tag",
        "snake",
        {"operator_type": 3, "tag_list": ["a"], "token_list": [A], "tag_token_list": PAIRS},
        {
            "operator_type": [
                (None, 1008002),
                (11, 1008007),
                *((kind, 0) for kind in range(1, 11)),
            ],
            "tag_list": [(None, 1008002), (["a"] * 501, 1008007), (["x" * 51], 1008007)],
            "token_list": [(None, 1008002), ([A] * 501, 1008007), (["x" * 36], 1008006)],
        },
    ),
    Call(
        "/v3/device/tag/delete_all_device",
        "snake",
        {"tag_list": ["old_tag_1"]},
        {"tag_list": [(None, 1008002), (["a"] * 100, 0), (["a"] * 101, 1008007)]},
        aliases=("/v3/device_tag/delete_all_device",),
        answers=frozenset({"result"}),
    ),
    Call(
        "/v3/device/account/batchoperate",
        "snake",
        {"operator_type": 2, "token_accounts": BOUND, "token_list": [A]},
        {
            "operator_type": [(None, 1008002), (6, 1008007), (1, 0), (3, 0), (4, 0)],
            "token_accounts": [
                (None, 1008002),
                (BOUND * 20, 0),
                (BOUND * 21, 1008007),
                ([BOUND[0] | {"token": "bad"}], 1008027),
                ([*BOUND, BOUND[0] | {"token": "bad"}], 1008026),
            ],
        },
        answers=frozenset({"result"}),
    ),
    Call(
        "/v3/device/account/query",
        "camel",
        {"operator_type": 1, "account_list": [{"account": "account1"}], "token_list": [A]},
        {
            "operator_type": [(None, 1008002), (3, 1008007), (2, 0)],
            "account_list": [(None, 1008002), ([{"account": "nobody"}], 1008027)],
        },
        answers=frozenset({"result", "account_tokens"}),
    ),
    Call(
        "/v3/device/set_custom_attribute",
        "camel",
        {"cmd": 1, "token": A, "attributeInfo": {"attributeMap": {"age": "30"}}},
        {
            "cmd": [(None, 1008002), (6, 1008007), (2, 0), (3, 0), (4, 0), (5, 0)],
            "token": [(None, 1008002), ("x" * 36, 1008006), ("x" * 37, 1008029)],
            "attributeInfo": [
                (None, 1008002),
                ({"attributeMap": {"age": "x" * 50}}, 0),
                ({"attributeMap": {"age": "x" * 51}}, 1008007),
            ],
        },
    ),
    Call(
        "/v3/statistics/get_push_channel_stat_overview",
        "camel",
        PERIOD,
        dates("20251215"),
        counted=True,
        aliases=("/v3/statistics/get_push_stat_overview",),
        answers=frozenset({"pushDateChannelStat"}),
    ),
    Call(
        "/v3/statistics/get_device_stat_overview",
        "camel",
        PERIOD,
        dates("20251014"),
        counted=True,
        answers=frozenset({"getDeviceStatOverviewData"}),
    ),
    Call(
        "/v3/statistics/get_push_record",
        "camel",
        {"startDate": "2026-01-10", "endDate": "2026-01-15"},
        {
            "startDate": [(None, 1008002), ("20260110", 1008016), ("2025-12-14", 1008016)],
            "endDate": [(None, 1008002), ("2026-01-09", 1008016)],
            "msgType": [("notify", 0), ("mail", 1008007)],
            "pushType": [("all", 0), ("token", 0), ("nobody", 1008007)],
            "limit": [(200, 0), (201, 1008007)],
            "offset": [(5, 0), (-1, 1008007)],
            "pushId": [("RUNNING", 0), ("427", 1008015)],
        },
        counted=True,
        answers=frozenset({"pushRecordData", "count"}),
    ),
    Call(
        "/v3/statistics/get_push_task_stat_channel",
        "camel",
        {"pushId": "RUNNING"},
        {"pushId": PUSH_ID},
        counted=True,
        answers=frozenset({"pushStatDataAll"}),
    ),
    Call(
        "/v3/statistics/get_push_group_stat_channel",
        "camel",
        PERIOD | {"planId": "48"},
        dates("20260107") | {"planId": [(None, 1008002), ("999", 1008007)]},
        counted=True,
        aliases=("/v3/statistics/get_push_group_stat",),
        answers=frozenset({"pushStatDataAll"}),
    ),
    Call(
        "/v3/statistics/get_device_distribute_info",
        "camel",
        {"date": "20260110", "type": "city"},
        {
            "date": [
                (None, 1008002),
                ("2026-01-10", 1008016),
                ("20251214", 1008016),
                ("20260116", 1008016),
            ],
            "type": [(None, 1008002), ("colour", 1008007), ("device_brand", 0)],
        },
        counted=True,
        answers=frozenset({"data"}),
    ),
    Call(
        "/v3/toolbox/getPushListByToken",
        "camel",
        {"token": A},
        {"token": [(None, 1008002), ("x" * 36, 1008006), ("x" * 37, 1008029)]},
        counted=True,
        answers=frozenset({"pushTaskList"}),
    ),
)
ALL: Final = pytest.mark.parametrize("call", TABLE, ids=lambda call: call.path)


class Service:
    """A practice service with pushes that run and one that waits for its time."""

    def __init__(self, practice: Practice) -> None:
        self.practice = practice
        self.pushes = {
            "RUNNING": practice.push(notify())["push_id"],
            "TAGGED": practice.push(notify("tag", tag_list={"tags": ["vip"], "op": "OR"}))[
                "push_id"
            ],
            "WAITING": practice.push(notify(send_time=SCHEDULED))["push_id"],
        }
        practice.clock.advance(5)

    def code(self, call: Call, body: Body, path: str = "") -> int:
        found: int = self.answer(call, body, path)[code_key(call)]
        return found

    def answer(self, call: Call, body: Body, path: str = "") -> Any:
        filled = dict(body)
        if "pushId" in body:
            filled["pushId"] = self.pushes.get(body["pushId"], body["pushId"])
        return self.practice.post(path or call.path, filled)


def code_key(call: Call) -> str:
    return "ret_code" if call.family == "snake" else "retCode"


def envelope(call: Call) -> set[str]:
    return {"ret_code", "err_msg", "seq"} if call.family == "snake" else {"retCode", "errMsg"}


@pytest.fixture
def service(unlimited: Practice) -> Service:
    return Service(unlimited)


def test_the_table_has_every_call_that_there_is():
    paths = {call.path for call in TABLE} | {UPLOAD}
    assert len(paths) == 18
    assert paths == {call.path for call in CALLS} | {"/v3/push/app", UPLOAD}
    for call in CALLS:
        (row,) = [row for row in TABLE if row.path == call.path]
        assert (row.family, row.counted, row.aliases) == (call.family, call.counted, call.aliases)


@ALL
def test_a_good_request_is_answered_in_its_envelope(call: Call, service: Service):
    answer = service.answer(call, call.good)
    assert answer[code_key(call)] == 0
    assert set(answer) == envelope(call) | call.answers


@ALL
def test_each_field_has_its_limits_and_codes(call: Call, make: Make, service: Service):
    for name, values in call.codes.items():
        for value, code in values:
            body = dict(call.good)
            if value is None:
                del body[name]
            else:
                body[name] = value
            answer = service.answer(call, body)
            assert answer[code_key(call)] == code, (name, value)
            if code:
                assert set(answer) >= envelope(call)


@ALL
def test_other_names_that_sources_use_do_the_same(call: Call, service: Service):
    for path in call.aliases:
        assert service.answer(call, call.good, path) == service.answer(call, call.good)


@ALL
def test_zero_means_unset_and_unknown_fields_are_passed_over(call: Call, service: Service):
    body = call.good | {"unheard_of": {"a": [1]}, "platform": "android", "seq": 0, "trace_id": None}
    assert service.code(call, body) == 0


@ALL
def test_what_is_no_json_object_is_a_parse_error(call: Call, service: Service):
    for raw in (b"", b"{", b"[]", b'{"a": NaN}', b"\xff"):
        answer = service.practice.post(call.path, raw)
        assert answer[code_key(call)] == 1008001
        assert set(answer) >= envelope(call)


@ALL
@pytest.mark.parametrize("status", [200, 403])
def test_a_failed_log_in_is_answered_in_the_calls_envelope(call: Call, status: int, make: Make):
    practice = make(login_failure_status=status)
    wrong = signed(CREDENTIALS["ios"], b"{}", str(int(practice.clock.now))) | {
        "AccessId": CREDENTIALS["android"].access_id
    }
    answer = practice.raw(call.path, b"{}", wrong)
    assert answer.status_code == status
    if status == 200:
        assert answer.json()[code_key(call)] == 1008003
        assert set(answer.json()) >= envelope(call)


@ALL
def test_either_way_to_log_in_works_and_only_posting_does(call: Call, service: Service):
    body = json.dumps({**call.good, "pushId": service.pushes.get(call.good.get("pushId", ""), "")})
    answer = service.practice.raw(call.path, body.encode(), basic(CREDENTIALS["android"]))
    assert answer.json()[code_key(call)] == 0
    for method in ("GET", "PUT", "DELETE"):
        answer = service.practice.raw(call.path, b"", basic(CREDENTIALS["android"]), method)
        assert answer.status_code == 405


def test_statistics_together_are_two_hundred_an_hour(make: Make):
    practice = make()
    counted = [call for call in TABLE if call.counted]
    for at in range(200):
        assert practice.post(counted[at % len(counted)].path, b"{}")["retCode"] != 1008028
    for call in TABLE:
        code = practice.post(call.path, b"{}")[code_key(call)]
        assert (code == 1008028) == call.counted, call.path
    practice.clock.advance(3600)
    for call in counted:
        assert practice.post(call.path, b"{}")["retCode"] != 1008028


# The vectors --------------------------------------------------------------------------------


def same_shape(expected: Any, answer: Any, path: str) -> None:
    """Every field of ``expected`` is in ``answer``, of the same type; lists by their first."""
    if path.endswith("pushId"):
        assert isinstance(answer, str | int)  # A sample has a number where its table has a text.
        return
    if isinstance(expected, dict) and not path.endswith("pushConfig"):
        assert isinstance(answer, dict), path
        for key, value in expected.items():
            # Seen in one sample only.
            if key != "err_msg_zh":
                assert key in answer, f"{path}.{key}"
                same_shape(value, answer[key], f"{path}.{key}")
    elif isinstance(expected, list):
        assert isinstance(answer, list), path
        if expected and not isinstance(answer[0], str):
            same_shape(expected[0], answer[0], f"{path}[0]")
    elif expected is not None and answer is not None:
        assert type(answer) is type(expected), path


def furnished(service: Service) -> None:
    world = service.practice.world
    for account_type, account in ((0, "account2"), (0, "alice01"), (1002, "+8613711112222")):
        world.bind_account(account_type, account, "android", B)


STATES: Final = {
    "cancel-ok": "WAITING",
    "cancel-ok-lowercase-key": "WAITING",
    "record-single": "TAGGED",
}


def test_success_answers_have_the_shapes_of_the_vectors(make: Make, vectors: Any):
    for case in vectors("tpns-responses")["cases"]:
        practice = make(limits=False, recall=case["id"] != "revoke-not-live")
        furnish(practice.world, practice.clock.now)
        service = Service(practice)
        furnished(service)
        if case["path"] == UPLOAD:
            same_shape(case["response"], upload(practice, form(b"alice01\n")), case["id"])
            continue
        platform = "ios" if case["id"].endswith("-ios") else "android"
        request = dict(case["request"])
        for key in ("pushId", "pushid"):
            if key in request:
                request[key] = service.pushes[STATES.get(case["id"], "RUNNING")]
        if case["id"] == "stat-task-ios":
            message = {"title": "a", "content": "b", "ios": {"aps": {}}}
            body = notify(environment="product", message=message)
            request["pushId"] = practice.push(body, "ios")["push_id"]
            practice.clock.advance(5)
        if case["id"] == "attr-query":
            attributes = {"attributeMap": {"age": "30", "nickname": "Ming"}}
            practice.post(case["path"], request | {"cmd": 1, "attributeInfo": attributes})
        answer = practice.post(case["path"], request, platform)
        expected = case["response"]
        for key in ("ret_code", "retCode", "seq", "invalid_targe_list", "invalidAttribute"):
            assert answer.get(key) == expected.get(key, answer.get(key)), (case["id"], key)
        if answer.get("retCode") or answer.get("ret_code"):
            for key in ("err_msg", "errMsg", "result"):
                assert answer.get(key) == expected.get(key), case["id"]
        same_shape(expected, answer, case["id"])


def test_errors_are_those_of_the_vectors(make: Make, vectors: Any):
    asked: dict[str, Callable[[Practice], Any]] = {
        "push-auth": lambda practice: log_in_failed(practice).json(),
        "push-wrong-region": lambda practice: practice.raw(
            "/v3/push/app", b"{}", basic(CREDENTIALS["android"]) | stranger()
        ).json(),
        "push-too-fast": lambda practice: pushed(practice, "a", "b"),
        "push-repeat": lambda practice: pushed(practice, "a", "a"),
        "push-not-json": lambda practice: practice.push(b"{"),
        "tag-bad-token": lambda practice: practice.post(
            "/v3/device/tag", {"operator_type": 1, "tag_list": ["a"], "token_list": ["bad"]}
        ),
        "upload-empty": lambda practice: upload(practice, form(b"")) | {"uploadId": 0},
        "plan-too-many": lambda practice: [
            practice.post("/v3/push/plan/add_plan_push", {"planName": str(at), "planDescribe": "d"})
            for at in range(201)
        ][-1],
        "stat-unknown-push": lambda practice: practice.report(
            "get_push_task_stat_channel", {"pushId": "1"}
        ),
        "stat-bad-date": lambda practice: practice.report(
            "get_push_channel_stat_overview", {"startDate": "x", "endDate": "x"}
        ),
        "stat-too-fast": lambda practice: [
            practice.report("get_push_record", {"pushId": "1"}) for _ in range(201)
        ][-1],
    }
    for sample in vectors("tpns-errors")["samples"]:
        if sample["id"] == "push-auth-403":
            answer = log_in_failed(make(login_failure_status=403))
            assert (answer.status_code, answer.content) == (403, b"")
            continue
        assert asked[sample["id"]](make()) == sample["body"], sample["id"]


def stranger() -> dict[str, str]:
    return basic(Credentials("1500000000", "0" * 32))


def log_in_failed(practice: Practice) -> Any:
    key = CREDENTIALS["android"].access_id
    wrong = signed(CREDENTIALS["ios"], b"{}", str(int(practice.clock.now))) | {"AccessId": key}
    return practice.raw("/v3/push/app", b"{}", wrong)


def pushed(practice: Practice, *titles: str) -> Any:
    answers = [practice.push(notify(message={"title": one, "content": "b"})) for one in titles]
    return answers[-1]


NOT_PLAYED: Final = {
    1008004: "an inner service of theirs",
    1008013: "certificates are given in the console",
    1008020: "certificates are given in the console",
    1008021: "certificates are given in the console",
    1008022: "certificates are given in the console",
    1008025: "apps are made in the console",
    1008030: "nothing is paid for here",
    1008031: "nothing expires here",
    10030002: "comes from the device SDK",
}


def test_every_published_code_is_played_or_said_why_not(vectors: Any):
    for row in vectors("tpns-errors")["codes"]:
        code = row["code"]
        assert (code in TEXTS) != (code in NOT_PLAYED), code
        if code in TEXTS:
            assert TEXTS[code] == (row["err_msg"] or "")  # none is published for 1010001


def test_multipart_is_for_the_upload_alone(service: Service):
    answer = service.practice.raw(
        "/v3/push/app", form(b"x"), MULTIPART | basic(CREDENTIALS["android"])
    )
    assert answer.json()["ret_code"] == 1008001
