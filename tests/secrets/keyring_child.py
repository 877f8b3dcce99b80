"""One keyring state, met by the whole program in a process of its own.

    dbus-run-session -- python -m tests.secrets.keyring_child STATE

Brings the keyring into the state, opens the program, asks for a key and saves one, and measures how
long the window's thread was ever kept waiting. Prints one line of JSON for what it saw, and one
right before it quits, with a call to the keyring still out where the state lets one hang.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tpns_desktop.app import Program
from tpns_desktop.model.secret import Secret
from tpns_desktop.paths import find_paths
from tpns_desktop.send.connect import AppForm
from tpns_desktop.send.core import open_core
from tpns_desktop.send.desk import Desk
from tpns_desktop.send.key_pair import KeyPair
from tpns_desktop.store.log import ProgramLog
from tpns_desktop.store.secrets import (
    FIELD,
    Backend,
    SecretStore,
    SecretsUnavailable,
    choose_backend,
    service_name,
)
from tpns_desktop.store.settings import Settings

SAVED = "canarySAVED00a1b2c3d4e5f60718293"
"""The key that the keyring has from an earlier run."""
TYPED = "canaryTYPED99a1b2c3d4e5f60718293"
"""The key that is typed in the state."""
CONTROL = "canaryCTRL777a1b2c3d4e5f60718293"
"""What the keyring library would write by itself, where its own choice is plain text."""

DEADLINE_S = 0.5
ROUNDS = 3
GAP_MS_MAX = 100.0
TICK_MS = 5

NO_BUS = {"no_bus", "alt_no_bus"}


class Keyring:
    """gnome-keyring on the D-Bus of this child, unlocked."""

    def __init__(self) -> None:
        self._daemon = subprocess.Popen(
            ["gnome-keyring-daemon", "--unlock", "--foreground", "--components=secrets"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert self._daemon.stdin is not None
        assert self._daemon.stdout is not None
        self._daemon.stdin.write(b"a password of its own")
        self._daemon.stdin.close()
        self._daemon.stdout.read()  # it closes its output when it serves
        self.pid = self._daemon.pid

    def lock(self) -> None:
        import secretstorage

        collection = secretstorage.get_default_collection(secretstorage.dbus_init())
        collection.lock()
        assert collection.is_locked()

    def stop(self) -> None:
        """Let it hang: it answers nothing and does not end."""
        os.kill(self.pid, signal.SIGSTOP)
        os.waitid(os.P_PID, self.pid, os.WSTOPPED)

    def go_on(self) -> None:
        os.kill(self.pid, signal.SIGCONT)


def form(key: str, app_id: str | None = None) -> AppForm:
    return AppForm(
        name="Shop",
        colour="#2f7d6b",
        access_point="guangzhou",
        android=KeyPair("1500012345", Secret(key)),
        ios=None,
        ios_environment=None,
        app_id=app_id,
    )


def seed() -> tuple[str, str]:
    """An earlier run: an app whose key is in the keyring. Gives its id, and where the key went."""
    import asyncio

    paths = find_paths()

    async def earlier() -> tuple[str, str]:
        settings = Settings.load(paths.settings_file)
        desk = await open_core(paths, settings, secrets=SecretStore())
        saved = await desk.save_app(form(SAVED))
        await desk.close(0)
        settings.language, settings.last_app = "en", saved.app.id
        settings.save()
        return saved.app.id, saved.secret_place

    return asyncio.run(earlier())


def remember_keyring(app_id: str) -> None:
    """Let the app's row say that its key is in a keyring, as a run with one would have left it."""
    import sqlite3

    with sqlite3.connect(find_paths().database_file) as conn:
        conn.execute("UPDATE apps SET android_key_place = 'SecretService' WHERE id = ?", (app_id,))
    conn.close()


def library_choice() -> str:
    """What the keyring library would use if it were asked; where plain text, it writes some."""
    import keyring

    chosen = keyring.get_keyring()
    if type(chosen).__name__ == "PlaintextKeyring":
        chosen.set_password("control", "control", CONTROL)
    return type(chosen).__name__


def choose_later(keyring: Keyring) -> Backend:
    """The backend, for one call on the window's thread that the keyring answers late."""
    keyring.go_on()
    backend = choose_backend()
    assert backend is not None
    keyring.stop()
    threading.Timer(DEADLINE_S / 2, keyring.go_on).start()
    return backend


