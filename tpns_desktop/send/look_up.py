"""Looking up what may have been sent: asks the service for its records, and settles what it can.

Owns when is looked (5 s, 30 s, 2 min and 10 min after a push became unknown, or after the start of
the program for those of earlier runs; then only by hand), which pages are read, and what a verdict
writes down. Which record can be which row is `matching`'s. A look that could not be asked, or not
read to its end, says nothing: it is written down as "failed" and never counts as "none".

Sends nothing, ever. A row leaves "unknown" here in two ways: to "accepted" with its push id, or,
after the last look at the time, to "not_found". Source: sending.md 2.4.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from tpns_desktop.model.limits import RECORD_DAYS_MAX, RECORDS_PAGE_MAX, SERVICE_ZONE
from tpns_desktop.send.asking import AskFailed
from tpns_desktop.send.budget import LOOK_UP
from tpns_desktop.send.clock import waited
from tpns_desktop.send.matching import Sought, sought, verdict
from tpns_desktop.send.skew import Skew, joined
from tpns_desktop.store.errors import StoreError
from tpns_desktop.store.history import History, PushRow

if TYPE_CHECKING:
    from tpns_desktop.client.tpns import TpnsClient
    from tpns_desktop.model.outcome import Record
    from tpns_desktop.send.asking import Asking, Questions
    from tpns_desktop.send.clock import Clock
    from tpns_desktop.send.skew import Skews
    from tpns_desktop.send.ways import Places
    from tpns_desktop.store.database import Database

SCHEDULE_S: Final = (5.0, 30.0, 120.0, 600.0)
"""After the row became unknown, or was found so at start."""

PAGES_MAX: Final = 52
"""Pages of 200 records read in one look, 10,000 records and what repeats: beyond it there is no
verdict. Fewer than an hour's allowance, so that one look never uses all of it up."""

DAYS_BACK_MAX: Final = RECORD_DAYS_MAX - 1
"""The service remembers a month; a day less, for nobody says how it counts."""

PAST: Final = timedelta(hours=1)
"""Rows sent up to so long before may be waiting for the same records."""

PATIENCE_S: Final = 30.0
"""A person who knows better waits no longer for a look: as long as one question may take."""

UNSURE_SKEW: Final = Skew(-1.0, 1.0)
"""What the first question's days go by, while no answer has told the time. Checked afterwards."""

RIVALS: Final = frozenset({"sending", "unknown", "accepted", "not_found"})
"""States in which a row without a push id may still be what a record is of."""

