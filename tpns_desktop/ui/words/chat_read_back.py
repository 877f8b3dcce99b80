"""A push to users of a Chat app read back: lines of who, what and when, from its frozen bytes.

Takes facts and gives words; used before it leaves and where the history shows it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from tpns_desktop.model.chat_dialects import DIALECTS
from tpns_desktop.model.chat_options import OPTIONS
from tpns_desktop.model.options import draft_text
from tpns_desktop.ui.words.audience import listed
from tpns_desktop.ui.words.chat_apps import generation_name
from tpns_desktop.ui.words.chat_audience import audience_sentence
from tpns_desktop.ui.words.chat_elements import bubble_of, kind_name
from tpns_desktop.ui.words.chat_titles import OPTION_TITLES, group_title, said, title_of
from tpns_desktop.ui.words.numbers import duration, grouped
from tpns_desktop.ui.words.review import (
    MASKED_SHOWN,
    hold_sentence,
    masked,
    own_clock_sentence,
    time_sentence,
)

if TYPE_CHECKING:
    from tpns_desktop.send.chat_facts import ChatFacts
    from tpns_desktop.send.review import Review
    from tpns_desktop.ui.words.read_back import Line

translate = QCoreApplication.translate


# ------------------------------------------------------------------------------------------- who


def who_sentence(facts: ChatFacts) -> str:
    """Who gets it, in one sentence."""
    return audience_sentence(
        facts.audience_kind,
        tags_any=facts.tags_any,
        tags_all=facts.tags_all,
        attributes_any=facts.attributes_any,
        attributes_all=facts.attributes_all,
        users=len(facts.users),
    )


def who_lines(facts: ChatFacts, app_name: str, access_id: str) -> list[Line]:
    """Which app, who, and how sure the number is. `access_id`: the SDKAppID."""
    return [
        (
            translate("ReadBack", "App"),
            translate("ChatReview", "{0} — Chat app {1}").format(app_name, access_id),
            generation_name(facts.dialect),
        ),
        (translate("ReadBack", "To"), who_sentence(facts), _reach(facts)),
        (translate("ReadBack", "Among them"), _first(facts), ""),
    ]


def _reach(facts: ChatFacts) -> str:
    if facts.audience_kind == "users":
        return translate("Review", "Exact: counted in what will be sent.")
    return translate(
        "ChatReview",
        "Users who have logged in once or were imported. The Chat service doesn't tell beforehand "
        "how many they are.",
    )


def _first(facts: ChatFacts) -> str:
    shown = [masked(user) for user in facts.users[:MASKED_SHOWN]]
    more = len(facts.users) - len(shown)
    if more <= 0:
        return listed(shown)
    return translate("Review", "{0} and %Ln more", None, more).format(listed(shown))


# ------------------------------------------------------------------------------------------ what


def what_lines(facts: ChatFacts, name: str = "") -> list[Line]:
    """What it says, element by element, and what phones show; `name`: what the person calls it."""
    return [
        (translate("ReadBack", "Your name for it"), name, ""),
        (translate("ChatReview", "Sender"), sender_words(facts), ""),
        *(_element(one.kind, one.content) for one in facts.elements),
        *_notification(facts),
        (title_of("notification.data_id"), facts.data_id, ""),
    ]


def sender_words(facts: ChatFacts) -> str:
    """The account that users see."""
    return facts.sender or translate("ChatReview", "The app's administrator")


def _element(kind: str, content: Mapping[str, Any]) -> Line:
    bubble = bubble_of(kind, content)
    return kind_name(kind), bubble.text, bubble.more


def _notification(facts: ChatFacts) -> list[Line]:
    if not facts.notifies:
        none = translate("ChatReview", "None: phones on which the app is not open stay silent")
        return [(translate("ChatReview", "Notification"), none, "")]
    own = translate("ChatReview", "The message's own words")
    told = facts.notification
    return [
        (title_of("notification.title"), facts.title, ""),
        (title_of("notification.text"), facts.text or (own if facts.elements else ""), ""),
        *_languages(told),
        (title_of("notification.extension"), str(told.get("Ext", "")), ""),
        (title_of("notification.badge.kind"), _badge(told), ""),
        *_choices(told),
    ]


def _languages(told: Mapping[str, Any]) -> list[Line]:
    rows = told.get("MultiLanguageContent")
    return [
        (
            translate("ChatReview", "In the language {0}").format(row.get("Language", "")),
            str(row.get("Title", "")),
            str(row.get("Desc", "")),
        )
        for row in (rows if isinstance(rows, list) else [])
        if isinstance(row, Mapping)
    ]


def _badge(told: Mapping[str, Any]) -> str:
    if "BadgeAddNum" in told:
        return translate("ChatReview", "Raised by {0}").format(grouped(int(told["BadgeAddNum"])))
    if "BadgeSetNum" in told:
        return translate("ChatReview", "Set to {0}").format(grouped(int(told["BadgeSetNum"])))
    return ""


def _choices(told: Mapping[str, Any]) -> list[Line]:
    found: list[Line] = []
    for option in OPTIONS:
        value: Any = {"OfflinePushInfo": told}
        for step in option.wire:
            value = value.get(step) if isinstance(value, Mapping) else None
        if value is None:
            continue
        shown = draft_text(option, value) or str(value)
        choice = (OPTION_TITLES[option.path].choices or {}).get(shown)
        name = title_of(option.path)
        if option.group.startswith("vendor.") or option.group == "harmony":
            name = translate("ChatReview", "{0}: {1}").format(group_title(option.group), name)
        found.append((name, said(choice) if choice else shown, ""))
    return found


# ------------------------------------------------------------------------------------ when & how


def when_lines(facts: ChatFacts, now: datetime, hold_s: int | None) -> list[Line]:
    """When it leaves and starts, how long it is kept, and whether it can be taken back."""
    hints = [hold_sentence(hold_s)]
    if facts.schedule_at is not None:
        hints = [zone_sentence(), own_clock_sentence(facts.schedule_at), *hints]
    return [
        (
            translate("ReadBack", "Leaves"),
            starts_sentence(facts, now),
            "\n".join(hint for hint in hints if hint),
        ),
        *how_lines(facts),
    ]


def how_lines(facts: ChatFacts) -> list[Line]:
    """How long it is kept, and whether it can be taken back."""
    return [
        (translate("ChatReview", "Kept for"), kept_sentence(facts), ""),
        (translate("ChatReview", "Taking it back"), _back(facts), ""),
    ]


def starts_sentence(facts: ChatFacts, now: datetime) -> str:
    """When the service starts it: at once, or day and time in words."""
    if facts.schedule_at is None:
        return translate("Review", "Now")
    return time_sentence(facts.schedule_at, now)


def zone_sentence() -> str:
    """What is not sure about the service's wall clock."""
    return translate(
        "ChatReview",
        "The Chat service's documents don't name the time zone; it is taken to be Beijing's.",
    )


