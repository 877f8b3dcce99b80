"""Every field of a push that the cards Message, When and SMS offer: place → editor → body.

One row a field. Each is found by its name, changed by keys and clicks, and looked up in the very
bytes that would be sent.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QVBoxLayout,
)
from pytestqt.qtbot import QtBot

from tests.send import builders
from tests.ui.driving import wait_until
from tests.ui.form_hands import ABSENT, FormHands, at
from tests.ui.pushes import FakeDesk
from tpns_desktop.model.body import push_body
from tpns_desktop.model.draft import empty_draft
from tpns_desktop.model.limits import SERVICE_ZONE
from tpns_desktop.model.options import OPTIONS, Option
from tpns_desktop.model.push import parse_push, push_json
from tpns_desktop.send.sms_desk import Book, SmsApp, SmsSignature, SmsTemplate
from tpns_desktop.store.settings import Settings
from tpns_desktop.ui.background import Background
from tpns_desktop.ui.forms.binding import DraftBinding
from tpns_desktop.ui.forms.fields import Fields
from tpns_desktop.ui.screens.compose.message_card import MessageCard
from tpns_desktop.ui.screens.compose.sms_card import SmsCard
from tpns_desktop.ui.screens.compose.sms_pick_dialog import PickDialog
from tpns_desktop.ui.screens.compose.timing_card import TimingCard
from tpns_desktop.ui.session import Session

TOMORROW = datetime.now(SERVICE_ZONE).date() + timedelta(days=1)
DAY = TOMORROW + timedelta(days=4)
LAST = TOMORROW + timedelta(days=30)


class Page(FormHands):
    """The three cards of an app on both systems, and hands that press what can be seen."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.binding = DraftBinding(builders.draft("all"), self)
        fields = Fields(self.binding, self)
        self.message, self.timing = MessageCard(fields), TimingCard(fields)
        self.sms = SmsCard(fields, session)
        column = QVBoxLayout(self)
        for card in (self.message, self.timing):
            card.set_app(builders.app())
            column.addWidget(card)
        column.addWidget(self.sms)
        column.addStretch(1)

    def pick(self, name: str, key: str) -> None:
        """Choose a row of the book in the dialog that the field opens."""
        wait_until(lambda: self.sms.shelf.held is not None)
        QTest.keyClick(self.find(name), Qt.Key.Key_Return)
        dialog = next(one for one in self.findChildren(PickDialog) if one.isVisible())
        QTest.keyClick(dialog.rows, Qt.Key.Key_Home)
        for _ in range(dialog.rows.count()):
            if dialog.rows.currentItem().data(Qt.ItemDataRole.UserRole).key == key:
                QTest.keyClick(dialog.rows, Qt.Key.Key_Return)
                wait_until(lambda: not self.findChildren(PickDialog))
                return
            QTest.keyClick(dialog.rows, Qt.Key.Key_Down)
        raise AssertionError(f"{key!r} is not in the book")

    def sent(self, platform: str) -> dict[str, Any]:
        """The body as it would be sent."""
        body = push_body(
            self.binding.draft, platform=platform, ios_environment="product", plan_id=None
        )
        return dict(json.loads(push_json(parse_push(body, platform=platform, now=_now()))))  # type: ignore[arg-type]


def _now() -> datetime:
    return datetime.now(UTC)


