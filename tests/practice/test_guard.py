"""Browsers, other hosts and odd bodies stay out; odd but honest clients come in."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

import pytest

from tpns_desktop.practice.guard import Guard

from .conftest import CREDENTIALS, Practice, basic, notify

BODY = json.dumps(notify()).encode()


def send(practice: Practice, headers: dict[str, str]) -> int:
    return practice.raw("/v3/push/app", BODY, basic(CREDENTIALS["android"]) | headers).status_code


@pytest.mark.parametrize(
    "host",
    [
        "localhost:4711",
        "127.0.0.1",
        "127.0.0.1:4712",
        "127.0.0.1.example.com:4711",
        "127.1:4711",
        "[::1]:4711",
        "example.com",
        "",
    ],
)
def test_another_host_is_misdirected(host: str, practice: Practice):
    assert send(practice, {"Host": host}) == 421
    assert practice.android.pushes == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Origin", "http://127.0.0.1:4711"),
        ("Origin", "null"),
        ("Referer", "http://example.com/"),
        ("Sec-Fetch-Site", "same-origin"),
        ("sec-fetch-mode", "no-cors"),
    ],
)
def test_a_browsers_headers_are_refused(name: str, value: str, practice: Practice):
    assert send(practice, {name: value}) == 403
    assert practice.android.pushes == []


@pytest.mark.parametrize(
    "content_type",
    ["application/json; charset='utf-8'", "text/plain", "application/x-www-form-urlencoded", ";;"],
)
def test_odd_content_types_are_served(content_type: str, practice: Practice):
    assert send(practice, {"Content-Type": content_type}) == 200
    assert len(practice.android.pushes) == 1


@pytest.mark.parametrize("method", ["GET", "PUT", "OPTIONS"])
def test_other_methods_are_refused(method: str, practice: Practice):
    assert practice.raw("/v3/push/app", b"", {}, method).status_code == 405


@pytest.mark.parametrize("path", ["/v3", "/v3/push/app/", "/v3//push/app", "/v3/push/nothing"])
def test_other_paths_are_not_there_and_nothing_is_redirected(path: str, practice: Practice):
    assert practice.raw(path, BODY, basic(CREDENTIALS["android"])).status_code == 404


# Bodies, piece by piece ----------------------------------------------------------------

Receive = Callable[[], Any]


def guarded(headers: list[tuple[bytes, bytes]], messages: list[Any]) -> tuple[int, bytes | None]:
    """Status and the body that came through, for a request whose body comes in pieces.

    A piece `None` stands for a client that sends nothing more.
    """
    seen: list[bytes] = []
    sent: list[Any] = []
    waiting = list(messages)

    async def receive() -> Any:
        if not waiting or waiting[0] is None:
            await asyncio.Event().wait()
        return waiting.pop(0)

    async def answer(message: Any) -> None:
        sent.append(message)

    async def app(scope: Any, receive: Receive, send: Any) -> None:
        seen.append((await receive())["body"])
        await send({"type": "http.response.start", "status": 200, "headers": []})

    scope = {
        "type": "http",
        "method": "POST",
        "path": "/v3/push/app",
        "server": ("127.0.0.1", 4711),
        "headers": [(b"host", b"127.0.0.1:4711"), *headers],
    }
    asyncio.run(Guard(app, idle_s=0.05)(scope, receive, answer))
    return (sent[0]["status"] if sent else 0), (seen[0] if seen else None)


def piece(body: bytes, more: bool = False) -> dict[str, Any]:
    return {"type": "http.request", "body": body, "more_body": more}


def test_a_body_without_declared_length_comes_in_pieces():
    chunked = [(b"transfer-encoding", b"chunked")]
    assert guarded(chunked, [piece(b"{", True), piece(b"}")]) == (200, b"{}")


@pytest.mark.parametrize("declared", [b"1", b"3"])
def test_the_declared_length_must_be_what_was_read(declared: bytes):
    assert guarded([(b"content-length", declared)], [piece(b"{}")]) == (400, None)


@pytest.mark.parametrize("declared", [b"-1", b"x", b"0x10", b"9" * 30])
def test_an_odd_declared_length_is_refused(declared: bytes):
    assert guarded([(b"content-length", declared)], [piece(b"{}")]) == (400, None)


def test_a_declared_length_above_1_mib_is_refused_unread():
    assert guarded([(b"content-length", b"1048577")], [None]) == (413, None)


def test_a_body_that_grows_above_1_mib_is_refused():
    half = b"x" * 524_288
    pieces = [piece(half, True), piece(half, True), piece(b"x")]
    assert guarded([], pieces) == (413, None)


def test_a_body_that_stops_coming_is_given_up():
    assert guarded([], [piece(b"{", True), None]) == (408, None)


def test_a_client_that_leaves_gets_no_answer():
    assert guarded([], [piece(b"{", True), {"type": "http.disconnect"}]) == (0, None)


def test_two_hosts_are_misdirected():
    assert guarded([(b"host", b"127.0.0.1:4711")], [piece(b"{}")]) == (421, None)


def uploaded(headers: list[tuple[bytes, bytes]], messages: list[Any]) -> tuple[int, list[bytes]]:
    """Status and the pieces that came through, for an upload."""
    seen: list[bytes] = []
    sent: list[Any] = []
    waiting = list(messages)

    async def receive() -> Any:
        if not waiting or waiting[0] is None:
            await asyncio.Event().wait()
        return waiting.pop(0)

    async def answer(message: Any) -> None:
        sent.append(message)

    async def app(scope: Any, receive: Receive, send: Any) -> None:
        more = True
        while more:
            message = await receive()
            seen.append(message["body"])
            more = message["more_body"]
        await send({"type": "http.response.start", "status": 200, "headers": []})

    scope = {
        "type": "http",
        "method": "POST",
        "path": "/v3/push/package/upload",
        "server": ("127.0.0.1", 4711),
        "headers": [(b"host", b"127.0.0.1:4711"), *headers],
    }
    asyncio.run(Guard(app, idle_s=0.05)(scope, receive, answer))
    return (sent[0]["status"] if sent else 0), seen


def test_an_upload_comes_through_in_pieces():
    pieces = [piece(b"x" * 800_000, True), piece(b"y" * 800_000, True), piece(b"z")]
    status, seen = uploaded([(b"content-length", b"1600001")], pieces)
    assert (status, [len(one) for one in seen]) == (200, [800_000, 800_000, 1])


@pytest.mark.parametrize(
    ("headers", "messages", "status"),
    [
        ([], [piece(b"x", True), None], 408),
        ([], [piece(b"x", True), {"type": "http.disconnect"}], 0),
        ([(b"content-length", b"3")], [piece(b"x", True), piece(b"y")], 400),
        ([(b"content-length", b"1")], [piece(b"x", True), piece(b"y")], 400),
        ([], [piece(bytes(1 << 20), True)] * 101 + [piece(b"x")], 413),
        ([(b"content-length", b"105906177")], [None], 413),
        ([(b"origin", b"null")], [piece(b"x")], 403),
    ],
)
def test_an_upload_that_goes_wrong_on_its_way_is_told_so(
    headers: list[tuple[bytes, bytes]], messages: list[Any], status: int
):
    assert uploaded(headers, messages)[0] == status
