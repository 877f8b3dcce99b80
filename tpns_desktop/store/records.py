"""What the service remembers of its pushes, ours and those made elsewhere, for a month.

Kept as it was told last, also after the service has forgotten it; the index of the Sent list is
kept in step in the same transaction. Which record is which push of ours, and when the service is
asked, is ``send.records``'s affair. Source: tpns-rest 12.1.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import delete, insert, select, update

from tpns_desktop.store import tables
from tpns_desktop.store.pairs import among
from tpns_desktop.store.sent_index import UNFINISHED, SentIndex

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

_records = tables.records

_CHUNK: Final = 250


@dataclass(frozen=True, kw_only=True)
class RecordRow:
    """One push as the service remembers it. Every datetime is aware, in UTC."""

    access_id: str
    push_id: str
    at: datetime
    """When it was made, to the second; when it was first seen where the service does not say."""
    status: str
    """``PUSH_INIT`` … (``sent_index.STATUSES``), or empty."""
    title: str
    content: str
    push_type: str
    """``all``, ``tag``, ``token_list``, ``account_list``, ``package_account_push`` …"""
    message_type: str
    """``notify`` or ``message``."""
    environment: str
    """``product`` or ``dev``, or empty."""
    expire_s: int | None = None
    source: str = ""
    """``api``, the console's word, or empty."""
    targets: int | None = None
    """How many tokens or accounts were named."""
    tags: Any = None
    """``{"op": …, "tagWithType": [{"tagTypeName", "tagValue"}]}``."""
    upload_id: int | None = None
    collapse_id: int | None = None
    seen_at: datetime
    """When the service was last asked and told this."""
    counters: list[dict[str, Any]] | None = None
    """As ``PushRow.counters``."""
    counters_at: datetime | None = None
    may_be: str | None = None
    """Batch of ours, not settled yet, that this may be; it is not listed by itself meanwhile."""


class ServiceRecords:
    """The records in the database behind one connection."""

    def __init__(self, conn: Connection) -> None:
        """Work inside the transaction of ``conn``."""
        self._conn = conn

    def put(self, rows: Iterable[RecordRow]) -> int:
        """Keep what the service told; gives how many of them say something new.

        Counters that were read before stay. Of a push of ours that was cleared away nothing is
        kept.
        """
        index = SentIndex(self._conn)
        told = {(row.access_id, row.push_id): row for row in rows}
        for id in index.forgotten(told):
            del told[id]
        known = self._known(told)
        fresh = [row for id, row in told.items() if id not in known]
        changed = [row for id, row in told.items() if id in known and _news(row, known[id])]
        if fresh:
            self._conn.execute(insert(_records), [asdict(row) for row in fresh])
        for row in changed:
            values = asdict(row)
            for name in ("access_id", "push_id", "at", "counters", "counters_at"):
                del values[name]
            self._conn.execute(update(_records).where(*_here(row)).values(**values))
        same = [id for id in known if id not in {(row.access_id, row.push_id) for row in changed}]
        for some in _chunks(same):
            seen = max(told[id].seen_at for id in some)
            at = among(_records.c.access_id, _records.c.push_id, some)
            self._conn.execute(update(_records).where(at).values(seen_at=seen))
        index.put_records((row.access_id, row.push_id) for row in fresh + changed)
        return len(fresh) + len(changed)

    def get(self, access_id: str, push_id: str) -> RecordRow | None:
        """Give the record, None when there is none of these ids."""
        return self._known([(access_id, push_id)]).get((access_id, push_id))

    def unfinished(self, access_id: str, since: datetime, before: datetime) -> list[RecordRow]:
        """Give what was not at its end when last seen, the longest unseen first."""
        query = (
            select(_records)
            .where(
                _records.c.access_id == access_id,
                _records.c.at >= since,
                _records.c.at < before,
                _records.c.status.in_(sorted(UNFINISHED)),
            )
            .order_by(_records.c.seen_at)
        )
        return [_record(row) for row in self._conn.execute(query)]

    def save_counters(
        self, access_id: str, push_id: str, counters: Iterable[Mapping[str, Any]], at: datetime
    ) -> bool:
        """Keep the counters that were asked for; False when there is no such record."""
        query = (
            update(_records)
            .where(_records.c.access_id == access_id, _records.c.push_id == push_id)
            .values(counters=[dict(one) for one in counters], counters_at=at)
        )
        return self._conn.execute(query).rowcount == 1

    def forget(self, access_ids: Iterable[str] | None) -> None:
        """Forget the records of these access ids, or (None) all; the index is not told."""
        query = delete(_records)
        if access_ids is not None:
            query = query.where(_records.c.access_id.in_(sorted(access_ids)))
        self._conn.execute(query)

    def _known(self, ids: Iterable[tuple[str, str]]) -> dict[tuple[str, str], RecordRow]:
        found = {}
        for some in _chunks(ids):
            at = among(_records.c.access_id, _records.c.push_id, some)
            for row in self._conn.execute(select(_records).where(at)):
                found[(row.access_id, row.push_id)] = _record(row)
        return found


def _news(told: RecordRow, known: RecordRow) -> bool:
    values, before = asdict(told), asdict(known)
    for name in ("at", "seen_at", "counters", "counters_at"):
        del values[name], before[name]
    return values != before


def _here(row: RecordRow) -> tuple[Any, Any]:
    return _records.c.access_id == row.access_id, _records.c.push_id == row.push_id


def _record(row: Row[Any]) -> RecordRow:
    return RecordRow(**row._mapping)


def _chunks(ids: Iterable[tuple[str, str]]) -> Iterable[list[tuple[str, str]]]:
    listed = list(ids)
    return (listed[n : n + _CHUNK] for n in range(0, len(listed), _CHUNK))
