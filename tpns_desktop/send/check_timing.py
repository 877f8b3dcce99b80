"""Checks of when a push leaves, how long it is tried, over what, and what it takes the place of.

Sources: design/checks.md; TPNS REST fact sheet, 5.6 and 5.8.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, time, timedelta
from typing import Any, Final

from tpns_desktop.model.draft import may_be_scheduled
from tpns_desktop.model.limits import (
    EXPIRE_S_MAX,
    EXPIRE_S_RAISED_TO,
    PUSH_SPEED_MAX,
    PUSH_SPEED_MIN,
    SCHEDULE_DAYS_MAX,
)
from tpns_desktop.send.connect import CLOCK_WARN_S
from tpns_desktop.send.examination import Context
from tpns_desktop.send.facts import Facts, text_at, value_at
from tpns_desktop.send.quiet import QuietHours
from tpns_desktop.send.refused import refusals
from tpns_desktop.send.rule import Check, Found, is_live, notifies, whole

AHEAD_MIN = timedelta(minutes=5)
"""Nearer times are refused: TPNS sends what is past at once."""
FAR = timedelta(days=SCHEDULE_DAYS_MAX)

CLOCK_OFF_S = 300.0
"""Signatures carry the time, and a time that is set by a wrong clock is another time (sending.md
6). How much the service tolerates is not documented."""

NIGHT: Final = QuietHours(time(22), time(8))
"""When people sleep; ours, on the service's clock."""
MORNING: Final = time(9)
"""Where the button moves it to."""

_LOOP = ("start", "end", "times")


def _broadcast(facts: Facts) -> bool:
    """Whether TPNS plans, slows down and replaces pushes to this audience."""
    listed = facts.chosen.kind if facts.chosen is not None else None
    return may_be_scheduled(facts.audience.kind, listed)


