"""Why did this phone not get it? What the service and the history can tell about one phone.

An account leads to its phones, a phone to the accounts bound to it, to today's pushes that were
meant for it, and to what the last push to it alone says about its notifications. Each step that
gets no answer is a finding of its own: what is not known is said, and never guessed. Nothing here
sends or changes anything.

The service has no question about a single device's notifications, nor one that lists its tags
(tpns-rest.md 1); today's pushes are those of the service's day (12.7).
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, TypeVar

from tpns_desktop.model.counters import TOTAL
from tpns_desktop.model.device_calls import Account
from tpns_desktop.model.limits import SERVICE_ZONE
from tpns_desktop.model.typed_ids import token_look
from tpns_desktop.send.asking import AskFailed, Questions, asked_client
from tpns_desktop.send.results import Batch
from tpns_desktop.store.apps import App, Apps
from tpns_desktop.store.device_pushes import DevicePush, DevicePushes
from tpns_desktop.store.history import History
from tpns_desktop.store.records import ServiceRecords

if TYPE_CHECKING:
    from tpns_desktop.client.tpns import TpnsClient
    from tpns_desktop.model.outcome import TokenPush
    from tpns_desktop.send.budget import Purpose
    from tpns_desktop.send.clock import Clock
    from tpns_desktop.send.ways import Places
    from tpns_desktop.store.database import Database

T = TypeVar("T")

NOT_KNOWN_CODES: Final = frozenset({1008006, 1008027, 1008029, 10110008})
"""Refusals of the account query that say: no such token, no such account (tpns-rest.md 13)."""

PHONES_MAX: Final = 5
"""Phones of one account that are looked at."""

_ALONE_BACK: Final = timedelta(days=30)
"""Counters of a push reach back this far (tpns-rest.md 12.4)."""
_OURS_BACK: Final = timedelta(days=3)
"""How far back today's push ids are looked for in the history."""


@dataclass(frozen=True)
class PhoneQuestion:
    """What a person asks about."""

    text: str
    """The token, or the account."""
    account_type: int | None = None
    """Of the account; None: `text` is a token."""
    platform: str | None = None
    """``android`` or ``ios`` where it is known; None: look at each of the app's systems."""
    batch_id: str | None = None
    """The push that did not come; None: any."""


@dataclass(frozen=True)
class PhoneFinding:
    """One thing that is known, or that nobody can know.

    `id` is one of `FINDINGS`; `params` are for its words: "account", "token", "platform", "count",
    "accounts" (names), "look", "title", "at" (aware), "reason", "code", "step".
    """

    id: str
    params: Mapping[str, Any] = field(default_factory=dict)


FINDINGS: Final = (
    # The account
    "account_bound",
    "account_latest",
    "account_more",
    "account_unbound",
    # The phone
    "token_odd",
    "token_bound",
    "token_known",
    "token_unknown",
    # Today's pushes
    "push_meant",
    "push_not_meant",
    "push_other_day",
    "push_no_id",
    "pushes_some",
    "pushes_none",
    # Its notifications
    "notify_off",
    "notify_on",
    "arrived",
    "notify_unknown",
    # No answer to a step
    "not_asked",
)
"""Every id of a `PhoneFinding`, in the order in which they are told."""


@dataclass(frozen=True)
class PhonePush:
    """One of today's pushes for a phone."""

    platform: str
    token: str
    push_id: str
    at: datetime | None
    title: str = ""
    """Empty where nobody here knows it."""
    batch_id: str | None = None
    """Ours, to be opened; None for one that was made elsewhere."""


@dataclass(frozen=True)
class PhoneStory:
    """The answer to one question."""

    question: PhoneQuestion
    asked_at: datetime
    findings: tuple[PhoneFinding, ...]
    pushes: tuple[PhonePush, ...] = ()
    """The newest first."""


