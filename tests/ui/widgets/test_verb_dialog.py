"""A small dialog begins where a person begins: at its first field, and its verb comes last."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.widgets.empty_state import EmptyState
from tpns_desktop.ui.widgets.verb_dialog import VerbDialog


def test_tab_goes_through_the_fields_to_the_verb(qtbot: QtBot, theme: Theme) -> None:
    dialog = VerbDialog("ask")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.set_words("Add a device", "Add")
    for name in ("ask.name", "ask.token"):
        dialog.add_field(name, name, QLineEdit())
    link = QPushButton("Paste")
    link.setObjectName("ask.paste")
    dialog.lines.addWidget(link)
    with qtbot.waitExposed(dialog):
        dialog.open()
    met = []
    for _ in range(5):
        focused = dialog.focusWidget()
        assert focused is not None
        met.append(focused.objectName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert met == ["ask.name", "ask.token", "ask.paste", "ask.back", "ask.do"]


def test_an_empty_page_shows_all_lines_of_its_hint(qtbot: QtBot, theme: Theme) -> None:
    state = EmptyState("first", "person")
    qtbot.addWidget(state)
    state.resize(900, 600)
    state.set_texts("Nothing yet", "Words of a sentence that takes several lines. " * 6, "Add")
    with qtbot.waitExposed(state):
        state.show()
    hint = state._hint
    assert hint.height() >= hint.heightForWidth(hint.width()) > 2 * hint.fontMetrics().height()
