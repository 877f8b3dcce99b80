"""What came of a Chat push, as far as its dialect tells, and taking one back.

    a person confirmed  →  begun, committed  →  one request  →  done | refused | not_sent | unknown

Owns that a withdrawal leaves once: it is written down before it leaves, by whoever of all windows
comes first, and is never tried again by itself. Nothing tells what became of one whose answer was
lost; a second one harms nobody, so a person may ask again. Source: im-all-member-push.md 9.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, TypeVar

from tpns_desktop.client.errors import ClientError, MaybeSent, NotSent, Refused
from tpns_desktop.model.chat_codes import CODES, verdict_of
from tpns_desktop.model.chat_dialects import DIALECTS
from tpns_desktop.send.asking import AskFailed
from tpns_desktop.send.chat_facts import ChatFacts, chat_facts_of, instant_of
from tpns_desktop.send.results import Batch
from tpns_desktop.store.actions import CHAT_TASKS, CHAT_WITHDRAW, Action, Actions
from tpns_desktop.store.chat_apps import ChatApps
from tpns_desktop.store.errors import StoreError
from tpns_desktop.store.history import History, PushRow

if TYPE_CHECKING:
    from tpns_desktop.client.chat import ChatClient
    from tpns_desktop.model.chat_outcome import DeviceTrace, Loss
    from tpns_desktop.send.clock import Clock
    from tpns_desktop.store.database import Database

WITHDRAW_FOR: Final = timedelta(hours=24)
FIGURES_FOR: Final = timedelta(days=7)
"""How long the service tells about losses and single users."""

ChatClients = Callable[[str], Awaitable["ChatClient"]]
"""Id of a Chat app → a client of it. Raises `AskFailed`."""

_TEXT_MAX: Final = 500
_ALREADY: Final = 90050
""""Task already withdrawn": what was wanted is so."""

_T = TypeVar("_T")
_log = logging.getLogger(__name__)


class WithdrawRefused(Exception):
    """It cannot be taken back; nothing left.

    `reason`: one of `May.withdraw`'s, "gone" (there is no such push), or "needs_words" (its
    notification has to be replaced by another).
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class May:
    """What can be asked or done about one push, and why not."""

    withdraw: str
    """Empty: it can be taken back. Else "not_offered" (the dialect has nothing of the kind),
    "not_accepted", "no_task" (nobody knows its number), "scheduled" (the service keeps it as a
    task), "too_late", "withdrawn" or "under_way"."""
    until: datetime | None
    """When the service stops taking it back; None where it never does."""
    needs_words: bool
    """Whether taking it back has to say what the notification is replaced by."""
    figures: str
    """Empty: losses and one user's devices can be read. Else "not_offered", "not_accepted",
    "no_task", "scheduled" or "too_old"."""


@dataclass(frozen=True)
class ChatStory:
    """One Chat push, what may be done about it, and what was."""

    batch: Batch
    facts: ChatFacts
    may: May
    withdrawals: tuple[Action, ...]
    """The oldest first."""
    deeds: tuple[Action, ...] = ()
    """What was done from here about the task that the service keeps, the oldest first."""

    @property
    def deleted(self) -> bool:
        """Whether its task was surely deleted from here before its time."""
        return any(one.kind == "chat_task_delete" and one.outcome == "done" for one in self.deeds)

    @property
    def moved_to(self) -> datetime | None:
        """When its task starts since it was moved from here; None where it was not."""
        moves = [one for one in self.deeds if one.kind == "chat_task_change"]
        done = [one for one in moves if one.outcome == "done"]
        return _moved(done[-1]) if done else None

    @property
    def withdrawal(self) -> Action | None:
        """The one that counts: the last, or one that went well."""
        done = [one for one in self.withdrawals if one.outcome == "done"]
        return next(iter(done or reversed(self.withdrawals)), None)


def _moved(action: Action) -> datetime | None:
    try:
        told = json.loads(action.what)
    except ValueError:
        return None
    return instant_of(told.get("to")) if isinstance(told, dict) else None


def may(row: PushRow, withdrawals: Collection[Action], now: datetime) -> May:
    """What can be done about `row` at `now`, after these withdrawals of it."""
    facts = chat_facts_of(row.body, _dialect(row))
    dialect = DIALECTS[_dialect(row)]
    until = row.sent_at + WITHDRAW_FOR if row.sent_at is not None and dialect.withdraws else None
    common = ""
    if row.state != "accepted":
        common = "not_accepted"
    elif not row.push_ids:
        common = "no_task"
    elif row.schedule_at is not None:
        common = "scheduled"
    back = common if dialect.withdraws else "not_offered"
    if not back:
        outcomes = {one.outcome for one in withdrawals}
        if "done" in outcomes:
            back = "withdrawn"
        elif "begun" in outcomes:
            back = "under_way"
        elif until is None or now > until:
            back = "too_late"
    figures = common if dialect.statistics else "not_offered"
    if not figures and (row.sent_at is None or now - row.sent_at > FIGURES_FOR):
        figures = "too_old"
    needs = facts.online_only or not dialect.has_message
    return May(back, until, needs, figures)


