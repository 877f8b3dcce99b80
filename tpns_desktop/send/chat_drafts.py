"""The drafts of pushes to users of Chat apps, in one book."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tpns_desktop.store.chat_drafts import ChatDraftRow, ChatDrafts
from tpns_desktop.store.history import History

if TYPE_CHECKING:
    from tpns_desktop.send.clock import Clock
    from tpns_desktop.send.storage import StorageWatch
    from tpns_desktop.store.database import Database
    from tpns_desktop.store.drafts import DraftRow


@dataclass(frozen=True)
class ChatAgain:
    """A sent Chat push as a draft."""

    draft: dict[str, Any] = field(repr=False)
    title: str
    timed: bool
    """Whether it had a time, which is empty now."""


class ChatDraftBook:
    """The drafts of every Chat app. Used on the database's thread."""

    def __init__(self, database: Database, storage: StorageWatch, clock: Clock) -> None:
        self._database = database
        self._storage = storage
        self._clock = clock

    def all(self, app_id: str, search: str = "") -> list[DraftRow]:
        """The app's drafts, the last changed first; those with every word of `search`."""
        with self._database.reading() as conn:
            return ChatDrafts(conn).recent(app_id, search=search)

    def get(self, draft_id: str) -> DraftRow | None:
        """One draft, None when there is none."""
        with self._database.reading() as conn:
            return ChatDrafts(conn).get(draft_id)

    def save(self, app_id: str, draft_id: str | None, data: Mapping[str, Any]) -> DraftRow:
        """Keep a draft. Raises StoreError."""
        with self._storage.writing(), self._database.transaction() as conn:
            return ChatDrafts(conn, self._clock.now).save(app_id, draft_id, data)

    def duplicate(self, draft_id: str, name: str) -> DraftRow | None:
        """Keep a copy under another name; None for no such draft. Raises StoreError."""
        with self._storage.writing(), self._database.transaction() as conn:
            drafts = ChatDrafts(conn, self._clock.now)
            row = drafts.get(draft_id)
            return None if row is None else drafts.add(row.app_id, {**row.data, "name": name})

    def remove(self, draft_id: str) -> bool:
        """Forget a draft; what was sent from it stays in the history. Raises StoreError."""
        with self._database.transaction() as conn:
            return ChatDrafts(conn).remove(draft_id)

    def restore(self, row: DraftRow) -> DraftRow:
        """Bring a removed draft back, under its id. Raises StoreError.

        One that is there again was typed on meanwhile: it stays as it is, and is given.
        """
        with self._storage.writing(), self._database.transaction() as conn:
            drafts = ChatDrafts(conn, self._clock.now)
            standing = drafts.get(row.id)
            return standing if standing is not None else drafts.put(row)

    def again(self, batch_id: str) -> ChatAgain | None:
        """A sent push as a draft, its time emptied; None: no such push, or its draft is gone.

        The draft as it stands now, where it was changed since. Nothing is kept yet.
        """
        with self._database.reading() as conn:
            rows = History(conn).batch(batch_id)
            stored = ChatDrafts(conn).get(rows[0].draft_id) if rows and rows[0].is_chat else None
        if stored is None:
            return None
        draft = copy.deepcopy(stored.data)
        schedule = draft.get("schedule")
        timed = False
        if isinstance(schedule, dict) and schedule.get("kind") == "at":
            timed, schedule["at"] = True, ""
        return ChatAgain(draft, rows[0].title, timed)


__all__ = ["ChatAgain", "ChatDraftBook", "ChatDraftRow"]
