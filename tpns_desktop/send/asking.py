"""Questions to the service that change nothing, such as for the counters of a push.

Every question is counted against the hourly allowance (`budget`) before it leaves, and the date of
its answer tells how far the clocks are apart (`skew`). Every answer is kept or given back as data;
a question that fails is an `AskFailed` with a reason.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from tpns_desktop.client.endpoints import access_point_at
from tpns_desktop.client.errors import ClientError
from tpns_desktop.send.budget import Budget, Purpose
from tpns_desktop.send.connect import newest_day
from tpns_desktop.send.mend_rules import RULED_OUT
from tpns_desktop.send.outbox import KeyUnavailable
from tpns_desktop.send.replacing import can_be_replaced
from tpns_desktop.send.results import Batch, snapshot
from tpns_desktop.send.ways import Places
from tpns_desktop.store.apps import App, Apps
from tpns_desktop.store.errors import StoreError
from tpns_desktop.store.history import History, PushRow
from tpns_desktop.store.snapshots import MARKS, Snapshots, started_at

if TYPE_CHECKING:
    from datetime import date

    from tpns_desktop.client.endpoints import AccessPoint
    from tpns_desktop.client.tpns import TpnsClient
    from tpns_desktop.model.outcome import ChannelCounters, DeviceDay, Record
    from tpns_desktop.send.clock import Clock
    from tpns_desktop.send.skew import Skews
    from tpns_desktop.store.database import Database

T = TypeVar("T")


class AskFailed(Exception):
    """A question that changes nothing got no answer.

    `reason`: one of the client's reasons, "no_key", "keyring_locked", "keyring_silent",
    "keyring_failed", "keyring_gone", "keyring_other", "practice_key", "wrong_address",
    "no_practice", "other_practice" (the practice service that has it is gone), "app_gone",
    "app_changed", "nothing_to_ask" (no request of the batch is in a state to ask about), "budget"
    (this hour's questions are used up), "store" (the question could not be counted); of a look-up
    also "too_old" (out of the month that the service remembers), "too_many" (more records than are
    read), "unread" (the pages do not add up), "no_date" (no answer said when it was made). `code`
    and `text` are the service's own, where it refused.
    """

    def __init__(self, reason: str, *, code: int | None = None, text: str | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.code = code
        self.text = text


class Questions:
    """One question at a time to a client that is at hand."""

    def __init__(self, budget: Budget, skews: Skews, clock: Clock) -> None:
        self._budget = budget
        self._skews = skews
        self._clock = clock

    async def ask(
        self,
        client: TpnsClient,
        purpose: Purpose | None,
        question: Callable[[], Awaitable[T]],
        *,
        automatic: bool = False,
    ) -> T:
        """The answer; `purpose` None is for what the service does not count. Raises AskFailed.

        `automatic`: no person waits for it, see `Budget.take`.
        """
        try:
            fits = purpose is None or self._budget.take(
                client.access_id, purpose, automatic=automatic
            )
        except StoreError:
            # Uncounted is unasked: the allowance is everybody's.
            raise AskFailed("store") from None
        if not fits:
            raise AskFailed("budget")
        before, began = client.clock_skew_s, self._clock.monotonic()
        failed: AskFailed | None = None
        try:
            return await question()
        except ClientError as error:
            failed = AskFailed(error.reason, code=error.code, text=error.text or None)
        finally:
            if client.clock_skew_s != before:
                took_s = self._clock.monotonic() - began
                practice = client.access_point.practice
                self._skews.note(client.clock_skew_s, took_s, practice=practice)
        # Out here, so that the lower exception is not even the context of this one.
        raise failed


class Asking:
    """Asks on behalf of stored apps."""

    def __init__(
        self, database: Database, places: Places, questions: Questions, clock: Clock
    ) -> None:
        self._database = database
        self._places = places
        self._questions = questions
        self._clock = clock

    async def counters(self, batch: Batch) -> None:
        """Ask for the newest counters of each accepted row, and keep them.

        Raises AskFailed when no row's counters could be read.
        """
        rows = [row for row in batch.rows if row.state == "accepted" and row.push_ids]
        if not rows:
            raise AskFailed("nothing_to_ask")
        failed: list[AskFailed] = []
        for row in rows:
            try:
                await self.counters_of(row)
            except AskFailed as error:
                failed.append(error)
        if len(failed) == len(rows):
            raise failed[0]

    async def counters_of(self, row: PushRow, *, automatic: bool = False) -> None:
        """Ask for the newest counters of an accepted row, and keep them.

        Whoever asks: what changed and the marks that are due are kept with them. `automatic` as in
        `Budget.take`. Raises AskFailed.
        """
        told = snapshot(await self._counters(row, automatic))
        now = self._clock.now()
        with self._database.transaction() as conn:
            History(conn).save_counters(row.id, told, now)
            snapshots = Snapshots(conn)
            snapshots.claim(row.id, now, now)
            snapshots.add(row.id, now, told)
            for mark, after in MARKS.items():
                if started_at(row) + after <= now:
                    snapshots.add(row.id, now, told, mark)

    async def plan_counters(
        self, app: App, platform: str, plan_id: str, start: date, end: date
    ) -> list[ChannelCounters]:
        """What the service counts of a plan from `start` to `end`. Raises AskFailed."""
        async with await asked_client(self._places.client_of(app, platform)) as client:
            return await self._questions.ask(
                client, "plans", partial(client.plan_counters, plan_id, start, end)
            )

    async def collapse_ids(self, rows: Iterable[PushRow]) -> dict[str, str]:
        """Platform → the id by which a push can be replaced; none where its record has none.

        Raises AskFailed when a platform could not be asked, or there is none to ask.
        """
        return ids_to_replace(await self.records_to_replace(rows))

    async def records_to_replace(self, rows: Iterable[PushRow]) -> dict[str, Record]:
        """Platform → the record of a push that may be replaced. Raises AskFailed as above."""
        asked = [row for row in rows if can_be_replaced(row)]
        if not asked:
            raise AskFailed("nothing_to_ask")
        found: dict[str, Record] = {}
        for row in asked:
            (push_id,) = row.push_ids
            async with await self.client_for(row) as client:
                records = await self._questions.ask(
                    client, "look_up", partial(client.push_records, push_id)
                )
            for record in records:
                if record.push_id == push_id:
                    found[row.platform] = record
        return found

    async def any_answer(self, app: App) -> None:
        """Ask the app's platforms in turn until one answers, for the sake of the answer's date.

        Raises AskFailed, the first platform's.
        """
        failed: AskFailed | None = None
        for platform in app.platforms:
            try:
                await self._newest_day(app, platform)
            except AskFailed as error:
                failed = failed or error
            else:
                return
        raise failed or AskFailed("nothing_to_ask")

    async def client_for(self, row: PushRow) -> TpnsClient:
        """A client that asks where `row` was sent to, as the access id that sent it.

        Another access id, or another practice service, has never heard of it. An app that was
        removed and connected again speaks for the same access id. Raises AskFailed
        ("nothing_to_ask" also for a push of a Chat app, of which TPNS knows nothing).
        """
        if row.is_chat:
            raise AskFailed("nothing_to_ask")
        with self._database.reading() as conn:
            apps = Apps(conn).all()
        app, practice = _speaker(apps, row), self._places.practice
        if row.practice and practice is not None and practice.base_url != row.access_point_url:
            raise AskFailed("other_practice")
        try:
            point = access_point_at(row.access_point_url)
        except ValueError:
            raise AskFailed("wrong_address") from None
        if point.practice != row.practice:
            raise AskFailed("wrong_address")
        if not row.practice and self._places.is_practice_id(row.access_id):
            raise AskFailed("practice_key")
        return await asked_client(self._client(app, row, point))

    def out_of_reach(self, batch: Batch) -> str | None:
        """Why nothing unknown of a push can be looked up here, as no app speaks for it, or None.

        "app_gone", "app_changed" or "other_practice".
        """
        reasons: list[str] = []
        if batch.unknown_rows:
            with self._database.reading() as conn:
                apps = Apps(conn).all()
            for row in batch.unknown_rows:
                try:
                    _speaker(apps, row)
                except AskFailed as failed:
                    reasons.append(failed.reason)
        return reasons[0] if reasons and len(reasons) == len(batch.unknown_rows) else None

    async def _client(self, app: App, row: PushRow, point: AccessPoint) -> TpnsClient:
        # A look by itself must not put up the keyring's own window.
        key = await self._places.key_of(app, row.platform, quiet=True)
        return self._places.client(point, row.access_id, key)

    async def _counters(self, row: PushRow, automatic: bool) -> list[list[ChannelCounters]]:
        # The practice service is this program's own, and none of the allowance is used up there.
        purpose: Purpose | None = None if row.practice else "counters"
        async with await self.client_for(row) as client:
            return [
                await self._questions.ask(
                    client, purpose, partial(client.push_counters, push_id), automatic=automatic
                )
                for push_id in row.push_ids
            ]

    async def _newest_day(self, app: App, platform: str) -> DeviceDay | None:
        now = self._clock.now()
        async with await asked_client(self._places.client_of(app, platform)) as client:
            return await self._questions.ask(client, "audience", lambda: newest_day(client, now))


def ids_to_replace(records: Mapping[str, Record]) -> dict[str, str]:
    """Platform → the id by which the push of that record is replaced, unless it was taken back."""
    return {
        platform: str(record.collapse_id)
        for platform, record in records.items()
        if record.collapse_id is not None and record.status not in RULED_OUT
    }


def _speaker(apps: Sequence[App], row: PushRow) -> App:
    """The app that may ask about `row`, its own before others. Raises AskFailed."""
    mine = next((app for app in apps if app.id == row.app_id), None)
    for app in [*([mine] if mine is not None else []), *apps]:
        if app.practice == row.practice and app.access_id(row.platform) == row.access_id:
            return app
    gone = "app_gone" if mine is None else "app_changed"
    raise AskFailed("other_practice" if row.practice else gone)


async def asked_client(client: Coroutine[Any, Any, TpnsClient]) -> TpnsClient:
    """The client that is being made. Raises AskFailed for what keeps it from being made."""
    try:
        return await client
    except KeyUnavailable as unavailable:
        failed = AskFailed(unavailable.reason)
    except ClientError as error:
        failed = AskFailed(error.reason, code=error.code, text=error.text or None)
    raise failed
