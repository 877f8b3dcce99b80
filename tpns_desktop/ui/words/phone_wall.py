"""The phones of practice in words and as pictures: what became of a push on each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QDate

from tpns_desktop.model.chat_cuts import LIMITS, OPPO_LONG
from tpns_desktop.model.chat_cuts import shown as cut_by_maker
from tpns_desktop.model.vendors import VENDORS, fit
from tpns_desktop.ui.widgets.phone_wall import WallCard, WallPicture
from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP
from tpns_desktop.ui.words.numbers import locale
from tpns_desktop.ui.words.phones import CHANNEL_OF, phone_name
from tpns_desktop.ui.words.read_back import tell

if TYPE_CHECKING:
    from tpns_desktop.model.phone_wall import PhoneSeen, PhonesSeen
    from tpns_desktop.send.results import Batch

translate = QCoreApplication.translate

STYLES = {
    "iphone": "ios_lock",
    "huawei": "huawei",
    "xiaomi": "xiaomi",
    "oppo": "oppo",
    "vivo": "vivo",
    "offline": "android",
}
"""Phone → the style whose wallpaper and limits it has."""

_STANDS = frozenset({"shown", "tapped", "message"})
"""States in which something is on the phone."""

_STATES = {
    "idle": QT_TRANSLATE_NOOP("PhoneWall", "Nothing sent yet"),
    "off": QT_TRANSLATE_NOOP("PhoneWall", "Notifications off"),
    "waiting": QT_TRANSLATE_NOOP("PhoneWall", "Nothing yet"),
    "shown": QT_TRANSLATE_NOOP("PhoneWall", "Shown {0}"),
    "message": QT_TRANSLATE_NOOP("PhoneWall", "In the chat {0}"),
    "app": QT_TRANSLATE_NOOP("PhoneWall", "In the app {0}"),
    "tapped": QT_TRANSLATE_NOOP("PhoneWall", "Tapped {0}"),
    "dismissed": QT_TRANSLATE_NOOP("PhoneWall", "Swiped away {0}"),
    "withdrawn": QT_TRANSLATE_NOOP("PhoneWall", "Withdrawn {0}"),
    "replaced": QT_TRANSLATE_NOOP("PhoneWall", "Replaced {0}"),
    "stopped": QT_TRANSLATE_NOOP("PhoneWall", "Stopped before it came"),
    "cancelled": QT_TRANSLATE_NOOP("PhoneWall", "Cancelled"),
    "out": QT_TRANSLATE_NOOP("PhoneWall", "Not among the receivers"),
    "lost": QT_TRANSLATE_NOOP("PhoneWall", "Comes no more"),
}
"""State → the line below the phone; {0} is when."""

_WHYS = {
    ("out", "audience"): QT_TRANSLATE_NOOP("PhoneWall", "not in this audience"),
    ("out", "account"): QT_TRANSLATE_NOOP("PhoneWall", "its owner does not use the chat"),
    ("out", "unknown"): QT_TRANSLATE_NOOP("PhoneWall", "practice forgot who was meant"),
    ("lost", "channel"): QT_TRANSLATE_NOOP("PhoneWall", "its channel is switched off"),
    ("lost", "away"): QT_TRANSLATE_NOOP("PhoneWall", "not back in time"),
    ("lost", "luck"): QT_TRANSLATE_NOOP("PhoneWall", "lost on the way"),
    ("app", ""): QT_TRANSLATE_NOOP("PhoneWall", "shows nothing by itself"),
}
"""State and reason → the line below that."""

_TEXT_ENDS = {
    "shut_down": QT_TRANSLATE_NOOP("PhoneWall", "SMS did not arrive: phone off"),
    "invalid_number": QT_TRANSLATE_NOOP("PhoneWall", "SMS did not arrive: no such number"),
    "blacklisted": QT_TRANSLATE_NOOP("PhoneWall", "SMS did not arrive: number blocked"),
}


@dataclass(frozen=True)
class Notice:
    """What a phone shows of a push: words, cut as its way to it cuts them."""

    title: str
    text: str
    notes: tuple[str, ...] = ()
    cut: bool = False
    message: str = ""
    """In the chat, where it is one."""


def pictures(
    seen: PhonesSeen, batch: Batch, app_name: str, colour: str
) -> list[tuple[str, WallPicture]]:
    """Every phone as (key, picture)."""
    return [(one.name, _picture(one, seen, batch, app_name, colour)) for one in seen.phones]


def changes(
    before: Sequence[tuple[str, WallPicture]], after: Sequence[tuple[str, WallPicture]]
) -> str:
    """What is new on the phones, to be said aloud; empty for nothing."""
    old = {key: _line(picture) for key, picture in before}
    return " ".join(
        _line(picture) for key, picture in after if key in old and old[key] != _line(picture)
    )


def clock_words(moment: datetime, day: datetime) -> str:
    """An aware instant on this computer's clock, with its weekday where that is not `day`'s."""
    local, of_day = moment.astimezone(), day.astimezone().date()
    if local.date() == of_day:
        return local.strftime("%H:%M:%S")
    weekday = locale().toString(QDate(local.year, local.month, local.day), "ddd")
    return f"{weekday} {local.strftime('%H:%M')}"


def _picture(
    one: PhoneSeen, seen: PhonesSeen, batch: Batch, app_name: str, colour: str
) -> WallPicture:
    notice = _notice(one, batch, app_name)
    caption, notes = _caption(one, batch), list(_notes(one, batch))
    if one.state in _STANDS:
        notes += notice.notes
    notes += _text_notes(one, batch)
    note = "\n".join(f"{line[:1].upper()}{line[1:]}" for line in notes)
    tappable = one.state == "shown"
    name = _name(one)
    cards = tuple(_cards(one, notice, app_name))
    return WallPicture(
        name,
        STYLES[one.name],
        seen.now.astimezone().strftime("%H:%M"),
        caption,
        note,
        cards,
        colour,
        away=_off(one),
        tappable=tappable,
        said=_said(name, one, caption, notes, cards, tappable=tappable),
    )


def _name(one: PhoneSeen) -> str:
    if one.name != "offline":
        return phone_name(STYLES[one.name]) if one.name != "iphone" else "iPhone"
    if _off(one):
        return translate("PhoneWall", "Offline")
    return one.model if one.channel == "chat" else translate("PhoneWall", "Back online")


def _off(one: PhoneSeen) -> bool:
    """Whether the phone is drawn as switched off; who is only not in the chat has it on."""
    if one.name != "offline":
        return one.away and one.channel != "chat"
    return one.away or one.state in ("idle", "out") or not one.channel


def _caption(one: PhoneSeen, batch: Batch) -> str:
    if one.state == "waiting" and one.away:
        if one.channel == "chat" and one.name != "offline":
            return translate("PhoneWall", "Not in the chat")
        return translate("PhoneWall", "Switched off")
    at = {"tapped": one.tapped_at, "shown": one.shown_at}.get(one.state)
    at = at or one.gone_at or one.shown_at
    said = translate("PhoneWall", _STATES[one.state])
    return said.format(clock_words(at, batch.when)) if at is not None else said


def _notes(one: PhoneSeen, batch: Batch) -> list[str]:
    if (one.state, one.why) == ("out", "system"):
        system = "iOS" if one.name == "iphone" else "Android"
        return [translate("PhoneWall", "not sent to {0}").format(system)]
    why = _WHYS.get((one.state, one.why))
    if why is None and one.state == "waiting" and one.away and _kept(batch):
        return [translate("PhoneWall", "kept for when it is back")]
    return [translate("PhoneWall", why)] if why else []


def _kept(batch: Batch) -> bool:
    """Whether the service waits for phones that are off."""
    row = batch.rows[0]
    return not row.is_chat and tell(row.platform, row.body).body.get("expire_time") != 0


def _text_notes(one: PhoneSeen, batch: Batch) -> list[str]:
    if one.text_at is not None:
        return [translate("PhoneWall", "SMS at {0}").format(clock_words(one.text_at, batch.when))]
    if one.text_why:
        return [translate("PhoneWall", _TEXT_ENDS.get(one.text_why, _NO_TEXT))]
    return []


_NO_TEXT = QT_TRANSLATE_NOOP("PhoneWall", "SMS did not arrive")


def _cards(one: PhoneSeen, notice: Notice, app_name: str) -> list[WallCard]:
    cards = []
    tapped = one.state == "tapped"
    if one.state == "message":
        cards.append(WallCard(app_name, "", notice.message or notice.text, kind="bubble"))
    elif one.state in _STANDS and (notice.title or notice.text):
        mark = translate("PhoneWall", "✂ cut") if notice.cut else ""
        if tapped:
            mark = translate("PhoneWall", "✓ tapped")
        cards.append(WallCard(app_name, notice.title, notice.text, mark, ghost=tapped))
    if one.text:
        head = translate("PhoneWall", "Text message")
        cards.append(WallCard(head, head, one.text, kind="sms"))
    return cards


def _said(
    name: str,
    one: PhoneSeen,
    caption: str,
    notes: Sequence[str],
    cards: Sequence[WallCard],
    *,
    tappable: bool,
) -> str:
    """The phone for who does not see it: "Xiaomi: shown 10:00:04, text cut at 128"."""
    comma = translate("Words", ", ")
    said = [translate("PhoneWall", "{0}: {1}").format(name, comma.join([caption, *notes]))]
    if one.model and one.model != name:
        said.append(translate("PhoneWall", "Model: {0}").format(one.model))
    for card in cards:
        if card.kind == "sms":
            said.append(translate("PhoneView", "Text message: {0}").format(card.text))
            continue
        if card.title:
            said.append(translate("PhoneView", "Title: {0}").format(card.title))
        said.append(translate("PhoneView", "Text: {0}").format(card.text))
    if tappable:
        said.append(translate("PhoneWall", "Click it, or press Enter, to tap the notification."))
    return "\n".join(said)


def _line(picture: WallPicture) -> str:
    return picture.said.partition("\n")[0]


# What it says -----------------------------------------------------------------------------


def _notice(one: PhoneSeen, batch: Batch, app_name: str) -> Notice:
    if batch.rows[0].is_chat:
        return _chat_notice(one, batch, app_name)
    platform = "ios" if one.name == "iphone" else "android"
    row = next((row for row in batch.rows if row.platform == platform), None)
    if row is None:
        return Notice("", "")
    message: Any = tell(row.platform, row.body).draft.get("message") or {}
    title, text = str(message.get("title") or ""), str(message.get("content") or "")
    vendor = VENDORS.get(one.channel)
    if vendor is None:
        return Notice(title, text)
    found = fit(vendor.id, title, text)
    if vendor.beyond != "cut" or found.fits:
        return Notice(title, text, _detour(one, title, text))
    notes = []
    if found.over_title:
        notes.append(translate("PhoneWall", "title cut at {0}").format(len(found.title)))
        title = f"{found.title}…"
    if found.over_content:
        notes.append(translate("PhoneWall", "text cut at {0}").format(len(found.content)))
        text = f"{found.content}…"
    return Notice(title, text, (*notes, *_detour(one, title, text)), cut=True)


def _detour(one: PhoneSeen, title: str, text: str) -> tuple[str, ...]:
    """That a maker's channel did not take it, so that it came by another."""
    style = STYLES[one.name]
    own = CHANNEL_OF[style]
    if one.channel != "xg" or own == "xg" or fit(own, title, text).fits:
        return ()
    return (translate("PhoneWall", "by TPNS itself: too long for {0}").format(phone_name(style)),)


def _chat_notice(one: PhoneSeen, batch: Batch, app_name: str) -> Notice:
    # Loaded long ago, with the desk that gave the batch.
    from tpns_desktop.send.chat_facts import chat_facts_of, message_words, shown_text

    row = batch.rows[0]
    dialect: Any = row.environment
    facts = chat_facts_of(row.body, dialect)
    title, text = facts.title or app_name, shown_text(facts)
    message = message_words(facts) or text
    style = STYLES[one.name]
    if style not in LIMITS:
        return Notice(title, text, message=message)
    info = facts.notification.get("AndroidInfo")
    long = isinstance(info, dict) and info.get("PushStyle") == 1
    cut_title, cut_text = cut_by_maker(style, title, text, long=long)
    titles, texts = LIMITS[style]
    texts = OPPO_LONG if style == "oppo" and long else texts
    notes = []
    if one.state != "message":
        if cut_title != title:
            notes.append(translate("PhoneWall", "title cut at {0}").format(titles))
        if cut_text != text:
            notes.append(translate("PhoneWall", "text cut at {0}").format(texts))
    return Notice(cut_title, cut_text, tuple(notes), cut=bool(notes), message=message)
