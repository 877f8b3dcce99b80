"""The bar of the hold counts by its clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tpns_desktop.ui.widgets.hold_bar import HoldBar

START = datetime(2026, 11, 19, 2, 30, tzinfo=UTC)


class Clock:
    def __init__(self) -> None:
        self.at = START

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def bar(qtbot: QtBot, clock: Clock) -> HoldBar:
    made = HoldBar(clock)
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_counts_whole_seconds_down(bar: HoldBar, clock: Clock, qtbot: QtBot) -> None:
    bar.start(START + timedelta(seconds=10))
    assert bar.text() == "On hold — sending in 10 s. Nothing has left this computer."
    clock.at += timedelta(seconds=3.2)
    qtbot.waitUntil(lambda: "in 7 s" in bar.text())
    assert bar.accessibleName() == bar.text()


def test_when_the_time_is_up_it_no_longer_says_that_nothing_has_left(
    bar: HoldBar, clock: Clock, qtbot: QtBot
) -> None:
    bar.start(START + timedelta(seconds=10))
    clock.at += timedelta(seconds=11)
    qtbot.waitUntil(lambda: "Nothing has left" not in bar.text())
    assert bar.left_s() == 0


def test_without_a_clock_it_waits_for_the_person(bar: HoldBar) -> None:
    bar.start(None)
    assert bar.send_now.isVisible()
    assert bar.left_s() is None
    assert "Nothing has left this computer." in bar.text()


def test_cancel_is_asked_for_once(bar: HoldBar, qtbot: QtBot) -> None:
    bar.start(START + timedelta(seconds=10))
    with qtbot.waitSignal(bar.cancelled):
        qtbot.mouseClick(bar.cancel, Qt.MouseButton.LeftButton)
    with qtbot.assertNotEmitted(bar.cancelled):
        qtbot.mouseDClick(bar.cancel, Qt.MouseButton.LeftButton)
