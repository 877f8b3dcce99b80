"""What the model refuses, by the field of the form: for checks that say it in words of their own.

`blame` finds the fields; here its answer is asked for by name, so that a rule of the model is
written down once and a check only names it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tpns_desktop.model.problem import Problem
from tpns_desktop.send import blame
from tpns_desktop.send.examination import Context
from tpns_desktop.send.facts import Facts
from tpns_desktop.send.rule import Found, Rule


@dataclass(frozen=True)
class Refusal:
    """One fault, where it is mended."""

    field: str
    """Draft path."""
    reason: str
    """As in `Problem`; "required" where nothing was entered."""
    platform: str | None
    """Either "android" or "ios" when only that platform's request has it."""


def refusals(
    draft: Mapping[str, Any],
    problems: Mapping[str, tuple[Problem, ...]],
    fields: Iterable[str],
) -> list[Refusal]:
    """The faults at these draft paths, in the order found."""
    if not any(problems.values()):
        return []
    wanted = frozenset(fields)
    return [
        Refusal(field, reason, platform)
        for (field, reason), platform in blame.refused(draft, problems).items()
        if field in wanted
    ]


def at(*fields: str, reasons: Collection[str]) -> Rule:
    """A rule that finds these faults; the finding's "state" is the reason."""

    def rule(draft: Mapping[str, Any], context: Context, facts: Facts) -> Iterator[Found]:
        for refusal in refusals(draft, facts.problems, fields):
            if refusal.reason in reasons:
                yield Found(refusal.field, {"state": refusal.reason}, platform=refusal.platform)

    return rule
