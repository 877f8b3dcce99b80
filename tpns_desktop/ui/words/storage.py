"""What became of the data on this computer, in words: what happened, what to do, what it costs."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP
from tpns_desktop.ui.words.numbers import when


class TroubleWords(NamedTuple):
    """A page about data that cannot be opened."""

    title: str
    happened: str
    to_do: str


_TROUBLES: dict[str, TroubleWords] = {
    "gone": TroubleWords(
        QT_TRANSLATE_NOOP("Storage", "The history on this computer is gone"),
        QT_TRANSLATE_NOOP(
            "Storage",
            "The program wrote its data here before, but the file is missing or empty now. "
            "Perhaps a clean-up or a sync program removed it. Nothing was changed, and nothing "
            "was sent.",
        ),
        QT_TRANSLATE_NOOP(
            "Storage",
            "Is it in the recycle bin? Then quit, put it back into the folder below and start "
            "again. Otherwise choose one of the ways below.",
        ),
    ),
    "damaged": TroubleWords(
        QT_TRANSLATE_NOOP("Storage", "The history on this computer is damaged"),
        QT_TRANSLATE_NOOP(
            "Storage",
            "The file cannot be read any more, perhaps after a power cut or a fault of the disk. "
            "Nothing was changed, and nothing was sent.",
        ),
        QT_TRANSLATE_NOOP(
            "Storage",
            "There are backups. Choose one of the ways below; the damaged file is kept beside it.",
        ),
    ),
    "read_only": TroubleWords(
        QT_TRANSLATE_NOOP("Storage", "The history cannot be written"),
        QT_TRANSLATE_NOOP(
            "Storage",
            "Its file is write-protected or belongs to somebody else. It can be read, but nothing "
            "could be written down in it, so nothing can be saved or sent.",
        ),
        QT_TRANSLATE_NOOP(
            "Storage",
            "Allow writing to the files of the program in the folder below, then try again.",
        ),
    ),
    "network": TroubleWords(
        QT_TRANSLATE_NOOP("Storage", "The data folder is on a network drive"),
        QT_TRANSLATE_NOOP(
            "Storage",
            "On a network drive nobody can promise that a push is written down before it is "
            "sent. The program could send it twice, so it does not open there.",
        ),
        QT_TRANSLATE_NOOP("Storage", "Move the folder to a disk of this computer, then try again."),
    ),
    "folder": TroubleWords(
        QT_TRANSLATE_NOOP("Storage", "The data folder cannot be used"),
        QT_TRANSLATE_NOOP(
            "Storage",
            "The program may not read or write in its folder, so nothing can be saved or sent.",
        ),
        QT_TRANSLATE_NOOP(
            "Storage",
            "Check that the folder exists, that its disk is connected and that you may write "
            "there, then try again.",
        ),
    ),
    "full": TroubleWords(
        QT_TRANSLATE_NOOP("Storage", "The disk is full"),
        QT_TRANSLATE_NOOP(
            "Storage",
            "There is no room to write anything down, so nothing can be saved or sent. Your "
            "history is as it was.",
        ),
        QT_TRANSLATE_NOOP("Storage", "Make room on the disk, then try again."),
    ),
    "busy": TroubleWords(
        QT_TRANSLATE_NOOP("Storage", "Another program holds the data"),
        QT_TRANSLATE_NOOP(
            "Storage",
            "Another program, perhaps a backup or a virus scanner, keeps the file to itself.",
        ),
        QT_TRANSLATE_NOOP("Storage", "Wait until it has finished, then try again."),
    ),
    "newer": TroubleWords(
        QT_TRANSLATE_NOOP("Storage", "The history is from a newer version of the program"),
        QT_TRANSLATE_NOOP(
            "Storage",
            "A newer version has written the data on this computer. This one leaves it "
            "untouched, since it could only spoil it.",
        ),
        QT_TRANSLATE_NOOP(
            "Storage",
            "Start the newer version of the program instead. Or go on here with an older backup; "
            "the newer file is kept.",
        ),
    ),
    "failed": TroubleWords(
        QT_TRANSLATE_NOOP("Storage", "The history could not be opened"),
        QT_TRANSLATE_NOOP(
            "Storage",
            "Something is wrong with the data on this computer, so nothing can be saved or sent.",
        ),
        QT_TRANSLATE_NOOP(
            "Storage", "Restart the computer and try again. If it stays so, ask whoever helps you."
        ),
    ),
}
"""Kind of `send.storage.StorageTrouble` → words."""


def trouble_words(kind: str) -> TroubleWords:
    """What a page about data that cannot be opened says."""
    words = _TROUBLES.get(kind, _TROUBLES["failed"])
    return TroubleWords(*(QCoreApplication.translate("Storage", text) for text in words))


def age(moment: datetime, now: datetime | None = None) -> str:
    """How long ago: "3 hours ago". Days from the second on."""
    passed_s = max(0, int(((now or datetime.now(UTC)) - moment).total_seconds()))
    if passed_s < 3600:
        return QCoreApplication.translate("Storage", "%Ln minute(s) ago", None, passed_s // 60)
    if passed_s < 2 * 86400:
        return QCoreApplication.translate("Storage", "%Ln hour(s) ago", None, passed_s // 3600)
    return QCoreApplication.translate("Storage", "%Ln day(s) ago", None, passed_s // 86400)


def backup_words(taken_at: datetime, now: datetime | None = None) -> str:
    """One backup in a list: when it was made and how long ago that is."""
    return QCoreApplication.translate("Storage", "{0} ({1})").format(
        when(taken_at, now), age(taken_at, now)
    )


_NOTES: dict[str, str] = {
    "damaged": QT_TRANSLATE_NOOP(
        "Storage",
        "The history on this computer was damaged. It was set aside untouched and a new one was "
        "begun: {0}. What was sent before is not known any more, so nobody would notice a push "
        "that goes out twice. Sending is off until you have seen this.",
    ),
    "newer": QT_TRANSLATE_NOOP(
        "Storage",
        "The history on this computer was written by a newer version of the program. It was set "
        "aside untouched and a new one was begun: {0}. What was sent before is not known here. "
        "Sending is off until you have seen this.",
    ),
    "changed": QT_TRANSLATE_NOOP(
        "Storage",
        "A push that was confirmed is not the same any more on this computer's disk. It will not "
        "be sent. Sending is off until you have seen this.",
    ),
    "restored@backup": QT_TRANSLATE_NOOP(
        "Storage",
        "You work with the backup of {1} now: apps, drafts and history are as they were then. "
        "Pushes sent after it are missing here, so look into the TPNS console before you send "
        "one again. Sending is off until you have seen this.",
    ),
    "restored": QT_TRANSLATE_NOOP(
        "Storage",
        "This history is older than what the program knew: it comes from a backup or a copy. "
        "Pushes sent after it are missing here, so look into the TPNS console before you send "
        "one again. Sending is off until you have seen this.",
    ),
    "afresh": QT_TRANSLATE_NOOP(
        "Storage",
        "You work with a new, empty history now: apps have to be connected again. What was sent "
        "before is not known any more, so look into the TPNS console before you send such a push "
        "again. Sending is off until you have seen this.",
    ),
}


def note_words(kind: str, kept_at: object = None, taken_at: datetime | None = None) -> str | None:
    """What a note of the start says; None for a kind that is not about the data.

    `taken_at`: of the backup that was chosen.
    """
    text = _NOTES.get(f"{kind}@backup" if taken_at is not None else kind)
    if text is None:
        return None
    taken = backup_words(taken_at) if taken_at is not None else ""
    return QCoreApplication.translate("Storage", text).format(kept_at or "", taken)
