"""The books of tags and devices: found, added, changed, removed and put back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.send import builders
from tests.ui.pushes import NOW, FakeDesk
from tpns_desktop.send.desk import DeviceForm, DeviceRefused
from tpns_desktop.send.device_work import OpenRemoval
from tpns_desktop.store.devices import Device
from tpns_desktop.store.errors import DiskFull
from tpns_desktop.store.tag_book import Tag
from tpns_desktop.ui.screens.books.book_page import BookPage
from tpns_desktop.ui.screens.books.device_dialog import DeviceDialog
from tpns_desktop.ui.screens.books.devices_page import DevicesModel
from tpns_desktop.ui.screens.books.screen import BooksScreen
from tpns_desktop.ui.screens.books.tags_page import TagsDialog, TagsModel, TagsPage
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.theme.theme import Theme

LEFT = Qt.MouseButton.LeftButton
OWN = "xg_user_define"
D = TypeVar("D")


def tag(text: str, tag_type: str = OWN, uses: int = 0) -> Tag:
    used = NOW - timedelta(hours=30 - uses) if uses else None
    return Tag(app_id="shop", tag_type=tag_type, tag=text, added_at=NOW, used_at=used, uses=uses)


TAGS = [tag("hunan", "xg_auto_province", 2), tag("gamer"), tag("vip", uses=12)]
MI = Device(
    id="mi", app_id="shop", name="Mi 14", platform="android", token=builders.TOKEN, added_at=NOW
)
IPHONE = replace(MI, id="iphone", name="iPhone", platform="ios", token="1" * 36, note="Ann's")


@pytest.fixture
def desk(desk: FakeDesk) -> FakeDesk:
    desk.answers.update(tags=list(TAGS), devices=[MI, IPHONE])
    return desk


@pytest.fixture
def screen(session: Session, desk: FakeDesk, qtbot: QtBot, theme: Theme) -> BooksScreen:
    made = BooksScreen(session, QWidget())
    qtbot.addWidget(made)
    made.resize(1080, 640)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def page(screen: BooksScreen, key: str, count: int, qtbot: QtBot) -> BookPage:
    qtbot.mouseClick(screen.tabs.segment(key), LEFT)
    shown: BookPage = {"tags": screen.tags, "devices": screen.devices}[key]
    assert shown.isVisible()
    qtbot.waitUntil(lambda: shown.model.rowCount() == count)
    return shown


def cells(shown: BookPage, column: int) -> list[str]:
    return [shown.proxy.index(n, column).data() for n in range(shown.proxy.rowCount())]


def choose(shown: BookPage, name: str) -> None:
    shown.table.setCurrentIndex(shown.proxy.index(cells(shown, 0).index(name), 0))


def dialog(shown: BookPage, kind: type[D], qtbot: QtBot) -> D:
    qtbot.waitUntil(lambda: isinstance(shown.dialog, kind))
    assert isinstance(shown.dialog, kind)
    return shown.dialog


def answer(shown: BookPage, name: str, qtbot: QtBot) -> None:
    box = dialog(shown, QMessageBox, qtbot)
    button = box.findChild(QPushButton, f"{shown.name}.ask_remove.{name}")
    assert button is not None
    qtbot.mouseClick(button, LEFT)


def test_tags_say_their_kind_and_use_and_are_found_by_both(
    screen: BooksScreen, qtbot: QtBot
) -> None:
    tags = page(screen, "tags", 3, qtbot)
    assert cells(tags, 0) == ["gamer", "hunan", "vip"]
    assert cells(tags, 1) == ["My tags", "Province", "My tags"]
    assert cells(tags, 2) == ["0", "2", "12"]
    assert cells(tags, 3)[0] == "Not yet"
    tags.table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    assert cells(tags, 0) == ["vip", "hunan", "gamer"]
    qtbot.keyClicks(tags.search, "PROV")
    assert cells(tags, 0) == ["hunan"]
    qtbot.keyClicks(tags.search, "zzz")
    assert cells(tags, 0) == []
    assert not tags.remove.isEnabled()


def test_tags_are_added_of_one_kind(screen: BooksScreen, desk: FakeDesk, qtbot: QtBot) -> None:
    tags = page(screen, "tags", 3, qtbot)
    qtbot.mouseClick(tags.add, LEFT)
    asked = dialog(tags, TagsDialog, qtbot)
    qtbot.mouseClick(asked.do, LEFT)
    assert "at least one" in asked.error.text()
    asked.tag_type.set_value("xg_auto_city")
    qtbot.keyClicks(asked.tags.entry, "tianjin,shenzhen")
    desk.answers["tags"] = [*TAGS, tag("tianjin", "xg_auto_city"), tag("shenzhen", "xg_auto_city")]
    qtbot.mouseClick(asked.do, LEFT)
    qtbot.waitUntil(lambda: tags.model.rowCount() == 5)
    assert desk.calls("add_tags") == [("shop", "xg_auto_city", ["tianjin", "shenzhen"])]
    qtbot.waitUntil(lambda: tags.table.current_record().tag == "tianjin")


def test_a_removal_is_asked_once_and_can_be_undone(
    screen: BooksScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    tags = page(screen, "tags", 3, qtbot)
    choose(tags, "vip")
    qtbot.keyClick(tags.table, Qt.Key.Key_Delete)
    answer(tags, "back", qtbot)
    assert desk.calls("remove_tag") == []
    qtbot.mouseClick(tags.remove, LEFT)
    desk.answers["tags"] = TAGS[:2]
    answer(tags, "do", qtbot)
    qtbot.waitUntil(lambda: desk.calls("remove_tag") == [("shop", OWN, "vip")])
    assert "vip" not in cells(tags, 0)
    assert "vip" in tags.undo.text()
    desk.answers["tags"] = list(TAGS)
    # Without a window manager nobody gives the keys back when a dialog closes.
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    qtbot.keyClick(tags.undo.undo, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "vip" in cells(tags, 0))
    assert desk.calls("put_back_tag") == [(TAGS[2],)]
    assert tags.table.current_record() == TAGS[2]


def test_a_removal_that_fails_is_said_and_shows_what_is_there(
    screen: BooksScreen, session: Session, desk: FakeDesk, qtbot: QtBot
) -> None:
    tags = page(screen, "tags", 3, qtbot)
    choose(tags, "vip")
    desk.answers["remove_tag"] = DiskFull()
    tags.ask_remove(tags.table.current_record())
    with qtbot.waitSignal(session.failed):
        answer(tags, "do", qtbot)
    qtbot.waitUntil(lambda: "vip" in cells(tags, 0))
    assert tags.undo.isHidden()


def test_an_empty_book_says_how_it_fills(screen: BooksScreen, desk: FakeDesk, qtbot: QtBot) -> None:
    desk.answers.update(tags=[], devices=[])
    tags = page(screen, "tags", 0, qtbot)
    assert tags.empty.isVisible()
    devices = page(screen, "devices", 0, qtbot)
    qtbot.mouseClick(devices.empty.button, LEFT)
    dialog(devices, DeviceDialog, qtbot).reject()


def test_a_device_is_written_down_with_a_pasted_id(
    screen: BooksScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    devices = page(screen, "devices", 2, qtbot)
    assert cells(devices, 1) == ["iPhone", "Android"]
    qtbot.mouseClick(devices.add, LEFT)
    asked = dialog(devices, DeviceDialog, qtbot)
    qtbot.keyClicks(asked.name, "Desk phone")
    qtbot.mouseClick(asked.platform.segment("android"), LEFT)
    qtbot.keyClicks(asked.token, "04ca")
    assert asked.look.text() == "4 of 36 characters so far."
    QApplication.clipboard().setText(f"\n  {'a' * 36}\t\n")
    qtbot.mouseClick(asked.paste, LEFT)
    assert asked.token.text() == "a" * 36
    assert "looks right" in asked.look.text()
    new = replace(MI, id="new", name="Desk phone", token="a" * 36)
    desk.answers.update(save_device=new, devices=[MI, IPHONE, new])
    qtbot.keyClick(asked.note, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: devices.model.rowCount() == 3)
    form = DeviceForm("Desk phone", "android", "a" * 36, "")
    assert desk.calls("save_device") == [("shop", form, None)]
    qtbot.waitUntil(lambda: devices.table.current_record() == new)


@pytest.mark.parametrize(
    ("reason", "at"),
    [
        ("name_taken", "name"),
        ("platform_required", "platform"),
        ("token_taken", "token"),
        ("gone", None),
    ],
)
def test_what_is_wrong_with_a_device_is_said_where_it_is_mended(
    screen: BooksScreen, desk: FakeDesk, qtbot: QtBot, reason: str, at: str | None
) -> None:
    devices = page(screen, "devices", 2, qtbot)
    choose(devices, "Mi 14")
    qtbot.keyClick(devices.table, Qt.Key.Key_Return)
    asked = dialog(devices, DeviceDialog, qtbot)
    assert (asked.name.text(), asked.platform.value()) == ("Mi 14", "android")
    desk.answers["save_device"] = DeviceRefused(reason, "iPhone")
    qtbot.mouseClick(asked.do, LEFT)
    qtbot.waitUntil(lambda: bool(asked.error.text()))
    assert desk.calls("save_device")[0][2] == "mi"
    assert ("iPhone" in asked.error.text()) == (reason in ("token_taken", "platform_required"))
    assert asked.do.isEnabled()
    if at is not None:
        editor = getattr(asked, at)
        assert asked.focusWidget() is (editor.focusProxy() or editor)


def test_another_app_has_books_of_its_own(
    screen: BooksScreen, session: Session, desk: FakeDesk, qtbot: QtBot
) -> None:
    tags = page(screen, "tags", 3, qtbot)
    desk.answers["tags"] = [tag("other")]
    session.choose_app(builders.app(id="second"))
    qtbot.waitUntil(lambda: cells(tags, 0) == ["other"])
    assert desk.calls("tags")[-1] == ("second",)


@pytest.mark.parametrize(("model", "rows"), [(TagsModel, TAGS), (DevicesModel, [MI, IPHONE])])
def test_the_models_keep_qt_s_rules(qtmodeltester: ModelTester, model: Any, rows: Any) -> None:
    made = model()
    made.show_rows(rows)
    qtmodeltester.check(made)
    made.take(rows[0])
    assert made.rows() == rows[1:]


def test_everything_has_a_name_and_can_be_pressed(
    screen: BooksScreen, qtbot: QtBot, nameless: Any
) -> None:
    for key, count in (("tags", 3), ("devices", 2)):
        shown = page(screen, key, count, qtbot)
        assert nameless(screen) == []
        shown.ask_add()
        opened = shown.dialog
        assert opened is not None
        qtbot.waitExposed(opened)
        assert nameless(opened) == []
        opened.reject()
        buttons = [one for one in shown.findChildren(QPushButton) if one.isVisible()]
        assert min(one.height() for one in buttons) >= 24
        right = shown.mapToGlobal(QPoint(shown.width(), 0)).x()
        assert all(one.mapToGlobal(QPoint(one.width(), 0)).x() <= right for one in buttons)


def test_a_change_of_language_keeps_the_tab_and_its_rows(screen: BooksScreen, qtbot: QtBot) -> None:
    tags = page(screen, "tags", 3, qtbot)
    QApplication.sendEvent(screen, QEvent(QEvent.Type.LanguageChange))
    QApplication.sendEvent(tags, QEvent(QEvent.Type.LanguageChange))
    assert tags.isVisible()
    assert tags.model.rowCount() == 3


def test_a_removal_whose_end_is_unknown_is_told_until_it_is_understood(
    screen: BooksScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    one = OpenRemoval(7, ("vip\u202e",), "android", NOW)
    desk.answers["device_work.open_removals"] = (one,)
    desk.answers["device_work.note_removal"] = lambda _: desk.answers.update(
        {"device_work.open_removals": ()}
    )
    tags = page(screen, "tags", 3, qtbot)
    assert isinstance(tags, TagsPage)
    tags.load()
    qtbot.waitUntil(tags.open.isVisible)
    (banner,) = tags.open.banners
    assert "whether TPNS took “vip‹U+202E›” off every phone; asked at " in banner.text()
    understood = banner.findChild(QPushButton, "tags.open.noted")
    assert understood is not None
    qtbot.mouseClick(understood, LEFT)
    qtbot.waitUntil(lambda: not tags.open.isVisible())
    assert desk.calls("device_work.note_removal") == [(7,)]


def test_a_tag_with_a_character_that_nobody_sees_is_not_kept(
    screen: BooksScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    tags = page(screen, "tags", 3, qtbot)
    qtbot.mouseClick(tags.add, LEFT)
    asked = dialog(tags, TagsDialog, qtbot)
    asked.tags.set_values(["vip\u202e"])
    qtbot.mouseClick(asked.do, LEFT)
    assert "nobody sees" in asked.error.text()
    assert desk.calls("add_tags") == []
