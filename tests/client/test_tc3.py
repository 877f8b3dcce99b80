"""TC3 against the published sample, requests signed by Tencent's own SDK, and refusals."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

import pytest

from tpns_desktop.client import signing, tc3
from tpns_desktop.client.errors import KeyRefused
from tpns_desktop.model.secret import Secret
from tpns_desktop.model.sms_codes import group_of

Vectors = Callable[[str], Any]


def _signed(given: dict[str, Any], keys: dict[str, Any], **more: str) -> dict[str, str]:
    headers = {"Content-Type": given["content_type"], "Host": given["host"], **more}
    canonical = tc3.canonical_request(headers, given["payload"].encode(), given["method"])
    to_sign = tc3.string_to_sign(given["timestamp"], given["service"], canonical)
    authorization = signing.tc3_authorization(
        Secret(keys["secret_id"]),
        Secret(keys["secret_key"]),
        tc3.scope(given["timestamp"], given["service"]),
        tc3.signed_names(headers),
        to_sign,
    )
    return {
        "canonical_request": canonical,
        "hashed_canonical_request": hashlib.sha256(canonical.encode()).hexdigest(),
        "hashed_payload": canonical.rpartition("\n")[2],
        "string_to_sign": to_sign,
        "signature": authorization.rpartition("=")[2],
        "authorization": authorization,
        "date": tc3.scope(given["timestamp"], given["service"]).partition("/")[0],
    }


def _agree(found: dict[str, str], expected: dict[str, str]) -> None:
    for key in found.keys() & expected.keys():
        assert found[key] == expected[key], key


def test_the_published_sample_is_reproduced_step_by_step(vectors: Vectors) -> None:
    sample = vectors("tc3-public-sample")
    found = _signed(sample["input"], sample["input"])
    assert len(found.keys() & sample["expected"].keys()) == 7
    _agree(found, sample["expected"])


def test_every_request_of_the_sms_service_is_signed_as_by_its_own_sdk(vectors: Vectors) -> None:
    document = vectors("tc3-sms-requests")
    assert len(document["cases"]) == 8
    for case in document["cases"]:
        given, more = case["input"], {}
        if "x-tc-action" in given.get("signed_headers", ""):
            more["X-TC-Action"] = given["action"]
        found = _signed(given, document, **more)
        assert "signature" in case["expected"], case["name"]
        _agree(found, case["expected"])


def test_one_byte_more_and_another_second_change_the_signature(vectors: Vectors) -> None:
    given = vectors("tc3-public-sample")["input"]
    signatures = {
        _signed({**given, **changed}, given)["signature"]
        for changed in (
            {},
            {"payload": given["payload"] + " "},
            {"timestamp": given["timestamp"] + 1},
            {"content_type": "application/json"},
            {"service": "sms"},
        )
    }
    assert len(signatures) == 5


@pytest.mark.parametrize("text", ["", "AKID\nx", "AKID x", "AKIDé", "A" * 300])
def test_a_key_that_fits_in_no_header_is_refused_without_being_repeated(text: str) -> None:
    good = Secret("Gu5t9xGARNpq86cd98joQYCN3EXAMPLE")
    for keys in ((Secret(text), good), (good, Secret(text))):
        with pytest.raises(KeyRefused) as refused:
            signing.tc3_authorization(*keys, "2019-02-25/sms/tc3_request", "host", "x")
        assert not text or text not in str(refused.value)


def test_every_refusal_of_the_signature_has_a_group(vectors: Vectors) -> None:
    document = vectors("tc3-errors")
    codes = [case["response"]["Response"]["Error"]["Code"] for case in document["cases"]]
    assert len(codes) == 13
    groups = {code: group_of(code) for code in codes}
    assert "unknown" not in groups.values(), groups
    assert groups["AuthFailure.SignatureExpire"] == "clock"
    assert groups["AuthFailure.SignatureFailure"] == groups["AuthFailure.SecretIdNotFound"] == "key"
    assert groups["AuthFailure.UnauthorizedOperation"] == "rights"
    assert groups["UnsupportedRegion"] == "region"
