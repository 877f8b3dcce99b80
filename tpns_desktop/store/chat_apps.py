"""The Chat apps a person has connected: numbers, administrators, hosts, names of attributes.

Their secret keys are in ``secrets.py`` alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from sqlalchemy import delete, insert, select, update

from tpns_desktop.store import tables

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

    from tpns_desktop.model.chat_dialects import DialectId

_apps = tables.chat_apps

_COLUMNS: Final = (
    "id", "kind", "name", "sdkappid", "identifier", "url", "dialect", "created_at", "key_place",
)  # fmt: skip


@dataclass(frozen=True)
class ChatApp:
    """One Chat app of the person's, or the practice Chat app."""

    id: str
    kind: str
    """``tencent`` or ``practice``."""
    name: str
    sdkappid: int
    identifier: str
    """The administrator's account, which asks and sends."""
    url: str
    """``https://host``, or the practice service's address."""
    dialect: DialectId
    created_at: datetime
    key_place: str | None = None
    """Where the key was last kept: the keyring's backend id (``SecretService`` …), ``memory``, or
    None when no key is known. Never the key."""

    @property
    def practice(self) -> bool:
        """True for the app of the practice service."""
        return self.kind == "practice"


@dataclass(frozen=True)
class NamesRead:
    """The attributes that an app declares, as they were last read."""

    names: Mapping[int, str]
    """Slot (0 to 9) → name."""
    at: datetime


class ChatApps:
    """The Chat apps in the database behind one connection."""

    def __init__(self, conn: Connection) -> None:
        """Work inside the transaction of ``conn``."""
        self._conn = conn

    def all(self) -> list[ChatApp]:
        """Give every Chat app, the oldest first."""
        query = select(*(_apps.c[name] for name in _COLUMNS))
        query = query.order_by(_apps.c.created_at, _apps.c.id)
        return [_app(row) for row in self._conn.execute(query)]

    def get(self, app_id: str) -> ChatApp | None:
        """Give the app, None when there is none of this id."""
        query = select(*(_apps.c[name] for name in _COLUMNS)).where(_apps.c.id == app_id)
        row = self._conn.execute(query).first()
        return None if row is None else _app(row)

    def add(self, app: ChatApp) -> None:
        """Keep a new app. Raises StoreFailed when its id is taken."""
        values = {name: getattr(app, name) for name in _COLUMNS}
        self._conn.execute(insert(_apps).values(**values))

    def update(self, app: ChatApp) -> bool:
        """Keep what ``app`` says from now on; when it was created stays.

        False when there is no such app. Names of attributes stay too.
        """
        values = {name: getattr(app, name) for name in _COLUMNS if name not in ("id", "created_at")}
        query = update(_apps).where(_apps.c.id == app.id).values(**values)
        return self._conn.execute(query).rowcount == 1

    def remove(self, app_id: str) -> bool:
        """Forget the app, its drafts and the work on its users; the history stays.

        False when there is no such app. The key in the keyring is not touched: see
        ``SecretStore.remove``.
        """
        return self._conn.execute(delete(_apps).where(_apps.c.id == app_id)).rowcount == 1

    def names(self, app_id: str) -> NamesRead | None:
        """Give the attributes that were last read of the app; None: they never were."""
        query = select(_apps.c.attribute_names, _apps.c.names_at).where(_apps.c.id == app_id)
        row = self._conn.execute(query).first()
        if row is None or row.attribute_names is None or row.names_at is None:
            return None
        names = {int(slot): str(name) for slot, name in row.attribute_names.items()}
        return NamesRead(dict(sorted(names.items())), row.names_at)

    def save_names(self, app_id: str, read: NamesRead | None) -> None:
        """Keep what was read; None: nothing is known any more."""
        names = None if read is None else {str(slot): name for slot, name in read.names.items()}
        values = {"attribute_names": names, "names_at": read.at if read is not None else None}
        self._conn.execute(update(_apps).where(_apps.c.id == app_id).values(**values))


def _app(row: Row[tuple[object, ...]]) -> ChatApp:
    return ChatApp(**row._mapping)