def _target(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    # A time chosen before the audience changed is never dropped silently: it would leave at once.
    planned = value_at(draft, "schedule", "kind") in ("at", "loop")
    if planned and facts.audience.kind is not None and not _broadcast(facts):
        yield Found("schedule.kind")


def _past(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    if facts.send_at is not None and facts.send_at <= facts.now + AHEAD_MIN:
        yield Found("schedule.at", {"at": facts.send_at})
    if facts.runs and facts.runs[-1] <= facts.now + AHEAD_MIN:
        yield Found("schedule.loop.end")  # its only run is too near to be planned
    for refusal in refusals(draft, facts.problems, (f"schedule.loop.{name}" for name in _LOOP)):
        if refusal.reason == "too_early" and not _turned(draft, refusal.field):
            yield Found(refusal.field)


def _far(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    if facts.send_at is not None and facts.send_at > facts.now + FAR:
        yield Found("schedule.at", {"at": facts.send_at, "days": SCHEDULE_DAYS_MAX})
    for refusal in refusals(draft, facts.problems, ("schedule.loop.start", "schedule.loop.end")):
        if refusal.reason == "too_late":
            yield Found(refusal.field, {"days": SCHEDULE_DAYS_MAX})


def _turned(draft: Mapping[str, Any], field: str) -> bool:
    """Whether the last day is blamed for being before the first."""
    start, end = (text_at(draft, "schedule", "loop", name).strip() for name in ("start", "end"))
    return field == "schedule.loop.end" and end < start


def _dates(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    for refusal in refusals(draft, facts.problems, ("schedule.loop.start", "schedule.loop.end")):
        if refusal.reason in ("required", "bad_format"):
            yield Found(refusal.field)
        elif refusal.reason == "too_early" and _turned(draft, refusal.field):
            yield Found(refusal.field, {"state": "turned"})


def _days(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    for refusal in refusals(draft, facts.problems, ("schedule.loop.days",)):
        if refusal.reason in ("required", "empty", "not_allowed"):
            yield Found(refusal.field)


def _times(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    for refusal in refusals(draft, facts.problems, ("schedule.loop.times",)):
        if refusal.reason in ("required", "empty", "bad_format", "repeated"):
            # An editor offers times only; a stored draft may hold one that stands twice.
            yield Found(refusal.field, {"state": refusal.reason})


def _never(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    loops = value_at(draft, "schedule", "kind") == "loop" and _broadcast(facts)
    if loops and not facts.runs and facts.bodies:
        yield Found("schedule.loop.days")


def _night(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    # Silent messages wake nobody, nor does what reaches test builds alone.
    if not notifies(draft) or not is_live(context, facts.platforms):
        return
    if facts.audience.kind is None or not facts.bodies:
        return
    moments = _moments(draft, facts)
    # Settings ask for a reason in hours of a person's own choice: that says it already.
    quiet = context.quiet
    asleep = [
        moment
        for moment in moments
        if NIGHT.holds(moment) and not (quiet is not None and quiet.holds(moment))
    ]
    if asleep:
        can_move = _broadcast(facts)
        params = {"time": f"{asleep[0]:%H:%M}", "to": _morning(facts).strftime("%Y-%m-%dT%H:%M")}
        yield Found("schedule.kind", params, fix=None if can_move else "")


def _moments(draft: Mapping[str, Any], facts: Facts) -> list[time]:
    """The times of day at which it leaves, on the service's clock."""
    if not facts.runs:
        return [facts.sends_on.time()]
    times = value_at(draft, "schedule", "loop", "times")
    given = times if isinstance(times, list) else ()
    return [at for text in given if (at := _time(text)) is not None]


def by_day(times: object) -> list[str]:
    """The texts of a loop's times, those of the night moved to the morning, each once."""
    given = times if isinstance(times, list) else []
    moved = (
        f"{MORNING:%H:%M}" if (at := _time(text)) is not None and NIGHT.holds(at) else text
        for text in given
    )
    return list(dict.fromkeys(moved))


def _time(text: object) -> time | None:
    try:
        return time.fromisoformat(text.strip()) if isinstance(text, str) else None
    except ValueError:
        return None


def _morning(facts: Facts) -> datetime:
    """The end of that night, on the service's clock."""
    moment = facts.sends_on
    day = moment.date() + timedelta(days=1 if moment.time() >= NIGHT.start else 0)
    return datetime.combine(day, MORNING, moment.tzinfo)


def _clock(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    if CLOCK_WARN_S < abs(context.clock_skew_s or 0.0) <= CLOCK_OFF_S:
        yield Found("schedule.kind", _minutes_off(context))


def _clock_off(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    if abs(context.clock_skew_s or 0.0) > CLOCK_OFF_S:
        yield Found("schedule.kind", _minutes_off(context))


def _minutes_off(context: Context) -> dict[str, Any]:
    return {"minutes": max(1, round(abs(context.clock_skew_s or 0.0) / 60))}


def _speed(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    speed = text_at(draft, "schedule", "speed").strip()
    if not speed or not _broadcast(facts):
        return
    a_second = whole(speed)
    if a_second is None or not PUSH_SPEED_MIN <= a_second <= PUSH_SPEED_MAX:
        nearest = PUSH_SPEED_MIN if a_second is None else PUSH_SPEED_MAX
        if a_second is not None and a_second < PUSH_SPEED_MIN:
            nearest = PUSH_SPEED_MIN
        params = {"least": PUSH_SPEED_MIN, "most": PUSH_SPEED_MAX, "nearest": nearest}
        yield Found("schedule.speed", params)


def _expire(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    kept = whole(text_at(draft, "schedule", "expire_s"))
    if kept is None or kept > EXPIRE_S_MAX:
        yield Found("schedule.expire_s", {"hours": EXPIRE_S_MAX // 3600})


def _expire_raised(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    kept = whole(text_at(draft, "schedule", "expire_s"))
    if kept is not None and 0 < kept < EXPIRE_S_RAISED_TO:
        yield Found("schedule.expire_s", {"kept_s": kept, "raised_s": EXPIRE_S_RAISED_TO})


def _expire_online(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    if whole(text_at(draft, "schedule", "expire_s")) == 0:
        yield Found("schedule.expire_s")


def _channels(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    for refusal in refusals(draft, facts.problems, ("schedule.channels_off",)):
        if refusal.reason == "excluded":
            yield Found("schedule.channels_off", platform=refusal.platform)


def _replaced_id(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    fields = tuple(f"schedule.replaces.{platform}" for platform in ("android", "ios"))
    for refusal in refusals(draft, facts.problems, fields):
        if refusal.reason in ("bad_type", "too_small", "too_large"):
            yield Found(refusal.field)


def _replaced_both(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    replaced = text_at(draft, "schedule", "replaces", "android").strip()
    if replaced and "android" in facts.platforms and _broadcast(facts):
        forced = value_at(draft, "schedule", "force_replace") is True
        yield Found("schedule.replaces", {"state": "both" if forced else "without"})


def _replaced_partly(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    if not _broadcast(facts):
        return
    new = [p for p in facts.platforms if not text_at(draft, "schedule", "replaces", p).strip()]
    if len(new) == 1 < len(facts.platforms):
        yield Found("schedule.replaces", {"state": new[0]})


CHECKS = (
    Check("time.target", "E", _target, "send_now"),
    Check("time.past", "E", _past, "pick_time"),
    Check("time.far", "E", _far, "pick_time"),
    Check("time.loop_dates", "E", _dates, "pick_time"),
    Check("time.loop_days", "E", _days),
    Check("time.loop_times", "E", _times),
    Check("time.loop_never", "E", _never),
    Check("time.night", "W", _night, "move_to_morning"),
    Check("time.clock", "W", _clock, "check_clock"),
    Check("time.clock_off", "E", _clock_off, "check_clock"),
    Check("time.speed", "E", _speed, "set_speed"),
    Check("time.expire", "E", _expire, "set_expiry"),
    Check("time.expire_raised", "N", _expire_raised),
    Check("time.expire_online", "N", _expire_online),
    Check("channels.none", "E", _channels, "all_channels"),
    Check("replace.id", "E", _replaced_id),
    Check("replace.partly", "W", _replaced_partly),
    Check("replace.oppo_vivo", "N", _replaced_both),
)
