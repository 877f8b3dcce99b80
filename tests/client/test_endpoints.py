"""The access points as data, and the allow-list."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tpns_desktop.client import endpoints
from tpns_desktop.client.endpoints import ACCESS_POINTS, AccessPoint


def test_the_four_documented_access_points() -> None:
    assert {point.id: point.url for point in ACCESS_POINTS} == {
        "guangzhou": "https://api.tpns.tencent.com",
        "shanghai": "https://api.tpns.sh.tencent.com",
        "hongkong": "https://api.tpns.hk.tencent.com",
        "singapore": "https://api.tpns.sgp.tencent.com",
    }
    assert not any(point.practice for point in ACCESS_POINTS)
    for point in ACCESS_POINTS:
        assert endpoints.access_point(point.id) is point
        assert endpoints.access_point_at(point.url + "/") is point


def test_an_unknown_id_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        endpoints.access_point("practice")


@pytest.mark.parametrize(
    "url",
    [
        "",
        "api.tpns.tencent.com",
        "http://api.tpns.tencent.com",
        "https://api.tpns.tencent.com:443",
        "https://api.tpns.tencent.com:8443",
        "https://api.tpns.tencent.com.evil.example",
        "https://api.tpns.tencent.com@evil.example",
        "https://evil.example/api.tpns.tencent.com",
        "https://evil.example#api.tpns.tencent.com",
        "https://user:pass@api.tpns.tencent.com",
        "https://api.tpns.tencent.com/v3",
        "https://api.tpns.tencent.com//",
        "https://api.tpns.tencent.com\n",
        "https://API.TPNS.TENCENT.COM",
        "https://127.0.0.1:8000",
        "http://127.0.0.1",
        "http://127.0.0.1:0",
        "http://127.0.0.1:08000",
        "http://127.0.0.1:65536",
        "http://127.0.0.1:123456",
        "http://127.0.0.1:8000/path",
        "http://127.0.0.1:8000\n",
        "http://127.0.0.1:\u0661\u0662",
        "http://127.1:8000",
        "http://127.0.0.2:8000",
        "http://127.0.0.1.evil.example:8000",
        "http://x@127.0.0.1:8000",
        "http://[::1]:8000",
        "http://localhost:8000",
        "http://2130706433:8000",
        "http://0.0.0.0:8000",
        "ftp://127.0.0.1:8000",
    ],
)
def test_any_other_address_is_refused_without_repeating_it(url: str) -> None:
    assert not endpoints.is_allowed(url)
    for make in (
        lambda: AccessPoint("x", "X", url),
        lambda: endpoints.practice_access_point(url),
        lambda: endpoints.access_point_at(url),
    ):
        with pytest.raises(ValueError, match="address") as caught:
            make()
        assert "evil" not in str(caught.value)
        assert "pass@" not in str(caught.value)


def test_a_practice_service_is_one_more_access_point() -> None:
    point = endpoints.practice_access_point("http://127.0.0.1:40123/")
    assert (point.id, point.url, point.practice) == ("practice", "http://127.0.0.1:40123", True)
    assert endpoints.access_point_at("http://127.0.0.1:40123") == point


def test_a_real_address_is_no_practice_service() -> None:
    with pytest.raises(ValueError, match="practice service"):
        endpoints.practice_access_point("https://api.tpns.tencent.com")


def test_addresses_and_errors_are_known_without_httpx() -> None:
    # The package's own __init__ brings httpx, so the modules are loaded beside it.
    code = """
import importlib.util, pathlib, sys
for name in ("endpoints", "errors"):
    path = pathlib.Path(sys.argv[1]).with_name(name + ".py")
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
print([name for name in ("httpx", "pydantic", "truststore") if name in sys.modules])
"""
    run = subprocess.run(
        [sys.executable, "-c", code, endpoints.__file__],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert run.stdout.strip() == "[]"
