"""Push plans: making them in the service, a request a platform, and the rules of their fields.

TPNS cannot list plans, so the ids it gives are kept in the local book at once (`plan_book`). Every
request is noted before it leaves: the service takes 200 creations a day (tpns-rest 7 and 15).
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from tpns_desktop.client.errors import ClientError, MaybeSent, Refused
from tpns_desktop.model.limits import PLANS_PER_DAY, SERVICE_ZONE
from tpns_desktop.model.outcome import verdict_of
from tpns_desktop.model.plan import parse_plan
from tpns_desktop.model.problem import PushRefused
from tpns_desktop.model.unseen import has_unseen
from tpns_desktop.send.outbox import KeyUnavailable
from tpns_desktop.send.ways import Places
from tpns_desktop.store.actions import Actions
from tpns_desktop.store.errors import StoreError
from tpns_desktop.store.plans import CREATION, Plan, Plans

if TYPE_CHECKING:
    from tpns_desktop.send.clock import Clock
    from tpns_desktop.store.apps import App
    from tpns_desktop.store.database import Database

ID_LENGTH_MAX = 20
"""Digits of a plan's id; twenty hold any 64-bit number."""

_log = logging.getLogger(__name__)

_FIELDS = {"planName": "name", "planDescribe": "description"}


class PlanRefused(ValueError):
    """The plan was not made, or not on every platform.

    `reason`: "name_required", "name_too_long", "description_required", "description_too_long",
    "name_unseen", "description_unseen" (a character in it that nobody sees), "bad_text",
    "id_required", "id_digits", "id_known" (`plan` has it in the book), "refused" (with `code` and
    the service's `text`), "not_sent", "unknown" (the plan may exist there all the same), "no_key",
    "limit" (today's creations are used up), "gone" (the book has it no more).
    `platform`: where only one request is meant. `plan`: the plan as kept, when another platform
    has it.
    """

    def __init__(
        self,
        reason: str,
        *,
        platform: str | None = None,
        code: int | None = None,
        text: str | None = None,
        plan: Plan | None = None,
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.platform = platform
        self.code = code
        self.text = text
        self.plan = plan


def checked(name: str, description: str) -> tuple[str, str]:
    """Name and description without edge spaces. Raises `PlanRefused`."""
    name, description = name.strip(), description.strip()
    for field, text in (("name", name), ("description", description)):
        if has_unseen(text):
            raise PlanRefused(f"{field}_unseen")
    try:
        parse_plan({"planName": name, "planDescribe": description})
    except PushRefused as refused:
        problem = refused.problems[0]
    else:
        return name, description
    field = _FIELDS.get(problem.field, "name")
    if problem.reason in ("empty", "required", "too_short"):
        raise PlanRefused(f"{field}_required")
    if problem.reason in ("too_long", "too_many"):
        raise PlanRefused(f"{field}_too_long")
    raise PlanRefused("bad_text")


def checked_name(name: str) -> str:
    """A name for the book alone. Raises `PlanRefused`."""
    return checked(name, "-")[0]


def checked_id(plan_id: str | None) -> str | None:
    """A plan's id as the console shows it: digits, kept as text; None for none given.

    Raises `PlanRefused`.
    """
    text = (plan_id or "").strip()
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= ID_LENGTH_MAX):
        raise PlanRefused("id_digits")
    return text


def with_ids(plan: Plan, ids: Mapping[str, str]) -> Plan:
    """The plan with the ids that a service gave it, by platform."""
    return replace(
        plan,
        android_plan_id=ids.get("android", plan.android_plan_id),
        ios_plan_id=ids.get("ios", plan.ios_plan_id),
    )


def day_begins(now: datetime) -> datetime:
    """When the service's present day began (UTC+8, inferred: tpns-rest 15)."""
    return now.astimezone(SERVICE_ZONE).replace(hour=0, minute=0, second=0, microsecond=0)


@dataclass(frozen=True)
class OpenCreation:
    """A plan that was asked for, and nobody knows whether the service made it."""

    number: int
    name: str
    platform: str
    at: datetime
    """When it was asked for."""


BY_PERSON = "by_person"
"""Reason of an end that a person told, who looked in the console."""


