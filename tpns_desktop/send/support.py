"""A report for whoever helps: what runs, how it stands, what it logged; nothing that was typed.

Owns what is in *Save a report for support*: one zip file with `report.json` and the log files.
Facts are chosen one by one, so a new column or setting is not in it until somebody puts it there.
Log lines are kept only in the shapes in which `store.log` writes them, and everything that this
computer's drafts and pushes say is taken out of them, as is what looks like an account, a phone
number or a token. No key is ever looked at. Source: sending.md 4.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import platform
import re
import sqlite3
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select

from tpns_desktop import __version__
from tpns_desktop.store import health, tables
from tpns_desktop.store.apps import Apps
from tpns_desktop.store.chat_apps import ChatApps
from tpns_desktop.store.errors import StoreError
from tpns_desktop.store.files import COMPANIONS, companion
from tpns_desktop.store.history import History, PushRow
from tpns_desktop.store.ids import new_id
from tpns_desktop.store.log import CRASH_FILE_NAME, FILE_NAME, redacted

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tpns_desktop.store.database import Database
    from tpns_desktop.store.secrets import SecretStore
    from tpns_desktop.store.settings import Settings

LIBRARIES: Final = (
    "PySide6-Essentials",
    "SQLAlchemy",
    "alembic",
    "httpx",
    "httpcore",
    "keyring",
    "pydantic",
    "truststore",
)
"""Distributions whose versions are told."""

ROWS_MAX: Final = 50
"""Of the pushes, the newest, and as many that are not settled."""
WORDS_ROWS_MAX: Final = 500
"""Newest pushes whose words are looked for in the log."""
WORDS_MAX: Final = 20_000
LOG_BYTES_MAX: Final = 1024 * 1024
"""Of each log file, its end."""

_WORD_MIN: Final = 2
_STRUCTURE: Final = frozenset(
    {
        "account_push_type", "account_type", "audience_type", "delay_s", "environment", "expire_s",
        "kind", "match", "message_type", "operator", "platform", "platforms", "push_type",
        "tag_type", "tags_operator", "trigger",
    }
)  # fmt: skip
"""Keys of drafts and bodies whose values are the service's words, not a person's."""

_HIDDEN: Final = "****"

_HEAD: Final = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ [A-Z]+ [\w.]+) ?(.*)")
_FRAME: Final = re.compile(
    r"    (\[[0-9A-F]{6}\] [\w.<>]+( \w+)?|after [\w.<>]+( \w+)?|[\w./<>-]+:\d+ [\w<>.]+)"
)
_CRASH: Final = (
    re.compile(r"(Fatal Python error: [\w ()-]+|Windows fatal exception: [\w ]+)"),
    re.compile(r"((Current thread|Thread) 0x[0-9a-f]+( \(most recent call first\):)?)"),
    re.compile(r"(  <no Python frame>|  Garbage-collecting)"),
)
_CRASH_FRAME: Final = re.compile(r'  File "([^"]+)", line (\d+) in ([\w<>.]+)')

_LOOKS_PRIVATE: Final = (
    re.compile(r"[^\s@'\"]+@[^\s@'\"]+\.\w+"),  # mail
    re.compile(r"(?<![0-9A-Za-z+])\+?\d[\d -]{5,}\d(?![0-9A-Za-z])"),  # phone, QQ, access id
    re.compile(r"[A-Za-z0-9_=+/-]{30,}"),  # tokens, device ids, upload ids
)


def facts(
    *,
    database: Database,
    settings: Settings,
    secrets: SecretStore,
    now: datetime,
    notes: Iterable[str] = (),
) -> dict[str, Any]:
    """What stands in `report.json`; to be called on the database's thread.

    Raises nothing for a broken database: then the report says so. `notes` are the kinds of what the
    program told at its start.
    """
    told: dict[str, Any] = {
        "report": 1,
        "made_at": _instant(now),
        "program": _program(),
        "settings": _settings(settings),
        "keyring": {
            "backend": secrets.backend,
            "place": secrets.place,
            "reason": secrets.reason,
        },
        "notes": sorted(notes),
    }
    try:
        with database.reading() as conn:
            told |= _rows(conn)
    except StoreError as error:
        told["database_error"] = error.code
    return told


def words_of(database: Database) -> tuple[frozenset[str], frozenset[str]]:
    """What people typed on this computer, and the ids of rows; for `Redactor`.

    To be called on the database's thread. Empty where the database cannot be read.
    """
    words: set[str] = set()
    ids: set[str] = set()
    try:
        with database.reading() as conn:
            for table in (tables.drafts, tables.chat_drafts):
                drafts = select(table.c.data).order_by(table.c.updated_at.desc())
                for data in conn.execute(drafts.limit(WORDS_ROWS_MAX)).scalars():
                    words.update(_words(data))
            for chat in ChatApps(conn).all():
                words.update((*_lines(chat.name), *_lines(chat.identifier)))
                ids.add(chat.id)
            for app in Apps(conn).all():
                words.update(_lines(app.name))
                ids.add(app.id)
            for row in _newest(conn, WORDS_ROWS_MAX):
                if len(words) > WORDS_MAX:
                    break
                ids.update((row.id, row.batch_id, row.draft_id))
                typed = (row.name, row.night_reason, row.title, row.content, row.plan_name)
                for text in (*typed, row.app_name, row.text):
                    words.update(_lines(text or ""))
                words.update(_words(row.audience))
                with contextlib.suppress(ValueError):
                    words.update(_words(json.loads(row.body)))
            for plan in conn.execute(select(tables.plans.c.name, tables.plans.c.description)):
                for text in plan:
                    words.update(_lines(text))
    except StoreError:
        pass
    return frozenset(words), frozenset(ids)


def write_report(
    path: Path,
    told: Mapping[str, Any],
    log_dir: Path | None,
    words: frozenset[str],
    ids: frozenset[str],
    database_file: Path | None = None,
) -> None:
    """Write the zip file at `path` in one step, for its owner alone. Blocks; may run on any thread.

    Looks into the database file once more, for its health. Raises OSError.
    """
    told = dict(told)
    if database_file is not None:
        told["database"] = _database(database_file)
    redact = Redactor(words, ids)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        text = json.dumps(told, indent=2, ensure_ascii=False, sort_keys=True)
        archive.writestr("report.json", redacted(text))
        for file in sorted(log_dir.glob("*.log*")) if log_dir is not None else ():
            archive.writestr(f"logs/{file.name}", redact.file(file))
    making = path.with_name(f".{path.name}.{new_id()}")
    try:
        handle = os.open(making, os.O_CREAT | os.O_EXCL | os.O_WRONLY | _BINARY, 0o600)
        with os.fdopen(handle, "wb") as out:
            out.write(packed.getvalue())
        making.replace(path)
    finally:
        making.unlink(missing_ok=True)


_BINARY: Final[int] = getattr(os, "O_BINARY", 0)


class Redactor:
    """Takes what people typed out of log files."""

    def __init__(self, words: Iterable[str], ids: Iterable[str] = ()) -> None:
        """`words` people typed; `ids` of rows, which may stay although they look like tokens."""
        self._ids = frozenset(ids)
        # The longest first: a title may hold an account.
        kept = (word.lower() for word in words if len(word) >= _WORD_MIN)
        self._words = sorted(set(kept), key=len, reverse=True)

    def file(self, file: Path) -> str:
        """The end of a log file, redacted; a word in brackets where it cannot be read."""
        try:
            with file.open("rb") as source:
                size = source.seek(0, os.SEEK_END)
                source.seek(max(0, size - LOG_BYTES_MAX))
                text = source.read().decode("utf-8", "replace")
        except OSError:
            return "(unreadable)\n"
        lines = text.splitlines()
        if file.name == CRASH_FILE_NAME:
            kept: Iterable[str] = filter(None, map(_crash_line, lines))
        elif file.name.startswith(FILE_NAME):
            # Few of a computer's words are in its log, if any; so each is looked for once.
            lower = text.lower()
            present = [re.compile(_pattern(w), re.IGNORECASE) for w in self._words if w in lower]
            kept = filter(None, (self._line(line, present) for line in lines))
        else:
            kept = ()
        return "".join(f"{line}\n" for line in kept)

    def _line(self, line: str, words: Iterable[re.Pattern[str]]) -> str:
        """One line of the log, redacted; empty for one that our log does not write."""
        head = _HEAD.fullmatch(line)
        if head is None:
            return line if _FRAME.fullmatch(line) else ""
        # First, since a word that is taken out of the middle of a token would leave the rest.
        said = redacted(head[2])
        for pattern in words:
            said = pattern.sub(_HIDDEN, said)
        for looks in _LOOKS_PRIVATE:
            said = looks.sub(lambda found: self._kept(found[0]), said)
        return f"{head[1]} {said}"

    def _kept(self, text: str) -> str:
        return text if text in self._ids else _HIDDEN


def _pattern(word: str) -> str:
    # A short word stands in honest ones: only where it stands alone.
    if len(word) < 6 and word.isascii():
        return rf"(?<![0-9A-Za-z]){re.escape(word)}(?![0-9A-Za-z])"
    return re.escape(word)


def _crash_line(line: str) -> str:
    frame = _CRASH_FRAME.match(line)
    if frame:
        # Without the folders of this machine, which may name a person.
        short = "/".join(re.split(r"[\\/]", frame[1])[-2:])
        return f'  File "{short}", line {frame[2]} in {frame[3]}'
    for pattern in _CRASH:
        found = pattern.match(line)
        if found:
            return found[1]
    return ""


def _program() -> dict[str, Any]:
    libraries = {}
    for name in LIBRARIES:
        with contextlib.suppress(PackageNotFoundError):
            libraries[name] = version(name)
    return {
        "version": __version__,
        "python": platform.python_version(),
        "system": platform.system(),
        "release": platform.release(),
        "machine": platform.machine(),
        "sqlite": sqlite3.sqlite_version,
        "libraries": libraries,
    }


def _settings(settings: Settings) -> dict[str, Any]:
    return {
        "language": settings.language,
        "look": settings.look,
        "hold_s": settings.hold_s,
        "levels": settings.levels,
        "quiet": [settings.quiet, settings.quiet_from, settings.quiet_to],
        "tips": settings.tips,
        "silent": settings.silent,
        "proxy": settings.proxy,
        # Whether, not what: an address may name a company, a path a person.
        "proxy_address": bool(settings.proxy_address),
        "proxy_user": bool(settings.proxy_user),
        "ca_file": bool(settings.ca_file),
        "notes": [{"line": note.line, "reason": note.reason} for note in settings.notes],
    }


def _database(path: Path) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for ending in ("", *COMPANIONS):
        with contextlib.suppress(OSError):
            told["size_bytes" + ending] = companion(path, ending).stat().st_size
    try:
        found = health.examine(path)
    except StoreError as error:
        return told | {"health": error.code}
    return told | {"health": found.kind, "revision": found.revision}


def _rows(conn: Connection) -> dict[str, Any]:
    states: dict[str, int] = {}
    for state in conn.execute(select(tables.pushes.c.state)).scalars():
        states[state] = states.get(state, 0) + 1
    unsettled = _newest(conn, ROWS_MAX, settled=False)
    return {
        "pushes": {"by_state": states, "newest": [_row(r) for r in _newest(conn, ROWS_MAX)]},
        "unsettled": [_row(row) for row in unsettled],
        "apps": [
            {
                "kind": app.kind,
                "access_point": app.access_point if not app.practice else "practice",
                "ios_environment": app.ios_environment,
                "keys": {name: app.key_place(name) for name in app.platforms},
            }
            for app in Apps(conn).all()
        ],
        "chat_apps": [
            {
                "kind": app.kind,
                "host": app.url if not app.practice else "practice",
                "dialect": app.dialect,
                "key": app.key_place,
            }
            for app in ChatApps(conn).all()
        ],
    }


def _newest(conn: Connection, limit: int, *, settled: bool = True) -> list[PushRow]:
    columns = tables.pushes.c
    query = select(columns.id).order_by(columns.seq.desc()).limit(limit)
    if not settled:
        query = query.where(columns.state.in_(("confirmed", "held", "sending", "unknown")))
    history = History(conn)
    rows = (history.row(row_id) for row_id in conn.execute(query).scalars().all())
    return [row for row in rows if row is not None]


def _row(row: PushRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "batch": row.batch_id,
        "platform": row.platform,
        "practice": row.practice,
        "level": row.level,
        "audience_kind": row.audience_kind,
        "body_bytes": len(row.body),
        "state": row.state,
        "reason": row.reason,
        "code": row.code,
        "attempts": row.attempts,
        "settled_by": row.settled_by,
        "scheduled": row.schedule_at is not None,
        "created_at": _instant(row.created_at),
        "hold_until": _instant(row.hold_until),
        "sent_at": _instant(row.sent_at),
        "settled_at": _instant(row.settled_at),
        "looks": row.looks,
        "looked_at": _instant(row.looked_at),
        "look": row.look,
        "app_version": row.app_version,
    }


def _instant(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat(timespec="milliseconds")


def _words(data: object, key: str = "") -> Iterator[str]:
    """Every text in a draft or a body that a person may have written."""
    if isinstance(data, str):
        if key not in _STRUCTURE:
            yield from _lines(data)
    elif isinstance(data, Mapping):
        for name, value in data.items():
            yield from _words(value, str(name))
    elif isinstance(data, (list, tuple)):
        for value in data:
            yield from _words(value, key)


def _lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        # As the log writes it: on one line, in printable signs.
        word = "".join(c if c.isprintable() else " " for c in line).strip()
        if word:
            yield word
