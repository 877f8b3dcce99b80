"""The Review page asks what the level wants, sends by a click only, and once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.send import builders
from tests.send.catalogue import book, sms
from tests.ui import pushes
from tests.ui.pushes import FakeDesk
from tpns_desktop.send.confirm import ConfirmRefused
from tpns_desktop.send.examination import Finding
from tpns_desktop.send.review import Review
from tpns_desktop.send.sms_facts import text_of_draft
from tpns_desktop.ui.screens.review.confirm_dialog import ConfirmDialog
from tpns_desktop.ui.screens.review.curl import curl_command
from tpns_desktop.ui.screens.review.screen import ReviewScreen
from tpns_desktop.ui.session import Session

LEFT = Qt.MouseButton.LeftButton
FULL_WIDTH = "".join(chr(ord(letter) + 0xFEE0) if letter != " " else " " for letter in "DEMO Mall")
"""As an input method for Chinese gives Latin letters."""


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


def practice_review(**changes: Any) -> Review:
    return pushes.review(app=pushes.practice_app(), **changes)


def show(qtbot: QtBot, screen: ReviewScreen, review: Review) -> None:
    """Put a review on the page and wait until its button can be pressed."""
    screen.show_review(review)
    assert not screen.send.isEnabled()  # the second click of a double click falls on nothing
    if review.ready:
        qtbot.waitUntil(screen.send.isEnabled)


def tick(screen: ReviewScreen, key: str) -> QCheckBox:
    box = screen.findChild(QCheckBox, f"review.tick.{key}")
    assert isinstance(box, QCheckBox)
    return box


def button(parent: QWidget, name: str) -> QPushButton:
    found = parent.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def opened(screen: ReviewScreen, qtbot: QtBot) -> ConfirmDialog:
    dialog = screen.findChild(ConfirmDialog, "confirm")
    assert isinstance(dialog, ConfirmDialog)
    qtbot.waitUntil(dialog.send.isEnabled)
    return dialog


def sent(desk: FakeDesk, qtbot: QtBot) -> tuple[Any, ...]:
    qtbot.waitUntil(lambda: bool(desk.calls("confirm")))
    assert len(desk.calls("confirm")) == 1
    return desk.calls("confirm")[0]


def told(screen: ReviewScreen, group: str) -> dict[str, str]:
    return dict(screen.groups[group].facts.facts())


# ------------------------------------------------------------------------------- what is shown


def test_the_groups_say_what_the_frozen_bytes_say(screen: ReviewScreen, qtbot: QtBot) -> None:
    text = "\n".join(f"alice{n:04d}" for n in range(37))
    draft = builders.draft(
        "account",
        audience__account__text=text + "\nalice0001",
        plan="plan1",
        message__tap={"kind": "web", "url": "https://shop.example", "page": ""},
    )
    show(qtbot, screen, pushes.review(draft, plan=builders.plan()))

    assert told(screen, "who")["To"] == "37 account(s)"
    assert told(screen, "who")["App"] == "Demo Mall — Android and iPhone"
    assert "alice0000" not in told(screen, "who")["Among them"]
    assert told(screen, "what")["Title"] == "Sale tonight"
    assert told(screen, "what")["When tapped"] == (
        "Android: Opens the web page https://shop.example\niPhone: Opens the app"
    )
    assert told(screen, "when")["Plan"] == "Double 11 (ID Android 48, iPhone 49)"
    assert screen.send.text() == "Send to 37 account(s) · ■ LIVE"


def test_a_chosen_time_is_said_with_its_zone(screen: ReviewScreen, qtbot: QtBot) -> None:
    draft = builders.draft("all", schedule__kind="at", schedule__at="2026-11-21T10:30")
    show(qtbot, screen, pushes.review(draft))

    assert told(screen, "when")["Leaves"].endswith("10:30 (Beijing time)")


def test_markup_in_a_text_is_shown_as_it_was_typed(screen: ReviewScreen, qtbot: QtBot) -> None:
    draft = builders.draft("account", message__title="<b>Sale</b> & more")
    show(qtbot, screen, pushes.review(draft))

    labels = [label.text() for label in screen.groups["what"].findChildren(type(screen._title))]
    assert "<b>Sale</b> & more" in labels


def test_change_leads_to_the_step(screen: ReviewScreen, qtbot: QtBot) -> None:
    show(qtbot, screen, pushes.review())
    steps = {
        "review.change.who": "who",
        "review.change.what": "message",
        "review.change.when": "when",
        "review.change.plan": "plan",
        "review.change.sms": "sms",
    }
    for name, step in steps.items():
        with qtbot.waitSignal(screen.change_asked) as asked:
            qtbot.mouseClick(button(screen, name), LEFT)
        assert asked.args == [step]


def test_going_back_sends_nothing(screen: ReviewScreen, desk: FakeDesk, qtbot: QtBot) -> None:
    show(qtbot, screen, practice_review())
    with qtbot.waitSignal(screen.back_asked):
        qtbot.keyClick(screen, Qt.Key.Key_Escape)
    with qtbot.waitSignal(screen.back_asked):
        qtbot.keyClick(screen.back, Qt.Key.Key_Space)
    assert not desk.calls("confirm")


def test_a_review_with_errors_lists_them_and_cannot_be_sent(
    screen: ReviewScreen, qtbot: QtBot
) -> None:
    show(qtbot, screen, pushes.review(builders.draft("account", message__title="")))

    assert not screen.send.isEnabled()
    assert screen.problem.isVisible()


# ------------------------------------------------------------------------------------ level 0


def test_practice_needs_one_click_and_no_question(
    screen: ReviewScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    review = practice_review()
    show(qtbot, screen, review)
    assert screen.send.text() == "Send in practice"
    with qtbot.waitSignal(screen.confirmed) as confirmed:
        qtbot.mouseClick(screen.send, LEFT)
    assert confirmed.args == ["batch1"]
    assert sent(desk, qtbot) == (review, set(), "", "")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_never_send(
    screen: ReviewScreen, desk: FakeDesk, qtbot: QtBot, key: Qt.Key
) -> None:
    show(qtbot, screen, practice_review())
    screen.send.setFocus()
    qtbot.keyClick(screen.send, key)
    qtbot.keyClick(screen, key)
    assert screen.send.isEnabled()
    assert not desk.calls("confirm")


def test_its_own_keys_send(screen: ReviewScreen, desk: FakeDesk, qtbot: QtBot) -> None:
    show(qtbot, screen, practice_review())
    qtbot.keyClick(screen, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    sent(desk, qtbot)


def test_a_double_click_sends_once(screen: ReviewScreen, desk: FakeDesk, qtbot: QtBot) -> None:
    show(qtbot, screen, practice_review())
    with qtbot.waitSignal(screen.confirmed):
        qtbot.mouseClick(screen.send, LEFT)
        qtbot.mouseDClick(screen.send, LEFT)
        qtbot.mouseClick(screen.send, LEFT)
    sent(desk, qtbot)


def test_a_confirmed_review_cannot_be_confirmed_again(
    screen: ReviewScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    show(qtbot, screen, practice_review())
    with qtbot.waitSignal(screen.confirmed):
        qtbot.mouseClick(screen.send, LEFT)
    screen.send.setEnabled(True)
    qtbot.mouseClick(screen.send, LEFT)
    assert len(desk.calls("confirm")) == 1


# ------------------------------------------------------------------------------- warnings, ticks


def test_each_warning_needs_a_tick(screen: ReviewScreen, desk: FakeDesk, qtbot: QtBot) -> None:
    review = practice_review(draft=builders.draft("account", message__title="test"))
    warned = review.examination.warnings[0].id
    show(qtbot, screen, review)
    qtbot.mouseClick(screen.send, LEFT)
    assert not desk.calls("confirm")
    assert screen.send.isEnabled()
    assert tick(screen, warned).hasFocus()

    qtbot.keyClick(tick(screen, warned), Qt.Key.Key_Space)
    qtbot.mouseClick(screen.send, LEFT)
    assert sent(desk, qtbot)[1] == {warned}


def test_another_review_starts_unticked(screen: ReviewScreen, qtbot: QtBot) -> None:
    review = pushes.review(builders.draft("tag"))
    show(qtbot, screen, review)
    tick(screen, "who").setChecked(True)
    show(qtbot, screen, review)
    assert not tick(screen, "who").isChecked()


# ------------------------------------------------------------------------------- levels 2, 3, 4


def test_level_2_asks_one_question_whose_easy_answer_is_back(
    screen: ReviewScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    show(qtbot, screen, pushes.review())
    qtbot.mouseClick(screen.send, LEFT)
    dialog = opened(screen, qtbot)
    assert dialog.windowTitle() == "Send to 2 account(s) in Demo Mall now?"
    assert dialog.send.text() == "Send to 2 account(s) · ■ LIVE"
    assert dialog.back.isDefault()
    assert dialog.back.hasFocus()

    with qtbot.waitSignal(dialog.finished):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert not desk.calls("confirm")
    assert screen.send.isEnabled()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_do_nothing_on_the_question_s_send(
    screen: ReviewScreen, desk: FakeDesk, qtbot: QtBot, key: Qt.Key
) -> None:
    show(qtbot, screen, pushes.review())
    qtbot.mouseClick(screen.send, LEFT)
    dialog = opened(screen, qtbot)
    dialog.send.setFocus()
    qtbot.keyClick(dialog.send, key)
    assert dialog.isVisible()
    assert not desk.calls("confirm")


def test_escape_leaves_the_question(screen: ReviewScreen, desk: FakeDesk, qtbot: QtBot) -> None:
    show(qtbot, screen, pushes.review())
    qtbot.mouseClick(screen.send, LEFT)
    dialog = opened(screen, qtbot)
    with qtbot.waitSignal(dialog.finished):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not desk.calls("confirm")


def test_a_click_on_the_question_s_send_confirms(
    screen: ReviewScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    show(qtbot, screen, pushes.review())
    qtbot.mouseClick(screen.send, LEFT)
    with qtbot.waitSignal(screen.confirmed):
        qtbot.mouseClick(opened(screen, qtbot).send, LEFT)
    sent(desk, qtbot)


def test_the_question_opens_unarmed(screen: ReviewScreen, desk: FakeDesk, qtbot: QtBot) -> None:
    show(qtbot, screen, pushes.review())
    qtbot.mouseClick(screen.send, LEFT)
    dialog = screen.findChild(ConfirmDialog, "confirm")
    assert isinstance(dialog, ConfirmDialog)
    qtbot.mouseClick(dialog.send, LEFT)
    assert dialog.isVisible()
    assert not desk.calls("confirm")


def test_level_3_asks_for_three_ticks(screen: ReviewScreen, desk: FakeDesk, qtbot: QtBot) -> None:
    review = pushes.review(builders.draft("tag"))
    assert review.level == 3
    show(qtbot, screen, review)
    assert screen.send.text() == "Send to people with these tags · ■ LIVE"
    for key in ("who", "what", "when", "target.unknown_size", "test.none"):
        qtbot.mouseClick(screen.send, LEFT)
        assert screen.findChild(ConfirmDialog, "confirm") is None
        assert tick(screen, key).hasFocus()
        qtbot.keyClick(tick(screen, key), Qt.Key.Key_Space)
    qtbot.mouseClick(screen.send, LEFT)
    qtbot.mouseClick(opened(screen, qtbot).send, LEFT)
    assert {"who", "what", "when"} <= sent(desk, qtbot)[1]


def test_below_level_3_nobody_is_asked_to_tick_the_groups(
    screen: ReviewScreen, qtbot: QtBot
) -> None:
    show(qtbot, screen, pushes.review())
    assert not any(tick(screen, key).isVisible() for key in ("who", "what", "when"))


@pytest.mark.parametrize("typed", ["Demo Mall", "demo mall", FULL_WIDTH])
def test_everyone_on_live_wants_the_app_s_name(
    screen: ReviewScreen, desk: FakeDesk, qtbot: QtBot, typed: str
) -> None:
    review = pushes.review(builders.draft("all"))
    assert review.level == 4
    show(qtbot, screen, review)
    for key in ("who", "what", "when", "test.none"):
        tick(screen, key).setChecked(True)
    qtbot.keyClicks(screen.name.field, "Demo")
    qtbot.mouseClick(screen.send, LEFT)
    assert screen.findChild(ConfirmDialog, "confirm") is None
    assert screen.name.field.hasFocus()

    screen.name.field.clear()
    QGuiApplication.clipboard().setText(typed)
    screen.name.field.paste()
    qtbot.mouseClick(screen.send, LEFT)
    qtbot.mouseClick(opened(screen, qtbot).send, LEFT)
    assert sent(desk, qtbot)[2] == screen.name.text()


@pytest.mark.parametrize("words", ["SEND AGAIN", "send again", "再次发送"])
def test_the_same_push_again_wants_its_words(
    screen: ReviewScreen, desk: FakeDesk, qtbot: QtBot, words: str
) -> None:
    first = pushes.review()
    recent = tuple(
        builders.recent(
            platform=platform, fingerprint=fingerprint, at=pushes.NOW - timedelta(hours=2)
        )
        for platform, fingerprint in first.examination.fingerprints.items()
    )
    review = pushes.review(recent=recent)
    assert review.must_override
    show(qtbot, screen, review)
    qtbot.mouseClick(screen.send, LEFT)
    assert screen.override.field.hasFocus()

    screen.override.field.setText(words)
    for box in screen.checks.missing():
        box.setChecked(True)
    qtbot.mouseClick(screen.send, LEFT)
    qtbot.mouseClick(opened(screen, qtbot).send, LEFT)
    assert sent(desk, qtbot)[3] == words


# ------------------------------------------------------------------------------------ refusals


@pytest.mark.parametrize(
    ("reason", "void"),
    [
        ("not_ready", True),
        ("changed", True),
        ("confirmed_before", True),
        ("app_gone", True),
        ("app_changed", True),
        ("name", False),
        ("override", False),
        ("failed", False),
    ],
)
def test_a_refusal_says_that_nothing_was_sent(
    screen: ReviewScreen, desk: FakeDesk, qtbot: QtBot, reason: str, void: bool
) -> None:
    desk.answers["confirm"] = ConfirmRefused(reason)
    show(qtbot, screen, practice_review())
    qtbot.mouseClick(screen.send, LEFT)
    qtbot.waitUntil(screen.problem.isVisible)
    assert screen.problem.text().startswith("Nothing was sent.")
    assert screen.send.isEnabled() is not void


def test_a_check_that_is_new_at_the_confirmation_asks_for_another_review(
    screen: ReviewScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["confirm"] = ConfirmRefused("ticks", missing=("dup.similar",))
    show(qtbot, screen, practice_review())
    qtbot.mouseClick(screen.send, LEFT)
    qtbot.waitUntil(screen.problem.isVisible)
    assert "something new" in screen.problem.text()
    assert not screen.send.isEnabled()


def test_that_sending_is_off_is_not_said_any_more_once_it_was_seen(
    screen: ReviewScreen, session: Session, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["confirm"] = ConfirmRefused("storage", code="unseen")
    show(qtbot, screen, practice_review())
    qtbot.mouseClick(screen.send, LEFT)
    qtbot.waitUntil(screen.problem.isVisible)
    assert "Sending is off" in screen.problem.text()
    session.sending_on.emit()
    assert not screen.problem.isVisible()
    assert screen.send.isEnabled()


def test_an_unforeseen_fault_promises_nothing(
    screen: ReviewScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["confirm"] = OSError("disk")
    show(qtbot, screen, practice_review())
    qtbot.mouseClick(screen.send, LEFT)
    qtbot.waitUntil(screen.problem.isVisible)
    assert "Nothing was sent" not in screen.problem.text()
    assert not screen.send.isEnabled()


def test_another_app_makes_the_review_void(
    screen: ReviewScreen, session: Session, desk: FakeDesk, qtbot: QtBot
) -> None:
    show(qtbot, screen, pushes.review())
    qtbot.mouseClick(screen.send, LEFT)
    dialog = opened(screen, qtbot)
    session.choose_app(builders.app(id="other", name="Other"))
    assert not dialog.isVisible()
    assert not screen.send.isEnabled()
    assert screen.problem.text().startswith("Nothing was sent.")


# ------------------------------------------------------------------------------- technical view


def test_the_exact_bytes_are_shown_and_copied(screen: ReviewScreen, qtbot: QtBot) -> None:
    review = pushes.review()
    show(qtbot, screen, review)
    qtbot.mouseClick(button(screen, "review.technical"), LEFT)
    for row in review.rows:
        qtbot.mouseClick(button(screen, f"review.json.{row.platform}.copy"), LEFT)
        assert QGuiApplication.clipboard().text().encode() == row.body


def test_the_curl_command_holds_placeholders_in_place_of_keys() -> None:
    row = pushes.review(builders.draft("account", message__title="It's on")).rows[0]
    command = curl_command(row)
    assert "<AccessId>" in command
    assert "SecretKey>" in command
    assert row.access_id not in command
    assert f"{row.url}/v3/push/app" in command
    assert "It'\\''s on" in command


# --------------------------------------------------------------------------------- for everybody


def test_every_tab_stop_has_a_name(
    screen: ReviewScreen, nameless: Callable[[QWidget], list[Any]], qtbot: QtBot
) -> None:
    draft = builders.draft("all", message__title="test")
    show(qtbot, screen, pushes.review(draft))
    qtbot.mouseClick(button(screen, "review.technical"), LEFT)
    assert nameless(screen) == []


def test_a_change_of_language_keeps_what_was_ticked_and_typed(
    screen: ReviewScreen, qtbot: QtBot
) -> None:
    draft = builders.draft("all", message__title="test")
    review = pushes.review(draft)
    show(qtbot, screen, review)
    warned = review.examination.warnings[0].id
    for key in ("who", warned):
        tick(screen, key).setChecked(True)
    screen.name.field.setText("Demo")
    QApplication.sendEvent(screen, QEvent(QEvent.Type.LanguageChange))
    assert tick(screen, "who").isChecked()
    assert warned in screen.checks.ticked_ids()
    assert screen.name.text() == "Demo"


# --------------------------------------------------------------- an earlier push stands in the way


def unsettled() -> Finding:
    return Finding("dup.unknown", "E", "", {"at": pushes.NOW, "batch_id": "b7"}, fix="open_push")


def test_an_unsettled_push_of_the_same_text_leads_there_and_no_words_overrule_it(
    screen: ReviewScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    review = pushes.review()
    stopped = replace(review.examination, findings=(unsettled(),))
    show(qtbot, screen, replace(review, examination=stopped))
    assert not screen.send.isEnabled()
    assert not screen.override.isVisible()
    with qtbot.waitSignal(screen.batch_asked) as asked:
        qtbot.mouseClick(button(screen, "review.open.dup.unknown"), LEFT)
    assert asked.args == ["b7"]


def test_what_the_checks_find_at_the_last_moment_is_said_and_leads_there(
    screen: ReviewScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["confirm"] = ConfirmRefused("not_ready", findings=(unsettled(),))
    show(qtbot, screen, practice_review())
    qtbot.mouseClick(screen.send, LEFT)
    qtbot.waitUntil(screen.problem.isVisible)
    assert screen.problem.text().startswith("Nothing was sent.")
    assert not screen.send.isEnabled()
    with qtbot.waitSignal(screen.batch_asked) as asked:
        qtbot.mouseClick(button(screen, "review.problem.open"), LEFT)
    assert asked.args == ["b7"]
    show(qtbot, screen, practice_review())
    assert not button(screen, "review.problem.open").isVisible()


@pytest.mark.parametrize(
    ("reason", "part"),
    [
        ("changed", "was edited after this review"),
        ("old", "stood here for too long"),
        ("confirmed_before", "was confirmed already"),
        ("app_changed", "changed after this review"),
    ],
)
def test_a_page_that_got_old_says_so_and_cannot_be_confirmed_any_more(
    screen: ReviewScreen, desk: FakeDesk, qtbot: QtBot, reason: str, part: str
) -> None:
    desk.answers["confirm"] = ConfirmRefused(reason)
    show(qtbot, screen, practice_review())
    qtbot.mouseClick(screen.send, LEFT)
    qtbot.waitUntil(screen.problem.isVisible)
    assert part in screen.problem.text()
    assert not screen.send.isEnabled()
    qtbot.mouseClick(screen.send, LEFT)
    assert len(desk.calls("confirm")) == 1


def test_a_text_is_read_back_with_its_rule_its_words_and_what_it_may_cost(
    screen: ReviewScreen, qtbot: QtBot
) -> None:
    draft = builders.draft("account", **sms(sign_name="Acme", params=["a tent"]))
    text = text_of_draft(draft, book()["sms"])
    show(qtbot, screen, pushes.review(draft, text=text))
    told = dict(screen.groups["when"].facts.facts())
    assert told["Text message"].startswith("If it has not arrived after 1 hour")
    assert told["It will read"] == "【Acme】Won a tent."
    assert told["Cost of texts"].startswith("Up to 2 text messages may be charged")
    phone = screen.findChild(QWidget, "review.text")
    assert phone is not None
    assert phone.isVisible()
    assert "Text: 【Acme】Won a tent." in phone.accessibleDescription()
    show(qtbot, screen, pushes.review(draft))
    assert "not in your book" in phone.accessibleDescription()
    show(qtbot, screen, practice_review(draft=draft, text=text))
    assert "practice" in dict(screen.groups["when"].facts.facts())["Cost of texts"]
    show(qtbot, screen, pushes.review())
    assert not phone.isVisible()
    assert dict(screen.groups["when"].facts.facts())["Text message"] == "None"
