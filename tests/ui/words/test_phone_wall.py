"""What is said of a drawn phone: when, what is cut on the way to it, why it shows nothing."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tpns_desktop.model.phone_wall import PHONES, STATES, PhoneSeen, PhonesSeen
from tpns_desktop.ui.words.phone_wall import changes, clock_words, pictures

START = datetime(2026, 1, 15, 2, 0, tzinfo=UTC)
AT = START + timedelta(seconds=4)
LONG = "Everything is cheaper until midnight. " * 6
TITLE = "The big sale of the year begins now"


@pytest.fixture(autouse=True)
def _application(qtbot: QtBot) -> None:
    del qtbot


def tpns(title: str = TITLE, text: str = LONG) -> Any:
    message = {"title": title, "content": text}
    body = json.dumps({"audience_type": "all", "message_type": "notify", "message": message})
    rows = [
        SimpleNamespace(is_chat=False, platform=platform, body=body.encode())
        for platform in ("android", "ios")
    ]
    return SimpleNamespace(rows=tuple(rows), when=START)


def chat(**android: Any) -> Any:
    told = {"Title": "Sale", "Desc": LONG, "AndroidInfo": android}
    element = {"MsgType": "TIMTextElem", "MsgContent": {"Text": "The sale opens tonight"}}
    body = {"From_Account": "a", "MsgRandom": 1, "MsgBody": [element], "OfflinePushInfo": told}
    row = SimpleNamespace(
        is_chat=True,
        platform="chat",
        environment="timpush_chat",
        body=json.dumps(body).encode(),
    )
    return SimpleNamespace(rows=(row,), when=START)


def said(batch: Any, **seen: Any) -> Any:
    one = PhoneSeen(**{"model": "X", "account": "a", "state": "shown", "shown_at": AT} | seen)
    ((_key, picture),) = pictures(PhonesSeen((one,), AT, 60.0), batch, "Demo Mall", "")
    return picture


@pytest.mark.parametrize(
    ("name", "channel", "notes"),
    [
        ("xiaomi", "xm", ""),
        ("xiaomi", "xg", "Title cut at 20\nBy TPNS itself: too long for Xiaomi"),
        ("offline", "xg", "Title cut at 20"),
        ("oppo", "oppo", ""),
    ],
)
def test_a_makers_channel_cuts_nothing_and_tpnss_own_cuts_the_title(
    name: str, channel: str, notes: str
) -> None:
    picture = said(tpns(), name=name, channel=channel)
    assert picture.note == notes
    assert picture.cards[0].title == (f"{TITLE[:20]}…" if "cut" in notes else TITLE)


def test_an_iphone_cuts_a_long_text(qtbot: QtBot) -> None:
    picture = said(tpns(), name="iphone", channel="apns")
    assert "Text cut at " in picture.note
    assert LONG.startswith(picture.cards[0].text.rstrip("…"))
    assert len(picture.cards[0].text) < len(LONG)


@pytest.mark.parametrize(
    ("name", "android", "limit"),
    [("xiaomi", {}, 128), ("vivo", {}, 100), ("oppo", {}, 50), ("oppo", {"PushStyle": 1}, 128)],
)
def test_a_chat_notification_is_cut_as_its_maker_cuts(
    name: str, android: dict[str, Any], limit: int
) -> None:
    picture = said(chat(**android), name=name, channel="chat")
    assert picture.note == f"Text cut at {limit}"
    assert len(picture.cards[0].text) == limit
    assert picture.said.splitlines()[0].endswith(f", text cut at {limit}")
    in_chat = said(chat(), name=name, channel="chat", state="message")
    assert in_chat.cards[0].text == "The sale opens tonight"
    assert in_chat.note == ""


def test_every_phone_in_every_state_has_words_and_only_what_stands_there_can_be_tapped() -> None:
    for batch in (tpns(), chat()):
        for name in PHONES:
            for state in STATES:
                for why in ("", "system", "audience", "away", "luck", "channel", "unknown"):
                    picture = said(batch, name=name, state=state, why=why, gone_at=AT, tapped_at=AT)
                    assert picture.name
                    assert picture.caption
                    assert "{" not in picture.said
                    assert picture.tappable == (state == "shown")
                    assert picture.said.startswith(f"{picture.name}: {picture.caption}")


def test_a_text_says_when_it_came_or_why_not() -> None:
    came = said(tpns(), name="oppo", state="off", text="50% off", text_at=AT)
    assert came.note == f"SMS at {clock_words(AT, START)}"
    assert came.cards[0].text == "50% off"
    failed = said(tpns(), name="oppo", state="off", text_why="invalid_number")
    assert failed.note == "SMS did not arrive: no such number"
    assert said(tpns(), name="oppo", state="off", text_why="internal").note == "SMS did not arrive"


def test_another_day_is_named() -> None:
    assert len(clock_words(AT, START)) == len("10:00:04")
    assert clock_words(AT + timedelta(days=2), START)[:3].isalpha()


def test_only_what_is_new_is_said_aloud() -> None:
    def all_of(state: str) -> Any:
        phones = [
            PhoneSeen(name, "X", "a", state if name == "vivo" else "waiting", shown_at=AT)
            for name in PHONES
        ]
        return pictures(PhonesSeen(phones, AT, 60.0), tpns(), "Demo Mall", "")

    before, after = all_of("waiting"), all_of("shown")
    assert changes([], after) == ""
    assert changes(before, before) == ""
    assert changes(before, after).startswith("vivo: Shown ")
    assert "Xiaomi" not in changes(before, after)
