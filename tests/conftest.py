"""What holds for every test: no real home, keyring or network, and no screen needed."""

from __future__ import annotations

import gc
import ipaddress
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

TESTS = Path(__file__).parent

# ------------------------------------------------------------------------------------- home

# Before Qt, fontconfig and keyring are imported, since they read the environment once.
_SESSION_HOME = tempfile.TemporaryDirectory(prefix="tpns-desktop-tests-")


def _isolate_environment(home: Path) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
    for name in ("HOME", "USERPROFILE"):
        os.environ[name] = str(home)
    folders = {
        "XDG_CONFIG_HOME": "config",
        "XDG_DATA_HOME": "data",
        "XDG_STATE_HOME": "state",
        "XDG_CACHE_HOME": "cache",
        "XDG_RUNTIME_DIR": "runtime",
        "APPDATA": "roaming",
        "LOCALAPPDATA": "local",
    }
    for name, folder in folders.items():
        (home / folder).mkdir(mode=0o700)
        os.environ[name] = str(home / folder)
    # A person's own look or scale must not change what a test sees.
    for name in ("QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME"):
        os.environ.pop(name, None)


_isolate_environment(Path(_SESSION_HOME.name))


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program's own empty folder, new for each test; child processes inherit it."""
    folder = tmp_path / "home"
    monkeypatch.setenv("TPNS_DESKTOP_HOME", str(folder))
    return folder


# ---------------------------------------------------------------------------------- network


class NetworkRefused(RuntimeError):
    """A test tried to leave this machine."""


def _guard_network(event: str, arguments: tuple[Any, ...]) -> None:
    """An audit hook: it sees every socket of this process, whoever made it."""
    if event in ("socket.connect", "socket.bind", "socket.sendto"):
        address = arguments[1]
        # Anything but a tuple is a socket file.
        if isinstance(address, tuple) and not _is_here(address[0]):
            raise NetworkRefused(f"{event} {address!r}")
    elif event == "socket.getaddrinfo" and not _is_here(arguments[0]):
        raise NetworkRefused(f"{event} {arguments[0]!r}")


def _is_here(host: object) -> bool:
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if host is None or host == "localhost":
        return True
    try:
        return ipaddress.ip_address(str(host)).is_loopback
    except ValueError:
        return False


sys.addaudithook(_guard_network)

# ------------------------------------------------------------------------------- hypothesis

# No deadline: the machine is shared, and a slow moment is no fault.
settings.register_profile("here", deadline=None)
settings.register_profile(
    "ci", deadline=None, max_examples=40, derandomize=True, print_blob=True, database=None
)
settings.load_profile("ci" if os.environ.get("CI") else "here")

# ---------------------------------------------------------------------------------- vectors


@pytest.fixture(scope="session")
def vectors() -> Callable[[str], Any]:
    """`vectors("tpns-signature")` gives back tests/vectors/tpns-signature.json, parsed."""

    def load(name: str) -> Any:
        return json.loads((TESTS / "vectors" / f"{name}.json").read_text("utf-8"))

    return load


# -------------------------------------------------------------------------------- Qt objects


@pytest.fixture
def collected_on_this_thread(_whole_module_collected: None) -> Iterator[None]:
    """Reference cycles are collected here, between tests, and on no other thread.

    For tests that make widgets: a widget destroyed on the thread of a service or of the background
    ends the whole process (see `tpns_desktop.ui.collector`).
    """
    gc.disable()
    yield
    if gc.get_count()[0] > gc.get_threshold()[0]:
        gc.collect(1)


@pytest.fixture(scope="module")
def _whole_module_collected() -> Iterator[None]:
    yield
    gc.collect()
    gc.enable()


# ------------------------------------------------------------------------------- slow proofs


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--slow", action="store_true", help="proofs in their full length")


@pytest.fixture
def size(request: pytest.FixtureRequest) -> Callable[[int, int], int]:
    """`size(short, full)`: how often a proof repeats itself, in CI and with `dev.py test --slow`.

    The same test does both, so that a short run never proves something else than a long one.
    """
    full = bool(request.config.getoption("--slow"))
    return lambda short, long: long if full else short
