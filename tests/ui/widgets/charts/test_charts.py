"""Charts say in words, figures and shapes what they show, and can be taken along."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from pytestqt.qtbot import QtBot

from tpns_desktop.ui.i18n import Languages
from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.widgets.charts.bars_chart import BarsChart
from tpns_desktop.ui.widgets.charts.card import ChartCard
from tpns_desktop.ui.widgets.charts.chart import Chart
from tpns_desktop.ui.widgets.charts.series import Bars, Series, Table, csv_of
from tpns_desktop.ui.widgets.charts.ticks import time_ticks, value_ticks
from tpns_desktop.ui.widgets.charts.time_chart import TimeChart

START = datetime(2026, 11, 19, 2, 0, tzinfo=UTC)

Show = Callable[[Chart], ChartCard]


@pytest.fixture
def show(qtbot: QtBot, theme: Theme, languages: Languages) -> Iterator[Show]:
    """The chart in its card, drawn."""
    languages.apply("en")
    cards = []

    def shown(chart: Chart) -> ChartCard:
        card = ChartCard("some", chart)
        qtbot.addWidget(card)
        cards.append(card)
        card.set_texts("First hour")
        card.resize(600, 340)
        with qtbot.waitActive(card):
            card.show()
            card.activateWindow()
        qtbot.waitUntil(lambda: chart.drawn, timeout=20_000)
        return card

    yield shown
    cards.clear()


def over_time() -> TimeChart:
    chart = TimeChart()
    times = [START + timedelta(minutes=10 * n) for n in range(4)]
    delivered = tuple(zip(times, (0, 500, 4900, 4800), strict=True))
    chart.set_series(
        [
            Series("d", "Delivered", "accent", delivered),
            Series("t", "Tapped", "warn", ((times[1], None), (times[3], 120))),
        ]
    )
    return chart


def by_day() -> BarsChart:
    chart = BarsChart()
    chart.set_bars(
        ["18 Nov", "19 Nov"],
        [Bars("d", "Delivered", "accent", (48000, None)), Bars("t", "=Tapped", "warn", (4800, 3))],
        "Day",
    )
    return chart


def test_a_line_tells_its_beginning_end_and_height(show: Show) -> None:
    card = show(over_time())
    said = card.chart.accessibleDescription()
    for figure in ("0 at first", "4,800 at last", "highest 4,900"):
        assert figure in said
    assert card.chart.accessibleName() == "First hour"
    assert card.chart.legend.accessibleName() == "Delivered 4,800, Tapped 120"


def test_arrow_keys_read_one_instant_after_the_other(show: Show, qtbot: QtBot) -> None:
    chart = show(over_time()).chart
    chart.setFocus()
    for key, place in ((Qt.Key.Key_Left, 3), (Qt.Key.Key_Left, 2), (Qt.Key.Key_Home, 0)):
        qtbot.keyClick(chart, key)
        assert chart.cursor_place == place
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert "Delivered 500, Tapped –" in chart.legend.accessibleName()


def test_the_table_says_the_same_and_can_be_copied(show: Show, qtbot: QtBot) -> None:
    card = show(by_day())
    qtbot.mouseClick(card.switch.segment("table"), Qt.MouseButton.LeftButton)
    assert card.table.isVisible()
    card.table.setFocus()
    qtbot.keyClick(card.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == (
        "Day\tDelivered\t=Tapped\n18 Nov\t48,000\t4,800\n19 Nov\t–\t3"
    )


def test_table_and_picture_are_handed_out_to_be_saved(show: Show, qtbot: QtBot) -> None:
    card = show(by_day())
    with qtbot.waitSignal(card.export_asked) as told:
        card.save_table.trigger()
    assert told.args == [
        "First hour.csv",
        # A word that a spreadsheet would take for a formula is kept a word.
        b"\xef\xbb\xbfDay,Delivered,'=Tapped\r\n18 Nov,48000,4800\r\n19 Nov,,3\r\n",
    ]
    with qtbot.waitSignal(card.export_asked) as told:
        card.save_picture.trigger()
    name, picture = told.args
    assert name == "First hour.png"
    assert picture.startswith(b"\x89PNG")


def test_a_chart_follows_the_look(show: Show, theme: Theme) -> None:
    chart = show(by_day()).chart

    def colours() -> set[str]:
        picture = chart.image()
        return {
            picture.pixelColor(x, y).name().upper()
            for x in range(0, picture.width(), 5)
            for y in range(0, picture.height(), 5)
        }

    light = QColor(theme.tokens.accent).name().upper()
    assert light in colours()
    theme.apply("dark")
    assert QColor(theme.tokens.accent).name().upper() in colours()
    assert light not in colours()


def test_nothing_to_show_is_no_fault(show: Show) -> None:
    for chart in (TimeChart(), BarsChart()):
        card = show(chart)
        card.show_table(True)
        assert card.table.rows.rowCount() == 0
        assert not chart.image().isNull()


def test_one_point_and_points_without_figures_are_drawn(show: Show) -> None:
    chart = TimeChart()
    chart.set_series([Series("a", "A", "ok", ((START, 7),)), Series("b", "B", "ok", ())])
    show(chart)
    assert "no figure yet" in chart.accessibleDescription()


@pytest.mark.parametrize("highest", [0, 1, 7, 99, 4_902, 8_000_000, 10**12])
def test_values_are_round_and_reach_above_the_highest(highest: int) -> None:
    ticks = value_ticks(highest)
    assert ticks[0] == 0
    assert ticks[-1] >= highest
    assert 2 <= len(ticks) <= 7
    assert len({b - a for a, b in itertools.pairwise(ticks)}) == 1


@pytest.mark.parametrize("minutes", [1, 59, 60 * 24, 60 * 24 * 29, 60 * 24 * 4000])
def test_times_are_round_and_not_too_many(minutes: int) -> None:
    ticks, step_s = time_ticks(START, START + timedelta(minutes=minutes), 8)
    assert len(ticks) <= 9
    assert all(START <= at <= START + timedelta(minutes=minutes) for at in ticks)
    assert all(at.second == 0 for at in ticks)
    assert step_s >= 60


def test_an_unknown_figure_is_an_empty_cell() -> None:
    assert csv_of(Table(("A", "B"), (("x", (None,)),))) == b"\xef\xbb\xbfA,B\r\nx,\r\n"
