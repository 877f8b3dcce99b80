"""Pushes that the Chat service keeps for later: read, move to another time, delete.

    a person confirmed  →  begun, committed  →  one request  →  done | refused | not_sent | unknown

Owns that each change leaves once and is written down before it leaves. One whose answer was lost is
never made again by itself: reading the list anew shows what became of it. A task is made by Review
and the outbox, as any push. The service's wall clock has no documented zone; UTC+8 is taken.
Source: im-all-member-push.md 9.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from dataclasses import dataclass
from dataclasses import replace as with_changes
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, TypeVar

from tpns_desktop.client.errors import ClientError
from tpns_desktop.model.limits import SERVICE_ZONE
from tpns_desktop.send.asking import AskFailed
from tpns_desktop.send.chat_facts import instant_of
from tpns_desktop.send.chat_results import ChatClients, End, ended, write_end
from tpns_desktop.send.check_timing import AHEAD_MIN
from tpns_desktop.store.actions import CHAT_TASKS, Action, Actions
from tpns_desktop.store.chat_tasks import rows_of_tasks

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tpns_desktop.client.chat import ChatClient
    from tpns_desktop.model.chat_outcome import ScheduledTask
    from tpns_desktop.send.clock import Clock
    from tpns_desktop.store.database import Database

PAGE: Final = 20
HEARD_BY: Final = timedelta(minutes=2)
"""A request is over by then: a list that shows nothing of it says that it had no effect."""
LOOKED_FOR: Final = timedelta(days=7)
"""So long after a task's time is looked for what became of a change; later it is told no more."""

_CHANGE: Final = "chat_task_change"
_DELETE: Final = "chat_task_delete"
_BESIDE: Final = timedelta(minutes=1)
_LOOKED_AT: Final = 100
"""Tasks of one page when one is looked for."""
_PAGES_MAX: Final = 20

_T = TypeVar("_T")
_log = logging.getLogger(__name__)


