"""The network a person set, over real sockets: proxy, login, and whom to trust."""

from __future__ import annotations

import asyncio
import base64
import socket
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.net.sending import KEY_TEXT, REAL_URL
from tests.net.servers import (
    AUTHORITY,
    CERTIFICATES,
    OK,
    PUSH_ID,
    FaultServer,
    MakeServer,
    after_body,
    answer,
    secured,
    server_tls,
)
from tpns_desktop.client import (
    ACCESS_POINTS,
    AccessPoint,
    ClientError,
    Network,
    NotSent,
    Secret,
    TpnsClient,
    access_point_at,
    practice_access_point,
)
from tpns_desktop.client.attempt import Attempt
from tpns_desktop.client.credentials import Credentials
from tpns_desktop.client.network import NetworkSource
from tpns_desktop.client.transport import Wire
from tpns_desktop.client.trust import tls_context

pytestmark = pytest.mark.skipif(
    sys.platform == "darwin", reason="macOS refuses certificates that are valid for 100 years"
)

BODY = b'{"audience_type":"all"}'
SERVED = secured(after_body(answer(OK)))


def push(url: str, network: NetworkSource) -> Any:
    async def story() -> Any:
        point = access_point_at(url)
        async with TpnsClient(point, "1500012345", Secret(KEY_TEXT), network=network) as client:
            try:
                return (await client.push(BODY)).push_ids
            except ClientError as error:
                return type(error), error.reason

    return asyncio.run(story())


@pytest.fixture
def set_up(monkeypatch: pytest.MonkeyPatch) -> Any:
    """`set_up(url)`: this computer's own proxy is there."""

    def do(url: str) -> None:
        for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
            monkeypatch.setenv(name, url)
            monkeypatch.setenv(name.lower(), url)
        for name in ("NO_PROXY", "no_proxy"):
            monkeypatch.delenv(name, raising=False)

    return do


def logins(server: FaultServer) -> list[str]:
    """What the proxy was told at each CONNECT."""
    found = []
    for head in server.heads:
        if head.startswith(b"CONNECT"):
            told = head.partition(b"Proxy-Authorization: Basic ")[2].split(b"\r\n")[0]
            found.append(base64.b64decode(told).decode())
    return found


@pytest.mark.parametrize("point", ACCESS_POINTS, ids=lambda point: point.id)
def test_a_push_goes_through_the_proxy_by_connect_and_in_tls(
    fault_server: MakeServer, point: AccessPoint
) -> None:
    proxy = fault_server(SERVED)
    end = push(point.url, Network(proxy.url, ca_file=AUTHORITY))
    proxy.stop()
    host = point.url.removeprefix("https://")
    assert proxy.heads[0].startswith(f"CONNECT {host}:443 HTTP/1.1\r\n".encode())
    assert logins(proxy) == [""]
    # The certificate is for one of the four only.
    right = host == "api.tpns.tencent.com"
    assert end == ((PUSH_ID,) if right else (NotSent, "certificate"))


def test_user_and_password_are_told_to_the_proxy_alone(fault_server: MakeServer) -> None:
    proxy = fault_server(SERVED)
    network = Network(proxy.url, "商城", Secret("hunter:2 ü"), AUTHORITY)
    assert push(REAL_URL, network) == (PUSH_ID,)
    proxy.stop()
    assert logins(proxy) == ["商城:hunter:2 ü"]
    assert b"Proxy-Authorization" not in proxy.heads[1]
    assert "hunter" not in repr(network)


def test_the_computers_proxy_and_its_login_are_used(fault_server: MakeServer, set_up: Any) -> None:
    proxy = fault_server(SERVED)
    set_up(f"http://me:hunter2@127.0.0.1:{proxy.port}")
    assert push(REAL_URL, Network(ca_file=AUTHORITY)) == (PUSH_ID,)
    proxy.stop()
    assert logins(proxy) == ["me:hunter2"]


def test_ones_own_proxy_comes_before_the_computers(fault_server: MakeServer, set_up: Any) -> None:
    computers, own = fault_server(SERVED), fault_server(SERVED)
    set_up(computers.url)
    assert push(REAL_URL, Network(own.url, ca_file=AUTHORITY)) == (PUSH_ID,)
    assert computers.connections == 0


def test_practice_knows_neither_proxy_nor_environment(
    fault_server: MakeServer, set_up: Any
) -> None:
    service, proxy = fault_server(after_body(answer(OK))), fault_server(SERVED)
    set_up(proxy.url)

    async def never() -> Network:
        raise AssertionError("the network was asked for")

    for network in (Network(), Network(proxy.url, ca_file=Path("/no/such/file")), never):
        assert push(service.url, network) == (PUSH_ID,)
    assert proxy.connections == 0


def test_an_authority_that_nobody_added_is_not_trusted(fault_server: MakeServer) -> None:
    proxy = fault_server(SERVED)
    assert push(REAL_URL, Network(proxy.url)) == (NotSent, "certificate")
    proxy.stop()
    assert proxy.posts == 0


