"""What counts as a proxy's address, and which proxy a request takes."""

from __future__ import annotations

import pytest

from tpns_desktop.client.network import Network
from tpns_desktop.client.proxies import AddressProblem, Proxy, proxy_for, proxy_url
from tpns_desktop.model.secret import Secret

HOST = "api.tpns.tencent.com"


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("proxy.example.com:8080", "http://proxy.example.com:8080"),
        (" http://Proxy.Example.com:8080/ ", "http://proxy.example.com:8080"),
        ("HTTP://10.0.0.1:3128", "http://10.0.0.1:3128"),
        ("localhost:1", "http://localhost:1"),
        ("my_proxy:65535", "http://my_proxy:65535"),
        ("[::1]:8080", "http://[::1]:8080"),
    ],
)
def test_a_host_and_a_port_are_an_address(typed: str, url: str) -> None:
    assert proxy_url(typed) == url


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "required"),
        ("   ", "required"),
        ("socks5://127.0.0.1:1080", "socks"),
        ("SOCKS://127.0.0.1:1080", "socks"),
        ("http://wpad.example.com/wpad.dat", "pac"),
        ("http://proxy.example.com:80/proxy.PAC", "pac"),
        ("https://proxy.example.com:443", "kind"),
        ("ftp://proxy.example.com:21", "kind"),
        ("user:hunter2@proxy.example.com:80", "login"),
        ("http://user@proxy.example.com:80", "login"),
        ("proxy.example.com", "port"),
        ("http://proxy.example.com/", "port"),
        ("[::1]", "port"),
        ("proxy:0", "port"),
        ("proxy:65536", "port"),
        ("proxy:http", "port"),
        ("proxy:٨٠", "port"),
        ("::1:8080", "address"),
        ("two words:80", "address"),
        ("proxy.example.com:80/path", "port"),
        ("-:80", "address"),
        ("代理:80", "address"),
        ("a\r\nHost: b:80", "address"),
        ("a" * 300 + ":80", "address"),
    ],
)
def test_anything_else_is_refused_with_what_is_wrong(typed: str, reason: str) -> None:
    with pytest.raises(AddressProblem) as caught:
        proxy_url(typed)
    assert caught.value.reason == reason
    assert "hunter2" not in str(caught.value)


def test_none_and_own_take_no_notice_of_the_computer() -> None:
    def never() -> dict[str, str]:
        raise AssertionError("the environment was read")

    assert proxy_for(Network("none"), HOST, never) is None
    secret = Secret("hunter2")
    network = Network("http://proxy.example.com:80", "me", secret)
    assert proxy_for(network, HOST, never) == Proxy("http://proxy.example.com:80", "me", secret)


@pytest.mark.parametrize(
    ("set_up", "url"),
    [
        ({}, None),
        ({"http": "http://a:1"}, None),
        ({"https": "http://a:1"}, "http://a:1"),
        ({"https": "a:1"}, "http://a:1"),
        ({"https": "http://a"}, "http://a:80"),
        ({"all": "http://a:1"}, "http://a:1"),
        # As many proxy programs set it up: httpx by itself would give up here.
        ({"https": "http://a:1", "all": "socks5://a:2"}, "http://a:1"),
        ({"https": "http://a:1", "no": "localhost, 127.0.0.1"}, "http://a:1"),
        ({"https": "http://a:1", "no": "cent.com"}, "http://a:1"),
        ({"https": "http://a:1", "no": "localhost,.Tencent.com"}, None),
        ({"https": "http://a:1", "no": "tencent.com"}, None),
        ({"https": "http://a:1", "no": "*.tencent.com"}, None),
        ({"https": "http://a:1", "no": HOST}, None),
        ({"https": "socks5://a:2", "no": "*"}, None),
    ],
)
def test_the_computers_own_proxy(set_up: dict[str, str], url: str | None) -> None:
    found = proxy_for(Network(), HOST, lambda: set_up)
    assert found == (None if url is None else Proxy(url))


def test_a_login_in_the_computers_address_becomes_a_secret() -> None:
    set_up = {"https": "http://m%40e:hunter%2F2@proxy.example.com:80/"}
    found = proxy_for(Network(), HOST, lambda: set_up)
    assert found == Proxy("http://proxy.example.com:80", "m@e", Secret("hunter/2"))
    assert "hunter" not in repr(found)


@pytest.mark.parametrize(
    ("set_up", "reason"),
    [
        ({"https": "socks5h://me:hunter2@a:2"}, "socks"),
        ({"all": "socks://a:2"}, "socks"),
        ({"https": "https://a:2"}, "kind"),
        ({"https": "http://"}, "address"),
        ({"https": "http://a:b"}, "port"),
    ],
)
def test_a_proxy_that_is_not_spoken_is_refused_and_not_passed_by(
    set_up: dict[str, str], reason: str
) -> None:
    with pytest.raises(AddressProblem) as caught:
        proxy_for(Network(), HOST, lambda: set_up)
    assert caught.value.reason == reason
