"""The network's settings from the form to the next connection, and what is refused on the way."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, TypeVar

import pytest

from tests.net.servers import AUTHORITY, CERTIFICATES
from tests.send.conftest import MemoryKeyring
from tpns_desktop.client import Network, NotSent, Secret
from tpns_desktop.send.connect import FormRefused
from tpns_desktop.send.network import NetworkBook, NetworkForm
from tpns_desktop.store.secrets import SecretStore
from tpns_desktop.store.settings import Settings

T = TypeVar("T")
PASSWORD = "hunter2hunter2"
OWN = NetworkForm(
    proxy="own",
    proxy_address="http://Proxy.example.com:8080/",
    proxy_user=" me ",
    proxy_password=Secret(PASSWORD),
)


class Office:
    """Settings and a keyring that stay, while the program comes and goes."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "settings.ini"
        self.keyring: MemoryKeyring | None = MemoryKeyring()

    def book(self) -> NetworkBook:
        """As after a start of the program."""
        return NetworkBook(Settings.load(self.file), SecretStore(choose=lambda: self.keyring))


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def done(coroutine: Coroutine[Any, Any, T]) -> T:
    return asyncio.run(coroutine)


def refused(book: NetworkBook, form: NetworkForm) -> list[tuple[str, str]]:
    with pytest.raises(FormRefused) as caught:
        done(book.save(form))
    assert PASSWORD not in str(caught.value)
    return [(problem.field, problem.reason) for problem in caught.value.problems]


def test_at_first_the_computers_proxy_counts(office: Office) -> None:
    book = office.book()
    assert book.form() == NetworkForm()
    assert done(book.current()) == Network()


def test_what_is_saved_counts_after_a_new_start(office: Office) -> None:
    async def story() -> None:
        saved = await office.book().save(OWN)
        assert (saved.secret_place, saved.kept) == ("keyring", True)
        shown = NetworkForm("own", "proxy.example.com:8080", "me", None, has_password=True)
        assert saved.form == shown
        later = office.book()
        assert later.form() == shown
        network = Network("http://proxy.example.com:8080", "me", Secret(PASSWORD))
        assert await later.current() == network

    done(story())
    assert PASSWORD not in office.file.read_text("utf-8")
    assert office.keyring is not None
    assert office.keyring.kept == {("tpns-desktop/network/proxy", "secret_key"): PASSWORD}


def test_a_file_of_certificates_counts_with_any_proxy(office: Office) -> None:
    async def story() -> None:
        book = office.book()
        for proxy in ("system", "none"):
            await book.save(NetworkForm(proxy=proxy, ca_file=f" {AUTHORITY} "))
            assert await office.book().current() == Network(proxy, ca_file=AUTHORITY)

    done(story())


def test_switching_away_and_back_keeps_the_proxy(office: Office) -> None:
    async def story() -> None:
        book = office.book()
        await book.save(OWN)
        await book.save(NetworkForm(proxy="none", proxy_address="not looked at"))
        assert await book.current() == Network("none")
        shown = book.form()
        assert (shown.proxy_address, shown.proxy_user) == ("proxy.example.com:8080", "me")
        again = NetworkForm("own", shown.proxy_address, shown.proxy_user)
        await book.save(again)
        assert (await book.current()).proxy_password == Secret(PASSWORD)

    done(story())


def test_an_empty_password_or_user_forgets_the_kept_one(office: Office) -> None:
    async def story() -> None:
        book = office.book()
        for user, password in (("me", Secret("")), ("", None)):
            await book.save(OWN)
            saved = await book.save(NetworkForm("own", "proxy.example.com:8080", user, password))
            assert not saved.form.has_password
            assert office.keyring is not None
            assert office.keyring.kept == {}
            network = Network("http://proxy.example.com:8080", user)
            assert await office.book().current() == network

    done(story())


@pytest.mark.parametrize(
    ("address", "user"), [("other.example.com:8080", "me"), ("proxy.example.com:8080", "you")]
)
def test_a_kept_password_is_not_shown_to_another_proxy(
    office: Office, address: str, user: str
) -> None:
    done(office.book().save(OWN))
    book = office.book()
    assert refused(book, NetworkForm("own", address, user)) == [("proxy_password", "type_again")]
    assert book.form().proxy_address == "proxy.example.com:8080"


