"""Which push is asked about when, by several copies of the program that share one allowance."""

from __future__ import annotations

import asyncio
import itertools
import json
from bisect import bisect_left
from collections.abc import Awaitable, Callable, Collection
from datetime import datetime, timedelta
from pathlib import Path

import httpx
import pytest

from tests.send.builders import NOW, app
from tests.send.records import row_of
from tpns_desktop.client import AccessPoint, Secret, TpnsClient
from tpns_desktop.model.limits import STATISTICS_CALLS_PER_HOUR
from tpns_desktop.send.asking import AskFailed, Asking, Questions
from tpns_desktop.send.budget import OTHERS_MAX, PERSONS, Budget
from tpns_desktop.send.results import Batch
from tpns_desktop.send.skew import Skews
from tpns_desktop.send.watching import Watching
from tpns_desktop.store.apps import App, Apps
from tpns_desktop.store.database import Database, open_database
from tpns_desktop.store.history import History
from tpns_desktop.store.records import RecordRow, ServiceRecords
from tpns_desktop.store.snapshots import KEPT_MAX, MARKS, Snapshots

ANDROID = "1500012345"
HOUR = timedelta(hours=1)


class Day:
    """Time passes only while every window waits for it, from one instant to the next."""

    def __init__(self) -> None:
        self.wall = NOW
        self.windows = 0
        self._waiting: dict[int, tuple[datetime, asyncio.Future[None]]] = {}
        self._order = itertools.count()

    def now(self) -> datetime:
        return self.wall

    def monotonic(self) -> float:
        return (self.wall - NOW).total_seconds()

    async def sleep(self, seconds: float) -> None:
        number = next(self._order)
        woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting[number] = self.wall + timedelta(seconds=seconds), woken
        try:
            await woken
        finally:
            self._waiting.pop(number, None)

    async def quiet(self) -> None:
        """Come back once every window waits for time to pass."""
        while len(self._waiting) < self.windows:
            await asyncio.sleep(0)

    async def until(self, end: datetime) -> None:
        """Let time pass."""
        while True:
            await self.quiet()
            coming = sorted((due, number) for number, (due, _) in self._waiting.items())
            if not coming or coming[0][0] > end:
                break
            due, number = coming[0]
            self.wall = max(self.wall, due)
            woken = self._waiting.pop(number)[1]
            if not woken.done():
                woken.set_result(None)
            await asyncio.sleep(0)
        self.wall = end


