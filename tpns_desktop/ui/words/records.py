"""What the service remembers of a push, in words: how it stands, whom it went to, who made it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from tpns_desktop.model.limits import ACCESS_ID_STARTS
from tpns_desktop.ui.words.audience import PLATFORMS, counted_accounts, counted_devices, listed
from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP
from tpns_desktop.ui.words.states import StateWords, rows_words

if TYPE_CHECKING:
    from tpns_desktop.store.records import RecordRow
    from tpns_desktop.store.sent_lines import Line

translate = QCoreApplication.translate

STATUSES: dict[str, StateWords] = {
    "PUSH_INIT": StateWords(QT_TRANSLATE_NOOP("Records", "Being prepared"), "accent", "clock"),
    "PUSH_WAIT": StateWords(QT_TRANSLATE_NOOP("Records", "Waiting"), "accent", "clock"),
    "PUSH_STARTED": StateWords(QT_TRANSLATE_NOOP("Records", "Pushing"), "accent", "send"),
    "PUSH_FINISHED": StateWords(QT_TRANSLATE_NOOP("Records", "Finished"), "ok", "check"),
    "PUSH_FAILED": StateWords(QT_TRANSLATE_NOOP("Records", "Failed"), "danger", "cross"),
    "PUSH_CANCELED": StateWords(QT_TRANSLATE_NOOP("Records", "Cancelled"), "neutral", "cross"),
    "PUSH_DELETED": StateWords(QT_TRANSLATE_NOOP("Records", "Deleted"), "neutral", "trash"),
    "PUSH_REVOKED": StateWords(QT_TRANSLATE_NOOP("Records", "Recalled"), "neutral", "cross"),
    "PUSH_COLLAPSED": StateWords(QT_TRANSLATE_NOOP("Records", "Replaced"), "neutral", "refresh"),
    "PUSH_DELETED_PUSH_MSG": StateWords(
        QT_TRANSLATE_NOOP("Records", "Stopped"), "neutral", "cross"
    ),
}
"""The service's ten words (tpns-rest 12.1)."""

_NOT_TOLD = StateWords(QT_TRANSLATE_NOOP("Records", "Not told"), "neutral", "question")

KINDS: dict[str, str] = {
    "": QT_TRANSLATE_NOOP("Records", "Any status"),
    "unsettled": QT_TRANSLATE_NOOP("Records", "Unsettled"),
    "scheduled": QT_TRANSLATE_NOOP("Records", "Scheduled"),
    "repeating": QT_TRANSLATE_NOOP("Records", "Repeating"),
    "under_way": QT_TRANSLATE_NOOP("Records", "Under way"),
    "finished": QT_TRANSLATE_NOOP("Records", "Finished"),
    "refused": QT_TRANSLATE_NOOP("Records", "Refused or failed"),
    "stopped": QT_TRANSLATE_NOOP("Records", "Cancelled or stopped"),
}
"""What the list can be narrowed to."""

_SOURCES = {
    "": QT_TRANSLATE_NOOP("Records", "Somebody elsewhere"),
    "api": QT_TRANSLATE_NOOP("Records", "Another program"),
}
_CONSOLE = QT_TRANSLATE_NOOP("Records", "The console")

_AUDIENCES = {
    "all": QT_TRANSLATE_NOOP("Records", "everyone"),
    "tag": QT_TRANSLATE_NOOP("Records", "people with these tags"),
    "account": QT_TRANSLATE_NOOP("Records", "an account"),
    "device": QT_TRANSLATE_NOOP("Records", "a device"),
    "file": QT_TRANSLATE_NOOP("Records", "those of a file"),
}


def status_words(status: str) -> StateWords:
    """Words, tone and icon of the service's status; an unknown word stands for itself."""
    words = STATUSES.get(status)
    if words is None:
        return _NOT_TOLD._replace(text=status or translate("Records", _NOT_TOLD.text))
    return words._replace(text=translate("Records", words.text))


def line_words(line: Line) -> StateWords:
    """How a push stands: what this program knows, and once it is accepted, what the service says.

    Who found out that it was accepted, where that was in doubt, stays in words.
    """
    in_doubt = any(part.settled_by in ("query", "person") for part in line.parts)
    told = line.state == "accepted" and line.status in STATUSES and not in_doubt
    if line.elsewhere or told:
        return status_words(line.status)
    return rows_words(line.parts, line.state)


def kind_words(kind: str) -> str:
    """A choice of the filter."""
    return translate("Records", KINDS[kind])


def made_by(source: str) -> str:
    """Who made a push that this program did not make."""
    return translate("Records", _SOURCES.get(source, _CONSOLE))


def audience_words(kind: str, count: int | None) -> str:
    """Whom a push made elsewhere went to, as far as its record tells; empty where it does not."""
    if kind == "account" and count is not None:
        return counted_accounts(count)
    if kind == "device" and count is not None:
        return counted_devices(count)
    return translate("Records", _AUDIENCES[kind]) if kind in _AUDIENCES else ""


def tags_words(tags: Any) -> str:
    """The tags that a record names: "vip, new"; empty where it names none."""
    rows = tags.get("tagWithType") if isinstance(tags, Mapping) else None
    values = [
        str(row["tagValue"])
        for row in (rows if isinstance(rows, list) else ())
        if isinstance(row, Mapping) and row.get("tagValue")
    ]
    return listed(values) if values else ""


def message_words(record: RecordRow) -> str:
    """What kind of message it is."""
    if record.message_type == "message":
        return translate("Records", "Silent message")
    return translate("Records", "Notification")


def system_of(access_id: str) -> str:
    """The system of an access id; empty where its first digits do not tell (tpns-rest 2)."""
    return next(
        (PLATFORMS[key] for key, start in ACCESS_ID_STARTS.items() if access_id.startswith(start)),
        "",
    )
