"""What a push to users of a Chat app will ask of a person before it leaves."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP

_LEVELS = {
    0: QT_TRANSLATE_NOOP("ChatLevel", "Ready for review. Practice: nobody real receives it."),
    2: QT_TRANSLATE_NOOP("ChatLevel", "Ready for review. One confirmation will be asked."),
    3: QT_TRANSLATE_NOOP("ChatLevel", "Ready for review. Ticks for who, what and when come there."),
    4: QT_TRANSLATE_NOOP(
        "ChatLevel", "Ready for review. Ticks and the app's name will be asked there."
    ),
}


def level_words(level: int) -> str:
    """What is asked at a level of `send.levels`."""
    text = _LEVELS.get(level)
    return QCoreApplication.translate("ChatLevel", text) if text else ""
