"""What the codes of the Chat service mean for a person, as data.

`CODES` has every published one with its group; the words are the window's. What a code proves when
it answers a push is `verdict_of`: only what the service refuses before it looks for anybody counts
as refused. Source: im-all-member-push.md 10; the service's own texts are not repeated here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from tpns_desktop.model.outcome import Verdict

Group = Literal[
    "key",
    "admin",
    "app",
    "edition",
    "quota",
    "too_fast",
    "busy",
    "shape",
    "content",
    "size",
    "condition",
    "account",
    "withdraw",
    "other",
]


@dataclass(frozen=True, slots=True)
class ChatCode:
    """One published code."""

    code: int
    group: Group
    retryable: bool = False
    """Whether the same call may go well later. Nothing is ever repeated by itself because of it."""


def _codes(group: Group, *codes: int, retryable: bool = False) -> list[ChatCode]:
    return [ChatCode(code, group, retryable) for code in codes]


CODES: Final[Mapping[int, ChatCode]] = MappingProxyType(
    {
        one.code: one
        for one in (
            *_codes("key", 60004, 60005, 70001, 70002, 70003, 70005, 70009, 70013, 70014, 70016),
            *_codes("admin", 60010, 70403, 90009),
            *_codes("app", 60006, 60012, 60016, 60017, 60020, 60021, 70020, 70051),
            *_codes("edition", 90045),
            *_codes("quota", 90047),
            *_codes("too_fast", 60007, 60011, 60018, 60019, 70050, 90024, 90051, retryable=True),
            *_codes("busy", 60008, 60013, 60014, 70169, 70202, 70500, retryable=True),
            *_codes("busy", 90992, 90994, 90995, 91000, retryable=True),
            *_codes("shape", 60002, 60003, 60009, 60015, 70402, 90001, 90002, 90005, 90007, 90010),
            *_codes("shape", 90026, 90031, 90043, 90044, 90054, 90057),
            *_codes("content", 80001),
            *_codes("size", 80002, 90055, 90056, 93000),
            *_codes("condition", 90020, 90022, 90030, 90032, 90033, 90034, 90035, 90039, 90040),
            *_codes("account", 70107, 90003, 90008, 90011, 90012, 90018, 90048),
            *_codes("withdraw", 90049, 90050, 90052, 90053),
            *_codes("other", 91101),
        )
    }
)
"""Every published code."""

# Refused before anybody is looked for: who asks, what is asked, how often. What may come from
# behind that (a server's own trouble) is no proof, nor is a code that is not published.
_BEFORE: Final = frozenset(
    {"key", "admin", "app", "edition", "quota", "shape", "content", "size", "condition", "account"}
)


def verdict_of(code: int) -> Verdict:
    """What `code` proves when it answers a push; ``unknown`` for one that is not published."""
    fact = CODES.get(code)
    if fact is None:
        return "unknown"
    if fact.group == "too_fast":
        return "too_fast"
    return "rejected" if fact.group in _BEFORE else "unknown"
