"""What is said of a draft that was made from a sent push."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from tpns_desktop.send.chat_drafts import ChatAgain
    from tpns_desktop.send.drafts import Again


def again_words(again: Again | ChatAgain, app_name: str, *, plans: bool = True) -> str:
    """What the copy has of the push, and what has to be chosen anew.

    `plans`: whether pushes of this kind belong to plans.
    """
    sentences = [
        QCoreApplication.translate(
            "Again", "A new draft with the people, message and options of “{0}”. Nothing is sent."
        ).format(again.title)
        if again.exact
        else QCoreApplication.translate(
            "Again",
            "A new draft from “{0}”. Its own draft has changed since, so not everything could be "
            "copied: look through each card.",
        ).format(again.title)
    ]
    if again.timed:
        sentences.append(
            QCoreApplication.translate("Again", "Its time was left empty: choose a new one.")
        )
    if again.from_app:
        sentences.append(
            QCoreApplication.translate(
                "Again", "It was sent with {0}; this draft is for {1}, without a plan."
            ).format(again.from_app, app_name)
            if plans
            else QCoreApplication.translate(
                "Again", "It was sent with {0}; this draft is for {1}."
            ).format(again.from_app, app_name)
        )
    return " ".join(sentences)
