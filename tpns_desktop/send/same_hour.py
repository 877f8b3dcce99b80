"""When the text of a push to everyone is taken again: once an hour, whatever became of the first.

A push that is moved is cancelled first, so this has to be known before anything is asked of the
service.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tpns_desktop.send.check_sending import EVERYONE_WINDOW, GUARDED
from tpns_desktop.store.history import History

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from sqlalchemy import Connection

    from tpns_desktop.store.history import PushRow


def taken_again(conn: Connection, rows: Collection[PushRow], now: datetime) -> datetime | None:
    """From when on the push of `rows` may be confirmed anew (aware, UTC); None: at once.

    Cancelled ones count: the service is not known to leave them out.
    """
    meant = {(row.access_id, row.title, row.content) for row in rows if row.audience_kind == "all"}
    if not meant:
        return None
    recent = History(conn).since({one[0] for one in meant}, now - EVERYONE_WINDOW)
    ends = [
        (row.sent_at or row.created_at) + EVERYONE_WINDOW
        for row in recent
        if row.audience_kind == "all"
        and row.purpose != "test"
        and row.state in GUARDED
        and (row.access_id, row.title, row.content) in meant
    ]
    return max((end for end in ends if end > now), default=None)
