"""The look can be changed at any time, and the system's scheme is only an input."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tpns_desktop.ui.theme.theme import Theme, code_font, interface_font
from tpns_desktop.ui.theme.tokens import DARK, LIGHT, TYPE_BODY, current_tokens


def test_a_look_reaches_palette_sheet_and_tokens(qapp: QApplication, theme: Theme) -> None:
    for look, tokens in (("light", LIGHT), ("dark", DARK)):
        theme.apply(look)
        assert theme.tokens is tokens
        assert current_tokens() is tokens
        window = qapp.palette().color(QPalette.ColorRole.Window)
        assert window.name().upper() == tokens.bg
        assert tokens.accent in qapp.styleSheet()


def test_changed_tells_only_of_changes(theme: Theme, qtbot: QtBot) -> None:
    theme.apply("light")
    with qtbot.waitSignal(theme.changed):
        theme.apply("dark")
    with qtbot.assertNotEmitted(theme.changed):
        theme.apply("dark")


def test_system_follows_the_system_and_the_others_do_not(qapp: QApplication, theme: Theme) -> None:
    hints = qapp.styleHints()
    theme.apply("system")
    hints.setColorScheme(Qt.ColorScheme.Dark)
    try:
        if hints.colorScheme() is Qt.ColorScheme.Dark:  # not every platform can be told
            assert theme.tokens is DARK
        theme.apply("light")
        assert theme.tokens is LIGHT
    finally:
        hints.unsetColorScheme()


def test_an_unknown_look_is_the_systems(theme: Theme) -> None:
    theme.apply("sepia")
    assert theme.look == "system"


def test_what_is_shown_repaints(theme: Theme, qtbot: QtBot) -> None:
    theme.apply("light")
    label = QLabel("Words")
    qtbot.addWidget(label)
    label.show()
    before = label.grab().toImage()
    theme.apply("dark")
    assert label.grab().toImage() != before


def test_the_faces_hold_chinese_by_name(qapp: QApplication) -> None:
    for font in (interface_font(), code_font()):
        assert {"PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC"} <= set(font.families())
    assert interface_font().pixelSize() == TYPE_BODY
