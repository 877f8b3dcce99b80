"""Why a plan was not made or added, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP
from tpns_desktop.ui.words.states import refusal_words

_REASONS: dict[str, str] = {
    "name_required": QT_TRANSLATE_NOOP("Plans", "Give the plan a name."),
    "name_too_long": QT_TRANSLATE_NOOP("Plans", "The name is too long. Shorten it."),
    "description_required": QT_TRANSLATE_NOOP("Plans", "Say in a few words what it is for."),
    "description_too_long": QT_TRANSLATE_NOOP("Plans", "The description is too long. Shorten it."),
    "id_required": QT_TRANSLATE_NOOP("Plans", "Enter at least one plan ID."),
    "id_digits": QT_TRANSLATE_NOOP("Plans", "A plan ID is a number: digits only."),
    "no_key": QT_TRANSLATE_NOOP("Plans", "The app's Secret Key is not at hand."),
    "bad_text": QT_TRANSLATE_NOOP("Plans", "One character is incomplete. Type it again."),
    "not_sent": QT_TRANSLATE_NOOP(
        "Plans", "The service could not be reached. No plan was made; try again later."
    ),
    "unknown": QT_TRANSLATE_NOOP(
        "Plans",
        "The connection broke after the request. The plan may exist: look in the TPNS console "
        "before you try again.",
    ),
}

_OTHER = QT_TRANSLATE_NOOP("Plans", "The plan could not be saved. Nothing else was changed.")


def plan_refusal(error: BaseException) -> str:
    """A sentence for a `PlanRefused` (or for anything else that went wrong)."""
    reason = str(getattr(error, "reason", ""))
    if reason == "refused":
        words = refusal_words(getattr(error, "code", None))
        return f"{words.happened} {words.to_do}"
    return QCoreApplication.translate("Plans", _REASONS.get(reason, _OTHER))
