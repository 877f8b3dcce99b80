"""The one poller of figures: which push is asked about when, for all windows of the program.

    often while a push is young  →  seldom  →  only its marks (1 h, 24 h, 7 d, 29 d)  →  never

Several copies of the program share one database and one hourly allowance (`budget`): when a push
was asked about last stands in the database, and whoever asks claims it there first, so an answer to
one is an answer to all. What is missing is caught up as long as the service can tell. When many
pushes are young at once the steps grow longer, for those on nobody's screen: first come marks that
are due, then what a person looks at, then the youngest. The last 40 questions of an hour are never
asked here. Practice pushes cost nothing and are asked about oftener. Sources: flows 6, tpns-rest.md
12.4 and 15.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from tpns_desktop.model.limits import COUNTER_DAYS_MAX
from tpns_desktop.send.asking import AskFailed
from tpns_desktop.send.budget import OTHERS_MAX, PERSONS
from tpns_desktop.send.courses import Course, course, known_reach
from tpns_desktop.send.results import Batch
from tpns_desktop.store.apps import Apps
from tpns_desktop.store.errors import StoreError
from tpns_desktop.store.history import History
from tpns_desktop.store.snapshots import MARKS, Snapshots, Watched

if TYPE_CHECKING:
    from tpns_desktop.send.asking import Asking
    from tpns_desktop.send.audiences import Audiences
    from tpns_desktop.send.budget import Budget
    from tpns_desktop.send.clock import Clock
    from tpns_desktop.send.ways import Places
    from tpns_desktop.store.database import Database

STEPS: Final = ((300, 30), (1800, 120))
"""(age in seconds below which, seconds between two questions); then `LATER_S`."""
LATER_S: Final = 600
QUIET_S: Final = 3600
"""Between two questions about a push whose figures have not changed for `QUIET_AFTER`."""
QUIET_AFTER: Final = timedelta(hours=2)
PRACTICE_STEPS: Final = ((60, 2), (300, 10))
PRACTICE_LATER_S: Final = 30
FRESH: Final = timedelta(hours=24)
"""A push is asked about by itself for so long; later only at its marks, or when looked at. Not so
long where the service says that it is at its end and its figures rest for `QUIET_AFTER`."""
COUNTED: Final = timedelta(days=COUNTER_DAYS_MAX)

ROUND_S: Final = 300.0
"""The database is read at least so often: another copy of the program may have sent something."""
FULL_S: Final = 60
"""After finding the hour's questions used up."""
AGAIN_S: Final = 120
"""After a question that failed; a mark that could not be taken waits for `LATER_S`."""
HOPELESS_S: Final = 3600
POOL_MIN: Final = 10
LOW: Final = 60
"""With fewer questions left than this a person is told."""

