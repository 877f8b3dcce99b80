"""The self-test's checks that need no window, each seen going well and each seen broken."""

from __future__ import annotations

import ssl
import sys
from pathlib import Path
from typing import Any

import pytest

from tpns_desktop.packages.verdict import Refusal
from tpns_desktop.selftest import Failed, core
from tpns_desktop.store.errors import StoreFailed


class Keeper:
    """A password store in memory; its module's name is the word for it."""

    def __init__(self, *, forgetful: bool = False, stubborn: bool = False) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self._forgetful = forgetful
        self._stubborn = stubborn

    def get_password(self, service: str, username: str, /) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str, /) -> None:
        if not self._forgetful:
            self.kept[service, username] = password

    def delete_password(self, service: str, username: str, /) -> None:
        if not self._stubborn:
            self.kept.pop((service, username), None)


def said(check: Any, *arguments: Any, **named: Any) -> str:
    with pytest.raises(Failed) as failed:
        check(*arguments, **named)
    return str(failed.value)


def never(_: object) -> bool:
    return False


# ------------------------------------------------------------------------------- password store


def test_a_word_is_kept_and_nothing_of_it_stays() -> None:
    keeper = Keeper()
    assert "forgot it" in core.keyring((), lambda: keeper, never)
    assert keeper.kept == {}


def test_without_what_speaks_to_the_password_store_it_fails() -> None:
    words = said(core.keyring, ("keyring.backends.SecretService", "secretstorage_is_not_here"))
    assert "secretstorage_is_not_here" in words


@pytest.mark.parametrize("fault", [{"forgetful": True}, {"stubborn": True}])
def test_a_store_that_does_not_do_as_told_fails(fault: dict[str, bool]) -> None:
    assert "did not" in said(core.keyring, (), lambda: Keeper(**fault), never)


def test_a_locked_store_asks_nobody() -> None:
    keeper = Keeper()
    assert "locked" in core.keyring((), lambda: keeper, lambda _: True)
    assert keeper.kept == {}


def test_what_this_system_needs_is_named() -> None:
    assert core.KEYRING_MODULES.keys() == {"linux", "win32", "darwin"}
    assert "secretstorage" in core.KEYRING_MODULES["linux"]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always one")
def test_no_session_is_no_fault_on_linux() -> None:
    assert "stay in memory" in core.keyring((), lambda: None, never)


# ---------------------------------------------------------------------------------------- trust


def test_this_computers_authorities_are_trusted() -> None:
    assert "authorities" in core.trust()


def test_a_connection_that_checks_nobody_fails() -> None:
    def careless() -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        return context

    assert "not be checked" in said(core.trust, careless)


@pytest.mark.skipif(sys.platform != "linux", reason="the others ask their own store")
def test_a_computer_that_trusts_nobody_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "none.pem"))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path))
    assert "ca-certificates" in said(core.trust, files=[str(tmp_path / "none.pem")])


# ------------------------------------------------------------------------------ database, child


def test_a_database_comes_into_being() -> None:
    assert "full-text search" in core.database()


def test_a_database_that_cannot_be_made_fails() -> None:
    def broken(_: Path) -> None:
        raise StoreFailed("no steps")

    assert "no database" in said(core.database, broken)
    assert said(core.database, lambda path: path.write_bytes(b"no database at all" * 99))


def test_children_start_answer_and_end() -> None:
    words = core.child()
    assert "4 rows" in words
    assert "127.0.0.1" in words


def test_a_child_that_does_not_answer_fails() -> None:
    async def dead(_: object) -> Any:
        raise Refusal("damaged", unforeseen="child")

    async def blind(_: object) -> Any:
        return {"verdict": {"rows": 1}}

    assert "did not answer" in said(core.child, dead)
    assert "read as 1" in said(core.child, blind)
