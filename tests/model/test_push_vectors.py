"""The published and made-up bodies: right ones survive, wrong ones are refused by field."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tpns_desktop.model.limits import SERVICE_ZONE
from tpns_desktop.model.plan import parse_plan, plan_json
from tpns_desktop.model.problem import PushRefused
from tpns_desktop.model.push import parse_push, parse_push_json, push_json, push_warnings

VECTORS = Path(__file__).parents[1] / "vectors"
NOW = datetime(2026, 1, 15, 10, 0, tzinfo=SERVICE_ZONE)

# What the service would answer; a model cannot know tokens, accounts and packages.
CODES = {"missing": 1008002, "value": 1008007, "size": 1008007, "token": 1008029, "time": 10010012}
KNOWN_TO_THE_SERVICE_ONLY = {"token-unknown", "package-unknown-upload-id", "account-unbound"}


def load(name: str) -> Any:
    return json.loads((VECTORS / f"{name}.json").read_text("utf-8"))


def expanded(value: Any) -> Any:
    """The place-holders of the invalid bodies, filled in as the file says."""
    match value:
        case {"$generate": {"format": form, "from": start, "count": count}}:
            return [form % i for i in range(start, start + count)]
        case {"$repeat": {"text": text, "count": count}}:
            return text * count
        case dict():
            return {key: expanded(inner) for key, inner in value.items()}
        case list():
            return [expanded(inner) for inner in value]
    return value


BODIES = load("tpns-push-bodies")
INVALID = load("tpns-push-invalid")
SEEDS = load("tpns-seed-samples")["cases"]


def by_id(cases: list[dict[str, Any]]) -> list[Any]:
    return [pytest.param(case, id=case["id"]) for case in cases]


@pytest.mark.parametrize("case", by_id(BODIES["cases"]))
def test_a_right_body_round_trips(case: dict[str, Any]) -> None:
    now = datetime.fromisoformat(case["now"]).replace(tzinfo=SERVICE_ZONE)
    push = parse_push(case["body"], platform=case["platform"], now=now)
    data = push_json(push)
    assert json.loads(data) == case["body"]
    assert parse_push_json(data, platform=case["platform"], now=now) == push


@pytest.mark.parametrize("case", by_id([c for c in SEEDS if "audience_type" in c["body"]]))
def test_a_sample_of_the_seeds_round_trips(case: dict[str, Any]) -> None:
    # The seeds do not say which platform; only the iOS ones have an environment.
    platform: Any = "ios" if "environment" in case["body"] else "android"
    push = parse_push(case["body"], platform=platform, now=NOW)
    body = json.loads(push_json(push))
    expected = dict(case["body"])
    if "account_type" in expected:
        expected["account_type"] = int(expected["account_type"])
        assert type(body["account_type"]) is int
    assert body == expected
    masked = [p for p in push_warnings(push) if p.reason == "masked"]
    assert bool(masked) == any("*" in t for t in case["body"].get("token_list", ()))


def test_the_plan_sample_of_the_seeds_round_trips() -> None:
    (case,) = [c for c in SEEDS if "planName" in c["body"]]
    assert json.loads(plan_json(parse_plan(case["body"]))) == case["body"]


@pytest.mark.parametrize(
    "case", by_id([c for c in INVALID["cases"] if c["id"] not in KNOWN_TO_THE_SERVICE_ONLY])
)
def test_a_wrong_body_is_refused_for_the_field_and_reason_given(case: dict[str, Any]) -> None:
    now = datetime.fromisoformat(INVALID["now"]).replace(tzinfo=SERVICE_ZONE)
    with pytest.raises(PushRefused) as refused:
        parse_push(expanded(case["body"]), platform=case["platform"], now=now)
    found = [(problem.field, CODES[problem.kind]) for problem in refused.value.problems]
    assert found == [(case["expect"]["field"], case["expect"]["ret_code"])]


@pytest.mark.parametrize(
    "case", by_id([c for c in INVALID["cases"] if c["id"] in KNOWN_TO_THE_SERVICE_ONLY])
)
def test_what_only_the_service_knows_is_left_to_it(case: dict[str, Any]) -> None:
    parse_push(case["body"], platform=case["platform"], now=NOW)


def test_no_case_is_left_out() -> None:
    assert {c["id"] for c in INVALID["cases"]} >= KNOWN_TO_THE_SERVICE_ONLY
    assert len([c for c in SEEDS if "planName" in c["body"]]) == 1


@pytest.mark.parametrize("case", by_id(INVALID["raw_not_json"]))
def test_what_is_not_json_is_refused(case: dict[str, Any]) -> None:
    with pytest.raises(PushRefused) as refused:
        parse_push_json(case["raw"].encode(), platform="android", now=NOW)
    assert [p.reason for p in refused.value.problems] == ["not_json"]
