"""The Sent list: our own pushes and those that the service remembers, read and kept up to date.

Owns when the service is asked for its records and how many questions that may take: the last two
days often, the month once a day, what had not ended by itself. Which record is a push of ours is
`store.sent_index`'s, and of one that nobody knows of yet, `matching`'s. The service remembers a
month; what it told is kept here longer. Source: tpns-rest 12.1 and 15.
"""

from __future__ import annotations

import asyncio
import bisect
import csv
import logging
import os
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from tpns_desktop.client.endpoints import access_point_at
from tpns_desktop.client.errors import ClientError
from tpns_desktop.model.limits import RECORDS_PAGE_MAX, SERVICE_ZONE
from tpns_desktop.send.asking import AskFailed
from tpns_desktop.send.attempts import KeyUnavailable
from tpns_desktop.send.look_up import DAYS_BACK_MAX, UNSURE_SKEW
from tpns_desktop.send.matching import sought
from tpns_desktop.send.results import snapshot
from tpns_desktop.send.skew import joined
from tpns_desktop.send.watching import COUNTED, LATER_S, STEPS
from tpns_desktop.store.apps import App, Apps
from tpns_desktop.store.errors import StoreError
from tpns_desktop.store.full_text import words_of
from tpns_desktop.store.history import History, PushRow
from tpns_desktop.store.records import RecordRow, ServiceRecords
from tpns_desktop.store.sent_index import UNFINISHED, Asked, SentIndex
from tpns_desktop.store.sent_lines import Line, lines

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tpns_desktop.client.tpns import TpnsClient
    from tpns_desktop.model.outcome import Record
    from tpns_desktop.send.asking import Questions
    from tpns_desktop.send.clock import Clock
    from tpns_desktop.send.matching import Sought
    from tpns_desktop.send.skew import Skews
    from tpns_desktop.send.ways import Places
    from tpns_desktop.store.database import Database

__all__ = ["Asked", "Change", "Line", "Listing", "Records", "Refreshed", "Wanted"]

WINDOW: Final = 64
"""Lines read at a time: some screens full, a millisecond or two."""
HITS: Final = 1000
"""Found words are counted so far before somebody asks for more."""
OLDER: Final = 200
"""Pushes of an older file listed in one go: some ten milliseconds."""
FIRST_OLDER: Final = 2000
"""As many are listed before a list is shown at all."""

OFTEN: Final = timedelta(seconds=60)
"""The last two days are not asked for sooner again, unless a person asks."""
PAGES: Final = 2
"""Pages of a period read in one refresh; the next one goes on."""
SINGLES: Final = 2
"""Pushes asked about one by one in a refresh."""
LOOK_AGAIN: Final = timedelta(minutes=10)
"""After which one that had not ended is asked about again."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Wanted:
    """What a person narrowed the list to. The words as they were typed."""

    app_id: str | None = None
    words: str = ""
    kind: str = ""
    """One of `store.sent_index.KINDS` or empty."""
    elsewhere: bool | None = None
    plan_id: str | None = None
    since: datetime | None = None
    before: datetime | None = None


@dataclass(eq=False)
class Listing:
    """One list as it is read: belongs to the loop, others pass it on and read `count` of `Told`."""

    asked: Asked
    keys: array[int] = field(default_factory=lambda: array("q"))
    """Of its lines, newest first: eight bytes a push."""
    below: int | None = None
    complete: bool = False


@dataclass(frozen=True)
class Told:
    """How far a list is read."""

    listing: Listing
    count: int
    complete: bool
    """False: there are more than `count`."""
    first: tuple[Line, ...] = ()
    """The lines of the first window."""


@dataclass(frozen=True)
class Change:
    """What the news of a push did to a list."""

    kind: Literal["added", "changed", "gone"]
    place: int
    line: Line | None
    count: int


@dataclass(frozen=True)
class Refreshed:
    """What asking the service brought."""

    changed: int = 0
    """Records that are new or stand differently now, and older pushes that are listed by now."""
    trouble: str | None = None
    """Reason of the first question that got no answer, see `AskFailed`."""
    asked: int = 0


@dataclass
class _Reading:
    """How far the records of one access id are read, in this run."""

    recent_at: datetime | None = None
    month: date | None = None
    """The service's day on which the month was read to its end."""
    offset: int = 0


