"""What is being typed, stored raw: nothing typed is ever lost because it is not right yet.

``save`` is called about once a second while a person types, so it is two small statements. What a
draft's fields mean belongs to ``model.draft``; here only the few that a list of drafts shows, or
that are searched, are looked at. A template is a draft that others begin from; it has no other
shape.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ColumnElement,
    Table,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
    type_coerce,
    update,
)
from sqlalchemy.types import Text

from tpns_desktop.model.states import FIRST_STATES, MAY_HAVE_LEFT
from tpns_desktop.store import tables
from tpns_desktop.store.columns import json_text, utc_now
from tpns_desktop.store.history import CHUNK
from tpns_desktop.store.ids import new_id

if TYPE_CHECKING:
    from sqlalchemy import Connection

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
    def content(self) -> str:
        """The message's text, empty when none was written."""
        return _text(self.data, "message", "content")

    @property
    def audience_kind(self) -> str | None:
        """``all``, ``tag``, ``account``, ``device``; None when nobody was chosen."""
        return _text(self.data, "audience", "kind") or None


class Drafts:
    """The drafts in the database behind one connection."""

    _drafts: Table = tables.drafts
    _row: type[DraftRow] = DraftRow

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
                    self._drafts.c.app_id,
                    self._drafts.c.revision,
                    self._drafts.c.updated_at,
                    self._drafts.c.template,
                    type_coerce(self._drafts.c.data, Text).label("text"),
                ).where(self._drafts.c.id == draft_id)
            ).first()
            if stored is not None:
                if stored.text == text and stored.app_id == app_id:
                    return self._row(
                        draft_id,
                        app_id,
                        stored.revision,
                        dict(data),
                        stored.updated_at,
                        stored.template,
                    )
                row = self._row(
                    draft_id,
                    app_id,
                    stored.revision + 1,
                    dict(data),
                    self._clock(),
                    stored.template,
                )
                self._conn.execute(
                    update(self._drafts)
                    .where(self._drafts.c.id == draft_id)
                    .values(
                        app_id=app_id,
                        revision=row.revision,
                        data=row.data,
                        updated_at=row.updated_at,
                    )
                )
                return row
        revision = 1 if draft_id is None else self._last_confirmed(draft_id) + 1
        row = self._row(draft_id or new_id(), app_id, revision, dict(data), self._clock())
        self._insert(row)
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
            update(self._drafts)
            .where(self._drafts.c.id == draft_id)
            .values(revision=self._drafts.c.revision + 1)
            .returning(self._drafts.c.revision)
        )
        return self._conn.execute(query).scalar()

    def add(self, app_id: str, data: Mapping[str, Any], *, template: bool = False) -> DraftRow:
        """Keep ``data`` as a draft, or a template, of its own. Raises as ``save``."""
        row = self._row(new_id(), app_id, 1, dict(data), self._clock(), int(template))
        json_text(row.data)
        self._insert(row)
        return row

    def put(self, row: DraftRow) -> DraftRow:
        """Keep a draft as ``row`` has it, under its id, with its instant; give it as it now stands.

        For what is brought back or comes from elsewhere. The revision alone may be a higher one: it
        is past every confirmed one, so that the draft is listed, and past what it replaces.
        Raises as ``save``.
        """
        json_text(row.data)
        stored = self.get(row.id)
        confirmed = self._last_confirmed(row.id)
        revision = max(
            row.revision,
            confirmed + 2 if confirmed else 1,  # the confirmation itself took one
            stored.revision + 1 if stored is not None else 1,
        )
        kept = replace(row, revision=revision, data=dict(row.data))
        if stored is not None:
            self.remove(row.id)
        self._insert(kept)
        return kept

    def rename(self, draft_id: str, name: str) -> DraftRow | None:
        """Give the draft another name, and the row as it now stands; None for no such draft."""
        row = self.get(draft_id)
        return None if row is None else self.save(row.app_id, row.id, {**row.data, "name": name})

    def _sent_as_it_is(self) -> tuple[ColumnElement[bool], ...]:
        """A push of a draft that has not changed since, which left, or is about to."""
        return (
            # The confirmation itself raised the revision by one (new_revision).
            _pushes.c.draft_rev + 1 >= self._drafts.c.revision,
            _pushes.c.state.in_(FIRST_STATES | MAY_HAVE_LEFT),
            _pushes.c.purpose == "push",
        )

    def _insert(self, row: DraftRow) -> None:
        self._conn.execute(
            insert(self._drafts).values(
                id=row.id,
                app_id=row.app_id,
                revision=row.revision,
                data=row.data,
                updated_at=row.updated_at,
                template=row.template,
            )
        )

    def get(self, draft_id: str) -> DraftRow | None:
        """Give the draft, None when there is none of this id."""
        row = self._conn.execute(select(self._drafts).where(self._drafts.c.id == draft_id)).first()
        return None if row is None else self._row(**row._mapping)

    def recent(self, app_id: str, limit: int = 500, search: str = "") -> list[DraftRow]:
        """Give the app's drafts, at most ``limit``: templates, then the rest, last changed first.

        A draft whose last revision is on its way, or may be, is left out: it stands in the history,
        and offering it again would invite a second push. It is back once that push was not sent.
        A test is no such push. ``search``: see ``matches``.
        """
        on_its_way = exists().where(_pushes.c.draft_id == self._drafts.c.id, *self._sent_as_it_is())
        query = (
            select(self._drafts)
            .where(self._drafts.c.app_id == app_id, or_(self._drafts.c.template == 1, ~on_its_way))
            .order_by(
                self._drafts.c.template.desc(), self._drafts.c.updated_at.desc(), self._drafts.c.id
            )
        )
        found = (self._row(**row._mapping) for row in self._conn.execute(query))
        return list(islice((row for row in found if matches(row, search)), limit))

    def spent(self, batch_ids: Sequence[str]) -> list[str]:
        """Give the ids of the drafts that ``recent`` leaves out because of these batches."""
        found: set[str] = set()
        for start in range(0, len(batch_ids), CHUNK):
            query = (
                select(self._drafts.c.id)
                .join(_pushes, _pushes.c.draft_id == self._drafts.c.id)
                .where(
                    _pushes.c.batch_id.in_(batch_ids[start : start + CHUNK]),
                    self._drafts.c.template == 0,
                    *self._sent_as_it_is(),
                )
            )
            found.update(self._conn.execute(query).scalars())
        return sorted(found)

    def every(self, app_id: str) -> list[DraftRow]:
        """Give every draft and template of the app, those on their way too, the oldest first."""
        query = (
            select(self._drafts)
            .where(self._drafts.c.app_id == app_id)
            .order_by(self._drafts.c.updated_at, self._drafts.c.id)
        )
        return [self._row(**row._mapping) for row in self._conn.execute(query)]

    def remove(self, draft_id: str) -> bool:
        """Forget the draft; what was sent from it stays in the history.

        False when there is no such draft.
        """
        query = delete(self._drafts).where(self._drafts.c.id == draft_id)
        return self._conn.execute(query).rowcount == 1


def matches(row: DraftRow, search: str) -> bool:
    """Tell whether each word of ``search`` stands in the draft's name, title or text.

    Upper and lower case, full and half width are the same. Chinese has no spaces between words, so
    a word is looked for anywhere, not at beginnings alone. True for no words.
    """
    words = _folded(search).split()
    text = "\n".join(_folded(part) for part in (row.name, row.title, row.content))
    return all(word in text for word in words)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _text(data: object, *path: str) -> str:
    for key in path:
        data = data.get(key) if isinstance(data, dict) else None
    return data if isinstance(data, str) else ""
