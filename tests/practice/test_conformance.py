"""Every call of the service answers as the documents say: a table over all eighteen.

One row a call: its names, its envelope, what it answers. Fields, limits and codes stand in
``conformance``, what is particular to one call in that call's own file of tests.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Literal

import pytest

from tpns_desktop.practice.calls import CALLS
from tpns_desktop.practice.state import Credentials

from .conformance import CALLS as FIELDS
from .conftest import CREDENTIALS, TOKENS, Make, Practice, basic, furnish, notify, signed
from .test_packages import MULTIPART, form, upload

A, B = TOKENS
SCHEDULED = "2026-01-15 12:00:00"
UPLOAD = "/v3/push/package/upload"

Body = dict[str, Any]


@dataclass(frozen=True)
class Call:
    """A row: how a call is answered, and a body that is right."""

    path: str
    family: Literal["snake", "camel"]
    good: Body
    """``pushId`` is filled in: ``"RUNNING"`` or ``"WAITING"`` stand for pushes in that state."""
    answers: frozenset[str] = frozenset()
    """Fields beside the envelope."""
    counted: bool = False
    aliases: tuple[str, ...] = ()


def good(path: str) -> Body:
    """The first body that the table of fields has for a call."""
    (call,) = [call for call in FIELDS if call.path == path]
    return next(iter(call.bases.values()))


def row(
    path: str, family: Literal["snake", "camel"], *answers: str, alias: str = "", **more: Any
) -> Call:
    aliases = (alias,) if alias else ()
    return Call(path, family, good(path), frozenset(answers), aliases=aliases, **more)


STATISTICS: Final = "/v3/statistics/"
TABLE: Final = (
    row("/v3/push/app", "snake", "push_id", "environment", "result"),
    row("/v3/push/plan/add_plan_push", "camel", "ErrMsg", "result"),
    row("/v3/push/stop_push_msg", "camel"),
    row("/v3/push/revoke_push_msg", "camel"),
    row("/v3/push/cancel_timing_task", "camel"),
    row("/v3/device/tag", "snake"),
    row(
        "/v3/device/tag/delete_all_device",
        "snake",
        "result",
        alias="/v3/device_tag/delete_all_device",
    ),
    row("/v3/device/account/batchoperate", "snake", "result"),
    row("/v3/device/account/query", "camel", "result", "account_tokens"),
    row("/v3/device/set_custom_attribute", "camel"),
    row(
        STATISTICS + "get_push_channel_stat_overview",
        "camel",
        "pushDateChannelStat",
        counted=True,
        alias=STATISTICS + "get_push_stat_overview",
    ),
    row(
        STATISTICS + "get_device_stat_overview", "camel", "getDeviceStatOverviewData", counted=True
    ),
    row(STATISTICS + "get_push_record", "camel", "pushRecordData", "count", counted=True),
    row(STATISTICS + "get_push_task_stat_channel", "camel", "pushStatDataAll", counted=True),
    row(
        STATISTICS + "get_push_group_stat_channel",
        "camel",
        "pushStatDataAll",
        counted=True,
        alias=STATISTICS + "get_push_group_stat",
    ),
    row(STATISTICS + "get_device_distribute_info", "camel", "data", counted=True),
    row("/v3/toolbox/getPushListByToken", "camel", "pushTaskList", counted=True),
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
        (here,) = [here for here in TABLE if here.path == call.path]
        assert (here.family, here.counted, here.aliases) == (
            call.family,
            call.counted,
            call.aliases,
        )


@ALL
def test_a_good_request_is_answered_in_its_envelope(call: Call, service: Service):
    answer = service.answer(call, call.good)
    assert answer[code_key(call)] == 0
    assert set(answer) == envelope(call) | call.answers


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


def test_multipart_is_for_the_upload_alone(service: Service):
    answer = service.practice.raw(
        "/v3/push/app", form(b"x"), MULTIPART | basic(CREDENTIALS["android"])
    )
    assert answer.json()["ret_code"] == 1008001
