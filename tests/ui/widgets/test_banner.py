"""A banner says its words, offers what to do, and can be put away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.theme.tokens import TONES
from tpns_desktop.ui.widgets.banner import Banner


@pytest.mark.parametrize("tone", TONES)
def test_each_tone_differs_in_colour(theme: Theme, qtbot: QtBot, tone: str) -> None:
    other = "ok" if tone != "ok" else "warn"
    banner = Banner(tone, "Words")
    qtbot.addWidget(banner)
    banner.resize(300, 40)
    before = banner.grab().toImage()
    banner.set_tone(other)
    assert banner.grab().toImage() != before
    assert banner.tone == other


def test_its_name_is_what_it_says(theme: Theme, qtbot: QtBot) -> None:
    banner = Banner("warn")
    qtbot.addWidget(banner)
    banner.set_text("No password store")
    assert banner.accessibleName() == banner.text() == "No password store"


def test_an_action_tells_its_key(theme: Theme, qtbot: QtBot) -> None:
    banner = Banner("danger", "A push at 21:30 would text people at 22:30.")
    qtbot.addWidget(banner)
    pressed = []
    button = banner.add_action("wait", "Wait until 08:00", lambda: pressed.append(True))
    banner.show()
    with qtbot.waitSignal(banner.acted) as told:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told.args == ["wait"]
    assert pressed == [True]


def test_it_can_be_put_away(theme: Theme, qtbot: QtBot) -> None:
    banner = Banner("neutral", "Set aside")
    qtbot.addWidget(banner)
    banner.set_dismissible(True)
    banner.show()
    cross = banner.findChild(QToolButton, "dismiss")
    assert isinstance(cross, QToolButton)
    assert cross.accessibleName()
    with qtbot.waitSignal(banner.dismissed):
        qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert banner.isHidden()


def test_rows_are_links_below_the_words_and_can_be_replaced(theme: Theme, qtbot: QtBot) -> None:
    banner = Banner("warn", "Two pushes are open.")
    qtbot.addWidget(banner)
    banner.set_dismissible(True)
    banner.add_row("row.a", "“Sale”, today 10:02")
    second = banner.add_row("row.b", "“News”, today 10:04")
    banner.resize(600, 120)
    banner.show()
    cross = banner.findChild(QToolButton, "dismiss")
    assert isinstance(cross, QToolButton)
    assert second.mapTo(banner, second.rect().topLeft()).y() > cross.geometry().bottom()
    with qtbot.waitSignal(banner.acted) as told:
        second.setFocus()
        qtbot.keyClick(second, Qt.Key.Key_Space)
    assert told.args == ["row.b"]
    banner.clear_rows()
    assert not [b for b in banner.findChildren(QPushButton) if b.isVisible()]
    third = banner.add_row("row.b", "“News”, today 10:04")
    qtbot.waitUntil(third.isVisible)


def test_words_that_depend_on_the_language_are_asked_for_again(theme: Theme, qtbot: QtBot) -> None:
    said = {"text": "Locked", "action": "Unlock…"}
    banner = Banner("warn", lambda: said["text"])
    qtbot.addWidget(banner)
    button = banner.add_action("unlock", lambda: said["action"])
    said.update(text="已锁定", action="解锁…")
    QApplication.sendEvent(banner, QEvent(QEvent.Type.LanguageChange))
    assert (banner.text(), banner.accessibleName(), button.text()) == ("已锁定", "已锁定", "解锁…")
