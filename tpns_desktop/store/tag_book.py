"""The local book of tags: what was used with an app before, because the service lists none.

A tag is one text of one kind (``tag_type``, tpns-rest 5.7): ``guangdong`` as a province is another
tag than ``guangdong`` as one of the app's own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select, update

from tpns_desktop.store import tables

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection

_tags = tables.tags


@dataclass(frozen=True, kw_only=True)
class Tag:
    """One tag of an app. Every datetime is aware, in UTC."""

    app_id: str
    tag_type: str
    tag: str
    added_at: datetime
    used_at: datetime | None = None
    """When a push to it was last confirmed; None: never, it was added by hand."""
    uses: int = 0
    """How many pushes to it were confirmed."""
    reached: int | None = None
    """How many devices the last push to this tag alone reached; None: not known."""
    reached_at: datetime | None = None


class TagBook:
    """The tags in the database behind one connection."""

    def __init__(self, conn: Connection) -> None:
        """Work inside the transaction of ``conn``."""
        self._conn = conn

    def all(self, app_id: str) -> list[Tag]:
        """Give the app's tags, kind by kind, in the order of their letters."""
        query = (
            select(_tags).where(_tags.c.app_id == app_id).order_by(_tags.c.tag_type, _tags.c.tag)
        )
        return [Tag(**row._mapping) for row in self._conn.execute(query)]

    def get(self, app_id: str, tag_type: str, tag: str) -> Tag | None:
        """Give one tag, None when the book does not have it."""
        row = self._conn.execute(select(_tags).where(*_key(app_id, tag_type, tag))).first()
        return None if row is None else Tag(**row._mapping)

    def add(self, tag: Tag) -> bool:
        """Keep a tag. False when the book has it already; then it stays as it is.

        Raises UnknownApp when its app is not stored.
        """
        if self.get(tag.app_id, tag.tag_type, tag.tag) is not None:
            return False
        self._conn.execute(insert(_tags).values(**asdict(tag)))
        return True

    def used(self, app_id: str, tags: Iterable[tuple[str, str]], at: datetime) -> None:
        """Count one confirmed push to these tags, each ``(tag_type, tag)``; new ones are added."""
        for tag_type, tag in dict.fromkeys(tags):
            self.add(Tag(app_id=app_id, tag_type=tag_type, tag=tag, added_at=at))
            self._conn.execute(
                update(_tags)
                .where(*_key(app_id, tag_type, tag))
                .values(used_at=at, uses=_tags.c.uses + 1)
            )

    def reached(self, app_id: str, tag_type: str, tag: str, devices: int, at: datetime) -> None:
        """Keep how many devices the last push to this tag alone reached."""
        self._conn.execute(
            update(_tags).where(*_key(app_id, tag_type, tag)).values(reached=devices, reached_at=at)
        )

    def remove(self, app_id: str, tag_type: str, tag: str) -> bool:
        """Forget a tag here; nothing changes at the service. False when there is no such tag."""
        query = delete(_tags).where(*_key(app_id, tag_type, tag))
        return self._conn.execute(query).rowcount == 1


def _key(app_id: str, tag_type: str, tag: str) -> tuple[ColumnElement[bool], ...]:
    return (_tags.c.app_id == app_id, _tags.c.tag_type == tag_type, _tags.c.tag == tag)
