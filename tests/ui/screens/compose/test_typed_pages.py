"""Typed accounts and devices: counted, looked at, chosen by name, and turned into a list."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.send import builders
from tests.ui.pushes import NOW, FakeDesk
from tpns_desktop.model.draft import empty_draft
from tpns_desktop.send.checks import examine
from tpns_desktop.send.desk import ListRefused
from tpns_desktop.store.devices import Device
from tpns_desktop.store.lists import ListRow
from tpns_desktop.ui.forms.binding import DraftBinding
from tpns_desktop.ui.forms.fields import Fields
from tpns_desktop.ui.screens.compose.audience_card import AudienceCard
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.theme.theme import Theme

LEFT = Qt.MouseButton.LeftButton
MI = Device(
    id="mi", app_id="shop", name="Mi 14", platform="android", token=builders.TOKEN, added_at=NOW
)
IPHONE = Device(
    id="iphone", app_id="shop", name="iPhone", platform="ios", token="1" * 36, added_at=NOW
)


def listed(**changes: Any) -> ListRow:
    values: dict[str, Any] = {
        "id": "made",
        "kind": "account",
        "name": "Typed in.txt",
        "account_type": 1002,
        "path": Path("/data/lists/aa.txt"),
        "sha256": "aa" * 32,
        "size_bytes": 1000,
        "rows": 1001,
        "accounts": 1001,
        "duplicates": 0,
        "verdict": {"outcome": "accept", "code": "ok", "notes": []},
        "created_at": NOW - timedelta(days=1),
        "checked_at": NOW,
        "original": Path("/data/x.txt"),
        "original_mtime_ns": 0,
        "original_size_bytes": 1000,
    }
    return ListRow(**values | changes)


@pytest.fixture
def desk(desk: FakeDesk) -> FakeDesk:
    desk.answers.update(devices=[MI, IPHONE], lists=[])
    return desk


@pytest.fixture
def card(session: Session, desk: FakeDesk, qtbot: QtBot, theme: Theme) -> AudienceCard:
    binding = DraftBinding(empty_draft())
    fields = Fields(binding, binding)
    made = AudienceCard(fields, session)
    binding.setParent(made)
    binding.examine_due.connect(
        lambda: binding.set_examination(examine(binding.draft, builders.context()))
    )
    made.set_app(session.app)
    qtbot.addWidget(made)
    made.resize(720, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def binding(card: AudienceCard) -> DraftBinding:
    return card._fields.binding


def put(card: AudienceCard, **values: Any) -> None:
    for path, value in values.items():
        binding(card).set_value(f"audience.{path.replace('__', '.')}", value)
        card._fields.show_value(f"audience.{path.replace('__', '.')}")


def device(card: AudienceCard, name: str) -> QPushButton:
    found = card.findChildren(QPushButton, f"audience.device.named.{name}")
    [button] = [one for one in found if one.isVisible()]
    return button


def until_devices(card: AudienceCard, qtbot: QtBot) -> None:
    put(card, kind="device")
    qtbot.waitUntil(
        lambda: any(
            one.isVisible()
            for one in card.findChildren(QPushButton, "audience.device.named.iphone")
        )
    )


def test_named_devices_are_ticked_by_keys_and_copied_into_the_draft(
    card: AudienceCard, qtbot: QtBot
) -> None:
    until_devices(card, qtbot)
    device(card, "mi").setFocus()
    qtbot.keyClick(device(card, "mi"), Qt.Key.Key_Space)
    qtbot.keyClick(device(card, "mi"), Qt.Key.Key_Tab)
    assert device(card, "iphone").hasFocus()
    qtbot.keyClick(device(card, "iphone"), Qt.Key.Key_Space)
    assert binding(card).value("audience.device.named") == [
        {"name": "Mi 14", "token": MI.token, "platform": "android"},
        {"name": "iPhone", "token": IPHONE.token, "platform": "ios"},
    ]
    qtbot.waitUntil(lambda: "Mi 14, iPhone" in card.reach.text())
    assert device(card, "mi").text() == "Mi 14 · Android"
    qtbot.mouseClick(device(card, "mi"), LEFT)
    assert [one["name"] for one in binding(card).value("audience.device.named")] == ["iPhone"]


def test_a_device_that_left_the_book_stays_in_the_draft_until_it_is_cleared(
    card: AudienceCard, desk: FakeDesk, qtbot: QtBot
) -> None:
    until_devices(card, qtbot)
    qtbot.mouseClick(device(card, "mi"), LEFT)
    desk.answers["devices"] = [IPHONE]
    card.hide()
    card.show()
    qtbot.waitUntil(lambda: bool(card.findChildren(QPushButton, "audience.device.named.gone.0")))
    gone = device(card, "gone.0")
    assert gone.isChecked()
    assert "no longer in the book" in gone.text()
    qtbot.mouseClick(gone, LEFT)
    assert binding(card).value("audience.device.named") == []


def test_another_app_s_devices_are_not_offered(
    card: AudienceCard, desk: FakeDesk, qtbot: QtBot
) -> None:
    until_devices(card, qtbot)
    desk.answers["devices"] = []
    card.set_app(builders.app(id="other"))
    assert not card.findChild(QWidget, "audience.device.none").isHidden()
    with qtbot.waitSignal(card.book_asked):
        qtbot.mouseClick(card.devices.named.book, LEFT)


def test_bad_tokens_are_skipped_when_it_is_wished(card: AudienceCard, qtbot: QtBot) -> None:
    put(card, kind="device")
    card.devices.skip_bad.setFocus()
    qtbot.keyClick(card.devices.skip_bad, Qt.Key.Key_Space)
    assert binding(card).value("audience.device.skip_bad") is True
    qtbot.keyClick(card.devices.skip_bad, Qt.Key.Key_Space)
    assert binding(card).value("audience.device.skip_bad") is False


def test_accounts_are_counted_and_those_of_another_form_are_named_by_row(
    card: AudienceCard, qtbot: QtBot
) -> None:
    put(card, kind="account", account__account_type="1002")
    card.accounts.text.setPlainText("+8613711112222\nbob\n\n+8613711112222\nli")
    qtbot.waitUntil(card.accounts.odd.isVisible)
    assert card.accounts.odd.text().startswith("Rows to look at: 2, 5. “bob” is not")
    field = card._fields.field("audience.account.text")
    assert "1 repeat" in field.note.text()
    assert "+8613711112222" in card._fields.field("audience.account.account_type").note.text()
    choice = card.accounts.account_type
    choice.setFocus()
    qtbot.keyClicks(choice, "0")
    qtbot.keyClick(choice, Qt.Key.Key_Return)
    qtbot.waitUntil(card.accounts.odd.isHidden)


def test_more_than_a_push_takes_become_a_list_and_the_push_goes_to_it(
    card: AudienceCard, desk: FakeDesk, qtbot: QtBot
) -> None:
    text = "\n".join(f"+86137{n:08}" for n in range(1001))
    put(card, kind="account", account__account_type="1002", account__push_type="1")
    card.accounts.text.setPlainText(text)
    qtbot.waitUntil(card.accounts.offer.isVisible)
    row = listed()
    desk.answers.update(add_pasted=row, lists=[row])
    qtbot.mouseClick(card.accounts.offer.button, LEFT)
    qtbot.waitUntil(lambda: binding(card).value("audience.kind") == "file")
    [asked] = desk.calls("add_pasted")
    assert asked[:3] == (text, "account", 1002)
    assert asked[3].startswith("Typed in ")
    assert binding(card).value("audience.file") == {
        "list_id": "made", "account_type": "1002", "push_type": "1", "platform": None
    }  # fmt: skip
    assert desk.calls("recheck_list") == []
    assert card.file.isVisible()
    assert card.kind.value() == "file"
    qtbot.waitUntil(lambda: card.file.row == row)


def test_pasted_tokens_become_a_list_of_their_system(
    card: AudienceCard, desk: FakeDesk, qtbot: QtBot
) -> None:
    put(card, kind="device", device__platform="ios")
    card.devices.text.setPlainText("\n".join(f"{n:036x}" for n in range(1001)))
    qtbot.waitUntil(card.devices.offer.isVisible)
    row = listed(kind="token", account_type=0)
    desk.answers.update(add_pasted=row, lists=[row])
    qtbot.mouseClick(card.devices.offer.button, LEFT)
    qtbot.waitUntil(lambda: binding(card).value("audience.kind") == "file")
    assert desk.calls("add_pasted")[0][1:3] == ("token", 0)
    assert binding(card).value("audience.file.platform") == "ios"


def test_a_list_that_cannot_be_made_leaves_what_is_typed_and_says_why(
    card: AudienceCard, desk: FakeDesk, qtbot: QtBot
) -> None:
    put(card, kind="account")
    card.accounts.text.setPlainText("\n".join(f"user{n}" for n in range(1001)))
    qtbot.waitUntil(card.accounts.offer.isVisible)
    desk.answers["add_pasted"] = ListRefused("diskfull")
    qtbot.mouseClick(card.accounts.offer.button, LEFT)
    qtbot.waitUntil(lambda: card.accounts.offer.tone == "danger")
    assert binding(card).value("audience.kind") == "account"
    assert card.accounts.offer.button.isEnabled()
    card.accounts.text.setPlainText("user1")
    qtbot.waitUntil(card.accounts.offer.isHidden)


def test_a_list_is_asked_for_once(card: AudienceCard, desk: FakeDesk, qtbot: QtBot) -> None:
    asked: list[tuple[Any, ...]] = []

    async def slow(*arguments: Any) -> None:
        asked.append(arguments)
        await asyncio.Event().wait()

    desk.add_pasted = slow  # type: ignore[attr-defined]
    put(card, kind="account")
    card.accounts.text.setPlainText("\n".join(f"user{n}" for n in range(1001)))
    qtbot.waitUntil(card.accounts.offer.isVisible)
    card.accounts.make_list()
    card.accounts.make_list()
    assert not card.accounts.offer.button.isEnabled()
    qtbot.waitUntil(lambda: len(asked) == 1)


def test_tags_read_back_as_they_are_written(card: AudienceCard, qtbot: QtBot) -> None:
    put(card, kind="tag")
    qtbot.waitUntil(lambda: card.reach.text() == "Add at least one tag.")
    assert card.read_back.isHidden()
    own = {"tag_type": "xg_user_define", "match": "none", "tags": ["<b>staff</b>"]}
    binding(card).set_value("audience.tag.groups", [[own]])
    qtbot.waitUntil(card.read_back.isVisible)
    assert card.sentence.text() == "People without the tag “<b>staff</b>”"
    assert card.sentence.textFormat() == Qt.TextFormat.PlainText
    put(card, kind="account")
    assert card.read_back.isHidden()


def test_every_stop_of_the_typed_pages_has_a_name(
    card: AudienceCard, qtbot: QtBot, nameless: Any
) -> None:
    until_devices(card, qtbot)
    assert nameless(card) == []
    put(card, kind="account")
    assert nameless(card) == []
