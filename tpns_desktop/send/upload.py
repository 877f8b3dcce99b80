"""The upload of a list between confirmation and hold, and the one slot that its id fills.

Owns what an upload's end means: an id, or the reason why nothing of the push may leave. An upload
alone reaches nobody, so a person may confirm again after any failure; nothing is tried again by
itself. When it runs, and what becomes of the rows, is `outbox`'s. Sources: sending.md 2.1,
hostile-packages.md U.
"""

from __future__ import annotations

import contextlib
import json
import logging
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from tpns_desktop.client.endpoints import access_point_at
from tpns_desktop.client.errors import ClientError, Refused
from tpns_desktop.packages import snapshot
from tpns_desktop.packages.snapshot import Snapshot
from tpns_desktop.packages.verdict import Refusal
from tpns_desktop.send.attempts import KeyUnavailable
from tpns_desktop.store.uploads import Upload, Uploads

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tpns_desktop.send.attempts import Ways
    from tpns_desktop.send.clock import Clock
    from tpns_desktop.store.database import Database
    from tpns_desktop.store.history import PushRow

TELL_EVERY_S: Final = 0.2
"""Between two pieces of news about one upload; for each, every page that shows it reads it anew."""

_SLOT: Final = b'"upload_id":0'
_TEXT_MAX: Final = 500

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class UploadProgress:
    """How far the uploads of one batch are."""

    platform: str
    """The one under way."""
    done_bytes: int
    """Of all platforms together."""
    total_bytes: int
    speed: float | None
    """Bytes a second since the first one left; None at the very beginning."""


class UploadFailed(Exception):
    """There is no upload id, so nothing may be sent.

    `reason`: "upload_failed", "list_changed" (the copy is not what was confirmed), "list_gone", or
    why there is no way to the service ("no_key", "keyring_locked", "app_changed", …). `facts` as in
    `store.history.FACTS`: "trouble" (the client's reason), "code" and "text" of a refusal.
    """

    def __init__(self, reason: str, **facts: Any) -> None:
        super().__init__(reason)
        self.reason = reason
        self.facts: Mapping[str, Any] = facts


def filled(template: bytes, upload_id: int) -> bytes:
    """The confirmed bytes with the id in their one slot, and not another byte changed.

    Raises ValueError for bytes without exactly one empty slot, and for what is no id.
    """
    if isinstance(upload_id, bool) or not isinstance(upload_id, int) or upload_id < 1:
        raise ValueError("no upload id")
    # Quotes inside of texts are escaped, so the slot's name stands nowhere else.
    if template.count(_SLOT) != 1:
        raise ValueError("a push to a list has one slot")
    made = template.replace(_SLOT, _SLOT[:-1] + str(upload_id).encode())
    if json.loads(made) != {**json.loads(template), "upload_id": upload_id}:
        raise ValueError("the slot is not the push's own")
    return made


class Uploader:
    """Gets the upload ids of rows."""

    def __init__(self, database: Database, clock: Clock, ways: Ways) -> None:
        self._database = database
        self._clock = clock
        self._ways = ways

    def known(self, row: PushRow) -> int | None:
        """The id that this very file has at this very place already. Raises StoreError."""
        with self._database.reading() as conn:
            found = Uploads(conn).get(row.list_sha256 or "", row.access_point_url, row.access_id)
        return None if found is None else found.upload_id

    async def upload(self, row: PushRow, copy: Snapshot, progress: Callable[[int], None]) -> int:
        """Upload the copy for a row and keep the id; `progress` in bytes of the file.

        Raises UploadFailed, StoreError (the id could not be kept).
        """
        if (copy.sha256, copy.size_bytes) != (row.list_sha256, row.list_bytes):
            raise UploadFailed("list_changed")
        upload_id = await self._asked(row, copy, progress)
        with self._database.transaction() as conn:
            Uploads(conn).keep(
                Upload(
                    sha256=copy.sha256,
                    access_point_url=row.access_point_url,
                    access_id=row.access_id,
                    upload_id=upload_id,
                    accounts=row.list_accounts or 0,
                    at=self._clock.now(),
                )
            )
        return upload_id

    async def _asked(self, row: PushRow, copy: Snapshot, progress: Callable[[int], None]) -> int:
        try:
            key = await self._ways.key(row)
            reason = self._ways.guard(row)
            if reason is not None:
                raise UploadFailed(reason)
            client = self._ways.client(access_point_at(row.access_point_url), row.access_id, key)
            try:
                return await client.upload(
                    sendable(copy.name), copy.size_bytes, snapshot.read_verified(copy), progress
                )
            finally:
                with contextlib.suppress(Exception):
                    await client.aclose()
        except UploadFailed:
            raise
        except KeyUnavailable as unavailable:
            raise UploadFailed(unavailable.reason) from None
        except Refusal as refusal:
            raise UploadFailed("list_gone" if refusal.code == "gone" else "list_changed") from None
        except Refused as error:
            raise UploadFailed(
                "upload_failed",
                trouble=error.reason,
                code=error.code,
                text=error.text[:_TEXT_MAX] or None,
            ) from None
        except ClientError as error:
            raise UploadFailed("upload_failed", trouble=error.reason) from None
        except Exception as error:
            _log.error("an upload ended in %s", type(error).__name__)
            raise UploadFailed("upload_failed", trouble="failed") from None


def ages(
    conn: Connection,
    places: Mapping[str, tuple[str, str]],
    sha256: str,
    now: datetime,
) -> dict[str, float]:
    """Platform → age in seconds of the upload it has of this file already.

    `places`: platform → (address of the access point, access id).
    """
    found: dict[str, float] = {}
    for platform, (url, access_id) in places.items():
        upload = Uploads(conn).get(sha256, url, access_id)
        if upload is not None:
            found[platform] = max(0.0, (now - upload.at).total_seconds())
    return found


def sendable(name: str) -> str:
    """A file's name as a header can hold it; it keeps its ending."""
    return re.sub(r'[\\"]', "_", name)
