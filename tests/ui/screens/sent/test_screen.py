"""The Sent page lists every push, finds it by its words and opens it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.send import builders
from tests.ui import pushes
from tests.ui.pushes import NOW, FakeDesk
from tpns_desktop.send.results import Batch
from tpns_desktop.ui.screens.sent.screen import PAGE, SentScreen
from tpns_desktop.ui.screens.sent.sent_model import (
    FILTER_ROLE,
    RECORD_ROLE,
    SORT_ROLE,
    Column,
    SentFilter,
    SentModel,
)
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.words.numbers import grouped

LEFT = Qt.MouseButton.LeftButton


def listed() -> list[Batch]:
    sale = pushes.review()
    members = pushes.review(
        builders.draft("all", message__title="Members' day", message__content="Twice the points")
    )
    return [
        pushes.batch(sale, batch_id="b3", state="held", created_at=NOW),
        pushes.batch(
            members,
            batch_id="b2",
            state="accepted",
            counters=pushes.counters(),
            created_at=NOW - timedelta(days=1),
        ),
        pushes.batch(
            sale,
            batch_id="b1",
            state="unknown",
            plan_name="Double 11",
            created_at=NOW - timedelta(days=2),
        ),
    ]


@pytest.fixture
def screen(session: Session, desk: FakeDesk, qtbot: QtBot) -> SentScreen:
    desk.answers.setdefault("batches", listed())
    made = SentScreen(session)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: made.model.rowCount() == 3)
    return made


def test_a_row_says_what_who_and_how_it_stands(screen: SentScreen) -> None:
    row = [screen.model.index(1, column).data() for column in Column]
    assert row[Column.WHAT] == "Members' day"
    assert row[Column.WHO] == "everyone in Demo Mall"
    assert row[Column.STATUS] == "Accepted by TPNS"
    assert row[Column.ARRIVED] == grouped(2 * 2310)
    assert not screen.model.index(1, Column.STATUS).data(Qt.ItemDataRole.DecorationRole).isNull()
    assert screen.model.index(0, Column.ARRIVED).data() == "–"


@pytest.mark.parametrize(
    ("words", "found"), [("points", ["b2"]), ("MEMBERS", ["b2"]), ("double 11", ["b1"]), ("§", [])]
)
def test_title_text_and_plan_are_searched(
    screen: SentScreen, qtbot: QtBot, words: str, found: list[str]
) -> None:
    qtbot.keyClicks(screen.search, words)
    ids = [screen.proxy.index(n, 0).data(RECORD_ROLE).id for n in range(screen.proxy.rowCount())]
    assert ids == found
    assert screen._nothing.isVisible() is not bool(found)


def test_enter_opens_a_push(screen: SentScreen, qtbot: QtBot) -> None:
    screen.table.setCurrentIndex(screen.proxy.index(1, 0))
    with qtbot.waitSignal(screen.batch_chosen) as chosen:
        qtbot.keyClick(screen.table, Qt.Key.Key_Return)
    assert chosen.args == ["b2"]


def test_a_double_click_opens_a_push(screen: SentScreen, qtbot: QtBot) -> None:
    place = screen.table.visualRect(screen.proxy.index(2, 1)).center()
    with qtbot.waitSignal(screen.batch_chosen) as chosen:
        qtbot.mouseClick(screen.table.viewport(), LEFT, pos=QPoint(place))
        qtbot.mouseDClick(screen.table.viewport(), LEFT, pos=QPoint(place))
    assert chosen.args == ["b1"]


def test_a_chosen_push_is_opened_by_the_button(screen: SentScreen, qtbot: QtBot) -> None:
    assert not screen.open.isEnabled()
    place = screen.table.visualRect(screen.proxy.index(1, 1)).center()
    qtbot.mouseClick(screen.table.viewport(), LEFT, pos=QPoint(place))
    with qtbot.waitSignal(screen.batch_chosen) as chosen:
        qtbot.mouseClick(screen.open, LEFT)
    assert chosen.args == ["b2"]


def test_columns_sort_by_their_values(screen: SentScreen) -> None:
    screen.table.sortByColumn(Column.ARRIVED, Qt.SortOrder.DescendingOrder)
    assert screen.proxy.index(0, 0).data(RECORD_ROLE).id == "b2"
    screen.table.sortByColumn(Column.WHEN, Qt.SortOrder.AscendingOrder)
    assert screen.proxy.index(0, 0).data(RECORD_ROLE).id == "b1"


def test_news_of_one_push_change_its_row_only(
    screen: SentScreen, session: Session, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["batch"] = pushes.batch(batch_id="b3", state="accepted", created_at=NOW)
    with (
        qtbot.waitSignal(screen.model.dataChanged),
        qtbot.assertNotEmitted(screen.model.modelReset),
    ):
        session.batch_changed.emit("b3")
    assert screen.model.index(0, Column.STATUS).data() == "Accepted by TPNS"


def test_a_new_push_stands_at_the_top(
    screen: SentScreen, session: Session, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["batch"] = pushes.batch(
        batch_id="b4", state="held", created_at=NOW + timedelta(minutes=1)
    )
    with qtbot.waitSignal(screen.model.rowsInserted):
        session.batch_changed.emit("b4")
    assert screen.proxy.index(0, 0).data(RECORD_ROLE).id == "b4"


def test_a_push_of_another_app_is_not_listed(
    screen: SentScreen, session: Session, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["batch"] = pushes.batch(batch_id="b9", app_id="other", access_id="1500000000")
    session.batch_changed.emit("b9")
    qtbot.waitUntil(lambda: bool(desk.calls("batch")))
    qtbot.wait(50)
    assert screen.model.rowCount() == 3


def test_older_pushes_come_by_the_page(session: Session, desk: FakeDesk, qtbot: QtBot) -> None:
    def page(_app_id: str, limit: int, before: str | None = None) -> list[Batch]:
        first = int(before) + 1 if before else 0
        return [pushes.batch(batch_id=str(n)) for n in range(first, min(first + limit, PAGE + 3))]

    desk.answers["batches"] = page
    screen = SentScreen(session)
    qtbot.addWidget(screen)
    screen.show()
    qtbot.waitUntil(screen.older.isVisible)
    qtbot.mouseClick(screen.older, LEFT)
    qtbot.waitUntil(lambda: screen.model.rowCount() == PAGE + 3)
    assert not screen.older.isVisible()


def test_an_empty_page_leads_to_compose(session: Session, desk: FakeDesk, qtbot: QtBot) -> None:
    desk.answers["batches"] = []
    screen = SentScreen(session)
    qtbot.addWidget(screen)
    screen.show()
    qtbot.waitUntil(lambda: bool(desk.calls("batches")))
    assert screen.empty.isVisible()
    with qtbot.waitSignal(screen.new_push_asked):
        qtbot.mouseClick(screen.empty.button, LEFT)


def test_the_models_keep_qt_s_rules(qtmodeltester: ModelTester) -> None:
    model = SentModel()
    model.show_batches(listed())
    proxy = SentFilter()
    proxy.setSourceModel(model)
    qtmodeltester.check(model)
    qtmodeltester.check(proxy)
    model.put(pushes.batch(batch_id="new", state="held"))
    model.add_older([pushes.batch(batch_id="old"), pushes.batch(batch_id="b1")])
    assert model.rowCount() == 5
    assert isinstance(model.index(0, Column.WHEN).data(SORT_ROLE), float)


def test_every_tab_stop_has_a_name(
    screen: SentScreen, nameless: Callable[[QWidget], list[Any]]
) -> None:
    assert nameless(screen) == []


def test_the_page_follows_the_language(screen: SentScreen) -> None:
    QApplication.sendEvent(screen, QEvent(QEvent.Type.LanguageChange))
    assert screen.model.rowCount() == 3


# ------------------------------------------------------------------------------------- unsettled


def bold(screen: SentScreen, row: int, column: Column) -> bool:
    font = screen.model.index(row, column).data(Qt.ItemDataRole.FontRole)
    return font is not None and font.bold()


def test_an_unsettled_push_stands_out_by_words_weight_and_icon(screen: SentScreen) -> None:
    status = screen.model.index(2, Column.STATUS)
    assert status.data() == "We don't know yet"
    assert not status.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert [bold(screen, row, Column.WHAT) for row in range(3)] == [False, False, True]
    assert [bold(screen, row, Column.STATUS) for row in range(3)] == [False, False, True]


def test_only_the_unsettled_ones_are_shown_when_asked_for(
    screen: SentScreen, session: Session, desk: FakeDesk, qtbot: QtBot
) -> None:
    assert screen.unsettled.text() == "Only unsettled (1)"
    qtbot.mouseClick(screen.unsettled, LEFT, pos=QPoint(8, screen.unsettled.height() // 2))
    ids = [screen.proxy.index(n, 0).data(RECORD_ROLE).id for n in range(screen.proxy.rowCount())]
    assert ids == ["b1"]
    desk.answers["batch"] = pushes.batch(
        batch_id="b1", state="accepted", settled_by="query", settled_at=NOW, created_at=NOW
    )
    session.batch_changed.emit("b1")
    qtbot.waitUntil(lambda: screen.proxy.rowCount() == 0)
    assert screen._nothing.isVisible()
    assert "known what became of it" in screen._nothing.text()
    assert screen.unsettled.text() == "Only unsettled"


def test_unsettled_pushes_are_found_however_old(
    session: Session, desk: FakeDesk, qtbot: QtBot
) -> None:
    states = ["accepted"] * (PAGE + 3) + ["unknown"]

    def page(_app_id: str, limit: int, before: str | None = None) -> list[Batch]:
        first = int(before) + 1 if before else 0
        return [
            pushes.batch(batch_id=str(n), state=states[n])
            for n in range(first, min(first + limit, len(states)))
        ]

    desk.answers["batches"] = page
    screen = SentScreen(session)
    qtbot.addWidget(screen)
    screen.show()
    qtbot.waitUntil(screen.older.isVisible)
    qtbot.mouseClick(screen.unsettled, LEFT, pos=QPoint(8, screen.unsettled.height() // 2))
    qtbot.waitUntil(lambda: screen.proxy.rowCount() == 1)
    assert screen.proxy.index(0, 0).data(RECORD_ROLE).id == str(PAGE + 3)
    assert not screen.older.isVisible()


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"state": "accepted", "settled_by": "query"}, "Accepted, looked up"),
        ({"state": "accepted", "settled_by": "person"}, "Accepted, you saw it"),
        ({"state": "unknown", "look": "several", "matches": ("1", "2")}, "Several pushes match"),
        ({"state": "withdrawn", "reason": "restart"}, "Not sent: confirm again"),
    ],
)
def test_the_state_says_how_it_came_about(facts: dict[str, Any], said: str) -> None:
    model = SentModel()
    model.show_batches([pushes.batch(**facts)])
    assert model.index(0, Column.STATUS).data() == said


def test_a_name_stands_before_the_title_and_a_test_says_that_it_is_one() -> None:
    model = SentModel()
    test = pushes.batch(name="Winter sale", purpose="test", audience_kind="device")
    model.show_batches([test, pushes.batch(batch_id="b2")])
    assert model.index(0, Column.WHAT).data() == "Winter sale — Sale tonight"
    assert model.index(0, Column.WHO).data().startswith("Test · ")
    assert "Winter sale" in model.index(0, 0).data(FILTER_ROLE)
    assert model.index(1, Column.WHAT).data() == "Sale tonight"
    assert "Test" not in model.index(1, Column.WHO).data()
