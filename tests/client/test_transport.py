"""What each failure proves, over real sockets: the exact error, and how many bodies arrived.

The server is raw sockets, so that it can break off anywhere. The cases are those of the table
"What each failure proves" (sending.md 2.3), as far as they can be played on one machine.
"""

from __future__ import annotations

import asyncio
import contextlib
import errno
import logging
import re
import socket
import ssl
import time
import traceback
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.net.faults import DIRECT
from tests.net.servers import ANSWER_BYTES_MAX, OK, MakeServer, after_body, answer, wait
from tpns_desktop.client import (
    BadAnswer,
    ClientError,
    KeyRefused,
    MaybeSent,
    Network,
    NotSent,
    Refused,
    Secret,
    TpnsClient,
    practice_access_point,
    quiet_loggers,
)
from tpns_desktop.client.attempt import reason_of_connect
from tpns_desktop.client.credentials import Credentials, Scheme
from tpns_desktop.client.transport import Wire
from tpns_desktop.client.trust import tls_context

ACCESS_ID = "1500012345"
KEY_TEXT = "canary0123456789abcdefcanary9876"
BODY = b'{"audience_type":"all","message_type":"notify","message":{"title":"t","content":"c"}}'
PUSH = "POST /v3/push/app"


def _client(url: str, *, scheme: Scheme = "signature", deadline_s: float = 5.0) -> TpnsClient:
    return TpnsClient(
        practice_access_point(url),
        ACCESS_ID,
        Secret(KEY_TEXT),
        scheme=scheme,
        clock=lambda: 1700000000.5,
        deadline_s=deadline_s,
    )


def _push(url: str, *, scheme: Scheme = "signature", deadline_s: float = 5.0) -> Any:
    """The answer, or the error: in an error's frames there is nothing of the test."""

    async def push() -> Any:
        async with _client(url, scheme=scheme, deadline_s=deadline_s) as client:
            try:
                return await client.push(BODY)
            except ClientError as error:
                return error

    return asyncio.run(push())


# --------------------------------------------------------------------------- what succeeds


