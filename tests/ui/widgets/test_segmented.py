"""Segmented choices: at most one, by mouse and keyboard, named for a screen reader."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.widgets.segmented import Segmented

CHOICES = [("all", "Everyone"), ("tag", "By tag"), ("account", "A few accounts")]


@pytest.fixture
def segmented(qtbot: QtBot, theme: Theme) -> Segmented:
    widget = Segmented(CHOICES)
    qtbot.addWidget(widget)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


def test_nothing_is_chosen_at_first(segmented: Segmented) -> None:
    assert segmented.value() is None


def test_a_click_chooses(segmented: Segmented, qtbot: QtBot) -> None:
    with qtbot.waitSignal(segmented.chosen) as told:
        qtbot.mouseClick(segmented.segment("tag"), Qt.MouseButton.LeftButton)
    assert told.args == ["tag"]
    assert segmented.value() == "tag"


def test_a_second_click_on_the_same_is_no_news(segmented: Segmented, qtbot: QtBot) -> None:
    segmented.set_value("tag")
    with qtbot.assertNotEmitted(segmented.chosen):
        qtbot.mouseClick(segmented.segment("tag"), Qt.MouseButton.LeftButton)
    assert segmented.value() == "tag"


@pytest.mark.parametrize("key", [Qt.Key.Key_Right, Qt.Key.Key_Down])
def test_arrows_go_on_and_around(segmented: Segmented, qtbot: QtBot, key: Qt.Key) -> None:
    segmented.set_value("all")
    segmented.setFocus()
    seen = []
    segmented.chosen.connect(seen.append)
    for _ in range(3):
        qtbot.keyClick(qapp_focus(segmented), key)
    assert seen == ["tag", "account", "all"]


def test_left_goes_back(segmented: Segmented, qtbot: QtBot) -> None:
    segmented.set_value("all")
    segmented.setFocus()
    qtbot.keyClick(qapp_focus(segmented), Qt.Key.Key_Left)
    assert segmented.value() == "account"


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_space_and_enter_choose_the_first(segmented: Segmented, qtbot: QtBot, key: Qt.Key) -> None:
    segmented.setFocus()
    qtbot.keyClick(qapp_focus(segmented), key)
    assert segmented.value() == "all"


def test_arrows_pass_over_what_is_disabled(segmented: Segmented, qtbot: QtBot) -> None:
    segmented.segment("tag").setEnabled(False)
    segmented.set_value("all")
    segmented.setFocus()
    qtbot.keyClick(qapp_focus(segmented), Qt.Key.Key_Right)
    assert segmented.value() == "account"


def test_it_is_one_tab_stop(qtbot: QtBot, theme: Theme) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    line = QHBoxLayout(page)
    first, last, middle = QLineEdit(), QLineEdit(), Segmented(CHOICES)
    for widget in (first, middle, last):
        line.addWidget(widget)
    middle.set_value("tag")
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert middle.segment("tag").hasFocus()
    qtbot.keyClick(middle.segment("tag"), Qt.Key.Key_Tab)
    assert last.hasFocus()


def test_setting_a_value_tells_nobody(segmented: Segmented, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(segmented.chosen):
        segmented.set_value("tag")
        segmented.set_value(None)
    assert segmented.value() is None


def test_the_value_survives_other_words_and_a_later_offer(segmented: Segmented) -> None:
    segmented.set_value("tag")
    segmented.set_choices([("all", "全部设备"), ("tag", "按标签"), ("account", "指定账号")])
    assert segmented.value() == "tag"
    segmented.set_choices([("all", "Everyone")])
    assert segmented.value() is None
    segmented.set_choices(CHOICES)
    assert segmented.value() == "tag"


def test_segments_are_radio_buttons_that_name_their_group(segmented: Segmented) -> None:
    segmented.setAccessibleName("Who gets it")
    found = QAccessible.queryAccessibleInterface(segmented.segment("tag"))
    assert found.role() is QAccessible.Role.RadioButton
    assert found.text(QAccessible.Text.Name) == "By tag"
    assert found.text(QAccessible.Text.Description) == "Who gets it"


def test_too_little_width_makes_a_second_row(segmented: Segmented, qtbot: QtBot) -> None:
    one = segmented.heightForWidth(600)
    assert segmented.heightForWidth(180) > one
    segmented.resize(180, segmented.heightForWidth(180))
    rows = {segmented.segment(key).y() for key, _ in CHOICES}
    assert len(rows) > 1


def qapp_focus(segmented: Segmented) -> QWidget:
    """The segment that has the focus."""
    proxy = next(
        (segmented.segment(key) for key, _ in CHOICES if segmented.segment(key).hasFocus()), None
    )
    assert proxy is not None
    return proxy
