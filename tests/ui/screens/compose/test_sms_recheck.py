"""On the way to Review: a template that changed since it was chosen stops, with both texts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.send import builders
from tests.ui.pushes import FakeDesk, draft_row, review
from tpns_desktop.send.sms_desk import Book, SmsFailed, SmsTemplate
from tpns_desktop.ui.screens.compose.screen import ComposeScreen
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.theme.theme import Theme

NOW = datetime.now(UTC)
OLD = SmsTemplate(
    site="china", region="r", template_id="2101", content="Won {1}.", status=0, read_at=NOW
)


def book(template: SmsTemplate) -> Book[SmsTemplate]:
    return Book((template,), "china", "r", NOW)


@pytest.fixture
def desk(desk: FakeDesk) -> FakeDesk:
    desk.answers.update(
        {
            "plan_book.all": [],
            "context": builders.context(now=NOW),
            "save_draft": lambda app_id, draft_id, data: draft_row(id=draft_id or "d", data=data),
            "review": lambda app_id, draft_id, data: review(data),
            "sms.templates": book(OLD),
        }
    )
    return desk


@pytest.fixture
def screen(session: Session, qtbot: QtBot, theme: Theme) -> ComposeScreen:
    made = ComposeScreen(session)
    qtbot.addWidget(made)
    made.resize(1080, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    draft = builders.draft("all")
    draft["sms"] |= {"on": True, "template_id": "2101", "app_id": "1400", "sign_name": "Acme"}
    made.start_new(draft)
    qtbot.waitUntil(lambda: made.settled)
    return made


def ask(screen: ComposeScreen, qtbot: QtBot) -> None:
    qtbot.mouseClick(screen.bottom.review, Qt.MouseButton.LeftButton)


def test_a_template_as_it_was_lets_the_review_through(
    screen: ComposeScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(screen.review_ready):
        ask(screen, qtbot)
    assert desk.calls("sms.recheck") == [("shop", "2101", "Acme")]
    assert screen.sms.changed.isHidden()


def test_a_template_that_changed_stops_with_both_texts_and_keeps_the_draft(
    screen: ComposeScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    def changed(*_given: Any) -> tuple[str, ...]:
        desk.answers["sms.templates"] = book(replace(OLD, content="<b>Lost</b> {1}."))
        return ("template_changed",)

    desk.answers["sms.recheck"] = changed
    with qtbot.assertNotEmitted(screen.review_ready):
        ask(screen, qtbot)
        qtbot.waitUntil(screen.sms.changed.isVisible)
    said = screen.sms.changed.text()
    assert "“Won {1}.”" in said
    assert "Lost" in said
    assert "<b>" not in said
    assert screen.sms.isVisible()
    assert screen.binding.value("sms.template_id") == "2101"
    assert screen.bottom.review.isEnabled()
    # Who has looked goes on.
    desk.answers["sms.recheck"] = ()
    qtbot.waitUntil(lambda: screen.settled)
    with qtbot.waitSignal(screen.review_ready):
        ask(screen, qtbot)


@pytest.mark.parametrize(("reason", "told"), [("offline", True), ("no_account", False)])
def test_an_account_that_cannot_be_asked_stops_nobody(
    screen: ComposeScreen, desk: FakeDesk, qtbot: QtBot, reason: str, told: bool
) -> None:
    desk.answers["sms.recheck"] = SmsFailed(reason)
    with qtbot.waitSignal(screen.review_ready):
        ask(screen, qtbot)
    assert screen.sms.changed.isVisibleTo(screen) is told


def test_a_push_without_a_text_asks_nobody(
    screen: ComposeScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    screen.binding.set_value("sms.on", False)
    qtbot.waitUntil(lambda: screen.settled)
    with qtbot.waitSignal(screen.review_ready):
        ask(screen, qtbot)
    assert desk.calls("sms.recheck") == []


def test_a_choice_made_while_the_account_is_asked_is_asked_about_too(
    screen: ComposeScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    def slow(_app: str, template_id: str, _name: str) -> tuple[str, ...]:
        return ()

    desk.answers["sms.recheck"] = slow
    ask(screen, qtbot)
    screen.binding.set_value("sms.sign_name", "Other")
    with qtbot.waitSignal(screen.review_ready):
        qtbot.waitUntil(lambda: len(desk.calls("sms.recheck")) == 2)
    assert desk.calls("sms.recheck")[-1] == ("shop", "2101", "Other")
