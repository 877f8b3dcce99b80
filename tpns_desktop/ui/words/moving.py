"""What goes to another computer, what comes from it, and why a file was not taken."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP
from tpns_desktop.ui.words.numbers import when

if TYPE_CHECKING:
    from tpns_desktop.send.moving import LeftOut, Merged

_KINDS: dict[str, str] = {
    "drafts": QT_TRANSLATE_NOOP("Moving", "Drafts"),
    "templates": QT_TRANSLATE_NOOP("Moving", "Templates"),
    "plans": QT_TRANSLATE_NOOP("Moving", "Plans"),
    "tags": QT_TRANSLATE_NOOP("Moving", "Tags"),
    "devices": QT_TRANSLATE_NOOP("Moving", "Devices"),
}
"""Kind of `send.moving.KINDS` → its name."""

_REFUSALS: dict[str, str] = {
    "unreadable": QT_TRANSLATE_NOOP(
        "Moving", "The file is not there, or may not be read. Nothing was changed."
    ),
    "too_large": QT_TRANSLATE_NOOP(
        "Moving",
        "The file is larger than any that this program writes. Nothing was changed. Save it again "
        "on the other computer.",
    ),
    "foreign": QT_TRANSLATE_NOOP(
        "Moving",
        "This is not a file that TPNS Desktop saved for moving. Nothing was changed. Choose the "
        "one that was saved under Settings.",
    ),
    "newer": QT_TRANSLATE_NOOP(
        "Moving",
        "The file comes from a newer version of TPNS Desktop. Nothing was changed. Update the "
        "program on this computer, then bring it in.",
    ),
    "damaged": QT_TRANSLATE_NOOP(
        "Moving",
        "A part of the file is missing or was changed. Nothing was changed here. Save it again on "
        "the other computer.",
    ),
}

_NOT_TAKEN = QT_TRANSLATE_NOOP(
    "Moving", "It could not be written down here: the disk refused. Nothing was changed."
)


def _said(text: str) -> str:
    return QCoreApplication.translate("Moving", text)


def refused_words(reason: str) -> str:
    """Why a file was not taken, and what to do."""
    return _said(_REFUSALS.get(reason, _NOT_TAKEN))


def written_words(path: str, counts: Counter[str]) -> str:
    """Where the file is, and what is in it."""
    parts = [
        QCoreApplication.translate("Moving", "{0}: {1}").format(_said(name), counts[kind])
        for kind, name in _KINDS.items()
    ]
    return QCoreApplication.translate("Moving", "Saved: {0}\n{1}").format(path, " · ".join(parts))


def made_words(found: Merged) -> str:
    """When the file was made."""
    if found.made_at is None:
        return ""
    return QCoreApplication.translate("Moving", "Saved on the other computer: {0}").format(
        when(found.made_at)
    )


def fact_words(found: Merged) -> list[tuple[str, str]]:
    """A line for each kind that the file holds: "Drafts", "3 new · 1 newer · 2 here already"."""
    lines = []
    for kind, name in _KINDS.items():
        parts = []
        if found.new[kind]:
            parts.append(QCoreApplication.translate("Moving", "%Ln new", None, found.new[kind]))
        if found.newer[kind]:
            parts.append(
                QCoreApplication.translate("Moving", "%Ln newer than here", None, found.newer[kind])
            )
        if found.same[kind]:
            parts.append(
                QCoreApplication.translate("Moving", "%Ln here already", None, found.same[kind])
            )
        if parts:
            lines.append((_said(name), " · ".join(parts)))
    return lines


def left_out_words(found: Merged) -> list[str]:
    """A sentence for each app that is not connected here, and one when there is nothing to take."""
    said = [_left_out(app) for app in found.left_out]
    if not found.changes and not said:
        said.append(
            QCoreApplication.translate("Moving", "All of it is here already. Nothing to bring in.")
        )
    return said


def _left_out(app: LeftOut) -> str:
    things = QCoreApplication.translate("Moving", "%Ln thing(s)", None, app.things)
    if app.practice:
        return QCoreApplication.translate(
            "Moving",
            "{0} of practice stay in the file: practice was not opened on this computer yet. Open "
            "it, then bring the file in again.",
        ).format(things)
    return QCoreApplication.translate(
        "Moving",
        "{0} of “{1}” stay in the file: the app with Access ID {2} is not connected here. Connect "
        "it, then bring the file in again.",
    ).format(things, app.name, " / ".join(app.access_ids) or "–")


def taking_words(found: Merged) -> str:
    """The verb and the number."""
    return QCoreApplication.translate("Moving", "Bring in %Ln thing(s)", None, found.changes)


def arrived_words(merged: Merged) -> str:
    """What came in, and what did not."""
    said = QCoreApplication.translate("Moving", "%Ln thing(s) came in.", None, merged.changes)
    return " ".join([said, *left_out_words(merged)]) if merged.changes else said
