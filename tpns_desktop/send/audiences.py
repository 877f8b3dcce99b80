"""How many people a push may reach, as far as anybody can know before it is sent.

The service tells how many devices there are in all, and how many have each value of some kinds of
tags; of an app's own tags it tells nothing, so there the last push to exactly that tag is the only
witness. No number is ever given without its source, its day and the instant it was read: what is
not known is `None`, and said so.

Numbers are read once a day of the service, or when a person asks, and kept in the database: without
a network the last ones stand, with their age. Sources: tpns-rest.md 12.3, 12.6.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Literal

from tpns_desktop.model.limits import SERVICE_ZONE
from tpns_desktop.send.asking import AskFailed, Questions, asked_client
from tpns_desktop.send.facts import text_at, value_at
from tpns_desktop.send.results import Batch
from tpns_desktop.send.tag_book import named_in
from tpns_desktop.store.apps import App, Apps
from tpns_desktop.store.audiences import AudienceNumbers
from tpns_desktop.store.history import History
from tpns_desktop.store.tag_book import TagBook

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tpns_desktop.client.tpns import TpnsClient
    from tpns_desktop.model.outcome import Distribution
    from tpns_desktop.send.clock import Clock
    from tpns_desktop.send.ways import Places
    from tpns_desktop.store.database import Database

DISTRIBUTIONS: Final[Mapping[str, Distribution]] = {
    "xg_auto_version": "app_version",
    "xg_auto_province": "province",
    "xg_auto_city": "city",
    "xg_auto_sdkversion": "sdk_version",
    "xg_auto_systemversion": "system_version",
    "xg_auto_devicebrand": "device_brand",
    "xg_auto_deviceversion": "device_version",
}
"""Kind of tag → the distribution that counts it, where there is one (tpns-rest.md 5.7, 12.6)."""

_DAYS_BACK: Final = 7
"""How far back is looked for the newest day with devices."""
_DISTRIBUTION_BACK: Final = (1, 2)
"""Days ago whose distribution is asked for, one after the other until one has values."""

_TOLD_MAX: Final = 8
"""So many values that a distribution has are told where it does not have the typed one."""

_SAME_PUSH: Final = timedelta(minutes=1)
"""A tag counts as used when its push is confirmed, which is not the very same instant."""

Source = Literal["distribution", "last_push", "unknown"]


@dataclass(frozen=True)
class TagReach:
    """How many devices have one tag."""

    tag_type: str
    tag: str
    devices: int | None = None
    """None: nobody can know."""
    source: Source = "unknown"
    day: date | None = None
    """The day a distribution is about."""
    at: datetime | None = None
    """When it was read, or counted for the last push (aware, UTC)."""
    told: tuple[str, ...] = ()
    """Where a distribution has no such value: those that it has, the most frequent ones first."""


@dataclass(frozen=True)
class Reach:
    """How many people a draft may reach."""

    kind: str | None = None
    """"all", "tag", or another audience, of which a draft's own figures tell all."""
    total: int | None = None
    """Devices ever, over the app's systems; None while one of them is not known."""
    peak: int | None = None
    """Online at once at that day's peak."""
    day: date | None = None
    """The oldest of the systems' days."""
    read_at: datetime | None = None
    """The oldest of their readings (aware, UTC)."""
    tags: tuple[TagReach, ...] = ()
    """Each tag of the draft once, in its order."""
    together: int | None = None
    """For tags: all of them, where the parts can be added up for sure; else None."""
    stale: bool = True
    """Whether something was not read on this day of the service yet."""


