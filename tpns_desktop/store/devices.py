"""The book of test devices: tokens that a person has given names, so that a test finds its phones.

A token is an address and no secret, yet it stays here: history keeps the copies that were
confirmed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select, update

from tpns_desktop.store import tables

if TYPE_CHECKING:
    from sqlalchemy import Connection

_devices = tables.devices


@dataclass(frozen=True, kw_only=True)
class Device:
    """One named device of an app. Every datetime is aware, in UTC."""

    id: str
    app_id: str
    name: str
    platform: str
    """``android`` or ``ios``."""
    token: str
    note: str = ""
    added_at: datetime
    used_at: datetime | None = None
    """When a push to it was last confirmed."""


class Devices:
    """The named devices in the database behind one connection."""

    def __init__(self, conn: Connection) -> None:
        """Work inside the transaction of ``conn``."""
        self._conn = conn

    def all(self, app_id: str) -> list[Device]:
        """Give the app's devices in the order they were added."""
        query = (
            select(_devices)
            .where(_devices.c.app_id == app_id)
            .order_by(_devices.c.added_at, _devices.c.id)
        )
        return [Device(**row._mapping) for row in self._conn.execute(query)]

    def get(self, device_id: str) -> Device | None:
        """Give the device of this id, None when there is none."""
        row = self._conn.execute(select(_devices).where(_devices.c.id == device_id)).first()
        return None if row is None else Device(**row._mapping)

    def add(self, device: Device) -> None:
        """Keep a new device. Raises UnknownApp when its app is not stored."""
        self._conn.execute(insert(_devices).values(**asdict(device)))

    def update(self, device: Device) -> bool:
        """Keep what ``device`` says from now on; app, adding and use stay.

        False when there is no such device.
        """
        values = asdict(device)
        device_id = values.pop("id")
        del values["app_id"], values["added_at"], values["used_at"]
        query = update(_devices).where(_devices.c.id == device_id).values(**values)
        return self._conn.execute(query).rowcount == 1

    def used(self, app_id: str, tokens: Iterable[str], at: datetime) -> None:
        """A push to those devices of the app that have one of ``tokens`` was confirmed."""
        query = (
            update(_devices)
            .where(_devices.c.app_id == app_id, _devices.c.token.in_(sorted(tokens)))
            .values(used_at=at)
        )
        self._conn.execute(query)

    def remove(self, device_id: str) -> bool:
        """Forget the device. False when there is no such device."""
        query = delete(_devices).where(_devices.c.id == device_id)
        return self._conn.execute(query).rowcount == 1
