"""Certificates from a file are added to what the system trusts, or refused with a reason."""

from __future__ import annotations

import os
import ssl
from pathlib import Path

import pytest

from tests.net.servers import AUTHORITY, CERTIFICATES
from tpns_desktop.client.trust import CA_FILE_BYTES_MAX, CaFileProblem, certificates, tls_context

PEM = AUTHORITY.read_bytes()


def test_the_certificates_are_found_among_other_things(tmp_path: Path) -> None:
    file = tmp_path / "公司 authorities.pem"
    key = (CERTIFICATES / "server_key.pem").read_bytes()
    file.write_bytes("﻿公司根证书\r\n".encode() + PEM.replace(b"\n", b"\r\n") + key + PEM)
    found = certificates(file)
    assert found.count("BEGIN CERTIFICATE") == 2
    assert "PRIVATE" not in found


def test_certificates_are_still_required() -> None:
    for context in (tls_context(), tls_context(AUTHORITY)):
        assert context.verify_mode == ssl.CERT_REQUIRED
        assert context.check_hostname


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "no_certificate"),
        (b"certificate", "no_certificate"),
        (ssl.PEM_cert_to_DER_cert(PEM.decode()), "no_certificate"),
        ((CERTIFICATES / "server_key.pem").read_bytes(), "no_certificate"),
        (PEM[:-30], "no_certificate"),
        (PEM.replace(b"MII", b"AAA", 1), "damaged"),
        (PEM + PEM.replace(b"MII", b"AAA", 1), "damaged"),
        ((CERTIFICATES / "good.pem").read_bytes(), "not_ca"),
        (PEM + b"#" * CA_FILE_BYTES_MAX, "too_large"),
    ],
    ids=[
        "empty", "words", "DER", "key", "cut", "damaged", "one damaged", "a server's", "large",
    ],
)  # fmt: skip
def test_a_file_that_adds_no_trust_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    file = tmp_path / "file.pem"
    file.write_bytes(content)
    with pytest.raises(CaFileProblem) as caught:
        tls_context(file)
    assert caught.value.reason == reason


def test_what_is_no_file_is_refused_without_waiting(tmp_path: Path) -> None:
    places = {tmp_path / "none.pem": "not_found", tmp_path: "unreadable", Path("a\0b"): None}
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        places[tmp_path / "pipe"] = "unreadable"
    for place, reason in places.items():
        with pytest.raises(CaFileProblem) as caught:
            certificates(place)
        assert caught.value.reason in ((reason,) if reason else ("unreadable", "not_found"))
