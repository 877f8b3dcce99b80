"""The page of the four steps: what is done, what is not, and where each is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.pushes import FakeDesk
from tpns_desktop.send.sms_desk import (
    STEPS,
    Balance,
    Book,
    BookRead,
    CloudAccount,
    SmsApp,
    SmsFailed,
    SmsSetup,
    SmsSignature,
    SmsTemplate,
)
from tpns_desktop.ui.i18n import Languages
from tpns_desktop.ui.screens.sms_setup.screen import SetupScreen
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.words import sms_setup
from tpns_desktop.ui.words.sms_setup import LINKS

LEFT = Qt.MouseButton.LeftButton
NOW = datetime.now(UTC)
HERE = {"site": "china", "region": "ap-guangzhou"}
ACCOUNT = CloudAccount("china", "ap-guangzhou", "SecretService", True)


def _signature(status: int | None) -> SmsSignature:
    return SmsSignature(**HERE, international=False, name="Acme", status=status, read_at=NOW)


def _template(status: int | None) -> SmsTemplate:
    return SmsTemplate(**HERE, template_id="1", status=status, read_at=NOW)


def _app(balance: int | None) -> SmsApp:
    at = NOW if balance is not None else None
    return SmsApp(**HERE, sms_app_id="1400006666", balance=balance, balance_at=at)


SIGNATURES: Book[SmsSignature] = Book((), "china", "ap-guangzhou")
TEMPLATES: Book[SmsTemplate] = Book((), "china", "ap-guangzhou")
NOTHING = SmsSetup("china", None, None, False, SIGNATURES, TEMPLATES, ())
ALL = SmsSetup(
    "china",
    ACCOUNT,
    48_210,
    True,
    replace(SIGNATURES, rows=(_signature(0),), read_at=NOW),
    replace(TEMPLATES, rows=(_template(0),), read_at=NOW),
    (_app(900),),
    bound=True,
    authorised=True,
)


class Opened(QObject):
    """Stands in for the browser."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.addresses.append(url.toString())


@pytest.fixture
def browser() -> Iterator[Opened]:
    made = Opened()
    QDesktopServices.setUrlHandler("https", made, "open")
    yield made
    QDesktopServices.unsetUrlHandler("https")


@pytest.fixture
def screen(session: Session, desk: FakeDesk, theme: Theme, qtbot: QtBot) -> SetupScreen:
    desk.answers.setdefault("sms.setup", ALL)
    return opened(session, qtbot)


def opened(session: Session, qtbot: QtBot) -> SetupScreen:
    made = SetupScreen(session)
    qtbot.addWidget(made)
    made.resize(1000, 1100)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    qtbot.waitUntil(lambda: made.account.text() != "")
    return made


@pytest.mark.parametrize(
    ("changes", "step", "state"),
    [
        ({}, "numbers", "done"),
        ({"bound": False}, "numbers", "unknown"),
        ({"bound": False, "practice": True}, "numbers", "done"),
        ({"authorised": False}, "authorise", "unknown"),
        ({}, "texts", "done"),
        ({"templates": replace(ALL.templates, rows=(_template(1),))}, "texts", "not"),
        ({"signatures": replace(ALL.signatures, rows=())}, "texts", "not"),
        ({"signatures": replace(SIGNATURES, rows=()), "site": "international"}, "texts", "done"),
        ({"templates": replace(TEMPLATES, nothing_found=True)}, "texts", "not"),
        ({"signatures": SIGNATURES, "templates": TEMPLATES}, "texts", "unknown"),
        ({}, "package", "done"),
        ({"apps": (_app(0),)}, "package", "not"),
        ({"apps": (_app(None),)}, "package", "unknown"),
    ],
)
def test_a_step_is_called_done_only_where_that_is_known(
    changes: dict[str, Any], step: str, state: str
) -> None:
    assert replace(ALL, **changes).steps[step] == state


def test_each_step_says_how_far_it_is(screen: SetupScreen) -> None:
    assert [card.step for card in screen.cards.values()] == list(STEPS)
    for card in screen.cards.values():
        assert "✓ Done" in card.accessibleDescription()
    assert "48210" in screen.cards["numbers"].known.text().replace(",", "")
    assert "1400006666: 900" in screen.cards["package"].known.text()
    assert screen.account.text().startswith("China site · ap-guangzhou")


def test_every_page_opens_in_the_browser(
    screen: SetupScreen, browser: Opened, qtbot: QtBot
) -> None:
    for step, card in screen.cards.items():
        for number, (_, address) in enumerate(LINKS["china"][step]):
            qtbot.mouseClick(card.links[number], LEFT)
            assert browser.addresses[-1] == address
    assert all(one.startswith("https://") for one in browser.addresses)
    assert len(browser.addresses) == 9


