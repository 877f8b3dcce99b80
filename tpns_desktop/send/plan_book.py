"""The plan book: what a person does with push plans, and which pushes belong to each.

TPNS only creates plans (tpns-rest 7), so names, ids and which of them are offered live here. What
is edited, hidden or removed here stays as it is in the service. Making a plan is in `plans`, what
a plan has achieved in `plan_overview`. The default plan is the service's own: it has no row here,
holds every push without a plan, and cannot be changed.
"""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from tpns_desktop.model.limits import PLANS_PER_DAY, SERVICE_ZONE
from tpns_desktop.send import plans
from tpns_desktop.send.asking import AskFailed, Asking
from tpns_desktop.send.plan_overview import (
    PlanOverview,
    PlanSum,
    Week,
    by_day,
    first_of_seven,
    listed,
    period,
    week_of,
)
from tpns_desktop.send.plans import Creations, OpenCreation, PlanRefused
from tpns_desktop.send.results import Batch, ChannelFigures
from tpns_desktop.store.apps import App, Apps
from tpns_desktop.store.history import History
from tpns_desktop.store.ids import new_id
from tpns_desktop.store.plan_sums import EVER, PlanSums
from tpns_desktop.store.plans import Plan, Plans

if TYPE_CHECKING:
    from collections.abc import Callable

    from tpns_desktop.send.clock import Clock
    from tpns_desktop.send.skew import Skews
    from tpns_desktop.send.ways import Places
    from tpns_desktop.store.database import Database
    from tpns_desktop.store.plan_sums import PlanTotal

WEEK_DAYS: Final = 7
"""The service tells a plan's figures of the last seven days (tpns-rest 12.5)."""
READ_AGAIN_MAX: Final = 10
"""Pushes whose own figures are read with those of their plan; each takes a question a platform."""


@dataclass(frozen=True)
class IdUse:
    """Where an id of the service is met already."""

    plan: Plan | None
    """The plan of the book that has it."""
    pushes: int
    """Pushes sent from here with it, of a plan that was removed from the book."""


@dataclass(frozen=True)
class PlanList:
    """Every plan of an app with the sums of its pushes."""

    default: PlanSum
    rows: tuple[PlanSum, ...]
    """The book's, the newest first, hidden ones too."""
    left: int
    """How many plans may be made today, on the platform with the fewest."""
    open: tuple[OpenCreation, ...] = ()
    """Plans that the service may have made, the oldest first; a person can look there."""


