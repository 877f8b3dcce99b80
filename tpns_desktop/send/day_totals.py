"""All pushes of an app, day by day, as the service counts them: ours and those made elsewhere.

A question a platform, asked when a person wants to see it; nothing of it is kept. Source:
tpns-rest.md 12.2.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from tpns_desktop.model.counters import TOTAL
from tpns_desktop.model.limits import COUNTER_DAYS_MAX, SERVICE_ZONE
from tpns_desktop.send.asking import AskFailed, asked_client
from tpns_desktop.send.results import Figures, added, figures_of
from tpns_desktop.store.apps import Apps

if TYPE_CHECKING:
    from tpns_desktop.send.asking import Questions
    from tpns_desktop.send.clock import Clock
    from tpns_desktop.send.ways import Places
    from tpns_desktop.store.database import Database


@dataclass(frozen=True)
class DaySums:
    """What the service counted."""

    days: tuple[tuple[date, Figures], ...]
    """A day of the service's zone (UTC+8) and its figures over every platform, oldest first."""
    read_at: datetime


class DayTotals:
    """Asks for the days of an app. Belongs to the loop and thread that use it."""

    def __init__(
        self, database: Database, places: Places, questions: Questions, clock: Clock
    ) -> None:
        self._database = database
        self._places = places
        self._questions = questions
        self._clock = clock

    async def read(self, app_id: str) -> DaySums:
        """The last 30 days. Raises AskFailed when a platform could not be asked."""
        with self._database.reading() as conn:
            app = Apps(conn).get(app_id)
        if app is None:
            raise AskFailed("app_gone")
        now = self._clock.now()
        today = now.astimezone(SERVICE_ZONE).date()
        first = today - timedelta(days=COUNTER_DAYS_MAX - 1)
        found: dict[date, list[Figures]] = {}
        for platform in app.platforms:
            async with await asked_client(self._places.client_of(app, platform)) as client:
                days = await self._questions.ask(
                    client, "records", partial(client.push_totals, first, today)
                )
            for day in days:
                total = [one for one in day.channels if one.channel == TOTAL] or day.channels
                found.setdefault(day.date, []).extend(figures_of(asdict(one)) for one in total)
        return DaySums(tuple((day, added(found[day])) for day in sorted(found)), now)
