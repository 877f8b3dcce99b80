"""When a push leaves: what is offered for whom, and which earlier push it replaces."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.send import builders
from tests.ui.pushes import FakeDesk, draft_row
from tpns_desktop.send.asking import AskFailed
from tpns_desktop.send.desk import Replaceable
from tpns_desktop.send.examination import Finding
from tpns_desktop.ui.screens.compose.replace_dialog import ReplaceDialog
from tpns_desktop.ui.screens.compose.screen import ComposeScreen
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.theme.theme import Theme

NOW = datetime.now(UTC)
PUSH = Replaceable("batch7", "Sale at 8", NOW - timedelta(days=2), ("android", "ios"))


@pytest.fixture
def screen(session: Session, desk: FakeDesk, qtbot: QtBot, theme: Theme) -> ComposeScreen:
    desk.answers.update(
        **{"plan_book.all": []},
        context=lambda *_: builders.context(now=NOW),
        save_draft=lambda app_id, draft_id, data: draft_row(id=draft_id or "draft1", data=data),
        replaceable=(PUSH,),
        collapse_ids={"android": "111", "ios": "222"},
    )
    made = ComposeScreen(session)
    qtbot.addWidget(made)
    made.resize(1080, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    qtbot.waitUntil(lambda: made.binding.examination is not None)
    return made


def sees(screen: QWidget, name: str) -> bool:
    return any(one.isVisible() for one in screen.findChildren(QWidget, name))


def find(screen: QWidget, name: str) -> Any:
    found = [one for one in screen.findChildren(QWidget, name) if one.isVisible()]
    assert len(found) == 1, name
    return found[0]


def begin(screen: ComposeScreen, qtbot: QtBot, kind: str, **changes: Any) -> None:
    screen.start_new(builders.draft(kind, **changes))
    screen.examine()
    qtbot.waitUntil(lambda: screen.binding.examination is not None)


@pytest.fixture
def dialog(screen: ComposeScreen, qtbot: QtBot) -> Callable[[], ReplaceDialog]:
    def opened() -> ReplaceDialog:
        begin(screen, qtbot, "all")
        qtbot.mouseClick(find(screen, "schedule.more"), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: sees(screen, "schedule.replaces.choose"))
        qtbot.mouseClick(find(screen, "schedule.replaces.choose"), Qt.MouseButton.LeftButton)
        made = screen.findChild(ReplaceDialog)
        assert made is not None
        return made

    return opened


# ---------------------------------------------------------------------------- for whom what is


def test_typed_accounts_leave_at_once_and_may_become_a_file(
    screen: ComposeScreen, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["add_pasted"] = AskFailed("store")
    begin(screen, qtbot, "account")
    for absent in ("schedule.kind", "schedule.speed"):
        assert not sees(screen, absent)
    assert sees(screen, "schedule.only_now")
    qtbot.mouseClick(find(screen, "schedule.to_list"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(desk.calls("add_pasted")))
    text, kind, account_type, _name = desk.calls("add_pasted")[0]
    assert (text, kind, account_type) == ("alice01\nbob_0002", "account", 0)
    # Few as they are, it is said when no list came of them.
    qtbot.waitUntil(lambda: sees(screen, "audience.offer.account"))


def test_typed_devices_leave_at_once_and_no_file_would_help(
    screen: ComposeScreen, qtbot: QtBot
) -> None:
    begin(screen, qtbot, "device")
    assert sees(screen, "schedule.only_now")
    assert not sees(screen, "schedule.to_list")


def test_everyone_can_be_scheduled(screen: ComposeScreen, qtbot: QtBot) -> None:
    begin(screen, qtbot, "all")
    assert sees(screen, "schedule.kind")
    assert not sees(screen, "schedule.only_now")


def test_the_zone_stands_beside_every_time(screen: ComposeScreen, qtbot: QtBot) -> None:
    begin(screen, qtbot, "all", schedule__kind="at", schedule__at="2031-01-16T09:30")
    assert "UTC+8" in find(screen, "schedule.at").accessibleDescription()
    begin(screen, qtbot, "all", schedule__kind="loop")
    assert "UTC+8" in find(screen, "schedule.loop.times").accessibleDescription()


def test_a_time_that_has_passed_is_refused(screen: ComposeScreen, qtbot: QtBot) -> None:
    begin(screen, qtbot, "all", schedule__kind="at", schedule__at="2020-01-16T09:30")
    examination = screen.binding.examination
    assert examination is not None
    assert any(one.field == "schedule.at" and one.level == "E" for one in examination.findings)


def test_a_message_without_a_notification_chooses_no_makers_channel(
    screen: ComposeScreen, qtbot: QtBot
) -> None:
    begin(screen, qtbot, "all", message__kind="message")
    qtbot.mouseClick(find(screen, "schedule.more"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: sees(screen, "schedule.channels_off.apns"))
    assert not sees(screen, "schedule.channels_off.hw")
    screen.timing.set_app(builders.app(ios_access_id=None))
    assert not sees(screen, "schedule.channels_off")
    assert not sees(screen, "schedule.online_type")


def test_a_check_of_what_is_closed_opens_it(screen: ComposeScreen, qtbot: QtBot) -> None:
    begin(screen, qtbot, "all")
    assert not sees(screen, "schedule.channels_off")
    screen.lead_to(Finding("channels.all_off", "E", "schedule.channels_off", {}))
    qtbot.waitUntil(find(screen, "schedule.channels_off.xg").hasFocus)


# ---------------------------------------------------------------------------- replacing


def test_the_chosen_push_is_replaced_on_both_systems(
    screen: ComposeScreen,
    desk: FakeDesk,
    qtbot: QtBot,
    dialog: Callable[[], ReplaceDialog],
    nameless: Callable[[QWidget], list[Any]],
) -> None:
    shown = dialog()
    qtbot.waitUntil(shown.do.isEnabled)
    assert "Sale at 8" in shown.pushes.item(0).text()
    assert nameless(shown) == []
    with qtbot.waitSignal(shown.finished):
        qtbot.keyClick(shown.pushes, Qt.Key.Key_Return)
    assert desk.calls("collapse_ids") == [("batch7",)]
    assert screen.binding.value("schedule.replaces") == {
        "android": "111",
        "ios": "222",
        "title": "Sale at 8",
    }
    said = find(screen, "schedule.replaces.said").text()
    assert "Sale at 8" in said
    assert "OPPO and vivo" in said


def test_without_a_push_to_replace_it_is_said_which_could_be(
    desk: FakeDesk, qtbot: QtBot, dialog: Callable[[], ReplaceDialog]
) -> None:
    desk.answers["replaceable"] = ()
    shown = dialog()
    qtbot.waitUntil(lambda: "There is none" in shown.hint.text())
    assert not shown.do.isEnabled()


@pytest.mark.parametrize(
    ("answer", "word"), [({}, "cannot replace"), (AskFailed("budget"), "hour")]
)
def test_a_push_that_has_no_id_stays_and_it_is_said(
    answer: Any,
    word: str,
    screen: ComposeScreen,
    desk: FakeDesk,
    qtbot: QtBot,
    dialog: Callable[[], ReplaceDialog],
) -> None:
    desk.answers["collapse_ids"] = answer
    shown = dialog()
    qtbot.waitUntil(shown.do.isEnabled)
    shown.do.click()
    qtbot.waitUntil(lambda: word in shown.error.text())
    assert screen.binding.value("schedule.replaces")["android"] == ""
