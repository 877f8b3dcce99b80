"""Checks of the text message that follows a push which did not arrive (design/checks.md)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tpns_desktop.model.limits import (
    EXPIRE_S_RAISED_TO,
    SMS_DELAY_S_MIN,
    SMS_PER_NUMBER_AND_DAY,
    SMS_PER_NUMBER_AND_DAY_NEWER,
    SMS_SAME_TEXT_S,
)
from tpns_desktop.send.examination import Context
from tpns_desktop.send.facts import Facts, text_at, value_at
from tpns_desktop.send.rule import Check, Found, whole
from tpns_desktop.send.sms_facts import is_on, text_of_draft
from tpns_desktop.send.sms_people import messages_for, people_of


def _delay(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    seconds = whole(text_at(draft, "sms", "delay_s"))
    if is_on(draft) and (seconds is None or seconds < SMS_DELAY_S_MIN):
        yield Found("sms.delay_s", {"delay_s": seconds, "limit_s": SMS_DELAY_S_MIN})


def _expiry(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    waits = whole(text_at(draft, "sms", "delay_s"))
    kept = whole(text_at(draft, "schedule", "expire_s"))
    if not is_on(draft) or waits is None or kept is None:
        return
    # What the service raises counts as raised (5.6).
    if waits > (max(kept, EXPIRE_S_RAISED_TO) if kept else 0):
        yield Found("sms.delay_s", {"delay_s": waits, "kept_s": kept})


def _template(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    if not is_on(draft):
        return
    for name in ("template_id", "app_id"):
        if not text_at(draft, "sms", name).strip():
            yield Found(f"sms.{name}")


def _params(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    params = value_at(draft, "sms", "params")
    if not is_on(draft) or not isinstance(params, list):
        return
    blanks = [
        place
        for place, text in enumerate(params, 1)
        if not isinstance(text, str) or not text.strip()
    ]
    if blanks:
        yield Found("sms.params", {"blank": blanks[0], "count": len(blanks), "total": len(params)})


def _cost(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    # Practice charges nobody.
    if not is_on(draft) or context.app.practice or facts.audience.kind is None:
        return
    people, made = people_of(facts, context), text_of_draft(draft, context.sms)
    if people is None:
        yield Found("sms.on", {"count": 0, "state": "unknown"})
        return
    params: dict[str, Any] = {"count": people.count}
    state = facts.audience.kind
    if people.source:
        state = "reach"
        params |= {"source": people.source, "day": people.day, "read": people.at}
    if made is not None:
        state = f"{state}_each"
        total = messages_for(made, people, facts)
        params |= {"each": made.length.messages, "total": total}
    yield Found("sms.on", params | {"state": state})


def _limits(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    if is_on(draft):
        yield Found(
            "sms.on",
            {
                "seconds": SMS_SAME_TEXT_S,
                "limit": SMS_PER_NUMBER_AND_DAY,
                "least": SMS_PER_NUMBER_AND_DAY_NEWER,
            },
        )


CHECKS = (
    Check("sms.delay", "E", _delay, "set_delay"),
    Check("sms.expiry", "W", _expiry, "match_times"),
    Check("sms.template", "E", _template),
    Check("sms.params", "W", _params),
    Check("sms.cost", "W", _cost),
    Check("sms.limits", "N", _limits),
)
