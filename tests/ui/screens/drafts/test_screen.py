"""Drafts and templates are found, opened, copied, renamed, deleted and brought back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
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
    qtbot.waitUntil(lambda: desk.calls("restore_draft") == [(stored()[1],)])
    assert ids(screen) == ["d1", "d2", "d3"]
    assert not screen.undo.isVisible()


def kept(number: int = 1) -> DraftRow:
    data = builders.draft("all", name="Evening sale")
    return pushes.draft_row(id=f"t{number}", data=data, template=1, updated_at=NOW)


def test_a_template_is_marked_and_used_in_a_copy(
    session: Session, desk: FakeDesk, qtbot: QtBot
) -> None:
    template = kept()
    desk.answers["drafts"] = [template, *stored()]
    screen = DraftsScreen(session)
    qtbot.addWidget(screen)
    screen.show()
    qtbot.waitUntil(lambda: screen.model.rowCount() == 4)
    kinds = [screen.model.index(row, Column.KIND) for row in range(2)]
    assert [index.data() for index in kinds] == ["Template", "Draft"]
    assert not kinds[0].data(Qt.ItemDataRole.DecorationRole).isNull()
    screen.table.setCurrentIndex(screen.model.index(0, 0))
    assert screen.open_draft.text() == "Use it"
    assert not screen.findChild(QWidget, "drafts.keep").isEnabled()  # type: ignore[union-attr]
    with qtbot.waitSignal(screen.template_chosen) as chosen:
        qtbot.keyClick(screen.table, Qt.Key.Key_Return)
    (given,) = chosen.args  # type: ignore[misc]
    assert given == template.data
    given["message"]["title"] = "typed"
    assert screen.model.rows()[0].title == "Sale tonight"


def test_a_draft_is_kept_as_a_template_and_copied(
    screen: DraftsScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers |= {"save_template": kept(), "copy_draft": stored()[1]}
    screen.table.setCurrentIndex(screen.model.index(1, 0))
    qtbot.mouseClick(screen.findChild(QWidget, "drafts.keep"), LEFT)
    qtbot.waitUntil(lambda: desk.calls("save_template") == [("shop", stored()[1].data)])
    desk.answers["drafts"] = [kept(), *stored()]
    qtbot.mouseClick(screen.findChild(QWidget, "drafts.copy"), LEFT)
    qtbot.waitUntil(lambda: desk.calls("copy_draft") == [("d2", "Members' day (copy)")])
    qtbot.waitUntil(lambda: ids(screen) == ["t1", "d1", "d2", "d3"])
    assert screen.table.current_record().id == "d2"


@pytest.mark.parametrize("way", ["button", "keys"])
def test_a_draft_gets_another_name_in_its_place(
    screen: DraftsScreen, desk: FakeDesk, qtbot: QtBot, way: str
) -> None:
    desk.answers["rename_draft"] = stored()[0]
    screen.table.setCurrentIndex(screen.model.index(0, 0))
    screen.table.setFocus()
    if way == "button":
        qtbot.mouseClick(screen.findChild(QWidget, "drafts.rename"), LEFT)
    else:
        qtbot.keyClick(screen.table, Qt.Key.Key_F2)
    editor = screen.table.findChild(QLineEdit, "drafts.name")
    assert isinstance(editor, QLineEdit)
    assert editor.accessibleName()
    editor.selectAll()
    qtbot.keyClicks(editor, "Autumn")
    opened: list[object] = []
    screen.draft_chosen.connect(opened.append)
    with qtbot.waitSignal(screen.renamed):
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert opened == []  # the Enter that ends the name opens nothing
    assert desk.calls("rename_draft") == [("d1", "Autumn")]


def test_what_is_typed_is_looked_for_and_the_newest_answer_counts(
    screen: DraftsScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["drafts"] = lambda _app, search="": [
        row for row in stored() if search in row.title
    ]
    qtbot.keyClick(screen, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert screen.search.hasFocus()
    qtbot.keyClicks(screen.search, "Members")
    qtbot.waitUntil(lambda: ids(screen) == ["d2"])
    qtbot.keyClicks(screen.search, " §")
    qtbot.waitUntil(lambda: ids(screen) == [])
    said = screen.findChild(QWidget, "drafts.nothing")
    assert said is not None
    qtbot.waitUntil(said.isVisible)
    assert not screen.empty.isVisible()
    screen.search.clear()
    qtbot.waitUntil(lambda: len(ids(screen)) == 3)


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
