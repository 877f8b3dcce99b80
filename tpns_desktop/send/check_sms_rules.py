"""Checks of a template against what its kind, its site and its account may send.

Sources: tencent-cloud-sms 7 and 8. Whatever needs the book is silent where the book was not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tpns_desktop.client.sms_points import INTERNATIONAL
from tpns_desktop.model import sms_text
from tpns_desktop.send.examination import Context
from tpns_desktop.send.facts import Facts, text_at
from tpns_desktop.send.rule import Check, Found
from tpns_desktop.send.sms_facts import is_on, template_of, text_of_draft, values_of
from tpns_desktop.send.sms_people import countries_of, malaysian_messages


def _changed(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    template = template_of(draft, context.sms)
    chosen = text_at(draft, "sms", "template_text")
    # Nothing is kept of one that was typed by its id alone.
    if template is None or not chosen or not template.content or template.content == chosen:
        return
    yield Found("sms.template_id", {"was": chosen, "now": template.content})


def _value(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    limit = sms_text.INDIVIDUAL_VALUE_MAX
    for place, value in enumerate(values_of(draft), 1):
        if is_on(draft) and len(value) > limit:
            yield Found("sms.params", {"blank": place, "size": len(value), "limit": limit})
            return


def _opt_out(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    template = template_of(draft, context.sms)
    if template is None or template.kind != "marketing" or not template.content:
        return
    if not sms_text.has_opt_out(template.content):
        yield Found("sms.template_id")


def _variables(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    template = template_of(draft, context.sms)
    if template is None or template.site != INTERNATIONAL or template.international != 0:
        return
    # Templates for codes are exempt; of which kind one is, only a person can say.
    if template.kind != "code" and sms_text.blanks(template.content):
        known = template.kind in ("notice", "marketing")
        yield Found("sms.template_id", level="E" if known else "W")


def _malaysia(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
    made, there = text_of_draft(draft, context.sms), countries_of(facts)
    if made is None or there is None or not there.malaysia:
        return
    each = malaysian_messages(made)
    if each > made.length.messages:
        params = {"count": there.malaysia, "each": each, "elsewhere": made.length.messages}
        yield Found("sms.template_id", params)


CHECKS = (
    Check("sms.changed", "W", _changed, "take_words"),
    Check("sms.value", "N", _value),
    Check("sms.opt_out", "W", _opt_out),
    Check("sms.variables", "E", _variables),
    Check("sms.malaysia", "N", _malaysia),
)
