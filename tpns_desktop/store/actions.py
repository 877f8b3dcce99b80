"""What was done about a push after it was accepted: cancelled, stopped, replaced, corrected.

Owns one promise: a request that takes something back is begun by one caller only. ``begin`` is a
write inside the caller's transaction, so of any number of windows and copies of the program exactly
one gets an id; and it stands before the request leaves, so a program that dies leaves "begun",
which is told as unknown afterwards. Who may begin, and what an answer means, is ``send``'s affair.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from sqlalchemy import delete, insert, or_, select, update

from tpns_desktop.store import tables

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, Row

_actions = tables.actions

REQUESTS: Final[frozenset[str]] = frozenset({"cancel", "stop"})
"""Kinds that are a request of their own. The others lead to a new push, whose own row tells its
end."""

CHAT_WITHDRAW: Final = "chat_withdraw"
"""Takes a Chat push back: about a row of the history."""
CHAT_TASKS: Final[frozenset[str]] = frozenset({"chat_task_change", "chat_task_delete"})
"""Change or delete a task that the Chat service keeps for later; ``push_id`` is its number."""

DEVICE_WORK: Final[frozenset[str]] = frozenset({"tags", "accounts", "attributes", "tag_delete"})
"""Kinds about a device or a tag and no push: requests too, which may be made as often as wanted."""

STANDING: Final[frozenset[str]] = frozenset({"begun", "done", "unknown"})
"""Outcomes after which the same request is not made again: it may have been heard."""

_STANDING_OF: Final[dict[str, frozenset[str]]] = {
    **dict.fromkeys(REQUESTS, STANDING),
    # Nothing tells what became of one whose answer was lost, and a second one harms nobody: a
    # person may ask again. A task can be changed as often as wanted, but by one window at a time.
    CHAT_WITHDRAW: frozenset({"begun", "done"}),
    "chat_task_delete": frozenset({"begun", "done"}),
    "chat_task_change": frozenset({"begun"}),
}


@dataclass(frozen=True, kw_only=True)
class Action:
    """One thing that was done about a push. Every datetime is aware, in UTC."""

    id: int
    kind: str
    """``cancel``, ``stop``, ``replace`` or ``correct``; ``CHAT_WITHDRAW`` or one of
    ``CHAT_TASKS``; or one of ``DEVICE_WORK``."""
    access_id: str
    push_row: str | None
    """Id of the row in the history; None for a push that was made elsewhere."""
    push_id: str | None
    """The service's; None where it is about the push as a whole."""
    what: str
    """``cancel``, ``stop``: empty, or why ("move"). ``replace``, ``correct``: id of the draft that
    the new push is written in. ``DEVICE_WORK``: JSON, as ``send.device_work`` writes it."""
    begun_at: datetime
    ended_at: datetime | None = None
    outcome: str = "begun"
    """``begun``, ``done``, ``refused``, ``not_sent`` or ``unknown``."""
    code: int | None = None
    """The service's."""
    reason: str | None = None
    """Short stable word."""
    text: str | None = None
    """The service's own words."""


