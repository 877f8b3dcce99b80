"""The checks of a draft, as data, and the one function that runs them.

The panel beside the form, the review page and the confirmation all run this same list. It is a
table of ids, levels and rules; a rule knows no widget and says no word: what it found is an id with
numbers, and `ui` has the sentences. Source: design/checks.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tpns_desktop.send import (
    blame,
    check_audience,
    check_files,
    check_links,
    check_message,
    check_options,
    check_sending,
    check_sms,
    check_sms_rules,
    check_sms_text,
    check_tests,
    check_timing,
)
from tpns_desktop.send.examination import (
    AudienceSummary,
    Context,
    Examination,
    Finding,
    Level,
    RecentPush,
    RecentTest,
)
from tpns_desktop.send.facts import Facts, facts_about, value_at
from tpns_desktop.send.levels import level_of
from tpns_desktop.send.rule import Check, is_live

__all__ = [
    "CHECKS",
    "AudienceSummary",
    "Context",
    "Examination",
    "Finding",
    "Level",
    "RecentPush",
    "RecentTest",
    "examine",
    "is_live",
]

CHECKS: tuple[Check, ...] = (
    *check_audience.CHECKS,
    *check_files.CHECKS,
    *check_message.CHECKS,
    *check_links.CHECKS,
    *check_options.CHECKS,
    *check_timing.CHECKS,
    *check_sms.CHECKS,
    *check_sms_text.CHECKS,
    *check_sms_rules.CHECKS,
    *check_sending.CHECKS,
    *check_tests.CHECKS,
)
"""Every check. What the model refuses beyond them is told as "field.<reason>"."""

_CARDS = ("audience", "message", "schedule", "sms", "plan")
_LEVELS = ("E", "W", "N")


def examine(draft: Mapping[str, Any], context: Context) -> Examination:
    """Everything the checks say about `draft` at `context.now`.

    Pure and quick (it runs at every pause in typing); raises for no draft made of JSON values.
    """
    facts = facts_about(draft, context)
    found = list(_told(draft, context, facts))
    found.extend(blame.untold(draft, facts.problems, found))
    return Examination(
        draft=draft,
        bodies=facts.bodies,
        problems=facts.problems,
        findings=tuple(sorted(_once(found), key=_place)),
        audience=facts.audience,
        level=level_of(
            practice=context.app.practice,
            kind=facts.audience.kind,
            count=facts.audience.count,
            sms=bool(value_at(draft, "sms", "on")),
            live=is_live(context, facts.platforms),
        ),
        fingerprints=facts.fingerprints,
    )


def _told(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Finding]:
    for check in CHECKS:
        for found in check.rule(draft, context, facts):
            fix = check.fix if found.fix is None else found.fix
            yield Finding(
                check.id,
                found.level or check.level,
                found.field,
                found.params,
                fix or None,
                found.platform,
            )


def _once(findings: list[Finding]) -> Iterator[Finding]:
    """A warning about a field that the model refuses for the same reason is said as the error."""
    refused = {f.field for f in findings if f.id.startswith("field.")}
    for finding in findings:
        if not (finding.id == "sms.params" and finding.field in refused):
            yield finding


def _place(finding: Finding) -> tuple[int, int]:
    card = finding.field.partition(".")[0]
    place = _CARDS.index(card) if card in _CARDS else len(_CARDS)
    return place, _LEVELS.index(finding.level)
