"""The drafts of pushes to users of Chat apps, in one book."""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tpns_desktop.model.chat_dialects import DIALECTS
from tpns_desktop.model.chat_draft import empty_chat_draft
from tpns_desktop.model.chat_reading import chat_draft_of
from tpns_desktop.send.chat_requests import dialect_of
from tpns_desktop.store.chat_drafts import ChatDraftRow, ChatDrafts
from tpns_desktop.store.history import History, PushRow

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
    from_app: str
    """Name of the Chat app that it was sent with, when that is another one; else empty."""
    exact: bool
    """False: the draft is gone or has changed since, and not all of the push could be read back."""


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

    def again(self, batch_id: str, app_id: str | None) -> ChatAgain | None:
        """A sent push as a draft for an app (None: its own), its time emptied; None for no push.

        Nothing is kept yet.
        """
        with self._database.reading() as conn:
            rows = History(conn).batch(batch_id)
            if not rows or not rows[0].is_chat:
                return None
            stored = ChatDrafts(conn).get(rows[0].draft_id)
        row = rows[0]
        # The confirmation raised the revision by one.
        if stored is not None and stored.revision <= row.draft_rev + 1:
            draft, exact = copy.deepcopy(stored.data), True
        else:
            draft, exact = _read_back(row)
        schedule = draft.get("schedule")
        timed = isinstance(schedule, dict) and schedule.get("kind") == "at"
        draft["schedule"] = {"kind": "at" if timed else "now", "at": ""}
        return ChatAgain(
            draft, row.title, timed, "" if app_id in (None, row.app_id) else row.app_name, exact
        )


def _read_back(row: PushRow) -> tuple[dict[str, Any], bool]:
    """The draft that makes this request again; not exact where something had to be left."""
    try:
        body, dialect = json.loads(row.body), DIALECTS[dialect_of(row)]
    except ValueError:
        return empty_chat_draft(), False
    scheduled = isinstance(body, dict) and "SchedAt" in body
    draft, exact = chat_draft_of(body["Content"] if scheduled else body, dialect)
    draft["name"] = row.name
    draft["schedule"]["kind"] = "at" if scheduled else "now"
    return draft, exact


__all__ = ["ChatAgain", "ChatDraftBook", "ChatDraftRow"]
