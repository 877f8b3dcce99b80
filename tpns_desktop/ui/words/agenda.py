"""Entries of the calendar in words: when, what, to whom, how it stands, what is to be noticed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate

from tpns_desktop.ui.words.audience import listed, short_label
from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP
from tpns_desktop.ui.words.numbers import day, grouped, locale, when_inside
from tpns_desktop.ui.words.review import systems
from tpns_desktop.ui.words.states import StateWords

if TYPE_CHECKING:
    from tpns_desktop.send.agenda import Slot

translate = QCoreApplication.translate

_STATES: dict[str, StateWords] = {
    "held": StateWords(QT_TRANSLATE_NOOP("Agenda", "On hold, not sent"), "warn", "clock"),
    "leaving": StateWords(QT_TRANSLATE_NOOP("Agenda", "Sending request"), "accent", "send"),
    "unsettled": StateWords(QT_TRANSLATE_NOOP("Agenda", "We don't know yet"), "warn", "question"),
    "ahead": StateWords(QT_TRANSLATE_NOOP("Agenda", "Scheduled"), "accent", "clock"),
    "doubt": StateWords(
        QT_TRANSLATE_NOOP("Agenda", "Cancelled? We don't know yet"), "warn", "question"
    ),
    "begun": StateWords(QT_TRANSLATE_NOOP("Agenda", "Its time has come"), "neutral", "send"),
    "waiting": StateWords(QT_TRANSLATE_NOOP("Agenda", "Waiting at Tencent"), "accent", "clock"),
    "running": StateWords(QT_TRANSLATE_NOOP("Agenda", "Pushing"), "accent", "send"),
    "finished": StateWords(QT_TRANSLATE_NOOP("Agenda", "Finished"), "ok", "check"),
    "failed": StateWords(QT_TRANSLATE_NOOP("Agenda", "Not sent by TPNS"), "danger", "cross"),
    "cancelled": StateWords(QT_TRANSLATE_NOOP("Agenda", "Cancelled"), "neutral", "cross"),
    "deleted": StateWords(QT_TRANSLATE_NOOP("Agenda", "Deleted"), "neutral", "cross"),
    "recalled": StateWords(QT_TRANSLATE_NOOP("Agenda", "Recalled"), "neutral", "cross"),
    "replaced": StateWords(QT_TRANSLATE_NOOP("Agenda", "Replaced"), "neutral", "refresh"),
    "stopped": StateWords(QT_TRANSLATE_NOOP("Agenda", "Stopped"), "neutral", "cross"),
}

_NAMED_MAX = 3
"""Pushes without a time that are named one by one."""

OVER = frozenset({"cancelled", "deleted", "recalled", "replaced", "stopped", "failed"})
"""States in which nobody gets it at that time; drawn struck through."""


def slot_state(slot: Slot) -> StateWords:
    """How an entry stands."""
    words = _STATES[slot.state]
    return words._replace(text=translate("Agenda", words.text))


def slot_clock(slot: Slot) -> str:
    """Its time of day on the service's clock."""
    return slot.at.strftime("%H:%M")


def slot_whom(slot: Slot) -> str:
    """To whom, on which systems."""
    on = systems([platform for platform in slot.platforms if platform])
    if not slot.audience_kind:
        return on
    whom = short_label(slot.audience_kind, slot.count, slot.app_name)
    return translate("Agenda", "{0}, {1}").format(whom, on) if on else whom


def slot_notes(slot: Slot) -> str:
    """What else is to be known of it, in sentences; empty for nothing."""
    said = []
    if slot.batch_id is None:
        said.append(translate("Agenda", "Made elsewhere."))
    if slot.runs > 1:
        pattern = translate("Agenda", "Run {0} of {1}.")
        said.append(pattern.format(grouped(slot.number), grouped(slot.runs)))
    if slot.close_to:
        said.append(
            translate(
                "Agenda",
                "Within an hour of %Ln other(s) to the same people.",
                None,
                len(slot.close_to),
            )
        )
    if slot.quiet:
        said.append(translate("Agenda", "In quiet hours."))
    return " ".join(said)


def slot_sentence(slot: Slot) -> str:
    """All of an entry for who hears it."""
    parts = [
        day(slot.day),
        slot_clock(slot),
        slot.title,
        slot_whom(slot),
        slot_state(slot).text,
        slot_notes(slot),
    ]
    return translate("Agenda", ", ").join(part for part in parts if part)


def untimed_words(slots: Sequence[Slot]) -> str:
    """What waits elsewhere at a time that nobody tells; empty for nothing."""
    if not slots:
        return ""
    pattern = translate("Agenda", "“{0}” ({1}, made {2})")
    named = [
        pattern.format(slot.title or slot.content, slot_whom(slot), when_inside(slot.at))
        for slot in slots[:_NAMED_MAX]
    ]
    said = translate("Agenda", "Made elsewhere and waiting, time not told by TPNS: {0}").format(
        listed(named)
    )
    if len(slots) > _NAMED_MAX:
        more = translate("Agenda", "and %Ln more", None, len(slots) - _NAMED_MAX)
        said = translate("Agenda", "{0} {1}").format(said, more)
    return said


def day_head(value: date) -> str:
    """The head of a column: "Thu 19"."""
    pattern = translate("Agenda", "ddd d")
    return locale().toString(QDate(value.year, value.month, value.day), pattern)


def span_words(first: date, days: int) -> str:
    """The days that are shown: "Mon 16 Nov – Sun 22 Nov 2026"."""
    last = first + timedelta(days=days - 1)
    pattern = translate("Agenda", "ddd d MMM yyyy")
    end = locale().toString(QDate(last.year, last.month, last.day), pattern)
    return end if days == 1 else translate("Agenda", "{0} – {1}").format(day(first), end)