HOPELESS: Final = frozenset({"other_practice", "too_old", "wrong_address", "nothing_to_ask"})
"""Asking again later changes nothing about these: the row stays for the person."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Read:
    """What one look brought."""

    records: tuple[Record, ...]
    skew: Skew
    last_day: date
    """The last day that was asked for."""
    service_now: float
    """Unix seconds, not later than it really is there."""

    def conclusive(self, wanted: Sought) -> bool:
        """Whether the push would be among the records, had the service taken it."""
        if self.service_now <= wanted.until:
            return False
        # Days ahead cannot be asked for.
        return wanted.days[1] <= self.last_day


class LookUp:
    """Looks, by itself and by hand. Belongs to the loop and thread that use it."""

    def __init__(
        self,
        database: Database,
        places: Places,
        asking: Asking,
        questions: Questions,
        skews: Skews,
        clock: Clock,
        tell: Callable[[str], None],
    ) -> None:
        """`tell` lets the subscribers know that a batch has news."""
        self._database = database
        self._places = places
        self._asking = asking
        self._questions = questions
        self._skews = skews
        self._clock = clock
        self._tell = tell
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._due: dict[str, float] = {}
        """Row id → monotonic time of its next look."""
        self._planned: set[str] = set()
        """Rows that have had their plan; each has one in a run."""
        self._over: set[str] = set()
        """Rows whose last look at the time has come."""
        self._turns: dict[str, asyncio.Lock] = {}
        self._under_way: dict[str, asyncio.Event] = {}
        """Row id → set when the look at it that is under way has ended."""
        self._closing = False

    # -------------------------------------------------------------------------------- start, end

    def start(self) -> None:
        """Plan looks for everything that is unknown. Raises StoreError."""
        with self._database.reading() as conn:
            unknown = History(conn).in_state("unknown")
        self._plan(unknown)

    def practice_changed(self) -> None:
        """A practice service is in use: what it may have been sent can be asked for now."""
        with contextlib.suppress(StoreError):
            self.start()

    def keys_came(self, access_ids: Iterable[str]) -> None:
        """Keys are at hand: ask at once about what could not be asked, or not in time, before."""
        with contextlib.suppress(StoreError):
            with self._database.reading() as conn:
                unknown = History(conn).unknown(access_ids)
            for row in unknown:
                key = f"at once {row.id}"
                late = row.look == "failed" or row.id not in self._tasks
                if late and key not in self._tasks and self._may_be_asked(row):
                    task = asyncio.get_running_loop().create_task(self._at_once(key, row))
                    self._tasks[key] = task

    async def _at_once(self, key: str, row: PushRow) -> None:
        try:
            await self.look(row)
        except AskFailed:
            pass  # it stands in the row
        except StoreError:
            _log.exception("a look could not be written down")
        finally:
            self._tasks.pop(key, None)

    def noticed(self, batch_id: str) -> None:
        """A batch has news: plan looks for what became unknown."""
        if not self._closing:
            # Later, because the news may be told inside of a transaction.
            asyncio.get_running_loop().call_soon(self._plan_batch, batch_id)

    async def close(self) -> None:
        """End all looks; nothing of a look cut off is written down."""
        self._closing = True
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def next_at(self, rows: Iterable[PushRow]) -> datetime | None:
        """When the first of these rows is looked up next, None when none is."""
        due = [self._due[row.id] for row in rows if row.id in self._due]
        if not due:
            return None
        ahead_s = max(0.0, min(due) - self._clock.monotonic())
        return self._clock.now() + timedelta(seconds=ahead_s)

    # ---------------------------------------------------------------------------------- at times

    def _plan_batch(self, batch_id: str) -> None:
        if self._closing:
            return
        with contextlib.suppress(StoreError), self._database.reading() as conn:
            self._plan(History(conn).batch(batch_id))

    def _plan(self, rows: Iterable[PushRow]) -> None:
        for row in rows:
            if row.state == "unknown" and row.id not in self._planned and self._may_be_asked(row):
                self._planned.add(row.id)
                began = self._clock.monotonic()
                self._due[row.id] = began + SCHEDULE_S[0]
                task = asyncio.get_running_loop().create_task(self._follow(row.id, began))
                self._tasks[row.id] = task

    def _may_be_asked(self, row: PushRow) -> bool:
        if row.is_chat:
            return False  # nobody tells of it: a person settles it
        if row.practice:
            here = self._places.practice
            return here is not None and here.base_url == row.access_point_url
        return row.sent_at is not None and self._clock.now() - row.sent_at <= timedelta(
            days=DAYS_BACK_MAX
        )

    async def _follow(self, row_id: str, began: float) -> None:
        """Look at the times, until the row is settled. Never raises but for cancellation."""
        try:
            for n, delay_s in enumerate(SCHEDULE_S):
                last = n == len(SCHEDULE_S) - 1
                now = self._clock.monotonic()
                if not last and now >= began + SCHEDULE_S[n + 1]:
                    continue  # the computer slept through it
                self._due[row_id] = began + delay_s
                if now < began + delay_s:
                    await self._clock.sleep(began + delay_s - now)
                if last:
                    self._over.add(row_id)
                self._due.pop(row_id, None)
                if not last:
                    self._due[row_id] = began + SCHEDULE_S[n + 1]
                try:
                    row = self._row(row_id)
                    if row is None or row.state != "unknown":
                        return
                    await self.look(row)
                except AskFailed as failed:
                    if failed.reason in HOPELESS:
                        return
                except StoreError:
                    _log.exception("a look could not be written down")
        except Exception as error:
            _log.error("looking up ended in %s", type(error).__name__)
        finally:
            self._due.pop(row_id, None)
            self._tasks.pop(row_id, None)

    # -------------------------------------------------------------------------------------- looks

    async def looked(self, row_id: str) -> None:
        """Come back once the look at the row that is under way has ended, or takes too long."""
        ended = self._under_way.get(row_id)
        if ended is not None:
            await waited(self._clock, PATIENCE_S, ended)

    async def look(self, row: PushRow) -> None:
        """Ask the service about one row now, and write down what that shows.

        Raises AskFailed when it could not be asked or not read to the end (noted in the row as
        well), and "nothing_to_ask" for a row that came from a backup and does not know when it
        left, or is of a Chat app; StoreError.
        """
        if row.sent_at is None or row.is_chat:
            raise AskFailed("nothing_to_ask")
        async with self._turns.setdefault(row.access_id, asyncio.Lock()):
            now = self._row(row.id)
            if now is None or now.state != "unknown":
                return  # settled while others were being looked up
            ended = self._under_way[row.id] = asyncio.Event()
            try:
                found = await self._read(row)
                self._judge(row, found)
            except AskFailed:
                self._note_failed(row.id)
                raise
            except StoreError:
                raise
            except Exception as error:
                _log.error("a look ended in %s", type(error).__name__)
                self._note_failed(row.id)
                raise AskFailed("failed") from None
            finally:
                del self._under_way[row.id]
                ended.set()
                self._tell(row.batch_id)

    async def _read(self, row: PushRow) -> _Read:
        """Every record of the days on which the push may have been made. Raises AskFailed."""
        async with await self._asking.client_for(row) as client:
            known = self._skews.all(practice=row.practice)
            skew = joined(known) if known else UNSURE_SKEW
            for _ in range(2):
                first, last = self._days(row, skew)
                records = await self._pages(client, sought(row, skew), first, last)
                skew = self._skew(client, row)
                days = self._days(row, skew)
                if first <= days[0] and days[1] <= last:
                    service_now = self._clock.now().timestamp() - skew.high_s
                    return _Read(records, skew, last, service_now)
                # The clocks are further apart than was thought: once more, for the right days.
        raise AskFailed("unread")

    def _skew(self, client: TpnsClient, row: PushRow) -> Skew:
        if client.clock_skew_s is None:
            raise AskFailed("no_date")
        return joined(self._skews.all(practice=row.practice))

    def _days(self, row: PushRow, skew: Skew) -> tuple[date, date]:
        """The days to ask for, by the service's calendar. Raises AskFailed ("too_old")."""
        first, last = sought(row, skew).days
        now = self._clock.now().timestamp()
        today = _service_day(now - skew.low_s)
        if first < today - timedelta(days=DAYS_BACK_MAX):
            raise AskFailed("too_old")
        return min(first, today), min(last, today)

    async def _pages(
        self, client: TpnsClient, wanted: Sought, first: date, last: date
    ) -> tuple[Record, ...]:
        """All pages. Raises AskFailed, also when they do not add up to what there is."""
        found: dict[str, Record] = {}
        offset, again = 0, False
        for _ in range(PAGES_MAX):
            question = partial(
                client.push_record_page,
                start=first,
                end=last,
                push_type=wanted.asked_type,
                offset=offset,
                limit=RECORDS_PAGE_MAX,
            )
            page = await self._questions.ask(client, LOOK_UP, question)
            before = len(found)
            found.update((record.push_id, record) for record in page.records)
            full = len(page.records) >= RECORDS_PAGE_MAX
            if page.total is None:
                complete = not page.records
            else:
                # A service that counts one page only would say 200 of a full one.
                complete = len(found) >= page.total and not full
            if complete:
                return tuple(found.values())
            if page.records and len(found) == before and not again:
                raise AskFailed("unread")  # always the same page
            offset += len(page.records)
            if not page.records:
                if again:
                    raise AskFailed("unread")
                # Pushes made meanwhile moved the pages; the new ones are on the first.
                offset, again = 0, True
        raise AskFailed("too_many")

    # ----------------------------------------------------------------------------------- verdict

    def _judge(self, row: PushRow, found: _Read) -> None:
        """Write down what the records say, in one transaction with what our own rows say."""
        now = self._clock.now()
        with self._database.transaction() as conn:
            history = History(conn)
            wanted = sought(row, found.skew, alone=_is_alone(history, row))
            current = history.row(row.id)
            if current is None or current.state != "unknown" or row.sent_at is None:
                return
            others = {
                other.id: other
                for other in (
                    *history.unknown({row.access_id}),
                    *history.since({row.access_id}, row.sent_at - PAST),
                )
                if other.id != row.id
            }
            said = verdict(
                wanted,
                found.records,
                taken={id for other in others.values() for id in other.push_ids},
                rivals=[
                    sought(other, found.skew)
                    for other in others.values()
                    if not other.push_ids and other.state in RIVALS and other.sent_at is not None
                ],
            )
            facts: dict[str, Any] = {"looks": current.looks + 1, "looked_at": now}
            settled = {"settled_by": "query", "settled_at": now}
            if said.kind == "one":
                facts |= {"push_ids": said.push_ids, "look": None, "matches": (), **settled}
                history.move(row.id, "unknown", "accepted", **facts)
            elif said.kind == "several":
                facts |= {"look": "several", "matches": said.push_ids}
                history.note(row.id, "unknown", **facts)
            elif row.id in self._over and found.conclusive(wanted):
                facts |= {"look": "none", "matches": (), **settled}
                history.move(row.id, "unknown", "not_found", **facts)
            else:
                facts |= {"look": "none", "matches": ()}
                history.note(row.id, "unknown", **facts)

    def _note_failed(self, row_id: str) -> None:
        with contextlib.suppress(StoreError), self._database.transaction() as conn:
            history = History(conn)
            row = history.row(row_id)
            if row is not None:
                # What several looks before found still stands: only that this one failed is new.
                facts = {"looks": row.looks + 1, "looked_at": self._clock.now(), "look": "failed"}
                history.note(row_id, "unknown", **facts)

    def _row(self, row_id: str) -> PushRow | None:
        with self._database.reading() as conn:
            return History(conn).row(row_id)


def _is_alone(history: History, row: PushRow) -> bool:
    """Whether the row's upload was pushed to once only: an id may have been used again."""
    if row.upload_id is None:
        return False
    return history.left_with(row.access_id, row.upload_id) <= 1


def _service_day(instant: float) -> date:
    return datetime.fromtimestamp(instant, UTC).astimezone(SERVICE_ZONE).date()