class TaskRefused(Exception):
    """It cannot be done; nothing left.

    `reason`: "too_near" (the new time has come, or almost), "no_content" (the service did not say
    what the task sends, and it was not made here) or "under_way" (in another window).
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class TaskDeed:
    """One change that was made from here."""

    task_id: str
    verb: str
    """"change" or "delete"."""
    at: datetime | None
    """When the task was to start, before (aware)."""
    to: datetime | None
    """The new time; None where it was deleted."""
    outcome: str
    """"begun", "done", "refused", "not_sent" or "unknown"."""
    code: int | None
    reason: str | None
    begun_at: datetime


@dataclass(frozen=True)
class TaskPage:
    """What the service says that it keeps."""

    tasks: tuple[ScheduledTask, ...]
    more: bool
    """Whether there are further ones behind."""
    read_at: datetime
    open: tuple[TaskDeed, ...]
    """Changes of which nobody knows yet whether they were heard, the oldest first."""
    own: Mapping[str, str]
    """Number of a task → the push that it was made by here."""


class ChatTasks:
    """Belongs to the loop and thread that use the database."""

    def __init__(self, database: Database, client_of: ChatClients, clock: Clock) -> None:
        self._database = database
        self._client_of = client_of
        self._clock = clock
        self._requests: set[asyncio.Task[int | None]] = set()
        self._closing = False

    def start(self) -> None:
        """Changes that the last run left begun are unknown now. Raises StoreError."""
        now = self._clock.now()
        with self._database.transaction() as conn:
            actions = Actions(conn)
            for action in actions.open(CHAT_TASKS):
                if action.outcome == "begun":
                    actions.end(action.id, "unknown", now, reason="restart")

    async def close(self, grace_s: float = 2.0) -> None:
        """Give changes under way `grace_s` to end; what is unanswered then is unknown."""
        self._closing = True
        if self._requests:
            _, late = await asyncio.wait(self._requests, timeout=grace_s)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def read(self, app_id: str, begin: datetime, end: datetime, offset: int = 0) -> TaskPage:
        """The tasks that start between two instants, the soonest first; `PAGE` at a time.

        What became of changes whose answer was lost is looked up first. Raises AskFailed.
        """
        async with await self._client_of(app_id) as client:
            await self._settle(client, app_id)
            tasks = await _asked(client.tasks(_wall(begin), _wall(end), offset, PAGE + 1))
            access_id = str(client.sdkappid)
        now = self._clock.now()
        found = tuple(with_changes(task, read_at=now) for task in tasks[:PAGE])
        with self._database.reading() as conn:
            open_ = self._open(conn, app_id)
            rows = rows_of_tasks(conn, access_id, [task.task_id for task in found])
        own = {task_id: row.batch_id for task_id, row in rows.items()}
        return TaskPage(found, len(tasks) > PAGE, now, tuple(_deed(one) for one in open_), own)

    async def change(self, app_id: str, task: ScheduledTask, at: datetime) -> TaskDeed:
        """Let a pending task start at another instant (aware).

        Raises TaskRefused, AskFailed (no client can be had) and StoreError; then nothing left.
        """
        if at < self._clock.now() + AHEAD_MIN:
            raise TaskRefused("too_near")

        def request(client: ChatClient) -> Coroutine[Any, Any, None]:
            content = task.content or self._own_content(str(client.sdkappid), task.task_id)
            if not content:
                raise TaskRefused("no_content")
            return client.modify_task(task.task_id, task.kind, _wall(at), content)

        return await self._do(app_id, _CHANGE, task, at, request)

    async def delete(self, app_id: str, task: ScheduledTask) -> TaskDeed:
        """Delete a pending task: nobody gets its push. Raises as `change`."""
        return await self._do(
            app_id,
            _DELETE,
            task,
            None,
            lambda client: client.delete_task(task.task_id, task.kind),
        )

    # How a change is made

    async def _do(
        self,
        app_id: str,
        kind: str,
        task: ScheduledTask,
        to: datetime | None,
        request: Callable[[ChatClient], Coroutine[Any, Any, None]],
    ) -> TaskDeed:
        client = await self._client_of(app_id)
        what = {"app_id": app_id, "at": task.at, "to": _wall(to) if to is not None else None}
        # A task of its own: a window that goes away must not leave a request half told.
        work = asyncio.get_running_loop().create_task(
            self._make(client, kind, task.task_id, json.dumps(what), request)
        )
        self._requests.add(work)
        work.add_done_callback(self._requests.discard)
        action_id = await asyncio.shield(work)
        with self._database.reading() as conn:
            action = Actions(conn).get(action_id) if action_id is not None else None
        if action is None:
            raise TaskRefused("under_way")
        return _deed(action)

    async def _make(
        self,
        client: ChatClient,
        kind: str,
        task_id: str,
        what: str,
        request: Callable[[ChatClient], Coroutine[Any, Any, None]],
    ) -> int | None:
        async with client:
            if self._closing:
                return None
            asked, access_id = request(client), str(client.sdkappid)
            with self._database.transaction() as conn:
                own = rows_of_tasks(conn, access_id, [task_id]).get(task_id)
                action_id = Actions(conn).begin(
                    kind,
                    access_id,
                    task_id,
                    self._clock.now(),
                    push_row=own.id if own is not None else None,
                    what=what,
                )
            if action_id is None:
                asked.close()
                return None
            end = End("unknown", "quit")
            try:
                end = await ended(asked)
            finally:
                write_end(self._database, action_id, end, self._clock.now())
        return action_id

    # When nobody knows

    async def _settle(self, client: ChatClient, app_id: str) -> None:
        """Look up what became of changes whose answer was lost. Raises AskFailed."""
        with self._database.reading() as conn:
            open_ = [one for one in self._open(conn, app_id) if one.outcome == "unknown"]
        for action in open_:
            end = self._shown(action, await self._found(client, action))
            if end is not None:
                write_end(self._database, action.id, end, self._clock.now())

    def _open(self, conn: Connection, app_id: str) -> list[Action]:
        now = self._clock.now()
        found = (one for one in Actions(conn).open(CHAT_TASKS) if _of_app(one, app_id))
        return [one for one in found if now - max(_times(one), default=one.begun_at) < LOOKED_FOR]

    async def _found(self, client: ChatClient, action: Action) -> ScheduledTask | None:
        if not (times := _times(action)):
            return None  # its time was none that can be read, and proves nothing
        # Whether the service counts the very ends in is not documented.
        begin, end = _wall(min(times) - _BESIDE), _wall(max(times) + _BESIDE)
        for page in range(_PAGES_MAX):
            tasks = await _asked(client.tasks(begin, end, page * _LOOKED_AT, _LOOKED_AT))
            for task in tasks:
                if task.task_id == action.push_id:
                    return task
            if len(tasks) < _LOOKED_AT:
                return None
        raise AskFailed("too_many")

    def _shown(self, action: Action, task: ScheduledTask | None) -> End | None:
        """What the list proves; None: nothing yet."""
        at, to = instant_of(_told(action).get("at")), _told(action).get("to")
        if action.kind == _DELETE and task is None:
            # Once its time has come it may be gone because it left.
            waits = at is not None and self._clock.now() < at
            return End("done") if waits else None
        if action.kind == _CHANGE and task is not None and task.at == to:
            return End("done")
        if task is not None and self._clock.now() - action.begun_at >= HEARD_BY:
            return End("refused", "no_effect")
        return None

    def _own_content(self, access_id: str, task_id: str) -> Mapping[str, Any]:
        """What a task that was made here sends; empty for another."""
        with self._database.reading() as conn:
            row = rows_of_tasks(conn, access_id, [task_id]).get(task_id)
        content = json.loads(row.body).get("Content") if row is not None else None
        return content if isinstance(content, dict) else {}


async def _asked(question: Awaitable[_T]) -> _T:
    try:
        return await question
    except ClientError as error:
        failed = AskFailed(error.reason, code=error.code, text=error.text or None)
    raise failed


def _wall(moment: datetime) -> str:
    return moment.astimezone(SERVICE_ZONE).strftime("%Y-%m-%d %H:%M:%S")


def _told(action: Action) -> dict[str, Any]:
    try:
        told = json.loads(action.what)
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def _times(action: Action) -> list[datetime]:
    """When its task was to start, and when it shall."""
    told = _told(action)
    return [at for at in (instant_of(told.get("at")), instant_of(told.get("to"))) if at]


def _of_app(action: Action, app_id: str) -> bool:
    return _told(action).get("app_id") == app_id


def _deed(action: Action) -> TaskDeed:
    told = _told(action)
    return TaskDeed(
        task_id=action.push_id or "",
        verb="change" if action.kind == _CHANGE else "delete",
        at=instant_of(told.get("at")),
        to=instant_of(told.get("to")),
        outcome=action.outcome,
        code=action.code,
        reason=action.reason,
        begun_at=action.begun_at,
    )
