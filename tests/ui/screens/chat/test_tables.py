"""What was sent and what is scheduled, as tables: page by page, in another language at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.send.chat_catalogue import chat_app, chat_draft
from tests.ui.pushes import FakeDesk, batch
from tpns_desktop.model.chat_dialects import TIMPUSH_CHAT
from tpns_desktop.model.chat_draft import chat_body
from tpns_desktop.model.chat_outcome import ScheduledTask
from tpns_desktop.model.chat_push import chat_json, parse_chat_push
from tpns_desktop.send.chat_facts import chat_facts_of
from tpns_desktop.send.chat_results import ChatStory, May
from tpns_desktop.send.chat_tasks import TaskPage
from tpns_desktop.send.check_timing import AHEAD_MIN
from tpns_desktop.send.results import Batch
from tpns_desktop.store.chat_jobs import Fault
from tpns_desktop.ui.screens.chat import task_dialog
from tpns_desktop.ui.screens.chat.sent_model import ChatSentModel
from tpns_desktop.ui.screens.chat.sent_page import PAGE, ChatSentPage
from tpns_desktop.ui.screens.chat.tasks_model import TasksModel
from tpns_desktop.ui.screens.chat.tasks_page import ChatTasksPage
from tpns_desktop.ui.screens.chat.users_models import FaultsModel, FoundModel, TableModel
from tpns_desktop.ui.screens.results.chat_part import ChatPart
from tpns_desktop.ui.screens.results.left_out import LeftOutModel, LeftOutPart
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.widgets.rows_model import RECORD_ROLE, RowsModel

NOW = datetime(2026, 11, 19, 2, 30, tzinfo=UTC)
BODY = chat_json(parse_chat_push(chat_body(chat_draft(), TIMPUSH_CHAT, 7), TIMPUSH_CHAT))


def pushed(number: int) -> Batch:
    """The push of this number; the higher, the newer."""
    made = batch(
        batch_id=f"batch{number}",
        platform="chat",
        audience_kind="all",
        environment="timpush_chat",
        title=f"Push {number}",
        body=BODY,
        state="accepted",
        left_out={"=amy": 70107, "bob": 90035},
    )
    return replace(made, rows=made.rows[:1])


def task(number: int) -> ScheduledTask:
    return ScheduledTask(str(number), "All", "2026-11-30 09:00:00", {}, "pending")


PUSHES = [pushed(number) for number in range(120, 0, -1)]


def history(_app: str, before: str | None, limit: int, search: str) -> list[Batch]:
    found = [one for one in PUSHES if search in one.title]
    first = 1 + [one.id for one in found].index(before) if before else 0
    return found[first : first + limit]


def tasks(_app: str, _begin: datetime, _end: datetime, offset: int) -> TaskPage:
    shown = tuple(task(number) for number in range(1, 31))[offset : offset + 20]
    return TaskPage(shown, offset == 0, NOW, (), {})


@pytest.fixture
def chat(session: Session, desk: FakeDesk, theme: Theme) -> Session:
    facts = chat_facts_of(BODY, "timpush_chat")
    story = ChatStory(PUSHES[0], facts, May("too_late", None, False, ""), ())
    desk.answers.update(
        {
            "chat.history": history,
            "chat.results.taken_back": lambda _batches: {"batch120": "withdrawn"},
            "chat.results.story": lambda _id: story,
            "chat.tasks.read": tasks,
        }
    )
    app = chat_app(dialect="timpush_chat")
    session.show_chat_apps((app,))
    session.chat_app = app
    return session


def seen(model: RowsModel, column: int) -> list[str]:
    return [model.index(row, column).data() for row in range(model.rowCount())]


MODELS: list[tuple[type[RowsModel], list[list[Any]]]] = [
    (ChatSentModel, [PUSHES[:3], PUSHES[:1], []]),
    (TasksModel, [[task(1), task(2)], [task(3)], []]),
    (FaultsModel, [[Fault("amy", 70107)], [Fault("bob", None, "not_found")], []]),
    (
        FoundModel,
        [[{"account": "amy", "tags": ["a"], "attributes": {"City": "x"}}], [{"account": "bob"}]],
    ),
    (LeftOutModel, [[("amy", 70107)], [("amy", 70107), ("bob", 1)], []]),
]


@pytest.mark.parametrize(("kind", "shown"), MODELS, ids=lambda one: getattr(one, "__name__", ""))
def test_each_model_keeps_to_the_rules_of_qt(
    kind: type[RowsModel], shown: list[list[Any]], qtmodeltester: ModelTester, qapp: QApplication
) -> None:
    model = kind()
    qtmodeltester.check(model)
    for rows in shown:
        model.show_rows(rows)
        model.refresh_words()
        assert model.rows() == rows
        for row, record in enumerate(rows):
            assert model.index(row, 0).data(RECORD_ROLE) == record
            assert all(isinstance(model.index(row, at).data(), str) for at in range(2))
    heads = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
    assert all(heads)
    assert model.headerData(len(heads), Qt.Orientation.Horizontal) is None
    if isinstance(model, ChatSentModel):
        model.show_rows(PUSHES[:2], {})
        model.add_rows(PUSHES[2:4], {})
        assert model.rows() == PUSHES[:4]
        model.add_rows([], {})
    if isinstance(model, TableModel):
        assert model.as_text().splitlines()[0] == "\t".join(heads)


def test_older_pushes_come_page_by_page_and_a_search_begins_anew(
    chat: Session, qtbot: QtBot
) -> None:
    page = ChatSentPage(chat)
    qtbot.addWidget(page)
    page.show()
    model = page.model
    qtbot.waitUntil(lambda: model.rowCount() == PAGE)
    assert seen(model, 1)[0] == "Push 120"
    page.table.selectRow(3)
    for rows in (2 * PAGE, 120):
        assert page.more.isVisible()
        page.more.click()
        qtbot.waitUntil(lambda rows=rows: model.rowCount() == rows)
    assert not page.more.isVisible()
    assert seen(model, 1) == [f"Push {number}" for number in range(120, 0, -1)]
    page.load()
    qtbot.waitUntil(lambda: model.rowCount() == PAGE)
    assert page.table.current_record() == PUSHES[3]
    page.search.setText("Push 11")
    qtbot.waitUntil(lambda: model.rowCount() == 11)
    assert not page.more.isVisible()


def test_scheduled_pushes_come_page_by_page(chat: Session, qtbot: QtBot) -> None:
    page = ChatTasksPage(chat, now=lambda: NOW)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.model.rowCount() == 20)
    assert page.more.isVisible()
    page.more.click()
    qtbot.waitUntil(lambda: page.model.rowCount() == 30)
    assert not page.more.isVisible()
    assert seen(page.model, 4) == [str(number) for number in range(1, 31)]


def test_who_was_left_out_is_saved_as_a_table_that_acts_on_nothing(
    qtbot: QtBot, theme: Theme
) -> None:
    part = LeftOutPart()
    qtbot.addWidget(part)
    part.show_rows({"=amy": 70107, "bob, junior": 90035}, "left out")
    with qtbot.waitSignal(part.export_asked) as asked:
        part.save.click()
    name, saved = asked.args or ["", b""]
    lines = saved.decode("utf-8-sig").splitlines()
    assert name == "left out.csv"
    assert lines[0] == "User,Why,Code"
    assert lines[1].startswith("'=amy,")  # a spreadsheet would have taken it for a formula
    assert lines[1].endswith(",70107")
    assert lines[2].startswith('"bob, junior",')


def test_sent_scheduled_and_result_are_in_another_language_at_once(
    chat: Session, qtbot: QtBot, another_language: Callable[[], None]
) -> None:
    sent, kept = ChatSentPage(chat), ChatTasksPage(chat, now=lambda: NOW)
    result = ChatPart(chat, lambda: NOW)
    for page in (sent, kept, result):
        qtbot.addWidget(page)
        page.resize(900, 600)
        page.show()
    result.show_batch(PUSHES[0])
    qtbot.waitUntil(lambda: sent.model.rowCount() > 0 and kept.model.rowCount() > 0)
    qtbot.waitUntil(lambda: result.left_out.model.rowCount() == 2)
    another_language()
    # A change of language comes to the widgets as an event.
    QApplication.processEvents()
    for page in (sent, kept, result):
        parts: list[QWidget] = [*page.findChildren(QPushButton), *page.findChildren(QLabel)]
        for one in parts:
            if one.isVisible() and one.text() and one.objectName():
                assert "«" in one.text(), (one.objectName(), one.text())
    for model in (sent.model, kept.model, result.left_out.model):
        assert model.rowCount() > 0
        for at in range(model.columnCount()):
            assert "«" in model.headerData(at, Qt.Orientation.Horizontal)
    assert all("«" in text for text in seen(sent.model, 3))
    assert all("«" in text for text in seen(kept.model, 3))


def test_a_move_is_refused_where_the_desk_would_refuse_it() -> None:
    assert task_dialog.AHEAD == AHEAD_MIN
