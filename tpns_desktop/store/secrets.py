"""The secret keys: in the system's keyring, or in memory for this run, and nowhere else.

Owns three promises (design of sending, section 3):

- Never plain text. The keyring's backend is chosen here from a short list of those that encrypt;
  what ``PYTHON_KEYRING_BACKEND`` or ``keyringrc`` say is not read. Without one of them a key stays
  in memory.
- Never a frozen window. A keyring may ask a person for a password, or hang for good, so every call
  to it runs on one daemon thread, at most one at a time, and nobody waits longer than a soft
  deadline. A daemon thread, because a pool's threads are joined at exit and would hold the program
  open.
- Never a silent loss. What was saved is read back and compared; what could not be removed is said;
  a key that lies in another keyring than today's is not called missing.

A key that the keyring has is held in memory while it is used and dropped after 15 idle minutes.

    SecretError                 .reason
    ├── SecretRefused           "empty" | "too_long" | "not_text"
    └── SecretsUnavailable      "locked" | "silent" | "failed" | "gone" | "other"

No error and no name in here carries a key. Words for people belong to ``ui``.
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import logging
import queue
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final, Literal, Protocol, TypeVar

from tpns_desktop.model.secret import Secret

Place = Literal["keyring", "memory"]
Reason = Literal["no_keyring", "locked", "silent", "failed"]

DEADLINE_S: Final = 5.0
"""Longest wait for the keyring, in seconds; then the call is left behind."""

UNLOCK_DEADLINE_S: Final = 120.0
"""How long *Unlock* waits for a person at the keyring's own window, in seconds."""

IDLE_S: Final = 15 * 60.0
"""A key that the keyring has is dropped from memory when it was not used this long, in seconds."""

LENGTH_MAX: Final = 1200
"""Longest key, in UTF-16 units: Windows keeps 2,560 bytes of UTF-16
(CRED_MAX_CREDENTIAL_BLOB_SIZE)."""

FIELD: Final = "secret_key"
"""The user name under which a key stands; the service name tells app and platform."""

ALLOWED_BACKENDS: Final[tuple[tuple[str, str], ...]] = (
    ("keyring.backends.Windows", "WinVaultKeyring"),
    ("keyring.backends.macOS", "Keyring"),
    ("keyring.backends.SecretService", "Keyring"),
    ("keyring.backends.libsecret", "Keyring"),
    ("keyring.backends.kwallet", "DBusKeyring"),
)
"""Module and class of every backend that may hold a key. All of them encrypt."""

_UNLOCK_NAME: Final = "tpns-desktop/unlock"
"""Never an entry: every backend asks for its password before it looks for one."""

_log = logging.getLogger(__name__)
_T = TypeVar("_T")


class SecretError(Exception):
    """Top of the tree."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


class SecretRefused(SecretError):
    """This key cannot be kept at all; nothing was called."""


class SecretsUnavailable(SecretError):
    """A keyring may hold the key, but does not give it now.

    "gone": the key was put into a keyring and there is none today; "other": it was put into another
    keyring than today's.
    """


class Backend(Protocol):
    """What is used of a keyring's backend."""

    def get_password(self, service: str, username: str, /) -> str | None:
        """Give the password, None when there is none."""

    def set_password(self, service: str, username: str, password: str, /) -> None:
        """Keep the password."""

    def delete_password(self, service: str, username: str, /) -> None:
        """Forget the password."""


def service_name(app_id: str, platform: str) -> str:
    """Give the name under which the keyring shows the key of an app's platform."""
    return f"tpns-desktop/{app_id}/{platform}"


def backend_id(backend: Backend) -> str:
    """Give the stable word for a backend that stands in an app's row: "SecretService" …."""
    return type(backend).__module__.rpartition(".")[2]


def is_allowed(backend: type) -> bool:
    """Tell whether a backend's class is on the list, by module and name.

    A class derived from one on the list is not: it may do anything with the key.
    """
    return (backend.__module__, backend.__qualname__) in ALLOWED_BACKENDS


def installed_backends() -> list[type]:
    """Import the backends on the list and give the classes that this system has."""
    classes: list[type] = []
    for module, name in ALLOWED_BACKENDS:
        # Any exception: a backend's module may fail on a foreign system in ways of its own.
        with contextlib.suppress(Exception):
            classes.append(getattr(importlib.import_module(module), name))
    return classes


