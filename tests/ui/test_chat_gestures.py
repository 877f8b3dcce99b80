"""Whatever hands do at the buttons that send, a push to users of a Chat app leaves once, or never.

The gestures are those of `test_gestures`, at a push of the Chat page: in practice to everyone, live
to one named user, with the last question before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui import test_gestures as gestures
from tests.ui.chat_hands import speak
from tests.ui.driving import LIVE_CHAT, LiveHere, PracticeHere, pause, running
from tests.ui.hands import Hands, plain_again
from tpns_desktop.model.chat_draft import empty_chat_draft
from tpns_desktop.model.secret import Secret
from tpns_desktop.send.chat_desk import ChatForm
from tpns_desktop.send.results import Batch
from tpns_desktop.store.chat_apps import ChatApp

_NOT_HERE = {gestures.back_and_forward_then_click}  # goes back to Compose
ONCE = [gesture for gesture in gestures.ONCE if gesture not in _NOT_HERE]
QUICK = {
    gestures.ten_clicks_on_send,
    gestures.click_then_alt_s,
    gestures.review_asked_for_twice_then_click,
    gestures.double_click_in_the_question,
    gestures.double_click_on_send_now,
}
"""Of those that send, the ones that every run makes: two pushes of an app leave 1.2 s apart."""


@dataclass
class ChatHands(Hands):
    """One gesture's Chat push."""

    practice_chat: ChatApp | None = None
    live_chat: ChatApp | None = None

    @property
    def chat_app(self) -> ChatApp:
        app = self.live_chat if self.live else self.practice_chat
        assert app is not None
        return app

    def compose(self, *, live: bool = False, hold_s: str = "0") -> None:
        session = self.driver.program.session
        session.settings.hold_s = hold_s
        self.live = live
        if session.chat_app is None or session.chat_app.id != self.chat_app.id:
            session.choose_chat_app(self.chat_app)
        draft = empty_chat_draft()
        draft["audience"]["kind"] = "users" if live else "all"
        draft["audience"]["users"]["text"] = "user000001"
        draft["message"]["elements"] = [{"kind": "text", "text": self.title}]
        draft["notification"]["title"] = self.title
        window, screen = self.driver.program.window, self.driver.program.navigator.chat.screen
        window.show_screen("chat")
        window.activateWindow()
        self.driver.wait_until(window.isActiveWindow)
        screen.start_new(draft)
        self.driver.wait_until(lambda: screen.settled)

    def review(self, *, armed: bool = True, live: bool = False, hold_s: str = "0") -> QWidget:
        self.compose(live=live, hold_s=hold_s)
        self.driver.to_review()
        if self.driver.sees("review.tick.chat.time.night"):
            self.driver.click("review.tick.chat.time.night")
        send = self.driver.find("review.send")
        if armed:
            self.driver.wait_until(send.isEnabled)
        return send

    def arrived(self) -> int:
        here: Any = self.live_service if self.live else self.service
        pushes = list(here.world.chat.pushes.values())
        return sum(push.order.shown[0] == self.title for push in pushes)

    def pushes(self) -> list[Batch]:
        desk = self.driver.program.session.desk
        assert desk is not None
        found = self.driver.ask(desk.chat.history(self.chat_app.id))
        return [batch for batch in found if batch.title == self.title]


@pytest.fixture(scope="module")
def hands_of_all(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hands]:
    home: Path = tmp_path_factory.mktemp("chat_gestures") / "home"
    service, live = PracticeHere(devices=500, limits=False), LiveHere()
    settings = {"language": "en", "look": "light", "hold_s": "0"}
    with (
        plain_again(qapp),
        running(
            home, service, client=live.client, settings=settings, chat_client=live.chat_client
        ) as driver,
    ):
        driver.practise()
        session = driver.program.session
        practice_app = session.app
        speak(driver, "timpush_chat")
        practice_chat = session.chat_app
        driver.program.navigator.connect_app()
        driver.connect_live_app()
        driver.wait_until(lambda: session.app is not None and session.app.name == "Shop")
        desk = session.desk
        assert desk is not None
        assert practice_app is not None
        assert session.app is not None
        number, key = LIVE_CHAT
        form = ChatForm(
            "Shop chat", str(number), "administrator", Secret(key), "china", "timpush_chat"
        )
        live_chat = driver.ask(desk.chat.save(form)).app
        session.show_chat_apps(driver.ask(desk.chat.apps()))
        yield ChatHands(
            driver,
            service,
            live,
            practice_app,
            session.app,
            practice_chat=practice_chat,
            live_chat=live_chat,
        )
    service.close()


@pytest.fixture
def hands(hands_of_all: ChatHands) -> Iterator[Hands]:
    of_all = hands_of_all
    yield ChatHands(
        of_all.driver,
        of_all.service,
        of_all.live_service,
        of_all.practice_app,
        of_all.live_app,
        practice_chat=of_all.practice_chat,
        live_chat=of_all.live_chat,
    )
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        dialog.close()
    of_all.driver.program.window.show_screen("chat")


def cases() -> list[Any]:
    marks = {gesture: () if gesture in QUICK else (pytest.mark.slow,) for gesture in ONCE}
    return [pytest.param(one, marks=marks[one], id=gestures.name(one)) for one in ONCE]


@pytest.mark.parametrize("gesture", cases())
def test_it_leaves_once(hands: Hands, gesture: Callable[[Hands], None]) -> None:
    gesture(hands)
    hands.driver.wait_until(lambda: bool(hands.pushes()))
    (push,) = hands.settled()
    assert push.state == "accepted"
    assert hands.arrived() == 1


def never() -> list[Any]:
    """Every second in each run, all of them among the slow ones."""
    return [
        pytest.param(one, marks=(pytest.mark.slow,) if nth % 2 else (), id=gestures.name(one))
        for nth, one in enumerate(gestures.NEVER)
    ]


@pytest.mark.parametrize("gesture", never())
def test_nothing_leaves(hands: Hands, gesture: Callable[[Hands], None]) -> None:
    gesture(hands)
    pause(0)
    assert {push.state for push in hands.settled()} <= {"withdrawn"}
    assert hands.arrived() == 0
