"""Make it right, by clicks and keys: asked first, done once, told as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from tests.send import builders
from tests.ui import pushes
from tests.ui.driving import WAIT_MS, Driver, PracticeHere, running
from tests.ui.pushes import FakeDesk
from tpns_desktop.practice.reports import status_of
from tpns_desktop.send.mend_rules import KINDS
from tpns_desktop.send.mending import Deed, Entry, MendRefused, Story, Target
from tpns_desktop.store.actions import Action
from tpns_desktop.ui.screens.results.mend_menu import MendCard
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.words.numbers import BEIJING

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def service() -> Iterator[PracticeHere]:
    made = PracticeHere(devices=500, limits=False)
    yield made
    made.close()


@pytest.fixture
def driver(home: Path, qtbot: QtBot, theme: Theme, service: PracticeHere) -> Iterator[Driver]:
    def wait(condition: Callable[[], bool]) -> None:
        qtbot.waitUntil(condition, timeout=WAIT_MS)

    settings = {"language": "en", "look": "light", "hold_s": "0"}
    with running(home, service, wait, settings=settings) as driver:
        driver.practise()
        yield driver


def statuses(service: PracticeHere) -> set[str]:
    now = datetime.now(UTC).timestamp()
    return {
        status_of(application, push, now)
        for application in service.world.applications.values()
        for push in application.pushes
    }


def sent(driver: Driver, data: dict[str, Any]) -> str:
    """Confirm this and wait until it is accepted; gives the batch, shown on its page."""
    desk = driver.program.session.desk
    assert desk is not None

    async def confirm() -> str:
        (app,) = await desk.apps()
        review = await desk.review(app.id, None, data)
        batch = await desk.confirm(review, set(review.required_ticks), night_reason="a test")
        return batch.id

    batch_id = driver.ask(confirm())

    def accepted() -> bool:
        batch = driver.ask(desk.batch(batch_id))
        return batch is not None and batch.state == "accepted"

    driver.wait_until(accepted)
    driver.program.navigator.show_batch(batch_id)
    driver.until_screen("result")
    driver.find("result.mend")
    return batch_id


def planned(kind: str = "all") -> dict[str, Any]:
    at = (datetime.now(UTC) + timedelta(days=2)).astimezone(BEIJING)
    return builders.draft(kind, schedule__kind="at", schedule__at=at.strftime("%Y-%m-%dT%H:%M"))


# ---------------------------------------------------------------------------- the whole program


def test_a_planned_push_is_cancelled_by_a_click_and_by_nothing_less(
    driver: Driver, service: PracticeHere
) -> None:
    sent(driver, planned())
    driver.click("result.mend.jump")
    driver.press(Qt.Key.Key_Space)  # the first entry that can be chosen has the focus
    driver.find("mend.do")
    driver.until_words("at Tencent?", "everyone in", "Android and iPhone", "can't be undone")
    driver.press(Qt.Key.Key_Return)  # goes back, which is the default
    driver.wait_until(lambda: not driver.sees("mend.do"))
    assert statuses(service) == {"PUSH_WAIT"}
    driver.click("result.mend.cancel")
    driver.press(Qt.Key.Key_Escape)
    driver.wait_until(lambda: not driver.sees("mend.do"))
    driver.click("result.mend.cancel")
    driver.click("mend.do", double=True)
    driver.until_words("Cancelled at Tencent for Android and iPhone", "from this computer")
    assert statuses(service) == {"PUSH_CANCELED"}
    desk, batch_id = driver.program.session.desk, _result(driver)
    assert desk is not None
    story = driver.ask(desk.mending.story(batch_id))
    assert story is not None
    assert len(story.deeds) == 2  # one request a system, however often it was clicked
    assert not driver.find("result.mend.cancel").isEnabled()


def test_alt_s_does_it_for_who_has_no_mouse(driver: Driver, service: PracticeHere) -> None:
    sent(driver, planned("tag"))
    driver.click("result.mend.cancel")
    do = driver.find_as(QPushButton, "mend.do")
    driver.wait_until(do.isEnabled)
    QTest.keyClick(driver.window, Qt.Key.Key_Space)
    QTest.keyClick(do, Qt.Key.Key_Return)
    assert statuses(service) == {"PUSH_WAIT"}
    if not driver.sees("mend.do"):  # Space pressed the default, which goes back
        driver.click("result.mend.cancel")
        driver.wait_until(lambda: driver.find("mend.do").isEnabled())
    QTest.keyClick(driver.window, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    driver.wait_until(lambda: statuses(service) == {"PUSH_CANCELED"})
    driver.until_words("Cancelled at Tencent for Android and iPhone")


def test_of_a_repetition_a_person_chooses_one_run_or_all(
    driver: Driver, service: PracticeHere
) -> None:
    day = (datetime.now(UTC) + timedelta(days=1)).astimezone(BEIJING).date()
    loop = {
        "every": "1",
        "days": [],
        "times": ["10:00"],
        "start": day.isoformat(),
        "end": (day + timedelta(days=2)).isoformat(),
    }
    sent(driver, builders.draft("tag", schedule__kind="loop", schedule__loop=loop))
    driver.click("result.mend.cancel")
    run = driver.find_as(QComboBox, "mend.run")
    assert run.count() == 3
    run.setFocus(Qt.FocusReason.TabFocusReason)
    driver.press(Qt.Key.Key_Down)
    assert driver.text("mend.do") == "Cancel this run"
    driver.click("mend.do")
    driver.until_words("the run of", "Cancelled at Tencent (Android and iPhone)")
    driver.wait_until(lambda: driver.find("result.mend.cancel").isEnabled())
    assert statuses(service) == {"PUSH_CANCELED", "PUSH_WAIT"}
    driver.click("result.mend.cancel")
    assert driver.find_as(QComboBox, "mend.run").count() == 2
    driver.click("mend.every")
    driver.click("mend.do")
    driver.wait_until(lambda: statuses(service) == {"PUSH_CANCELED"})
    driver.until_words("from this computer")


def test_a_replacement_opens_in_compose_and_is_told_of(driver: Driver) -> None:
    sent(driver, builders.draft("all"))
    driver.until_words("Only a push with a time can be cancelled")
    driver.click("result.mend.replace")
    driver.until_words("OPPO phones can't replace", "Nothing is sent now")
    driver.click("mend.do")
    driver.until_screen("compose")
    assert driver.find_as(QLineEdit, "message.title").text() == "Sale tonight"
    data = driver.program.navigator.compose.binding.draft
    assert data["schedule"]["replaces"]["title"] == "Sale tonight"
    driver.program.navigator.show_batch(_result(driver))
    driver.until_words("A replacement was begun in a draft and not sent")


def _result(driver: Driver) -> str:
    screen: Any = driver.program.window.screen_widget("result")
    return str(screen.batch_id)


# ------------------------------------------------------------------------------------ the card


def story(outcome: str = "", reason: str | None = None, **reasons: str) -> Story:
    """A story of two systems; `reasons`: kind → why not."""
    batch = pushes.batch(state="accepted", push_ids=("11",))
    row = batch.rows[0]
    target = {"row_id": row.id, "platform": row.platform, "push_id": "11", "at": row.created_at}
    entries = tuple(
        Entry(kind, (Target(**target, reason=reasons.get(kind)),))  # type: ignore[arg-type]
        for kind in KINDS
    )
    action = Action(
        id=1,
        kind="cancel",
        access_id=row.access_id,
        push_row=row.id,
        push_id="11",
        what="",
        begun_at=datetime.now(UTC),
        outcome=outcome or "begun",
        reason=reason,
    )
    deeds = (Deed(action, row.platform, None),) if outcome else ()
    return Story(batch, entries, deeds)


@pytest.fixture
def card(session: Session, desk: FakeDesk, qtbot: QtBot) -> MendCard:
    desk.answers["mending.story"] = story(cancel="not_scheduled", stop="stop_system")
    card = MendCard(session)
    qtbot.addWidget(card)
    card.resize(900, 400)
    card.show_batch(story().batch)
    qtbot.waitUntil(lambda: not card.isHidden())
    return card


def test_what_cannot_be_done_says_why_in_words(card: MendCard) -> None:
    assert not card.buttons["cancel"].isEnabled()
    assert "sent at once" in card.says["cancel"].text()
    assert "Android phones only" in card.says["stop"].text()
    assert "Android phones only" in card.accessibleDescription()
    assert card.buttons["correct"].isEnabled()
    assert card.check.isHidden()
    assert card.taken.isHidden()


def test_an_unknown_end_offers_a_look_and_no_second_try(
    card: MendCard, desk: FakeDesk, session: Session, qtbot: QtBot
) -> None:
    desk.answers["mending.story"] = story("unknown", "deadline", cancel="not_known")
    session.batch_changed.emit("batch1")
    qtbot.waitUntil(lambda: not card.check.isHidden())
    assert not card.buttons["cancel"].isEnabled()
    (told,) = card.deeds.facts()
    assert "We don't know yet whether it is cancelled" in told[1]
    desk.answers["mending.check"] = desk.answers["mending.story"] = story(
        "done", cancel="cancelled"
    )
    qtbot.mouseClick(card.check, LEFT)
    qtbot.waitUntil(card.check.isHidden)
    assert desk.calls("mending.check") == [("batch1",)]
    assert "Cancelled at Tencent" in card.deeds.facts()[0][1]


def test_what_went_wrong_is_said_on_the_card(card: MendCard, desk: FakeDesk, qtbot: QtBot) -> None:
    desk.answers["mending.prepare"] = MendRefused("no_collapse_id")
    qtbot.mouseClick(card.buttons["replace"], LEFT)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    do = dialog.findChild(QPushButton, "mend.do")
    assert isinstance(do, QPushButton)
    qtbot.waitUntil(do.isEnabled)
    qtbot.mouseClick(do, LEFT)
    qtbot.waitUntil(lambda: not card.error.isHidden())
    assert "no ID to replace it by" in card.error.text()
    qtbot.waitUntil(card.buttons["replace"].isEnabled)


def test_an_answer_for_another_push_is_not_shown(
    card: MendCard, desk: FakeDesk, qtbot: QtBot
) -> None:
    other = pushes.batch(batch_id="batch2", state="withdrawn")
    desk.answers["mending.story"] = Story(other, story().entries, ())
    card.show_batch(other)
    qtbot.waitUntil(lambda: len(desk.calls("mending.story")) == 2)
    assert card.isHidden()  # TPNS never took it


def test_the_card_speaks_another_language_at_once(
    card: MendCard, nameless: Callable[..., list[Any]]
) -> None:
    QApplication.sendEvent(card, QEvent(QEvent.Type.LanguageChange))
    assert card.buttons["cancel"].text() == "Cancel scheduled…"
    card.show()
    assert nameless(card) == []


def test_the_row_of_a_push_leads_to_what_can_be_done_about_it(driver: Driver) -> None:
    sent(driver, planned())
    driver.click("rail.sent")
    driver.until_row("sent.table", "Sale tonight")
    table = driver.find_as(QTableView, "sent.table")
    table.selectRow(0)
    screen: Any = driver.program.window.screen_widget("sent")
    menu = screen.row_menu.menu()
    first, *others = [action for action in menu.actions() if not action.isSeparator()]
    assert [action.isEnabled() for action in others] == [True, True, True]
    first.trigger()
    menu.close()
    driver.until_screen("result")
    cancel = driver.find("result.mend.cancel")
    driver.wait_until(lambda: driver.window.focusWidget() is cancel)
