"""Why something with a list did not come about, in a sentence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from tpns_desktop.ui.words.lists import refusal_sentence


def trouble_words(error: BaseException) -> str:
    """For a `ListRefused`, or for anything else that went wrong."""
    detail = getattr(error, "detail", None)
    code = str(getattr(error, "code", ""))
    if isinstance(detail, dict):
        return refusal_sentence(code, detail)
    if code == "disk_full" or isinstance(error, OSError):
        return refusal_sentence("diskfull" if code == "disk_full" else "unreadable")
    return QCoreApplication.translate(
        "ListsScreen", "That could not be done, and nothing was changed. Try it again."
    )
