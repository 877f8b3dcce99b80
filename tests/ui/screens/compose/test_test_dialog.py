"""The dialog of a test: ticked devices, one deliberate press, and what became of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.send import builders
from tests.ui import pushes
from tests.ui.pushes import FakeDesk
from tpns_desktop.send.desk import Batch, SendTestRefused
from tpns_desktop.send.device_book import Device, DeviceForm, DeviceRefused
from tpns_desktop.send.differences import PREFIXES as ALLOWED
from tpns_desktop.send.examination import Finding
from tpns_desktop.ui.i18n import Languages
from tpns_desktop.ui.screens.compose.test_dialog import PREFIXES, SendTestDialog
from tpns_desktop.ui.session import Session

LEFT = Qt.MouseButton.LeftButton
DRAFT = builders.draft("all")


def device(name: str, platform: str = "android", **changes: Any) -> Device:
    values: dict[str, Any] = {
        "id": name,
        "app_id": "shop",
        "name": name,
        "platform": platform,
        "token": name * 3,
        "added_at": pushes.NOW,
    }
    return Device(**values | changes)


BOOK = [device("Li"), device("iPhone 15", "ios", note="QA shelf"), device("Old tablet")]


def batch(**changes: Any) -> Batch:
    rows = pushes.rows(pushes.review(DRAFT), batch_id="t1", purpose="test")
    return Batch("t1", tuple(replace(row, **changes) for row in rows))


Open = Callable[..., SendTestDialog]


@pytest.fixture
def opened(session: Session, desk: FakeDesk, qtbot: QtBot) -> Open:
    def open_dialog(book: list[Device] | None = None) -> SendTestDialog:
        desk.answers["devices"] = BOOK if book is None else book
        assert session.app is not None
        made = SendTestDialog(session, session.app, "draft1", DRAFT, arm_ms=1)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(made)
        made.open()
        qtbot.waitExposed(made)
        made.activateWindow()
        qtbot.waitUntil(lambda: made._read and made.send.isEnabled())
        return made

    return open_dialog


def box(dialog: SendTestDialog, name: str) -> QCheckBox:
    found = dialog.findChild(QCheckBox, f"test.device.{name}")
    assert isinstance(found, QCheckBox)
    return found


def words(dialog: SendTestDialog) -> str:
    labels = dialog.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_only_what_is_ticked_is_asked_for_with_the_draft_as_it_stood(
    opened: Open, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["send_test"] = desk.answers["batch"] = batch(state="accepted", push_ids=("77",))
    dialog = opened()
    assert dialog.send.text() == "Send the test"
    qtbot.keyClick(box(dialog, "Li"), Qt.Key.Key_Space)
    qtbot.keyClick(box(dialog, "iPhone 15"), Qt.Key.Key_Space)
    assert dialog.send.text() == "Send test to 2 device(s)"
    with qtbot.waitSignal(dialog.tested) as tested:
        qtbot.mouseClick(dialog.send, LEFT)
    assert tested.args == ["t1"]
    assert desk.calls("send_test") == [("shop", "draft1", DRAFT, ["Li", "iPhone 15"], "")]
    qtbot.waitUntil(lambda: "Android: TPNS took it: push ID 77" in words(dialog))
    qtbot.waitUntil(dialog.send.isEnabled)  # another test may follow


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_never_send(
    opened: Open, desk: FakeDesk, qtbot: QtBot, key: Qt.Key
) -> None:
    dialog = opened([device("Li")])
    assert box(dialog, "Li").isChecked()  # the only one is meant
    dialog.send.setFocus()
    qtbot.keyClick(dialog.send, key)
    box(dialog, "Li").setFocus()
    qtbot.keyClick(box(dialog, "Li"), key)
    assert not desk.calls("send_test")


def test_a_double_click_sends_once(opened: Open, desk: FakeDesk, qtbot: QtBot) -> None:
    desk.answers["send_test"] = desk.answers["batch"] = batch(state="held")
    dialog = opened([device("Li")])
    qtbot.mouseClick(dialog.send, LEFT)
    qtbot.mouseDClick(dialog.send, LEFT)
    qtbot.mouseClick(dialog.send, LEFT)
    qtbot.waitUntil(lambda: "On its way" in words(dialog))
    assert len(desk.calls("send_test")) == 1
    assert not dialog.send.isEnabled()


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"state": "accepted", "push_ids": ("77",)}, "push ID 77"),
        ({"state": "rejected", "code": 1008019}, "Tencent's content check refused the text."),
        ({"state": "unknown", "reason": "cut"}, "Another test does no harm"),
        ({"state": "not_sent", "reason": "dns"}, "could not be found"),
    ],
)
def test_the_end_is_said_in_its_place(
    opened: Open, desk: FakeDesk, session: Session, qtbot: QtBot, facts: dict[str, Any], said: str
) -> None:
    desk.answers["send_test"] = desk.answers["batch"] = batch(state="sending")
    dialog = opened([device("Li")])
    qtbot.mouseClick(dialog.send, LEFT)
    qtbot.waitUntil(lambda: "On its way" in words(dialog))
    desk.answers["batch"] = batch(**facts)
    session.batch_changed.emit("other")
    session.batch_changed.emit("t1")
    qtbot.waitUntil(lambda: said in words(dialog))
    qtbot.waitUntil(dialog.send.isEnabled)


def test_a_refusal_says_what_is_missing_and_leaves_the_ticks(
    opened: Open, desk: FakeDesk, qtbot: QtBot
) -> None:
    lacks = Finding("text.empty", "E", "message.title")
    desk.answers["send_test"] = SendTestRefused("not_ready", findings=(lacks,))
    dialog = opened([device("Li")])
    qtbot.mouseClick(dialog.send, LEFT)
    qtbot.waitUntil(lambda: "Add a title and a text." in dialog.error.text())
    assert dialog.error.text().startswith("No test was sent.")
    assert box(dialog, "Li").isChecked()
    qtbot.waitUntil(dialog.send.isEnabled)


def test_nothing_ticked_is_said_not_sent(opened: Open, desk: FakeDesk, qtbot: QtBot) -> None:
    desk.answers["send_test"] = SendTestRefused("no_device")
    dialog = opened()
    qtbot.mouseClick(dialog.send, LEFT)
    qtbot.waitUntil(lambda: "Tick at least one device" in dialog.error.text())
    qtbot.keyClick(box(dialog, "Li"), Qt.Key.Key_Space)
    assert dialog.error.isHidden()


def test_the_devices_of_the_last_test_are_ticked_again(opened: Open) -> None:
    then = pushes.NOW - timedelta(hours=1)
    dialog = opened(
        [
            device("Li", used_at=then),
            device("Wu", used_at=then - timedelta(days=1)),
            device("iPhone 15", "ios", used_at=then),
        ]
    )
    assert [name for name in ("Li", "Wu", "iPhone 15") if box(dialog, name).isChecked()] == [
        "Li",
        "iPhone 15",
    ]


def test_a_missing_device_is_added_here_and_ticked(
    opened: Open, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["save_device"] = device("Wu")
    dialog = opened([])
    assert dialog.adding.is_open  # nothing else can be done
    qtbot.keyClicks(dialog.name, "Wu")
    dialog.platform.set_value("android")
    qtbot.keyClicks(dialog.token, "0a0a")
    qtbot.keyClick(dialog.token, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.findChild(QCheckBox, "test.device.Wu") is not None)
    assert desk.calls("save_device") == [("shop", DeviceForm("Wu", "android", "0a0a"))]
    assert box(dialog, "Wu").isChecked()
    assert not dialog.adding.is_open
    assert dialog.isVisible()
    assert not desk.calls("send_test")


def test_a_device_that_is_refused_says_why_at_its_field(
    opened: Open, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["save_device"] = DeviceRefused("token_taken", "Li")
    dialog = opened([])
    qtbot.mouseClick(dialog.add, LEFT)
    qtbot.waitUntil(lambda: "This device is there already: Li" in words(dialog))
    assert dialog.token.hasFocus()


def test_the_prefixes_are_those_the_desk_takes(opened: Open, desk: FakeDesk, qtbot: QtBot) -> None:
    assert ("", *ALLOWED) == PREFIXES
    desk.answers["send_test"] = desk.answers["batch"] = batch(state="accepted")
    dialog = opened([device("Li")])
    mark = dialog.prefix.findChild(QWidget, ALLOWED[0])
    assert isinstance(mark, QWidget)
    qtbot.mouseClick(mark, LEFT)
    with qtbot.waitSignal(dialog.tested):
        qtbot.mouseClick(dialog.send, LEFT)
    assert desk.calls("send_test")[0][4] == ALLOWED[0]


def test_every_tab_stop_has_a_name_in_both_languages(
    opened: Open, languages: Languages, nameless: Callable[[QWidget], list[Any]]
) -> None:
    dialog = opened()
    dialog.adding.set_open(True)
    for language in ("en", "zh_CN"):
        languages.apply(language)
        assert nameless(dialog) == []
        assert {name for name in ("Li", "iPhone 15") if box(dialog, name)} == {"Li", "iPhone 15"}
