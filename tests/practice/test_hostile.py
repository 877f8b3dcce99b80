"""Hostile requests over a real socket: refused, nothing pushed, and a good one works after each."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator

import pytest

from .conftest import CREDENTIALS, Credentials, basic, notify, signed
from .test_server import Running, read_all

BODY = json.dumps(notify()).encode()
PATH = "/v3/push/app"

Make = Callable[[int], bytes]
"""Bytes for a service on a port."""


def request(
    *lines: str,
    body: bytes = BODY,
    start: str = f"POST {PATH} HTTP/1.1",
    host: str = "127.0.0.1:{port}",
    authorization: str = basic(CREDENTIALS["android"])["Authorization"],
    length: str = "{length}",
) -> Make:
    """A push that would be taken, but for what is given; empty leaves a line out."""

    def made(port: int) -> bytes:
        given = (
            start,
            f"Host: {host.format(port=port)}" if host else "",
            f"Authorization: {authorization}" if authorization else "",
            f"Content-Length: {length.format(length=len(body))}" if length else "",
            *(line.format(port=port) for line in lines),
            "Connection: close",
        )
        head = "\r\n".join(line for line in given if line)
        return head.encode("latin-1") + b"\r\n\r\n" + body

    return made


def raw(text: bytes) -> Make:
    return lambda port: text.replace(b"PORT", str(port).encode())


def chunked(*chunks: bytes, also: str = "") -> Make:
    return request("Transfer-Encoding: chunked", also, body=b"".join(chunks), length="")


STRANGER = basic(Credentials("1500000000", "0" * 32))["Authorization"]
WRONG_KEY = basic(Credentials(CREDENTIALS["android"].access_id, "0" * 32))["Authorization"]
OLD_SIGNATURE = [f"{k}: {v}" for k, v in signed(CREDENTIALS["android"], BODY, "1000").items()]
OTHER_BODY = [f"{k}: {v}" for k, v in signed(CREDENTIALS["android"], b"{}", "1000").items()]

HOSTILE: dict[str, Make] = {
    # Not from a program on this machine
    "host of another name": request(host="localhost:{port}"),
    "host of a rebound name": request(host="rebound.example.com:{port}"),
    "host that begins like ours": request(host="127.0.0.1.example.com:{port}"),
    "host with another port": request(host="127.0.0.1:1"),
    "host without a port": request(host="127.0.0.1"),
    "host in another spelling": request(host="127.1:{port}"),
    "host of IPv6": request(host="[::1]:{port}"),
    "no host": request(host=""),
    "two hosts": request("Host: 127.0.0.1:{port}"),
    "a name beside the host": request("Origin: http://rebound.example.com"),
    "a page of our own address": request("Origin: http://127.0.0.1:{port}"),
    "a file that was opened": request("Origin: null"),
    "a form on a page": request(
        "Origin: https://example.com", "Content-Type: application/x-www-form-urlencoded"
    ),
    "a page that says where it is": request("Referer: https://example.com/"),
    "a browser's fetch": request("Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors"),
    "a preflight": request(
        "Origin: https://example.com",
        "Access-Control-Request-Method: POST",
        start=f"OPTIONS {PATH} HTTP/1.1",
    ),
    "a web socket": request(
        "Upgrade: websocket", "Sec-WebSocket-Version: 13", start=f"GET {PATH} HTTP/1.1", body=b""
    ),
    # Other methods and places
    "GET": request(start=f"GET {PATH} HTTP/1.1"),
    "PUT": request(start=f"PUT {PATH} HTTP/1.1"),
    "TRACE": request(start=f"TRACE {PATH} HTTP/1.1"),
    "a proxy's request": request(start="POST http://api.tpns.tencent.com/v3/push/app HTTP/1.1"),
    "a tunnel": request(start="CONNECT api.tpns.tencent.com:443 HTTP/1.1"),
    "a way up": request(start="POST /v3/../../etc/passwd HTTP/1.1"),
    "a doubled slash": request(start="POST //v3/push/app HTTP/1.1"),
    "a slash too many": request(start=f"POST {PATH}/ HTTP/1.1"),
    # Not who it says
    "no log-in": request(authorization=""),
    "a stranger's keys": request(authorization=STRANGER),
    "a wrong key": request(authorization=WRONG_KEY),
    "two log-ins": request(f"Authorization: {WRONG_KEY}"),
    "no Base64": request(authorization="Basic ****"),
    "another scheme": request(authorization="Bearer " + "0" * 64),
    "an old signature": request(*OLD_SIGNATURE, authorization=""),
    "a signature of another body": request(*OTHER_BODY, authorization=""),
    # Bodies that are not what they seem
    "more than a mebibyte": request(length="1048577"),
    "a negative length": request(length="-1"),
    "a length that is no number": request(length="0x10"),
    "two lengths": request("Content-Length: 1"),
    "a length and chunks": request("Transfer-Encoding: chunked", body=BODY + b"\r\n"),
    "a chunk without a size": chunked(b"zz\r\n{}\r\n0\r\n\r\n"),
    "a chunk that ends wrongly": chunked(b"2\r\n{}xx0\r\n\r\n"),
    "another encoding of the transfer": chunked(b"", also="Transfer-Encoding: gzip"),
    "packed": request("Content-Encoding: gzip", body=gzip.compress(BODY)),
    "nested a hundred thousand times": request(body=b"[" * 100_000 + b"]" * 100_000),
    "a number beyond all bounds": request(body=BODY[:-1] + b',"seq":1e999}'),
    "no number": request(body=BODY[:-1] + b',"seq":NaN}'),
    "half a pair": request(body=BODY[:-1] + b',"plan_id":"\\ud800"}'),
    "no UTF-8": request(body=BODY[:-1] + b',"plan_id":"\xff"}'),
    "UTF-16": request(body=json.dumps(notify()).encode("utf-16")),
    "two values": request(body=BODY + BODY),
    # No HTTP at all
    "a header of 100 kB": request("X: " + "x" * 100_000),
    "a header without a colon": request("nothing"),
    "a zero in a header": request("X: a\0b"),
    "a folded header": request("X: a\r\n Origin: b", "Origin: http://example.com"),
    "no version": raw(b"POST /v3/push/app\r\n\r\n"),
    "TLS": raw(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\0" * 400),
    "HTTP/2": raw(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
    "SSH": raw(b"SSH-2.0-OpenSSH_9.6\r\n\r\n"),
    "noise": raw(bytes(range(256)) * 64 + b"\r\n\r\n"),
}


REFUSALS = (400, 403, 404, 405, 408, 413, 421, 431, 501)


@pytest.fixture(scope="module")
def running() -> Iterator[Running]:
    running = Running()
    yield running
    running.close()


def pushes(running: Running) -> int:
    return sum(len(application.pushes) for application in running.world.applications.values())


def test_they_are_thirty_and_more():
    assert len(HOSTILE) >= 30


def test_the_same_request_with_nothing_changed_is_taken(running: Running):
    connection = running.connect()
    connection.sendall(request()(running.port))
    assert b'"ret_code":0' in read_all(connection)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_request_is_refused_and_a_good_one_works_after(name: str, running: Running):
    before = pushes(running)
    connection = running.connect()
    try:
        connection.sendall(HOSTILE[name](running.port))
        received = read_all(connection)
    except ConnectionError:  # Closed while we were still talking: a refusal, too.
        connection.close()
        received = b""
    status, _, rest = received.partition(b"\r\n")
    if status.startswith(b"HTTP/1.1 200"):
        answer = json.loads(rest.partition(b"\r\n\r\n")[2])
        assert answer["ret_code"] in (1008001, 1008003, 1008035)
    elif received:
        assert int(status.split(b" ")[1]) in REFUSALS
    # No page may read an answer, whatever it says.
    assert b"access-control-allow" not in received.lower()
    assert pushes(running) == before
    assert running.push() == 0
    assert pushes(running) == before + 1
