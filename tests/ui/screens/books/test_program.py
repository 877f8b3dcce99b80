"""The books in the whole program: what a person names there is what a push goes to."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.driving import WAIT_MS, Driver, PracticeHere, running
from tpns_desktop.ui.theme.theme import Theme

GROUPS = "audience.tag.groups"


@pytest.fixture(scope="module")
def service() -> Iterator[PracticeHere]:
    made = PracticeHere(devices=200, pace=100)
    yield made
    made.close()


@pytest.fixture
def driver(home: Path, service: PracticeHere, qtbot: QtBot, theme: Theme) -> Iterator[Driver]:
    settings = {"language": "en", "look": "light", "hold_s": "0"}
    wait = lambda condition: qtbot.waitUntil(condition, timeout=WAIT_MS)  # noqa: E731
    with running(home, service, wait, settings=settings) as made:
        made.practise()
        made.until_composed()
        yield made


def write_message(driver: Driver, title: str) -> None:
    driver.replace("message.title", title)
    driver.replace("message.content", "Everything is cheaper until midnight.")


def send(driver: Driver) -> None:
    driver.to_review()
    driver.wait_until(driver.find("review.send").isEnabled)
    driver.click("review.send")
    driver.until_screen("result")


def arrived(service: PracticeHere, platform: str) -> bool:
    return bool(service.received(platform))


def test_devices_that_were_named_are_ticked_reviewed_by_name_and_reached(
    driver: Driver, service: PracticeHere
) -> None:
    tokens = service.info.tokens
    driver.segment("audience.kind", "device")
    driver.click("audience.device.book")
    driver.until_screen("lists")
    for name, platform in (("Desk phone", "android"), ("Ann's iPhone", "ios")):
        first = not driver.sees("devices.add")
        driver.click("devices.first" if first else "devices.add")
        driver.write("device.name", name)
        driver.segment("device.platform", platform)
        driver.write("device.token", tokens[platform][0])
        driver.until_words("looks right")
        driver.click("device.do")
        driver.until_row("devices.table", name)
    driver.click("rail.compose")
    driver.until_screen("compose")
    compose = driver.program.navigator.compose
    compose.audience.devices.text.setPlainText("")
    book = driver.ask(driver.program.session.desk.devices("practice"))  # type: ignore[union-attr]
    for device in book:
        driver.click(f"audience.device.named.{device.id}")
    driver.until_words(": Desk phone, Ann's iPhone")
    write_message(driver, "To named devices")
    driver.to_review()
    driver.until_words(": Desk phone, Ann's iPhone")
    driver.wait_until(driver.find("review.send").isEnabled)
    driver.click("review.send")
    driver.until_screen("result")
    for platform in ("android", "ios"):
        driver.wait_until(partial(arrived, service, platform))
        [body] = service.received(platform)
        assert json.loads(body)["token_list"] == [tokens[platform][0]]
    used = driver.ask(driver.program.session.desk.devices("practice"))  # type: ignore[union-attr]
    assert all(device.used_at is not None for device in used)


def test_a_tag_is_new_until_a_push_to_it_was_confirmed(
    driver: Driver, service: PracticeHere
) -> None:
    def note() -> str:
        found = driver.window.findChildren(QLabel, f"{GROUPS}.0.0.note")
        return "".join(label.text() for label in found if label.isVisible())

    driver.segment("audience.kind", "tag")
    entry = driver.part(f"{GROUPS}.0.0.tags", "entry")
    driver.write(entry, service.info.tags[0])
    driver.press(Qt.Key.Key_Return)
    assert note() == ""  # the practice service says which there are
    driver.write(entry, "zebra9")
    driver.press(Qt.Key.Key_Return)
    driver.wait_until(lambda: "zebra9" in note())
    write_message(driver, "To a new tag")
    send(driver)
    driver.click("rail.compose")
    driver.until_screen("compose")
    driver.segment("audience.kind", "tag")
    driver.write(driver.part(f"{GROUPS}.0.0.tags", "entry"), "zebra9")
    driver.press(Qt.Key.Key_Return)
    driver.find(
        "chip.zebra9",
    )
    driver.wait_until(lambda: note() == "")
    driver.click("rail.lists")
    driver.segment("books.tabs", "tags")
    driver.until_row("tags.table", "zebra9", "My tags", "1", "Today")
    assert isinstance(driver.find("tags.count"), QWidget)
