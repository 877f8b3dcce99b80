"""Keyrings to stand in for the system's: one that works, and the ways in which others do not."""

from __future__ import annotations

import threading


class MemoryKeyring:
    """Works."""

    def __init__(self) -> None:
        self.entries: dict[tuple[str, str], str] = {}
        self.threads: set[threading.Thread] = set()

    def called(self) -> None:
        self.threads.add(threading.current_thread())

    def get_password(self, service: str, username: str, /) -> str | None:
        self.called()
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str, /) -> None:
        self.called()
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str, /) -> None:
        self.called()
        if (service, username) not in self.entries:
            raise KeyError("No such password!")
        del self.entries[service, username]


class RaisingKeyring(MemoryKeyring):
    """Raises ``error`` while there is one."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error: Exception | None = error

    def called(self) -> None:
        super().called()
        if self.error is not None:
            raise self.error


class HangingKeyring(MemoryKeyring):
    """Answers only after ``release`` is set; ``finished`` counts the calls that got through."""

    def __init__(self) -> None:
        super().__init__()
        self.release = threading.Event()
        self.calls = 0

    def called(self) -> None:
        super().called()
        self.calls += 1
        self.release.wait()


class ForgetfulKeyring(MemoryKeyring):
    """Takes everything and gives something else back."""

    def set_password(self, service: str, username: str, password: str, /) -> None:
        super().set_password(service, username, password[:-1])


class StubbornKeyring(MemoryKeyring):
    """Says that it forgot, and did not."""

    def delete_password(self, service: str, username: str, /) -> None:
        self.called()


class CountingKeyring(MemoryKeyring):
    """``asked`` counts how often a password was read."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0

    def get_password(self, service: str, username: str, /) -> str | None:
        self.asked += 1
        return super().get_password(service, username)


class OtherKeyring(MemoryKeyring):
    """Works, and is another one than ``MemoryKeyring``."""


OtherKeyring.__module__ = "keyring.backends.other"
