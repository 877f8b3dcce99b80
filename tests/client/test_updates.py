"""The feed of versions: believed only when signed, fetched only over https, a few lines long."""

from __future__ import annotations

import asyncio
import base64
import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import httpx
import pytest

from tpns_desktop.client.network import NONE, Network
from tpns_desktop.client.updates import BYTES_MAX, FeedProblem, Release, fetch, read

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "packaging"))
import sign_feed

PAGE = "https://example.com/tpns-desktop"
ADDRESS = "https://example.com/updates.json"
SAID = {"version": "9.0.0", "date": "2026-12-01", "page": PAGE}


class Publisher:
    """Signs with a key of its own, by openssl as at a release."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "private.pem"
        sign_feed.new_key(self.file)
        self.key = sign_feed.public_key(self.file)
        self._folder = folder

    def envelope(self, said: object) -> bytes:
        text = said if isinstance(said, str) else json.dumps(said)
        (self._folder / "said").write_text(text, "utf-8")
        command = ["openssl", "pkeyutl", "-sign", "-rawin", "-inkey", str(self.file)]
        made = subprocess.run(
            [*command, "-in", str(self._folder / "said")], check=True, capture_output=True
        ).stdout
        return json.dumps({"signed": text, "signature": base64.b64encode(made).decode()}).encode()


@pytest.fixture(scope="module")
def publisher(tmp_path_factory: pytest.TempPathFactory) -> Publisher:
    return Publisher(tmp_path_factory.mktemp("publisher"))


def reason(call: Callable[[], object]) -> str:
    with pytest.raises(FeedProblem) as problem:
        call()
    return problem.value.reason


def test_what_is_signed_is_read(publisher: Publisher) -> None:
    release = read(publisher.envelope(SAID), publisher.key)
    assert release == Release("9.0.0", date(2026, 12, 1), PAGE)


def test_the_feed_that_a_release_makes_is_read(publisher: Publisher) -> None:
    release = read(sign_feed.feed(PAGE, publisher.file).encode(), publisher.key)
    assert release.page == PAGE


def test_a_changed_word_is_not_believed(publisher: Publisher) -> None:
    changed = publisher.envelope(SAID).replace(b"9.0.0", b"9.0.1")
    assert reason(lambda: read(changed, publisher.key)) == "not_signed"


def test_another_key_is_not_believed(publisher: Publisher) -> None:
    other = bytes([publisher.key[0] ^ 1]) + publisher.key[1:]
    assert reason(lambda: read(publisher.envelope(SAID), other)) == "not_signed"


@pytest.mark.parametrize(
    "envelope",
    [
        b"",
        b"[]",
        b"{}",
        b'{"signed": 1}',
        b'{"signed": "{}", "signature": "***"}',
        b"\xff",
        b"null",
    ],
)
def test_what_is_no_envelope_is_not_understood(publisher: Publisher, envelope: bytes) -> None:
    assert reason(lambda: read(envelope, publisher.key)) == "not_understood"


@pytest.mark.parametrize(
    "said",
    [
        {**SAID, "version": "9"},
        {**SAID, "version": 9},
        {**SAID, "version": "9.0.0; rm"},
        {**SAID, "date": "soon"},
        {**SAID, "page": "http://example.com"},
        {**SAID, "page": "javascript:alert(1)"},
        {**SAID, "page": None},
        {"version": "9.0.0"},
        [],
        "null",
    ],
)
def test_signed_nonsense_is_not_understood(publisher: Publisher, said: object) -> None:
    assert reason(lambda: read(publisher.envelope(said), publisher.key)) == "not_understood"


@pytest.mark.parametrize(
    ("here", "newer"),
    [("8.9.9", True), ("9.0.0", False), ("9.0.1", False), ("10.0.0", False), ("9.0.0.dev1", False)],
)
def test_versions_are_compared_by_their_numbers(here: str, newer: bool) -> None:
    assert Release("9.0.0", date(2026, 12, 1), PAGE).is_newer_than(here) is newer


# ------------------------------------------------------------------------------------- fetching


def fetched(answer: Callable[[httpx.Request], httpx.Response], key: bytes) -> Release:
    transport = httpx.MockTransport(answer)
    return asyncio.run(fetch(ADDRESS, key, Network(NONE), transport=transport))


def test_it_tells_nothing_about_the_person(publisher: Publisher) -> None:
    asked: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(200, content=publisher.envelope(SAID))

    assert fetched(answer, publisher.key).version == "9.0.0"
    (request,) = asked
    assert (request.method, str(request.url), request.content) == ("GET", ADDRESS, b"")
    assert request.headers["User-Agent"] == "tpns-desktop"
    assert "cookie" not in request.headers


def test_a_redirect_is_followed_over_https_alone(publisher: Publisher) -> None:
    def to(address: str) -> Callable[[httpx.Request], httpx.Response]:
        def answer(request: httpx.Request) -> httpx.Response:
            if str(request.url) == ADDRESS:
                return httpx.Response(302, headers={"Location": address})
            return httpx.Response(200, content=publisher.envelope(SAID))

        return answer

    assert fetched(to("https://elsewhere.example/u.json"), publisher.key).version == "9.0.0"
    assert reason(lambda: fetched(to("http://elsewhere.example/u.json"), publisher.key)) == (
        "no_answer"
    )
    assert reason(lambda: fetched(to(ADDRESS), publisher.key)) == "no_answer"


@pytest.mark.parametrize("status", [404, 500, 204])
def test_an_answer_that_is_none_is_said(publisher: Publisher, status: int) -> None:
    assert reason(lambda: fetched(lambda _: httpx.Response(status), publisher.key)) == "no_answer"


def test_a_long_answer_is_not_read(publisher: Publisher) -> None:
    long = httpx.Response(200, content=b" " * (BYTES_MAX + 1))
    assert reason(lambda: fetched(lambda _: long, publisher.key)) == "not_understood"


def test_no_connection_is_no_answer(publisher: Publisher) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("no way")

    assert reason(lambda: fetched(answer, publisher.key)) == "no_answer"
