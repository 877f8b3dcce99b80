"""The help opens at the place that it is asked from, and gives the focus back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tpns_desktop.store.settings import Settings
from tpns_desktop.ui.help.guide import Guide
from tpns_desktop.ui.help.panel import HelpPanel
from tpns_desktop.ui.help.topics import TOPICS
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.widgets.card import Card
from tpns_desktop.ui.window import MainWindow

F1 = Qt.Key.Key_F1


class Page(QWidget):
    """Two cards with a field each."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        self.cards: dict[str, Card] = {}
        self.fields: dict[str, QLineEdit] = {}
        for key, name in (("who", "audience.account.text"), ("when", "schedule.at")):
            card = Card(key)
            field = QLineEdit()
            field.setObjectName(name)
            card.body.addWidget(field)
            column.addWidget(card)
            self.cards[key], self.fields[key] = card, field


@pytest.fixture
def window(tmp_path: Path, theme: Theme, qtbot: QtBot) -> MainWindow:
    session = Session(None, Settings.load(tmp_path / "settings.ini"))  # type: ignore[arg-type]
    made = MainWindow(session, theme)
    qtbot.addWidget(made)
    made.add_screen("compose", lambda: "Compose", Page, "compose")
    made.resize(1280, 720)
    made.show_screen("compose")
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def guide(window: MainWindow) -> Guide:
    return Guide(window)


@pytest.fixture
def page(window: MainWindow) -> Page:
    found = window.screen_widget("compose")
    assert isinstance(found, Page)
    return found


def shown(guide: Guide) -> str:
    assert guide.panel is not None
    assert guide.panel.isVisible()
    return guide.panel.topic


def test_f1_shows_the_topic_of_the_field_and_esc_goes_back_to_it(
    window: MainWindow, guide: Guide, page: Page, qtbot: QtBot
) -> None:
    field = page.fields["when"]
    field.setFocus()
    qtbot.keyClick(field, F1)
    assert shown(guide) == "when"
    assert guide.panel is not None
    assert guide.panel.search.hasFocus()
    assert guide.panel.text.toPlainText() == TOPICS["when"].text
    qtbot.keyClick(guide.panel.search, F1)  # asked from the help itself: it stays
    assert shown(guide) == "when"
    qtbot.keyClick(guide.panel.search, Qt.Key.Key_Escape)
    assert not guide.panel.isVisible()
    assert field.hasFocus()


def test_a_card_s_question_mark_is_named_and_comes_first(
    window: MainWindow, guide: Guide, page: Page, qtbot: QtBot
) -> None:
    guide.add_to(page.cards, {"who": "who", "when": "when"})
    button = page.findChild(QToolButton, "help.when")
    assert isinstance(button, QToolButton)
    qtbot.waitUntil(button.isVisible)
    face = QAccessible.queryAccessibleInterface(button)
    assert face.text(QAccessible.Text.Name) == "Help: when"
    page.fields["who"].setFocus()
    qtbot.keyClick(page.fields["who"], Qt.Key.Key_Tab)
    assert button.hasFocus()
    qtbot.keyClick(button, Qt.Key.Key_Tab)
    assert page.fields["when"].hasFocus()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert shown(guide) == "when"


def test_the_window_s_question_mark_shows_the_page_s_topic_and_hides_it_again(
    window: MainWindow, guide: Guide, qtbot: QtBot
) -> None:
    qtbot.mouseClick(window.help, Qt.MouseButton.LeftButton)
    assert shown(guide) == "start"
    qtbot.mouseClick(window.help, Qt.MouseButton.LeftButton)
    assert guide.panel is not None
    assert not guide.panel.isVisible()


def test_a_dialog_has_its_own_help_over_itself(
    window: MainWindow, guide: Guide, page: Page, qtbot: QtBot
) -> None:
    dialog = QDialog(window)
    dialog.setObjectName("connect")
    field = QLineEdit(dialog)
    dialog.open()
    dialog.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClick(field, F1)
    over = guide.dialog
    assert over is not None
    assert over.parentWidget() is dialog
    panel = over.findChild(HelpPanel)
    assert isinstance(panel, HelpPanel)
    assert panel.topic == "keys"
    with qtbot.waitSignal(over.finished):
        qtbot.keyClick(panel.search, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    dialog.reject()


def test_where_there_is_no_room_beside_the_page_it_is_a_window(
    window: MainWindow, guide: Guide, page: Page, qtbot: QtBot
) -> None:
    window.resize(700, 420)
    page.fields["who"].setFocus()
    qtbot.keyClick(page.fields["who"], F1)
    assert guide.panel is None
    assert guide.dialog is not None
    with qtbot.waitSignal(guide.dialog.finished):
        guide.dialog.reject()


@pytest.fixture
def panel(qtbot: QtBot) -> HelpPanel:
    made = HelpPanel()
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_search_lists_what_fits_and_shows_the_first(panel: HelpPanel, qtbot: QtBot) -> None:
    panel.show_topic("who")
    qtbot.keyClicks(panel.search, "hold cancel")
    assert panel.list.item(0).text() == TOPICS["hold"].title
    assert panel.title.text() == panel.list.currentItem().text()
    qtbot.keyClicks(panel.search, " xyzzy")
    assert panel.nothing.isVisible()
    assert not panel.text.isVisible()
    panel.search.clear()
    assert panel.list.count() == len(TOPICS)


def test_arrows_go_from_topic_to_topic(panel: HelpPanel, qtbot: QtBot) -> None:
    panel.show_topic("start")
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    assert (panel.topic, panel.title.text()) == ("who", TOPICS["who"].title)


def test_everything_in_it_has_a_name_and_follows_the_language(panel: HelpPanel) -> None:
    panel.show_topic("sms")
    QApplication.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
    assert panel.topic == "sms"
    for widget in panel.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            face = QAccessible.queryAccessibleInterface(widget)
            assert face.text(QAccessible.Text.Name), widget.objectName()


def test_tips_are_offered_once_there_are_any(panel: HelpPanel, qtbot: QtBot) -> None:
    tips = panel.findChild(QPushButton, "help.tips")
    assert isinstance(tips, QPushButton)
    assert not tips.isVisible()
    panel.offer_tips()
    with qtbot.waitSignal(panel.tips_asked):
        qtbot.mouseClick(tips, Qt.MouseButton.LeftButton)
