"""An app that is removed in the running program: what is asked before, told after, and found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from tests.ui.driving import WAIT_MS, Driver, LiveHere, PracticeHere, running
from tpns_desktop.ui.theme.theme import Theme

HELD = {"language": "en", "look": "light", "hold_s": "60"}
Open = Callable[..., AbstractContextManager[Driver]]


@pytest.fixture
def service() -> Iterator[PracticeHere]:
    service = PracticeHere(devices=100)
    yield service
    service.close()


@pytest.fixture
def open_program(home: Path, service: PracticeHere, qtbot: QtBot, theme: Theme) -> Open:
    """Gives one run after the other of the program in this test's home."""

    def start(**given: Any) -> AbstractContextManager[Driver]:
        def wait(condition: Callable[[], bool]) -> None:
            qtbot.waitUntil(condition, timeout=WAIT_MS)

        return running(home, service, wait, **{"settings": HELD} | given)

    return start


def confirm_one(driver: Driver, title: str, *, held: bool = True) -> None:
    driver.replace("message.title", title)
    driver.replace("message.content", "From 8 pm.")
    driver.segment("audience.kind", "account")
    driver.replace("audience.account.text", "alice0001")
    driver.to_review()
    driver.click("review.send")
    driver.click("confirm.send")
    if held:
        driver.find("result.cancel")


def ask_removal(driver: Driver) -> QMessageBox:
    app = driver.program.session.app
    assert app is not None
    driver.click("rail.settings")
    driver.click(f"settings.remove.{app.id}")
    driver.wait_until(lambda: isinstance(driver.window, QMessageBox))
    box = driver.window
    assert isinstance(box, QMessageBox)
    return box


def remove(driver: Driver, box: QMessageBox) -> None:
    driver.click(next(b for b in box.buttons() if "Remove" in b.text()))
    driver.until_screen("welcome")


def test_removing_an_app_says_that_what_is_on_hold_is_taken_back(open_program: Open) -> None:
    live = LiveHere(devices=100)
    with open_program(client=live.client) as driver:
        driver.click("welcome.connect")
        driver.connect_live_app("Shop", ios=False)
        confirm_one(driver, "On hold")
        box = ask_removal(driver)
        assert "on hold" in box.informativeText()
        driver.press(Qt.Key.Key_Return)  # the default is to go back
        driver.wait_until(lambda: driver.window is driver.program.window)
        assert driver.program.session.app is not None
        remove(driver, ask_removal(driver))
        driver.until_words("“On hold” to Shop", "because the app was removed")
        assert live.received("android") == []


def test_pushes_of_a_removed_app_are_found_among_all_and_when_it_is_back(
    open_program: Open,
) -> None:
    live = LiveHere(devices=100)
    with open_program(settings=HELD | {"hold_s": "0"}, client=live.client) as driver:
        driver.click("welcome.connect")
        driver.connect_live_app("Shop", ios=False)
        confirm_one(driver, "Sale", held=False)
        driver.until_words("Refused")  # nobody has this account, and it was sent all the same
        remove(driver, ask_removal(driver))
        driver.click("welcome.practise")
        driver.until_composed()
        driver.click("rail.sent")
        driver.click("sent.others")
        driver.wait_until(lambda: any("Sale" in row for row in driver.table("sent.table")))
        assert any("Shop" in row for row in driver.table("sent.table"))
        driver.click("sent.all_apps")
        driver.find("sent.others")  # this app has sent nothing
        driver.click("rail.compose")
        driver.program.navigator.connect_app()
        driver.connect_live_app("Shop again", ios=False)
        driver.click("rail.sent")
        driver.wait_until(lambda: any("Sale" in row for row in driver.table("sent.table")))
