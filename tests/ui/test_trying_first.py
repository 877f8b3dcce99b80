"""Trying before sending: a test on named devices and a rehearsal, through the real window."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.driving import WAIT_MS, Driver, LiveHere, PracticeHere, running
from tpns_desktop.practice.command import start_line
from tpns_desktop.ui.theme.theme import Theme

FAST = {"language": "en", "look": "light", "hold_s": "0"}
HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier

Open = Callable[..., AbstractContextManager[Driver]]


@pytest.fixture
def service() -> Iterator[PracticeHere]:
    service = PracticeHere(devices=500, pace=3600.0)
    yield service
    service.close()


@pytest.fixture
def live() -> LiveHere:
    return LiveHere()


@pytest.fixture
def program(
    home: Path, service: PracticeHere, live: LiveHere, qtbot: QtBot, theme: Theme
) -> Iterator[Driver]:
    def wait(condition: Callable[[], bool]) -> None:
        qtbot.waitUntil(condition, timeout=WAIT_MS)

    with running(home, service, wait, settings=FAST, client=live.client) as driver:
        yield driver


def to_everyone(driver: Driver) -> None:
    driver.segment("audience.kind", "all")
    driver.write("message.title", "Sale tonight")
    driver.write("message.content", "Everything is cheaper until midnight.")


def add_device(driver: Driver, name: str, platform: str, token: str) -> None:
    """In the open dialog, whose book is empty."""
    driver.write("test.name", name)
    driver.segment("test.platform", platform)
    driver.write("test.token", token)
    driver.press(Qt.Key.Key_Return)
    driver.wait_until(lambda: name in [box.text() for box in driver.window.findChildren(QCheckBox)])


def press_for_a_test(driver: Driver) -> None:
    # Without a window manager nobody gives the keys back when a dialog closes.
    driver.program.window.activateWindow()
    driver.wait_until(driver.program.window.isActiveWindow)
    driver.press(Qt.Key.Key_T, HELD)
    driver.wait_until(lambda: driver.sees("test.send"))


def known_token(live: LiveHere, platform: str) -> str:
    line: dict[str, Any] = start_line(live.world, "http://127.0.0.1:1")
    return str(line["known"]["tokens"][platform][0])


def test_a_push_to_everyone_is_tried_on_one_phone_and_rehearsed_before_it_goes(
    program: Driver, live: LiveHere, service: PracticeHere
) -> None:
    driver = program
    driver.click("welcome.connect")
    driver.connect_live_app("Shop", ios=False)
    to_everyone(driver)

    press_for_a_test(driver)
    token = known_token(live, "android")
    add_device(driver, "Li's phone", "android", token)
    assert live.received("android") == []  # Return added the phone and sent nothing
    driver.segment("test.prefix", "[Preview] ")
    driver.click("test.send")
    driver.wait_until(lambda: len(live.received("android")) == 1)
    test = json.loads(live.received("android")[0])
    assert (test["audience_type"], test["token_list"]) == ("token_list", [token])
    assert test["message"]["title"] == "[Preview] Sale tonight"
    driver.until_words("TPNS took it")
    driver.press(Qt.Key.Key_Escape)
    driver.wait_until(lambda: driver.window is driver.program.window)

    driver.to_review()
    driver.until_words("Nothing changed since your test.")
    assert not driver.sees("review.tick.test.none")
    review = driver.program.window.screen_widget("review").review  # type: ignore[attr-defined]
    driver.click("review.rehearse")
    driver.until_words("Practice accepted it.")
    assert service.received("android") == [review.rows[0].body]
    assert len(live.received("android")) == 1
    driver.click("review.back")

    # Another text was not seen on a phone; a test from Review keeps what was ticked there.
    driver.until_screen("compose")
    driver.replace("message.title", "Sale tomorrow")
    driver.to_review()
    driver.until_words("Title: changed after your test")
    driver.click("review.tick.who")
    press_for_a_test(driver)
    driver.click("test.send")
    driver.until_words("TPNS took it")
    driver.click("test.back")
    driver.wait_until(lambda: driver.window is driver.program.window)
    driver.until_words("Nothing changed since your test.")
    driver.wait_until(lambda: not driver.sees("review.tick.test.none"))
    assert driver.find_as(QCheckBox, "review.tick.who").isChecked()

    driver.click("rail.sent")
    driver.until_row("sent.table", "[Preview] Sale tonight", "Test · 1 device")
    assert [json.loads(body)["audience_type"] for body in live.received("android")] == [
        "token_list",
        "token_list",
    ]


def test_a_test_in_practice_reaches_practice_phones(
    program: Driver, live: LiveHere, service: PracticeHere
) -> None:
    driver = program
    driver.practise()
    driver.click("bottom.test")
    driver.wait_until(lambda: driver.sees("test.example"))
    driver.segment("test.platform", "ios")
    driver.click("test.example")
    assert driver.find_as(QLineEdit, "test.token").text() in service.info.tokens["ios"]
    driver.click("test.add")
    driver.wait_until(lambda: not driver.sees("test.add"))
    driver.click("test.send")
    driver.until_words("TPNS took it")
    assert len(service.received("ios")) == 1
    assert service.received("android") == []
    assert live.received("ios") == []
