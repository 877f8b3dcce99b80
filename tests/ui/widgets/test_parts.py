"""Small parts of the lists and results."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from tpns_desktop.ui.theme.tokens import current_tokens
from tpns_desktop.ui.widgets.bar_track import BarTrack
from tpns_desktop.ui.widgets.disclosure import Disclosure
from tpns_desktop.ui.widgets.empty_state import EmptyState
from tpns_desktop.ui.widgets.fact_rows import FactRows
from tpns_desktop.ui.widgets.figure_card import FigureCard


@pytest.mark.parametrize(("share", "kept"), [(0.5, 0.5), (-1, 0.0), (7, 1.0)])
def test_a_bar_stays_inside_its_track(qtbot: QtBot, share: float, kept: float) -> None:
    bar = BarTrack()
    qtbot.addWidget(bar)
    bar.set_share(share)
    assert bar.share == kept


def test_a_bar_is_filled_in_its_token_s_colour(qtbot: QtBot) -> None:
    bar = BarTrack()
    qtbot.addWidget(bar)
    bar.resize(100, 20)
    bar.set_share(0.5, "ok")
    picture = bar.grab().toImage()
    assert picture.pixelColor(25, 10) == QColor(current_tokens().ok)
    assert picture.pixelColor(75, 10) == QColor(current_tokens().sunken)


def test_a_figure_is_read_as_one(qtbot: QtBot) -> None:
    card = FigureCard()
    qtbot.addWidget(card)
    card.set_figure("Delivered", "4,902", "80.1% of planned")
    assert card.accessibleName() == "Delivered: 4,902"
    assert card.accessibleDescription() == "80.1% of planned"


def test_an_empty_page_offers_a_way_out(qtbot: QtBot) -> None:
    page = EmptyState("list.write", "sent")
    qtbot.addWidget(page)
    page.set_texts("Nothing yet", "Write one.", "Write")
    page.show()
    with qtbot.waitSignal(page.acted):
        qtbot.keyClick(page.button, Qt.Key.Key_Space)


def test_a_disclosure_opens_and_closes_by_keys(qtbot: QtBot) -> None:
    part = Disclosure("more")
    qtbot.addWidget(part)
    part.set_text("Details")
    inside = FactRows()
    part.body.addWidget(inside)
    part.show()
    assert not inside.isVisible()
    for shown in (True, False):
        with qtbot.waitSignal(part.toggled) as toggled:
            qtbot.keyClick(part.button, Qt.Key.Key_Space)
        assert toggled.args == [shown]
        assert inside.isVisible() is shown


def test_a_line_without_a_fact_is_left_out(qtbot: QtBot) -> None:
    rows = FactRows()
    qtbot.addWidget(rows)
    rows.show_facts([("Title", "Sale", ""), ("Plan", "", "none"), ("To", "all", "hint")])
    assert rows.facts() == [("Title", "Sale"), ("To", "all")]
