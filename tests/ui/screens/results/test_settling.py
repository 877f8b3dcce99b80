"""A push of which nobody knows: it is looked for, or a person says what became of it, once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui import pushes
from tests.ui.pushes import FakeDesk
from tpns_desktop.send.desk import AskFailed
from tpns_desktop.send.results import Batch
from tpns_desktop.store.errors import DiskFull
from tpns_desktop.ui.screens.results.ending_card import EndingCard
from tpns_desktop.ui.screens.results.screen import ResultScreen
from tpns_desktop.ui.screens.results.settle_dialog import SettleDialog
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.words.numbers import clock, time_of

LEFT = Qt.MouseButton.LeftButton

Show = Callable[..., ResultScreen]


def now() -> datetime:
    return datetime.now(UTC)


def unknown(**changes: Any) -> Batch:
    next_look_at = changes.pop("next_look_at", None)
    values = {"state": "unknown", "reason": "cut", "sent_at": now(), "created_at": now()}
    return replace(pushes.batch(**values | changes), next_look_at=next_look_at)


@pytest.fixture
def show(session: Session, desk: FakeDesk, qtbot: QtBot) -> Show:
    """Gives the page with this push on it, loaded."""

    def make(batch: Batch) -> ResultScreen:
        desk.answers["batch"] = batch
        desk.answers["refresh"] = AskFailed("dns")  # of figures nothing is said here
        screen = ResultScreen(session)
        qtbot.addWidget(screen)
        screen.resize(1100, 900)
        screen.show_batch(batch.id)
        screen.show()
        qtbot.waitExposed(screen)
        screen.activateWindow()
        qtbot.waitUntil(lambda: not screen.state.isHidden())
        qtbot.waitUntil(lambda: all(card.isVisible() for card in screen.findChildren(EndingCard)))
        return screen

    return make


def button(screen: QWidget, name: str) -> QPushButton:
    found = [b for b in screen.findChildren(QPushButton, name) if b.isVisible()]
    assert len(found) == 1, [b.objectName() for b in screen.findChildren(QPushButton)]
    return found[0]


def read(screen: QWidget) -> str:
    labels = screen.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def dialog_of(screen: ResultScreen, qtbot: QtBot) -> SettleDialog:
    dialog = screen.findChild(SettleDialog, "settle")
    assert isinstance(dialog, SettleDialog)
    qtbot.waitUntil(dialog.settle.isEnabled)
    return dialog


def looked(screen: ResultScreen) -> str:
    assert screen.settle is not None
    return screen.settle.text()


# ------------------------------------------------------------------------------------ looking


def test_the_look_up_is_followed_in_words(
    show: Show, session: Session, desk: FakeDesk, qtbot: QtBot
) -> None:
    soon, at, later = now() + timedelta(seconds=4), now(), now() + timedelta(minutes=2)
    screen = show(unknown(next_look_at=soon))
    assert looked(screen) == "Not looked for yet. Next look in a moment."
    check = button(screen, "result.check_now")
    desk.answers["batch"] = unknown(look="none", looks=1, looked_at=at, next_look_at=later)
    session.batch_changed.emit("batch1")
    said = f"Looked at {time_of(at)}: no record yet. Next look at {clock(later)}."
    qtbot.waitUntil(lambda: looked(screen) == said)
    # The same buttons: whoever is about to press one presses what it was.
    assert button(screen, "result.check_now") is check


def test_check_now_finds_it(show: Show, desk: FakeDesk, qtbot: QtBot) -> None:
    screen = show(unknown())
    desk.answers["check_now"] = unknown(
        state="accepted", settled_by="query", settled_at=now(), push_ids=("77",)
    )
    qtbot.mouseClick(button(screen, "result.check_now"), LEFT)
    qtbot.waitUntil(lambda: screen.settle is None)
    assert desk.calls("check_now") == [("batch1",)]
    assert screen.state.text() == "Accepted, looked up"
    qtbot.waitUntil(lambda: "a look-up found it" in read(screen))


def test_a_check_is_asked_once_while_it_is_under_way(
    show: Show, desk: FakeDesk, session: Session, qtbot: QtBot
) -> None:
    free = asyncio.Event()

    class SlowDesk(FakeDesk):
        async def check_now(self, batch_id: str) -> Batch:
            self.asked.append(("check_now", batch_id))
            await free.wait()
            return unknown(look="none", looks=1, looked_at=now())

    slow = SlowDesk(**desk.answers)
    slow.answers = desk.answers
    session.desk = slow  # type: ignore[assignment]  # stands in for the desk
    screen = show(unknown())
    check = button(screen, "result.check_now")
    check.setFocus()
    qtbot.keyClick(check, Qt.Key.Key_Space)
    assert not check.isEnabled()
    assert looked(screen) == "Looking for it…"
    focused = screen.window().focusWidget()
    assert focused is not None
    assert focused.objectName() == "result.page"  # not on a button that settles
    qtbot.mouseClick(check, LEFT)
    session.background.post(free.set)
    qtbot.waitUntil(check.isEnabled)
    assert len(slow.calls("check_now")) == 1
    assert "no record yet" in looked(screen)
    assert check.hasFocus()


@pytest.mark.parametrize(
    ("error", "part"),
    [
        (AskFailed("budget"), "60 look-ups are used up"),
        (AskFailed("no_key"), "Enter it again under Settings"),
        (AskFailed("keyring_locked"), "password store is locked"),
        (AskFailed("other_practice"), "can't be looked up any more"),
        (AskFailed("dns"), "address could not be found"),
        (AskFailed("refused", code=1008003), "don't match"),
        (DiskFull(), "The disk is full."),
    ],
    ids=lambda given: getattr(given, "reason", None),
)
def test_a_check_that_tells_nothing_says_why(
    show: Show, desk: FakeDesk, qtbot: QtBot, error: Exception, part: str
) -> None:
    screen = show(unknown())
    desk.answers["check_now"] = error
    qtbot.mouseClick(button(screen, "result.check_now"), LEFT)
    assert screen.settle is not None
    qtbot.waitUntil(screen.settle.trouble.isVisible)
    assert part in screen.settle.trouble.text()
    assert screen.settle.check.isEnabled()
    assert screen.state.text() == "We don't know yet"


def test_several_matches_are_red_and_listed_to_copy(show: Show, qtbot: QtBot) -> None:
    batch = pushes.split(
        unknown(),
        {"look": "several", "matches": ("31", "32"), "looked_at": now()},
        {"look": "none", "looked_at": now()},
    )
    screen = show(batch)
    assert (screen.state.text(), screen.state.tone) == ("Several pushes match", "danger")
    assert screen.settle is not None
    assert screen.settle.conflict.isVisible()
    qtbot.waitUntil(lambda: "Android push ID" in read(screen))
    assert "TPNS console" in read(screen)
    assert "iPhone: Looked at" in looked(screen)
    qtbot.mouseClick(button(screen, "result.match.32"), LEFT)
    assert QGuiApplication.clipboard().text() == "32"


# ---------------------------------------------------------------------------- a person's word

SAID = [
    ("result.saw_it", "saw_it", "SEND AGAIN", {"state": "accepted"}, "Accepted, you saw it"),
    ("result.did_not_go", "did_not_go", "twice", {"state": "not_found"}, "Did not go, you said"),
]


@pytest.mark.parametrize(("name", "method", "follows", "facts", "said"), SAID)
def test_a_person_s_word_is_asked_for_once_and_says_what_follows(
    show: Show,
    desk: FakeDesk,
    qtbot: QtBot,
    name: str,
    method: str,
    follows: str,
    facts: dict[str, Any],
    said: str,
) -> None:
    screen = show(unknown())
    desk.answers[method] = unknown(settled_by="person", settled_at=now(), **facts)
    qtbot.mouseClick(button(screen, name), LEFT)
    dialog = dialog_of(screen, qtbot)
    assert follows in read(dialog)
    assert "Android and iPhone" in read(dialog)
    qtbot.mouseClick(dialog.settle, LEFT)
    qtbot.waitUntil(lambda: screen.settle is None)
    assert desk.calls(method) == [("batch1",)]
    assert screen.state.text() == said


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Escape]
)
@pytest.mark.parametrize("name", ["result.saw_it", "result.did_not_go"])
def test_every_quick_key_in_that_question_goes_back(
    show: Show, desk: FakeDesk, qtbot: QtBot, name: str, key: Qt.Key
) -> None:
    screen = show(unknown())
    qtbot.mouseClick(button(screen, name), LEFT)
    dialog = dialog_of(screen, qtbot)
    assert dialog.back.hasFocus()
    qtbot.keyClick(dialog.back, key)
    qtbot.waitUntil(lambda: screen.findChild(SettleDialog, "settle") is None)
    assert not desk.calls("saw_it")
    assert not desk.calls("did_not_go")
    assert screen.settle is not None


def test_keys_on_the_button_that_settles_do_nothing(
    show: Show, desk: FakeDesk, qtbot: QtBot
) -> None:
    screen = show(unknown())
    qtbot.mouseClick(button(screen, "result.did_not_go"), LEFT)
    dialog = dialog_of(screen, qtbot)
    dialog.settle.setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        qtbot.keyClick(dialog.settle, key)
    assert dialog.isVisible()
    assert not desk.calls("did_not_go")


def test_a_double_click_opens_the_question_and_settles_nothing(
    show: Show, desk: FakeDesk, qtbot: QtBot
) -> None:
    screen = show(unknown())
    qtbot.mouseClick(button(screen, "result.saw_it"), LEFT)
    dialog = screen.findChild(SettleDialog, "settle")
    assert isinstance(dialog, SettleDialog)
    assert not dialog.settle.isEnabled()  # the second click falls on nothing
    qtbot.mouseClick(dialog.settle, LEFT)
    assert not desk.calls("saw_it")


def test_the_question_goes_when_the_look_up_finds_it_meanwhile(
    show: Show, session: Session, desk: FakeDesk, qtbot: QtBot
) -> None:
    screen = show(unknown())
    qtbot.mouseClick(button(screen, "result.did_not_go"), LEFT)
    dialog_of(screen, qtbot)
    desk.answers["batch"] = unknown(
        state="accepted", settled_by="query", settled_at=now(), push_ids=("77",)
    )
    session.batch_changed.emit("batch1")
    qtbot.waitUntil(lambda: screen.findChild(SettleDialog, "settle") is None)
    assert not desk.calls("did_not_go")
    assert screen.state.text() == "Accepted, looked up"


def test_only_the_system_that_is_open_is_asked_about(show: Show, qtbot: QtBot) -> None:
    batch = pushes.split(unknown(), {"state": "accepted", "push_ids": ("1",)}, {})
    screen = show(batch)
    assert "Android: Accepted by TPNS" in read(screen)
    assert "iPhone: We don't know yet" in read(screen)
    qtbot.mouseClick(button(screen, "result.saw_it"), LEFT)
    said = read(dialog_of(screen, qtbot))
    assert "iPhone" in said
    assert "Android" not in said


def test_a_word_that_could_not_be_written_down_leaves_it_open(
    show: Show, desk: FakeDesk, qtbot: QtBot
) -> None:
    screen = show(unknown())
    desk.answers["saw_it"] = DiskFull()
    qtbot.mouseClick(button(screen, "result.saw_it"), LEFT)
    qtbot.mouseClick(dialog_of(screen, qtbot).settle, LEFT)
    qtbot.waitUntil(screen.problem.isVisible)
    assert "still unsettled" in screen.problem.text()
    assert "The disk is full." in screen.problem.text()
    assert button(screen, "result.saw_it").isEnabled()


# ------------------------------------------------------------------------------------ afterwards


@pytest.mark.parametrize("by", ["query", "person"])
def test_not_found_offers_the_text_again_and_promises_nothing(
    show: Show, qtbot: QtBot, by: str
) -> None:
    screen = show(unknown(state="not_found", settled_by=by, settled_at=now()))
    said = read(screen)
    assert "That is no proof." in said
    assert "people get it twice" in said
    with qtbot.waitSignal(screen.back_to_draft_asked) as asked:
        qtbot.mouseClick(button(screen, "result.send_again"), LEFT)
    assert asked.args == ["draft1"]


def test_no_draft_is_offered_while_the_other_system_is_open(show: Show) -> None:
    screen = show(pushes.split(unknown(), {"state": "rejected", "code": 1008019}, {}))
    offered = {b.objectName() for b in screen.findChildren(QPushButton) if b.isEnabled()}
    assert not offered & {"result.draft", "result.send_again"}


def test_sending_again_warns_when_one_system_has_it(show: Show) -> None:
    batch = pushes.split(
        unknown(),
        {"state": "accepted", "push_ids": ("1",)},
        {"state": "not_found", "settled_by": "query"},
    )
    assert "Android has this push already" in read(show(batch))


def test_a_push_that_a_person_saw_has_no_figures_and_says_why(show: Show, desk: FakeDesk) -> None:
    screen = show(unknown(state="accepted", settled_by="person", settled_at=now()))
    assert not screen.figures.isVisible()
    assert "No push ID is known" in read(screen)
    assert not desk.calls("refresh")


@pytest.mark.parametrize(
    "batch",
    [
        unknown(),
        unknown(look="several", matches=("1", "2")),
        unknown(state="not_found", settled_by="query", settled_at=now()),
    ],
    ids=["unknown", "several", "not_found"],
)
def test_every_tab_stop_has_a_name(
    show: Show, nameless: Callable[[QWidget], list[Any]], batch: Batch
) -> None:
    assert nameless(show(batch)) == []


def test_a_change_of_language_keeps_the_look_up_in_sight(show: Show) -> None:
    screen = show(unknown(look="none", looked_at=now()))
    before = looked(screen)
    QApplication.sendEvent(screen, QEvent(QEvent.Type.LanguageChange))
    assert looked(screen) == before


def test_what_no_app_can_look_up_is_not_said_to_be_looked_for(
    show: Show, session: Session, desk: FakeDesk, qtbot: QtBot
) -> None:
    screen = show(replace(unknown(look="failed", looked_at=now()), out_of_reach="app_gone"))
    assert looked(screen) == "It can't be looked up here."
    assert "Let this program" not in read(screen)
    assert screen.settle is not None
    assert not screen.settle.check.isVisible()
    assert button(screen, "result.saw_it").isEnabled()
    desk.answers["batch"] = unknown(look="failed", looked_at=now())
    session.apps_changed.emit()  # connected again
    qtbot.waitUntil(lambda: "Let this program look for it" in read(screen))
    assert button(screen, "result.check_now").isEnabled()


def test_a_missing_key_is_not_told_any_more_once_keys_came(
    show: Show, session: Session, desk: FakeDesk, qtbot: QtBot
) -> None:
    screen = show(unknown())
    desk.answers["check_now"] = AskFailed("no_key")
    qtbot.mouseClick(button(screen, "result.check_now"), LEFT)
    qtbot.waitUntil(lambda: "Secret Key is not at hand" in read(screen))
    session.apps_changed.emit()
    qtbot.waitUntil(lambda: "Secret Key is not at hand" not in read(screen))


def test_what_may_be_it_is_still_shown_once_a_person_saw_it(show: Show) -> None:
    seen = {"state": "accepted", "settled_by": "person", "settled_at": now()}
    screen = show(pushes.batch(**seen, looks=1, look="several", matches=("71", "72")))
    assert "No push ID is known" not in read(screen)
    assert "push ID, perhaps" in read(screen)
    button_of = {b.accessibleName() for b in screen.findChildren(QPushButton)}
    assert {"Copy push ID 71", "Copy push ID 72"} <= button_of
