"""The phones of practice that a push stands on, and a tap on one of them.

There is a wall for pushes of this run's practice service alone, from the hold on: a real push never
has one, and one of an earlier practice service has nobody left to ask. Nothing is kept.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, Final

from tpns_desktop.client.endpoints import practice_access_point
from tpns_desktop.send.asking import AskFailed
from tpns_desktop.store.history import History

if TYPE_CHECKING:
    from tpns_desktop.client.tpns import TpnsClient
    from tpns_desktop.model.phone_wall import PhonesSeen
    from tpns_desktop.send.asking import Questions
    from tpns_desktop.send.practice_app import PracticeInfo
    from tpns_desktop.send.ways import Places
    from tpns_desktop.store.database import Database
    from tpns_desktop.store.history import PushRow

AHEAD: Final = frozenset({"confirmed", "held", "sending"})
"""Nothing has arrived, or the answer is on its way: the phones are there and show nothing."""


class PhoneWall:
    """Asks the practice service."""

    def __init__(self, database: Database, places: Places, questions: Questions) -> None:
        self._database = database
        self._places = places
        self._questions = questions

    async def look(self, batch_id: str) -> PhonesSeen | None:
        """What the phones show of a push now; None where it has no wall.

        Raises AskFailed, StoreError.
        """
        return await self._asked(batch_id, lambda client, ids: client.phones(ids))

    async def tap(self, batch_id: str, phone: str) -> PhonesSeen | None:
        """Tap the push on a phone, if it stands there, and look again.

        It counts as one more tap, once a phone and push. Raises AskFailed, StoreError.
        """
        return await self._asked(batch_id, lambda client, ids: client.tap_phone(ids, phone))

    async def _asked(
        self,
        batch_id: str,
        question: Callable[[TpnsClient, Sequence[str]], Awaitable[PhonesSeen]],
    ) -> PhonesSeen | None:
        with self._database.reading() as conn:
            rows = History(conn).batch(batch_id)
        info = self._places.practice
        if info is None or not has_wall(rows, info):
            return None
        ids = [one for row in rows for one in row.push_ids if row.state == "accepted"]
        # Either system's key will do: the phones of both are on the wall.
        keys = info.keys["android"]
        point = practice_access_point(info.base_url)
        async with self._places.client(point, keys.access_id, keys.secret_key) as client:
            try:
                return await self._questions.ask(client, None, lambda: question(client, ids))
            except AskFailed:
                if self._places.practice is not info:
                    return None  # it went while it was asked
                raise


def has_wall(rows: Sequence[PushRow], info: PracticeInfo) -> bool:
    """Whether the phones of this practice service can show the push of these rows."""
    here = bool(rows) and all(
        row.practice and row.access_point_url == info.base_url for row in rows
    )
    states = {row.state for row in rows}
    return here and ("accepted" in states or states <= AHEAD)
