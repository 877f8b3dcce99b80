"""Servers of raw sockets that misbehave to order, and the answers they give.

A `Script` plays one connection. Over https, the service stands behind a proxy that answers CONNECT
and then is the service itself: real hosts have no other address here.
"""

from __future__ import annotations

import contextlib
import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

CERTIFICATES = Path(__file__).parent / "certificates"
"""Made for these tests; the authority's key was thrown away. ``server_key.pem`` belongs to all the
others. Valid for a hundred years, which macOS refuses."""
AUTHORITY = CERTIFICATES / "authority.pem"

ANSWER_BYTES_MAX = 64 * 1024
"""What a push's answer may have (sending.md 0), written down once more on purpose."""

OK = b'{"seq":0,"push_id":"1328245138690125824","ret_code":0,"environment":"","err_msg":""}'
PUSH_ID = "1328245138690125824"

Script = Callable[["FaultServer", socket.socket], None]
MakeServer = Callable[[Script], "FaultServer"]


class FaultServer:
    """Listens on 127.0.0.1 and plays `script` on every connection, each in its own thread."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self.heads: list[bytes] = []
        """Of every request that was read, CONNECT included."""
        self.bodies: list[bytes] = []
        """Complete ones."""
        self.connections = 0
        self.stopping = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._threads: list[threading.Thread] = []
        self._acceptor = threading.Thread(target=self._accept, daemon=True)
        self._acceptor.start()

    @property
    def posts(self) -> int:
        """How many times the head of a POST arrived."""
        return sum(head.startswith(b"POST ") for head in self.heads)

    def _accept(self) -> None:
        while not self.stopping.is_set():
            connection, _ = self._listener.accept()
            if self.stopping.is_set():
                connection.close()
                return
            connection.settimeout(5)
            self.connections += 1
            thread = threading.Thread(target=self._play, args=(connection,), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _play(self, connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError):
            self.script(self, connection)

    def read_head(self, connection: socket.socket) -> bytes:
        """Up to the blank line; what follows of the body is left in the socket."""
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            byte = connection.recv(1)
            if not byte:
                raise OSError("the client has gone")
            head += byte
        self.heads.append(head)
        return head

    def read_request(self, connection: socket.socket) -> bytes:
        """A whole request; its body is counted once it is complete."""
        head = self.read_head(connection).lower()
        length = int(head.partition(b"content-length:")[2].split(b"\r\n", 1)[0] or b"0")
        body = b""
        while len(body) < length:
            part = connection.recv(length - len(body))
            if not part:
                raise OSError("the client has gone")
            body += part
        self.bodies.append(body)
        return body

    def stop(self) -> None:
        """No new connection, and every script has ended: the counts are final."""
        self.stopping.set()
        # Wakes the acceptor; the second time there is nobody to wake.
        with contextlib.suppress(OSError):
            socket.create_connection(("127.0.0.1", self.port), timeout=5).close()
        self._acceptor.join()
        self._listener.close()
        for thread in self._threads:
            thread.join(10)

    @staticmethod
    def reset(connection: socket.socket) -> None:
        """Close with RST instead of FIN."""
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.close()


@contextlib.contextmanager
def full_backlog() -> Iterator[int]:
    """A port that is listened on, where no connection comes about."""
    with socket.socket() as listener, contextlib.ExitStack() as stack:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        port: int = listener.getsockname()[1]
        for _ in range(3):
            waiting = stack.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex(("127.0.0.1", port))
        yield port


def unused_port() -> int:
    """A port of 127.0.0.1 on which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    return port


# -------------------------------------------------------------------------------- answers


def answer(
    body: bytes, *, status: str = "200 OK", headers: str = "", length: int | None = None
) -> bytes:
    """An answer with a length, true or not."""
    head = f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\n{headers}"
    head += f"Content-Length: {len(body) if length is None else length}\r\n\r\n"
    return head.encode() + body


def after_body(*parts: bytes, reset: bool = False) -> Script:
    """Read one request, write `parts`, then close, or reset."""

    def play(server: FaultServer, connection: socket.socket) -> None:
        server.read_request(connection)
        for part in parts:
            connection.sendall(part)
        if reset:
            server.reset(connection)
        else:
            connection.shutdown(socket.SHUT_WR)
            # A client that sent the body again on this connection would be counted.
            with contextlib.suppress(OSError):
                server.read_request(connection)

    return play


def wait(server: FaultServer, connection: socket.socket) -> None:
    """Do nothing until the end of the test."""
    server.stopping.wait(20)


def drip(server: FaultServer, connection: socket.socket, text: bytes) -> None:
    """Write a byte at a time, each well before a read would time out."""
    for byte in text:
        connection.sendall(bytes([byte]))
        if server.stopping.wait(0.1):
            return


# ---------------------------------------------------------------------------------- https


@cache
def server_tls(name: str = "good") -> ssl.SSLContext:
    """A server's context that shows ``<name>.pem`` of `CERTIFICATES`."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATES / f"{name}.pem", CERTIFICATES / "server_key.pem")
    return context


def tunnel(then: Script, *, greeting: bytes = b"HTTP/1.1 200 Connected\r\n\r\n") -> Script:
    """A proxy that lets CONNECT pass and then plays `then`."""

    def play(server: FaultServer, connection: socket.socket) -> None:
        server.read_head(connection)
        connection.sendall(greeting)
        then(server, connection)

    return play


def secured(then: Script, certificate: str = "good") -> Script:
    """A proxy behind which the service plays `then` over TLS."""

    def play(server: FaultServer, connection: socket.socket) -> None:
        with server_tls(certificate).wrap_socket(connection, server_side=True) as encrypted:
            then(server, encrypted)

    return tunnel(play)
