"""The moments of a push, for the log: row id, state and reason, and nothing that it says.

So that afterwards one can tell what happened when, without one word of what was sent to whom.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from tpns_desktop.store.errors import StoreError
from tpns_desktop.store.history import History, PushRow

if TYPE_CHECKING:
    from tpns_desktop.store.database import Database

_log = logging.getLogger(__name__)

_WORD: Final = re.compile(r"[a-z0-9_]{1,40}")


class Moments:
    """Writes a line for each step of each row. Belongs to the database's thread and loop."""

    def __init__(
        self,
        database: Database,
        subscribe: Callable[[Callable[[str], None]], Callable[[], None]],
    ) -> None:
        """`subscribe` as `Outbox.subscribe`."""
        self._database = database
        self._seen: dict[str, tuple[object, ...]] = {}
        self._waiting: dict[str, None] = {}
        self._end = subscribe(self._on_news)

    def close(self) -> None:
        """Write what is still to be written; call it before the database is closed."""
        self._end()
        self._write()

    def _on_news(self, batch_id: str) -> None:
        if not self._waiting:
            # Later: the news may come from inside a transaction.
            asyncio.get_running_loop().call_soon(self._write)
        self._waiting[batch_id] = None

    def _write(self) -> None:
        waiting, self._waiting = self._waiting, {}
        if not waiting:
            return
        try:
            with self._database.reading() as conn:
                history = History(conn)
                rows = [row for batch_id in waiting for row in history.batch(batch_id)]
        except StoreError as error:
            _log.warning("the steps of a push could not be read: %s", error.code)
            return
        for row in rows:
            now = (row.state, row.attempts, row.reason, row.code, row.looks, row.look)
            if self._seen.get(row.id) != now:
                self._seen[row.id] = now
                _log.info("%s", _line(row))


def _line(row: PushRow) -> str:
    parts = [f"push {row.id} {row.platform} {row.state}"]
    if row.reason is not None and _WORD.fullmatch(row.reason):
        parts.append(row.reason)
    if row.code is not None:
        parts.append(f"code {row.code}")
    if row.attempts > 1:
        parts.append(f"attempt {row.attempts}")
    if row.looks:
        parts.append(f"looked {row.looks}: {row.look}")
    return ", ".join(parts)
