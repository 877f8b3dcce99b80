"""The Lists page shows every list, does with it what is asked, and never waits for it."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QMenu, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.ui.pushes import NOW, FakeDesk
from tpns_desktop.send.lists import Compared, ListMended, ListRefused
from tpns_desktop.store.lists import ListRow
from tpns_desktop.ui.screens.lists.clean_dialog import CleanDialog
from tpns_desktop.ui.screens.lists.compare_dialog import CompareDialog
from tpns_desktop.ui.screens.lists.find_dialog import FindDialog
from tpns_desktop.ui.screens.lists.lists_model import SORT_ROLE, Column, ListsModel
from tpns_desktop.ui.screens.lists.paste_dialog import PasteDialog
from tpns_desktop.ui.screens.lists.remove_dialog import RemoveDialog
from tpns_desktop.ui.screens.lists.rename_dialog import RenameDialog
from tpns_desktop.ui.screens.lists.role_dialog import RoleDialog
from tpns_desktop.ui.screens.lists.screen import ListsScreen
from tpns_desktop.ui.session import Session

D = TypeVar("D", bound=QDialog)
LEFT = Qt.MouseButton.LeftButton


def row(name: str = "members.csv", **changes: Any) -> ListRow:
    """A list that is ready; `verdict` changes its verdict."""
    verdict = {"outcome": "accept", "code": "ok", "notes": [], "invalid": {}, "findings": []}
    values: dict[str, Any] = {
        "id": name.partition(".")[0],
        "kind": "account",
        "name": name,
        "account_type": 0,
        "path": Path("/data/lists/aa.csv"),
        "sha256": "aa" * 32,
        "size_bytes": 1000,
        "rows": 48213,
        "accounts": 48210,
        "duplicates": 3,
        "created_at": NOW - timedelta(days=12),
        "checked_at": NOW - timedelta(days=1),
        "original": Path("/home/li") / name,
        "original_mtime_ns": 0,
        "original_size_bytes": 1000,
    }
    return ListRow(**values | changes, **{} if "verdict" in changes else {"verdict": verdict})


def broken(name: str = "gbk.csv", **changes: Any) -> ListRow:
    """A list that needs a clean copy."""
    finding = {"row": 4, "reason": "length", "excerpt": "x"}
    verdict = {
        "outcome": "fix",
        "code": "encoding",
        "notes": ["length", "heading", "space"],
        "invalid": {"length": 17},
        "findings": [finding],
        "detail": {"encodings": ["gb18030"], "space": 2},
    }
    return row(name, **{"verdict": verdict, "created_at": NOW} | changes)


def three() -> list[ListRow]:
    asks = {"outcome": "fix", "code": "heading", "notes": [], "findings": []}
    return [
        broken(),
        row(used_at=NOW - timedelta(hours=3)),
        row("phones.txt", account_type=1002, verdict=asks, created_at=NOW - timedelta(days=40)),
    ]


@pytest.fixture
def screen(session: Session, desk: FakeDesk, qtbot: QtBot) -> ListsScreen:
    desk.answers["lists"] = three()
    desk.answers["list_needed_by"] = []
    return shown(session, qtbot, 3)


def shown(session: Session, qtbot: QtBot, count: int) -> ListsScreen:
    made = ListsScreen(session)
    qtbot.addWidget(made)
    made.resize(1080, 640)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(lambda: made.model.rowCount() == count)
    return made


def choose(screen: ListsScreen, list_id: str) -> None:
    screen.show_list(list_id)
    screen._choose(list_id)


def cells(screen: ListsScreen, column: Column) -> list[str]:
    return [screen.proxy.index(n, column).data() for n in range(screen.proxy.rowCount())]


def opened(screen: ListsScreen, kind: type[D], qtbot: QtBot) -> D:
    qtbot.waitUntil(lambda: isinstance(screen._dialog, kind))
    dialog = screen._dialog
    assert isinstance(dialog, kind)
    return dialog


# ------------------------------------------------------------------------------- what is shown


def test_each_list_says_how_many_it_holds_and_whether_it_can_be_used(screen: ListsScreen) -> None:
    assert cells(screen, Column.NAME) == ["gbk.csv", "members.csv", "phones.txt"]
    assert cells(screen, Column.COUNT) == ["48,210"] * 3
    assert cells(screen, Column.STATE) == ["Needs a clean copy", "Ready", "Needs an answer"]
    assert "Mobile number" in cells(screen, Column.KIND)[2]
    used = cells(screen, Column.USED)
    assert used[0] == used[2] == "Not yet"
    assert "2026" in used[1] or "Today" in used[1]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"gone": True}, "Copy is gone"),
        ({"verdict": {"outcome": "refuse", "code": "control"}}, "Can't be used"),
        ({"kind": "token"}, "Ready"),
    ],
)
def test_a_state_has_a_word_and_an_icon(changes: dict[str, Any], words: str) -> None:
    model = ListsModel()
    model.show_rows([row(**changes)])
    cell = model.index(0, Column.STATE)
    assert cell.data() == words
    assert not cell.data(Qt.ItemDataRole.DecorationRole).isNull()


def test_lists_are_found_by_name_and_sorted_by_number(screen: ListsScreen) -> None:
    screen.search.setText("PHONE")
    assert cells(screen, Column.NAME) == ["phones.txt"]
    screen.search.setText("nothing of it")
    assert screen._nothing.isVisible()
    assert not screen.push.isEnabled()
    screen.search.clear()
    screen.table.sortByColumn(Column.AGE, Qt.SortOrder.DescendingOrder)
    assert cells(screen, Column.NAME)[0] == "phones.txt"


def test_the_model_keeps_qt_s_rules(qtmodeltester: ModelTester) -> None:
    model = ListsModel()
    model.show_rows(three())
    model.show_busy({"gbk": "Checking 4%"})
    qtmodeltester.check(model)
    assert model.index(0, Column.STATE).data() == "Checking 4%"
    assert model.index(0, Column.COUNT).data(SORT_ROLE) == 48210


def test_without_lists_the_page_offers_to_add_one(
    session: Session, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["lists"] = []
    screen = shown(session, qtbot, 0)
    qtbot.waitUntil(screen.empty.isVisible)
    qtbot.mouseClick(screen.empty.button, LEFT)
    opened(screen, QFileDialog, qtbot).reject()


def test_what_cannot_be_done_with_a_list_is_off(screen: ListsScreen) -> None:
    choose(screen, "members")
    assert screen.push.isEnabled()
    assert screen.clean.isEnabled() is False
    assert screen.problems.isEnabled() is False
    choose(screen, "gbk")
    assert screen.clean.isEnabled()
    assert screen.problems.isEnabled()
    # In GBK, an account that is in it would not be found.
    assert screen.find_accounts.isEnabled() is False
    assert screen.compare.isEnabled() is False
    screen.model.show_rows([row(gone=True)])
    screen._choose("members")
    off = [button for button in screen.buttons if not button.isEnabled()]
    assert off == [b for b in screen.buttons if b not in (screen.rename, screen.remove)]
    assert "gone" in screen.said.text()


# -------------------------------------------------------------------------------------- adding


def test_a_file_is_checked_as_what_a_person_says_it_is(
    screen: ListsScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    added = row("new.txt", account_type=1002)
    desk.answers["add_list"] = added
    screen.ask_role("/home/li/new.txt")
    dialog = opened(screen, RoleDialog, qtbot)
    dialog.role.account_type.set_value("1002")
    desk.answers["lists"] = [added, *three()]
    qtbot.mouseClick(dialog.do, LEFT)
    qtbot.waitUntil(lambda: screen.model.rowCount() == 4)
    assert desk.calls("add_list")[0][:3] == (Path("/home/li/new.txt"), "account", 1002)
    assert screen.table.current_record() == added
    assert "new.txt: 48,210" in screen.notice.text()


def test_device_tokens_have_no_account_type(screen: ListsScreen, qtbot: QtBot) -> None:
    screen.ask_role("/home/li/new.txt")
    dialog = opened(screen, RoleDialog, qtbot)
    dialog.role.account_type.set_value("1002")
    qtbot.mouseClick(dialog.role.kind.segment("token"), LEFT)
    assert not dialog.role.account_type.isVisible()
    assert dialog.role.value() == ("token", 0)


def test_a_refused_file_says_why_and_is_not_listed(
    screen: ListsScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["add_list"] = ListRefused("disguised", {"kind": "workbook"})
    screen.add_file(Path("/home/li/new.csv"), "account", 0)
    qtbot.waitUntil(screen.notice.isVisible)
    assert screen.notice.tone == "danger"
    assert "new.csv: This is an Excel workbook" in screen.notice.text()
    assert screen.work.works() == []


def test_work_shows_how_far_it_is_and_is_cancelled(
    session: Session, desk: FakeDesk, qtbot: QtBot
) -> None:
    ends: list[str] = []

    async def slow(_id: str, _type: int, _kind: str, progress: Callable[[int, int], None]) -> None:
        progress(43, 100)
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            ends.append("cancelled")
            raise

    desk.answers["lists"] = three()
    desk.recheck_list = slow  # type: ignore[attr-defined]
    screen = shown(session, qtbot, 3)
    choose(screen, "members")
    screen._check_as(row(), "account", 0)
    qtbot.waitUntil(screen.work.isVisible)
    qtbot.waitUntil(lambda: cells(screen, Column.STATE)[1] == "Checking 43%")
    assert not screen.check.isEnabled()
    cancel = screen.work.findChild(QWidget, "lists.work.cancel")
    assert cancel is not None
    qtbot.mouseClick(cancel, LEFT)
    qtbot.waitUntil(lambda: ends == ["cancelled"])
    assert cells(screen, Column.STATE)[1] == "Ready"
    assert not screen.work.isVisible()
    assert "Cancelled" in screen.notice.text()
    assert screen.check.isEnabled()


def test_pasted_accounts_become_a_list_without_a_file(
    screen: ListsScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    added = row("vip.txt", original=None)
    desk.answers["add_pasted"] = added
    qtbot.mouseClick(screen.paste, LEFT)
    dialog = opened(screen, PasteDialog, qtbot)
    qtbot.mouseClick(dialog.do, LEFT)
    assert "name" in dialog.error.text()
    qtbot.keyClicks(dialog.name, "vip")
    qtbot.mouseClick(dialog.do, LEFT)
    assert "at least one" in dialog.error.text()
    dialog.text.setPlainText("张三\n\nli_4\r\n张三\n")
    dialog.role.account_type.set_value("3")
    desk.answers["lists"] = [added, *three()]
    qtbot.mouseClick(dialog.do, LEFT)
    qtbot.waitUntil(lambda: screen.model.rowCount() == 4)
    assert desk.calls("add_pasted")[0][:4] == ("张三\nli_4\n", "account", 3, "vip")
    assert "vip.txt: 48,210" in screen.notice.text()
    assert "pasted here" in screen.said.text()


def test_pasted_rows_that_are_refused_stay_in_the_box(
    screen: ListsScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["add_pasted"] = ListRefused("length")
    qtbot.mouseClick(screen.paste, LEFT)
    dialog = opened(screen, PasteDialog, qtbot)
    qtbot.keyClicks(dialog.name, "one")
    dialog.text.setPlainText("a")
    qtbot.mouseClick(dialog.do, LEFT)
    qtbot.waitUntil(dialog.error.isVisible)
    assert "2 to 100" in dialog.error.text()
    assert dialog.isVisible()
    assert dialog.text.value() == "a"
    assert dialog.do.isEnabled()


# --------------------------------------------------------------------------------- one list


@pytest.mark.parametrize("way", ["enter", "button", "menu"])
def test_a_push_to_a_list_is_asked_for(screen: ListsScreen, qtbot: QtBot, way: str) -> None:
    choose(screen, "members")
    with qtbot.waitSignal(screen.push_asked) as asked:
        if way == "enter":
            qtbot.keyClick(screen.table, Qt.Key.Key_Return)
        elif way == "button":
            qtbot.mouseClick(screen.push, LEFT)
        else:
            screen.table.customContextMenuRequested.emit(QPoint(20, 20))
            menu = screen.findChild(QMenu, "lists.menu")
            assert isinstance(menu, QMenu)
            texts = [action.text() for action in menu.actions()]
            assert texts == [button.text() for button in screen.buttons]
            menu.actions()[0].trigger()
            menu.close()
    assert asked.args[0].id == "members"


def test_a_list_is_checked_again_as_another_type(
    screen: ListsScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["recheck_list"] = row(account_type=1005)
    choose(screen, "members")
    qtbot.mouseClick(screen.check, LEFT)
    dialog = opened(screen, RoleDialog, qtbot)
    assert dialog.role.value() == ("account", 0)
    dialog.role.account_type.set_value("1005")
    qtbot.mouseClick(dialog.do, LEFT)
    qtbot.waitUntil(lambda: len(desk.calls("recheck_list")) == 1)
    assert desk.calls("recheck_list")[0][:3] == ("members", 1005, "account")


def test_two_lists_are_compared(screen: ListsScreen, desk: FakeDesk, qtbot: QtBot) -> None:
    desk.answers["compare_lists"] = Compared(1200, 47010, 5)
    choose(screen, "members")
    qtbot.mouseClick(screen.compare, LEFT)
    dialog = opened(screen, CompareDialog, qtbot)
    dialog.other.set_value("phones")
    qtbot.mouseClick(dialog.do, LEFT)
    qtbot.waitUntil(dialog.both.isVisible)
    assert desk.calls("compare_lists")[0][:2] == ("members", "phones")
    figures = [card.figure() for card in (dialog.both, dialog.first, dialog.second)]
    assert figures == ["1,200", "47,010", "5"]
    assert dialog.first.note() == "members.csv"
    assert [dialog.other.itemData(n) for n in range(dialog.other.count())] == ["phones"]
    dialog.other.edited.emit()
    assert not dialog.both.isVisible()


def test_accounts_are_looked_for_in_a_list(
    screen: ListsScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["list_contains"] = [True, False, True]
    choose(screen, "members")
    qtbot.mouseClick(screen.find_accounts, LEFT)
    dialog = opened(screen, FindDialog, qtbot)
    qtbot.mouseClick(dialog.do, LEFT)
    assert dialog.error.isVisible()
    dialog.text.setPlainText("a1\nb2\n\nc3\na1")
    qtbot.mouseClick(dialog.do, LEFT)
    qtbot.waitUntil(dialog.said.isVisible)
    assert desk.calls("list_contains") == [("members", ["a1", "b2", "c3"])]
    assert dialog.said.text() == "2 of 3 are in this list."
    assert dialog.inside.toPlainText() == "a1\nc3"
    assert dialog.outside.toPlainText() == "b2"
    assert not dialog.error.isVisible()
    desk.answers["list_contains"] = ListRefused("list_gone")
    qtbot.mouseClick(dialog.do, LEFT)
    qtbot.waitUntil(dialog.error.isVisible)
    assert not dialog.said.isVisible()


def test_closing_a_dialog_ends_what_it_asked(
    session: Session, desk: FakeDesk, qtbot: QtBot
) -> None:
    ends: list[str] = []
    begun: list[str] = []

    async def slow(_first: str, _second: str, _progress: object) -> None:
        begun.append("begun")
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            ends.append("cancelled")
            raise

    desk.answers["lists"] = three()
    desk.compare_lists = slow  # type: ignore[attr-defined]
    screen = shown(session, qtbot, 3)
    choose(screen, "members")
    qtbot.mouseClick(screen.compare, LEFT)
    dialog = opened(screen, CompareDialog, qtbot)
    qtbot.mouseClick(dialog.do, LEFT)
    qtbot.waitUntil(lambda: bool(begun))
    qtbot.mouseClick(dialog.back, LEFT)
    qtbot.waitUntil(lambda: ends == ["cancelled"])


def test_a_clean_copy_is_what_a_person_agreed_to(
    screen: ListsScreen, desk: FakeDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    copy = row("gbk (clean).csv", id="copy")
    mended = ListMended(copy, tmp_path / "gbk (clean).csv", 20, 3, {"encoding": 20, "bad": 17})
    desk.answers["mend_list"] = mended
    choose(screen, "gbk")
    qtbot.mouseClick(screen.clean, LEFT)
    dialog = opened(screen, CleanDialog, qtbot)
    assert set(dialog.ticks) == {"drop_first", "drop_bad", "drop_repeats"}
    qtbot.mouseClick(dialog.ticks["drop_repeats"], LEFT, pos=QPoint(10, 12))
    qtbot.mouseClick(dialog.do, LEFT)
    target = opened(screen, QFileDialog, qtbot)
    entry = target.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(entry, QLineEdit)
    assert entry.text() == "gbk (clean).csv"
    entry.setText(str(tmp_path / "gbk (clean).csv"))
    desk.answers["lists"] = [copy, *three()]
    target.accept()
    qtbot.waitUntil(lambda: screen.table.current_record() == copy)
    agreed = {
        "drop_first": True,
        "drop_bad": True,
        "drop_repeats": False,
        "encoding": "gb18030",
    }
    assert desk.calls("mend_list")[0][:3] == ("gbk", agreed, tmp_path / "gbk (clean).csv")
    assert "17 row(s) left out" in screen.notice.text()


def test_a_table_asks_for_the_column_and_a_phone_list_for_the_country_code(
    qtbot: QtBot,
) -> None:
    verdict = {"outcome": "fix", "code": "columns", "notes": ["type"], "invalid": {"type": 4}}
    dialog = CleanDialog(row(account_type=1002, verdict=verdict, duplicates=0))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.column is not None
    assert dialog.delimiter is not None
    assert dialog.country_code is not None
    dialog.column.setValue(2)
    dialog.delimiter.set_value(";")
    assert dialog.mending() == {
        "drop_misfits": False,
        "delimiter": ";",
        "column": 1,
        "country_code": "+86",
    }
    dialog.country_code.setText("86")
    qtbot.mouseClick(dialog.do, LEFT)
    assert dialog.error.isVisible()
    dialog.country_code.clear()
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(dialog.do, LEFT)


def test_problem_rows_are_saved_in_their_own_encoding(
    screen: ListsScreen, desk: FakeDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    desk.answers["save_problems"] = 17
    choose(screen, "gbk")
    qtbot.mouseClick(screen.problems, LEFT)
    target = opened(screen, QFileDialog, qtbot)
    entry = target.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(entry, QLineEdit)
    entry.setText(str(tmp_path / "problems.csv"))
    target.accept()
    asked = ("gbk", tmp_path / "problems.csv", {"encoding": "gb18030"})
    qtbot.waitUntil(lambda: desk.calls("save_problems") == [asked])
    qtbot.waitUntil(screen.notice.isVisible)
    assert re.search(r"17 problem row.* saved: .*problems\.csv", screen.notice.text())


@pytest.mark.parametrize("way", ["button", "key"])
def test_a_list_is_removed_once_a_person_says_so(
    screen: ListsScreen, desk: FakeDesk, qtbot: QtBot, way: str
) -> None:
    desk.answers["remove_list"] = True
    choose(screen, "members")
    if way == "button":
        qtbot.mouseClick(screen.remove, LEFT)
    else:
        qtbot.keyClick(screen.table, Qt.Key.Key_Delete)
    dialog = opened(screen, RemoveDialog, qtbot)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)  # Enter goes back
    assert not dialog.isVisible()
    assert desk.calls("remove_list") == []

    qtbot.mouseClick(screen.remove, LEFT)
    qtbot.waitUntil(
        lambda: isinstance(screen._dialog, RemoveDialog) and screen._dialog is not dialog
    )
    desk.answers["lists"] = [one for one in three() if one.id != "members"]
    again = opened(screen, RemoveDialog, qtbot)
    qtbot.mouseClick(again.do, LEFT)
    qtbot.waitUntil(lambda: screen.model.rowCount() == 2)
    assert desk.calls("remove_list") == [("members",)]


def test_a_list_that_a_push_needs_is_not_removed_and_says_for_which(
    screen: ListsScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["list_needed_by"] = ["Double 11", "Two", "Three", "Four"]
    choose(screen, "members")
    qtbot.mouseClick(screen.remove, LEFT)
    qtbot.waitUntil(screen.notice.isVisible)
    said = screen.notice.text()
    assert "4 push(es) to this list not settled yet: “Double 11”, “Two”, “Three”…" in said
    assert "Take it back" in said
    assert screen._dialog is None
    # Confirmed between the question and the answer: the desk refuses, and that is said as well.
    desk.answers["list_needed_by"] = []
    desk.answers["remove_list"] = ListRefused("list_in_use", {"titles": ["Late"]})
    qtbot.mouseClick(screen.remove, LEFT)
    qtbot.mouseClick(opened(screen, RemoveDialog, qtbot).do, LEFT)
    qtbot.waitUntil(lambda: "Late" in screen.notice.text())
    assert screen.model.rowCount() == 3


def test_removing_a_pasted_list_says_that_there_is_no_file_of_it(qtbot: QtBot) -> None:
    for original, words in ((None, "no other file"), (Path("/home/li/a.txt"), "stays where it")):
        dialog = RemoveDialog(row(original=original))
        qtbot.addWidget(dialog)
        assert words in dialog.hint.text()


def test_a_list_gets_another_name(screen: ListsScreen, desk: FakeDesk, qtbot: QtBot) -> None:
    choose(screen, "members")
    qtbot.mouseClick(screen.rename, LEFT)
    dialog = opened(screen, RenameDialog, qtbot)
    assert dialog.name.selectedText() == "members"
    dialog.name.setText("bad\u202e")
    desk.answers["rename_list"] = ListRefused("name")
    qtbot.mouseClick(dialog.do, LEFT)
    qtbot.waitUntil(dialog.error.isVisible)
    assert "at most 100 characters" in dialog.error.text()
    dialog.name.setText("VIP.csv")
    renamed = row(id="members", name="VIP.csv")
    desk.answers["rename_list"] = renamed
    desk.answers["lists"] = [three()[0], renamed, three()[2]]
    qtbot.mouseClick(dialog.do, LEFT)
    qtbot.waitUntil(lambda: "VIP.csv" in cells(screen, Column.NAME))
    assert desk.calls("rename_list")[-1] == ("members", "VIP.csv")
    assert "“members.csv” is called “VIP.csv” now." in screen.notice.text()
    assert screen.table.current_record() == renamed


def test_a_clean_copy_of_a_pasted_list_asks_for_no_place(
    screen: ListsScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    pasted = broken("pasted.txt", original=None)
    copy = row("pasted (clean).txt", id="copy", original=None)
    desk.answers["mend_list"] = ListMended(copy, None, 20, 3, {"bad": 17})
    screen._ask_clean_place(pasted, {"drop_bad": True})
    qtbot.waitUntil(lambda: "pasted (clean).txt" in screen.notice.text())
    assert desk.calls("mend_list")[0][:3] == ("pasted", {"drop_bad": True}, None)


@pytest.mark.parametrize(
    ("code", "words"),
    [("too_many", "too many rows"), ("list_gone", "no longer on this computer")],
)
def test_a_comparison_that_is_refused_says_why(
    screen: ListsScreen, desk: FakeDesk, qtbot: QtBot, code: str, words: str
) -> None:
    desk.answers["compare_lists"] = ListRefused(code)
    choose(screen, "members")
    qtbot.mouseClick(screen.compare, LEFT)
    dialog = opened(screen, CompareDialog, qtbot)
    qtbot.mouseClick(dialog.do, LEFT)
    qtbot.waitUntil(dialog.error.isVisible)
    assert words in dialog.error.text()
    assert not dialog.both.isVisible()


@pytest.mark.parametrize(
    ("code", "words"), [("nothing_left", "No row would be left"), ("exists", "of this name")]
)
def test_a_clean_copy_that_is_refused_says_why(
    screen: ListsScreen, desk: FakeDesk, qtbot: QtBot, code: str, words: str
) -> None:
    desk.answers["mend_list"] = ListRefused(code)
    screen._mend(broken(), {}, "/home/li/gbk (clean).csv")
    qtbot.waitUntil(screen.notice.isVisible)
    assert words in screen.notice.text()
    assert screen.notice.tone == "danger"


# ------------------------------------------------------------------------------- for everybody


def test_every_tab_stop_has_a_name(
    screen: ListsScreen, nameless: Callable[[QWidget], list[Any]], qtbot: QtBot
) -> None:
    assert nameless(screen) == []
    for list_id, button, kind in (
        ("members", screen.check, RoleDialog),
        ("members", screen.compare, CompareDialog),
        ("members", screen.find_accounts, FindDialog),
        ("gbk", screen.clean, CleanDialog),
        ("members", screen.paste, PasteDialog),
        ("members", screen.rename, RenameDialog),
        ("members", screen.remove, RemoveDialog),
    ):
        choose(screen, list_id)
        qtbot.mouseClick(button, LEFT)
        dialog: QDialog = opened(screen, kind, qtbot)
        assert nameless(dialog) == []
        dialog.reject()


def test_the_page_follows_the_language(screen: ListsScreen) -> None:
    QApplication.sendEvent(screen, QEvent(QEvent.Type.LanguageChange))
    assert len(cells(screen, Column.NAME)) == 3
