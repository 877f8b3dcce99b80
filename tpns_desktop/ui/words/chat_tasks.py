"""Scheduled tasks of the Chat service in words: what each sends, how it stands, what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from tpns_desktop.ui.words.chat_apps import chat_reason_words
from tpns_desktop.ui.words.chat_codes import chat_refusal_words
from tpns_desktop.ui.words.chat_results import ask_trouble
from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP
from tpns_desktop.ui.words.numbers import day_and_time, when_inside
from tpns_desktop.ui.words.sentences import together

if TYPE_CHECKING:
    from tpns_desktop.model.chat_outcome import ScheduledTask
    from tpns_desktop.send.chat_tasks import TaskDeed

translate = QCoreApplication.translate

_STATES = {
    "pending": QT_TRANSLATE_NOOP("ChatTasks", "Waiting for its time"),
    "done": QT_TRANSLATE_NOOP("ChatTasks", "Has left"),
    "failed": QT_TRANSLATE_NOOP("ChatTasks", "Was refused at its time"),
}
"""Words of the status that are understood; any other stands as it came."""

_KINDS = {
    "All": QT_TRANSLATE_NOOP("ChatTasks", "All users"),
    "Tag": QT_TRANSLATE_NOOP("ChatTasks", "Users by tag or attribute"),
    "User": QT_TRANSLATE_NOOP("ChatTasks", "Named users"),
}

_REFUSED = {
    "too_near": QT_TRANSLATE_NOOP(
        "ChatTasks", "The new time has come, or almost. Choose one at least 5 minutes ahead."
    ),
    "no_content": QT_TRANSLATE_NOOP(
        "ChatTasks",
        "The service doesn't tell what this task sends, and it was not made here, so it can't be "
        "moved. Delete it and make a new one.",
    ),
    "under_way": QT_TRANSLATE_NOOP(
        "ChatTasks", "This task was just changed, or is being changed in another window."
    ),
    "no_effect": QT_TRANSLATE_NOOP(
        "ChatTasks", "The list shows no sign of it, so it was not heard. You may try again."
    ),
}


def _said(text: str) -> str:
    return translate("ChatTasks", text)


def task_title(task: ScheduledTask) -> str:
    """What it says: its notification's title or text, else the first text of its message."""
    told = task.content.get("OfflinePushInfo") or {}
    words = [str(told.get("Title", "")), str(told.get("Desc", ""))]
    for one in task.content.get("MsgBody") or ():
        content = one.get("MsgContent") if isinstance(one, dict) else None
        words.append(str((content or {}).get("Text", "")))
    return next((word for word in words if word), translate("ChatTasks", "Not told"))


def task_who(task: ScheduledTask) -> str:
    """Whom it meets."""
    return _said(_KINDS[task.kind]) if task.kind in _KINDS else task.kind


def task_state(task: ScheduledTask) -> str:
    """How it stands."""
    return _said(_STATES[task.status]) if task.status in _STATES else task.status


def deed_words(deed: TaskDeed, title: str) -> str:
    """What came of a change."""
    if deed.outcome == "done" and deed.verb == "delete":
        return translate("ChatTasks", "“{0}” was deleted: nobody gets it.").format(title)
    if deed.outcome == "done" and deed.to is not None:
        return translate("ChatTasks", "“{0}” starts on {1} now.").format(
            title, day_and_time(deed.to)
        )
    if deed.outcome == "unknown":
        return open_words(deed)
    did = (
        translate("ChatTasks", "“{0}” was not deleted.")
        if deed.verb == "delete"
        else translate("ChatTasks", "“{0}” was not moved.")
    ).format(title)
    if deed.outcome == "not_sent":
        return together([did, chat_reason_words(deed.reason)])
    if deed.code is None:
        return together([did, refused_words(deed.reason or "")])
    if deed.code in _OF_TASKS:
        return together([did, _said(_OF_TASKS[deed.code])])
    return together([did, *chat_refusal_words(deed.code)])


_OF_TASKS = {
    90049: QT_TRANSLATE_NOOP("ChatTasks", "The service doesn't know this task any more."),
    90050: QT_TRANSLATE_NOOP("ChatTasks", "Its time has come, and it has left already."),
}
"""Codes that speak of a push where a task is meant."""


def open_words(deed: TaskDeed) -> str:
    """A change of which nobody knows whether it was heard."""
    at = when_inside(deed.begun_at)
    said = (
        translate(
            "ChatTasks",
            "We asked to delete task {0} ({1}), and no answer came that could be read.",
        )
        if deed.verb == "delete"
        else translate(
            "ChatTasks",
            "We asked to move task {0} ({1}), and no answer came that could be read.",
        )
    )
    return together(
        [
            said.format(deed.task_id, at),
            translate(
                "ChatTasks",
                "It is not asked again by itself; reading the list anew shows what became of it.",
            ),
        ]
    )


def refused_words(reason: str, code: int | None = None) -> str:
    """Why nothing was asked for."""
    return _said(_REFUSED[reason]) if reason in _REFUSED else ask_trouble(reason, code)


def zone_words() -> str:
    """What is not sure about the times."""
    return translate(
        "ChatTasks",
        "The Chat service's documents don't name the time zone of these times; they are taken to "
        "be Beijing's (UTC+8).",
    )
