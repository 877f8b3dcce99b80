"""What is being typed, stored raw: nothing typed is ever lost because it is not right yet.

``save`` is called about once a second while a person types, so it is two small statements. What a
draft's fields mean belongs to ``model.draft``; here only the few that a list of drafts shows are
looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, exists, func, insert, select, type_coerce, update
from sqlalchemy.types import Text

from tpns_desktop.model.states import FIRST_STATES, MAY_HAVE_LEFT
from tpns_desktop.store import tables
from tpns_desktop.store.columns import json_text, utc_now
from tpns_desktop.store.ids import new_id

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

_drafts = tables.drafts
_pushes = tables.pushes


@dataclass(frozen=True)
class DraftRow:
    """A stored draft."""

    id: str
    app_id: str
    revision: int
    """From 1; rises with every save that changed something, and with every confirmation."""
    data: dict[str, Any]
    """The draft itself, as ``model.draft.empty_draft`` shapes it; may be wrong anywhere."""
    updated_at: datetime
    template: int = 0
    """1: kept to begin other drafts from; 0: not."""

    @property
    def name(self) -> str:
        """The person's own name for the draft, empty when none was given."""
        return _text(self.data, "name")

    @property
    def title(self) -> str:
        """The message's title, empty when none was written."""
        return _text(self.data, "message", "title")

    @property
    def audience_kind(self) -> str | None:
        """``all``, ``tag``, ``account``, ``device``; None when nobody was chosen."""
        return _text(self.data, "audience", "kind") or None


class Drafts:
    """The drafts in the database behind one connection."""

    def __init__(self, conn: Connection, clock: Callable[[], datetime] = utc_now) -> None:
        """Work inside the transaction of ``conn``; ``clock`` gives aware instants."""
        self._conn = conn
        self._clock = clock

    def save(self, app_id: str, draft_id: str | None, data: Mapping[str, Any]) -> DraftRow:
        """Keep ``data`` under ``draft_id`` (None: a new draft); give the row as it now stands.

        Equal data changes nothing, neither revision nor time. A draft that was removed meanwhile
        comes back under its id: a save that was on its way must not lose what was typed.
        Raises UnknownApp when the app is not stored, ValueError or TypeError for what JSON cannot
        hold.
        """
        text = json_text(dict(data))
        if draft_id is not None:
            stored = self._conn.execute(
                select(
                    _drafts.c.app_id,
                    _drafts.c.revision,
                    _drafts.c.updated_at,
                    _drafts.c.template,
                    type_coerce(_drafts.c.data, Text).label("text"),
                ).where(_drafts.c.id == draft_id)
            ).first()
            if stored is not None:
                if stored.text == text and stored.app_id == app_id:
                    return DraftRow(
                        draft_id,
                        app_id,
                        stored.revision,
                        dict(data),
                        stored.updated_at,
                        stored.template,
                    )
                row = DraftRow(
                    draft_id,
                    app_id,
                    stored.revision + 1,
                    dict(data),
                    self._clock(),
                    stored.template,
                )
                self._conn.execute(
                    update(_drafts)
                    .where(_drafts.c.id == draft_id)
                    .values(
                        app_id=app_id,
                        revision=row.revision,
                        data=row.data,
                        updated_at=row.updated_at,
                    )
                )
                return row
        revision = 1 if draft_id is None else self._last_confirmed(draft_id) + 1
        row = DraftRow(draft_id or new_id(), app_id, revision, dict(data), self._clock())
        self._conn.execute(
            insert(_drafts).values(
                id=row.id,
                app_id=app_id,
                revision=row.revision,
                data=row.data,
                updated_at=row.updated_at,
            )
        )
        return row

    def _last_confirmed(self, draft_id: str) -> int:
        # A draft that comes back must not take up a revision that was confirmed once: see
        # tables.pushes.
        query = select(func.max(tables.pushes.c.draft_rev)).where(
            tables.pushes.c.draft_id == draft_id
        )
        # Tests count below zero.
        return max(self._conn.execute(query).scalar() or 0, 0)

    def new_revision(self, draft_id: str) -> int | None:
        """Raise the revision of an unchanged draft and give it; None when there is no such draft.

        Every confirmation takes a revision of its own, even of unchanged text (design of sending,
        2.1).
        """
        query = (
            update(_drafts)
            .where(_drafts.c.id == draft_id)
            .values(revision=_drafts.c.revision + 1)
            .returning(_drafts.c.revision)
        )
        return self._conn.execute(query).scalar()

    def get(self, draft_id: str) -> DraftRow | None:
        """Give the draft, None when there is none of this id."""
        row = self._conn.execute(select(_drafts).where(_drafts.c.id == draft_id)).first()
        return None if row is None else _draft(row)

    def recent(self, app_id: str, limit: int = 50) -> list[DraftRow]:
        """Give the app's drafts, the last changed first, at most ``limit``.

        A draft whose last revision is on its way, or may be, is left out: it stands in the history,
        and offering it again would invite a second push. It is back once that push was not sent.
        """
        on_its_way = exists().where(
            _pushes.c.draft_id == _drafts.c.id,
            # The confirmation itself raised the revision by one (new_revision).
            _pushes.c.draft_rev + 1 >= _drafts.c.revision,
            _pushes.c.state.in_(FIRST_STATES | MAY_HAVE_LEFT),
        )
        query = (
            select(_drafts)
            .where(_drafts.c.app_id == app_id, ~on_its_way)
            .order_by(_drafts.c.updated_at.desc(), _drafts.c.id)
            .limit(limit)
        )
        return [_draft(row) for row in self._conn.execute(query)]

    def remove(self, draft_id: str) -> bool:
        """Forget the draft; what was sent from it stays in the history.

        False when there is no such draft.
        """
        query = delete(_drafts).where(_drafts.c.id == draft_id)
        return self._conn.execute(query).rowcount == 1


def _draft(row: Row[tuple[object, ...]]) -> DraftRow:
    return DraftRow(**row._mapping)


def _text(data: object, *path: str) -> str:
    for key in path:
        data = data.get(key) if isinstance(data, dict) else None
    return data if isinstance(data, str) else ""
