"""The lines of the Sent list: what a table shows of a push, read a window at a time.

Narrow on purpose: neither bodies nor audiences are read, so that a window of some hundred lines
costs a few milliseconds, wherever it lies in a million.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import String, and_, func, select, type_coerce

from tpns_desktop.store import tables
from tpns_desktop.store.errors import Damaged
from tpns_desktop.store.sent_index import ELSEWHERE, at_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

_list, _pushes, _records = tables.sent_list, tables.pushes, tables.records

_KINDS = {
    "all": "all",
    "tag": "tag",
    "token": "device",
    "token_list": "device",
    "account": "account",
    "account_list": "account",
    "package_account_push": "file",
    "package_token_push": "file",
}
"""``pushType`` of a record → what this program calls such an audience."""


@dataclass(frozen=True, slots=True)
class LinePart:
    """One platform's part of a push of ours, as far as its state in words goes by it."""

    state: str
    matches: tuple[str, ...]
    reason: str | None
    settled_by: str | None
    list_sha256: str | None


@dataclass(frozen=True, slots=True)
class Line:
    """One push in the list, ours or one made elsewhere."""

    key: int
    batch_id: str | None
    """None: made elsewhere."""
    access_id: str
    push_id: str | None
    """Of one made elsewhere."""
    when: datetime
    """Its planned start, else when it left, else when it was confirmed. Aware, UTC."""
    state: str
    """Joined state of ours (``model.states``), or ``sent_index.ELSEWHERE``."""
    status: str
    """The service's word, or empty where it has told nothing yet."""
    repeats: bool
    title: str
    content: str
    audience_kind: str
    count: int | None
    app_name: str
    """Empty for one made elsewhere."""
    parts: tuple[LinePart, ...] = ()
    name: str = ""
    plan_name: str = ""
    practice: bool = False
    is_test: bool = False
    source: str = ""
    """Of one made elsewhere: ``api``, the console's word, or empty."""
    told_counters: tuple[str, ...] = ()
    """One JSON a platform: most are never looked at."""

    @property
    def id(self) -> str:
        """What it is known by, whatever the list shows."""
        return self.batch_id or f"{self.access_id}/{self.push_id}"

    @property
    def counters(self) -> tuple[list[dict[str, Any]], ...]:
        """One list of channels a platform, as ``PushRow.counters``."""
        return tuple(json.loads(told) for told in self.told_counters)

    @property
    def elsewhere(self) -> bool:
        """Whether this program did not make it."""
        return self.batch_id is None


def lines(conn: Connection, keys: Sequence[int]) -> list[Line]:
    """Give the lines of these keys in their order, without those that are gone.

    At most some hundred keys. Raises Damaged.
    """
    found = {row.key: row for row in conn.execute(select(_list).where(_list.c.key.in_(keys)))}
    try:
        ours = _ours(conn, [row.batch_id for row in found.values() if row.batch_id is not None])
        theirs = _theirs(conn, [key for key, row in found.items() if row.batch_id is None])
        made = (
            (ours.get(found[key].batch_id) or theirs.get(key), found[key])
            for key in keys
            if key in found
        )
        return [_line(told, row) for told, row in made if told]
    except (TypeError, ValueError, KeyError):
        raise Damaged("a push") from None


def _ours(conn: Connection, batch_ids: Sequence[str]) -> dict[str, list[Any]]:
    columns = _pushes.c
    query = (
        select(
            columns.batch_id,
            columns.state,
            columns.practice,
            columns.purpose,
            columns.audience_kind,
            func.json_extract(columns.audience, "$.count").label("count"),
            # Read as they are stored: SQLAlchemy's way costs more than all else together.
            *(
                type_coerce(column, String).label(column.name)
                for column in (
                    columns.title,
                    columns.content,
                    columns.name,
                    columns.plan_name,
                    columns.app_name,
                    columns.schedule_at,
                    columns.created_at,
                    columns.sent_at,
                    columns.matches,
                    columns.counters,
                )
            ),
            columns.reason,
            columns.settled_by,
            columns.list_sha256,
        )
        .where(columns.batch_id.in_(batch_ids))
        .order_by(columns.seq)
    )
    found: dict[str, list[Any]] = {}
    for row in conn.execute(query):
        found.setdefault(row.batch_id, []).append(row)
    return found


def _theirs(conn: Connection, keys: Sequence[int]) -> dict[int, list[Any]]:
    if not keys:
        return {}
    here = and_(_records.c.access_id == _list.c.access_id, _records.c.push_id == _list.c.push_id)
    query = select(
        _list.c.key,
        _records.c.at,
        _records.c.title,
        _records.c.content,
        _records.c.push_type,
        _records.c.source,
        _records.c.targets,
        type_coerce(_records.c.counters, String).label("counters"),
    ).join(_records, here)
    return {row.key: [row] for row in conn.execute(query.where(_list.c.key.in_(keys)))}


def _line(told: Sequence[Any], listed: Any) -> Line:
    first = told[0]
    common = {
        "key": listed.key,
        "batch_id": listed.batch_id,
        "access_id": listed.access_id,
        "push_id": listed.push_id,
        "state": listed.state,
        "status": listed.status,
        "repeats": listed.repeats,
        "title": first.title,
        "content": first.content,
    }
    if listed.state == ELSEWHERE:
        return Line(
            **common,
            when=first.at or at_of(listed.key),
            audience_kind=_KINDS.get(first.push_type, ""),
            count=first.targets,
            app_name="",
            source=first.source,
            told_counters=(first.counters,) if first.counters else (),
        )
    sent = [row.sent_at for row in told if row.sent_at is not None]
    return Line(
        **common,
        when=_instant(first.schedule_at or min(sent, default=first.created_at)),
        audience_kind=first.audience_kind,
        count=first.count,
        app_name=first.app_name,
        parts=tuple(
            LinePart(
                row.state,
                tuple(json.loads(row.matches)) if row.matches else (),
                row.reason,
                row.settled_by,
                row.list_sha256,
            )
            for row in told
        ),
        name=first.name,
        plan_name=first.plan_name or "",
        practice=bool(first.practice),
        is_test=first.purpose == "test",
        told_counters=tuple(row.counters for row in told if row.counters),
    )


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text)
