"""From a clean install to the first practice push, and the tips that stand on the way."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.driving import WAIT_MS, Driver, PracticeHere, running
from tpns_desktop.paths import find_paths
from tpns_desktop.store.settings import Settings
from tpns_desktop.ui.screens.compose.file_trials import BAD_ROWS, trial_bytes
from tpns_desktop.ui.theme.theme import Theme

TIPS: dict[str, Any] = {"language": "en", "look": "light", "hold_s": "0", "tips": True}
MARKS = ("tip.pick", "tip.check", "tip.send")

Open = Callable[..., AbstractContextManager[Driver]]


@pytest.fixture
def service() -> Iterator[PracticeHere]:
    service = PracticeHere(devices=400, limits=False)
    yield service
    service.close()


@pytest.fixture
def open_program(home: Path, service: PracticeHere, qtbot: QtBot, theme: Theme) -> Open:
    """Gives one run after the other of the program in this test's home."""

    def start(**given: Any) -> AbstractContextManager[Driver]:
        def wait(condition: Callable[[], bool]) -> None:
            qtbot.waitUntil(condition, timeout=WAIT_MS)

        return running(home, service, wait, **{"settings": TIPS} | given)

    return start


@dataclass
class Counting(Driver):
    """Counts what a person's hand does."""

    clicks: int = 0

    def click(self, target: str | QWidget, *, double: bool = False) -> None:
        self.clicks += 1
        super().click(target, double=double)


def marks(driver: Driver) -> list[str]:
    return [name for name in MARKS if driver.sees(name)]


def until_marks(driver: Driver, *names: str) -> None:
    driver.wait_until(lambda: marks(driver) == list(names))


def test_from_a_clean_install_to_the_first_practice_push_takes_at_most_twelve_clicks(
    open_program: Open, service: PracticeHere, home: Path
) -> None:
    began = time.monotonic()
    with open_program() as opened:  # nothing was ever written here but the hold of no seconds
        driver = Counting(opened.program, opened.wait_until)
        driver.click("welcome.practise")
        driver.until_composed()
        until_marks(driver, "tip.pick")
        driver.segment("audience.kind", "account")
        until_marks(driver, "tip.check")
        driver.click("audience.examples")
        driver.to_review()
        until_marks(driver, "tip.send")
        driver.click("review.send")
        driver.until_screen("result")
        driver.until_words("Accepted")
        driver.wait_until(lambda: not driver.program.settings.tips)
        took = time.monotonic() - began
        driver.click("rail.compose")
        driver.until_composed()
        assert marks(driver) == []
    print(f"\nfirst practice push: {driver.clicks - 1} clicks, {took:.1f} s")
    assert driver.clicks - 1 <= 12
    assert len(service.received("android")) == 1
    assert not Settings.load(find_paths(home).settings_file).tips


def test_tips_are_put_away_by_the_cross_or_esc_and_come_back_from_help(
    open_program: Open, home: Path
) -> None:
    with open_program() as driver:
        driver.practise()
        until_marks(driver, "tip.pick")
        driver.click(driver.part("tip.pick", "dismiss"))
        until_marks(driver)
        driver.segment("audience.kind", "account")
        until_marks(driver, "tip.check")
        driver.press(Qt.Key.Key_Escape)
        until_marks(driver)
        driver.click("audience.examples")
        driver.to_review()
        until_marks(driver, "tip.send")
        cross = driver.part("tip.send", "dismiss")
        cross.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(cross, Qt.Key.Key_Escape)
        until_marks(driver)
        assert driver.screen == "review"  # Esc put the tip away and did not go back
        driver.wait_until(lambda: not driver.program.settings.tips)
        driver.click("window.help")
        driver.click("help.tips")
        driver.until_screen("compose")
        until_marks(driver, "tip.check")
        assert driver.program.settings.tips


def test_a_tip_covers_nothing_and_is_reached_before_what_it_points_at(open_program: Open) -> None:
    with open_program() as driver:
        driver.program.window.resize(1280, 720)
        for language in ("en", "zh_CN"):
            driver.program.languages.apply(language)
            if language == "en":
                driver.practise()
            until_marks(driver, "tip.pick")
            mark, card = driver.find("tip.pick"), driver.program.navigator.compose.audience
            below = mark.mapToGlobal(mark.rect().bottomLeft()).y()
            assert below <= card.mapToGlobal(card.rect().topLeft()).y()
            assert mark.height() >= mark.heightForWidth(mark.width())
            assert mark.findChild(QWidget, "tip.pick.words").accessibleName()  # type: ignore[union-attr]
        cross = driver.part("tip.pick", "dismiss")
        cross.setFocus(Qt.FocusReason.TabFocusReason)
        driver.press(Qt.Key.Key_Tab)
        focused = driver.program.window.focusWidget()
        assert focused is not None
        assert card.isAncestorOf(focused)


def test_the_lists_to_try_are_there_for_the_lesson_and_say_what_is_wrong(
    open_program: Open, service: PracticeHere
) -> None:
    with open_program() as driver:
        driver.practise()
        driver.segment("audience.kind", "file")
        driver.click("file.try.empty")
        driver.until_words("empty")
        driver.click("file.try.faulty")
        driver.until_row("file.table", "Too short")
        driver.click("file.try.clean")
        driver.until_words(f"{len(service.info.accounts)} account", " ready")
        driver.click(driver.part("tip.check", "dismiss"))
        driver.program.navigator.lesson._keep(False)
        assert not driver.sees("file.try.clean")


def test_a_real_app_has_no_tips_until_they_are_asked_for(open_program: Open) -> None:
    from tests.ui.driving import LiveHere

    live = LiveHere(devices=50)
    with open_program(client=live.client) as driver:
        driver.click("welcome.connect")
        driver.connect_live_app()
        assert marks(driver) == []
        driver.click("window.help")
        driver.click("help.tips")
        until_marks(driver, "tip.pick")


def test_the_list_with_mistakes_has_seventeen_of_them_and_is_saved_as_in_china() -> None:
    accounts = [f"user{n:06}" for n in range(20)]
    rows = trial_bytes("faulty", accounts).decode("gb18030").splitlines()
    assert sum(len(row) < 2 for row in rows) == BAD_ROWS == 17
    with pytest.raises(UnicodeDecodeError):
        trial_bytes("faulty", accounts).decode()
    assert trial_bytes("empty", accounts) == b""
