"""Every fault that is played, with what it proves: the state a push must end in.

Sources: the tables of sending.md 2.3, and R3 of sending.md 9.
"""

from __future__ import annotations

import contextlib
import gzip
import socket
import ssl
from dataclasses import dataclass

from tests.net.servers import (
    ANSWER_BYTES_MAX,
    CERTIFICATES,
    OK,
    FaultServer,
    Script,
    after_body,
    answer,
    drip,
    secured,
    server_tls,
    tunnel,
    wait,
)

HURRY_S = 1.5
"""Deadline of a fault that is ended by it. Long enough for a busy machine to get that far."""


@dataclass(frozen=True)
class Fault:
    """One fault on the way of a push, and its end."""

    script: Script
    state: str
    """Of the row: "not_sent", "unknown" or "accepted"."""
    reason: str | None
    bodies: int = 0
    """Complete bodies that the service has then."""
    status: int | None = None
    """HTTP status that the client tells."""
    attempts: int = 1
    deadline_s: float = 10.0
    races: tuple[tuple[str, str], ...] = ()
    """Other ends that are as true: both sides race to the wire."""

    @property
    def quick(self) -> bool:
        """Whether it ends without the deadline."""
        return self.deadline_s != HURRY_S


def unsent(script: Script, reason: str, *races: tuple[str, str], deadline_s: float = 10.0) -> Fault:
    """Nothing left: three attempts in all."""
    return Fault(script, "not_sent", reason, attempts=3, deadline_s=deadline_s, races=races)


def unknown(
    script: Script,
    reason: str,
    *,
    bodies: int = 1,
    status: int | None = None,
    deadline_s: float = 10.0,
) -> Fault:
    """Something may have left: one attempt, and nobody knows."""
    return Fault(script, "unknown", reason, bodies, status, deadline_s=deadline_s)


# -------------------------------------------------------------------------------- scripts


def _close(server: FaultServer, connection: socket.socket) -> None:
    pass


def _reset(server: FaultServer, connection: socket.socket) -> None:
    server.reset(connection)


def _close_after_head(server: FaultServer, connection: socket.socket) -> None:
    server.read_head(connection)


def _reset_after_head(server: FaultServer, connection: socket.socket) -> None:
    server.read_head(connection)
    server.reset(connection)


def _after_half_the_body(*, reset: bool) -> Script:
    def play(server: FaultServer, connection: socket.socket) -> None:
        server.read_head(connection)
        connection.recv(20)
        if reset:
            server.reset(connection)

    return play


def _after_head(*parts: bytes) -> Script:
    def play(server: FaultServer, connection: socket.socket) -> None:
        server.read_head(connection)
        for part in parts:
            connection.sendall(part)
        connection.shutdown(socket.SHUT_WR)
        with contextlib.suppress(OSError):
            connection.recv(65536)

    return play


def _silence_after_head(server: FaultServer, connection: socket.socket) -> None:
    server.read_head(connection)
    wait(server, connection)


def _silence_after_body(*parts: bytes) -> Script:
    def play(server: FaultServer, connection: socket.socket) -> None:
        server.read_request(connection)
        for part in parts:
            connection.sendall(part)
        wait(server, connection)

    return play


def _drip_after_head(text: bytes) -> Script:
    def play(server: FaultServer, connection: socket.socket) -> None:
        server.read_head(connection)
        drip(server, connection, text)

    return play


def _drip_after_body(text: bytes, at_once: bytes = b"") -> Script:
    def play(server: FaultServer, connection: socket.socket) -> None:
        server.read_request(connection)
        connection.sendall(at_once)
        drip(server, connection, text)

    return play


def _again_and_again(part: bytes, *, begin: bytes = b"", pause_s: float = 0.0) -> Script:
    """Ends by an error once the client has gone."""

    def play(server: FaultServer, connection: socket.socket) -> None:
        if server.read_head(connection).startswith(b"POST"):
            server.bodies.append(connection.recv(65536))
        connection.sendall(begin)
        while not server.stopping.wait(pause_s):
            connection.sendall(part)

    return play


def _plain_answer(server: FaultServer, connection: socket.socket) -> None:
    connection.recv(1)
    connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
    with contextlib.suppress(OSError):
        connection.recv(65536)