class Audiences:
    """Reads, keeps and tells the numbers."""

    def __init__(
        self, database: Database, places: Places, questions: Questions, clock: Clock
    ) -> None:
        self._database = database
        self._places = places
        self._questions = questions
        self._clock = clock

    async def reach(self, app_id: str, draft: Mapping[str, Any]) -> Reach:
        """What is kept of the draft's audience; asks nobody. Raises AskFailed("app_gone")."""
        audience = _audience(draft)
        with self._database.reading() as conn:
            app = Apps(conn).get(app_id)
            if app is None:
                raise AskFailed("app_gone")
            return self._told(conn, app, audience)

    def kept(self, conn: Connection, app_id: str, draft: Mapping[str, Any]) -> Reach | None:
        """As `reach`, inside the transaction of `conn`; None when there is no such app."""
        app = Apps(conn).get(app_id)
        return self._told(conn, app, _audience(draft)) if app is not None else None

    async def read(self, app_id: str, draft: Mapping[str, Any], anew: bool = False) -> Reach:
        """As `reach`, after asking the service for what was not read today.

        `anew`: ask for all of it, as a person wants it. Raises AskFailed when a system could not be
        asked; what was read before that is kept.
        """
        app = self._app(app_id)
        audience = _audience(draft)
        kinds = dict.fromkeys(DISTRIBUTIONS[k] for k, _ in _tags(audience) if k in DISTRIBUTIONS)
        for platform in app.platforms:
            await self._read_days(app, platform, anew)
            for kind in kinds:
                await self._read_values(app, platform, kind, anew)
        with self._database.reading() as conn:
            return self._told(conn, app, audience)

    def noticed(self, batch_id: str) -> None:
        """A push has news: if it went to exactly one tag, its counters tell of that tag."""
        with self._database.reading() as conn:
            rows = History(conn).batch(batch_id)
        if not rows or rows[0].audience_kind != "tag":
            return
        found = _only_tag(rows[0].audience)
        batch = Batch(batch_id, rows)
        at = batch.counters_at
        if found is None or at is None:
            return
        # A system without figures would make the sum too small, and so would one that goes on; a
        # push that repeats counts several times.
        if any(not row.counters or len(row.push_ids) != 1 for row in rows):
            return
        reached = batch.counters.delivered
        if reached is None:
            return
        with self._database.transaction() as conn:
            known = TagBook(conn).get(batch.app_id, *found)
            if known is None:
                return
            # A later push named the tag: this one is not the last, and tells only where none has.
            last = (known.used_at or batch.created_at) <= batch.created_at + _SAME_PUSH
            if last or known.reached is None:
                TagBook(conn).reached(batch.app_id, *found, reached, at)

    # Reading

    async def _read_days(self, app: App, platform: str, anew: bool) -> None:
        access_id = app.access_id(platform) or ""
        with self._database.reading() as conn:
            last = AudienceNumbers(conn).last_read(access_id)
        if not anew and self._today(last):
            return
        today = self._service_day()
        days = await self._ask(
            app,
            platform,
            lambda c: c.device_overview(today - timedelta(days=_DAYS_BACK), today),
            automatic=not anew,
        )
        with self._database.transaction() as conn:
            AudienceNumbers(conn).save_days(access_id, days, self._clock.now())

    async def _read_values(self, app: App, platform: str, kind: Distribution, anew: bool) -> None:
        access_id = app.access_id(platform) or ""
        with self._database.reading() as conn:
            known = AudienceNumbers(conn).values(access_id, kind)
        if not anew and known is not None and self._today(known.read_at):
            return
        for back in _DISTRIBUTION_BACK:
            day = self._service_day() - timedelta(days=back)
            found = await self._ask(
                app, platform, partial(_values_of, day, kind), automatic=not anew
            )
            if found:
                break
        with self._database.transaction() as conn:
            AudienceNumbers(conn).save_values(access_id, kind, day, found, self._clock.now())

    async def _ask(
        self,
        app: App,
        platform: str,
        question: Callable[[TpnsClient], Any],
        *,
        automatic: bool,
    ) -> Any:
        async with await asked_client(self._places.client_of(app, platform)) as client:
            return await self._questions.ask(
                client, "audience", lambda: question(client), automatic=automatic
            )

    # Telling

    def _told(self, conn: Connection, app: App, audience: Mapping[str, Any]) -> Reach:
        numbers = AudienceNumbers(conn)
        ids = app.access_ids
        days = [numbers.newest_day(one) for one in ids]
        known = [day for day in days if day is not None]
        complete = bool(ids) and len(known) == len(ids)
        tags = tuple(self._tag(conn, app, *tag) for tag in _tags(audience))
        fresh = complete and all(self._today(numbers.last_read(one)) for one in ids)
        for tag in tags:
            kept = tag.at if tag.tag_type in DISTRIBUTIONS else self._clock.now()
            fresh = fresh and self._today(kept)
        return Reach(
            kind=audience.get("kind"),
            total=sum(one.day.total for one in known) if complete else None,
            peak=sum(one.day.peak for one in known) if complete else None,
            day=min(one.day.date for one in known) if complete else None,
            read_at=min(one.read_at for one in known) if complete else None,
            tags=tags,
            together=_together(audience, tags),
            stale=not fresh,
        )

    def _tag(self, conn: Connection, app: App, tag_type: str, tag: str) -> TagReach:
        kind = DISTRIBUTIONS.get(tag_type)
        if kind is not None:
            found = [AudienceNumbers(conn).values(one, kind) for one in app.access_ids]
            known = [one for one in found if one is not None]
            if not known or len(known) != len(found):
                return TagReach(tag_type, tag)
            return TagReach(
                tag_type,
                tag,
                sum(_counted(one.counts, tag) for one in known),
                "distribution",
                day=min(one.day for one in known),
                at=min(one.read_at for one in known),
                told=_others([one.counts for one in known], tag),
            )
        row = TagBook(conn).get(app.id, tag_type, tag)
        if row is None or row.reached is None:
            return TagReach(tag_type, tag)
        return TagReach(tag_type, tag, row.reached, "last_push", at=row.reached_at)

    def _app(self, app_id: str) -> App:
        with self._database.reading() as conn:
            app = Apps(conn).get(app_id)
        if app is None:
            raise AskFailed("app_gone")
        return app

    def _service_day(self) -> date:
        return self._clock.now().astimezone(SERVICE_ZONE).date()

    def _today(self, at: datetime | None) -> bool:
        return at is not None and at.astimezone(SERVICE_ZONE).date() == self._service_day()


