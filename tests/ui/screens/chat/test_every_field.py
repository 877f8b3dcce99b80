"""Every field of a push to users of a Chat app: place → editor → body, in its dialect.

One row a field. Each is found by its name, changed by keys and clicks, and looked up in the very
bytes that would be sent.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout
from pytestqt.qtbot import QtBot

from tests.send.chat_catalogue import NAMES, chat_app, chat_draft, element
from tests.ui.form_hands import ABSENT, FormHands, at
from tpns_desktop.model.chat_dialects import DIALECTS, DialectId
from tpns_desktop.model.chat_draft import ELEMENTS, empty_chat_draft
from tpns_desktop.model.chat_options import OPTIONS
from tpns_desktop.model.limits import SERVICE_ZONE
from tpns_desktop.model.options import Option
from tpns_desktop.send.chat_requests import request_of
from tpns_desktop.ui.forms.binding import DraftBinding
from tpns_desktop.ui.forms.fields import Fields
from tpns_desktop.ui.screens.chat.notification_card import NotificationCard
from tpns_desktop.ui.screens.chat.what_card import WhatCard
from tpns_desktop.ui.screens.chat.when_card import WhenCard
from tpns_desktop.ui.screens.chat.who_card import WhoCard

A: DialectId = "all_member_push"
B: DialectId = "timpush_chat"
DAY = datetime.now(SERVICE_ZONE).date() + timedelta(days=5)

FULL: dict[str, dict[str, str]] = {
    "text": {"text": "Hello"},
    "image": {
        "url": "https://c.example.com/a.png",
        "uuid": "a1",
        "width": "8",
        "height": "6",
        "size": "1",
        "format": "PNG",
    },
    "file": {"url": "https://c.example.com/a.pdf", "uuid": "a2", "name": "n.pdf", "size": "2"},
    "sound": {"url": "https://c.example.com/a.mp3", "uuid": "a3", "seconds": "5", "size": "3"},
    "video": {
        "url": "https://c.example.com/a.mp4",
        "uuid": "a4",
        "format": "mp4",
        "seconds": "6",
        "size": "4",
        "thumb_url": "https://c.example.com/t.jpg",
        "thumb_uuid": "a5",
        "thumb_format": "JPG",
        "thumb_width": "9",
        "thumb_height": "7",
        "thumb_size": "5",
    },
    "location": {"description": "Hall", "latitude": "22.5", "longitude": "114.1"},
    "face": {"index": "3", "data": "smile"},
    "custom": {"data": "d", "description": "e", "extension": "f", "sound": "g"},
}
"""An element of each kind without fault."""

WIRE: dict[str, dict[str, str]] = {
    "text": {"text": "Text"},
    "image": {
        "url": "ImageInfoArray.0.URL",
        "uuid": "UUID",
        "format": "ImageFormat",
        "width": "ImageInfoArray.0.Width",
        "height": "ImageInfoArray.0.Height",
        "size": "ImageInfoArray.0.Size",
    },
    "file": {"url": "Url", "uuid": "UUID", "name": "FileName", "size": "FileSize"},
    "sound": {"url": "Url", "uuid": "UUID", "seconds": "Second", "size": "Size"},
    "video": {
        "url": "VideoUrl",
        "uuid": "VideoUUID",
        "format": "VideoFormat",
        "seconds": "VideoSecond",
        "size": "VideoSize",
        "thumb_url": "ThumbUrl",
        "thumb_uuid": "ThumbUUID",
        "thumb_format": "ThumbFormat",
        "thumb_width": "ThumbWidth",
        "thumb_height": "ThumbHeight",
        "thumb_size": "ThumbSize",
    },
    "location": {"description": "Desc", "latitude": "Latitude", "longitude": "Longitude"},
    "face": {"index": "Index", "data": "Data"},
    "custom": {"data": "Data", "description": "Desc", "extension": "Ext", "sound": "Sound"},
}
"""Kind → field of the form → place in the element as it is sent."""

TYPED: dict[tuple[str, str], tuple[str, Any]] = {
    ("image", "format"): ("GIF", 2),
    ("location", "latitude"): ("-33.25", -33.25),
    ("location", "longitude"): ("7.5", 7.5),
    **{
        (kind, name): ("1234", 1234)
        for kind, fields in ELEMENTS.items()
        for name in fields
        if name.endswith(("width", "height", "size", "seconds", "index"))
    },
    **{
        (kind, name): ("https://x.example.com/1", "https://x.example.com/1")
        for kind, fields in ELEMENTS.items()
        for name in fields
        if name.endswith("url")
    },
}
"""What is typed where any word would not do, and what it becomes."""


class Page(FormHands):
    """The four cards, in the dialect that a row asks for."""

    def __init__(self) -> None:
        super().__init__()
        self.dialect: DialectId = A
        self.binding = DraftBinding(chat_draft(), self, empty=empty_chat_draft)
        fields = Fields(self.binding, self)
        self.who, self.what = WhoCard(fields), WhatCard(fields)
        self.notification, self.when = NotificationCard(fields), WhenCard(fields)
        column = QVBoxLayout(self)
        for card in (self.who, self.what, self.notification, self.when):
            column.addWidget(card)
        column.addStretch(1)

    def speak(self, dialect: DialectId) -> None:
        self.dialect = dialect
        spoken = DIALECTS[dialect]
        self.who.set_app(chat_app(dialect=dialect), spoken)
        self.who.set_names(NAMES, datetime.now(SERVICE_ZONE))
        for card in (self.what, self.notification, self.when):
            card.set_dialect(spoken)

    def chips(self, name: str, *words: str) -> None:
        for word in words:
            entry = self.find(f"{name}.entry")
            assert entry.accessibleName()
            entry.setFocus()
            QTest.keyClicks(entry, word)
            QTest.keyClick(entry, Qt.Key.Key_Return)

    def lines(self, name: str, *texts: str) -> None:
        self.type(name, texts[0])
        for text in texts[1:]:
            QTest.keyClick(self.find(name), Qt.Key.Key_Return)
            QTest.keyClicks(self.find(name), text)

    def attribute(self, which: str, place: int, name: str, value: str) -> None:
        path = f"audience.attributes.{which}"
        box = self.find(f"{path}.{place}.name")
        line = box.lineEdit()
        line.setFocus()
        QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(line, name)
        self.type(f"{path}.{place}.value", value)

    def with_element(self, kind: str) -> None:
        draft = self.binding.draft
        draft["message"]["elements"].append(element(kind, **FULL[kind]))
        self.binding.replace(draft)

    def sent(self) -> dict[str, Any]:
        """The body as it would be sent."""
        made = request_of(self.binding.draft, chat_app(dialect=self.dialect), NAMES)
        assert made.body is not None, made.problems
        body: dict[str, Any] = json.loads(made.body)
        return body


@dataclass(frozen=True)
class Row:
    """`path` of the draft, how a person gets there, and what the body then holds."""

    path: str
    do: Callable[[Page], None]
    wire: str
    value: Any
    dialect: DialectId = A


def steps(*each: tuple[Any, ...]) -> Callable[[Page], None]:
    """Calls of the page's methods, one after another."""

    def do(page: Page) -> None:
        for name, *arguments in each:
            getattr(page, name)(*arguments)

    return do


