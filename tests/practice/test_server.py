"""The server on a real loopback socket: connections, ends, hostile bytes."""

from __future__ import annotations

import asyncio
import json
import socket
import threading
from collections.abc import Iterator
from urllib.parse import urlsplit

import httpx
import pytest

from tpns_desktop.practice.population import Population
from tpns_desktop.practice.rules import Rules
from tpns_desktop.practice.server import CannotListen, serve
from tpns_desktop.practice.service import PracticeService
from tpns_desktop.practice.state import World

from .conftest import CREDENTIALS, basic, notify

BODY = json.dumps(notify("token")).encode()


class Running:
    """A service on a thread of its own."""

    def __init__(self) -> None:
        self.world = World(Population(devices=100), Rules(limits=False), credentials=CREDENTIALS)
        self._listening = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._main()))
        self._thread.start()
        assert self._listening.wait(10)

    async def _main(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        await serve(
            PracticeService(self.world), port=0, on_listening=self._on_listening, stop=self._stop
        )

    def _on_listening(self, base_url: str) -> None:
        self.base_url = base_url
        self.port = urlsplit(base_url).port or 0
        self._listening.set()

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)
        assert not self._thread.is_alive()

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=10)

    def push(self) -> int:
        """A good push; its code."""
        answer = httpx.post(
            f"{self.base_url}/v3/push/app",
            content=json.dumps(notify()).encode(),
            headers=basic(CREDENTIALS["android"]),
            trust_env=False,
        )
        return int(answer.json()["ret_code"])


@pytest.fixture(scope="module")
def running() -> Iterator[Running]:
    running = Running()
    yield running
    running.close()


def head(running: Running, *lines: str) -> bytes:
    authorization = basic(CREDENTIALS["android"])["Authorization"]
    start = ["POST /v3/push/app HTTP/1.1", f"Host: 127.0.0.1:{running.port}"]
    return "\r\n".join([*start, f"Authorization: {authorization}", *lines, "", ""]).encode()


def read_all(connection: socket.socket) -> bytes:
    received = b""
    with connection:
        while part := connection.recv(65536):
            received += part
    return received


def test_it_listens_on_the_loopback_address_alone(running: Running):
    assert running.base_url == f"http://127.0.0.1:{running.port}"
    with pytest.raises(OSError, match=r"."):
        socket.create_connection(("::1", running.port), timeout=2)


def test_chunked_bodies_are_served(running: Running):
    body = json.dumps(notify()).encode()
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (body[:9], body[9:]))
    with running.connect() as connection:
        connection.sendall(
            head(running, "Transfer-Encoding: chunked", "Connection: close") + chunks + b"0\r\n\r\n"
        )
        assert b'"ret_code":0' in read_all(connection)


def test_an_upload_in_chunks_that_expects_100_continue_is_served(running: Running):
    part = b'--b\r\nContent-Disposition: form-data; name="file"\r\n\r\nuser000001\r\n--b--\r\n'
    lines = (
        "Expect: 100-continue",
        "Transfer-Encoding: chunked",
        "Content-Type: multipart/form-data; boundary=b",
        "Connection: close",
    )
    with running.connect() as connection:
        start = head(running, *lines).replace(b"/v3/push/app", b"/v3/push/package/upload")
        connection.sendall(start)
        assert connection.recv(65536).startswith(b"HTTP/1.1 100")
        chunks = (b"%x\r\n%s\r\n" % (len(one), one) for one in (part[:30], part[30:]))
        connection.sendall(b"".join(chunks) + b"0\r\n\r\n")
        assert b'"uploadId":' in read_all(connection)


def test_a_client_that_expects_100_continue_is_told_to(running: Running):
    body = json.dumps(notify()).encode()
    with running.connect() as connection:
        lines = ("Expect: 100-continue", f"Content-Length: {len(body)}", "Connection: close")
        connection.sendall(head(running, *lines))
        assert connection.recv(65536).startswith(b"HTTP/1.1 100")
        connection.sendall(body)
        assert b'"ret_code":0' in read_all(connection)


@pytest.mark.parametrize(
    ("request_bytes", "status"),
    [
        (b"GET / HTTP/1.1\r\n\r\n", b"400"),
        (b"GET / HTTP/1.0\r\n\r\n", b"421"),
        (b"POST /v3/push/app HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", b"400"),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"400"),
        (b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", b"400"),
        (b"POST / HTTP/1.1\r\nHost: x\r\n" + b"A: " + b"b" * 100_000, b"400"),
    ],
)
def test_hostile_requests_are_refused_and_a_good_one_works_after(
    request_bytes: bytes, status: bytes, running: Running
):
    connection = running.connect()
    connection.sendall(request_bytes)
    assert read_all(connection).split(b" ")[1] == status
    assert running.push() == 0


def test_a_body_larger_than_1_mib_is_refused_and_a_good_one_works_after(running: Running):
    connection = running.connect()
    connection.sendall(head(running, "Content-Length: 2097152"))
    assert read_all(connection).split(b" ")[1] == b"413"
    assert running.push() == 0


def test_forty_connections_that_say_nothing_do_not_keep_a_good_one_out(running: Running):
    idle = [running.connect() for _ in range(40)]
    assert running.push() == 0
    for connection in idle:
        assert read_all(connection) == b""  # Closed by the service: too many, or idle too long.


def test_a_request_that_never_ends_is_given_up(running: Running):
    slow = running.connect()
    slow.sendall(head(running, "Content-Length: 100") + b"{")
    silent = running.connect()
    silent.sendall(b"POST /v3/push/app HT")
    assert read_all(slow).split(b" ")[1] == b"408"
    assert read_all(silent) == b""
    assert running.push() == 0


def test_a_taken_port_is_reported(running: Running):
    async def again() -> None:
        await serve(
            PracticeService(running.world), port=running.port, on_listening=lambda _url: None
        )

    with pytest.raises(CannotListen, match=str(running.port)):
        asyncio.run(again())