@pytest.mark.skipif(sys.platform != "linux", reason="the system's trust is a file on Linux only")
def test_a_file_adds_to_the_systems_trust_and_does_not_replace_it(
    fault_server: MakeServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(AUTHORITY))
    proxy = fault_server(SERVED)
    other = CERTIFICATES / "other_authority.pem"
    assert push(REAL_URL, Network(proxy.url, ca_file=other)) == (PUSH_ID,)


def test_the_network_is_asked_for_at_each_connection(fault_server: MakeServer) -> None:
    proxy = fault_server(SERVED)
    asked = []

    async def current() -> Network:
        asked.append(1)
        return Network(proxy.url, ca_file=AUTHORITY)

    async def twice() -> None:
        point = access_point_at(REAL_URL)
        async with TpnsClient(point, "1500012345", Secret(KEY_TEXT), network=current) as client:
            await client.push(BODY)
            await client.push(BODY)

    asyncio.run(twice())
    proxy.stop()
    assert (len(asked), len(proxy.bodies)) == (2, 2)


@pytest.mark.parametrize(
    ("error", "reason"), [(NotSent("proxy_password"), "proxy_password"), (OSError("x"), "failed")]
)
def test_a_network_that_cannot_be_told_is_not_sent(error: Exception, reason: str) -> None:
    async def current() -> Network:
        raise error

    assert push(REAL_URL, current) == (NotSent, reason)


# ------------------------------------------------------------------- what httpcore really tells


def events(url: str, proxy: str | None) -> list[str]:
    """What begins, in order, while a POST travels; each with the method of its request.

    Along the way: nothing but the head of the POST itself counts as begun.
    """
    seen: list[str] = []
    attempt = Attempt(httpx.URL(url).host, watched=True)

    async def trace(event: str, info: Mapping[str, Any]) -> None:
        before = attempt.begun
        await attempt.trace(event, info)
        method = getattr(info.get("request"), "method", b"").decode()
        if attempt.begun != before:
            assert (event, method) == ("http11.send_request_headers.started", "POST")
        if event.endswith(".started"):
            seen.append(f"{event.removesuffix('.started')} {method}".strip())

    async def story() -> None:
        async with httpx.AsyncClient(
            verify=tls_context(AUTHORITY), proxy=proxy, trust_env=False
        ) as client:
            await client.post(url, content=BODY, extensions={"trace": trace})

    asyncio.run(story())
    assert attempt.begun
    return [event for event in seen if "close" not in event]


EXCHANGE = [
    "http11.send_request_headers",
    "http11.send_request_body",
    "http11.receive_response_headers",
    "http11.receive_response_body",
]


def test_httpcore_tells_in_the_order_that_is_relied_on(fault_server: MakeServer) -> None:
    post = [f"{event} POST" for event in EXCHANGE]
    connect = [f"{event} CONNECT" for event in EXCHANGE[:3]]
    service = fault_server(after_body(answer(OK)))
    assert events(f"{service.url}/v3/push/app", None) == ["connection.connect_tcp", *post]

    proxy = fault_server(SERVED)
    through = events(f"{REAL_URL}/v3/push/app", proxy.url)
    assert through == ["connection.connect_tcp", *connect, "proxy.start_tls", *post]

    def direct(server: FaultServer, connection: socket.socket) -> None:
        with server_tls().wrap_socket(connection, server_side=True) as encrypted:
            after_body(answer(OK))(server, encrypted)

    encrypted = fault_server(direct)
    url = f"https://127.0.0.1:{encrypted.port}/v3/push/app"
    assert events(url, None) == ["connection.connect_tcp", "connection.start_tls", *post]


# ----------------------------------------------------------------------------- who may be asked


@pytest.mark.parametrize(
    "url",
    [
        "http://api.tpns.tencent.com",
        "https://api.tpns.tencent.com:8443",
        "https://api.tpns.tencent.com.example.com",
        "https://api.tpns.tencent.com@example.com",
        "https://example.com",
        "https://127.0.0.1:8443",
        "http://127.0.0.2:8443",
        "http://127.0.0.1",
        "http://localhost:8443",
        "http://[::1]:8443",
        "http://127.0.0.1.example.com:80",
        "http://127.0.0.1:80@example.com",
        "http://2130706433:80",
        "",
    ],
)
def test_nobody_else_is_an_access_point(url: str) -> None:
    with pytest.raises(ValueError, match=r"access point|practice service"):
        AccessPoint("guangzhou", "Guangzhou", url)
    with pytest.raises(ValueError, match=r"access point|practice service"):
        access_point_at(url)


def test_practice_takes_no_real_host() -> None:
    """And a real app takes no practice service: `send.ways` asks for the flag below."""
    for point in ACCESS_POINTS:
        assert not point.practice
        with pytest.raises(ValueError, match="practice service"):
            practice_access_point(point.url)
    assert practice_access_point("http://127.0.0.1:40123").practice


def test_even_beneath_the_list_plain_http_stays_on_this_machine() -> None:
    credentials = Credentials("1500012345", Secret(KEY_TEXT), "signature", lambda: 0.0)
    for url in ("http://api.tpns.tencent.com", "http://localhost:80", "ftp://127.0.0.1:21"):
        with pytest.raises(ValueError, match="this machine"):
            Wire(url, credentials, clock=lambda: 0.0)
