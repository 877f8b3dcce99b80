"""The life of a draft on Compose: examined while typed, saved by itself, led to what is missing."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.send import builders
from tests.ui.pushes import FakeDesk, draft_row, practice_app, review
from tpns_desktop.send.asking import AskFailed
from tpns_desktop.send.audiences import Reach
from tpns_desktop.store.errors import StoreError
from tpns_desktop.ui.forms.binding import SAVE_AFTER_MS
from tpns_desktop.ui.screens.compose.screen import ComposeScreen
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.words.numbers import grouped

NOW = datetime.now(UTC)


def context(**changes: Any) -> Any:
    return builders.context(**{"now": NOW} | changes)


@pytest.fixture
def desk(desk: FakeDesk) -> FakeDesk:
    desk.answers.update(
        **{"plan_book.all": [builders.plan()]},
        context=lambda app_id, plan_id, list_id: context(plan=builders.plan() if plan_id else None),
        save_draft=lambda app_id, draft_id, data: draft_row(id=draft_id or "draft1", data=data),
        review=lambda app_id, draft_id, data: review(data),
    )
    return desk


@pytest.fixture
def screen(session: Session, desk: FakeDesk, qtbot: QtBot, theme: Theme) -> ComposeScreen:
    made = ComposeScreen(session)
    qtbot.addWidget(made)
    made.resize(1080, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    qtbot.waitUntil(lambda: made.binding.examination is not None)
    return made


def find(screen: ComposeScreen, name: str) -> Any:
    found = [w for w in screen.findChildren(QWidget, name) if w.isVisible()]
    assert len(found) == 1, name
    return found[0]


def write(screen: ComposeScreen, qtbot: QtBot, name: str, text: str) -> None:
    field = find(screen, name)
    field.setFocus()
    qtbot.keyClicks(field, text)


def examined(screen: ComposeScreen, qtbot: QtBot, ids: Callable[[set[str]], bool]) -> None:
    qtbot.waitUntil(lambda: ids({f.id for f in screen.binding.examination.findings}))


# ------------------------------------------------------------------------- while it is typed


def test_checks_follow_the_keys(screen: ComposeScreen, qtbot: QtBot) -> None:
    examined(screen, qtbot, lambda ids: "text.empty" in ids)
    write(screen, qtbot, "message.title", "Sale")
    write(screen, qtbot, "message.content", "Everything")
    examined(screen, qtbot, lambda ids: "text.empty" not in ids)


def test_a_clock_that_was_called_wrong_is_measured_again_from_its_check(
    screen: ComposeScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    said: list[str] = []
    screen.status_changed.connect(said.append)
    desk.answers["context"] = context(clock_skew_s=900.0)
    screen.read_again()
    examined(screen, qtbot, lambda ids: "time.clock_off" in ids)
    desk.answers["measure_clock"] = AskFailed("budget")
    screen.preview.open_checks()
    find(screen, "check.time.clock_off").click()
    qtbot.waitUntil(lambda: any("could not be checked" in text for text in said))
    examined(screen, qtbot, lambda ids: "time.clock_off" in ids)
    desk.answers["measure_clock"] = 0.0
    desk.answers["context"] = context()
    qtbot.waitUntil(lambda: find(screen, "check.time.clock_off").text() == "Check again")
    find(screen, "check.time.clock_off").click()
    examined(screen, qtbot, lambda ids: "time.clock_off" not in ids)
    assert len(desk.calls("measure_clock")) == 2


def test_typing_is_saved_by_itself_under_one_id(
    screen: ComposeScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    said: list[str] = []
    screen.status_changed.connect(said.append)
    write(screen, qtbot, "message.title", "One")
    qtbot.waitUntil(lambda: len(desk.calls("save_draft")) == 1, timeout=SAVE_AFTER_MS + 4000)
    qtbot.waitUntil(lambda: any(text.startswith("Saved") for text in said))
    write(screen, qtbot, "message.title", " two")
    qtbot.waitUntil(lambda: len(desk.calls("save_draft")) == 2, timeout=SAVE_AFTER_MS + 4000)
    (_, first, _), (_, second, data) = desk.calls("save_draft")
    assert first == second == screen.draft_id
    assert data["message"]["title"] == "One two"


def test_a_draft_that_cannot_be_saved_stays_on_the_page_and_is_said(
    screen: ComposeScreen, desk: FakeDesk, session: Session, qtbot: QtBot
) -> None:
    desk.answers["save_draft"] = StoreError("full")
    with qtbot.waitSignal(session.failed, timeout=SAVE_AFTER_MS + 4000) as failed:
        write(screen, qtbot, "message.title", "Kept")
    assert failed.args[0] == "save_draft"
    assert screen.binding.value("message.title") == "Kept"


def test_leaving_the_page_saves_at_once(
    screen: ComposeScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    write(screen, qtbot, "message.title", "Quick")
    screen.hide()
    qtbot.waitUntil(lambda: len(desk.calls("save_draft")) == 1, timeout=SAVE_AFTER_MS // 2)


def test_a_stored_draft_is_gone_on_with(
    screen: ComposeScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    screen.open_draft(draft_row(id="draft9"))
    assert find(screen, "message.title").text() == builders.draft()["message"]["title"]
    write(screen, qtbot, "message.title", "!")
    qtbot.waitUntil(lambda: bool(desk.calls("save_draft")), timeout=SAVE_AFTER_MS + 4000)
    assert desk.calls("save_draft")[0][1] == "draft9"


# ------------------------------------------------------------------------------------ review


def test_a_right_draft_goes_to_review_once(
    screen: ComposeScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    screen.open_draft(draft_row())
    with qtbot.waitSignal(screen.review_ready):
        qtbot.mouseClick(screen.bottom.review, Qt.MouseButton.LeftButton)
        qtbot.mouseClick(screen.bottom.review, Qt.MouseButton.LeftButton)
    assert len(desk.calls("review")) == 1
    qtbot.waitUntil(screen.bottom.review.isEnabled)


def test_a_draft_with_errors_leads_to_the_first_and_asks_nothing(
    screen: ComposeScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    qtbot.mouseClick(screen.bottom.review, Qt.MouseButton.LeftButton)
    assert screen.preview.currentWidget() is screen.preview.checks
    focused = screen.focusWidget()
    assert focused is not None
    assert screen.audience.kind.isAncestorOf(focused)
    assert screen.fields.field("audience.kind").error
    assert desk.calls("review") == []


def test_a_review_that_fails_leaves_the_way_open(
    screen: ComposeScreen, desk: FakeDesk, session: Session, qtbot: QtBot
) -> None:
    desk.answers["review"] = StoreError("full")
    screen.open_draft(draft_row())
    with qtbot.waitSignal(session.failed):
        qtbot.mouseClick(screen.bottom.review, Qt.MouseButton.LeftButton)
    assert screen.bottom.review.isEnabled()


def test_review_waits_for_a_plan_that_was_just_chosen(
    screen: ComposeScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    """Until the desk has told about the plan, the checks would call it wrong."""
    told = asyncio.Event()
    screen.open_draft(draft_row())
    qtbot.waitUntil(lambda: len(desk.calls("context")) >= 1)

    async def slow(app_id: str, plan_id: str | None, list_id: str | None) -> Any:
        desk.asked.append(("context", app_id, plan_id))
        await told.wait()
        return context(plan=builders.plan())

    desk.context = slow  # type: ignore[method-assign, assignment]
    screen.binding.set_value("plan", "plan1")
    qtbot.mouseClick(screen.bottom.review, Qt.MouseButton.LeftButton)
    assert screen.preview.currentWidget() is not screen.preview.checks
    with qtbot.waitSignal(screen.review_ready):
        screen._session.background.post(told.set)
    assert desk.calls("review")[0][2]["plan"] == "plan1"


# ------------------------------------------------------------------------------- the app


def test_everyone_is_told_in_numbers_when_they_are_known(
    session: Session, desk: FakeDesk, qtbot: QtBot, theme: Theme
) -> None:
    desk.answers["audiences.reach"] = Reach(
        total=1_200_000, peak=310_000, day=NOW.date(), read_at=NOW, stale=False
    )
    made = ComposeScreen(session)
    qtbot.addWidget(made)
    qtbot.waitUntil(lambda: grouped(1_200_000) in made.audience.everyone.text())
    assert grouped(310_000) in made.audience.everyone.text()


def test_another_app_takes_its_own_plans_and_keeps_the_text(
    screen: ComposeScreen, session: Session, qtbot: QtBot
) -> None:
    screen.open_draft(draft_row())
    screen.binding.set_value("plan", "plan1")
    title = screen.binding.value("message.title")
    session.app = practice_app()
    session.app_changed.emit(session.app)
    assert screen.binding.value("plan") is None
    assert screen.binding.value("message.title") == title


# ----------------------------------------------------------------------------- links, phones


def test_a_link_is_asked_in_the_background_and_the_checks_hear_of_it(
    screen: ComposeScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    url = "https://shop.example.com/1"
    desk.answers["check_link"] = 404
    desk.answers["context"] = lambda *_: context(links={url: 404})
    qtbot.mouseClick(
        find(screen, "message.tap.kind").findChild(QWidget, "web"), Qt.MouseButton.LeftButton
    )
    write(screen, qtbot, "message.tap.url", url)
    find(screen, "message.tap.url.check").click()
    qtbot.waitUntil(lambda: "404" in find(screen, "message.tap.url.found").text())
    assert desk.calls("check_link") == [(url,)]
    examined(screen, qtbot, lambda ids: "link.dead" in ids)


def test_a_link_that_cannot_be_asked_is_said_beside_it(
    screen: ComposeScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["check_link"] = OSError("no network")
    write(screen, qtbot, "message.picture", "https://img.example.com/1.png")
    find(screen, "message.picture.check").click()
    qtbot.waitUntil(lambda: "Settings" in find(screen, "message.picture.found").text())


def test_the_line_below_a_long_text_leads_to_the_phone_that_takes_less(
    screen: ComposeScreen, qtbot: QtBot
) -> None:
    write(screen, qtbot, "message.content", "x" * 90)
    screen.preview.open_checks()
    find(screen, "message.content.short").click()
    assert screen.preview.currentWidget() is screen.preview.phone
    assert screen.preview.phone.style_shown == "huawei"
