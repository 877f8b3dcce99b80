"""A button for what can't be taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton
from pytestqt.qtbot import QtBot

from tpns_desktop.ui.widgets.deliberate_button import DeliberateButton


class Box(QDialog):
    def __init__(self) -> None:
        super().__init__()
        self.back = QPushButton("Go back")
        self.back.setDefault(True)
        self.send = DeliberateButton("Send")
        line = QHBoxLayout(self)
        line.addWidget(self.back)
        line.addWidget(self.send)
        self.pressed: list[str] = []
        self.send.clicked.connect(lambda: self.pressed.append("send"))
        self.back.clicked.connect(lambda: self.pressed.append("back"))


@pytest.fixture
def box(qtbot: QtBot) -> Box:
    made = Box()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select]
)
def test_no_key_that_one_hits_in_passing_presses_it(box: Box, qtbot: QtBot, key: Qt.Key) -> None:
    box.send.setFocus()
    qtbot.keyClick(box.send, key)
    assert box.pressed == []
    assert box.isVisible()


def test_it_never_becomes_the_default_by_having_the_focus(box: Box) -> None:
    box.send.setFocus()
    assert not box.send.isDefault()
    assert box.back.isDefault()


def test_a_click_and_its_keys_press_it(box: Box, qtbot: QtBot) -> None:
    qtbot.mouseClick(box.send, Qt.MouseButton.LeftButton)
    qtbot.keyClick(box, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    assert box.pressed == ["send", "send"]


def test_a_screen_reader_s_press_works(box: Box, qtbot: QtBot) -> None:
    face = QAccessible.queryAccessibleInterface(box.send)
    actions = face.actionInterface()
    if actions is None:
        pytest.skip("this Qt does not offer its action interface to Python")
    actions.doAction(actions.pressAction())
    qtbot.waitUntil(lambda: box.pressed == ["send"])


def test_disabled_it_hears_no_keys(box: Box, qtbot: QtBot) -> None:
    box.send.setEnabled(False)
    qtbot.keyClick(box, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    assert box.pressed == []