class Scene:
    """The program, and somebody who watches it."""

    def __init__(self, state: str, app_id: str, keyring: Keyring | None) -> None:
        self.state = state
        self.keyring = keyring
        self.app_id = app_id
        self.seen: dict[str, Any] = {"state": state}
        self.rounds = 0
        self.last = 0.0
        self.worst = 0.0
        self.app = QApplication(["child", "-style", "fusion"])

        async def core(paths: Any, settings: Settings) -> Desk:
            return await open_core(paths, settings, secrets=SecretStore(deadline_s=DEADLINE_S))

        log = ProgramLog(find_paths().log_dir)
        log.watch()
        self.program = Program(self.app, find_paths(), core=core, log=log)
        self.ticker = QTimer(self.program)
        self.ticker.setInterval(TICK_MS)
        self.ticker.timeout.connect(self.tick)
        self.program.session.opened.connect(self.ask)
        self.program.show()

    def run(self, work: Coroutine[Any, Any, Any], done: Callable[[Any], None]) -> None:
        self.program.background.start(work, self.program, done, self.fail)

    def fail(self, error: BaseException) -> None:
        print(json.dumps({"failed": repr(error)}), flush=True)
        os._exit(3)

    def tick(self) -> None:
        now = time.monotonic()
        self.worst = max(self.worst, now - self.last)
        self.last = now

    @property
    def desk(self) -> Desk:
        desk = self.program.session.desk
        assert desk is not None
        return desk

    def ask(self) -> None:
        self.run(self.desk.missing_keys(self.app_id), self.save)

    def save(self, missing: dict[str, str]) -> None:
        self.seen["missing"] = missing
        from tpns_desktop.ui.words.states import reason_words

        self.seen["words"] = [reason_words(reason) for reason in missing.values()]
        self.run(self.desk.save_app(form(TYPED, self.app_id)), self.saved)

    def saved(self, saved: Any) -> None:
        self.seen |= {"place": saved.secret_place, "reason": self.desk.secret_reason}
        self.measure()

    def measure(self) -> None:
        """A keyring met for the first time, while the window does nothing but tick."""
        self.rounds += 1
        self.worst, self.began = 0.0, time.monotonic()
        self.last = self.began
        self.ticker.start()
        self.run(self.call(SecretStore(deadline_s=DEADLINE_S)), self.measured)

    async def call(self, store: SecretStore) -> str:
        try:
            await store.get(self.app_id, "android", "SecretService")
        except SecretsUnavailable as unavailable:
            return unavailable.reason
        return "answers"

    def measured(self, answer: str) -> None:
        self.tick()
        self.ticker.stop()
        gap_ms = self.worst * 1000
        # A busy machine may stop any process for a moment; a window that waits for the keyring is
        # stopped in every round.
        if gap_ms < self.seen.get("gap_ms", float("inf")):
            call_ms = (time.monotonic() - self.began) * 1000
            self.seen |= {"gap_ms": gap_ms, "call_ms": call_ms, "answer": answer}
        if gap_ms > GAP_MS_MAX and self.rounds < ROUNDS:
            self.measure()
        elif self.state == "stopped":
            self.freeze()
        else:
            self.quit()

    def freeze(self) -> None:
        """The meter's own proof: the same call on the window's thread."""
        keyring = self.keyring
        assert keyring is not None
        backend = choose_later(keyring)
        self.worst, self.last = 0.0, time.monotonic()
        self.ticker.start()

        def call() -> None:
            assert backend.get_password(service_name(self.app_id, "android"), FIELD)
            QTimer.singleShot(2 * TICK_MS, thawed)

        def thawed() -> None:
            self.ticker.stop()
            self.seen["frozen_gap_ms"] = self.worst * 1000
            keyring.stop()
            self.quit()

        QTimer.singleShot(2 * TICK_MS, call)

    def quit(self) -> None:
        print(json.dumps(self.seen), flush=True)
        # One more question; where the keyring hangs, it is out while the program ends.
        self.run(self.call(SecretStore(deadline_s=60)), lambda _: None)
        QTimer.singleShot(0, self.leave)

    def leave(self) -> None:
        print(json.dumps({"quitting": True}), flush=True)
        self.program.window.close()
        self.program.close()
        self.app.quit()


def main(state: str) -> int:
    find_paths().make()
    keyring = None if state in NO_BUS else Keyring()
    app_id, place = seed()
    assert place == ("memory" if state in NO_BUS else "keyring"), place
    if keyring is None:
        remember_keyring(app_id)
    elif state in ("locked", "prompt"):
        keyring.lock()
    elif state == "stopped":
        keyring.stop()
    scene = Scene(state, app_id, keyring)
    scene.seen["library"] = library_choice() if state in ("alt_no_bus", "both") else ""
    scene.seen["daemon"] = keyring.pid if keyring is not None else None
    # The keyring is left as it is: whoever started this process ends it.
    return scene.app.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