def element_rows() -> Iterator[Row]:
    for kind, fields in ELEMENTS.items():
        for name in fields:
            typed, value = TYPED.get((kind, name), ("word 1", "word 1"))
            path = f"message.elements.1.{name}"
            hand = "choose" if (kind, name) == ("image", "format") else "type"
            yield Row(
                f"message.elements.*.{kind}.{name}",
                steps(("with_element", kind), (hand, path, typed)),
                f"MsgBody.1.MsgContent.{WIRE[kind][name]}",
                value,
            )


OPTION_TEXTS: dict[str, tuple[str, Any]] = {
    "notification.android.huawei_image": ("https://i.example.com/1.png",) * 2,
    "notification.android.honor_image": ("https://i.example.com/1.png",) * 2,
    "notification.android.google_image": ("https://i.example.com/1.png",) * 2,
    "notification.ios.image": ("https://i.example.com/1.png",) * 2,
    "notification.harmony.image": ("https://i.example.com/1.png",) * 2,
    "notification.harmony.sound_duration": ("30", 30),
    "notification.ios.live.dismissal": ("1800000000", 1_800_000_000),
}
LIVE = "notification.ios.live"
BEFORE = {
    "notification.android.oppo_notify_level": ("notification.android.oppo_category",),
    "notification.harmony.sound_duration": ("notification.harmony.sound",),
    "notification.template.parameters": ("notification.template.id",),
    f"{LIVE}.id": (f"{LIVE}.event",),
    f"{LIVE}.event": (f"{LIVE}.id",),
    f"{LIVE}.state": (f"{LIVE}.id", f"{LIVE}.event"),
    f"{LIVE}.dismissal": (f"{LIVE}.id", f"{LIVE}.event"),
}
"""What the service wants besides."""


