"""The Drafts page opens a draft, deletes one, and brings it back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.send import builders
from tests.ui import pushes
from tests.ui.pushes import NOW, FakeDesk
from tpns_desktop.store.drafts import DraftRow
from tpns_desktop.ui.screens.drafts.drafts_model import Column, DraftsModel
from tpns_desktop.ui.screens.drafts.screen import DraftsScreen
from tpns_desktop.ui.session import Session

LEFT = Qt.MouseButton.LeftButton


def stored() -> list[DraftRow]:
    texts = [
        builders.draft("account"),
        builders.draft("all", message__title="Members'\nday"),
        builders.draft(None, message__title="  "),
    ]
    return [
        pushes.draft_row(id=f"d{n}", data=data, updated_at=NOW - timedelta(hours=n))
        for n, data in enumerate(texts, 1)
    ]


@pytest.fixture
def screen(session: Session, desk: FakeDesk, qtbot: QtBot) -> DraftsScreen:
    desk.answers["drafts"] = stored()
    made = DraftsScreen(session)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(lambda: made.model.rowCount() == 3)
    return made


def ids(screen: DraftsScreen) -> list[str]:
    return [row.id for row in screen.model.rows()]


def test_a_draft_is_named_by_its_title(screen: DraftsScreen) -> None:
    names = [screen.model.index(row, Column.WHAT).data() for row in range(3)]
    who = [screen.model.index(row, Column.WHO).data() for row in range(3)]
    assert names == ["Sale tonight", "Members' day", "Untitled"]
    assert who == ["2 account(s)", "everyone in Demo Mall", "nobody yet"]


@pytest.mark.parametrize("way", ["enter", "button"])
def test_a_draft_is_opened(screen: DraftsScreen, qtbot: QtBot, way: str) -> None:
    screen.table.setCurrentIndex(screen.model.index(1, 0))
    with qtbot.waitSignal(screen.draft_chosen) as chosen:
        if way == "enter":
            qtbot.keyClick(screen.table, Qt.Key.Key_Return)
        else:
            qtbot.mouseClick(screen.open_draft, LEFT)
    assert chosen.args == [stored()[1]]


@pytest.mark.parametrize("way", ["button", "keys"])
def test_a_deleted_draft_comes_back_by_undo(
    screen: DraftsScreen, desk: FakeDesk, qtbot: QtBot, way: str
) -> None:
    screen.table.setCurrentIndex(screen.model.index(1, 0))
    if way == "button":
        qtbot.mouseClick(screen.delete_draft, LEFT)
    else:
        qtbot.keyClick(screen.table, Qt.Key.Key_Delete)
    assert ids(screen) == ["d1", "d3"]
    assert "Members' day" in screen.undo.text()
    qtbot.waitUntil(lambda: desk.calls("remove_draft") == [("d2",)])

    if way == "button":
        qtbot.mouseClick(screen.undo.undo, LEFT)
    else:
        qtbot.keyClick(screen, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.calls("save_draft") == [("shop", "d2", stored()[1].data)])
    assert ids(screen) == ["d1", "d2", "d3"]
    assert not screen.undo.isVisible()


def test_the_last_draft_leaves_an_empty_page_with_undo(
    session: Session, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["drafts"] = stored()[:1]
    screen = DraftsScreen(session)
    qtbot.addWidget(screen)
    screen.show()
    qtbot.waitUntil(lambda: screen.model.rowCount() == 1)
    qtbot.mouseClick(screen.delete_draft, LEFT)
    assert screen.empty.isVisible()
    assert screen.undo.undo.isVisible()
    with qtbot.waitSignal(screen.new_push_asked):
        qtbot.mouseClick(screen.empty.button, LEFT)


def test_a_draft_that_could_not_be_deleted_stays(
    screen: DraftsScreen, session: Session, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["remove_draft"] = OSError("disk")
    with qtbot.waitSignal(session.failed):
        qtbot.mouseClick(screen.delete_draft, LEFT)
    assert ids(screen) == ["d1", "d2", "d3"]
    assert not screen.undo.isVisible()


def test_the_model_keeps_qt_s_rules(qtmodeltester: ModelTester) -> None:
    model = DraftsModel()
    model.show_rows(stored(), "Demo Mall")
    qtmodeltester.check(model)
    place = model.take("d2")
    assert place == 1
    model.put_back(place, stored()[1])
    model.put_back(0, stored()[1])
    assert [row.id for row in model.rows()] == ["d1", "d2", "d3"]


def test_a_damaged_draft_is_listed_all_the_same() -> None:
    model = DraftsModel()
    model.show_rows([pushes.draft_row(data={"audience": {"kind": "account"}})], "Demo Mall")
    assert model.index(0, Column.WHAT).data() == "Untitled"
    assert model.index(0, Column.WHO).data() == "0 account(s)"


def test_every_tab_stop_has_a_name(
    screen: DraftsScreen, nameless: Callable[[QWidget], list[Any]], qtbot: QtBot
) -> None:
    qtbot.mouseClick(screen.delete_draft, LEFT)
    assert nameless(screen) == []


def test_the_page_follows_the_language(screen: DraftsScreen) -> None:
    QApplication.sendEvent(screen, QEvent(QEvent.Type.LanguageChange))
    assert ids(screen) == ["d1", "d2", "d3"]
