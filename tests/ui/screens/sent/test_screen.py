"""The Sent page lists every push, ours and others', finds it by its words and opens it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.send import builders
from tests.ui import pushes
from tests.ui.pushes import NOW, FakeDesk
from tests.ui.sent_lines import FakeRecords, line, listed, record
from tpns_desktop.send.asking import AskFailed
from tpns_desktop.send.drafts import Again
from tpns_desktop.send.records import Change, Refreshed
from tpns_desktop.store.sent_index import KINDS, STATUSES
from tpns_desktop.ui.screens.sent.found_words import found_places
from tpns_desktop.ui.screens.sent.screen import SentScreen
from tpns_desktop.ui.screens.sent.sent_model import RECORD_ROLE, WAITING, WINDOW, Column, SentModel
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.words import records as words
from tpns_desktop.ui.words.numbers import grouped

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def records(desk: FakeDesk) -> FakeRecords:
    made = FakeRecords(listed())
    desk.records = made  # type: ignore[attr-defined]
    desk.plan_book = FakeDesk(all=[])  # type: ignore[attr-defined]
    return made


def opened(session: Session, qtbot: QtBot) -> SentScreen:
    made = SentScreen(session)
    qtbot.addWidget(made)
    made.resize(1180, 700)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def screen(session: Session, records: FakeRecords, qtbot: QtBot) -> SentScreen:
    made = opened(session, qtbot)
    qtbot.waitUntil(lambda: made.model.rowCount() == 4)
    return made


def row_of(screen: SentScreen, row: int) -> list[str]:
    return [screen.model.index(row, column).data() for column in Column]


def ids(screen: SentScreen) -> list[str]:
    rows = range(screen.model.rowCount())
    return [screen.model.index(row, 0).data(RECORD_ROLE).id for row in rows]


def choose(screen: SentScreen, qtbot: QtBot, row: int) -> None:
    place = screen.table.visualRect(screen.model.index(row, 1)).center()
    qtbot.mouseClick(screen.table.viewport(), LEFT, pos=QPoint(place))


# -------------------------------------------------------------------------------------- the list


def test_a_row_says_what_who_how_it_stands_and_who_made_it(screen: SentScreen) -> None:
    row = row_of(screen, 2)
    assert row[Column.WHAT] == "Members' day"
    assert row[Column.WHO] == "everyone in Demo Mall"
    assert row[Column.STATUS] == "Accepted by TPNS"
    assert row[Column.ARRIVED] == grouped(2 * 2310)
    assert row[Column.MADE_BY] == "This program"
    assert not screen.model.index(2, Column.STATUS).data(Qt.ItemDataRole.DecorationRole).isNull()
    assert screen.model.index(0, Column.ARRIVED).data() == "–"


def test_a_push_made_elsewhere_is_marked_by_words_and_icon(screen: SentScreen) -> None:
    row = row_of(screen, 1)
    assert (row[Column.WHAT], row[Column.WHO]) == ("Flash sale", "Android · everyone")
    assert (row[Column.STATUS], row[Column.MADE_BY]) == ("Finished", "Another program")
    icon = Qt.ItemDataRole.DecorationRole
    assert not screen.model.index(1, Column.MADE_BY).data(icon).isNull()
    assert screen.model.index(0, Column.MADE_BY).data(icon) is None
    assert words.made_by("console") == "The console"
    assert words.made_by("") == "Somebody elsewhere"


def test_every_status_of_the_service_has_its_own_words_and_every_filter_too() -> None:
    said = [words.status_words(status) for status in STATUSES]
    assert len({one.text for one in said}) == len(STATUSES) == 10
    assert all(one.icon for one in said)
    assert words.status_words("PUSH_NEW_WORD").text == "PUSH_NEW_WORD"
    assert words.status_words("").text == "Not told"
    assert set(words.KINDS) == {"", *KINDS}


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"status": "PUSH_STARTED"}, "Pushing"),
        ({"status": "PUSH_FINISHED", "settled_by": "query"}, "Accepted, looked up"),
        ({"settled_by": "person"}, "Accepted, you saw it"),
        ({"state": "unknown", "matches": ("1", "2")}, "Several pushes match"),
        ({"state": "withdrawn", "reason": "restart"}, "Not sent: confirm again"),
    ],
)
def test_the_state_says_how_it_came_about(facts: dict[str, Any], said: str) -> None:
    model = SentModel()
    model.show_lines(1, [line(**facts)])
    assert model.index(0, Column.STATUS).data() == said


def test_a_name_stands_before_the_title_and_a_test_says_that_it_is_one() -> None:
    model = SentModel()
    test = line(name="Winter sale", is_test=True, audience_kind="device", count=1)
    model.show_lines(2, [test, line("b2")])
    assert model.index(0, Column.WHAT).data() == "Winter sale — Sale tonight"
    assert model.index(0, Column.WHO).data().startswith("Test · ")
    assert "Test" not in model.index(1, Column.WHO).data()


def test_the_model_keeps_qt_s_rules_whatever_happens_to_it(qtmodeltester: ModelTester) -> None:
    model = SentModel()
    model.show_lines(700, [line(str(n)) for n in range(WINDOW)])
    qtmodeltester.check(model)
    model.put_window(1, [line(str(n)) for n in range(WINDOW, 2 * WINDOW)])
    model.take(Change("added", 0, line("new"), 701))
    assert model.index(1, 0).data(RECORD_ROLE).id == "0"
    assert model.index(100, 0).data(RECORD_ROLE).id == "99"
    model.take(Change("gone", 1, None, 700))
    assert model.index(1, 0).data(RECORD_ROLE).id == "1"
    model.take(Change("changed", 1, line("1", state="rejected"), 700))
    assert model.index(1, 0).data(RECORD_ROLE).state == "rejected"
    model.grow(900)
    assert model.rowCount() == 900
    model.show_lines(0, ())
    assert model.rowCount() == 0


def test_only_what_is_looked_at_is_read(
    session: Session, records: FakeRecords, qtbot: QtBot
) -> None:
    records.all = [line(str(n), title=f"Push {n}") for n in range(100_000)]
    screen = opened(session, qtbot)
    qtbot.waitUntil(lambda: screen.model.rowCount() == 100_000)
    assert records.windows == []
    screen.table.scrollTo(screen.model.index(60_000, 0))
    qtbot.waitUntil(lambda: screen.model.index(60_000, Column.WHAT).data() == "Push 60000")
    assert set(records.windows) <= {60_000 // WINDOW - 1, 60_000 // WINDOW}
    assert screen.model.index(30_000, Column.WHAT).data() == WAITING
    assert len(list(screen.model.shown())) <= 3 * WINDOW
    assert "100,000" in screen._count.text() or "100" in screen._count.text()


def test_a_jump_is_painted_once_with_its_lines_and_empty_only_where_they_take_long(
    session: Session, records: FakeRecords, qtbot: QtBot
) -> None:
    records.all = [line(str(n), title=f"Push {n}") for n in range(10_000)]
    screen = opened(session, qtbot)
    qtbot.waitUntil(lambda: screen.model.rowCount() == 10_000)
    viewport = screen.table.viewport()
    records.may_read.clear()
    try:
        screen.table.scrollTo(screen.model.index(5_000, 0))
        assert not viewport.updatesEnabled()  # what was there before stays
        qtbot.waitUntil(viewport.updatesEnabled)
        assert screen.model.index(5_000, Column.WHAT).data() == WAITING
        for place in range(1, 9):  # dragged on, faster than lines come
            screen.table.scrollTo(screen.model.index(1_000 * place, 0))
    finally:
        records.may_read.set()
    qtbot.waitUntil(lambda: screen.model.index(8_000, Column.WHAT).data() == "Push 8000")
    qtbot.waitUntil(viewport.updatesEnabled)
    assert 2_000 // WINDOW not in records.windows  # nobody looks at it any more


def test_windows_looked_at_long_ago_are_let_go() -> None:
    model = SentModel()
    model.show_lines(1_000_000, ())
    for number in range(200):
        model.put_window(number, [line(str(n)) for n in range(WINDOW)])
    assert len(list(model.shown())) <= 98 * WINDOW


# ------------------------------------------------------------------------- searching and filtering


@pytest.mark.parametrize(
    ("typed", "found"),
    [("points", ["b2"]), ("MEMBERS", ["b2"]), ("double 11", ["b1"]), ("§", [])],
)
def test_words_are_searched_everywhere(
    screen: SentScreen, qtbot: QtBot, typed: str, found: list[str]
) -> None:
    qtbot.keyClicks(screen.search, typed)
    qtbot.waitUntil(lambda: ids(screen) == found)
    assert screen._nothing.isVisible() is not bool(found)


def test_a_word_found_in_the_text_is_shown_and_stands_out(screen: SentScreen, qtbot: QtBot) -> None:
    qtbot.keyClicks(screen.search, "points")
    qtbot.waitUntil(lambda: ids(screen) == ["b2"])
    said = row_of(screen, 0)[Column.WHAT]
    assert said == "Members' day · Twice the points"
    assert found_places(said, ["points"]) == [(len(said) - 6, 6)]
    assert found_places("🎉 Sale", ["sale"]) == [(3, 4)]
    assert found_places("ab abab", ["ab", "ba"]) == [(0, 2), (3, 4)]
    assert not screen.table.grab().isNull()


def test_nothing_found_leads_back_to_everything(screen: SentScreen, qtbot: QtBot) -> None:
    qtbot.keyClicks(screen.search, "no such word")
    qtbot.waitUntil(screen._nothing.isVisible)
    qtbot.mouseClick(screen._nothing.button, LEFT)
    qtbot.waitUntil(lambda: len(ids(screen)) == 4)
    assert screen.search.text() == ""


def test_more_hits_than_are_counted_say_so(
    session: Session, records: FakeRecords, qtbot: QtBot
) -> None:
    records.complete = False
    screen = opened(session, qtbot)
    qtbot.waitUntil(lambda: screen._count.text() == "4+ pushes")


def test_filters_are_combined_and_taken_away_together(
    screen: SentScreen, records: FakeRecords, qtbot: QtBot
) -> None:
    bar = screen.filters
    assert not bar.everything.isVisible()
    bar.made.setFocus()
    qtbot.keyClick(bar.made, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: ids(screen) == ["1500012345/900"])
    qtbot.keyClick(bar.period, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: records.asked[-1].since is not None)
    assert records.asked[-1].elsewhere is True
    qtbot.mouseClick(bar.everything, LEFT)
    qtbot.waitUntil(lambda: len(ids(screen)) == 4)
    assert (records.asked[-1].elsewhere, records.asked[-1].since) == (None, None)
    assert not bar.everything.isVisible()


def test_only_the_unsettled_ones_are_shown_when_asked_for(
    screen: SentScreen, records: FakeRecords, session: Session, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: screen.unsettled.text() == "Only unsettled (1)")
    qtbot.mouseClick(screen.unsettled, LEFT, pos=QPoint(8, screen.unsettled.height() // 2))
    qtbot.waitUntil(lambda: ids(screen) == ["b1"])
    assert screen.filters.kind.currentData() == "unsettled"
    records.all = [one for one in records.all if one.id != "b1"]
    records.change = Change("gone", 0, None, 0)
    session.batch_changed.emit("b1")
    qtbot.waitUntil(lambda: screen.model.rowCount() == 0)
    assert screen._nothing.isVisible()
    qtbot.waitUntil(lambda: screen.unsettled.text() == "Only unsettled")
    screen.filters.kind.setCurrentIndex(0)
    assert not screen.unsettled.isChecked()


def test_an_unsettled_push_stands_out_by_words_weight_and_icon(screen: SentScreen) -> None:
    status = screen.model.index(3, Column.STATUS)
    assert status.data() == "We don't know yet"
    assert not status.data(Qt.ItemDataRole.DecorationRole).isNull()
    fonts = [screen.model.index(n, Column.WHAT).data(Qt.ItemDataRole.FontRole) for n in range(4)]
    assert [font is not None and font.bold() for font in fonts] == [False, False, False, True]


# ------------------------------------------------------------------------------------------- news


def test_news_of_one_push_change_its_row_only(
    screen: SentScreen, records: FakeRecords, session: Session, qtbot: QtBot
) -> None:
    records.change = Change("changed", 0, line("b3", when=NOW), 4)
    with (
        qtbot.waitSignal(screen.model.dataChanged),
        qtbot.assertNotEmitted(screen.model.modelReset),
    ):
        session.batch_changed.emit("b3")
    assert row_of(screen, 0)[Column.STATUS] == "Accepted by TPNS"


def test_a_new_push_stands_at_the_top(
    screen: SentScreen, records: FakeRecords, session: Session, qtbot: QtBot
) -> None:
    newest = line("b4", state="held", when=NOW + timedelta(minutes=1))
    records.change = Change("added", 0, newest, 5)
    with qtbot.waitSignal(screen.model.rowsInserted):
        session.batch_changed.emit("b4")
    assert ids(screen)[0] == "b4"


def test_what_the_service_tells_is_shown_and_the_choice_stays(
    screen: SentScreen, records: FakeRecords, qtbot: QtBot
) -> None:
    choose(screen, qtbot, 2)
    records.all.insert(0, line(None, push_id="901", title="Newer"))
    records.refreshed = Refreshed(changed=1)
    qtbot.mouseClick(screen.refresh, LEFT)
    qtbot.waitUntil(lambda: screen.model.rowCount() == 5)
    assert records.by_person[-1] is True
    assert screen.table.current_record().id == "b2"


def test_without_an_answer_the_page_says_why_and_shows_what_it_has(
    screen: SentScreen, records: FakeRecords, qtbot: QtBot
) -> None:
    records.refreshed = Refreshed(trouble="budget")
    qtbot.mouseClick(screen.refresh, LEFT)
    qtbot.waitUntil(lambda: "could not be asked" in screen._asked.text())
    assert screen.model.rowCount() == 4
    assert screen.refresh.isEnabled()


# ------------------------------------------------------------------------------ what a person does


def test_enter_opens_a_push(screen: SentScreen, qtbot: QtBot) -> None:
    screen.table.setCurrentIndex(screen.model.index(2, 0))
    with qtbot.waitSignal(screen.batch_chosen) as chosen:
        qtbot.keyClick(screen.table, Qt.Key.Key_Return)
    assert chosen.args == ["b2"]


def test_a_double_click_or_the_button_opens_a_push(screen: SentScreen, qtbot: QtBot) -> None:
    assert not screen.open.isEnabled()
    choose(screen, qtbot, 3)
    with qtbot.waitSignal(screen.batch_chosen) as chosen:
        qtbot.mouseClick(screen.open, LEFT)
    assert chosen.args == ["b1"]
    place = screen.table.visualRect(screen.model.index(2, 1)).center()
    with qtbot.waitSignal(screen.batch_chosen) as chosen:
        qtbot.mouseClick(screen.table.viewport(), LEFT, pos=QPoint(place))
        qtbot.mouseDClick(screen.table.viewport(), LEFT, pos=QPoint(place))
    assert chosen.args == ["b2"]


def test_one_made_elsewhere_has_a_page_of_its_own_with_its_figures(
    screen: SentScreen, records: FakeRecords, qtbot: QtBot, nameless: Callable[[QWidget], list[Any]]
) -> None:
    choose(screen, qtbot, 1)
    assert not screen.again.isEnabled()
    assert not screen.template.isEnabled()
    qtbot.keyClick(screen.table, Qt.Key.Key_Return)
    assert screen.record.isVisible()
    qtbot.waitUntil(lambda: ("Push ID", "900") in screen.record.facts.facts())
    facts = dict(screen.record.facts.facts())
    assert facts["Status"] == "Finished"
    assert facts["Tags"] == "vip"
    assert facts["Made by"] == "Another program"
    assert "not been read" in screen.record._none.text()
    records.counted = AskFailed("budget")
    qtbot.mouseClick(screen.record.read, LEFT)
    qtbot.waitUntil(screen.record.read.isEnabled)
    assert "not been read" in screen.record._none.text()
    records.counted = record(counters=pushes.counters(), counters_at=NOW)
    qtbot.mouseClick(screen.record.read, LEFT)
    qtbot.waitUntil(lambda: bool(screen.record.figures.facts()))
    assert screen.record.figures.facts()[0][0] == "All channels"
    assert nameless(screen.record) == []
    QApplication.sendEvent(screen.record, QEvent(QEvent.Type.LanguageChange))
    qtbot.mouseClick(screen.record.back, LEFT)
    assert screen.table.isVisible()
    assert screen.table.current_record().id == "1500012345/900"
    qtbot.keyClick(screen.table, Qt.Key.Key_Return)
    assert screen.record.isVisible()
    screen.show_all()
    assert screen.table.isVisible()


def test_a_sent_push_becomes_a_template(screen: SentScreen, desk: FakeDesk, qtbot: QtBot) -> None:
    desk.answers["again"] = Again(builders.draft(name="Sale"), "Sale", False, "", True)
    desk.answers["save_template"] = pushes.draft_row(template=1)
    choose(screen, qtbot, 2)
    with qtbot.waitSignal(screen.again_asked) as asked:
        qtbot.mouseClick(screen.again, LEFT)
    assert asked.args == ["b2"]
    qtbot.mouseClick(screen.template, LEFT)
    qtbot.waitUntil(screen.banner.isVisible)
    assert desk.calls("save_template")[0][0] == "shop"


def test_what_is_listed_is_written_to_a_file(
    screen: SentScreen, records: FakeRecords, qtbot: QtBot, tmp_path: Path
) -> None:
    qtbot.keyClicks(screen.search, "points")
    qtbot.waitUntil(lambda: ids(screen) == ["b2"])
    qtbot.mouseClick(screen.export, LEFT)
    assert screen.exporting.dialog is not None
    screen.exporting.dialog.reject()
    screen.exporting.write(str(tmp_path / "sent.csv"))
    qtbot.waitUntil(screen.banner.isVisible)
    header, only = records.exported
    assert header[:4] == ("When", "Name", "Title", "Text")
    assert only[2:4] == ("Members' day", "Twice the points")
    assert only[6] == str(2 * 2310)
    # A date that a spreadsheet reads in any language, with its zone.
    assert datetime.fromisoformat(only[0]).utcoffset() == timedelta(hours=8)


def test_the_search_box_is_reached_by_the_usual_keys(screen: SentScreen, qtbot: QtBot) -> None:
    qtbot.waitActive(screen)
    screen.table.setFocus()
    qtbot.keyClick(screen, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert screen.search.hasFocus()


def test_an_empty_page_leads_to_compose(
    session: Session, records: FakeRecords, qtbot: QtBot
) -> None:
    records.all = []
    screen = opened(session, qtbot)
    qtbot.waitUntil(screen.empty.isVisible)
    with qtbot.waitSignal(screen.new_push_asked):
        qtbot.mouseClick(screen.empty.button, LEFT)


def test_every_tab_stop_has_a_name(
    screen: SentScreen, nameless: Callable[[QWidget], list[Any]]
) -> None:
    assert nameless(screen) == []


def test_the_page_follows_the_language(screen: SentScreen) -> None:
    QApplication.sendEvent(screen, QEvent(QEvent.Type.LanguageChange))
    QApplication.sendEvent(screen.filters, QEvent(QEvent.Type.LanguageChange))
    assert screen.model.rowCount() == 4
