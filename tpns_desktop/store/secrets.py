"""The secret keys: in the system's keyring, or in memory for this run, and nowhere else.

Owns three promises (design of sending, section 3):

- Never plain text. The keyring's backend is chosen here from a short list of those that encrypt;
  what ``PYTHON_KEYRING_BACKEND`` or ``keyringrc`` say is not read. Without one of them a key stays
  in memory.
- Never a frozen window. A keyring may ask a person for a password, or hang for good, so every call
  to it runs on one daemon thread, at most one at a time, and nobody waits longer than a soft
  deadline. A daemon thread, because a pool's threads are joined at exit and would hold the program
  open.
- Never a silent loss. What was saved is read back and compared; what could not be removed is said.

    SecretError                 .reason
    ├── SecretRefused           "empty" | "too_long" | "not_text"
    └── SecretsUnavailable      "locked" | "silent" | "failed"

No error and no name in here carries a key. Words for people belong to ``ui``.
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import queue
import threading
from collections.abc import Callable, Iterable
from typing import Any, Final, Literal, Protocol, TypeVar

from tpns_desktop.model.secret import Secret

Place = Literal["keyring", "memory"]
Reason = Literal["no_keyring", "locked", "silent", "failed"]

DEADLINE_S: Final = 5.0
"""Longest wait for the keyring, in seconds; then the call is left behind."""

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

_T = TypeVar("_T")


class SecretError(Exception):
    """Top of the tree."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


class SecretRefused(SecretError):
    """This key cannot be kept at all; nothing was called."""


class SecretsUnavailable(SecretError):
    """The keyring may hold the key, but does not give it now."""


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


class SecretStore:
    """Keeps secret keys, one for each app and platform. Its coroutines run on one event loop.

    ``place`` and ``reason`` tell where keys are kept and, for ``memory``, why; they change with
    every call.
    """

    def __init__(
        self,
        choose: Callable[[], Backend | None] = choose_backend,
        deadline_s: float = DEADLINE_S,
    ) -> None:
        """Take how to ``choose`` a backend (called on the daemon thread) and the soft deadline."""
        self._choose = choose
        self._deadline_s = deadline_s
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

    async def look(self) -> Place:
        """Find out whether there is a usable keyring, without reading or writing a key."""
        with contextlib.suppress(_Trouble):
            await self._ask(self._need_backend)
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
        try:
            return await self._ask(lambda: self._store(name, secret))
        except _Trouble:
            return "memory"

    async def get(self, app_id: str, platform: str) -> Secret | None:
        """Give the key; None when none is kept.

        Raises SecretsUnavailable when the keyring cannot be asked now, so that it is not known.
        Without any usable keyring nothing can be kept in one, and the answer is None.
        """
        name = service_name(app_id, platform)
        with self._guard:
            kept = self._memory.get(name)
        if kept is not None:
            return kept
        try:
            return await self._ask(lambda: self._fetch(name))
        except _Trouble as trouble:
            if trouble.reason == "no_keyring":
                return None
            reason = trouble.reason
        raise SecretsUnavailable(reason)

    async def remove(self, app_id: str, platform: str) -> bool:
        """Forget the key everywhere. True when it is surely gone, or never was there.

        False when a keyring may still hold it; ``reason`` says why. Without a usable keyring that
        is so for a key of an earlier run, not for one that was typed in this run.
        """
        name = service_name(app_id, platform)
        with self._guard:
            was_here = self._memory.pop(name, None) is not None
        try:
            return await self._ask(lambda: self._delete(name))
        except _Trouble as trouble:
            return was_here and trouble.reason == "no_keyring"

    async def _ask(self, call: Callable[[], _T]) -> _T:
        """Run ``call`` on the worker; raise _Trouble for what went wrong or took too long."""
        async with self._turn:
            try:
                answer = await self._worker.ask(lambda: _tried(call), self._deadline_s)
            except TimeoutError:
                answer = _Trouble("silent")
            if isinstance(answer, _Trouble):
                self._reason = answer.reason
                raise answer
            self._reason = None
            return answer

    # What follows runs on the worker's thread.

    def _need_backend(self) -> Backend:
        if self._backend is None:
            self._backend = self._choose()
        if self._backend is None:
            raise _Trouble("no_keyring")
        return self._backend

    def _store(self, name: str, secret: Secret) -> Place:
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
        return "keyring"

    def _fetch(self, name: str) -> Secret | None:
        found = self._need_backend().get_password(name, FIELD)
        return None if found is None else Secret(found)

    def _delete(self, name: str) -> bool:
        backend = self._need_backend()
        if backend.get_password(name, FIELD) is None:
            return True
        backend.delete_password(name, FIELD)
        if backend.get_password(name, FIELD) is not None:
            raise _Trouble("failed")
        return True


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

    async def ask(self, call: Callable[[], _T], deadline_s: float) -> _T:
        """Give what ``call`` (which must not raise) gives.

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
