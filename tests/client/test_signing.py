"""The pure functions against the documents' worked samples, wrong ways included."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tpns_desktop.client import signing
from tpns_desktop.client.errors import KeyRefused, NotSent
from tpns_desktop.model.secret import Secret

KEY = "0123456789abcdef0123456789abcdef"


def _signed(given: dict[str, str], **changed: Any) -> dict[str, str]:
    given = {**given, **changed}
    return signing.signature_headers(
        given["AccessId"],
        Secret(given["SecretKey"]),
        int(given["TimeStamp"]),
        given["body"].encode(given["body_encoding"]),
    )


def test_every_worked_sample_is_reproduced(vectors: Callable[[str], Any]) -> None:
    cases = vectors("tpns-signature")["sign_cases"]
    assert len(cases) == 9
    for case in cases:
        assert _signed(case["input"]) == case["expected_headers"], case["id"]
        assert len(case["input"]["body"].encode()) == case["input"]["body_byte_length"]


def test_none_of_the_wrong_ways_is_ours(vectors: Callable[[str], Any]) -> None:
    document = vectors("tpns-signature")
    cases = {case["id"]: case["input"] for case in document["sign_cases"]}
    assert len(document["must_be_rejected"]) == 6
    for wrong in document["must_be_rejected"]:
        assert _signed(cases[wrong["base_case"]])["Sign"] != wrong["Sign"], wrong["id"]


def test_a_sign_has_88_characters_and_changes_with_every_input(
    vectors: Callable[[str], Any],
) -> None:
    given = vectors("tpns-signature")["sign_cases"][3]["input"]
    signs = [
        _signed(given, **changed)["Sign"]
        for changed in (
            {},
            {"TimeStamp": "1700000001"},
            {"AccessId": "1500012346"},
            {"SecretKey": KEY.upper()},
            {"body": given["body"] + " "},
        )
    ]
    assert len(set(signs)) == len(signs)
    assert all(len(sign) == 88 and sign.endswith("==") for sign in signs)


def test_basic_is_reproduced(vectors: Callable[[str], Any]) -> None:
    for case in vectors("tpns-signature")["basic_auth_cases"]:
        headers = signing.basic_header(case["AccessId"], Secret(case["SecretKey"]))
        assert headers == case["expected_headers"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "empty"),
        (KEY + "\n", "line_end"),
        (KEY + "\r\nX: y", "line_end"),
        (" " + KEY, "space"),
        ("0123 4567", "space"),
        (KEY + "\t", "control"),
        (KEY + "\x00", "control"),
        (KEY + "\x7f", "control"),
        (KEY + "é", "not_ascii"),
        (KEY + "\u00a0", "not_ascii"),
        ("\uff10" * 32, "not_ascii"),
        (KEY + "\ud800", "not_ascii"),
        ("a" * 257, "too_long"),
        (KEY, ""),
        ("a:b/c+d=", ""),
    ],
)
def test_an_odd_key_is_named_and_never_repeated(text: str, problem: str) -> None:
    assert signing.key_problem(Secret(text)) == problem
    if not problem:
        return
    for make in (
        lambda: signing.basic_header("1500012345", Secret(text)),
        lambda: signing.signature_headers("1500012345", Secret(text), 1, b""),
    ):
        with pytest.raises(KeyRefused) as caught:
            make()
        assert isinstance(caught.value, NotSent)
        assert (caught.value.reason, caught.value.problem) == ("bad_key", problem)
        if text:
            assert text not in str(caught.value) + repr(caught.value)
        assert KEY not in str(caught.value) + repr(caught.value)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "empty"),
        ("1500012345\n", "line_end"),
        ("1500012345 ", "space"),
        ("150001234x", "not_digits"),
        ("1500:12345", "not_digits"),
        ("-150001234", "not_digits"),
        ("\u0661" * 10, "not_ascii"),
        ("1" * 21, "too_long"),
        ("1500012345", ""),
    ],
)
def test_an_odd_access_id_is_named(text: str, problem: str) -> None:
    assert signing.access_id_problem(text) == problem
    if problem:
        with pytest.raises(KeyRefused) as caught:
            signing.basic_header(text, Secret(KEY))
        assert (caught.value.reason, caught.value.problem) == ("bad_access_id", problem)


def test_what_was_sent_is_taken_out_of_an_answer() -> None:
    answer = f'{{"err_msg":"bad {KEY} and sign-of-88-letters"}}'.encode()
    clean = signing.without_secrets(answer, Secret(KEY), ["sign-of-88-letters"])
    assert clean == b'{"err_msg":"bad **** and ****"}'


def test_a_key_of_a_few_letters_does_not_eat_an_answer() -> None:
    assert signing.without_secrets(b'{"ret_code":0}', Secret("code"), []) == b'{"ret_code":0}'