class PlanBook:
    """One of the desk's facets. Methods raise StoreError besides what they name."""

    def __init__(
        self,
        database: Database,
        places: Places,
        asking: Asking,
        skews: Skews,
        clock: Clock,
        told: Callable[[Batch], Batch],
    ) -> None:
        """`told` adds to a push what only this run knows of it."""
        self._database = database
        self._places = places
        self._asking = asking
        self._skews = skews
        self._clock = clock
        self._told = told
        self._creations = Creations(database, clock)
        self._weeks: dict[str, Week] = {}
        """Local id → what the service counted when it was asked last, in this run."""
        self._requests: set[asyncio.Task[PlanRefused | None]] = set()

    # The book

    async def all(self, app_id: str, hidden: bool = False) -> list[Plan]:
        """The app's plans, the newest first; those that were hidden with `hidden` alone."""
        with self._database.reading() as conn:
            return [plan for plan in Plans(conn).all(app_id) if hidden or not plan.hidden]

    async def listed(self, app_id: str) -> PlanList:
        """Every plan with its sums. Raises PlanRefused("gone") for no such app."""
        app = self._app(app_id)
        with self._database.reading() as conn:
            kept = Plans(conn).all(app_id)
            totals = PlanSums(conn).totals(app_id, app.access_ids)
        of: defaultdict[str | None, list[PlanTotal]] = defaultdict(list)
        for one in totals:
            of[one.plan_id].append(one)
        return PlanList(
            default=listed(of[None], None),
            rows=tuple(listed(of[plan.id], plan, _missing(app, plan)) for plan in kept),
            left=self._left(app),
            # There is no console to look in for a practice service.
            open=() if app.practice else self._creations.open(app),
        )

    async def left_today(self, app_id: str) -> int:
        """How many plans may still be made today, on the platform with the fewest."""
        return self._left(self._app(app_id))

    async def create(self, app_id: str, name: str, description: str) -> Plan:
        """Make a plan in the service, on each of the app's platforms, and keep it.

        Raises PlanRefused; what one platform made is kept all the same (`plan` of the error).
        """
        name, description = plans.checked(name, description)
        app = self._app(app_id)
        kept: list[Plan] = []

        def keep(ids: dict[str, str]) -> None:
            kept[:] = [
                self._keep_ids(kept[0].id, ids)
                if kept
                else self._new_plan(app, name, description, ids)
            ]

        refused = await self._make(app, app.platforms, name, description, keep)
        if refused is not None:
            refused.plan = kept[0] if kept else None
            raise refused
        return kept[0]  # an app has at least one platform

    async def finish(self, plan_id: str) -> Plan:
        """Make a plan on the platforms where it is missing. Raises PlanRefused as `create`."""
        plan = self._plan(plan_id)
        app = self._app(plan.app_id)
        # The service wants a description, and one that was added by its id may have none.
        said = plan.description or plan.name
        refused = await self._make(app, _missing(app, plan), plan.name, said, self._keeper(plan_id))
        plan = self._plan(plan_id)
        if refused is not None:
            refused.plan = plan
            raise refused
        return plan

    async def make_missing(self, app: App, missing: list[tuple[Plan, tuple[str, ...]]]) -> None:
        """Make plans that a practice service does not know, quietly."""
        for plan, platforms in missing:
            self._weeks.pop(plan.id, None)  # another service counted that
            said = plan.description or plan.name
            await self._make(app, platforms, plan.name, said, self._keeper(plan.id))

    async def settle(self, number: int, made: bool) -> None:
        """A person looked whether the service has the plan of an `OpenCreation`."""
        self._creations.settle(number, made)

    async def use_of(self, app_id: str, platform: str, plan_id: str) -> IdUse:
        """Where the service's id of a plan is met already; nowhere for what is no id."""
        app = self._app(app_id)
        with self._database.reading() as conn:
            book, sums = Plans(conn), PlanSums(conn)
            known = (one for one in book.all(app_id) if one.plan_id(platform) == plan_id.strip())
            plan = next(known, None)
            lost = self._lost(book, app, {platform: plan_id.strip()})
            pushes = sums.states(app_id, app.access_ids, lost) if lost else {}
        return IdUse(plan, sum(pushes.values()))

    async def add(
        self, app_id: str, name: str, android_plan_id: str | None, ios_plan_id: str | None
    ) -> Plan:
        """Keep a plan that exists already, by the ids the console shows.

        The pushes of a plan that was removed from the book come back with its id. Raises
        PlanRefused.
        """
        name = plans.checked_name(name)
        given = {"android": android_plan_id, "ios": ios_plan_id}
        ids = {
            platform: checked
            for platform, text in given.items()
            if (checked := plans.checked_id(text)) is not None
        }
        if not ids:
            raise PlanRefused("id_required")
        app = self._app(app_id)
        self._refuse_known(app_id, ids)
        with self._database.reading() as conn:
            lost = self._lost(Plans(conn), app, ids)
        plan = self._new_plan(app, name, "", ids, lost)
        self._creations.found(app, name, ids)
        return plan

    async def edit(
        self,
        plan_id: str,
        name: str,
        description: str,
        ids: Mapping[str, str] | None = None,
    ) -> Plan:
        """Keep other words for a plan here; the service's own stay.

        `ids`: the service's, by platform, where the plan had none yet. Raises PlanRefused.
        """
        description = description.strip()
        # One that was added by its id may go without.
        name, _ = plans.checked(name, description or "-")
        plan = self._plan(plan_id)
        found = {
            platform: checked
            for platform, text in (ids or {}).items()
            if plan.plan_id(platform) is None and (checked := plans.checked_id(text)) is not None
        }
        self._refuse_known(plan.app_id, found)
        changed = self._changed(
            plans.with_ids(replace(plan, name=name, description=description), found)
        )
        self._creations.found(self._app(plan.app_id), plan.name, found)
        return changed

    async def set_hidden(self, plan_id: str, hidden: bool) -> Plan:
        """Offer a plan no longer, or again. Raises PlanRefused("gone")."""
        return self._changed(replace(self._plan(plan_id), hidden=hidden))

    async def remove(self, plan_id: str) -> Plan:
        """Take a plan out of the book; its pushes stay. Raises PlanRefused("gone")."""
        plan = self._plan(plan_id)
        with self._database.transaction() as conn:
            Plans(conn).remove(plan_id)
        return plan

    async def put_back(self, plan: Plan) -> Plan:
        """Undo `remove`; gives the plan as the book has it."""
        with self._database.transaction() as conn:
            book = Plans(conn)
            standing = book.get(plan.id)
            if standing is None:
                book.add(plan)
        return standing or plan

    # Its pushes

    async def tasks(
        self, app_id: str, plan_id: str | None, limit: int = 50, before: str | None = None
    ) -> list[Batch]:
        """The pushes of a plan (None: of the default plan), the newest first.

        `before`: id of the last one already seen.
        """
        app = self._app(app_id)
        with self._database.reading() as conn:
            history = History(conn)
            found = PlanSums(conn).batches(app_id, app.access_ids, plan_id, limit, before)
            batches = [Batch(one, rows) for one in found if (rows := history.batch(one))]
        return [self._told(batch) for batch in batches]

    async def overview(self, app_id: str, plan_id: str | None) -> PlanOverview:
        """What a plan (None: the default plan) has achieved, by what is known now.

        Raises PlanRefused("gone").
        """
        app = self._app(app_id)
        plan = self._plan(plan_id) if plan_id is not None else None
        first, today = first_of_seven(self._today), self._today
        begins = datetime.combine(first, time(), SERVICE_ZONE)
        with self._database.reading() as conn:
            own = PlanSums(conn)
            of = (app_id, app.access_ids, plan_id)
            sums = own.sums(*of, first.isoformat())
            states = own.states(*of)
            read_at, read_at_seven = own.oldest(*of), own.oldest(*of, begins)
        days = by_day(sums)
        seven = tuple(one for one in days if one.day >= first)
        return PlanOverview(
            plan,
            _missing(app, plan) if plan is not None else (),
            states,
            replace(period(sums, (EVER,), read_at), days=days),
            replace(
                period(sums, (one.day.isoformat() for one in seven), read_at_seven), days=seven
            ),
            self._weeks.get(plan_id or ""),
            today,
        )

    async def read(self, app_id: str, plan_id: str) -> PlanOverview:
        """Ask the service for the plan's figures of the last seven days; gives what is then known.

        The figures of its newest pushes are read as well, so that the two can be compared. Raises
        PlanRefused("gone"), and AskFailed when a platform could not be asked.
        """
        app, plan = self._app(app_id), self._plan(plan_id)
        began, today = self._clock.now(), self._today
        first = today - timedelta(days=WEEK_DAYS - 1)
        channels: list[ChannelFigures] = []
        for platform in app.platforms:
            known = plan.plan_id(platform)
            if known is not None:
                counted = await self._asking.plan_counters(app, platform, known, first, today)
                channels += week_of(platform, counted)
        if not any(plan.plan_id(platform) for platform in app.platforms):
            raise AskFailed("nothing_to_ask")
        await self._read_own(app, plan_id, first)
        self._weeks[plan_id] = Week(first, today, tuple(channels), began)
        return await self.overview(app_id, plan_id)

    # Inner works

    async def _read_own(self, app: App, plan_id: str, first: date) -> None:
        with self._database.reading() as conn:
            history = History(conn)
            found = PlanSums(conn).batches(app.id, app.access_ids, plan_id, READ_AGAIN_MAX)
            batches = [Batch(one, rows) for one in found if (rows := history.batch(one))]
        for batch in batches:
            if service_day(batch.when) < first:
                continue
            try:
                await self._asking.counters(batch)
            except AskFailed as failed:
                if failed.reason == "budget":
                    return

    async def close(self, grace_s: float = 2.0) -> None:
        """Give requests under way `grace_s` to end: their ids come once."""
        if self._requests:
            _, late = await asyncio.wait(self._requests, timeout=grace_s)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def _make(
        self,
        app: App,
        platforms: tuple[str, ...],
        name: str,
        description: str,
        keep: Callable[[dict[str, str]], None],
    ) -> PlanRefused | None:
        # A task of its own: a dialog that goes away must not lose an id that is on its way.
        made = plans.make(self._places, self._creations, app, platforms, name, description, keep)
        task = asyncio.get_running_loop().create_task(made)
        self._requests.add(task)
        task.add_done_callback(self._requests.discard)
        with self._skews.gathering():
            return await asyncio.shield(task)

    def _keeper(self, plan_id: str) -> Callable[[dict[str, str]], None]:
        def keep(ids: dict[str, str]) -> None:
            self._keep_ids(plan_id, ids)

        return keep

    def _new_plan(
        self,
        app: App,
        name: str,
        description: str,
        ids: Mapping[str, str],
        local_id: str | None = None,
    ) -> Plan:
        plan = Plan(
            id=local_id or new_id(),
            app_id=app.id,
            name=name,
            description=description,
            android_plan_id=ids.get("android"),
            ios_plan_id=ids.get("ios"),
            created_at=self._clock.now(),
        )
        with self._database.transaction() as conn:
            Plans(conn).add(plan)
        return plan

    def _keep_ids(self, plan_id: str, ids: Mapping[str, str]) -> Plan:
        with self._database.transaction() as conn:
            book = Plans(conn)
            plan = book.get(plan_id)  # anew: it may have been changed while the service answered
            if plan is None:
                raise PlanRefused("gone")
            plan = plans.with_ids(plan, ids)
            book.update(plan)
        return plan

    def _refuse_known(self, app_id: str, ids: Mapping[str, str]) -> None:
        with self._database.reading() as conn:
            for plan in Plans(conn).all(app_id):
                for platform, wanted in ids.items():
                    if plan.plan_id(platform) == wanted:
                        raise PlanRefused("id_known", platform=platform, plan=plan)

    def _changed(self, plan: Plan) -> Plan:
        with self._database.transaction() as conn:
            if not Plans(conn).update(plan):
                raise PlanRefused("gone")
        return plan

    def _plan(self, plan_id: str) -> Plan:
        with self._database.reading() as conn:
            plan = Plans(conn).get(plan_id)
        if plan is None:
            raise PlanRefused("gone")
        return plan

    def _app(self, app_id: str) -> App:
        with self._database.reading() as conn:
            app = Apps(conn).get(app_id)
        if app is None:
            raise PlanRefused("gone")
        return app

    def _left(self, app: App) -> int:
        return min(
            (self._creations.left(access_id) for access_id in app.access_ids),
            default=PLANS_PER_DAY,
        )

    def _lost(self, book: Plans, app: App, ids: Mapping[str, str]) -> str | None:
        """The local id that pushes gave to a plan of one of these ids, if the book lost it."""
        for platform, wanted in ids.items():
            access_id = app.access_id(platform)
            for local_id, body in book.lost([access_id] if access_id else ()).items():
                if wanted and _named(body) == wanted:
                    return local_id
        return None

    @property
    def _today(self) -> date:
        return service_day(self._clock.now())


def service_day(moment: datetime) -> date:
    """The day of an instant on the service's clock."""
    return moment.astimezone(SERVICE_ZONE).date()


def _missing(app: App, plan: Plan) -> tuple[str, ...]:
    return tuple(platform for platform in app.platforms if plan.plan_id(platform) is None)


def _named(body: bytes) -> str | None:
    try:
        data = json.loads(body)
    except ValueError:
        return None
    found = data.get("plan_id") if isinstance(data, dict) else None
    return found if isinstance(found, str) else None