def test_the_international_site_has_pages_of_its_own(
    session: Session, desk: FakeDesk, theme: Theme, browser: Opened, qtbot: QtBot
) -> None:
    desk.answers["sms.setup"] = replace(ALL, site="international")
    screen = opened(session, qtbot)
    qtbot.mouseClick(screen.cards["texts"].links[0], LEFT)
    assert browser.addresses == ["https://console.tencentcloud.com/smsv2"]


def test_what_no_service_tells_can_be_ticked_and_is_remembered(
    session: Session, desk: FakeDesk, theme: Theme, qtbot: QtBot
) -> None:
    desk.answers["sms.setup"] = lambda _app: replace(
        NOTHING,
        bound=session.settings.sms_bound,
        authorised=session.settings.sms_authorised,
    )
    screen = opened(session, qtbot)
    card = screen.cards["numbers"]
    assert "Not known" in card.accessibleDescription()
    screen.bound.setFocus()
    qtbot.keyClick(screen.bound, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "Done" in card.accessibleDescription())
    assert session.settings.sms_bound
    assert not session.settings.sms_authorised
    qtbot.waitUntil(session.settings.path.exists)


def test_a_note_for_a_developer_is_copied(screen: SetupScreen, qtbot: QtBot) -> None:
    qtbot.mouseClick(screen.copy, LEFT)
    note = QGuiApplication.clipboard().text()
    assert "+8613711112222" in note
    assert "https://intl.cloud.tencent.com/document/product/1024/30715" in note
    assert "Copied" in screen.copied.text()


def test_the_account_is_read_and_trouble_is_told_with_a_way_on(
    screen: SetupScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    failed = SmsFailed("individual", code="FailedOperation.NotEnterpriseCertification")
    books = replace(ALL.signatures, trouble=failed), replace(ALL.templates, trouble=failed)
    desk.answers["sms.refresh_book"] = BookRead(*books)
    qtbot.mouseClick(screen.read, LEFT)
    qtbot.waitUntil(lambda: "by hand" in screen.texts_outcome.text())
    assert "Details: FailedOperation" in screen.texts_outcome.text()
    empty = replace(ALL.templates, rows=(), nothing_found=True, other_region="ap-beijing")
    desk.answers["sms.refresh_book"] = BookRead(ALL.signatures, empty)
    qtbot.mouseClick(screen.read, LEFT)
    qtbot.waitUntil(lambda: "ap-beijing" in screen.texts_outcome.text())
    desk.answers["sms.refresh_book"] = BookRead(ALL.signatures, ALL.templates)
    qtbot.waitUntil(screen.read.isEnabled)
    qtbot.mouseClick(screen.read, LEFT)
    qtbot.waitUntil(screen.texts_outcome.isHidden)


def test_what_is_left_of_a_package_is_read(
    screen: SetupScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["sms.balance"] = Balance("1400007777", 1234, NOW)
    screen.sms_app.clear()
    qtbot.keyClicks(screen.sms_app, "1400007777")
    qtbot.keyClick(screen.sms_app, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "1234" in screen.package_outcome.text().replace(",", ""))
    assert desk.calls("sms.balance")[-1][1] == "1400007777"
    desk.answers["sms.balance"] = Balance("1400007777", None, None, SmsFailed("china_only"))
    qtbot.waitUntil(screen.balance.isEnabled)
    qtbot.mouseClick(screen.balance, LEFT)
    qtbot.waitUntil(lambda: "console" in screen.package_outcome.text())


def test_an_id_that_is_none_is_not_asked_about(
    screen: SetupScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    screen.sms_app.clear()
    qtbot.keyClicks(screen.sms_app, "appId")
    qtbot.mouseClick(screen.balance, LEFT)
    assert "digits" in screen.package_outcome.text()
    assert screen.sms_app.hasFocus()
    assert not desk.calls("sms.balance")


def test_without_an_account_nothing_is_asked_and_one_can_be_set_up(
    session: Session, desk: FakeDesk, theme: Theme, qtbot: QtBot
) -> None:
    desk.answers["sms.setup"] = NOTHING
    screen = opened(session, qtbot)
    assert not screen.read.isEnabled()
    assert not screen.balance.isEnabled()
    with qtbot.waitSignal(screen.account_asked):
        qtbot.mouseClick(screen.change, LEFT)
    with qtbot.waitSignal(screen.back_asked):
        qtbot.mouseClick(screen.back, LEFT)


def test_every_stop_has_a_name_in_both_languages(
    screen: SetupScreen, languages: Languages, nameless: Callable[[QWidget], list[Any]]
) -> None:
    assert nameless(screen) == []
    languages.apply("zh_CN")
    assert nameless(screen) == []


def test_the_windows_steps_are_those_of_the_core() -> None:
    assert sms_setup.STEPS == STEPS
    for links in LINKS.values():
        assert set(links) == set(STEPS)
