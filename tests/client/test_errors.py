"""The tree, and what an error shows of itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tpns_desktop.client import (
    answers,
    attempt,
    caller,
    errors,
    signing,
    strict,
    tpns,
    transport,
    upload,
)
from tpns_desktop.client.errors import (
    FOR_A_PERSON,
    REASONS,
    BadAnswer,
    ClientError,
    KeyRefused,
    MaybeSent,
    NotSent,
    Refused,
)
from tpns_desktop.send import network


def test_the_tree() -> None:
    assert {cls: cls.__base__ for cls in (NotSent, MaybeSent, BadAnswer, Refused)} == dict.fromkeys(
        (NotSent, MaybeSent, BadAnswer, Refused), ClientError
    )
    assert KeyRefused.__base__ is NotSent


def test_an_error_carries_its_facts_and_shows_them() -> None:
    error = Refused(1008003, "auth failure", "POST /v3/push/app")
    assert (error.code, error.reason, error.text) == (1008003, "refused", "auth failure")
    assert error.request == "POST /v3/push/app"
    assert str(error) == "refused code 1008003 'auth failure' (POST /v3/push/app)"
    assert repr(error) == f"<Refused: {error}>"


@pytest.mark.parametrize("cls", [NotSent, MaybeSent, BadAnswer])
def test_an_error_without_an_answer_has_no_code(cls: type[ClientError]) -> None:
    error = cls("dns", "POST /v3/push/app")
    assert (error.code, error.text, error.status) == (None, "", None)
    assert str(error) == "dns (POST /v3/push/app)"


def test_what_only_a_person_can_put_right_is_not_worth_trying_again() -> None:
    assert FOR_A_PERSON < REASONS
    assert not NotSent("proxy_login").may_pass
    assert not KeyRefused("bad_key", "space").may_pass
    assert NotSent("refused_connection").may_pass


def test_a_line_end_in_the_services_text_does_not_make_a_second_log_line() -> None:
    assert "\n" not in str(Refused(1, "one\ntwo"))


def test_every_reason_that_the_modules_give_is_listed_and_none_is_listed_in_vain() -> None:
    sources = "".join(
        Path(module.__file__ or "").read_text("utf-8")
        for module in (answers, attempt, caller, signing, strict, tpns, transport, upload, network)
    )
    listing = Path(errors.__file__ or "").read_text("utf-8")
    given = set(re.findall(r'"([a-z_]+)"', sources)) | {"refused"}
    assert given >= REASONS
    patterns = (
        r'(?:Unusable|NotSent|MaybeSent|BadAnswer|KeyRefused)\("([a-z_]+)"',
        r'\.fault = (?:attempt\.fault or )?"([a-z_]+)"',
    )
    for pattern in patterns:
        found = set(re.findall(pattern, sources + listing))
        assert found
        assert found <= REASONS
