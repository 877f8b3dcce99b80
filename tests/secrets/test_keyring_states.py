"""Seven states of a real keyring: what is said, how long the window waits, and how it is left.

Each is met by the whole program in a process of its own, with gnome-keyring on a bus of its own
(`keyring_child.py`). Nothing of a key may be found in plain text anywhere in its home afterwards.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.secrets import keyring_child
from tests.secrets.canary import ENCODINGS, files_in, found, found_in_files

ROOT = Path(__file__).parents[2]

linux = pytest.mark.skipif(
    not sys.platform.startswith("linux"),
    reason="gnome-keyring and D-Bus are Linux's; Windows and macOS are looked at by hand",
)
pytestmark = linux

GAP_MS_MAX = keyring_child.GAP_MS_MAX
"""Longest time that the window's thread may be kept from its events (sending.md 9, R11)."""
QUIT_S_MAX = 2.0
"""Longest time from closing the window to the process's end (R11)."""


@dataclass(frozen=True)
class State:
    """What a state must look like to a person."""

    name: str
    missing: str | None
    """Reason for the key of an earlier run, None where it is at hand."""
    place: str
    """Where a key that is typed now goes."""
    reason: str | None
    says: str = ""
    """Part of the sentence that a person reads."""
    hangs: bool = False
    library: str = ""
    """What the keyring library would have taken by itself."""


STATES = (
    State("unlocked", None, "keyring", None),
    State("locked", "keyring_locked", "memory", "locked", "is locked"),
    # Only the key that is typed brings the keyring's window up; finding out at the start does not.
    State("prompt", "keyring_locked", "memory", "silent", "is locked", hangs=True),
    State("stopped", "keyring_silent", "memory", "silent", "did not answer", hangs=True),
    State("no_bus", "keyring_gone", "memory", "no_keyring", "can't be reached now"),
    State(
        "alt_no_bus", "keyring_gone", "memory", "no_keyring", "can't be reached now",
        library="PlaintextKeyring",
    ),
    State("both", None, "keyring", None, library="ChainerBackend"),
)  # fmt: skip
"""Unlocked; locked without a display; locked with its window on screen and nobody there; a daemon
that hangs; no D-Bus; a plain text backend installed and no D-Bus; both."""

SECRETS = {"saved": keyring_child.SAVED, "typed": keyring_child.TYPED}

# The package keyrings.alt, as far as it matters here: found by its entry point, priority 0.5, and a
# file in plain text (Base64) in the data folder. So no real one need be installed beside our tests.
ALT_MODULE = """
import base64, os
from keyring.backend import KeyringBackend

class PlaintextKeyring(KeyringBackend):
    priority = 0.5
    file = os.path.join(os.environ["XDG_DATA_HOME"], "python_keyring", "keyring_pass.cfg")

    def set_password(self, service, username, password):
        os.makedirs(os.path.dirname(self.file), exist_ok=True)
        with open(self.file, "a") as out:
            out.write(base64.encodebytes(password.encode()).decode())

    def get_password(self, service, username):
        return None

    def delete_password(self, service, username):
        pass
"""


def with_alt(folder: Path) -> str:
    """A folder for PYTHONPATH with a plain text backend, installed as keyrings.alt is."""
    (folder / "plain_alt").mkdir(parents=True)
    (folder / "plain_alt" / "__init__.py").write_text("")
    (folder / "plain_alt" / "file.py").write_text(ALT_MODULE)
    info = folder / "plain_alt-5.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: plain-alt\nVersion: 5.0\n")
    (info / "entry_points.txt").write_text("[keyring.backends]\nfile = plain_alt.file\n")
    return str(folder)


@pytest.fixture
def display() -> Iterator[str]:
    """A screen on which the keyring's own window can come up, with nobody before it."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "800x600x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.kill()
        server.wait()


def environment(state: State, home: Path) -> dict[str, str]:
    """A session of its own: nothing of this one's bus, display or keyring is known."""
    here = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("DBUS_", "XDG_", "GNOME_", "PYTHON_KEYRING"))
        and name not in ("DISPLAY", "WAYLAND_DISPLAY", "COV_CORE_SOURCE")
    }
    folders = {
        "XDG_DATA_HOME": "data", "XDG_STATE_HOME": "state", "XDG_CONFIG_HOME": "config",
        "XDG_CACHE_HOME": "cache", "XDG_RUNTIME_DIR": "run",
    }  # fmt: skip
    for name, folder in folders.items():
        (home / folder).mkdir(mode=0o700, parents=True)
        here[name] = str(home / folder)
    path = [str(ROOT)]
    if state.library:
        path.append(with_alt(home.parent / "alt"))
    return here | {
        "HOME": str(home),
        "TPNS_DESKTOP_HOME": str(home / "app"),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": os.pathsep.join(path),
        "PYTHONDONTWRITEBYTECODE": "1",
    }