def _after_hello(part: bytes, *, reset: bool = False) -> Script:
    """Half a handshake."""

    def play(server: FaultServer, connection: socket.socket) -> None:
        connection.recv(65536)
        connection.sendall(part)
        if reset:
            server.reset(connection)

    return play


def _old_tls(server: FaultServer, connection: socket.socket) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATES / "good.pem", CERTIFICATES / "server_key.pem")
    # Nothing that both sides know: as a server that is ten years old.
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers("NULL:@SECLEVEL=0")
    context.wrap_socket(connection, server_side=True)


def _cut_in_tls(*parts: bytes) -> Script:
    """The service's answer, and then the line is cut without TLS being ended."""

    def play(server: FaultServer, connection: socket.socket) -> None:
        encrypted = server_tls().wrap_socket(connection, server_side=True)
        server.read_request(encrypted)
        for part in parts:
            encrypted.sendall(part)
        bare = socket.socket(fileno=encrypted.detach())
        bare.close()

    return tunnel(play)


_CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
_OPEN_END = b"HTTP/1.1 200 OK\r\n\r\n"
_BOMB = gzip.compress(OK + b" " * 5_000_000)
_ALERT = b"\x15\x03\x03\x00\x02\x02\x28"  # TLS: fatal, handshake_failure
_RACE = (("not_sent", "no_connection"), ("unknown", "cut"))

# --------------------------------------------------------------------------------- tables

