"""What practice said to a rehearsal, in words. Facts come from `send.rehearsal`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from tpns_desktop.ui.words.audience import PLATFORMS
from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP
from tpns_desktop.ui.words.sentences import together
from tpns_desktop.ui.words.states import reason_words, refusal_words

if TYPE_CHECKING:
    from tpns_desktop.send.rehearsal import Rehearsed

translate = QCoreApplication.translate

_READ: dict[str, str] = {
    "people": QT_TRANSLATE_NOOP(
        "Rehearsal",
        "Read without complaint. Practice has other people, so nobody would get it there.",
    ),
    "plan": QT_TRANSLATE_NOOP(
        "Rehearsal", "Read without complaint. Your plan exists in TPNS, not in practice."
    ),
    "replaces": QT_TRANSLATE_NOOP(
        "Rehearsal",
        "Read without complaint. The push it replaces exists in TPNS, not in practice.",
    ),
}

_TROUBLES: dict[str, str] = {
    "no_practice": QT_TRANSLATE_NOOP("Rehearsal", "The practice service is not running."),
    "not_ready": QT_TRANSLATE_NOOP(
        "Rehearsal", "Something has to be fixed first. Go back; the page shows what."
    ),
    "list_gone": QT_TRANSLATE_NOOP(
        "Rehearsal", "The stored copy of the list is gone. Choose the file again."
    ),
}
_OTHER = QT_TRANSLATE_NOOP("Rehearsal", "The rehearsal could not be made.")


def rehearsed_words(row: Rehearsed) -> str:
    """What practice said to the request of one system, without its name."""
    if row.outcome == "accepted":
        return translate("Rehearsal", "Practice accepted it.")
    if row.outcome == "read":
        return translate("Rehearsal", _READ[row.reason])
    if row.outcome == "refused":
        # The answers are those of the real service, and so are their words.
        words = refusal_words(row.code)
        said = translate("Rehearsal", "Practice refused it: {0}").format(words.happened)
        return together([said, words.to_do])
    said = translate("Rehearsal", "Practice gave no usable answer.")
    return together([said, reason_words(row.reason)])


def rehearsed_tone(row: Rehearsed) -> tuple[str, str]:
    """The words and the tone of its pill."""
    if row.outcome == "accepted":
        return translate("Rehearsal", "✓ {0}").format(PLATFORMS[row.platform]), "ok"
    if row.outcome == "read":
        return translate("Rehearsal", "✓ {0}").format(PLATFORMS[row.platform]), "neutral"
    return translate("Rehearsal", "! {0}").format(PLATFORMS[row.platform]), "danger"


def rehearsal_trouble(error: BaseException) -> str:
    """Why there was no rehearsal at all."""
    reason = str(getattr(error, "reason", ""))
    return translate("Rehearsal", _TROUBLES.get(reason, _OTHER))