_HOUR_S: Final = 3600
_AUTOMATIC: Final = OTHERS_MAX - PERSONS
_LOOKED_POOL: Final = 30
"""Kept of the automatic questions for what is on the screens."""
_NEVER: Final = datetime(1970, 1, 1, tzinfo=UTC)
_GONE: Final = frozenset(
    {"app_gone", "app_changed", "other_practice", "practice_changed", "wrong_address"}
)
_FORGOTTEN: Final = 1008015
"""push id not exist (tpns-rest.md 13)."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Outlook:
    """How the figures of a push go on."""

    step_s: int | None
    """Seconds between two questions now; None: it is asked about no more."""
    left: int | None
    """Questions that a person may still ask this hour; None where nothing is counted."""
    tight: bool
    """Whether they are few, or the steps longer because many pushes share them."""
    trouble: AskFailed | None
    """Why the last question got no answer."""


@dataclass(frozen=True)
class _Due:
    """One question to come."""

    at: datetime
    rank: int
    """0 for a mark, 1 for what is looked at, 2 for the rest."""
    row: Watched


class Watching:
    """Asks by itself. Belongs to the loop and thread that use it."""

    def __init__(
        self,
        database: Database,
        asking: Asking,
        budget: Budget,
        places: Places,
        clock: Clock,
        tell: Callable[[str], None],
        audiences: Audiences | None = None,
    ) -> None:
        """`tell` lets the subscribers know that a batch has news."""
        self._audiences = audiences
        self._database = database
        self._asking = asking
        self._budget = budget
        self._places = places
        self._clock = clock
        self._tell = tell
        self._looked: frozenset[str] = frozenset()
        self._news = asyncio.Event()
        self._telling = False
        self._trouble: dict[str, tuple[AskFailed, datetime]] = {}
        """Row → why the last question failed, and when it may be asked about again."""
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to ask."""
        self._task = asyncio.get_running_loop().create_task(self._follow())

    async def close(self) -> None:
        """End; a question under way is given up."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    def noticed(self, _batch_id: str) -> None:
        """A push has news: it may have become one to ask about."""
        if not self._telling:
            self._news.set()

    async def look_at(self, *batch_ids: str) -> None:
        """These are on the screen of this window, and no others."""
        if self._looked != frozenset(batch_ids):
            self._looked = frozenset(batch_ids)
            self._news.set()

    async def outlook(self, batch_id: str) -> Outlook:
        """How the figures of a push go on, and what is left of the hour. Raises StoreError."""
        now = self._clock.now()
        with self._database.reading() as conn:
            rows = Snapshots(conn).watched(batch_id)
        rows = [row for row in rows if now - row.started < COUNTED]
        troubles = [self._trouble[row.id][0] for row in rows if row.id in self._trouble]
        lost = len(troubles) == len(rows)
        if not rows or (lost and all(_hopeless(trouble) for trouble in troubles)):
            return Outlook(None, None, False, troubles[0] if troubles else None)
        stretches = self._stretches(self._rows(now), now)
        steps = [self._step_s(row, now, stretches) for row in rows]
        left = [self._budget.left(row.access_id) for row in rows if not row.practice]
        stretched = any(stretches.get(row.access_id, 1.0) > 1 for row in rows)
        return Outlook(
            round(min(steps)),
            min(left, default=None),
            bool(left) and (min(left) < LOW or stretched),
            troubles[0] if lost else None,
        )

    async def course(self, batch_id: str) -> Course | None:
        """How the figures of a push went and go on; None for no such push. Raises StoreError."""
        outlook = await self.outlook(batch_id)
        with self._database.reading() as conn:
            rows = History(conn).batch(batch_id)
            if not rows:
                return None
            batch = Batch(batch_id, rows)
            reach = known_reach(conn, batch, self._audiences) if self._audiences else None
            return course(conn, batch, outlook, self._clock.now(), reach)

    async def left(self, app_id: str) -> int | None:
        """Questions that a person may still ask this hour about an app, of the system with least.

        None where nothing is counted. Raises StoreError.
        """
        with self._database.reading() as conn:
            app = Apps(conn).get(app_id)
        if app is None or app.practice:
            return None
        return min((self._budget.left(access_id) for access_id in app.access_ids), default=None)

    # ----------------------------------------------------------------------------------- by itself

    async def _follow(self) -> None:
        """Ask as it comes due. Never raises but for cancellation."""
        while True:
            self._news.clear()
            wait_s = ROUND_S
            try:
                wait_s = await self._round()
            except StoreError:
                _log.exception("figures could not be written down")
            except Exception as error:
                _log.error("asking for figures ended in %s", type(error).__name__)
            if wait_s > 0:
                await self._pause(wait_s)

    async def _pause(self, seconds: float) -> None:
        """Wait so long, or for news. After a sleep of the computer at most `ROUND_S` late."""
        loop = asyncio.get_running_loop()
        tasks = {
            loop.create_task(self._clock.sleep(seconds)),
            loop.create_task(self._await_news()),
        }
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _await_news(self) -> None:
        await self._news.wait()

    async def _round(self) -> float:
        """Ask about all that is due; gives the seconds until something is."""
        now = self._clock.now()
        coming = self._plan(now)
        due = [one for one in coming if one.at <= now]
        full: set[str] = set()
        for one in sorted(due, key=lambda one: one.rank):  # of one rank the youngest first
            if one.row.access_id in full:
                continue
            await self._ask(one.row)
            failed, _ = self._trouble.get(one.row.id, (None, None))
            if failed is not None and failed.reason == "budget":
                full.add(one.row.access_id)
            await asyncio.sleep(0)  # not every question waits for somebody: pushes have their turn
            if self._news.is_set():
                break  # somebody looks at another push now
        if due:
            return 0.0
        ahead = min((one.at for one in coming), default=None)
        if ahead is None:
            return ROUND_S
        return min(max((ahead - now).total_seconds(), 1.0), ROUND_S)

    async def _ask(self, row: Watched) -> None:
        now = self._clock.now()
        with self._database.transaction() as conn:
            if not Snapshots(conn).claim(row.id, now, row.asked_at or _NEVER):
                return  # another window was first
            whole = History(conn).row(row.id)
        if whole is None:
            return
        try:
            await self._asking.counters_of(whole, automatic=True)
        except AskFailed as failed:
            pause_s = HOPELESS_S if _hopeless(failed) else AGAIN_S
            self._trouble[row.id] = failed, now + timedelta(seconds=pause_s)
        else:
            self._trouble.pop(row.id, None)
        self._telling = True
        try:
            self._tell(row.batch_id)
        finally:
            self._telling = False

    # ------------------------------------------------------------------------------------ the plan

    def _rows(self, now: datetime) -> list[Watched]:
        """All that may be asked about, the youngest first."""
        here = self._places.practice
        with self._database.reading() as conn:
            ids = {one for app in Apps(conn).all() for one in app.access_ids}
            snapshots = Snapshots(conn)
            rows = {row.id: row for row in snapshots.live(ids, now, FRESH, COUNTED)}
            for batch_id in self._looked:
                rows |= {row.id: row for row in snapshots.watched(batch_id)}
        return [
            row
            for row in rows.values()
            if now - row.started < COUNTED
            and (not row.practice or (here and here.base_url == row.access_point_url))
        ]

    def _plan(self, now: datetime) -> list[_Due]:
        rows = self._rows(now)
        stretches = self._stretches(rows, now)
        ids = {row.access_id for row in rows if not row.practice}
        left = {access_id: self._budget.left(access_id) - PERSONS for access_id in ids}
        coming = []
        for row in rows:
            at, rank = self._next(row, now, stretches)
            if row.id in self._trouble:
                at = max(at, self._trouble[row.id][1])
            if not row.practice and left[row.access_id] < row.calls:
                at = max(at, now + timedelta(seconds=FULL_S))
            coming.append(_Due(at, rank, row))
        return coming

    def _next(
        self, row: Watched, now: datetime, stretches: dict[str, float]
    ) -> tuple[datetime, int]:
        """When a row is due, and its rank then."""
        looked = row.batch_id in self._looked
        missing = [row.started + after for mark, after in MARKS.items() if mark not in row.marks]
        marks = [at for at in missing if at <= now]
        mark = min(missing, default=None)
        if marks and row.asked_at is not None and row.asked_at >= marks[0]:
            mark = row.asked_at + timedelta(seconds=LATER_S)  # it was asked for, without an answer
        at = mark or now + COUNTED
        if looked or not _over(row, now):
            step = timedelta(seconds=self._step_s(row, now, stretches))
            # Not at the start: before there is anything to count.
            first = timedelta(seconds=_plain_step_s(row, now, looked))
            at = min(at, row.asked_at + step if row.asked_at else row.started + first)
        return at, 0 if marks else 1 if looked else 2

    def _step_s(self, row: Watched, now: datetime, stretches: dict[str, float]) -> float:
        looked = row.batch_id in self._looked
        step_s = _plain_step_s(row, now, looked)
        return step_s if looked or row.practice else step_s * stretches.get(row.access_id, 1.0)

    def _stretches(self, rows: Iterable[Watched], now: datetime) -> dict[str, float]:
        """Access id → how many times longer its steps are, so that each push has its turn."""
        now_wanted: dict[str, float] = {}
        wanted: dict[str, float] = {}
        for row in rows:
            looked = row.batch_id in self._looked
            if not row.practice and not looked and not _over(row, now):
                access_id, step_s = row.access_id, _plain_step_s(row, now, looked)
                now_wanted.setdefault(access_id, 0.0)
                now_wanted[access_id] += row.calls * _HOUR_S / step_s
                wanted.setdefault(access_id, 0.0)
                wanted[access_id] += row.calls * _in_an_hour(row, now)
        stretches = {}
        for access_id, questions in wanted.items():
            with self._database.reading() as conn:
                marks = Snapshots(conn).marks_due(access_id, now, now + timedelta(hours=1))
            pool = max(_AUTOMATIC - _LOOKED_POOL - marks, POOL_MIN)
            # What is dense now but fits into the hour goes at its plain pace.
            dense = now_wanted[access_id] if questions > pool else 0.0
            stretches[access_id] = max(1.0, dense / pool)
        return stretches


def _over(row: Watched, now: datetime) -> bool:
    """Whether nothing is to be expected of a row but at its marks."""
    quiet = now - (row.changed_at or row.started) > QUIET_AFTER
    return now - row.started >= FRESH or (row.ended and quiet)


def _in_an_hour(row: Watched, now: datetime) -> float:
    """How many questions the coming hour takes at the plain pace."""
    step_s = _plain_step_s(row, now, looked=False)
    if step_s >= LATER_S:
        return _HOUR_S / step_s
    age_s = (now - row.started).total_seconds()
    questions, rest_s = 0.0, float(_HOUR_S)
    for below_s, step_s in STEPS:
        part_s = min(max(below_s - age_s, 0.0), rest_s)
        questions += part_s / step_s
        age_s, rest_s = age_s + part_s, rest_s - part_s
    return questions + rest_s / LATER_S


def _plain_step_s(row: Watched, now: datetime, looked: bool) -> int:
    """Seconds between two questions, were this the only push."""
    age_s = (now - row.started).total_seconds()
    often = row.practice and looked  # nobody watches the others grow
    steps, later_s = (PRACTICE_STEPS, PRACTICE_LATER_S) if often else (STEPS, LATER_S)
    if not looked and now - (row.changed_at or row.started) > QUIET_AFTER:
        return QUIET_S
    return next((step_s for below_s, step_s in steps if age_s < below_s), later_s)


def _hopeless(failed: AskFailed) -> bool:
    """Whether asking again is of no use before something else changes."""
    return failed.reason in _GONE or failed.code == _FORGOTTEN
