"""Whether a web address answers, asked of servers on this machine."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
import pytest

from tests.net.servers import server_tls
from tpns_desktop.client.links import READ_MAX, Links, resolves_inside
from tpns_desktop.client.network import NONE, Network


class Pages(BaseHTTPRequestHandler):
    """Answers by the path, and remembers what it was asked."""

    def do_HEAD(self) -> None:
        self._answer(body=False)

    def do_GET(self) -> None:
        self._answer(body=True)

    def log_message(self, *_: Any) -> None:
        pass

    def _answer(self, *, body: bool) -> None:
        server: Any = self.server
        server.asked.append((self.command, self.path))
        if self.path == "/slow":
            server.released.wait(20)
        status = {"/there": 200, "/gone": 404, "/no-head": 200 if body else 405}.get(self.path, 302)
        self.send_response(status)
        if status == 302:
            self.send_header("Location", server.leads.get(self.path, self.path))
        self.end_headers()
        if body and status == 200:
            server.sent = 0
            try:
                while server.sent < 50 * 1024 * 1024:
                    self.wfile.write(b"x" * READ_MAX)
                    server.sent += READ_MAX
            except OSError:  # nobody reads on
                pass


@contextmanager
def serving(**leads: str) -> Iterator[Any]:
    server: Any = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    server.asked, server.leads = [], {f"/{name}": to for name, to in leads.items()}
    server.released = threading.Event()
    server.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.released.set()
        server.shutdown()
        thread.join()
        server.server_close()


async def nowhere_inside(_host: str) -> bool:
    return False


def look(url: str, **more: Any) -> int | str:
    options: dict[str, Any] = {"inside": nowhere_inside} | more
    return asyncio.run(Links(Network(NONE), **options).look(url))


def test_a_page_that_opens_is_asked_once_without_its_text() -> None:
    with serving() as server:
        assert look(f"{server.address}/there") == 200
        assert server.asked == [("HEAD", "/there")]


def test_a_page_that_is_gone_is_told_by_its_status() -> None:
    with serving() as server:
        assert look(f"  {server.address}/gone\n") == 404


def test_a_page_that_knows_no_head_is_read_a_little() -> None:
    with serving() as server:
        assert look(f"{server.address}/no-head") == 200
        assert [method for method, _ in server.asked] == ["HEAD", "GET"]
    assert server.sent < 50 * 1024 * 1024


def test_a_redirect_is_followed_to_its_end() -> None:
    with serving(old="/new", new="/there") as server:
        assert look(f"{server.address}/old") == 200


@pytest.mark.parametrize(
    "to", ["file:///etc/passwd", "ftp://example.com/x", "/round", "mailto:x@y"]
)
def test_a_redirect_to_what_is_no_page_is_not_followed(to: str) -> None:
    with serving(round=to) as server:
        assert look(f"{server.address}/round") == "redirects"


def test_a_redirect_into_a_network_of_ones_own_is_not_followed() -> None:
    async def inside(host: str) -> bool:
        return host == "intranet.example"

    with serving(out="http://intranet.example/secret") as server:
        assert look(f"{server.address}/out", inside=inside) == "inside"
        assert len(server.asked) == 1


@pytest.mark.parametrize(
    "url", ["", "file:///etc/passwd", "shop.example.com", "ftp://x/y", "https://"]
)
def test_what_is_no_web_address_is_not_asked(url: str) -> None:
    assert look(url) == "address"


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "10.1.2.3", "192.168.0.9", "::1"])
def test_this_computer_and_private_networks_are_known(host: str) -> None:
    assert asyncio.run(resolves_inside(host))


def test_this_computer_is_asked_nothing_by_itself() -> None:
    with serving() as server:
        assert look(f"{server.address}/there", inside=resolves_inside) == "inside"
        assert server.asked == []


def test_nobody_answers(free_port: int) -> None:
    assert look(f"http://127.0.0.1:{free_port}/") == "no_answer"


def test_a_server_that_takes_too_long_is_left() -> None:
    with serving() as server:
        assert look(f"{server.address}/slow", deadline_s=0.3) == "no_answer"


def test_a_certificate_that_nobody_here_trusts_is_told_as_such() -> None:
    with serving() as server:
        server.socket = server_tls().wrap_socket(server.socket, server_side=True)
        url = httpx.URL(f"https://localhost:{server.server_port}/there")
        assert look(str(url)) == "certificate"
        assert server.asked == []
