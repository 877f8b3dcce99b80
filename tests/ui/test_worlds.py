"""Practice worlds through the window: saved, begun afresh, gone on with, renamed, removed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.driving import WAIT_MS, Driver, running
from tpns_desktop.app import Practice
from tpns_desktop.ui.theme.theme import Theme

FAST = {"language": "en", "look": "light", "hold_s": "0"}


@pytest.fixture
def driver(home: Path, qtbot: QtBot, theme: Theme) -> Iterator[Driver]:
    def wait(condition: Callable[[], bool]) -> None:
        qtbot.waitUntil(condition, timeout=WAIT_MS)

    practice = Practice(devices=200, worlds=home / "worlds")
    with running(home, practice, wait, settings=FAST) as driver:
        driver.practise()
        yield driver


def push(driver: Driver) -> None:
    driver.click("rail.compose")
    driver.segment("audience.kind", "account")
    driver.click("audience.examples")
    driver.replace("message.title", "Sale tonight")
    driver.replace("message.content", "From 8 pm.")
    driver.to_review()
    driver.click("review.send")
    driver.until_screen("result")
    driver.until_words("Accepted")


def save(driver: Driver, name: str) -> None:
    driver.click("rail.settings")
    driver.click("worlds.save")
    driver.write("worlds.name.text", name)
    driver.click("worlds.name.do")
    driver.until_words(name)


def agree(driver: Driver, button: str) -> None:
    """Press a button that asks, agree, and wait until practice is there again."""
    before = driver.program.practice.info
    driver.click(button)
    driver.click("worlds.ask.do")
    practice, session = driver.program.practice, driver.program.session
    driver.wait_until(lambda: practice.info not in (None, before))
    driver.wait_until(
        lambda: (
            session.app is not None
            and practice.info is not None
            and session.app.access_point == practice.info.base_url
        )
    )


def button_of(driver: Driver, verb: str, name: str) -> str:
    driver.wait_until(
        lambda: any(
            button.isVisible() and button.accessibleName() == f"{verb} {name}…"
            for button in driver.window.findChildren(QPushButton)
        )
    )
    return next(
        button.objectName()
        for button in driver.window.findChildren(QPushButton)
        if button.isVisible() and button.accessibleName() == f"{verb} {name}…"
    )


def test_a_world_is_saved_and_gone_on_with_after_a_fresh_one(driver: Driver) -> None:
    push(driver)
    driver.click("rail.settings")
    driver.segment("settings.act.once", "kept")
    driver.choose("settings.act", "content")
    save(driver, "Before the sale")
    driver.until_words("· 2 push")  # one to each system

    agree(driver, "worlds.fresh")
    assert driver.program.session.bad_day == ""
    save(driver, "Nothing yet")
    driver.until_words("· 0 push")

    agree(driver, button_of(driver, "Open", "Before the sale"))
    assert driver.program.session.bad_day == "content"
    driver.choose("settings.act", "")
    push(driver)
    save(driver, "After the sale")
    driver.until_words("· 4 push")

    driver.click(button_of(driver, "Rename", "Nothing yet"))
    driver.replace("worlds.name.text", "Empty")
    driver.click("worlds.name.do")
    button = button_of(driver, "Remove", "Empty")
    driver.click(button)
    driver.click("worlds.ask.do")
    driver.wait_until(lambda: not driver.sees(button))
    driver.until_words("Before the sale", "After the sale")


def test_a_name_is_asked_for_and_going_back_changes_nothing(driver: Driver) -> None:
    driver.click("rail.settings")
    info = driver.program.practice.info
    driver.click("worlds.fresh")
    driver.click("worlds.ask.back")
    assert driver.program.practice.info is info
    driver.click("worlds.save")
    driver.click("worlds.name.do")
    driver.until_words("Give the world a name")
    driver.click("worlds.name.back")
    driver.wait_until(lambda: not driver.sees("worlds.name.text"))
