"""Questions to the service that change nothing: counters of a push, size of everyone.

Every answer is kept or given back as data; a question that fails is an `AskFailed` with a reason.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from tpns_desktop.client.errors import ClientError
from tpns_desktop.send.connect import newest_day
from tpns_desktop.send.outbox import KeyUnavailable
from tpns_desktop.send.results import Batch, snapshot
from tpns_desktop.send.ways import Places
from tpns_desktop.store.apps import App, Apps
from tpns_desktop.store.history import History, PushRow

if TYPE_CHECKING:
    from tpns_desktop.client.tpns import TpnsClient
    from tpns_desktop.model.outcome import ChannelCounters
    from tpns_desktop.send.clock import Clock
    from tpns_desktop.store.database import Database

T = TypeVar("T")


class AskFailed(Exception):
    """A question that changes nothing got no answer.

    `reason`: one of the client's reasons, "no_key", "keyring_locked", "keyring_silent",
    "keyring_failed", "no_practice", "other_practice", "app_gone", "app_changed", or
    "nothing_to_ask" (no request of the batch was accepted). `code` and `text` are the service's
    own, where it refused.
    """

    def __init__(self, reason: str, *, code: int | None = None, text: str | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.code = code
        self.text = text


@dataclass(frozen=True)
class AudienceSize:
    """Roughly how many "everyone" is, by the service's daily statistics."""

    total: int | None
    """Devices ever, over the app's platforms."""
    peak: int | None
    """Online at once at that day's peak."""
    day: date | None
    """The oldest of the platforms' days."""


class Asking:
    """Asks on behalf of stored apps."""

    def __init__(self, database: Database, places: Places, clock: Clock) -> None:
        self._database = database
        self._places = places
        self._clock = clock

    async def counters(self, batch: Batch) -> None:
        """Ask for the newest counters of each accepted row, and keep them.

        Raises AskFailed when no row's counters could be read.
        """
        rows = [row for row in batch.rows if row.state == "accepted"]
        if not rows:
            raise AskFailed("nothing_to_ask")
        failed: list[AskFailed] = []
        for row in rows:
            try:
                pushes = await self._asked(self._app_of(row), row.platform, _counters(row))
            except AskFailed as error:
                failed.append(error)
                continue
            with self._database.transaction() as conn:
                History(conn).save_counters(row.id, snapshot(pushes), self._clock.now())
        if len(failed) == len(rows):
            raise failed[0]

    async def audience_size(self, app: App) -> AudienceSize:
        """How many devices "everyone" is, by the newest daily statistics.

        Raises AskFailed when a platform could not be asked.
        """
        now = self._clock.now()
        found = [
            await self._asked(app, platform, lambda client: newest_day(client, now))
            for platform in app.platforms
        ]
        days = [day for day in found if day is not None]
        if not days:
            return AudienceSize(None, None, None)
        return AudienceSize(
            total=sum(day.total for day in days),
            peak=sum(day.peak for day in days),
            day=min(day.date for day in days),
        )

    def _app_of(self, row: PushRow) -> App:
        with self._database.reading() as conn:
            app = Apps(conn).get(row.app_id)
        if app is None:
            raise AskFailed("app_gone")
        # Another access id's push is unknown to the one of today.
        if app.access_id(row.platform) != row.access_id:
            raise AskFailed("other_practice" if row.practice else "app_changed")
        return app

    async def _asked(
        self, app: App, platform: str, ask: Callable[[TpnsClient], Coroutine[Any, Any, T]]
    ) -> T:
        """One question to the service. Raises AskFailed."""
        try:
            client = await self._places.client_of(app, platform)
            async with client:
                return await ask(client)
        except KeyUnavailable as unavailable:
            failed = AskFailed(unavailable.reason)
        except ClientError as error:
            failed = AskFailed(error.reason, code=error.code, text=error.text or None)
        raise failed


def _counters(
    row: PushRow,
) -> Callable[[TpnsClient], Coroutine[Any, Any, list[list[ChannelCounters]]]]:
    async def ask(client: TpnsClient) -> list[list[ChannelCounters]]:
        return [await client.push_counters(push_id) for push_id in row.push_ids]

    return ask
