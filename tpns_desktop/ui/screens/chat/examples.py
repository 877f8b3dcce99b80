"""Ready examples for practice: everyone before an event, two tags, and attributes.

As the service's own introduction tells of them; the tags and attributes are those that users of
practice have.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from tpns_desktop.model.chat_draft import empty_chat_draft
from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP

EXAMPLES: dict[str, tuple[str, str, str]] = {
    "event": (
        QT_TRANSLATE_NOOP("ChatExamples", "Everyone, a week before an event"),
        QT_TRANSLATE_NOOP("ChatExamples", "Live next Friday"),
        QT_TRANSLATE_NOOP(
            "ChatExamples", "Our big live show starts next Friday at 20:00. See you there."
        ),
    ),
    "tags": (
        QT_TRANSLATE_NOOP("ChatExamples", "Followers of stock A or stock B"),
        QT_TRANSLATE_NOOP("ChatExamples", "News of your stocks"),
        QT_TRANSLATE_NOOP(
            "ChatExamples", "A new savings offer goes with the stocks that you follow."
        ),
    ),
    "attributes": (
        QT_TRANSLATE_NOOP("ChatExamples", "Platinum members in Shenzhen"),
        QT_TRANSLATE_NOOP("ChatExamples", "Preview sale tonight"),
        QT_TRANSLATE_NOOP(
            "ChatExamples", "Platinum members: the preview sale in Shenzhen opens tonight at 20:00."
        ),
    ),
}
"""Example → name, title of the notification, text."""


def example_name(example: str) -> str:
    """What an example is called, in the present language."""
    return QCoreApplication.translate("ChatExamples", EXAMPLES[example][0])


def example_draft(example: str) -> dict[str, Any]:
    """A complete draft, in the present language."""
    name, title, text = (
        QCoreApplication.translate("ChatExamples", part) for part in EXAMPLES[example]
    )
    draft = empty_chat_draft()
    draft["name"] = name
    draft["message"]["elements"][0]["text"] = text
    draft["message"]["life_s"] = "604800"
    draft["notification"] |= {"title": title, "text": text}
    audience = draft["audience"]
    if example == "event":
        audience["kind"] = "all"
    elif example == "tags":
        audience["kind"] = "tags"
        audience["tags"]["any"] = ["stock A", "stock B"]
    else:
        audience["kind"] = "attributes"
        audience["attributes"]["all"] = [["Membership", "platinum"], ["City", "Shenzhen"]]
    return draft
