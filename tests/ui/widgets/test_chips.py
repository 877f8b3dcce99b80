"""Chips: typed, pasted, completed, taken away, all by keyboard too."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.widgets.chips import ChipsInput


@pytest.fixture
def chips(qtbot: QtBot, theme: Theme) -> ChipsInput:
    widget = ChipsInput()
    qtbot.addWidget(widget)
    widget.setAccessibleName("Tags")
    widget.resize(400, 40)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    widget.setFocus()
    return widget


def chip(chips: ChipsInput, word: str) -> QWidget:
    found = chips.findChild(QWidget, f"chip.{word}")
    assert isinstance(found, QWidget)
    return found


@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_makes_a_chip(chips: ChipsInput, qtbot: QtBot, end: Qt.Key) -> None:
    qtbot.keyClicks(chips.entry, "vip")
    with qtbot.waitSignal(chips.edited):
        qtbot.keyClick(chips.entry, end)
    assert chips.values() == ["vip"]
    assert chips.entry.text() == ""


@pytest.mark.parametrize("comma", [",", "，", "、"])
def test_a_comma_makes_a_chip(chips: ChipsInput, comma: str) -> None:
    for letter in f"vip{comma}st":  # QTest types nothing beyond Latin
        key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(chips.entry, key)
    assert chips.values() == ["vip"]
    assert chips.entry.text() == "st"


def test_leaving_the_entry_loses_nothing(qtbot: QtBot, theme: Theme) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    chips, other = ChipsInput(), QLineEdit()
    line = QHBoxLayout(page)
    line.addWidget(chips)
    line.addWidget(other)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    chips.setFocus()
    qtbot.keyClicks(chips.entry, "vip")
    other.setFocus()
    assert chips.values() == ["vip"]


def test_a_pasted_list_becomes_chips(chips: ChipsInput, qtbot: QtBot) -> None:
    QApplication.clipboard().setText("a\nb，c, d\r\n a \n")
    qtbot.keyClick(chips.entry, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert chips.values() == ["a", "b", "c", "d"]


def test_a_repeat_or_white_space_is_no_chip(chips: ChipsInput, qtbot: QtBot) -> None:
    chips.set_values(["vip"])
    with qtbot.assertNotEmitted(chips.edited):
        qtbot.keyClicks(chips.entry, " vip ")
        qtbot.keyClick(chips.entry, Qt.Key.Key_Return)
        qtbot.keyClicks(chips.entry, "   ")
        qtbot.keyClick(chips.entry, Qt.Key.Key_Return)
    assert chips.values() == ["vip"]


def test_a_chip_is_taken_away_by_its_cross(chips: ChipsInput, qtbot: QtBot) -> None:
    chips.set_values(["a", "b"])
    cross = chip(chips, "a").findChild(QWidget, "remove")
    assert isinstance(cross, QWidget)
    with qtbot.waitSignal(chips.edited):
        qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert chips.values() == ["b"]


def test_chips_are_reached_and_taken_away_by_keys(chips: ChipsInput, qtbot: QtBot) -> None:
    chips.set_values(["a", "b", "c"])
    qtbot.keyClick(chips.entry, Qt.Key.Key_Left)
    assert chip(chips, "c").hasFocus()
    qtbot.keyClick(chip(chips, "c"), Qt.Key.Key_Left)
    with qtbot.waitSignal(chips.edited):
        qtbot.keyClick(chip(chips, "b"), Qt.Key.Key_Delete)
    assert chips.values() == ["a", "c"]
    assert chip(chips, "c").hasFocus()
    qtbot.keyClick(chip(chips, "c"), Qt.Key.Key_Right)
    assert chips.entry.hasFocus()


def test_backspace_first_goes_to_the_chip_then_takes_it(chips: ChipsInput, qtbot: QtBot) -> None:
    chips.set_values(["a"])
    qtbot.keyClick(chips.entry, Qt.Key.Key_Backspace)
    assert chips.values() == ["a"]
    qtbot.keyClick(chip(chips, "a"), Qt.Key.Key_Backspace)
    assert chips.values() == []
    assert chips.entry.hasFocus()


def test_a_suggestion_becomes_a_chip(chips: ChipsInput, qtbot: QtBot) -> None:
    chips.set_suggestions(["level:3", "vip", "staff"])
    qtbot.keyClicks(chips.entry, "IP")
    popup = chips.entry.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: chips.values() == ["vip"])
    qtbot.waitUntil(lambda: chips.entry.text() == "")


def test_setting_values_tells_nobody(chips: ChipsInput, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(chips.edited):
        chips.set_values(["a", "b"])
    assert chips.values() == ["a", "b"]


def test_everything_is_named(chips: ChipsInput) -> None:
    chips.set_values(["vip"])
    assert chips.entry.accessibleName() == "Tags"
    assert chip(chips, "vip").accessibleName() == "vip"
    cross = chip(chips, "vip").findChild(QWidget, "remove")
    assert isinstance(cross, QWidget)
    assert "vip" in cross.accessibleName()


def test_many_chips_take_more_lines(chips: ChipsInput) -> None:
    one = chips.heightForWidth(300)
    chips.set_values([f"a rather long tag {n}" for n in range(8)])
    assert chips.heightForWidth(300) > 3 * one


WORD = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1).filter(
    lambda word: word == word.strip() and not set(word) & set(",，、")
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.lists(WORD, unique=True, max_size=6))
def test_what_is_set_comes_back_unchanged(chips: ChipsInput, words: list[str]) -> None:
    chips.set_values(words)
    assert chips.values() == words


def test_a_field_that_has_the_focus_can_go_with_its_page(qtbot: QtBot, theme: Theme) -> None:
    page = QWidget()
    chips = ChipsInput()
    row = QHBoxLayout(page)
    row.addWidget(chips)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    chips.setFocus()
    qtbot.waitUntil(chips.entry.hasFocus)
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()


def test_the_suggestions_close_once_the_word_is_a_chip(chips: ChipsInput, qtbot: QtBot) -> None:
    chips.set_suggestions(["vip", "vip gold"])
    qtbot.keyClicks(chips.entry, "vip")
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    qtbot.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Return)
    assert chips.values() == ["vip"]
    assert QApplication.activePopupWidget() is None