@pytest.fixture(scope="module")
def cards(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    background = Background()
    settings = Settings.load(tmp_path_factory.mktemp("settings") / "settings.ini")
    session = Session(background, settings)
    session.app = builders.app()
    session.open(FakeDesk(**BOOK))  # type: ignore[arg-type]  # stands in for the desk
    made = Page(session)
    made.resize(640, 1900)
    yield made
    shiboken6.delete(made)
    shiboken6.delete(session)
    background.close()


@pytest.fixture
def page(cards: Page, qtbot: QtBot) -> Page:
    """With a draft without fault."""
    cards.message.offer_silent(False)
    cards.binding.replace(builders.draft("all"))
    with qtbot.waitActive(cards):
        cards.show()
        cards.activateWindow()
    return cards


HERE = {"site": "china", "region": "ap-guangzhou", "read_at": datetime.now(UTC)}
BOOK = {
    "sms.templates": Book(
        (SmsTemplate(**HERE, template_id="123", content="{1}, {2}.", status=0),), "china", ""
    ),
    "sms.signatures": Book(
        (SmsSignature(**HERE, international=False, name="Acme", status=0),), "china", ""
    ),
    "sms.sms_apps": (SmsApp(site="china", region="", sms_app_id="1400006666"),),
}
"""Subjects of the desk → what it answers."""


@dataclass(frozen=True)
class Row:
    """`path` of the draft, how a person gets there, and what the bodies then hold."""

    path: str
    do: Callable[[Page], None]
    expect: dict[str, Any] = field(default_factory=dict)
    """"<platform>:<field.field>" → value, or ABSENT."""
    name: str = ""


# ------------------------------------------------------------------------ the table of options

TEXTS = {
    "message.picture": "https://img.example.com/11.png",
    "message.audio": "https://img.example.com/11.mp3",
    "message.android.icon_res": "big_icon",
    "message.android.badge_type": "7",
    "message.android.builder_id": "3",
    "message.android.icon_color": "#01e240",
    "message.android.vivo_category": "ACCOUNT",
    "message.android.vivo_marketing": "2",
    "message.ios.badge_type": "5",
    "message.ios.sound": "bell.caf",
}
"""What is typed where any word would not do."""
NUMBERS = {
    "message.android.badge_type": 7,
    "message.android.builder_id": 3,
    "message.android.icon_color": 123456,
    "message.android.vivo_marketing": 2,
    "message.ios.badge_type": 5,
}
BEFORE = {
    "message.android.ring_raw": ("message.options.channel", "message.android.n_ch_id"),
    "message.group.summary": ("message.options.grouping", "message.group.id"),
}
"""What TPNS wants besides: where it opens, its field."""


def option_row(option: Option) -> Row:
    group, path = f"message.options.{option.group}", option.path
    choice = next((one for one in option.choices if one != option.default), "")
    text = TEXTS.get(path, "word_1")

    def do(page: Page) -> None:
        if path != "message.picture":
            page.open("message.more")
            if path in BEFORE:
                page.open(BEFORE[path][0])
                page.type(BEFORE[path][1], "sale")
            page.open(group)
        if option.choices:
            page.choose(path, choice)
        else:
            page.type(path, text)

    value: Any = choice or NUMBERS.get(path, text)
    if choice and option.value == "whole":
        value = int(choice)
    elif choice and option.value == "truth":
        value = choice == "true"
    expect = {}
    for platform in ("android", "ios"):
        wire = ".".join(option.wire_on(platform))
        expect[f"{platform}:{wire}"] = value if platform in option.platforms else ABSENT
    return Row(path, do, expect)


# ------------------------------------------------------------------------------ the other fields


def steps(*each: tuple[Any, ...]) -> Callable[[Page], None]:
    """Calls of the page's methods, one after another."""

    def do(page: Page) -> None:
        for name, *arguments in each:
            getattr(page, name)(*arguments)

    return do


WEB = (
    ("segment", "message.tap.kind", "web"),
    ("type", "message.tap.url", "https://shop.example.com/11"),
)
ACTIVITY = (
    ("segment", "message.tap.kind", "activity"),
    ("type", "message.tap.activity", "com.shop.OrderActivity"),
)
ACTION = "android:message.android.action"
PERSONAL = (
    ("open", "message.more"),
    ("click", "message.personal.on"),
    ("type", "message.personal.title", "Hello"),
    ("type", "message.personal.content", "Come in"),
)
LOOP = (("segment", "schedule.kind", "loop"),)
DELIVERY = (("open", "schedule.more"),)
BOTH = ("android", "ios")
SMS = (
    ("click", "sms.on"),
    ("pick", "sms.template_id", "123"),
    ("pick", "sms.app_id", "1400006666"),
)


def on_both(path: str, value: Any) -> dict[str, Any]:
    return {f"{platform}:{path}": value for platform in BOTH}


def _silent(page: Page) -> None:
    page.message.offer_silent(True)
    page.segment("message.kind", "message")


def _replaced(page: Page) -> None:
    page.open("schedule.more")
    asked: list[bool] = []
    page.timing.delivery.replace_asked.connect(lambda: asked.append(True))
    page.click("schedule.replaces.choose")
    assert asked
    page.timing.delivery.set_replaced({"android": "12345", "ios": "67890"}, "Double 11")


def _force(page: Page) -> None:
    _replaced(page)
    page.click("schedule.force_replace")


ROWS = [
    *(option_row(option) for option in OPTIONS),
    Row(
        "message.title",
        steps(("type", "message.title", "Half price")),
        on_both("message.title", "Half price"),
    ),
    Row(
        "message.content",
        steps(("type", "message.content", "Until 8 pm")),
        on_both("message.content", "Until 8 pm"),
    ),
    Row("message.kind", _silent, on_both("message_type", "message")),
    Row("message.tap.kind", steps(*WEB), {f"{ACTION}.action_type": 2}, "web"),
    Row(
        "message.tap.url",
        steps(*WEB),
        {f"{ACTION}.browser": {"url": "https://shop.example.com/11", "confirm": 0}},
    ),
    Row(
        "message.tap.confirm",
        steps(*WEB, ("click", "message.tap.confirm")),
        {f"{ACTION}.browser.confirm": 1},
    ),
    Row(
        "message.tap.page",
        steps(
            ("segment", "message.tap.kind", "page"),
            ("type", "message.tap.page", "shop://orders/today"),
        ),
        {ACTION: {"action_type": 3, "intent": "shop://orders/today"}},
    ),
    Row(
        "message.tap.activity",
        steps(*ACTIVITY),
        {ACTION: {"action_type": 1, "activity": "com.shop.OrderActivity"}},
    ),
    Row(
        "message.tap.intent_flags",
        steps(*ACTIVITY, ("open", "message.more"), ("type", "message.tap.intent_flags", "268")),
        {f"{ACTION}.aty_attr": {"if": 268}},
    ),
    Row(
        "message.tap.pending_flags",
        steps(*ACTIVITY, ("open", "message.more"), ("type", "message.tap.pending_flags", "134")),
        {f"{ACTION}.aty_attr": {"pf": 134}},
    ),
    Row(
        "message.custom",
        steps(
            ("open", "message.more"),
            ("click", "message.custom.add"),
            ("type", "message.custom.0.key", "order"),
            ("type", "message.custom.0.value", "4711"),
            ("click", "message.custom.add"),
            ("type", "message.custom.1.key", "from"),
            ("type", "message.custom.1.value", "push"),
        ),
        {f"{one}:message.{one}.custom_content": '{"order":"4711","from":"push"}' for one in BOTH},
    ),
    Row(
        "message.accept",
        steps(
            ("open", "message.more"),
            ("click", "message.accept.add"),
            ("digits", "message.accept.0.start", "2200"),
            ("digits", "message.accept.0.end", "0730"),
        ),
        {
            "android:message.accept_time": [
                {"start": {"hour": "22", "min": "00"}, "end": {"hour": "23", "min": "59"}},
                {"start": {"hour": "00", "min": "00"}, "end": {"hour": "07", "min": "30"}},
            ],
            "ios:message.accept_time": ABSENT,
        },
    ),
    Row("message.personal.on", steps(*PERSONAL), on_both("ntf_wt_attrs", True)),
    Row("message.personal.title", steps(*PERSONAL), on_both("message.default_title", "Hello")),
    Row(
        "message.personal.content", steps(*PERSONAL), on_both("message.default_content", "Come in")
    ),
    Row(
        "message.personal.subtitle",
        steps(*PERSONAL, ("type", "message.personal.subtitle", "For you")),
        on_both("message.default_subtitle", "For you"),
    ),
    Row(
        "message.in_app_too",
        steps(("open", "message.more"), ("click", "message.in_app_too")),
        on_both("supply_inapp_msg", True),
    ),
    # Card 3
    Row(
        "schedule.kind",
        steps(("segment", "schedule.kind", "at")),
        on_both("loop_param", ABSENT),
        "a time, not a loop",
    ),
    Row(
        "schedule.at",
        steps(("segment", "schedule.kind", "at"), ("digits", "schedule.at", f"{DAY:%Y%m%d}0930")),
        on_both("send_time", f"{DAY} 09:30:00"),
    ),
    Row("schedule.loop.every", steps(*LOOP), on_both("loop_param.loopType", 1), "daily"),
    Row(
        "schedule.loop.every",
        steps(*LOOP, ("segment", "schedule.loop.every", "2")),
        on_both("loop_param.loopType", 2),
        "weekly",
    ),
    Row(
        "schedule.loop.days",
        steps(
            *LOOP,
            ("segment", "schedule.loop.every", "2"),
            ("click", f"day.{(TOMORROW.isoweekday() + 1) % 7}"),
            ("click", f"day.{TOMORROW.isoweekday() % 7}"),
        ),
        on_both("loop_param.loopDayIndexs", [(TOMORROW.isoweekday() + 1) % 7]),
        "weekly",
    ),
    Row(
        "schedule.loop.days",
        steps(
            *LOOP,
            ("segment", "schedule.loop.every", "3"),
            ("click", f"day.{TOMORROW.day}"),
            ("click", f"day.{DAY.day}"),
        ),
        on_both("loop_param.loopDayIndexs", [DAY.day]),
        "monthly",
    ),
    Row(
        "schedule.loop.times",
        steps(*LOOP, ("digits", "times.0", "0815"), ("click", "times.add")),
        on_both("loop_param.dayTimes", ["08:15:00", "09:15:00"]),
    ),
    Row(
        "schedule.loop.start",
        steps(*LOOP, ("digits", "schedule.loop.start", f"{DAY:%Y%m%d}")),
        on_both("loop_param.startDate", f"{DAY}"),
    ),
    Row(
        "schedule.loop.end",
        steps(*LOOP, ("digits", "schedule.loop.end", f"{LAST:%Y%m%d}")),
        on_both("loop_param.endDate", f"{LAST}"),
    ),
    Row(
        "schedule.expire_s",
        steps(("segment", "schedule.expire_s.kind", "3600")),
        on_both("expire_time", 3600),
    ),
    Row(
        "schedule.expire_s",
        steps(
            ("segment", "schedule.expire_s.kind", "other"),
            ("choose", "schedule.expire_s.other.unit", "3600"),
            ("type", "schedule.expire_s.other.number", "5"),
        ),
        on_both("expire_time", 18000),
        "own",
    ),
    Row(
        "schedule.speed",
        steps(
            ("segment", "schedule.speed.kind", "slow"), ("type", "schedule.speed.number", "2500")
        ),
        on_both("push_speed", 2500),
    ),
    Row(
        "schedule.channels_off",
        steps(*DELIVERY, ("click", "schedule.channels_off.hw")),
        {
            "android:channel_rules": [{"channel": "hw", "disable": True}],
            "ios:channel_rules": ABSENT,
        },
        "android",
    ),
    Row(
        "schedule.channels_off",
        steps(*DELIVERY, ("click", "schedule.channels_off.apns")),
        {
            "ios:channel_rules": [{"channel": "apns", "disable": True}],
            "android:channel_rules": ABSENT,
        },
        "ios",
    ),
    Row(
        "schedule.online_type",
        steps(*DELIVERY, ("segment", "schedule.online_type", "1")),
        on_both("tpns_online_push_type", 1),
    ),
    Row("schedule.replaces", _replaced, {"android:collapse_id": 12345, "ios:collapse_id": 67890}),
    Row(
        "schedule.force_replace",
        _force,
        {"android:force_collapse": True, "ios:force_collapse": ABSENT},
    ),
    Row(
        "schedule.all_packages",
        steps(*DELIVERY, ("click", "schedule.all_packages")),
        {"android:multi_pkg": True, "ios:multi_pkg": ABSENT},
    ),
    # Card 4
    Row("sms.on", steps(*SMS), on_both("resend_by_sms", True)),
    Row(
        "sms.trigger",
        steps(*SMS, ("choose", "sms.trigger", "2")),
        on_both("sms_info.trigger_condition", 2),
    ),
    Row(
        "sms.delay_s",
        steps(
            *SMS,
            ("choose", "sms.delay_s.unit", "3600"),
            ("type", "sms.delay_s.number", "7"),
        ),
        on_both("sms_info.delay_trigger_time", 25200),
    ),
    Row("sms.template_id", steps(*SMS), on_both("sms_info.sms_template_id", "123")),
    Row("sms.app_id", steps(*SMS), on_both("sms_info.sms_app_id", "1400006666")),
    Row(
        "sms.sign_name",
        steps(*SMS, ("pick", "sms.sign_name", "Acme")),
        on_both("sms_info.sms_sign_name", "Acme"),
    ),
    Row(
        "sms.params",
        steps(*SMS, ("type", "sms.params.1", "Ann"), ("type", "sms.params.2", "20:00")),
        on_both("sms_info.sms_template_params", ["Ann", "20:00"]),
    ),
]
IDS = ["-".join(filter(None, (row.path, row.name))) for row in ROWS]


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_what_a_person_enters_is_what_is_sent(row: Row, page: Page) -> None:
    wires = {place: place.partition(":") for place in row.expect}
    before = {platform: page.sent(platform) for platform in BOTH}
    row.do(page)
    after = {platform: page.sent(platform) for platform in BOTH}
    for place, (platform, _, wire) in wires.items():
        assert at(after[platform], tuple(wire.split("."))) == row.expect[place], place
    assert after != before


def test_no_field_of_the_three_cards_is_missing() -> None:
    def paths(values: dict[str, Any], prefix: str) -> Iterator[str]:
        for name, value in values.items():
            if isinstance(value, dict) and f"{prefix}{name}" != "schedule.replaces":
                yield from paths(value, f"{prefix}{name}.")
            else:
                yield f"{prefix}{name}"

    draft = empty_draft()
    wanted = {*paths(draft["message"], "message."), *paths(draft["schedule"], "schedule.")}
    # What the template said when it was chosen is nobody's to enter.
    wanted |= set(paths(draft["sms"], "sms.")) - {"sms.template_text"}
    assert wanted == {row.path for row in ROWS}
