"""When the runs of a confirmed push start, by the very bytes that were confirmed.

A push has one run; a repeated one has a run for each of its times, and the service gives each a
push id of its own (tpns-rest.md 5.9). Which id is which run is not described: in the order of time
(inferred), and only where there are as many ids as runs.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from tpns_desktop.model.runs import next_runs

if TYPE_CHECKING:
    from tpns_desktop.store.history import PushRow

EXPIRE_S: Final = 86400
"""How long the service keeps a push for phones that are off, where it is not told (5.6)."""

_ALL: Final = 100_000


@dataclass(frozen=True)
class Plan:
    """What the frozen bytes say about time and people."""

    audience: str
    """`audience_type`; empty when the bytes cannot be read."""
    repeats: bool
    runs: tuple[datetime, ...]
    """Aware; of the service's zone where a time was given."""
    expire_s: int
    scheduled: bool
    """Whether a time was given."""
    replaces: bool
    """Whether it names the push that it replaces."""


@dataclass(frozen=True)
class Run:
    """One start of one push."""

    push_id: str | None
    at: datetime | None
    """None: which run has this id is not known."""


def plan_of(row: PushRow) -> Plan:
    """Read a row's bytes; what cannot be read says nothing."""
    try:
        data = json.loads(row.body)
    except ValueError:
        data = None
    body: dict[str, Any] = data if isinstance(data, dict) else {}
    loop = body.get("loop_param")
    began = row.schedule_at or row.sent_at or row.created_at
    runs: tuple[datetime, ...] = (began,)
    if isinstance(loop, dict):
        begin = row.sent_at or row.created_at
        runs = tuple(next_runs(as_drafted(loop), begin - timedelta(seconds=1), _ALL))
    expire = body.get("expire_time")
    return Plan(
        audience=str(body.get("audience_type") or ""),
        repeats=isinstance(loop, dict),
        runs=runs,
        expire_s=expire if isinstance(expire, int) else EXPIRE_S,
        scheduled=isinstance(loop, dict) or row.schedule_at is not None,
        replaces=bool(body.get("collapse_id")),
    )


def runs_of(row: PushRow, plan: Plan) -> tuple[Run, ...]:
    """The runs of a row, each with its push id as far as it is known; at least one."""
    ids: tuple[str | None, ...] = row.push_ids or (None,)
    if not plan.repeats:
        return tuple(Run(push_id, plan.runs[0]) for push_id in ids)
    if len(ids) == len(plan.runs):
        return tuple(Run(push_id, at) for push_id, at in zip(ids, plan.runs, strict=True))
    if not row.push_ids:
        return tuple(Run(None, at) for at in plan.runs) or (Run(None, None),)
    return tuple(Run(push_id, None) for push_id in ids)


def as_drafted(loop: Mapping[str, Any]) -> dict[str, Any]:
    """A `loop_param` as `schedule.loop` of a draft has it."""
    days, times = loop.get("loopDayIndexs"), loop.get("dayTimes")
    return {
        "every": str(loop.get("loopType") or ""),
        "days": [str(day) for day in days] if isinstance(days, list) else [],
        "times": [str(time) for time in times] if isinstance(times, list) else [],
        "start": str(loop.get("startDate") or ""),
        "end": str(loop.get("endDate") or ""),
    }