class ChatResults:
    """Belongs to the loop and thread that use the database."""

    def __init__(
        self,
        database: Database,
        client_of: ChatClients,
        clock: Clock,
        tell: Callable[[str], None],
    ) -> None:
        """`tell(batch_id)`: a push has news."""
        self._database = database
        self._client_of = client_of
        self._clock = clock
        self._tell = tell
        self._requests: set[asyncio.Task[None]] = set()
        self._closing = False

    def start(self) -> None:
        """Withdrawals that the last run left begun are unknown now. Raises StoreError."""
        now = self._clock.now()
        with self._database.transaction() as conn:
            actions = Actions(conn)
            for action in actions.open((CHAT_WITHDRAW,)):
                if action.outcome == "begun":
                    actions.end(action.id, "unknown", now, reason="restart")

    async def close(self, grace_s: float = 2.0) -> None:
        """Give withdrawals under way `grace_s` to end; what is unanswered then is unknown."""
        self._closing = True
        if self._requests:
            _, late = await asyncio.wait(self._requests, timeout=grace_s)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    # What stands

    async def story(self, batch_id: str) -> ChatStory | None:
        """What can be done about a push, and what was; None: there is no such Chat push."""
        with self._database.reading() as conn:
            rows = History(conn).batch(batch_id)
            if not rows or rows[0].platform != "chat":
                return None
            actions = Actions(conn).of([rows[0].id])
        row = rows[0]
        done = _withdrawals(actions)
        judged = may(row, done, self._clock.now())
        facts = chat_facts_of(row.body, _dialect(row))
        deeds = tuple(one for one in actions if one.kind in CHAT_TASKS)
        return ChatStory(Batch(batch_id, rows), facts, judged, done, deeds)

    async def taken_back(self, batches: Collection[Batch]) -> Mapping[str, str]:
        """Id of a push → "withdrawn" or "deleted" (its task), of those that surely were."""
        batch_of = {row.id: batch.id for batch in batches for row in batch.rows}
        with self._database.reading() as conn:
            actions = Actions(conn).of(batch_of)
        words = {CHAT_WITHDRAW: "withdrawn", "chat_task_delete": "deleted"}
        return {
            batch_of[one.push_row]: words[one.kind]
            for one in actions
            if one.outcome == "done" and one.kind in words and one.push_row is not None
        }

    # Figures

    async def losses(self, batch_id: str) -> tuple[Loss, ...]:
        """Why how many were lost so far. Raises AskFailed."""
        row = self._asked_row(batch_id)
        (task_id,) = row.push_ids
        found = await self._ask(row, lambda client: client.losses(row.push_ids, *self._window(row)))
        return tuple(found.get(task_id, ()))

    async def statistics(self, batch_id: str) -> Mapping[str, Any]:
        """The service's own figures, as they came: their fields are not documented.

        Raises AskFailed.
        """
        row = self._asked_row(batch_id)
        return await self._ask(
            row, lambda client: client.statistics(row.push_ids, *self._window(row))
        )

    async def trace(self, batch_id: str, account: str) -> tuple[DeviceTrace, ...]:
        """What became of it on the devices of one account; none: it was not among those meant.

        Raises AskFailed; "refused" with 70107: the service knows no such account.
        """
        row = self._asked_row(batch_id)
        (task_id,) = row.push_ids
        return await self._ask(row, lambda client: client.trace(task_id, account))

    def _asked_row(self, batch_id: str) -> PushRow:
        with self._database.reading() as conn:
            rows = History(conn).batch(batch_id)
        if not rows or may(rows[0], (), self._clock.now()).figures:
            raise AskFailed("nothing_to_ask")
        return rows[0]

    def _window(self, row: PushRow) -> tuple[datetime, datetime]:
        now = self._clock.now()
        sent = row.sent_at or row.created_at
        # Its clock and ours may differ a little.
        return sent - timedelta(minutes=5), now + timedelta(minutes=5)

    async def _ask(self, row: PushRow, question: Callable[[ChatClient], Awaitable[_T]]) -> _T:
        async with await self._client(row) as client:
            try:
                return await question(client)
            except ClientError as error:
                failed = AskFailed(error.reason, code=error.code, text=error.text or None)
        raise failed

    async def _client(self, row: PushRow) -> ChatClient:
        """A client that asks where `row` went, as who sent it. Raises AskFailed."""
        client = await self._client_of(self._speaker(row))
        spoken = (str(client.sdkappid), client.point.url, client.dialect.id)
        if spoken != (row.access_id, row.access_point_url, row.environment):
            await client.aclose()
            raise AskFailed("other_practice" if row.practice else "app_changed")
        return client

    def _speaker(self, row: PushRow) -> str:
        """Its own app, or one that was connected again with the same SDKAppID."""
        with self._database.reading() as conn:
            apps = ChatApps(conn).all()
        same = [
            app.id
            for app in apps
            if app.practice == row.practice and str(app.sdkappid) == row.access_id
        ]
        return row.app_id if row.app_id in same or not same else same[0]

    # Taking back

    async def withdraw(
        self, batch_id: str, notification: Mapping[str, Any] | None = None
    ) -> ChatStory:
        """Take a push back; gives the story afterwards, whose last withdrawal tells the end.

        `notification` (``OfflinePushInfo``) takes the place of the one that phones show, where
        their makers allow it. Raises WithdrawRefused, AskFailed (no client can be had) and
        StoreError (it could not be written down); then nothing left.
        """
        story = await self.story(batch_id)
        if story is None:
            raise WithdrawRefused("gone")
        if story.may.withdraw:
            raise WithdrawRefused(story.may.withdraw)
        if story.may.needs_words and not notification:
            raise WithdrawRefused("needs_words")
        client = await self._client(story.batch.rows[0])
        # A task of its own: a window that goes away must not leave a request half told.
        task = asyncio.get_running_loop().create_task(
            self._take_back(story.batch.rows[0], client, notification)
        )
        self._requests.add(task)
        task.add_done_callback(self._requests.discard)
        await asyncio.shield(task)
        return await self.story(batch_id) or story

    async def _take_back(
        self, row: PushRow, client: ChatClient, notification: Mapping[str, Any] | None
    ) -> None:
        async with client:
            if self._closing:
                return
            with self._database.transaction() as conn:
                actions, now = Actions(conn), self._clock.now()
                judged = may(row, _withdrawals(actions.of([row.id])), now)
                action_id = None
                if not judged.withdraw:
                    action_id = actions.begin(
                        CHAT_WITHDRAW, row.access_id, row.push_ids[0], now, push_row=row.id
                    )
            if action_id is None:
                return  # another window was first, or its time is over meanwhile
            end = End("unknown", "quit")
            try:
                end = await ended(client.withdraw(row.push_ids[0], notification))
            finally:
                if end.code == _ALREADY:
                    end = replace(end, outcome="done")
                write_end(self._database, action_id, end, self._clock.now())
                self._tell(row.batch_id)


