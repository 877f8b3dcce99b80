"""The ready example that a newcomer finds in practice: a message, nobody chosen yet."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from tpns_desktop.model.draft import empty_draft


def example_draft() -> dict[str, Any]:
    """A draft that lacks only its audience, in the present language."""
    draft = empty_draft()
    draft["name"] = QCoreApplication.translate("Example", "Double 11, first evening")
    draft["message"]["title"] = QCoreApplication.translate("Example", "Double 11 is tonight")
    draft["message"]["content"] = QCoreApplication.translate(
        "Example", "Your cart is waiting: 30% off from 8 pm, members from 7 pm."
    )
    return draft