async def _values_of(day: date, kind: Distribution, client: TpnsClient) -> Any:
    return await client.device_distribution(day, kind)


def _audience(draft: Mapping[str, Any]) -> dict[str, Any]:
    """The audience as a summary has it, copied from a draft."""
    kind = value_at(draft, "audience", "kind")
    groups = value_at(draft, "audience", "tag", "groups") if kind == "tag" else None
    return {
        "kind": kind if isinstance(kind, str) else None,
        "groups": [
            [dict(row) for row in group if isinstance(row, Mapping) and row.get("tags")]
            for group in groups or ()
            if isinstance(group, list)
        ],
    }


def _tags(audience: Mapping[str, Any]) -> list[tuple[str, str]]:
    return named_in(audience)


def _only_tag(audience: Mapping[str, Any]) -> tuple[str, str] | None:
    """The tag of an audience that is everyone with this one tag, else None."""
    rows = [row for group in value_at(audience, "groups") or () for row in group]
    found = named_in(audience)
    if len(rows) != 1 or len(found) != 1 or text_at(rows[0], "match") == "none":
        return None
    return found[0]


def _together(audience: Mapping[str, Any], tags: Iterable[TagReach]) -> int | None:
    """All tags as one number, only where no phone can be counted twice or left out.

    One row of one kind of which each phone has one value (a province, say), joined by "any"; or a
    single tag.
    """
    rows = [row for group in audience.get("groups") or () for row in group]
    counts = [one.devices for one in tags]
    if len(rows) != 1 or not counts or None in counts:
        return None
    match, kind = text_at(rows[0], "match"), text_at(rows[0], "tag_type")
    if match == "none" or (len(counts) > 1 and (match != "any" or kind not in DISTRIBUTIONS)):
        return None
    return sum(count for count in counts if count is not None)


def _counted(counts: Mapping[str, int], tag: str) -> int:
    """Devices with the value that `tag` names; the statistics may write it in other letters."""
    wanted = tag.casefold()
    return sum(count for value, count in counts.items() if value.casefold() == wanted)


def _others(counts: Iterable[Mapping[str, int]], tag: str) -> tuple[str, ...]:
    """The values told where `tag` is none of them, by how many devices have them."""
    together: Counter[str] = Counter()
    written: dict[str, str] = {}
    for one in counts:
        for value, count in one.items():
            together[written.setdefault(value.casefold(), value)] += count
    if tag.casefold() in written:
        return ()
    return tuple(sorted(together, key=lambda value: (-together[value], value))[:_TOLD_MAX])