def write_end(database: Database, action_id: int, end: End, at: datetime) -> None:
    """Keep what became of a change; where that fails the next start says that nobody knows."""
    try:
        with database.transaction() as conn:
            Actions(conn).end(
                action_id, end.outcome, at, code=end.code, reason=end.reason, text=end.text
            )
    except StoreError as error:
        _log.warning("the end of a change could not be written down: %s", error.code)


@dataclass(frozen=True)
class End:
    """How a request that changes something ended."""

    outcome: str
    """"done", "refused", "not_sent" or "unknown"."""
    reason: str | None = None
    code: int | None = None
    text: str | None = None


async def ended(request: Awaitable[object]) -> End:
    """Make one request that changes something, once, and say what its end proves."""
    try:
        await request
    except NotSent as error:
        return End("not_sent", error.reason)
    except Refused as error:
        fact = CODES.get(error.code)
        sure = fact is not None and fact.group == "withdraw"
        refused = sure or verdict_of(error.code) in ("rejected", "too_fast")
        outcome = "refused" if refused else "unknown"
        return End(outcome, "refused", error.code, error.text[:_TEXT_MAX] or None)
    except MaybeSent as error:
        return End("unknown", error.reason, error.code)
    except Exception as error:
        # A fault of ours after the claim proves nothing about what left.
        _log.error("a request ended in %s", type(error).__name__)
        return End("unknown", "failed")
    return End("done")


def _withdrawals(actions: Collection[Action]) -> tuple[Action, ...]:
    return tuple(one for one in actions if one.kind == CHAT_WITHDRAW)


def _dialect(row: PushRow) -> Any:
    # The outbox wrote it; the model's type is a Literal.
    return row.environment