def kept_sentence(facts: ChatFacts) -> str:
    """What becomes of it for users who are offline."""
    if facts.online_only:
        if facts.dialect == "timpush_push":
            return translate("ChatReview", "Not kept: only phones that are online get it")
        return translate("ChatReview", "Not kept: only users who are online get it")
    if facts.dialect == "all_member_push":
        return translate("ChatReview", "{0}, for users who are offline").format(
            duration(facts.life_s or 0)
        )
    if facts.dialect == "timpush_chat":
        return translate(
            "ChatReview",
            "It stays in the conversation and counts as unread; about 200 users a second get it",
        )
    return translate("ChatReview", "As long as the phones' makers keep a notification")


def _back(facts: ChatFacts) -> str:
    if not DIALECTS[facts.dialect].withdraws:
        return translate("ChatReview", "Not possible once it has left")
    if facts.schedule_at is not None:
        return translate("ChatReview", "Until its time: change or delete it under Scheduled")
    return translate("ChatReview", "For 24 hours after it has left")


# --------------------------------------------------------------------------------------- buttons


def send_words(review: Review, facts: ChatFacts) -> str:
    """The verb and the number on the button."""
    if review.level == 0:
        return translate("Review", "Send in practice")
    if facts.audience_kind == "all":
        return translate("ChatReview", "Send to all users")
    if facts.audience_kind == "users":
        return translate("ChatReview", "Send to %Ln user(s)", None, len(facts.users))
    if facts.audience_kind == "tags":
        return translate("ChatReview", "Send to users with these tags")
    return translate("ChatReview", "Send to users with these attributes")


def question_words(review: Review, facts: ChatFacts, now: datetime) -> str:
    """The question of the confirmation: "Send to all users of Aurora now?"."""
    if facts.audience_kind == "all":
        to = translate("ChatReview", "all users of {0}")
    elif facts.audience_kind == "users":
        to = translate("ChatReview", "%Ln user(s) of {0}", None, len(facts.users))
    elif facts.audience_kind == "tags":
        to = translate("ChatReview", "the users with these tags in {0}")
    else:
        to = translate("ChatReview", "the users with these attributes in {0}")
    to = to.format(review.app_name)
    if facts.schedule_at is None:
        return translate("Review", "Send to {0} now?").format(to)
    return translate("Review", "Send to {0}? {1}").format(to, time_sentence(facts.schedule_at, now))