class Service:
    """Counts what it is asked; the figures of a push grow with its age, for three days."""

    def __init__(self, day: Day) -> None:
        self.day = day
        self.asked: list[tuple[datetime, str]] = []
        self.down = False
        self.forgets: Collection[str] = ()
        self.still = False
        """Whether figures grow no more."""

    async def __call__(self, request: httpx.Request) -> httpx.Response:
        push_id = json.loads(request.content)["pushId"]
        self.asked.append((self.day.wall, push_id))
        await asyncio.sleep(0)
        if self.down:
            raise httpx.ConnectError("down")
        if push_id in self.forgets:
            return httpx.Response(200, json={"retCode": 1008015, "errMsg": "push id not exist"})
        minutes = 0 if self.still else int((self.day.wall - NOW).total_seconds() // 60)
        told = {"pushActiveUv": 10_000, "pushOnlineUv": 2 * min(minutes, 4320), "clickUv": minutes}
        counted = [{"channel": "all", "pushState": told}]
        return httpx.Response(200, json={"retCode": 0, "pushStatDataAll": counted})

    def most_in_an_hour(self) -> int:
        """The most calls in any 60 minutes, wherever they begin."""
        times = [at for at, _ in self.asked]
        return max((bisect_left(times, at + HOUR) - n for n, at in enumerate(times)), default=0)


class Ways:
    """Makes clients for what is to be asked; the key is at hand."""

    practice = None

    def __init__(self, service: Service) -> None:
        self._service = service

    def is_practice_id(self, _access_id: str) -> bool:
        return False

    async def key_of(self, _app: App, _platform: str, *, quiet: bool = False) -> Secret:
        return Secret("0123456789abcdef0123456789abcdef")

    def client(self, point: AccessPoint, access_id: str, key: Secret) -> TpnsClient:
        transport = httpx.MockTransport(self._service)
        clock = self._service.day.now
        return TpnsClient(
            point, access_id, key, clock=lambda: clock().timestamp(), transport=transport
        )


class Window:
    """A copy of the program, as far as figures go."""

    def __init__(self, file: Path, service: Service) -> None:
        day = service.day
        self.database = open_database(file)
        self.budget = Budget(self.database, day)
        ways = Ways(service)
        questions = Questions(self.budget, Skews(day), day)
        self.asking = Asking(self.database, ways, questions, day)  # type: ignore[arg-type]
        self.told: list[str] = []
        self.watching = Watching(
            self.database,
            self.asking,
            self.budget,
            ways,
            day,
            self.told.append,  # type: ignore[arg-type]
        )

    async def click(self, batch_id: str) -> None:
        """A person asks for the newest figures."""
        await self.asking.counters(batch(self.database, batch_id))


def batch(database: Database, batch_id: str) -> Batch:
    with database.reading() as conn:
        return Batch(batch_id, History(conn).batch(batch_id))


def put(database: Database, number: int, sent_at: datetime, ids: int = 1) -> str:
    """An accepted push of the app; gives its batch id."""
    name = f"{number:04}"
    row = row_of(
        "all", id=f"r{name}", batch_id=f"b{name}", draft_id=f"d{name}", state="confirmed",
        created_at=sent_at, sent_at=None,
    )  # fmt: skip
    push_ids = tuple(f"{number}{n}" for n in range(ids))
    with database.transaction() as conn:
        history = History(conn)
        history.add([row])
        history.move(row.id, "confirmed", "held")
        history.move(row.id, "held", "sending", sent_at=sent_at)
        history.move(row.id, "sending", "accepted", push_ids=push_ids, settled_by="answer")
    return row.batch_id


class World:
    """Windows over one file, and the service."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.day = Day()
        self.service = Service(self.day)
        self.windows: list[Window] = []
        self.database = open_database(file)
        with self.database.transaction() as conn:
            Apps(conn).add(app(ios_access_id=None, ios_environment=None))

    def open(self, count: int = 1) -> list[Window]:
        made = [Window(self.file, self.service) for _ in range(count)]
        for window in made:
            window.watching.start()
        self.windows += made
        self.day.windows += count
        return made

    async def close(self, *windows: Window) -> None:
        for window in windows or tuple(self.windows):
            await window.watching.close()
            window.database.close()
            self.windows.remove(window)
            self.day.windows -= 1

    def minutes(self, push_id: str) -> list[float]:
        """When it was asked about, in minutes since the start."""
        return [(at - NOW).total_seconds() / 60 for at, one in self.service.asked if one == push_id]

    def marks(self, number: int) -> dict[str, datetime]:
        with self.database.reading() as conn:
            kept = Snapshots(conn).of(f"r{number:04}")
        return {one.mark: one.at for one in kept if one.mark}


Story = Callable[[World], Awaitable[None]]
Play = Callable[[Story], None]


@pytest.fixture
def play(tmp_path: Path) -> Play:
    def played(story: Story) -> None:
        async def whole() -> None:
            world = World(tmp_path / "kept.db")
            try:
                async with asyncio.timeout(600):
                    await story(world)
            finally:
                await world.close()
                world.database.close()

        asyncio.run(whole())

    return played


# ------------------------------------------------------------------------------------ one push


def test_a_push_is_asked_about_often_at_first_and_seldom_later(play: Play) -> None:
    async def story(world: World) -> None:
        put(world.database, 1, NOW)
        world.open()
        await world.day.until(NOW + 2 * HOUR)
        asked = world.minutes("10")
        assert asked[:9] == [n / 2 for n in range(1, 10)]
        assert asked[9:21] == [6.5 + 2 * n for n in range(12)]
        assert asked[21:] == [38.5, 48.5, 58.5, 60, 70, 80, 90, 100, 110, 120]

    play(story)


def test_each_mark_is_taken_and_after_thirty_days_nothing_is_asked(play: Play) -> None:
    async def story(world: World) -> None:
        put(world.database, 1, NOW - timedelta(days=1, hours=1))
        world.open()
        await world.day.until(NOW + HOUR)
        # Too late for the first hour and the first day, and their date says so.
        assert set(world.marks(1)) == {"1h", "24h"}
        assert set(world.marks(1).values()) == {NOW}
        world.day.wall = NOW + timedelta(days=5, hours=22, minutes=30)
        await world.day.until(NOW + timedelta(days=6))
        assert world.marks(1)["7d"] == NOW + timedelta(days=5, hours=23)
        await world.close()
        world.day.wall = NOW + timedelta(days=28)
        (again,) = world.open()
        await world.day.until(NOW + timedelta(days=28, minutes=2))
        assert set(world.marks(1)) == set(MARKS)
        asked = len(world.service.asked)
        await again.watching.look_at("b0001")
        world.day.wall = NOW + timedelta(days=29)
        await world.day.until(NOW + timedelta(days=29, hours=2))
        assert len(world.service.asked) == asked
        assert (await again.watching.outlook("b0001")).step_s is None

    play(story)


def test_what_a_person_looks_at_goes_on_and_the_rest_rests(play: Play) -> None:
    async def story(world: World) -> None:
        for number in (1, 2):
            put(world.database, number, NOW - timedelta(days=2))
        (window,) = world.open()
        await window.watching.look_at("b0001")
        await world.day.until(NOW + HOUR)
        assert len(world.minutes("10")) == 7
        assert len(world.minutes("20")) == 1  # its marks
        assert (await window.watching.outlook("b0001")).step_s == 600

    play(story)


def test_figures_that_stand_still_are_asked_for_once_an_hour(play: Play) -> None:
    async def story(world: World) -> None:
        world.service.still = True
        put(world.database, 1, NOW - 5 * HOUR)
        world.open()
        await world.day.until(NOW + 5 * HOUR)
        asked = world.minutes("10")
        assert len([at for at in asked if at > 125]) == 3
        assert len(asked) < 18

    play(story)


def test_a_service_out_of_reach_is_asked_less_often_and_the_marks_come_later(play: Play) -> None:
    async def story(world: World) -> None:
        world.service.down = True
        batch_id = put(world.database, 1, NOW)
        (window,) = world.open()
        await world.day.until(NOW + HOUR + timedelta(minutes=5))
        assert world.marks(1) == {}
        assert len(world.service.asked) <= 34
        told = (await window.watching.outlook(batch_id)).trouble
        assert told is not None
        assert told.reason != "budget"
        assert batch_id in window.told
        world.service.down = False
        await world.day.until(NOW + HOUR + timedelta(minutes=20))
        assert set(world.marks(1)) == {"1h"}
        assert (await window.watching.outlook(batch_id)).trouble is None

    play(story)


@pytest.mark.parametrize(("status", "fewer"), [("PUSH_FINISHED", True), ("PUSH_STARTED", False)])
def test_a_push_at_its_end_whose_figures_rest_is_asked_about_at_its_marks_only(
    play: Play, status: str, fewer: bool
) -> None:
    async def story(world: World) -> None:
        world.service.still = True
        put(world.database, 1, NOW)
        told = RecordRow(
            access_id=ANDROID, push_id="10", at=NOW, status=status, title="", content="",
            push_type="all", message_type="notify", environment="", seen_at=NOW,
        )  # fmt: skip
        with world.database.transaction() as conn:
            ServiceRecords(conn).put([told])
        world.open()
        await world.day.until(NOW + 12 * HOUR)
        late = [at for at, _ in world.service.asked if at > NOW + 3 * HOUR]
        assert (late == []) is fewer
        await world.day.until(NOW + 25 * HOUR)
        assert set(world.marks(1)) == {"1h", "24h"}

    play(story)


def test_a_push_that_the_service_has_forgotten_is_left_alone(play: Play) -> None:
    async def story(world: World) -> None:
        world.service.forgets = {"10"}
        batch_id = put(world.database, 1, NOW)
        (window,) = world.open()
        await world.day.until(NOW + timedelta(minutes=50))
        assert len(world.service.asked) == 1
        told = await window.watching.outlook(batch_id)
        assert told.step_s is None
        assert told.trouble is not None
        assert told.trouble.code == 1008015

    play(story)


# -------------------------------------------------------------------------------- many windows


def test_an_answer_to_one_window_is_an_answer_to_all(play: Play) -> None:
    async def story(world: World) -> None:
        put(world.database, 1, NOW)
        for window in world.open(3):
            await window.watching.look_at("b0001")
        await world.day.until(NOW + timedelta(minutes=30))
        assert len(world.minutes("10")) == len(set(world.minutes("10"))) <= 25

    play(story)


def test_a_day_of_three_windows_and_fifty_pushes_stays_within_the_allowance(
    play: Play, size: Callable[[int, int], int], capsys: pytest.CaptureFixture[str]
) -> None:
    """Pushes start in bursts, a window is closed and opened again, people look and click."""
    hours = size(2, 24)
    pushes = size(16, 50)

    async def story(world: World) -> None:
        last = NOW + timedelta(hours=hours)
        started: dict[int, datetime] = {}
        clicks = 0
        windows = world.open(3)
        steps = hours * 4
        for step in range(steps):
            at = NOW + timedelta(minutes=15 * step)
            # A third at once at the beginning, the others as the day goes on.
            while len(started) < min(pushes, pushes // 3 + pushes * step // max(steps - 8, 1)):
                number = len(started) + 1
                put(world.database, number, at)
                started[number] = at
            for n, window in enumerate(windows):
                await window.watching.look_at(f"b{(step + n) % len(started) + 1:04}")
            await world.day.until(at + timedelta(minutes=10))
            # At its worst moment, and twice in a row.
            for window in windows[:2]:
                await window.click(f"b{step % len(started) + 1:04}")
                clicks += 1
            if step == steps // 2:
                await world.close(windows[2])
                windows[2:] = world.open(1)
            await world.day.until(at + timedelta(minutes=15))
        await world.day.until(last)
        missed = {
            (number, mark)
            for number, at in started.items()
            for mark, after in MARKS.items()
            if at + after <= last - timedelta(minutes=30) and mark not in world.marks(number)
        }
        late = [
            world.marks(number)["1h"] - at - MARKS["1h"]
            for number, at in started.items()
            if "1h" in world.marks(number)
        ]
        most = world.service.most_in_an_hour()
        rarest = min(len(world.minutes(f"{number}0")) for number in started)
        with capsys.disabled():
            print(
                f"\n{hours} h, 3 windows, {len(started)} pushes, {clicks} clicks answered:"
                f" {len(world.service.asked)} calls, at most {most} in any hour of"
                f" {STATISTICS_CALLS_PER_HOUR}; marks missed {len(missed)}, the latest"
                f" {max(late)} late; the rarest asked {rarest} times"
            )
        assert most <= STATISTICS_CALLS_PER_HOUR
        assert not missed
        assert max(late) < HOUR
        assert rarest > 0

    play(story)


def test_the_last_forty_of_an_hour_are_left_to_a_person(play: Play) -> None:
    async def story(world: World) -> None:
        for number in range(1, 31):
            put(world.database, number, NOW, ids=5)
        (window,) = world.open()
        await world.day.until(NOW + timedelta(minutes=59))
        assert len(world.service.asked) == OTHERS_MAX - PERSONS
        assert (await window.watching.outlook("b0001")).tight
        for _ in range(PERSONS // 5):
            await window.click("b0001")
        assert (await window.watching.outlook("b0001")).left == 0
        with pytest.raises(AskFailed, match="budget"):
            await window.click("b0001")

    play(story)


# ----------------------------------------------------------------------------------- snapshots


def test_only_what_changed_is_kept_and_not_too_much_of_it(tmp_path: Path) -> None:
    database = open_database(tmp_path / "kept.db")
    with database.transaction() as conn:
        snapshots = Snapshots(conn)
        kept = 0
        for n in range(3 * KEPT_MAX):
            counters = [{"channel": "all", "planned": n // 2}]
            kept += snapshots.add("r1", NOW + timedelta(minutes=n), counters)
        assert kept == 3 * KEPT_MAX // 2
        line = snapshots.of("r1")
        assert len(line) <= KEPT_MAX
        assert line[0].at == NOW
        assert line[-1].counters == [{"channel": "all", "planned": 3 * KEPT_MAX // 2 - 1}]
        assert snapshots.add("r1", NOW, [], "1h")
        assert not snapshots.add("r1", NOW, [], "1h")
    database.close()