class Actions:
    """The actions in the database behind one connection."""

    def __init__(self, conn: Connection) -> None:
        """Work inside the transaction of ``conn``."""
        self._conn = conn

    def begin(
        self,
        kind: str,
        access_id: str,
        push_id: str | None,
        at: datetime,
        *,
        push_row: str | None = None,
        what: str = "",
    ) -> int | None:
        """Write an action down as begun; gives its id.

        None for a request that stands already for this push id: another window has made it, or
        nobody knows whether one was heard and that matters (``STANDING``). Needs a transaction that
        holds the write lock; commit it before the request leaves.
        """
        standing_of = _STANDING_OF.get(kind)
        if standing_of is not None:
            standing = select(_actions.c.id).where(
                _actions.c.kind == kind,
                _actions.c.access_id == access_id,
                _actions.c.push_id == push_id,
                _actions.c.outcome.in_(standing_of),
            )
            if self._conn.execute(standing).first() is not None:
                return None
        request = standing_of is not None or kind in DEVICE_WORK
        values = {
            "kind": kind,
            "access_id": access_id,
            "push_row": push_row,
            "push_id": push_id,
            "what": what,
            "begun_at": at,
            "outcome": "begun" if request else "done",
            "ended_at": None if request else at,
        }
        query = insert(_actions).values(**values).returning(_actions.c.id)
        return int(self._conn.execute(query).scalar_one())

    def end(
        self,
        action_id: int,
        outcome: str,
        at: datetime,
        *,
        code: int | None = None,
        reason: str | None = None,
        text: str | None = None,
    ) -> bool:
        """Write down how a request ended, if that is not known yet.

        From ``begun``, and from ``unknown`` by a look-up or by an answer that came after all. An
        answer also ends what was only taken to have had no effect (``no_effect``).
        """
        open_: ColumnElement[bool] = _actions.c.outcome.in_(("begun", "unknown"))
        if outcome == "done":
            open_ = or_(open_, _actions.c.reason == "no_effect")
        query = (
            update(_actions)
            .where(_actions.c.id == action_id, open_)
            .values(outcome=outcome, ended_at=at, code=code, reason=reason, text=text)
        )
        return self._conn.execute(query).rowcount == 1

    def get(self, action_id: int) -> Action | None:
        """Give the action of this id, None when there is none."""
        return next(iter(self._all(_actions.c.id == action_id)), None)

    def of(self, push_rows: Iterable[str], push_ids: Iterable[str] = ()) -> list[Action]:
        """Give the actions about these rows of the history, or push ids, the oldest first."""
        rows, ids = sorted(push_rows), sorted(push_ids)
        return self._all(or_(_actions.c.push_row.in_(rows), _actions.c.push_id.in_(ids)))

    def on_devices(
        self, access_id: str, limit: int = 200, kinds: Iterable[str] = DEVICE_WORK
    ) -> list[Action]:
        """Give what was last done about devices and tags of an access id, the newest first."""
        query = (
            select(_actions)
            .where(_actions.c.access_id == access_id, _actions.c.kind.in_(sorted(kinds)))
            .order_by(_actions.c.id.desc())
            .limit(limit)
        )
        return [_action(row) for row in self._conn.execute(query)]

    def open(self, kinds: Iterable[str] = REQUESTS) -> list[Action]:
        """Give the requests of these kinds whose end nobody knows, the oldest first."""
        return self._all(
            _actions.c.kind.in_(sorted(kinds)), _actions.c.outcome.in_(("begun", "unknown"))
        )

    def unknown(self, kind: str, access_ids: Iterable[str]) -> list[Action]:
        """Give the requests of a kind whose end nobody knows, or not yet, the oldest first."""
        return self._all(
            _actions.c.kind == kind,
            _actions.c.access_id.in_(sorted(access_ids)),
            _actions.c.outcome.in_(("begun", "unknown")),
        )

    def note(self, action_id: int, what: str) -> None:
        """Keep what is said of an action from now on; its end stays."""
        query = update(_actions).where(_actions.c.id == action_id)
        self._conn.execute(query.values(what=what))

    def forget_orphans(self) -> None:
        """Forget what was done about rows of the history that are gone."""
        there = select(tables.pushes.c.id)
        gone = _actions.c.push_row.is_not(None) & _actions.c.push_row.not_in(there)
        self._conn.execute(delete(_actions).where(gone))

    def cancelled(self, access_ids: Iterable[str], since: datetime) -> dict[str, set[str]]:
        """Give row of the history → its push ids that were surely cancelled ``since`` then."""
        query = select(_actions.c.push_row, _actions.c.push_id).where(
            _actions.c.kind == "cancel",
            _actions.c.outcome == "done",
            _actions.c.access_id.in_(sorted(access_ids)),
            _actions.c.begun_at >= since,
        )
        found: dict[str, set[str]] = {}
        for row in self._conn.execute(query):
            found.setdefault(row.push_row, set()).add(row.push_id)
        return found

    def statuses(self, access_id: str, push_ids: Iterable[str]) -> dict[str, str]:
        """Give push id → the status of its record, as far as records were read."""
        records = tables.records
        query = select(records.c.push_id, records.c.status).where(
            records.c.access_id == access_id, records.c.push_id.in_(sorted(push_ids))
        )
        return {row.push_id: row.status for row in self._conn.execute(query)}

    def _all(self, *conditions: ColumnElement[bool]) -> list[Action]:
        query = select(_actions).where(*conditions).order_by(_actions.c.id)
        return [_action(row) for row in self._conn.execute(query)]


def _action(row: Row[tuple[object, ...]]) -> Action:
    return Action(**row._mapping)
