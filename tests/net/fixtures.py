"""Fixtures for whoever needs a server that misbehaves; a conftest takes them by import."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.net.servers import FaultServer, MakeServer, Script, unused_port


@pytest.fixture
def fault_server() -> Iterator[MakeServer]:
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
    return unused_port()
