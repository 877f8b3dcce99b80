"""The shape of one check, shared by the modules that hold them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from dataclasses import field as with_default
from typing import Any

from tpns_desktop.send.examination import Context, Level
from tpns_desktop.send.facts import Facts, value_at


@dataclass(frozen=True)
class Found:
    """What one check found, before it gets its id."""

    field: str
    """Draft path."""
    params: Mapping[str, Any] = with_default(default_factory=dict)
    level: Level | None = None
    """Other than the check's own."""
    fix: str | None = None
    """Other than the check's own; "" for none."""
    platform: str | None = None


Rule = Callable[[Mapping[str, Any], Context, Facts], Iterable[Found]]
"""Looks at the raw draft, at what is outside it, and at what was read from it."""


@dataclass(frozen=True)
class Check:
    """One line of the table of checks."""

    id: str
    level: Level
    rule: Rule
    fix: str | None = None
    """Id of the button that mends it."""


def is_live(context: Context, platforms: tuple[str, ...]) -> bool:
    """Whether real people can be reached: not in practice, nor by iOS test builds alone."""
    if context.app.practice:
        return False
    return platforms != ("ios",) or context.app.ios_environment != "dev"


def notifies(draft: Mapping[str, Any]) -> bool:
    """Whether it is a notification; what goes to the app alone has no tap and no cut."""
    # Drafts of an earlier version have no kind.
    return value_at(draft, "message", "kind") in (None, "notify")


def whole(text: str) -> int | None:
    """The number that stands in a field, None for anything else."""
    text = text.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else None
