"""What clearing the history takes away and leaves, in numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from tpns_desktop.send.clearing import Clearing


def goes_words(found: Clearing) -> list[str]:
    """A sentence for the pushes that go and one for the drafts."""
    said = [
        QCoreApplication.translate(
            "Clearing",
            "%Ln push(es) older than 24 hours go, with text, people and figures.",
            None,
            found.pushes,
        )
    ]
    if found.drafts:
        said.append(
            QCoreApplication.translate(
                "Clearing", "%Ln draft(s) that were sent as they stand go with them.", None,
                found.drafts,
            )
        )  # fmt: skip
    return said


def stays_words(found: Clearing) -> list[str]:
    """A sentence for what stays of the last day, and one for what is not settled."""
    said = []
    if found.recent:
        said.append(
            QCoreApplication.translate(
                "Clearing",
                "%Ln push(es) stay: of the last 24 hours, or still to go out.",
                None,
                found.recent,
            )
        )
    if found.unsettled:
        said.append(
            QCoreApplication.translate(
                "Clearing",
                "%Ln push(es) stay because they are on hold or not settled yet.",
                None,
                found.unsettled,
            )
        )
    return said


def cleared_words(done: Clearing) -> str:
    """What was taken away, or that there was nothing, and what stays."""
    first = (
        QCoreApplication.translate("Clearing", "%Ln push(es) were cleared.", None, done.pushes)
        if done.pushes
        else QCoreApplication.translate("Clearing", "There is nothing to clear.")
    )
    return " ".join([first, *stays_words(done)])
