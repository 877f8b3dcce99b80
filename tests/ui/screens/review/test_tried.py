"""Tests and rehearsals on the Review page, and the reason of a push in quiet hours."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.send import builders
from tests.ui import pushes
from tests.ui.pushes import FakeDesk
from tpns_desktop.send.confirm import ConfirmRefused
from tpns_desktop.send.differences import Difference
from tpns_desktop.send.rehearsal import Rehearsal, RehearsalRefused, Rehearsed
from tpns_desktop.send.review import Review
from tpns_desktop.send.test_send import LastTest
from tpns_desktop.ui.screens.review.confirm_dialog import ConfirmDialog
from tpns_desktop.ui.screens.review.screen import ReviewScreen
from tpns_desktop.ui.session import Session

LEFT = Qt.MouseButton.LeftButton
SAID = {"who", "what", "when", "test.none"}


@pytest.fixture
def screen(session: Session, desk: FakeDesk, qtbot: QtBot) -> ReviewScreen:
    desk.answers["confirm"] = pushes.batch()
    made = ReviewScreen(session)
    qtbot.addWidget(made)
    made.resize(1100, 900)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def show(screen: ReviewScreen, review: Review) -> Review:
    screen.show_review(review)
    return review


def last(**changes: tuple[Difference, ...]) -> LastTest:
    return LastTest("t1", pushes.NOW - timedelta(hours=1), ("Li", "iPhone 15"), changes)


def words(screen: ReviewScreen) -> str:
    labels = screen.tried.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def tick(screen: ReviewScreen, key: str) -> QCheckBox:
    box = screen.findChild(QCheckBox, f"review.tick.{key}")
    assert isinstance(box, QCheckBox)
    return box


# ---------------------------------------------------------------------------------- what changed


TITLE = Difference("message.title", "changed", "Sale", "Sale at 8")
LINK = Difference("message.android.action.browser.url", "added", None, "https://shop.example")
OTHER = Difference("message.ios.aps.relevance", "added", None, 1)
SOUND = Difference("message.ios.aps.sound", "removed", "ding.caf", None)


def test_each_change_since_the_test_is_said_in_words(screen: ReviewScreen, qtbot: QtBot) -> None:
    show(
        screen,
        pushes.review(last_test=last(android=(TITLE, LINK), ios=(TITLE, SOUND, OTHER))),
    )
    qtbot.waitUntil(lambda: "Title: changed after your test" in words(screen))
    said = words(screen)
    assert "to Li and iPhone 15" in said or "to Li, iPhone 15" in said
    assert said.count("Title: changed after your test") == 1
    assert "“Sale” → “Sale at 8”" in said
    assert "What a tap opens: changed after your test (Android)" in said
    assert "Sound: taken out after your test (iPhone)" in said
    assert "A setting under “More options”: added after your test (iPhone)" in said
    for hidden in ("message.", "aps", "android.action"):
        assert hidden not in said


def test_no_change_and_no_test_are_told_apart(screen: ReviewScreen, qtbot: QtBot) -> None:
    show(screen, pushes.review())
    qtbot.waitUntil(lambda: "not tested yet" in words(screen))
    show(screen, pushes.review(last_test=last(android=(), ios=())))
    qtbot.waitUntil(lambda: "Nothing changed since your test." in words(screen))
    only = replace(last(android=()), untested=("ios",))
    show(screen, pushes.review(last_test=only))
    qtbot.waitUntil(lambda: "iPhone: not tested yet" in words(screen))
    assert "Nothing changed" not in words(screen)


# ----------------------------------------------------------------------------------------- a test


def test_a_test_is_asked_for_by_button_key_and_check(screen: ReviewScreen, qtbot: QtBot) -> None:
    review = show(screen, pushes.review(builders.draft("all")))
    fix = screen.findChild(QPushButton, "review.fix.test.none")
    assert isinstance(fix, QPushButton)
    for button in (screen.tried.test, fix):
        with qtbot.waitSignal(screen.test_asked) as asked:
            qtbot.mouseClick(button, LEFT)
        assert asked.args == [review]
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    with qtbot.waitSignal(screen.test_asked):
        qtbot.keyClick(screen, Qt.Key.Key_T, held)


def test_after_a_test_the_page_is_told_anew_and_keeps_what_was_given(
    screen: ReviewScreen, desk: FakeDesk, session: Session, qtbot: QtBot
) -> None:
    review = show(screen, pushes.review(builders.draft("all")))
    for key in ("who", "what"):
        tick(screen, key).setChecked(True)
    qtbot.keyClicks(screen.name.field, "Demo")
    quiet = tuple(f for f in review.examination.findings if f.id != "test.none")
    fresh = replace(
        review,
        examination=replace(review.examination, findings=quiet),
        last_test=last(android=(), ios=()),
    )
    desk.answers["review"] = fresh
    session.batch_changed.emit("t1")  # nobody asked for a test here yet
    assert not desk.calls("review")
    qtbot.mouseClick(screen.tried.test, LEFT)
    session.batch_changed.emit("t1")
    qtbot.waitUntil(lambda: screen.review is fresh)
    assert desk.calls("review") == [("shop", "draft1", review.examination.draft)]
    assert screen.findChild(QPushButton, "review.fix.test.none") is None or not any(
        box.isVisible() for box in screen.findChildren(QCheckBox, "review.tick.test.none")
    )
    qtbot.waitUntil(lambda: "Nothing changed since your test." in words(screen))
    assert tick(screen, "who").isChecked()
    assert tick(screen, "what").isChecked()
    assert not tick(screen, "when").isChecked()
    assert screen.name.text() == "Demo"


def test_another_request_never_slips_under_the_ticks(
    screen: ReviewScreen, desk: FakeDesk, session: Session, qtbot: QtBot
) -> None:
    review = show(screen, pushes.review(builders.draft("all")))
    other = pushes.review(builders.draft("all", message__title="Other words"))
    desk.answers["review"] = other
    qtbot.mouseClick(screen.tried.test, LEFT)
    with qtbot.waitSignal(screen.tried.test_asked):
        session.batch_changed.emit("t1")
        qtbot.waitUntil(lambda: bool(desk.calls("review")))
        screen.tried.test.click()
    screen.refresh()
    qtbot.waitUntil(lambda: len(desk.calls("review")) >= 2)
    assert screen.review is review


# ------------------------------------------------------------------------------------- rehearsals


def test_what_practice_says_stands_in_words(
    screen: ReviewScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["rehearse"] = Rehearsal(
        (
            Rehearsed("android", "accepted", push_ids=("9",)),
            Rehearsed("ios", "refused", code=1008019, text="content may be evil"),
        )
    )
    review = show(screen, pushes.review())
    qtbot.mouseClick(screen.tried.rehearse, LEFT)
    qtbot.waitUntil(lambda: "Practice accepted it." in words(screen))
    assert desk.calls("rehearse") == [(review,)]
    assert "Practice refused it: Tencent's content check refused the text." in words(screen)
    assert "evil" not in words(screen)
    assert not desk.calls("confirm")
    assert screen.tried.rehearse.isEnabled()


@pytest.mark.parametrize("answer", [True, False])
def test_what_practice_said_of_another_push_is_not_said_of_this_one(
    screen: ReviewScreen, session: Session, desk: FakeDesk, qtbot: QtBot, answer: bool
) -> None:
    other = pushes.review(builders.draft(message__title="Sale tomorrow"))

    def late(_review: Review) -> Rehearsal:
        # Meanwhile the push was edited and reviewed again.
        session.background.to_window(lambda: screen.show_review(other))
        if not answer:
            raise RehearsalRefused("list_gone")
        return Rehearsal((Rehearsed("android", "accepted", push_ids=("9",)),))

    desk.answers["rehearse"] = late
    show(screen, pushes.review())
    qtbot.mouseClick(screen.tried.rehearse, LEFT)
    qtbot.waitUntil(lambda: bool(desk.calls("rehearse")) and screen._review is other)
    # What is asked now is answered after everything that was asked before.
    done: list[None] = []
    session.run(desk.drafts("shop"), screen, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert "Practice accepted it." not in words(screen)
    assert "list" not in words(screen)  # nor why nothing was asked


@pytest.mark.parametrize("reason", ["people", "plan", "replaces"])
def test_what_only_the_real_service_has_is_no_refusal(
    screen: ReviewScreen, desk: FakeDesk, qtbot: QtBot, reason: str
) -> None:
    desk.answers["rehearse"] = Rehearsal((Rehearsed("android", "read", reason=reason),))
    show(screen, pushes.review())
    qtbot.mouseClick(screen.tried.rehearse, LEFT)
    qtbot.waitUntil(lambda: "Read without complaint." in words(screen))
    assert "refused" not in words(screen)


def test_practice_that_does_not_run_is_asked_for_once(
    screen: ReviewScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["rehearse"] = RehearsalRefused("no_practice")
    show(screen, pushes.review())
    with qtbot.waitSignal(screen.practice_asked):
        qtbot.mouseClick(screen.tried.rehearse, LEFT)
    assert "Asking practice…" in words(screen)
    screen.rehearse()
    qtbot.waitUntil(lambda: "The practice service is not running." in words(screen))


def test_practice_itself_is_not_rehearsed(screen: ReviewScreen, qtbot: QtBot) -> None:
    show(screen, pushes.review(app=pushes.practice_app()))
    assert screen.tried.rehearse.isHidden()
    assert screen.tried.test.isVisible()


# ------------------------------------------------------------------------------------ quiet hours


def confirmed(screen: ReviewScreen, qtbot: QtBot) -> None:
    qtbot.waitUntil(screen.send.isEnabled)
    qtbot.mouseClick(screen.send, LEFT)
    dialog = screen.findChild(ConfirmDialog, "confirm")
    assert isinstance(dialog, ConfirmDialog)
    qtbot.waitUntil(dialog.send.isEnabled)
    qtbot.mouseClick(dialog.send, LEFT)


def test_a_push_in_quiet_hours_wants_a_reason(
    screen: ReviewScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    review = show(screen, pushes.review(night=True))
    assert screen.night.isVisible()
    qtbot.waitUntil(screen.send.isEnabled)
    qtbot.mouseClick(screen.send, LEFT)
    assert screen.findChild(ConfirmDialog, "confirm") is None
    assert screen.night.field.hasFocus()
    qtbot.keyClicks(screen.night.field, "Flood warning ")
    confirmed(screen, qtbot)
    qtbot.waitUntil(lambda: bool(desk.calls("confirm")))
    assert desk.calls("confirm") == [(review, set(), "", "", False, "Flood warning")]


def test_hours_that_began_meanwhile_ask_and_do_not_void(
    screen: ReviewScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    show(screen, pushes.review())
    assert screen.night.isHidden()
    desk.answers["confirm"] = ConfirmRefused("night")
    confirmed(screen, qtbot)
    qtbot.waitUntil(screen.night.isVisible)
    assert "Nothing was sent." in screen.problem.text()
    desk.answers["confirm"] = pushes.batch()
    qtbot.keyClicks(screen.night.field, "It is urgent")
    with qtbot.waitSignal(screen.confirmed):
        confirmed(screen, qtbot)
    assert desk.calls("confirm")[1][4:] == (False, "It is urgent")


def test_strict_asks_ticks_of_a_small_push_and_the_name_of_a_wide_one(
    screen: ReviewScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    small = show(screen, pushes.review(level=3))
    assert small.required_ticks[:3] == ("who", "what", "when")
    assert all(tick(screen, key).isVisible() for key in ("who", "what", "when"))
    show(screen, pushes.review(builders.draft("tag"), level=4))
    assert screen.name.isVisible()
