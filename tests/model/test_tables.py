"""Account types and error codes against the vectors; limits against each other."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tpns_desktop.model import limits
from tpns_desktop.model.account_types import ACCOUNT_TYPES, account_type, fits
from tpns_desktop.model.outcome import ERROR_CODES, verdict_of

VECTORS = Path(__file__).parents[1] / "vectors"


def load(name: str) -> Any:
    return json.loads((VECTORS / f"{name}.json").read_text("utf-8"))


TYPES = load("tpns-account-types")


@pytest.mark.parametrize("case", TYPES["cases"], ids=lambda case: str(case["account_type"]))
def test_an_account_type_fits_what_the_vectors_say(case: dict[str, Any]) -> None:
    number = case["account_type"]
    kind = account_type(number)
    assert kind is not None
    assert kind.legacy is not case["in_newer_tables"]
    assert [text for text in case["valid"] if not fits(number, text)] == []
    assert [text for text in case["invalid"] if fits(number, text)] == []


@pytest.mark.parametrize("number", TYPES["not_in_any_table"])
def test_a_number_in_no_table_is_no_account_type(number: int) -> None:
    assert account_type(number) is None
    assert not fits(number, "alice01")


def test_account_types_are_those_of_the_vectors_and_1_to_16() -> None:
    numbers = [kind.number for kind in ACCOUNT_TYPES]
    assert numbers == sorted(set(numbers))
    assert set(numbers) == {case["account_type"] for case in TYPES["cases"]} | set(range(1, 17))


@pytest.mark.parametrize("text", ["alice", "@example.com", "alice@", "a@b@c", "a\n@b"])
def test_an_email_has_one_at_with_text_on_both_sides(text: str) -> None:
    assert not fits(1005, text)


def test_a_line_end_behind_an_account_does_not_fit() -> None:
    assert not fits(991, "12345\n")
    assert not fits(1005, "alice@example.com\n")


def test_error_codes_are_those_of_the_vectors() -> None:
    published = {case["code"]: case["err_msg"] or "" for case in load("tpns-errors")["codes"]}
    assert {code: fact.text for code, fact in ERROR_CODES.items()} == published
    assert all(code == fact.code for code, fact in ERROR_CODES.items())


def test_verdicts_are_those_of_the_sending_rules() -> None:
    rejected = {code for code, fact in ERROR_CODES.items() if fact.verdict == "rejected"}
    assert rejected == {
        *(1008001, 1008002, 1008003, 1008007, 1008019, 1008030, 1008031),
        *(1010001, 10010005, 10010012, 10030002),
    }
    assert [code for code, fact in ERROR_CODES.items() if fact.verdict == "too_fast"] == [1008028]


@pytest.mark.parametrize("code", [1008004, 10010018, 0, -1, 10101, 9999999])
def test_what_may_have_been_accepted_is_unknown(code: int) -> None:
    assert verdict_of(code) == "unknown"


def test_limits_are_in_order() -> None:
    assert limits.PLAN_NAME_WARN < limits.PLAN_NAME_MAX
    assert limits.EXPIRE_S_RAISED_TO < limits.EXPIRE_S_DEFAULT < limits.EXPIRE_S_MAX
    assert limits.PUSH_SPEED_MIN < limits.PUSH_SPEED_MAX
    assert limits.SERVICE_ZONE.utcoffset(None).total_seconds() == 8 * 3600


def test_what_the_first_window_reads_needs_no_pydantic() -> None:
    script = (
        "import sys\n"
        "from tpns_desktop.model import (\n"
        "    account_types, body, draft, limits, options, outcome, problem, reading, runs,\n"
        "    secret)\n"
        "print(sorted({name.partition('.')[0] for name in sys.modules}\n"
        "             - set(sys.stdlib_module_names)))\n"
    )
    ran = subprocess.run(
        [sys.executable, "-S", "-c", script],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.strip() == "['__main__', 'tpns_desktop']"
