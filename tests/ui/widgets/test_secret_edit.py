"""A secret key goes in and does not come out by keys, clipboard or input method."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tpns_desktop.ui.widgets.secret_edit import SecretEdit

KEY = "0123456789abcdef0123456789abcdef"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def field(qtbot: QtBot) -> SecretEdit:
    made = SecretEdit()
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    qtbot.keyClicks(made, KEY)
    return made


@pytest.mark.parametrize("shown", [False, True])
def test_copying_and_cutting_give_nothing_shown_or_hidden(
    field: SecretEdit, qtbot: QtBot, shown: bool
) -> None:
    QGuiApplication.clipboard().setText("before")
    field.actions()[0].setChecked(shown)
    qtbot.keyClick(field, Qt.Key.Key_A, CONTROL)
    qtbot.keyClick(field, Qt.Key.Key_C, CONTROL)
    qtbot.keyClick(field, Qt.Key.Key_X, CONTROL)
    assert QGuiApplication.clipboard().text() == "before"
    assert len(field.text()) == len(KEY)


def test_shown_text_cannot_be_selected(field: SecretEdit, qtbot: QtBot) -> None:
    field.actions()[0].setChecked(True)
    qtbot.keyClick(field, Qt.Key.Key_Home)
    qtbot.keyClick(field, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert not field.hasSelectedText()


def test_undo_does_not_bring_a_cleared_key_back(field: SecretEdit, qtbot: QtBot) -> None:
    field.actions()[0].setChecked(True)
    for _ in KEY:
        qtbot.keyClick(field, Qt.Key.Key_Backspace)
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert field.text() == ""


def test_an_input_method_is_told_nothing_of_it(field: SecretEdit) -> None:
    for query in (
        Qt.InputMethodQuery.ImSurroundingText,
        Qt.InputMethodQuery.ImCurrentSelection,
        Qt.InputMethodQuery.ImTextBeforeCursor,
        Qt.InputMethodQuery.ImTextAfterCursor,
    ):
        assert not field.inputMethodQuery(query)


def test_the_eye_closes_when_the_field_is_left(field: SecretEdit, qtbot: QtBot) -> None:
    field.actions()[0].setChecked(True)
    assert field.echoMode() is QLineEdit.EchoMode.Normal
    field.clearFocus()
    qtbot.waitUntil(lambda: field.echoMode() is QLineEdit.EchoMode.Password)


def test_spaces_and_line_ends_of_a_paste_fall_off(field: SecretEdit, qtbot: QtBot) -> None:
    other = SecretEdit()
    qtbot.addWidget(other)
    other.setText(f"  {KEY}\n ")
    assert other.secret() == field.secret()
