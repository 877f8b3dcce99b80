"""The style sheet is complete: nothing unfilled, each picture it names is made."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTableWidget,
    QWidget,
)

from tpns_desktop.ui.theme.sheet import ARROWS, repolish, sheet
from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.theme.tokens import CONTROL_HEIGHT, DARK, LIGHT, Tokens

LOOKS = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)


@LOOKS
def test_no_placeholder_is_left(tokens: Tokens) -> None:
    assert "$" not in sheet(tokens, "/pictures")


@LOOKS
def test_braces_are_in_pairs(tokens: Tokens) -> None:
    text = sheet(tokens)
    assert text.count("{") == text.count("}")


@LOOKS
def test_only_colours_of_the_look_are_used(tokens: Tokens) -> None:
    used = set(re.findall("#[0-9A-Fa-f]{6}", sheet(tokens)))
    assert used <= set(vars(tokens).values())


@pytest.mark.parametrize("look", ["light", "dark"])
def test_every_picture_it_names_was_made(qapp: QApplication, theme: Theme, look: str) -> None:
    theme.apply(look)
    named = set(re.findall(r'url\("([^"]+)"\)', qapp.styleSheet()))
    assert len(named) <= len(ARROWS)
    assert named
    for path in named:
        assert b"currentColor" not in Path(path).read_bytes()


@pytest.mark.parametrize("make", [QPushButton, QLineEdit, QComboBox, QSpinBox])
def test_controls_are_34_high(theme: Theme, qtbot, make) -> None:  # type: ignore[no-untyped-def]
    theme.apply("light")
    control = make()
    qtbot.addWidget(control)
    control.show()
    assert control.sizeHint().height() == CONTROL_HEIGHT


@pytest.mark.parametrize("look", ["light", "dark"])
def test_a_combo_box_shows_its_arrow(theme: Theme, qtbot, look: str) -> None:  # type: ignore[no-untyped-def]
    theme.apply(look)
    combo = QComboBox()
    qtbot.addWidget(combo)
    combo.resize(200, 34)
    combo.show()
    picture = combo.grab().toImage()
    right = {picture.pixelColor(x, y).name() for x in range(176, 194) for y in range(8, 27)}
    left = {picture.pixelColor(x, y).name() for x in range(60, 78) for y in range(8, 27)}
    assert len(left) == 1
    assert len(right) > 2


def test_a_changed_property_is_seen_after_repolish(theme: Theme, qtbot) -> None:  # type: ignore[no-untyped-def]
    theme.apply("light")
    button = QPushButton("Send")
    qtbot.addWidget(button)
    button.show()
    plain = button.grab().toImage()
    button.setProperty("kind", "primary")
    repolish(button)
    assert button.grab().toImage() != plain


def test_a_table_has_its_ring_only_while_it_has_the_focus(theme: Theme, qtbot) -> None:  # type: ignore[no-untyped-def]
    theme.apply("light")
    page = QWidget()
    qtbot.addWidget(page)
    line = QHBoxLayout(page)
    table, other = QTableWidget(1, 1), QLineEdit()
    line.addWidget(table)
    line.addWidget(other)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    edge = QPoint(table.width() // 2, 0)
    other.setFocus()
    assert table.grab().toImage().pixelColor(edge).name().upper() != LIGHT.accent
    table.setFocus()
    assert table.grab().toImage().pixelColor(edge).name().upper() == LIGHT.accent
