"""Reading answers: strict about form, tolerant about the rest."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpns_desktop.client import answers
from tpns_desktop.client.strict import Unusable
from tpns_desktop.model.outcome import ChannelCounters, DeviceDay, PlanCreated


def _envelope(**fields: Any) -> answers.Envelope:
    return answers.envelope(json.dumps({"ret_code": 0, **fields}).encode())


# --------------------------------------------------------------------------- the envelope


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "not_json"),
        (b" ", "not_json"),
        (b"<html><body>ok</body></html>", "not_json"),
        (b'{"ret_code":0', "not_json"),
        (b'{"ret_code":0}}', "not_json"),
        (b'{"ret_code":0} {"ret_code":0}', "not_json"),
        (b'{"ret_code":NaN}', "not_json"),
        (b'{"ret_code":0,"x":NaN}', "not_json"),
        (b'{"ret_code":0,"x":Infinity}', "not_json"),
        (b'{"ret_code":0,"x":-Infinity}', "not_json"),
        (b'{"ret_code":0,"x":1e999}', "not_json"),
        (b'{"ret_code":0,"x":"\xff"}', "not_json"),
        (b'\xef\xbb\xbf{"ret_code":0}', "not_json"),
        ('{"ret_code":0}'.encode("utf-16"), "not_json"),
        (b'{"ret_code":' + b"9" * 5000 + b"}", "not_json"),
        (b"[" * 30000, "not_json"),
        (b"{'ret_code':0}", "not_json"),
        (b"[]", "not_object"),
        (b'[{"ret_code":0}]', "not_object"),
        (b"0", "not_object"),
        (b"null", "not_object"),
        (b'"ret_code"', "not_object"),
        (b'{"ret_code":1008003,"ret_code":0,"push_id":"1"}', "repeated_keys"),
        (b'{"ret_code":0,"result":{"planId":"1","planId":"2"}}', "repeated_keys"),
        (b'{"ret_code":0,"ret\\u005fcode":1}', "repeated_keys"),
        (b"{}", "no_code"),
        (b'{"ret_code":null}', "no_code"),
        (b'{"ret_code":true}', "no_code"),
        (b'{"ret_code":false}', "no_code"),
        (b'{"ret_code":0.0}', "no_code"),
        (b'{"ret_code":""}', "no_code"),
        (b'{"ret_code":" 0"}', "no_code"),
        (b'{"ret_code":"0x0"}', "no_code"),
        (b'{"ret_code":"0\\n"}', "no_code"),
        ('{"ret_code":"\u0660"}'.encode(), "no_code"),
        (b'{"ret_code":[0]}', "no_code"),
        (b'{"Ret_Code":0}', "no_code"),
        (b'{"ret_code":0,"retCode":1008003}', "no_code"),
        (b'{"ret_code":0,"retCode":null}', "no_code"),
    ],
)
def test_what_is_no_answer_is_told_why(raw: bytes, reason: str) -> None:
    with pytest.raises(Unusable) as caught:
        answers.envelope(raw)
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    ("raw", "code", "text"),
    [
        (b'{"ret_code":0}', 0, ""),
        (b'{"ret_code":"0"}', 0, ""),
        (b'{"retCode":0,"errMsg":"ok"}', 0, "ok"),
        (b'{"retCode":"1008028","errMsg":"request too fast"}', 1008028, "request too fast"),
        (b'{"retCode":0,"ErrMsg":"save success"}', 0, "save success"),
        (b'{"retCode":0,"ErrMsg":"","errMsg":"save success"}', 0, "save success"),
        (b'{"ret_code":-1,"err_msg":"x"}', -1, "x"),
        (b'{"ret_code":10010018,"err_msg":null}', 10010018, ""),
        (b'{"ret_code":1,"err_msg":{"a":1}}', 1, ""),
        (b'{"ret_code":0,"retCode":"0","new":{"field":[1,{}]}}', 0, ""),
    ],
)
def test_both_envelopes_are_read(raw: bytes, code: int, text: str) -> None:
    answer = answers.envelope(raw)
    assert (answer.code, answer.text) == (code, text)


def test_a_text_can_always_be_stored() -> None:
    answer = answers.envelope(b'{"ret_code":1,"err_msg":"' + b"\\ud800" * 5000 + b'"}')
    assert len(answer.text.encode("utf-8")) == 1000


# ------------------------------------------------------------------------------- the push


@pytest.mark.parametrize(
    ("push_id", "expected"),
    [
        ("1328245138690125824", ("1328245138690125824",)),
        (1328245138690125824, ("1328245138690125824",)),
        (["427184210", 427184211], ("427184210", "427184211")),
        (["427184210"], ("427184210",)),
    ],
)
def test_push_ids_are_text_whatever_they_came_as(push_id: object, expected: tuple[str]) -> None:
    assert answers.push_answer(_envelope(push_id=push_id), b"").push_ids == expected


@pytest.mark.parametrize(
    "push_id",
    [
        None,
        "",
        "0",
        0,
        "000",
        1.5e18,
        True,
        -1,
        [],
        [""],
        ["1", ""],
        [["1"]],
        {},
        {"1": "2"},
        "1 2",
        "1\n",
        "<b>",
        "1" * 65,
        ["1", None],
    ],
)
def test_success_without_a_usable_push_id_is_no_proof(push_id: object) -> None:
    with pytest.raises(Unusable) as caught:
        answers.push_answer(_envelope(push_id=push_id), b"")
    assert caught.value.reason == "no_push_id"


def test_success_with_the_push_id_missing_is_no_proof() -> None:
    with pytest.raises(Unusable, match="no_push_id"):
        answers.push_answer(_envelope(), b"")


def test_odd_side_fields_do_not_spoil_an_accepted_push() -> None:
    fields = {"seq": "x", "environment": 5, "invalid_targe_list": "bad", "result": [1]}
    answer = answers.push_answer(_envelope(push_id="1", **fields), b"raw")
    assert (answer.seq, answer.environment, answer.skipped_tokens) == (0, "", ())
    assert answer.raw == b"raw"


def test_skipped_tokens_are_read_under_the_services_spelling() -> None:
    answer = answers.push_answer(_envelope(push_id="1", invalid_targe_list=["bad", 7]), b"")
    assert answer.skipped_tokens == ("bad", "7")


# --------------------------------------------------------------------- plans and questions


@pytest.mark.parametrize("result", [None, [], "48", {}, {"planId": ""}, {"planId": 4.8}])
def test_a_plan_without_an_id_is_no_proof(result: object) -> None:
    with pytest.raises(Unusable, match="no_plan_id"):
        answers.plan_created(_envelope(result=result))


def test_a_plan_id_may_be_a_number() -> None:
    result = {"planId": 48, "planName": "N", "planDescribe": "D"}
    assert answers.plan_created(_envelope(result=result)) == PlanCreated("48", "N", "D")


def test_a_record_is_read_with_its_time_in_utc() -> None:
    row = {"pushId": 133703, "date": "2026-01-10 09:00:00", "collapseID": 5, "uploadId": 0}
    (record,) = answers.records(_envelope(pushRecordData=[row]))
    assert record.push_id == "133703"
    assert record.created_at == datetime(2026, 1, 10, 1, 0, tzinfo=UTC)
    assert (record.collapse_id, record.upload_id, record.target_list) == (5, None, ())


def test_create_time_is_preferred_to_the_date() -> None:
    row = {"pushId": "1", "date": "2026-01-10 09:00:00", "createTime": 1700000000}
    (record,) = answers.records(_envelope(pushRecordData=[row]))
    assert record.created_at == datetime.fromtimestamp(1700000000, UTC)


@pytest.mark.parametrize(
    "row",
    [{}, {"date": "tomorrow"}, {"date": 20260110}, {"createTime": 10**17}, {"createTime": "x"}],
)
def test_a_record_without_a_readable_time_is_still_a_record(row: dict[str, object]) -> None:
    (record,) = answers.records(_envelope(pushRecordData=[{"pushId": "1", **row}]))
    assert record.created_at is None


@pytest.mark.parametrize("rows", ["x", {}, [1], [[]], [{}], [{"pushId": 1.5}], [{"pushId": ""}]])
def test_a_record_that_cannot_be_named_is_not_left_out(rows: object) -> None:
    with pytest.raises(Unusable, match="bad_fields"):
        answers.records(_envelope(pushRecordData=rows))


@pytest.mark.parametrize("fields", [{}, {"pushRecordData": None}, {"pushRecordData": []}])
def test_no_records_are_an_empty_list(fields: dict[str, object]) -> None:
    assert answers.records(_envelope(**fields)) == []


def test_arrived_is_read_from_the_platforms_own_counter() -> None:
    state = {"pushActiveUv": 9, "pushOnlineUv": "8", "arrivalUv": 7, "verifySvcUv": 6}
    answer = _envelope(pushStatDataAll=[{"channel": "all", "pushState": state}])
    assert answers.counters(answer, ios=False) == [ChannelCounters("all", 9, 8, 7, None, None)]
    assert answers.counters(answer, ios=True) == [ChannelCounters("all", 9, 8, 6, None, None)]


@pytest.mark.parametrize("row", [{}, {"channel": "xg"}, {"pushState": {}}])
def test_a_row_of_counters_without_its_parts_is_refused(row: object) -> None:
    with pytest.raises(Unusable, match="bad_fields"):
        answers.counters(_envelope(pushStatDataAll=[row]), ios=False)


@pytest.mark.parametrize("value", [-1, True, 1.5, "many", None])
def test_a_counter_that_is_no_count_is_none(value: object) -> None:
    rows = [{"channel": "xg", "pushState": {"clickUv": value}}]
    assert answers.counters(_envelope(pushStatDataAll=rows), ios=False)[0].tapped is None


@pytest.mark.parametrize("day", [20260109, "20260109"])
def test_a_day_is_a_number_or_text(day: object) -> None:
    row = {"date": day, "accuUv": 100, "newUv": 5, "activeUv": 60}
    found = answers.device_days(_envelope(getDeviceStatOverviewData=[row]))
    assert found == [DeviceDay(date(2026, 1, 9), 100, 5, 60)]


@pytest.mark.parametrize(
    "row", [{}, {"date": 20260109}, {"date": 20261399, "accuUv": 1, "newUv": 1, "activeUv": 1}]
)
def test_a_day_without_its_counts_is_refused(row: object) -> None:
    with pytest.raises(Unusable, match="bad_fields"):
        answers.device_days(_envelope(getDeviceStatOverviewData=[row]))


# -------------------------------------------------------------------------------- anything

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)
_KEYS = st.sampled_from(
    [
        "ret_code",
        "retCode",
        "push_id",
        "seq",
        "result",
        "err_msg",
        "pushRecordData",
        "date",
        "pushId",
        "planId",
        "pushStatDataAll",
        "channel",
        "pushState",
        "createTime",
        "getDeviceStatOverviewData",
        "accuUv",
        "newUv",
        "activeUv",
        "targetList",
    ]
)
_READERS: list[Callable[[answers.Envelope], object]] = [
    lambda answer: answers.push_answer(answer, b""),
    answers.plan_created,
    answers.records,
    lambda answer: answers.counters(answer, ios=True),
    answers.device_days,
]


@given(st.binary() | _JSON.map(lambda value: json.dumps(value).encode()))
def test_no_bytes_make_the_reader_raise_anything_else(raw: bytes) -> None:
    with contextlib.suppress(Unusable):
        answers.envelope(raw)


@given(
    st.dictionaries(_KEYS, _JSON | st.lists(st.dictionaries(_KEYS, _JSON), max_size=3)),
    st.sampled_from(_READERS),
)
def test_no_fields_make_a_reader_raise_anything_else(
    fields: dict[str, object], read: Callable[[answers.Envelope], object]
) -> None:
    with contextlib.suppress(Unusable):
        read(answers.envelope(json.dumps({**fields, "ret_code": 0}).encode()))