@dataclass
class Met:
    """What a child saw and how it ended."""

    seen: dict[str, Any]
    quit_s: float
    printed: bytes


def meet(state: State, home: Path, display: str | None) -> Met:
    """Let the program meet a state."""
    command = [sys.executable, "-m", "tests.secrets.keyring_child", state.name]
    if state.name not in keyring_child.NO_BUS:
        command = ["dbus-run-session", "--", *command]
    here = environment(state, home)
    if display is not None:
        here["DISPLAY"] = display
    errors = home.parent / "stderr"
    with errors.open("wb") as stderr:
        child = subprocess.Popen(
            command,
            cwd=home,
            env=here,
            stdout=subprocess.PIPE,
            stderr=stderr,
            start_new_session=True,
        )
    assert child.stdout is not None
    seen: dict[str, Any] = {}
    printed = b""
    try:
        for line in child.stdout:
            printed += line
            # The keyring's own window prints lines of its own.
            if line.startswith(b"{"):
                seen |= json.loads(line)
            if "quitting" in seen:
                break
        began = time.monotonic()
        # Only so that a program that never ends does not hold the tests: it is the failure itself.
        child.wait(timeout=30)
        quit_s = time.monotonic() - began
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        if seen.get("daemon"):
            with contextlib.suppress(ProcessLookupError):
                os.kill(seen["daemon"], signal.SIGKILL)
        child.wait()
        child.stdout.close()
    said = errors.read_bytes()
    assert (child.returncode, seen.get("quitting")) == (0, True), (seen, said[-2000:])
    return Met(seen, quit_s, printed + said)


@pytest.fixture
def child_home(tmp_path: Path) -> Path:
    for program in ("gnome-keyring-daemon", "dbus-run-session", "Xvfb"):
        assert shutil.which(program), f"{program} is missing: see packaging/dev_system.py"
    folder = tmp_path / "person" / "home"
    folder.mkdir(mode=0o700, parents=True)
    return folder


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_a_keyring_in_each_state(
    state: State, child_home: Path, request: pytest.FixtureRequest
) -> None:
    display = request.getfixturevalue("display") if state.name == "prompt" else None
    met = meet(state, child_home, display)
    if met.quit_s > QUIT_S_MAX:
        # A busy machine may make any process late; one that waits for the keyring is late always.
        shutil.rmtree(child_home.parent)
        child_home.mkdir(mode=0o700, parents=True)
        met = meet(state, child_home, display)
    seen = met.seen
    hits = found_in_files(SECRETS, child_home) + found(SECRETS, met.printed)
    searched = sum(1 for _ in files_in(child_home))
    print(
        f"\n{state.name}: {state.missing or 'key at hand'}, typed key in {seen['place']}, "
        f"window's worst gap {seen['gap_ms']:.1f} ms of a call of {seen['call_ms']:.0f} ms, "
        f"quit in {met.quit_s:.2f} s, {len(hits)} hits in {searched} files "
        f"× {len(ENCODINGS)} encodings"
    )
    # The right message.
    assert seen["missing"] == ({"android": state.missing} if state.missing else {})
    assert (seen["place"], seen["reason"]) == (state.place, state.reason)
    assert all(state.says in words for words in seen["words"])
    assert seen["library"] == state.library
    # The window goes on.
    if state.hangs:
        assert seen["answer"] == "silent"
        assert seen["call_ms"] >= keyring_child.DEADLINE_S * 1000
        assert seen["gap_ms"] < seen["call_ms"] / 4
    assert seen["gap_ms"] <= GAP_MS_MAX
    if state.name == "stopped":
        assert seen["frozen_gap_ms"] > GAP_MS_MAX  # the meter sees a window that waits
    assert met.quit_s <= QUIT_S_MAX
    # Nothing in plain text.
    assert hits == []
    assert searched >= 5  # database, settings, log, crash log, lock
    if state.library == "PlaintextKeyring":
        # ... while the library's own choice would have: the search finds it.
        assert found_in_files({"control": keyring_child.CONTROL}, child_home)
