"""Checks that need no window: password store, trust, database, child processes.

What they look at comes in as arguments, so that a test can break each and see it told.
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import os
import sqlite3
import ssl
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from tpns_desktop.client.trust import tls_context
from tpns_desktop.packages import worker
from tpns_desktop.packages.verdict import Refusal
from tpns_desktop.practice.process import PracticeFailed, PracticeProcess
from tpns_desktop.selftest import Failed
from tpns_desktop.store import making
from tpns_desktop.store.errors import StoreError
from tpns_desktop.store.migrations import REVISIONS
from tpns_desktop.store.secrets import (
    FIELD,
    Backend,
    asks_first,
    backend_id,
    choose_backend,
)

KEYRING_MODULES: Final[Mapping[str, tuple[str, ...]]] = {
    "linux": ("keyring.backends.SecretService", "keyring.backends.kwallet", "secretstorage"),
    "win32": ("keyring.backends.Windows", "win32ctypes.pywin32.win32cred"),
    "darwin": ("keyring.backends.macOS", "keyring.backends.macOS.api"),
}
"""Platform → what speaks to its password store; an installer that lacks it keeps no key."""

CA_FILES: Final = (
    "/etc/ssl/cert.pem",
    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
    "/etc/pki/tls/cert.pem",
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/ssl/ca-bundle.pem",
)
"""Where Linuxes have their authorities; truststore looks there, too."""

ACCOUNTS: Final = ("13800000001", "13800000002", "13800000002", "member-3")
"""A list with one repeat."""

_ENTRY: Final = "tpns-desktop/selftest"
_WORD: Final = "a word, not a key"


def keyring(
    modules: Sequence[str] | None = None,
    choose: Callable[[], Backend | None] = choose_backend,
    asks: Callable[[Backend], bool] = asks_first,
) -> str:
    """What speaks to the password store is there; one that is open keeps a word and forgets it."""
    wanted = KEYRING_MODULES.get(sys.platform, ()) if modules is None else modules
    for name in wanted:
        try:
            importlib.import_module(name)
        except ImportError as error:
            raise Failed(f"{name} does not load, so no key can be kept: {error}") from None
    backend = choose()
    if backend is None:
        if sys.platform == "linux":
            return "can be spoken to; none runs in this session, keys would stay in memory"
        raise Failed("this system's password store does not answer")
    name = backend_id(backend)
    if asks(backend):
        return f"{name} is locked, nobody was asked to open it"
    try:
        backend.set_password(_ENTRY, FIELD, _WORD)
        kept = backend.get_password(_ENTRY, FIELD)
        backend.delete_password(_ENTRY, FIELD)
        left = backend.get_password(_ENTRY, FIELD)
    except Exception as error:
        raise Failed(f"{name} kept nothing: {type(error).__name__}") from None
    if kept != _WORD or left is not None:
        raise Failed(f"{name} did not give back what it was given, or did not forget it")
    return f"{name} kept a word, gave it back and forgot it"


def trust(make: Callable[[], ssl.SSLContext] = tls_context, files: Sequence[str] = CA_FILES) -> str:
    """TLS trusts whom this computer trusts, and insists on it."""
    context = make()
    if context.verify_mode != ssl.CERT_REQUIRED or not context.check_hostname:
        raise Failed("connections would not be checked")
    authorities = _authorities(files)
    if not authorities:
        raise Failed(
            "this computer trusts no authority, so no service can be reached; on Linux the package "
            "ca-certificates brings them"
        )
    return f"{ssl.OPENSSL_VERSION}; {authorities}"


def _authorities(files: Sequence[str]) -> str:
    if sys.platform == "win32":
        number = len(ssl.enum_certificates("ROOT"))
        return f"{number} authorities of Windows" if number else ""
    if sys.platform == "darwin":
        return "the authorities of macOS"  # asked at each connection, never listed
    # truststore reads these at each connection: OpenSSL's own places, then the usual ones.
    plain = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    plain.set_default_verify_paths()
    if number := plain.cert_store_stats()["x509_ca"]:
        return f"{number} authorities"
    folder = ssl.get_default_verify_paths().capath
    if folder and (number := len(list(Path(folder).glob("*.0")))):
        return f"{number} authorities in {folder}"
    for file in files:
        with contextlib.suppress(OSError, ssl.SSLError):
            plain.load_verify_locations(file)
            return f"{plain.cert_store_stats()['x509_ca']} authorities in {file}"
    return ""


def database(make: Callable[[Path], None] = making.make) -> str:
    """A database comes into being step by step, finds Chinese words, and is whole."""
    with tempfile.TemporaryDirectory(prefix="tpns-desktop-") as folder:
        file = Path(folder, "selftest.db")
        try:
            make(file)
        except (StoreError, ImportError) as error:
            raise Failed(f"no database could be made: {error}") from None
        connection = sqlite3.connect(file, isolation_level=None)
        try:
            connection.execute(
                "CREATE VIRTUAL TABLE temp.words USING fts5(grams, tokenize=trigram)"
            )
            connection.execute("INSERT INTO words VALUES ('双十一今晚开始')")
            found = connection.execute(
                "SELECT count(*) FROM words WHERE words MATCH '今晚开'"
            ).fetchone()
            connection.execute("VACUUM INTO ?", [str(Path(folder, "backup.db"))])
            whole = connection.execute("PRAGMA integrity_check").fetchone()
        except sqlite3.Error as error:
            raise Failed(f"SQLite {sqlite3.sqlite_version}: {error}") from None
        finally:
            connection.close()
        if found != (1,) or whole != ("ok",):
            raise Failed(f"SQLite {sqlite3.sqlite_version} lost what it was given")
    return f"SQLite {sqlite3.sqlite_version}, {len(REVISIONS)} steps, full-text search, backup"


def child(run: Callable[[Mapping[str, Any]], Any] = worker.run) -> str:
    """The program starts itself again for lists and for practice, and they answer and end."""
    with tempfile.TemporaryDirectory(prefix="tpns-desktop-") as folder:
        path, copies = Path(folder, "list.txt"), Path(folder, "lists")
        path.write_text("\n".join(ACCOUNTS) + "\n", "utf-8")
        copies.mkdir()
        job = {"job": "check", "path": str(path), "folder": str(copies)}
        job |= {"kind": "account", "account_type": 0}  # type: ignore[dict-item]
        try:
            verdict = asyncio.run(run(job))["verdict"]
        except (Refusal, OSError) as error:
            raise Failed(f"the child process that checks lists did not answer: {error}") from None
    if verdict.get("rows") != len(ACCOUNTS):
        raise Failed(f"a list of {len(ACCOUNTS)} rows was read as {verdict.get('rows')}")
    try:
        with PracticeProcess.start(_address, devices=200) as practice:
            address = practice.info
    except PracticeFailed as failed:
        raise Failed(f"the practice service did not start ({failed.reason})") from None
    return f"a list of {len(ACCOUNTS)} rows was checked; practice answered at {address}"


def _address(line: Mapping[str, Any]) -> str:
    return str(line["base_url"])


def no_screen() -> bool:
    """Whether a window can only be painted into memory here."""
    if sys.platform in ("win32", "darwin"):
        return False
    return not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
