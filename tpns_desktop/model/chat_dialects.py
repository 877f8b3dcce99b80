"""The three generations of Chat's push to all users, as data: what each is called and can do.

One interface, three dialects: `all_member_push` (the one that the product's documents describe),
and the two of `timpush`, with a chat message or with a notification only. An app speaks one.
Source: im-all-member-push.md 1, 3 to 5 and 9.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

DialectId = Literal["all_member_push", "timpush_chat", "timpush_push"]

_COMMON: Final = {
    "push": "push",
    "set_attribute_names": "set_attr_name",
    "attribute_names": "get_attr_name",
    "set_attributes": "set_attr",
    "attributes": "get_attr",
    "remove_attributes": "remove_attr",
    "add_tags": "add_tag",
    "tags": "get_tag",
    "remove_tags": "remove_tag",
}


@dataclass(frozen=True)
class Dialect:
    """What one generation offers."""

    id: DialectId
    service: str
    """First part of every path, below ``/v4``."""
    commands: Mapping[str, str]
    """Our name → the service's."""
    has_message: bool
    """Whether a chat message is sent; else a notification alone."""
    keeps: bool
    """Whether `MsgLifeTime` says how long offline users are waited for."""
    withdraws: bool
    statistics: bool
    schedules: bool
    batch: bool
    """To up to 500 named users."""

    def path(self, command: str) -> str:
        """The path of one of our commands. Raises `KeyError` for one that it does not have."""
        return f"/v4/{self.service}/{self.commands[command]}"


ALL_MEMBER_PUSH: Final = Dialect(
    id="all_member_push",
    service="all_member_push",
    commands=MappingProxyType(
        {name: f"im_{command}" for name, command in _COMMON.items()}
        | {"remove_all_tags": "im_remove_all_tags"}
    ),
    has_message=True,
    keeps=True,
    withdraws=False,
    statistics=False,
    schedules=False,
    batch=False,
)

_TIMPUSH: Final = MappingProxyType(
    _COMMON
    | {
        "remove_all_tags": "clear_all_tags",
        "batch": "batch",
        "withdraw": "revoke",
        "statistics": "all_member_push_statistics",
        "losses": "all_member_push_loss",
        "trace": "all_member_push_trace",
        "add_task": "add_sched_task",
        "modify_task": "modify_sched_task",
        "delete_task": "delete_sched_task",
        "tasks": "list_sched_task",
    }
)

TIMPUSH_CHAT: Final = Dialect(
    id="timpush_chat",
    service="timpush",
    commands=_TIMPUSH,
    has_message=True,
    keeps=False,
    withdraws=True,
    statistics=True,
    schedules=True,
    batch=True,
)

TIMPUSH_PUSH: Final = Dialect(
    id="timpush_push",
    service="timpush",
    commands=_TIMPUSH,
    has_message=False,
    keeps=False,
    withdraws=True,
    statistics=True,
    schedules=True,
    batch=True,
)

DIALECTS: Final[Mapping[DialectId, Dialect]] = MappingProxyType(
    {one.id: one for one in (ALL_MEMBER_PUSH, TIMPUSH_CHAT, TIMPUSH_PUSH)}
)