@pytest.mark.parametrize(
    "script",
    [
        after_body(answer(OK)),
        after_body(b"HTTP/1.1 100 Continue\r\n\r\n", answer(OK)),
        after_body(b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" * 3, answer(OK)),
        after_body(b"HTTP/1.1 200 OK\r\n\r\n", OK),
        after_body(b"HTTP/1.0 200 OK\r\n\r\n", OK),
        after_body(
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
            b"%x\r\n%b\r\n0\r\n\r\n" % (len(OK), OK),
        ),
        after_body(answer(OK, headers="Content-Encoding: identity\r\n")),
        after_body(answer(OK, headers="Content-Type: text/html\r\n")),
        after_body(answer(OK + b" " * (ANSWER_BYTES_MAX - len(OK)))),
    ],
    ids=[
        "plain",
        "continue",
        "hints",
        "until-close",
        "http10",
        "chunked",
        "identity",
        "html-type",
        "at-cap",
    ],
)
def test_a_complete_answer_is_accepted(fault_server: MakeServer, script: Any) -> None:
    server = fault_server(script)
    answer = _push(server.url)
    server.stop()
    assert not isinstance(answer, ClientError), answer
    assert answer.push_ids == ("1328245138690125824",)
    assert server.bodies == [BODY]


def test_what_is_on_the_wire(fault_server: MakeServer) -> None:
    server = fault_server(after_body(answer(OK)))
    _push(server.url)
    server.stop()
    (head,) = server.heads
    lines = head.decode("ascii").split("\r\n")
    assert lines[0] == "POST /v3/push/app HTTP/1.1"
    headers = dict(line.split(": ", 1) for line in lines[1:] if line)
    assert headers["Host"] == f"127.0.0.1:{server.port}"
    assert (headers["AccessId"], headers["TimeStamp"]) == (ACCESS_ID, "1700000000")
    assert len(headers["Sign"]) == 88
    assert headers["Content-Type"] == "application/json"
    assert headers["Accept-Encoding"] == "identity"
    assert headers["Connection"] == "close"
    assert headers["Content-Length"] == str(len(BODY))
    assert headers["User-Agent"].startswith("tpns-desktop/")
    assert "Transfer-Encoding" not in headers
    assert "Expect" not in headers


def test_each_push_has_a_connection_of_its_own(fault_server: MakeServer) -> None:
    def keep_open(server: Any, connection: socket.socket) -> None:
        while True:
            server.read_request(connection)
            connection.sendall(answer(OK))

    server = fault_server(keep_open)

    async def push_twice() -> None:
        async with _client(server.url) as client:
            await client.push(BODY)
            await client.push(BODY)

    asyncio.run(push_twice())
    server.stop()
    assert (server.connections, len(server.bodies)) == (2, 2)


def test_questions_share_a_connection(fault_server: MakeServer) -> None:
    def keep_open(server: Any, connection: socket.socket) -> None:
        while True:
            server.read_request(connection)
            connection.sendall(answer(b'{"retCode":0}'))

    server = fault_server(keep_open)

    async def ask_twice() -> None:
        async with _client(server.url) as client:
            assert await client.push_counters("1") == []
            assert await client.push_counters("2") == []

    asyncio.run(ask_twice())
    server.stop()
    assert (server.connections, len(server.bodies)) == (1, 2)


# ----------------------------------------------------------------------------- what fails


def _close_on_accept(server: Any, connection: socket.socket) -> None:
    pass


def _reset_on_accept(server: Any, connection: socket.socket) -> None:
    server.reset(connection)


def _close_after_headers(server: Any, connection: socket.socket) -> None:
    server.read_head(connection)


def _reset_after_headers(server: Any, connection: socket.socket) -> None:
    server.read_head(connection)
    server.reset(connection)


@pytest.mark.parametrize("name", [name for name, fault in DIRECT.items() if fault.quick])
def test_a_failure_after_the_start_is_maybe_sent_with_its_reason(
    fault_server: MakeServer, caplog: pytest.LogCaptureFixture, name: str
) -> None:
    fault = DIRECT[name]
    caplog.set_level(logging.DEBUG)
    server = fault_server(fault.script)
    error = _push(server.url)
    server.stop()
    assert type(error) is MaybeSent, error
    assert (error.reason, error.status, error.request) == (fault.reason, fault.status, PUSH)
    assert server.bodies == [BODY] * fault.bodies
    assert server.connections == 1
    _assert_clean(error, server, caplog)


@pytest.mark.parametrize("script", [_close_on_accept, _reset_on_accept], ids=["close", "reset"])
def test_a_connection_lost_at_once_is_told_by_the_wire(
    fault_server: MakeServer, caplog: pytest.LogCaptureFixture, script: Any
) -> None:
    server = fault_server(script)
    error = _push(server.url)
    server.stop()
    # Both sides race: it may be over before the first byte was tried, or while it was.
    assert (type(error), error.reason) in {(NotSent, "no_connection"), (MaybeSent, "cut")}
    assert server.bodies == []
    _assert_clean(error, server, caplog)


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 Other", "307 Temp", "308 Perm"])
def test_a_redirect_is_not_followed(
    fault_server: MakeServer, caplog: pytest.LogCaptureFixture, status: str
) -> None:
    def redirect(server: Any, connection: socket.socket) -> None:
        server.read_request(connection)
        place = f"Location: {server.url}/v3/push/app\r\n"
        connection.sendall(answer(b"", status=status, headers=place))
        with contextlib.suppress(OSError):
            server.read_request(connection)

    server = fault_server(redirect)
    error = _push(server.url)
    server.stop()
    assert (type(error), error.reason, error.status) == (MaybeSent, "http_status", int(status[:3]))
    assert server.bodies == [BODY]
    _assert_clean(error, server, caplog)


def test_a_well_formed_refusal_is_the_services_word(fault_server: MakeServer) -> None:
    told = b'{"seq":0,"push_id":"","ret_code":1008003,"err_msg":"auth failure"}'
    server = fault_server(after_body(answer(told)))
    error = _push(server.url)
    server.stop()
    assert type(error) is Refused
    assert (error.code, error.text, error.request) == (1008003, "auth failure", PUSH)
    assert server.bodies == [BODY]


def test_refused_port_is_not_sent(free_port: int, caplog: pytest.LogCaptureFixture) -> None:
    error = _push(f"http://127.0.0.1:{free_port}")
    assert (type(error), error.reason) == (NotSent, "refused_connection")
    _assert_clean(error, None, caplog)


# -------------------------------------------------------------------------- time and limits


def _silence_after_body(server: Any, connection: socket.socket) -> None:
    server.read_request(connection)
    wait(server, connection)


def _drip(server: Any, connection: socket.socket) -> None:
    server.read_request(connection)
    for byte in answer(OK):
        connection.sendall(bytes([byte]))
        if server.stopping.wait(0.05):
            return


def _endless_continues(server: Any, connection: socket.socket) -> None:
    server.read_request(connection)
    while not server.stopping.wait(0.02):
        connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")


@pytest.mark.parametrize(
    ("script", "bodies", "status"),
    [
        (wait, 0, None),
        (_silence_after_body, 1, None),
        (_drip, 1, None),
        (_endless_continues, 1, None),
    ],
    ids=["silence before reading", "silence after body", "drip", "endless 100"],
)
def test_the_deadline_ends_everything(
    fault_server: MakeServer,
    caplog: pytest.LogCaptureFixture,
    script: Any,
    bodies: int,
    status: int | None,
) -> None:
    server = fault_server(script)
    error = _push(server.url, deadline_s=0.5)
    server.stop()
    assert (type(error), error.reason) == (MaybeSent, "deadline")
    assert len(server.bodies) == bodies
    _assert_clean(error, server, caplog)


def test_a_drip_of_the_answers_body_meets_the_deadline(fault_server: MakeServer) -> None:
    def drip_body(server: Any, connection: socket.socket) -> None:
        server.read_request(connection)
        connection.sendall(answer(b"", length=len(OK)))
        for byte in OK:
            if server.stopping.wait(0.05):
                return
            connection.sendall(bytes([byte]))

    server = fault_server(drip_body)
    error = _push(server.url, deadline_s=0.5)
    server.stop()
    assert (type(error), error.reason, error.status) == (MaybeSent, "deadline", 200)


def test_an_answer_is_not_waited_for_to_close(fault_server: MakeServer) -> None:
    def linger(server: Any, connection: socket.socket) -> None:
        server.read_request(connection)
        connection.sendall(answer(OK))
        wait(server, connection)

    server = fault_server(linger)
    assert _push(server.url, deadline_s=2).push_ids


def test_an_endless_answer_is_left_early(fault_server: MakeServer) -> None:
    written = 0

    def endless(server: Any, connection: socket.socket) -> None:
        nonlocal written
        server.read_request(connection)
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            written += connection.send(b" " * 16384)

    server = fault_server(endless)
    _push(server.url)
    server.stop()
    # What the system buffers on both sides included.
    assert written < 16 * 1024 * 1024


@pytest.mark.parametrize("deadline_s", [0, -1, float("inf"), float("nan")])
def test_a_deadline_is_a_number_of_seconds(deadline_s: float) -> None:
    with pytest.raises(ValueError, match="deadline_s"):
        _client("http://127.0.0.1:1", deadline_s=deadline_s)


def test_a_cancelled_push_stays_cancelled(fault_server: MakeServer) -> None:
    arrived = asyncio.Event()

    def play(server: Any, connection: socket.socket) -> None:
        server.read_request(connection)
        loop.call_soon_threadsafe(arrived.set)
        wait(server, connection)

    server = fault_server(play)

    async def cancel() -> None:
        nonlocal loop
        loop = asyncio.get_running_loop()
        async with _client(server.url) as client, asyncio.TaskGroup() as group:
            task = group.create_task(client.push(BODY))
            await arrived.wait()
            task.cancel()
        assert task.cancelled()

    loop: asyncio.AbstractEventLoop
    asyncio.run(cancel())


# --------------------------------------------------------- beneath the allow-list: the wire


def _wire(url: str, **given: Any) -> Wire:
    credentials = Credentials(ACCESS_ID, Secret(KEY_TEXT), "signature", time.time)
    return Wire(url, credentials, **{"clock": time.time, "deadline_s": 5.0, **given})


def _wire_push(url: str, body: bytes = BODY, **given: Any) -> Any:
    async def push() -> Any:
        wire = _wire(url, **given)
        try:
            return await wire.push("/v3/push/app", body)
        except ClientError as error:
            return error
        finally:
            await wire.aclose()

    return asyncio.run(push())


def test_silence_meets_the_read_timeout(fault_server: MakeServer) -> None:
    server = fault_server(_silence_after_body)
    error = _wire_push(server.url, timeouts=httpx.Timeout(5, read=0.2))
    server.stop()
    assert (type(error), error.reason) == (MaybeSent, "read_timeout")
    assert len(server.bodies) == 1


def test_an_upload_that_is_never_read_meets_the_write_timeout(fault_server: MakeServer) -> None:
    server = fault_server(wait)
    error = _wire_push(server.url, b"x" * (8 << 20), timeouts=httpx.Timeout(5, write=0.3))
    server.stop()
    assert (type(error), error.reason) == (MaybeSent, "write_timeout")
    assert server.bodies == []


def test_a_full_backlog_is_not_sent() -> None:
    with socket.socket() as listener, contextlib.ExitStack() as stack:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        port = listener.getsockname()[1]
        for _ in range(3):
            waiting = stack.enter_context(socket.socket())
            waiting.setblocking(False)
            assert waiting.connect_ex(("127.0.0.1", port)) in (0, errno.EINPROGRESS, 10035)
        error = _wire_push(f"http://127.0.0.1:{port}", timeouts=httpx.Timeout(5, connect=0.3))
    assert type(error) is NotSent
    # Windows refuses where Linux lets wait.
    assert error.reason in ("connect_timeout", "refused_connection")


def _garbage(server: Any, connection: socket.socket) -> None:
    connection.recv(1)
    connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
    with contextlib.suppress(OSError):
        connection.recv(65536)


@pytest.mark.parametrize(
    ("script", "reasons"),
    [
        (_garbage, {"tls"}),
        (_close_on_accept, {"tls"}),
        (_reset_on_accept, {"tls", "no_connection"}),
    ],
    ids=["plain answer", "close", "reset"],
)
def test_tls_that_does_not_come_about_is_not_sent(
    fault_server: MakeServer, script: Any, reasons: set[str]
) -> None:
    server = fault_server(script)
    error = _wire_push(f"https://127.0.0.1:{server.port}")
    server.stop()
    assert type(error) is NotSent
    assert error.reason in reasons


def test_a_silent_tls_peer_is_not_sent_by_timeout_or_deadline(fault_server: MakeServer) -> None:
    server = fault_server(wait)
    url = f"https://127.0.0.1:{server.port}"
    by_timeout = _wire_push(url, timeouts=httpx.Timeout(5, connect=0.3))
    by_deadline = _wire_push(url, deadline_s=0.3)
    assert (type(by_timeout), by_timeout.reason) == (NotSent, "connect_timeout")
    assert (type(by_deadline), by_deadline.reason) == (NotSent, "deadline")


def test_a_tls_context_that_cannot_be_made_is_not_sent() -> None:
    def broken(ca_file: Path | None) -> ssl.SSLContext:
        raise ssl.SSLError("no store")

    error = _wire_push("https://127.0.0.1:9", tls=broken)
    assert (type(error), error.reason) == (NotSent, "tls")


def test_certificates_are_required_and_names_checked() -> None:
    context = tls_context()
    assert context.verify_mode == ssl.CERT_REQUIRED
    assert context.check_hostname


@pytest.mark.parametrize(
    ("beneath", "reason"),
    [
        (socket.gaierror(-2, "Name or service not known"), "dns"),
        (ssl.SSLCertVerificationError("expired"), "certificate"),
        (ssl.SSLError("handshake"), "tls"),
        (ConnectionRefusedError(), "refused_connection"),
        (ExceptionGroup("all", [OSError(), ConnectionRefusedError()]), "refused_connection"),
        (OSError(errno.ENETUNREACH, "unreachable"), "no_connection"),
        (None, "no_connection"),
    ],
)
def test_a_connection_error_is_told_by_what_lies_beneath(
    beneath: Exception | None, reason: str
) -> None:
    middle = OSError("All connection attempts failed")
    middle.__cause__ = beneath
    error = httpx.ConnectError("x")
    error.__cause__ = middle
    middle.__context__ = error
    assert reason_of_connect(error) == reason


# ------------------------------------------------------------------------------- proxies


def _proxy_403(server: Any, connection: socket.socket) -> None:
    server.read_head(connection)
    connection.sendall(answer(b"", status="403 Forbidden"))


def _proxy_407(server: Any, connection: socket.socket) -> None:
    server.read_head(connection)
    connection.sendall(answer(b"", status="407 Proxy Authentication Required"))


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        (_proxy_407, "proxy_login"),
        (_proxy_403, "proxy"),
        (_close_after_headers, "proxy"),
        (_reset_after_headers, "proxy"),
        (_close_on_accept, "proxy"),
    ],
    ids=["407", "403", "close", "reset", "close on accept"],
)
def test_a_proxy_that_fails_is_not_sent(
    fault_server: MakeServer, monkeypatch: pytest.MonkeyPatch, script: Any, reason: str
) -> None:
    server = fault_server(script)
    _set_proxy(monkeypatch, f"http://user:hunter2hunter2@127.0.0.1:{server.port}")
    error = _wire_push("https://api.tpns.tencent.com", network=Network())
    server.stop()
    # A connection that is closed at once may be told while it is made, or after.
    reasons = {reason, "proxy_unreachable"} if script is _close_on_accept else {reason}
    assert type(error) is NotSent
    assert error.reason in reasons
    assert "hunter2" not in _everything_about(error)
    # The proxy was told a name, and nothing else of ours.
    for head in server.heads:
        assert head.startswith(b"CONNECT api.tpns.tencent.com:443 ")
        assert b"Sign" not in head


