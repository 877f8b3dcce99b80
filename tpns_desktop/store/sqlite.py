"""What only SQLite can do, in one place: another database would have the same in its own words.

Its triggers keep what the outbox promises, made from ``model.states``: no code path of ours, no
older program on the same file and nobody with a database tool can take a row back, change what was
confirmed, or lose what is not settled yet. A change goes with a migration that writes the new
triggers out in full; a test compares the two. Source: the design of sending, section 2.1.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tpns_desktop.model.states import FIRST_STATES, OPEN_STATES, SETTLERS, STATES, TRANSITIONS
from tpns_desktop.store import tables
from tpns_desktop.store.history import FACTS

CHANGEABLE: Final = FACTS | {"state", "counters", "counters_at"}
"""Columns of a push that may change after it was confirmed."""


def triggers() -> dict[str, str]:
    """Give the triggers on the pushes, name → the statement that makes it."""
    frozen = [c.name for c in tables.pushes.columns if c.name not in CHANGEABLE]
    steps = [
        f"(OLD.state = '{state}' AND NEW.state IN ({_words(TRANSITIONS[state])}))"
        for state in STATES
        if TRANSITIONS[state]
    ]
    rules = {
        # Also for INSERT OR REPLACE, which would put a fresh row in the place of one already there.
        "first": (
            "INSERT",
            f"NEW.state NOT IN ({_words(FIRST_STATES)})",
            "a row does not begin there",
        ),
        "once": (
            "INSERT",
            "EXISTS (SELECT 1 FROM pushes WHERE seq = NEW.seq OR id = NEW.id OR (draft_id ="
            " NEW.draft_id AND draft_rev = NEW.draft_rev AND platform = NEW.platform))",
            "already confirmed",
        ),
        "step": (
            "UPDATE",
            f"NEW.state IS NOT OLD.state AND NOT ({' OR '.join(steps)})",
            "illegal transition",
        ),
        "frozen": (
            "UPDATE",
            " OR ".join(f"NEW.{name} IS NOT OLD.{name}" for name in frozen),
            "payload is frozen",
        ),
        "settled": (
            "UPDATE",
            "OLD.state = 'unknown' AND NEW.state IS NOT OLD.state"
            f" AND (NEW.settled_by IS NULL OR NEW.settled_by NOT IN ({_words(SETTLERS)}))",
            "settled by nobody who knows",
        ),
        "push_ids": (
            "UPDATE",
            "OLD.push_ids IS NOT '[]' AND NEW.push_ids IS NOT OLD.push_ids",
            "push id is frozen",
        ),
        "counts": (
            "UPDATE",
            "NOT (NEW.attempts >= OLD.attempts AND NEW.looks >= OLD.looks)",
            "a count does not shrink",
        ),
        "kept": (
            "DELETE",
            f"OLD.state IN ({_words(OPEN_STATES | {'unknown'})})",
            "not settled yet",
        ),
    }
    return {
        f"tr_pushes_{name}": f"CREATE TRIGGER tr_pushes_{name} BEFORE {event} ON pushes"
        f" WHEN {condition} BEGIN SELECT RAISE(ABORT, '{words}'); END"
        for name, (event, condition, words) in rules.items()
    }


def _words(states: Iterable[str]) -> str:
    return ", ".join(f"'{state}'" for state in sorted(states))
