"""Whatever hands do at the buttons that send, a push leaves once, or not at all.

One program, one practice service; each gesture has a push of its own, told by its title, and is
counted where it arrives. Live questions are put to a service in this process.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.driving import LiveHere, PracticeHere, pause, running
from tests.ui.hands import LEFT, Hands, plain_again

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier

# ----------------------------------------------------------------------------------- the gestures


def click_on_send(hands: Hands) -> None:
    hands.click(hands.place(hands.review()))


def double_click_on_send(hands: Hands) -> None:
    hands.click(hands.place(hands.review()), 2)


def triple_click_on_send(hands: Hands) -> None:
    hands.click(hands.place(hands.review()), 3)


def ten_clicks_on_send(hands: Hands) -> None:
    hands.click(hands.place(hands.review()), 10)


def click_then_enter_and_space(hands: Hands) -> None:
    hands.click(hands.place(hands.review()))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        hands.key(key)


def click_then_alt_s(hands: Hands) -> None:
    hands.click(hands.place(hands.review()))
    hands.key(Qt.Key.Key_S, ALT)


def alt_s_twice(hands: Hands) -> None:
    hands.review()
    for _ in range(2):
        hands.key(Qt.Key.Key_S, ALT)


def alt_s_many_times(hands: Hands) -> None:
    hands.review()
    for _ in range(12):
        hands.key(Qt.Key.Key_S, ALT)


def press_drag_off_and_back(hands: Hands) -> None:
    send = hands.review()
    middle = send.rect().center()
    QTest.mousePress(send, LEFT, pos=middle)
    QTest.mouseMove(send, QPoint(-80, -80))
    QTest.mouseMove(send, middle)
    QTest.mouseRelease(send, LEFT, pos=middle)


def back_and_forward_then_click(hands: Hands) -> None:
    hands.review()
    hands.key(Qt.Key.Key_Escape)
    hands.driver.until_composed()
    hands.key(Qt.Key.Key_Return, CTRL)
    hands.driver.until_screen("review")
    send = hands.driver.find("review.send")
    hands.driver.wait_until(send.isEnabled)
    hands.click(hands.place(send), 2)


def review_asked_for_twice_then_click(hands: Hands) -> None:
    hands.compose()
    hands.click(hands.place(hands.driver.find("bottom.review")), 2)
    hands.driver.until_screen("review")
    send = hands.driver.find("review.send")
    hands.driver.wait_until(send.isEnabled)
    hands.click(hands.place(send), 2)


def clicks_before_it_is_armed_then_one(hands: Hands) -> None:
    send = hands.review(armed=False)
    hands.click(hands.place(send), 4)
    hands.driver.wait_until(send.isEnabled)
    hands.click(hands.place(send))


def click_then_back(hands: Hands) -> None:
    hands.click(hands.place(hands.review()))
    hands.key(Qt.Key.Key_Escape)


def double_click_in_the_question(hands: Hands) -> None:
    hands.click(hands.place(hands.question()), 2)


def click_then_enter_in_the_question(hands: Hands) -> None:
    hands.click(hands.place(hands.question()))
    hands.key(Qt.Key.Key_Return)
    hands.key(Qt.Key.Key_S, ALT)


def language_change_in_the_question_then_click(hands: Hands) -> None:
    send = hands.question()
    navigator = hands.driver.program.navigator
    try:
        navigator.choose_language("zh_CN")
        hands.click(hands.place(send), 2)
    finally:
        navigator.choose_language("en")


def double_click_on_send_now(hands: Hands) -> None:
    hands.hold()
    hands.click(hands.place(hands.driver.find("result.send_now")), 2)


def send_now_by_click_and_keys(hands: Hands) -> None:
    hands.hold()
    hands.click(hands.place(hands.driver.find("result.send_now")))
    for _ in range(2):
        hands.key(Qt.Key.Key_S, ALT)


ONCE = [
    click_on_send,
    double_click_on_send,
    triple_click_on_send,
    ten_clicks_on_send,
    click_then_enter_and_space,
    click_then_alt_s,
    alt_s_twice,
    alt_s_many_times,
    press_drag_off_and_back,
    back_and_forward_then_click,
    review_asked_for_twice_then_click,
    clicks_before_it_is_armed_then_one,
    click_then_back,
    double_click_in_the_question,
    click_then_enter_in_the_question,
    language_change_in_the_question_then_click,
    double_click_on_send_now,
    send_now_by_click_and_keys,
]


def keys_on_send(hands: Hands) -> None:
    send = hands.review()
    send.setFocus()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
        hands.key(key)


def keys_held_on_send(hands: Hands) -> None:
    send = hands.review()
    send.setFocus()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        hands.hold_key(key)


def enter_on_the_review(hands: Hands) -> None:
    hands.review()
    hands.driver.program.window.screen_widget("review").setFocus()
    hands.key(Qt.Key.Key_Return)
    hands.key(Qt.Key.Key_Return, CTRL)


def ctrl_enter_twice_on_the_form(hands: Hands) -> None:
    hands.compose()
    for _ in range(2):
        hands.key(Qt.Key.Key_Return, CTRL)
    hands.driver.until_screen("review")
    hands.key(Qt.Key.Key_Return, CTRL)


def double_click_on_review(hands: Hands) -> None:
    hands.compose()
    hands.click(hands.place(hands.driver.find("bottom.review")), 2)
    hands.driver.until_screen("review")
    hands.click(hands.place(hands.driver.find("review.send")))


def clicks_while_it_is_off(hands: Hands) -> None:
    send = hands.review(armed=False)
    assert not send.isEnabled()
    hands.click(hands.place(send), 5)


def press_drag_off(hands: Hands) -> None:
    send = hands.review()
    QTest.mousePress(send, LEFT, pos=send.rect().center())
    QTest.mouseMove(send, QPoint(-80, -80))
    QTest.mouseRelease(send, LEFT, pos=QPoint(-80, -80))


def other_mouse_buttons(hands: Hands) -> None:
    place = hands.place(hands.review())
    for button in (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton):
        hands.click(place, 2, button)


def enter_in_the_question(hands: Hands) -> None:
    hands.question()
    hands.key(Qt.Key.Key_Return)


def escape_then_enter_in_the_question(hands: Hands) -> None:
    hands.question()
    hands.key(Qt.Key.Key_Escape)
    hands.key(Qt.Key.Key_Return)


def keys_held_in_the_question(hands: Hands) -> None:
    hands.question().setFocus()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        hands.hold_key(key)


def double_click_that_opens_the_question(hands: Hands) -> None:
    hands.click(hands.place(hands.review(live=True)), 2)
    send = hands.driver.find("confirm.send")
    hands.click(hands.place(send), 3)  # it is not armed yet
    hands.key(Qt.Key.Key_Escape)


def another_app_in_the_question(hands: Hands) -> None:
    hands.question()
    hands.driver.program.session.choose_app(hands.practice_app)
    hands.driver.wait_until(lambda: not hands.driver.sees("confirm.send"))
    hands.click(hands.place(hands.driver.find("review.send")), 2)
    hands.key(Qt.Key.Key_S, ALT)


def another_app_in_the_hold(hands: Hands) -> None:
    hands.hold()
    hands.driver.program.session.choose_app(hands.live_app)
    hands.settled()


def ctrl_z_in_the_hold(hands: Hands) -> None:
    hands.hold()
    for _ in range(2):
        hands.key(Qt.Key.Key_Z, CTRL)


def cancel_twice_then_send_now(hands: Hands) -> None:
    hands.hold()
    cancel = hands.place(hands.driver.find("result.cancel"))
    send_now = hands.place(hands.driver.find("result.send_now"))
    hands.click(cancel, 2)
    hands.click(send_now, 2)
    hands.key(Qt.Key.Key_S, ALT)


NEVER = [
    keys_on_send,
    keys_held_on_send,
    enter_on_the_review,
    ctrl_enter_twice_on_the_form,
    double_click_on_review,
    clicks_while_it_is_off,
    press_drag_off,
    other_mouse_buttons,
    enter_in_the_question,
    escape_then_enter_in_the_question,
    keys_held_in_the_question,
    double_click_that_opens_the_question,
    another_app_in_the_question,
    another_app_in_the_hold,
    ctrl_z_in_the_hold,
    cancel_twice_then_send_now,
]


# ------------------------------------------------------------------------------------ the program


@pytest.fixture(scope="module")
def hands_of_all(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hands]:
    home: Path = tmp_path_factory.mktemp("gestures") / "home"
    service, live = PracticeHere(devices=500, limits=False), LiveHere()
    settings = {"language": "en", "look": "light", "hold_s": "0"}
    with (
        plain_again(qapp),
        running(home, service, client=live.client, settings=settings) as driver,
    ):
        driver.practise()
        session = driver.program.session
        practice_app = session.app
        assert practice_app is not None
        driver.program.navigator.connect_app()
        driver.connect_live_app()
        driver.wait_until(lambda: session.app is not None and session.app.name == "Shop")
        assert session.app is not None
        yield Hands(driver, service, live, practice_app, session.app)
    service.close()


@pytest.fixture
def hands(hands_of_all: Hands) -> Iterator[Hands]:
    own = Hands(
        hands_of_all.driver,
        hands_of_all.service,
        hands_of_all.live_service,
        hands_of_all.practice_app,
        hands_of_all.live_app,
    )
    yield own
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        dialog.close()
    own.driver.program.window.show_screen("compose")


def name(gesture: Callable[[Hands], None]) -> str:
    return gesture.__name__


@pytest.mark.parametrize("gesture", ONCE, ids=name)
def test_it_leaves_once(hands: Hands, gesture: Callable[[Hands], None]) -> None:
    gesture(hands)
    hands.driver.wait_until(lambda: bool(hands.pushes()))
    (push,) = hands.settled()
    assert push.state == "accepted"
    assert hands.arrived() == 1


@pytest.mark.parametrize("gesture", NEVER, ids=name)
def test_nothing_leaves(hands: Hands, gesture: Callable[[Hands], None]) -> None:
    gesture(hands)
    pause(0)
    assert {push.state for push in hands.settled()} <= {"withdrawn"}
    assert hands.arrived() == 0


def test_cancel_and_send_in_the_same_moment_end_in_one_of_the_two(hands: Hands) -> None:
    hands.hold()
    send_now = hands.place(hands.driver.find("result.send_now"))
    cancel = hands.place(hands.driver.find("result.cancel"))
    hands.click(send_now)
    hands.click(cancel)
    (push,) = hands.settled()
    assert (push.state, hands.arrived()) in {("accepted", 1), ("withdrawn", 0)}
