"""A server of raw sockets that misbehaves to order, and the client's constants for tests."""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
from collections.abc import Callable, Iterator

import pytest

Script = Callable[["FaultServer", socket.socket], None]


class FaultServer:
    """Listens on 127.0.0.1 and plays `script` on every connection, each in its own thread."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self.heads: list[bytes] = []
        self.bodies: list[bytes] = []
        self.connections = 0
        self.stopping = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(0.1)
        self.port: int = self._listener.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._threads: list[threading.Thread] = []
        self._acceptor = threading.Thread(target=self._accept, daemon=True)
        self._acceptor.start()

    def _accept(self) -> None:
        while not self.stopping.is_set():
            try:
                connection, _ = self._listener.accept()
            except TimeoutError:
                continue
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
        self._acceptor.join()
        self._listener.close()
        for thread in self._threads:
            thread.join(10)

    @staticmethod
    def reset(connection: socket.socket) -> None:
        """Close with RST instead of FIN."""
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.close()


@pytest.fixture
def fault_server() -> Iterator[Callable[[Script], FaultServer]]:
    """Makes servers; all are stopped at the end of the test."""
    servers: list[FaultServer] = []

    def make(script: Script) -> FaultServer:
        servers.append(FaultServer(script))
        return servers[-1]

    yield make
    for server in servers:
        server.stop()


@pytest.fixture
def free_port() -> int:
    """A port of 127.0.0.1 on which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    return port
