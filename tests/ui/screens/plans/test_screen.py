"""The Plans page over a desk that only remembers."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.send import builders
from tests.ui import pushes
from tests.ui.pushes import NOW, FakeDesk
from tpns_desktop.send.asking import AskFailed
from tpns_desktop.send.day_totals import DaySums
from tpns_desktop.send.plan_book import IdUse, PlanList
from tpns_desktop.send.plan_overview import DayFigures, Period, PlanOverview, PlanSum, Week
from tpns_desktop.send.plans import OpenCreation, PlanRefused
from tpns_desktop.send.results import ChannelFigures, Figures
from tpns_desktop.ui.screens.plans.plans_model import Column, PlansModel
from tpns_desktop.ui.screens.plans.screen import PlansScreen
from tpns_desktop.ui.screens.plans.tasks_model import TasksModel
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.words.numbers import grouped

LEFT = Qt.MouseButton.LeftButton
FIGURES = Figures(1000, 819, 600, 145, 3)
NONE = Figures()


def plan(name: str = "Spring", **changes: Any) -> Any:
    return builders.plan(**{"id": name.lower(), "name": name} | changes)


def of(found: Any, pushes: int = 0, figures: Figures = NONE, **changes: Any) -> PlanSum:
    read_at = NOW if figures != NONE else None
    return PlanSum(found, pushes, figures, read_at, NOW if pushes else None, **changes)


def listed(left: int = 200) -> PlanList:
    return PlanList(
        of(None, 128),
        (
            of(plan("Spring", description="All of spring"), 6, FIGURES),
            of(plan("Autumn", android_plan_id="77", ios_plan_id=None), missing=("ios",)),
            of(plan("Winter", hidden=True)),
        ),
        left,
    )


def period(figures: Figures = FIGURES, count: int = 6, **changes: Any) -> Period:
    channels = (ChannelFigures("android", "hw", figures),)
    days = (DayFigures(date(2026, 11, 19), count, figures),)
    values = {"unread": 0, "read_at": NOW} | changes
    return Period(count, figures, channels, days, **values)


def overview(found: Any = None, week: Figures | None = None, **changes: Any) -> PlanOverview:
    counted = None
    if week is not None:
        parts = (ChannelFigures("android", "all", week), ChannelFigures("android", "hw", week))
        counted = Week(date(2026, 11, 13), date(2026, 11, 19), parts, NOW)
    values: dict[str, Any] = {
        "missing": (), "states": {"accepted": 6}, "all": period(), "seven": period(),
        "today": date(2026, 11, 19),
    }  # fmt: skip
    return PlanOverview(found, week=counted, **values | changes)


@pytest.fixture
def desk(desk: FakeDesk) -> FakeDesk:
    desk.answers |= {
        "plan_book.listed": listed(),
        "plan_book.overview": lambda app_id, plan_id: overview(
            plan() if plan_id is not None else None
        ),
        "plan_book.read": lambda app_id, plan_id: overview(plan(), FIGURES),
        "plan_book.tasks": [pushes.batch(state="accepted", counters=pushes.counters())],
        "plan_book.left_today": 200,
    }
    return desk


@pytest.fixture
def screen(session: Session, desk: FakeDesk, qtbot: QtBot) -> PlansScreen:
    made = PlansScreen(session)
    qtbot.addWidget(made)
    made.resize(1140, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    qtbot.waitUntil(lambda: made.list.model.rowCount() == 4)
    return made


def shown(screen: PlansScreen) -> list[str]:
    proxy = screen.list.proxy
    return [proxy.index(row, Column.PLAN).data() for row in range(proxy.rowCount())]


def opened(screen: PlansScreen, qtbot: QtBot, plan_id: str | None = "spring") -> None:
    screen.list.choose(plan_id)
    qtbot.mouseClick(screen.list.open, LEFT)
    qtbot.waitUntil(lambda: screen.details.overview.cards["pushes"].figure() == "6")


def dialog(screen: PlansScreen, qtbot: QtBot) -> Any:
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    found = QApplication.activeModalWidget()
    assert found is not None
    return found


def field(inside: QWidget, name: str, kind: Any = QLineEdit) -> Any:
    return inside.findChild(kind, name)


# ------------------------------------------------------------------------------------- the list


def test_the_default_plan_is_first_whatever_the_order(screen: PlansScreen) -> None:
    assert shown(screen) == ["Default plan", "Spring", "Autumn"]
    for column in Column:
        for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
            screen.list.table.sortByColumn(column, order)
            assert shown(screen)[0] == "Default plan"


def test_a_row_says_what_a_plan_has_achieved(screen: PlansScreen) -> None:
    row = [screen.list.model.index(1, column).data() for column in Column]
    assert row[Column.PUSHES : Column.LAST] == ["6", "819", "145 · 24.2%"]
    tip = screen.list.model.index(1, Column.DELIVERED).data(Qt.ItemDataRole.ToolTipRole)
    assert "sent from here" in tip
    marks = [screen.list.model.index(n, Column.MARK).data() for n in range(4)]
    assert marks == ["Built in", "", "Not on iPhone yet", "Hidden"]


def test_nothing_is_offered_to_change_the_default_plan(screen: PlansScreen, qtbot: QtBot) -> None:
    screen.list.choose(None)
    assert not screen.list.menu.button.isVisible()
    assert screen.list._fixed.isVisible()
    screen.list.choose("spring")
    assert screen.list.menu.button.isVisible()
    assert not screen.list._fixed.isVisible()
    opened(screen, qtbot, None)
    assert not screen.details.menu.button.isVisible()
    assert not screen.details.overview.read.isVisible()
    assert "can't be edited" in screen.details._ids.text()


def test_name_description_and_id_are_searched(screen: PlansScreen, qtbot: QtBot) -> None:
    for typed, found in (("SPR", ["Spring"]), ("of spring", ["Spring"]), ("77", ["Autumn"])):
        qtbot.keyClick(screen, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(screen.list.search.hasFocus)
        qtbot.keyClicks(screen.list.search, typed)
        assert shown(screen) == found
        assert not screen.list._nothing.isVisible()
    qtbot.keyClicks(screen.list.search, "§")
    assert shown(screen) == []
    assert screen.list._nothing.isVisible()


def test_hidden_plans_are_shown_when_asked_for(screen: PlansScreen, qtbot: QtBot) -> None:
    assert "Winter" not in shown(screen)
    screen.list.hidden.click()
    assert "Winter" in shown(screen)


def test_without_a_plan_of_ones_own_the_first_is_offered(
    screen: PlansScreen, desk: FakeDesk, qtbot: QtBot, session: Session
) -> None:
    assert not screen.list.empty.isVisible()
    desk.answers["plan_book.listed"] = PlanList(of(None), (), 200)
    session.batch_changed.emit("b")
    qtbot.waitUntil(screen.list.empty.isVisible)
    qtbot.mouseClick(screen.list.empty.button, LEFT)
    assert field(dialog(screen, qtbot), "plan.description", QPlainTextEdit) is not None


def test_few_creations_left_are_told(
    screen: PlansScreen, desk: FakeDesk, qtbot: QtBot, session: Session
) -> None:
    assert "today" not in screen.list._counts.text()
    desk.answers["plan_book.listed"] = listed(left=0)
    session.batch_changed.emit("b")
    qtbot.waitUntil(lambda: "200 new plans a day" in screen.list._counts.text())


def test_all_pushes_by_day_are_asked_for_and_what_fails_is_said(
    screen: PlansScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    days = ((date(2026, 11, 18), FIGURES), (date(2026, 11, 19), NONE))
    desk.answers["day_totals.read"] = DaySums(days, NOW)
    qtbot.mouseClick(screen.list.days, LEFT)
    opened = dialog(screen, qtbot)
    qtbot.waitUntil(lambda: "819" in opened.chart.accessibleDescription())
    desk.answers["day_totals.read"] = AskFailed("budget")
    qtbot.mouseClick(opened.do, LEFT)
    qtbot.waitUntil(opened.error.isVisible)
    assert "819" in opened.chart.accessibleDescription()  # what was read stays
    QTest.keyClick(opened, Qt.Key.Key_Escape)


def test_a_push_in_a_plan_is_asked_for(screen: PlansScreen, qtbot: QtBot) -> None:
    for plan_id, said in (("spring", "spring"), (None, "")):
        screen.list.choose(plan_id)
        with qtbot.waitSignal(screen.push_asked) as asked:
            qtbot.mouseClick(screen.list.push, LEFT)
        assert asked.args == [said]
        opened(screen, qtbot, plan_id)
        with qtbot.waitSignal(screen.push_asked) as asked:
            qtbot.mouseClick(screen.details.push, LEFT)
        assert asked.args == [said]
        screen.show_list()


# ---------------------------------------------------------------------------------- the details


def test_a_plan_says_what_its_figures_count_and_are_shares_of(
    screen: PlansScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    opened(screen, qtbot)
    part = screen.details.overview
    qtbot.waitUntil(lambda: "Counted by TPNS" in part.source.text())
    assert desk.calls("plan_book.read") == [("shop", "spring")]
    assert part.cards["delivered"].figure() == "819"
    assert part.cards["delivered"].note() == "81.9% of planned"
    assert part.cards["tapped"].note() == "24.2% of arrived"
    days = part.by_day.table().rows
    assert [row for _, row in days] == [(0, 0, 0)] * 6 + [(819, 600, 145)]
    part.period.choose("all")
    assert part.source.text().startswith("Added up from 6")
    assert part.by_day.table().rows[0][1] == (819, 600, 145)
    assert part.by_channel.table().rows == (("Huawei", (819, 600, 145)),)
    assert [name for name, _ in part.compared.table().rows] == ["Spring", "Default plan"]


def test_in_a_low_window_a_whole_chart_is_in_sight(screen: PlansScreen, qtbot: QtBot) -> None:
    opened(screen, qtbot)
    part = screen.details.overview
    screen.resize(1080, 620)
    chart = part.chart_cards["days"]
    qtbot.waitUntil(lambda: chart.height() <= part.viewport().height())
    assert chart.chart.height() >= 130
    screen.resize(1160, 1000)
    qtbot.waitUntil(lambda: chart.height() > 320)


def test_the_marks_have_a_column_where_a_plan_of_ones_own_has_one(
    screen: PlansScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    assert not screen.list.table.isColumnHidden(Column.MARK)
    whole = listed()
    screen.list.show_list(PlanList(whole.default, whole.rows[:1], whole.left))
    assert screen.list.table.isColumnHidden(Column.MARK)


def test_what_was_pushed_elsewhere_is_told(
    screen: PlansScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    more = Figures(3000, 2000, 1500, 300, 9)
    desk.answers["plan_book.read"] = lambda app_id, plan_id: overview(plan(), more)
    opened(screen, qtbot)
    part = screen.details.overview
    qtbot.waitUntil(part.more.isVisible)
    assert f"{grouped(1181)} delivered" in part.more.text()
    assert part.cards["delivered"].figure() == grouped(2000)
    part.period.choose("all")
    assert not part.more.isVisible()
    assert part.cards["delivered"].figure() == "819"


def test_without_an_answer_ones_own_figures_stay_and_the_reason_is_told(
    screen: PlansScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["plan_book.read"] = AskFailed("budget")
    opened(screen, qtbot)
    part = screen.details.overview
    qtbot.waitUntil(part.trouble.isVisible)
    assert part.trouble.text().startswith("TPNS could not be asked.")
    assert part.source.text().startswith("Added up from 6")
    desk.answers["plan_book.read"] = lambda app_id, plan_id: overview(plan(), FIGURES)
    qtbot.waitUntil(part.read.isEnabled)
    qtbot.mouseClick(part.read, LEFT)
    qtbot.waitUntil(lambda: not part.trouble.isVisible())


def test_the_pushes_of_a_plan_open_their_results(screen: PlansScreen, qtbot: QtBot) -> None:
    opened(screen, qtbot)
    details = screen.details
    details.tabs.choose("tasks")
    qtbot.waitUntil(lambda: details.model.rowCount() == 1)
    details.table.setCurrentIndex(details.model.index(0, 0))
    with qtbot.waitSignal(screen.batch_chosen) as chosen:
        qtbot.keyClick(details.table, Qt.Key.Key_Return)
    assert chosen.args == ["batch1"]
    qtbot.mouseClick(details.back, LEFT)
    assert screen.list.isVisible()
    assert screen.list.chosen() == listed().rows[0]


def test_a_plan_without_a_push_offers_the_first(
    screen: PlansScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["plan_book.tasks"] = []
    opened(screen, qtbot)
    screen.details.tabs.choose("tasks")
    qtbot.waitUntil(screen.details.empty.isVisible)
    with qtbot.waitSignal(screen.push_asked) as asked:
        qtbot.mouseClick(screen.details.empty.button, LEFT)
    assert asked.args == ["spring"]


# ---------------------------------------------------------------------------------- what is done


def test_words_are_changed_here(screen: PlansScreen, desk: FakeDesk, qtbot: QtBot) -> None:
    desk.answers["plan_book.edit"] = plan("Summer")
    screen.list.choose("autumn")
    screen.list.menu.actions["edit"].trigger()
    asked = dialog(screen, qtbot)
    assert field(asked, "plan.name").text() == "Autumn"
    assert "TPNS keeps" in asked.hint.text()
    field(asked, "plan.name").selectAll()
    qtbot.keyClicks(field(asked, "plan.name"), "Summer")
    qtbot.keyClicks(field(asked, "plan.id.ios"), "99")
    with qtbot.waitSignal(screen.book_changed):
        qtbot.mouseClick(field(asked, "plan.add", QPushButton), LEFT)
    assert desk.calls("plan_book.edit") == [("autumn", "Summer", "All of it", {"ios": "99"})]


def test_a_plan_is_hidden_shown_finished_and_copied(
    screen: PlansScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["plan_book.set_hidden"] = lambda plan_id, hidden: plan("Spring", hidden=hidden)
    desk.answers["plan_book.finish"] = plan("Autumn")
    actions = screen.list.menu.actions
    screen.list.choose("spring")
    assert not actions["finish"].isVisible()
    with qtbot.waitSignal(screen.book_changed):
        actions["hide"].trigger()
    assert "no longer offered" in screen.banner.text()
    actions["copy"].trigger()
    assert QGuiApplication.clipboard().text() == "Android ID 48 · iPhone ID 49"
    screen.list.choose("autumn")
    assert actions["finish"].text() == "Finish on iPhone"
    with qtbot.waitSignal(screen.book_changed):
        actions["finish"].trigger()
    assert desk.calls("plan_book.finish") == [("autumn",)]


def test_a_removed_plan_comes_back_by_undo(
    screen: PlansScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    gone = plan("Spring")
    desk.answers |= {"plan_book.remove": gone, "plan_book.put_back": gone}
    opened(screen, qtbot)
    screen.details.menu.actions["remove"].trigger()
    qtbot.waitUntil(screen.undo.isVisible)
    assert screen.list.isVisible()
    assert "pushes" in screen.undo.text()
    with qtbot.waitSignal(screen.book_changed):
        qtbot.keyClick(screen, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.calls("plan_book.put_back") == [(gone,)]


def test_a_new_plan_is_counted_while_it_is_typed_and_chosen_when_made(
    screen: PlansScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["plan_book.left_today"] = 3
    desk.answers["plan_book.create"] = PlanRefused("not_sent")
    qtbot.mouseClick(screen.list.new, LEFT)
    asked = dialog(screen, qtbot)
    qtbot.waitUntil(asked.left.isVisible)
    assert asked.left.text().startswith("3 more plan")
    name, said = field(asked, "plan.name"), field(asked, "plan.description", QPlainTextEdit)
    for typed, words, role in (
        ("双十一大促会场活动推", "20 of 60", "hint"),
        ("送计", "24 of 60 · above 23", "warn"),
        ("x" * 37, "61 of 60: too long", "error"),
    ):
        name.setText(name.text() + typed)
        assert words in asked.name_note.text()
        assert asked.name_note.property("role") == role
    name.setText("Summer")
    qtbot.keyClicks(said, "All of summer")
    qtbot.mouseClick(field(asked, "plan.add", QPushButton), LEFT)
    qtbot.waitUntil(asked.error.isVisible)
    assert (name.text(), said.toPlainText()) == ("Summer", "All of summer")
    summer = plan("Summer")
    desk.answers |= {
        "plan_book.create": summer,
        "plan_book.listed": replace(listed(), rows=(of(summer), *listed().rows)),
    }
    qtbot.mouseClick(field(asked, "plan.add", QPushButton), LEFT)
    qtbot.waitUntil(lambda: screen.list.chosen() == of(summer))


def test_a_plan_made_on_one_system_is_finished_and_not_made_again(
    screen: PlansScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    half = plan("Half", ios_plan_id=None)
    refused = PlanRefused("refused", platform="ios", code=1008028, plan=half)
    desk.answers["plan_book.create"] = refused
    desk.answers["plan_book.finish"] = plan("Half")
    qtbot.mouseClick(screen.list.new, LEFT)
    asked = dialog(screen, qtbot)
    qtbot.keyClicks(field(asked, "plan.name"), "Half")
    add = field(asked, "plan.add", QPushButton)
    qtbot.mouseClick(add, LEFT)
    qtbot.waitUntil(lambda: add.text() == "Finish on iPhone")
    assert "in your book, but not on iPhone yet" in asked.error.text()
    with qtbot.waitSignal(screen.book_changed):
        qtbot.mouseClick(add, LEFT)
    assert len(desk.calls("plan_book.create")) == 1
    assert desk.calls("plan_book.finish") == [("half",)]


def test_a_plan_that_may_exist_is_to_be_added_by_its_id(
    screen: PlansScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["plan_book.create"] = PlanRefused("unknown", platform="android")
    desk.answers["plan_book.use_of"] = lambda app_id, platform, typed: (
        IdUse(plan("Spring"), 0) if typed == "48" else IdUse(None, 3 if typed == "50" else 0)
    )
    qtbot.mouseClick(screen.list.new, LEFT)
    asked = dialog(screen, qtbot)
    qtbot.keyClicks(field(asked, "plan.name"), "Perhaps")
    qtbot.mouseClick(field(asked, "plan.add", QPushButton), LEFT)
    qtbot.waitUntil(asked.by_id.isVisible)
    assert "look in the TPNS console" in asked.error.text()
    qtbot.mouseClick(asked.by_id, LEFT)
    qtbot.waitUntil(lambda: field(dialog(screen, qtbot), "plan.id.android") is not None)
    known = dialog(screen, qtbot)
    assert field(known, "plan.name").text() == "Perhaps"
    for typed, words in (("48", "“Spring” in your book"), ("50", "3 push")):
        field(known, "plan.id.android").setText(typed)
        qtbot.waitUntil(lambda words=words: words in known.uses["android"].text())


def test_impatience_makes_no_second_plan(screen: PlansScreen, desk: FakeDesk, qtbot: QtBot) -> None:
    """Clicks, Esc and a held Enter key while the service is silent, and after it was."""
    gate = threading.Event()

    def late(*_: object) -> None:
        gate.wait(10)
        raise PlanRefused("unknown", platform="android")

    desk.answers["plan_book.create"] = late
    qtbot.mouseClick(screen.list.new, LEFT)
    asked = dialog(screen, qtbot)
    name = field(asked, "plan.name")
    qtbot.keyClicks(name, "Once")
    add = field(asked, "plan.add", QPushButton)
    qtbot.mouseDClick(add, LEFT)
    add.click()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Return):
        qtbot.keyClick(name, key)
    asked.back.click()
    assert asked.isVisible()
    gate.set()
    qtbot.waitUntil(asked.by_id.isVisible)
    for _ in range(5):
        qtbot.keyClick(name, Qt.Key.Key_Return)
    assert asked.by_id.isVisible()
    assert len(desk.calls("plan_book.create")) == 1
    asked.reject()


# ------------------------------------------------------------------------------------ everywhere


def test_the_models_keep_qts_rules(qtmodeltester: ModelTester) -> None:
    plans = PlansModel()
    plans.show_rows((listed().default, *listed().rows))
    qtmodeltester.check(plans)
    tasks = TasksModel()
    tasks.show_batches([pushes.batch(state="accepted")])
    tasks.add_older([pushes.batch(batch_id="b0", created_at=NOW - timedelta(days=1))])
    qtmodeltester.check(tasks)


def test_every_stop_has_a_name(
    screen: PlansScreen, qtbot: QtBot, nameless: Callable[[QWidget], list[Any]]
) -> None:
    assert nameless(screen) == []
    opened(screen, qtbot)
    assert nameless(screen) == []
    screen.details.tabs.choose("tasks")
    assert nameless(screen) == []


def test_another_language_or_app_leaves_nothing_behind(
    screen: PlansScreen, qtbot: QtBot, session: Session
) -> None:
    opened(screen, qtbot)
    QApplication.sendEvent(screen.details, QEvent(QEvent.Type.LanguageChange))
    assert screen.details.overview.cards["pushes"].figure() == "6"
    session.choose_app(builders.app(id="other"))
    assert screen.list.isVisible()
    QTest.keyClick(screen, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


# ------------------------------------------------------------------ plans that may exist there


def waiting(screen: PlansScreen, desk: FakeDesk, session: Session, qtbot: QtBot, name: str) -> None:
    one = OpenCreation(7, name, "ios", NOW)
    desk.answers["plan_book.listed"] = replace(listed(), open=(one,))
    desk.answers["plan_book.settle"] = lambda *_: desk.answers.update(
        {"plan_book.listed": listed()}
    )
    session.batch_changed.emit("b")
    qtbot.waitUntil(screen.open.isVisible)
    assert screen.open.banners[0].text().startswith(f"TPNS may have made the plan “{name}” (iPhone")


def open_button(screen: PlansScreen, key: str) -> QPushButton:
    found = screen.open.banners[0].findChild(QPushButton, f"plans.open.{key}")
    assert found is not None
    return found


def test_a_plan_that_is_not_there_is_settled(
    screen: PlansScreen, desk: FakeDesk, session: Session, qtbot: QtBot
) -> None:
    waiting(screen, desk, session, qtbot, "Summer")
    add, absent = open_button(screen, "add"), open_button(screen, "absent")
    add.setFocus()
    for stop in (absent, screen.list.search):  # as they stand from the top
        qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Tab)
        assert stop.hasFocus()
    qtbot.mouseClick(absent, LEFT)
    qtbot.waitUntil(lambda: not screen.open.isVisible())
    assert desk.calls("plan_book.settle") == [(7, False)]


def test_a_plan_that_is_there_is_added_with_its_name_filled_in(
    screen: PlansScreen, desk: FakeDesk, session: Session, qtbot: QtBot
) -> None:
    desk.answers["plan_book.add"] = plan("Summer", ios_plan_id="99")
    waiting(screen, desk, session, qtbot, "Summer")
    qtbot.mouseClick(open_button(screen, "add"), LEFT)
    asked = dialog(screen, qtbot)
    assert field(asked, "plan.name").text() == "Summer"
    qtbot.keyClicks(field(asked, "plan.id.ios"), "99")
    qtbot.mouseClick(field(asked, "plan.add", QPushButton), LEFT)
    qtbot.waitUntil(lambda: not screen.open.isVisible())
    assert desk.calls("plan_book.settle") == [(7, True)]


def test_the_missing_half_of_a_plan_goes_to_the_plan_of_the_book(
    screen: PlansScreen, desk: FakeDesk, session: Session, qtbot: QtBot
) -> None:
    desk.answers["plan_book.edit"] = plan("Autumn", ios_plan_id=None)
    waiting(screen, desk, session, qtbot, "Autumn")
    qtbot.mouseClick(open_button(screen, "add"), LEFT)
    asked = dialog(screen, qtbot)
    with qtbot.waitSignal(screen.book_changed):
        qtbot.mouseClick(field(asked, "plan.add", QPushButton), LEFT)
    assert desk.calls("plan_book.settle") == []  # saved without the ID: nobody knows it yet
    assert screen.open.isVisible()
