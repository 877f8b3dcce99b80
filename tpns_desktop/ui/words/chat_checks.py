"""The sentences of the checks of a push to users of a Chat app.

One table by the check's id; parameters come with the finding. The rules are in `send.chat_checks`.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from tpns_desktop.ui.words import chat_titles
from tpns_desktop.ui.words.audience import listed
from tpns_desktop.ui.words.channels import channel_name
from tpns_desktop.ui.words.chat_elements import kind_name
from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP
from tpns_desktop.ui.words.numbers import day_and_time
from tpns_desktop.ui.words.phones import CHANNEL_OF

if TYPE_CHECKING:
    from tpns_desktop.send.examination import Finding

SENTENCES: dict[str, str] = {
    "chat.who.none": QT_TRANSLATE_NOOP("ChatChecks", "Choose who receives this."),
    "chat.who.empty": QT_TRANSLATE_NOOP(
        "ChatChecks", "Nobody would receive this. Add at least one entry."
    ),
    "chat.who.empty@audience.tags.any": QT_TRANSLATE_NOOP(
        "ChatChecks", "Nobody would receive this. Add at least one tag."
    ),
    "chat.who.empty@audience.attributes.any": QT_TRANSLATE_NOOP(
        "ChatChecks", "Nobody would receive this. Add at least one attribute and its value."
    ),
    "chat.who.batch": QT_TRANSLATE_NOOP(
        "ChatChecks",
        "This Chat app cannot push to named users. Choose everyone, tags or attributes.",
    ),
    "chat.who.many": QT_TRANSLATE_NOOP(
        "ChatChecks", "{count} users are named. A push takes at most {most}. Take some out."
    ),
    "chat.who.repeats": QT_TRANSLATE_NOOP(
        "ChatChecks", "Repeated users, each counted once: {repeats}."
    ),
    "chat.who.unused@audience.attributes.any": QT_TRANSLATE_NOOP(
        "ChatChecks",
        "Tags and attributes do not go together: the attributes that were written are kept, but "
        "not used.",
    ),
    "chat.who.unused@audience.tags.any": QT_TRANSLATE_NOOP(
        "ChatChecks",
        "Tags and attributes do not go together: the tags that were written are kept, but not "
        "used.",
    ),
    "chat.tags.many": QT_TRANSLATE_NOOP(
        "ChatChecks", "{count} tags in “{field}”. It takes at most {most}. Take some out."
    ),
    "chat.tags.long": QT_TRANSLATE_NOOP(
        "ChatChecks",
        "The tag “{tag}” takes {bytes} bytes, and {most} is the most. A Chinese character takes 3.",
    ),
    "chat.who.unseen": QT_TRANSLATE_NOOP(
        "ChatChecks",
        "A character that nobody sees stands in: {names}. Type it anew, unless it belongs there: "
        "users known without it get nothing.",
    ),
    "chat.tags.both": QT_TRANSLATE_NOOP(
        "ChatChecks", "In both fields of tags: {tags}. Take it out of one of them."
    ),
    "chat.attributes.unknown": QT_TRANSLATE_NOOP(
        "ChatChecks",
        "The app does not declare these attributes: {names}. Look at the spelling, read the names "
        "again, or declare them under Users.",
    ),
    "chat.attributes.unread": QT_TRANSLATE_NOOP(
        "ChatChecks",
        "Which attributes the app declares was not read yet. With a name that is not among them "
        "nobody would receive this.",
    ),
    "chat.attributes.half@name": QT_TRANSLATE_NOOP(
        "ChatChecks", "An attribute in “{field}” has no name. Choose one, or take the row out."
    ),
    "chat.attributes.half@value": QT_TRANSLATE_NOOP(
        "ChatChecks", "“{name}” has no value. Write one, or take the row out."
    ),
    "chat.attributes.half": QT_TRANSLATE_NOOP(
        "ChatChecks", "An attribute is half written. Complete it, or take the row out."
    ),
    "chat.attributes.long": QT_TRANSLATE_NOOP(
        "ChatChecks",
        "The value of “{name}” takes {bytes} bytes, and {most} is the most. A Chinese character "
        "takes 3.",
    ),
    "chat.attributes.repeated": QT_TRANSLATE_NOOP(
        "ChatChecks",
        "An attribute stands in “{field}” once at most: {names}. Take the other row out.",
    ),
    "chat.message.none": QT_TRANSLATE_NOOP(
        "ChatChecks", "The message has nothing in it yet. Write a text or add something else."
    ),
    "chat.element.missing": QT_TRANSLATE_NOOP(
        "ChatChecks", "{kind} {place}: “{title}” is still empty. Fill it in, or take it out."
    ),
    "chat.custom.two": QT_TRANSLATE_NOOP(
        "ChatChecks", "A message takes one piece of custom data. Take the other out."
    ),
    "chat.custom.silent": QT_TRANSLATE_NOOP(
        "ChatChecks",
        "Custom data alone shows no notification. Give the notification a text, or the data a "
        "description.",
    ),
    "chat.message.size": QT_TRANSLATE_NOOP(
        "ChatChecks", "The message is larger than {most} bytes as it is sent. Shorten it."
    ),
    "chat.request.size": QT_TRANSLATE_NOOP(
        "ChatChecks",
        "Message and notification together are larger than {most} bytes as they are sent. Shorten "
        "them.",
    ),
    "chat.life": QT_TRANSLATE_NOOP(
        "ChatChecks", "It can be kept for at most {days} days. Choose a shorter time."
    ),
    "chat.life.online": QT_TRANSLATE_NOOP(
        "ChatChecks", "Only users who are online at that moment get it; nothing is kept for others."
    ),
    "chat.sender.unknown": QT_TRANSLATE_NOOP(
        "ChatChecks",
        "No push has been sent by “{sender}” from here yet. The account has to be there in the "
        "Chat app, so look at the spelling.",
    ),
    "chat.notification.none": QT_TRANSLATE_NOOP(
        "ChatChecks", "This app sends notifications alone. Give it a title or a text."
    ),
    "chat.notification.off": QT_TRANSLATE_NOOP(
        "ChatChecks", "No notification: users see the message when they open the app."
    ),
    "chat.cut.title": QT_TRANSLATE_NOOP("ChatChecks", "The title is cut on {makers}."),
    "chat.cut.text": QT_TRANSLATE_NOOP("ChatChecks", "The notification's text is cut on {makers}."),
    "chat.notification.size": QT_TRANSLATE_NOOP(
        "ChatChecks",
        "Text and data of the notification take {bytes} bytes together, and {most} is the most. "
        "Shorten one of them.",
    ),
    "chat.data_id": QT_TRANSLATE_NOOP(
        "ChatChecks", "Your own mark takes {bytes} bytes, and {most} is the most. Shorten it."
    ),
    "chat.time.dialect": QT_TRANSLATE_NOOP(
        "ChatChecks", "This Chat app cannot start a push at a set time. Send it now."
    ),
    "chat.time.none": QT_TRANSLATE_NOOP("ChatChecks", "Pick a date and a time."),
    "chat.time.past": QT_TRANSLATE_NOOP(
        "ChatChecks", "This time has passed or comes too soon. Pick a later one."
    ),
    "chat.time.zone": QT_TRANSLATE_NOOP(
        "ChatChecks",
        "It is to start {beijing}, Beijing time. Tencent does not say which clock it goes by: look "
        "under Scheduled after sending.",
    ),
    "chat.time.night": QT_TRANSLATE_NOOP(
        "ChatChecks", "It would reach people at night ({time} in Beijing)."
    ),
    "chat.clock": QT_TRANSLATE_NOOP(
        "ChatChecks",
        "This computer's clock is off by about {minutes} minutes. Chat may refuse the login.",
    ),
    "chat.clock_off": QT_TRANSLATE_NOOP(
        "ChatChecks",
        "This computer's clock is off by about {minutes} minutes. Set it right, then check again.",
    ),
    "chat.quota.low": QT_TRANSLATE_NOOP(
        "ChatChecks", "{left} of {most} pushes are left today, by what left from this computer."
    ),
    "chat.quota.none": QT_TRANSLATE_NOOP(
        "ChatChecks",
        "All {most} pushes of today have been sent from this computer. Chat may refuse another one "
        "until tomorrow, Beijing time.",
    ),
    "text.code": QT_TRANSLATE_NOOP(
        "ChatChecks",
        "“{found}” looks like code or like a blank. Nothing fills it in: people read it like this.",
    ),
    "field.required": QT_TRANSLATE_NOOP("ChatChecks", "“{field}” is still empty. Fill it in."),
    "field.empty": QT_TRANSLATE_NOOP("ChatChecks", "“{field}” is still empty. Fill it in."),
    "field.bad_format": QT_TRANSLATE_NOOP(
        "ChatChecks", "Chat cannot read “{field}” as it is written. Write it as the hint says."
    ),
    "field.bad_type": QT_TRANSLATE_NOOP(
        "ChatChecks", "“{field}” takes a number. Enter it in digits."
    ),
    "field.not_allowed": QT_TRANSLATE_NOOP(
        "ChatChecks", "“{field}” does not take this. Write it as the hint says."
    ),
    "field.too_long": QT_TRANSLATE_NOOP("ChatChecks", "“{field}” is too long. Shorten it."),
    "field.too_short": QT_TRANSLATE_NOOP("ChatChecks", "“{field}” is too short. Add to it."),
    "field.too_many": QT_TRANSLATE_NOOP(
        "ChatChecks", "“{field}” holds more than Chat takes. Take some out."
    ),
    "field.too_small": QT_TRANSLATE_NOOP(
        "ChatChecks", "“{field}” is below what Chat takes. Enter a larger number."
    ),
    "field.too_large": QT_TRANSLATE_NOOP(
        "ChatChecks", "“{field}” is above what Chat takes. Enter a smaller number."
    ),
    "field.too_early": QT_TRANSLATE_NOOP("ChatChecks", "“{field}” has passed. Pick a later time."),
    "field.too_late": QT_TRANSLATE_NOOP("ChatChecks", "“{field}” is too far ahead. Pick another."),
    "field.excluded": QT_TRANSLATE_NOOP(
        "ChatChecks", "“{field}” does not go together with another choice. Take one of them back."
    ),
    "field.unknown_field": QT_TRANSLATE_NOOP(
        "ChatChecks",
        "“{field}” names an attribute that the app does not declare. Choose one of its own, or "
        "declare it under Users.",
    ),
    "field.surrogate": QT_TRANSLATE_NOOP(
        "ChatChecks",
        "“{field}” holds half a character, which cannot be sent. Delete it and type it again.",
    ),
    "field.not_json": QT_TRANSLATE_NOOP(
        "ChatChecks", "“{field}” holds data that cannot be read. Enter it again."
    ),
    "field.repeated": QT_TRANSLATE_NOOP(
        "ChatChecks", "Something stands twice in “{field}”. Take one of them out."
    ),
    "field.repeated_key": QT_TRANSLATE_NOOP(
        "ChatChecks", "Two names in “{field}” are the same. Rename one of them."
    ),
    "field.empty_key": QT_TRANSLATE_NOOP(
        "ChatChecks", "A row in “{field}” has no name. Name it or take the row out."
    ),
    "field.empty@notification.languages": QT_TRANSLATE_NOOP(
        "ChatChecks", "A row in “{field}” has no code. Enter one such as en, or take the row out."
    ),
    "field.required@notification.languages": QT_TRANSLATE_NOOP(
        "ChatChecks",
        "A row in “{field}” has neither title nor text. Fill one in, or take the row out.",
    ),
    "field.repeated@notification.languages": QT_TRANSLATE_NOOP(
        "ChatChecks", "Two rows in “{field}” are for the same language. Take one of them out."
    ),
    "field.too_long@notification.languages": QT_TRANSLATE_NOOP(
        "ChatChecks",
        "A text in “{field}” and the data of the notification are larger than 3 KB together. "
        "Shorten one of them.",
    ),
    "field.repeated@message.elements": QT_TRANSLATE_NOOP(
        "ChatChecks", "A message takes one piece of custom data. Take the other out."
    ),
    "field.required@message.elements": QT_TRANSLATE_NOOP(
        "ChatChecks", "The message has nothing in it. Add a text or something else."
    ),
    "field.repeated@audience.tags.all": QT_TRANSLATE_NOOP(
        "ChatChecks", "The same tag stands in both fields. Take it out of one."
    ),
    "field.too_long@message.elements": QT_TRANSLATE_NOOP(
        "ChatChecks", "The message is larger than 8 KB as it is sent. Shorten it."
    ),
    "field.too_long@notification.text": QT_TRANSLATE_NOOP(
        "ChatChecks",
        "Text and data of the notification are larger than 3 KB together. Shorten one of them.",
    ),
}
"""Check id (or id@field) → sentence with `{parameters}`."""


FIXES: dict[str, str] = {"read_names": QT_TRANSLATE_NOOP("ChatChecks", "Read names again")}
"""Fix id → words on its button, beside those of other pushes."""


_ADDRESSES = frozenset({"url", "thumb_url", "image"})
AN_ADDRESS = QT_TRANSLATE_NOOP(
    "ChatChecks",
    "“{field}” takes a whole address that begins with https://, such as "
    "https://www.example.com/menu.pdf.",
)
_DEGREES = frozenset({"latitude", "longitude"})
DEGREES = QT_TRANSLATE_NOOP("ChatChecks", "“{field}” takes a number with a point, such as 22.543.")


def text_for(finding: Finding) -> str | None:
    """The sentence of a finding with its `{parameters}`, in the present language.

    None where other pushes have the words.
    """
    kinds = (finding.field, finding.params.get("state"))
    own = (SENTENCES.get(f"{finding.id}@{kind}") for kind in kinds)
    text = next(filter(None, own), None) or _of_kind(finding) or SENTENCES.get(finding.id)
    return QCoreApplication.translate("ChatChecks", text) if text is not None else None


def _of_kind(finding: Finding) -> str | None:
    name = finding.field.rpartition(".")[2]
    if finding.id in ("field.bad_format", "field.not_allowed") and name in _ADDRESSES:
        return AN_ADDRESS
    if finding.id in ("field.bad_type", "field.not_allowed") and name in _DEGREES:
        return DEGREES
    return None


def fix_text(fix: str) -> str:
    """The words on the button that mends a finding."""
    return QCoreApplication.translate("ChatChecks", FIXES[fix])


def shown_params(finding: Finding) -> dict[str, str]:
    """Parameters that are shown in words of Chat's own."""
    made: dict[str, str] = {}
    at, makers = finding.params.get("at"), finding.params.get("makers")
    if isinstance(at, datetime):
        made["beijing"] = day_and_time(at)
    if isinstance(makers, tuple):
        made["makers"] = listed([channel_name(CHANNEL_OF[str(maker)]) for maker in makers])
    if finding.id == "chat.element.missing":
        made["kind"] = kind_name(str(finding.params.get("kind")))
        known = chat_titles.known(finding.field)
        made["title"] = chat_titles.title_of(finding.field) if known else ""
    return made


def label_of(path: str) -> str:
    """What the form calls the field at a draft path; empty for one that it does not have."""
    while path and not chat_titles.known(path):
        path = path.rpartition(".")[0]
    if not path:
        return ""
    parts = path.split(".")
    if path.startswith("message.elements.") and len(parts) > 3:
        said = QCoreApplication.translate("ChatChecks", "{0} of element {1}")
        return said.format(chat_titles.title_of(path), int(parts[2]) + 1)
    return chat_titles.title_of(path)
