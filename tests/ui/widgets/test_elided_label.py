"""A label that gives way keeps its words for whoever asks."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.widgets.elided_label import ElidedLabel


def test_what_does_not_fit_is_cut_and_stays_in_the_tool_tip(theme: Theme, qtbot: QtBot) -> None:
    label = ElidedLabel("Template 123 takes 2 values")
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.show()
    assert label.shown_text().endswith("…")
    assert label.toolTip() == label.text() == "Template 123 takes 2 values"


def test_what_fits_has_no_tool_tip(theme: Theme, qtbot: QtBot) -> None:
    label = ElidedLabel("Short")
    qtbot.addWidget(label)
    label.resize(300, 20)
    label.show()
    assert label.shown_text() == "Short"
    assert label.toolTip() == ""


def test_it_asks_for_little_width(theme: Theme, qtbot: QtBot) -> None:
    label = ElidedLabel("very long " * 40)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() < 60