class Creations:
    """Counts what is asked of each access id, in the database."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._under_way: set[int] = set()

    @contextmanager
    def under_way(self, number: int) -> Iterator[None]:
        """Its answer is awaited; until then nobody needs to look for it."""
        self._under_way.add(number)
        try:
            yield
        finally:
            self._under_way.discard(number)

    def open(self, app: App) -> tuple[OpenCreation, ...]:
        """Those whose end nobody knows, the oldest first; cut off by the end of a run as well."""
        platform_of = {app.access_id(platform): platform for platform in app.platforms}
        with self._database.reading() as conn:
            found = Actions(conn).unknown(CREATION, app.access_ids)
        return tuple(
            OpenCreation(one.id, one.what, platform_of[one.access_id], one.begun_at)
            for one in found
            if one.id not in self._under_way
        )

    def settle(self, number: int, made: bool) -> None:
        """Note what a person found in the console."""
        with self._database.transaction() as conn:
            outcome = "done" if made else "not_sent"
            Actions(conn).end(number, outcome, self._clock.now(), reason=BY_PERSON)

    def found(self, app: App, name: str, ids: Mapping[str, str]) -> None:
        """Note that a person knows the ids, by platform, of a plan of this name."""
        for one in self.open(app):
            if one.name == name and one.platform in ids:
                self.settle(one.number, made=True)

    def left(self, access_id: str) -> int:
        """How many plans may still be made today."""
        with self._database.reading() as conn:
            made = Plans(conn).made_since(access_id, day_begins(self._clock.now()))
        return max(0, PLANS_PER_DAY - made)

    def begin(self, access_id: str, name: str) -> int | None:
        """Note one that is about to leave; None: today's are used up. Raises StoreError."""
        now = self._clock.now()
        with self._database.transaction() as conn:
            plans = Plans(conn)
            if plans.made_since(access_id, day_begins(now)) >= PLANS_PER_DAY:
                return None
            return plans.begin(access_id, name, now)

    def end(self, number: int, outcome: str) -> None:
        """Note how it ended."""
        with self._database.transaction() as conn:
            Plans(conn).end(number, outcome, self._clock.now())


_OUTCOMES = {"refused": "refused", "unknown": "unknown"}
"""Reason → what is noted of the creation; of any other, nothing left."""


async def make(
    places: Places,
    creations: Creations,
    app: App,
    platforms: tuple[str, ...],
    name: str,
    description: str,
    keep: Callable[[dict[str, str]], None],
) -> PlanRefused | None:
    """Create the plan on each platform, one after the other, and stop at the first failure.

    `keep` gets each id as it comes, by platform: nobody else knows it. Gives why the next one did
    not come. Raises StoreError: what cannot be noted is not asked for.
    """
    for platform in platforms:
        # Before the first of them: a plan on one system alone helps nobody.
        if not creations.left(app.access_id(platform) or ""):
            return PlanRefused("limit", platform=platform)
    for platform in platforms:
        number = creations.begin(app.access_id(platform) or "", name)
        if number is None:
            return PlanRefused("limit", platform=platform)
        with creations.under_way(number):
            plan_id, refused = await _make(places, app, platform, name, description)
        outcome = _OUTCOMES.get(refused.reason, "not_sent") if refused is not None else "done"
        try:
            if refused is None:
                keep({platform: plan_id})
        except StoreError:
            # It exists there and not here: made again it would be there twice.
            refused, outcome = PlanRefused("unknown", platform=platform), "unknown"
        except PlanRefused as gone:  # removed from the book while the service answered
            refused = gone
        try:
            creations.end(number, outcome)
        except StoreError as error:
            _log.warning("the end of a creation could not be written down: %s", error.code)
        if refused is not None:
            return refused
    return None


async def _make(
    places: Places, app: App, platform: str, name: str, description: str
) -> tuple[str, PlanRefused | None]:
    try:
        client = await places.client_of(app, platform)
        async with client:
            return (await client.create_plan(name, description)).plan_id, None
    except KeyUnavailable:
        return "", PlanRefused("no_key", platform=platform)
    except Refused as error:
        # Some codes leave open whether it was made.
        reason = "unknown" if verdict_of(error.code) == "unknown" else "refused"
        return "", PlanRefused(reason, platform=platform, code=error.code, text=error.text)
    except MaybeSent:
        return "", PlanRefused("unknown", platform=platform)
    except ClientError as error:
        return "", PlanRefused("not_sent", platform=platform, text=error.reason)
