"""The sentences of the checks of a push to users of a Chat app.

One table by the check's id; parameters come with the finding. The rules are in `send.chat_checks`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from tpns_desktop.ui.words import chat_titles
from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from tpns_desktop.send.examination import Finding

SENTENCES: dict[str, str] = {
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

FIXES: dict[str, str] = {}
"""Fix id → words on its button, beside those of other pushes."""


def text_for(finding: Finding) -> str | None:
    """The sentence of a finding with its `{parameters}`, in the present language.

    None where other pushes have the words.
    """
    text = SENTENCES.get(f"{finding.id}@{finding.field}") or SENTENCES.get(finding.id)
    return QCoreApplication.translate("ChatChecks", text) if text is not None else None


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
