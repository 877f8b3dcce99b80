"""Why a figure is low or missing, in words; the rules are `send.figure_notes`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from tpns_desktop.ui.words.audience import listed
from tpns_desktop.ui.words.channels import channel_name
from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP
from tpns_desktop.ui.words.numbers import day, duration, grouped, time_of, when_inside
from tpns_desktop.ui.words.records import status_words

if TYPE_CHECKING:
    from tpns_desktop.send.courses import Course, Standing
    from tpns_desktop.send.figure_notes import Note
    from tpns_desktop.send.results import Figures
    from tpns_desktop.send.watching import Outlook

translate = QCoreApplication.translate

NOTES: dict[str, str] = {
    "too_old": QT_TRANSLATE_NOOP(
        "FigureNotes", "TPNS counts a push for {1} days. These figures are the last it gave."
    ),
    "none_yet": QT_TRANSLATE_NOOP(
        "FigureNotes", "The first figures come some minutes after a push has started."
    ),
    "nobody": QT_TRANSLATE_NOOP(
        "FigureNotes",
        "TPNS has finished and found nobody it could reach: no device of these people was seen in "
        "the last 90 days with notifications switched on. Nobody got this push.",
    ),
    "nobody_tagged": QT_TRANSLATE_NOOP(
        "FigureNotes",
        "TPNS has finished and found no phone that carries the tag and can be reached. Nobody got "
        "this push. Check in “To” how the tag is written.",
    ),
    "growing": QT_TRANSLATE_NOOP(
        "FigureNotes", "The push is less than a day old; its figures still grow."
    ),
    "kept_offline": QT_TRANSLATE_NOOP(
        "FigureNotes", "Phones that are switched off still get it until {2}."
    ),
    "few_planned": QT_TRANSLATE_NOOP(
        "FigureNotes",
        "You addressed {1}. TPNS plans only for devices that were seen in the last 90 days and "
        "have notifications switched on.",
    ),
    "few_of_reach": QT_TRANSLATE_NOOP(
        "FigureNotes",
        "TPNS counted {1} devices of these people on {3}. It plans only for those that were seen "
        "in the last 90 days and have notifications switched on.",
    ),
    "receipts": QT_TRANSLATE_NOOP(
        "FigureNotes",
        "{0}: no arrivals are reported. They are counted only once receipts are set up with the "
        "phone maker; ask a developer.",
    ),
    "closed": QT_TRANSLATE_NOOP(
        "FigureNotes", "This push was not delivered over {0}, as its settings say."
    ),
    "too_long": QT_TRANSLATE_NOOP(
        "FigureNotes",
        "The text is longer than {0} takes. Those phones got it over TPNS's own channel only, "
        "while the app was running.",
    ),
    "ios_dismissed": QT_TRANSLATE_NOOP(
        "FigureNotes", "iOS does not tell how many people dismissed a push."
    ),
}
"""Kind → its sentence: {0} channels, {1} a number, {2} a time, {3} a day."""

MARKS_S = {"1h": 3600, "24h": 86400, "7d": 7 * 86400, "29d": 29 * 86400}
"""Name of a mark → seconds after the start, as `store.snapshots.MARKS`."""
_LATE = timedelta(minutes=5)
"""A mark that is read sooner is not late."""
_NEAR = 0.05
"""Percentage points that are no difference."""
_SOME = 3
"""Of fewer pushes it is said that they are few."""


def note_words(note: Note) -> str:
    """One sentence, in the present language."""
    return translate("FigureNotes", NOTES[note.kind]).format(
        listed([channel_name(channel) for channel in note.channels]),
        "" if note.number is None else grouped(note.number),
        "" if note.until is None else time_of(note.until),
        "" if note.day is None else day(note.day),
    )


def standing_words(standing: Standing | None) -> str:
    """How TPNS says that a push stands, and when it said so; empty where nobody knows."""
    if standing is None:
        return ""
    said = translate("FigureNotes", "TPNS says: {0} (asked {1})")
    return said.format(status_words(standing.status).text, when_inside(standing.asked_at))


def mark_words(marks: Iterable[tuple[str, timedelta]]) -> str:
    """Which marks of a push some figures are: "1 hour mark, read 20 minutes late"."""
    said = []
    for mark, late in marks:
        name = translate("FigureNotes", "{0} mark").format(_span(MARKS_S[mark]))
        if late >= _LATE:
            pattern = translate("FigureNotes", "{0}, read {1} late")
            name = pattern.format(name, _span(int(late.total_seconds())))
        said.append(name)
    return listed(said) if said else ""


def _span(seconds: int) -> str:
    """A length of time to the minute, hour or day, as it is long."""
    unit = 86400 if seconds >= 2 * 86400 else 3600 if seconds >= 2 * 3600 else 60
    return duration(max(round(seconds / unit), 1) * unit)


def compared(course: Course | None, figures: Figures | None, part: str, whole: str) -> str:
    """A share against the average of the last pushes of the kind; empty where there is no share.

    That there is none to compare with is said once, of what was delivered.
    """
    mine = _share(figures, part, whole)
    if course is None or mine is None:
        return ""
    if course.early:
        said = translate("FigureNotes", "too early to compare")
        return said if part == "delivered" else ""
    others = [share for one in course.like if (share := _share(one, part, whole)) is not None]
    if not others:
        if part != "delivered":
            return ""
        return translate("FigureNotes", "no earlier push of this kind to compare with")
    points = mine - sum(others) / len(others)
    if len(others) < _SOME:
        return _compared_with_few(points, len(others))
    if abs(points) < _NEAR:
        return QCoreApplication.translate(
            "FigureNotes", "as your last %Ln push(es) of this kind", None, len(others)
        )
    said = QCoreApplication.translate(
        "FigureNotes", "{0} points against your last %Ln push(es)", None, len(others)
    )
    return said.format(_points(points))


def _compared_with_few(points: float, count: int) -> str:
    if abs(points) < _NEAR:
        return QCoreApplication.translate(
            "FigureNotes",
            "the same as in %Ln earlier push(es), too few for an average",
            None,
            count,
        )
    said = QCoreApplication.translate(
        "FigureNotes", "{0} points against only %Ln earlier push(es)", None, count
    )
    return said.format(_points(points))


def _points(points: float) -> str:
    return f"{'▲' if points > 0 else '▼'} {abs(points):.1f}"


def outlook_words(outlook: Outlook | None) -> str:
    """How often figures are asked for and what is left of the hour, where that is little."""
    if outlook is None or outlook.step_s is None:
        return ""
    every = duration(outlook.step_s if outlook.step_s < 60 else 60 * round(outlook.step_s / 60))
    if not outlook.tight or outlook.left is None:
        return translate("FigureNotes", "updates every {0}").format(every)
    return QCoreApplication.translate(
        "FigureNotes",
        "%Ln question(s) left this hour; figures update every {0}",
        None,
        outlook.left,
    ).format(every)


def _share(figures: Figures | None, part: str, whole: str) -> float | None:
    over, under = getattr(figures, part, None), getattr(figures, whole, None)
    return None if over is None or not under else 100 * over / under