def test_without_a_keyring_the_password_counts_until_the_end(office: Office) -> None:
    office.keyring = None

    async def story() -> None:
        book = office.book()
        saved = await book.save(OWN)
        assert saved.secret_place == "memory"
        assert (await book.current()).proxy_password == Secret(PASSWORD)
        with pytest.raises(NotSent) as caught:
            await office.book().current()
        assert caught.value.reason == "proxy_password"

    done(story())


@pytest.mark.parametrize(
    ("form", "problems"),
    [
        (NetworkForm("maybe"), [("proxy", "unknown")]),
        (NetworkForm("own"), [("proxy_address", "required")]),
        (NetworkForm("own", "socks5://a:1"), [("proxy_address", "socks")]),
        (NetworkForm("own", "http://a/proxy.pac"), [("proxy_address", "pac")]),
        (NetworkForm("own", "https://a:1"), [("proxy_address", "kind")]),
        (NetworkForm("own", f"me:{PASSWORD}@a:1"), [("proxy_address", "login")]),
        (NetworkForm("own", "a"), [("proxy_address", "port")]),
        (NetworkForm("own", "a b:1"), [("proxy_address", "address")]),
        (NetworkForm("own", "a:1", "", Secret("x")), [("proxy_user", "required")]),
        (NetworkForm("own", "a:1", "m:e"), [("proxy_user", "colon")]),
        (NetworkForm("own", "a:1", "m\ne"), [("proxy_user", "control")]),
        (NetworkForm("own", "a:1", "m" * 257), [("proxy_user", "length")]),
        (NetworkForm("own", "a:1", "me", Secret("x\n")), [("proxy_password", "control")]),
        (NetworkForm("own", "a:1", "me", Secret("x" * 257)), [("proxy_password", "length")]),
        (NetworkForm(ca_file="/no/such/file.pem"), [("ca_file", "not_found")]),
        (NetworkForm(ca_file=str(CERTIFICATES)), [("ca_file", "unreadable")]),
        (NetworkForm(ca_file=__file__), [("ca_file", "no_certificate")]),
        (NetworkForm(ca_file=str(CERTIFICATES / "good.pem")), [("ca_file", "not_ca")]),
        (NetworkForm(ca_file="a\nproxy = none"), [("ca_file", "control")]),
        (
            NetworkForm("own", "a", "m:e", ca_file="/no/such/file.pem"),
            [("proxy_address", "port"), ("proxy_user", "colon"), ("ca_file", "not_found")],
        ),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_kept(
    office: Office, form: NetworkForm, problems: list[tuple[str, str]]
) -> None:
    book = office.book()
    assert refused(book, form) == problems
    assert book.form() == NetworkForm()
    assert not office.file.exists()
    assert office.keyring is not None
    assert office.keyring.kept == {}


def test_a_stored_address_that_is_none_is_not_sent(office: Office) -> None:
    office.file.write_text("[settings]\nproxy = own\nproxy_address = nowhere\n")
    with pytest.raises(NotSent) as caught:
        done(office.book().current())
    assert caught.value.reason == "proxy_address"


def test_a_disk_that_refuses_is_told_and_what_was_set_counts_until_the_end(
    office: Office,
) -> None:
    office.file.mkdir()
    book = office.book()
    saved = done(book.save(NetworkForm("none")))
    assert not saved.kept
    assert done(book.current()) == Network("none")


def test_without_a_keyring_a_password_is_gone_with_the_run_and_that_is_said(office: Office) -> None:
    office.keyring = None
    book = office.book()
    assert not done(book.save(OWN)).form.password_gone
    assert not done(book.shown()).password_gone
    later = office.book()
    shown = done(later.shown())
    assert (shown.has_password, shown.password_gone) == (True, True)
    with pytest.raises(NotSent, match="proxy_password"):
        done(later.current())


def test_a_password_in_the_keyring_is_there_in_the_next_run(office: Office) -> None:
    done(office.book().save(OWN))
    shown = done(office.book().shown())
    assert (shown.has_password, shown.password_gone) == (True, False)
