"""Practice: its card in the settings, the bad days where a person sends, and the first lesson."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.screens.shots import Studio
    from tests.ui.driving import Driver, PracticeHere


def bad_days(studio: Studio, home: Path, practice: PracticeHere) -> None:
    """The card, a day said on each page on which a person sends, and how a day for one ends."""
    with studio.program(home, practice) as driver:
        driver.practise()
        _card(driver)
        studio.take(driver, "practice-settings")
        driver.choose("settings.act", "cut")
        studio.take(driver, "practice-settings-bad-day")
        driver.click("rail.compose")
        driver.until_composed()
        studio.take(driver, "bad-day-compose")
        driver.click("rail.chat")
        driver.until_screen("chat")
        studio.take(driver, "bad-day-chat")
        driver.program.session.choose_bad_day("content", True)
        driver.click("rail.compose")
        driver.segment("audience.kind", "account")
        driver.click("audience.examples")
        driver.to_review()
        studio.take(driver, "bad-day-review")
        driver.click("review.send")
        driver.until_screen("result")
        driver.wait_until(lambda: driver.sees("bad_day.over"))
        studio.take(driver, "bad-day-over")
        driver.click("result.draft")
        driver.until_composed()
        driver.to_review()
        driver.click("review.send")
        driver.until_screen("result")
        driver.wait_until(lambda: driver.sees("result.wall"))
        studio.take(driver, "bad-day-choice")
        _card(driver)
        _worlds(driver)
        studio.take(driver, "practice-worlds")
        driver.click("worlds.save")
        driver.wait_until(lambda: driver.sees("worlds.name.text"))
        studio.take(driver, "practice-worlds-save")
        driver.click("worlds.name.back")
        driver.wait_until(lambda: not driver.sees("worlds.name.text"))
        driver.click("worlds.fresh")
        driver.wait_until(lambda: driver.sees("worlds.ask.do"))
        studio.take(driver, "practice-worlds-fresh")
        driver.click("worlds.ask.back")


def first_lesson(studio: Studio, home: Path, practice: PracticeHere) -> None:
    """The three tips, and the lists to try."""
    with studio.program(home, practice, tips=True) as driver:
        driver.practise()
        driver.wait_until(lambda: driver.sees("tip.pick"))
        studio.take(driver, "lesson-pick")
        driver.segment("audience.kind", "file")
        driver.until_settled()
        studio.take(driver, "lesson-lists")
        driver.segment("audience.kind", "account")
        driver.click("audience.examples")
        driver.until_settled()
        studio.take(driver, "lesson-check")
        driver.to_review()
        studio.take(driver, "lesson-send")


def _worlds(driver: Driver) -> None:
    """Two worlds that nobody saved: the service of the pictures keeps none."""
    from datetime import UTC, datetime

    from tpns_desktop.send.practice_worlds import SavedWorld

    at = datetime(2026, 11, 9, 7, 30, tzinfo=UTC)
    settings: Any = driver.program.window.screen_widget("settings")
    settings.practice_card.worlds.show_worlds(
        [
            SavedWorld("b", "双11 rehearsal, second day", at, 12, 60.0, ""),
            SavedWorld("a", "Training for new colleagues", at, 1, 600.0, "cut"),
        ]
    )


def _card(driver: Driver) -> None:
    driver.click("rail.settings")
    driver.program.window.screen_widget("settings").show_section("practice")  # type: ignore[attr-defined]