def option_row(option: Option) -> Row:
    path, group = option.path, f"notification.options.{option.group}"
    choice = option.choices[-1] if option.choices else ""
    text, value = OPTION_TEXTS.get(path, ("word_1", "word_1"))
    if option.kind == "json":
        value = {"stop": "three"}
    if choice:
        value = int(choice) if option.value == "whole" else choice

    def do(page: Page) -> None:
        page.open("notification.more")
        page.open(group)
        for other in BEFORE.get(path, ()):
            if other == f"{LIVE}.event":
                page.choose(other, "end")
            else:
                page.type(other, "IM")
        if option.kind == "json":
            page.click(f"{path}.rows.add")
            page.type(f"{path}.rows.0.key", "stop")
            page.type(f"{path}.rows.0.value", "three")
        elif choice:
            page.choose(path, choice)
        else:
            page.type(path, text)

    return Row(path, do, ".".join(option.wire), value)


MORE = ("open", "notification.more")
NOTE = "OfflinePushInfo"
ROWS = [
    Row(
        "audience.kind",
        steps(("segment", "audience.kind", "all")),
        "Condition",
        ABSENT,
    ),
    Row(
        "audience.tags.any",
        steps(("segment", "audience.kind", "tags"), ("chips", "audience.tags.any", "a", "b")),
        "Condition.TagsOr",
        ["a", "b"],
    ),
    Row(
        "audience.tags.all",
        steps(("segment", "audience.kind", "tags"), ("chips", "audience.tags.all", "c")),
        "Condition.TagsAnd",
        ["c"],
    ),
    Row(
        "audience.attributes.all",
        steps(
            ("segment", "audience.kind", "attributes"),
            ("click", "audience.attributes.all.add"),
            ("attribute", "all", 0, "Membership", "gold"),
            ("click", "audience.attributes.all.add"),
            ("attribute", "all", 1, "City", "Xiamen"),
        ),
        "Condition.AttrsAnd",
        {"Membership": "gold", "City": "Xiamen"},
    ),
    Row(
        "audience.attributes.any",
        steps(
            ("segment", "audience.kind", "attributes"),
            ("click", "chat.second_list"),
            ("attribute", "any", 0, "City", "Xiamen"),
        ),
        "Condition.AttrsOr",
        {"City": "Xiamen"},
    ),
    Row(
        "audience.users.text",
        steps(
            ("segment", "audience.kind", "users"), ("lines", "audience.users.text", "ann", "bob")
        ),
        "To_Account",
        ["ann", "bob"],
        B,
    ),
    Row("message.sender", steps(("type", "message.sender", "shop")), "From_Account", "shop"),
    Row(
        "message.life_s",
        steps(("segment", "message.life_s.kind", "604800")),
        "MsgLifeTime",
        604_800,
    ),
    Row(
        "message.online_only",
        steps(("click", "message.online_only")),
        "OnlineOnlyFlag",
        1,
        B,
    ),
    Row(
        "message.online_only.phones",
        steps(("click", "message.online_only")),
        f"{NOTE}.PushFlag",
        1,
        "timpush_push",
    ),
    *element_rows(),
    Row("notification.on", steps(("click", "notification.on")), f"{NOTE}.PushFlag", 1),
    Row("notification.title", steps(("type", "notification.title", "T")), f"{NOTE}.Title", "T"),
    Row("notification.text", steps(("type", "notification.text", "X")), f"{NOTE}.Desc", "X"),
    Row(
        "notification.extension",
        steps(
            MORE,
            ("click", "notification.extension.rows.add"),
            ("type", "notification.extension.rows.0.key", "page"),
            ("type", "notification.extension.rows.0.value", "sale"),
        ),
        f"{NOTE}.Ext",
        '{"page":"sale"}',
    ),
    Row(
        "notification.languages",
        steps(
            MORE,
            ("click", "notification.languages.add"),
            ("type", "notification.languages.0.language", "ja"),
            ("type", "notification.languages.0.title", "T"),
            ("type", "notification.languages.0.text", "X"),
        ),
        f"{NOTE}.MultiLanguageContent",
        [{"Language": "ja", "Title": "T", "Desc": "X"}],
    ),
    Row(
        "notification.badge.kind",
        steps(
            MORE,
            ("segment", "notification.badge.kind", "set"),
            ("type", "notification.badge.value", "0"),
        ),
        f"{NOTE}.BadgeSetNum",
        0,
    ),
    Row(
        "notification.badge.value",
        steps(
            MORE,
            ("segment", "notification.badge.kind", "add"),
            ("type", "notification.badge.value", "2"),
        ),
        f"{NOTE}.BadgeAddNum",
        2,
    ),
    Row(
        "notification.data_id",
        steps(MORE, ("type", "notification.data_id", "spring")),
        "DataId",
        "spring",
        B,
    ),
    *(option_row(option) for option in OPTIONS),
    Row(
        "schedule.at",
        steps(
            ("segment", "schedule.kind", "at"),
            ("digits", "schedule.at", f"{DAY:%Y%m%d}0930"),
        ),
        "SchedAt",
        f"{DAY} 09:30:00",
        B,
    ),
]
NOT_SENT = {"schedule.kind", "name"}
"""The first says whether `schedule.at` counts; the second stays here."""
TWICE = {"message.online_only.phones"}
"""The same place of the draft, which becomes another field where there is no message."""


