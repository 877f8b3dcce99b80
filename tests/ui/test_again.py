"""Templates and sent pushes begin new drafts in the real window; nothing is sent by that."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from tests.ui.driving import WAIT_MS, Driver, PracticeHere, running
from tpns_desktop.ui.theme.theme import Theme


@pytest.fixture
def driver(home: Path, qtbot: QtBot, theme: Theme) -> Iterator[Driver]:
    def wait(condition: Callable[[], bool]) -> None:
        qtbot.waitUntil(condition, timeout=WAIT_MS)

    service = PracticeHere(devices=500)
    settings = {"language": "en", "look": "light", "hold_s": "0"}
    with running(home, service, wait, settings=settings) as driver:
        driver.practise()
        yield driver
    service.close()


def title(driver: Driver) -> str:
    return driver.find_as(QLineEdit, "message.title").text()


def test_a_template_is_kept_from_compose_and_used_without_being_changed(driver: Driver) -> None:
    driver.replace("message.title", "Evening sale")
    driver.click("bottom.template")
    driver.until_words("Saved as a template")
    driver.replace("message.title", "Typed on")
    driver.click("rail.drafts")
    driver.until_row("drafts.table", "Template")
    driver.wait_until(lambda: len(driver.table("drafts.table")) == 2)
    driver.write("drafts.search", "evening SALE")
    driver.wait_until(lambda: len(driver.table("drafts.table")) == 1)
    driver.click("drafts.open")
    driver.until_screen("compose")
    assert title(driver) == "Evening sale"
    driver.replace("message.title", "From the template")
    driver.click("rail.drafts")
    driver.replace("drafts.search", "")
    driver.wait_until(lambda: len(driver.table("drafts.table")) == 3)
    desk = driver.program.session.desk
    assert desk is not None
    rows = driver.ask(desk.drafts("practice"))
    assert {(row.title, row.template) for row in rows} == {
        ("Evening sale", 1), ("Typed on", 0), ("From the template", 0),
    }  # fmt: skip


def test_a_renamed_draft_keeps_its_name_on_the_page_it_is_open_on(driver: Driver) -> None:
    driver.replace("message.title", "Open here")
    driver.click("rail.drafts")
    driver.wait_until(lambda: bool(driver.table("drafts.table")))
    driver.click("drafts.rename")
    name = driver.find("drafts.name")
    driver.type("Autumn", name)
    driver.press(Qt.Key.Key_Return)
    driver.until_row("drafts.table", "Autumn")
    driver.click("rail.compose")
    driver.replace("message.title", "Typed on")
    driver.click("rail.drafts")
    driver.until_row("drafts.table", "Autumn")
    desk = driver.program.session.desk
    assert desk is not None
    driver.wait_until(lambda: driver.ask(desk.drafts("practice"))[0].title == "Typed on")


def test_a_sent_push_begins_a_new_draft_and_the_draft_before_it_is_kept(driver: Driver) -> None:
    driver.segment("audience.kind", "all")
    driver.replace("message.title", "Sent once")
    driver.to_review()
    driver.click("review.send")
    driver.find("result.again")
    driver.click("rail.compose")
    driver.replace("message.title", "Half written")
    driver.click("rail.sent")
    driver.until_row("sent.table", "Sent once")
    driver.find_as(QTableView, "sent.table").selectRow(0)
    driver.click("sent.again")
    driver.until_screen("compose")
    driver.until_words("A new draft with the people, message and options of “Sent once”")
    assert title(driver) == "Sent once"
    service = driver.program.practice
    assert isinstance(service, PracticeHere)
    assert len(service.received("android")) == 1
    driver.click("rail.drafts")
    driver.until_row("drafts.table", "Half written")
