"""Texts: blanks, signatures, length and number of messages, by the documents' cases."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tpns_desktop.model.phone_number import is_mainland, is_phone_number
from tpns_desktop.model.sms_text import (
    GSM_EXTENDED,
    GSM_STANDARD,
    blanks,
    draft_of,
    fits_code,
    has_opt_out,
    has_url,
    only_blanks,
    render,
    segments,
    signed,
)

VECTORS = Path(__file__).parents[1] / "vectors"


def vectors(name: str) -> Any:
    return json.loads((VECTORS / name).read_text(encoding="utf-8"))


LENGTHS = vectors("sms-length.json")
RENDER = vectors("sms-template-render.json")
E164 = vectors("sms-e164.json")


@pytest.mark.parametrize("case", LENGTHS["cases"], ids=lambda c: f"{c['kind']} {c['desc']}")
def test_a_text_is_as_long_and_as_many_messages_as_documented(case: dict[str, Any]) -> None:
    country = "60" if case["kind"] == "global_MY" else ""
    found = segments(case["text"], case["kind"] != "mainland", country)
    assert found.characters == case["length"]
    assert found.unit == case["encoding"]
    assert found.messages == case["segments"]


def test_the_alphabet_is_the_documented_one() -> None:
    assert set(LENGTHS["gsm_standard"]) | set(" \n\r") == GSM_STANDARD
    assert set(LENGTHS["gsm_extended"]) == GSM_EXTENDED


@pytest.mark.parametrize("case", RENDER["cases"], ids=lambda c: c["desc"])
def test_blanks_are_filled_as_documented(case: dict[str, Any]) -> None:
    expected = case["expected"]
    if "text" in expected:
        assert render(case["template"], case["params"]) == expected["text"]
        return
    with pytest.raises(ValueError, match="gaps" if "1..n" in expected["error"] else "count"):
        render(case["template"], case["params"])


@pytest.mark.parametrize("rule", RENDER["param_rules"], ids=lambda r: r["param"])
def test_values_are_taken_and_refused_as_documented(rule: dict[str, Any]) -> None:
    error = rule["expected_error"] or ""
    assert has_url(rule["param"]) == ("Url" in error)
    if rule.get("template_type") == "verification code":
        assert fits_code(rule["param"]) == (not error)


def test_a_signature_stands_in_the_brackets_of_its_side() -> None:
    assert signed("hi", "Acme", international=False) == "【Acme】hi"
    assert signed("hi", "Acme", international=True) == "[Acme]hi"
    assert signed("hi", "", international=False) == "hi"


def test_what_is_not_filled_yet_stays_a_blank() -> None:
    assert draft_of("{1} owes {2}", ["Ann", ""]) == "Ann owes {2}"
    assert blanks("{2} {1} {2} {name}") == (1, 2)
    assert only_blanks("{1} {2}")
    assert not only_blanks("Code {1}")


@pytest.mark.parametrize("value", ["3.50 yuan", "v2.1", "a.b", "Mr.Li"])
def test_a_dot_alone_is_no_web_address(value: str) -> None:
    assert not has_url(value)


@pytest.mark.parametrize("value", ["see www.a.cn", "acme.com", "HTTP://x", "acme.com/x"])
def test_a_web_address_is_seen_wherever_it_stands(value: str) -> None:
    assert has_url(value)


def test_phone_numbers_have_the_documented_shape() -> None:
    shaped = [*E164["valid"], *(one["value"] for one in E164["shape_ok_number_not_real"])]
    assert all(map(is_phone_number, shaped))
    assert not any(is_phone_number(one["value"]) for one in E164["invalid"])
    assert is_mainland("+8613711112222")
    assert not is_mainland("+85291234567")


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("今晚八点开始。拒收请回复R", True),
        ("今晚八点开始，回T退订", True),
        ("Sale. Reply STOP to opt out", True),
        ("Sale. Txt unsub to 12345", True),
        (
            "退订方法请见应用。" + "今晚八点开始，全场低至五折。" * 4,
            False,
        ),
        ("Do not stopover, visit us", False),
        ("", False),
    ],
)
def test_how_to_get_no_more_texts_stands_at_the_end(template: str, told: bool) -> None:
    assert has_opt_out(template) == told
