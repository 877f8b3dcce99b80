"""Clearing the local history: what goes, what has to stay, and doing it.

What stays keeps people from being reached twice: the pushes of the last day, by which the duplicate
guard goes, and each that is open, unsettled, still to go out, or was to be taken back while nobody
knows yet whether it is. All else of the chosen app, or of every app, is removed: the pushes, their
figures, and the drafts that were sent and not touched since; they were no longer listed, and
without their pushes would look as if they had never been sent. Source: flows 7, sending.md 2.1.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from sqlalchemy.exc import StatementError

from tpns_desktop.model.states import OPEN_STATES
from tpns_desktop.store.actions import CHAT_WITHDRAW, REQUESTS, Actions
from tpns_desktop.store.apps import Apps
from tpns_desktop.store.chat_apps import ChatApps
from tpns_desktop.store.chat_drafts import ChatDrafts
from tpns_desktop.store.drafts import Drafts
from tpns_desktop.store.history import History
from tpns_desktop.store.records import ServiceRecords
from tpns_desktop.store.sent_index import SentIndex
from tpns_desktop.store.snapshots import Snapshots
from tpns_desktop.store.sqlite import engine, overwrite_deleted, translated

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

KEPT_FOR: Final = timedelta(hours=24)
"""At least as long as the duplicate guard looks back (`check_sending.SAME_WINDOW`)."""

_NEVER: Final = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Clearing:
    """What goes and what stays, counted in pushes (not in rows)."""

    pushes: int
    drafts: int
    """Sent drafts that go with them."""
    unsettled: int
    """Pushes that stay because they are open or nobody knows yet what became of them."""
    recent: int
    """Others that stay: of the last day, or still to go out."""


def look(conn: Connection, app_id: str | None, now: datetime) -> Clearing:
    """What `clear` would do. `app_id`: of an app or a Chat app; None: of every one."""
    return _counted(conn, app_id, now, _going(conn, app_id, now))


def look_beside(path: Path, app_id: str | None, now: datetime) -> Clearing:
    """As `look`, by a connection of its own, for any thread: it reads every push.

    Raises StoreError.
    """
    own = engine(path)
    try:
        with own.connect() as conn:
            conn.exec_driver_sql("BEGIN")
            return look(conn, app_id, now)
    except (sqlite3.Error, StatementError) as error:
        raise translated(error) from None
    finally:
        own.dispose()


def clear(conn: Connection, app_id: str | None, now: datetime) -> Clearing:
    """Clear the history; to be called inside a transaction. Raises StoreError."""
    driver = conn.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    history = History(conn)
    going = _going(conn, app_id, now)
    told = _counted(conn, app_id, now, going)
    overwrite_deleted(driver, True)
    try:
        for drafts in (Drafts(conn), ChatDrafts(conn)):
            for draft_id in drafts.spent(going):
                drafts.remove(draft_id)
        # What the service told is asked for again; the list of all is made anew of what stays.
        if not _is_chat(conn, app_id):
            ServiceRecords(conn).forget(None if app_id is None else _access_ids(conn, app_id))
        SentIndex(conn).forget_all()
        history.forget(going)
        history.forget_counters(app_id, _access_ids(conn, app_id))
        Snapshots(conn).forget_orphans()
        Actions(conn).forget_orphans()
    finally:
        overwrite_deleted(driver, False)
    return told


def _going(conn: Connection, app_id: str | None, now: datetime) -> list[str]:
    asked = _asked_about(conn)
    old = History(conn).settled_before(
        now - KEPT_FOR, app_id, _access_ids(conn, app_id), chat=_is_chat(conn, app_id)
    )
    return [batch_id for batch_id in old if batch_id not in asked]


def _asked_about(conn: Connection) -> set[str]:
    """Pushes that were to be cancelled or stopped, and nobody knows yet whether they are."""
    history = History(conn)
    rows = (
        history.row(action.push_row)
        for action in Actions(conn).open((*REQUESTS, CHAT_WITHDRAW))
        if action.push_row
    )
    return {row.batch_id for row in rows if row is not None}


def _access_ids(conn: Connection, app_id: str | None) -> frozenset[str]:
    """Of an app; of a Chat app its SDKAppID."""
    if app_id is None:
        return frozenset()
    chat = ChatApps(conn).get(app_id)
    if chat is not None:
        # Practice has another number in each run; its rows go by the app.
        return frozenset() if chat.practice else frozenset({str(chat.sdkappid)})
    app = Apps(conn).get(app_id)
    return app.access_ids if app is not None else frozenset()


def _is_chat(conn: Connection, app_id: str | None) -> bool:
    return app_id is not None and ChatApps(conn).get(app_id) is not None


def _counted(conn: Connection, app_id: str | None, now: datetime, going: list[str]) -> Clearing:
    history, access_ids = History(conn), _access_ids(conn, app_id)
    chat = _is_chat(conn, app_id)
    settled = history.settled_before(_NEVER, app_id, access_ids, chat=chat)
    open_ids = {
        row.batch_id
        for row in history.in_state(*OPEN_STATES, "unknown")
        if app_id is None
        or (row.is_chat == chat and (row.app_id == app_id or row.access_id in access_ids))
    }
    asked = _asked_about(conn).intersection(settled)
    return Clearing(
        len(going),
        len(Drafts(conn).spent(going)) + len(ChatDrafts(conn).spent(going)),
        len(open_ids | asked),
        len(settled) - len(going) - len(asked),
    )
