"""Checks of the plan of a push, and of what was sent before.

Sources: design/checks.md, sending.md 2.5.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from tpns_desktop.model.limits import SAME_BROADCAST_S
from tpns_desktop.send.examination import Context, RecentPush
from tpns_desktop.send.facts import Facts, text_at
from tpns_desktop.send.rule import Check, Found

SAME_WINDOW = timedelta(hours=24)
SIMILAR_WINDOW = timedelta(minutes=10)
EVERYONE_WINDOW = timedelta(seconds=SAME_BROADCAST_S)

GUARDED = frozenset({"confirmed", "held", "sending", "accepted", "unknown"})
"""States in which a push has been, may have been or is about to be sent."""

WAITING = frozenset({"confirmed", "held"})
"""Of these, those in which it is about to be: at any moment, however long ago it was confirmed."""


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
    return unsettled(context.recent, facts.fingerprints.values())


def unsettled(recent: Iterable[RecentPush], fingerprints: Collection[str]) -> RecentPush | None:
    """The very same push, of whatever age, of which nobody knows whether it went out."""
    found = [p for p in recent if p.state == "unknown" and p.fingerprint in fingerprints]
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
    return same_push(context.recent, facts.fingerprints.values(), facts.now)


def same_push(
    recent: Collection[RecentPush], fingerprints: Collection[str], now: datetime
) -> RecentPush | None:
    """The very same push, of the last day or still waiting to leave."""
    waiting = (p for p in recent if p.state in WAITING and p.fingerprint in fingerprints)
    newest = newest_of(recent, now, SAME_WINDOW, lambda push: push.fingerprint in fingerprints)
    return newest or max(waiting, key=lambda push: push.at, default=None)


def _again(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    tries = [
        found
        for fingerprint in set(facts.fingerprints.values())
        if (found := unproven(context.recent, fingerprint, facts.now)) is not None
    ]
    if tries and _unsettled(context, facts) is None:
        yield Found("message.title", _about(max(tries, key=lambda push: push.at), facts))


def unproven(recent: Iterable[RecentPush], fingerprint: str, now: datetime) -> RecentPush | None:
    """The last try of this very push, where nothing but a look or a person's word says no."""
    tries = [push for push in recent if push.fingerprint == fingerprint]
    last = max(tries, key=lambda push: push.at, default=None)
    # A late answer of the service is proof.
    if last is None or last.state != "not_found" or last.settled_by == "answer":
        return None
    return last if now - last.at < SAME_WINDOW else None


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


def _newest(
    context: Context, facts: Facts, window: timedelta, fits: Callable[[RecentPush], bool]
) -> RecentPush | None:
    return newest_of(context.recent, facts.now, window, fits)


def newest_of(
    recent: Iterable[RecentPush],
    now: datetime,
    window: timedelta,
    fits: Callable[[RecentPush], bool],
) -> RecentPush | None:
    """The newest that left, may have or is about to, within `window`, and that `fits`."""
    found = [
        push for push in recent if push.state in GUARDED and now - push.at < window and fits(push)
    ]
    return max(found, key=lambda push: push.at, default=None)


def _about(push: RecentPush, facts: Facts) -> dict[str, Any]:
    return about(push, facts.now)


def about(push: RecentPush, now: datetime) -> dict[str, Any]:
    """What a sentence about an earlier push says."""
    minutes = max(0, int((now - push.at).total_seconds() // 60))
    return {"at": push.at, "minutes": minutes, "batch_id": push.batch_id, "state": push.state}


CHECKS = (
    Check("plan.none", "N", _plan_none, "choose_plan"),
    Check("plan.platform", "E", _plan_platform, "choose_plan"),
    Check("dup.unknown", "E", _unknown, "open_push"),
    Check("dup.recent", "E", _recent, "open_push"),
    Check("dup.again", "W", _again, "open_push"),
    Check("dup.similar", "W", _similar, "open_push"),
    Check("dup.everyone_hour", "E", _everyone_hour, "open_push"),
)