def choose_backend(classes: Callable[[], Iterable[type]] = installed_backends) -> Backend | None:
    """Give the allowed backend that is best for this system, None when there is none.

    Blocks: it imports the keyring library and asks the desktop's bus.
    """
    usable: list[tuple[float, type]] = []
    for backend in classes():
        if is_allowed(backend):
            # A backend says by an exception that it does not work here.
            with contextlib.suppress(Exception):
                priority = float(backend.priority)  # type: ignore[attr-defined]
                if priority >= 1:
                    usable.append((priority, backend))
    for _, backend in sorted(usable, key=lambda pair: pair[0], reverse=True):
        with contextlib.suppress(Exception):
            made: Any = backend()
            # KWallet files entries under this name and would otherwise take it from the command
            # line, so that a key saved by one way of starting the program could not be found by
            # another.
            if hasattr(made, "appid"):
                made.appid = "tpns-desktop"
            chosen: Backend = made
            return chosen
    return None


def asks_first(backend: Backend) -> bool:
    """Whether the backend would ask a person for its password before it reads anything.

    Blocks, and asks nobody. Known of the Secret Service alone; others are taken to be open.
    """
    if backend_id(backend) != "SecretService":
        return False
    import secretstorage

    with contextlib.closing(secretstorage.dbus_init()) as bus:
        try:
            # Not the default one by its name: asking for that makes it where there is none.
            return bool(secretstorage.Collection(bus).is_locked())
        except secretstorage.ItemNotFoundException:
            return True


