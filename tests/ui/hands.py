"""Quick and careless hands at the buttons that send, and what came of it at the services.

Beside `driving`, which presses only what can be pressed: a gesture here meets whatever is there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.send import builders
from tests.ui.driving import Driver, LiveHere, PracticeHere
from tpns_desktop.send.results import Batch
from tpns_desktop.store.apps import App
from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.theme.tokens import LIGHT, set_current_tokens

LEFT = Qt.MouseButton.LeftButton
MANUAL = "manual"
"""The hold that only a person ends."""

_numbers = count(1)


@contextmanager
def plain_again(app: QApplication) -> Iterator[None]:
    """The application looks afterwards as it did before."""
    style, font, palette = app.style().objectName(), app.font(), app.palette()
    theme = Theme(app)
    theme.apply("light")
    yield
    app.setStyleSheet("")
    app.setPalette(palette)
    app.setFont(font)
    app.setStyle(style)
    set_current_tokens(LIGHT)
    theme.deleteLater()


@dataclass
class Hands:
    """One gesture's program, push and place of the mouse."""

    driver: Driver
    service: PracticeHere
    live_service: LiveHere
    practice_app: App
    live_app: App
    title: str = field(default_factory=lambda: f"Gesture {next(_numbers)}")
    live: bool = False

    # --------------------------------------------------------------------------- on the way there

    def compose(self, *, live: bool = False, hold_s: str = "0") -> None:
        """Compose with this gesture's push: to one device in practice, to an account live."""
        session = self.driver.program.session
        session.settings.hold_s = hold_s
        self.live = live
        app = self.live_app if live else self.practice_app
        if session.app is None or session.app.id != app.id:
            session.choose_app(app)
        if live:
            (account, *_) = self.live_service.world.population.known().accounts
            draft = builders.draft("account", message__title=self.title)
            draft["audience"]["account"]["text"] = account
        else:
            token = self.service.info.tokens["android"][0]
            draft = builders.draft("device", message__title=self.title)
            draft["audience"]["device"] = {"text": token, "platform": "android"}
        self.driver.program.navigator.compose.start_new(draft)
        window = self.driver.program.window
        window.show_screen("compose")
        # Without a window manager nobody gives the keys back when a dialog closes.
        window.activateWindow()
        self.driver.wait_until(window.isActiveWindow)
        self.driver.until_composed()

    def review(self, *, armed: bool = True, live: bool = False, hold_s: str = "0") -> QWidget:
        """The button that sends, on the review of this gesture's push."""
        self.compose(live=live, hold_s=hold_s)
        self.driver.to_review()
        send = self.driver.find("review.send")
        if armed:
            self.driver.wait_until(send.isEnabled)
        return send

    def question(self) -> QWidget:
        """The button that sends, in the last question before a live push."""
        self.driver.click(self.review(live=True))
        send = self.driver.find("confirm.send")
        self.driver.wait_until(send.isEnabled)
        return send

    def hold(self) -> None:
        """The page of this gesture's push, held until a person says so."""
        self.driver.click(self.review(hold_s=MANUAL))
        self.driver.find("result.cancel")

    # ----------------------------------------------------------------------------------- gestures

    def place(self, widget: QWidget) -> QPoint:
        """The middle of a widget on the screen."""
        return widget.mapToGlobal(widget.rect().center())

    def click(self, place: QPoint, times: int = 1, button: Qt.MouseButton = LEFT) -> None:
        """Click there quickly, as often as said, on whatever is there by then."""
        for n in range(times):
            top = self.driver.window
            under = top.childAt(top.mapFromGlobal(place))
            if under is None:
                continue  # beside an open question nothing takes the mouse
            at = under.mapFromGlobal(place)
            (QTest.mouseDClick if n % 2 else QTest.mouseClick)(under, button, pos=at)

    def key(self, key: Qt.Key, modifiers: Any = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is."""
        self.driver.press(key, modifiers)

    def hold_key(self, key: Qt.Key, repeats: int = 20) -> None:
        """Keep a key down: one press, its repeats, one release."""
        press, release = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
        none = Qt.KeyboardModifier.NoModifier
        events = [(press, False)]
        events += [(kind, True) for _ in range(repeats) for kind in (release, press)]
        for kind, repeated in [*events, (release, False)]:
            widget = self.driver.window.focusWidget() or self.driver.window
            QApplication.sendEvent(widget, QKeyEvent(kind, key, none, "", repeated))

    # -------------------------------------------------------------------------------- what came

    def arrived(self) -> int:
        """How many requests of this push the services have taken; of Android, where it has two."""
        here = self.live_service if self.live else self.service
        bodies = [json.loads(body) for body in here.received("android")]
        return sum(body["message"]["title"] == self.title for body in bodies)

    def pushes(self) -> list[Batch]:
        """What the program has confirmed of it, once all that was asked of it so far is done."""
        desk = self.driver.program.session.desk
        assert desk is not None
        app = self.live_app if self.live else self.practice_app
        return [b for b in self.driver.ask(desk.batches(app.id)) if b.title == self.title]

    def settled(self) -> list[Batch]:
        """The same, once nothing of it is under way."""
        under_way = {"confirmed", "held", "sending"}
        self.driver.wait_until(lambda: not {b.state for b in self.pushes()} & under_way)
        return self.pushes()
