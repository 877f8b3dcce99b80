"""Tab goes in reading order, whenever the widgets were made."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tpns_desktop.ui.widgets.chips import ChipsInput
from tpns_desktop.ui.widgets.tab_order import follow


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """Buttons `first` and `last`, and between them `box`, empty."""
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    for name in ("first", "box", "last"):
        widget = QWidget() if name == "box" else QPushButton(name)
        widget.setObjectName(name)
        column.addWidget(widget)
    QVBoxLayout(page.findChild(QWidget, "box"))
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


def fill(page: QWidget, *widgets: QWidget) -> QWidget:
    box = page.findChild(QWidget, "box")
    for widget in widgets:
        box.layout().addWidget(widget)
    follow(box, widgets)
    QApplication.processEvents()  # a layout shows what was just put into it
    return box


def walk(page: QWidget, qtbot: QtBot, steps: int) -> list[str]:
    page.findChild(QWidget, "first").setFocus()
    met = []
    for _ in range(steps):
        focused = page.focusWidget()
        assert focused is not None
        met.append(focused.objectName())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    return met


def named(name: str) -> QPushButton:
    button = QPushButton()
    button.setObjectName(name)
    return button


def test_what_is_made_later_is_met_where_its_container_stands(page: QWidget, qtbot: QtBot) -> None:
    box = fill(page, named("one"), named("two"))
    assert walk(page, qtbot, 4) == ["first", "one", "two", "last"]
    assert box.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_a_field_with_its_entry_inside_is_met_in_its_place(page: QWidget, qtbot: QtBot) -> None:
    chips = ChipsInput()
    policy = chips.entry.focusPolicy()
    fill(page, named("one"), chips, named("two"))
    assert walk(page, qtbot, 5) == ["first", "one", "entry", "two", "last"]
    assert chips.entry.focusPolicy() == policy
    assert chips.focusPolicy() == Qt.FocusPolicy.NoFocus