class SecretStore:
    """Keeps secret keys, one for each app and platform. Its coroutines run on one event loop.

    ``place`` and ``reason`` tell where keys are kept and, for ``memory``, why; they change with
    every call.
    """

    def __init__(
        self,
        choose: Callable[[], Backend | None] = choose_backend,
        deadline_s: float = DEADLINE_S,
        *,
        idle_s: float = IDLE_S,
        monotonic: Callable[[], float] = time.monotonic,
        asks: Callable[[Backend], bool] = asks_first,
    ) -> None:
        """Take how to ``choose`` a backend (called on the daemon thread) and the soft deadline.

        ``asks`` (called there too) tells whether a backend would ask a person before it reads.
        """
        self._asks = asks
        self._choose = choose
        self._deadline_s = deadline_s
        self._idle_s = idle_s
        self._monotonic = monotonic
        self._fetched: dict[str, _Fetched] = {}
        self._dropping: asyncio.TimerHandle | None = None
        self._backend: Backend | None = None
        self._worker = _Worker()
        self._turn = asyncio.Lock()
        # Read and written by the loop and by the worker.
        self._guard = threading.Lock()
        self._memory: dict[str, Secret] = {}
        self._reason: Reason | None = None

    @property
    def place(self) -> Place:
        """Where a key saved now would go, as far as the last call to the keyring showed."""
        return "keyring" if self._reason is None else "memory"

    @property
    def reason(self) -> Reason | None:
        """Why not the keyring: ``no_keyring``, ``locked``, ``silent``, ``failed``; or None."""
        return self._reason

    @property
    def backend(self) -> str | None:
        """Stable word for the keyring in use, see ``backend_id``; None while there is none."""
        return None if self._backend is None else backend_id(self._backend)

    @property
    def fetched(self) -> int:
        """How many keys that the keyring has are in memory too."""
        return len(self._fetched)

    def key_place(self, app_id: str, platform: str) -> str | None:
        """Where this run knows the key to be: a backend's word, ``memory``, or None."""
        name = service_name(app_id, platform)
        with self._guard:
            if name in self._memory:
                return "memory"
        return self.backend if name in self._fetched else None

    async def look(self) -> Place:
        """Find out whether there is a usable keyring, without reading or writing a key."""
        with contextlib.suppress(_Trouble):
            await self._ask(self._need_backend)
        return self.place

    async def unlock(self, wait_s: float = UNLOCK_DEADLINE_S) -> Place:
        """Let the keyring ask for its password; then hand it the keys that wait in memory.

        Waits at most ``wait_s`` for the person at the keyring's own window. Meanwhile everybody
        else is told ``silent`` at once; a caller that is cancelled leaves the window behind.
        """
        try:
            await self._ask(self._open)
        except _Trouble as trouble:
            if trouble.reason != "silent" or not await self._worker.returned(wait_s):
                return "memory"
        with self._guard:
            waiting = list(self._memory.items())
        for name, secret in waiting:
            if self._reason is not None:
                break
            await self._hand_over(name, secret)
        return self.place

    async def save(self, app_id: str, platform: str, secret: Secret) -> Place:
        """Keep ``secret`` and tell where: ``keyring``, or ``memory`` for this run.

        For ``memory``, ``reason`` says why.
        Raises SecretRefused, before anything is called, for a key that no keyring could hold.
        """
        _check(secret)
        name = service_name(app_id, platform)
        # In memory first: whatever the keyring does, the key that was just typed can be used.
        with self._guard:
            self._memory[name] = secret
        self._fetched.pop(name, None)
        return await self._hand_over(name, secret)

    async def _hand_over(self, name: str, secret: Secret) -> Place:
        try:
            wanted = await self._ask(lambda: self._store(name, secret))
        except _Trouble:
            return "memory"
        if wanted:
            self._hold(name, secret)
        return "keyring"

    async def get(
        self, app_id: str, platform: str, place: str | None = None, *, quiet: bool = False
    ) -> Secret | None:
        """Give the key; None when none is kept. ``quiet``: without asking a person for a password.

        ``place`` is what ``key_place`` said when it was saved, where that is known. Raises
        SecretsUnavailable when a keyring may have it and cannot be asked now: today's does not
        answer, or the key is in another one. With neither, nothing can be kept in one, and the
        answer is None.
        """
        name = service_name(app_id, platform)
        with self._guard:
            kept = self._memory.get(name)
        if kept is not None:
            return kept
        self.drop_idle()
        held = self._fetched.get(name)
        if held is not None:
            held.used_at = self._monotonic()
            return held.secret
        in_keyring = place not in (None, "memory")
        try:
            found = await self._ask(lambda: self._fetch(name, quiet))
        except _Trouble as trouble:
            if trouble.reason != "no_keyring":
                reason: str = trouble.reason
            elif in_keyring:
                reason = "gone"
            else:
                return None
        else:
            if found is not None:
                self._hold(name, found)
                return found
            if not in_keyring or place == self.backend:
                return None
            reason = "other"
        raise SecretsUnavailable(reason)

    async def remove(self, app_id: str, platform: str, place: str | None = None) -> bool:
        """Forget the key everywhere. True when it is surely gone, or never was there.

        False when a keyring may still hold it: it refuses (``reason`` says why), or ``place``, as
        in ``get``, names another one. Without a usable keyring that is so for a key of an earlier
        run, not for one that was typed in this run or stood in memory only.
        """
        name = service_name(app_id, platform)
        with self._guard:
            was_here = self._memory.pop(name, None) is not None
        self._fetched.pop(name, None)
        try:
            await self._ask(lambda: self._delete(name))
        except _Trouble as trouble:
            return trouble.reason == "no_keyring" and (was_here or place == "memory")
        return place in (None, "memory", self.backend)

    def drop_idle(self) -> None:
        """Drop the keys that were not used for the idle time; the keyring has them.

        Runs by itself when the next one is due. Python cannot wipe them: they are let go of.
        """
        if self._dropping is not None:
            self._dropping.cancel()
            self._dropping = None
        now = self._monotonic()
        for name, held in list(self._fetched.items()):
            if now - held.used_at >= self._idle_s:
                del self._fetched[name]
        if self._fetched:
            due = min(held.used_at for held in self._fetched.values()) + self._idle_s
            # Never at once again, should the loop's clock be a little ahead of ours.
            wait_s = max(due - now, 0.01)
            self._dropping = asyncio.get_running_loop().call_later(wait_s, self.drop_idle)

    def _hold(self, name: str, secret: Secret) -> None:
        self._fetched[name] = _Fetched(secret, self._monotonic())
        self.drop_idle()

    async def _ask(self, call: Callable[[], _T]) -> _T:
        """Run ``call`` on the worker; raise _Trouble for what went wrong or took too long."""
        async with self._turn:
            try:
                answer = await self._worker.ask(
                    lambda: _tried(call), self._deadline_s, self._note_answer
                )
            except TimeoutError:
                answer = _Trouble("silent")
                self._note_answer(answer)
            if isinstance(answer, _Trouble):
                raise answer
            return answer

    def _note_answer(self, answer: object) -> None:
        """Also called for an answer that came too late for whoever had asked."""
        reason = answer.reason if isinstance(answer, _Trouble) else None
        if reason != self._reason:
            _log.info("keyring %s: %s", self.backend or "none", reason or "answers")
        self._reason = reason

    # What follows runs on the worker's thread.

    def _need_backend(self) -> Backend:
        if self._backend is None:
            self._backend = self._choose()
        if self._backend is None:
            raise _Trouble("no_keyring")
        return self._backend

    def _open(self) -> None:
        self._need_backend().get_password(_UNLOCK_NAME, FIELD)

    def _store(self, name: str, secret: Secret) -> bool:
        """Give whether the key is still wanted, now that it is kept."""
        backend = self._need_backend()
        backend.set_password(name, FIELD, secret.reveal())
        found = backend.get_password(name, FIELD)
        if found is None or Secret(found) != secret:
            with contextlib.suppress(Exception):
                backend.delete_password(name, FIELD)
            raise _Trouble("failed")
        # The caller may have left long ago (a person took their time at the keyring's own window)
        # and the key may have been changed or removed since: then what was just written must not
        # come up at the next start.
        with self._guard:
            wanted = self._memory.get(name) == secret
            if wanted:
                del self._memory[name]
        if not wanted:
            backend.delete_password(name, FIELD)
        return wanted

    def _fetch(self, name: str, quiet: bool) -> Secret | None:
        if quiet and self._asks(self._need_backend()):
            raise _Trouble("locked")
        found = self._need_backend().get_password(name, FIELD)
        return None if found is None else Secret(found)

    def _delete(self, name: str) -> None:
        backend = self._need_backend()
        if backend.get_password(name, FIELD) is None:
            return
        backend.delete_password(name, FIELD)
        if backend.get_password(name, FIELD) is not None:
            raise _Trouble("failed")


