"""Checks of when and how a push leaves: time, SMS, plan, and what was sent before.

Sources: design/checks.md, sending.md 2.5.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

from tpns_desktop.model.draft import may_be_scheduled
from tpns_desktop.model.limits import SAME_BROADCAST_S, SCHEDULE_DAYS_MAX, SMS_DELAY_S_MIN
from tpns_desktop.send.connect import CLOCK_WARN_S
from tpns_desktop.send.examination import Context, RecentPush
from tpns_desktop.send.facts import Facts, text_at, value_at
from tpns_desktop.send.rule import Check, Found

AHEAD_MIN = timedelta(minutes=5)
"""Nearer times are refused: TPNS sends what is past at once."""
FAR = timedelta(days=SCHEDULE_DAYS_MAX)

SAME_WINDOW = timedelta(hours=24)
SIMILAR_WINDOW = timedelta(minutes=10)
EVERYONE_WINDOW = timedelta(seconds=SAME_BROADCAST_S)

CLOCK_OFF_S = 300.0
"""Signatures carry the time, and a time that is set by a wrong clock is another time (sending.md
6). How much the service tolerates is not documented."""

GUARDED = frozenset({"confirmed", "held", "sending", "accepted", "unknown"})
"""States in which a push has been, may have been or is about to be sent."""

WAITING = frozenset({"confirmed", "held"})
"""Of these, those in which it is about to be: at any moment, however long ago it was confirmed."""


def _target(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    # A time chosen before the audience changed is never dropped silently: it would leave at once.
    kind, listed = facts.audience.kind, facts.chosen.kind if facts.chosen is not None else None
    planned = value_at(draft, "schedule", "kind") == "at"
    if planned and kind is not None and not may_be_scheduled(kind, listed):
        yield Found("schedule.kind")


def _past(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    if facts.send_at is not None and facts.send_at <= facts.now + AHEAD_MIN:
        yield Found("schedule.at", {"at": facts.send_at})


def _far(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    if facts.send_at is not None and facts.send_at > facts.now + FAR:
        yield Found("schedule.at", {"at": facts.send_at, "days": SCHEDULE_DAYS_MAX})


def _clock(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    if CLOCK_WARN_S < abs(context.clock_skew_s or 0.0) <= CLOCK_OFF_S:
        yield Found("schedule.kind", _minutes_off(context))


def _clock_off(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    if abs(context.clock_skew_s or 0.0) > CLOCK_OFF_S:
        yield Found("schedule.kind", _minutes_off(context))


def _minutes_off(context: Context) -> dict[str, Any]:
    return {"minutes": max(1, round(abs(context.clock_skew_s or 0.0) / 60))}


def _sms_delay(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    text = text_at(draft, "sms", "delay_s").strip()
    seconds = int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else None
    if value_at(draft, "sms", "on") and (seconds is None or seconds < SMS_DELAY_S_MIN):
        yield Found("sms.delay_s", {"delay_s": seconds, "limit_s": SMS_DELAY_S_MIN})


def _sms_template(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    if not value_at(draft, "sms", "on"):
        return
    for name in ("template_id", "app_id"):
        if not text_at(draft, "sms", name).strip():
            yield Found(f"sms.{name}")


def _sms_params(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    params = value_at(draft, "sms", "params")
    if not value_at(draft, "sms", "on") or not isinstance(params, list):
        return
    blanks = [
        place
        for place, text in enumerate(params, 1)
        if not isinstance(text, str) or not text.strip()
    ]
    if blanks:
        yield Found("sms.params", {"blank": blanks[0], "count": len(blanks), "total": len(params)})


def _plan_none(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    if draft.get("plan") is None:
        yield Found("plan")


def _plan_platform(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    chosen = draft.get("plan")
    if chosen is None:
        return
    # A plan of another app, or one that is gone, exists on no platform of this one.
    plan = context.plan if context.plan is not None and context.plan.id == chosen else None
    for platform in facts.platforms or context.app.platforms:
        if plan is None or not plan.plan_id(platform):
            yield Found("plan", {"plan": plan.name if plan else ""}, platform=platform)


def _unknown(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    earlier = _unsettled(context, facts)
    if earlier is not None:
        yield Found("message.title", _about(earlier, facts))


def _unsettled(context: Context, facts: Facts) -> RecentPush | None:
    """The very same push, of whatever age, of which nobody knows whether it went out."""
    same = set(facts.fingerprints.values())
    found = [p for p in context.recent if p.state == "unknown" and p.fingerprint in same]
    return max(found, key=lambda push: push.at, default=None)


def _recent(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    earlier = _same(context, facts)
    # What is unsettled must be settled first, and cannot be overruled: that speaks alone.
    if earlier is None or _unsettled(context, facts) is not None:
        return
    # The hour rule says the same and cannot be overruled either.
    if _broadcast(draft, context, facts) is None:
        yield Found("message.title", _about(earlier, facts))


def _same(context: Context, facts: Facts) -> RecentPush | None:
    """The very same push, of the last day or still waiting to leave."""
    same = set(facts.fingerprints.values())
    waiting = (p for p in context.recent if p.state in WAITING and p.fingerprint in same)
    newest = _newest(context, facts, SAME_WINDOW, lambda push: push.fingerprint in same)
    return newest or max(waiting, key=lambda push: push.at, default=None)


def _again(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    tries = [
        found
        for fingerprint in set(facts.fingerprints.values())
        if (found := _unproven(context, facts, fingerprint)) is not None
    ]
    if tries and _unsettled(context, facts) is None:
        yield Found("message.title", _about(max(tries, key=lambda push: push.at), facts))


def _unproven(context: Context, facts: Facts, fingerprint: str) -> RecentPush | None:
    """The last try of this very push, where nothing but a look or a person's word says no."""
    tries = [push for push in context.recent if push.fingerprint == fingerprint]
    last = max(tries, key=lambda push: push.at, default=None)
    # A late answer of the service is proof.
    if last is None or last.state != "not_found" or last.settled_by == "answer":
        return None
    return last if facts.now - last.at < SAME_WINDOW else None


