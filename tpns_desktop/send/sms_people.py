"""How many people a text may go to, and in which countries their numbers are.

Typed accounts and lists are counted exactly; of everyone and of tags the service's own statistics
or the last push tell, as `audiences` keeps them. Where nobody knows, nothing is said.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from tpns_desktop.model import sms_text
from tpns_desktop.model.phone_number import (
    CALLING_CODES,
    PHONE_ACCOUNTS,
    is_mainland,
    is_malaysian,
)
from tpns_desktop.send.facts import value_at
from tpns_desktop.send.tag_book import named_in

if TYPE_CHECKING:
    from tpns_desktop.send.audiences import Reach
    from tpns_desktop.send.examination import Context
    from tpns_desktop.send.facts import Facts
    from tpns_desktop.send.sms_facts import SmsText


@dataclass(frozen=True)
class People:
    """How many, and who says so."""

    count: int
    source: str = ""
    """Empty: counted here; "statistics" of the service, or the "last_push" to a tag."""
    day: date | None = None
    """The day that statistics are about."""
    at: datetime | None = None
    """When it was read or counted (aware, UTC); the oldest of several."""


@dataclass(frozen=True)
class Countries:
    """Numbers by the rules that texts to them follow."""

    total: int
    mainland: int
    malaysia: int

    @property
    def abroad(self) -> int:
        """Outside the Chinese mainland."""
        return self.total - self.mainland


def people_of(facts: Facts, context: Context) -> People | None:
    """How many accounts or devices the draft is for; None where nobody can tell."""
    kind, count = facts.audience.kind, facts.audience.count
    if kind in ("account", "device", "file"):
        return People(count) if count is not None else None
    reach = context.reach
    if reach is None or reach.kind != kind or not _of_these_tags(reach, facts):
        return None
    if kind == "all":
        if reach.total is None:
            return None
        return People(reach.total, "statistics", reach.day, reach.read_at)
    if reach.together is None:
        return None
    pushed = any(tag.source == "last_push" for tag in reach.tags)
    return People(
        reach.together,
        "last_push" if pushed else "statistics",
        min((tag.day for tag in reach.tags if tag.day is not None), default=None),
        min((tag.at for tag in reach.tags if tag.at is not None), default=None),
    )


def _of_these_tags(reach: Reach, facts: Facts) -> bool:
    # What was read a moment ago may be of the tags that stood there before.
    named = named_in({"kind": facts.audience.kind, "groups": facts.audience.groups})
    return [(tag.tag_type, tag.tag) for tag in reach.tags] == named


def has_numbers(facts: Facts) -> bool:
    """Whether the audience is phone numbers, typed or in a list."""
    return facts.audience.account_type == PHONE_ACCOUNTS and facts.audience.kind in (
        "account",
        "file",
    )


def countries_of(facts: Facts) -> Countries | None:
    """Where the numbers of the audience are; None where it is no numbers, or nobody counted."""
    if not has_numbers(facts):
        return None
    if facts.audience.kind == "account":
        return Countries(
            len(facts.ids),
            sum(map(is_mainland, facts.ids)),
            sum(map(is_malaysian, facts.ids)),
        )
    if facts.chosen is None:
        return None
    # Lists that an earlier version checked have none.
    counted = value_at(facts.chosen.verdict, "detail", "countries")
    found = [value_at(counted, name) for name in CALLING_CODES]
    if not all(type(one) is int for one in found):
        return None
    # Counted with its repeats; accounts are each one once.
    total = facts.chosen.accounts + (facts.chosen.duplicates or 0)
    return Countries(total, *found)


def malaysian_messages(text: SmsText) -> int:
    """As how many messages a text counts in Malaysia."""
    return sms_text.segments(text.text, text.international, sms_text.MALAYSIA).messages


def messages_for(text: SmsText, people: People, facts: Facts) -> int:
    """The most messages that may be charged if each of these people gets the text."""
    there = countries_of(facts)
    abroad = min(there.malaysia, people.count) if there is not None else 0
    each = text.length.messages
    return people.count * each + abroad * (malaysian_messages(text) - each)
