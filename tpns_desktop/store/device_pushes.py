"""What the history knows of one device: pushes that went to it alone, and pushes by their ids.

Looks into the frozen bytes instead of the summary, because a summary keeps a few tokens only.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import func, or_, select

from tpns_desktop.model.limits import SCHEDULE_DAYS_MAX
from tpns_desktop.store import tables

if TYPE_CHECKING:
    from sqlalchemy import Connection

_pushes = tables.pushes

_AHEAD: Final = timedelta(days=SCHEDULE_DAYS_MAX + 1)
"""A push is confirmed at most so long before its time; older rows need not be read."""
_ROWS_MAX: Final = 500


@dataclass(frozen=True)
class DevicePush:
    """One row of the history, without its bytes."""

    row_id: str
    batch_id: str
    title: str
    audience_kind: str
    push_ids: tuple[str, ...]
    at: datetime
    """When it left, or was confirmed (aware, UTC)."""
    counters: list[dict[str, Any]] | None
    counters_at: datetime | None


class DevicePushes:
    """The pushes in the database behind one connection."""

    def __init__(self, conn: Connection) -> None:
        """Work inside the transaction of ``conn``."""
        self._conn = conn

    def to_one(self, access_id: str, token: str, since: datetime) -> list[DevicePush]:
        """Give accepted pushes to this device and no other, the newest first."""
        return self._rows(
            _pushes.c.access_id == access_id,
            _pushes.c.created_at >= since,
            _pushes.c.audience_kind == "device",
            func.json_extract(_pushes.c.audience, "$.count") == 1,
            func.instr(_pushes.c.body, token.encode()) > 0,
            _pushes.c.state == "accepted",
        )

    def with_ids(
        self, access_id: str, push_ids: Iterable[str], since: datetime
    ) -> dict[str, DevicePush]:
        """Give the row of each push id, of those confirmed, sent or due at ``since`` or later."""
        wanted = set(push_ids)
        rows = self._rows(
            _pushes.c.access_id == access_id,
            _pushes.c.created_at >= since - _AHEAD,
            or_(
                _pushes.c.created_at >= since,
                _pushes.c.sent_at >= since,
                _pushes.c.schedule_at >= since,
            ),
        )
        return {one: row for row in rows for one in row.push_ids if one in wanted}

    def _rows(self, *conditions: Any) -> list[DevicePush]:
        columns = (
            _pushes.c.id,
            _pushes.c.batch_id,
            _pushes.c.title,
            _pushes.c.audience_kind,
            _pushes.c.push_ids,
            _pushes.c.sent_at,
            _pushes.c.created_at,
            _pushes.c.counters,
            _pushes.c.counters_at,
        )
        query = select(*columns).where(*conditions).order_by(_pushes.c.seq.desc()).limit(_ROWS_MAX)
        return [
            DevicePush(
                row.id,
                row.batch_id,
                row.title,
                row.audience_kind,
                tuple(row.push_ids or ()),
                row.sent_at or row.created_at,
                row.counters,
                row.counters_at,
            )
            for row in self._conn.execute(query)
        ]