DIRECT: dict[str, Fault] = {
    # ---- while it travels
    "close after headers": unknown(_close_after_head, "cut", bodies=0),
    "reset after headers": unknown(_reset_after_head, "cut", bodies=0),
    "close in the body": unknown(_after_half_the_body(reset=False), "cut", bodies=0),
    "reset in the body": unknown(_after_half_the_body(reset=True), "cut", bodies=0),
    "answer after headers": unknown(
        _after_head(answer(b"", status="413 Too Large")), "http_status", bodies=0, status=413
    ),
    "silence before reading": unknown(wait, "deadline", bodies=0, deadline_s=HURRY_S),
    "silence after headers": unknown(_silence_after_head, "deadline", bodies=0, deadline_s=HURRY_S),
    # ---- instead of an answer
    "close after body": unknown(after_body(), "cut"),
    "reset after body": unknown(after_body(reset=True), "cut"),
    "silence after body": unknown(_silence_after_body(), "deadline", deadline_s=HURRY_S),
    "drip": unknown(_drip_after_body(answer(OK)), "deadline", deadline_s=HURRY_S),
    "drip of the body": unknown(
        _drip_after_body(OK, answer(b"", length=len(OK))),
        "deadline",
        status=200,
        deadline_s=HURRY_S,
    ),
    "endless 100": unknown(
        _again_and_again(b"HTTP/1.1 100 Continue\r\n\r\n", pause_s=0.02),
        "deadline",
        deadline_s=HURRY_S,
    ),
    "silence after status line": unknown(
        _silence_after_body(b"HTTP/1.1 200 OK\r\n"), "deadline", deadline_s=HURRY_S
    ),
    "silence in the answer": unknown(
        _silence_after_body(answer(OK, length=len(OK) + 9)),
        "deadline",
        status=200,
        deadline_s=HURRY_S,
    ),
    # ---- half an answer
    "cut status line": unknown(after_body(b"HTTP/1.1 20"), "cut"),
    "cut headers": unknown(after_body(b"HTTP/1.1 200 OK\r\nContent-Le"), "cut"),
    "only a 100": unknown(after_body(b"HTTP/1.1 100 Continue\r\n\r\n"), "cut"),
    "short body": unknown(after_body(answer(OK, length=len(OK) + 9)), "cut", status=200),
    "short body, reset": unknown(
        after_body(answer(OK, length=len(OK) + 9), reset=True), "cut", status=200
    ),
    "cut chunk": unknown(after_body(_CHUNKED, b"ff\r\n", OK), "cut", status=200),
    "chunks without an end": unknown(
        after_body(_CHUNKED, b"%x\r\n%b\r\n" % (len(OK), OK)), "cut", status=200
    ),
    "cut without a length": unknown(after_body(_OPEN_END, OK[:-9]), "not_json", status=200),
    # ---- no answer of this protocol
    "no HTTP": unknown(after_body(b"SSH-2.0-OpenSSH_9.2\r\n\r\n"), "cut"),
    "huge header": unknown(after_body(b"HTTP/1.1 200 OK\r\nX: " + b"x" * 300_000), "cut"),
    "endless headers": unknown(
        _again_and_again(b"X: " + b"x" * 1000 + b"\r\n", begin=b"HTTP/1.1 200 OK\r\n"), "cut"
    ),
    "bad chunk": unknown(after_body(_CHUNKED, b"what\r\n", OK), "cut", status=200),
    "two lengths": unknown(after_body(answer(OK, headers="Content-Length: 3\r\n")), "cut"),
    # Unasked for, so it breaks the protocol.
    "HTTP 101": unknown(after_body(b"HTTP/1.1 101 Switching\r\nUpgrade: x\r\n\r\n", OK), "cut"),
    # ---- more than is read
    "too large by its length": unknown(
        after_body(answer(OK, length=ANSWER_BYTES_MAX + 1)), "answer_too_large", status=200
    ),
    "too large by one byte": unknown(
        _silence_after_body(_OPEN_END, b" " * (ANSWER_BYTES_MAX + 1)),
        "answer_too_large",
        status=200,
    ),
    "too large in chunks": unknown(
        _silence_after_body(_CHUNKED, b"%x\r\n" % (ANSWER_BYTES_MAX * 2), b" " * 70_000),
        "answer_too_large",
        status=200,
    ),
    "endless answer": unknown(
        _again_and_again(b" " * 16384, begin=_OPEN_END), "answer_too_large", status=200
    ),
    # ---- compressed
    **{
        name: unknown(
            after_body(answer(body, headers=f"Content-Encoding: {how}\r\n")), "encoding", status=200
        )
        for name, how, body in (
            ("gzip", "gzip", gzip.compress(OK)),
            ("gzip bomb", "gzip", _BOMB),
            ("bad gzip", "gzip", OK),
            ("two encodings", "identity, br", OK),
        )
    },
    "gzip unannounced": unknown(after_body(answer(gzip.compress(OK))), "not_json", status=200),
    # ---- another status
    **{
        f"HTTP {status[:3]}": unknown(
            after_body(answer(OK, status=status)), "http_status", status=int(status[:3])
        )
        for status in (
            "201 Created",
            "202 Accepted",
            "400 Bad Request",
            "401 Unauthorized",
            "403 Forbidden",
            "404 Not Found",
            "408 Request Timeout",
            "429 Too Many Requests",
            "500 Internal Server Error",
            "502 Bad Gateway",
            "503 Service Unavailable",
            "504 Gateway Timeout",
        )
    },
    **{
        f"redirect {status}": unknown(
            after_body(
                answer(b"", status=f"{status} Elsewhere", headers="Location: /v3/push/app\r\n")
            ),
            "http_status",
            status=status,
        )
        for status in (301, 302, 303, 307, 308)
    },
    "HTTP 204": unknown(after_body(b"HTTP/1.1 204 No Content\r\n\r\n"), "http_status", status=204),
    # ---- 200, and yet no answer
    **{
        name: unknown(after_body(answer(body)), reason, status=200)
        for name, body, reason in (
            ("HTML with 200", b"<html>log in first</html>", "not_json"),
            ("empty with 200", b"", "not_json"),
            ("broken JSON", OK[:-1], "not_json"),
            ("NaN", b'{"ret_code":NaN,"push_id":"1"}', "not_json"),
            ("not UTF-8", b'{"ret_code":0,"push_id":"1","x":"\xff"}', "not_json"),
            ("deep JSON", b"[" * 20_000, "not_json"),
            ("a list", b"[" + OK + b"]", "not_object"),
            (
                "repeated keys",
                b'{"ret_code":1008003,"ret_code":0,"push_id":"1"}',
                "repeated_keys",
            ),
            ("no code", b'{"push_id":"1"}', "no_code"),
            ("no push id", b'{"ret_code":0,"push_id":""}', "no_push_id"),
        )
    },
}
"""By plain http to a practice service; the request has begun in all of these."""

AT_ONCE: dict[str, Fault] = {
    "close on accept": Fault(_close, "unknown", "cut", races=_RACE),
    "reset on accept": Fault(_reset, "unknown", "cut", races=_RACE),
}
"""Over before, or while, the first byte was tried: either is told, and either is true."""

_UNREACHABLE = ("not_sent", "proxy_unreachable")