class OnePhone:
    """Answers questions about one phone."""

    def __init__(
        self, database: Database, places: Places, questions: Questions, clock: Clock
    ) -> None:
        self._database = database
        self._places = places
        self._questions = questions
        self._clock = clock

    async def look(self, app_id: str, question: PhoneQuestion) -> PhoneStory:
        """Ask all that can be asked. Raises AskFailed("app_gone"); else failures are findings."""
        with self._database.reading() as conn:
            app = Apps(conn).get(app_id)
            rows = History(conn).batch(question.batch_id) if question.batch_id else ()
        if app is None:
            raise AskFailed("app_gone")
        told = _Telling(Batch(rows[0].batch_id, rows) if rows else None)
        platforms = [one for one in app.platforms if question.platform in (None, one)]
        if question.account_type is None:
            look = token_look(question.text)
            if look != "right":
                told.say("token_odd", token=question.text, look=look)
            phones = [(platform, question.text) for platform in platforms]
        else:
            phones = await self._phones_of(app, platforms, question, told)
        looked = [await self._look_at(app, *phone, _Telling(told.batch)) for phone in phones]
        if question.account_type is None and any(one.known for one in looked):
            # An ID is of one system: the others need not say that they don't know it.
            looked = [one for one in looked if one.known]
        findings = [one for part in (told, *looked) for one in part.in_order()]
        pushes = [push for one in looked for push in one.pushes]
        pushes.sort(key=lambda push: push.at.timestamp() if push.at else 0.0, reverse=True)
        return PhoneStory(question, self._clock.now(), tuple(findings), tuple(pushes))

    async def _phones_of(
        self, app: App, platforms: list[str], question: PhoneQuestion, told: _Telling
    ) -> list[tuple[str, str]]:
        name = question.text
        account = Account(name, question.account_type or None)
        phones: list[tuple[str, str]] = []
        for platform in platforms:
            try:
                tokens = await self._ask(
                    app, platform, None, lambda client: client.tokens_of([account])
                )
                found = tokens.get(name, ())
            except AskFailed as failed:
                if failed.code not in NOT_KNOWN_CODES:
                    told.failed("account", platform, failed)
                    continue
                found = ()
            if not found:
                told.say("account_unbound", account=name, platform=platform)
                continue
            told.say("account_bound", account=name, platform=platform, count=len(found))
            if len(found) > 1:
                told.say("account_latest", account=name, platform=platform, count=len(found))
            if len(found) > PHONES_MAX:
                told.say("account_more", platform=platform, count=len(found) - PHONES_MAX)
            phones += [(platform, token) for token in found[:PHONES_MAX]]
        return phones

    async def _look_at(self, app: App, platform: str, token: str, told: _Telling) -> _Telling:
        about = {"platform": platform, "token": token}
        try:
            bound = await self._ask(app, platform, None, lambda client: client.accounts_of([token]))
        except AskFailed as failed:
            if failed.code in NOT_KNOWN_CODES:
                told.say("token_unknown", **about)
            else:
                told.failed("token", platform, failed)
        else:
            accounts = tuple(account.name for account in bound.get(token, ()))
            told.say("token_bound" if accounts else "token_known", accounts=accounts, **about)
            told.known = True
        await self._today(app, platform, token, told)
        self._notifications(app, platform, token, told)
        return told

    async def _today(self, app: App, platform: str, token: str, told: _Telling) -> None:
        try:
            listed = await self._ask(
                app, platform, "phone", lambda client: client.pushes_of_token(token)
            )
        except AskFailed as failed:
            if failed.code not in NOT_KNOWN_CODES:
                told.failed("pushes", platform, failed)
            elif told.known:
                told.say("pushes_none", count=0, platform=platform, token=token)
            return
        told.known = told.known or bool(listed)
        pushes = self._matched(app, platform, token, listed)
        told.pushes += pushes
        about = {"platform": platform, "token": token}
        if told.batch is not None:
            self._meant(told, {push.push_id for push in pushes}, about)
        told.say("pushes_some" if pushes else "pushes_none", count=len(pushes), **about)

    def _matched(
        self, app: App, platform: str, token: str, listed: list[TokenPush]
    ) -> list[PhonePush]:
        access_id = app.access_id(platform) or ""
        ids = [one.push_id for one in listed]
        with self._database.reading() as conn:
            ours = DevicePushes(conn).with_ids(access_id, ids, self._clock.now() - _OURS_BACK)
            records = {one: ServiceRecords(conn).get(access_id, one) for one in ids}
        made = []
        for one in listed:
            row, record = ours.get(one.push_id), records[one.push_id]
            title = row.title if row is not None else record.title if record is not None else ""
            batch_id = row.batch_id if row is not None else None
            made.append(PhonePush(platform, token, one.push_id, one.at, title, batch_id))
        return made

    def _meant(self, told: _Telling, listed: set[str], about: Mapping[str, Any]) -> None:
        batch = told.batch
        assert batch is not None
        rows = [row for row in batch.rows if row.platform == about["platform"]]
        ids = {push_id for row in rows for push_id in row.push_ids}
        said = {"title": batch.title, "at": batch.when, **about}
        if not ids:
            told.say("push_no_id", **said)
        elif ids & listed:
            told.say("push_meant", **said)
        elif self._service_day(batch.when) != self._service_day(self._clock.now()):
            told.say("push_other_day", **said)
        else:
            told.say("push_not_meant", **said)

    def _notifications(self, app: App, platform: str, token: str, told: _Telling) -> None:
        """What the last push to this phone alone says, where its figures were read."""
        since = self._clock.now() - _ALONE_BACK
        with self._database.reading() as conn:
            alone = DevicePushes(conn).to_one(app.access_id(platform) or "", token, since)
        about = {"platform": platform, "token": token}
        for push in alone:
            planned, arrived = _figure(push, "planned"), _figure(push, "arrived")
            said = {"title": push.title, "at": push.at, **about}
            if arrived:
                told.say("arrived", **said)
            elif planned is None:
                continue
            else:
                told.say("notify_on" if planned else "notify_off", **said)
            return
        told.say("notify_unknown", **about)

    async def _ask(
        self,
        app: App,
        platform: str,
        purpose: Purpose | None,
        question: Callable[[TpnsClient], Awaitable[T]],
    ) -> T:
        async with await asked_client(self._places.client_of(app, platform)) as client:
            return await self._questions.ask(client, purpose, lambda: question(client))

    @staticmethod
    def _service_day(at: datetime) -> Any:
        return at.astimezone(SERVICE_ZONE).date()


class _Telling:
    """A story while it is found out."""

    def __init__(self, batch: Batch | None) -> None:
        self.batch = batch
        self.known = False
        """Whether the service knows the phone for sure."""
        self.findings: list[PhoneFinding] = []
        self.pushes: list[PhonePush] = []

    def in_order(self) -> list[PhoneFinding]:
        return sorted(self.findings, key=lambda one: FINDINGS.index(one.id))

    def say(self, id: str, **params: Any) -> None:
        self.findings.append(PhoneFinding(id, params))

    def failed(self, step: str, platform: str, failed: AskFailed) -> None:
        self.say("not_asked", step=step, platform=platform, reason=failed.reason, code=failed.code)


def _figure(push: DevicePush, name: str) -> int | None:
    total = [one for one in push.counters or () if one.get("channel") == TOTAL]
    value = total[0].get(name) if total else None
    return value if isinstance(value, int) else None
