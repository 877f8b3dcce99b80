"""The apps a person has connected: names and public ids.

Their secret keys are in ``secrets.py`` alone.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select, update

from tpns_desktop.store import tables

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row


@dataclass(frozen=True)
class App:
    """One app of the person's, or the practice app."""

    id: str
    kind: str
    """``tpns`` or ``practice``."""
    name: str
    colour: str
    access_point: str
    """Id of the access point (``guangzhou`` …), or the practice service's address."""
    android_access_id: str | None
    ios_access_id: str | None
    ios_environment: str | None
    """``product`` or ``dev``; None when the app has no iOS side."""
    created_at: datetime
    android_key_place: str | None = None
    """Where the key was last kept: the keyring's backend id (``SecretService`` …), ``memory``, or
    None when no key is known. Never the key."""
    ios_key_place: str | None = None

    @property
    def platforms(self) -> tuple[str, ...]:
        """The platforms this app has an AccessId for, ``android`` first."""
        ids = {"android": self.android_access_id, "ios": self.ios_access_id}
        return tuple(platform for platform, access_id in ids.items() if access_id)

    @property
    def practice(self) -> bool:
        """True for the app of the practice service."""
        return self.kind == "practice"

    def access_id(self, platform: str) -> str | None:
        """Give the AccessId for ``android`` or ``ios``, None where there is none."""
        return {"android": self.android_access_id, "ios": self.ios_access_id}.get(platform)

    @property
    def access_ids(self) -> frozenset[str]:
        """The AccessIds of its platforms."""
        return frozenset(id for id in (self.android_access_id, self.ios_access_id) if id)

    def key_place(self, platform: str) -> str | None:
        """Give where the key for ``android`` or ``ios`` was last kept, None where none is known."""
        return {"android": self.android_key_place, "ios": self.ios_key_place}.get(platform)


class Apps:
    """The apps in the database behind one connection."""

    def __init__(self, conn: Connection) -> None:
        """Work inside the transaction of ``conn``."""
        self._conn = conn

    def all(self) -> list[App]:
        """Give every app, the oldest first."""
        query = select(tables.apps).order_by(tables.apps.c.created_at, tables.apps.c.id)
        return [_app(row) for row in self._conn.execute(query)]

    def get(self, app_id: str) -> App | None:
        """Give the app, None when there is none of this id."""
        row = self._conn.execute(select(tables.apps).where(tables.apps.c.id == app_id)).first()
        return None if row is None else _app(row)

    def add(self, app: App) -> None:
        """Keep a new app. Raises StoreFailed when its id is taken."""
        self._conn.execute(insert(tables.apps).values(**asdict(app)))

    def update(self, app: App) -> bool:
        """Keep what ``app`` says from now on; when it was created stays.

        False when there is no such app.
        """
        values = asdict(app)
        app_id = values.pop("id")
        del values["created_at"]
        query = update(tables.apps).where(tables.apps.c.id == app_id).values(**values)
        return self._conn.execute(query).rowcount == 1

    def remove(self, app_id: str) -> bool:
        """Forget the app, its drafts and its plans; the history stays.

        False when there is no such app. The keys in the keyring are not touched: see
        ``SecretStore.remove``.
        """
        query = delete(tables.apps).where(tables.apps.c.id == app_id)
        return self._conn.execute(query).rowcount == 1


def _app(row: Row[tuple[object, ...]]) -> App:
    return App(**row._mapping)
