"""Plans in the whole program: made inside Compose, used, and added up on their page."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.driving import WAIT_MS, Driver, PracticeHere, running
from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.words.numbers import grouped

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def service() -> Iterator[PracticeHere]:
    made = PracticeHere(devices=200, pace=3600)
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


def test_a_plan_made_in_compose_is_chosen_used_and_adds_up(
    driver: Driver, service: PracticeHere
) -> None:
    compose = driver.program.navigator.compose
    driver.segment("audience.kind", "account")
    driver.write("audience.account.text", "\n".join(service.info.accounts[:3]))
    driver.replace("message.title", "Sale tonight")
    driver.replace("message.content", "Everything is cheaper until midnight.")
    before = copy.deepcopy(compose.binding.draft)
    driver.click("plan.new")
    driver.write("plan.name", "First evening")
    driver.write("plan.description", "What it is for")
    driver.click("plan.add")
    driver.wait_until(lambda: not driver.sees("plan.add"))
    plan_id = compose.binding.value("plan")
    assert plan_id
    assert compose.binding.draft == before | {"plan": plan_id}  # and nothing else
    driver.to_review()
    assert "First evening" in driver.words()
    driver.wait_until(driver.find("review.send").isEnabled)
    driver.click("review.send")
    driver.until_screen("result")
    driver.until_words("Accepted by TPNS")

    driver.click("rail.plans")
    driver.until_screen("plans")
    driver.until_row("plans.table", "First evening", "What it is for", "1 | ")
    page = driver.program.window.screen_widget("plans")
    page.list.choose(plan_id)  # type: ignore[attr-defined]
    driver.click("plans.open")
    driver.until_words("Counted by TPNS")
    driver.wait_until(driver.find("plan.read").isEnabled)
    driver.click("plan.read")
    driver.wait_until(driver.find("plan.read").isEnabled)
    driver.segment("plan.period", "all")
    sent = sum(
        push.planned
        for application in service.world.applications.values()
        for push in application.pushes
        if push.order.plan_id in application.plans
        and application.plans[push.order.plan_id].name == "First evening"
    )
    cards = page.details.overview.cards  # type: ignore[attr-defined]
    assert cards["pushes"].figure() == "1"
    found = driver.ask(page._session.desk.plan_book.overview("practice", plan_id))  # type: ignore[attr-defined]
    assert found.all.figures.planned == sent > 0
    assert cards["delivered"].figure() == grouped(found.all.figures.delivered)

    driver.segment("plan.tabs", "tasks")
    driver.until_row("plan.tasks", "Sale tonight", "Accepted by TPNS")
    driver.click("plan.push")
    driver.until_screen("compose")
    assert compose.binding.value("plan") == plan_id
    assert compose.binding.value("message.title") == ""


def test_a_draft_under_way_is_kept_when_a_push_in_a_plan_is_begun(driver: Driver) -> None:
    compose = driver.program.navigator.compose
    driver.replace("message.title", "Half written")
    driver.replace("name", "Of this morning")
    driver.press(Qt.Key.Key_4, CONTROL)
    driver.until_screen("plans")
    driver.until_row("plans.table", "Double 11")
    driver.click("plans.push")  # of the default plan, which is chosen at first
    driver.until_screen("compose")
    assert compose.binding.value("plan") is None
    assert compose.binding.value("message.title") == ""
    driver.click("rail.drafts")
    driver.until_row("drafts.table", "Of this morning")