def test_a_proxy_that_hangs_is_not_sent(
    fault_server: MakeServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hang(server: Any, connection: socket.socket) -> None:
        server.read_head(connection)
        wait(server, connection)

    server = fault_server(hang)
    _set_proxy(monkeypatch, server.url)
    url = "https://api.tpns.tencent.com"
    by_timeout = _wire_push(url, network=Network(), timeouts=httpx.Timeout(5, read=0.3))
    by_deadline = _wire_push(url, network=Network(), deadline_s=0.3)
    assert (type(by_timeout), by_timeout.reason) == (NotSent, "proxy")
    assert (type(by_deadline), by_deadline.reason) == (NotSent, "deadline")


def test_tls_through_a_proxy_that_speaks_plain_is_not_sent(
    fault_server: MakeServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def tunnel(server: Any, connection: socket.socket) -> None:
        server.read_head(connection)
        connection.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        _garbage(server, connection)

    server = fault_server(tunnel)
    _set_proxy(monkeypatch, server.url)
    error = _wire_push("https://api.tpns.tencent.com", network=Network())
    assert (type(error), error.reason) == (NotSent, "tls")


@pytest.mark.parametrize(
    ("proxy", "reason"),
    [
        ("socks5://user:hunter2hunter2@127.0.0.1:9", "proxy_kind"),
        ("gopher://user:hunter2hunter2@127.0.0.1", "proxy_kind"),
        ("https://user:hunter2hunter2@127.0.0.1:9", "proxy_kind"),
        ("http://user:hunter2hunter2@127.0.0.1:99999", "proxy_address"),
        ("http://user:hunter2hunter2@two words:80", "proxy_address"),
    ],
)
def test_a_proxy_that_cannot_be_used_is_not_sent_and_its_password_not_told(
    monkeypatch: pytest.MonkeyPatch, proxy: str, reason: str
) -> None:
    _set_proxy(monkeypatch, proxy)
    error = _wire_push("https://api.tpns.tencent.com", network=Network())
    assert (type(error), error.reason) == (NotSent, reason)
    assert "hunter2" not in _everything_about(error)


def test_a_proxy_that_nobody_answers_for_is_told_as_the_proxys_fault(free_port: int) -> None:
    network = Network(f"http://127.0.0.1:{free_port}")
    error = _wire_push("https://api.tpns.tencent.com", network=network)
    assert (type(error), error.reason) == (NotSent, "proxy_unreachable")


def test_practice_never_goes_through_a_proxy(
    fault_server: MakeServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy = fault_server(_proxy_407)
    service = fault_server(after_body(answer(OK)))
    _set_proxy(monkeypatch, proxy.url)
    assert _push(service.url).push_ids
    assert proxy.connections == 0


def _set_proxy(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, url)
        monkeypatch.setenv(name.lower(), url)


# ---------------------------------------------------------------------- questions and plans


def _call(url: str, call: Callable[[TpnsClient], Any], *, deadline_s: float = 5.0) -> Any:
    async def run() -> Any:
        async with _client(url, deadline_s=deadline_s) as client:
            try:
                return await call(client)
            except ClientError as error:
                return error

    return asyncio.run(run())


def _question(client: TpnsClient) -> Any:
    return client.push_counters("427184209")


def _plan(client: TpnsClient) -> Any:
    return client.create_plan("Spring sale", "All pushes of the spring sale")


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        (after_body(), "cut"),
        (_close_on_accept, "cut"),
        (after_body(answer(b"", status="403 Forbidden")), "http_status"),
        (after_body(answer(b"<html>")), "not_json"),
        (after_body(answer(b'{"retCode":0,"pushStatDataAll":7}')), "bad_fields"),
        (after_body(answer(b"", headers="Content-Encoding: gzip\r\n")), "encoding"),
        (_silence_after_body, "deadline"),
    ],
    ids=["close", "close on accept", "403", "html", "fields", "gzip", "silence"],
)
def test_a_question_without_a_usable_answer_is_a_bad_answer(
    fault_server: MakeServer, caplog: pytest.LogCaptureFixture, script: Any, reason: str
) -> None:
    server = fault_server(script)
    error = _call(server.url, _question, deadline_s=0.5 if reason == "deadline" else 5)
    server.stop()
    assert (type(error), error.reason) == (BadAnswer, reason)
    assert error.request == "POST /v3/statistics/get_push_task_stat_channel"
    assert server.connections == 1
    _assert_clean(error, server, caplog)


def test_a_question_may_have_a_long_answer(fault_server: MakeServer) -> None:
    told = b'{"retCode":0,"pushStatDataAll":[],"x":"' + b"x" * 200_000 + b'"}'
    server = fault_server(after_body(answer(told)))
    assert _call(server.url, _question) == []


@pytest.mark.parametrize("call", [_question, _plan])
def test_a_call_to_a_refused_port_is_not_sent(free_port: int, call: Any) -> None:
    error = _call(f"http://127.0.0.1:{free_port}", call)
    assert (type(error), error.reason) == (NotSent, "refused_connection")


@pytest.mark.parametrize(
    ("script", "reason", "bodies"),
    [
        (_close_after_headers, "cut", 0),
        (after_body(), "cut", 1),
        (after_body(answer(b"", status="502 Bad Gateway")), "http_status", 1),
        (after_body(answer(b'{"retCode":0,"result":{}}')), "no_plan_id", 1),
    ],
    ids=["headers", "close", "502", "no id"],
)
def test_a_plan_is_asked_for_once_and_may_exist(
    fault_server: MakeServer, script: Any, reason: str, bodies: int
) -> None:
    server = fault_server(script)
    error = _call(server.url, _plan)
    server.stop()
    assert (type(error), error.reason) == (MaybeSent, reason)
    assert len(server.bodies) == bodies
    assert server.connections == 1


def test_what_stands_behind_an_answer_is_no_answer_to_a_plan(fault_server: MakeServer) -> None:
    """It would pass for one on the same connection; so a plan has one of its own."""
    forged = b'{"retCode":0,"result":{"planId":"66"}}'

    def first_only(server: Any, connection: socket.socket) -> None:
        if server.connections == 1:
            server.read_request(connection)
            connection.sendall(answer(b'{"retCode":0}') + answer(forged))
        server.read_request(connection)

    server = fault_server(first_only)

    async def run() -> Any:
        async with _client(server.url) as client:
            await client.push_counters("1")
            try:
                return await client.create_plan("n", "d")
            except ClientError as error:
                return error

    error = asyncio.run(run())
    server.stop()
    assert (type(error), error.reason) == (MaybeSent, "cut")
    assert (server.connections, len(server.bodies)) == (2, 2)


# -------------------------------------------------------- transports that cannot be watched


@pytest.mark.parametrize(
    ("raised", "reason"),
    [
        (httpx.ConnectError("x"), "cut"),
        (httpx.ConnectTimeout("x"), "read_timeout"),
        (httpx.PoolTimeout("x"), "read_timeout"),
        (TimeoutError(), "deadline"),
        (RuntimeError(KEY_TEXT), "failed"),
    ],
)
def test_every_failure_of_a_handed_in_transport_is_maybe_sent(
    raised: Exception, reason: str
) -> None:
    def handle(request: httpx.Request) -> httpx.Response:
        raise raised

    error = _wire_push("http://127.0.0.1:9", transport=httpx.MockTransport(handle))
    assert (type(error), error.reason) == (MaybeSent, reason)
    assert KEY_TEXT not in _everything_about(error)


# ---------------------------------------------------------------------------- clock and logs


@pytest.mark.parametrize(
    ("date", "skew_s"),
    [
        ("Tue, 14 Nov 2023 22:13:20 GMT", 0.5),
        ("Tue, 14 Nov 2023 22:12:20 GMT", 60.5),
        ("Tue, 14 Nov 2023 22:14:20 -0000", -59.5),
        ("yesterday", None),
        ("", None),
    ],
)
def test_the_clock_difference_is_read_from_the_date_header(
    fault_server: MakeServer, date: str, skew_s: float | None
) -> None:
    server = fault_server(after_body(answer(OK, headers=f"Date: {date}\r\n")))

    async def run() -> float | None:
        async with _client(server.url) as client:
            assert client.clock_skew_s is None
            await client.push(BODY)
            return client.clock_skew_s

    assert asyncio.run(run()) == skew_s


def test_the_librarys_loggers_are_kept_quiet_but_never_made_louder() -> None:
    loggers = [logging.getLogger(name) for name in ("httpx", "httpcore")]
    before = [logger.level for logger in loggers]
    try:
        for logger, level in zip(loggers, (logging.DEBUG, logging.ERROR), strict=True):
            logger.setLevel(level)
        quiet_loggers()
        assert [logger.level for logger in loggers] == [logging.WARNING, logging.ERROR]
        assert not logging.getLogger("httpcore.http11").isEnabledFor(logging.DEBUG)
    finally:
        for logger, level in zip(loggers, before, strict=True):
            logger.setLevel(level)


# ---------------------------------------------------------------------------------- canary


def _everything_about(error: BaseException) -> str:
    """All that a log, a crash report or a debugger's listing could show of an error."""
    frames = traceback.TracebackException.from_exception(error, capture_locals=True)
    shown = [str(error), repr(error), repr(error.args), repr(vars(error)), *frames.format()]
    assert error.__cause__ is None
    assert error.__context__ is None
    return "\n".join(shown)


def _assert_clean(error: ClientError, server: Any, caplog: pytest.LogCaptureFixture) -> None:
    shown = _everything_about(error) + caplog.text + repr([r.__dict__ for r in caplog.records])
    for form in _forms(server):
        assert form not in shown


def _forms(server: Any) -> set[str]:
    """The key and each signature that travelled, in the dress in which they might leak."""
    heads = b"" if server is None else b"".join(server.heads)
    secrets = {KEY_TEXT} | {sign.decode() for sign in re.findall(rb"(?i)sign: (\S+)", heads)}
    forms = set()
    for secret in secrets:
        raw = secret.encode()
        forms |= {secret, secret[::-1], raw.hex(), secret[:12], secret[-12:]}
        # Base64 at its three alignments; the edges depend on what stands before and after.
        forms |= {b64encode(b"x" * shift + raw).decode()[4:-4] for shift in range(3)}
        forms.add(b64encode(f"{ACCESS_ID}:{secret}".encode()).decode())
    return forms


def test_the_search_finds_a_leak_in_every_dress(fault_server: MakeServer) -> None:
    server = fault_server(after_body(answer(OK)))
    _push(server.url)
    _push(server.url, scheme="basic")
    server.stop()
    signed, basic = (head.decode() for head in server.heads)
    found = [{form for form in _forms(server) if form in head} for head in (signed, basic)]
    assert any(len(form) == 88 for form in found[0])
    assert any(b64encode(KEY_TEXT.encode()).decode()[4:20] in form for form in found[1]) or found[1]


@pytest.mark.parametrize("scheme", ["signature", "basic"])
def test_a_service_that_repeats_what_it_was_sent_does_not_carry_it_further(
    fault_server: MakeServer, caplog: pytest.LogCaptureFixture, scheme: Scheme
) -> None:
    def echo(server: Any, connection: socket.socket) -> None:
        server.read_request(connection)
        head = server.heads[-1].decode().replace("\r\n", " ")
        text = f"who are you? {head} {KEY_TEXT}"
        connection.sendall(answer(f'{{"ret_code":1008003,"err_msg":"{text}"}}'.encode()))

    caplog.set_level(logging.DEBUG)
    server = fault_server(echo)
    error = _push(server.url, scheme=scheme)
    server.stop()
    assert type(error) is Refused
    assert error.text.startswith("who are you?")
    assert "****" in error.text
    _assert_clean(error, server, caplog)


@pytest.mark.parametrize("scheme", ["signature", "basic"])
def test_an_unfit_key_never_reaches_a_header(
    fault_server: MakeServer, caplog: pytest.LogCaptureFixture, scheme: Scheme
) -> None:
    server = fault_server(after_body(answer(OK)))
    for text in (KEY_TEXT + "\n", KEY_TEXT + "é", KEY_TEXT + "\ud800"):
        with pytest.raises(KeyRefused) as caught:
            TpnsClient(practice_access_point(server.url), ACCESS_ID, Secret(text), scheme=scheme)
        shown = str(caught.value) + repr(caught.value) + repr(vars(caught.value))
        assert KEY_TEXT not in shown
    server.stop()
    assert server.connections == 0


def test_neither_the_client_nor_its_parts_show_the_key() -> None:
    client = _client("http://127.0.0.1:9")
    parts = [client, client._wire, client._wire._credentials]
    shown = "".join(repr(part) + str(part) + repr(vars(part)) for part in parts)
    assert KEY_TEXT not in shown
    assert ACCESS_ID in shown
