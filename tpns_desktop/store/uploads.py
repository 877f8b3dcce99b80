"""What was uploaded where, and which id the service gave it.

An id belongs to one file (by its hash), one access id and one access point; under any other it is
never found here, so it cannot be used there (hostile packages, U05).
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from tpns_desktop.store import tables

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection

_uploads = tables.uploads


@dataclass(frozen=True)
class Upload:
    """The newest upload of a file to one platform's access id."""

    sha256: str
    access_point_url: str
    access_id: str
    upload_id: int
    accounts: int
    """How many different accounts the file held."""
    at: datetime
    """When the service answered (aware, UTC)."""


class Uploads:
    """The uploads in the database behind one connection."""

    def __init__(self, conn: Connection) -> None:
        """Work inside the transaction of ``conn``."""
        self._conn = conn

    def get(self, sha256: str, access_point_url: str, access_id: str) -> Upload | None:
        """Give the newest upload of this very file to this very place, None when there is none."""
        found = self._conn.execute(
            select(_uploads).where(*_key(sha256, access_point_url, access_id))
        ).first()
        return None if found is None else Upload(**found._mapping)

    def keep(self, upload: Upload) -> None:
        """Keep an upload in the place of an earlier one of the same file to the same place."""
        key = _key(upload.sha256, upload.access_point_url, upload.access_id)
        self._conn.execute(delete(_uploads).where(*key))
        self._conn.execute(insert(_uploads).values(**asdict(upload)))


def _key(sha256: str, access_point_url: str, access_id: str) -> tuple[ColumnElement[bool], ...]:
    return (
        _uploads.c.sha256 == sha256,
        _uploads.c.access_point_url == access_point_url,
        _uploads.c.access_id == access_id,
    )
