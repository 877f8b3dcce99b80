"""The whole task without a mouse: from Welcome to the next push, by keys alone.

Tab, arrows, letters and the shortcuts of the design are all there is. What Tab does not come to
cannot be used here: `Keys.to` goes there as a person does, and names the way when it is none.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.driving import LIVE_KEY, WAIT_MS, Driver, LiveHere, PracticeHere, running
from tests.ui.test_trying_first import known_token
from tpns_desktop.ui.theme.theme import Theme

FAST = {"language": "en", "look": "light", "hold_s": "1"}
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
FURTHEST = 150
"""Presses of Tab after which one has been everywhere."""


@dataclass
class Keys:
    """A keyboard at the program; counts what is pressed."""

    driver: Driver
    pressed: int = 0

    def press(self, key: Qt.Key, modifiers: Any = Qt.KeyboardModifier.NoModifier) -> None:
        """One key where the focus is."""
        self.driver.press(key, modifiers)
        QApplication.processEvents()  # what the key posted comes before the next key
        self.pressed += 1

    def type(self, text: str) -> None:
        """Letters where the focus is."""
        self.driver.type(text)
        self.pressed += len(text)

    def here(self) -> QWidget:
        """What has the focus."""
        focused = self.driver.window.focusWidget()
        assert focused is not None
        return focused

    def is_at(self, name: str) -> bool:
        """Whether the focus is in what has this object name."""
        widget: QWidget | None = self.driver.window.focusWidget()
        while widget is not None:
            if widget.objectName() == name:
                return True
            widget = widget.parentWidget()
        return False

    def to(self, name: str, *, back: bool = False) -> None:
        """Press Tab until the focus is there. Raises LookupError."""
        self.driver.find(name)
        key = Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab
        way = []
        for _ in range(FURTHEST):
            if self.is_at(name):
                return
            self.press(key, SHIFT if back else Qt.KeyboardModifier.NoModifier)
            way.append(self.here().objectName() or type(self.here()).__name__)
        raise LookupError(f"Tab does not come to {name!r}; it goes {way}")

    def use(self, name: str) -> None:
        """Go to a button or box and press it."""
        self.to(name)
        self.driver.wait_until(self.here().isEnabled)
        self.press(Qt.Key.Key_Space)

    def fill(self, name: str, text: str) -> None:
        """Go to a field and type into it, in place of what is there."""
        self.to(name)
        self.press(Qt.Key.Key_A, CTRL)
        self.press(Qt.Key.Key_Delete)
        self.type(text)

    def choose(self, name: str, key: str) -> None:
        """Go to choices side by side and move to one of them."""
        self.to(name)
        for _ in range(8):
            if self.here().objectName() == key and self.here().isChecked():  # type: ignore[attr-defined]
                return
            self.press(Qt.Key.Key_Right)
        raise LookupError(f"{name!r}: the arrows do not come to {key!r}")

    def pick(self, name: str, key: str) -> None:
        """Go to a list that folds out and move to an entry."""
        self.to(name)
        box = self.here()
        assert isinstance(box, QComboBox)
        for _ in range(box.count()):
            if box.currentData() == key:
                return
            self.press(Qt.Key.Key_Down)
        raise LookupError(f"{name!r}: the arrows do not come to {key!r}")

    def shortcut(self, key: Qt.Key, modifiers: Any) -> None:
        """Press a shortcut of the window."""
        # Without a window manager nobody gives the keys back when a dialog closes.
        self.driver.window.activateWindow()
        self.driver.wait_until(self.driver.window.isActiveWindow)
        self.press(key, modifiers)


@pytest.fixture
def service() -> Iterator[PracticeHere]:
    service = PracticeHere(devices=500, pace=3600.0)
    yield service
    service.close()


@pytest.fixture
def live() -> LiveHere:
    return LiveHere()


@pytest.fixture
def keys(
    home: Path, service: PracticeHere, live: LiveHere, qtbot: QtBot, theme: Theme
) -> Iterator[Keys]:
    def wait(condition: Callable[[], bool]) -> None:
        qtbot.waitUntil(condition, timeout=WAIT_MS)

    with running(home, service, wait, settings=FAST, client=live.client) as driver:
        keys = Keys(driver)
        yield keys
        print(f"{keys.pressed} keys")


def compose(keys: Keys, tag: str) -> None:
    """Every card by its shortcut."""
    driver = keys.driver
    keys.shortcut(Qt.Key.Key_1, ALT)
    keys.choose("audience.kind", "tag")
    keys.to("audience.tag.groups.0.0.tags")
    keys.type(f"{tag},")
    driver.until_words(tag)

    keys.shortcut(Qt.Key.Key_2, ALT)
    keys.fill("message.title", "Sale tonight")
    keys.fill("message.content", "Everything is cheaper until midnight.")
    keys.fill("message.picture", "https://img.example.com/sale.png")
    keys.use("message.more")
    keys.use("message.options.vendor.huawei")
    keys.fill("message.android.hw_ch_id", "offers")

    keys.shortcut(Qt.Key.Key_3, ALT)
    keys.choose("schedule.kind", "at")
    keys.to("schedule.at")
    keys.press(Qt.Key.Key_Up)  # a year, a month or a day later: the section is Qt's choice
    keys.press(Qt.Key.Key_Down)

    keys.shortcut(Qt.Key.Key_4, ALT)
    assert keys.is_at("sms.on")
    keys.shortcut(Qt.Key.Key_5, ALT)
    keys.fill("name", "Evening sale")


def add_device(keys: Keys, name: str, token: str) -> None:
    """In the open test dialog, whose book is empty."""
    keys.fill("test.name", name)
    keys.choose("test.platform", "android")
    keys.fill("test.token", token)
    keys.press(Qt.Key.Key_Return)
    keys.driver.wait_until(lambda: not keys.driver.sees("test.add"))


def tick_all(keys: Keys) -> None:
    """Confirm whatever has to be on Review; at night there is more of it."""
    boxes = [box for box in keys.driver.window.findChildren(QCheckBox) if box.isVisible()]
    for name in [box.objectName() for box in boxes if not box.isChecked()]:
        keys.use(name)


def test_from_welcome_to_the_next_push_without_a_mouse(keys: Keys, service: PracticeHere) -> None:
    driver = keys.driver
    keys.use("welcome.practise")
    driver.until_composed()
    compose(keys, service.info.tags[0])
    keys.use("bottom.template")
    driver.until_words("Saved as a template.")

    keys.shortcut(Qt.Key.Key_T, CTRL | SHIFT)
    driver.find("test.name")
    add_device(keys, "Li's phone", service.info.tokens["android"][0])
    keys.choose("test.prefix", "[Preview] ")
    driver.wait_until(driver.find("test.send").isEnabled)
    keys.shortcut(Qt.Key.Key_S, ALT)
    driver.until_words("TPNS took it")
    keys.press(Qt.Key.Key_Escape)
    driver.wait_until(lambda: driver.window is driver.program.window)

    keys.shortcut(Qt.Key.Key_Return, CTRL)
    driver.until_screen("review")
    driver.until_words("Last test: ", "to Li's phone")
    tick_all(keys)
    driver.wait_until(driver.find("review.send").isEnabled)
    keys.to("review.send")
    keys.press(Qt.Key.Key_Return)  # never sends
    keys.press(Qt.Key.Key_Space)
    keys.press(Qt.Key.Key_Escape)
    driver.until_screen("compose")
    keys.shortcut(Qt.Key.Key_Return, CTRL)
    driver.until_screen("review")
    tick_all(keys)
    driver.wait_until(driver.find("review.send").isEnabled)
    keys.shortcut(Qt.Key.Key_S, ALT)
    driver.until_screen("result")
    driver.find("result.cancel")
    driver.find("result.again")
    test, *pushes = [json.loads(body) for body in service.received("android")]
    assert test["audience_type"] == "token_list"
    assert [push["message"]["title"] for push in pushes] == ["Sale tonight"]
    assert pushes[0]["message"]["xg_media_resources"] == "https://img.example.com/sale.png"
    assert pushes[0]["message"]["android"]["hw_ch_id"] == "offers"
    assert pushes[0]["send_time"]

    keys.use("result.again")
    driver.until_screen("compose")
    assert driver.find_as(QLineEdit, "message.title").text() == "Sale tonight"


def test_a_live_push_is_rehearsed_ticked_confirmed_and_called_back_without_a_mouse(
    keys: Keys, service: PracticeHere, live: LiveHere
) -> None:
    driver = keys.driver
    keys.use("welcome.connect")
    driver.find("connect.name")
    keys.fill("connect.name", "Shop")
    keys.pick("connect.access_point", "guangzhou")
    keys.use("connect.android")
    keys.fill("connect.android.access_id", "1500099001")
    keys.fill("connect.android.secret_key", LIVE_KEY)
    keys.use("connect.save")
    driver.wait_until(lambda: driver.program.session.app is not None)
    driver.until_composed()

    keys.shortcut(Qt.Key.Key_1, ALT)
    keys.choose("audience.kind", "all")
    keys.shortcut(Qt.Key.Key_2, ALT)
    keys.fill("message.title", "Sale tonight")
    keys.fill("message.content", "Everything is cheaper until midnight.")
    keys.shortcut(Qt.Key.Key_T, CTRL | SHIFT)
    driver.find("test.name")
    add_device(keys, "Li's phone", known_token(live, "android"))
    driver.wait_until(driver.find("test.send").isEnabled)
    keys.shortcut(Qt.Key.Key_S, ALT)
    driver.until_words("TPNS took it")
    keys.press(Qt.Key.Key_Escape)
    driver.wait_until(lambda: driver.window is driver.program.window)

    keys.shortcut(Qt.Key.Key_Return, CTRL)
    driver.until_screen("review")
    keys.use("review.rehearse")
    driver.until_words("Practice accepted it.")
    tick_all(keys)
    keys.fill("review.name", "Shop")
    driver.wait_until(driver.find("review.send").isEnabled)
    keys.shortcut(Qt.Key.Key_S, ALT)
    driver.find("confirm.send")
    driver.wait_until(driver.find("confirm.send").isEnabled)
    keys.shortcut(Qt.Key.Key_S, ALT)
    driver.until_screen("result")
    keys.use("result.cancel")
    driver.find("result.draft")
    assert len(live.received("android")) == 1  # the test; the push was called back
    assert len(service.received("android")) == 1  # the rehearsal


def test_f6_goes_round_and_f1_comes_back_to_where_it_was_asked(keys: Keys) -> None:
    driver = keys.driver
    keys.use("welcome.practise")
    driver.until_composed()
    keys.shortcut(Qt.Key.Key_2, ALT)
    assert keys.is_at("message.title")
    for region in ("preview", "checks", "rail", "compose.form", "preview", "checks"):
        keys.shortcut(Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier)
        assert keys.is_at(region), region
        assert keys.is_at("checks") == (region == "checks")
    keys.shortcut(Qt.Key.Key_2, ALT)
    keys.shortcut(Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)
    driver.wait_until(lambda: keys.is_at("help.search"))
    keys.press(Qt.Key.Key_Escape)
    assert keys.is_at("message.title")
