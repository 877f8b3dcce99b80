"""The book of tags: what goes into it, and which tags a push names.

TPNS cannot list an app's tags, and a tag with one wrong letter reaches nobody without a word. So
the tags of confirmed pushes are remembered here, and those that a person adds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from tpns_desktop.send.facts import text_at, value_at
from tpns_desktop.store.tag_book import Tag, TagBook

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["Tag", "add", "named_in", "remember"]


def add(
    conn: Connection, app_id: str, tag_type: str, tags: Iterable[str], now: datetime
) -> list[Tag]:
    """Keep tags of one kind that a person wrote down; gives those that were new.

    Blank ones and repeats are left out. Raises UnknownApp.
    """
    book = TagBook(conn)
    made = (
        Tag(app_id=app_id, tag_type=tag_type, tag=tag, added_at=now)
        for tag in dict.fromkeys(text.strip() for text in tags)
        if tag
    )
    return [tag for tag in made if book.add(tag)]


def named_in(audience: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The tags of an audience as a summary keeps it (`AudienceSummary.as_dict`).

    Each is (kind, text), once; empty for any other audience than tags.
    """
    if audience.get("kind") != "tag":
        return []
    found = [
        (text_at(row, "tag_type"), tag)
        for group in value_at(audience, "groups") or ()
        for row in group
        for tag in row.get("tags") or ()
    ]
    return list(dict.fromkeys(found))


def remember(conn: Connection, app_id: str, audience: Mapping[str, Any], now: datetime) -> None:
    """A push to this audience was confirmed: its tags are used once more. Raises UnknownApp."""
    TagBook(conn).used(app_id, named_in(audience), now)
