"""The table by channel."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.ui import pushes
from tpns_desktop.ui.screens.results.channel_model import (
    RECORD_ROLE,
    SORT_ROLE,
    ChannelModel,
    Column,
)


def test_the_model_keeps_qt_s_rules(qtmodeltester: ModelTester) -> None:
    model = ChannelModel()
    channels = pushes.batch(counters=pushes.counters()).channels
    model.show_channels(channels)
    qtmodeltester.check(model)
    assert model.rowCount() == len(channels) == 6


def test_numbers_are_at_the_right_and_sort_as_numbers() -> None:
    model = ChannelModel()
    model.show_channels(pushes.batch(counters=pushes.counters()).channels)
    index = model.index(1, Column.ARRIVED)
    assert index.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert index.data(SORT_ROLE) == 0
    assert index.data(RECORD_ROLE).channel == "hw"
    assert model.index(1, Column.CHANNEL).data() == "Huawei"


def test_grown_figures_change_their_rows_only(qtbot: QtBot) -> None:
    model = ChannelModel()
    model.show_channels(pushes.batch(counters=pushes.counters()).channels)
    with qtbot.waitSignal(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        model.show_channels(pushes.batch(counters=pushes.counters(2)).channels)


def test_a_channel_that_is_new_to_us_keeps_its_code() -> None:
    model = ChannelModel()
    counters = [{"channel": "newphone", "planned": 1}]
    model.show_channels(pushes.batch(counters=counters).channels)
    assert model.index(0, Column.CHANNEL).data() == "newphone"
    assert model.index(0, Column.TAPPED).data() == "–"
