"""The pace of practice, through the real window: chosen in the settings, the service runs so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.driving import WAIT_MS, PracticeHere, running
from tpns_desktop.ui.theme.theme import Theme


@pytest.fixture
def service() -> Iterator[PracticeHere]:
    service = PracticeHere(devices=200, pace=60.0)
    yield service
    service.close()


def test_the_running_service_takes_the_pace_that_is_chosen(
    home: Path, service: PracticeHere, qtbot: QtBot, theme: Theme
) -> None:
    def wait(condition: Callable[[], bool]) -> None:
        qtbot.waitUntil(condition, timeout=WAIT_MS)

    settings = {"language": "en", "look": "light"}
    with running(home, service, wait, settings=settings) as driver:
        driver.practise()
        driver.program.window.show_screen("settings")
        driver.segment("settings.practice_pace", "600")
        driver.wait_until(lambda: service.world.timeline.pace == 600)
        assert driver.program.settings.practice_pace == "600"
