"""Tags, accounts and attributes of a test device: asked for in words, told as they ended."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import Any, get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.send import builders
from tests.ui.pushes import NOW, FakeDesk
from tpns_desktop.model.device_calls import REASONS, Account
from tpns_desktop.send.asking import AskFailed
from tpns_desktop.send.device_work import Order, Verb, Work, WorkRefused
from tpns_desktop.store.devices import Device
from tpns_desktop.ui.i18n import Languages
from tpns_desktop.ui.screens.books.work_dialog import DeleteTagDialog, OrderDialog, WorkDialog
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.words.device_work import question, refused_words, work_words

LEFT = Qt.MouseButton.LeftButton
MI = Device(
    id="mi", app_id="shop", name="Mi 14", platform="android", token=builders.TOKEN, added_at=NOW
)
DONE = Work("tags_added", ("vip",), builders.TOKEN, NOW, "done")


@pytest.fixture
def dialog(session: Session, desk: FakeDesk, qtbot: QtBot, theme: Theme) -> WorkDialog:
    desk.answers.update(
        {
            "device_work.accounts": (Account("ann", 1005),),
            "device_work.attributes": {"age": "30"},
            "device_work.done": [DONE],
            "device_work.change": DONE,
        }
    )
    made = WorkDialog(session, MI)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: "ann" in made.bound.text() and "vip" in made.log.text())
    return made


def press(dialog: WorkDialog, name: str, qtbot: QtBot) -> None:
    button = dialog.findChild(QPushButton, f"work.{name}")
    assert button is not None
    button.click()  # it may be below what the screen shows


def confirm(dialog: WorkDialog, qtbot: QtBot) -> OrderDialog:
    asked = dialog.asking
    assert isinstance(asked, OrderDialog)
    qtbot.waitUntil(asked.isVisible)
    return asked


def test_what_the_service_keeps_of_the_phone_is_shown(dialog: WorkDialog, qtbot: QtBot) -> None:
    assert "“ann” (Email)" in dialog.bound.text()
    qtbot.waitUntil(lambda: dialog.attributes.text() == "age = 30")
    assert "Tags added: “vip” · done" in dialog.log.text()


def test_a_change_is_asked_for_and_enter_goes_back(
    dialog: WorkDialog, desk: FakeDesk, qtbot: QtBot
) -> None:
    qtbot.keyClicks(dialog.tags.entry, "vip,level:3")
    press(dialog, "tags_added", qtbot)
    asked = confirm(dialog, qtbot)
    assert "“vip”, “level:3”" in asked.heading.text()
    qtbot.keyClick(asked, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog.findChildren(OrderDialog) or not asked.isVisible())
    assert desk.calls("device_work.change") == []
    press(dialog, "tags_added", qtbot)
    qtbot.mouseClick(confirm(dialog, qtbot).do, LEFT)
    qtbot.waitUntil(lambda: "done" in dialog.state.text())
    assert desk.calls("device_work.change") == [("mi", Order("tags_added", ("vip", "level:3")))]
    assert dialog.tags.values() == []


@pytest.mark.parametrize(
    ("verb", "order"),
    [
        ("tags_cleared", Order("tags_cleared")),
        ("accounts_overwritten", Order("accounts_overwritten", accounts=(Account("bob", 0),))),
        ("accounts_cleared", Order("accounts_cleared")),
        ("attributes_set", Order("attributes_set", values={"town": "Wuhan"})),
        ("attributes_removed", Order("attributes_removed", ("town",))),
    ],
)
def test_each_button_orders_its_change(
    dialog: WorkDialog, desk: FakeDesk, qtbot: QtBot, verb: str, order: Order
) -> None:
    dialog.account.setText(" bob ")
    dialog.name.setText("town")
    dialog.value.setText("Wuhan")
    press(dialog, verb, qtbot)
    qtbot.mouseClick(confirm(dialog, qtbot).do, LEFT)
    qtbot.waitUntil(lambda: desk.calls("device_work.change") == [("mi", order)])


@pytest.mark.parametrize("verb", ["tags_added", "accounts_removed", "attributes_set"])
def test_what_is_missing_is_said_before_anything_is_asked(
    dialog: WorkDialog, qtbot: QtBot, verb: str
) -> None:
    press(dialog, verb, qtbot)
    assert dialog.asking is None
    assert dialog.state.isVisible()


def test_an_end_that_nobody_knows_is_told_so_and_keeps_what_was_typed(
    dialog: WorkDialog, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["device_work.change"] = replace(DONE, outcome="unknown", reason="read_timeout")
    qtbot.keyClicks(dialog.tags.entry, "vip,")
    press(dialog, "tags_added", qtbot)
    qtbot.mouseClick(confirm(dialog, qtbot).do, LEFT)
    qtbot.waitUntil(lambda: "not known" in dialog.state.text())
    assert dialog.tags.values() == ["vip"]


def test_what_cannot_be_read_says_why(
    session: Session, desk: FakeDesk, qtbot: QtBot, theme: Theme
) -> None:
    desk.answers.update(
        {
            "device_work.accounts": AskFailed("no_key"),
            "device_work.attributes": AskFailed("refused", code=1008035),
            "device_work.done": [],
        }
    )
    made = WorkDialog(session, MI)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    qtbot.waitUntil(lambda: made.log.text() == "Nothing yet.")
    qtbot.waitUntil(lambda: "Asking" not in made.bound.text() + made.attributes.text())
    assert made.bound.text()


def test_a_tag_leaves_every_phone_only_with_the_name_typed(
    session: Session, desk: FakeDesk, qtbot: QtBot, theme: Theme
) -> None:
    desk.answers["device_work.delete_tags"] = WorkRefused("name")
    made = DeleteTagDialog(session, "shop", "Demo Mall", "vip")
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    assert "can't be undone" in made.hint.text()
    qtbot.mouseClick(made.do, LEFT)
    qtbot.waitUntil(lambda: "app's name" in made.error.text())
    ended = replace(DONE, verb="tags_deleted", token="")
    desk.answers["device_work.delete_tags"] = {"android": ended}
    qtbot.keyClicks(made.typed, "Demo Mall")
    qtbot.mouseClick(made.do, LEFT)
    qtbot.waitUntil(lambda: "Android: taken" in made.hint.text())
    assert desk.calls("device_work.delete_tags")[-1] == ("shop", ["vip"], "Demo Mall")
    qtbot.mouseClick(made.do, LEFT)
    assert not made.isVisible()


def test_while_a_tag_is_taken_off_neither_esc_nor_another_click_does_anything(
    session: Session, desk: FakeDesk, qtbot: QtBot, theme: Theme
) -> None:
    """The dialog went, its end was told to nobody, and the next one asked a second time."""
    gate = threading.Event()
    ended = replace(DONE, verb="tags_deleted", token="", outcome="unknown")

    def late(*_: object) -> dict[str, Work]:
        gate.wait(10)
        return {"android": ended}

    desk.answers["device_work.delete_tags"] = late
    made = DeleteTagDialog(session, "shop", "Demo Mall", "vip")
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.keyClicks(made.typed, "Demo Mall")
    qtbot.mouseDClick(made.do, LEFT)
    made.do.click()
    for _ in range(3):
        qtbot.keyClick(made, Qt.Key.Key_Escape)
        qtbot.keyClick(made.typed, Qt.Key.Key_Return)
    made.back.click()
    assert not made.close()  # the frame's cross
    assert made.isVisible()
    gate.set()
    qtbot.waitUntil(lambda: "not known" in made.hint.text())
    assert len(desk.calls("device_work.delete_tags")) == 1
    qtbot.keyClick(made, Qt.Key.Key_Escape)
    assert not made.isVisible()


def test_every_change_and_every_end_has_words(languages: Languages) -> None:
    for language in ("en", "zh_CN"):
        languages.apply(language)
        for verb in get_args(Verb):
            for outcome in ("begun", "done", "refused", "not_sent", "unknown"):
                work = replace(DONE, verb=verb, outcome=outcome, code=1008006, reason="dns")
                assert "{" not in work_words(work)
            if verb != "tags_deleted":
                order: Any = Order(verb, ("vip",))
                assert "{" not in "".join(question(order, "Mi 14"))
        for reason in REASONS | {"gone", "name", "storage"}:
            assert refused_words(reason)


def test_the_frame_does_not_close_what_waits_for_an_answer(
    dialog: WorkDialog, desk: FakeDesk, qtbot: QtBot
) -> None:
    """The window went, and how the change ended was told to nobody."""
    gate = threading.Event()

    def late(*_: object) -> Work:
        gate.wait(10)
        return replace(DONE, outcome="unknown", reason="read_timeout")

    desk.answers["device_work.change"] = late
    press(dialog, "tags_cleared", qtbot)
    qtbot.mouseClick(confirm(dialog, qtbot).do, LEFT)
    assert not dialog.close()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.done_button.click()
    assert dialog.isVisible()
    gate.set()
    qtbot.waitUntil(lambda: "not known" in dialog.state.text())
    assert dialog.close()


def test_a_tag_shows_what_nobody_sees_in_it(session: Session, qtbot: QtBot, theme: Theme) -> None:
    made = DeleteTagDialog(session, "shop", "Demo Mall", "vip\u202e\n")
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    assert "“vip‹U+202E›‹U+000A›”" in made.heading.text()
