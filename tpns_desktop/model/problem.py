"""What is wrong with a push, as data: which field, what kind, why. Standard library only.

Never holds a value that was typed, so a problem may be logged and shown freely. The words for a
person are the window's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of a push."""

    field: str
    """Path on the wire: ``message.title``, ``tag_rules[0].tag_items[0].tags_operator``; ``""`` is
    the whole body."""
    kind: str
    """``missing``, ``value``, ``token``, ``time`` or ``size``."""
    reason: str
    """Stable short code: ``required``, ``empty``, ``not_allowed``, ``unknown_field``,
    ``too_many``, ``too_long``, ``too_short``, ``too_small``, ``too_large``, ``too_early``,
    ``too_late``, ``bad_format``, ``bad_type``, ``excluded`` (does not go together with another
    field), ``surrogate``, ``not_json``, ``repeated``, ``repeated_key``, ``empty_key``; of
    warnings: ``masked``,
    ``odd_format``, ``unused``."""


class PushRefused(ValueError):
    """A body is not a push that may be sent. ``problems`` says why and is never empty.

    The text names fields and reasons only, no value that was typed.
    """

    problems: tuple[Problem, ...]

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems in the order found."""
        self.problems = tuple(problems)
        super().__init__(
            "; ".join(f"{p.field or 'body'}: {p.kind} ({p.reason})" for p in self.problems)
        )
