"""The users of a Chat app looked after: read, tagged and given attributes, few or millions of them.

A job is prepared (its accounts are copied to a private file and counted), then begun by a person
who knows how many they are, and rests whenever the program, the app or the person does. It never
goes on by itself after a start. How it works through its accounts is ``chat_job_run``'s.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tpns_desktop.packages import worker
from tpns_desktop.packages.verdict import Refusal
from tpns_desktop.send import levels
from tpns_desktop.send.asking import AskFailed
from tpns_desktop.send.chat_job_files import FOLDER, JobFiles, Progress, Run, save_table
from tpns_desktop.send.chat_job_kinds import (
    CALLS_PER_S_MAX,
    ChatJob,
    FromFile,
    FromList,
    JobRefused,
    Pasted,
    check,
    level_of,
    offered,
)
from tpns_desktop.send.chat_job_run import JobRun, Paused
from tpns_desktop.send.confirm import folded
from tpns_desktop.store.chat_apps import ChatApp, ChatApps
from tpns_desktop.store.chat_jobs import ChatJobs, Fault, JobRow
from tpns_desktop.store.errors import StoreError
from tpns_desktop.store.ids import new_id
from tpns_desktop.store.lists import ListRow, Lists

if TYPE_CHECKING:
    from tpns_desktop.client.chat import ChatClient
    from tpns_desktop.send.clock import Clock
    from tpns_desktop.store.database import Database

__all__ = ["ChatPeople", "Fault", "FileLook", "JobRefused", "JobRow", "JobSeen"]

_PAGE: Final = 5000
_RECENT_S: Final = 10.0
"""A speed is that of the last so many seconds."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class FileLook:
    """What a file looks like before its accounts are taken."""

    encoding: str
    delimiter: str
    rows: tuple[tuple[str, ...], ...]
    """The first ones, masked, a column each."""
    column: int
    """The one that is headed like accounts, else the first."""
    heading: tuple[str, ...]
    """Names of the columns; empty where the first row names none."""


@dataclass(frozen=True)
class JobSeen:
    """A job as it stands."""

    row: JobRow
    level: int
    """How much is asked before it begins."""
    per_s: float | None = None
    """Accounts a second of late; None while it rests, or is too young to tell."""
    kinds: tuple[tuple[int | None, str, int], ...] = ()
    """Of the faults: code, reason, how many; the most first."""

    @property
    def left_s(self) -> float | None:
        """Seconds to go at this speed."""
        if not self.per_s:
            return None
        return (self.row.accounts - self.row.done) / self.per_s