@pytest.fixture(scope="module")
def cards(qapp: QApplication) -> Iterator[Page]:
    made = Page()
    made.resize(700, 2600)
    yield made
    shiboken6.delete(made)


@pytest.fixture
def page(cards: Page, qtbot: QtBot) -> Page:
    with qtbot.waitActive(cards):
        cards.show()
        cards.activateWindow()
    return cards


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.path)
def test_what_a_person_enters_is_what_is_sent(row: Row, page: Page) -> None:
    page.binding.replace(chat_draft("tags" if row.path == "audience.kind" else "all"))
    page.speak(row.dialect)
    before = page.sent()
    row.do(page)
    after = page.sent()
    assert at(after, tuple(row.wire.split("."))) == row.value
    assert after != before


def test_no_field_of_the_draft_is_missing() -> None:
    def paths(values: dict[str, Any], prefix: str) -> Iterator[str]:
        for name, value in values.items():
            if isinstance(value, dict):
                yield from paths(value, f"{prefix}{name}.")
            else:
                yield f"{prefix}{name}"

    wanted = set(paths(empty_chat_draft(), "")) - {"message.elements"}
    wanted |= {
        f"message.elements.*.{kind}.{name}" for kind, fields in ELEMENTS.items() for name in fields
    }
    assert wanted - NOT_SENT == {row.path for row in ROWS} - TWICE