@dataclass
class _Fetched:
    """A key that the keyring has, at hand."""

    secret: Secret
    used_at: float
    """Monotonic, in seconds."""


class _Trouble(Exception):
    def __init__(self, reason: Reason) -> None:
        self.reason: Reason = reason
        super().__init__(reason)


def _tried(call: Callable[[], _T]) -> _T | _Trouble:
    """Give what ``call`` gives, or its failure as a word.

    The exception itself goes no further: it may quote the key.
    """
    try:
        return call()
    except _Trouble as trouble:
        return _Trouble(trouble.reason)
    except Exception as error:
        # By name: the libraries below keyring have errors of their own for the same thing.
        names = {kind.__name__ for kind in type(error).__mro__}
        if names & {"KeyringLocked", "LockedException", "PromptDismissedException"}:
            return _Trouble("locked")
        if "NoKeyringError" in names:
            return _Trouble("no_keyring")
        return _Trouble("failed")


class _Worker:
    """One daemon thread that runs one call at a time, for as long as the call likes."""

    def __init__(self) -> None:
        self._calls: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._running: asyncio.Future[Any] | None = None
        self._overdue = False

    async def ask(
        self, call: Callable[[], _T], deadline_s: float, note: Callable[[_T], None]
    ) -> _T:
        """Give what ``call`` (which must not raise) gives, and let ``note`` know, however late.

        Raises TimeoutError after ``deadline_s``, leaving the call behind, and at once as long as
        such a call is running. To be awaited by one caller at a time.
        """
        if self._running is not None:
            if self._overdue:
                raise TimeoutError
            # The one who asked went away, but the call is not late yet.
            await self._wait(self._running, deadline_s)
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[_T] = loop.create_future()

        def deliver(result: _T) -> None:
            self._running = None
            self._overdue = False
            note(result)
            answer.set_result(result)

        def run() -> None:
            result = call()
            with contextlib.suppress(RuntimeError):  # the loop is closed: nobody waits any more
                loop.call_soon_threadsafe(deliver, result)

        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="keyring", daemon=True)
            self._thread.start()
        self._running = answer
        self._calls.put(run)
        return await self._wait(answer, deadline_s)

    async def returned(self, wait_s: float) -> bool:
        """Wait for the call that was left behind; False when it did not return in time."""
        if self._running is not None:
            try:
                async with asyncio.timeout(wait_s):
                    await asyncio.shield(self._running)
            except TimeoutError:
                return False
        return True

    async def _wait(self, answer: asyncio.Future[_T], deadline_s: float) -> _T:
        try:
            async with asyncio.timeout(deadline_s):
                return await asyncio.shield(answer)
        except TimeoutError:
            self._overdue = True
            raise

    def _work(self) -> None:
        while True:
            self._calls.get()()


def _check(secret: Secret) -> None:
    try:
        units = len(secret.reveal().encode("utf-16-le")) // 2
    except UnicodeEncodeError:
        raise SecretRefused("not_text") from None
    if units == 0:
        raise SecretRefused("empty")
    if units > LENGTH_MAX:
        raise SecretRefused("too_long")
