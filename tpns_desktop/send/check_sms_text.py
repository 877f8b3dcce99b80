"""Checks of what a text message says and whether it may: blanks, approval, sides, hours, money.

Sources: tencent-cloud-sms 6 to 9. Whatever needs the book is silent where the book was not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final

from tpns_desktop.model import sms_text
from tpns_desktop.model.cloud_sms import BOTH, USABLE
from tpns_desktop.send.examination import Context, Level
from tpns_desktop.send.facts import Facts, text_at
from tpns_desktop.send.quiet import QuietHours
from tpns_desktop.send.rule import Check, Found, whole
from tpns_desktop.send.sms_facts import (
    is_on,
    side_of,
    template_of,
    text_of_draft,
    values_of,
)
from tpns_desktop.send.sms_people import countries_of, has_numbers, messages_for, people_of

if TYPE_CHECKING:
    from tpns_desktop.store.sms_book import SmsSignature

CLOSED: Final = QuietHours(time(22), time(8))
"""When no marketing text may go out (tencent-cloud-sms 7), on the service's clock."""


def _signature(draft: Mapping[str, Any], context: Context) -> SmsSignature | None:
    if context.sms is None or not is_on(draft):
        return None
    template = template_of(draft, context.sms)
    known = template.international if template is not None else None
    side = None if known in (None, BOTH) else known == 1
    return context.sms.signature(text_at(draft, "sms", "sign_name").strip(), side)


def _blanks(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    template = template_of(draft, context.sms)
    if template is None or not template.content:
        return
    wanted, given = len(sms_text.blanks(template.content)), len(values_of(draft))
    if not sms_text.numbered_right(template.content):
        yield Found("sms.template_id", {"state": "gaps"})
    elif sms_text.only_blanks(template.content):
        yield Found("sms.template_id", {"state": "only"})
    elif wanted != given:
        yield Found("sms.params", {"state": "count", "wanted": wanted, "given": given})


def _approved(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    template, signature = template_of(draft, context.sms), _signature(draft, context)
    if template is not None and template.status not in (None, USABLE):
        yield Found("sms.template_id", {"name": template.name or template.template_id})
    if signature is not None and signature.status not in (None, USABLE):
        yield Found("sms.sign_name", {"name": signature.name})


def _typed(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    if context.sms is None or not is_on(draft):
        return
    template, signature = template_of(draft, context.sms), _signature(draft, context)
    if text_at(draft, "sms", "template_id").strip() and (
        template is None or template.status is None
    ):
        yield Found("sms.template_id")
    if text_at(draft, "sms", "sign_name").strip() and (
        signature is None or signature.status is None
    ):
        yield Found("sms.sign_name")


def _side(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    template, signature = template_of(draft, context.sms), _signature(draft, context)
    if template is None:
        return
    fixed = template.international if template.international in (0, 1) else None
    if signature is not None and fixed is not None and signature.international != (fixed == 1):
        state = "global_template" if fixed else "mainland_template"
        yield Found("sms.sign_name", {"state": state})
    side = side_of(template, signature)
    if side is None or template.international == BOTH:
        return
    there = countries_of(facts)
    if there is None:
        if has_numbers(facts) and facts.chosen is not None:
            yield Found("sms.template_id", {"state": "not_counted"}, level="N")
        return
    away = there.mainland if side else there.abroad
    if away:
        state = "global_text" if side else "mainland_text"
        # Those of the right side get theirs.
        level: Level = "E" if away == there.total else "W"
        yield Found("sms.template_id", {"state": state, "count": away}, level=level)


def _url(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    places = [place for place, one in enumerate(values_of(draft), 1) if sms_text.has_url(one)]
    if is_on(draft) and places:
        yield Found("sms.params", {"blank": places[0]})


def _code(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    template = template_of(draft, context.sms)
    if template is None or template.kind != "code":
        return
    places = [p for p, one in enumerate(values_of(draft), 1) if not sms_text.fits_code(one)]
    if places:
        yield Found("sms.params", {"blank": places[0], "limit": sms_text.CODE_DIGITS_MAX})


def _signed(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    if not is_on(draft):
        return
    name = text_at(draft, "sms", "sign_name").strip()
    template = template_of(draft, context.sms)
    side = template.international == 1 if template is not None else False
    most = sms_text.SIGNATURE_MAX[side]
    if not name:
        if template is not None and template.international == 0:
            yield Found("sms.sign_name", {"state": "missing"})
    elif name[0] in "【[" or name[-1] in "】]":
        yield Found("sms.sign_name", {"state": "brackets"})
    elif not sms_text.SIGNATURE_MIN <= len(name) <= most:
        params = {"state": "length", "least": sms_text.SIGNATURE_MIN, "most": most}
        yield Found("sms.sign_name", params, level="W")


def _length(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    made = text_of_draft(draft, context.sms)
    if made is None or len(made.text) <= sms_text.CHARACTERS_WARN:
        return
    over = len(made.text) > sms_text.CHARACTERS_MAX
    limit = sms_text.CHARACTERS_MAX if over else sms_text.CHARACTERS_WARN
    yield Found(
        "sms.template_id",
        {"size": len(made.text), "limit": limit, "state": "over" if over else "long"},
        level="E" if over else "W",
    )


def _hours(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    waits = whole(text_at(draft, "sms", "delay_s"))
    if not is_on(draft) or waits is None or facts.audience.kind is None:
        return
    template = template_of(draft, context.sms)
    marketing = template is not None and template.kind == "marketing"
    if context.app.practice and not marketing:
        return
    for leaves in facts.runs or (facts.sends_on,):
        due = leaves + timedelta(seconds=waits)
        if not CLOSED.holds(due.time()):
            continue
        opens = datetime.combine(due.date(), CLOSED.end, due.tzinfo)
        opens += timedelta(days=1 if due.time() >= CLOSED.start else 0)
        needed = int((opens - leaves).total_seconds())
        yield Found(
            "sms.delay_s",
            {
                "leaves": f"{leaves:%H:%M}",
                "due": f"{due:%H:%M}",
                "wait": str(-(-needed // 60) * 60),
                "state": "marketing" if marketing else "night",
            },
            level="E" if marketing else "W",
        )
        return


def _balance(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    made, people = text_of_draft(draft, context.sms), people_of(facts, context)
    if made is None or people is None or context.sms is None:
        return
    app = context.sms.app(text_at(draft, "sms", "app_id").strip())
    total = messages_for(made, people, facts)
    if app is not None and app.balance is not None and app.balance < total:
        yield Found("sms.app_id", {"total": total, "left": app.balance})


CHECKS = (
    Check("sms.blanks", "E", _blanks),
    Check("sms.approved", "E", _approved),
    Check("sms.typed", "N", _typed),
    Check("sms.side", "E", _side),
    Check("sms.url", "E", _url),
    Check("sms.code", "E", _code),
    Check("sms.signature", "E", _signed),
    Check("sms.length", "W", _length),
    Check("sms.hours", "W", _hours, "wait_until_open"),
    Check("sms.balance", "W", _balance),
)
