"""The lists a person chose: what was checked, and where the private copy of it is.

A list is a file of accounts or of device tokens. Its row holds what the check said, never a value
of the file; the values are in the copy alone, which belongs to `send.lists`.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import delete, func, insert, select, update

from tpns_desktop.model.states import OPEN_STATES
from tpns_desktop.store import tables

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

_lists = tables.lists

ASKS: Final = ("heading", "sci", "type", "columns?")
"""Codes and notes of a verdict that a person may answer with "use the rows as they are"."""
FIXES: Final = (
    "utf16",
    "encoding",
    "bom",
    "cr",
    "columns",
    "quote",
    "entries",
    "folder",
    "length",
    "blank",
    "space",
)
"""Codes and notes of a verdict that only a mended copy settles."""

_NOT_SETTLED: Final = tuple(sorted(OPEN_STATES | {"unknown"}))
_NOT_STORED: Final = ("gone", "original_changed")


@dataclass(frozen=True, kw_only=True)
class ListRow:
    """One checked file. Every datetime is aware, in UTC."""

    id: str
    kind: str
    """``account`` or ``token``."""
    name: str
    """The file's name, ending included, as it is sent."""
    account_type: int
    """What its accounts were checked as; 0 for tokens."""
    path: Path
    """The private copy, which is what is sent."""
    sha256: str
    """Of the copy, lower-case hexadecimal."""
    size_bytes: int
    rows: int
    accounts: int
    """Good rows, each account once."""
    duplicates: int | None
    """None: too many rows to count them."""
    verdict: dict[str, Any]
    """As ``packages.verdict.Verdict.as_dict``: ``outcome``, ``code``, ``notes``, ``rows``,
    ``accounts``, ``blank``, ``duplicates``, ``invalid``, ``findings``, ``detail``."""
    answers: tuple[str, ...] = ()
    """Those of ``asks`` that a person answered with "use the rows as they are"."""
    first: tuple[str, ...] = ()
    """The first accounts, masked."""
    created_at: datetime
    checked_at: datetime
    used_at: datetime | None = None
    """When a push to it was last confirmed."""
    original: Path | None
    """Where it was chosen; None: its rows were pasted, so there is no file but the copy."""
    original_mtime_ns: int = 0
    original_size_bytes: int = 0
    gone: bool = False
    """Whether the private copy was missing or of another size when this was read. Not stored."""
    original_changed: bool = False
    """Whether the original was another file by then, or gone; the copy is what counts. Not
    stored."""

    @property
    def _points(self) -> tuple[str, ...]:
        said = (str(self.verdict.get("code", "")), *self.verdict.get("notes", ()))
        return tuple(dict.fromkeys(said))

    @property
    def outcome(self) -> str:
        """``accept``, ``fix`` or ``refuse``."""
        return str(self.verdict.get("outcome", "refuse"))

    @property
    def code(self) -> str:
        """``ok``, or the reason that weighs most."""
        return str(self.verdict.get("code", ""))

    @property
    def notes(self) -> tuple[str, ...]:
        """Everything else worth saying, ``original-changed`` included."""
        more = ("original-changed",) if self.original_changed else ()
        return (*self.verdict.get("notes", ()), *more)

    @property
    def asks(self) -> tuple[str, ...]:
        """What only a person can answer, answered or not; see ``ASKS``."""
        return tuple(point for point in self._points if point in ASKS)

    @property
    def open_asks(self) -> tuple[str, ...]:
        """Those of ``asks`` that are not answered yet."""
        return tuple(ask for ask in self.asks if ask not in self.answers)

    @property
    def fixes(self) -> tuple[str, ...]:
        """What only a mended copy settles; see ``FIXES``."""
        return tuple(point for point in self._points if point in FIXES)

    @property
    def usable(self) -> bool:
        """Whether a push may be made to it as it is."""
        if self.gone or self.accounts < 1:
            return False
        if self.outcome == "accept":
            return True
        return self.outcome == "fix" and bool(self.asks) and not (self.fixes or self.open_asks)


class Lists:
    """The lists in the database behind one connection."""

    def __init__(self, conn: Connection) -> None:
        """Work inside the transaction of ``conn``."""
        self._conn = conn

    def all(self) -> list[ListRow]:
        """Give every list, the last added first."""
        query = select(_lists).order_by(_lists.c.created_at.desc(), _lists.c.id)
        return [_list_row(row) for row in self._conn.execute(query)]

    def get(self, list_id: str) -> ListRow | None:
        """Give the list of this id, None when there is none."""
        row = self._conn.execute(select(_lists).where(_lists.c.id == list_id)).first()
        return None if row is None else _list_row(row)

    def add(self, row: ListRow) -> None:
        """Keep a new list."""
        self._conn.execute(insert(_lists).values(**_values(row)))

    def update(self, row: ListRow) -> bool:
        """Keep what ``row`` says from now on. False when there is no such list."""
        values = _values(row)
        query = update(_lists).where(_lists.c.id == values.pop("id")).values(**values)
        return self._conn.execute(query).rowcount == 1

    def used(self, list_id: str, at: datetime) -> None:
        """A push to the list was confirmed."""
        self._conn.execute(update(_lists).where(_lists.c.id == list_id).values(used_at=at))

    def remove(self, list_id: str) -> bool:
        """Forget a list. False when there is none; its copy is not touched here."""
        return self._conn.execute(delete(_lists).where(_lists.c.id == list_id)).rowcount == 1

    def paths(self) -> frozenset[Path]:
        """Give the private copies of all lists."""
        return frozenset(Path(path) for path in self._conn.execute(select(_lists.c.path)).scalars())

    def hashes_in_use(self) -> frozenset[str]:
        """Give the hashes that open or unsettled pushes refer to."""
        pushes = tables.pushes
        query = select(pushes.c.list_sha256).where(
            pushes.c.state.in_(_NOT_SETTLED), pushes.c.list_sha256.is_not(None)
        )
        return frozenset(self._conn.execute(query).scalars())

    def titles_of_pushes_to(self, list_id: str) -> list[str]:
        """Give the titles of the open or unsettled pushes to this very list, the newest first."""
        pushes = tables.pushes
        query = (
            select(pushes.c.title)
            .where(pushes.c.list_id == list_id, pushes.c.state.in_(_NOT_SETTLED))
            .group_by(pushes.c.batch_id)
            .order_by(func.max(pushes.c.seq).desc())
        )
        return list(self._conn.execute(query).scalars())


def _values(row: ListRow) -> dict[str, Any]:
    values = asdict(row)
    for name in _NOT_STORED:
        del values[name]
    values["path"] = str(row.path)
    values["original"] = "" if row.original is None else str(row.original)
    for name in ("answers", "first"):
        values[name] = list(values[name])
    return values


def _list_row(row: Row[Any]) -> ListRow:
    values = dict(row._mapping)
    values["path"] = Path(values["path"])
    values["original"] = Path(values["original"]) if values["original"] else None
    for name in ("answers", "first"):
        values[name] = tuple(values[name] or ())
    return ListRow(**values)
