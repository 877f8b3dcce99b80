"""What happened before a practice world began: a month of pushes made elsewhere, and two plans.

The same for the same population and the same day. The pushes are read and routed as any other, so
their records and figures need no rules of their own; before the world began, time ran as in
earnest. Nothing of it is made before somebody asks.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from functools import partial
from itertools import islice
from random import Random
from typing import Final

from tpns_desktop.model.limits import SERVICE_ZONE

from . import bits
from .envelope import compact_bytes
from .order import read_order
from .packages import Upload
from .past import PACKAGE_ID, PAST, PLANS, Made
from .push import Ending
from .schedule import service_day
from .state import Application, World

_PACKAGE_PEOPLE: Final = 5000


def give_past(world: World, *, now: float) -> None:
    """Let ``world`` have had a life before ``now``, at which it begins."""
    world.timeline.begin(now)
    for application in world.applications.values():
        application.recall_past = partial(_live, application, world.population.seed, now)


def _live(application: Application, seed: int, began: float) -> None:
    platform = application.platform
    random = Random(f"{seed}/{platform}/past")
    midnight = datetime.combine(service_day(began), time(), SERVICE_ZONE)
    month_ago = (midnight - timedelta(days=30)).timestamp()
    plans = {
        key: application.add_plan(name, description, now=month_ago).plan_id
        for key, name, description in PLANS
    }
    people = bits.everyone(min(_PACKAGE_PEOPLE, application.people.count))
    application.uploads[PACKAGE_ID] = Upload(people.bit_length(), {0: people}, {}, None)
    collapse_ids: dict[str, int] = {}
    for made in PAST:
        second = random.randrange(60)
        if platform not in made.platforms:
            continue
        hour, minute = map(int, made.at.split(":"))
        day = midnight - timedelta(days=made.days_ago)
        created = (day + timedelta(hours=hour, minutes=minute, seconds=second)).timestamp()
        body = _body(made, application, plans, collapse_ids)
        if made.send_in_days is not None:
            body["send_time"] = f"{day + timedelta(days=made.send_in_days):%Y-%m-%d} 09:00:00"
        order = read_order(body, platform=platform, now=created, rules=application.rules)
        audience = application.audience(order, now=created)
        for push in application.take_in(order, compact_bytes(body), audience, now=created):
            push.source = made.source
            collapse_ids[made.title] = push.collapse_id
            if made.ended is not None:
                status, minutes = made.ended
                push.ending = Ending(status, created + minutes * 60)


def _body(
    made: Made,
    application: Application,
    plans: Mapping[str, str],
    collapse_ids: Mapping[str, int],
) -> dict[str, object]:
    more = dict(made.more)
    silent = bool(more.pop("silent", False))
    message: dict[str, object] = {"title": made.title, "content": made.content}
    body: dict[str, object] = {
        "audience_type": made.audience_type,
        "message_type": "message" if silent else "notify",
        "message": message,
        **made.target,
        **more,
    }
    if "people" in body:
        names = (
            application.people.account(0, person) for person in range(application.people.count)
        )
        count = body.pop("people")
        reached = (
            name
            for name in names
            if name and application.people.devices(0, name, application.platform)
        )
        assert isinstance(count, int)
        body["account_list"] = list(islice(reached, count))
    if application.platform == "ios":
        body["environment"] = "product"
        message["ios"] = {"aps": {"content-available": 1} if silent else {}}
    if made.plan:
        body["plan_id"] = plans[made.plan]
    if made.replaces:
        body["collapse_id"] = collapse_ids[made.replaces]
    return body
