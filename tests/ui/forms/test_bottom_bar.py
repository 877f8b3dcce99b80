"""The bar at the bottom: what is missing, a way there, and Review."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.send import builders
from tpns_desktop.send.checks import examine
from tpns_desktop.send.examination import Examination, Finding
from tpns_desktop.ui.forms.bottom_bar import BottomBar
from tpns_desktop.ui.theme.theme import Theme


def examined(kind: str | None = "all", **changes: Any) -> Examination:
    return examine(builders.draft(kind, **changes), builders.context())


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme) -> Iterator[BottomBar]:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.addWidget(QPlainTextEdit())
    bar = BottomBar()
    column.addWidget(bar)
    page.resize(900, 300)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    yield bar
    page.close()  # also keeps it: the bar does not


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_ctrl_enter_in_a_text_asks_for_the_review(
    bar: BottomBar, qtbot: QtBot, key: Qt.Key
) -> None:
    text = bar.parentWidget().findChild(QPlainTextEdit)
    text.setFocus()
    with qtbot.waitSignal(bar.review_asked):
        qtbot.keyClick(text, key, Qt.KeyboardModifier.ControlModifier)
    assert text.toPlainText() == ""


def test_what_is_missing_first_is_said_and_led_to(bar: BottomBar, qtbot: QtBot) -> None:
    bar.show_examination(examined(None, message__title=""))
    assert bar.pill.isVisible()
    assert bar.said.text()
    asked: list[Finding] = []
    bar.show_asked.connect(asked.append)
    qtbot.mouseClick(bar.show_me, Qt.MouseButton.LeftButton)
    assert [finding.id for finding in asked] == ["target.none"]


def test_nothing_is_said_of_a_push_without_fault(bar: BottomBar) -> None:
    bar.show_examination(examined(None))
    bar.show_examination(examined("account"))
    assert not bar.pill.isVisible()
    assert not bar.show_me.isVisible()
    assert bar.said.text() == ""
    assert bar.review.isEnabled()


def test_review_is_never_a_dead_button(bar: BottomBar, qtbot: QtBot) -> None:
    bar.show_examination(examined(None))
    with qtbot.waitSignal(bar.review_asked):
        qtbot.mouseClick(bar.review, Qt.MouseButton.LeftButton)
