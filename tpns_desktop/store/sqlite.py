"""What only SQLite can do, in one place: another database would have the same in its own words.

Its triggers keep what the outbox promises, made from ``model.states``: no code path of ours, no
older program on the same file and nobody with a database tool can take a row back, change what was
confirmed, or lose what is not settled yet. A change goes with a migration that writes the new
triggers out in full; a test compares the two. Source: the design of sending, section 2.1.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from sqlalchemy import Engine, create_engine
from sqlalchemy.exc import StatementError
from sqlalchemy.pool import StaticPool

from tpns_desktop.model.states import FIRST_STATES, OPEN_STATES, SETTLERS, STATES, TRANSITIONS
from tpns_desktop.store import tables
from tpns_desktop.store.errors import (
    Busy,
    CannotOpen,
    Damaged,
    DiskFull,
    IllegalMove,
    ReadOnly,
    StoreError,
    StoreFailed,
    UnknownApp,
)
from tpns_desktop.store.history import FACTS, SLOT

APPLICATION_ID: Final = 0x54504E53
"""Mark in the file's header that says whose it is: "TPNS"."""

BUSY_TIMEOUT_S: Final = 5.0

_FULL: Final = 2

CHANGEABLE: Final = FACTS | {"state", "counters", "counters_at"}
"""Columns of a push that may change after it was confirmed; those of ``SLOT`` may once."""

_SLOT: Final = '"upload_id":'
_FILLING: Final = (
    # The bytes are those confirmed but for the number in the one slot. JSON escapes quotes inside
    # of texts, so the slot's own name stands nowhere else.
    "OLD.state = 'confirmed' AND NEW.state = 'confirmed' AND OLD.list_sha256 IS NOT NULL"
    " AND OLD.upload_id IS NULL AND typeof(NEW.upload_id) = 'integer' AND NEW.upload_id > 0"
    " AND typeof(NEW.body) = 'blob' AND length(NEW.body) - length(OLD.body)"
    " = length(CAST(NEW.upload_id AS TEXT)) - 1 AND CAST(NEW.body AS TEXT)"
    f" = replace(CAST(OLD.body AS TEXT), '{_SLOT}0', '{_SLOT}' || NEW.upload_id)"
)
"""When body, its hash and the upload id of a push to a list may change: together, once."""


def connect(path: Path, *, foreign_keys: bool = True) -> sqlite3.Connection:
    """Open a connection on which a commit is on the disk when it returns.

    Raises sqlite3.Error, StoreFailed when SQLite does not take the pragma durability hangs on.
    """
    # isolation_level None: the driver begins nothing by itself; with its default, BEGIN
    # IMMEDIATE after a write would fail.
    conn = sqlite3.connect(path, isolation_level=None, timeout=BUSY_TIMEOUT_S)
    try:
        for pragma in (
            "journal_mode = WAL",
            "synchronous = FULL",
            "fullfsync = ON",  # macOS: FULL alone stops at the drive's cache
            f"foreign_keys = {'ON' if foreign_keys else 'OFF'}",
            "cell_size_check = ON",
            "trusted_schema = OFF",
        ):
            conn.execute(f"PRAGMA {pragma}")
        if conn.execute("PRAGMA synchronous").fetchone() != (_FULL,):
            raise StoreFailed("commits would not be durable")
    except BaseException:
        conn.close()
        raise
    return conn


def engine(path: Path, *, foreign_keys: bool = True) -> Engine:
    """Give SQLAlchemy's engine over one connection made by ``connect``."""
    return create_engine(
        "sqlite://",
        creator=lambda: connect(path, foreign_keys=foreign_keys),
        poolclass=StaticPool,
        hide_parameters=True,  # errors never quote what was stored
    )


def translated(error: sqlite3.Error | StatementError) -> StoreError:
    """Give the store's error for one of SQLite's, without any stored value."""
    cause = error.orig if isinstance(error, StatementError) else error
    if isinstance(cause, StoreError):
        return cause
    name = str(getattr(cause, "sqlite_errorname", ""))
    for start, kind in _KINDS:
        if name.startswith(start):
            return kind(name)
    if not name and "UTF-8" in str(cause):  # the driver's own: a text that is none any more
        return Damaged("a text")
    return StoreFailed(name or type(cause).__name__)


