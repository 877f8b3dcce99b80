"""One job at work: batch after batch, until its end, a pause or a person's word.

Every call here may be made twice without harm (adding what is there, removing what is gone, setting
what is set), so a call without a usable answer is made again, and counted. A batch that is refused
as a whole for what may be one account's fault is halved until that one is found. What concerns the
app and no single user pauses the job. Sources: im-all-member-push.md 4, 5 and 10; sending.md 2.3.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from tpns_desktop.client.errors import FOR_A_PERSON, ClientError, KeyRefused, NotSent, Refused
from tpns_desktop.send.chat_job_kinds import BATCH, about_app, is_busy
from tpns_desktop.store.chat_jobs import ChatJobs, Fault, JobRow, Step

if TYPE_CHECKING:
    from tpns_desktop.client.chat import ChatClient
    from tpns_desktop.send.chat_job_files import JobFiles
    from tpns_desktop.send.clock import Clock
    from tpns_desktop.store.database import Database

TRIES: Final = 8
"""Of one call, before the job pauses."""
WAIT_S: Final = 1.0
"""After the first try that was in vain; twice as long each time."""
WAIT_MAX_S: Final = 30.0
ACCOUNT_TRIES: Final = 3
"""Of an account that a good answer calls busy."""
REFUSED_BATCHES: Final = 3
"""So many in a row of which everybody is refused alone for one and the same reason: it is hardly
theirs."""


class Paused(Exception):
    """The job cannot go on by itself. `reason`: of `chat_job_kinds.PAUSES`."""

    def __init__(self, reason: str, code: int | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.code = code


class _Stopped(Exception):
    """A person, or the program's end, wants the job to rest; the batch is not over."""


@dataclass
class _Batch:
    """What is known of one batch so far."""

    repeated: int = 0
    faults: dict[str, Fault] = field(default_factory=dict)
    refused: set[int] = field(default_factory=set)
    """Codes for which accounts were refused alone."""
    lone: int = 0
    """How many were."""
    found: dict[str, dict[str, Any]] = field(default_factory=dict)


