"""The calendar by keys and mouse: days, entries, the list beside it, and another time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.send import builders
from tests.ui import pushes
from tests.ui.driving import WAIT_MS, PracticeHere, running
from tests.ui.pushes import FakeDesk
from tpns_desktop.send.agenda import Slot, Span
from tpns_desktop.send.mending import MendRefused, Moved, Story
from tpns_desktop.send.quiet import QuietHours
from tpns_desktop.ui.forms.editors import WhenEditor
from tpns_desktop.ui.screens.sent.calendar_move import MoveDialog
from tpns_desktop.ui.screens.sent.calendar_page import CalendarPage
from tpns_desktop.ui.screens.sent.calendar_view import LANES, CalendarView
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.words.numbers import BEIJING

LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key


def today() -> date:
    return datetime.now(UTC).astimezone(BEIJING).date()


def slot(key: str, days: int, hour: int, minute: int = 0, **changes: Any) -> Slot:
    at = datetime.combine(today() + timedelta(days=days), time(hour, minute), BEIJING)
    values: dict[str, Any] = {
        "key": key,
        "at": at,
        "title": key,
        "content": "",
        "state": "ahead",
        "platforms": ("android", "ios"),
        "batch_id": f"batch of {key}",
        "audience_kind": "all",
        "app_name": "Demo Mall",
        "movable": True,
    }
    return Slot(**values | changes)


class Days:
    """What the desk answers: every slot of the asked days."""

    def __init__(self, *slots: Slot) -> None:
        self.slots = slots
        self.asked: list[tuple[date, int]] = []

    def __call__(self, _app: str, first: date, days: int) -> Span:
        self.asked.append((first, days))
        here = [s for s in self.slots if first <= s.day < first + timedelta(days=days)]
        hours = QuietHours(time(22), time(8))
        now = datetime.now(UTC).astimezone(BEIJING)
        timed = tuple(one for one in here if one.state != "waiting")
        untimed = tuple(one for one in self.slots if one.state == "waiting")
        return Span(first, days, timed, now, hours, untimed)


Show = Callable[..., CalendarPage]


@pytest.fixture
def show(session: Session, desk: FakeDesk, qtbot: QtBot) -> Show:
    def make(*slots: Slot) -> CalendarPage:
        days = desk.answers["agenda.between"] = Days(*slots)
        page = CalendarPage(session)
        qtbot.addWidget(page)
        page.resize(1060, 640)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        qtbot.waitUntil(lambda: bool(days.asked) and page.view.isVisible())
        qtbot.waitUntil(lambda: bool(page.findChild(QWidget, "calendar.span")))
        qtbot.waitUntil(lambda: page.view.accessibleName() != "")
        return page

    return make


def rows(page: CalendarPage) -> list[str]:
    model = page.model
    return [
        " | ".join(str(model.index(r, c).data() or "") for c in range(model.columnCount()))
        for r in range(model.rowCount())
    ]


def chosen(page: CalendarPage) -> str:
    return page.view.chosen.key if page.view.chosen is not None else ""


def dialog_button(name: str) -> QPushButton:
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    found = dialog.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


# ---------------------------------------------------------------------------------------- read


def test_a_week_begins_on_monday_and_the_list_says_the_day_in_words(show: Show) -> None:
    page = show(
        slot("Tonight", 0, 20),
        slot("Again", 0, 20, 30, runs=4, number=2, close_to=("Tonight",), quiet=True),
    )
    days = page._session.desk.answers["agenda.between"]  # type: ignore[union-attr]
    first, count = days.asked[-1]
    assert (first.weekday(), count) == (0, 7)
    one, two = rows(page)
    assert one == "20:00 | Tonight | everyone in Demo Mall, Android and iPhone | Scheduled | "
    assert "Run 2 of 4." in two
    assert "In quiet hours." in two
    assert "to the same people" in two


def test_arrows_go_by_day_and_entry_and_enter_opens(show: Show, qtbot: QtBot) -> None:
    page = show(slot("One", 0, 9), slot("Two", 0, 20), slot("Next", 1, 10))
    view = page.view
    view.setFocus()
    opened: list[str] = []
    page.batch_asked.connect(opened.append)
    qtbot.keyClick(view, Key.Key_Down)
    assert chosen(page) == "One"
    assert "One" in view.accessibleDescription()
    qtbot.keyClick(view, Key.Key_Down)
    qtbot.keyClick(view, Key.Key_Down)
    assert chosen(page) == "Two"
    assert page.table.current_record().key == "Two"
    qtbot.keyClick(view, Key.Key_Return)
    assert opened == ["batch of Two"]
    qtbot.keyClick(view, Key.Key_Up)
    assert chosen(page) == "One"
    qtbot.keyClick(view, Key.Key_Right)
    qtbot.waitUntil(lambda: [row[:5] for row in rows(page)] == ["10:00"])
    qtbot.keyClick(view, Key.Key_Up)
    assert chosen(page) == "Next"
    for _ in range(8):
        qtbot.keyClick(view, Key.Key_Left)
    qtbot.waitUntil(lambda: page._day == today() - timedelta(days=7))
    assert page._shown()[0] <= today() - timedelta(days=7)
    qtbot.keyClick(view, Key.Key_PageDown)
    qtbot.waitUntil(lambda: len(rows(page)) == 2)


def test_an_entry_chosen_in_the_list_is_chosen_in_the_drawing(show: Show, qtbot: QtBot) -> None:
    page = show(slot("One", 0, 9), slot("Two", 0, 20, movable=False))
    page.table.setFocus()
    page.table.selectRow(1)
    assert chosen(page) == "Two"
    assert page.open.isEnabled()
    assert not page.move_button.isEnabled()
    assert "can still be cancelled" in page.move_button.toolTip()


def test_what_waits_elsewhere_stands_above_the_days_without_a_time(
    show: Show, qtbot: QtBot
) -> None:
    theirs = [slot(f"Theirs {n}", 0, 9, batch_id=None, state="waiting") for n in range(5)]
    page = show(*theirs)
    qtbot.waitUntil(page.untimed.isVisible)
    said = page.untimed.text()
    assert "time not told by TPNS" in said
    assert "Theirs 0" in said
    assert "2 more" in said
    assert rows(page) == []
    assert page.view.blocks() == []


def test_an_empty_week_says_what_would_stand_here(
    show: Show, nameless: Callable[[QWidget], list[Any]]
) -> None:
    page = show()
    nothing = page.findChild(QWidget, "calendar.nothing")
    assert nothing is not None
    assert nothing.isVisible()
    assert page.table.isHidden()
    assert nameless(page) == []


def test_entries_of_the_same_time_stand_beside_each_other_and_none_is_lost(show: Show) -> None:
    page = show(*(slot(str(n), 0, 20, n) for n in range(6)), slot("later", 0, 23))
    qwidth = page.view.width()
    blocks = page.view.blocks()
    crowd = [block for block in blocks if block.slot.key != "later"]
    assert len(crowd) <= LANES
    assert len(crowd) + sum(block.more for block in crowd) == 6
    for one in blocks:
        assert 0 <= one.place.left() < one.place.right() <= qwidth
        assert not any(one.place.intersects(o.place) for o in blocks if o is not one)
    assert len(rows(page)) == 7


def test_a_day_alone_and_back(show: Show, qtbot: QtBot) -> None:
    page = show(slot("Tonight", 0, 20))
    days = page._session.desk.answers["agenda.between"]  # type: ignore[union-attr]
    qtbot.mouseClick(page.mode.segment("day"), LEFT)
    qtbot.waitUntil(lambda: days.asked[-1] == (today(), 1))
    qtbot.mouseClick(page.later, LEFT)
    qtbot.waitUntil(lambda: days.asked[-1] == (today() + timedelta(days=1), 1))
    qtbot.mouseClick(page.today, LEFT)
    qtbot.waitUntil(lambda: days.asked[-1] == (today(), 1))


# ---------------------------------------------------------------------------------------- move


def moved(ready: bool) -> Moved:
    batch = pushes.batch(state="accepted")
    return Moved(pushes.draft_row(), ready, Story(batch, (), ()))


def test_moving_is_asked_and_enter_goes_back(show: Show, desk: FakeDesk, qtbot: QtBot) -> None:
    page = show(slot("Tonight", 0, 23, 59), slot("Tomorrow", 1, 20))
    page.show_day(today() + timedelta(days=1))
    qtbot.waitUntil(lambda: [row[:5] for row in rows(page)] == ["20:00"])
    page.table.selectRow(0)
    qtbot.mouseClick(page.move_button, LEFT)
    assert not dialog_button("move.do").isEnabled()  # it has this time now
    QTest.keyClick(QApplication.activeModalWidget(), Key.Key_Return)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert desk.calls("mending.move") == []


def test_within_the_hour_of_a_push_to_everyone_it_is_said_from_when_it_can_be_moved(
    show: Show, desk: FakeDesk, qtbot: QtBot
) -> None:
    later = datetime.now(UTC) + timedelta(minutes=42)
    page = show(slot("Tomorrow", 1, 20, move_from=later))
    page.show_day(today() + timedelta(days=1))
    qtbot.waitUntil(lambda: [row[:5] for row in rows(page)] == ["20:00"])
    page.table.selectRow(0)
    qtbot.mouseClick(page.move_button, LEFT)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, MoveDialog)
    dialog.when.set_value((today() + timedelta(days=2)).strftime("%Y-%m-%dT20:00"))
    dialog.when.edited.emit()
    assert later.astimezone(BEIJING).strftime("%H:%M") in dialog.error.text()
    assert not dialog_button("move.do").isEnabled()
    dialog.reject()
    assert desk.calls("mending.move") == []


@pytest.mark.parametrize("ready", [True, False])
def test_the_new_push_is_offered_only_when_the_old_one_is_surely_cancelled(
    show: Show, desk: FakeDesk, qtbot: QtBot, ready: bool
) -> None:
    page = show(slot("Tomorrow", 1, 20, runs=3))
    drafts: list[Any] = []
    kept: list[Any] = []
    page.moved.connect(drafts.append)
    page.draft_asked.connect(kept.append)
    desk.answers["mending.move"] = moved(ready)
    page.show_day(today() + timedelta(days=1))
    qtbot.waitUntil(lambda: len(rows(page)) == 1)
    page.view.setFocus()
    qtbot.keyClick(page.view, Key.Key_Down)
    qtbot.keyClick(page.view, Key.Key_M)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    when = dialog.findChild(WhenEditor, "move.when")
    assert isinstance(when, WhenEditor)
    new = datetime.combine(today() + timedelta(days=3), time(9, 30), BEIJING)
    when.setDateTime(when.dateTime().addDays(2).addSecs(-(10 * 60 + 30) * 60))
    do = dialog_button("move.do")
    qtbot.waitUntil(do.isEnabled)
    qtbot.mouseClick(do, LEFT)
    qtbot.waitUntil(lambda: bool(desk.calls("mending.move")))
    ((batch_id, app_id, at, run),) = desk.calls("mending.move")
    assert (batch_id, app_id, at) == ("batch of Tomorrow", "shop", new)
    assert run == page.model.index(0, 0).data(Qt.ItemDataRole.UserRole).at
    if ready:
        qtbot.waitUntil(lambda: drafts == [moved(True).draft])
        assert page.problem.isHidden()
    else:
        qtbot.waitUntil(lambda: not page.problem.isHidden())
        assert "not certain" in page.problem.text()
        assert drafts == []
        qtbot.mouseClick(page.draft, LEFT)
        assert kept == [moved(False).draft]


def test_what_could_not_be_moved_says_why(show: Show, desk: FakeDesk, qtbot: QtBot) -> None:
    page = show(slot("Tomorrow", 1, 20))
    desk.answers["mending.move"] = MendRefused("dispatched")
    page.show_day(today() + timedelta(days=1))
    qtbot.waitUntil(lambda: len(rows(page)) == 1)
    (one,) = page.view.blocks()
    page.view.move_asked.emit(one.slot, one.slot.at + timedelta(hours=1))
    do = dialog_button("move.do")
    qtbot.waitUntil(do.isEnabled)
    qtbot.mouseClick(do, LEFT)
    qtbot.waitUntil(lambda: not page.problem.isHidden())
    assert "It was not moved." in page.problem.text()
    assert page.draft.isHidden()


def test_dragging_asks_for_the_time_it_was_dragged_to(show: Show, qtbot: QtBot) -> None:
    page = show(slot("Tomorrow", 1, 12))
    page.show_day(today() + timedelta(days=1))
    qtbot.waitUntil(lambda: len(rows(page)) == 1)
    view = page.view
    (block,) = view.blocks()
    page._scroll.verticalScrollBar().setValue(block.place.top() - 120)
    asked: list[Any] = []
    view.move_asked.connect(lambda one, at: asked.append((one.key, at)))
    start = block.place.topLeft() + QPoint(12, 8)
    down = QPoint(0, view.top_of(time(14, 30)) - view.top_of(time(12)))
    QTest.mousePress(view, LEFT, pos=start)
    for part in (3, 2, 1):
        QTest.mouseMove(view, start + down / part)
    QTest.mouseRelease(view, LEFT, pos=start + down)
    assert asked == [("Tomorrow", block.slot.at.replace(hour=14, minute=30))]
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.close()


# ---------------------------------------------------------------------------- the whole program


def test_a_planned_push_is_moved_from_the_calendar_into_review(
    home: Path, qtbot: QtBot, theme: Theme
) -> None:
    def wait(condition: Callable[[], bool]) -> None:
        qtbot.waitUntil(condition, timeout=WAIT_MS)

    service = PracticeHere(devices=500, limits=False)
    settings = {"language": "en", "look": "light", "hold_s": "0"}
    with running(home, service, wait, settings=settings) as driver:
        driver.practise()
        desk = driver.program.session.desk
        assert desk is not None
        at = datetime.combine(today() + timedelta(days=1), time(20), BEIJING)
        plan = {"schedule__kind": "at", "schedule__at": at.strftime("%Y-%m-%dT%H:%M")}

        async def confirm() -> str:
            (app,) = await desk.apps()
            review = await desk.review(app.id, None, builders.draft("tag", **plan))
            batch = await desk.confirm(review, set(review.required_ticks), night_reason="a test")
            return batch.id

        batch_id = driver.ask(confirm())

        def accepted() -> bool:
            batch = driver.ask(desk.batch(batch_id))
            return batch is not None and batch.state == "accepted"

        driver.wait_until(accepted)
        driver.click("rail.sent")
        driver.segment("sent.view", "calendar")
        view = driver.find_as(CalendarView, "calendar.view")
        driver.wait_until(lambda: view.accessibleName() != "")  # the days are read
        view.setFocus()
        driver.press(Key.Key_Right)
        driver.until_row("calendar.table", "20:00", "Sale tonight", "Scheduled")
        driver.press(Key.Key_Down)
        driver.press(Key.Key_M)
        when = driver.find_as(WhenEditor, "move.when")
        when.setDateTime(when.dateTime().addDays(1))
        driver.click("move.do")
        driver.until_screen("review")
        driver.until_words("Sale tonight", "20:00")
        told = driver.ask(desk.mending.story(batch_id))
        assert told is not None
        assert [one.kind for one in told.taken_back] == ["cancelled"]
        assert [len(service.received(platform)) for platform in ("android", "ios")] == [1, 1]
    service.close()
