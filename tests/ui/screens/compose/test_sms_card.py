"""The text message card: off by default, one line a blank of the template."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tpns_desktop.model.draft import empty_draft
from tpns_desktop.send.sms_facts import SmsFacts, text_of_draft
from tpns_desktop.store.sms_book import SmsTemplate
from tpns_desktop.ui.forms.binding import DraftBinding
from tpns_desktop.ui.forms.fields import Fields
from tpns_desktop.ui.screens.compose.sms_card import SmsCard, ValuesEditor
from tpns_desktop.ui.theme.theme import Theme


@pytest.fixture
def binding(qapp: QApplication) -> Iterator[DraftBinding]:
    made = DraftBinding(empty_draft())
    yield made
    # Here and now: left to Python's collector, it might go on another thread, with its timers.
    shiboken6.delete(made)


@pytest.fixture
def card(binding: DraftBinding, qtbot: QtBot, theme: Theme) -> SmsCard:
    fields = Fields(binding, binding)
    made = SmsCard(fields)
    qtbot.addWidget(made)
    made.resize(560, 600)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def switch_on(card: SmsCard, qtbot: QtBot) -> None:
    qtbot.mouseClick(card.on, Qt.MouseButton.LeftButton, pos=QPoint(10, card.on.height() // 2))
    QApplication.processEvents()  # the card lays out what it was just given


def test_nothing_of_it_is_asked_until_it_is_on(
    card: SmsCard, binding: DraftBinding, qtbot: QtBot
) -> None:
    assert not card.details.isVisible()
    switch_on(card, qtbot)
    assert card.details.isVisible()
    assert binding.value("sms.on") is True


def test_values_fill_the_blanks_in_order(
    card: SmsCard, binding: DraftBinding, qtbot: QtBot
) -> None:
    switch_on(card, qtbot)
    for text in ("4711", "20:00", ""):
        qtbot.mouseClick(card.values.add, Qt.MouseButton.LeftButton)
        focused = card.values.findChild(QLineEdit, f"sms.params.{len(card.values.value())}")
        assert focused.hasFocus()
        qtbot.keyClicks(focused, text)
    assert binding.value("sms.params") == ["4711", "20:00", ""]


def test_tab_comes_to_every_value_and_then_to_the_way_to_add_one(
    card: SmsCard, qtbot: QtBot
) -> None:
    switch_on(card, qtbot)
    card.values.set_value(["a", "b"])
    QApplication.processEvents()  # the card lays out what it was just given
    card.sign.setFocus()
    met = []
    for _ in range(6):
        focused = card.focusWidget()
        assert focused is not None
        met.append(focused.objectName())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    values = ["sms.params.1", "sms.params.1.remove", "sms.params.2", "sms.params.2.remove"]
    assert met == ["sms.sign_name", *values, "sms.params.add"]


def test_a_value_is_taken_away_and_the_rest_moves_up(
    card: SmsCard, binding: DraftBinding, qtbot: QtBot
) -> None:
    switch_on(card, qtbot)
    binding.set_value("sms.params", ["a", "b", "c"])
    card.values.set_value(["a", "b", "c"])
    QApplication.processEvents()  # the card lays out what it was just given
    cross = card.values.findChild(QPushButton, "sms.params.2.remove")
    qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert binding.value("sms.params") == ["a", "c"]
    QApplication.processEvents()  # the card lays out what it was just given
    focused = QApplication.focusWidget()
    assert focused is not None
    assert card.values.isAncestorOf(focused)


def test_the_cross_is_drawn_large_enough_to_be_seen(card: SmsCard) -> None:
    card.values.set_value(["a"])
    cross = card.values.findChild(QPushButton, "sms.params.1.remove")
    assert cross.text() == ""
    assert not cross.icon().isNull()
    assert cross.iconSize().width() >= 14
    assert cross.accessibleName()


def test_a_change_of_language_keeps_the_values(card: SmsCard, qtbot: QtBot) -> None:
    card.values.set_value(["a", "", "c"])
    QApplication.sendEvent(card, QEvent(QEvent.Type.LanguageChange))
    assert card.values.value() == ["a", "", "c"]


def test_values_shown_by_the_program_are_no_edit(qtbot: QtBot) -> None:
    editor = ValuesEditor()
    qtbot.addWidget(editor)
    with qtbot.assertNotEmitted(editor.edited):
        editor.set_value(["a", "b"])


@pytest.mark.parametrize(
    ("international", "text"), [(0, "【Acme】Won a tent."), (1, "[Acme]Won a tent.")]
)
def test_the_bubble_reads_as_on_the_phone(
    card: SmsCard, qtbot: QtBot, international: int, text: str
) -> None:
    shelf = {"site": "china", "region": "ap-guangzhou"}
    template = SmsTemplate(
        **shelf, template_id="123", content="Won {1}.", international=international, status=0
    )
    sms = {"on": True, "template_id": "123", "sign_name": "Acme", "params": ["a tent"]}
    switch_on(card, qtbot)
    card.show_text(text_of_draft({"sms": sms}, SmsFacts((template,))))
    assert card.bubble.text.text() == text
    side = "outside the Chinese mainland" if international else "Chinese mainland"
    assert card.bubble.length.text().endswith(side)


def test_without_the_words_of_the_template_there_is_no_bubble(card: SmsCard, qtbot: QtBot) -> None:
    switch_on(card, qtbot)
    card.show_text(None)
    assert not card.bubble.text.isVisible()
    assert card.bubble.length.text()