def vacuum_into(conn: sqlite3.Connection, target: Path) -> None:
    """Write a compact copy, one unchanging picture of the database, into an empty file.

    Readers and writers go on meanwhile. Raises sqlite3.Error; then the file holds a part.
    """
    conn.execute("VACUUM INTO ?", (str(target),))


def overwrite_deleted(conn: sqlite3.Connection, on: bool) -> None:
    """Fill with zeros what is deleted from now on, or (off) no more.

    Without it a deleted text stays in the file until something else takes its place. Raises
    sqlite3.Error.
    """
    conn.execute(f"PRAGMA secure_delete = {'ON' if on else 'OFF'}").fetchall()


def progress(conn: sqlite3.Connection) -> tuple[int, int]:
    """Give how far the database has come; neither number ever shrinks. Raises sqlite3.Error.

    The highest number a push ever had (0 for none), and how many steps pushes have taken.
    """
    row = conn.execute(
        "SELECT max(coalesce((SELECT max(seq) FROM pushes), 0),"
        " coalesce((SELECT max(seq) FROM sqlite_sequence WHERE name = 'pushes'), 0)),"
        " coalesce((SELECT CAST(value AS INTEGER) FROM about WHERE name = 'steps'), 0)"
    ).fetchone()
    return int(row[0]), int(row[1])


def doubt_open_pushes(conn: sqlite3.Connection) -> None:
    """Make ``unknown`` what was under way when an older copy of the database was taken.

    Whether those pushes left afterwards, the copy cannot know. Raises sqlite3.Error.
    """
    # The Sent list goes by the joined state, and one row in doubt makes the whole push so. A copy
    # of before has no such list.
    if conn.execute("SELECT 1 FROM sqlite_master WHERE name = 'sent_list'").fetchone() is not None:
        doubtful = f"SELECT batch_id FROM pushes WHERE state IN ({_words(OPEN_STATES)})"
        conn.execute(f"UPDATE sent_list SET state = 'unknown' WHERE batch_id IN ({doubtful})")
        # The same for the sums of plans, where states are counted.
        conn.execute(
            "UPDATE plan_states SET pushes = pushes - (SELECT count(*) FROM plan_tasks WHERE"
            " group_id = plan_states.group_id AND state = plan_states.state AND batch_id IN"
            f" ({doubtful}))"
        )
        conn.execute(
            "INSERT INTO plan_states (group_id, state, pushes) SELECT group_id, 'unknown', count(*)"
            f" FROM plan_tasks WHERE batch_id IN ({doubtful}) GROUP BY group_id"
            " ON CONFLICT DO UPDATE SET pushes = pushes + excluded.pushes"
        )
        conn.execute("DELETE FROM plan_states WHERE pushes = 0")
        conn.execute(f"UPDATE plan_tasks SET state = 'unknown' WHERE batch_id IN ({doubtful})")
    # Step by step, as the triggers demand.
    conn.execute("UPDATE pushes SET state = 'held' WHERE state = 'confirmed'")
    conn.execute("UPDATE pushes SET state = 'sending', reason = 'restored' WHERE state = 'held'")
    conn.execute("UPDATE pushes SET state = 'unknown', reason = 'restored' WHERE state = 'sending'")


def renew_triggers(conn: sqlite3.Connection) -> None:
    """Put back the triggers that are missing or say something else. Raises sqlite3.Error."""
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    if triggers().items() <= dict(conn.execute(query).fetchall()).items():
        return
    conn.execute("BEGIN IMMEDIATE")
    try:
        for name, statement in triggers().items():
            conn.execute(f"DROP TRIGGER IF EXISTS {name}")
            conn.execute(statement)
        conn.execute("COMMIT")
    except BaseException:
        conn.rollback()  # does nothing after SQLite rolled back by itself
        raise