class JobRun:
    """Works through the accounts of one job."""

    def __init__(
        self,
        row: JobRow,
        client: ChatClient,
        database: Database,
        files: JobFiles,
        clock: Clock,
        tell: Callable[[str], None],
    ) -> None:
        self._row = row
        self._client = client
        self._database = database
        self._files = files
        self._clock = clock
        self._tell = tell
        self._next_call = clock.monotonic()
        self._refused_before: list[int] = []
        self._ending = asyncio.Event()
        self.asked = False
        """Whether the batch under way was asked for."""

    def end(self) -> None:
        """Rest after the call under way."""
        self._ending.set()

    async def run(self) -> bool:
        """Go on to the end; False when told to rest before. Raises Paused, StoreError, OSError.

        What is done is on the disk, whichever way this ends.
        """
        place, found_bytes = self._row.place, self._row.found_bytes
        with self._opened() as file:
            file.seek(place)
            while lines := [line for _ in range(BATCH) if (line := file.readline())]:
                if self._ending.is_set():
                    return False
                accounts = [line.rstrip(b"\n").decode() for line in lines]
                batch = _Batch()
                try:
                    await self._do(accounts, batch)
                except _Stopped:
                    return False
                before, place = place, place + sum(map(len, lines))
                if self._row.kind == "read":
                    rows = [batch.found[one] for one in accounts if one in batch.found]
                    found_bytes = self._files.append(self._row.id, found_bytes, rows)
                faults = tuple(batch.faults[one] for one in accounts if one in batch.faults)
                step = Step(place, len(accounts), batch.repeated, found_bytes, faults)
                with self._database.transaction() as conn:
                    noted = ChatJobs(conn).advance(self._row.id, before, step)
                self.asked = False
                if not noted:
                    # What was asked was harmless; counting it would be untrue.
                    raise Paused("cut_off")
                self._tell(self._row.id)
                self._judge(batch, len(accounts))
        return True

    def _opened(self) -> BinaryIO:
        path = self._files.accounts(self._row.id)
        try:
            file = path.open("rb")
        except OSError:
            raise Paused("file_gone") from None
        if path.stat().st_size != self._row.size_bytes:
            file.close()
            raise Paused("file_gone")
        return file

    def _judge(self, batch: _Batch, size: int) -> None:
        """Whether it is worth going on. Raises Paused."""
        alike = batch.lone == size and len(batch.refused) == 1
        self._refused_before = [*self._refused_before, *batch.refused] if alike else []
        if len(set(self._refused_before)) > 1:
            self._refused_before = [*batch.refused]
        if len(self._refused_before) >= REFUSED_BATCHES:
            raise Paused("all_refused", self._refused_before[0])

    # One batch

    async def _do(self, accounts: Sequence[str], batch: _Batch) -> None:
        if self._row.kind == "read":
            await self._each(accounts, batch, self._read_tags)
            left = [one for one in accounts if one not in batch.faults]
            if left:
                await self._each(left, batch, self._read_attributes)
            return
        await self._each(accounts, batch, self._change)

    async def _each(
        self,
        accounts: Sequence[str],
        batch: _Batch,
        call: Callable[[Sequence[str], _Batch], Awaitable[Mapping[str, int]]],
    ) -> None:
        """The call for all of them, halved where it is refused."""
        groups = [accounts]
        tries: dict[str, int] = {}
        while groups:
            group = groups.pop()
            try:
                failed = await self._answered(group, batch, call)
            except Refused as refused:
                code = int(refused.code or 0)
                if about_app(code):
                    raise Paused("refused", code) from None
                if len(group) == 1:
                    batch.faults[group[0]] = Fault(group[0], code)
                    batch.refused.add(code)
                    batch.lone += 1
                else:
                    half = len(group) // 2
                    groups += [group[half:], group[:half]]
                continue
            again = []
            for account in group:
                code = failed.get(account, 0)
                if is_busy(code) and tries.get(account, 0) < ACCOUNT_TRIES:
                    tries[account] = tries.get(account, 0) + 1
                    again.append(account)
                elif account in failed:
                    batch.faults[account] = Fault(account, code)
            if again:
                await self._wait(WAIT_S)
                groups.append(again)

    async def _answered(
        self,
        group: Sequence[str],
        batch: _Batch,
        call: Callable[[Sequence[str], _Batch], Awaitable[Mapping[str, int]]],
    ) -> Mapping[str, int]:
        """Account → code of those that were left out. Raises Refused, Paused."""
        wait_s = WAIT_S
        for number in range(1, TRIES + 1):
            await self._turn()
            self.asked = True
            reason, code = "no_answer", None
            try:
                return await call(group, batch)
            except Refused as refused:
                code = refused.code
                if code is None or not is_busy(code):
                    raise
                reason = "busy"
            except KeyRefused:
                raise Paused("key") from None
            except NotSent as error:
                reason = "offline"
                if error.reason in FOR_A_PERSON:
                    break
            except ClientError as error:
                # It may have been heard. It is asked for again, and that is told.
                batch.repeated += 1
                code = error.code
            if number < TRIES:
                await self._wait(wait_s)
                wait_s = min(2 * wait_s, WAIT_MAX_S)
        raise Paused(reason, code)

    async def _turn(self) -> None:
        """Keep calls apart."""
        now = self._clock.monotonic()
        if self._next_call > now:
            await self._wait(self._next_call - now)
        elif self._ending.is_set():
            raise _Stopped
        self._next_call = max(self._next_call, now) + 1 / self._row.calls_per_s

    async def _wait(self, seconds: float) -> None:
        """Raises _Stopped as soon as the job shall rest."""
        if self._ending.is_set():
            raise _Stopped
        loop = asyncio.get_running_loop()
        timer = loop.create_task(self._clock.sleep(seconds))
        ending = loop.create_task(self._ending.wait())
        try:
            await asyncio.wait({timer, ending}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in (timer, ending):
                task.cancel()
            await asyncio.wait({timer, ending})
        if self._ending.is_set():
            raise _Stopped

    # Calls

    async def _change(self, group: Sequence[str], _batch: _Batch) -> Mapping[str, int]:
        client, kind, told = self._client, self._row.kind, self._row.params
        if kind in ("add_tags", "replace_tags"):
            tags = dict.fromkeys(group, tuple(told["tags"]))
            return await client.add_tags(tags, replace=kind == "replace_tags")
        if kind == "remove_tags":
            return await client.remove_tags(dict.fromkeys(group, tuple(told["tags"])))
        if kind == "remove_all_tags":
            return await client.remove_all_tags(group)
        if kind == "set_attributes":
            return await client.set_attributes({one: told["values"] for one in group})
        return await client.remove_attributes(dict.fromkeys(group, tuple(told["names"])))

    async def _read_tags(self, group: Sequence[str], batch: _Batch) -> Mapping[str, int]:
        found = await self._client.tags(group)
        for row in found.rows:
            batch.found.setdefault(row.account, {"account": row.account})["tags"] = [*row.tags]
        return self._left(group, batch, "tags", found.failed)

    async def _read_attributes(self, group: Sequence[str], batch: _Batch) -> Mapping[str, int]:
        found = await self._client.attributes(group)
        for row in found.rows:
            told = batch.found.setdefault(row.account, {"account": row.account})
            told["attributes"] = dict(row.values)
        return self._left(group, batch, "attributes", found.failed)

    @staticmethod
    def _left(
        group: Sequence[str], batch: _Batch, what: str, failed: Mapping[str, int]
    ) -> Mapping[str, int]:
        for account in group:
            if account not in failed and what not in batch.found.get(account, {}):
                batch.faults[account] = Fault(account, None, "not_found")
        return failed
