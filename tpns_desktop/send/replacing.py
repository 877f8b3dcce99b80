"""Earlier pushes that a new one can replace (tpns-rest 5.6, `collapse_id`).

The service gives a push to everyone, tags or a list of accounts an id by which it can be replaced;
that id stands in the record of the push, not in the answer that took it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from tpns_desktop.model.draft import may_be_scheduled
from tpns_desktop.store.history import History, PushRow

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tpns_desktop.store.apps import App

REMEMBERED: Final = timedelta(days=30)
"""For so long the service tells the record of a push."""
OFFERED_MAX: Final = 200
"""Of so many newest pushes; nobody looks through more."""


@dataclass(frozen=True)
class Replaceable:
    """One push of the last month."""

    batch_id: str
    title: str
    at: datetime
    """When it went out; aware, UTC."""
    platforms: tuple[str, ...]


def replaceable(conn: Connection, app: App, now: datetime) -> tuple[Replaceable, ...]:
    """The pushes of `app` that have gone out and may have such an id, the newest first.

    Repeated ones have many ids, and are left out; so are tests.
    """
    ids = [id for id in (app.access_id(platform) for platform in app.platforms) if id is not None]
    batches: dict[str, list[PushRow]] = {}
    newest = History(conn).recent_batches(app.id, OFFERED_MAX, access_ids=ids)
    for row in (row for rows in newest for row in rows if row.access_id in ids):
        if max(row.created_at, row.sent_at or row.created_at) < now - REMEMBERED:
            continue
        if can_be_replaced(row) and (row.schedule_at is None or row.schedule_at <= now):
            batches.setdefault(row.batch_id, []).append(row)
    found = [
        Replaceable(
            batch_id,
            rows[0].title,
            max(row.schedule_at or row.sent_at or row.created_at for row in rows),
            tuple(sorted(row.platform for row in rows)),
        )
        for batch_id, rows in batches.items()
    ]
    return tuple(sorted(found, key=lambda one: one.at, reverse=True))


def can_be_replaced(row: PushRow) -> bool:
    """Whether TPNS gave the push of this row one id by which it is replaced."""
    file = row.audience.get("file")
    listed = file.get("kind") if isinstance(file, dict) else None
    return (
        row.state == "accepted"
        and row.purpose == "push"
        and len(row.push_ids) == 1
        and may_be_scheduled(row.audience_kind, listed)
    )
