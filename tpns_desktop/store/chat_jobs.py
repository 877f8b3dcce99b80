"""Work on the tags and attributes of many users of a Chat app, as far as it has come.

The accounts themselves lie in a private file that ``send`` keeps; here is how far into it the work
has come, and of whom it failed. Both are written together after each batch, so a program that dies
repeats one batch at most and tells of nobody twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import delete, func, insert, select, update

from tpns_desktop.store import tables

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

_jobs, _faults = tables.chat_jobs, tables.chat_job_faults

JobState = Literal["ready", "waiting", "running", "paused", "done"]
"""``ready``: its accounts are there, nobody has said go. ``waiting``: its turn comes. ``paused``:
goes on when a person says so."""


@dataclass(frozen=True, kw_only=True)
class JobRow:
    """One job. Every datetime is aware, in UTC."""

    id: str
    app_id: str
    sdkappid: int
    """With ``url``: whose users they are. A job never goes on with another app's."""
    url: str
    kind: str
    """One of ``send.chat_job_kinds.KINDS``."""
    params: Mapping[str, Any]
    """``tags``, ``values`` (name → value) and ``names`` of attributes."""
    name: str
    """Of the file or list; empty: the accounts were pasted."""
    rows: int
    """All rows, blank ones and a heading counted."""
    accounts: int
    """Different ones: what the job is about."""
    repeats: int
    bad: int
    """Rows that no account can be."""
    size_bytes: int
    """Of the private file."""
    calls_per_s: int
    state: JobState = "ready"
    place: int = 0
    """Bytes of the private file that are worked through."""
    done: int = 0
    """Accounts worked through, those that failed too."""
    failed: int = 0
    repeated: int = 0
    """Batches that were asked for again, since nobody knew how the first time ended."""
    unsure: bool = False
    """Whether the batch at ``place`` may have been asked for already."""
    found_bytes: int = 0
    """Of the file with what was read."""
    reason: str | None = None
    """Why it paused, see ``send.chat_job_kinds.PAUSES``."""
    code: int | None = None
    """The service's, where it was the reason."""
    created_at: datetime
    begun_at: datetime | None = None
    ended_at: datetime | None = None


@dataclass(frozen=True)
class Fault:
    """One account that was not done."""

    account: str
    code: int | None
    """The service's; None: see ``reason``."""
    reason: str = ""
    """``not_found``: the service answered without it."""


@dataclass(frozen=True, slots=True)
class Step:
    """What one batch came to."""

    place: int
    done: int
    """Accounts of the batch."""
    repeated: int = 0
    found_bytes: int = 0
    faults: tuple[Fault, ...] = field(default_factory=tuple)


class ChatJobs:
    """The jobs in the database behind one connection."""

    def __init__(self, conn: Connection) -> None:
        """Work inside the transaction of ``conn``."""
        self._conn = conn

    def all(self, app_id: str | None = None) -> list[JobRow]:
        """Give the jobs of an app, or of all, the newest first."""
        query = select(_jobs).order_by(_jobs.c.created_at.desc(), _jobs.c.id)
        if app_id is not None:
            query = query.where(_jobs.c.app_id == app_id)
        return [_row(row) for row in self._conn.execute(query)]

    def get(self, job_id: str) -> JobRow | None:
        """Give the job, None when there is none of this id."""
        row = self._conn.execute(select(_jobs).where(_jobs.c.id == job_id)).first()
        return None if row is None else _row(row)

    def add(self, row: JobRow) -> None:
        """Keep a new job. Raises UnknownApp when its app is not stored."""
        self._conn.execute(insert(_jobs).values(**{**asdict(row), "params": dict(row.params)}))

    def set(self, job_id: str, **values: Any) -> bool:
        """Keep these values of a job from now on. False when there is no such job."""
        query = update(_jobs).where(_jobs.c.id == job_id).values(**values)
        return self._conn.execute(query).rowcount == 1

    def advance(self, job_id: str, before: int, step: Step) -> bool:
        """Note a batch that has come to its end, with whom it failed of.

        ``before``: where it began. False, and nothing noted, when the job is not there any more or
        has come from there already: another copy of the program goes on with it.
        """
        jobs = _jobs.c
        at = select(jobs.failed).where(jobs.id == job_id, jobs.place == before)
        number = self._conn.execute(at).scalar()
        if number is None:
            return False
        rows = [
            {
                "job_id": job_id,
                "number": number + place,
                "account": fault.account,
                "code": fault.code,
                "reason": fault.reason,
            }
            for place, fault in enumerate(step.faults)
        ]
        if rows:
            self._conn.execute(insert(_faults), rows)
        self.set(
            job_id,
            place=step.place,
            done=jobs.done + step.done,
            failed=jobs.failed + len(rows),
            repeated=jobs.repeated + step.repeated,
            found_bytes=step.found_bytes,
            unsure=False,
        )
        return True

    def remove(self, job_id: str) -> bool:
        """Forget a job and its faults. False when there is none; its files are not touched here."""
        return self._conn.execute(delete(_jobs).where(_jobs.c.id == job_id)).rowcount == 1

    def faults(self, job_id: str, start: int = 0, limit: int = 1000) -> list[Fault]:
        """Give the accounts that were not done, in their order, from number ``start`` on."""
        query = (
            select(_faults.c.account, _faults.c.code, _faults.c.reason)
            .where(_faults.c.job_id == job_id, _faults.c.number >= start)
            .order_by(_faults.c.number)
            .limit(limit)
        )
        return [Fault(*row) for row in self._conn.execute(query)]

    def fault_kinds(self, job_id: str) -> list[tuple[int | None, str, int]]:
        """Give code, reason and how many accounts, the most first."""
        count = func.count()
        query = (
            select(_faults.c.code, _faults.c.reason, count)
            .where(_faults.c.job_id == job_id)
            .group_by(_faults.c.code, _faults.c.reason)
            .order_by(count.desc(), _faults.c.code)
        )
        return [(row[0], row[1], row[2]) for row in self._conn.execute(query)]

    def rest(self) -> None:
        """What ran when the last run of the program ended waits for a person now.

        Of a job that was running, the batch under way may have been heard. Nobody has said go to
        one that is only ``ready``: it is forgotten.
        """
        self._conn.execute(delete(_jobs).where(_jobs.c.state == "ready"))
        for state, unsure in (("running", True), ("waiting", False)):
            values: dict[str, Any] = {"state": "paused", "reason": "cut_off"}
            if unsure:
                values["unsure"] = True
            self._conn.execute(update(_jobs).where(_jobs.c.state == state).values(**values))


def _row(row: Row[Any]) -> JobRow:
    return JobRow(**row._mapping)
