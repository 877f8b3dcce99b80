"""Drafts of pushes to users of a Chat app: kept as all drafts are, in a table of their own.

What the fields of one mean belongs to ``model.chat_draft``; here only those that a list shows, or
that are searched, are looked at.
"""

from __future__ import annotations

from dataclasses import dataclass

from tpns_desktop.store import tables
from tpns_desktop.store.drafts import DraftRow, Drafts


@dataclass(frozen=True)
class ChatDraftRow(DraftRow):
    """A stored draft; its data is shaped as ``model.chat_draft.empty_chat_draft``."""

    @property
    def title(self) -> str:
        """The notification's title, empty when none was written."""
        told = self.data.get("notification")
        title = told.get("title") if isinstance(told, dict) else None
        return title if isinstance(title, str) else ""

    @property
    def content(self) -> str:
        """The message's texts, one a line; without any the notification's."""
        message, told = self.data.get("message"), self.data.get("notification")
        elements = message.get("elements") if isinstance(message, dict) else None
        texts = [
            str(row.get("text"))
            for row in (elements if isinstance(elements, list) else ())
            if isinstance(row, dict) and row.get("kind") == "text" and row.get("text")
        ]
        text = told.get("text") if isinstance(told, dict) else None
        return "\n".join(texts) or (text if isinstance(text, str) else "")

    @property
    def audience_kind(self) -> str | None:
        """``all``, ``tags``, ``attributes``, ``users``; None when nobody was chosen."""
        return super().audience_kind


class ChatDrafts(Drafts):
    """The Chat drafts in the database behind one connection."""

    _drafts = tables.chat_drafts
    _row = ChatDraftRow