class ChatPeople:
    """Every job. Belongs to the loop and thread that use it.

    `client_of` makes a client for the app of an id; it raises AskFailed.
    """

    def __init__(
        self,
        database: Database,
        client_of: Callable[[str], Awaitable[ChatClient]],
        clock: Clock,
        preferred_level: Callable[[], str] = lambda: "standard",
        run: Run = worker.run,
    ) -> None:
        self._database = database
        self._client_of = client_of
        self._clock = clock
        self._preferred_level = preferred_level
        self._files = JobFiles(database.path.parent / FOLDER, run)
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._runs: dict[str, JobRun] = {}
        self._resting: dict[str, str] = {}
        """Job → why it shall rest."""
        self._one_by_one = asyncio.Lock()
        self._paces: dict[str, deque[tuple[float, int]]] = {}
        self._callbacks: list[Callable[[str], None]] = []
        self._closing = False
        self._app_id: str | None = None
        """The app that the person works with; None where it does not matter."""

    # ------------------------------------------------------------------------------- start, end

    def start(self) -> None:
        """What an earlier run left waits for a person. Raises StoreError."""
        with self._database.transaction() as conn:
            jobs = ChatJobs(conn)
            jobs.rest()
            kept = [row.id for row in jobs.all()]
        self._files.sweep(kept)

    async def use(self, app_id: str | None) -> None:
        """Another app was chosen: jobs of the others rest, and none of them begins."""
        self._app_id = app_id
        for row in self._rows():
            if row.app_id != app_id and row.id in self._tasks:
                await self._rest(row.id, "switched")

    async def forget(self, app_id: str) -> None:
        """An app is removed: its jobs end and are forgotten."""
        for row in self._rows():
            if row.app_id == app_id:
                await self.remove(row.id)

    async def close(self, grace_s: float = 2.0) -> None:
        """Let every job rest; a call that takes longer than `grace_s` is asked for again later."""
        self._closing = True
        for job_id in list(self._tasks):
            self._wake_to_rest(job_id, "quit")
        tasks = set(self._tasks.values())
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=grace_s)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    def subscribe(self, callback: Callable[[str], None]) -> Callable[[], None]:
        """Call `callback(job_id)` on the loop's thread when a job has news; gives what ends it."""
        self._callbacks.append(callback)
        return lambda: self._callbacks.remove(callback)

    # ------------------------------------------------------------------------------- beginnings

    async def look(self, path: Path, encoding: str = "") -> FileLook:
        """What a file looks like; `encoding` empty: found out. Raises JobRefused."""
        job = {"job": "look", "path": str(path), "encoding": encoding}
        with _refusals():
            said = await self._files.run(job, None)
        return FileLook(
            said["encoding"],
            said["delimiter"],
            tuple(tuple(row) for row in said["rows"]),
            said["column"],
            tuple(said["heading"]),
        )

    async def prepare(self, app_id: str, job: ChatJob, progress: Progress | None = None) -> JobSeen:
        """Copy and count the accounts of a job; `begin` or `remove` it then.

        `progress` gets bytes done and bytes to do. Cancelling leaves nothing. Raises JobRefused,
        StoreError.
        """
        app = self._app(app_id)
        check(job, app.dialect)
        job_id = new_id()
        name = ""
        try:
            with _refusals():
                if isinstance(job.source, Pasted):
                    said = await self._files.take_text(job_id, job.source.text)
                elif isinstance(job.source, FromFile):
                    told, name = job.source, job.source.path.name
                    mending = {
                        "encoding": told.encoding,
                        "delimiter": told.delimiter,
                        "column": told.column,
                        "drop_first": told.drop_first,
                    }
                    said = await self._files.take(job_id, told.path, mending, progress)
                else:
                    found = self._list(job.source)
                    name = found.name
                    said = await self._files.take(job_id, found.path, {}, progress)
            row = JobRow(
                id=job_id,
                app_id=app.id,
                sdkappid=app.sdkappid,
                url=app.url,
                kind=job.kind,
                params=job.params,
                name=name,
                rows=said["rows"],
                accounts=said["accounts"],
                repeats=said["repeats"],
                bad=said["bad"],
                size_bytes=said["size_bytes"],
                calls_per_s=min(max(job.calls_per_s, 1), CALLS_PER_S_MAX),
                created_at=self._clock.now(),
            )
            with self._database.transaction() as conn:
                ChatJobs(conn).add(row)
        except BaseException:
            self._files.remove(job_id)
            raise
        return JobSeen(row, self._level(row, app))

    async def begin(self, job_id: str, *, ticked: bool = False, typed: str = "") -> None:
        """A person says go. Raises JobRefused, "tick" and "name" where the level asks for them."""
        row = self._row(job_id)
        app = self._same_app(row)
        if row.state != "ready":
            raise JobRefused("state")
        self._at_work(row)
        level = self._level(row, app)
        if level >= levels.WIDE and not ticked:
            raise JobRefused("tick")
        if level >= levels.EVERYONE and folded(typed) != folded(app.name):
            raise JobRefused("name")
        self._go(row)

    async def start_job(
        self, app_id: str, job: ChatJob, *, ticked: bool = False, typed: str = ""
    ) -> str:
        """`prepare` and `begin`; gives the job's id."""
        seen = await self.prepare(app_id, job)
        try:
            await self.begin(seen.row.id, ticked=ticked, typed=typed)
        except JobRefused:
            await self.remove(seen.row.id)
            raise
        return seen.row.id

    async def resume(self, job_id: str) -> None:
        """Go on where it stopped. Raises JobRefused."""
        row = self._row(job_id)
        self._same_app(row)
        if row.state != "paused":
            raise JobRefused("state")
        self._at_work(row)
        if job_id in self._tasks:
            # It has said that it rests, and is about to end.
            await asyncio.wait({self._tasks[job_id]})
        if job_id in self._tasks or self._row(job_id).state != "paused":
            raise JobRefused("state")
        self._go(row)

    async def stop(self, job_id: str) -> None:
        """Rest after the call under way; `resume` goes on."""
        await self._rest(job_id, "person")

    async def remove(self, job_id: str) -> bool:
        """Forget a job, its files and its report. What it has done stays done."""
        await self._rest(job_id, "person")
        with self._database.transaction() as conn:
            removed = ChatJobs(conn).remove(job_id)
        self._files.remove(job_id)
        self._tell(job_id)
        return removed

    # ---------------------------------------------------------------------------------- looking

    async def jobs(self, app_id: str) -> list[JobSeen]:
        """The jobs of an app, the newest first; none that waits for its beginning."""
        with self._database.reading() as conn:
            app = ChatApps(conn).get(app_id)
            rows = ChatJobs(conn).all(app_id)
        return [self._seen(row, app) for row in rows if row.state != "ready"]

    async def job(self, job_id: str) -> JobSeen:
        """One job, with the kinds of its faults. Raises JobRefused("job_gone")."""
        row = self._row(job_id)
        with self._database.reading() as conn:
            app = ChatApps(conn).get(row.app_id)
            kinds = tuple(ChatJobs(conn).fault_kinds(job_id))
        return self._seen(row, app, kinds)

    async def faults(self, job_id: str, start: int = 0, limit: int = 1000) -> list[Fault]:
        """Whom it failed of, from number `start` on."""
        with self._database.reading() as conn:
            return ChatJobs(conn).faults(job_id, start, limit)

    async def found(self, job_id: str, limit: int = 1000) -> list[dict[str, Any]]:
        """What was read of the first users: {"account", "tags", "attributes"}."""
        row = self._row(job_id)
        try:
            read, _ = await asyncio.to_thread(self._files.page, job_id, 0, row.found_bytes, limit)
        except OSError:
            raise JobRefused("job_gone") from None
        return read

    async def report(
        self,
        job_id: str,
        path: Path,
        head: Sequence[Sequence[str]],
        words: Callable[[Fault], Sequence[str]],
    ) -> None:
        """Totals and each failure as a CSV: the rows of `head`, then `words` of each.

        Raises OSError, StoreError.
        """

        async def pages() -> AsyncIterator[list[Sequence[str]]]:
            number = 0
            while page := await self.faults(job_id, number, _PAGE):
                yield [words(fault) for fault in page]
                number += len(page)

        await save_table(path, head, pages())

    async def save_found(self, job_id: str, path: Path, head: Sequence[str]) -> None:
        """What was read as a CSV; `head`: what account and tags are called. Raises OSError."""
        row = self._row(job_id)
        await self._files.save_found(job_id, row.found_bytes, path, head, " | ")

    # ---------------------------------------------------------------------------------- at work

    def _go(self, row: JobRow) -> None:
        if self._closing:
            raise JobRefused("state")
        with self._database.transaction() as conn:
            jobs = ChatJobs(conn)
            jobs.set(row.id, state="waiting", reason=None, code=None)
            if row.begun_at is None:
                jobs.set(row.id, begun_at=self._clock.now())
        self._resting.pop(row.id, None)
        task = asyncio.get_running_loop().create_task(self._live(row.id))
        self._tasks[row.id] = task
        task.add_done_callback(lambda ended: self._on_ended(row.id, ended))
        self._tell(row.id)

    def _on_ended(self, job_id: str, task: asyncio.Task[None]) -> None:
        self._tasks.pop(job_id, None)
        if task.cancelled():  # before its first step
            self._over(job_id, self._resting.pop(job_id, "quit"), None, unsure=False)

    async def _live(self, job_id: str) -> None:
        """From its turn to its end, or to its next rest; the row says which."""
        reason: str | None = "failed"
        code: int | None = None
        run: JobRun | None = None
        try:
            async with self._one_by_one:
                if job_id not in self._resting:
                    row = self._row(job_id)
                    self._same_app(row)
                    async with await self._client_of(row.app_id) as client:
                        row = self._begun(row)
                        run = JobRun(
                            row, client, self._database, self._files, self._clock, self._advanced
                        )
                        self._runs[job_id] = run
                        self._paces[job_id] = deque([(self._clock.monotonic(), row.done)])
                        if job_id in self._resting:
                            run.end()
                        reason = None if await run.run() else self._resting.get(job_id, "person")
                else:
                    reason = self._resting[job_id]
        except Paused as paused:
            reason, code = paused.reason, paused.code
        except AskFailed as failed:
            reason, code = failed.reason, failed.code
        except JobRefused as refused:
            reason = refused.reason
        except StoreError:
            reason = "storage"
        except OSError:
            reason = "file_gone"
        except asyncio.CancelledError:
            reason = self._resting.get(job_id, "quit")
        except Exception:
            _log.exception("a job has failed")
        finally:
            self._runs.pop(job_id, None)
            self._paces.pop(job_id, None)
            self._resting.pop(job_id, None)
            self._over(job_id, reason, code, unsure=run is not None and run.asked)

    def _begun(self, row: JobRow) -> JobRow:
        with self._database.transaction() as conn:
            jobs = ChatJobs(conn)
            # Where an earlier try may have been heard, this batch is a second one.
            jobs.set(row.id, state="running", repeated=row.repeated + row.unsure, unsure=False)
            found = jobs.get(row.id)
        self._tell(row.id)
        if found is None:
            raise JobRefused("job_gone")
        return found

    def _over(self, job_id: str, reason: str | None, code: int | None, *, unsure: bool) -> None:
        values: dict[str, Any] = {"state": "done", "ended_at": self._clock.now()}
        if reason is not None:
            values = {"state": "paused", "reason": reason, "code": code}
            if unsure:
                values["unsure"] = True
        # A database that cannot be written tells nobody anything; the next start takes it for cut
        # off.
        with contextlib.suppress(StoreError), self._database.transaction() as conn:
            ChatJobs(conn).set(job_id, **values)
        self._tell(job_id)

    async def _rest(self, job_id: str, why: str) -> None:
        task = self._tasks.get(job_id)
        if task is not None:
            self._wake_to_rest(job_id, why)
            await asyncio.wait({task})

    def _wake_to_rest(self, job_id: str, why: str) -> None:
        self._resting.setdefault(job_id, why)
        run = self._runs.get(job_id)
        if run is not None:
            run.end()
        elif self._one_by_one.locked() and job_id in self._tasks:
            # It waits for its turn behind another one, or for its key.
            self._tasks[job_id].cancel()

    def _advanced(self, job_id: str) -> None:
        pace = self._paces.get(job_id)
        if pace is not None:
            now = self._clock.monotonic()
            with self._database.reading() as conn:
                row = ChatJobs(conn).get(job_id)
            pace.append((now, row.done if row is not None else 0))
            while len(pace) > 2 and now - pace[0][0] > _RECENT_S:
                pace.popleft()
        self._tell(job_id)

    def _tell(self, job_id: str) -> None:
        for callback in list(self._callbacks):
            callback(job_id)

    # ---------------------------------------------------------------------------------- helpers

    def _seen(
        self,
        row: JobRow,
        app: ChatApp | None,
        kinds: tuple[tuple[int | None, str, int], ...] = (),
    ) -> JobSeen:
        pace = self._paces.get(row.id)
        per_s = None
        if pace is not None and len(pace) > 1 and pace[-1][0] > pace[0][0]:
            per_s = (pace[-1][1] - pace[0][1]) / (pace[-1][0] - pace[0][0])
        return JobSeen(row, self._level(row, app), per_s, kinds)

    def _level(self, row: JobRow, app: ChatApp | None) -> int:
        practice = app is not None and app.practice
        preferred = self._preferred_level()
        return level_of(row.kind, row.accounts, practice=practice, preferred=preferred)

    def _rows(self) -> list[JobRow]:
        with self._database.reading() as conn:
            return ChatJobs(conn).all()

    def _row(self, job_id: str) -> JobRow:
        with self._database.reading() as conn:
            row = ChatJobs(conn).get(job_id)
        if row is None:
            raise JobRefused("job_gone")
        return row

    def _app(self, app_id: str) -> ChatApp:
        with self._database.reading() as conn:
            app = ChatApps(conn).get(app_id)
        if app is None:
            raise JobRefused("app_gone")
        return app

    def _same_app(self, row: JobRow) -> ChatApp:
        """The app whose users the job began with. Raises JobRefused."""
        app = self._app(row.app_id)
        # A practice service's users are gone with it; a number stands for the users of one app.
        moved = app.practice and app.url != row.url
        if app.sdkappid != row.sdkappid or moved:
            raise JobRefused("app_changed")
        if row.kind not in offered(app.dialect):
            raise JobRefused("dialect")
        return app

    def _at_work(self, row: JobRow) -> None:
        """Raise JobRefused where the person has turned to another app."""
        if self._app_id not in (None, row.app_id):
            raise JobRefused("switched")

    def _list(self, source: FromList) -> ListRow:
        from tpns_desktop.send.lists import present

        with self._database.reading() as conn:
            row = present(Lists(conn).get(source.list_id))
        if row is None or row.gone:
            raise JobRefused("list_gone")
        if row.kind != "account" or not row.usable:
            raise JobRefused("list_unfit")
        return row


@contextlib.contextmanager
def _refusals() -> Iterator[None]:
    try:
        yield
    except Refusal as refusal:
        reason = "no_users" if refusal.code == "empty" else refusal.code
        raise JobRefused(reason, detail=refusal.detail) from None
    except OSError:
        raise JobRefused("unreadable") from None
