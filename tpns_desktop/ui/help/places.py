"""Which topic belongs to a place: to the widget with the focus, to a card, to a screen."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject

SCREENS: Final = {
    "welcome": "practice",
    "compose": "start",
    "drafts": "drafts",
    "sent": "result",
    "lists": "file",
    "chat": "chat",
    "chat_setup": "chat",
    "settings": "practice",
    "review": "review",
    "result": "result",
}
"""Screen → topic."""

NAMES: Final = (
    ("audience.file", "file"),
    ("audience", "who"),
    ("compose.test", "test"),
    ("test_send", "test"),
    ("bottom.test", "test"),
    ("devices", "test"),
    ("message", "message"),
    ("schedule", "when"),
    ("sms", "sms"),
    ("plan", "plan"),
    ("review", "review"),
    ("confirm", "review"),
    ("bottom.review", "review"),
    ("result.hold", "hold"),
    ("result.cancel", "hold"),
    ("hold", "hold"),
    ("result.check_now", "unknown"),
    ("result.saw_it", "unknown"),
    ("result.did_not_go", "unknown"),
    ("settle", "unknown"),
    ("settings.hold", "hold"),
    ("settings.until_i_say", "hold"),
    ("safety", "hold"),
    ("settings.connect", "keys"),
    ("settings.change", "keys"),
    ("settings.remove", "keys"),
    ("connect", "keys"),
    ("keyring", "keys"),
    ("chat", "chat"),
    ("chat_app", "chat"),
    ("settings.chat", "chat"),
    ("settings.clear", "history"),
    ("clear", "history"),
    ("moving", "moving"),
    ("arrival", "moving"),
    ("drafts", "drafts"),
    ("bottom.template", "drafts"),
    ("lists", "file"),
)
"""Beginning of an object name → topic; of those that fit, the longest counts."""


def topic_of(widget: QObject | None, screen: str) -> str:
    """The topic of the nearest thing around `widget` that has one, else the screen's."""
    while widget is not None:
        name = widget.objectName()
        fits = [(len(start), topic) for start, topic in NAMES if _begins(name, start)]
        if fits:
            return max(fits)[1]
        widget = widget.parent()
    return SCREENS.get(screen, "start")


def _begins(name: str, start: str) -> bool:
    return name == start or name.startswith((f"{start}.", f"{start}_"))