def _similar(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    title = text_at(draft, "message", "title").strip()

    def alike(push: RecentPush) -> bool:
        return push.audience_digest == facts.audience.digest and push.title.strip() == title

    if not title or facts.audience.kind is None or _broadcast(draft, context, facts) is not None:
        return
    if _unsettled(context, facts) is not None:
        return
    if _same(context, facts) is not None:
        return
    earlier = _newest(context, facts, SIMILAR_WINDOW, alike)
    if earlier is not None:
        yield Found("message.title", _about(earlier, facts))


def _everyone_hour(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    earlier = _broadcast(draft, context, facts)
    if earlier is not None and _unsettled(context, facts) is None:
        params = {**_about(earlier, facts), "next_at": earlier.at + EVERYONE_WINDOW}
        yield Found("message.title", params)


def _broadcast(draft: Mapping[str, Any], context: Context, facts: Facts) -> RecentPush | None:
    """The same text to everyone within the hour, on a platform that is meant now."""
    if facts.audience.kind != "all":
        return None
    title, content = (text_at(draft, "message", name) for name in ("title", "content"))

    def same(push: RecentPush) -> bool:
        return (
            push.audience_kind == "all"
            and push.platform in facts.platforms
            and push.title == title
            and push.content == content
        )

    return _newest(context, facts, EVERYONE_WINDOW, same)


def _newest(context: Context, facts: Facts, window: timedelta, fits: Any) -> RecentPush | None:
    found = [
        push
        for push in context.recent
        if push.state in GUARDED and facts.now - push.at < window and fits(push)
    ]
    return max(found, key=lambda push: push.at, default=None)


def _about(push: RecentPush, facts: Facts) -> dict[str, Any]:
    minutes = max(0, int((facts.now - push.at).total_seconds() // 60))
    return {"at": push.at, "minutes": minutes, "batch_id": push.batch_id, "state": push.state}


CHECKS = (
    Check("time.target", "E", _target, "send_now"),
    Check("time.past", "E", _past, "pick_time"),
    Check("time.far", "E", _far, "pick_time"),
    Check("time.clock", "W", _clock, "check_clock"),
    Check("time.clock_off", "E", _clock_off, "check_clock"),
    Check("sms.delay", "E", _sms_delay, "set_delay"),
    Check("sms.template", "E", _sms_template),
    Check("sms.params", "W", _sms_params),
    Check("plan.none", "N", _plan_none, "choose_plan"),
    Check("plan.platform", "E", _plan_platform, "choose_plan"),
    Check("dup.unknown", "E", _unknown, "open_push"),
    Check("dup.recent", "E", _recent, "open_push"),
    Check("dup.again", "W", _again, "open_push"),
    Check("dup.similar", "W", _similar, "open_push"),
    Check("dup.everyone_hour", "E", _everyone_hour, "open_push"),
)