def triggers() -> dict[str, str]:
    """Give the triggers on the pushes, name → the statement that makes it."""
    frozen = [c.name for c in tables.pushes.columns if c.name not in CHANGEABLE | SLOT]
    slot = [c.name for c in tables.pushes.columns if c.name in SLOT]
    steps = [
        f"(OLD.state = '{state}' AND NEW.state IN ({_words(TRANSITIONS[state])}))"
        for state in STATES
        if TRANSITIONS[state]
    ]
    rules = {
        # Also for INSERT OR REPLACE, which would put a fresh row in the place of one already there.
        "first": (
            "INSERT",
            f"NEW.state NOT IN ({_words(FIRST_STATES)})",
            "a row does not begin there",
        ),
        "once": (
            "INSERT",
            "EXISTS (SELECT 1 FROM pushes WHERE seq = NEW.seq OR id = NEW.id OR (draft_id ="
            " NEW.draft_id AND draft_rev = NEW.draft_rev AND platform = NEW.platform))",
            "already confirmed",
        ),
        "step": (
            "UPDATE",
            f"NEW.state IS NOT OLD.state AND NOT ({' OR '.join(steps)})",
            "illegal transition",
        ),
        "frozen": (
            "UPDATE",
            f"{_changed(frozen)} OR (({_changed(slot)}) AND ({_FILLING}) IS NOT 1)",
            "payload is frozen",
        ),
        # A restored copy cannot know how far the push came; see ``doubt_open_pushes``.
        "empty_slot": (
            "UPDATE",
            "NEW.state = 'sending' AND OLD.state IS NOT 'sending' AND NEW.list_sha256 IS NOT NULL"
            " AND NEW.upload_id IS NULL AND NEW.reason IS NOT 'restored'",
            "nothing was uploaded",
        ),
        "settled": (
            "UPDATE",
            "OLD.state = 'unknown' AND NEW.state IS NOT OLD.state"
            f" AND (NEW.settled_by IS NULL OR NEW.settled_by NOT IN ({_words(SETTLERS)}))",
            "settled by nobody who knows",
        ),
        "push_ids": (
            "UPDATE",
            "OLD.push_ids IS NOT '[]' AND NEW.push_ids IS NOT OLD.push_ids",
            "push id is frozen",
        ),
        "counts": (
            "UPDATE",
            "NOT (NEW.attempts >= OLD.attempts AND NEW.looks >= OLD.looks)",
            "a count does not shrink",
        ),
        "kept": (
            "DELETE",
            f"OLD.state IN ({_words(OPEN_STATES | {'unknown'})})",
            "not settled yet",
        ),
    }
    made = {
        f"tr_pushes_{name}": f"CREATE TRIGGER tr_pushes_{name} BEFORE {event} ON pushes"
        f" WHEN {condition} BEGIN SELECT RAISE(ABORT, '{words}'); END"
        for name, (event, condition, words) in rules.items()
    }
    # With these the marker sees that a file lost steps, though no push is missing from it.
    for name, event in {"began": "INSERT", "moved": "UPDATE OF state"}.items():
        made[f"tr_pushes_{name}"] = (
            f"CREATE TRIGGER tr_pushes_{name} AFTER {event} ON pushes BEGIN UPDATE about"
            " SET value = CAST(value AS INTEGER) + 1 WHERE name = 'steps'; END"
        )
    return made


def _changed(names: Iterable[str]) -> str:
    return " OR ".join(f"NEW.{name} IS NOT OLD.{name}" for name in names)


def _words(states: Iterable[str]) -> str:
    return ", ".join(f"'{state}'" for state in sorted(states))


_KINDS: Final[tuple[tuple[str, type[StoreError]], ...]] = (
    ("SQLITE_FULL", DiskFull),
    ("SQLITE_IOERR_SHMSIZE", DiskFull),  # the index of the log could not grow
    ("SQLITE_BUSY", Busy),
    ("SQLITE_LOCKED", Busy),
    ("SQLITE_CORRUPT", Damaged),
    ("SQLITE_NOTADB", Damaged),
    ("SQLITE_IOERR_SHORT_READ", Damaged),
    ("SQLITE_CANTOPEN", CannotOpen),
    ("SQLITE_READONLY", ReadOnly),
    ("SQLITE_CONSTRAINT_FOREIGNKEY", UnknownApp),
    ("SQLITE_CONSTRAINT_TRIGGER", IllegalMove),
)