PROXY: dict[str, Fault] = {
    "close on accept": unsent(_close, "proxy", _UNREACHABLE),
    "reset on accept": unsent(_reset, "proxy", _UNREACHABLE),
    "close after CONNECT": unsent(_close_after_head, "proxy"),
    "reset after CONNECT": unsent(_reset_after_head, "proxy"),
    "silence after CONNECT": unsent(_silence_after_head, "deadline", deadline_s=HURRY_S),
    "silence before reading": unsent(wait, "deadline", deadline_s=HURRY_S),
    "drip": unsent(
        _drip_after_head(b"HTTP/1.1 200 Connected\r\n\r\n"), "deadline", deadline_s=HURRY_S
    ),
    "no HTTP": unsent(_after_head(b"SSH-2.0-OpenSSH_9.2\r\n\r\n"), "proxy"),
    "cut status line": unsent(_after_head(b"HTTP/1.1 2"), "proxy"),
    "huge header": unsent(_after_head(b"HTTP/1.1 200 OK\r\nX: " + b"x" * 300_000), "proxy"),
    "endless headers": unsent(
        _again_and_again(b"X: " + b"x" * 1000 + b"\r\n", begin=b"HTTP/1.1 200 OK\r\n"), "proxy"
    ),
    "endless 100": unsent(
        _again_and_again(b"HTTP/1.1 100 Continue\r\n\r\n", pause_s=0.02),
        "deadline",
        deadline_s=HURRY_S,
    ),
    **{
        status: unsent(_after_head(answer(b"", status=status)), "proxy")
        for status in (
            "302 Log in first",
            "400 Bad Request",
            "403 Forbidden",
            "429 Too Many Requests",
            "502 Bad Gateway",
            "503 Service Unavailable",
            "504 Gateway Timeout",
        )
    },
    # Not repeated: a third wrong password may lock an account.
    "407 Proxy Authentication Required": Fault(
        _after_head(answer(b"", status="407 Proxy Authentication Required")),
        "not_sent",
        "proxy_login",
    ),
}
"""By https through a proxy that never lets the tunnel stand."""

TLS: dict[str, Fault] = {
    "plain answer": unsent(tunnel(_plain_answer), "tls"),
    "close": unsent(tunnel(_close), "tls"),
    "reset": unsent(tunnel(_reset), "tls", ("not_sent", "proxy")),
    "silence": unsent(tunnel(wait), "deadline", deadline_s=HURRY_S),
    "alert": unsent(tunnel(_after_hello(_ALERT)), "tls"),
    "half a record": unsent(tunnel(_after_hello(b"\x16\x03\x03\x00\x7a\x02\x00")), "tls"),
    "half a record, reset": unsent(
        tunnel(_after_hello(b"\x16\x03\x03\x00\x7a\x02\x00", reset=True)), "tls"
    ),
    "no common cipher": unsent(tunnel(_old_tls), "tls"),
    **{
        f"certificate: {name}": Fault(
            secured(after_body(answer(OK)), name), "not_sent", "certificate"
        )
        for name in ("expired", "not_yet", "other_host", "stranger", "own")
    },
}
"""By https through a proxy; the handshake with the service fails."""

SECURED: dict[str, Fault] = {
    "close after headers": unknown(secured(_close_after_head), "cut", bodies=0),
    "reset after headers": unknown(secured(_reset_after_head), "cut", bodies=0),
    "close after body": unknown(secured(after_body()), "cut"),
    "reset after body": unknown(secured(after_body(reset=True)), "cut"),
    "silence after body": unknown(secured(_silence_after_body()), "deadline", deadline_s=HURRY_S),
    "HTTP 502": unknown(
        secured(after_body(answer(OK, status="502 Bad Gateway"))), "http_status", status=502
    ),
    "endless answer": unknown(
        secured(_again_and_again(b" " * 16384, begin=_OPEN_END)), "answer_too_large", status=200
    ),
    "short body": unknown(secured(after_body(answer(OK, length=len(OK) + 9))), "cut", status=200),
    "short body, cut": unknown(_cut_in_tls(answer(OK, length=len(OK) + 9)), "cut", status=200),
    "close at once": Fault(
        secured(_close),
        "unknown",
        "cut",
        races=(("not_sent", "tls"), ("not_sent", "no_connection")),
    ),
    "complete, then cut": Fault(_cut_in_tls(answer(OK)), "accepted", None, bodies=1),
}
"""By https through a proxy; the tunnel and TLS stand."""