class Records:
    """Lists, lines and the service's records. Belongs to the loop and thread that use it."""

    def __init__(
        self,
        database: Database,
        places: Places,
        questions: Questions,
        skews: Skews,
        clock: Clock,
    ) -> None:
        self._database = database
        self._places = places
        self._questions = questions
        self._skews = skews
        self._clock = clock
        self._readings: dict[str, _Reading] = {}
        self._turns: dict[str, asyncio.Lock] = {}
        self._listing_older: asyncio.Task[None] | None = None
        self._followed: dict[tuple[str, str], datetime] = {}
        """(access id, push id) → when its figures were last asked for by themselves."""
        self._older_came = False
        """More of an older file is listed than when somebody last refreshed."""

    # -------------------------------------------------------------------------------- start, end

    def start(self) -> None:
        """List what an older file holds, in pieces, beside everything else."""
        if self._listing_older is None or self._listing_older.done():
            self._listing_older = asyncio.get_running_loop().create_task(self._list_older())

    async def close(self) -> None:
        """End what is under way."""
        if self._listing_older is not None:
            self._listing_older.cancel()
            await asyncio.gather(self._listing_older, return_exceptions=True)

    async def _list_older(self) -> None:
        try:
            while self._some_older():
                self._older_came = True
                await asyncio.sleep(0)
        except StoreError as error:
            _log.warning("older pushes are not listed: %s", error.code)

    def _some_older(self) -> bool:
        with self._database.reading() as conn:
            if not SentIndex(conn).has_older():
                return False
        with self._database.transaction() as conn:
            return SentIndex(conn).list_older(OLDER)

    # -------------------------------------------------------------------------------------- lists

    async def open(self, wanted: Wanted) -> Told:
        """Begin a list: its newest lines at once, how many there are as far as is known yet.

        Raises StoreError.
        """
        for _ in range(FIRST_OLDER // OLDER):
            if not self._some_older():
                break
        else:
            self.start()
        with self._database.reading() as conn:
            listing = Listing(self._asked(conn, wanted))
        await self._go_on(listing, WINDOW)
        return self._told(listing, first=True)

    async def grow(self, listing: Listing) -> Told:
        """Read on: to the end of a list, or the next `HITS` that have the words.

        Raises StoreError.
        """
        more = HITS if listing.asked.words else None
        await self._go_on(listing, more and len(listing.keys) + more)
        return self._told(listing)

    async def lines(self, listing: Listing, first: int, count: int = WINDOW) -> tuple[Line, ...]:
        """The lines from `first` on, as many as there are, at most `count`. Raises StoreError."""
        return self._lines(listing, first, count)

    async def place(self, listing: Listing, key: int) -> int | None:
        """Where a push stands in a list as far as it is read, None when it is not there."""
        place = _place(listing.keys, key)
        return place if place < len(listing.keys) and listing.keys[place] == key else None

    async def touched(self, listing: Listing, batch_id: str) -> Change | None:
        """Take the news of a push into a list; None when they change nothing there.

        Raises StoreError.
        """
        with self._database.reading() as conn:
            key, meant = SentIndex(conn).meant(listing.asked, batch_id, self._clock.now())
        if key is None:
            return None
        keys, place = listing.keys, _place(listing.keys, key)
        there = place < len(keys) and keys[place] == key
        if not meant:
            if not there:
                return None
            keys.pop(place)
            return Change("gone", place, None, len(keys))
        if not there:
            if not listing.complete and place == len(keys):
                return None  # it comes when the list is read so far
            keys.insert(place, key)
        line = self._lines(listing, place, 1)
        return Change("changed" if there else "added", place, line[0], len(keys)) if line else None

    async def unsettled(self, app_id: str | None) -> int:
        """How many pushes of an app (None: of every one) nobody knows the end of yet."""
        with self._database.reading() as conn:
            app = Apps(conn).get(app_id) if app_id is not None else None
            rows = History(conn).in_state("unknown")
        ids = app.access_ids if app is not None else frozenset()
        return len(
            {
                row.batch_id
                for row in rows
                if not row.is_chat
                and (app_id is None or row.app_id == app_id or row.access_id in ids)
            }
        )

    async def _go_on(self, listing: Listing, until: int | None) -> None:
        """Read on until there are so many (None: to the end), letting others in between."""
        while not listing.complete and (until is None or len(listing.keys) < until):
            with self._database.reading() as conn:
                step = SentIndex(conn).step(listing.asked, listing.below, self._clock.now())
            listing.keys.extend(step.keys)
            listing.below, listing.complete = step.below, step.below is None
            await asyncio.sleep(0)

    def _asked(self, conn: Connection, wanted: Wanted) -> Asked:
        app = Apps(conn).get(wanted.app_id) if wanted.app_id is not None else None
        return Asked(
            app_id=wanted.app_id,
            access_ids=app.access_ids if app is not None else frozenset(),
            kind=wanted.kind,
            elsewhere=wanted.elsewhere,
            plan_id=wanted.plan_id,
            since=wanted.since,
            before=wanted.before,
            words=words_of(wanted.words),
        )

    def _told(self, listing: Listing, *, first: bool = False) -> Told:
        found = self._lines(listing, 0, WINDOW) if first else ()
        return Told(listing, len(listing.keys), listing.complete, found)

    def _lines(self, listing: Listing, first: int, count: int) -> tuple[Line, ...]:
        with self._database.reading() as conn:
            return tuple(lines(conn, listing.keys[first : first + count].tolist()))

    # ------------------------------------------------------------------------- made elsewhere

    async def record(self, access_id: str, push_id: str) -> RecordRow | None:
        """What the service told of a push, None when it told nothing. Raises StoreError."""
        with self._database.reading() as conn:
            return ServiceRecords(conn).get(access_id, push_id)

    async def follow(self, access_id: str, push_id: str) -> RecordRow | None:
        """As `read_counters`, for what is on the screen: asks only when it is time to.

        As often as for a push of ours (`watching`), whichever window asked last; None when there is
        no record. Raises AskFailed, StoreError.
        """
        now = self._clock.now()
        kept = await self.record(access_id, push_id)
        if kept is None or now - kept.at >= COUNTED:
            return kept
        tries = (kept.counters_at, self._followed.get((access_id, push_id)))
        last = max((one for one in tries if one is not None), default=None)
        age_s = (now - kept.at).total_seconds()
        step_s = next((step_s for below_s, step_s in STEPS if age_s < below_s), LATER_S)
        if last is not None and now - last < timedelta(seconds=step_s):
            return kept
        self._followed[access_id, push_id] = now
        return await self.read_counters(access_id, push_id, automatic=True)

    async def read_counters(
        self, access_id: str, push_id: str, *, automatic: bool = False
    ) -> RecordRow:
        """Ask for the figures of a push that was made elsewhere, and for its record anew.

        `automatic`: nobody asked for it, and a record at its end stays as it is. Raises AskFailed,
        StoreError.
        """
        app, platform = self._speaker(access_id)
        kept = await self.record(access_id, push_id) if automatic else None
        anew = kept is None or kept.status in UNFINISHED
        async with await self._client(app, platform) as client:
            counted = await self._questions.ask(
                client, "counters", partial(client.push_counters, push_id), automatic=automatic
            )
            told = []
            if anew:
                told = await self._questions.ask(
                    client, "records", partial(client.push_records, push_id), automatic=automatic
                )
        self._keep(access_id, (one for one in told if one.push_id == push_id), app)
        with self._database.transaction() as conn:
            records = ServiceRecords(conn)
            records.save_counters(access_id, push_id, snapshot([counted]), self._clock.now())
            kept = records.get(access_id, push_id)
        if kept is None:
            raise AskFailed("nothing_to_ask")
        return kept

    # ------------------------------------------------------------------------------------ asking

    async def refresh(self, app_id: str, *, by_person: bool = False) -> Refreshed:
        """Ask the service what it remembers of an app's pushes, as far as that is due.

        Never raises AskFailed: what could not be asked is `Refreshed.trouble`. Raises StoreError.
        """
        with self._database.reading() as conn:
            app = Apps(conn).get(app_id)
        if app is None:
            return Refreshed()
        changed, asked = int(self._older_came), 0
        self._older_came = False
        trouble: str | None = None
        for platform in app.platforms:
            access_id = app.access_id(platform) or ""
            async with self._turns.setdefault(access_id, asyncio.Lock()):
                reading = self._readings.setdefault(access_id, _Reading())
                now = self._clock.now()
                recent = reading.recent_at
                if not by_person and recent is not None and now - recent < OFTEN:
                    continue
                reading.recent_at = now
                try:
                    async with await self._client(app, platform) as client:
                        round_ = _Round(self, client, app, access_id, automatic=not by_person)
                        await round_.read(reading)
                except AskFailed as failed:
                    trouble = trouble or failed.reason
                else:
                    changed, asked = changed + round_.changed, asked + round_.asked
        return Refreshed(changed, trouble, asked)

    async def _client(self, app: App, platform: str) -> TpnsClient:
        """A client that asks without putting up the keyring's window. Raises AskFailed."""
        url, access_id = self._places.url(app), app.access_id(platform)
        if url is None or access_id is None:
            raise AskFailed("no_practice" if app.practice else "no_key")
        try:
            key = await self._places.key_of(app, platform, quiet=True)
            return self._places.client(access_point_at(url), access_id, key)
        except KeyUnavailable as unavailable:
            failed = AskFailed(unavailable.reason)
        except ClientError as error:
            failed = AskFailed(error.reason)
        raise failed

    def _speaker(self, access_id: str) -> tuple[App, str]:
        """The app and platform that may ask about an access id. Raises AskFailed."""
        with self._database.reading() as conn:
            apps = Apps(conn).all()
        for app in apps:
            for platform in app.platforms:
                if app.access_id(platform) == access_id:
                    return app, platform
        raise AskFailed("app_gone")

    def _keep(self, access_id: str, told: Iterable[Record], app: App) -> int:
        """Write down what the service told; gives how much of it is news. Raises StoreError."""
        now = self._clock.now()
        measured = self._skews.all(practice=app.practice)
        skew = joined(measured) if measured else UNSURE_SKEW
        with self._database.transaction() as conn:
            since = now - timedelta(days=DAYS_BACK_MAX + 1)
            waiting = [
                (row, sought(row, skew)) for row in History(conn).without_ids(access_id, since)
            ]
            return ServiceRecords(conn).put(
                _row(access_id, record, now, _may_be(record, waiting)) for record in told
            )

    def _unfinished(self, access_id: str, today: date) -> list[RecordRow]:
        now = self._clock.now()
        since, before = (
            _midnight(today - timedelta(days=DAYS_BACK_MAX)),
            _midnight(today - timedelta(days=1)),
        )
        with self._database.reading() as conn:
            found = ServiceRecords(conn).unfinished(access_id, since, before)
        return [row for row in found if now - row.seen_at >= LOOK_AGAIN][:SINGLES]

    # ------------------------------------------------------------------------------------- export

    async def export(
        self,
        wanted: Wanted,
        path: Path,
        header: Sequence[str],
        cells: Callable[[Line], Sequence[str]],
    ) -> int:
        """Write what a list shows to a CSV file, newest first; gives how many pushes.

        `header` and `cells` are the words of a row; what a spreadsheet would take for a formula
        is defused. The file is there whole or not at all. Raises OSError, StoreError.
        """
        with self._database.reading() as conn:
            listing = Listing(self._asked(conn, wanted))
            names = {id: app.name for app in Apps(conn).all() for id in app.access_ids}
        await self._go_on(listing, None)
        part = path.with_name(f".{path.name}.part")
        file = await asyncio.to_thread(
            part.open, "w", encoding="utf-8-sig", newline="", errors="replace"
        )
        try:
            with file:
                writer = csv.writer(file)
                writer.writerow(header)
                for first in range(0, len(listing.keys), WINDOW):
                    rows = [
                        [_defused(cell) for cell in cells(_of_app(line, names))]
                        for line in self._lines(listing, first, WINDOW)
                    ]
                    await asyncio.to_thread(writer.writerows, rows)
            await asyncio.to_thread(os.replace, part, path)
        finally:
            await asyncio.to_thread(part.unlink, missing_ok=True)
        return len(listing.keys)


class _Round:
    """One refresh of one access id."""

    def __init__(
        self, records: Records, client: TpnsClient, app: App, access_id: str, *, automatic: bool
    ) -> None:
        self._records = records
        self._automatic = automatic
        self._client = client
        self._app = app
        self._access_id = access_id
        self.changed = 0
        self.asked = 0

    async def read(self, reading: _Reading) -> None:
        """The last two days, what is due of the month, what had not ended. Raises AskFailed."""
        today = self._records._clock.now().astimezone(SERVICE_ZONE).date()
        yesterday = today - timedelta(days=1)
        await self._pages(yesterday, today, 0)
        if reading.month != today:
            first = today - timedelta(days=DAYS_BACK_MAX)
            offset = await self._pages(first, yesterday - timedelta(days=1), reading.offset)
            reading.offset = offset or 0
            reading.month = today if offset is None else None
        for row in self._records._unfinished(self._access_id, today):
            self._keep(await self._ask(partial(self._client.push_records, row.push_id)))

    async def _pages(self, start: date, end: date, offset: int) -> int | None:
        """Some pages from `offset` on; gives where to go on, None at the end."""
        for _ in range(PAGES):
            question = partial(
                self._client.push_record_page,
                start=start,
                end=end,
                push_type=None,
                offset=offset,
                limit=RECORDS_PAGE_MAX,
            )
            page = await self._ask(question)
            self._keep(page.records)
            offset += len(page.records)
            if len(page.records) < RECORDS_PAGE_MAX:
                return None
        return offset

    async def _ask(self, question: Callable[[], Any]) -> Any:
        self.asked += 1
        return await self._records._questions.ask(
            self._client, "records", question, automatic=self._automatic
        )

    def _keep(self, told: Iterable[Record]) -> None:
        self.changed += self._records._keep(self._access_id, told, self._app)


def _may_be(record: Record, waiting: Iterable[tuple[PushRow, Sought]]) -> str | None:
    """The batch of ours, not settled, that a record may be of."""
    fitting = (row.batch_id for row, wanted in waiting if wanted.grade(record) in _FITS)
    return next(fitting, None)


_FITS: Final = ("match", "doubt")


def _row(access_id: str, record: Record, now: datetime, may_be: str | None) -> RecordRow:
    return RecordRow(
        access_id=access_id,
        push_id=record.push_id,
        at=record.created_at or now,
        status=record.status,
        title=record.title,
        content=record.content,
        push_type=record.push_type,
        message_type=record.message_type,
        environment=record.environment,
        expire_s=record.expire_s,
        source=record.source,
        targets=len(record.target_list) or None,
        tags=dict(record.tag_set) if record.tag_set is not None else None,
        upload_id=record.upload_id,
        collapse_id=record.collapse_id,
        seen_at=now,
        may_be=may_be,
    )


def _place(keys: array[int], key: int) -> int:
    return bisect.bisect_left(keys, -key, key=lambda one: -one)


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=SERVICE_ZONE).astimezone(UTC)


def _of_app(line: Line, names: Mapping[str, str]) -> Line:
    """The line with its app's name, which the record of one made elsewhere does not say."""
    return line if line.app_name else replace(line, app_name=names.get(line.access_id, ""))


def _defused(cell: str) -> str:
    """A spreadsheet computes what begins like this."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
